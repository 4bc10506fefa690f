"""Names, functions and what is known of them when running."""
import functools, time


def vars_dir():
    class A:
        k = 1
        def __init__(self): self.x = 1; self.y = 'b'
        def m(self): pass
    a = A()
    print(vars(a), a.__dict__, [n for n in dir(a) if not n.startswith('_')])
    for k, v in vars(a).items(): print(k, v)
    vars(a)['x'] = 10
    print(a.x)
    a.__dict__.update({'z': 3})
    print(a.z, 'z' in a.__dict__)
    setattr(a, 'dyn' + 'amic', 5)
    print(a.dynamic, getattr(a, 'x'), getattr(a, 'q', None))
    for n in ('x', 'y'): print(getattr(a, n))
    delattr(a, 'x')
    print(hasattr(a, 'x'))


def star():
    def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
    print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{'c': 3}), f(*(1,), *[2, 3], c=1, **{'x': 1}, **{'y': 2}))
    def g(a, /, b, *, c): return a, b, c
    print(g(1, b=2, c=3), g(1, 2, c=3))
    for call in (lambda: g(a=1, b=2, c=3), lambda: g(1), lambda: f(), lambda: f(1, 2, c=1, a=3)):
        try: call()
        except TypeError as e: print(e)


def defaults():
    def f(x, acc=[]):
        acc.append(x); return acc
    print(f(1), f(2), f(3, []), f(4))
    i = 5
    def g(a=i): return a
    i = 6
    print(g())
    def h(d={}): d['n'] = d.get('n', 0) + 1; return d['n']
    print(h(), h(), h())


def closures():
    def counter():
        n = 0
        def inc(by=1):
            nonlocal n
            n += by
            return n
        def get(): return n
        return inc, get
    inc, get = counter()
    inc(); inc(5)
    print(get())
    fs = []
    for i in range(3): fs.append(lambda: i)
    print([f() for f in fs])
    fs = [lambda i=i: i for i in range(3)]
    print([f() for f in fs])
    def outer():
        x = 'o'
        def mid():
            def inner(): return x
            return inner
        x = 'changed'
        return mid()()
    print(outer())
    def compose(*fs):
        def run(x):
            for f in fs: x = f(x)
            return x
        return run
    print(compose(lambda x: x + 1, str, len)(99))


def dispatch():
    def add(a, b): return a + b
    def upper(s): return s.upper()
    ops = {'add': add, 'upper': upper, 'len': len, 'neg': lambda x: -x}
    print(ops['add'](1, 2), ops['upper']('x'), ops['len']([1]), ops['neg'](4))
    for name, fn in ops.items(): print(name, callable(fn), fn.__name__)


def fnlist():
    fs = [str.upper, str.strip, lambda s: s + '!', len]
    x = ' ab '
    for f in fs:
        x = f(x)
        print(repr(x))
    fs2 = [abs, lambda x: x * 2, lambda x: [x]]
    print([f(-3) for f in fs2])


def recursion():
    def fact(n): return 1 if n <= 1 else n * fact(n - 1)
    def flat(x):
        out = []
        for e in x:
            if isinstance(e, list): out.extend(flat(e))
            else: out.append(e)
        return out
    print(fact(10), flat([1, [2, [3, [4]], 5]]))
    def is_even(n): return True if n == 0 else is_odd(n - 1)
    def is_odd(n): return False if n == 0 else is_even(n - 1)
    print(is_even(10), is_odd(7))
    def depth(d): return 1 + max((depth(v) for v in d.values()), default=0) if isinstance(d, dict) else 0
    print(depth({'a': {'b': {}}, 'c': 1}))


def mixed_return():
    def parse(s):
        if not s: return None
        if s.isdigit(): return int(s)
        try: return float(s)
        except ValueError: return s
    print([parse(x) for x in ['1', '2.5', 'abc', '']])
    for x in ['1', '2.5', 'abc', '']:
        v = parse(x)
        if isinstance(v, (int, float)): print('num', v + 1)
        elif v is None: print('none')
        else: print('str', v.upper())


def lambdas():
    print((lambda *a, **k: (a, k))(1, b=2), (lambda x, y=3: x + y)(1), sorted([(2, 'a'), (1, 'b')], key=lambda t: t[1]))
    f = lambda x: (lambda y: x + y)
    print(f(1)(2))
    print(list(map(lambda x, y: x * y, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])))


def walrus():
    data = [1, 2, 3, 4]
    if (n := len(data)) > 3: print(n)
    print([y for x in data if (y := x * 2) > 4], y)
    while (line := data.pop()) > 2: print(line)


