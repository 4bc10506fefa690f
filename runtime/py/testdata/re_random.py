"""Records what CPython finds with random patterns in random texts: python3 re_random.py > re_random.json"""
import json
import random
import re

rnd = random.Random(7)
ATOMS = ["a", "b", "c", "ab", " ", "-", ".", r"\d", r"\w", r"\s", r"\S", r"\W", r"\D", "[ab]", "[^a]", "[a-c1]", "[^\\s\"]", "é", "[é-ü]", '"', r"\.", ":"]
TAILS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,3}?", "{2,}", "*+", "++", "?+", "{1,3}+", "{,2}"]
EDGES = ["^", "$", r"\b", r"\B", r"\Z", r"\A"]
TEXT = ["a", "b", "c", "ab", "aab", " ", "-", "1", "12", "é", "ü", "\n", '"', ".", ":", "A", "Ab", "  ", "x"]


def pattern(depth, groups):
    out = []
    for _ in range(rnd.randint(1, 4)):
        kind = rnd.random()
        if kind < 0.5 or depth == 0:
            atom = rnd.choice(ATOMS)
        elif kind < 0.7:
            groups[0] += 1
            number = groups[0]
            name = f"?P<g{number}>" if rnd.random() < 0.3 else ""
            atom = "(" + name + pattern(depth - 1, groups) + ")"
            groups.append(number)  # those that are closed
        elif kind < 0.8:
            atom = "(?:" + "|".join(pattern(depth - 1, groups) if rnd.random() < 0.9 else "" for _ in range(rnd.randint(1, 3))) + ")"
        elif kind < 0.83:
            atom = rnd.choice(["(?>", "(?i:", "(?s:", "(?-i:", "(?m:"]) + pattern(depth - 1, groups) + ")"
        elif kind < 0.87:
            out.append(rnd.choice(["(?=", "(?!"]) + pattern(rnd.randint(0, 1), groups) + ")")
            continue
        elif kind < 0.89:
            out.append(rnd.choice(["(?<=", "(?<!"]) + "".join(rnd.choice(ATOMS) for _ in range(rnd.randint(0, 2))) + ")")
            continue
        elif kind < 0.91 and len(groups) > 1:
            out.append(f"(?({rnd.choice(groups[1:])})" + pattern(0, groups) + rnd.choice(["|" + pattern(0, groups), ""]) + ")")
            continue
        elif kind < 0.94 and groups[0]:
            atom = f"(?:\\{rnd.randint(1, groups[0])})"
        else:
            out.append(rnd.choice(EDGES))
            continue
        if len(atom) == 2 and atom.isalpha():
            out.append(atom)
            continue
        tail = rnd.choice(TAILS) if rnd.random() < 0.45 else ""
        if len(tail) > 1 and tail[-1] == "+" and "(" in atom.replace("(?:", ""):
            tail = ""  # CPython 3.11 gives the groups in such a repetition text of an attempt that failed
        out.append(atom + tail)
    return "".join(out)


def spans(m):
    return m and [list(m.span(i)) for i in range(m.re.groups + 1)] + [m.lastindex, m.lastgroup]


cases = []
while len(cases) < 3000:
    source = pattern(rnd.choice([1, 2, 2, 3]), [0])
    flags = rnd.choice([0, 0, 0, re.I, re.M, re.S, re.A, re.I | re.A])
    try:
        p = re.compile(source, flags)
    except re.error:
        continue
    for _ in range(2):
        text = "".join(rnd.choice(TEXT) for _ in range(rnd.randint(0, 10)))
        lo, hi = sorted((rnd.randint(0, len(text)), rnd.randint(0, len(text))))
        cases.append([source, int(flags), text, lo, hi, spans(p.match(text)), spans(p.search(text)), spans(p.fullmatch(text)), [spans(m) for m in p.finditer(text)], p.split(text), p.sub("_", text),
                      spans(p.search(text, lo)), spans(p.match(text, lo, hi)), spans(p.fullmatch(text, lo, hi)), p.findall(text, lo, hi), list(p.subn(r"<\g<0>>", text, 2))])
print("[" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in cases) + "]")
