"""Count the words of each second's lines.

    dstreamc run --feed examples/wordcount.py localhost 9999
"""
import sys
from operator import add

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

host, port = sys.argv[1], int(sys.argv[2])
sc = SparkContext("local[2]", "WordCount")
ssc = StreamingContext(sc, 1)

lines = ssc.socketTextStream(host, port)
words = lines.flatMap(lambda line: line.split(" "))
pairs = words.map(lambda word: (word, 1))
counts = pairs.reduceByKey(add)
counts.pprint(5)

ssc.start()
ssc.awaitTermination()
