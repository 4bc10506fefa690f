"""Values that may be None: what takes them as they are, and what raises for None."""
import json
import math
import re


class May:
    @staticmethod
    def numbers(n):
        if n > 1:
            return [1, 2]

    @staticmethod
    def table(n):
        if n > 1:
            return {"a": 1}
        return None

    @staticmethod
    def pair(n):
        if n > 1:
            return (1, "x")

    @staticmethod
    def number(n):
        return 5 if n > 1 else None

    @staticmethod
    def text(n):
        return "s" if n > 1 else None


def absent(x: "int | None"):
    """What is known to be None on the left of and/or."""
    if x is None:
        y = x or 5
        z = x and 5
        x or print("called")
        return y, z, [x or 1, x and 2], (x or "a" or 3)
    return (x or 6, x and 7)


def not_none_containers():
    x = May.numbers(2)
    x[0] = 5
    x[1] += 5
    m = May.table(2)
    m["b"] = 2
    m["a"] += 2
    del m["b"]
    print(x, m, m["a"], x[0], len(m), len(x))
    print(sorted(x), sum(x), max(x), list(x), set(x), dict(m))
    for k in m:
        print(k)
    for k, v in m.items():
        print(k, v)
    for v in May.numbers(3):
        print(v)
    a, b = x
    print(a, b, *x)
    print(a, 2, *x, sep="-")
    print([1, *x], {**m}, x + [1], [1] + x, x * 2, x[1:], 1 in x)
    same = x
    x += [3]
    x.append(4)
    print(x, same is x, "".join(str(q) for q in x))
    p, q = May.pair(2)
    print(p, q, ",".join(["a", May.text(2)]))
    for p, q in [May.pair(2), May.pair(3)]:
        print(p, q)
    print([p for p, q in [May.pair(2)]])


def nones_as_they_are():
    i, s = May.number(0), May.text(0)
    print("%s and %r" % (s, i), "x %s" % s, "{} {}".format(s, May.number(2)), f"{s} {i!r:>6}", str(s) + "!")
    print(i and 5, i or 7, not i, bool(i), i == 5, i is None, i in [None], [i], {i: 1}, (i,))
    xs, bounds = [1, 2, 3, 4], json.loads("[1, null, 3]")
    print(xs[i:], xs[:May.number(2)], "abcdef"[i:2], xs[bounds[0]:bounds[2]], xs[bounds[1]:], xs[::bounds[1]], range(9)[i:5])
    xs[bounds[1]:bounds[0]] = [9, 9]
    del xs[i:1]
    print(xs)


def nones_iterated():
    for n in range(12):
        try:
            if n == 0:
                a, b = May.numbers(0)
            elif n == 1:
                a, b = May.pair(0)
            elif n == 2:
                for a, b in [May.pair(2), May.pair(0)]:
                    print(a)
            elif n == 3:
                print([a for a, b in [May.pair(0)]])
            elif n == 4:
                print(May.numbers(0)[1])
            elif n == 5:
                print(len(May.numbers(0)))
            elif n == 6:
                for a in May.numbers(0):
                    print(a)
            elif n == 7:
                print([a for a in May.numbers(0)])
            elif n == 8:
                print(1 in May.numbers(0))
            elif n == 9:
                print(sorted(May.numbers(0)))
            elif n == 10:
                May.numbers(0)[0] = 1
            else:
                a, b = json.loads("5")
        except TypeError as e:
            print(n, e)
    for q in json.loads("[[1, 2], 3]"):
        try:
            a, b = q
            print(a, b)
        except TypeError as e:
            print(e)


def nones_as_operands():
    for n in range(16):
        try:
            if n == 0:
                print(May.number(0) + 1)
            elif n == 1:
                print(1 + May.number(0))
            elif n == 2:
                print(May.number(0) < 1)
            elif n == 3:
                print(1 >= May.number(0))
            elif n == 4:
                print(-May.number(0))
            elif n == 5:
                print("x" * May.number(0))
            elif n == 6:
                print(May.numbers(0) + [1])
            elif n == 7:
                print([1] + May.numbers(0))
            elif n == 8:
                print("a" + May.text(0))
            elif n == 9:
                print(May.text(0) + "a")
            elif n == 10:
                print(May.number(0) ** 2)
            elif n == 11:
                print(2 - May.number(0))
            elif n == 12:
                print("%d" % May.number(0))
            elif n == 13:
                print("a" in May.text(0))
            elif n == 14:
                x = May.numbers(0)
                x += [1]
            else:
                print(2.5 / May.number(0))
        except TypeError as e:
            print(n, e)


def nones_as_arguments():
    for n in range(10):
        try:
            if n == 0:
                print(range(May.number(0)))
            elif n == 1:
                print([1, 2][May.number(0)])
            elif n == 2:
                print(int(May.number(0)))
            elif n == 3:
                print(float(May.text(0)))
            elif n == 4:
                print(json.loads(May.text(0)))
            elif n == 5:
                print(re.match("a", May.text(0)))
            elif n == 6:
                print(math.sqrt(May.number(0)))
            elif n == 7:
                print(",".join(["a", May.text(0)]))
            elif n == 8:
                print(max(May.number(0), 3))
            else:
                print(sum([May.number(0), 3]))
        except TypeError as e:
            print(n, e)
    for n in range(2):
        try:
            if n == 0:
                print(May.text(0).upper())
            else:
                May.numbers(0).append(1)
        except AttributeError as e:
            print(e)


def known_none():
    print(absent(None), absent(2), absent(0))
    print([(x or 0) if x is not None else (x or 2) for x in [1, None, 0]])
    print([x and 3 if x is None else x and 4 for x in [1, None, 0]])


