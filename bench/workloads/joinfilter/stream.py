"""Joins two streams of keys and numbers and adds up the products of the numbers of some keys."""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def pair(line):
    key, number = line.split(",")
    return (key, int(number))


def report(rdd):
    """Writes the result of a batch, for as many batches as asked for."""
    if left[0] == 0:
        return
    total, pairs = rdd.map(lambda kv: (kv[1][0] * kv[1][1], 1)).fold((0, 0), lambda a, b: (a[0] + b[0], a[1] + b[1]))
    with open(out, "a") as file:
        file.write(f"{total} {pairs}\n")
    left[0] -= 1


sc = SparkContext("local[2]", "Bench")
ssc = StreamingContext(sc, 0.1)
left_lines = ssc.queueStream([sc.textFile(sys.argv[3])] * batches)
right_lines = ssc.queueStream([sc.textFile(sys.argv[4])] * batches)
left_lines.map(pair).join(right_lines.map(pair)).filter(lambda kv: kv[0].startswith("k00")).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
