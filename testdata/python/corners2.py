import enum
import datetime
import itertools
import os.path
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Awaitable, Dict, List, NewType, Optional, TypeAlias, TypeVar, Union, overload


class K:
    def __getattr__(self, name):
        return name


class Length:
    def __len__(self):
        return "x"


class Text:
    def __str__(self):
        return 5


class Formatted:
    def __format__(self, spec):
        return 42


class Hashed:
    def __hash__(self):
        return "h"


class Whole:
    def __int__(self):
        return "i"


class Index:
    def __index__(self):
        return 1.5


class Listed:
    def __iter__(self):
        return [1]


class Raising:
    def __iter__(self):
        raise ValueError("iter")


def special_methods_that_give_something_else():
    try:
        print(len(Length()))
    except TypeError as e:
        print(e)
    try:
        print(bool(Length()))
    except TypeError as e:
        print(e)
    try:
        print(str(Text()))
    except TypeError as e:
        print(e)
    try:
        print(f"{Formatted()}")
    except TypeError as e:
        print(e)
    try:
        print(hash(Hashed()))
    except TypeError as e:
        print(e)
    try:
        print(int(Whole()))
    except TypeError as e:
        print(e)
    try:
        print([1, 2][Index()])
    except TypeError as e:
        print(e)


def iter_methods_that_give_no_iterator():
    try:
        for x in Listed():
            print(x)
    except TypeError as e:
        print(e)
    try:
        for x in Raising():
            print(x)
    except ValueError as e:
        print(e)
    try:
        print(any(Raising()), list(Raising()))
    except ValueError as e:
        print(e)


Triple = tuple[int, int, int]
Words = tuple[str, ...]
Number = int | str
Maybe = list[int] | None
Pair: TypeAlias = tuple[int, "K"]
Queue = deque[int]
Counts = defaultdict[str, int]
MaybeK = K | None
Kind = type[K]
Function = Callable[[int], int] | None
Nested = dict[str, list[K]] | list[Triple] | int
UserId = NewType("UserId", int)


def names_of_types():
    def f(p: Triple, q: Words = ("a",), r: Number = 1, t: Maybe = None, x: MaybeK = None) -> tuple[Triple, Words]:
        return p, q

    def kind(x):
        return isinstance(x, int | None), isinstance(x, K | int), isinstance(x, MaybeK)

    print(f((1, 2, 3)), kind(1), kind(None), kind(K()), kind("a"))
    print(K | None, issubclass(K, K | int))
    print(UserId(3) + 1, [UserId(x) for x in [1, 2]], list(map(UserId, [1])))


@dataclass
class Node:
    data: int
    next_node: "Optional[Node]" = None
    tags: list[str] = field(default_factory=list)


def records_that_hold_themselves():
    a = Node(1)
    b = Node(2, a)
    a.next_node = b
    print(a == a, a == b, Node(1, b) == a, Node(1, tags=["x"]) == Node(1, tags=["x"]), Node(1, tags=["x"]) == Node(1, tags=["y"]))


def adder(n):
    def add(x):
        return x + n
    return add


def compose(f, g):
    return lambda x: f(g(x))


def three_of(n):
    return lambda: n * 3


def given_functions_called_in_loops():
    a = adder(2)
    b = compose(a, adder(10))
    c = three_of(1)
    i = 0
    while i < 2:
        print(a(i), b(i), c())
        i += 1
    for x in ["a", "b"]:
        d = compose(lambda s: s + "!", lambda s: s * 2)
        e = adder("z")
        print(d(x), e(x))
    f = adder(1)
    for i in range(3):
        f = compose(f, adder(i))
    print(f(0))


def iterates(thing):
    try:
        iter(thing)
    except TypeError:
        return False
    return True


def flatten(nested):
    flat = []
    for item in nested:
        try:
            if iterates(item) and not isinstance(item, str):
                flat += flatten(item)
            elif item is not None:
                flat.append(item)
        except TypeError:
            print("not", item)
    return flat


def lists_in_lists():
    print(flatten([]), flatten([[[]]]), flatten([1, [2, [3, None]]]))
    print(flatten([None, [[[None]]], None]))


def where_the_file_is():
    print(os.path.isabs(__file__), os.path.basename(__file__) != "")


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __str__(self):
        return "({self.x}, {self.y})".format(self=self)

    def norm(self):
        return self.x + self.y


def formats_that_reach_attributes():
    formats = {"us": "{0.month:02}/{0.day:02}/{0.year:04}", "nl": "{0.day}-{0.month}"}

    def show(d, k):
        return formats[k].format(d)

    print(show(datetime.date(2015, 1, 2), "us"), show(datetime.datetime(2015, 1, 2, 3), "nl"), Point(4, 2))
    for t in ["{p.x}-{p.y}", "{p.y}", "{ p.x", "{{p.q}}"]:
        try:
            print(t.format(p=Point(1, 2)))
        except ValueError as e:
            print(e)


