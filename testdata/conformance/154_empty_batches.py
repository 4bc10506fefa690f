# @batches 4
# Batches without records beside others, and functions of RDDs whose elements become known later.
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "batches")
ssc = StreamingContext(sc, 1)

numbers = ssc.queueStream([sc.parallelize([]), sc.parallelize([2, 3, 0], 2), sc.emptyRDD(), sc.parallelize([1], 1)])


def halves(rdd):
    rdd = rdd.map(lambda x: round(x / -8 + x / 2, 1))
    rdd = rdd.glom()
    return rdd


numbers.transform(halves).pprint()

mixed = [1, 2]
grown = ssc.queueStream([sc.parallelize(mixed, 2)])


def parts(when, rdd):
    return rdd.glom().zipWithIndex()


grown.transform(parts).pprint()
mixed.append("three")
later = ssc.queueStream([sc.parallelize(mixed, 2)])
later.transform(parts).pprint()

ssc.start()
time.sleep(5.5)
ssc.stop(stopGraceFully=True)
