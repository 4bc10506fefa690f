"""Accumulators whose param knows terms of other types than the value."""
from pyspark import AccumulatorParam, SparkContext


class Counts(AccumulatorParam):
    def zero(self, value):
        return {}

    def addInPlace(self, a, b):
        if isinstance(b, dict):
            for k, n in b.items():
                a[k] = a.get(k, 0) + n
        else:
            a[b] = a.get(b, 0) + 1
        return a


class Seen(AccumulatorParam):
    def zero(self, value):
        return set()

    def addInPlace(self, a, b):
        if isinstance(b, set):
            return a | b
        a.add(b)
        return a


sc = SparkContext("local[2]", "terms")
sc.setLogLevel("ERROR")
counts = sc.accumulator({}, Counts())
seen = sc.accumulator(set(), Seen())
for w in "a b a".split():
    counts.add(w)
counts += "b"


def visit(w):
    counts.add(w)
    seen.add(w)


for words in [["x", "y", "x", "a"], ["y"], []]:
    rdd = sc.parallelize(words, 2)
    rdd.foreach(visit)
    for w in rdd.collect():
        counts.add("all")
    print(sorted(counts.value.items()), sorted(seen.value), len(counts.value))
