"""Classes that exist when the program runs: those that derive from built-in types, are values, or take part in how attributes are found."""
from abc import ABC, abstractmethod
from typing import NamedTuple, TypedDict, Protocol, Generic, TypeVar, Optional, List
from typing import TypedDict
import abc


def derive_list():
    class Stack(list):
        def push(self, x):
            self.append(x)
        def peek(self):
            return self[-1]
    s = Stack()
    s.push(1); s.push(2)
    print(s, len(s), s.peek(), s.pop(), isinstance(s, list), s == [1])
    for x in s: print(x)
    s2 = Stack([3, 4])
    print(s2 + [5], type(s2).__name__, s2[0:1])
    print(sorted(s2, reverse=True), sum(s2), 3 in s2)


def derive_dict():
    class D(dict):
        def __missing__(self, key):
            self[key] = key * 2
            return self[key]
        def total(self):
            return sum(self.values())
    d = D()
    print(d[3], d[4], d, d.total(), len(d))
    d['x'] = 1
    class Cfg(dict):
        def __getattr__(self, name):
            try:
                return self[name]
            except KeyError:
                raise AttributeError(name)
        def __setattr__(self, name, value):
            self[name] = value
    c = Cfg(a=1)
    c.b = 2
    print(c.a, c.b, c)
    try:
        c.zz
    except AttributeError as e:
        print('no', e)


def derive_str():
    class Name(str):
        def shout(self):
            return self.upper() + '!'
    n = Name('bob')
    print(n.shout(), n + 'x', len(n), n == 'bob', isinstance(n, str), {n: 1}['bob'])


def derive_int():
    class Money(int):
        def __str__(self):
            return '$%d' % int(self)
        def __add__(self, o):
            return Money(int(self) + int(o))
    m = Money(5)
    print(m, m + 3, m * 2, repr(m), m > 4)


def derive_tuple():
    class P(tuple):
        def __new__(cls, x, y):
            return super().__new__(cls, (x, y))
        @property
        def x(self): return self[0]
        @property
        def y(self): return self[1]
    p = P(1, 2)
    print(p.x, p.y, p, len(p), p == (1, 2))
    a, b = p
    print(a, b)


def derive_exception():
    class E(Exception):
        def __init__(self, code, msg):
            super().__init__(msg)
            self.code = code
    class E2(E):
        def __str__(self):
            return f"[{self.code}] {self.args}"
    try:
        raise E(3, 'boo')
    except E as e:
        print(e, e.code, e.args, repr(e))
    try:
        raise E2(4, 'boo')
    except E as e:
        print(e, e.code, e.args, repr(e), type(e).__name__)
    class E3(ValueError):
        pass
    try:
        raise E3('a', 'b')
    except ValueError as e:
        print(e, e.args, repr(e))
    class E4(KeyError): pass
    try: raise E4('k')
    except KeyError as e: print(e, repr(e))


def attr_hook():
    class Proxy:
        def __init__(self, target):
            self._target = target
        def __getattr__(self, name):
            return 'missing ' + name
    p = Proxy(3)
    print(p._target, p.foo, p.bar)
    print(getattr(p, 'baz'), hasattr(p, 'q'))


def attr_hooks():
    class W:
        def __init__(self, d): self.__dict__['d'] = d
        def __getattr__(self, name):
            if name in self.d: return self.d[name]
            raise AttributeError(name)
        def __setattr__(self, name, v):
            self.d[name] = v
    w = W({'a': 1})
    w.b = 5
    print(w.a, w.b, w.d)
    try: print(w.zz)
    except AttributeError as e: print('AttributeError', e)
    print(getattr(w, 'zz', 'dflt'))


def calls():
    class Adder:
        def __init__(self, n): self.n = n
        def __call__(self, x, y=1): return x + self.n * y
    a = Adder(3)
    print(a(4), a(4, 2), a(4, y=3), callable(a), list(map(a, [1,2,3])))


def ctx():
    class C:
        def __enter__(self):
            print('in'); return self
        def __exit__(self, t, v, tb):
            print('out', t.__name__ if t else None, v); return True
    with C() as c:
        print('body', c is not None)
        raise ValueError('x')
    with C() as c, C() as d:
        print('two')


def iteration():
    class R:
        def __init__(self, n): self.n = n
        def __iter__(self):
            i = 0
            while i < self.n:
                yield i
                i += 1
        def __contains__(self, x): return 0 <= x < self.n
        def __len__(self): return self.n
        def __bool__(self): return False
        def __getitem__(self, i):
            if isinstance(i, slice): return ('slice', i.start, i.stop, i.step)
            return i * 10
    r = R(3)
    print(list(r), 2 in r, 5 in r, len(r), bool(r), r[2], r[1:2], r[::2])
    print([x for x in r], sum(r), max(r), dict(zip(r, r)))


