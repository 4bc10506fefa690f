"""Go's keywords, predeclared names, and the names that generated code has, as the script's own."""

# As variables of the module.
default = 0
func = 1
interface = 2
select = 3
case = 4
defer = 5
go = 6
map = 7
struct = 8
chan = 9
goto = 10
package = 11
switch = 12
const = 13
fallthrough = 14
range = 15
type = 16
var = 17
any = 18
bool = 19
byte = 20
comparable = 21
complex64 = 22
complex128 = 23
error = 24
float32 = 25
float64 = 26
int = 27
int8 = 28
int16 = 29
int32 = 30
int64 = 31
rune = 32
string = 33
uint = 34
uint8 = 35
uint16 = 36
uint32 = 37
uint64 = 38
uintptr = 39
true = 40
false = 41
iota = 42
nil = 43
append = 44
cap = 45
clear = 46
close = 47
complex = 48
copy = 49
delete = 50
imag = 51
len = 52
make = 53
max = 54
min = 55
new = 56
panic = 57
println = 58
real = 59
recover = 60
main = 61
init = 62
run = 63
py = 64
core = 65
ds = 66
iter = 67
math = 68
fmt = 69
os = 70
runtime = 71
unsafe = 72
C = 73
args = 74
tmp = 75
x = 76
y = 77
a = 78
b = 79
i = 80
k = 81
v = 82
err = 83
ok = 84
ctx = 85
job = 86
ssc = 87
sc = 88
self = 89
this = 90
it = 91
loop = 92
yield_ = 93
stage = 94
next = 95
seq = 96
tuple = 97
list = 98
set = 99
dict = 100
str = 101
this_ = 102
Main = 103
Run = 104
Init = 105
Job = 106
Package = 107
script = 108
T2 = 109
Tuple2 = 110
None_ = 111
Str = 112
Int = 113
Any = 114
Print = 115
jobs = 116
scripts = 117
print(default, func, interface, select, case, defer, go, map)
print(struct, chan, goto, package, switch, const, fallthrough, range)
print(type, var, any, bool, byte, comparable, complex64, complex128)
print(error, float32, float64, int, int8, int16, int32, int64)
print(rune, string, uint, uint8, uint16, uint32, uint64, uintptr)
print(true, false, iota, nil, append, cap, clear, close)
print(complex, copy, delete, imag, len, make, max, min)
print(new, panic, println, real, recover, main, init, run)
print(py, core, ds, iter, math, fmt, os, runtime)
print(unsafe, C, args, tmp, x, y, a, b)
print(i, k, v, err, ok, ctx, job, ssc)
print(sc, self, this, it, loop, yield_, stage, next)
print(seq, tuple, list, set, dict, str, this_, Main)
print(Run, Init, Job, Package, script, T2, Tuple2, None_)
print(Str, Int, Any, Print, jobs, scripts)
