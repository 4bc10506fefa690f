"""The abstract classes of containers and numbers: to derive from, and to ask for."""
import collections.abc
import numbers
import typing
from collections import OrderedDict, deque
from collections.abc import Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized
from decimal import Decimal


class Lower(MutableMapping):
    """A mapping whose keys are in lower case."""
    def __init__(self, *args, **kwargs):
        self.store = dict()
        self.update(dict(*args, **kwargs))

    def __getitem__(self, key):
        return self.store[key.lower()]

    def __setitem__(self, key, value):
        self.store[key.lower()] = value

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


def mappings():
    d = Lower(A=1, b=2)
    d["C"] = 3
    print(list(d), len(d), "c" in d, "x" in d, d["a"], d.get("Z"), d.get("Z", 0), d.get("B", 0))
    print(sorted(d.keys()), sorted(d.values()), sorted(d.items()), d == {"a": 1, "b": 2, "c": 3}, d != {"a": 1}, d == 5)
    print(d.pop("A"), d.pop("A", None), d.setdefault("B", 9), d.setdefault("N", 9), dict(d))
    for f in (lambda: d.pop("nope"), lambda: d["nope"]):
        try:
            f()
        except KeyError as e:
            print("KeyError", e)
    d.update({"Q": 1}, r=2)
    d.update([("S", 3)])
    print(d.popitem(), list(d.items()), bool(d))
    d.clear()
    print(len(d), bool(d), isinstance(d, Mapping), isinstance(d, MutableMapping), isinstance(d, collections.abc.Sequence))
    try:
        d.popitem()
    except KeyError as e:
        print("KeyError", e)


class Word(typing.Mapping[str, int]):
    def __init__(self, word):
        self.word = word

    def __getitem__(self, key):
        if key not in "abc":
            raise KeyError(key)
        return self.word.count(key)

    def __iter__(self):
        yield from "abc"

    def __len__(self):
        return 3


def counts():
    w = Word("abracadabra")
    print(dict(w), {**w}, w["b"], "c" in w, "z" in w, w.get("z", -1), list(w.values()), ("a", 5) in w.items(), 5 in w.values())
    print(w.keys() & {"a", "z"}, sorted(w.keys() | {"z"}), w.keys() == {"a", "b", "c"}, len(w.items()))
    print(isinstance(w, Mapping), isinstance(w, MutableMapping), isinstance(w, Iterable), isinstance(w, Hashable))


class Evens(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(self.n))]
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError("out of range")
        return 2 * i


def sequences():
    s = Evens(5)
    print(list(s), list(reversed(s)), 4 in s, 5 in s, s.index(6), s.count(2), s.count(3), s[-1], s[1:3], len(s), max(s), sum(s))
    a, b, *rest = s
    print(a, b, rest)
    for f in (lambda: s.index(7), lambda: s.index(0, 1), lambda: s[9]):
        try:
            f()
        except (ValueError, IndexError) as e:
            print(type(e).__name__, e)
    print(isinstance(s, Sequence), isinstance(s, Sized), isinstance(s, Collection), isinstance(s, Reversible), isinstance(s, Mapping))


class Typed(MutableSequence):
    def __init__(self, kind, items=()):
        self.kind = kind
        self.items = []
        self.extend(items)

    def check(self, v):
        if not isinstance(v, int):
            raise TypeError(f"{v!r} is not of type {self.kind}")
        return v

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = self.check(v)

    def __delitem__(self, i):
        del self.items[i]

    def insert(self, i, v):
        self.items.insert(i, self.check(v))

    def __repr__(self):
        return f"Typed({self.items})"


def mutable_sequences():
    t = Typed("int", [3, 1, 2])
    t.append(4)
    t += [5, 6]
    t.reverse()
    print(t, t.pop(), t.pop(0), t, 4 in t, t.index(4))
    t.remove(4)
    t[0] = 9
    print(t, list(t))
    try:
        t.append("x")
    except TypeError as e:
        print(e)
    try:
        t.remove(77)
    except ValueError as e:
        print("ValueError", e)
    t.clear()
    print(t, len(t))


class Letters(Set):
    def __init__(self, it):
        self.text = "".join(sorted(set(it)))

    def __contains__(self, x):
        return x in self.text

    def __iter__(self):
        return iter(self.text)

    def __len__(self):
        return len(self.text)

    def __repr__(self):
        return f"Letters({self.text!r})"


