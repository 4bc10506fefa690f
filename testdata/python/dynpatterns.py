"""Patterns about objects of classes that are known when running only, and errors of frozen classes."""

import dataclasses
from dataclasses import FrozenInstanceError, dataclass


@dataclass
class Point:
    x: int
    y: int = 0

    def __getattr__(self, n):
        raise AttributeError(n)


class Box:
    __match_args__ = ("w", "h")

    def __init__(self, w, h):
        self.w, self.h = w, h

    def __getattr__(self, n):
        raise AttributeError(n)


class Sub(Point):
    pass


def shape(v):
    match v:
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diag {x}"
        case Point(zz=1):
            return "zz"
        case Point():
            return "pt"
        case Box(w=w, h=None):
            return ("half", w)
        case Box(w, [h, *_]):
            return (w, h)
        case _:
            return None


def shapes():
    print([shape(v) for v in [Point(0, 0), Point(2, 2), Point(1, 2), Sub(3, 3), Box(1, 2), Box(1, [2, 3]), Box(5, None), "b", 0.5, ()]])


@dataclass(frozen=True)
class Fixed:
    x: int


def frozen():
    f = Fixed(1)
    try:
        f.x = 2
    except dataclasses.FrozenInstanceError as e:
        print(type(e).__name__, e)
    try:
        del f.x
    except FrozenInstanceError as e:
        print(e, f)
