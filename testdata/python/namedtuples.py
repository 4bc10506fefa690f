"""Named tuples as the tuples that they are: among other values, derived from, and made by a __new__ of their own."""
import json
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import date, datetime
from functools import reduce
from typing import NamedTuple

P = namedtuple("P", "x y")


class Q(NamedTuple):
    a: int
    b: str = "z"


class R(namedtuple("R", "u v")):
    def total(self):
        return self.u + self.v


class S(R):
    pass


class Measure(namedtuple("Measure", "value, delta")):
    __slots__ = ()

    def __new__(_cls, value=0.0, delta=0.0):
        return super().__new__(_cls, float(value), abs(float(delta)))

    def __str__(self):
        return "%g±%g" % self

    def half(self):
        return Measure(self.value / 2, self.delta)


class Three(namedtuple("Three", ["a", "b", "c"])):
    def __new__(cls, a, b=None):
        if b is None:
            self = super(Three, cls).__new__(cls, a, a, 0)
        else:
            self = super(Three, cls).__new__(cls, a, b, a + b)
        return self


def flat(x):
    if isinstance(x, (list, tuple)):
        return sum([flat(i) for i in x])
    return x if isinstance(x, int) else 0


def among_others():
    xs = [P(1, 2), Q(3), R(4, 5), (6, 7), [8, P(9, 10)], 11]
    for x in xs:
        print(x, isinstance(x, tuple), flat(x), x.__class__)
        match x:
            case [a, b]:
                print("pair", a, b)
            case _:
                print("no")
        print(json.dumps(x), "%s" % (x,), x == (1, 2), (6, 7) == x, (1, 2) == x)
        if isinstance(x, tuple):
            print(hash(x) == hash(tuple(x)), "%s-%s" % x, x + (0,), x * 2, x[:1], x[-1], len(x), (0,) + x)
    print(flat(xs), json.dumps({"a": xs}))
    print({(1, 2): "x", (3, "z"): "y"}[xs[1]], xs[0] in {(1, 2)})


def derived():
    r, s = R(1, 2), S(3, 4)
    print(isinstance(r, tuple), isinstance(s, tuple), isinstance(s, R), issubclass(S, tuple), issubclass(R, tuple), issubclass(P, tuple))
    print(hasattr(r, "_fields"), r._fields, r._replace(u=5), s._replace(v=7), S._make([1, 2]), S(*[5, 6]), r._asdict())
    print(s + (1,), r * 2, 2 * r, s[:1], s[-1], len(s), [*s], dict([r, s]), sum(s), "%s-%s" % s, r < s, r == (1, 2))
    a, b = s
    print(a, b, s.index(4), tuple(reversed(s)), sorted([s, r]), max(r, s), hash(r) == hash((1, 2)), {(1, 2): "x"}[r])


def made_by_new():
    p, q = Measure(100, -1.1), Measure(50)
    print(p, q, (p, q), Measure(), p.half(), repr(Measure(delta=2)), p[0], isinstance(p, tuple))
    print(Three(1), Three(1, 2), Three(a=2, b=3).c)
    try:
        print(Three())
    except TypeError as e:
        print(e)


def kinds():
    od = OrderedDict()
    od["a"] = 1
    dd = defaultdict(int)
    c = Counter("abc")
    d = {"a": 1}
    print(isinstance(od, OrderedDict), isinstance(d, OrderedDict), isinstance(dd, OrderedDict), isinstance(od, dict))
    print(isinstance(od, defaultdict), isinstance(dd, defaultdict), isinstance(d, (defaultdict, list)), isinstance(c, dict))
    print(isinstance(datetime(2020, 1, 1), date), isinstance(date(2020, 1, 1), datetime), isinstance(c, OrderedDict))
    print(OrderedDict, defaultdict, Counter, deque, datetime, date, P, [OrderedDict, date])
    print(type(od), type(dd), type(c), type(deque()), type(P(1, 2)), type(ChainMap()), ChainMap().__class__)


def methods_of_built_in_classes():
    print(reduce(int.__mul__, [1, 2, 3]), list(map(list.__add__, [[1], [2]], [[3], [4]])), list(map(str.__len__, ["a", "bc"])))
    print(list(map(int.__add__, [1, 2], [3, 4])), sorted([3, 1], key=int.__neg__), list(map(str.__add__, "ab", "cd")))
    print(reduce(set.__or__, [{1}, {2}]), reduce(dict.__or__, [{1: 2}, {3: 4}]))
    f = int.__add__
    print(f(2, 3), float.__add__(1.0, 2.0), int.__add__(1, 2.5))


def lambdas_called_at_once():
    (lambda x, *a, **k: print(x, a, k))(1, 5, m=3)
    (lambda x, y=-1, *args, m=-2, n, **kwargs: print(x, y, args, m, n, kwargs))(1, 2, 8, 16, m=128, n=256.5, p=1024.5)
    (lambda x, **k: print(x, k))(1)
