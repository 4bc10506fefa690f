"""Decorators of methods and functions: kept results, context managers, wrappers with any arguments."""

import functools
from contextlib import contextmanager
from functools import cache, lru_cache, reduce


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.lru_cache
def square(x):
    print("square", x)
    return x * x


@lru_cache(2)
def cube(x):
    print("cube", x)
    return x ** 3


@cache
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


class Scaled:
    def __init__(self):
        self.n = 0

    @lru_cache(maxsize=10)
    def get(self, k):
        self.n += 1
        return k * self.n


def caches():
    print(fib(80), square(3), square(3), cube(1), cube(2), cube(1), cube(3), cube(2), paths(8, 8))
    print(fib.cache_info(), cube.cache_info().misses, paths.cache_info().maxsize)
    fib.cache_clear()
    print(fib.cache_info())
    hits, misses, *_ = cube.cache_info()
    print(hits, misses)
    s = Scaled()
    print(s.get(2), s.get(2), s.get(3))


def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("call", f.__name__)
        return f(*args, **kwargs)
    return wrapper


def retry(n):
    def decorate(f):
        def wrapper(self, *args, **kwargs):
            for i in range(n):
                try:
                    return f(self, *args, **kwargs)
                except ValueError as e:
                    print("retry", i, e)
            return None
        return wrapper
    return decorate


class Client:
    def __init__(self):
        self.n = 0

    @logged
    def get(self, k, z=1):
        return k + self.n + z

    @retry(3)
    def flaky(self, m):
        self.n += 1
        if self.n < m:
            raise ValueError(self.n)
        return self.n

    @logged
    @retry(2)
    def both(self, m):
        return m


def wrapped_methods():
    c = Client()
    print(c.get(2), c.get(2, z=5), c.flaky(2), c.flaky(99), c.both(1))


def with_attributes(function, n):
    hits = 0

    def lookup(*args):
        nonlocal hits
        hits += 1
        return function(*args)

    def info():
        return hits, n

    lookup.info = info
    return lookup


def attributes_of_functions():
    f = with_attributes(lambda x: x + 1, 3)
    print(f(1), f(2), f.info())


class Tree:
    def __init__(self):
        self.depth = 0

    def span(self, name):
        return self._span(name)

    @contextmanager
    def _span(self, name):
        self.depth += 1
        print("in", name, self.depth)
        try:
            yield self
        finally:
            self.depth -= 1
            print("out", name)

    @classmethod
    @contextmanager
    def made(cls):
        yield cls()


class Loose(Tree):
    def __getattr__(self, name):
        return name

    @contextmanager
    def quiet(self):
        try:
            yield 5
        except KeyError as e:
            print("swallowed", e)


def managers_of_methods():
    p = Tree()
    with p._span("x") as q:
        print(q is p, q.depth)
        with p.span("y"):
            print("deep", p.depth)
    try:
        with p._span("z"):
            raise ValueError("no")
    except ValueError as e:
        print(e, p.depth)
    with Tree.made() as m:
        print(m.depth)


def managers_known_when_running():
    q = Loose()
    with q.quiet() as five:
        print(five, q.zip)
        raise KeyError("k")
    with q.span("dyn"):
        print("ok")
    try:
        with q.quiet():
            raise ValueError("v")
    except ValueError as e:
        print("through", e)


def functions_of_callbacks():
    fs = list(map(lambda n: lambda x: x + n, range(3)))
    print([f(10) for f in fs])
    compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
    print(compose(lambda x: x + 1, str, len)(99))


class Node:
    def __init__(self, val, left=None, right=None):
        self.val, self.left, self.right = val, left, right


def insert(root, v):
    if root is None:
        return Node(v)
    if v < root.val:
        root.left = insert(root.left, v)
    else:
        root.right = insert(root.right, v)
    return root


def walk(n):
    if n:
        yield from walk(n.left)
        yield n.val
        yield from walk(n.right)


def trees():
    root = None
    for v in [5, 2, 8, 1, 9, 3]:
        root = insert(root, v)
    print(list(walk(root)))


class Three:
    def __init__(self, a, b=None, c=None):
        self.a, self.b, self.c = a, b, c

    def swap(self):
        self.a, self.b = self.b, self.a
        return self

    def all(self):
        return self.a, self.b, self.c


def attributes_at_once():
    print(Three(1).all(), Three(1, 2, 3).swap().all())
    a = 1
    a, n = 2, Three(a)
    print(a, n.all())
    n.a, n.b = n.b, n.a
    print(n.all())
    w = Three(0)
    w.a, q = None, w.a
    y, w.b = w, q
    print(y.all(), q)


class Counts:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=10)
    def of(self, x, k=1):
        print("of", self.n, x, k)
        return self.n + x * k


def results_of_calls_by_name():
    @lru_cache(maxsize=2)
    def f(a, b=1, *, c=2):
        print("call", a, b, c)
        return a + b + c

    print(f(1), f(1, 1), f(a=1), f(1, c=2), f(1, c=2), f(2, b=5), f(1), f.__name__)
    print(f.cache_info())
    f.cache_clear()
    print(f.cache_info(), f(1, c=3), f(1, c=3))

    @lru_cache
    def h(x, y=1):
        return x + y

    for i in range(200):
        h(i)
        h(i, y=2)
    print(h.cache_info())

    @lru_cache(maxsize=None)
    def fib(n):
        return n if n < 2 else fib(n=n - 1) + fib(n - 2)

    print(fib(30), fib.cache_info().misses, fib.__name__)
    a = Counts(1)
    print(a.of(2, k=3), a.of(2, k=3), a.of(2), Counts(1).of(x=2))
