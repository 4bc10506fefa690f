"""Loops over generators, enumerate and zip, and ints whose bounds are known."""


def words(text, low=1):
    """Words of a text."""
    for w in text.split():
        if len(w) > low:
            yield w
        else:
            low = 2


def nested(n):
    if n > 0:
        yield n
        for x in nested(n - 1):
            yield x * 2
        yield from words("a bb")if False else [0]


def closing(log):
    try:
        for i in range(5):
            log.append(i)
            yield i
    finally:
        log.append("closed")


def failing(n):
    yield n
    raise ValueError("no more")


def onlynext(n):
    while True:
        yield n
        n += 1


def first(log):
    for x in closing(log):
        return x


def product_until_negative(rows):
    total = 0
    for i, row in enumerate(rows):
        for j, v in enumerate(row, 1):
            if v < 0:
                break
            total += i * j * v
        else:
            continue
        return total, i, j
    return total


def over_generators():
    for w in words("a bb ccc d ee"):
        print(w)
    it = words("xx yy zz")
    print(next(it), list(it))
    print(list(nested(3)), sum(nested(4)), max(words("aa bb")), ",".join(words("cc dd")), sorted(words("zz yy"), reverse=True))
    log = []
    for i in closing(log):
        if i == 2:
            break
    print(log)
    log.clear()
    for i in closing(log):
        log.append("body")
    else:
        log.append("else")
    print(log)
    try:
        for x in failing(7):
            print(x)
    except ValueError as e:
        print("caught", e)
    for a, b in zip(words("aa bb cc"), words("dd ee")):
        print(a, b)
    for i, w in enumerate(words("aa bb cc"), 5):
        print(i, w)
    log = []
    print(first(log), log)
    n = onlynext(3)
    print(next(n), next(n))
    print([x + y for x in onlynext(1) if x > 2 for y in [1]][:0] if False else "-", any(x > 3 for x in onlynext(0)), {w: len(w) for w in words("qq rrr")})
    for x in onlynext(0):
        for w in words("aa bbb"):
            if len(w) == 3 and x > 2:
                break
        else:
            continue
        break
    
    print(x)


def over_pairs():
    xs, ys = [1, 2, 3], ["a", "b"]
    for i, x in enumerate(xs):
        i += 10
        print(i, x)
    print(i, x)
    for i, (x, y) in enumerate(zip(xs, ys), 3):
        print(i, x, y)
    for x, y in zip(xs, ys):
        ys.append("z") if len(ys) < 4 else None
        print(x, y)
    for (a, b), c in zip([(1, 2), (3, 4)], xs):
        print(a, b, c)
    for _, x in enumerate("ab"):
        print(x)
    for i, _ in enumerate("ab"):
        print(i)
    fs = []
    for i, x in enumerate(xs):
        fs.append(lambda: (i, x))
    print([f() for f in fs])
    d = {}
    for d["i"], d["x"] in enumerate(xs):
        pass
    print(d, [i * x for i, x in enumerate(xs)], {x: y for x, y in zip(xs, ys)})
    print(product_until_negative([[1, 2], [3, 4]]), product_until_negative([[1], [2, -1], [3]]))
    for i, x in enumerate(xs):
        if x == 2: continue
        xs[i] = x * 10
    print(xs)


class Meter:
    def __init__(self):
        self.count = 0
        self.level = 5

    def step(self, n):
        self.count += 1
        self.level -= n


