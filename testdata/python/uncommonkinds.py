"""What a value is known when running only, or turns out to be of another kind than the script seems to say: named tuples and their
_replace, containers that take other elements, what is no iterable, private names, and iterators that return a value."""

import time
from collections import Counter, defaultdict, deque, namedtuple

P = namedtuple("P", "a b")
Q = namedtuple("Q", ["a", "c"])


def replaced(x):
    try:
        print(x._replace(a=1), x._asdict(), x._replace())
        print(x._replace(zz=1))
    except Exception as e:
        print(type(e).__name__, e)


def replaces():
    for x in [P(3, 4), Q(3, 5)]:
        replaced(x)
    for x in [P(3, 4), "abc", None]:
        try:
            y = x._replace(a="x")
            print(y, y == P("x", 4))
        except AttributeError as e:
            print(e)


def widened():
    c = Counter("abc")
    c[3] = 5
    c.update([1, 2, 1])
    print(c)
    d = deque("ab", 4)
    d.append(5)
    d.extend([None, 2.5])
    d.appendleft((1, 2))
    print(d, len(d), d.maxlen)
    e = deque([1, 2])
    e.append(3)
    print(e, sum(e))


def factories(_=None):
    d = defaultdict(any, {"a": 1})
    print(d["a"])
    e = dict(d)
    e["b"] = 5
    print(e, sorted(dict(defaultdict(any, {"a": 1})).items()))
    print(d["zz"])


class Plain:
    def __init__(self):
        self.n = 5


def attempts(first, *more):
    for f in [first, *more]:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


def spread_object(_=None):
    return [*Plain()]


def spread_in_set(_=None):
    return {*Plain()}


def contains(_=None):
    return 1 in Plain()


def joined(_=None):
    return "".join(Plain())


def joined_int(_=None):
    return "x".join(5)


def printed(_=None):
    return print(*5)


def zipped(_=None):
    return list(zip(Plain(), [1]))


def caught_factories():
    attempts(factories)


def not_iterable():
    attempts(spread_object, spread_in_set, contains, joined, joined_int, printed, zipped)
    try:
        print("x", *7)
    except TypeError as e:
        print(e)


def unpacking():
    xs = [[1, 2, 3], (4, 5)]
    print([y for y, *z in xs], [z for y, *z in [(1, 2, 3), (4, "b")]], {a: c for a, *b, c in ["xyz", "pq"]})
    print(time.gmtime(0) < (1980,), time.gmtime(0) == time.gmtime(0), (1970, 1) <= time.gmtime(5))


class Rat:
    __slots__ = ["_Rat__n", "__d"]
    __made = 0

    def __init__(self, n):
        self.__n, self.__d = n, 1
        Rat.__made += 1

    def __secret(self, __x):
        return self.__n + __x

    def call(self):
        return self.__secret(4) + self.__d


class Base:
    def __init__(self, n):
        self.__n = n

    def get(self):
        return self.__n


class Derived(Base):
    def __init__(self):
        super().__init__(7)
        self.__n = "mine"

    def mine(self):
        return self.__n, self.get()


def private_names():
    r = Rat(3)
    print(r.call(), r._Rat__n, Rat._Rat__made)
    d = Derived()
    print(d.mine(), d.__dict__, hasattr(d, "__n"), getattr(d, "_Derived__n"))
    try:
        print(d.__n)
    except AttributeError as e:
        print(e)


class Counting:
    def __init__(self, what):
        self.n, self.what = 0, what

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration(self.what)
        return self.n


def returning(it):
    r = yield from it
    print("returned", r)


def inner(first):
    got = yield first
    print("got", got)
    return "inner's"


def iterators():
    print(list(returning(Counting("val"))))
    for it in [Counting(None), [3], inner(1)]:
        print(list(returning(it)))
    try:
        it = Counting("end")
        while True:
            next(it)
    except StopIteration as e:
        print(e.value)


class Less:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


def orders():
    for a, b in [(Less(1), Less(2)), (Less(1), 5), ("x", Less(3))]:
        for compare in [lambda x, y: x < y, lambda x, y: x <= y, lambda x, y: x > y]:
            try:
                print(compare(a, b))
            except (TypeError, AttributeError) as e:
                print(e)


def put(c, v):
    c.append(v)
    print(c)


def set_item(x, i, v):
    x[i] = v
    return x


def boxed_containers():
    xs = [[1, 2], None, "s"][0]
    put(xs, "a")
    put(xs, 5)
    a = [1, 2, 3]
    print(set_item([a, "x"][0], 0, "changed"), a)
    d = {"a": 1}
    s = {1, 2}
    kept = [d, "x", s]
    for v in kept:
        if isinstance(v, dict):
            v["b"] = "text"
            v.update({3: None})
            v.setdefault("c", 2.5)
        elif isinstance(v, set):
            v.add("x")
    print(kept[0], d, len(s))
    q = deque([1])
    put([q, 1][0], "z")
    print(q)


def get(d, k):
    return d[k]


def missing_keys():
    d = defaultdict(int)
    d["a"] += 1
    print(d[3], d)
    e = defaultdict(list, {"a": [1]})
    for k in ["a", 3, None, (1, 2)]:
        e[k].append(5)
    print(e)
    f = defaultdict(lambda: 7, {"x": 1})
    print([get(f, k) for k in ["x", 3, None]], dict(f))
