# @timeout 400
"""updateStateByKey with functions of many forms; keys pause, go and come back."""
from collections import Counter
from functools import reduce

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "StateFunctions")
sc.setLogLevel("ERROR")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")

batches = [
    [("a", 3), ("b", 1), ("a", -1), ("c", 7)],
    [("b", 2)],
    [],
    [("d", 5), ("a", 4)],
    [("c", -7), ("e", 0), ("d", 6)],
    [("f", 1)],
    [("c", 2), ("a", 1), ("e", 9)],
]
pairs = ssc.queueStream(batches)
floats = pairs.mapValues(lambda v: v / 4 - 0.5)


BATCHES = 9
shown = Counter()


def show(name, stream):
    def out(rdd):
        shown[name] += 1
        if shown[name] <= BATCHES:
            print(name, rdd.glom().collect())

    stream.foreachRDD(out)


def total(new, last):
    return sum(new) + (last or 0)


def until_ten(new, last):
    s = sum(new, last or 0)
    return s if s < 10 else None


def only_recent(new, last):
    return len(new) if new else None


def idle(new, last):
    count, waited = last or (0, 0)
    waited = 0 if new else waited + 1
    return None if waited > 2 else (count + len(new), waited)


def average(new, last):
    count, s, _ = last or (0, 0, 0.0)
    count, s = count + len(new), s + sum(new)
    return (count, s, s / count)


def decay(new, last):
    return ((last or 0.0) + sum(new)) / 2


def zero(new, last):
    return (last or 0.0) + sum(new)


def smallest(new, last):
    return min(new + [last]) if last is not None else min(new)


def latest(new, last):
    if not new:
        return last
    return (new[-1], len(new))


def history(new, last):
    if last is None:
        last = []
    last.extend(new)
    return last


def sorted_history(new, last):
    return sorted((last or []) + new)[-3:]


def counts(new, last):
    d = dict(last or {})
    for x in new:
        d[x] = d.get(x, 0) + 1
    return d


def parity(new, last):
    state = last or {"odd": [], "even": []}
    for x in new:
        state["odd" if x % 2 else "even"].append(x)
    return state


class Stats:
    def __init__(self):
        self.n = 0
        self.seen = []

    def add(self, x):
        self.n += 1
        self.seen.append(x)


def stats(new, last):
    s = last if last is not None else Stats()
    for x in new:
        s.add(x)
    return s


show("total", pairs.updateStateByKey(total))
show("until_ten", pairs.updateStateByKey(until_ten))
show("only_recent", pairs.updateStateByKey(only_recent))
show("idle", pairs.updateStateByKey(idle))
show("average", pairs.updateStateByKey(average))
show("decay", floats.updateStateByKey(decay))
show("zero", floats.mapValues(lambda v: -0.0 if v < 0 else 0.0).updateStateByKey(zero))
show("smallest", pairs.updateStateByKey(smallest))
show("latest", pairs.updateStateByKey(latest))
show("history", pairs.updateStateByKey(history))
show("sorted_history", pairs.updateStateByKey(sorted_history))
show("counts", pairs.updateStateByKey(counts))
show("parity", pairs.updateStateByKey(parity))
show("stats", pairs.updateStateByKey(stats).mapValues(lambda s: (s.n, s.seen)))
show("reduced", pairs.updateStateByKey(lambda new, last: reduce(lambda a, b: a + b, new, last or 0)))
show("one_partition", pairs.updateStateByKey(total, 1))

# Keys that are equal and look different: the first of a life stays.
looks = ssc.queueStream([[(1, "a")], [(True, "b")], [(1.0, "x")], [(True, "c"), (0.0, "d")], [(-0.0, "x")], [(-0.0, "e"), (False, "f")]])
show("looks", looks.updateStateByKey(lambda new, last: None if "x" in new else (last or "") + "".join(new)))

# States of earlier batches are still what they were.
kept = pairs.updateStateByKey(history)
show("window", kept.window(3, 1))
initial = sc.parallelize([("a", 100), ("z", 1), ("a", 200), ("c", -1)])
show("initial", pairs.updateStateByKey(until_ten, initialRDD=initial))
show("initial_total", pairs.updateStateByKey(total, 3, initialRDD=initial))

ssc.start()
while shown["initial_total"] < BATCHES:
    ssc.awaitTerminationOrTimeout(0.2)
ssc.stop()
