"""The dicts of module collections, made and changed in all their ways."""

from collections import Counter, OrderedDict, defaultdict


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
