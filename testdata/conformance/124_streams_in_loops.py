# @batches 3
# Streams and RDDs made in loops, by functions with defaults and by functions that functions return.
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "StreamsInLoops")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1, 2, 3], [4]])


def scaled(factor):
    def scale(x):
        return x * factor
    return scale


streams = []
for i in range(3):
    streams.append(numbers.map(lambda x, i=i: x * 10 + i))
ssc.union(*streams).pprint()
named = {}
for name, factor in [("double", 2), ("triple", 3)]:
    named[name] = numbers.map(scaled(factor))
named["double"].union(named["triple"]).pprint()
rests = [numbers.filter(lambda x, n=n: x % 2 == n).map(lambda x, n=n: (n, x)) for n in (0, 1)]
for rest in rests:
    rest.pprint()
kept = []
for low, high in [(0, 3), (2, 5)]:
    def between(x, low=low, high=high):
        return low < x < high
    kept.append(numbers.filter(between))
for k in kept:
    k.pprint()
for limit in range(2):
    numbers.foreachRDD(lambda rdd: print("last", limit, rdd.filter(lambda x: x > limit).count()))
late = []
for i in range(2):
    late.append(numbers.map(lambda x: x + i))
late[0].pprint()
rdd = sc.parallelize([1, 2])
print([r.collect() for r in [rdd.map(lambda x, k=k: x * k) for k in (2, 3)]])
parts = []
for low in range(2):
    parts.append(rdd.keyBy(lambda x, low=low: x - low).sortByKey(keyfunc=lambda k, low=low: -k * (low + 1)))
print([p.collect() for p in parts])
print([rdd.aggregate(0, lambda a, x, w=w: a + w * x, lambda a, b: a + b) for w in (1, 10)])
ssc.start()
time.sleep(3.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
