# @batches 4
"""Records that are all None, or that there are none of."""
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "None")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
nones = sc.parallelize([None, None])
print(nones.map(lambda x: x).filter(lambda x: x is None).collect())
print(nones.map(lambda x: x).filter(lambda x: x).collect())
print(nones.map(lambda x: (x, x)).mapValues(lambda x: x).collect())
print(nones.map(lambda x: (x, 1)).reduceByKey(lambda a, b: a + b).collect())
print(nones.distinct().collect(), nones.flatMap(lambda x: [x, x]).count())
print(sc.parallelize([]).map(lambda x: x).filter(lambda x: x).collect())
print(sc.parallelize([]).map(lambda x: x[0]).filter(lambda x: x + 1).collect())
print(sc.parallelize([]).flatMap(lambda x: x).filter(lambda x: x + 1).collect())
stream = ssc.queueStream([[None, None], []])
stream.map(lambda x: x).filter(lambda x: x is None).pprint()
stream.flatMap(lambda x: []).map(lambda x: x).filter(lambda y: y).pprint()
stream.flatMap(lambda x: []).map(lambda x: x.split()).flatMap(lambda y: y).pprint()
stream.flatMap(lambda x: []).map(lambda x: (x, 1)).reduceByKey(lambda a, b: a + b).pprint()
stream.map(lambda x: (x, 1)).reduceByKey(lambda a, b: a + b).pprint()
stream.map(lambda x: (x, x)).mapValues(lambda x: x).flatMapValues(lambda x: [x]).groupByKey().mapValues(list).pprint()
stream.map(lambda x: (1, x)).reduceByKey(lambda a, b: None).pprint()
stream.reduce(lambda a, b: a).pprint()
stream.map(lambda x: (1, x)).join(stream.map(lambda x: (1, x))).pprint()
stream.countByValue().pprint()
stream.flatMap(lambda x: [([], x)]).pprint()
nothing = stream.flatMap(lambda x: sorted([y for y in []][-1:]))


def show(time, rdd):
    print(rdd.aggregate(0, lambda n, x: n + x[0], lambda a, b: min(a, b)))
    print(rdd.takeOrdered(1, key=lambda x: (3 + x[0])))
    print(rdd.reduce(lambda a, b: (b[0], b[1])) if rdd.count() > 0 else None)
    print(rdd.groupByKey().mapValues(list).keys().collect())


nothing.foreachRDD(show)
stream.foreachRDD(lambda rdd: print(rdd.collect(), rdd.map(lambda x: x).filter(lambda x: True).collect()))
later = ssc.queueStream([sc.parallelize([(1, 2)]).filter(lambda kv: False), sc.parallelize([]), sc.parallelize([(0.5, 2)]), sc.parallelize([(0.5, 4)])])
later.reduce(lambda a, b: (a[0] + b[0], max(a[1], b[1]))).updateStateByKey(lambda vs, s: ((s or []) + vs)[-4:]).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(8)
ssc.stop(stopGraceFully=True)
