from pyspark import SparkContext

sc = SparkContext("local[2]", "PartitionFunctions")
pairs = sc.parallelize([(k, k % 3) for k in range(12)], 3)


def last_digit(k):
    return k % 10 // 2


def show(name, rdd):
    print(name, rdd.getNumPartitions(), rdd.mapValues(str).glom().collect())


show("reduceByKey", pairs.map(lambda kv: (kv[0] % 5, kv[1])).reduceByKey(lambda a, b: a + b, 3, last_digit))
show("reduceByKey default", pairs.reduceByKey(lambda a, b: a + b, partitionFunc=lambda k: k))
show("groupByKey", pairs.map(lambda kv: (kv[1], kv[0])).groupByKey(2, lambda k: k + 1).mapValues(list))
show("groupBy", sc.parallelize(range(8), 2).groupBy(lambda x: x % 4, 2, partitionFunc=lambda k: -k).mapValues(list))
show("combineByKey", pairs.map(lambda kv: (kv[1], kv[0])).combineByKey(
    lambda v: [v], lambda c, v: c + [v], lambda a, b: a + b, 4, lambda k: k * 2))
show("aggregateByKey", pairs.map(lambda kv: (kv[1], kv[0])).aggregateByKey(
    [], lambda c, v: c + [v], lambda a, b: a + b, 2, partitionFunc=lambda k: 0 if k else 1))
show("foldByKey", pairs.map(lambda kv: (kv[1], kv[0])).foldByKey(100, lambda a, b: a + b, 3, lambda k: k))
show("partitionBy", pairs.partitionBy(3, lambda k: k // 4))
show("partitionBy default", pairs.partitionBy(None))
mixed = sc.parallelize([(3, "c"), (1, "a"), (2, "b"), (3, "d"), (0, "z"), (5, "e"), (4, "y")], 2)
show("sorted within", mixed.repartitionAndSortWithinPartitions(2))
show("sorted within, descending", mixed.repartitionAndSortWithinPartitions(3, lambda k: k * 7, False))
show("sorted within, by key", mixed.repartitionAndSortWithinPartitions(2, lambda k: k % 2, True, lambda k: -k))
show("sorted within, default", mixed.repartitionAndSortWithinPartitions(ascending=False))
show("sortByKey by", mixed.sortByKey(True, 2, keyfunc=lambda k: -k))
show("again", mixed.partitionBy(2).mapValues(lambda v: v * 2).reduceByKey(lambda a, b: a + b))
sc.stop()
