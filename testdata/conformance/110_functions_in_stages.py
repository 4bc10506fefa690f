"""Functions of operators in all their forms: early returns, generators, parameters that are set, optional results."""
from pyspark import SparkContext

sc = SparkContext("local[2]", "inlined")
lines = sc.parallelize(["a,1", "b,x", "", "c,3,4", "a,5", "  d , 7 ", "e"], 2)
limit = 4


def parse(line):
    parts = line.split(",")
    if len(parts) != 2:
        return None
    if not parts[1].strip().isdigit():
        return (parts[0], -1)
    return (parts[0], int(parts[1]))


def grade(kv):
    key, value = kv
    if value < 0:
        word = "bad"
    elif value < limit:
        if key == "a":
            return "a small"
        word = "small"
    else:
        return "big"
    return word + " " + key


def nothing(kv):
    if kv[1] > 2:
        return kv[0]


def clean(line):
    line = line.strip()
    for c in "ab":
        line = line.replace(c, c.upper())
    return line


def shout(line):
    line = line + "!"
    return line


def fields(line):
    if not line:
        return []
    if "," not in line:
        return [line]
    return line.split(",")


def loop(line):
    for c in line:
        if c.isdigit():
            return c
    return "none"


def safe(line):
    try:
        return int(line)
    except ValueError:
        return None


def tagged(x):
    tag = (x, len(x))
    if tag[1] > 2:
        return tag
    return (x, 0)


def gen(line):
    if not line:
        return
    for w in line.split(","):
        yield w
        if w == "b":
            yield "after b"


def gen2(line):
    n = 0
    for w in line.split(","):
        n += 1
        yield (w, n)
    yield ("total", n)


def twice(x):
    yield x
    yield x + "'"


def chained(line):
    yield from line.split(",")
    yield from [line]


def guarded(line):
    try:
        for w in line.split(","):
            yield int(w)
    except ValueError:
        yield -1


def built(line):
    out = []
    for w in line.split(","):
        if w:
            out.append(w.upper())
    return out


pairs = lines.map(parse).filter(lambda x: x is not None)
print(pairs.collect())
print(pairs.map(grade).collect())
print(lines.map(parse).filter(lambda x: x).map(grade).map(len).collect())
print(pairs.map(nothing).collect(), pairs.map(nothing).filter(lambda x: x is None).count())
print(lines.map(clean).map(clean).map(shout).filter(lambda l: len(l) > 2).map(shout).collect())
print(lines.flatMap(fields).map(shout).map(tagged).collect())
print(sorted(lines.flatMap(fields).map(tagged).reduceByKey(lambda a, b: a + b).collect()))
print(lines.map(loop).collect(), lines.flatMap(lambda l: [l, l + "2"]).map(loop).collect())
print(lines.flatMap(lambda l: [l, l + "2"]).map(shout).map(tagged).filter(lambda t: t[1]).collect())
print(lines.map(safe).filter(lambda x: x is not None).collect(), lines.flatMap(fields).map(safe).collect())
print(lines.flatMap(gen).map(shout).collect(), lines.flatMap(gen).map(tagged).map(lambda t: t[0]).collect())
print(lines.flatMap(gen2).filter(lambda kv: kv[1] > 1).mapValues(lambda n: n * 10).collect())
print(sorted(lines.flatMap(gen2).reduceByKey(lambda a, b: a + b).collect()))
print(lines.flatMap(twice).map(shout).filter(lambda x: x > "b").collect(), lines.flatMap(twice).flatMap(twice).take(3))
print(lines.flatMap(chained).map(tagged).collect(), lines.flatMap(guarded).map(lambda n: n + 1).collect())
print(lines.flatMap(built).map(shout).collect(), lines.flatMap(built).take(2))
print(lines.map(lambda l: (l, l)).flatMapValues(gen).mapValues(shout).collect())
print(pairs.mapValues(lambda v: v if v > 0 else None).filter(lambda kv: kv[1] is not None).map(lambda kv: kv[1] + 1).collect())


def long_enough(line):
    line = line.strip().replace(",", "")
    if not line:
        return False
    line = line * 2
    return len(line) > 3


print(lines.filter(long_enough).collect(), lines.filter(long_enough).map(clean).collect())
print(lines.map(lambda l: (l, l)).mapValues(clean).collect(), lines.map(lambda l: (l, l)).mapValues(long_enough).collect())
print(lines.flatMap(lambda l: [l for c in l]).map(shout).map(shout).collect())
print(lines.flatMap(lambda l: [l, l]).map(shout).collect(), lines.map(shout).filter(long_enough).map(shout).collect())
print(lines.map(lambda l: l).map(shout).map(lambda l: l).map(shout).collect())
print(pairs.filter(lambda kv: kv[0]).map(lambda kv: (kv, kv)).mapValues(tagged).collect())
