"""Counts the lines of a web server's log by client and status: the keys are tuples."""
import sys
from operator import add

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def add_all(a, b):
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


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
lines = ssc.queueStream([sc.textFile(sys.argv[3])] * batches)
fields = lines.map(lambda line: line.split(" ")).filter(lambda fields: len(fields) > 9)
fields.map(lambda fields: ((fields[0], int(fields[8])), 1)).reduceByKey(add).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
