"""Mistakes that the script catches: they are raised at run time, as Python raises them."""
import sys


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def at(self, k):
        return self.x[k]


def operators_caught():
    s = "abc"
    try:
        print(s + 1)
    except TypeError as e:
        print(e)
    try:
        print([1] + (2,))
    except TypeError as e:
        print(e)
    try:
        print("a" * "b")
    except TypeError as e:
        print(e)
    try:
        print("%d" % "a")
    except TypeError as e:
        print(e)
    try:
        print(-"a")
    except TypeError as e:
        print(e)
    try:
        print(1 < "a" < 2)
    except TypeError as e:
        print(e)
    try:
        print(1 in 5)
    except TypeError as e:
        print(e)
    try:
        print(1 in "abc")
    except TypeError as e:
        print(e)
    try:
        s += 1
    except TypeError as e:
        print(e, s)
    xs = [1]
    try:
        xs[0] += "a"
    except TypeError as e:
        print(e, xs)
    try:
        print(f"{s + 1}")
    except TypeError as e:
        print(e)


def items_caught():
    t, s = (1, 2), "abc"
    for attempt in range(3):
        try:
            if attempt == 0:
                t[0] = 5
            elif attempt == 1:
                s[0] = "x"
            else:
                del t[0]
        except TypeError as e:
            print(e)
    try:
        print(t[5])
    except IndexError as e:
        print(e)
    try:
        print(t[7])
    except LookupError as e:
        print(type(e).__name__, e)
    try:
        print(s["a"])
    except TypeError as e:
        print(e)
    try:
        print([1, 2]["a":])
    except TypeError as e:
        print(e)
    try:
        print((5)[0])
    except TypeError as e:
        print(e)
    try:
        print({[1]: 2})
    except TypeError as e:
        print(e)
    try:
        print({1, [2]})
    except TypeError as e:
        print(e)
    try:
        d = {}
        d[[1]] = 2
    except TypeError as e:
        print(e)


def iteration_caught():
    try:
        for x in 5:
            print(x)
    except TypeError as e:
        print(e)
    try:
        print([y for y in 5])
    except TypeError as e:
        print(e)
    try:
        a, b = (1, 2, 3)
    except ValueError as e:
        print(e)
    try:
        a, b, c = (1, 2)
    except ValueError as e:
        print(e)
    try:
        a, b = 5
    except TypeError as e:
        print(e)
    try:
        print(sorted([1, "a"]), max(5))
    except TypeError as e:
        print(e)
    try:
        print(sum(["a", "b"]))
    except TypeError as e:
        print(e)


def calls_caught():
    def add(a, b):
        return a + b
    try:
        print(add(1))
    except TypeError as e:
        print(str(e).replace("calls_caught.<locals>.", ""))
    try:
        print(add(1, 2, 3))
    except TypeError as e:
        print(str(e).replace("calls_caught.<locals>.", ""))
    try:
        print(add(1, c=3))
    except TypeError as e:
        print(str(e).replace("calls_caught.<locals>.", ""))
    try:
        print(Point())
    except TypeError as e:
        print(e)
    try:
        print(Point(1, 2, 3))
    except TypeError as e:
        print(e)
    try:
        print(Point(1, z=3))
    except TypeError as e:
        print(e)
    try:
        print(Point(1).at(0))
    except TypeError as e:
        print(e)
    try:
        print(Point(1).nope)
    except AttributeError as e:
        print(e)
    try:
        print(Point(1).nope(2))
    except AttributeError as e:
        print(e)
    try:
        x = None
        x.append(3)
    except AttributeError as e:
        print(e)
    try:
        print("s".foo())
    except AttributeError as e:
        print(e)
    try:
        print((5)())
    except TypeError as e:
        print(e)
    try:
        raise "text"
    except TypeError as e:
        print(e)


def built_ins_caught():
    import json
    import math
    for n in range(10):
        try:
            if n == 0:
                print(len(5))
            elif n == 1:
                print(len())
            elif n == 2:
                print(int([1]))
            elif n == 3:
                print("x".join([1, 2]))
            elif n == 4:
                print(abs("a"))
            elif n == 5:
                print(round("a"))
            elif n == 6:
                print(math.sqrt("a"))
            elif n == 7:
                print(json.loads(5))
            elif n == 8:
                print(range(1.5))
            else:
                print("abc".split(5))
        except TypeError as e:
            print(n, e)


