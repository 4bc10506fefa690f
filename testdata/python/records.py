"""Dataclasses, named tuples, enums and other kinds of classes."""
from dataclasses import dataclass, field, asdict, replace, astuple
from collections import namedtuple
from typing import NamedTuple, List, Optional
from enum import Enum, IntEnum, auto
from functools import total_ordering
from abc import ABC, abstractmethod


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: List[str] = field(default_factory=list)
    def total(self):
        return self.price * 2


@dataclass(frozen=True, order=True)
class Ver:
    major: int
    minor: int = 0


P = namedtuple("P", "x y")


E2 = namedtuple("E2", ["a", "b"], defaults=[7])


class Emp(NamedTuple):
    name: str
    age: int = 3
    def older(self):
        return self.age + 1


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    def low(self):
        return self.name.lower()


class Lvl(IntEnum):
    LO = auto()
    HI = auto()


@total_ordering
class T:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __lt__(self, o):
        return self.n < o.n


class Base(ABC):
    @abstractmethod
    def go(self): ...
    def run(self):
        return "run " + self.go()


class D1(Base):
    def go(self):
        return "d1"


class D2(D1):
    def go(self):
        return super().go() + "d2"


class M1:
    def hi(self):
        return ["m1"]


class M2(M1):
    def hi(self):
        return super().hi() + ["m2"]


class M3(M1):
    def hi(self):
        return super().hi() + ["m3"]


class M4(M2, M3):
    def hi(self):
        return super().hi() + ["m4"]


class Matrix:
    def __init__(self, rows):
        self.rows = rows
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v
    def __mul__(self, k):
        return Matrix([[v * k for v in r] for r in self.rows])
    __rmul__ = __mul__
    def __len__(self):
        return len(self.rows)


class Temp:
    def __init__(self, c):
        self._c = c
    @property
    def f(self):
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v):
        self._c = (v - 32) * 5 / 9


class Registry:
    items = {}
    @classmethod
    def add(cls, k, v):
        cls.items[k] = v
        return cls


class Acc:
    total = 0
    def __init__(self):
        self.log = []
    def add(self, n):
        self.total += n
        self.log.append((n, self.total))
        return self


def uses():
    a = Item("x")
    b = Item("y", 2.5, ["q"])
    a.tags.append("t")
    print(a, b, a == b, a == Item("x", 1.5, ["t"]), a.total(), asdict(b), replace(b, name="z"))
    print(Item("k").tags)
    print(Ver(1, 2) < Ver(1, 3), sorted([Ver(2), Ver(1, 5), Ver(1)]), {Ver(1): "a"}[Ver(1)], max(Ver(1), Ver(3)))
    try:
        v = Ver(1)
        v.major = 5
    except AttributeError as e:
        print(type(e).__name__, e)
    p = P(1, 2)
    x, y = p
    print(p, p.x, p[1], x + y, p._asdict(), p._replace(x=5), len(p), list(p), p == (1, 2), p < P(1, 3), P._fields)
    print(E2(1), E2(1, 2))
    e = Emp("bob")
    print(e, e.older(), e.name)
    for n, g in [e, Emp("al", 9)]:
        print(n, g)
    print(Color.RED, repr(Color.RED), Color.RED.name, Color.GREEN.value, Color(2), Color["BLUE"], Color.RED.low())
    for c in Color:
        print(c, c == Color.RED, c is Color.RED)
    print(list(Color), len(Color), {Color.RED: "r"}[Color.RED], Color.RED in (Color.RED,), isinstance(Color.RED, Color))
    try:
        Color(9)
    except ValueError as err:
        print(err)
    print(Lvl.LO < Lvl.HI, Lvl.HI + 1, Lvl.HI == 2, sorted([Lvl.HI, Lvl.LO]), int(Lvl.LO), [10, 20, 30][Lvl.LO])
    print(T(1) <= T(2), T(3) >= T(2), T(1) > T(0), min([T(4), T(2)], key=lambda t: t.n).n, sorted([T(3), T(1)])[0].n, max(T(1), T(5)).n)
    for o in (D1(), D2()):
        print(o.run())
    print(M4().hi(), M2().hi(), [k.__name__ for k in [M4, M2]])
    m = Matrix([[1, 2], [3, 4]])
    m[0, 1] = 9
    m[1, 1] += 5
    print(m[0, 1], (m * 3).rows, (2 * m).rows, len(m), bool(m))
    t = Temp(100.0)
    t.f = 212
    print(t.f, t._c)
    Registry.add("a", 1); Registry.add("b", 2)
    Registry.add("a", 1); Registry.add("b", 2)
    print(Registry.items)
    acc = Acc().add(2).add(5)
    print(acc.total, acc.log, Acc.total)
    shapes = {"c": D1, "d": D2}
    print(shapes["d"]().run())
    fn = acc.add
    fn(10)
    print(acc.total, list(map(acc.add, [1]))[0] is acc)
    print(sum([Ver(1).major, 2]), vars(T(3)), T(3).__class__.__name__, T(1).__dict__)


class Held(NamedTuple):
    names: dict
    n: int = 0

    def size(self):
        return len(self.names)


def tuples_of_what_has_no_hash():
    a = Held({1: "a"})
    print(a, [a], a.size(), a == Held({2: "b"}), a._replace(names={}), a._asdict())
    Row = namedtuple("Row", "u v")
    row = Row([1], 2)
    print(row, str(tuple(row)), row == ([1], 2))
    for f in (lambda: hash(a), lambda: {row: 1}):
        try:
            print(f())
        except TypeError as e:
            print(e)


