"""Do something of your own with each batch: here, append its longest words to a file.

    dstreamc run --feed examples/foreachrdd.py localhost 9999 longest.csv
"""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "LongestWords")
ssc = StreamingContext(sc, 1)
path = sys.argv[3]
words = ssc.socketTextStream(sys.argv[1], int(sys.argv[2])).flatMap(lambda line: line.split())


def keep_longest(time, rdd):
    if rdd.isEmpty():
        return
    longest = rdd.distinct().top(3, key=lambda word: (len(word), word))
    with open(path, "a") as file:
        for word in longest:
            file.write(f"{time},{word},{len(word)}\n")
    print(f"{time}: {', '.join(longest)}")


words.foreachRDD(keep_longest)

ssc.start()
ssc.awaitTermination()
