import itertools


def forms1():
    print(list(zip([1], [2], strict=True)))


def forms2():
    print(list(zip([1], [2], [3], [4])), list(zip("ab", [1,2], (3,4), {5,6}, range(2))))


def forms3():
    print(list(map(lambda a, b, c: a+b+c, [1], [2], [3])))


def forms4():
    print(list(zip()), list(zip([1,2])), list(map(str, [1])))


def forms5():
    print(sum([[1],[2]], []), sum((1,2.5)), sum([], start=5), sum(x for x in [1,2]), sum([0.1]*10), sum(["a"], 0) if False else 0)


def forms6():
    print(max(1,2.5), max("a","b"), max([1],default=0), max([],default=None), min(3,1,2,key=lambda x:-x), max(["aa","b"],key=len))


def forms7():
    print(round(2.5), round(3.5), round(-2.5), round(2.675,2), round(1234,-2), round(5.0), round(number=2.6), round(2.5, None), round(2.5, ndigits=1))


def forms8():
    print(divmod(7,2), divmod(-7,2), divmod(7.5,2), divmod(7,-2.0), divmod(True, 2))


def forms9():
    print(pow(2,3), pow(2,-1), pow(2.0,3), pow(3,4,5), pow(3,-1,7), pow(base=2,exp=5), pow(2, 3, mod=5))


def forms10():
    print(int("ff",16), int("0x1f",0), int(" 42 "), int("1_000"), int(3.99), int(-3.99), int(True), int("-0b11", base=2), int(b"12"), int("٣"))


def forms11():
    print(float("1e3"), float("inf"), float("-nan"), float(" 1.5 "), float("1_0.5"), float(3), float(True), float(b"2.5"), float("infinity"), float())


def forms12():
    print(str(1), str(1.0), str(None), str(b"x"), str(b"caf\xc3\xa9", "utf-8"), str(object=5), str(), str([1,"a"]), str(b"a", encoding="ascii", errors="strict"))


def forms13():
    print(bool(), bool(0), bool([]), bool("x"), bool(None), bool(0.0))


def forms14():
    print(list(), list("abc"), list(range(3)), list({1:2}), tuple("ab"), tuple([1,2]), set("aab"), frozenset([1,1]), frozenset(), dict(), dict(a=1), dict([(1,2)]), dict({1:2}), dict(zip("ab",[1,2])))


def forms15():
    print(dict({"a":1}, b=2), dict([("a",1)], b=2), dict(**{"x":1}))


def forms16():
    print(sorted([3,1,2]), sorted("bca"), sorted({3:1,1:2}), sorted([1,2], reverse=True), sorted(["b","A"], key=str.lower), sorted([(1,"b"),(1,"a")]), sorted([3,1], key=None))


def forms17():
    print(list(reversed([1,2])), list(reversed("ab")), list(reversed((1,2))), list(reversed(range(3))), list(reversed({1:2,3:4})), list(reversed({1:2}.items())), list(reversed({1:2}.values())))


def forms18():
    print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=1)), list(enumerate(iterable="ab")))


def forms19():
    print(list(filter(None,[0,1,"",2])), list(filter(lambda x:x>1,[1,2,3])), list(filter(str.isdigit, ["1","a"])))


def forms20():
    print(all([]), any([]), all([1,0]), any([0,""]), all(x for x in [1]), any(map(str.isdigit, "a1")))


def forms21():
    print(next(iter([1,2])), next(iter([]), 5), next(iter("a")), next(x for x in [1,2] if x>1), next(iter([]), None))


def forms22():
    it = iter([1,2,3])
    print(next(it), list(it))
    vals = [1,2,3,0,5]
    k = iter(vals)
    print(list(iter(lambda: next(k), 0)))


def forms23():
    print(chr(65), ord("a"), ord(b"a"), hex(255), oct(8), bin(5), hex(-255), bin(-5), hex(True), ascii("é\n"), repr("it's"))


