# Fractions of seconds: times, windows, slides.
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "HalfSeconds")
ssc = StreamingContext(sc, 0.5)
numbers = ssc.queueStream([[i] for i in range(1, 7)])
first = []


def show(name):
    def each(time, rdd):
        if not first:
            first.append(time)
        got = rdd.collect()
        if (time - first[0]).total_seconds() < 3:
            print(name, (time - first[0]).total_seconds(), time.microsecond % 500000, got)
    return each


numbers.foreachRDD(show("one"))
numbers.window(1.5).foreachRDD(show("window"))
numbers.window(1, 1.5).foreachRDD(show("slide"))
numbers.map(lambda x: (x % 2, x)).reduceByKeyAndWindow(lambda a, b: a + b, None, 1.5, 0.5).foreachRDD(show("sums"))
for bad in [(0.7, 0.5), (1, 0.3), (0.25, None)]:
    try:
        numbers.window(*bad)
    except ValueError as e:
        print(e)
ssc.start()
time.sleep(4)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
