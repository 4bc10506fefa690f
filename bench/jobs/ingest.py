"""Counts words received from the network, and prints for each batch how many there were: HOST PORT."""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "BenchIngest")
ssc = StreamingContext(sc, 0.5)
lines = ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))
counts = lines.flatMap(lambda line: line.split(" ")).map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)
counts.foreachRDD(lambda rdd: print("words", rdd.values().sum(), flush=True))
ssc.start()
ssc.awaitTermination()
