def sets():
    a, b = {1, 2, 3}, {3, 4}
    print(a | b, a & b, a - b, a ^ b, a <= b, {1} < a, a.union([9], [8]), a.intersection([1, 7]), a.difference([1]), a.symmetric_difference([3, 9]))
    a.update([5, 6], (7,))
    a.discard(100)
    a.remove(1)
    print(sorted(a), a.issubset(range(10)), a.issuperset([5]), a.isdisjoint([100]), len(a), 5 in a)
    a.intersection_update([5, 6, 99])
    a.difference_update([5])
    a.symmetric_difference_update([1, 6])
    print(a, frozenset([1, 2]) | {3}, frozenset("a"), {frozenset([1]): 2}, frozenset([1, 2]).union([3]))


def set_ops_in_place():
    a = {1, 2, 3}
    a |= {4}
    a &= {1, 4, 5}
    a -= {5}
    print(a)


def lists():
    x = [3, 1, 2]
    x.append(5)
    x.extend([7, 8])
    x.insert(0, 9)
    print(x, x.pop(), x.pop(0), x.index(1), x.count(3), sorted(x), x[::-1], x[1:3], x + [1], x * 2)
    x.sort(reverse=True)
    x.remove(1)
    del x[0]
    x[0] = 100
    x.reverse()
    print(x, list(reversed(x)), max(x), min(x), sum(x), any(x), all(x), [] == [], [1, 2] < [1, 3])
    x[1:2] = [0, 0]
    print(x, list(range(5)), list("abc"), [i * j for i in range(3) for j in range(3) if i != j])


def dicts():
    d = {"a": 1, "b": 2}
    d["c"] = 3
    print(d, d["a"], d.get("z"), d.get("z", 0), d.pop("a"), d.pop("zz", None), "b" in d, list(d), list(d.items()), d.setdefault("q", 5))
    d.update({"x": 9})
    d.update(y=10)
    d.update([("w", 1)])
    print(d, len(d), {**d, "n": 1}, d | {"m": 2}, dict(zip("ab", [1, 2])), dict(a=1), {k: v * 2 for k, v in d.items()}, dict.fromkeys(["a", "b"], 0))
    del d["x"]
    print(sorted(d, key=lambda k: d[k]), d.popitem(), d == {"b": 2}, sum(d.values()), max(d.values()), d.keys() & {"b", "c"})


def optional_values():
    d = {"a": None, "b": 1}
    print(d.get("a"), d.get("b"), d.get("c"), d["a"] is None)


def missing_key():
    {"a": 1}["b"]


def tuples():
    t = (1, "a", 2.5)
    a, b, c = t
    print(t, a, b, c, t[1], len(t), t + (4,), t * 2, (1,), (), t == (1, "a", 2.5), (1, 2) < (1, 3), 1 in t, t.index("a"), t.count(1))
    first, *rest = [1, 2, 3]
    print(first, rest, tuple([1, 2]), tuple("ab"), sum((1, 2)))


def builtins():
    print(list(zip([1, 2], "ab")), list(enumerate("ab", 1)), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])), list(map(lambda a, b: a + b, [1], [2])))
    print(sorted([3, 1], reverse=True), sorted("bA", key=str.lower), min([3, 1], key=lambda x: -x), max("a", "b"), sum([0.1, 0.2]), sum([[1], [2]], []), min([], default=0))
    print(isinstance(1, int), isinstance("a", (int, str)), type(1).__name__, callable(len), bool([]), int(True), hash("a") == hash("a"), next(iter([1])), list(zip([1], [2], [3])))
    it = iter([1, 2])
    print(next(it), next(it), next(it, None))


def generators():
    def gen(n):
        for i in range(n):
            yield i * i

    print(list(gen(4)), sum(x for x in gen(3)), [x for x in gen(5) if x % 2], next(gen(2)))


def nested():
    d = {}
    for k, v in [("a", 1), ("b", 2), ("a", 3)]:
        d.setdefault(k, []).append(v)
    print(d, {k: sum(v) for k, v in d.items()})
    m = [[0] * 3 for _ in range(2)]
    m[1][2] += 5
    print(m, [list(r) for r in zip(*m)])