def methods_are_equal():
    a, b = Point(1, 2), Point(1, 2)
    print(a.norm == a.norm, a.norm == b.norm, a.norm == a.__str__, a.norm is a.norm)
    listeners = [a.norm, b.norm]
    print(a.norm in listeners, listeners.index(b.norm), {a.norm: 1}[a.norm], repr(a.norm)[:28])
    listeners.remove(a.norm)
    print(len(listeners))


def ordered_dicts_differ_in_order():
    a = OrderedDict([("a", 1), ("b", 2)])
    b = OrderedDict([("b", 2), ("a", 1)])
    print(a == b, a == dict(b), dict(a) == b, a != b, [a] == [b])
    a.move_to_end("a")
    print(a == b, [a, 1][0] == [b, 1][0])


def what_ends_carries():
    print(StopIteration().value, StopIteration(1).value, StopIteration(1, 2, 3).value)
    for args in [(), (None,), (42,)]:
        try:
            sys.exit(*args)
        except SystemExit as e:
            print(repr(e), e.code, e.args)


class Expr:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __and__(self, other):
        return Expr(f"({self!r} and {other!r})")

    def __bool__(self):
        return len(self.text) > 3


class Col(Expr):
    def __eq__(self, other):
        return Expr(f"{self.text} = {other!r}")

    def __lt__(self, other):
        return Expr(f"{self.text} < {other!r}")

    def __gt__(self, other):
        return Expr(f"{self.text} > {other!r}")

    def __hash__(self):
        return hash(self.text)


class V:
    def __init__(self, xs):
        self.xs = xs

    def __eq__(self, o):
        return [x == o for x in self.xs]

    def __lt__(self, o):
        return [x < o for x in self.xs]


def comparisons_that_give_objects():
    a, b = Col("a"), Col("b")
    print((a == 3) & (b < 4), 3 > a, a != b)
    if a == 3:
        print("true")
    print("yes" if a < b else "no", not (a == b), bool(a == b))
    print(1 if a == b and b == a else 2, a == b or 3)
    x = a == b
    while x:
        print(x)
        break
    print(V([1, 2]) == 2, V([1, 5]) < 3, [y for y in [a, b] if y == a], a in [a, b])
    d = {a: 1}
    print(d[a], [a, b].index(b) >= 0)
    assert a == b

    def f(p, q):
        return p == q
    print(f(a, b), f(1, 2), f("a", a))
    print(sorted([3, 1]), max([a, b], key=lambda k: k.text))


class Some:
    def __init__(self, n):
        self.n = n


class Sized(Some):
    def __len__(self):
        return self.n


def methods_of_some_classes():
    print(len(Sized(2)), bool(Sized(0)), bool(Some(0)))
    for x in [Sized(3), Some(4)]:
        try:
            print(len(x))
        except TypeError as e:
            print(e)


Value = TypeVar("Value")


class Val(Awaitable[Value]):
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return iter([self.v])


class Ints(List[int]):
    def total(self):
        return sum(self)


class Numbered(Dict[str, int]):
    def first(self):
        return next(iter(self))


class Strs(list[str]):
    pass


@overload
def either(x: int) -> int: ...


@overload
def either(x: str) -> str: ...


def either(x):
    return x


class Overloaded:
    @overload
    def g(self, x: int) -> int: ...

    @overload
    def g(self, x: str) -> str: ...

    def g(self, x: Union[int, str]) -> Union[int, str]:
        return x


def for_type_checkers():
    print(Ints([1, 2]).total(), Numbered(a=1).first(), Strs(["a"]), len(Ints()))
    print(either(1), either("a"), Overloaded().g(1), Overloaded().g("s"))
    print(sys.version_info.major, sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.minor >= 8, sys.version_info[:2] > (3, 0))
    print(Val(3).v)


class chain:
    pass


def types_of_iterators():
    def g():
        yield 1

    print(type(g()), type(map(str, [])), type(zip()), type(object()), type(bytearray()), type(x for x in []), type(enumerate([])))
    print(type({}.keys()), type(filter(None, [])), type(itertools.chain([1])), type(itertools.count()))
    print(repr(g())[:17], repr(map(str, []))[:11], repr(object())[:15], str(itertools.chain([1]))[:23], f"{zip([1])}"[:11])
    print(str(Counter("aab").elements())[:23], type(chain()), repr(chain())[:22])


def what_is_asked_whether_it_can_be_called():
    class Kind(enum.Enum):
        ONE = 1

    try:
        print(callable(Kind["b"]))
    except KeyError as e:
        print(e)
    print(callable(Kind["ONE"]), callable(Kind))


def what_is_contained_comes_before_what_contains_it():
    class Bag:
        def __init__(self, *xs):
            print("made", xs)
            self.xs = xs

        def __contains__(self, x):
            return x in self.xs

    class Count:
        def __init__(self, n):
            print("count", n)
            self.n = n

        def __iter__(self):
            return iter(range(self.n))

    def say(x):
        print("say", x)
        return x

    print(say(1) in Bag(1, 2), say(3) not in Bag(1, 2), say(1) in Count(3), say(5) not in Count(3))
    b = Bag(1)
    print(say(1) in b, 1 in Bag(say(1)))
    for word in ("b", "q"):
        try:
            print("abc".index(word) in Bag(1, word))
        except ValueError as e:
            print(e)
