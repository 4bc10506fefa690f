"""Tests of what a value is that its type decides: of None, and of how many elements a tuple has."""


class Caller:
    def __init__(self, callback=None, limit=None):
        self.callback = callback
        self.limit = limit

    def statement(self, x):
        if self.callback is not None:
            return self.callback(x)
        return x

    def truth(self, x):
        if self.callback:
            return self.callback(x)
        return x

    def conditional(self, x):
        return self.callback(x) if self.callback is not None else x

    def early(self, x):
        if self.callback is None:
            return x
        return self.callback.upper(x)

    def operators(self, x):
        y = self.callback and self.callback(x)
        z = self.callback is not None and self.callback(x) or 7
        if not self.callback or self.callback(3):
            print("none")
        while self.limit is not None and self.limit > 3:
            break
        return y, z, [i for i in range(3) if self.limit is None or i > self.limit]


def attributes():
    c = Caller()
    print(c.statement(1), c.truth(2), c.conditional(3), c.early(4), c.operators(5))


def results():
    def nothing():
        print("called")
    if nothing() is None:
        print("none")
    if nothing() is not None:
        print("not reached")
    if nothing():
        print("not reached")
    print(nothing() and nothing().x)


def operands():
    def show(s, call=None, *rest):
        x = None if s == "" else s
        print(not x or x.strip() == "", x is not None and len(x) > 1 and x.upper(), x is None or len(x) == 1 or x.lower(), x and len(x),
              isinstance(s, str) and s.upper())
        print(call is not None and call(1), call is None or call(2), call and call(3), not call or call(4))
        return rest and rest[0]
    print(show(""), show("a"), show("aB", lambda v: v, 5))


def lengths():
    def f(*args, **kw):
        if len(args) > 1:
            return args[1]
        if args:
            return args[0]
        if "x" in kw:
            return kw["x"]
        return None
    print(f(), f(1), f(1, 2), f(x=3))

    def g(p):
        if len(p) == 3:
            a, b, c = p
            return a
        elif len(p) == 2:
            a, b = p
            return b
        return p[0] if len(p) else None
    print(g((1, 2, 3)), g((1, 2)), g((1,)), g(()))


def counted():
    def f(p):
        n = len(p)
        if n == 3:
            a, b, c = p
            return (a, b, c)
        if n >= 2:
            a, *b = p
            return (a, b, p[1])
        return p[0] if n > 0 else "empty"
    print(f((1, "x", 3)), f((1, 2)), f((1,)), f(()))

    def wrong(p):
        print(len(p))
        return p[2]
    wrong((1, 2))


def asserted():
    def total(xs, n):
        assert isinstance(xs, list), f"{xs} is no list"
        assert isinstance(n, int) or n, f"{n} is no number"
        assert xs is not None, xs
        assert type(n) is int, type(n).__name__
        assert hasattr(n, "real"), n
        return sum(xs) * n
    print(total([1, 2], 3))

    def fails(x):
        assert isinstance(x, int), x
        assert isinstance(x, list), f"no list: {x}"
        return x[0]
    try:
        fails(1)
    except AssertionError as e:
        print(e)
    print(set.union(*[{1}, {2}, {1, 3}]), set.intersection(*({1, 2}, {2, 3})), [set.union(*g) for g in [[{1}], [{1}, {2}]]])


class Branch:
    def __init__(self, left=None, right=None):
        self.left = left
        self.right = right

    def height(self):
        if self is None or self.left is None or self.right is None:
            return 1
        return max(Branch.height(self.left), Branch.height(self.right)) + 1

    def size(self):
        if self:
            return 1 + Branch.size(self.left) + Branch.size(self.right)
        return 0

    def show(self):
        return "leaf" if self is None else f"({Branch.show(self.left)} {Branch.show(self.right)})"

    def label(self):
        return f"{type(self.left).__name__}"


def none_as_self():
    t = Branch(Branch(Branch(), Branch()), Branch())
    print(t.height(), Branch.height(t), Branch.height(None), t.size(), Branch.size(t), Branch.size(None), t.show(), Branch.show(None))
    print(Branch.label(t), t.label())
    try:
        print(Branch.label(t.left.left.left))
    except AttributeError as e:
        print(e)


def no_object():
    groups = [[{1}, {2}], []]
    for g in groups:
        print(set.union(*g))


def many_sets():
    gs = [{1}, {2}]
    print({0}.union(*gs), set().union(*gs[1:], {9}), {1, 2, 3}.intersection(*[[1, 2], [2, 3]]), {1, 2}.difference(*[]))
    print({1}.union(*["ab", "c"]) >= {"a"}, frozenset({1}).union(*gs), frozenset.union(*[frozenset({1}), frozenset({3})]))
    s = {1}
    s.update(*gs, *[(7, 8)])
    print(s, str.join(*[", ", ["a", "b"]]))

    def common(*groups):
        return set.intersection(*map(set, groups))
    print(common([1, 2], [2, 3]), sorted(common("abc", "bcd")), set.union(*(set(x) for x in [[1], [2]])))
    d = {"a": {1, 2}, "b": {2, 3}}
    print(set.intersection(*d.values()), set().union(*d.values()))
