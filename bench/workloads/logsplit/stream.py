"""Counts the lines of a web server's log by status, which is a field between blanks."""
import sys
from operator import add

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]


def report(rdd):
    """Writes the result of a batch, for as many batches as asked for."""
    if left[0] == 0:
        return
    counts = " ".join(f"{status}={n}" for status, n in sorted(rdd.collect()))
    with open(out, "a") as file:
        file.write(counts + "\n")
    left[0] -= 1


sc = SparkContext("local[2]", "Bench")
ssc = StreamingContext(sc, 0.1)
lines = ssc.queueStream([sc.textFile(sys.argv[3])] * batches)
fields = lines.map(lambda line: line.split(" ")).filter(lambda fields: len(fields) > 9)
fields.map(lambda fields: (fields[8], 1)).reduceByKey(add).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
