# An exception in a function given to transform loses the whole batch.
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "TransformLost")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[4, 2], [], [5], [6]])


def first(rdd):
    head = rdd.first()
    return rdd.map(lambda x: x - head)


numbers.count().pprint()
numbers.transform(first).pprint()
numbers.pprint()
ssc.start()
time.sleep(6)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
