# objects made of the parts of tuples and lists
from collections import namedtuple
from dataclasses import dataclass
from typing import NamedTuple

Click = namedtuple("Click", "user page at")


@dataclass
class Pair:
    a: str
    b: int = 2


class Plain:
    def __init__(self, a, b):
        self.a, self.b = a, b


class Many:
    def __init__(self, a, b=2, *rest, **kw):
        self.all = (a, b, rest, sorted(kw.items()))


class Two:
    def __init__(self, a, b):
        self.a, self.b = a, b


def known():
    t = ("u", "p", 3)
    print(Click(*t), [Click(*c) for c in [t, t]], list(map(lambda c: Click(*c), [t])))
    print(Click("a", *(1, 2)), Click(*t[:2], 7), Pair(*("x",)), Pair(*("x", 5)))
    print(Plain(*(1, 2)).b, Plain(1, *("z",)).b, Plain(*(1,), b=4).b)


def unknown():
    print(Many(*"a b c".split()).all, Many(*[1]).all, Many(1, *(2, 3), k=4).all, Many(*(1, 2), **{"z": 1}).all)
    xs = "1 2".split()
    print(Two(*xs).a, [Two(*p).b for p in [(1, 2), (3, 4)]])
    try:
        Two(*"1 2 3".split())
    except TypeError as e:
        print(e)


def order():
    def log(x):
        print("log", x)
        return x
    print(Plain(*(log(1), log(2))).a, Click(log("u"), *(log("p"), log(3))).at)


SpreadPoint = namedtuple("SpreadPoint", "x y z", defaults=[0])


class SpreadRow(NamedTuple):
    name: str
    size: int = 1


def named_tuples_of_values():
    for line in ["1 2", "1 2 3", "", "1", "1 2 3 4"]:
        try:
            print(SpreadPoint(*line.split()), SpreadPoint(*map(int, line.split())).y)
        except TypeError as e:
            print(e)
    print([SpreadRow(*fields) for fields in [["a"], ["b"]]], SpreadRow(*(word for word in ["c"])).name)
    p = SpreadPoint(*[n * 2 for n in range(3)])
    print(p.x + p.y + p.z, p == (0, 2, 4), len(p))
class Iterated:
    def __iter__(self):
        return iter([1, 2])


class Indexed:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


def of_what_is_iterated_over():
    def f(*a, **k):
        return len(a), len(k)

    def g(xs, o):
        print(f(*xs), f(*"abc"), f(*range(3)), f(*(x for x in xs)), f(*{1: 2}), f(*Iterated()), f(*Indexed()), f(*b"ab"), f(*map(str, xs)), f(*xs, *o))
        print(f(*[]), f(*zip(*[[1], [2]])), f(*reversed(xs)), f(*enumerate(xs)), f(*iter(xs)), f(*{}.items()))
        print(*xs, *Iterated(), *Indexed(), *o, sep="-")

    g([3, 4], [1, "a"])
    g([3, 4], (None, 2))
    for v in [[1], "ab", (1, 2)]:
        print(f(*v))
