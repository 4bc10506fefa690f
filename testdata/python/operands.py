def none_operands():
    print(print("x") or 5)
    r = print("y")
    print(r)
    x = print("z") and 1
    print(x)
    f = lambda v: print(v) or v + 1
    print(f(3))
    print([print(i) for i in range(2)])
    y = None if print("q") else 7
    print(y)


def walrus():
    if (n := len("abc")) > 2:
        print(n)
    print([y for x in range(5) if (y := x * 2) > 4], y)
    while (line := "ab"[n - 3:]) and n < 5:
        n += 1
        print(line, n)
    def w(v):
        return (t := v + 1) * t
    print(w(2), (a := 1, b := a + 1), a, b)
    print(any((hit := q) > 2 for q in [1, 3, 5]), hit)
    d = {"k": (z := 3), "l": z}
    print(d)
    print(f"{(u := 4)} {u}")


def stars():
    a, *b = [1, 2, 3]
    *c, d = "xyz"
    e, *f, g = (1, 2)
    print(a, b, c, d, e, f, g)
    for h, *i in [(1, 2, 3), (4, 5)]:
        print(h, i)
    (p, q), r = [1, 2], 3
    print(p, q, r, [*b, *c], (*b, 9), {*b, 2}, {**{"a": 1}, "b": 2})
    [s, [t, u]] = 1, (2, 3)
    print(s, t, u)
    v = w = x = []
    v.append(1)
    print(w, x is v)
    i = 0
    l = [0, 0, 0]
    i, l[i] = 1, 5
    print(i, l)
    a = b = c = 1
    a += 1
    print(a, b, c)
    x, y = y, x = 1, 2
    print(x, y)
    def tail(a, *, b, c=3): return a, b, c
    print(tail(1, b=2), tail(*[5], **{"b": 6, "c": 7}))
    first, second = "ab"
    print(first, second)


def augmented():
    def idx():
        print("idx")
        return 0
    l = [1, 2]
    l[idx()] += 5
    print(l)
    d = {"a": [1]}
    d["a"] += [2]
    d["n"] = 1
    print(d)
    m = [[0] * 2 for _ in range(2)]
    m[0][1] += 3
    print(m)
    t = (1,)
    t += (2,)
    s = "a"
    s *= 3
    n = 7
    n //= 2; n **= 2; n %= 5; n <<= 3; n |= 1; n ^= 2; n &= 0xff; n >>= 1
    print(t, s, n)
    z = {1}
    z |= {2}; z -= {1}
    k = z
    k ^= {5}
    print(z, k is z)
    any_list = [[1], "a", 2]
    for q in any_list:
        alias = q
        alias += alias
        print(alias, q)
    mixed = {"l": [1], "i": 1}
    al = mixed["l"]
    mixed["l"] += [2]
    print(al, mixed)


def chains():
    def v(n):
        print("v", n)
        return n
    print(v(1) < v(2) < v(3), v(3) < v(2) < v(1), 1 < 2 > 0 == 0 != 5, "a" in "abc" in ["abc"])
    print(0 < v(5) <= 5, not 1 < 2, 1 == 1.0 == True)


def test_for_a_class_evaluates():
    def show(v):
        print("show", v)
        return v
    d = {"a": 1}
    print(isinstance(show(1), str), isinstance(show(1), int), not isinstance(show(2), int))
    print("s" if isinstance(show(3), str) else "i")
    print(show(4).bit_length() if isinstance(show(4), int) else show(4).upper())
    if isinstance(show(5), str) and show(6):
        print("never")
    elif isinstance(d["a"], str):
        d["a"].upper()
    elif isinstance(y := show(7), str):
        y.upper()
    else:
        print(y)
    print(isinstance(show(8), int) and isinstance(show(9), int) or show(10))
    n = 0
    while n < 2 and isinstance(show(n), int):
        n += 1
    while isinstance(show("w"), int):
        print("no")
    else:
        print("else")
    print([x for x in range(3) if isinstance(show(x), int)], [x for x in range(2) if isinstance(show(x), str)])

    def pick(v):
        if isinstance(show(v), int):
            return "int"
        return "other"
    print(pick(1), pick("a"), isinstance(show(None), int))
    match show(12):
        case z if isinstance(show(z), str):
            print("str")
        case z if isinstance(show(z), int):
            print("int", z)
    for f in lambda: isinstance({}["k"], int), lambda: isinstance(tuple([])[5], list), lambda: isinstance(d["z"], int):
        try:
            print(f())
        except LookupError as e:
            print(repr(e))


def left_operand_first():
    def show(v):
        print("show", v)
        return v
    print(show(1) in (show(0), show(1)), show("x") in show("xyz"), show(3) not in show([1]), show({1, 2}) > show({1}))
    k = True and show(2) in show({2: 1})
    while show(5) in show([4]):
        print("no")
    print(k and [i for i in range(2) if show(i) in show([1])])
    try:
        print(max([int("z")]) in ["a".split(""), [1]])
    except ValueError as e:
        print(e)


def bytes_in_str():
    values = [b"a", 1, None, "a"]
    for v in values:
        try:
            print(v in "abc", v not in "xyz")
        except TypeError as e:
            print(e)


def names_of_types_of_modules():
    from collections import defaultdict, deque
    from datetime import date, datetime, timedelta
    values = [datetime(2024, 1, 1), date(2024, 1, 1), timedelta(1), deque(), defaultdict(int)]
    for v in values:
        for f in (lambda: 1 + v, lambda: v < 1):
            try:
                print(f())
            except TypeError as e:
                print(e)


def names_of_containers_of_modules():
    from collections import Counter, OrderedDict, defaultdict, deque
    for x in [defaultdict(int), OrderedDict(a=1), Counter("a"), deque([1])]:
        for y in ["a", b"a", (1,), [1], {1}, 1.5, {}]:
            for f in (lambda: y + x, lambda: y * x, lambda: x * y, lambda: y < x, lambda: y[x]):
                try:
                    print(f())
                except (TypeError, KeyError) as e:
                    print(type(e).__name__, e)
        try:
            print({x: 1})
        except TypeError as e:
            print(e)
    for d in [deque([1, 2]), [1, 2]]:
        for i in (0, "a", (1,)):
            try:
                d[i] = 3
                print(d)
                del d[i]
                print(d)
            except TypeError as e:
                print(e)


class Plain:
    def __init__(self, v):
        self.v = v


class Ordered(Plain):
    def __lt__(self, other):
        return self.v < other.v

    def __gt__(self, other):
        return self.v > other.v


def only_derived_classes_compare():
    print(Plain(1) < Ordered(2), Plain(3) > Ordered(1), Ordered(1) < Ordered(2), max([Ordered(1), Ordered(5)]).v)
    try:
        print(Plain(1) < Plain(2))
    except TypeError as e:
        print(e)


class Place:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def objects_as_places():
    xs = list(range(6))
    print(xs[Place(2)], xs[Place(1):Place(3)], "abcd"[Place(1):], xs[::Place(2)], range(10)[Place(3)])


def keywords_given_twice():
    def named(**found):
        return found

    for f in (lambda: named(**{"a": 1}, **{"a": 2}), lambda: named(a=1, **{"a": 2}), lambda: named(**{"a": 1}, **{"b": 2})):
        try:
            print(f())
        except TypeError:
            print("twice")


class Times:
    def __index__(self):
        return 2


def sequences_times_objects():
    t = Times()
    print("ab" * t, [1] * t, t * (1,), t * b"x")
    for s in ["ab", (1, 2), [None], b"q"]:
        print(s * t, t * s)
    try:
        print("ab" * object())
    except TypeError as e:
        print(e)
