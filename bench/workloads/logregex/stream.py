"""Counts the lines of a web server's log by status, which a regular expression finds."""
import sys
import re
from operator import add

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

batches, out = int(sys.argv[1]), sys.argv[2]
left = [batches]
LOG = re.compile(r'^(\S+) (\S+) (\S+) \[([\w:/]+\s[+\-]\d{4})\] "(\S+) (\S+)\s*(\S*)" (\d{3}) (\S+)')


def status(line):
    """The status of a line, in a list, which is empty for a line of another form."""
    match = LOG.match(line)
    if match is None:
        return []
    return [match.group(8)]


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
lines.flatMap(status).map(lambda status: (status, 1)).reduceByKey(add).foreachRDD(report)

ssc.start()
while left[0] > 0:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