def forms24():
    print(format(3.14159,".2f"), format(42,"x"), format("a",">5"), format(True), format(1234567,","), format(None), format([1]), format(0.5, "%"))


def forms25():
    print(hash(1), hash(1.0), hash(True), hash("a")==hash("a"), hash((1,2)), hash(None) is not None, hash(2**61), hash(0.5), hash(-1), hash(float("inf")))


def forms26():
    print(len("abc"), len([1]), len({}), len(range(5)), len(b"ab"), len((1,2)), len({1}), len({1:2}.keys()))


def forms27():
    print(abs(-5), abs(-2.5), abs(True), abs(-0.0))


def forms29():
    print(type(1), type("a"), type(1.0).__name__, type([]) is list, type(None), type(True) == bool, type(lambda:0).__name__, type(range(1)), type({}.keys()))


def forms30():
    print(callable(len), callable(5), callable(lambda:0), callable(int), callable("x".upper))


def forms31():
    print(slice(1,5,2), slice(3), [1,2,3,4,5,6][slice(1,5,2)], slice(1,10,2).indices(5), slice(1,2).start, "abcdef"[slice(None,None,-1)])


def forms34():
    print(iter([1]).__next__(), [1,2].__len__(), (5).__add__(3), "a".__contains__("a"), {"a":1}.__getitem__("a"))


def forms36():
    print(vars().keys() if False else 1, dir() if False else 2)


def forms37():
    print(int.__name__, str.__name__, len.__name__, [].__class__, (1).__class__.__name__, "x".__class__ is str)


def forms38():
    print(sorted([1,2,3], key=lambda x: (-x, x)), min("b","a",key=lambda s: s), max({"a":1,"b":5}, key={"a":1,"b":5}.get), min([(2,"a"),(1,"b")]), max({}.items(), default=("z",0)))


def forms39():
    print(set([1,2]) | {3}, {1,2} & {2}, {1,2} - {2}, {1,2} ^ {2,3}, {1} <= {1,2}, {1} < {1}, frozenset([1]) | {2}, {1} | frozenset([2]))


def forms40():
    print({"a":1} | {"b":2}, {"a":1}.keys() & {"a"}, {"a":1}.keys() | {"b"}, {"a":1}.items() & {("a",1)}, {"a":1}.keys() - {"a"}, {"a":1}.keys() ^ {"b"}, {"a":1}.keys() == {"a"}, {"a":1}.keys() <= {"a","b"}, {"a":1}.keys().isdisjoint(["b"]))


def forms41():
    d = {"a":1}
    d |= {"b":2}
    d |= [("c",3)]
    print(d, d == {"c":3,"a":1,"b":2}, d != {}, list(d), "a" in d, d.get("z"), d.get("z", 0), d.setdefault("q", 9), d.pop("a"), d.pop("zz", None), d.popitem(), d.items(), d.keys(), d.values())
    d.update(x=1); d.update({"y":2}); d.update([("z",3)]); d.update(k for k in [("w",1)])
    print(d, dict.fromkeys("ab"), dict.fromkeys([1,2],0), d.copy())
    del d["x"]
    d.clear()
    print(d, bool(d))


def forms42():
    l = [3,1,2]
    l.sort(); l.append(5); l.extend([6]); l.insert(0,9); l.remove(9); l.reverse(); l += [7]; l *= 2
    print(l, l.index(5), l.index(5, 1), l.count(5), l.pop(), l.pop(0), l[1:3], l[::-1], l + [1], l * 2, 2 * [1], [1] < [2], [1,2] == [1,2], l.copy(), 5 in l)
    l[1:2] = [10,11,12]; l[::2] = [0]*len(l[::2]); del l[0]; del l[1:3]
    print(l, sum(l), max(l), min(l))
    l.clear(); print(l)


