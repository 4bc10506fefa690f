"""The order in which operands, arguments and targets are evaluated."""
def captured():
    def outer():
        n = 0
        def inc():
            nonlocal n
            n += 1
            return n
        print(n, inc(), n, inc(), n)
        x = n + inc() * n
        y = [n, inc(), n]
        z = n if inc() else n
        w = (n, inc())
        q = n - inc()
        return x, y, z, w, q, n
    print(outer())


def attrs():
    class C:
        def __init__(self): self.v = 0
        def inc(self):
            self.v += 1
            return self.v
    c = C()
    print(c.v, c.inc(), c.v, c.v + c.inc() + c.v, [c.v, c.inc(), c.v], (c.v, c.inc()))
    def swap(o):
        o.v = 100
        return 1
    print(c.v + swap(c), c.v * swap(c) + c.v)
    class D:
        k = 0
        @classmethod
        def up(cls):
            cls.k += 1
            return cls.k
    print(D.k, D.up(), D.k, D.k + D.up())


def walrus():
    def g(a, b): return (a, b)
    n = 1
    print(g(n, (n := n + 1)), n, g((n := 10), n), [n, (n := 5), n], n + (n := 2) + n)
    def h():
        m = 1
        return [m, (m := m + 1), m, m + (m := 7) + m]
    print(h())


def assign_order():
    L = [0, 0, 0]
    def idx(i): print('i', i); return i
    def val(v): print('v', v); return v
    L[idx(1)] = val(5)
    L[idx(0)], L[idx(2)] = val(1), val(2)
    print(L)
    L[idx(1)] += val(3)
    i = 0
    i, L[i] = 1, 9
    print(i, L)
    a = b = c = val(4)
    print(a, b, c)
    d = {}
    d[idx('k')] = d.setdefault('z', val(1))
    print(d)
    x = [1, 2]
    x[0], x = 5, [7, 8]
    print(x)
    def kw(**k): return k
    print(kw(b=val(1), a=val(2)), dict(x=val(3), y=val(4)))
    print(val(1) if val(0) else val(2), val(0) and val(1) or val(3))
    {idx('a'): val(1), idx('b'): val(2)}


def closures_loops():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = 10
    print([f() for f in fs])
    def mk():
        out = []
        for i in range(3):
            x = i * 2
            out.append(lambda: (i, x))
        return [f() for f in out]
    print(mk())
    print([(lambda: k)() for k in range(3)], [f() for f in [lambda: k for k in range(3)]])
    def gen():
        for j in range(3): yield lambda: j
    print([f() for f in gen()], [f() for f in list(gen())])
    def late():
        def use(): return later
        later = 5
        r = use()
        later = 6
        return r, use()
    print(late())


def module_variables():
    global total, s
    total = 0
    def add(n):
        global total
        total += n
        return n
    print(total, add(5), total)
    x = total + add(2)
    print(x)
    print([total, add(1), total], (total, add(1), total), {total: add(1)}, total - add(3) - total)
    def f(a, b, c): return (a, b, c)
    print(f(total, add(1), total))
    print(f"{total} {add(1)} {total}", "%s %s" % (total, add(1)), total == add(total), total < add(1) < total)
    s = 'a'
    def push(t):
        global s
        s += t
        return s
    print(s + push('b') + s, s.upper() + push('c'), [s][0] + push('d'))
    L = [1]
    def grow():
        L.append(len(L))
        return len(L)
    print(len(L), grow(), len(L), L[-1], grow(), L[-1], L[0] + grow(), sum(L) + grow() + sum(L))
    print(L[grow() - 1], L[-1] * grow(), max(L[-1], grow()))
    d = {'k': 1}
    def bump():
        d['k'] += 1
        return d['k']
    print(d['k'], bump(), d['k'], d['k'] + bump() + d['k'], {'a': d['k'], 'b': bump(), 'c': d['k']})


def nans_in_tuples():
    n = float("nan")
    a = (n, 1)
    b = (100.0, 2)
    print(a < b, a > b, a <= b, a >= b, a == b, max(a, b), min(a, b), max([a, b]), min([b, a]), sorted([b, a, (1.0, 1)]), max(b, a), max(a, b, (1.0, 2)))
    print([n] < [1.0], [n] > [1.0], [n] <= [1.0], [n] >= [1.0], max([n], [1.0]), (1.0, 2) <= (1.0, 3), [(1, n)] >= [(1, 2.0)])


def keys_of_a_comprehension_are_evaluated_before_values():
    made = 0

    def more():
        nonlocal made
        made += 1
        return made

    print({made: more() for _ in range(3)}, {more(): made for _ in range(2)})


class Counted:
    made = 0

    def __init__(self):
        Counted.made += 1


def chains_of_comparisons():
    if Counted().made < Counted().made <= int("5"):
        print("yes", Counted.made)
    p = Counted()
    print(p.made < Counted().made < 99, p.made == Counted().made != 0)


def yielded_mixtures(a):
    yield 1
    yield from (a if a > 1 else None, None)
    yield from (a, "x")


def mixtures():
    print(list(yielded_mixtures(3)), list(yielded_mixtures(0)))


def told(what, value):
    print(what, end=" ")
    return value


def lazily(xs):
    return (x for x in told("source", xs))


class ToldIterable:
    def __iter__(self):
        print("iter", end=" ")
        return iter([1, 2])


def first_sources_of_generator_expressions():
    xs = [3, 1, 2]
    print(min((x for x in told("source", xs) if x > 5), default=told("default", 7)))
    print(sum((x for x in told("source", xs)), told("start", 7)))
    print(sorted((x for x in told("source", xs)), key=told("key", lambda x: -x)))
    print([*(x for x in told("source", xs)), told("last", 0)], max(*(x for x in told("source", xs)), told("last", 0)))
    made = lazily(xs)
    print("made", list(made))
    made = (lambda: (x for x in told("source", xs)))()
    print("made", list(made))
    made = (x for x in ToldIterable())
    print("made", list(made))
    counts = {"a": 1}
    keys = (k for k in counts)
    counts["b"] = 2
    try:
        print(list(keys))
    except RuntimeError as e:
        print(e)


class Extending:
    def extend(self, items):
        print("extending", list(items))


def consumers_of_the_script():
    Extending().extend(x for x in told("source", [1, 2]))


def sets_without_the_keys_of_dicts():
    s = {"line1\nline2\r\nline3", "a,b,,c", *["aXbXc", "0"]}
    print(s, s.difference({"b": 7}), s.difference(["b"]), s.difference({"b": 7}).difference(["z"]), s.difference({"0": 1}, {"b"}))
    n = set(range(0, 60, 7))
    print(n, n.difference({7: 1}), n.difference({k: 0 for k in range(20)}))