def oldgetitemiter():
    class S:
        def __getitem__(self, i):
            if i > 3: raise IndexError
            return i * i
    print(list(S()), [x for x in S()], 4 in S())
    for a in S(): print(a)


def format_hook():
    class F:
        def __format__(self, spec): return '<' + spec + '>'
        def __str__(self): return 'STR'
        def __repr__(self): return 'REPR'
    f = F()
    print(f"{f}", f"{f:abc}", "{:x}".format(f), format(f, 'q'), f"{f!r}", f"{f!s:>6}", "%s %r" % (f, f))


def new_singleton():
    class Single:
        _inst = None
        def __new__(cls, *a):
            if cls._inst is None:
                cls._inst = super().__new__(cls)
            return cls._inst
        def __init__(self, v): self.v = v
    a = Single(1); b = Single(2)
    print(a is b, a.v, b.v)


def slots():
    class Sl:
        __slots__ = ('x', 'y')
        def __init__(self, x, y): self.x = x; self.y = y
    s = Sl(1, 2)
    print(s.x + s.y)
    try:
        s.z = 3
    except AttributeError as e: print(e)


def class_getitem():
    class G:
        def __class_getitem__(cls, item): return f"G[{item}]"
    print(G[3], G['a'])


def classvalues():
    class Dog:
        def speak(self): return 'woof'
    class Cat:
        def speak(self): return 'meow'
    def make(kind):
        return {'dog': Dog, 'cat': Cat}[kind]
    print(make('dog')().speak(), make('cat')().speak())
    reg = {}
    for k in (Dog, Cat):
        reg[k.__name__] = k
    print(sorted(reg), [reg[n]().speak() for n in sorted(reg)])
    classes = [Dog, Cat]
    for c in classes:
        o = c()
        print(o.speak(), type(o).__name__, type(o) is c, isinstance(o, c), o.__class__.__name__)
    print(Dog, Cat.__name__, type(Dog()))


def cls_new():
    class Base:
        count = 0
        @classmethod
        def create(cls, *args):
            cls.count += 1
            return cls(*args)
        def clone(self):
            return type(self)()
        def clone2(self):
            return self.__class__()
    class A(Base): pass
    class B(Base):
        def __init__(self, x=9): self.x = x
    a = A.create(); b = B.create(5)
    print(type(a).__name__, type(b).__name__, b.x, A.count, B.count, Base.count)
    print(type(b.clone()).__name__, b.clone2().x, type(a.clone()).__name__)


def nested_class():
    class Outer:
        class Inner:
            z = 3
            def __init__(self, v): self.v = v
            def show(self): return f'Inner({self.v})'
        def __init__(self): self.i = Outer.Inner(4)
        def mk(self): return self.Inner(6)
    o = Outer()
    print(o.i.show(), o.mk().show(), Outer.Inner.z, Outer.Inner(7).show())


def class_in_function():
    def factory(n):
        class Local:
            mult = n
            def times(self, x): return x * n + self.mult
        return Local
    L = factory(3); M = factory(10)
    print(L().times(2), M().times(2), L.mult, M.mult, L.__name__, L is M)


def class_in_function2():
    def outer(log):
        class H:
            def handle(self, m): log.append(m)
        h = H()
        h.handle('a'); h.handle('b')
        return log
    print(outer([]), outer(['z']))


def attrs():
    class K:
        shared = []
        n = 0
        def __init__(self): self.own = []
        def add(self, x):
            self.shared.append(x); self.own.append(x); self.n += 1; K.n += 10
    a, b = K(), K()
    a.add(1); b.add(2); a.add(3)
    print(a.shared, b.own, a.own, a.n, b.n, K.n, K.shared is a.shared)
    K.n = 100
    print(a.n, b.n, K().n)
    a.extra = 5
    print(a.extra, hasattr(b, 'extra'), a.__dict__, vars(b))
    del a.extra
    print(hasattr(a, 'extra'))


def mro():
    class A:
        def f(self): return ['A']
    class B(A):
        def f(self): return ['B'] + super().f()
    class C(A):
        def f(self): return ['C'] + super().f()
    class D(B, C):
        def f(self): return ['D'] + super().f()
    print(D().f(), [k.__name__ for k in D.__mro__], D.mro()[0].__name__, D.__bases__)
    print(isinstance(D(), A), issubclass(D, B), issubclass(B, C), issubclass(D, (C, int)))


