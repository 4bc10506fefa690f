# closures


def tables():
    def add(a, b):
        return a + b
    def sub(a, b=1):
        return a - b
    ops = {"add": add, "sub": sub, "neg": lambda a: -a}
    print(ops["add"](1, 2), ops["sub"](5), ops["neg"](3))
    fs = [lambda x: x + 1, lambda x: x * 2]
    for f in fs:
        print(f(10))
    print([f(3) for f in fs])
    for name, fn in [("a", add), ("s", sub)]:
        print(name, fn(4, 2), fn.__name__)
    conv = {"i": int, "f": float, "s": str}
    print(conv["i"]("12"), conv["f"]("1.5"), conv["s"](3))
    ss = [str.upper, str.strip, len]
    print([g(" ab ") for g in ss])


def chosen():
    def add(a, b):
        return a + b
    def sub(a, b=1):
        return a - b
    ss = [1, 2, 3]
    f = add if len(ss) > 2 else sub
    print(f(2, 3))
    print(f == add, f is sub, f is None, callable(f), callable(3))


def bound_methods():
    xs = []
    app = xs.append
    app(1); app(2)
    print(xs)


def methods_in_loops():
    out = []
    add = out.append
    for i in range(3):
        add(i)
    seen = set()
    note = seen.add
    more = seen.update
    more([7])
    while len(seen) < 3:
        note(len(seen))
    print(out, sorted(seen), [add(i) for i in range(2)], out)
    s = "a-b"
    split = s.split
    for sep in "-", "b":
        s = "other"
        print(split(sep), "x".join(split(sep)))

    def collect(x):
        xs = [x]
        push = xs.append
        for _ in range(2):
            push(x)
        return xs, push
    print(collect(1)[0], collect("a")[0])


def passed_on():
    def add(a, b):
        return a + b
    def sub(a, b=1):
        return a - b
    def apply(f, *args):
        return f(*args)
    print(apply(add, 1, 2), apply(sub, 5), apply(len, "abc"), apply(max, 3, 9, 4))


def spread():
    def add(a, b):
        return a + b
    def sub(a, b=1):
        return a - b
    vals = [1, 2]
    print(add(*vals))
    print(sub(*[7]))
    try:
        add(*[1, 2, 3])
    except TypeError as e:
        print(e)
    try:
        add(*[1])
    except TypeError as e:
        print(e)


def keywords():
    def kw(a, *, b=2, **rest):
        return (a, b, rest)
    print(kw(1), kw(1, b=5, c=6, d="x"))
    d = {"b": 3, "z": 9}
    print(kw(0, **d))


def mutable_default():
    def default(x, acc=[]):
        acc.append(x)
        return acc
    print(default(1), default(2))


def spread_builtins():
    xs = [3, 1, 2]
    print(*xs, sep=",")
    print(max(*xs), min(*xs, 0))
    rows = [(1, 2), (3, 4)]
    print(list(zip(*rows)))
    print("{} {x}".format(*xs, **{"x": 5}), "{}-{}".format(*rows[0]))
    row = ["a", "b"]
    o = {"k": 7}
    print("{} {k}".format(*row, **o))
    print(range(*[1, 4]), list(range(*(1, 4))))
    print(round(*[3.14159, 2]))
    import math
    print(math.pow(*[2, 3]))
    def opt(x, y=2, *args, z=3, **kw):
        return x, y, args, z, kw
    print(opt(*xs), opt(*xs, **o), opt(1, *xs, z=9))


def counters():
    def counter():
        n = 0
        def inc(by=1):
            nonlocal n
            n += by
            return n
        return inc
    c = counter()
    print(c(), c(), c(5))
    d = counter()
    print(d(), c())


def deep_nonlocal():
    def outer():
        x = "o"
        def mid():
            def inner():
                nonlocal x
                x += "i"
                return x
            return inner()
        mid()
        return mid()
    print(outer())


def late_binding():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    print([f() for f in fs])
    print([f() for f in [lambda: i for i in range(3)]])
    print([f() for f in [lambda i=i: i for i in range(3)]])
    gs = []
    for i in range(3):
        gs.append(lambda x, i=i: x * 10 + i)
    print([g2(1) for g2 in gs])


def recursive_nested():
    def make(n):
        def fact(k):
            return 1 if k <= 1 else k * fact(k - 1)
        return fact(n)
    print(make(5))
    def is_even(n):
        return True if n == 0 else is_odd(n - 1)
    def is_odd(n):
        return False if n == 0 else is_even(n - 1)
    print(is_even(10), is_odd(7))
    def nested(n):
        def even(k):
            return k == 0 or odd(k - 1)
        def odd(k):
            return k != 0 and even(k - 1)
        return even(n), odd(n)
    print(nested(4), nested(3))