def forms43():
    print((1,2)+(3,), (1,)*3, (1,2)<(1,3), (1,2,3)[1:], (1,2).count(1), (1,2).index(2), () == (), 1 in (1,2), tuple(), hash((1,)) == hash((1,)))


def forms44():
    print("abc"[1], "abc"[-1], "abc"[::-1], "a"*3, "a"+"b", "a" in "abc", "abc" < "abd", "%s %d" % ("a",1), "{}".format(1), f"{1+1}")


def forms45():
    print(1_000, 0xff, 0b11, 0o17, 1e3, 1.5e-3, 5//2, -5//2, 5%3, -5%3, 5/2, 2**10, 2**-1, 2**0.5, 7&3, 7|8, 7^2, ~5, 1<<4, 16>>2, 5 == 5.0, 1 < 2 < 3, not 1, 1 and 2, 0 or 3)


def forms46():
    print(float.fromhex("0x1p3"), (0.5).hex(), (0.5).as_integer_ratio(), (2.0).is_integer(), int.from_bytes(b"\x01\x02","little"), (258).to_bytes(2,"little"), (5).bit_length(), (-5).bit_count(), (5).conjugate(), (5).numerator)


def forms47():
    print(str.maketrans({"a":"b"}), "abc".translate({97:"x",98:None}), str.join("-",["a"]), str.upper("a"), list.__name__, list.append([1],2), dict.get({"a":1},"a"), str.split("a b"))


def forms48():
    print(range(5)[1], range(0,10,2)[1:3], range(5).index(3), range(5).count(9), 3 in range(5), range(3) == range(0,3), range(10,0,-3), list(range(10,0,-3)), range(5).start, range(0), len(range(0,10,3)), range(3)[-1], bool(range(0)))


def forms50():
    print(input() if False else "n", open.__name__)


def forms51():
    print("a,b".split(sep=","), "a b c".split(maxsplit=1), "a b c".rsplit(None, 1), "x".center(5), "x".encode(), "x".encode("utf-16"), "é".encode("ascii","ignore"), "é".encode("ascii","xmlcharrefreplace"), "é".encode("ascii","backslashreplace"), b"\xff".decode("utf-8","replace"), b"\xff".decode("utf-8","ignore"), b"\xff".decode("utf-8", errors="backslashreplace"))


def forms52():
    print([1,2,3].__contains__(2), "abc".__len__(), (1).__eq__(1), "a".__eq__("b"), [1].__repr__(), (1.5).__int__(), (7).__float__(), (5).__str__())


def encodings():
    for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "UTF_32_BE", "latin-1", "cp1252", "iso-8859-15", "cp437", "koi8-r", "ascii"):
        for s in ("abc", "é€", "日本", "😀a", "Привет"):
            row = []
            for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
                try:
                    row.append(s.encode(e, errors))
                except UnicodeEncodeError as x:
                    row.append(str(x))
            print(e, s, row)
        for b in (b"abc", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\xe9\x80", b"\x81\x8d", b"a\x00b", b"\x00\xd8\x00\x00", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\x11\x01"):
            row = []
            for errors in ("strict", "replace", "ignore", "backslashreplace"):
                try:
                    row.append(b.decode(e, errors))
                except UnicodeDecodeError as x:
                    row.append(str(x))
            print(e, b, row)
    try:
        "a".encode("nope")
    except LookupError as x:
        print(x)


def percent_of_bytes():
    print(b"%s|%d|%x|%5.1f|%c|%c|%b|%a|%r" % (b"ab", 5, 255, 2.5, 65, b"B", b"x", "é", [1]), b"%-5s|%5s|%.1s" % (b"a", b"b", b"cd"), b"%(k)s" % {b"k": b"v"})
    for args in (("x",), (b"a", b"b"), (), (5,)):
        try:
            print(b"%s" % args)
        except TypeError as x:
            print(x)


