import re

LOG = re.compile(r"(?P<host>\S+) (\S+)(?: (?P<size>\d+))?$")
PAIR = re.compile(r"(\w+)=(\w+)")
EITHER = re.compile(r"(a)|(b)")
VERBOSE = re.compile(
    r"""
    (\d+) \s*   # a number (with a group)
    (px|em)?    # a unit
    """,
    re.VERBOSE,
)


def one(m):
    return m.group(1)


def upper(m):
    return "<" + m.group(1).upper() + ">"


def certain():
    m = LOG.match("h p")
    print(m.group(1) + m["host"] + m.group(2), m.group("size"), m.groups(), m.groupdict(), m.group(1, 3))
    m = LOG.match("h p 12")
    print(m.group(1) + m["host"] + m.group(2), int(m.group("size")) + 1, m.groups(), m.groupdict(), len(m.groups()))


def pairs():
    out = []
    for text in ["a=1", "nothing", "b=2"]:
        m = PAIR.match(text)
        if m:
            key, value = m.groups()
            out.append((key.upper(), int(value)))
    print(out, PAIR.match("k=v").groupdict(), PAIR.match("k=v").groups()[1].title())


def alternatives():
    for text in "ab":
        m = EITHER.match(text)
        print(m.group(1), m.group(2), m.groups(), m[0], one(m))
    print(one(PAIR.match("x=y")).upper(), one(LOG.match("q r")).upper())


def verbose():
    for text in ["12px", "7  ", "3 em"]:
        m = VERBOSE.match(text)
        print(m.group(1), m.group(2), m.groups())
        print(int(m.group(1)) * 2)


def kept():
    patterns = [LOG, PAIR, EITHER, re.compile("(z)")]
    names = {"log": LOG, "pair": PAIR}
    for p in patterns:
        for text in ["a=1", "a b 3", "z"]:
            m = p.match(text)
            if m is not None:
                print(p.pattern[:6], m.group(1), m.groups(), m.lastindex, p.findall(text))
    print(names["log"].match("a b").group("host"), names["pair"].search("-- c=d").group(2))
    m = PAIR.match("e=f") or LOG.match("g h")
    print(m.group(1), m.group(2), m.groups())
    m = PAIR.match("e") or LOG.match("g h")
    print(m.group(1), m.group(2), m.groups(), m.re.groups)


def substituted():
    print(PAIR.sub(upper, "a=1 b=2"), re.sub(r"(\w)(\d)?", upper, "a1 b"), re.sub(r"(\d+)", lambda m: str(int(m.group(1)) * 2), "1 22"))
    print(re.sub(r"(\d)|x", lambda m: m.group(1) or "-", "1x2"), PAIR.subn(lambda m: m[2] + m[1], "a=1 b=2"))


def found():
    print([(m.group(1), m.group(2), m.start()) for m in re.finditer(r"(\w)(\d)?", "a1b")], {m["k"]: m["v"] for m in re.finditer(r"(?P<k>\w)=(?P<v>\w)", "a=b c=d")})
    print([one(m) for m in PAIR.finditer("a=1 b=2")], max((m.group(2) for m in PAIR.finditer("a=1 b=2"))))


def wrong_group():
    print(PAIR.match("a=1").group(3))


def wrong_name():
    print(PAIR.match("a=1")["key"])


def no_match():
    print(PAIR.match("a").group(1))


def not_a_number():
    print(int(LOG.match("h p").group("size")))


def branches():
    for text in ["GET /a 200", "PUT /b", "x", "GET /", "POST /c 5 6"]:
        m = re.match(r"(GET|POST|P(U)T) (/\w*)(?: (\d+)(?: (\d))?)?", text)
        print(text, m and (m.groups(), m.lastindex, m.group(1), m.span(4)))


def searched():
    for text in ["", "b", "aab", "xaaab", "ab1", "aaa"]:
        print(text, [m.span() for m in re.finditer(r"a*b?", text)], re.search(r"(a+?)(a*)b", text), re.search(r"(a|ab)(c|b\d)?", text), re.fullmatch(r"(a*)(a|b)", text))


def long_words():
    text = "word-one étude 0123456789012345 \x1f tail" + "y" * 20 + "\x85" + "z" * 9 + " end"
    print(re.findall(r"\S+", text), re.findall(r"\w+", text), re.findall(r"[^-]+", text), re.findall(r"[a-z]{3,9}", text), re.findall(r"[a-z]{9}", text), re.findall(r".+", text + "\n" + text))
