from collections import defaultdict

WORDS = "the quick brown fox jumps over the lazy dog and the other dog".split()


def counted_by_get():
    counts, lengths = {}, {}
    for word in WORDS:
        counts[word] = counts.get(word, 0) + 1
        lengths[len(word)] = lengths.get(len(word), 10) - 1
    print(counts, lengths)
    sums = {}
    for i, word in enumerate(WORDS):
        sums[word[0]] = sums.get(word[0], 0.5) * 2.0 + i
        sums[word] = sums.get(word[0], 0.0) + 1.0
    print(sums)


def counted_by_if():
    counts, first, missed = {}, {}, 0
    for i, word in enumerate(WORDS):
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
        if word not in first:
            first[word] = str(i)
        else:
            first[word] += "," + str(i)
        if "dog" in counts:
            counts["dog"] += 100
        else:
            counts["cat"] = i
    print(counts, first)


def augmented():
    d = {"a": 1, "b": 2}
    for key in ["a", "b", "a", "c", "b"]:
        try:
            d[key] += 5
            d[key] -= 1
            d[key] *= 2
        except KeyError as e:
            print("missing", e)
    print(d)
    ones = defaultdict(int)
    texts = defaultdict(lambda: "<")
    for word in WORDS:
        ones[word] += 1
        texts[len(word)] += word[:1]
        ones[len(word) * "x"] += len(ones)
    print(dict(ones), dict(texts))


def pairs_and_places():
    counts = {}
    pairs = [(w, i % 3) for i, w in enumerate(WORDS)]
    for p in pairs:
        counts[p] = counts.get(p, 0) + 1
        counts[p[0], -1] = counts.get((p[0], -1), 0) + p[1]
    print(counts)
    floats = {1.0: 2, float("inf"): 3}
    for x in [1.0, 2.5, -0.0, 0.0, 2.5]:
        floats[x] = floats.get(x, 0) + 1
    print(floats)


def changed_on_the_way():
    d = {"a": 1}

    def grow():
        d["b"] = d.get("b", 0) + 10
        return 1
    d["a"] += grow()
    d["c"] = d.get("c", 5) + grow()
    if "e" in d:
        d["e"] += 1
    else:
        d["e"] = grow()
    d["a"] += d["b"]
    d["z"] = d.get("y", 3) + 1
    print(d)
    try:
        d["a"] += d["nothing"]
    except KeyError as e:
        print(e, d)
    made = defaultdict(grow)
    made["k"] += 1
    made["k"] += 1
    print(dict(made), d)
    other = d
    for key in list(d):
        other[key] = d.get(key, 0) + 1
    print(d)


def removed():
    d = {}
    for i in range(40):
        d[i % 7] = d.get(i % 7, 0) + i
        if i % 5 == 4:
            del d[i % 7]
        if i % 11 == 10:
            d.clear()
    print(d)
