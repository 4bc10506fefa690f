VALUES = [b"", b"abc", b"Hello World", b"  pad\t\n", b"a,b,,c", b"aXbXc", b"123", b"-42", b"\xff\x00\x80", b"MiXed Case's x1y", b"tab\tsep\tx", b"l1\nl2\r\nl3\rl4\n", b"ABC DEF", b"Title Case"]
SUBS = [b"", b"a", b"b", b"X", b",", b"ab", b"l", b"\n", b"o W", b"zz"]


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def plain():
    for b in VALUES:
        print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase())
        print(b.isalpha(), b.isdigit(), b.isalnum(), b.isspace(), b.isascii(), b.isupper(), b.islower(), b.istitle())
        print(b.strip(), b.lstrip(), b.rstrip(), b.strip(None), b.split(), b.rsplit(), b.splitlines(), b.splitlines(True), b.splitlines(keepends=True))
        print(b.hex(), b.hex(":"), b.hex("-", 2), b.hex("_", -2), b.hex(b" ", 3), b.hex(sep=".", bytes_per_sep=4), b.expandtabs(), b.expandtabs(4), b.expandtabs(tabsize=0))
        print(b.split(None, 1), b.rsplit(None, 1), b.split(maxsplit=2), b.rsplit(maxsplit=0), b.decode("latin-1"), b.decode("ascii", "replace"), bytes(b), len(b), hash(b) == hash(bytes(b)))


def searching():
    for b in VALUES:
        for s in SUBS:
            print(b, s, b.find(s), b.rfind(s), b.count(s), b.find(s, 1), b.rfind(s, 1, -1), b.count(s, 2, 5), b.find(s, -3), b.find(s, 99), b.count(s, None, 3))
            print(b.startswith(s), b.endswith(s), b.startswith(s, 1), b.endswith(s, 0, 3), b.startswith((s, b"H")), b.endswith((b"c", s)), b.startswith(()), s in b)
            print(attempt(lambda: b.index(s)), attempt(lambda: b.rindex(s)), attempt(lambda: b.index(s, 2)), attempt(lambda: b.rindex(s, 0, 2)))
            print(attempt(lambda: b.split(s)), attempt(lambda: b.rsplit(s, 1)), attempt(lambda: b.split(s, 1)), attempt(lambda: b.partition(s)), attempt(lambda: b.rpartition(s)))
            print(b.replace(s, b"<>"), b.replace(s, b"", 1), b.replace(s, b"yy", 2), b.removeprefix(s), b.removesuffix(s), b.strip(s), b.lstrip(s), b.rstrip(s))


def padding():
    for b in VALUES:
        for n in (-1, 0, 3, 4, 5, 10, 13, 20):
            print(b.center(n), b.ljust(n), b.rjust(n), b.zfill(n), b.center(n, b"*"), b.ljust(n, b"."), b.rjust(n, b"-"))
    print(b"+7".zfill(5), b"-7".zfill(5), b"--7".zfill(6))
    print(attempt(lambda: b"a".center(5, b"xy")), attempt(lambda: b"a".ljust(5, b"")), attempt(lambda: b"a".rjust(5, b"12")))


def translating():
    table = bytes.maketrans(b"abc", b"xyz")
    print(table[97:100], len(table))
    for b in VALUES:
        print(b.translate(table), b.translate(None, b"aeiou"), b.translate(table, b"b"), b.translate(table, delete=b"c"), b.translate(None))
    print(attempt(lambda: bytes.maketrans(b"ab", b"x")), attempt(lambda: b"a".translate(b"short")))


def single_bytes():
    b = b"hello\x00\xff"
    print(b.find(108), b.rfind(108), b.count(108), b.index(104), b.rindex(255), b.count(0), b.find(True))
    print(attempt(lambda: b.find(256)), attempt(lambda: b.index(-1)), attempt(lambda: b.index(1)), 104 in b, 1 in b, attempt(lambda: 256 in b))
    print(b[0], b[-1], b[1:3], b[::-1], b[::2], list(b), attempt(lambda: b[99]), b * 2, b + b"x", b == b"hello\x00\xff", b < b"i", b"" < b)


def making():
    print(bytes(), bytes(3), bytes([1, 2, 255]), bytes((65, 66)), bytes(range(5)), bytes("é", "utf-8"), bytes("é", "latin-1"), bytes(b"x"), bytes(x * 2 for x in (1, 2)))
    print(attempt(lambda: bytes(-1)), attempt(lambda: bytes([256])), attempt(lambda: bytes([-1])))
    print(bytes.fromhex("00ff 1a"), bytes.fromhex(""), attempt(lambda: bytes.fromhex("0")), attempt(lambda: bytes.fromhex("zz")), attempt(lambda: bytes.fromhex("00 é")))
    print(b", ".join([b"a", b"b"]), b"".join([]), b"-".join((b"x",)), b"".join(x for x in (b"1", b"2")))
    print(attempt(lambda: b"a".hex("")), attempt(lambda: b"ab".hex("é")), attempt(lambda: b"ab".hex("::")), b"abc".hex(":", 0))


def dynamic():
    things = [b"Hello World", 65, "x", None, 1.5]
    b = things[0]
    for name, args in [("upper", ()), ("title", ()), ("isalpha", ()), ("center", (15, b"*")), ("find", (b"o",)), ("find", (111,)), ("find", ("o",)), ("index", (b"zz",)),
                       ("split", ()), ("split", (b"o",)), ("split", ("o",)), ("split", (b"",)), ("rsplit", (None, 1)), ("hex", ()), ("hex", (":",)), ("startswith", (b"H",)),
                       ("startswith", ((b"x", b"He"),)), ("startswith", ("H",)), ("startswith", (("H",),)), ("replace", (b"o", b"0")), ("replace", ("o", "0")), ("strip", ("H",)),
                       ("strip", (b"Hd",)), ("partition", (b" ",)), ("join", ([b"a", b"b"],)), ("join", (["a"],)), ("join", ([b"a", 1],)), ("join", (5,)), ("decode", ()), ("zfill", (20,)),
                       ("center", (5, "x")), ("translate", (None, b"o")), ("count", (b"l",)), ("count", (256,)), ("splitlines", (True,)), ("swapcase", ()), ("nope", ()),
                       ("upper", (1,)), ("find", ()), ("replace", (b"a",)), ("removeprefix", (b"He",)), ("removesuffix", ("ld",)), ("expandtabs", (2,)), ("rindex", (b"l", 0, 4)),
                       ("fromhex", ("0a",)), ("maketrans", (b"a", b"b"))]:
        try:
            print(name, args, repr(getattr(b, name)(*args)))
        except Exception as e:
            print(name, args, type(e).__name__, e)
    for x in things:
        print(attempt(lambda: bytes(x)))
    print(attempt(lambda: x in b"abc"), attempt(lambda: things[1] in things[0]), attempt(lambda: things[2] in things[0]))
