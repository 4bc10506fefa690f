# Methods of values whose types are known only when running.


def call(x, name, *args, **kw):
    try:
        r = getattr(x, name)(*args, **kw)
        return f"{r!r} -> {x!r}"
    except Exception as e:
        return f"{type(e).__name__}: {e} -> {x!r}"


def fresh(kind):
    if kind == "list":
        return [[3, 1, 2, 1], "x"][0]
    if kind == "dict":
        return [{"a": 1, "b": 2, "c": 3}, "x"][0]
    return [{1, 2, 3}, "x"][0]


def anything(i):
    return [1, "a", None, 2.5, [1]][i]


STRS = ["Hello, World", "", "a,b,,c", "  pad\t", "ß straße", "ǅ x", "x1 2", "日本語", "A\nB\r\nC", "tab\tx"]


def str_plain():
    things = [*STRS, 1]
    for i in range(len(STRS)):
        s = things[i]
        for name in ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "encode",
                     "isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "istitle", "isascii", "isidentifier", "isprintable"]:
            print(name, call(s, name))


def str_arguments():
    things = [*STRS, 1]
    for i in range(len(STRS)):
        s = things[i]
        for sub in ["", "o", "a", ",", "World", "ß", "本"]:
            for name in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith", "split", "rsplit", "partition", "rpartition", "strip", "removeprefix", "removesuffix", "join"]:
                print(name, call(s, name, sub))
            print(call(s, "replace", sub, "<>"), call(s, "replace", sub, "", 1), call(s, "find", sub, 1, -1), call(s, "count", sub, 2), call(s, "split", sub, 1), call(s, "rsplit", sub, maxsplit=1))
        for w in [0, 5, 15]:
            print(call(s, "center", w), call(s, "ljust", w, "*"), call(s, "rjust", w, "-"), call(s, "zfill", w))


def str_errors():
    s = anything(1)
    for name, args in [("find", (1,)), ("find", ()), ("find", ("a", "b")), ("find", ("a", 1, 2, 3)), ("index", ("z",)), ("index", (None,)), ("count", (1,)), ("startswith", (1,)), ("startswith", ((1,),)),
                       ("endswith", (["a"],)), ("split", ("",)), ("split", (1,)), ("split", ("a", "b")), ("rsplit", ("a", 1, 2)), ("partition", ("",)), ("partition", (1,)), ("join", (1,)), ("join", ([1],)),
                       ("join", (["a", None],)), ("replace", ("a",)), ("replace", ("a", 1)), ("replace", (1, "a")), ("replace", ("a", "b", "c")), ("center", ()), ("center", ("x",)), ("center", (5, "ab")),
                       ("center", (5, 1)), ("ljust", (5.0,)), ("zfill", ("x",)), ("upper", (1,)), ("strip", (1,)), ("strip", ("a", "b")), ("encode", ("nope",)), ("encode", ("ascii", "bad")), ("encode", (1,)),
                       ("expandtabs", ("x",)), ("removeprefix", (1,)), ("translate", ()), ("nope", ()), ("splitlines", (1, 2)), ("format", ()), ("isalpha", (1,)), ("maketrans", ("a", "b"))]:
        print(name, args, call(s, name, *args))
    print(call(s, "split", foo=1), call(s, "find", sub="a"), call(s, "upper", y=1), call(s, "encode", encoding="ascii"), call(s, "splitlines", keepends=True), call(s, "expandtabs", tabsize=3))


def list_methods():
    for name, args in [("append", (9,)), ("append", ()), ("extend", ([7, 8],)), ("extend", (range(2),)), ("extend", (5,)), ("insert", (1, 99)), ("insert", (-1, 0)), ("insert", (100, 5)),
                       ("insert", ("x", 1)), ("insert", (1,)), ("pop", ()), ("pop", (0,)), ("pop", (-2,)), ("pop", (10,)), ("pop", ("x",)), ("remove", (1,)), ("remove", (42,)), ("remove", ()), ("index", (1,)),
                       ("index", (1, 2)), ("index", (1, 2, 3)), ("index", (42,)), ("index", (1, -1)), ("count", (1,)), ("count", ("x",)), ("reverse", ()), ("sort", ()), ("copy", ()), ("clear", ()), ("sort", (1,)), ("nope", ())]:
        print(name, args, call(fresh("list"), name, *args))
    print(call(fresh("list"), "sort", reverse=True), call(fresh("list"), "sort", key=lambda x: -x), call(fresh("list"), "sort", key=str), call(fresh("list"), "sort", foo=1), call(fresh("list"), "append", object=1))


