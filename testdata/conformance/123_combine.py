# @batches 2
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Combine")
ssc = StreamingContext(sc, 1)
marks = ssc.queueStream([[("ann", 80), ("bob", 65), ("ann", 91), ("cid", 70), ("bob", 75)], [("ann", 1)]])
sums = marks.combineByKey(lambda v: (v, 1), lambda c, v: (c[0] + v, c[1] + 1), lambda a, b: (a[0] + b[0], a[1] + b[1]))
sums.mapValues(lambda c: c[0] / c[1]).pprint()
marks.combineByKey(str, lambda c, v: c + "," + str(v), lambda a, b: a + "|" + b, 1).pprint()
marks.combineByKey(lambda v: [v], lambda c, v: c + [v], lambda a, b: a + b, numPartitions=3).glom().pprint()


def create(v):
    return {v}


def add(c, v):
    c.add(v)
    return c


marks.combineByKey(create, add, lambda a, b: a | b).mapValues(sorted).pprint()
marks.groupByKey().mapValues(lambda vs: max(vs) - min(vs)).pprint()
marks.reduceByKey(lambda a, b: a if a > b else b).map(lambda kv: (kv[1], kv[0])).transform(lambda rdd: rdd.sortByKey(ascending=False)).pprint(2)
marks.flatMapValues(lambda v: range(v // 40)).countByValue().pprint()
ssc.start()
time.sleep(3.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
