"""Generators: what they yield, take, raise and return."""
import itertools


def send():
    def avg():
        total = 0.0; n = 0
        x = None
        while True:
            x = yield total / n if n else None
            total += x; n += 1
    g = avg()
    next(g)
    print(g.send(10), g.send(20), g.send(3))


def send2():
    def echo():
        got = yield 'start'
        while got != 'stop':
            got = yield f'echo {got}'
        return 'done'
    g = echo()
    print(next(g))
    print(g.send('a'))
    try:
        g.send('stop')
    except StopIteration as e:
        print('ret', e.value)


def throw():
    def g():
        try:
            yield 1
            yield 2
        except ValueError as e:
            print('caught', e)
            yield 99
        finally:
            print('fin')
    it = g()
    print(next(it))
    print(it.throw(ValueError('boo')))
    print(list(it))
    it = g(); next(it)
    try: it.throw(KeyError('z'))
    except KeyError as e: print('out', e)
    it = g(); next(it); it.close()


def close():
    def g():
        try:
            while True: yield 1
        except GeneratorExit:
            print('exit')
            raise
    it = g(); next(it); it.close()
    try: next(it)
    except StopIteration: print('stopped')


def return_value():
    def g():
        yield 1
        return 'val'
    def h():
        x = yield from g()
        print('x', x)
        y = yield from [5, 6]
        print('y', y)
        return x
    print(list(h()))
    def it():
        r = yield from h()
        yield r
    print(list(it()))


def yieldexpr():
    def g():
        a = (yield 1) or 5
        b = yield
        print(a, b)
        print([(yield 7)])
        yield a
    print(list(g()))


def genstate():
    g = (x * x for x in range(5))
    print(next(g), next(g), list(g), next(g, 'end'))
    def count(n):
        while n > 0:
            yield n
            n -= 1
    c = count(3)
    print(c is iter(c), sum(c), list(c))


def pipeline():
    def source():
        for line in ['a b', 'c', 'd e f']: yield line
    def words(lines):
        for l in lines:
            yield from l.split()
    def pairs(ws):
        for i, w in enumerate(ws): yield w, i
    print(dict(pairs(words(source()))))


def coroutine():
    def coroutine(f):
        def start(*a, **k):
            g = f(*a, **k)
            next(g)
            return g
        return start
    @coroutine
    def printer(prefix):
        while True:
            x = yield
            print(prefix, x)
    p = printer('>')
    p.send(1); p.send('two')
    p.close()


def recursive():
    def tree(t):
        if t:
            l, v, r = t
            yield from tree(l)
            yield v
            yield from tree(r)
    print(list(tree(((None, 1, None), 2, (None, 3, None)))))
    def perms(xs):
        if len(xs) <= 1: yield list(xs)
        else:
            for i in range(len(xs)):
                for p in perms(xs[:i] + xs[i+1:]): yield [xs[i]] + p
    print(list(perms([1,2,3])))


def gen_in_class():
    class Tree:
        def __init__(self, v, kids=()): self.v = v; self.kids = list(kids)
        def __iter__(self):
            yield self.v
            for k in self.kids: yield from k
    print(list(Tree(1, [Tree(2, [Tree(3)]), Tree(4)])))


def infinite():
    def nat():
        n = 0
        while True:
            yield n; n += 1
    print(list(itertools.islice(nat(), 5)), next(x for x in nat() if x * x > 50))
    z = zip(nat(), 'abc')
    print(list(z))


def stopiter_in_gen():
    def g():
        yield 1
        raise StopIteration('x')
    try: print(list(g()))
    except RuntimeError as e: print(e)


def genfinally():
    def g():
        try:
            yield 1
            yield 2
        finally: print('cleanup')
    for x in g():
        print(x); break
    print('after')


def unpack_gen():
    def g():
        yield 1; yield 2; yield 3
    a, *b = g()
    print(a, b, [*g(), 4], max(g()), sorted(g(), reverse=True), tuple(g()), set(g()) == {1,2,3})
    def f(*a): return a
    print(f(*g()))


