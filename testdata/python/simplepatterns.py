"""Patterns that are matched from left to right, by all that tells where they match."""
import re

PATTERNS = [
    re.compile(r'^(\S+) (\S+) (\S+) \[([\w:/]+\s[+\-]\d{4})\] "(\S+) (\S+)\s*(\S*)" (\d{3}) (\S+)'),
    re.compile(r'(?P<key>\w+)=(?P<value>[^;]*);?'),
    re.compile(r'(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})'),
    re.compile(r'"(.*)"'),
    re.compile(r'(.*)(\d+)'),
    re.compile(r'\s*$'),
    re.compile(r'^$'),
    re.compile(r''),
    re.compile(r'[^]a]+]'),
    re.compile(r'a{0}b'),
    re.compile(r'((a)b)c*'),
    re.compile(r'(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})'),
    re.compile(r'\[(.*)\] (.*)'),
    re.compile(r'x*y'),
    re.compile(r'(a*)(a*)(a*)b'),
    re.compile(r'(()a)b'),
    re.compile(r'(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)'),
    re.compile(r'(?:a[\w:/]{0,2})\s{1,}'),
    re.compile(r'[ab\s]{1,}'),
    re.compile(r'^[+\-]'),
    re.compile(r'\W\D'),
    re.compile(r'.{2}'),
    re.compile(r'[\w:/]+([^a][^\]])\t+$'),
    re.compile(r'\W{2}'),
    re.compile(r'\s(?:[^a]{2,3})'),
    re.compile(r'^b$'),
    re.compile(r'x1'),
    re.compile(r'-{0,2}.{2}\.{1,}-*'),
    re.compile(r'\s?(([ab\s]*\s{2,3}\s*")\w?\S{2,3})\Z'),
    re.compile(r'[+\-]+[\w:/]+("{2})[+\-]+'),
    re.compile(r'((\S*))'),
    re.compile(r'x1{1,}[^a]\S?'),
    re.compile(r'.'),
    re.compile(r'^"x1?.{0,2}'),
    re.compile(r'^\S*(--{2,3}(b))'),
    re.compile(r'\D{2}(?:x1?[a-c][^a]\t)'),
    re.compile(r'a'),
    re.compile(r'([ab\s]*[a-c]\S*.+)x1+(a+\.*)\W$'),
    re.compile(r'^\s?[+\-]\t'),
    re.compile(r'[^\]]?\.'),
    re.compile(r'^\.*(\d{2,3}\.*.\W"{2})\d{2}[a-c]\t$'),
    re.compile(r'[a-c]{0,2}a{2}([ab\s]{2})'),
    re.compile(r'\w{1,}(("*)\W\s{1,}[\w:/])\t{1,}\w+'),
    re.compile(r'\S[ab\s]{2}\s?[^a]$'),
    re.compile(r'\w[a-c]*[+\-]?'),
    re.compile(r'.b{2,3}\s'),
    re.compile(r'^(\t?x1{1,}( {2})\s{2,3})\.x1'),
    re.compile(r'^\t*\D*[ab\s]?'),
    re.compile(r'^((x1\S+[^a]:) ?-[^a]:+)'),
    re.compile(r'("?a(?:\.-{2}\D\s{1,})\w{2,3})"$'),
    re.compile(r'(\w{1,})'),
    re.compile(r'\W{2}(-)\w(?:(?:[^a])"{1,})[a-c]{2,3}'),
    re.compile(r'"\.[^\]]{1,}'),
    re.compile(r'([+\-].b{2,3})"{1,}'),
    re.compile(r'x1{2,3}'),
    re.compile(r'[\w:/]{0,2}(\S{0,2})b*'),
    re.compile(r':{2}-{2}((\S\w[ab\s]\W{1,}))'),
    re.compile(r'\S{1,}[a-c]{2,3}(?:a?""(b.x1{2,3}))-*'),
    re.compile(r'^(?:([^a][^a]{0,2}))(?:- [a-c]:\S)$'),
    re.compile(r'^[\w:/]a(?:b)[\w:/]x1{2,3}'),
    re.compile(r'a?$'),
    re.compile(r'\t'),
    re.compile(r'^-\t\s{1,}[^\]]{2,3}'),
    re.compile(r' {0,2}\t?'),
    re.compile(r'[ab\s]"?\t\D?\t'),
    re.compile(r'[ab\s]+\w[+\-]{1,}[+\-]{2}$'),
    re.compile(r'\s+ {2}'),
    re.compile(r'\.+\D*'),
    re.compile(r'\S{2}\s'),
    re.compile(r'[^\]]x1{2,3}\Z'),
    re.compile(r'"{2,3}x1'),
    re.compile(r'x1\s{2}\Z'),
    re.compile(r'a"{0,2}[a-c]{2} {2,3}(?:a[ab\s]+\w{1,})'),
    re.compile(r'(?:[^a][\w:/]+-{1,}\W*) *'),
    re.compile(r'\.?.{1,}\W{2,3}$'),
    re.compile(r'[a-c]\t$'),
    re.compile(r'\ta{2,3}'),
    re.compile(r'(.{0,2}(?:[\w:/]\d*))'),
    re.compile(r'.a(?:(\S{2}[^a]+"{2})\s\t {2}"*):+$'),
    re.compile(r'[^\]][^\]]*\D?[+\-]{0,2}\D{2}$'),
    re.compile(r'\S{0,2}b*:'),
    re.compile(r'\.+x1{1,}[+\-]\D*[ab\s]?'),
    re.compile(r'a?\d{1,}\d'),
    re.compile(r'-+:((?::+-\.+))'),
    re.compile(r':'),
    re.compile(r'^a{2}\W'),
    re.compile(r'[\w:/]'),
    re.compile(r'\t[^a]+\.\s+$'),
    re.compile(r'\s{2}.?\s[a-c]+'),
    re.compile(r'^\.'),
    re.compile(r'[a-c]\W+'),
    re.compile(r'\w?\S'),
    re.compile(r'^a{2}[^a]{1,}$'),
    re.compile(r'^-(?:[^a]?b*)\.{2}-{1,}((.{1,}a))'),
    re.compile(r'[^\]]{2,3}-$'),
    re.compile(r'^b*'),
    re.compile(r'([+\-]{0,2}[\w:/])'),
    re.compile(r'.*\W*([^\]]+b{1,})"+\w{1,}'),
    re.compile(r'[+\-]{1,}[+\-]{2,3}\.?\Z'),
    re.compile(r' {0,2}\D[^a]+'),
    re.compile(r'^\W?a'),
    re.compile(r'x1* {1,}[ab\s]?[\w:/]'),
    re.compile(r'^-'),
    re.compile(r'^: {2}[^\]]{0,2}-'),
    re.compile(r'-?-*\W{1,}'),
    re.compile(r'[^\]]'),
    re.compile(r'[+\-]'),
    re.compile(r'(b*:"{0,2})b:'),
    re.compile(r'^ a+\D'),
    re.compile(r'"([+\-]{2,3}\W*)'),
    re.compile(r'[ab\s].{0,2}'),
    re.compile(r'[+\-]{0,2}\s\d{1,}'),
    re.compile(r'b{1,}\t'),
    re.compile(r'.?:+\w{2,3}b{0,2}$'),
    re.compile(r'b+([+\-]{0,2})'),
    re.compile(r' {2}'),
    re.compile(r'^[ab\s]-\Wx1*\Z'),
    re.compile(r'^\da?[a-c]+'),
    re.compile(r'(?:[^a]?(\s{1,}.\w{0,2})[+\-])\.?\Z'),
    re.compile(r'^\t((?:b{2}\W+[^\]]{1,}[a-c])-?)\d{2}'),
    re.compile(r'\S?"{0,2}'),
    re.compile(r'^(?: +:{2}\w)'),
    re.compile(r'\D*\W{1,}\.\D{1,}\w{1,}'),
    re.compile(r'"x1{1,}\w{2,3}-'),
    re.compile(r'[\w:/]{0,2}:b{1,}\w\t{0,2}'),
    re.compile(r'\D[a-c]+-{2,3}'),
    re.compile(r'[^a]{2,3}\.{1,}\D\s'),
    re.compile(r'[+\-]{0,2}\S{0,2}(:{1,}[^a]:)[a-c]{0,2}'),
    re.compile(r'\d{2}\S*x1\t*$'),
    re.compile(r'\W{0,2}'),
    re.compile(r'^(?:[^\]])'),
    re.compile(r'\s(?:a)a{2,3}[^\]]{2,3}\S'),
    re.compile(r'[^a]{2}'),
    re.compile(r'a+[^a][^a](( +:{1,}[^\]]{0,2})[^\]]*)'),
    re.compile(r'[a-c]{2,3}'),
    re.compile(r'[\w:/]{1,}.x1{2}(\D?\d)$'),
    re.compile(r'x1[^\]]+\S[\w:/]\.'),
]

