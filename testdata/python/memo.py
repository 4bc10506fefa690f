import functools
from functools import cache, lru_cache, partial


def cached_functions():
    @lru_cache(maxsize=None)
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    @lru_cache
    def product(a, b):
        print("computing", a, b)
        return a * b

    @functools.cache
    def upper(s):
        print("upper", s)
        return s.upper()

    print(fib(80), product(2, 3), product(2, 3), product(3, 2))
    print([upper(x) for x in ["a", "b", "a"]])
    size = cache(len)
    print(size("abc"), size("abc"))


def partial_functions():
    def add(a, b, c=0):
        return a + b + c

    inc = partial(add, 1)
    print(inc(2), inc(2, c=5), partial(add, b=3)(4), list(map(partial(add, 10), [1, 2])))
    base = [1, 2]
    extend = partial(base.append)
    extend(5)
    print(base, partial(int, base=2)("101"), partial("{} {}".format, "a")("b"))
    show = partial(print, "x", sep="-")
    show("y", "z")
    for k in [1, 2]:
        power = partial(pow, k)
        print(power(3))


def unused_partial():
    def add(a, b):
        return a + b
    partial(add, int("1"))
    print("nothing was called")
