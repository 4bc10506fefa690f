import functools
from functools import cache, lru_cache, partial
from operator import itemgetter, methodcaller


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


def cached_functions_called_with_keywords():
    @lru_cache(maxsize=None)
    def join(a, b="x"):
        """Joins."""
        print("joining", a, b)
        return a + b

    print(join("a"), join("a"), join("a", "x"), join("a", b="x"), join("a", b="x"), join(a="a"), join(b="y", a="q"))
    print(join.__name__, join.__doc__)
    try:
        join([], b="z")
    except TypeError as e:
        print(e)

    @cache
    def down(n, k=3):
        return n if n < 2 else down(n - 1, k=k) + down(n - 2)

    print(down(10), down(10, k=3), down.__name__)


class Caller:
    def __call__(self, x):
        return x * 2


def classes_that_turn_out_to_be_dynamic_in_a_comprehension():
    def apply(f, *args, **kwargs):
        return f(*args, **kwargs)
    print([apply(Caller(), i) for i in range(3) if apply(Caller(), x=i)], [apply(len, "ab") for _ in range(1)])


def show(a, b):
    print(a, b)


def twice(f):
    f(1)
    f(2)


def sort_by(rows, key):
    return sorted(rows, key=key)


def log(seen, v):
    seen.append(v)


def keep(functions, f):
    functions.append(f)


first = 1
with_first = partial(show, first)
first = 5
by_place = itemgetter(first - 4)
later = []
for first in range(2):
    later.append(partial(show, first))
    keep(later, partial(show, first + 5))


seen = []
calls = []
keep(calls, partial(log, seen))
keep(calls, methodcaller("replace", "a", str(first)))


def partials_of_the_module():
    with_first(3)
    twice(with_first)
    for f in later:
        f(9)
    calls[0]("x")
    print(seen, calls[1]("banana"), first)
    print(sort_by([(1, "b"), (2, "a")], by_place), sorted([(1, "b"), (2, "a")], key=by_place))
    x = 1
    p = partial(show, x)
    x = 5
    p(x)
    twice(p)
    fs = []
    for i in range(2):
        fs.append(partial(show, i))
        fs.append(itemgetter(i))
    fs[0](7)
    print(fs[1]("ab"), fs[3]("ab"))