TEXTS = [
    '',
    'a',
    'ab',
    'aab b',
    'abc',
    'b1',
    'x1 x1',
    '1.2.3.4 - - [22/Nov/2026:10:00:00 +0000] "GET /a/b HTTP/1.1" 200 97',
    '1.2.3.4 - - [22/Nov/2026:10:00:00 +0000] "GET /a" 404 -',
    '1.2.3.4 - \xe9 [22/Nov/2026:10:00:00 +0000] "GET /\xfc HTTP/1.1" 200 97',
    'key=value;other=\xfcn\xef;x=',
    '10.0.255.1',
    'a\xe9 b',
    '\xe9',
    '\xe9a1',
    'a\xa0b',
    '12 34\n',
    '\n',
    'a\nb\n',
    '2026-12-01T10:20',
    'say "hi" and "bye"',
    '[ERROR] disk [full] now',
    'aaaaaaab',
    'a:b/c+d-e.f',
    '\t \x1c\x85x',
    '\u0661\u0662',
    'abababababababababababababababababababababababababababababababababababababababab',
    'a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a b',
    'abcabcabc123123 ::--..""',
]


def spans(m):
    return None if m is None else (m.span(), m.groups(), m.lastindex)


def matches():
    for p in PATTERNS:
        print(p.pattern, [spans(p.match(t)) for t in TEXTS])