def rounded_none():
    for x in [None, -17, 2]:
        try:
            print(round(x, 1), round(x))
        except TypeError as e:
            print(e)


def none_in_a_closure():
    def f(y):
        y = None

        def g():
            n: str | None = y
            return n

        print(y, [y], g())

    f("-7")

    def h(y):
        y = None

        def g():
            yield 1
            n: str | None = (w := y)

        print(y)

    h("-7")


def none_as_a_key():
    d = {"a": 1}
    print(d.get(None), None in d)
    try:
        print(d[None])
    except KeyError as e:
        print("KeyError", e)
    print({"a": 1}[None])


def factory_of_nothing():
    from collections import defaultdict

    def nothing():
        pass
    d = defaultdict(nothing)
    print(d["x"], dict(d))
    e = defaultdict(lambda: defaultdict(nothing))
    print(e["a"]["b"], dict(e["a"]))


def operands_are_evaluated_before_none_is_an_error():
    def noisy(x):
        print("noisy", x)
        return x

    def attempt(d, k):
        tries = 0
        try:
            print(d.get(k) + noisy(1))
        except TypeError as e:
            print(e)
        try:
            tries = 3 if d.get(k) < noisy(1) else 4
        except TypeError as e:
            print(e)
        try:
            print(noisy(1) < d.get(k), tries)
        except TypeError as e:
            print(e)
        try:
            print([d.get(n) * noisy(n) for n in k])
        except TypeError as e:
            print(e)

    attempt({"a": 1}, "b")
    attempt({"b": 1}, "b")


def none_and_values_of_unknown_type():
    def attempt(d, k):
        try:
            print(d.get(k) + max([1, 2.5]))
        except TypeError as e:
            print(e)
        try:
            print(min([3, 2.5]) - d.get(k))
        except TypeError as e:
            print(e)
        try:
            print(d.get(k) < max([1, 2.5]))
        except TypeError as e:
            print(e)
        try:
            print(max([1, 2.5]) >= d.get(k))
        except TypeError as e:
            print(e)

    attempt({"a": 1}, "b")
    attempt({"b": 1}, "b")


def functions_that_take_no_none():
    import math

    def attempt(d, k):
        try:
            print(abs(d.get(k)))
        except TypeError as e:
            print(e)
        try:
            print(abs(d.get(k)) + [])
        except TypeError as e:
            print(e)
        try:
            print(divmod(d.get(k), 2))
        except TypeError as e:
            print(e)
        try:
            print(divmod(7, d.get(k)))
        except TypeError as e:
            print(e)
        try:
            print("abc"[d.get(k)])
        except TypeError as e:
            print(e)
        try:
            print(b"abc"[d.get(k)])
        except TypeError as e:
            print(e)
        try:
            print(math.floor(d.get(k)))
        except TypeError as e:
            print(e)
        try:
            print(math.trunc(d.get(k)))
        except TypeError as e:
            print(e)

    attempt({"a": 1}, "b")
    attempt({"b": 1}, "b")


def none_of_a_condition_that_is_known():
    import string

    def f(x):
        print(x[::-1], [0] if isinstance(string.capwords("tab\there"), list) else None)
        print(x[::-1], None if (y := x) else None, y)

    f("ab")


def none_in_assignments_at_once():
    def f(x, y):
        (a, b), a = (x if y else None, None), None
        print(a, b)
        a, b = b, print("side")
        print(a, b)
    f(1, True)
    f(2, False)


def parts_that_decide():
    f = lambda x, n: 1 if (n >= 0.0 or x[1] is not None) else (x[1] or 0)
    print(f((1, 2), 0.5), f((1, 2), -1.0))

    def k(x, n):
        a = 2 if n > 1 and x is None else x + 1
        if n > 1 and x is None:
            b = 5
        else:
            b = 6
        return a, b

    def opt(x, n):
        if n > 0 or x is None:
            return -1
        return x + 1
    print(k(1, 2), opt(None, 1), opt(4, 0), opt(4, 1))


def kinds_of_none_are_one():
    def mixed(v):
        s = next(iter(v), None)
        if s is not None:
            print(s)
        for t in (max(v, key=str, default=None), min(v[:0], default=None)):
            if t is not None:
                print(t)
            print(t)

    def optional(v: list[int | None]):
        x = next(iter(v), None)
        if x is not None:
            print(x + 1)
        y = max(v, key=lambda q: q or 0, default=None)
        d = dict(enumerate(v))
        z = d.pop(1, None)
        if z is not None:
            print(z * 2)
        print(x is None, x, y is None, y, z, d.get(0), d.get(7), min(v[:0], default=None))

    mixed([1, "a"])
    mixed([None, 2])
    mixed([])
    optional([3, None, 2])
    optional([None, 4])
    optional([])
    e = {"a": 1, "b": "x", "c": None}
    for k in "abcd":
        v = e.pop(k, None)
        if v is not None:
            print(k, v)


def none_as_a_key():
    def look(y, s):
        for g in (lambda: {None: 1.5, None: y}[y], lambda: {None: 1}[s], lambda: {None: 1}.get(s, 4), lambda: {None: 3}[None], lambda: {1: 2}[None]):
            try:
                print(g())
            except KeyError as e:
                print("KeyError", e)

    look(2.5, "a")


def loop_over_nones_whose_variable_is_assigned():
    def last(xs):
        s = 0
        for s in map(lambda v: None, xs):
            try:
                s = max([1], key=lambda n: True, default=None)
            finally:
                print("finally", s)
        return s
    print(last([]), last([5, 6]))