@dataclass
class Read:
    name: str = "x"
    size: int = 2


def the_object_is_evaluated_once():
    made = []

    def make(name):
        made.append(name)
        return Read(name)

    print(asdict(make("a")), astuple(make("b")), replace(make("c"), name="z"), made)


Visit = namedtuple("Visit", "user page ms")
Visit.__new__.__defaults__ = (None,) * len(Visit._fields)

Reading = namedtuple("Reading", ["name", "value", "unit"])
Reading.__new__.__defaults__ = (0.5, "C")


def defaults_set_later():
    print(Visit(), Visit("ann"), Visit("bob", ms=5), Visit("x", "/", 1.5))
    print(Reading("a"), Reading("b", 3.25), Reading("c", unit="F"))
    try:
        print(Reading())
    except TypeError as e:
        print(e)


def fields_of_objects():
    v = Visit("ann", "/", 3)
    print(v._fields, hasattr(v, "_fields"), hasattr((1, 2), "_fields"), Visit(*v) == v, [*v])
    print(dict(zip(v._fields, v)), v.__match_args__)


def unpacked_calls():
    def total(a, b, c=0):
        return f"{a}-{b}-{c}"

    print(total(*Reading("r", 1.5)), total(*Visit("x", 2)))


@dataclass
class Part:
    number: int
    sizes: list[int] = field(default_factory=list)


@dataclass
class Whole:
    first: Part
    parts: list[Part]
    pair: tuple[int, list[str]]
    some: list[int] | None = None
    names: frozenset[str] = frozenset()


@dataclass
class Branch:
    left: "Branch | None"
    by: dict[str, Part]


def copies_of_all_that_is_in_records():
    x = Whole(Part(1, [2]), [Part(3), Part(4, [5])], (1, ["a"]), [1], frozenset({"½", "b", "aXbXc"}))
    t, d = astuple(x), asdict(x)
    print(t, d)
    t[0][1].append(9)
    t[2][1].append("b")
    t[3].append(2)
    d["pair"][1].append("c")
    d["some"].append(3)
    d["first"]["sizes"].append(4)
    print(x, t, d, sep="\n")
    b = Branch(Branch(None, {}), {"a": Part(1)})
    print(astuple(b), asdict(b))


@dataclass
class Owned:
    name: str
    self: int = 3


def field_that_is_named_self():
    o = Owned("a", self=4)
    print(o, o.self, Owned("b") == Owned("b", 3))


Triple = namedtuple("Triple", "x y z")


class Spread(NamedTuple):
    u: int
    v: int = 5
    w: str = "w"


@dataclass
class Settings:
    a: int
    b: str = "q"


def attempts(make, *given):
    for d in given:
        try:
            print(make(d))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)


def named_tuples_of_dicts():
    attempts(lambda d: Triple(**d), {"x": 1}, {"x": 1, "y": 2}, {}, {"x": 1, "y": 1, "z": 2, "q": 3}, {"z": 3, "y": 2, "x": 1})
    attempts(lambda d: Spread(**d), {"v": 1}, {"u": 2, "w": 3}, {"u": 9})
    attempts(lambda d: Spread(1, **d), {"u": 1}, {"v": 2}, {"w": "e"})
    attempts(lambda d: Spread(*[1], v=4, **d), {"w": "1"}, {"q": 3})


def replaced_by_dicts():
    attempts(lambda d: Triple(1, 2, 3)._replace(**d), {"x": 5}, {"q": 5}, {})
    print(Triple(1, 2, 3)._replace(**{"y": 7}))
    over = dict([("b", "new")])
    s = Settings(1)
    print(replace(s, **over), replace(s, a=5, **over), replace(s, **{"a": 2}))

    def changed(s, **kw):
        return replace(s, **kw)
    print(changed(s, a=0), changed(s) == s, changed(s) is s)


def replaced_and_assigned():
    p = Triple(1, 2, 3)
    q = p._replace(x=5)
    r = Triple(1, 2, 3)._replace(y=7)._replace(z=q.x)
    print(q, r)


@dataclass
class Measure:
    x: float
    y: int = 0


def records_that_hold_a_nan():
    def same(v):
        print(v == v, v != v, v in [v], [v].index(v), [v].count(v), [v] == [v])
    n = float("nan")
    same(Triple(n, 1, 2))
    same(Measure(n))
    same(Measure(1.5))
    print(Measure(1.0) == Measure(1.0), Triple(1, 2, 3) == (1, 2, 3), Measure(float("nan")) == Measure(float("nan")))


def reprs_of_dataclasses_inside_of_functions():
    @dataclass
    class A:
        x: int

        @dataclass
        class B:
            y: str = "b"

    class N(NamedTuple):
        z: int

    @dataclass
    class D(A):
        w: int = 3

        def __getattr__(self, n):
            return n

    print(A(1), A.B(), N(2), D(4), [A(1)], f"{A.B()!r:>60}", D(3).other)


def fields_that_cannot_be_set():
    @dataclass(frozen=True)
    class C:
        x: int = 1

    o = C()

    def s():
        print("evaluated")
        return 3

    def attempt(f):
        try:
            f()
        except Exception as e:
            print(type(e).__name__, e)

    def text():
        o.x = int("true")

    def plain():
        o.x = 5

    def more():
        o.x += s()

    def new():
        o.y = s()

    for f in (text, plain, more, new):
        attempt(f)
    print(o)
