from contextlib import ExitStack
from functools import partial, partialmethod, singledispatchmethod, update_wrapper
import json


class Cell:
    def __init__(self):
        self._alive = False

    @property
    def alive(self):
        return self._alive

    def set_state(self, state, note=""):
        self._alive = bool(state)
        self.note = note

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, note="x")


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError(f"cannot negate {arg!r}")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg

    @neg.register(str)
    def _(self, arg):
        return arg[::-1]


class Counted:
    def __init__(self, f):
        update_wrapper(self, f)
        self.f = f
        self.n = 0

    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)


@Counted
def say(x, times=2):
    "says"
    return x * times


def made_methods():
    c = Cell()
    c.set_alive()
    print(c.alive, repr(c.note))
    c.set_alive(note="again")
    print(c.alive, c.note)
    c.set_dead()
    print(c.alive, c.note)


def dispatched_methods():
    n = Negator()
    print(n.neg(5), n.neg(True), n.neg("abc"))
    try:
        n.neg([])
    except NotImplementedError as e:
        print(e)


def wrapped_objects():
    print(say(2), say(3, times=3), say.n, say.__name__, say.__doc__, say.__wrapped__(1))


def call(fn, *args, **kw):
    return fn(*args, **kw)


def named_arguments():
    with ExitStack() as stack:
        stack.callback(print, "bye", "now", sep="-")
        stack.callback(print, "x", end="!\n")
    f = print
    f("a", "b", sep="+", end=".\n")
    pp = partial(print, sep="/")
    pp(1, 2, 3)
    call(print, 1, 2, sep="|")
    opts = {"sep": "_"}
    call(print, 3, 4, **opts)
    try:
        call(print, 1, nothing=2)
    except TypeError as e:
        print("TypeError")


def named_choices():
    print(call(sorted, [1, 3, 2], key=lambda x: -x), call(sorted, [1, 3, 2], reverse=True), call(max, 1, 2, key=lambda x: -x))
    fs = {"max": max, "min": min, "sorted": sorted, "sum": sum, "round": round, "int": int, "enumerate": enumerate}
    print(fs["max"]([1, -5], key=abs), fs["min"]([], default=0), fs["sorted"]("bca", key=str.upper, reverse=True), fs["sum"]([1, 2], start=10))
    print(fs["round"](2.567, ndigits=1), fs["round"](25, ndigits=-1), fs["int"]("ff", base=16), list(fs["enumerate"]("ab", start=1)))
    print(call(dict, [("a", 1)], b=2), call(int, "11", base=2), call(str, b"x", encoding="ascii"), call("{a} {b}".format, a=1, b=2), call("a,b".split, sep=","))


def named_dumps():
    enc = partial(json.dumps, sort_keys=True, indent=None, separators=(",", ":"))
    print(enc({"b": 1, "a": [1, 2]}))
    h = {"dumps": json.dumps}
    print(h["dumps"]({"z": 1, "a": 2}, sort_keys=True), call(json.dumps, {"k": None}, indent=1))
