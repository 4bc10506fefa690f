"""The match statement."""
from dataclasses import dataclass
from enum import Enum
import json


@dataclass
class Pt:
    x: int
    y: int


@dataclass
class Circle:
    center: Pt
    r: float


class Color(Enum):
    RED = 1
    BLUE = 2


class Matching:
    @staticmethod
    def kind(v=None):
        match v:
            case 0:
                return "zero"
            case 1 | 2:
                return "small"
            case int() if v > 100:
                return "big"
            case int(n):
                return f"int {n}"
            case "":
                return "empty"
            case str() as s:
                return "str " + s.upper()
            case None:
                return "none"
            case True:
                return "true"
            case [] | ():
                return "nothing"
            case [x]:
                return f"one {x}"
            case [x, y, *rest]:
                return f"many {x} {y} {rest}"
            case {"type": "a", "id": i, **kw}:
                return f"a {i} {kw}"
            case {"type": t}:
                return f"t {t}"
            case Pt(x=0, y=y):
                return f"on y {y}"
            case Pt(x, y):
                return f"pt {x} {y}"
            case Circle(Pt(a, b), r):
                return f"circle {a} {b} {r}"
            case Color.RED:
                return "red"
            case _:
                return "other"

    @staticmethod
    def cmd(line=""):
        match line.split():
            case ["go", ("north" | "south") as d]:
                return "going " + d
            case ["get", obj]:
                return "got " + obj
            case ["drop", *objs]:
                return "dropping " + ",".join(objs)
            case [only]:
                return "?" + only
        return "nope"

    @staticmethod
    def where(p=(0, 0)):
        match p:
            case (0, 0):
                return "origin"
            case (0, y):
                return f"y={y}"
            case (x, 0):
                return f"x={x}"
            case (x, y):
                return f"{x},{y}"

    @staticmethod
    def ev(text="3"):
        match json.loads(text):
            case {"op": "add", "args": [a, b]}:
                return a + b
            case {"op": "neg", "args": [a]}:
                return -a
            case [first, *_]:
                return first
            case str(s):
                return s
            case x:
                return ["?", x]

    @staticmethod
    def status(code: int = 200) -> str:
        match code // 100:
            case 2: return "ok"
            case 4 | 5: return "bad"
            case _: return "?"


def uses():
    for v in [0, 2, 500, 50, "", "abc", None, [], [1], [1, 2, 3, 4], (5, 6), {"type": "a", "id": 3, "z": 1}, {"type": "q"}, {"u": 1}, Pt(0, 5), Pt(2, 3), Circle(Pt(1, 2), 3.0), Color.RED, Color.BLUE, 2.5]:
        print(v, "->", Matching.kind(v))
    print(Matching.kind(True))
    for l in ["go north", "go west", "get lamp", "drop a b c", "x", ""]:
        print(Matching.cmd(l))
    print(Matching.where((0, 0)), Matching.where((0, 3)), Matching.where((4, 0)), Matching.where((4, 5)))
    for t in ['{"op": "add", "args": [1, 2]}', '{"op": "neg", "args": [5]}', "[7, 8]", '"hi"', "3"]:
        print(Matching.ev(t))
    print([Matching.status(c) for c in (200, 404, 500, 301)])


def looked_into(t, depth=0):
    match t:
        case {"kind": "leaf", "value": [a]} if a:
            yield depth, a
        case {"kind": "leaf", "value": v}:
            yield depth, v
        case {"kind": "node", "children": [*cs]}:
            for c in cs:
                yield from looked_into(c, depth + 1)
        case [a, *rest] if rest:
            yield depth, a
            yield from looked_into(rest, depth + 1)
        case [a]:
            yield depth, a
        case str(s) | bytes(s):
            yield depth, s
        case (x, y) | [x, y, _] if x:
            yield depth, x + y
        case int(n) | float(n) if n > 2:
            yield depth, n
        case _:
            yield depth, type(t).__name__


def patterns_for_other_types():
    print(list(looked_into({"kind": "node", "children": [{"kind": "leaf", "value": 1}, [1, 2, [3]], "s", b"x", None, 5]})))
    print(list(looked_into([1, 2])), list(looked_into("a")), list(looked_into(b"")), list(looked_into(3)), list(looked_into(1.5)), list(looked_into((0, 1))))
    print(list(looked_into({"kind": "leaf", "value": 7})), list(looked_into(None)), list(looked_into({})))
