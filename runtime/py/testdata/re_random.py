"""Records what CPython finds with random patterns in random texts: python3 re_random.py > re_random.json"""
import json
import random
import re

rnd = random.Random(7)
ATOMS = ["a", "b", "c", "ab", " ", "-", ".", r"\d", r"\w", r"\s", r"\S", r"\W", r"\D", "[ab]", "[^a]", "[a-c1]", "[^\\s\"]", "é", "[é-ü]", '"', r"\.", ":"]
TAILS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,3}?", "{2,}"]
EDGES = ["^", "$", r"\b", r"\B", r"\Z", r"\A"]
TEXT = ["a", "b", "c", "ab", "aab", " ", "-", "1", "12", "é", "ü", "\n", '"', ".", ":", "A", "Ab", "  ", "x"]


def pattern(depth, groups):
    out = []
    for _ in range(rnd.randint(1, 4)):
        kind = rnd.random()
        if kind < 0.55 or depth == 0:
            atom = rnd.choice(ATOMS)
        elif kind < 0.8:
            groups[0] += 1
            atom = "(" + pattern(depth - 1, groups) + ")"
        elif kind < 0.9:
            atom = "(?:" + pattern(depth - 1, groups) + "|" + pattern(depth - 1, groups) + ")"
        elif kind < 0.93:
            out.append(rnd.choice(["(?=", "(?!"]) + pattern(0, groups) + ")")
            continue
        elif kind < 0.95 and groups[0]:
            atom = "\\1"
        else:
            out.append(rnd.choice(EDGES))
            continue
        if len(atom) == 2 and atom.isalpha():
            out.append(atom)
            continue
        out.append(atom + (rnd.choice(TAILS) if rnd.random() < 0.45 else ""))
    return "".join(out)


def spans(m):
    return m and [list(m.span(i)) for i in range(m.re.groups + 1)]


cases = []
while len(cases) < 1500:
    source = pattern(2, [0])
    flags = rnd.choice([0, 0, 0, re.I, re.M, re.S, re.A])
    try:
        p = re.compile(source, flags)
    except re.error:
        continue
    for _ in range(2):
        text = "".join(rnd.choice(TEXT) for _ in range(rnd.randint(0, 10)))
        cases.append([source, int(flags), text, spans(p.match(text)), spans(p.search(text)), spans(p.fullmatch(text)), [spans(m) for m in p.finditer(text)], p.split(text), p.sub("_", text)])
print("[" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in cases) + "]")