def empty_things():
    for x in [[], {}, set(), (), ""]:
        print(call(x, "pop"), call(x, "popitem"), call(x, "copy"), call(x, "clear"), call(x, "index", 1), call(x, "count", 1))


def dict_methods():
    for name, args in [("get", ("a",)), ("get", ("z",)), ("get", ("z", 0)), ("get", ()), ("get", ([],)), ("pop", ("a",)), ("pop", ("z",)), ("pop", ("z", None)), ("pop", ()), ("pop", ([],)), ("popitem", ()),
                       ("setdefault", ("a", 9)), ("setdefault", ("z", 9)), ("keys", ()), ("values", ()), ("items", ()), ("update", ({"a": 5, "q": 6},)), ("update", ([("x", 1)],)),
                       ("update", ()), ("update", (5,)), ("update", ([1],)), ("update", (["abc"],)), ("copy", ()), ("clear", ()), ("nope", ()), ("fromkeys", ("ab",)), ("fromkeys", ("ab", 0)), ("update", ({}, {}))]:
        print(name, args, call(fresh("dict"), name, *args))
    print(call(fresh("dict"), "update", z=1, a=2), call(fresh("dict"), "get", key="a"))


def set_methods():
    for name, args in [("add", (4,)), ("add", (1,)), ("add", ()), ("discard", (1,)), ("discard", (9,)), ("remove", (1,)), ("remove", (9,)), ("union", ([4],)), ("union", ()), ("union", ({4}, (5,), [6])),
                       ("union", (5,)), ("intersection", ([1, 9],)), ("intersection", ([1, 2], [2])), ("difference", ([1],)), ("symmetric_difference", ([1, 9],)), ("update", ([7], {8})), ("intersection_update", ([1, 2],)),
                       ("difference_update", ([1],)), ("symmetric_difference_update", ([1, 9],)), ("issubset", ([1, 2, 3, 4],)), ("issuperset", ([1],)), ("isdisjoint", ([9],)), ("isdisjoint", ([1],)), ("copy", ()), ("clear", ()),
                       ("issubset", (5,)), ("nope", ())]:
        print(name, args, call(fresh("set"), name, *args))


def frozen_methods():
    f = [frozenset([1, 2, 3]), "x"][0]
    for name, args in [("add", (4,)), ("union", ([4],)), ("intersection", ([1, 9],)), ("difference", ([1],)), ("symmetric_difference", ([1, 9],)), ("issubset", ([1, 2, 3, 4],)), ("issuperset", ([1],)), ("isdisjoint", ([9],)),
                       ("copy", ()), ("clear", ()), ("pop", ())]:
        print(name, args, call(f, name, *args))


def tuple_and_range():
    for x in [(1, 2, 3, 2), range(1, 10, 2), "x"]:
        for name, args in [("index", (2,)), ("index", (3,)), ("index", (9,)), ("count", (2,)), ("count", ("q",)), ("index", (2, 2)), ("index", ()), ("append", (1,))]:
            print(name, args, call(x, name, *args))


def numbers():
    for x in [5, -300, True, 0, 2.5, -0.0, 1e20, float("inf"), "x"]:
        for name, args in [("bit_length", ()), ("bit_count", ()), ("conjugate", ()), ("as_integer_ratio", ()), ("is_integer", ()), ("hex", ()), ("to_bytes", (2, "big")), ("to_bytes", (4,)), ("to_bytes", ()), ("upper", ())]:
            if x != 1e20 or name != "as_integer_ratio":
                print(name, args, call(x, name, *args))
        print(call(x, "to_bytes", 3, "little", signed=True), call(x, "to_bytes", length=1, byteorder="x"))
        for name in ["real", "imag", "numerator", "denominator", "nope"]:
            try:
                print(name, getattr(x, name))
            except AttributeError as e:
                print(e)


