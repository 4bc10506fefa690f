# dstreamc: bigint
# @batches 3
# @order exact
# @timeout 500
"""Ints of any size as records, keys, sums and states."""
from operator import add

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "BigInts")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
total = sc.accumulator(0)
unit = sc.broadcast(10**19)


def fnv(text):
    h = 0xCBF29CE484222325
    for c in text.encode():
        h = ((h ^ c) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def update(new, last):
    return sum(new) + (last or 0)


def parse(line):
    key, value = line.split()
    return key, int(value)


batches = [
    ["a 9223372036854775807", "b 1", "a 5", "c -9223372036854775808", "c -7"],
    ["b 123456789012345678901234567890", "a 2", "a 3"],
    ["c 18446744073709551616", "b -1", "d 0"],
]
lines = ssc.queueStream([sc.parallelize(b, 2) for b in batches])
pairs = lines.map(parse)
pairs.reduceByKey(add).pprint()
pairs.reduceByKey(lambda a, b: max(a, b)).mapValues(lambda v: (v, v % 1000, v // 3, v > 2**63)).pprint()
pairs.mapValues(lambda v: v * unit.value).updateStateByKey(update).pprint()
pairs.map(lambda kv: (kv[1] * 3, kv[0])).groupByKey().mapValues(list).pprint()
pairs.map(lambda kv: fnv(kv[0])).map(lambda h: (h, 1)).reduceByKey(add).pprint()
pairs.map(lambda kv: fnv(kv[0]) % 8).countByValue().pprint()
pairs.map(lambda kv: kv[1]).reduce(add).pprint()
pairs.map(lambda kv: len(kv[0])).reduce(add).pprint()
lines.count().map(lambda n: n * unit.value).pprint()
pairs.reduceByKeyAndWindow(add, lambda a, b: a - b, 2, 1).pprint()


def show(rdd):
    if rdd.isEmpty():
        return
    values = rdd.values()
    values.foreach(lambda v: total.add(v))
    print("sum", values.sum(), "max", values.max(), "mean", values.mean(), "acc", total.value, "glom", rdd.map(lambda kv: kv[1]).glom().collect())
    print(values.fold(0, add), values.aggregate((0, 0), lambda a, v: (a[0] + v, a[1] + 1), lambda a, b: (a[0] + b[0], a[1] + b[1])), values.sortBy(lambda v: -v).collect())
    print(sorted(values.map(lambda v: (v % 5, v)).partitionBy(3).glom().map(len).collect()), sorted(rdd.join(rdd.mapValues(lambda v: v + 1)).collect()))
    print(values.histogram([0, 2**63, 10**30]), values.distinct().count(), rdd.lookup("a"), rdd.countByKey()["b"] + 2**64, values.top(2), values.takeOrdered(1))


pairs.foreachRDD(show)
print(sc.parallelize([2**70, 1, 2**70]).countByValue()[2**70], sc.parallelize(range(5)).map(lambda n: 10**n * unit.value).collect(), sc.range(3).map(lambda n: n + 2**64).sum())
print(sc.parallelize([(2**64, "x"), (3, "y"), (2**64, "z")], 2).reduceByKey(add).collect(), sc.parallelize([2**65, True, 1.5]).map(lambda v: v + 1).collect())
ssc.start()
ssc.awaitTerminationOrTimeout(3.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
