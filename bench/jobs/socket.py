"""Counts words received from the network, as the first example of Spark Streaming does: HOST PORT [SECONDS]."""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "BenchSocket")
ssc = StreamingContext(sc, float(sys.argv[3]) if len(sys.argv) > 3 else 1.0)
lines = ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))
counts = lines.flatMap(lambda line: line.split(" ")).map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)
counts.pprint()
ssc.start()
ssc.awaitTermination()
