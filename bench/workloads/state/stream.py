"""Keeps a score for each key, which grows when the key occurs and shrinks at each batch."""
import sys
import tempfile

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def add_all(a, b):
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def update(new, score):
    score = (score or 0) + 60 * len(new) - 1
    return score if score > 0 else None


def report(rdd):
    """Writes the result of a batch, for as many batches as asked for."""
    if left[0] == 0:
        return
    total, keys, squares = rdd.map(lambda kv: (kv[1], 1, kv[1] * kv[1])).fold((0, 0, 0), add_all)
    with open(out, "a") as file:
        file.write(f"{total} {keys} {squares}\n")
    left[0] -= 1


sc = SparkContext("local[2]", "Bench")
ssc = StreamingContext(sc, 0.1)
ssc.checkpoint(tempfile.mkdtemp())
lines = ssc.queueStream([sc.textFile(sys.argv[3] + "/" + str(i)) for i in range(batches)])
lines.map(lambda key: (key, 1)).updateStateByKey(update).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
