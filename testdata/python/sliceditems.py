"""Items and slices of objects whose classes hand the index on, and objects among functions."""


class Parts:
    def __init__(self, xs):
        self.xs = xs

    def __iter__(self):
        yield from self.xs

    def __getitem__(self, i):
        return list(self)[i]


class Tree:
    def __init__(self, v, kids=()):
        self.v, self.kids = v, list(kids)

    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k

    def __getitem__(self, i):
        return list(self)[i]


class Seq:
    def __init__(self, xs):
        self.xs = list(xs)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Seq(self.xs[i])
        return self.xs[i]

    def __setitem__(self, i, v):
        self.xs[i] = v

    def __delitem__(self, i):
        del self.xs[i]

    def __repr__(self):
        return f"Seq({self.xs})"


class Always:
    def __call__(self):
        raise TypeError("always")


class Add:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        return x + self.n


class Mul:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, times=1):
        for _ in range(times):
            x *= self.n
        return x


def handed_on():
    p = Parts([1, 2, 3])
    print(p[0], p[1:])
    t = Tree(1, [Tree(2, [Tree(3)]), Tree(4)])
    print(t[2], t[1:3])

    def at(xs, i):
        return xs[i]
    print(at([1, 2, 3], 1), at([1, 2, 3], slice(1, 3)), at("abc", slice(0, 2)), at((1, 2, 3), slice(None, None, 2)))


def stored():
    s = Seq([1, 2, 3, 4, 5])
    s[1:3] = [9, 9, 9]
    print(s, s[0], s[-2:], s[::2])
    del s[0]
    del s[1:3]
    s[0] = "x"
    print(s, len(s.xs))


def called():
    v = 3
    for step in [Add(1), Mul(2), lambda x: x - 3, abs]:
        v = step(v)
        print(v)
    for f in [Always(), Add(1)]:
        try:
            print(f())
        except TypeError as e:
            print("always" in str(e))
    table = {"add": Add(10), "mul": Mul(2)}
    print([(name, f(4)) for name, f in table.items()], callable(table["add"]))


class Walks:
    def run(self):
        return 1


class Runs:
    def run(self):
        return 2


def asked_for():
    xs = [Walks(), Runs(), 3, len]
    print([hasattr(x, "run") for x in xs], [callable(x) for x in xs])
    f = xs[1].run
    print(f(), getattr(xs[0], "run")(), getattr(xs[2], "run", None))
    print([x.run() for x in xs if hasattr(x, "run")])


def asked_to_call():
    xs = [Add(1), Walks(), 3, len, print]
    print([hasattr(x, "__call__") for x in xs])
    print([callable(x) for x in xs])
    print([x(5) if callable(x) else x for x in [Add(1), 2, str]])
