"""Loops whose items are read by number: lists that change meanwhile, places that are not there, characters of several bytes."""


def lists_that_change():
    xs = [1, 2, 3]
    for i, x in enumerate(xs):
        if len(xs) < 6:
            xs.append(x * 10)
        print(i, x)
    for i, x in enumerate(xs, 1):
        if i % 2:
            xs.pop()
        print(i, x, len(xs))
    xs, ys = [1, 2, 3, 4], ["a", "b", "c"]
    for x, y in zip(xs, ys):
        if x == 2:
            ys.pop()
            xs.append(9)
        print(x, y)
    print(xs, ys)
    for i, (x, y) in enumerate(zip(xs, ys)):
        xs, ys = [7], []
        print(i, x, y, xs, ys)
    xs = [1, 2, 3]
    for i, x in enumerate(xs):
        xs = xs + [i]
    print(xs, i, x)
    for x in xs:
        xs.clear()
    print(xs, x)
    rows = [[1, 2], [3]]
    for a, b in zip(rows, rows):
        a.append(5)
        if len(rows) < 4:
            rows.append(b[:1])
    print(rows)


def what_zip_takes():
    it = iter([1, 2, 3, 4, 5])
    print(list(zip(it, ["a", "b"])), list(it))
    it = iter([1, 2, 3, 4, 5])
    print(list(zip(["a", "b"], it)), list(it))
    it = iter([1, 2, 3, 4, 5])
    for x in it:
        for i, y in enumerate(it, x):
            print(x, i, y)
            if i == 2:
                break
    it = enumerate("abcd")
    for i, c in it:
        print(i, c, next(it))
    for pair in zip(it, it):
        print(pair)
    for bad in [([1, 2], [3]), ([1], [2, 3]), ([1, 2], [3, 4])]:
        try:
            for x, y in zip(bad[0], bad[1], strict=True):
                print(x, y)
        except ValueError as e:
            print(e)
    for i, (a, b, c) in enumerate(zip([1, 2], "xyz", range(5, 9))):
        print(i, a, b, c)
    print([(i, x, y) for i, (x, y) in enumerate(zip([1, 2, 3], [4, 5]), -1)], dict(enumerate("ab")), list(enumerate(zip("ab", "cd"))))
    print(sum(i * x for i, x in enumerate([3, 4, 5])), {x: y for x, y in zip("ab", [1, 2])}, [x + y for x, y in zip([1, 2], [1.5, 2.5])])
    for i, (j, x) in enumerate(enumerate(["p", "q"], 5), 2):
        print(i, j, x)
    for (i, x), y in zip(enumerate([7, 8]), [9, 10, 11]):
        print(i, x, y)


def steps():
    big = 2**63 - 1
    print([x for x in range(big - 10, big, 4)], [x for x in range(-big, -big + 9, 4)], [x for x in range(-2, big, 2**62)], [x for x in range(big, -big, -(2**62))])
    for step in [3, -2, 5]:
        out = []
        for i in range(step, 20, step):
            out.append(i)
            step = 1
        print(out, step)
    try:
        for i in range(0, 3, len("")):
            print(i)
    except ValueError as e:
        print(e)
    flags = [True] * 30
    for i in range(2, 30):
        if flags[i]:
            for j in range(i * i, 30, i):
                flags[j] = False
    print([i for i, f in enumerate(flags) if f])


def repeated():
    row = []
    rows = [row] * 3
    row.append(1)
    print(rows, [0] * 3, [7] * 5, [None] * 2, [-0.0] * 2, [0.0] * 2, [""] * 2, ["ab", "c"] * 3, [1, 2, 3] * 4, [True] * -1, [False] * 2, (1, "x") * 2, (0,) * 3)
    xs = [1, 2, 3] * 3000
    print(len(xs), xs[:4], xs[-4:], sum(xs), xs[2047:2051], xs[4094:4100])
    ys = [5] * 5000
    ys[4999] += 1
    print(sum(ys), ys[2048], [[0] * 2 for _ in range(2)], [(1, 2.5)] * 2)
    ys *= 2
    print(len(ys), ys[4999], ys[9999])


