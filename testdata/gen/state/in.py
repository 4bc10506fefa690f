"""States: what is known of their functions."""
import sys
import tempfile

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "States")
ssc = StreamingContext(sc, 1)
ssc.checkpoint(tempfile.mkdtemp())
pairs = ssc.queueStream([[("a", 1), ("b", 2), ("a", 3)], [], [("b", -2), ("c", 5)]])


def total(new, last):
    return sum(new) + (last or 0)


def average(new, last):
    count, s, _ = last or (0, 0, 0.0)
    count, s = count + len(new), s + sum(new)
    return (count, s, s / count)


def history(new, last):
    if last is None:
        last = []
    last.extend(new)
    return last


def noisy(new, last):
    print("asked", file=sys.stderr)
    return sum(new) + (last or 0)


def either(new, last):
    return last if not new else "even" if new[0] % 2 == 0 else new[0]


pairs.updateStateByKey(total).pprint()
pairs.updateStateByKey(average).pprint()
pairs.updateStateByKey(history).pprint()
pairs.updateStateByKey(noisy).pprint()
pairs.updateStateByKey(either).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(4)
ssc.stop()
