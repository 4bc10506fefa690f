"""Programs with classes: a stack machine, expressions, trees, a matrix."""
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import reduce, partial
from itertools import groupby
from typing import Generic, TypeVar, Callable, Any, Optional, Union
import operator

T = TypeVar("T")

class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list = []
    def push(self, x: T) -> "Stack[T]":
        self._items.append(x)
        return self
    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()
    @property
    def empty(self) -> bool:
        return not self._items

class Op(Enum):
    ADD = "+"
    SUB = "-"
    MUL = "*"
    @property
    def fn(self):
        return {"+": operator.add, "-": operator.sub, "*": operator.mul}[self.value]
    @classmethod
    def of(cls, s):
        for o in cls:
            if o.value == s:
                return o
        raise ValueError("unknown " + s)

def rpn(text):
    st = Stack()
    for tok in text.split():
        if tok.isdigit():
            st.push(int(tok))
        else:
            b, a = st.pop(), st.pop()
            op = Op.of(tok)
            st.push(a + b if op is Op.ADD else a - b if op is Op.SUB else a * b)
    return st.pop()
print(rpn("3 4 + 2 *"), rpn("10 2 3 * -"))
try:
    rpn("1 +")
except IndexError as e:
    print("IndexError:", e)
try:
    Op.of("/")
except ValueError as e:
    print(e)

class Expr(ABC):
    @abstractmethod
    def eval(self, env): ...
    def __add__(self, other): return Add(self, wrap(other))
    def __mul__(self, other): return Mul(self, wrap(other))
@dataclass(frozen=True)
class Num(Expr):
    v: float
    def eval(self, env): return self.v
    def __str__(self): return str(self.v)
@dataclass(frozen=True)
class Var(Expr):
    name: str
    def eval(self, env): return env[self.name]
    def __str__(self): return self.name
@dataclass(frozen=True)
class Add(Expr):
    l: Expr
    r: Expr
    def eval(self, env): return self.l.eval(env) + self.r.eval(env)
    def __str__(self): return f"({self.l} + {self.r})"
@dataclass(frozen=True)
class Mul(Expr):
    l: Expr
    r: Expr
    def eval(self, env): return self.l.eval(env) * self.r.eval(env)
    def __str__(self): return f"{self.l} * {self.r}"
def wrap(x):
    return x if isinstance(x, Expr) else Num(x)
e = (Var("x") + 2) * Var("y")
print(e, e.eval({"x": 3, "y": 4}), Num(1) == Num(1), Var("a") == Num(1), {Num(1): "one"}[Num(1)])
print(repr(Var("x") + 1))

@dataclass
class Node:
    name: str
    children: list = field(default_factory=list)
    parent: Optional["Node"] = None
    def add(self, child):
        child.parent = self
        self.children.append(child)
        return child
    def path(self):
        return (self.parent.path() if self.parent else "") + "/" + self.name
    def find(self, pred):
        if pred(self):
            yield self
        for ch in self.children:
            yield from ch.find(pred)
root = Node("root")
usr = root.add(Node("usr"))
usr.add(Node("bin")); usr.add(Node("lib"))
print(usr.children[0].path(), [n.name for n in root.find(lambda n: "b" in n.name)], len(root.children))

class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])
    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])
    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, col)) for col in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]
    def __eq__(self, o):
        return self.rows == o.rows
    def __repr__(self):
        return "\n".join(" ".join(map(str, r)) for r in self.rows)
m = Matrix([[1, 2], [3, 4]])
print(m @ Matrix.identity(2) == m, (m @ m)[1, 0], m.shape)
print(m)

class Inventory:
    def __init__(self):
        self.stock = {}
    def __setitem__(self, k, v):
        if v < 0:
            raise ValueError(f"negative stock for {k}")
        self.stock[k] = v
    def __getitem__(self, k):
        return self.stock.get(k, 0)
    def __delitem__(self, k):
        del self.stock[k]
    def __contains__(self, k):
        return k in self.stock
    def __len__(self):
        return len(self.stock)
    def __iter__(self):
        return iter(sorted(self.stock))
inv = Inventory()
inv["a"] = 5
inv["b"] += 2
del inv["a"]
print(inv["b"], inv["zz"], "a" in inv, len(inv), list(inv), dict((k, inv[k]) for k in inv))
try:
    inv["b"] -= 10
except ValueError as ex:
    print(ex)

from functools import partial
def add(a, b, c=0):
    return a + b + c
inc = partial(add, 1)
print(inc(2), inc(2, c=5), partial(add, b=3)(4), list(map(partial(add, 10), [1, 2])))
base = [1, 2]
ext = partial(base.append)
ext(5)
print(base, partial(int, base=2)("101"), partial("{} {}".format, "a")("b"))
p = partial(print, "x", sep="-")
p("y", "z")
for k in [1, 2]:
    f = partial(pow, k)
    print(f(3))
