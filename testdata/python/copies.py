import copy
from collections import Counter, OrderedDict, defaultdict, deque
from copy import deepcopy


def shallow():
    a = [[1, 2], [3]]
    b = copy.copy(a)
    b.append([9])
    b[0].append(5)
    print(a, b, a is b, a[0] is b[0])
    d = {"k": [1]}
    e = copy.copy(d)
    e["k"].append(2)
    e["z"] = []
    print(d, e)
    s = {1, 2}
    t = copy.copy(s)
    t.add(3)
    print(s, t)


def deep():
    a = [[1, 2], [3]]
    b = deepcopy(a)
    b[0].append(5)
    print(a, b)
    d = {"k": [1], "m": [2, 3]}
    e = copy.deepcopy(d)
    e["k"].append(2)
    print(d, e)
    n = {"a": {"b": {"c": [1, 2]}}}
    m = deepcopy(n)
    m["a"]["b"]["c"].append(3)
    print(n, m)


def tuples():
    t = ([1], "x")
    u = copy.deepcopy(t)
    u[0].append(2)
    print(t, u, copy.copy(t) is t)
    pairs = [(1, [2]), (3, [4])]
    more = copy.deepcopy(pairs)
    more[0][1].append(9)
    print(pairs, more)
    flat = (1, "a")
    print(copy.deepcopy(flat) is flat, copy.deepcopy((1, (2, 3))))
    wide = tuple([[1], [2]])
    other = copy.deepcopy(wide)
    other[0].append(5)
    print(wide, other)


def shared():
    inner = [1]
    outer = [inner, inner]
    c = copy.deepcopy(outer)
    c[0].append(2)
    print(outer, c, c[0] is c[1])


def mixed():
    data = {"name": "x", "tags": ["a", "b"], "n": 1, "pair": (1, [2]), "none": None}
    c = copy.deepcopy(data)
    c["tags"].append("c")
    c["pair"][1].append(3)
    print(data)
    print(c)


def atoms():
    print(copy.copy(5), copy.deepcopy("s"), copy.copy(None), copy.deepcopy(1.5), copy.copy(True), copy.deepcopy(b"x"), copy.copy(range(3)))


def kinds():
    dd = defaultdict(list)
    dd["a"].append(1)
    ee = copy.deepcopy(dd)
    ee["a"].append(2)
    ee["b"].append(3)
    print(dict(dd), dict(ee))
    c = Counter("abca")
    k = copy.copy(c)
    k["a"] += 10
    print(c["a"], k["a"], copy.deepcopy(c))
    q = deque([[1], [2]], maxlen=3)
    r = copy.deepcopy(q)
    r[0].append(5)
    r.append([7])
    print(q, r, copy.copy(q))
    o = OrderedDict([("z", 1), ("a", 2)])
    print(copy.copy(o), copy.deepcopy(o))
    print(copy.deepcopy({1, 5, 3}), copy.copy(frozenset([1])))


def state_snapshot():
    history = []
    state = {"count": 0}
    for i in range(3):
        state["count"] += i
        history.append(copy.copy(state))
    print(history)


def generators():
    copy.copy(x for x in [1])


def views():
    copy.deepcopy({"a": 1}.keys())
