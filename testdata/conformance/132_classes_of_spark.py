from pyspark import SparkConf, SparkContext, StorageLevel
from pyspark.sql import SparkSession
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "classes")
ssc = StreamingContext(sc, 1)
numbers = sc.parallelize([1, 2, 3, 4], 2)
print(numbers)
print("an empty one:", sc.emptyRDD())
pairs = numbers.map(lambda n: (n % 2, n))
for rdd in [numbers, pairs, pairs.reduceByKey(lambda a, b: a + b), numbers.union(numbers), numbers + pairs, sc.emptyRDD(),
            sc.parallelize([]), sc.range(3), numbers.zip(pairs), numbers.cartesian(numbers), numbers.coalesce(1), numbers.repartition(3),
            pairs.groupByKey(), pairs.join(pairs), numbers.glom(), numbers.cache(), pairs.sortByKey(), pairs.partitionBy(3),
            numbers.sample(False, 0.5, 1), numbers.distinct(), pairs.keys(), pairs.cogroup(pairs), numbers.subtract(numbers),
            numbers.zipWithIndex(), numbers.intersection(numbers), pairs.mapValues(str), numbers.sortBy(lambda n: -n)]:
    print(type(rdd), type(rdd).__name__, type(rdd).__module__)
print((numbers + numbers).collect(), (numbers + pairs).count())

stream = ssc.queueStream([numbers, sc.parallelize([5])])
counted = stream.map(lambda n: (n, 1))
for s in [stream, stream.map(str), stream.filter(lambda n: n > 1), counted.reduceByKey(lambda a, b: a + b), stream.count(),
          stream.transform(lambda rdd: rdd), stream.window(2), stream.union(stream), stream.glom(), stream.repartition(2),
          counted.updateStateByKey(lambda new, old: len(new)), ssc.union(stream, stream), counted.join(counted),
          stream.countByWindow(2, 1), counted.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 2), counted.groupByKeyAndWindow(2, 1),
          stream.transformWith(lambda a, b: a.union(b), stream), stream.countByValue(), stream.cache()]:
    print(type(s), type(s).__name__)
for x in [sc, ssc, SparkConf(), sc.broadcast(1), sc.accumulator(0), StorageLevel.MEMORY_ONLY, numbers.stats(), pairs.groupByKey().first()[1],
          SparkSession(sc)]:
    print(type(x), repr(x)[:24])


def show(rdd):
    print(type(rdd), type(rdd.map(str)))
    return rdd


ssc.checkpoint("checkpoint")
stream.transform(show).map(lambda n: n + 1).transform(show).foreachRDD(show)
stream.window(2).foreachRDD(show)
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop(True, True)
