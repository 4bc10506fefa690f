"""Containers made of values whose types are known only when the program runs."""
from collections import Counter, OrderedDict, defaultdict
import json

class S:
    def __init__(self, a, b):
        self.a, self.b = a, b
def f(x):
    return OrderedDict(x.b)
def g(v):
    return OrderedDict(v), dict(v)


def ordered():
    print(f(S(1, [("0", 255), ("a", 2)])))
    print(f(S(1, {"k": 1})))
    for v in ([("x", 1)], {"y": 2}, (("z", 3),)):
        print(g(v))


def counted():
    v = json.loads('{"a": {"x": 3}, "b": ["p", "q", "p"], "c": [["k", 1]]}')
    print(Counter(v["a"]), Counter(v["b"]))
    print(dict(defaultdict(int, v["a"])), dict(defaultdict(int, v["c"])))
    c = Counter()
    c.update(v["a"]); c.update(v["b"])
    print(c)
    c.subtract(v["b"]); c.subtract(v["a"])
    print(c, Counter(None), Counter(v["a"]) + Counter(v["b"]))
    print(OrderedDict(v["a"]), OrderedDict(v["c"]))
    d = defaultdict(list, v["c"])
    d["n"].append(1)
    print(d)
    w = Counter("abca")
    w.update(v["b"])
    w.update(["a"]); w.update({"z": 2})
    print(w, Counter(x for x in "aab"), Counter({"q": 2}), Counter(a=1))
    n = Counter([1, 2, 2])
    n.update(json.loads("[1, 2]"))
    print(n, sum(n.values()))
    for bad in (v["a"]["x"], None):
        try:
            print(Counter(bad))
        except TypeError as e:
            print(e)


class Hashed:
    def __init__(self, key):
        self.key = key

    def __repr__(self):
        return f"Hashed({self.key!r})"

    def __eq__(self, other):
        return isinstance(other, Hashed) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


class Fixed:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


def hashed():
    kinds = [Hashed, Fixed, int]
    objects = {kinds[0](("a,b,,c", 2)), kinds[0](("abc", 3)), kinds[0](("The Quick", 255))}
    print(objects, [hash(o) for o in objects], {Hashed(1.5), Hashed("x"), Hashed(None)} == {Hashed("x"), Hashed(None), Hashed(1.5)})
    print([hash(kinds[1](h)) for h in (-1, -2, 0, True, 2**61 - 1, 2**61, -2**61, 2**62 + 5)])
