"""Modules of the library that are written in Python: the containers to derive from, difflib, shlex."""
import difflib
import shlex
from collections import UserDict, UserList


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return "?" + key


def user_dicts():
    d = Upper({"a": 1}, b=2)
    d["c"] = 3
    print(d, len(d), d["A"], d["zz"], "A" in d, d.get("x"), list(d.items()), d.data)
    e = d.copy()
    e.update({"q": 1})
    print(e, d == e, d | {"z": 26}, type(e).__name__, Upper.fromkeys("xy", 0), isinstance(d, UserDict), isinstance(d, dict))
    print(UserDict(a=1), UserDict({"x": 1}).pop("x"), dict(d))
    try:
        UserDict()["k"]
    except KeyError as ex:
        print("KeyError", ex)


class Stack(UserList):
    def push(self, x):
        self.append(x)
        return self

    def __getitem__(self, i):
        return "top" if i == "top" else super().__getitem__(i)


def user_lists():
    s = Stack([3, 1])
    s.push(2).push(5)
    print(s, len(s), s[0], s[-1], s[1:3], 5 in s, s + [9], s * 2, s == [3, 1, 2, 5], type(s[1:]).__name__)
    s.sort()
    s += [7]
    print(s, s.pop(), s.index(2), s.count(1), [x * 2 for x in s], s.data)
    s.reverse()
    s.extend([0, 4])
    s.remove(0)
    s[0] = 10
    del s[1]
    print(s, sorted(s), max(s), s < [11], isinstance(s, list), isinstance(s, UserList), list(s), s.copy())


def ratios():
    m = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
    print(round(m.ratio(), 3), m.quick_ratio(), m.real_quick_ratio())
    print([tuple(b) for b in m.get_matching_blocks()], m.get_matching_blocks()[0])
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(a="qabxcd", b="abycdf").get_opcodes():
        print(tag, i1, i2, j1, j2)
    print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), difflib.SequenceMatcher(None, [1, 2, 3], [2, 3, 4]).ratio(), difflib.SequenceMatcher().ratio())
    long = "abc" * 80
    print(round(difflib.SequenceMatcher(None, "abcx", long).ratio(), 4), round(difflib.SequenceMatcher(None, "abcx", long, False).ratio(), 4))


def near():
    print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "with", "whole", "where"], n=1, cutoff=0.5))
    print(difflib.get_close_matches("zzz", ["a"]))
    for bad in (lambda: difflib.get_close_matches("a", ["b"], 0), lambda: difflib.get_close_matches("a", ["b"], cutoff=2)):
        try:
            bad()
        except ValueError as e:
            print(e)


def diffs():
    a = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve\n".splitlines(keepends=True)
    b = "one\ntwo\ntree\nfour\nfive\nsix\nseven\neight\nnine\nten\ntwelve\nthirteen\n".splitlines(keepends=True)
    print("".join(difflib.unified_diff(a, b, fromfile="before.txt", tofile="after.txt")))
    print("\n".join(difflib.unified_diff(["a", "b"], ["a", "c"], "x", "y", "2020", "2021", lineterm="", n=0)))
    print("".join(difflib.context_diff(a, b, "old", "new")))
    print(list(difflib.unified_diff(["same"], ["same"])), list(difflib.unified_diff([], ["new\n"])))


def shells():
    print(shlex.split("cp 'my file' \"other file\" a\\ b --x=\"1 2\" ''"), shlex.split("a # b"), shlex.split("a # b", comments=True))
    print(shlex.split(r'"a\"b" "c\d" e\f'), shlex.split("'a'b"), shlex.split("a 'b c' d", posix=False), shlex.split(""))
    print(shlex.quote("a b"), shlex.quote("it's"), shlex.quote("safe-1.txt"), shlex.quote(""), shlex.join(["echo", "a b", "$x"]))
    for text in ("'open", "back\\"):
        try:
            shlex.split(text)
        except ValueError as e:
            print(e)