def expressions_begin_where_they_stand():
    def load():
        print("load")
        return [1, 2]
    g = (x * 2 for x in load())
    print("before")
    print(list(g))
    xs = [1, 2]
    h = (x for x in xs)
    xs = [9]
    print(list(h))
    def f():
        ys = [1]
        k = (y for y in ys if y)
        ys = [5, 6]
        return list(k)
    print(f())
    try:
        z = (i for i in 5)
    except TypeError as e:
        print(e)
    m = (a + b for a in load() for b in load())
    print("m")
    print(sum(m))
    n = next((x for x in xs if x > 100), min(xs))
    print(n, dict(zip((str(x) for x in xs), (x + 1 for x in xs))))


def functions_that_end_an_iteration():
    from itertools import accumulate, dropwhile, filterfalse, starmap, takewhile

    def below(x):
        if x > 1:
            raise StopIteration
        return x

    def loop(f):
        for x in map(f, [0, 1, 2, 3]):
            print(x)

    loop(below)
    it = iter([1, 0, 2])
    print(list(map(lambda x: next(it), range(9))))
    it = iter([1, 0])
    print(list(filter(lambda x: next(it), range(9))), list(filterfalse(lambda x: next(it), range(9))))
    it = iter([1, 0])
    print(list(takewhile(lambda x: next(it) + 1, range(9))), list(dropwhile(lambda x: next(it), range(9))))
    it = iter([1, 0])
    print(list(accumulate(range(9), lambda a, b: next(it))), list(starmap(lambda a, b: next(it), [(1, 2)])))
    for f in (lambda: list(map(lambda x: 1 // x, [1, 0])), lambda: max([1, 2], key=lambda x: next(it))):
        try:
            print(f())
        except (ZeroDivisionError, StopIteration) as e:
            print(type(e).__name__, e)
    try:
        for x in map(below, [0, 1]):
            next(it)
    except StopIteration:
        print("of the loop")


def groups_are_taken_when_asked_for():
    from itertools import groupby

    def noisy():
        for i in [1, 1, 2, 2, 3]:
            print("take", i)
            yield i

    for k, g in groupby(noisy()):
        print("group", k)
        if k != 2:
            for x in g:
                print("got", x)
    nan = float("nan")
    print([(k, list(g)) for k, g in groupby([nan, 1.0, 1.0, nan])])
    left = [g for k, g in groupby("aabbc")]
    print([list(g) for g in left], [(k, len(list(g))) for k, g in groupby([1, 1.0, True, 2])])
    it = groupby("aab", key=str.upper)
    k, g = next(it)
    print(k, next(g), next(it)[0], list(g), next(it, None), next(it, None))


def expressions_that_stop():
    def attempt(f, *args):
        try:
            print(f(*args))
        except (RuntimeError, StopIteration, TypeError) as e:
            print(type(e).__name__, e, repr(e.__cause__))

    def first(xs):
        return next(iter(xs))

    def firsts(rows):
        for row in rows:
            yield first(row)

    for xs in ([], [1]):
        attempt(lambda: sum(next(iter(xs)) for s in [1, 2]))
        attempt(lambda: list(first(xs) for s in [1, 2]))
        attempt(lambda: [first(xs) for s in [1, 2]])
        attempt(lambda: sorted(s for s in [1, 2] if first(xs)))
        attempt(lambda: max((s for s in [1, 2]), key=lambda s: first(xs)))
        attempt(lambda: list(firsts([[5], xs])))
        attempt(lambda: {s: 1 for s in first([xs, 1])})
        attempt(lambda: sum(s for s in next(iter(xs[:1]))))
    others = iter([7])
    try:
        for x in (y + 1 for y in [1, 2, 3]):
            print(x, next(others))
    except StopIteration:
        print("of the loop")


def lambdas_that_yield():
    one = lambda: (yield 5)
    over = lambda xs: (yield from xs)
    print(list(one()), list(over([1, 2])), sorted((lambda xs: (yield from reversed(xs)))([1, 2])), sum(one()))
    both = lambda n: [(yield n), (yield n + 1)]
    g = both(3)
    print(next(g), g.send("a"))
    try:
        g.send("b")
    except StopIteration as e:
        print(e.value)
