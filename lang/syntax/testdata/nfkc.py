"""Writes ../nfkc.txt: what Unicode's NFKC does to characters that identifiers may have.

Run it with the oldest Python whose identifiers the compiler should read. Lines of three
kinds, numbers in hexadecimal: "d FROM COUNT TO…" for COUNT characters from FROM that
decompose to TO and its successors, or one that decomposes to several; "p FIRST SECOND
COMPOSED"; "c FROM COUNT CLASS" for combining classes.
"""

import unicodedata

HANGUL = range(0xAC00, 0xD7A4)


def decompositions():
    runs = []
    for c in range(0x80, 0x110000):
        if c in HANGUL or not ("a" + chr(c)).isidentifier():
            continue
        to = [ord(x) for x in unicodedata.normalize("NFKD", chr(c))]
        if to == [c]:
            continue
        last = runs[-1] if runs else None
        if last and len(to) == 1 == len(last[2]) and last[0] + last[1] == c and last[2][0] + last[1] == to[0]:
            last[1] += 1
        else:
            runs.append([c, 1, to])
    for start, count, to in runs:
        yield "d %x %x %s" % (start, count, " ".join("%x" % x for x in to))


def pairs():
    for c in range(0x110000):
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = (int(x, 16) for x in parts)
            if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(c):
                yield "p %x %x %x" % (first, second, c)


def classes():
    runs = []
    for c in range(0x110000):
        cls = unicodedata.combining(chr(c))
        if not cls:
            continue
        if runs and runs[-1][0] + runs[-1][1] == c and runs[-1][2] == cls:
            runs[-1][1] += 1
        else:
            runs.append([c, 1, cls])
    for run in runs:
        yield "c %x %x %x" % tuple(run)


with open("nfkc.txt", "w", encoding="ascii") as out:
    for lines in decompositions(), pairs(), classes():
        for line in lines:
            out.write(line + "\n")
