import datetime as dt
import itertools
import math
import operator
import types
from collections import ChainMap, UserString
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from functools import partial
from types import MappingProxyType, SimpleNamespace


class Loud(UserString):
    def shout(self):
        return Loud(self.data.upper() + "!")


class Point:
    def __init__(self):
        self.x = 5


def namespaces():
    ns = SimpleNamespace(a=1, b="x")
    ns.c = [1]
    print(ns, ns.a, ns == SimpleNamespace(a=1, b="x", c=[1]), hasattr(ns, "z"))
    m = MappingProxyType({"a": 1})
    print(m["a"], len(m), list(m), m.get("z"), dict(m), "a" in m, m)
    try:
        m["b"] = 2
    except TypeError as e:
        print(e)

    def moved(self, by):
        return self.x + by

    p = Point()
    p.moved = types.MethodType(moved, p)
    print(p.moved(3))


def chains():
    c = ChainMap({"a": 1}, {"a": 2, "b": 3})
    print(c["a"], c["b"], dict(c), list(c), c.get("z", 9), len(c), "b" in c, c.maps, c.parents)
    d = c.new_child({"c": 4})
    d["q"] = 1
    print(d, d.pop("q"), d.copy(), c | {"x": 1}, c == {"a": 1, "b": 3})
    c.update(z=1)
    print(c.setdefault("y", 5), c.popitem(), c)
    for key in ["b", "nothing"]:
        try:
            print(c.pop(key))
        except KeyError as e:
            print(e)


def user_strings():
    s = Loud("abc")
    print(s, s.shout(), s + "d", len(s), s[0], s == "abc", s.upper(), "b" in s, repr(s), s.startswith("a"), [x for x in s])
    print(type(s.upper()).__name__, s.replace("b", "-"), s * 2, s.split("b"), "<" + s, s < "b", {s: 1}[Loud("abc")], s.isalpha(), Loud("{}!").format(1))


def accumulated():
    print(list(itertools.accumulate([1, 2, 3], initial=10)), list(itertools.accumulate([1, 2, 3], operator.mul, initial=2)))
    print(list(itertools.accumulate(["a", "b"], lambda t, x: t + len(x), initial=0)), list(itertools.accumulate([], initial=5)), list(itertools.accumulate([1.5, 2], initial=None)))


def date_constants():
    print(UTC, MINYEAR, MAXYEAR, datetime(2020, 1, 1, tzinfo=UTC), dt.UTC, dt.MAXYEAR)


def starmapped():
    def check(n, *nums):
        return sum(nums) == n, nums
    print(list(itertools.starmap(partial(check, 6), [(1, 2, 3), (2, 3, 4)])), list(itertools.starmap(pow, [(2, 3), (2, 3, 5)])))
    print(list(itertools.starmap(lambda *xs: len(xs), [[], [1, 2], range(4)])), sum(itertools.starmap(operator.mul, {1: 2, 3: 4}.items())))


def counted_by_parts():
    print(list(itertools.islice(itertools.count(2, 0.5), 3)), list(itertools.islice(itertools.count(0.5), 2)), next(itertools.count(1.5, -0.5)))


def escapes_as_an_encoding():
    print(b"Hello,\\nworld \\u00e9 \\x41\\101 \\q\\\\ \\U0001F600".decode("unicode_escape"), "h\u00e9\n\\\t\u20ac\U0001f600\x7f".encode("unicode-escape"))
    for bad in [b"\\x4", b"ab\\u12", b"\\", b"\\U00110000", b"\\x"]:
        try:
            print(bad.decode("unicode_escape"))
        except UnicodeDecodeError as e:
            print(e)
    print("a\\tb".encode().decode("unicode_escape"), b"\\x4 ".decode("unicode_escape", "replace"))


class Sized:
    def __init__(self, n):
        self.n = n

    def __bytes__(self):
        return b"x" * self.n

    def __complex__(self):
        return complex(self.n, 1)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return self.n + 1

    def __trunc__(self):
        return self.n - 1


def converted_objects():
    s = Sized(3)
    print(bytes(s), complex(s), math.floor(s), math.ceil(s), math.trunc(s))


def sets_and_views():
    d = {1: 1}
    print({1} == d.keys(), d.keys() == {1}, {(1, 1)} == d.items(), frozenset([1]) == d.keys(), {1} != {2: 1}.keys(), {2} == d.keys(), {1} <= d.keys(), {1} == d.values())


class Reflected:
    def __rmul__(self, other):
        return 77

    def __radd__(self, other):
        return "r"


class Derived(Reflected):
    def __mul__(self, other):
        return NotImplemented


def reflected_of_the_same_class():
    for x, y in [(Reflected(), Reflected()), (Derived(), Derived()), (Derived(), Reflected()), (Reflected(), Derived()), (3, Reflected()), ([1], Derived())]:
        try:
            print(x * y)
        except TypeError as e:
            print(e)
    print({} + Reflected(), "a" + Reflected())
