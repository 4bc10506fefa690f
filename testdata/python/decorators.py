import functools
from functools import wraps


def traced():
    def trace(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            print("call", f.__name__, args, kwargs)
            r = f(*args, **kwargs)
            print("done", r)
            return r
        return wrapper
    @trace
    def add(a, b=2):
        "adds"
        return a + b
    print(add(1), add(1, b=5), add(a=3))
    print(add.__name__)


def retried():
    def trace(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            print("call", f.__name__, args, kwargs)
            r = f(*args, **kwargs)
            print("done", r)
            return r
        return wrapper
    def retry(n):
        def deco(f):
            @wraps(f)
            def wrapper(*args, **kwargs):
                last = None
                for i in range(n):
                    try:
                        return f(*args, **kwargs)
                    except ValueError as e:
                        last = e
                        print("retry", i, e)
                raise last
            return wrapper
        return deco
    tries = [0]
    @retry(3)
    def flaky(x):
        tries[0] += 1
        if tries[0] < 3:
            raise ValueError("bad %d" % tries[0])
        return x * 2
    print(flaky(21))
    @trace
    @retry(2)
    def both(s):
        return s.upper()
    print(both("q"))


def nested_decorated():
    def trace(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            print("call", f.__name__, args, kwargs)
            r = f(*args, **kwargs)
            print("done", r)
            return r
        return wrapper
    def outer():
        @trace
        def inner(x):
            return x + 1
        return inner(1) + inner(2)
    print(outer())


def registered():
    def register(reg):
        def deco(f):
            reg[f.__name__] = f
            return f
        return deco
    handlers = {}
    @register(handlers)
    def hello(n): return "hello " + n
    @register(handlers)
    def bye(n): return "bye " + n
    for k in handlers:
        print(k, handlers[k]("bob"))
    print(hello("x"))


def twice():
    def twice(f):
        return lambda x: f(f(x))
    @twice
    def inc(x): return x + 1
    print(inc(5))


def traced_recursion():
    def trace(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            print("call", f.__name__, args, kwargs)
            r = f(*args, **kwargs)
            print("done", r)
            return r
        return wrapper
    @trace
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    print(fib(3))


def not_a_function():
    def const(f):
        return 42
    @const
    def nothing(): pass
    print(nothing)


def memoized():
    def memo(f):
        cache = {}
        def w(n):
            if n not in cache:
                cache[n] = f(n)
            return cache[n]
        return w
    @memo
    def fibm(n):
        return n if n < 2 else fibm(n-1) + fibm(n-2)
    print(fibm(50))


def counted():
    def count_calls(f):
        def w(*a, **k):
            w.calls += 1
            return f(*a, **k)
        w.calls = 0
        return w
    @count_calls
    def sq(x): return x * x
    print(sq(2), sq(3), sq.calls)


def what_cannot_decorate_a_class():
    def under(decorator):
        try:
            @decorator
            class Found:
                pass

            print(type(Found).__name__)
        except TypeError as e:
            print(e)

    under(None)
    under(5)
    under(lambda cls: "kept")
    try:
        @None
        class Other:
            pass
    except TypeError as e:
        print(e)


def both_times(f):
    @functools.wraps(f)
    def w(*args):
        return [f(*args), f(*args)]

    return w


class Decorated:
    @staticmethod
    @both_times
    def s(x):
        return x + 1

    @classmethod
    @both_times
    def k(cls, x):
        return cls.__name__, x

    @property
    @both_times
    def p(self):
        return 3


class Open:
    @both_times
    def m(self, x):
        return x + 1

    def __getattr__(self, name):
        return name


def descriptors_of_decorated_methods():
    print(Decorated.s(1), Decorated().s(2), Decorated.k(4), Decorated().k(5), Decorated().p)
    print(Open().m(1), Open().other)

    def named(n):
        def w(f):
            return lambda *a: (n, f(*a))

        return w

    class Inner:
        @named("x")
        def m(self, x):
            return x

        @staticmethod
        @named("y")
        def s(x):
            return x

        t = staticmethod(lambda x: x * 2)

    print(Inner().m(1), Inner.s(2), Inner().s(3), Inner.t(4), Inner().t(5))


def attributes_set_before_wraps():
    def cache(func):
        func.log = {}

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            if args[0] not in func.log:
                func.log[args[0]] = func(*args, **kwargs)
            return func.log[args[0]]

        return wrapper

    @cache
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    print(fibonacci(3), fibonacci.log, fibonacci.__name__)
