# @note functions of two records that return another type: one record stays as it is, and a window's inverse meets it.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "other type")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
numbers = ssc.queueStream([["1", "2", "3"], ["7"], [], ["4", "5"]])
pairs = numbers.map(lambda x: (len(x), x))

numbers.reduce(lambda x, y: int(x) + int(y)).pprint()
pairs.reduceByKey(lambda x, y: int(x) + int(y)).pprint()
numbers.reduceByWindow(lambda x, y: int(x) + int(y), lambda x, y: int(x) - int(y), 2, 1).pprint()
pairs.reduceByKeyAndWindow(lambda x, y: float(x) + float(y), None, 2, 1).pprint()

rdd = sc.parallelize(["1", "2", "3", "4"], 2)
print(repr(rdd.reduce(lambda x, y: int(x) + int(y))), repr(sc.parallelize(["1"]).reduce(lambda x, y: int(x) + int(y))))
print(rdd.fold(0, lambda x, y: int(x) + int(y)), repr(rdd.treeReduce(lambda x, y: int(x) * int(y))))
keyed = rdd.map(lambda x: (int(x) % 3, x))
print(sorted(keyed.reduceByKey(lambda x, y: [x, y]).collect()), sorted(keyed.foldByKey(0, lambda x, y: int(x) + int(y)).collect()))
print(sorted(keyed.reduceByKeyLocally(lambda x, y: (x, y)).items()))

ssc.start()
ssc.awaitTerminationOrTimeout(6)
ssc.stop(stopGraceFully=True)
