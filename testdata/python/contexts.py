import threading
import ast
import contextlib
import sys
import traceback
import typing
import warnings
from collections.abc import Callable, Iterable
from contextlib import closing, contextmanager, nullcontext, suppress
from typing import Any, Dict, List, Optional, Tuple, TypeVar, Union, cast

T = TypeVar("T")
Pair = Tuple[str, int]


def annotated():
    def f(x: List[int], y: Optional[str] = None, *a: Any, **k: Any) -> Dict[str, int]:
        z: Dict[str, int] = {}
        z["a"] = sum(x)
        return z

    def h(p: Pair, cb: Callable[..., int], it: "Iterable[T]" = ()) -> Union[int, str, None]:
        return cb(p[1]) + 1

    x: typing.Optional[int] = None
    print(f([1, 2]), h(("a", 2), lambda v: v * 2), x, cast(int, 5) + 1, cast("List[int]", [1]))


def managers():
    @contextmanager
    def tag(name):
        print("<" + name + ">")
        yield name.upper()
        print("</" + name + ">")

    @contextlib.contextmanager
    def guard():
        print("enter")
        try:
            yield
        except ValueError as e:
            print("caught", e)
        finally:
            print("leave")

    def f(n):
        with tag("f"):
            for i in range(3):
                if i == n:
                    return i * 10
        return -1

    with tag("b") as t:
        print("in", t)
    with tag("a"), tag("c") as x:
        print(x)
    with guard():
        int("zz")
    try:
        with guard():
            raise KeyError("k")
    except KeyError as e:
        print("outer", e)
    print(f(1), f(7))
    for i in range(3):
        with guard():
            if i == 1:
                continue
            print(i)


def suppressed():
    with suppress(ValueError, KeyError):
        int("x")
        print("not here")
    with contextlib.suppress(FileNotFoundError):
        open("/nonexistent")
    with nullcontext(5) as n:
        print(n)
    with nullcontext():
        print("null")
    with open("f.txt", "w") as f:
        f.write("text")
    with closing(open("f.txt")) as f:
        print(f.read())
    print(f.closed)
    with suppress(ValueError):
        {}["k"]


def tracebacks():
    try:
        int("x")
    except ValueError as e:
        print(traceback.format_exc().splitlines()[-1])
        print(traceback.format_exception(type(e), e, e.__traceback__)[-1], end="")
        print(traceback.format_exception_only(type(e), e))
        et, ev, tb = sys.exc_info()
        print(et.__name__, ev, type(e).__name__, type(e), tb is None)
    try:
        raise KeyError("a")
    except Exception:
        print(traceback.format_exc().splitlines()[-1], sys.exc_info()[0].__name__)
    print(sys.exc_info())


def literals():
    for text in ["[1, 2.5, 'a', (1,), {'x': None}, True, -3, b'x']", "(1, 2)", "1, 2", "{}", "()", "{1, 2}", "'a' 'b'", "0x1F + 0", "-1.5e3", "+4", "'\\n\\x41\\u00e9'", "r'\\n'",
                 " 5", "[]", "{'a': [1, {'b': (2, 3)}]}", '"""x\ny"""', "1_000", "[1,\n 2]", "None"]:
        try:
            print(repr(ast.literal_eval(text)))
        except ValueError as e:
            print(type(e).__name__, str(e)[:46])
        except SyntaxError as e:
            print(type(e).__name__)
    for bad in ["foo", "1 +", "f(1)", "[1, 2", "x.y", "1 2", "", "'abc", "{1: }", "(1", "a = 5", "012", "]", "[1 2]", "(1]", "import os"]:
        try:
            print(ast.literal_eval(bad))
        except ValueError as e:
            print(type(e).__name__, str(e)[:46])
        except SyntaxError as e:
            print(type(e).__name__, bad, e)


def warned():
    warnings.filterwarnings("error")
    try:
        warnings.warn("careful")
    except UserWarning as e:
        print(type(e).__name__, e)
    warnings.simplefilter("ignore")
    warnings.warn("nothing")
    warnings.warn("old", DeprecationWarning)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    print("done")


def of_unknown_class():
    import json

    class Managed:
        def __init__(self, x):
            self.x = x

        def __enter__(self):
            print("enter", self.x)
            return self

        def __exit__(self, t, v, tb):
            print("exit", t.__name__ if t else None, v)
            return self.x > 1

    def hidden(x):
        return [x, 1, "s", None][int(json.loads("0"))]
    with hidden(Managed(1)) as a:
        print(a.x)
    with hidden(Managed(2)):
        raise ValueError("v")
    try:
        with hidden(Managed(1)):
            raise KeyError("k")
    except KeyError as e:
        print("caught", e)
    lock = hidden(threading.Lock())
    with lock:
        print(lock.locked())
    print(lock.locked())
    with hidden(Managed(3)) as p, hidden(Managed(4)) as q:
        print(p.x + q.x)
    try:
        with hidden(5):
            pass
    except TypeError as e:
        print(e)


def slices_of_other_elements():
    xs = [1, 2, 3, 4, 5, 6]
    xs[1:3] = ["a"]
    del xs[-1]
    xs[::2] = [0] * len(xs[::2])
    print(xs, xs[::-1], xs[-3:-1])


def bodies_that_raise_what_ends_iterations():
    @contextmanager
    def context(x):
        print("enter", x)
        try:
            yield x
        finally:
            print("leave")

    def attempt(k):
        try:
            with context(k) as v:
                if v == 0:
                    raise StopIteration("s")
                if v == 1:
                    next(iter([]))
                if v == 2:
                    raise RuntimeError("r")
                if v == 3:
                    return "returned"
        except Exception as e:
            print(type(e).__name__, e, repr(e.__cause__))
        return "ended"

    print([attempt(k) for k in range(5)])


def classes_that_are_passed():
    class Sees:
        def __enter__(self):
            return self

        def __exit__(self, cls, value, tb):
            print(cls is ValueError, cls == ValueError, cls is not KeyError, cls in (ValueError, KeyError), cls)
            return cls is not None and issubclass(cls, (ValueError, KeyError))

    for error in (ValueError("x"), KeyError("x"), None):
        with Sees():
            if error:
                raise error


@contextmanager
def logged(fails):
    try:
        yield "v"
    except Exception as e:
        print("log", e)
        if fails:
            raise
    finally:
        print("done")


@contextmanager
def around(x):
    with logged(False):
        yield 1


def bodies_that_always_raise():
    with logged(False):
        raise ValueError("a")
    print("after")

    def only():
        with logged(False):
            raise ValueError

    print(only())

    def nested():
        with around(0) as x:
            raise ValueError(x)
        return "went on"

    print(nested())

    @contextmanager
    def again():
        try:
            yield
        except ValueError:
            print("seen")
            raise

    def kept():
        with again():
            return 3

    print(kept() + 1)


def bodies_that_are_left_half_way():
    def divide(n):
        with logged(n == 2):
            if n == 0:
                raise ValueError("zero")
            y = 10 // (n - 1)
            return y
        print("swallowed")
        return -1

    for i in range(4):
        try:
            print(divide(i))
        except ZeroDivisionError as e:
            print("z", e)
    for i in range(3):
        with logged(False):
            if i == 1:
                raise KeyError(i)
            z = i
            continue
        print("loop", i, z)