def unpack():
    a, (b, *c), d = 1, (2, 3, 4), 5
    print(a, b, c, d)
    *a, b = 'hello'
    print(a, b)
    [x, y] = {'p': 1, 'q': 2}
    print(x, y)
    for i, (k, v) in enumerate({'a': 1}.items()): print(i, k, v)
    a = b = []
    a.append(1); print(b)
    x, y = 1, 2
    x, y = y, x
    print(x, y)
    try: a, b = [1, 2, 3]
    except ValueError as e: print(e)
    try: a, b, *c = [1]
    except ValueError as e: print(e)
    try: a, b = 5
    except TypeError as e: print(e)
    (a, b), c = [1, 2], 3
    l = [0, 0]
    l[0], l[1] = 5, 6
    print(l)
    d = {}
    d['a'], d['b'] = 1, 2
    print(d)
    for a, *b in [(1, 2, 3), 'xyz']: print(a, b)
    print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2), {*[1, 2], 3})


def chained_cmp():
    x = 5
    print(1 < x < 10, 1 < x > 3, x == 5 != 4, 0 < x < 3 or x in [5] and not x is None)
    def f(n): print('f', n); return n
    print(f(1) < f(2) < f(0) < f(9))


def ternary_chain():
    for x in range(4): print('a' if x == 0 else 'b' if x == 1 else 'c' if x == 2 else 'd')


def deleting():
    a = [1, 2, 3, 4]
    del a[0], a[-1]
    print(a)
    d = {'a': 1, 'b': 2}
    del d['a']
    print(d)
    x = 1
    del x
    try: x
    except NameError as e: print(e)
    a = list(range(10))
    del a[::2]; del a[1:3]
    print(a)
    class O: pass
    o = O(); o.a = 1; del o.a
    try: o.a
    except AttributeError as e: print(e)


def docstring():
    def f():
        """Doc of f."""
    print(f.__doc__, f.__name__, f.__module__)
    class K:
        """K doc"""
        def m(self): "m doc"
    print(K.__doc__, K.m.__doc__, K().m.__doc__, K.m.__name__, K.m.__qualname__)
    f.attr = 5
    print(f.attr)
    def outer():
        def inner(): pass
        return inner
    print(outer().__qualname__, (lambda: 0).__name__)


def decorators():
    def timed(f):
        @functools.wraps(f)
        def w(*a, **k):
            r = f(*a, **k)
            print(f.__name__, a, k, r)
            return r
        return w
    @timed
    def add(a, b=1):
        "adds"
        return a + b
    add(1); add(1, b=5)
    print(add.__name__, add.__doc__, add.__wrapped__(3, 4))
    def repeat(n):
        def deco(f):
            def w(*a): return [f(*a) for _ in range(n)]
            return w
        return deco
    @repeat(3)
    def hi(x): return 'hi ' + x
    print(hi('bob'))
    def registry():
        fns = {}
        def reg(name):
            def d(f): fns[name] = f; return f
            return d
        return fns, reg
    fns, reg = registry()
    @reg('a')
    def fa(x): return x + 1
    @reg('b')
    def fb(x, y=2): return x * y
    print(sorted(fns), fns['a'](1), fns['b'](3), fns['b'](3, y=5))
    class CountCalls:
        def __init__(self, f): self.f = f; self.n = 0
        def __call__(self, *a):
            self.n += 1
            return self.f(*a)
    @CountCalls
    def sq(x): return x * x
    print(sq(2), sq(3), sq.n)


def namespaces():
    def f(a, b=2):
        c = a + b
        return locals()
    print(f(1))
    def g(name, age):
        return "{name} is {age}".format(**locals())
    print(g('bob', 3))
    def h(flag):
        if flag:
            seen = 1
        return sorted(locals())
    print(h(True), h(False))
    def once():
        if 'kept_once' not in globals():
            globals()['kept_once'] = 0
        globals()['kept_once'] += 1
        return globals()['kept_once']
    print('kept_once' in globals(), globals().get('kept_once'), once(), once(), globals().get('kept_once', 7), globals().get('never_kept', 7))
    try:
        globals()['never_kept']
    except KeyError as e:
        print('KeyError', e)
    print('once' in globals(), 'namespaces' in globals())


def deleted_by_an_inner_function():
    x = 1

    def drop():
        nonlocal x
        del x

    def read():
        return x

    print(x, read())
    drop()
    for look in [lambda: x, read]:
        try:
            print(look())
        except NameError as e:
            print(e)
    try:
        print(x)
    except NameError as e:
        print(type(e).__name__, e)
    x = 2
    print(x, read())


def deleted_together():
    a = b = c = d = 1
    items = [1, 2, 3, 4]
    table = {"k": 1, "m": 2}
    del a, b, (c, d), [items[0], table["k"]]
    print(items, table)
    for look in [lambda: a, lambda: d]:
        try:
            look()
        except NameError as e:
            print(e)
