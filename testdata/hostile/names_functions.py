"""The same names as functions, parameters and variables of functions."""


def default(default_, x1=7):
    return default_ + x1


def func(func_, x1=4):
    return func_ + x1


def interface(interface_, x1=9):
    return interface_ + x1


def select(select_, x1=6):
    return select_ + x1


def case(case_, x1=4):
    return case_ + x1


def defer(defer_, x1=5):
    return defer_ + x1


def go(go_, x1=2):
    return go_ + x1


def map(map_, x1=3):
    return map_ + x1


def struct(struct_, x1=6):
    return struct_ + x1


def chan(chan_, x1=4):
    return chan_ + x1


def goto(goto_, x1=4):
    return goto_ + x1


def package(package_, x1=7):
    return package_ + x1


def switch(switch_, x1=6):
    return switch_ + x1


def const(const_, x1=5):
    return const_ + x1


def fallthrough(fallthrough_, x1=11):
    return fallthrough_ + x1


def range(range_, x1=5):
    return range_ + x1


def type(type_, x1=4):
    return type_ + x1


def var(var_, x1=3):
    return var_ + x1


def any(any_, x1=3):
    return any_ + x1


def bool(bool_, x1=4):
    return bool_ + x1


def byte(byte_, x1=4):
    return byte_ + x1


def comparable(comparable_, x1=10):
    return comparable_ + x1


def complex64(complex64_, x1=9):
    return complex64_ + x1


def complex128(complex128_, x1=10):
    return complex128_ + x1


def error(error_, x1=5):
    return error_ + x1


def float32(float32_, x1=7):
    return float32_ + x1


def float64(float64_, x1=7):
    return float64_ + x1


def int(int_, x1=3):
    return int_ + x1


def int8(int8_, x1=4):
    return int8_ + x1


def int16(int16_, x1=5):
    return int16_ + x1


def int32(int32_, x1=5):
    return int32_ + x1


def int64(int64_, x1=5):
    return int64_ + x1


def rune(rune_, x1=4):
    return rune_ + x1


def string(string_, x1=6):
    return string_ + x1


def uint(uint_, x1=4):
    return uint_ + x1


def uint8(uint8_, x1=5):
    return uint8_ + x1


def uint16(uint16_, x1=6):
    return uint16_ + x1


def uint32(uint32_, x1=6):
    return uint32_ + x1


def uint64(uint64_, x1=6):
    return uint64_ + x1


def uintptr(uintptr_, x1=7):
    return uintptr_ + x1


def true(true_, x1=4):
    return true_ + x1


def false(false_, x1=5):
    return false_ + x1


def iota(iota_, x1=4):
    return iota_ + x1


def nil(nil_, x1=3):
    return nil_ + x1


def append(append_, x1=6):
    return append_ + x1


def cap(cap_, x1=3):
    return cap_ + x1


def clear(clear_, x1=5):
    return clear_ + x1


def close(close_, x1=5):
    return close_ + x1


def complex(complex_, x1=7):
    return complex_ + x1


def copy(copy_, x1=4):
    return copy_ + x1


def delete(delete_, x1=6):
    return delete_ + x1


def imag(imag_, x1=4):
    return imag_ + x1


def len(len_, x1=3):
    return len_ + x1


def make(make_, x1=4):
    return make_ + x1


def max(max_, x1=3):
    return max_ + x1


def min(min_, x1=3):
    return min_ + x1


def new(new_, x1=3):
    return new_ + x1


def panic(panic_, x1=5):
    return panic_ + x1


def println(println_, x1=7):
    return println_ + x1


def real(real_, x1=4):
    return real_ + x1


def recover(recover_, x1=7):
    return recover_ + x1


def main(main_, x1=4):
    return main_ + x1


def init(init_, x1=4):
    return init_ + x1


def run(run_, x1=3):
    return run_ + x1


def py(py_, x1=2):
    return py_ + x1


def core(core_, x1=4):
    return core_ + x1


def ds(ds_, x1=2):
    return ds_ + x1


def iter(iter_, x1=4):
    return iter_ + x1


def math(math_, x1=4):
    return math_ + x1


def fmt(fmt_, x1=3):
    return fmt_ + x1


def os(os_, x1=2):
    return os_ + x1


def runtime(runtime_, x1=7):
    return runtime_ + x1


