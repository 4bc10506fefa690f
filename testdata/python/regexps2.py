import re

DATE = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?")


def matches():
    m = DATE.search("on 2026-11 or 2025-01-02")
    print(m, m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs, m.string, m.re is DATE, m.re.pattern, m.group(0, 1, 2, 3), m.group("y", "d"), m.group())
    print(m.groups(), m.groups("?"), m.groups(0), m.groupdict(), m.groupdict("-"), m.groupdict(default=7), m.start("d"), m.end("y"), m.span("m"), m.span(), m["y"], m[0])
    print(m.expand(r"\g<y>/\2 \g<0>"), bool(m), m.group(True))
    for bad in (4, -1, "z"):
        try:
            print(m.group(bad))
        except IndexError as e:
            print(e)
    print(re.match("a", "b"), re.fullmatch("a+", "aaa").span(), re.match("(a)|b", "b").lastindex, re.match("((a)(b))", "ab").lastindex, re.match("(?P<x>a)(b)?", "a").lastgroup)


def windows():
    p = re.compile("b+")
    s = "abbbab"
    print(p.search(s, 2).span(), p.match(s, 1).span(), p.match(s, 0), p.search(s, 2, 3).span(), p.fullmatch(s, 1, 4).span(), p.fullmatch(s, 1, 5), p.findall(s, 2), p.findall(s, 0, 3), [m.span() for m in p.finditer(s, 2, 6)])
    print(re.compile("^b").match(s, 1), re.compile("a$").search(s, 0, 5).span(), p.search(s, pos=2, endpos=4).span(), p.search(s, -5).span(), p.search(s, 99), re.compile("é").search("xxé", 2).pos, re.compile(r"\bb").search("ab", 1))


def substitution():
    print(re.sub("(a)(b)?", r"<\1\2>", "abac"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "aaa", 2), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", lambda m: "", "banana"))
    print(re.sub(r"\s+", " ", "a  b\t\nc"), re.sub("(?P<n>b)", r"[\g<n>]", "abc"), re.sub("a", r"\n\t\\\101\0", "a"), re.sub(".", r"\g<0>\g<0>", "ab"), re.sub("(?i)A", "x", "aA"), re.sub("^", "> ", "a\nb", flags=re.M))
    f = [lambda m: m.group(0) * 2, "z"]
    print(re.sub("b", f[0], "abc"), re.sub("b", f[1], "abc"), DATE.sub(f[1], "2026-11"), DATE.subn(f[0], "2026-11"))
    for template in (r"\2", r"\g<n", r"\g<x>", r"\q", "\\", r"\g<>", r"\g1", r"\400"):
        try:
            print(re.sub("(a)", template, "a"))
        except (re.error, IndexError) as e:
            print(type(e).__name__, e)


def splitting():
    print(re.split(",", "a,b,c"), re.split(r"(,)\s*", "a, b,c"), re.split(r"\b", "a b"), re.split("", "ab"), re.split("x*", "axbc"), re.split(",", "a,b,c", 1), re.split("(a)|b", "xaybz"), re.split(",", "", maxsplit=2), DATE.split("a2026-11b"))


def flags():
    print(re.findall("a.b", "a\nb A.B", re.S | re.I), re.findall("^a", "a\na", re.M), re.findall(r"\w+", "é a", re.A), re.compile(r"a b # c", re.X).findall("ab"), re.compile("a", re.I).flags, re.compile("a", re.A).flags, re.compile("(?i)a").flags)
    print(re.compile("a", re.I | re.M), re.compile("a"), re.compile("a'b", re.X), re.compile("(a)(?P<x>b)").groups, re.compile("(a)(?P<x>b)").groupindex, re.compile("a") == re.compile("a"), re.escape("a.b*c é\n"), re.compile(re.compile("q")).pattern)
    print(re.findall(r"(?x) a ( b ) # (c)", "ab"), re.findall(r"[(](a)[^)]?", "(ab"), re.findall(r"(?#(c))(a)", "a"), re.findall(r"[]a(](b)", "ab"), re.findall(r"[\](](b)", "]b"))
    print(re.findall("ß", "ẞß", re.I), re.findall("[à-é]", "ÀÉ", re.I), re.findall("k", "K\u212a", re.I), re.findall("s", "\u017fS", re.I), re.findall("(?i:a)b", "Ab aB"), re.findall("İ", "i̇İ", re.I), re.findall("[^a]", "aAb", re.I))


def new_syntax():
    print(re.match("a++b", "aab").span(), re.match("a++a", "aaa"), re.match("(?>a|ab)c", "abc"), re.match("(a)?b(?(1)c|d)", "abc").span(), re.match("(a)?b(?(1)c|d)", "bd").span(), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a'x'").group(), re.search("(?<=ab)c", "abc").span(), re.search("(?<!a)b", "ab b").span(), re.match("(?:a|b){2}+c", "abc").span())


def errors():
    for p in ("(", "a)", "[a", "*a", "a**", r"\q", "(?P<a", "(?P<a>x)(?P<a>y)", "a{2,1}", "(?<=a+)b", r"\1", "(?z)", "a(?i)b", "[b-a]", "(?P<1>a)", "x\n(", "(?(2)a)"):
        try:
            re.compile(p)
        except re.error as e:
            print(p, "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == p)


def of_bytes():
    print(re.match(rb"(\w+) (\d+)", b"ab 12").groups(), re.findall(rb"\d", b"a1b2"), re.sub(rb"a", b"x", b"banana"), re.split(rb",", b"a,b"), re.search(rb"\xff+", b"a\xff\xff").span(), re.compile(rb"a+").pattern, re.escape(b"a.b"))
    p = re.compile(b"(?i)(a)(?P<n>b)?")
    m = p.search(b"xAb")
    print(p, m, m.group(), m.group("n"), m.groupdict(), p.sub(rb"<\1>", b"ab"), p.subn(lambda m: m.group().upper(), b"ab"), [x.group() for x in p.finditer(b"ab a")], m.string, p.flags, p.findall(b"ab a"), re.findall(rb"\w", "é".encode()))
    for f in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: p.match("a")):
        try:
            print(f())
        except TypeError as e:
            print(e)


def dynamic():
    things = [re.compile(r"(\w)(\d)?"), re.match("(a)(?P<x>b)?", "ab"), 1]
    p, m = things[0], things[1]
    print(p.match("a1").groups(), p.search("-b", 1).span(), p.findall("a1b"), p.split("xa"), p.sub(r"<\1>", "ab"), p.subn("-", "ab", count=1), [x.group() for x in p.finditer("ab")], p.pattern, p.flags, p.groups, p.groupindex, p.fullmatch("a1").end())
    print(m.group(), m.group(1, "x"), m[1], m.groups(), m.groupdict(), m.span(1), m.start(), m.end("x"), m.expand(r"\2\1"), m.lastgroup, m.lastindex, m.pos, m.endpos, m.string, m.re.pattern, m.regs, m)
    for f in (lambda: p.match(5), lambda: p.match(None), lambda: p.match(b"a"), lambda: m.group(7), lambda: p.sub("a"), lambda: p.sub(5, "a"), lambda: p.nope, lambda: m.group("q")):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
