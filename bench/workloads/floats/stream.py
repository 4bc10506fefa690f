"""Adds up a function of those numbers that 3 does not divide."""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def report(rdd):
    """Writes the result of a batch, for as many batches as asked for."""
    if left[0] == 0:
        return
    with open(out, "a") as file:
        file.write(f"{rdd.sum():.1f}\n")
    left[0] -= 1


sc = SparkContext("local[2]", "Bench")
ssc = StreamingContext(sc, 0.1)
lines = ssc.queueStream([sc.textFile(sys.argv[3])] * batches)
numbers = lines.map(lambda line: float(line)).filter(lambda x: x % 3 != 0)
numbers.map(lambda x: x * 0.5 + 1.0).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
