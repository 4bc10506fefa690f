"""Counts the words of one text file, in one batch, and writes each with its count."""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "BenchWordCount")
ssc = StreamingContext(sc, 0.1)
finished = []


def write(rdd):
    if finished:
        return
    with open(sys.argv[2], "w") as out:
        for word, count in rdd.collect():
            out.write(word + " " + str(count) + "\n")
    finished.append(True)


lines = ssc.queueStream([sc.textFile(sys.argv[1])])
counts = lines.flatMap(lambda line: line.split(" ")).map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)
counts.foreachRDD(write)
ssc.start()
while not finished:
    ssc.awaitTerminationOrTimeout(0.01)
ssc.stop()