def bounded_ints():
    total = low = 0
    a, b = 1, 0
    for i in range(2000):
        total += i * 3 - i // 3
        low -= i % 7
        a, b = (a + i) % 65521, (b + a) % 65521
    print(total, low, a, b)
    for byte in bytes([0, 7, 255]):
        a = (a * byte + 1) % 251
    print(a, [(i - 3) // 2 for i in range(8)], [(i - 3) % 4 for i in range(8)], [-i // 3 for i in range(7)], [-i % 3 for i in range(7)])
    x, n = 27, 0
    while x != 1:
        x = x // 2 if x % 2 == 0 else 3 * x + 1
        n += 1
    print(n, [i for i in range(10, 0, -3)], [(i - 10) // 3 for i in range(-3, 20, 5)])
    i, j = 0, 9
    while i < j:
        i, j = i + 2, j - 1
    print(i, j, -7 // 2, -7 % 3, 7 // -2, 7 % -3, (-2 ** 63) // 3, (-2 ** 63) % 10, (2 ** 63 - 1) % -10)
    m = Meter()
    for k in range(5):
        m.step(k)
    print(m.count, m.level)
    k = 0
    for i in range(5):
        k = (k + i) * -1
        for j in range(i, 12, k * k + 1):
            k -= j % 3 - 1
    print(k, i, j)


def negative_places():
    xs = [1, 2, 3]
    out = []
    for i in range(-4, 4):
        try:
            xs[i] += 10
            out.append(xs[i])
        except IndexError as e:
            out.append(str(e))
    for i in [-4, 3]:
        try:
            xs[i] = 0
        except IndexError as e:
            out.append(str(e))
    print(xs, out)
    try:
        print(1.5 / (xs[0] - 11))
    except ZeroDivisionError as e:
        print(e)
    try:
        print(xs[0] % (xs[1] - 12))
    except ZeroDivisionError as e:
        print(e)


def raised_in_a_coroutine():
    def places(xs):
        for i in range(3):
            yield xs[i] // (i - 1) if i else xs[i]
    it = places([4, 5])
    print(next(it))
    try:
        print(next(it))
    except ZeroDivisionError as e:
        print("raised", e)
    it = places([])
    try:
        next(it)
    except IndexError as e:
        print("raised", e)
    print(list(it))
    try:
        print(list(zip([1, 2], places([3]))))
    except IndexError as e:
        print("raised", e)


def palindrome(s):
    i, j = 0, len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


def common(a, b):
    n = 0
    for i in range(min(len(a), len(b))):
        if a[i] == b[i]:
            n += 1
    return n


def defaults_that_are_empty():
    d = {}
    for w in "the quick the lazy dog quick the".split():
        d.setdefault(w[0], []).append(w)
        d.setdefault(w[0], [])
    print(d)
    e = {}
    e.setdefault("a", {}).setdefault("b", set()).add(1)
    e.setdefault("a", {}).setdefault("b", set()).add(2)
    print(e)
    f = {}
    x = f.setdefault(1, [])
    y = f.setdefault(1, [])
    print(x is y, f, d.setdefault("zz", []), f.setdefault(2, [1, 2]), f.setdefault(3, list()))
    g = {"a": 1, "b": "x"}
    print(g.setdefault("c", []), g.setdefault("a", []), g)


def compared_characters():
    print(palindrome("abcba"), palindrome("abca"), palindrome("äöä"), palindrome("äöü"), palindrome(""), palindrome("日本日"), common("hello", "help"), common("ä1ß", "ä2ß"), common("aé", "aè"))
    try:
        print([text[i] == text[i + 1] for text in ["aab"] for i in range(len(text))])
    except IndexError as ex:
        print(ex)


def fixed_digits():
    for v in [0.0, -0.0, 1.005, -2.5, 1e300, 123456789.987654321, float("nan"), float("inf"), -float("inf"), 0.5, 1.5, 2.5, -0.001]:
        print(f"{v:.2f} {v:.0f} {v:.9f} {v:.10f} {v:8.2f}")


class Order:
    def __init__(self, side, n):
        self.side = side
        self.n = n


def one_of_constants():
    for o in [Order("B", 1), Order("S", 4), Order("x", 0)]:
        print(o.side in ("B", "S"), o.side.lower() not in ["b", "s"], o.n in (1, 2, 3), o.n not in [0], o.side in (), o.n in [])
        print(o.n in (1.0, 2.0), o.n / 2 in (0.5, 2.0), (o.n > 0) in (True,), o.n in (True, False), o.side in ("a", "b", "c", "d", "e", "f", "g", "x"))
        print(o.side in ("B", 1), o.n in ("B", 1), o.side[0] in "BS", None in (None, o.n))


def defaults_under_any_key():
    d = {}
    for k in [1, "a", 1, (2, "b")]:
        d.setdefault(k, []).append(k)
    print(d)


def handed_on():
    x0 = x1 = x2 = x3 = x4 = x5 = x6 = x7 = x8 = x9 = x10 = x11 = x12 = x13 = x14 = x15 = x16 = x17 = x18 = x19 = 0
    x20 = "a"
    for i in range(3):
        if i > 0:
            print(x18)
        x0 = x1; x1 = x2; x2 = x3; x3 = x4; x4 = x5; x5 = x6; x6 = x7; x7 = x8; x8 = x9; x9 = x10; x10 = x11; x11 = x12; x12 = x13; x13 = x14; x14 = x15; x15 = x16; x16 = x17; x17 = x18; x18 = x19; x19 = x20
    print(x0, x16, x17, x19)
