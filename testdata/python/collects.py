import itertools
from collections import Counter, OrderedDict, defaultdict, deque
from functools import reduce
from itertools import chain, groupby, islice


def counters():
    c = Counter("abracadabra")
    print(c, c["a"], c["zz"], c.most_common(2), len(c), sorted(c.items()), sum(c.values()), "a" in c, c.get("q"), c.get("q", 0))
    c.update(["a", "z"])
    c["b"] += 5
    c["new"] = 1
    print(c, c.total(), dict(c), c.most_common(), list(c), list(c.elements())[:3])
    for k, v in c.items():
        print(k, v)
    for k in c:
        print(k)
    del c["new"]
    print(c == Counter("abracadabra"), Counter(a=1) if False else Counter({"a": 1}), Counter())


def counter_arithmetic():
    a, b = Counter("aab"), Counter("abc")
    print(a + b, a - b, a | b, a & b, reduce(lambda x, y: x + y, [Counter("a"), Counter("ab")]))
    c = Counter()
    for w in "x y x".split():
        c[w] += 1
    c.update({"x": 10})
    c.subtract(["y", "y"])
    print(c, [w for w, n in c.most_common(1)], max(c.values()))


def defaults():
    d = defaultdict(int)
    for w in "a b a".split():
        d[w] += 1
    print(d, dict(d), d["new"], len(d), sorted(d), d.get("none"))
    g = defaultdict(list)
    for k, v in [("x", 1), ("y", 2), ("x", 3)]:
        g[k].append(v)
    print(g, g["x"], {k: sum(v) for k, v in g.items()})
    s = defaultdict(set)
    s["a"].add(1)
    s["a"].add(1)
    n = defaultdict(lambda: 10)
    n["a"] += 1
    print(s, dict(n), "zz" in n)


def nested_defaults():
    d = defaultdict(lambda: defaultdict(int))
    d["a"]["b"] += 1
    d["a"]["c"] += 2
    print({k: dict(v) for k, v in d.items()})


def deques():
    d = deque([1, 2, 3], maxlen=3)
    d.append(4)
    d.appendleft(0)
    print(d, d[0], d[-1], len(d), list(d), d.popleft(), d.pop(), d, d.maxlen, 2 in d)
    q = deque()
    q.append("a")
    q.extend(["b", "c"])
    q.rotate(1)
    q[0] = "z"
    while q:
        print(q.popleft())
    print(q, sum(deque([1, 2])), deque("ab") == deque(["a", "b"]))


def empty_deque():
    deque([1]).clear()
    d = deque([1])
    d.pop()
    d.popleft()


def ordered():
    d = OrderedDict()
    d["b"] = 1
    d["a"] = 2
    d.move_to_end("b")
    print(d, list(d), d.popitem(last=False), len(d), OrderedDict([("x", 1)]))


def iterators():
    print(list(chain([1], [2, 3])), list(chain.from_iterable([[1], [2]])), list(islice(range(10), 3)), list(islice(range(10), 2, 8, 2)), list(islice(itertools.count(5), 2)))
    print(list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b)), list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 3, 1])))
    print(list(itertools.zip_longest([1, 2], ["a"])), list(itertools.zip_longest([1, 2], [3], fillvalue=0)), list(itertools.repeat("x", 2)), list(islice(itertools.cycle("ab"), 5)), list(itertools.pairwise([1, 2, 3])))
    print(list(itertools.starmap(lambda a, b: a * b, [(1, 2), (3, 4)])), list(itertools.filterfalse(lambda x: x % 2, range(4))), list(itertools.accumulate([0.5, 1.5])))


def combine():
    print(list(itertools.product([1, 2], "ab")), list(itertools.product([0, 1], repeat=2)), list(itertools.combinations([1, 2, 3], 2)), list(itertools.permutations([1, 2, 3], 2)))
    print(list(itertools.permutations("ab")), list(itertools.combinations_with_replacement([1, 2], 2)), [a + b for a, b in itertools.combinations(["x", "y", "z"], 2)])


def grouped():
    for k, g in groupby([1, 1, 2, 2, 1]):
        print(k, list(g))
    for k, g in groupby(["apple", "avocado", "bean"], key=lambda s: s[0]):
        print(k, len(list(g)))
    print({k: [x for _, x in g] for k, g in groupby([("a", 1), ("a", 2), ("b", 3)], lambda p: p[0])})
    print([k for k, g in groupby("aabb")])


def reduced():
    print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, ["a", "b"], "z"), reduce(lambda acc, x: acc + [x], [1, 2], []))


def queues_and_counters():
    from collections import Counter, deque
    q = deque([1, 2, 1])
    r = q.copy()
    q.extendleft([8, 9])
    q.remove(1)
    c = Counter("aab")
    d = c.copy()
    d["z"] += 1
    print(q, r, q.count(1), c, d)


def deque_sequences():
    d = deque([3, 1, 2, 3], maxlen=5)
    print(d.index(3), d.index(3, 1), d.index(3, -1))
    for f in (lambda: d.index(9), lambda: d.index(3, 1, 2)):
        try:
            f()
        except ValueError as e:
            print(e)
    d.insert(1, 7)
    try:
        d.insert(0, 1)
    except IndexError as e:
        print(e)
    d.reverse()
    e = deque([1, 2])
    e.insert(10, 5)
    e.insert(-1, 4)
    e.insert(-10, 0)
    print(d, e, e + deque([9]), e * 2, e < deque([5]), e == deque([0, 1, 2, 4, 5]), 3 in e, deque([1], 2) + deque([2, 3]), deque([1, 2, 3], 2) * 3, e * 0)
    f = e
    e += [1]
    e *= 2
    print(e, f is e)