def caught_by_callers():
    def double(x):
        y = x + 1
        return y * 2

    def around(x):
        return double(x)

    def attempt(f, *args):
        try:
            return f(*args)
        except Exception as e:
            return type(e).__name__ + ": " + str(e)
    print(around(3))
    try:
        around("q")
    except Exception as e:
        print(e)
    for args in [(1,), ("a",), ([1],), (None,)]:
        print(attempt(double, *args))
    try:
        print(missing_name)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print(list(map(lambda x: x + "a", [1])))
    except (KeyError, TypeError) as e:
        print(e)


def clauses_in_clauses_with_the_same_name():
    class Coded(LookupError):
        def __init__(self, what, code=1):
            super().__init__(f"{what}!")
            self.code = code

    def attempt(bad):
        try:
            raise Coded("a")
        except Coded as e:
            try:
                if bad:
                    raise KeyError("x")
            except KeyError as e:
                print(e)
            try:
                print(repr(e), e.code)
            except NameError as err:
                print(type(err).__name__, err)
            if not bad:
                raise RuntimeError("r") from e

    for bad in (False, True):
        try:
            attempt(bad)
        except RuntimeError as e:
            print(e, repr(e.__cause__))


def printed_as_in_python_2():
    def usage():
        print >> sys.stderr, "Usage: x HOST"
        return 1
    if len(sys.argv) > 99:
        usage()
    try:
        print(usage())
    except TypeError as e:
        print(e)
    try:
        print >> sys.stderr
    except TypeError as e:
        print(type(e).__name__)
class OwnKeyError(KeyError):
    pass


def is_of(e):
    return isinstance(e, LookupError), isinstance(e, (ValueError, KeyError)), isinstance(e, Exception), isinstance(e, BaseException), isinstance(e, (int, str)), isinstance(e, OwnKeyError), isinstance(e, (OwnKeyError, IndexError)), isinstance(e, OSError)


def classes_of_what_was_caught():
    for cls in (KeyError, ValueError, OwnKeyError, KeyboardInterrupt, FileNotFoundError):
        try:
            raise cls(1)
        except BaseException as e:
            print(cls.__name__, is_of(e), isinstance(e, LookupError), not isinstance(e, ValueError))
            if isinstance(e, KeyError):
                print("key", e.args)
            elif isinstance(e, Exception):
                print("exception")
            else:
                print("base")
    err = None
    try:
        print({}[1])
    except KeyError as e:
        err = e
    print(isinstance(err, LookupError), isinstance(err, ValueError), is_of(err), is_of(KeyError("x")))


class Swallowing:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return isinstance(value, LookupError)


def contexts_that_swallow_by_class():
    with Swallowing():
        raise KeyError(1)
    try:
        with Swallowing():
            raise ValueError("goes on")
    except ValueError as e:
        print(e)


def keywords_that_are_not_taken():
    from collections import namedtuple
    from dataclasses import dataclass

    @dataclass
    class D:
        v: int
        w: int = 0

    class P:
        def __init__(self, v):
            self.v = v

    N = namedtuple("N", "v w", defaults=[0])
    print(D(1), P(1).v, N(1))
    try:
        print(D(v=4, **{"v": 3}))
    except TypeError as e:
        print(str(e).split(".")[-1])
    try:
        print(P(v=4, **{"v": 3}))
    except TypeError as e:
        print(str(e).split(".")[-1])
    try:
        print(N(v=4, **{"v": 3}))
    except TypeError as e:
        print(str(e).split(".")[-1])
    for make in (list, tuple, set, frozenset, float):
        try:
            print(make(a=1))
        except TypeError as e:
            print(e)
    try:
        print(list(a=1))
    except TypeError as e:
        print(e)
    try:
        print(tuple(a=1), set(b=1))
    except TypeError as e:
        print(e)
