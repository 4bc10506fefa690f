import copy
import json
import operator
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique
from functools import reduce


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


class Kind(str, Enum):
    A = "a"
    B = "b"


class Rank(int, Enum):
    LOW = 0
    HIGH = 1


class Name(StrEnum):
    ONE = auto()
    TWO = "deux"


class Level(Enum):
    LOW = ("low", 1)
    HIGH = ("high", 10)

    def __new__(cls, value, weight):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.weight = weight
        return obj


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    FOO = auto()
    BAR = auto()
    BAZ = 5


class Found(Enum):
    A = "a"
    B = "b"
    UNKNOWN = "?"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.value == value.lower():
                    return m
        return cls.UNKNOWN


@unique
class Unit(Enum):
    MB = "mb"
    KB = "kb"

    @property
    def twice(self):
        return self.value * 2

    @classmethod
    def has(cls, v):
        return v in cls._value2member_map_

    def __lt__(self, other):
        return self.name < other.name


Animal = Enum("Animal", "CAT DOG")
Letter = Enum("Letter", [("L", "l"), ("M", "m")])
Number = IntEnum("Number", {"P": 5, "Q": 6})
Zero = Enum("Zero", ["A", "B"], start=0)


def flags():
    p = Perm.R | Perm.X
    print(p, repr(p), p.value, Perm.R in p, Perm.W in p, bool(p & Perm.W), ~Perm.R, Perm.RW, p.name, Perm.R.name)
    print(list(Perm), len(Perm), list(p), p ^ Perm.R, Perm(3), Perm(5), Perm(0), Perm["RW"], p == Perm.X | Perm.R, {p: 1}[Perm(5)])
    q = Perm(0)
    q |= Perm.W
    q &= ~Perm.R
    print(q, q == Perm.W, bool(Perm.NONE), not q, [f.name for f in Perm.RW], len(p))
    print(reduce(operator.or_, [Perm.R, Perm.W]), reduce(lambda a, b: a | b, Perm), type(p), Perm.__members__)
    for v in [16, -20, "x"]:
        try:
            print(Perm(v))
        except ValueError as e:
            print(e)
    try:
        print(Perm.R | 1)
    except TypeError as e:
        print(e)


def int_flags():
    m = Mode.A | Mode.C
    print(m, repr(m), m + 1, int(m), m & Mode.A, m == 5, isinstance(m, int), Mode(7), Mode(8), repr(Mode(9)), f"{m}", ~Mode.A)
    print(m | 2, repr(m | 2), repr(2 | m), repr(m & 4), repr(Mode(0)), m.name, list(m), 1 in [m], m > 3, json.dumps({"m": m}))
    held = {"flags": m, "n": 2}
    print(held["flags"] | held["n"], held["flags"] & Mode.A, held["n"] + held["flags"], isinstance(held["flags"], IntFlag))


def mixed():
    print(Kind.A, Kind.A == "a", Kind.A.value, f"{Kind.A}", "x" + Kind.B, Kind("b"), json.dumps([Kind.A]), Kind.A.upper(), Kind.A in ("a", "z"), {"a": 1}[Kind.A])
    print("-".join([Kind.A, Kind.B]), len(Kind.A), repr(Kind.A), json.dumps({Kind.A: Rank.HIGH}), Kind.B.startswith("b"))
    print(Rank.LOW, Rank.LOW + 1, Rank.LOW < Rank.HIGH, max(Rank), repr(Rank.HIGH), f"{Rank.LOW}", "%d" % Rank.HIGH, Rank(1), [10, 20][Rank.HIGH], range(Rank.HIGH))
    print(bool(Rank.LOW), sum(Rank), Rank.HIGH.bit_length(), sum([Rank.HIGH, Rank.HIGH]))
    print(Name.ONE, repr(Name.ONE), Name.ONE == "one", Name.TWO.upper(), f"{Name.TWO}", Name("one"), [s.value for s in Name])


def values():
    print(Level("low"), Level.HIGH.weight, Level.HIGH.value, repr(Level.LOW))
    print([a.value for a in Auto], [z.value for z in Zero])
    print(Found("A"), Found("zz"), Found(3))
    print(Unit.MB.twice, sorted(Unit), Unit.has("mb"), Unit.has(3), Unit.KB._value_, Unit.KB._name_)


def lookups():
    print(list(reversed(Color)), Color.__members__, Color["CRIMSON"], Color.CRIMSON is Color.RED, len(Color))
    name = "CRIMSON"
    print(Color[name])
    for key in ["GREEN", "q"]:
        try:
            print(Color[key])
        except KeyError as e:
            print(repr(e))
    print(list(Animal), Animal.CAT, Animal(2), list(Letter), Letter("m"), Number.P + 1, list(Number))


def boxed():
    x = {"k": Color.RED, "n": 1}
    print(x["k"].name, x["k"].value, x["k"] == Color.RED, x["k"] is Color.RED, isinstance(x["k"], Color), isinstance(x["k"], Enum), isinstance(x["n"], Enum), type(x["k"]))

    def show(v):
        if isinstance(v, Enum):
            return v.name
        return v

    print(show(Color.RED), show(3), Color, type(Color.RED))
    print(json.dumps({"c": x["k"]}, default=lambda o: o.name))
    print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)


class Op(Enum):
    ADD = "+"
    SUB = "-"


def members_spread():
    print([*Op], len([*Op, 1]), {*Op}, (*Op, 2), *Op)
    print([*Op][::-1], dict(zip(Op, [1, 2])), sorted([*Op], key=lambda o: o.value), max(*Op, key=lambda o: o.name))


def members_passed_on():
    def count(*xs):
        return len(xs)
    print(count(*Op), count(1, *Op), [x.name for x in {*Op} if x is Op.ADD])


def members_unpacked():
    a, b = Op
    c, *d = Op
    print(a, b, c, d)
    for i, (o, p) in enumerate(zip(Op, "xy")):
        print(i, o, p)


class Annotated(Enum):
    LOW: int = auto()
    MIDDLE: int = auto()
    HIGH: int = 7
    note: str


class Unpacked(Enum):
    A, B = 1, 2
    C = D = 3
    [E, F] = "e", ("f", 1)


def members_annotated():
    print(list(Annotated), Annotated.HIGH.name, Annotated(2))


def members_of_targets():
    print(list(Unpacked), Unpacked.D, Unpacked.F.value, Unpacked.B)


class Size(IntEnum):
    S = 3
    L = 255


def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def members_of_unknown_type_stand_for_numbers():
    x = [False, Size.S, "-7"][-2]
    print(abs(x), -x, +x, ~x, round(x), round(x, -1), "abcdef"[x:], "abcdef"[:x], "%d|%5d|%c" % (x, x, x), f"{x:04d}|{x:>5}|{x}", {3: "a"}[x], x.bit_length(), x.to_bytes(2, "big"), x.real, x.numerator)
    told(lambda: len(x))
    told(lambda: x[0])
    told(lambda: x.nothing)


def members_of_unknown_type_stand_for_texts():
    x = [False, Kind.A, 1.5][-2]
    print(x.upper(), len(x), x in "abcdefgh", {3: 1, x.value: 2}[x], x[0], x.encode(), "-".join([x, "c"]), f"{x:>10}|{x}")
    told(lambda: -x)
    told(lambda: round(x))
