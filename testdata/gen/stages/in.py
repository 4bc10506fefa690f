"""Chains of operators in all their forms, over RDDs."""
from pyspark import SparkContext

sc = SparkContext("local[2]", "Stages")
limit = 3
stop_words = sc.broadcast(["the", "a"])


def clean(line):
    """Lower case, without punctuation."""
    line = line.lower()
    for c in ",.!":
        line = line.replace(c, "")
    return line


def pairs(line):
    for word in line.split(" "):
        yield word, len(word)


def longer_than(n):
    return sc.parallelize(["one", "three", "seven", "eleven"], 2).filter(lambda w: len(w) > n).map(lambda w: (w, n))


lines = sc.parallelize(["The cat sat.", "A dog, the cat!", "", "Cats sat on the mat"], 2)
words = lines.map(clean).filter(lambda l: l).flatMap(lambda l: l.split()).filter(lambda w: w not in stop_words.value)
print(words.collect())
counts = words.map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b)
print(sorted(counts.collect()))
lengths = lines.map(clean).flatMap(pairs).filter(lambda kv: kv[1] > limit).mapValues(lambda n: n * 10)
print(lengths.collect())
best = lengths.map(lambda kv: (kv[1], kv[0])).reduceByKey(lambda a, b: max(a, b)).map(lambda kv: "%s=%d" % (kv[1], kv[0]))
print(sorted(best.collect()))
print(longer_than(3).collect(), longer_than(5).collect())
print(lines.flatMap(lambda l: [w[0] for w in l.split(" ") if w]).map(lambda c: (c.lower(), 1)).flatMapValues(lambda v: range(v)).collect())
print(lines.map(lambda l: (l, len(l), l.count("t"))).filter(lambda t: t[1] > 0 and t[2] > 1).map(lambda t: t[1] / t[2]).collect())
print(words.map(lambda _: 1).sum(), words.map(len).max(), words.filter(lambda w: w.startswith("c")).count())
