"""Count words of the lines that come from a socket, from the program's start on.

    dstreamc run --feed examples/stateful_wordcount.py localhost 9999
"""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext


def add_up(new, total):
    """The new total of a word that came len(new) times; total is None at first."""
    return sum(new) + (total or 0)


def most_frequent(rdd):
    return rdd.sortBy(lambda pair: (-pair[1], pair[0]))


sc = SparkContext("local[2]", "StatefulWordCount")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")

lines = ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))
ones = lines.flatMap(lambda line: line.split()).map(lambda word: (word.lower(), 1))
totals = ones.updateStateByKey(add_up)
totals.transform(most_frequent).pprint(5)

ssc.start()
ssc.awaitTermination()
