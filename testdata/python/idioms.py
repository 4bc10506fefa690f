"""Idioms of whole programs: grouping with one iterator, functions kept in objects, containers that begin empty."""
import itertools
from dataclasses import dataclass
from typing import Any


@dataclass
class Node:
    data: Any
    next: Any = None


class Unequal:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return False

    def __repr__(self):
        return self.name


class Keyed:
    def __init__(self, key=None, *rest):
        self.key = key or (lambda x: x)
        self.rest = rest

    def of(self, v):
        return self.key(v)


def one_iterator_several_times():
    xs = [1, 2, 3, 4, 5, 6, 7]
    print(list(zip(*[iter(xs)] * 3)))
    it = iter("abcdef")
    print(list(zip(it, it)))
    args = [iter("abcdefg")] * 2
    print([a + b for a, b in zip(*args)])
    args = [iter("abcdefg")] * 2
    print(list(itertools.zip_longest(*args, fillvalue="x")), list(itertools.zip_longest([1], [2, 3], [4], fillvalue=0)))
    print(list(map("".join, zip(*[iter("abcdef")] * 2))), list(zip(*[[1, 2], [3, 4]])), list(zip(*[])))
    print("aabb".translate("".maketrans("a", "x")), {}.fromkeys("ab", 1))


def functions_in_objects():
    first = Keyed()
    second = Keyed(lambda x: -x)
    third = Keyed(key=abs)
    print(first.of(1), second.of(1), third.of(-3))
    try:
        h = Keyed()
        print(h.of(2))
        h = Keyed(key=lambda x: x * 10)
    except TypeError as e:
        print(e)
    print(h.of(2))


def elements_are_themselves():
    a = Node(1)
    b = Node(2, a)
    a.next = b
    visited = [a]
    print(a in visited, b in [b, a], visited.index(a), [b, a].count(b) >= 1, (a,) == (a,), [a] == [a])
    u, v = Unequal("u"), Unequal("v")
    print(u == u, u in [u], u in [v], [u] == [u], (u, 1) == (u, 1), {"k": u} == {"k": u}, [v, u].index(u), [u].count(u))
    xs = [v, u]
    xs.remove(u)
    print(xs)


def containers_that_stay_empty():
    def largest(xs):
        if len(xs) == 0:
            raise ValueError("no elements")
        best = xs[0]
        for x in xs:
            if abs(x) > abs(best):
                best = x
        return best
    print(largest([3, -5]))
    for xs in ([], ()):
        try:
            print(largest(xs))
        except ValueError as e:
            print(e)

    def total(rows):
        for n in range(1, len(rows)):
            rows[n][0] += rows[n - 1][0]
        return rows[-1][0] if rows else 0
    print(total([[1], [2]]), total([]), total([[]]) if False else None)

    def pairs(xs):
        return [list(p) for p in sorted({p for p in itertools.combinations(sorted(xs), 2) if not sum(p)})]
    print(pairs([1, -1, 2]), pairs([]))

    def median(a, b):
        merged = sorted(a + b)
        if not merged:
            return None
        return (float(merged[0]) + float(merged[-1])) / 2
    print(median([1], [2.5]), median([], []))
    index = {}
    for word in []:
        index.setdefault(word, []).append(len(word))
    print(index, {k: sum(v) for k, v in index.items()})

    def span(t):
        return [i for i in range(1, len(t))]
    print(span((1, 2, 3)), span([1]))


def split_tuples():
    def split(node, value):
        if node is None:
            return None, None
        if value < node.data:
            left, node.next = split(node.next, value)
            return left, node
        node.next, right = split(node.next, value)
        return node, right
    left, right = split(Node(3, Node(1)), 2)
    print(left, right)
    table = {}
    for key in (1, "a"):
        table[key] = key
    del table[1]
    print(table)
