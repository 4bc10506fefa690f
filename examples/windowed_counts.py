"""Count words over the last ten seconds, every two seconds.

    dstreamc run --feed examples/windowed_counts.py localhost 9999

The counts of a window are those of the last one, plus what came in, minus what fell out:
hence two functions, and a checkpoint directory.
"""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "WindowedCounts")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")

lines = ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))
ones = lines.flatMap(lambda line: line.split()).map(lambda word: (word, 1))
counts = ones.reduceByKeyAndWindow(
    lambda count, came: count + came,
    lambda count, went: count - went,
    10,
    2,
    filterFunc=lambda pair: pair[1] > 0,
)
counts.pprint(5)

lines.countByWindow(10, 2).map(lambda n: f"{n} lines in ten seconds").pprint()

ssc.start()
ssc.awaitTermination()
