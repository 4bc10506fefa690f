"""Containers that functions return take other elements later: lists of split and sorted, copies, sums of two."""

import csv
import io
import re
from collections import Counter, OrderedDict, defaultdict


def results():
    xs = "a b".split()
    xs.append(1)
    print(xs)
    ys = sorted([3, 1])
    ys.append("z")
    print(ys)
    d = dict(a=1)
    d["b"] = "x"
    print(d)
    zs = list(range(3))
    zs.append(None)
    print(zs)
    ws = list("abc")
    ws[0] = 1
    print(ws)
    qs = re.findall("a", "banana")
    qs.insert(0, 2.5)
    print(qs)
    kk = list({"a": 1}.keys())
    kk.append(3)
    print(kk)
    cc = [1, 2].copy()
    cc.append("s")
    print(cc)
    dd = {"a": 1}.copy()
    dd["q"] = None
    print(dd)
    s = set([1])
    s.add("a")
    print(len(s))


def sums():
    q = [1] + [2]
    q.append("s")
    print(q)
    acc = []
    for i in range(3):
        acc = acc + [i]
    acc.append(2.5)
    print(acc)
    acc2 = []
    for i in range(3):
        acc2 += [i]
    print(acc2)
    s = set()
    for i in range(3):
        s = s | {i}
    s |= {"a"}
    print(len(s))
    r = [0] * 3
    r[1] = "x"
    print(r)
    t = (1, 2) + (3,)
    print(t)
    e = [] + []
    print(e)
    d = {"a": 1} | {"b": 2}
    d["c"] = "d"
    print(d)


def countdown(n, acc=[]):
    return acc if n == 0 else countdown(n - 1, acc + [n])


def permutations(xs):
    if not xs:
        return [[]]
    out = []
    for i in range(len(xs)):
        for p in permutations(xs[:i] + xs[i+1:]):
            out.append([xs[i]] + p)
    return out


def quicksort(xs):
    if len(xs) <= 1:
        return xs
    p = xs[0]
    return quicksort([x for x in xs[1:] if x < p]) + [p] + quicksort([x for x in xs[1:] if x >= p])


def kinds():
    o = OrderedDict([("a", 1), ("b", 2)])
    o["c"] = "x"
    o.move_to_end("a")
    print(o)
    c = Counter("hello")
    c["z"] = 1
    print(c)
    m = Counter("hello").most_common()
    m.append(("q", 2.5))
    print(m)
    d = defaultdict(int)
    d["q"] += 1
    d["t"] = "x"
    print(d, d["nope"])
    rows = [l.split(",") for l in ["a,b", "c,d"]]
    for r in rows:
        r.append(len(r))
    print(rows)
    e = {}
    for l in ["a,b"]:
        e[l] = l.split(",")
    e["a,b"].append(3)
    print(e)


def words(l):
    return l.split()


def from_functions():
    xs = words("a b")
    xs.append(None)
    print(xs, words("c"))


class Parts:
    def __init__(self, s):
        self.parts = s.split("-")
    def add(self, x):
        self.parts.append(x)
        return self


def default_values():
    d = defaultdict(lambda: 0)
    d["q"] += 1
    d["t"] = "x"
    print(d["nope"])
    e = dict(a=1)
    f = {k: v for k, v in e.items()}
    g = e
    g["b"] = None
    print(e, f)


def each_row(rows):
    for r in rows:
        r[0] = 5
        r.append(len(r))
        print(r)


def rows_and_elements():
    for r in map(str.split, ["a b", "c"]):
        r.insert(0, 1)
        print(r)
    a, b = "x y".split(), "z w".split()
    a.append(1)
    print(a, b)
    xs = [w.split(":") for w in ["a:1"]]
    xs[0][1] = int(xs[0][1])
    print(xs)
    m = {k: sorted(v) for k, v in {"a": [2, 1]}.items()}
    m["a"].append("z")
    print(m)
    ys = ("a b".split(), 3)
    ys[0].append(2)
    print(ys)
    for p in ["a b".split(), "c".split()]:
        p.append(None)
        print(p)
    q = "a b".split() + [1]
    print(q)
    z = [1, 2, 3][1:]
    z.append("s")
    print(z)
    zz = "a b".split() or []
    zz.append(3)
    print(zz)
    s = {1, 2} | {3}
    s.add("t")
    print(len(s))
    t = sorted([2, 1]) * 2
    t[0] = "q"
    print(t)
    u = "a b".split()[:1]
    u.append(3)
    print(u)
    v = list(zip([1], "a"))
    v.append("x")
    print(v)
    w = dict(zip("ab", [1, 2]))
    w[3] = [1]
    print(w)
    x = list(map(int, ["1"]))
    x += ["b"]
    print(x)
    x.extend(["c", None])
    print(x)
    y = "a,b".split(",") if x else []
    y.append(0)
    print(y)


def with_first(xs):
    xs[0] = "a"
    return xs


def items():
    for p in [1, 2], [3]:
        p[0] = "q"
        print(p)
    for k, v in {"a": [1]}.items():
        v[0] = None
        print(k, v)
    xs = ["a b".split(), "c d".split()]
    for x in xs:
        x[1] = 5
    print(xs)
    for i, part in enumerate("a b,c d".split(",")):
        w = part.split()
        w[0] = i
        print(w)
    for a, b in zip(["x y".split()], [1]):
        a[0] = b
        print(a)
    rows = list(map(lambda l: l.split(","), ["a,b"]))
    rows[0][0] = 1
    print(rows)
    rs = sorted([l.split(",") for l in ["a,b"]])
    rs[0][0] = 1.5
    print(rs)
    it = iter([l.split(",") for l in ["a,b"]])
    r = next(it)
    r[0] = 7
    print(r)
    st = {"k": "v w".split()}
    st["k"][1] = 2
    print(st)
    t = ("a b".split(), {"z": 1})
    t[0][0] = 1
    t[1]["y"] = "s"
    print(t)
    l2 = [[0] * 2 for _ in range(2)]
    l2[0][1] = "x"
    print(l2)
    m = re.match(r"(\w)(\w)", "ab")
    gs = list(m.groups())
    gs[0] = 1
    print(gs)
    print(with_first([1]))


def yielded(text):
    yield text.split()


def recursive():
    print(countdown(4))
    print(permutations([1, 2, 3]))
    print(quicksort([3, 1, 2]), quicksort("b a".split()))


def attributes_and_names():
    print(Parts("a-b").add(1).add("c").parts)
    a = b = "x y".split()
    b.append(7)
    print(a, b, a is b)


def loops():
    each_row(csv.reader(io.StringIO("a,b\nc,d\n")))
    for z in yielded("a b"):
        z[0] = 1
        print(z)


class Held:
    def __init__(self, names, sizes):
        self.names = names
        self.sizes = sizes


def lists_of_many_calls():
    a = Held(["a"], [0.5])
    b = Held(["b", "c"], [1.5])
    c = Held(list(reversed(["d"])), [2.5])
    d = Held(Held(["e"], [0.0]).names, Held(["f"], [1.0]).sizes)
    e = Held(["g"], Held(["h"], [3.0]).sizes)
    f, g, h = Held(["i"], [4.0]), Held(["j"], [5.0]), Held(["k"], [6.0])
    i, j, k = Held(["l"], [7.0]), Held(["m"], [8.0]), Held(["n"], [9.0])
    k.names.append(None)
    k.sizes.append("x")
    for o in [a, b, c, d, e, f, g, h, i, j, k, Held(["o"], [10.0]), Held(["p"], [None])]:
        print(o.names, o.sizes)
