# @batches 3
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Static")
ssc = StreamingContext(sc, 1)
spam = sc.parallelize([("evil", True), ("bad", False), ("evil", False)]).cache()
prices = sc.parallelize([("apple", 1.5), ("pear", 0.5)], 1)
users = ssc.queueStream([["ann evil 1", "bob ok 2"], ["cid bad 3", "dan evil 4"], ["eve apple 2", "fay pear 4"]])
pairs = users.map(lambda line: line.split()).map(lambda f: (f[1], (f[0], int(f[2]))))
pairs.transform(lambda rdd: rdd.leftOuterJoin(spam).filter(lambda kv: not kv[1][1])).pprint()
pairs.transform(lambda rdd: rdd.join(prices).mapValues(lambda v: v[0][1] * v[1])).pprint()
pairs.transform(lambda t, rdd: rdd.subtractByKey(spam)).keys if False else None


def both(time, a, b):
    return a.cogroup(b).mapValues(lambda ab: (sorted(ab[0]), sorted(ab[1])))


def ranked(rdd):
    total = rdd.count()
    return rdd.sortByKey().zipWithIndex().map(lambda x: (x[1] + 1, total, x[0]))


other = ssc.queueStream([[("evil", 9)], [("bad", 8), ("bad", 7)], []])
pairs.transformWith(both, other).pprint()
pairs.transformWith(lambda a, b: a.keys().union(b.keys()).distinct(), other).pprint()
pairs.transform(ranked).pprint()
pairs.transform(lambda rdd: sc.parallelize([rdd.count(), rdd.getNumPartitions()], 1)).pprint()
pairs.transform(lambda rdd: rdd.context.union([rdd.keys(), sc.parallelize(["zzz"])])).pprint()
pairs.transform(lambda rdd: rdd.mapPartitionsWithIndex(lambda i, it: [(i, [k for k, _ in it])])).pprint()
streams = [pairs.filter(lambda kv, n=n: kv[1][1] % 2 == n).mapValues(lambda v, n=n: (n, v)) for n in range(2)]
ssc.union(*streams).pprint()
ssc.start()
time.sleep(4.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
