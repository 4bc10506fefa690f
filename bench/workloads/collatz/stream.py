"""Adds up how many steps each number takes to 1, halving even ones and making 3n+1 of odd ones."""
import sys
from operator import add

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def steps(n):
    count = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        count += 1
    return count


def report(rdd):
    """Writes the result of a batch, for as many batches as asked for."""
    if left[0] == 0:
        return
    with open(out, "a") as file:
        file.write(f"{rdd.sum()}\n")
    left[0] -= 1


sc = SparkContext("local[2]", "Bench")
ssc = StreamingContext(sc, 0.1)
lines = ssc.queueStream([sc.textFile(sys.argv[3])] * batches)
lines.map(lambda line: steps(int(line))).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
