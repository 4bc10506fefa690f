"""Methods, decorators and context managers of classes."""
import functools, time
def logged(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        print("call", f.__name__)
        return f(*args, **kwargs)
    return inner

class Service:
    registry = []
    def __init__(self, name):
        self.name = name
        self.cache = {}
        self.handler = None
        Service.registry.append(name)
    def on(self, h):
        self.handler = h
        return self
    def fire(self, x):
        if self.handler is not None:
            return self.handler(x)
        return None
    def get(self, k):
        if k not in self.cache:
            self.cache[k] = len(k)
        return self.cache[k]
    def items(self):
        for k, v in sorted(self.cache.items()):
            yield k, v
s = Service("a").on(lambda x: x + 1)
print(s.fire(3), s.get("abc"), s.get("z"), list(s.items()), Service.registry)
objs = [Service("b"), Service("c")]
print([o.name for o in objs], max(objs, key=lambda o: o.name).name)
d = {o.name: o for o in objs}
print(sorted(d), d["b"].name)
class Duck:
    def speak(self): return "quack"
class Dog:
    def speak(self): return "woof"
for a in [Duck(), Dog()]:
    print(a.speak())
class Tree:
    def __init__(self, v):
        self.v = v
        self.kids = []
    def add(self, t):
        self.kids.append(t)
        return self
    def total(self):
        return self.v + sum(k.total() for k in self.kids)
    def walk(self, depth=0):
        yield "  " * depth + str(self.v)
        for k in self.kids:
            yield from k.walk(depth + 1)
t = Tree(1).add(Tree(2).add(Tree(3))).add(Tree(4))
print(t.total())
print("\n".join(t.walk()))
class LL:
    def __init__(self):
        self.head = None
        self.size = 0
    def push(self, v):
        self.head = (v, self.head)
        self.size += 1
class Lazy:
    def load(self):
        self.data = [1, 2]
    def first(self):
        return self.data[0]
try:
    Lazy().first()
except AttributeError as e:
    print(e)
z = Lazy(); z.load(); print(z.first())
class Base:
    kind = "base"
    def who(self): return self.kind
class Sub(Base):
    kind = "sub"
print(Base().who(), Sub().who(), Sub.kind)
class Money:
    def __init__(self, amt): self.amt = amt
    def __add__(self, o): return Money(self.amt + (o.amt if isinstance(o, Money) else o))
    def __radd__(self, o): return self + o
    def __str__(self): return "$%.2f" % self.amt
    def __lt__(self, o): return self.amt < o.amt
    def __format__(self, spec): return format(self.amt, spec)
print(sum([Money(1), Money(2.5)]), Money(1) + 3, f"{Money(2):.1f}", min(Money(3), Money(2)), [str(m) for m in sorted([Money(3), Money(1)])])
class Timer:
    def __enter__(self):
        self.t = 1
        return self
    def __exit__(self, *a):
        print("done", len(a))
        return False
with Timer() as tm:
    print(tm.t)
class Meta:
    @logged
    def run(self, x):
        return x * 2
print(Meta().run(4))