def strict_zip():
    for a, b in (([1], [2]), ([1, 2], [3]), ([1], [2, 3]), ([], [])):
        try:
            print(list(zip(a, b, strict=True)))
        except ValueError as x:
            print(x)
        try:
            print(list(zip(a, a, b, strict=True)), list(zip(a, a, a, b, strict=True)))
        except ValueError as x:
            print(x)


def slices():
    s = slice(1, 5, 2)
    print(s, s.start, s.stop, s.step, s.indices(4), slice(None).indices(3), slice(-1, None, -1).indices(5), s == slice(1, 5, 2))
    print([1, 2, 3, 4, 5, 6][s], "abcdef"[s], (1, 2, 3, 4)[s], b"abcdef"[s], range(10)[s], [1, 2, 3][slice(None, None, -1)])
    for n in (None, 2):
        print([1, 2, 3][:n], "abc"[n:], [1, 2, 3][n:n])
    try:
        slice(0, 1, 0).indices(3)
    except ValueError as x:
        print(x)


def attributes():
    print((5).real, (5).imag, (7).denominator, (7).as_integer_ratio(), True.real, (2.5).real, (2.5).imag, (2.5).conjugate(), {1: 2}.items().isdisjoint([(1, 3)]))


def dunders():
    d = {"a": 1, "b": 2}
    print(list(map(d.__getitem__, ["a", "b"])), list(filter(d.__contains__, ["a", "z"])), sorted(d, key=d.__getitem__, reverse=True), max(d, key=d.get))
    print([1, 2].__len__(), "ab".__add__("c"), (3).__mul__(4), (7).__floordiv__(2), (2.5).__abs__(), "x".__eq__("x"), [1].__contains__(1), (5).__neg__(), {1}.__or__({2}), "b".__gt__("a"))


def extremes():
    nan, a, b = float("nan"), 3, 8
    print(min(a, b, 5), max(a, b, 5), min("b", "a", "ä"), max("b", "a", "ä"), min(a, b * 1.5), max(True, False), min("", "x"))
    for x, y in [(0.0, -0.0), (-0.0, 0.0), (nan, 1.0), (1.0, nan), (2.5, 1.5), (1.5, 2.5)]:
        print(min(x, y), max(x, y), min(x, y, 1.0), max(x, y, 1.0))
    pairs = [(1, "x"), (1, "y"), (0, "z")]
    print(min(pairs[0], pairs[1], pairs[2]), max(pairs[0], pairs[1], pairs[2]), min(*pairs), max(*pairs[:2]), min(*[4, 2, 9]))
    for empty in ([], ()):
        for f in (lambda: min(*empty), lambda: max(*empty)):
            try:
                print(f())
            except TypeError as e:
                print(e)


def zipped():
    xs, ys = [1, 2, 3], ["a", "b"]
    print([(x, y) for x, y in zip(xs, ys)], dict(zip("abc", xs)), [i * x for i, (x, y) in enumerate(zip(xs, ys))])
    for x, y in zip(xs, xs):
        if x < 5:
            xs.append(x + 3)
        print(x, y, end=" ")
    for x, y in zip(range(9), ys):
        if x == 1:
            ys += "cd"
        print(x, y, end=" ")
    it = iter([1, 2, 3, 4])
    print(list(zip(it, [1, 2])), list(it))


def power_of_spread_arguments():
    args = [2, 5]
    print(pow(*args), pow(*[2, 5, 7]), pow(3, *[2]))


def hashes_of_all_lengths():
    for base in ["abcdefghijklmnopqrstuvwxyz", "é" + "x" * 25, "xyzé日" * 5, "a😀bc" * 6]:
        print([hash(base[:n]) for n in range(25)])
        print([hash(base[:n].encode()) for n in range(25)])
        print([hash("q" * n + base[0]) for n in range(20)])