def super_forms():
    class A:
        def __init__(self, x): self.x = x
        @classmethod
        def make(cls): return cls(1)
        @property
        def p(self): return self.x
    class B(A):
        def __init__(self, x, y):
            super(B, self).__init__(x)
            self.y = y
        @classmethod
        def make(cls):
            o = cls(7, 8)
            return o
        @property
        def p(self): return super().p + 100
    b = B(1, 2)
    print(b.x, b.y, b.p, B.make().p)
    class C(A):
        def __init__(self, x):
            A.__init__(self, x * 2)
        @classmethod
        def make(cls): return super().make()
    print(C(4).x, C.make().x)


def abstract():
    class Shape(ABC):
        @abstractmethod
        def area(self): ...
        @property
        @abstractmethod
        def name(self): pass
        def describe(self): return f"{self.name}: {self.area()}"
    class Sq(Shape):
        def __init__(self, s): self.s = s
        def area(self): return self.s ** 2
        @property
        def name(self): return 'sq'
    print(Sq(3).describe())
    try:
        Shape()
    except TypeError as e:
        print(e)
    class M(metaclass=abc.ABCMeta):
        @abc.abstractmethod
        def f(self): raise NotImplementedError
    try: M()
    except TypeError as e: print(e)


def namedtuple_typing():
    class Pt(NamedTuple):
        x: int
        y: int = 5
        def norm(self): return self.x ** 2 + self.y ** 2
    p = Pt(3)
    print(p, p.x, p.norm(), p._asdict(), p._replace(x=9), Pt._fields, p[1], tuple(p), Pt._make([1, 2]))
    x, y = p
    class TD(TypedDict):
        a: int
        b: str
    t: TD = {'a': 1, 'b': 'q'}
    t2 = TD(a=3, b='z')
    print(t, t2, t2['a'])
    class HasArea(Protocol):
        def area(self) -> float: ...
    T = TypeVar('T')
    class Box(Generic[T]):
        def __init__(self, v: T) -> None: self.v = v
        def get(self) -> T: return self.v
    b: Box[int] = Box(3)
    print(b.get(), Box('s').get())


def typeddict():
    class TD(TypedDict):
        a: int
        b: str
    class TD2(TD, total=False):
        c: int
    t: TD = {'a': 1, 'b': 'q'}
    t2 = TD(a=3, b='z')
    t3 = TD2(a=1, b='x', c=4)
    print(t, t2, t2['a'], t3)
    def f(x: TD) -> int: return x['a']
    print(f(t), f({'a': 5, 'b': ''}))


def subclasses_of_collections():
    from collections import Counter, OrderedDict, defaultdict, deque

    class Config(OrderedDict):
        def last(self):
            return next(reversed(self))

        def __getattr__(self, name):
            try:
                return self[name]
            except KeyError:
                raise AttributeError(name) from None

    class Totals(defaultdict):
        def total(self):
            return sum(self.values())

    class Words(Counter):
        def top(self):
            return self.most_common(1)[0]

    class Recent(deque):
        def newest(self):
            return self[-1]

    c = Config(a=1)
    c["b"] = 2
    print(c, c.last(), c.a, getattr(c, "z", None))
    t = Totals(int)
    t["x"] += 3
    print(t, t.total())
    print(Words("abca").top(), Words(a=1), hasattr(Words(), "most_common"), "elements" in dir(Words()))
    r = Recent([1, 2], maxlen=2)
    r.append(3)
    print(r, r.newest(), r.popleft())


def read_backwards():
    class Tens:
        def __init__(self, n):
            self.n = n

        def __len__(self):
            return self.n

        def __getitem__(self, i):
            return i * 10

    class Own:
        def __reversed__(self):
            return iter("xyz")

    class Forward:
        def __iter__(self):
            return iter([1])

    class Row(list):
        pass

    class Word(str):
        pass

    class Table(dict):
        pass

    for o in [Tens(3), Own(), Row([1, 2]), Word("ab"), Table(a=1, b=2), (1, 2), Forward()]:
        try:
            print(list(reversed(o)))
        except TypeError as e:
            print(e)
    print(list(reversed(Tens(2))))


def special_methods_set_later():
    class Counted:
        def __init__(self):
            self.x = 1

    class Plain:
        pass

    def missing(self, name):
        self.x += 41
        return name

    Counted.__getattr__ = missing
    Plain.__str__ = lambda self: "plain"
    Plain.__len__ = lambda self: 3
    a = Counted()
    print(a.fail, a.x, Plain(), len(Plain()), bool(Plain()))
