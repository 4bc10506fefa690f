"""The dicts of module collections, made and changed in all their ways."""

from collections import Counter, OrderedDict, defaultdict, deque


def defaults():
    d = defaultdict(int, {"a": 1})
    d["b"] += 2
    print(d)
    e = defaultdict(list, [("a", [1])])
    e["a"].append(2)
    e["z"].append(3)
    print(dict(e), len(e))
    print(defaultdict(int, a=1, b=2))
    f = defaultdict(lambda: defaultdict(int))
    f["a"]["b"] += 1
    print(f["a"])
    base = {"x": [1]}
    g = defaultdict(list, base)
    g["y"].append(5)
    print(g, base)


def counted(words, start=None):
    counts = defaultdict(int, start or {})
    for w in words:
        counts[w] += 1
    return dict(counts)


def defaults_of_a_parameter():
    print(counted(["a"]), counted(["a"], {"a": 4}))


def ordered():
    print(OrderedDict(a=1, b=2), OrderedDict({"x": 1}), OrderedDict([("p", 1)], q=2))
    o = OrderedDict({"x": 1, "y": 2})
    o.move_to_end("x")
    print(o, o.popitem(last=False))


def counters():
    print(Counter(a=1, b=2), Counter({"a": 1}, b=3))
    c = Counter("aab")
    c.update(a=2)
    print(c)
    c.subtract(a=5)
    c.subtract({"b": 2})
    c.subtract("ab")
    print(c)
    c.subtract(Counter("aabz"))
    print(c, +c, -c)


class Recent(OrderedDict):
    def __init__(self, capacity, *args, **kwargs):
        self.capacity = capacity
        super().__init__(*args, **kwargs)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.capacity:
            self.popitem(last=False)


def derived():
    r = Recent(2)
    r["a"] = 1
    r["b"] = 2
    r["a"]
    r["c"] = 3
    print(list(r.items()), "b" in r, r, Recent(3, [("x", 1)], y=2))


def ordered_and_boxed():
    mixed = ["", OrderedDict([("a", 1), ("b", 2), ("c", 3)]), {"a": 1}]
    o = mixed[1]
    o.move_to_end("a")
    print(o)
    o.move_to_end("c", last=False)
    print(o, o.popitem(), o.popitem(last=False), o.popitem(False), o)
    for f in (lambda: o.popitem(), lambda: o.move_to_end("q"), lambda: mixed[2].move_to_end("a"), lambda: mixed[2].popitem(last=True), lambda: OrderedDict().popitem(), lambda: {}.popitem()):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


def counters_equal():
    a = Counter("aab"); b = Counter("aabbc"); z = Counter({"a": 2, "b": 1, "d": 0})
    print(a == z, a != z, z == a, a == b, a == {"a": 2, "b": 1}, {"a": 2, "b": 1, "d": 0} == a, z == {"a": 2, "b": 1, "d": 0}, z == {"a": 2, "b": 1})
    print([a] == [z], a in [z], [z].index(a), a < b, a <= b, a > b, a >= b, b > a, a <= z, a < z, not a < z)
    xs = [a, z, 1]
    print(xs[0] == xs[1], xs[0] != xs[1], xs[1] == xs[0])


def counters_in_place():
    a = Counter("aab"); d = a; o = Counter("bc")
    a += o
    print(a is d, d)
    a -= Counter("bb"); print(a is d, d)
    a |= Counter("zz"); print(a is d, d)
    a &= Counter("zza"); print(a is d, d)
    xs = [Counter("ab"), Counter([1, 2]), 3]
    print(xs[0] + xs[1], xs[0] == xs[1], xs[0] < xs[1], xs[0] <= xs[0], xs[0] - xs[1])
    try:
        print(xs[0] < {"a": 1})
    except TypeError as e:
        print(e)
    print(max([Counter("a"), Counter("ab")]), sorted([Counter("ab"), Counter("a")]))
    y = xs[0]
    y += Counter("a")
    print(y is xs[0], xs)


class Box:
    def __init__(self):
        self.c = Counter("aab")


def counters_kept():
    b = Box(); d = b.c
    b.c += Counter("b"); print(b.c is d, d)
    m = {"k": Counter("xy")}; e = m["k"]
    m["k"] -= Counter("x"); print(m["k"] is e, e)
    c = Counter("ab"); c -= c; print(c)
    c = Counter({"a": -1, "b": 2}); c += Counter("a"); print(c)
    c |= c; print(c)
    z = [Counter("ab"), 1]
    z[0] &= Counter("a")
    print(z)
    try:
        z[1] += z[0]
    except TypeError as ex:
        print(ex)
    try:
        z[0] += z[1]
    except (TypeError, AttributeError) as ex:
        print(type(ex).__name__)


def augmented_items():
    m = {"k": deque([1])}; e = m["k"]
    m["k"] += [2]; print(m["k"] is e, e)
    m["k"] *= 2; print(m["k"] is e, e)
    b = Box(); b.d = deque("a"); e = b.d; b.d += "xy"; print(b.d is e, e)
    ms = [deque("ab")]; e = ms[0]
    ms[0] += deque("c"); print(ms, e)
    z = [Counter("ab"), 1]
    z[0] += {"b": 3}
    print(z)
    z[0] += Counter([1, 2])
    print(z)
    try:
        z[0] ^= z[0]
    except TypeError as ex:
        print(ex)


def factories_that_cannot_be_called():
    try:
        d = defaultdict(5)
        print(d)
    except TypeError as e:
        print(e)
