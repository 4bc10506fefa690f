import string


def translate():
    table = str.maketrans("abc", "xyz")
    print("aabbcc!".translate(table), "hello".translate(str.maketrans("", "", "l")), "a-b".translate(str.maketrans({"a": "1", "-": None})))
    print("Hi, there!".translate(str.maketrans("", "", string.punctuation)))


def constants():
    print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), string.octdigits)
    print(string.ascii_letters, string.capwords("hello big world"))


def methods():
    s = "  Hello, World  "
    print(s.strip(), s.lstrip(), s.rstrip(), s.lower(), s.upper(), s.swapcase(), s.title(), s.strip().split(", "))
    print("a,b,,c".split(","), "a b  c".split(), "a b c".split(None, 1), "x=1=2".split("=", 1), "a,b,c".rsplit(",", 1), "a b c".rsplit(maxsplit=1))
    print("abc".center(9, "*"), "abc".ljust(5) + "|", "abc".rjust(5) + "|", "42".zfill(5), "-42".zfill(5))
    print("abcabc".find("c"), "abcabc".rfind("c"), "abcabc".count("bc"), "abcabc".replace("b", "X"), "abcabc".replace("b", "X", 1), "abc".index("c"))
    print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"))
    print("a\nb\r\nc".splitlines(), "xxabcxx".strip("x"), "tab\tx".expandtabs(4), ",".join(["a", "b"]), "-".join("abc"))


def tests():
    print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(), "a b".isidentifier())
    print("abc".startswith("ab"), "abc".endswith(("x", "c")), "abc".startswith(("x", "a")), "abc".startswith("b", 1), "b" in "abc", "" in "")


def formatting():
    print("%s %d %5.2f %-5s| %05d %x %%" % ("a", 3, 2.5, "b", 42, 255))
    print("{} {1} {0}".format(1, 2) if False else "{1} {0}".format(1, 2), "{:>8}|{:<8}|{:^8}".format("a", "b", "c"), "{:,}".format(1234567))
    print("{name} is {age:.1f}".format(name="Bob", age=3.25))
    x, y = 3.14159, "s"
    print(f"{x:.2f} {y!r} {x=} {1 + 1} {'q'} {y:>4} {12345:,} {0.25:%} {255:#x} {7:03d} {x:10.3e}")


def encoding():
    b = "héllo".encode("utf-8")
    print(b, len(b), b.decode(), b.decode("utf-8"), "abc".encode("ascii"), b[0], b[1:3], list(b"ab"))
    print(bytes([65, 66]), bytes(3), bytes("x", "utf-8"), bytes.fromhex("4142"), b"ab".hex(), b"a,b".split(b","), b" x ".strip(), b"ab" + b"c", b"ab" * 2)
    print(b"abc".find(b"c"), b"abc".startswith(b"a"), b"abc".replace(b"a", b"z"), b",".join([b"a", b"b"]), b"a" in b"abc", 97 in b"abc", b"ABC".lower())


def bad_encoding():
    "é".encode("ascii")


def bad_index():
    "abc".index("z")


def slices():
    s = "abcdef"
    print(s[0], s[-1], s[1:3], s[::-1], s[::2], s[10:], s[-3:], s[:-1], s * 2, "ab" < "b", max(s), sorted("hello"), len("日本"))
    for i, c in enumerate("ab"):
        print(i, c, ord(c), chr(ord(c) + 1))


def numbers():
    print(int("42"), int(" -7 "), int("ff", 16), int("0b11", 0), float("1e3"), float("inf"), int(3.9), round(2.5), round(3.14159, 2), str(1.0), repr("a'b"))
    print(hex(255), oct(8), bin(5), abs(-3), divmod(7, 2), 7 // -2, 7 % -2, -7 // 2, 2 ** 10, 2 ** -1, 1e16, 1e-5, 0.1 + 0.2, 10 / 4)


def bad_int():
    int("abc")


def words():
    text = "the quick brown the fox the end"
    counts = {}
    for w in text.split():
        counts[w] = counts.get(w, 0) + 1
    print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:2], max(counts, key=counts.get), sum(counts.values()))


def fromhex_errors():
    for t in ["12 ab", "12 a b", "1é", "é", "a", "\x1f12", "xyz é"]:
        try:
            print(bytes.fromhex(t))
        except ValueError as e:
            print(e)


def kinds_of_characters():
    for s in ["abc", "ABC", "ß", "12", "²", "½", "", "a\n", "ﬁ", "é b"]:
        print(ascii(s), s.capitalize(), s.casefold(), s.isascii(), s.isdecimal(), s.isnumeric(), s.isprintable(), ascii([s]))
    print("abcabc".rindex("b"), "abcabc".rindex("b", 0, 3))


def bytes_methods():
    b = b"  a,b\na,c \r\n"
    print(b.count(b"a"), b.endswith(b"\n"), b.endswith(b"x"), b.lstrip(), b.rstrip(), b.splitlines(), b.splitlines(True))