def places(xs):
    out = []
    for i in range(-4, 5):
        try:
            out.append(xs[i])
        except IndexError as e:
            out.append(str(e))
        try:
            xs[i] = xs[i] + 1
        except IndexError as e:
            out.append(str(e))
    for i in [2**62, -(2**62), 2**63 - 1, -(2**63) + 1]:
        try:
            xs[i] = 1
        except IndexError as e:
            out.append(str(e))
        try:
            print(xs[i])
        except IndexError as e:
            out.append(str(e))
    return out


def negative_and_missing():
    print(places([1, 2, 3]), places([1.5]), places([]))
    names = ["a", "b"]
    print([names[i] for i in range(-2, 2)])


def mirrored(text):
    i, j, same = 0, len(text) - 1, 0
    while i < j and text[i] == text[j]:
        i += 1
        j -= 1
        same += 1
    return same


def numbered(text):
    out = []
    for i in range(-4, 4):
        try:
            out.append(text[i])
            out.append(text[i] == text[-i])
            out.append(text[i:] + "|" + text[i:i + 2] + "|" + text[:i])
        except IndexError as e:
            out.append(str(e))
    return out


def characters_by_number():
    for text in ["abcba", "abccbx", "", "a", "äbä", "日本日", "x😀y😀x", "é" * 70, "ab" * 40 + "ü" + "ba" * 40, "\u20ac\u20ad\u20ac"]:
        print(mirrored(text), numbered(text), [text[i] for i in range(len(text)) if i % 33 == 0], "".join(text[len(text) - 1 - i] for i in range(len(text)))[:5])
    text, other = "über", "uber"
    print([text[i] == other[i] for i in range(4)], [text[i] != other[i] for i in range(4)], [i for i in range(1, 4) if text[i] == text[i - 1]])
    found = 0
    for i in range(len(text)):
        for c in "aeiou":
            if text[i] == c or c in other:
                found += 1
    print(found, [c in "aeiou" for c in "über"], ["b" in w for w in ["", "b", "a" * 15 + "b", "a" * 16 + "b", "äb", "ä"]], ["ü" in text, "" in "", "" in "a"])
    print([len(w) for w in ["", "a", "äa", "日本", "abcdefg", "abcdefgh", "abcdefgä", "ä" * 4, "abcdefghä", "😀" * 3, "abcdefghijklmnöp"]])
    print([w.lower() for w in ["", "A", "aB", "[@`{Z", "abcdefgH", "ABCDEFGHIJ-ÄÖ", "ABCDEFGH[JKLMNOPQ@", "already lower"]], [w.upper() for w in ["", "a", "aB", "[@`{z", "abcdefgh", "abcdefghij-äö", "abcdefgh{jklmnop`", "ALREADY UPPER"]])


def keys():
    counts = {}
    for i in range(-300, 300):
        k = i * 2**53 if i % 2 else i
        counts[k] = counts.get(k, 0) + 1
        counts[i % 7] = counts.get(i % 7, 0) + 2
    print(len(counts), [counts[k] for k in [-(2**53), -2, 0, 3, 299 * 2**53]], list(counts)[:5], 2**61 - 1 in counts, counts.get(5 * 2**53))
    words = {}
    text = "the quick brown fox jumps over the lazy dog and runs away from the other dogs"
    for n in range(1, 30):
        for i in range(0, len(text) - n, 5):
            w = text[i:i + n]
            if w in words:
                words[w] += 1
            else:
                words[w] = 1
    print(len(words), words["the"], words["t"], max(words.values()), list(words.items())[:4], "" in words, "th\0" in words)
    for w in list(words)[::3]:
        del words[w]
    for w in ["the", "", "ä", "\0", "\0\0", "t", "tt", "ttt"]:
        words[w] = words.get(w, 0) + 5
    print(len(words), list(words.items())[-5:], words[""], words["\0"])
    groups = {}
    for i in range(40):
        groups[i * 8 % 11] = groups.get(i * 8 % 11, "") + str(i)
    print(groups)
    mixed = {1: "int", 2.5: "float", "1": "str"}
    mixed[1.0] = "one"
    mixed[True] = "true"
    print(mixed)
    try:
        groups[99] += "x"
    except KeyError as e:
        print("KeyError", e)
