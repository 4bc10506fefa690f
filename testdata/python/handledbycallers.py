# Which exception is being handled is asked for by functions that an except clause calls, by __exit__, and in finally clauses.
import sys
import traceback


def kind(unknown=None):
    t, v, tb = sys.exc_info()
    return unknown if t is None else (t.__name__, str(v), type(tb).__name__)


def last_line(n=-1):
    return traceback.format_exc().splitlines()[n]


def divide(n):
    return 6 // n


def again(e=None):
    raise


def asked_by_functions():
    print(kind(), last_line())
    for n in [1, 0, 2]:
        try:
            divide(n)
            print(n, kind())
        except ZeroDivisionError:
            print(n, kind(), last_line())
            continue
        finally:
            print("finally", kind())
    print(kind())


def left_by_return():
    def caught():
        try:
            divide(0)
        except ZeroDivisionError:
            return kind()

    print(caught(), kind())
    while True:
        try:
            divide(0)
        except ZeroDivisionError:
            print(kind())
            break
    print(kind())


def one_in_another():
    try:
        divide(0)
    except ZeroDivisionError:
        try:
            {}["k"]
        except KeyError:
            print(kind())
        print(kind())
    print(kind())


def raised_again_by_a_function():
    try:
        again()
    except RuntimeError as e:
        print("RuntimeError", e)
    try:
        try:
            divide(0)
        except ZeroDivisionError:
            again()
    except ZeroDivisionError as e:
        print("again", e)


def waited_for_by_finally():
    try:
        try:
            divide(0)
        finally:
            print(sys.exc_info()[0], kind())
    except ZeroDivisionError:
        pass
    try:
        pass
    finally:
        print(sys.exc_info()[0], kind())


class Scope:
    def __enter__(self):
        return self

    def __exit__(self, kind_, value, tb):
        print(kind_ is None, repr(value), type(tb).__name__, tb is None, kind())
        return True


def traceback_of_exit():
    with Scope():
        pass
    with Scope():
        raise ValueError(3)
    with Scope() as s, Scope():
        divide(0)


class Proxy:
    def __getattr__(self, name):
        print("asked for", name)
        return lambda *a: a


class Counted:
    def __enter__(self):
        return "entered"

    def __exit__(self, *args):
        print("left", args[0])

    def __getattr__(self, name):
        print("asked for", name)


class OnlyEntered:
    def __init__(self):
        self.entered = 0

    def __enter__(self):
        self.entered += 1

    def __getattr__(self, name):
        return None


def contexts_are_of_the_class():
    for make in [Proxy, Counted, OnlyEntered]:
        try:
            with make() as x:
                print(x)
        except TypeError as e:
            print(e)
        except AttributeError as e:
            print(e)


class Buffer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("flushed")


def printed_to_an_object():
    out = Buffer()
    print("a", 1, file=out)
    print("b", sep="x", end="--", file=out, flush=True)
    print(out.parts)


def compared_with_not_implemented():
    x = NotImplemented
    print(x == True, True == x, x != True, x == NotImplemented, x is NotImplemented, x == 3, [x] == [3])
    print(None == x, ... == True, ... == ..., x in [1, x])
