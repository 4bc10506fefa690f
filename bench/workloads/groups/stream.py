"""Groups numbers by their keys and asks how many there are of each, and their sum."""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def pair(line):
    key, number = line.split(",")
    return (key, int(number))


def add_all(a, b):
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def report(rdd):
    """Writes the result of a batch, for as many batches as asked for."""
    if left[0] == 0:
        return
    total, keys, squares = rdd.map(lambda kv: (kv[1][1], 1, kv[1][0] * kv[1][0])).fold((0, 0, 0), add_all)
    with open(out, "a") as file:
        file.write(f"{total} {keys} {squares}\n")
    left[0] -= 1


sc = SparkContext("local[2]", "Bench")
ssc = StreamingContext(sc, 0.1)
lines = ssc.queueStream([sc.textFile(sys.argv[3])] * batches)
lines.map(pair).groupByKey().mapValues(lambda numbers: (len(numbers), sum(numbers))).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
