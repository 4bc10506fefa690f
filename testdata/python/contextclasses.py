"""The classes of module contextlib, and Ellipsis."""
import contextlib
import io
import sys
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, redirect_stderr, redirect_stdout


class Res:
    def __init__(self, name, swallow=False, fails=False):
        self.name, self.swallow, self.fails = name, swallow, fails

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, exc_type, exc, tb):
        print("exit", self.name, exc_type.__name__ if exc_type else None, exc)
        if self.fails:
            raise KeyError(self.name)
        return self.swallow


def redirected():
    buf = io.StringIO()
    with redirect_stdout(buf):
        print("hidden", 1)
        sys.stdout.write("too\n")
    print("shown", repr(buf.getvalue()))
    err = io.StringIO()
    with contextlib.redirect_stderr(err) as target:
        print("oops", file=sys.stderr)
    print(err.getvalue(), target is err)
    a, b = io.StringIO(), io.StringIO()
    with redirect_stdout(a):
        print("a")
        with redirect_stdout(b):
            print("b")
        print("a again")
    print(repr(a.getvalue()), repr(b.getvalue()))
    try:
        with redirect_stdout(a):
            raise ValueError("inside")
    except ValueError as e:
        print("out again", e)


class Tee:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass


def redirected_to_object():
    t = Tee()
    with redirect_stdout(t):
        print("x", 2, sep="-")
        print()
    print(t.parts)


def stacks():
    with ExitStack() as stack:
        names = [stack.enter_context(Res(n)) for n in ("a", "b")]
        stack.callback(print, "called", 1)
        stack.callback(lambda x, y=0: print("lambda", x, y), 1, y=2)
        print(names)
    print("--")
    with ExitStack() as stack:
        stack.enter_context(Res("outer", swallow=True))
        stack.enter_context(Res("inner"))
        raise ValueError("bad")
    print("swallowed")


def stack_errors():
    try:
        with ExitStack() as stack:
            stack.enter_context(Res("first"))
            stack.enter_context(Res("second", fails=True))
            print("body")
    except KeyError as e:
        print("KeyError", e)
    try:
        with ExitStack() as stack:
            stack.enter_context(Res("x"))
            raise RuntimeError("r")
    except RuntimeError as e:
        print("RuntimeError", e)
    try:
        with ExitStack() as stack:
            stack.enter_context(Res("x"))
            stack.enter_context(5)
    except TypeError as e:
        print(type(e).__name__)


def stack_kept():
    stack = ExitStack()
    stack.enter_context(Res("kept"))
    other = stack.pop_all()
    stack.close()
    print("closed nothing")
    other.close()
    def on_exit(t, v, tb):
        print("pushed", t.__name__ if t else t)
        return True
    with ExitStack() as s:
        s.push(on_exit)
        raise OSError("x")
    with ExitStack() as s:
        s.push(Res("object"))
    with ExitStack() as s:
        f = s.enter_context(open("stack.txt", "w"))
        f.write("hello")
    print(f.closed)
    @contextlib.contextmanager
    def tag(name):
        print("<" + name)
        try:
            yield name
        finally:
            print(name + ">")
    with ExitStack() as s:
        print([s.enter_context(tag(n)) for n in "pq"])


class Timed(ContextDecorator):
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        print("start", self.label)
        return self

    def __exit__(self, *exc):
        print("end", self.label)
        return False


@Timed("job")
def job(a, b=1):
    """Adds."""
    print("working")
    return a + b


def decorators():
    print(job(1), job(2, b=3), job.__name__)
    with Timed("block"):
        print("in block")


class Session(AbstractContextManager):
    def __init__(self):
        self.open = True

    def __exit__(self, exc_type, exc_value, traceback):
        self.open = False


def abstract_managers():
    with Session() as s:
        print(s.open)
    print(s.open, isinstance(s, AbstractContextManager))


def pick(x=...):
    return "nothing" if x is ... else x


def ellipses():
    print(..., [..., 1], pick(), pick(None), pick(3), Ellipsis is ..., type(...), {...: 1}[Ellipsis], bool(...), repr(...))
    def later(): ...
    print(later(), ... == Ellipsis, ... == 1, ... in (1, ...))