def composed():
    def compose(*fns):
        def run(x):
            for f in fns:
                x = f(x)
            return x
        return run
    print(compose(lambda x: x + 1, lambda x: x * 2)(3))
    print(compose(str.strip, str.upper, len)("  ab "))
    def adder(n):
        return lambda x: x + n
    add5 = adder(5)
    print(add5(1), adder(2)(3), add5("a" and 2))
    h = adder("x")
    print(h("a"))


def one_closure_many_types():
    ident = (lambda: (lambda v: v))()
    print(ident(1), ident("s"), ident([1]))


def chosen_defs():
    def pick(flag):
        if flag:
            def f(x): return x + 1
        else:
            def f(x): return str(x) + "!"
        return f(3)
    print(pick(True), pick(False))


def two_closures():
    def acc():
        total = []
        def add(x):
            total.append(x)
            return sum(total)
        def reset():
            total.clear()
        return add, reset
    a, r = acc()
    print(a(1), a(2))
    r()
    print(a(5))


def generators():
    def gen(n):
        try:
            for i in range(n):
                yield i
        finally:
            print("closed")
    for x in gen(3):
        if x == 1:
            break
    print(list(gen(2)))
    g = gen(5)
    print(next(g), next(g), next(g, None), list(g))
    def chain(*its):
        for it in its:
            yield from it
    print(list(chain([1, 2], "ab", (3.5, None))))
    def inf():
        n = 0
        while True:
            yield n
            n += 1
    for k in inf():
        if k > 3:
            break
    print(k)
    it = iter([1, 2])
    print(next(it), next(it), next(it, "end"))
    try:
        next(it)
    except StopIteration as e:
        print("stop", e.value)
    def ret():
        yield 1
        return "result"
    def deleg():
        yield from ret()
        yield 2
    print(list(deleg()))
    def tree(t):
        if isinstance(t, list):
            for c in t:
                yield from tree(c)
        else:
            yield t
    print(list(tree([1, [2, [3, 4]], 5])))
    print(sum(x * x for x in range(4)), max(len(w) for w in ["a", "bbb"]), list(x for x in "ab" if x != "a"))
    e = (i * 2 for i in range(3))
    print(next(e), list(e), list(e))
    def pairs(d):
        for k in sorted(d):
            yield k, d[k]
    print(dict(pairs({"b": 1, "a": 2})))
    def first(pred, xs):
        return next((x for x in xs if pred(x)), None)
    print(first(lambda v: v > 2, [1, 2, 3, 4]), first(lambda v: v > 9, [1]))


def generator_close():
    def gen():
        try:
            yield 1
            yield 2
        finally:
            print("cleanup")
    g = gen()
    print(next(g))
    g.close()


def of_themselves():
    def f(x):
        return f
    g = f(1)
    print(callable(g))
    def dec(fn):
        def inner(x):
            return inner
        return inner
    h = dec(f)
    print(callable(h(1)))
    def visit(f, n):
        return n if n == 0 else f(f, n - 1) + 1
    print(visit(visit, 5))
    def a(x):
        return b if x else 1
    def b(x):
        return a
    print(callable(a(1)), callable(b(1)(2)), a(0))
    fact = lambda self, n: 1 if n < 2 else n * self(self, n - 1)
    print(fact(fact, 5))
    def counter():
        n = 0
        def step():
            nonlocal n
            n += 1
            return step
        step()()()
        return n
    print(counter())
    class Node:
        def __init__(self, f):
            self.f = f
        def go(self, n):
            return self.f(self.f, n)
    print(Node(fact).go(4))


def ever_new_types():
    def curry(f, n):
        return f if n <= 1 else lambda x: curry(lambda *a: f(x, *a), n - 1)

    def nest(x, n):
        if n == 0:
            return x
        return nest([x], n - 1)

    def pair(x, n):
        return x if not n else pair((x, n), n - 1)

    def church(n):
        return (lambda f: lambda x: x) if n == 0 else (lambda f: lambda x: f(church(n - 1)(f)(x)))

    def repeat(f, n):
        return f if n == 1 else repeat(lambda x: f(f(x)), n - 1)

    print(curry(lambda a, b, c: a * b + c, 3)(2)(3)(4))
    print(nest(1, 12), nest("a", 2), pair("z", 3))
    print(church(5)(lambda k: k + 1)(0), repeat(lambda x: x * 2, 3)(1))


class Calls:
    def __init__(self):
        self.listeners = []

    def subscribe(self, listener):
        self.listeners.append(listener)

        def unsubscribe():
            self.listeners.remove(listener)

        return unsubscribe


def lambdas_are_one_function_however_often_they_are_kept():
    def kept(f, into):
        into.append(f)
        into.append(f)
        return into[0] is into[1], into[0] is f

    def named():
        return 2

    calls = Calls()
    unsubscribe = calls.subscribe(lambda e: print("got", e))
    for listener in calls.listeners:
        listener(1)
    unsubscribe()
    print(calls.listeners, kept(lambda: 1, []), kept(named, []))
    f = lambda: 3
    fs = [f, f]
    print(fs[0] is fs[1], fs[0] is f, fs.index(f), f in fs, {f: 1}[f])
