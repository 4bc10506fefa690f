"""The functions of module operator that are more than an operator between two values."""


def contains(a, b):
    return b in a


def not_(a):
    return not a


def truth(a):
    return bool(a)


def neg(a):
    return -a


def pos(a):
    return +a


def inv(a):
    return ~a


def invert(a):
    return ~a


def index(a):
    if isinstance(a, int):
        return int(a)
    raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def countOf(a, b):
    n = 0
    for x in a:
        if x is b or x == b:
            n += 1
    return n


def indexOf(a, b):
    for i, x in enumerate(a):
        if x is b or x == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0):
    return len(obj)


def matmul(a, b):
    return a @ b


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def itruediv(a, b):
    a /= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def ipow(a, b):
    a **= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def iconcat(a, b):
    a += b
    return a


def imatmul(a, b):
    a @= b
    return a
