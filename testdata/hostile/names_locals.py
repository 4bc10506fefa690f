"""The same names as parameters, loop variables and variables of comprehensions and lambdas."""


def f0(default, func, interface, select, case, defer, go):
    default_ = default + 1
    for go in [1, 2]:
        default_ += go
    return default_, default, func, interface, select, case, defer, go, [default * 2 for default in [1, 2]], (lambda default: default + 1)(1)

print(f0(0, 1, 2, 3, 4, 5, 6))

def f7(map, struct, chan, goto, package, switch, const):
    map_ = map + 1
    for const in [1, 2]:
        map_ += const
    return map_, map, struct, chan, goto, package, switch, const, [map * 2 for map in [1, 2]], (lambda map: map + 1)(1)

print(f7(0, 1, 2, 3, 4, 5, 6))

def f14(fallthrough, range, type, var, any, bool, byte):
    fallthrough_ = fallthrough + 1
    for byte in [1, 2]:
        fallthrough_ += byte
    return fallthrough_, fallthrough, range, type, var, any, bool, byte, [fallthrough * 2 for fallthrough in [1, 2]], (lambda fallthrough: fallthrough + 1)(1)

print(f14(0, 1, 2, 3, 4, 5, 6))

def f21(comparable, complex64, complex128, error, float32, float64, int):
    comparable_ = comparable + 1
    for int in [1, 2]:
        comparable_ += int
    return comparable_, comparable, complex64, complex128, error, float32, float64, int, [comparable * 2 for comparable in [1, 2]], (lambda comparable: comparable + 1)(1)

print(f21(0, 1, 2, 3, 4, 5, 6))

def f28(int8, int16, int32, int64, rune, string, uint):
    int8_ = int8 + 1
    for uint in [1, 2]:
        int8_ += uint
    return int8_, int8, int16, int32, int64, rune, string, uint, [int8 * 2 for int8 in [1, 2]], (lambda int8: int8 + 1)(1)

print(f28(0, 1, 2, 3, 4, 5, 6))

def f35(uint8, uint16, uint32, uint64, uintptr, true, false):
    uint8_ = uint8 + 1
    for false in [1, 2]:
        uint8_ += false
    return uint8_, uint8, uint16, uint32, uint64, uintptr, true, false, [uint8 * 2 for uint8 in [1, 2]], (lambda uint8: uint8 + 1)(1)

print(f35(0, 1, 2, 3, 4, 5, 6))

def f42(iota, nil, append, cap, clear, close, complex):
    iota_ = iota + 1
    for complex in [1, 2]:
        iota_ += complex
    return iota_, iota, nil, append, cap, clear, close, complex, [iota * 2 for iota in [1, 2]], (lambda iota: iota + 1)(1)

print(f42(0, 1, 2, 3, 4, 5, 6))

def f49(copy, delete, imag, len, make, max, min):
    copy_ = copy + 1
    for min in [1, 2]:
        copy_ += min
    return copy_, copy, delete, imag, len, make, max, min, [copy * 2 for copy in [1, 2]], (lambda copy: copy + 1)(1)

print(f49(0, 1, 2, 3, 4, 5, 6))

def f56(new, panic, println, real, recover, main, init):
    new_ = new + 1
    for init in [1, 2]:
        new_ += init
    return new_, new, panic, println, real, recover, main, init, [new * 2 for new in [1, 2]], (lambda new: new + 1)(1)

print(f56(0, 1, 2, 3, 4, 5, 6))

def f63(run, py, core, ds, iter, math, fmt):
    run_ = run + 1
    for fmt in [1, 2]:
        run_ += fmt
    return run_, run, py, core, ds, iter, math, fmt, [run * 2 for run in [1, 2]], (lambda run: run + 1)(1)

print(f63(0, 1, 2, 3, 4, 5, 6))

def f70(os, runtime, unsafe, C, args, tmp, x):
    os_ = os + 1
    for x in [1, 2]:
        os_ += x
    return os_, os, runtime, unsafe, C, args, tmp, x, [os * 2 for os in [1, 2]], (lambda os: os + 1)(1)

print(f70(0, 1, 2, 3, 4, 5, 6))

def f77(y, a, b, i, k, v, err):
    y_ = y + 1
    for err in [1, 2]:
        y_ += err
    return y_, y, a, b, i, k, v, err, [y * 2 for y in [1, 2]], (lambda y: y + 1)(1)

print(f77(0, 1, 2, 3, 4, 5, 6))

def f84(ok, ctx, job, ssc, sc, self, this):
    ok_ = ok + 1
    for this in [1, 2]:
        ok_ += this
    return ok_, ok, ctx, job, ssc, sc, self, this, [ok * 2 for ok in [1, 2]], (lambda ok: ok + 1)(1)

print(f84(0, 1, 2, 3, 4, 5, 6))

def f91(it, loop, yield_, stage, next, seq, tuple):
    it_ = it + 1
    for tuple in [1, 2]:
        it_ += tuple
    return it_, it, loop, yield_, stage, next, seq, tuple, [it * 2 for it in [1, 2]], (lambda it: it + 1)(1)

print(f91(0, 1, 2, 3, 4, 5, 6))

def f98(list, set, dict, str, this_, Main, Run):
    list_ = list + 1
    for Run in [1, 2]:
        list_ += Run
    return list_, list, set, dict, str, this_, Main, Run, [list * 2 for list in [1, 2]], (lambda list: list + 1)(1)

print(f98(0, 1, 2, 3, 4, 5, 6))

def f105(Init, Job, Package, script, T2, Tuple2, None_):
    Init_ = Init + 1
    for None_ in [1, 2]:
        Init_ += None_
    return Init_, Init, Job, Package, script, T2, Tuple2, None_, [Init * 2 for Init in [1, 2]], (lambda Init: Init + 1)(1)

print(f105(0, 1, 2, 3, 4, 5, 6))

def f112(Str, Int, Any, Print, jobs, scripts):
    Str_ = Str + 1
    for scripts in [1, 2]:
        Str_ += scripts
    return Str_, Str, Int, Any, Print, jobs, scripts, [Str * 2 for Str in [1, 2]], (lambda Str: Str + 1)(1)

print(f112(0, 1, 2, 3, 4, 5))
