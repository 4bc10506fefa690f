# Mistakes with classes.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.z  # ERROR "'Point' object has no attribute 'z'"

p = Point(1, 2)
print(p.norm(), p.lenght())  # ERROR "'Point' object has no attribute 'lenght'"
q = Point(1)  # ERROR `Point\(\) is missing 1 argument: 'y'`
# ---
class Empty:
    pass

e = Empty(1)  # ERROR `Empty\(\) takes no arguments`
# HINT `write def __init__\(self, …\) in class Empty`
print(Empty() < Empty())  # ERROR "'<' not supported between instances of 'Empty' and 'Empty'"
print(-Empty())  # ERROR "bad operand type for unary -: 'Empty'"
for x in Empty():  # ERROR "'Empty' object is not iterable"
    print(x)
with Empty() as f:  # ERROR "'Empty' object cannot be used with 'with'"
# HINT "with takes a file"
    print(f)
# ---
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount

    @property
    def rich(self):
        return self.balance > 10

a = Account()
a.deposti(3)  # ERROR "'Account' object has no attribute 'deposti'"
# HINT "did you mean 'deposit'?"
a.rich = True  # ERROR "property 'rich' of 'Account' object has no setter"
print(Account.total)  # ERROR "type object 'Account' has no attribute 'total'"
# ---
from abc import ABC, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self):
        pass

Shape()  # ERROR "Can't instantiate abstract class Shape with abstract method area"
# HINT "write the method in a class that derives from Shape"
# ---
class Meta(type):  # ERROR "a metaclass is not supported"
# HINT "use a decorator of the class, or __init_subclass__"
    pass

class Words(list, metaclass=type):  # ERROR "a metaclass is not supported"
# HINT "use a decorator of the class, or __init_subclass__"
    pass

class Handle:
    def __del__(self):  # ERROR "__del__ is not supported"
    # HINT "use with, or call a method"
        pass

print(Words(), Handle())
# ---
class Color:
    RED = 1

print(Color["RED"])  # ERROR "type 'Color' is not subscriptable"
# ---
# ---
# Fields without a default stand before those that have one.
from dataclasses import dataclass, field
from typing import NamedTuple

@dataclass
class Node:  # ERROR `non-default argument 'tags' follows default argument`
    data: int
    following: "Node | None" = None
    tags: list[str]

class Pair(NamedTuple):  # ERROR `Non-default namedtuple field b cannot follow default field a`
    a: int = 1
    b: str

@dataclass
class Named:
    a: int = 1
    b: str = field(kw_only=True)

print(Node(1, None, []), Pair(1, "b"), Named(b="x").b)
# ---
from enum import Enum

class Colour(Enum):
    RED = 1
    GREEN = 2
    RED = 3  # ERROR "'RED' is a member of Colour already"