def operators():
    things = [1, True, 2.5, "ab", [1, 2], (1, 2), {1, 2}, {"a": 1}, None, b"ab", range(3), frozenset([1])]
    for a in things:
        for b in things:
            row = []
            try:
                row.append(a + b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a * b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a - b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a % b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a | b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a < b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a in b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a[b])
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a ** b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            try:
                row.append(a // b)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
            print(repr(a), repr(b), a == b, a != b, row)


def builtins_of_anything():
    for x in [1, True, -2.5, "ab", "7", "1e3", [3, 1], (3, 1), {3, 1}, {"a": 1}, None, b"7", range(3), frozenset([1]), 3.5, "", [], 10**18, "é"]:
        row = []
        for f in (len, abs, int, float, str, bool, list, tuple, set, sorted, sum, max, min, any, all, hash, repr, ascii, round, ord, chr, hex, bin, oct, type, callable, dict, frozenset, bytes):
            try:
                r = f(x) if x is not None or f is not hash else 0
                row.append(r)
            except Exception as e:
                row.append(f"{type(e).__name__} {e}")
        print(repr(x), row)


def views():
    d = [{"a": 1, "b": 2}, 1][0]
    k, v, i = d.keys(), d.values(), d.items()
    print(k & {"a"}, k & ["a", "z"], k - ["a"], k ^ {"b", "q"}, i & {("a", 1)}, i - {("a", 1)}, k == {"a", "b"}, k <= {"a", "b", "c"}, k < {"a"}, k >= {"a"}, k.isdisjoint(["z"]), i.isdisjoint([("a", 1)]))
    print(sorted(k | {"c"}), len(v), list(reversed(k)), list(reversed(v)), list(reversed(i)), 1 in v, ("a", 1) in i, "a" in k, k == v)
    for f in (lambda: v & {1}, lambda: k + k, lambda: k[0], lambda: v.isdisjoint([1])):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


def iterators():
    it = [iter([1, 2]), 1][0]
    print(next(it), next(it), next(it, "end"), next(it, None))
    for x in [5, "ab", [1]]:
        try:
            print(next(x))
        except TypeError as e:
            print(e)
    for x in [5, None, 1.5]:
        for f in (iter, enumerate, list, tuple, set, sum, sorted, max, any, reversed, dict, zip):
            try:
                print(f(x))
            except TypeError as e:
                print(e)
    for x in ["ab", (1, 2), {1: 2}, range(3), [1, 2]]:
        print(list(reversed(x)), list(enumerate(x, 1)), list(zip(x, x)), list(map(str, x)), list(iter(x)), list(filter(None, x)))


def methods_of_counts_and_queues():
    import collections

    c, d = [collections.Counter("aab"), 1][0], [collections.deque([1]), 1][0]
    print(hasattr(c, "most_common"), hasattr(c, "nope"), hasattr(c, "keys"), hasattr(d, "append"), hasattr(d, "appendx"))
    top, add = getattr(c, "most_common"), d.append
    add(3)
    print(top(1), d)
    try:
        c.nope()
    except AttributeError as e:
        print(e)


class Sized:
    def __len__(self):
        return 1


SPECIAL = ["__len__", "__iter__", "__call__", "__getitem__", "__next__", "__contains__", "__hash__", "__eq__", "__add__", "__enter__", "keys", "__class__", "__int__", "__float__", "__index__", "__str__", "__setitem__", "__lt__", "__bool__", "__reversed__"]


def special_methods_of_values():
    for v in [1, "a", 2.5, None, (1,), [1], True, {"k": 1}, {1}, b"x", frozenset([1]), range(3), lambda: 1, Sized()]:
        print(type(v).__name__, [n for n in SPECIAL if hasattr(v, n)])


def size(v):
    return len(v) if hasattr(v, "__len__") else sum(1 for _ in v) if hasattr(v, "__iter__") else -1


def special_methods_known_before():
    print(size("ab"), size(3), size([1]), size({"k": 1}), size(x for x in "abc"), size(None), size(2.5), size(Sized()))
    print([size(v) for v in ["ab", 3, [1], {"k": 1}, None, iter([1, 2])]])
    print(hasattr("a", "__call__"), hasattr(3, "__int__"), hasattr([], "append"), hasattr(3, "append"))
