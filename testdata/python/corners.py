# Forms that whole programs rarely have and test suites always do.


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration


class Never:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


class Half:
    def __iter__(self):
        return self


class Whole(Half):
    def __init__(self):
        self.n = 3

    def __next__(self):
        self.n -= 1
        if self.n == 0:
            raise StopIteration
        return self.n


class Any:
    def __init__(self, n):
        self.n = n

    def get(self):
        return self.n


class Optional(Any):
    def __eq__(self, other):
        return self.n == other.n


class bigint:
    pass


def elements_that_are_none():
    for x in Countdown(2):
        print(x)
    print(list(Countdown(3)))
    print(list(Never()), [y for y in Never()])


def iterators_without_next():
    try:
        for x in Half():
            print(x)
    except TypeError as e:
        print(e)
    try:
        print(all(Half()))
    except TypeError as e:
        print(e)
    print(list(Whole()))
    for h in [Half(), Whole()]:
        try:
            print(sum(h))
        except TypeError as e:
            print(e)


def classes_with_names_of_types():
    x = Any(3)
    print(x.get(), x.n, type(x).__name__)
    print([y.get() for y in [x, Optional(4)]], Optional(3) == Optional(3))
    print(type(bigint()).__name__)


def left_another_way():
    def run(x):
        for i in range(x):
            try:
                pass
            finally:
                try:
                    try:
                        print(x, i)
                    finally:
                        try:
                            1 / 0
                        finally:
                            return 42
                finally:
                    print("continue")
                    continue

    print(run(3))


def unpacked_into_nothing():
    [] = []
    *d, = ()
    print(d)
    *d, e = 7,
    print(d, e)
    try:
        d, *e, f = (30,)
    except ValueError as x:
        print(x)
    d = [28, 29]
    *e, = d
    print(d, e, d == e, d is e)
    [*d] = [1, 2, 3]
    print(d)


class Matrix:
    def __init__(self, v):
        self.v = v

    def __matmul__(self, o):
        return ("mm", self.v, o)

    def __rmatmul__(self, o):
        return ("rmm", self.v, o)


class InPlace:
    def __init__(self, v):
        self.v = v

    def __imatmul__(self, o):
        self.v += o
        return self


def at_sign():
    print(Matrix(3) @ 4, 4 @ Matrix(3))
    for x in [Matrix(1), 5, "a", 2.5]:
        try:
            print(x @ 2)
        except TypeError as e:
            print(e)
        try:
            print(2 @ x)
        except TypeError as e:
            print(e)
    try:
        i = 3
        i @= 0
    except TypeError as e:
        print(e)
    for x in [InPlace(1), 5]:
        try:
            x @= 1
            print(x.v)
        except TypeError as e:
            print(e)


def itself(first):
    yield first
    yield from running


running = itself(1)


def a_generator_that_asks_itself():
    print(next(running))
    try:
        next(running)
    except ValueError as e:
        print(e)
    print(list(running))
    k = None

    def inner():
        yield 1
        for x in k:
            yield x

    k = inner()
    try:
        print(list(k))
    except ValueError as e:
        print(e)


def longest(texts):
    if not texts:
        return None
    most = max(len(x) for x in texts)
    for s in texts:
        if len(s) == most:
            return s


def find(xs, want):
    found = None
    for x in xs:
        if x == want:
            found = x
    return found


class Stack:
    def __init__(self):
        self.items = []

    def peek(self):
        return self.items[-1] if self.items else None


def none_of_an_empty_list():
    print(longest([]), longest(["a", "bb"]), find([], 3), find([3], 3), Stack().peek())
    q = []
    r = q[0] if q else None
    if r is not None:
        print(r + 1)
    q.append("a")
    q.append(3)
    s = q[0] if q else None
    print(s, q, [r, None], {1: r})
    for y in []:
        r = y
    print(r)


class Down:
    def __init__(self):
        self.x = 4

    def __next__(self):
        self.x -= 1
        if self.x == 0:
            raise StopIteration
        return self.x


class Downs:
    def __iter__(self):
        return Down()


def iterators_that_are_no_iterables():
    print(list(Downs()), [x for x in Downs()], sum(Downs()))
    for y in [Downs(), [1], "ab"]:
        print(list(y), max(y))


def yielding_from_what_raises():
    trace = []

    def raises():
        trace.append("raises")
        raise ValueError("no")

    def outer():
        try:
            yield from raises()
        finally:
            trace.append("end")

    try:
        for x in outer():
            print(x)
    except ValueError as e:
        print(e, trace)