def exceptions():
    for kind in range(4):
        try:
            if kind == 0:
                print(1 // 0)
            elif kind == 1:
                print([][1])
            elif kind == 2:
                print({}["k"])
            else:
                print(int("x"))
        except ZeroDivisionError as e:
            print("zero", e)
        except (IndexError, KeyError) as e:
            print(type(e).__name__, e)
        except Exception as e:
            print("other", e, repr(e))
        finally:
            print("finally")
    try:
        raise ValueError("bad", 1)
    except ValueError as e:
        print(e, e.args)


def assertion():
    assert 1 == 2, "no"


def key_of_tuple():
    d = {(1, "a"): 1}
    d[(2, "b")] = 2
    print(d[(1, "a")], d, (2, "b") in d)


def set_orders():
    b = 3
    s = {10, 1000, 7}
    print(s.union(x for x in [42, 31]), {255, 7, 97}.union([10]), s.union({5: 1, 42: 2}), s.union([1], {2}), {255, 7, 97}, {255, 7}, [x for x in {255, 7}], {255, 7, b})
    s.update([42, 31], {15, 23}, {39: 1})
    print(s, s.difference([42, 7], {1000}), s.intersection([42, 7, 10]), frozenset(s) <= s)


def converted_elements():
    b = 3
    xs: list[int | None] = [1, None]
    xs.extend([b, 3])
    xs.extend(range(2))
    print(xs, sum([True, b > 0]), sum(x for x in [True, b > 5]), sum({"a": True}.values()))
    print(True ^ (b > 9), (b > 1) & True | False, (b > 1) | bool(print("both")), list(map(lambda w: None, [3, 7])))
    print(max([], key=lambda x: x, default=3), min([b], key=lambda x: -x, default=None), max(["a"], key=len, default="z"))


def ranges():
    r = range(1, 10, 2)
    print(r.start, r.stop, r.step, r.index(3), r.count(4))


def copies():
    d, xs, s, f = {"a": 1}, [1, 2], {3, 4}, frozenset([3, 4])
    d2, xs2, s2 = d.copy(), xs.copy(), s.copy()
    d.clear()
    xs.append(3)
    s.clear()
    print(d, d2, xs, xs2, s, s2, f.copy(), s2.pop(), s2)
    print(f.difference([3]), f.intersection({4, 5}), f.isdisjoint([9]), f.issubset([3, 4, 5]), f.issuperset({3}), f.symmetric_difference([4, 5]))


def files():
    with open("lines.txt", "w") as out:
        out.writelines(["one\n", "two\n", "é\n"])
    with open("lines.txt") as file:
        print(repr(file.readline()), file.readlines(), repr(file.readline()))


def sets_with_themselves():
    import json
    for n in range(1, 20):
        s = frozenset("w%d" % i for i in range(n))
        t = set(s)
        print(n, list(s | s), list(s.union(s)), list(s & s), list(t ^ t), list(t - t), list(t | s))
        t |= t
        print(list(t))
        boxed = json.loads("[[]]")
        boxed[0] = t
        boxed.append(s)
        print(list(boxed[0] | boxed[0]), list(boxed[1].union(boxed[1])), list(boxed[0] & boxed[0]), list(boxed[0].intersection(boxed[0])), len(boxed[0] - boxed[0]))
        boxed[0] |= boxed[0]
        boxed[0].update(boxed[0])
        boxed[0] &= boxed[0]
        print(list(boxed[0]))


def sets_updated_by_lists():
    import json
    names = ["w%d" % i for i in range(40)]
    s = set(names)
    s.intersection_update(names[30:2:-1])
    print(list(s))
    boxed = json.loads("[1]")
    boxed[0] = set(names)
    boxed[0].intersection_update(names[30:2:-1])
    print(list(boxed[0]), list(boxed[0].intersection(names[20:5:-1])))
    boxed[0].difference_update(names[10:25])
    print(list(boxed[0]))
    boxed[0].symmetric_difference_update(names[20:30])
    print(list(boxed[0]), list(boxed[0].symmetric_difference(names[:3])))
    boxed[0].update(names[5:7])
    print(list(boxed[0]))


def sets_of_sets():
    import json
    for n in [4, 5, 6, 10, 16, 19, 40]:
        grown = frozenset("w%d" % i for i in range(n))
        d = dict.fromkeys(sorted(grown), 1)
        print(list(set(grown)), list(frozenset(set(grown))), list(set(d)), list(frozenset(d)), frozenset(grown) is grown)
        boxed = json.loads("[1, 2]")
        boxed[0], boxed[1] = grown, d
        print([list(set(b)) for b in boxed], [list(frozenset(b)) for b in boxed])
        print(list(grown | {1}), list({2.5} | set(grown)))


def sets_of_constants():
    print({"b", "-7", "Hello World"}, {"z", "-7", "Hello World"}, {"q", "-7", "Hello World", "1"}, {"m", "-7", "Hello World"}, {"e", "-7", "Hello World"})
    print({("b", 1), ("c", "-7"), ("x", "Hello World")}, {("Z", 1), ("9", "-7"), ("-", "Hello World")})
    print({"line1\nline2\r\nline3", "The Quick", "a"} | {"aXbXc", "a,b,,c", ""}, {1, "-7", "T"})


def slices_of_tuples():
    t = (1, "a", 2.5)
    print(t[::-1], t[::2], t[1::-1], t[-1:0:-1], t[5:], t[-9:2], t[::-2], t[0:3:5], t[2:0:-1], t[1:1:-1], t[-9::-1], t[9:0:-2], t[:-9:-1])
    print(list(map(lambda kv: kv[::-1], [("a", 1), ("b", 2)])), (7, "b")[::-1])
    xs = [("n", 2), ("k", 3)]
    xs[1] = (7, "b")[::-1]
    xs.append((8, "c")[::-1])
    d = {1: ("a", 2)}
    d[1] = (7, "b")[::-1]
    print(xs, d)
    try:
        print(t[::0])
    except ValueError as e:
        print(e)


def sets_of_constant_tuples():
    print({(10, "b"), (2, "zoo"), (42, "ДОМ")}, {(1, "b"), (9, "é"), (4, "½")}, {(0, "a"), (3, "ДОМ"), (7, "é"), (8, "b")})


def dicts_of_other_kinds_from_dicts():
    from collections import OrderedDict, defaultdict
    counts = defaultdict(int, {"a": 1})
    counts["b"] += 2
    lists = defaultdict(list, [("x", [1])])
    lists["y"].append(2)
    words = defaultdict(lambda: "?", {1: "one"})
    print(counts, lists, words[1], words[2])
    d = OrderedDict(counts)
    d["z"] = 9
    d.move_to_end("a", last=False)
    print(d, list(d), d == {"z": 9, "a": 1, "b": 2}, OrderedDict({1: 2.5}).popitem(last=False)[1])
    for f in (lambda: counts.popitem(last=True), lambda: {1: 2}.popitem(last=False)):
        try:
            print(f())
        except TypeError as e:
            print(e)


def slices_unpacked():
    x = [1, 2, 3, 4, 5, 6]
    x[::2], x[1:2] = [0, 0, 0], [9, 9]
    x[2:2] = "ab"
    print(x)
    y = [1, 2]
    y[:1], y[5:] = "ab", (3.5,)
    print(y)
    z = ["a"]
    for z[1:], n in [("bc", 1), (["d"], 2)]:
        print(z, n)
    v = [1, 2, 3]
    v[0], v[1:] = v[2], v[:2]
    (v[:1], *rest), w = ([[7, 8], 1], 2)
    print(v, rest, w)
    a = [1.0]
    a[:], b = range(3), 1
    print(a, b)
    try:
        a[:], b = [1], 2
        a[::2], b = [1, 2], 3
    except ValueError as e:
        print(e, b)