def unsafe(unsafe_, x1=6):
    return unsafe_ + x1


def C(C_, x1=1):
    return C_ + x1


def args(args_, x1=4):
    return args_ + x1


def tmp(tmp_, x1=3):
    return tmp_ + x1


def x(x_, x1=1):
    return x_ + x1


def y(y_, x1=1):
    return y_ + x1


def a(a_, x1=1):
    return a_ + x1


def b(b_, x1=1):
    return b_ + x1


def i(i_, x1=1):
    return i_ + x1


def k(k_, x1=1):
    return k_ + x1


def v(v_, x1=1):
    return v_ + x1


def err(err_, x1=3):
    return err_ + x1


def ok(ok_, x1=2):
    return ok_ + x1


def ctx(ctx_, x1=3):
    return ctx_ + x1


def job(job_, x1=3):
    return job_ + x1


def ssc(ssc_, x1=3):
    return ssc_ + x1


def sc(sc_, x1=2):
    return sc_ + x1


def self(self_, x1=4):
    return self_ + x1


def this(this_, x1=4):
    return this_ + x1


def it(it_, x1=2):
    return it_ + x1


def loop(loop_, x1=4):
    return loop_ + x1


def yield_(yield__, x1=6):
    return yield__ + x1


def stage(stage_, x1=5):
    return stage_ + x1


def next(next_, x1=4):
    return next_ + x1


def seq(seq_, x1=3):
    return seq_ + x1


def tuple(tuple_, x1=5):
    return tuple_ + x1


def list(list_, x1=4):
    return list_ + x1


def set(set_, x1=3):
    return set_ + x1


def dict(dict_, x1=4):
    return dict_ + x1


def str(str_, x1=3):
    return str_ + x1


def this_(this__, x1=5):
    return this__ + x1


def Main(Main_, x1=4):
    return Main_ + x1


def Run(Run_, x1=3):
    return Run_ + x1


def Init(Init_, x1=4):
    return Init_ + x1


def Job(Job_, x1=3):
    return Job_ + x1


def Package(Package_, x1=7):
    return Package_ + x1


def script(script_, x1=6):
    return script_ + x1


def T2(T2_, x1=2):
    return T2_ + x1


def Tuple2(Tuple2_, x1=6):
    return Tuple2_ + x1


def None_(None__, x1=5):
    return None__ + x1


def Str(Str_, x1=3):
    return Str_ + x1


def Int(Int_, x1=3):
    return Int_ + x1


def Any(Any_, x1=3):
    return Any_ + x1


def Print(Print_, x1=5):
    return Print_ + x1


def jobs(jobs_, x1=4):
    return jobs_ + x1


def scripts(scripts_, x1=7):
    return scripts_ + x1

print(default(0), func(0), interface(0), select(0), case(0), defer(0))
print(go(6), map(6), struct(6), chan(6), goto(6), package(6))
print(switch(12), const(12), fallthrough(12), range(12), type(12), var(12))
print(any(18), bool(18), byte(18), comparable(18), complex64(18), complex128(18))
print(error(24), float32(24), float64(24), int(24), int8(24), int16(24))
print(int32(30), int64(30), rune(30), string(30), uint(30), uint8(30))
print(uint16(36), uint32(36), uint64(36), uintptr(36), true(36), false(36))
print(iota(42), nil(42), append(42), cap(42), clear(42), close(42))
print(complex(48), copy(48), delete(48), imag(48), len(48), make(48))
print(max(54), min(54), new(54), panic(54), println(54), real(54))
print(recover(60), main(60), init(60), run(60), py(60), core(60))
print(ds(66), iter(66), math(66), fmt(66), os(66), runtime(66))
print(unsafe(72), C(72), args(72), tmp(72), x(72), y(72))
print(a(78), b(78), i(78), k(78), v(78), err(78))
print(ok(84), ctx(84), job(84), ssc(84), sc(84), self(84))
print(this(90), it(90), loop(90), yield_(90), stage(90), next(90))
print(seq(96), tuple(96), list(96), set(96), dict(96), str(96))
print(this_(102), Main(102), Run(102), Init(102), Job(102), Package(102))
print(script(108), T2(108), Tuple2(108), None_(108), Str(108), Int(108))
print(Any(114), Print(114), jobs(114), scripts(114))
