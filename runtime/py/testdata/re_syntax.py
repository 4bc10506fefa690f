"""Records what CPython says of random texts as patterns and as templates of replacements, most of which are wrong:
python3 -W ignore re_syntax.py > re_syntax.json"""
import json
import random
import re

rnd = random.Random(3)
PARTS = ["(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "\\", "^", "$", ".", "-", ":", "=", "!", "<", ">", "P", "a", "b", "z", "x", "u", "U", "N", "0", "1", "7", "9", ",", "#", " ", "\n", "é", "i", "s", "m",
         "(?", "(?:", "(?P<", "(?P<n>", "(?P=n)", "(?P=", "(?#", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?(1)", "(?(n)", "(?i)", "(?x)", "(?i:", "(?-i:", "(?s-i:", "(?L)", "(?u)", "(?a)", "[^", "[]", "[a-", "{2", "{,", "{2,1}",
         "\\1", "\\2", "\\g<", "\\g<1>", "\\g<n>", "\\g<0>", "\\x4", "\\u00e", "\\U0001F600", "\\777", "\\101", "\\08", "\\d", "\\w", "\\b", "\\A", "\\Z", "\\q", "a*", "a+", "(a)", "(?P<n>b)", "a|b"]


def text():
    return "".join(rnd.choice(PARTS) for _ in range(rnd.randint(1, 6)))


def failure(e):
    if isinstance(e, re.error):
        return [str(e), e.msg, e.pos, e.lineno, e.colno]
    return [f"{type(e).__name__}: {e}"]


def spans(m):
    return m and [list(m.span(i)) for i in range(m.re.groups + 1)]


patterns, templates = [], []
for _ in range(3500):
    source = text()
    flags = rnd.choice([0, 0, 0, re.I, re.X, re.M | re.S, re.A, re.L, re.A | re.U])
    try:
        p = re.compile(source, flags)
        patterns.append([source, int(flags), [p.flags, p.groups, dict(p.groupindex), spans(p.search("a1b\naab7é N")), spans(p.match(source))]])
    except Exception as e:
        patterns.append([source, int(flags), failure(e)])
P = re.compile("(?P<n>a)(b)?")
for _ in range(1200):
    source = text()
    try:
        templates.append([source, P.sub(source, "xabya")])
    except Exception as e:
        templates.append([source, failure(e)])
print("{\"patterns\":[" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in patterns) + "],\n\"templates\":[" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in templates) + "]}")