def stores_by_method():
    d = {"a": 1}
    d.__setitem__("b", 2)
    store = lambda k, v: d.__setitem__(k, v)
    store("c", 3.5)
    xs = [1, 2]
    xs.__setitem__(0, "x")
    xs.__delitem__(1)
    d.__delitem__("a")
    print(d, xs, list(map(d.__getitem__, ["b", "c"])))
    try:
        d.__delitem__("z")
    except KeyError as e:
        print(e)


def sums_of_lists():
    grid = [list(range(i, i + 3)) for i in range(0, 6, 3)]
    flat = sum(grid, [])
    flat.append("end")
    grid[1][1:] = ["x"]
    start = [0]
    print(flat, grid, sum([[1], ["a"]], start), start, sum([], start) is start, sum([[1], [2.5]], []))


def say(x):
    print("said", x)


def given(d):
    print({"a": 1}.get("b", say(1)), {"a": 1}.get("a", say(2)), d.get("k", say(3)))
    print(d.pop("q", say(4)), max([], default=say(5)), min([3], key=lambda x: -x, default=say(6)))
    print([next(iter(x), say(x)) for x in ["", "a"]])
    print("a b".split(say(7)), " x ".strip(say(8)), "a".split(say(9), 1))
    x = d.get("k", say(10)) or "none"
    if d.get("k", d["z"]) is None:
        print(x)


def nones_that_say_something():
    given({"k": "v", "z": None})


def failing_nones():
    n = 5
    def a():
        return tuple([None])[2]
    def b():
        return [None][n]
    def c():
        return next((x for x in [1] if n < 0), tuple([None])[n])
    def d():
        return {"a": None}["b"]
    def e():
        t = (None, None)
        return next(iter([]), t[n])
    for k in (a, b, c, d, e):
        try:
            print(k())
        except LookupError as ex:
            print(type(ex).__name__, ex)


def groups_without_keys():
    nothing = None
    print({k: len(list(g)) for k, g in itertools.groupby(["a", "b"], key=lambda b: nothing)})
    for k, g in itertools.groupby([1, 2], key=lambda b: None):
        print(k, list(g))
    print([(k, list(v)) for k, v in itertools.groupby([1, 2, 3], key=print)])


def values_that_are_looked_for():
    print(().count(1), (1, 2).count("a"), [].count(3), (1, 2.0, "x").count("x"))
    for look in [lambda: (1, 2).index("a"), lambda: [].index(3)]:
        try:
            look()
        except ValueError as e:
            print(e)
    d, e = {"a": 1}, {"x": "y"}
    print(d.setdefault("b"), d, e.setdefault("z"), e.setdefault("x"), e)


def powers_with_a_modulus():
    for args in [(3.3, 4, 5), (3, 4.4, 5), (3, 4, 5.5), (2, 5, 7), (True, 3, 2), (2, -1, 7), ("a", 2, 3)]:
        try:
            print(pow(*args))
        except TypeError as e:
            print(e)
    x, y = 3, 4.5
    try:
        print(pow(x, y, 2))
    except TypeError as e:
        print(e)
    print([pow(a, 2, m) for a, m in [(5, 7), (2, None), (3, 4)]])


class Answers:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Text:
    def __bool__(self):
        return "yes"


def truth_is_a_bool():
    for v in ["zero", [1], 1.5, True, 1, False]:
        try:
            print(bool(Answers(v)), "true" if Answers(v) else "false")
        except TypeError as e:
            print(e)
    try:
        print(not Text())
    except TypeError as e:
        print(e)


class Taker:
    def one(self, a):
        return a

    @staticmethod
    def two(a, b):
        return a


def methods_of_another_number():
    try:
        Taker().one(1, 2)
    except TypeError as e:
        print(e)
    for x in [Taker(), 3]:
        for call in [lambda: x.one(1, 2), lambda: x.one(), lambda: x.two(1), lambda: x.one(5)]:
            try:
                print(call())
            except (TypeError, AttributeError) as e:
                print(type(e).__name__, e)