def sets():
    a, b = Letters("hello"), Letters("world")
    print(a & b, a | b, a - b, a ^ b, a <= b, a < a, a <= a, Letters("he") < a, a >= Letters("h"), a == Letters("olhe"), a != b)
    print(a.isdisjoint(b), a.isdisjoint(Letters("xyz")), a & {"h"}, a == set("helo"), isinstance(a, Set), isinstance(a, MutableSet))


class Bag(MutableSet):
    def __init__(self, it=()):
        self.d = []
        for x in it:
            self.add(x)

    def __contains__(self, x):
        return x in self.d

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)

    def add(self, x):
        if x not in self.d:
            self.d.append(x)

    def discard(self, x):
        if x in self.d:
            self.d.remove(x)


def mutable_sets():
    b = Bag([1, 2, 2, 3])
    b |= [4, 5]
    b -= [1]
    b &= {2, 3, 4}
    print(list(b), b == {2, 3, 4}, list(b | [9]))
    b ^= [2, 7]
    b.remove(7)
    print(list(b), b.pop())
    try:
        b.remove(99)
    except KeyError as e:
        print("KeyError", e)
    b.clear()
    print(len(b))


class Down(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def iterators():
    d = Down(3)
    print(list(d), isinstance(d, Iterator), isinstance(d, Iterable), isinstance(iter([]), Iterator), isinstance([], Iterator))


def not_made():
    class Half(Mapping):
        def __len__(self):
            return 0
    try:
        Half()
    except TypeError as e:
        print(e)


def kind(x):
    return "".join("x" if t else "." for t in (
        isinstance(x, Mapping), isinstance(x, Sequence), isinstance(x, Set), isinstance(x, Iterable), isinstance(x, Iterator), isinstance(x, Sized),
        isinstance(x, Container), isinstance(x, Hashable), isinstance(x, Callable), isinstance(x, (MutableMapping, MutableSequence, MutableSet)),
        isinstance(x, numbers.Number), isinstance(x, numbers.Real), isinstance(x, numbers.Integral), isinstance(x, collections.abc.Reversible), isinstance(x, Collection)))


class HasCall:
    def __call__(self):
        return 1


class HasLen:
    def __len__(self):
        return 1

    def __eq__(self, other):
        return True


def asked_static():
    print(kind({}), kind([]), kind(()), kind("a"), kind(b"a"), kind(1), kind(1.5), kind(True), kind(2j), kind(None))
    print(kind({1}), kind(frozenset()), kind(range(3)), kind({}.keys()), kind({}.values()), kind(iter([1])), kind(x for x in [1]))
    print(kind(len), kind(HasCall()), kind(HasLen()), kind(Evens(1)), kind(Bag()), kind(deque()), kind(OrderedDict()), kind(lambda: 1))


def asked_when_running():
    for x in [{}, [], (), "a", b"a", bytearray(b""), 1, 1.5, True, 2j, None, {1}, frozenset(), range(3), {}.keys(), {}.values(), {}.items(), iter([1]), (x for x in [1]), len,
              HasCall(), HasLen(), Evens(1), Bag(), Letters("a"), Lower(), Down(1), deque(), OrderedDict(), lambda: 1, Decimal(1), int, map(len, []), open]:
        print(kind(x))


def flatten(items):
    for x in items:
        if isinstance(x, Iterable) and not isinstance(x, (str, bytes)):
            yield from flatten(x)
        else:
            yield x


def flattened():
    print(list(flatten([1, [2, (3, "four"), {5}], [[["six"]]]])))
    def g():
        yield 1
    print(isinstance(g(), Generator), isinstance(iter([]), Generator), isinstance(g, Callable))


def merge(a, b):
    """Mappings within mappings."""
    for k, v in b.items():
        if isinstance(v, collections.abc.Mapping):
            a[k] = merge(a.get(k, {}), v)
        else:
            a[k] = v
    return a


def merged():
    print(merge({"a": {"b": 1}, "c": 2}, {"a": {"d": 3}, "e": {"f": 4}}))


class Measured:
    def __iter__(self):
        return iter([])

    def __len__(self):
        return 0


def subclasses_of_abstract_classes():
    print(issubclass(dict, collections.abc.Mapping), issubclass(list, Iterable), issubclass(str, Sequence), issubclass(int, Hashable), issubclass(int, Iterable))
    print(issubclass(Measured, Iterable), issubclass(Measured, Sized), issubclass(Measured, Mapping), issubclass(Measured, Sequence))