def whole():
    for p in PATTERNS:
        print(p.pattern, [spans(p.fullmatch(t)) for t in TEXTS])


def searches():
    for p in PATTERNS:
        print(p.pattern, [spans(p.search(t)) for t in TEXTS])


def all_of_them():
    for p in PATTERNS:
        print(p.pattern, [[m.span() for m in p.finditer(t)] for t in TEXTS], p.findall(TEXTS[-1]))


def replaced():
    for p in PATTERNS:
        print(p.pattern, [p.sub("<>", t) for t in TEXTS[:12]], p.split(TEXTS[-1]))


def windows():
    for p in PATTERNS:
        print(p.pattern, [spans(p.match(t, 1)) for t in TEXTS], [spans(p.search(t, 1, 5)) for t in TEXTS], [spans(p.fullmatch(t, 2, 4)) for t in TEXTS])


def long_texts():
    quoted, numbers, fields = re.compile(r'"(.*)"x'), re.compile(r'(.*)(.*)(.*)z'), re.compile(r'(\w+\s*)[^;]*;(\w*)')
    print(spans(quoted.match('"' + "a" * 3000 + '"x')), quoted.match('"' * 9000), numbers.match("ab" * 60), spans(fields.match("abc " * 2000 + ";d")))


WORDS = r"(\w+)\s*,"


def by_functions():
    for t in ["a, b ,c", "é,b", ""]:
        print(spans(re.match(WORDS, t)), spans(re.search(r"\d+", t)), re.findall(WORDS, t), re.sub(WORDS, r"<\1>", t), re.split(r",\s*", t), re.subn(r"[a-c]", str.upper("x"), t, count=1))
    print(re.compile(WORDS) is re.compile(r"(\w+)\s*,"), re.compile(WORDS), re.compile(WORDS).groups)
