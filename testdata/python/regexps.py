import re

WORD = re.compile(r"\w+")
LOG = re.compile(r'(?P<host>\S+) \[(?P<time>[^\]]+)\] "(?P<verb>\w+) (\S+)" (\d{3})')


def words():
    print(WORD.findall("Hello, wörld 12_3!"), len(WORD.findall("")), [w.lower() for w in WORD.findall("A B")])
    print(re.findall(r"[a-z]+", "ab1cd"), re.findall(r"(a)(b)?", "abaab"), re.findall(r"(\d+)-(\d+)", "1-2 3-4"), re.findall(r"x*", "axbxx"), re.findall(r"\bfoo\b", "foo food foo"))


def groups():
    m = LOG.match('10.0.0.1 [01/Jan/2026] "GET /a" 200')
    print(m.group(1), m.group("verb"), m["time"], m[4], int(m.group(5)), m.groups(), m.groupdict(), m.group(1, 5), m.span(), m.start("verb"), m.end(3))
    print(m.group(), m.group(0), m, LOG.groups, LOG.groupindex["verb"])
    print(LOG.match("nope"), LOG.search("nope") is None)


def condition():
    for s in ["a=1", "b", "c=22"]:
        m = re.match(r"(\w)=(\d+)$", s)
        if m:
            k, v = m.groups()
            print(k, int(v))
        else:
            print("no", s)


def optional_group():
    m = re.match(r"(a)|(b)", "b")
    print(m.group(1), m.group(2), m.groups(), m.groups("-"), m.start(1))


def search():
    m = re.search(r"\d+", "abc 123 def")
    print(m.group(), m.start(), m.end(), m.span(), re.search("x", "abc"), re.fullmatch(r"\d+", "123") is not None, re.fullmatch(r"\d+", "123a"), bool(re.match("b", "abc")))
    print([(m.group(), m.start()) for m in re.finditer(r"\w", "a é b")], [m.group(1) for m in re.finditer(r"(\d)x", "1x2x")])


def substitute():
    print(re.sub(r"\s+", " ", "a  b \n c"), re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home"), re.sub(r"(?P<n>\d)", r"<\g<n>>", "a1b2"), re.sub("a", "b", "aaa", count=2))
    print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "1 22 3"), re.subn("a", "b", "banana"), re.sub("x*", "-", "abxd"), re.sub(r"[^\w\s]", "", "hi, there!"), WORD.sub("W", "a b"))


def split():
    print(re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b"), re.split(r"\W+", "a b  c", maxsplit=1), re.split("x*", "axbc"), re.compile(r"\s").split("a b c"))


def lookaround():
    print(re.findall(r"\w+(?=!)", "hi! there bye!"), re.findall(r"(?<=\$)\d+", "$5 6 $70"), re.findall(r"a(?!b)", "ab ac"), re.findall(r"(?<!x)y", "xy zy"), re.findall(r"(\w)\1", "aabbcd"), re.findall(r"(?P<q>['\"]).*?(?P=q)", "'a' \"b\""))


def flags():
    print(re.findall("ab", "AB ab", re.I), re.findall(r"^\w", "a\nb", re.MULTILINE), re.findall("a.b", "a\nb", re.S), re.findall("(?i)É", "é É"), re.findall(r"\w+", "é a", re.ASCII), re.search("(?s)a.b", "a\nb") is None)
    print(re.findall(r"""
        (\d+)   # number
        \s*
        ([a-z]+)
    """, "12 ab 3c", re.VERBOSE), re.findall("[A-Z]+", "aBc", re.I | re.M))


def greedy():
    print(re.findall(r"<.*>", "<a><b>"), re.findall(r"<.*?>", "<a><b>"), re.findall(r"a{2,3}", "aaaaaaa"), re.findall(r"a{2}?", "aaaa"), re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups(), re.match(r"(?:a|b)+?c", "abac").group(), re.findall(r"(?:ab)+", "ababxab"), re.match(r"(a*)*", "aab").groups(), re.match(r"(\w+)\s(\w+)?", "a ").groups())


def sets():
    print(re.findall(r"[\d\-.]+", "1-2.5 x"), re.findall(r"[^\s,]+", "a, b"), re.findall(r"[]a]", "]a"), re.findall(r"[a\]]", "]a"), re.findall(r"\x41\u0042", "AB"), re.findall(r"[\x00-\x1f]", "a\tb"), re.findall(r"\.", "a.b"), re.findall(r"\D+|\S", "a1"), re.escape("a.b*c d"))


def anchors():
    print(re.findall(r"\Aa", "aa"), re.findall(r"a\Z", "aa"), re.findall(r"a$", "a\n"), re.match(r"^$", "") is not None, re.sub(r"$", "!", "a"), re.sub("(?m)^", "> ", "a\nb"), re.findall(r"\B", "ab"))


def no_match():
    print(re.match("a", "b").group())


def bad_pattern():
    re.compile("(a")


def bad_repeat():
    re.findall("*a", "a")


def catch_bad():
    try:
        re.compile("[a")
    except re.error as e:
        print("bad:", e)


def no_group():
    print(re.match("a", "a").group(1))


def built_pattern():
    names = ["a", "b"]
    p = re.compile("|".join(names))
    print(p.findall("cab"), p.pattern, p, p.sub("", "abc"), p.split("1a2"))
    for x in p.findall("ba"):
        print(x.upper())


def counts():
    d = {}
    for w in re.findall(r"\w+", "a b a"):
        d[w] = d.get(w, 0) + 1
    print(d, sorted(d.items()))


def error_attributes():
    for bad in ["(", ")", "[a", "*a", "a**", "(?P<1>a)", "(?<=a*)b", "a\n(b"]:
        try:
            re.compile(bad)
            print(bad, "ok")
        except re.error as e:
            print(repr(bad), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == bad)


def expanded():
    m = re.match(r"(?P<a>\w+)\s(\w+)", "one two")
    print(m.expand(r"\2-\1 \g<a>"))
