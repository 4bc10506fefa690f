# @batches 3
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "ContextTransform")
ssc = StreamingContext(sc, 1)
words = ssc.queueStream([["a", "b"], ["c"], ["d", "a"]])
more = ssc.queueStream([["x"], ["a", "y"], ["z"]])
ssc.transform([words, more], lambda rdds: rdds[0].union(rdds[1]).map(lambda w: w.upper())).pprint()
ssc.transform([words, more], lambda rdds: rdds[0].context.parallelize([rdds[0].count() * 10 + rdds[1].count()])).pprint()


def common(rdds):
    first, second = rdds
    sc = first.context
    return sc.union(list(rdds)).subtract(sc.parallelize(["a", "x"]))


ssc.transform([words, more], common).pprint()
ssc.transform([words], lambda rdds: rdds[0].map(len)).count().pprint()
pairs = words.map(lambda w: (w, 1)).partitionBy(3)
pairs.mapPartitions(lambda it: [(k, v + 1) for k, v in it], True).transform(lambda rdd: rdd.reduceByKey(lambda a, b: a + b)).glom().pprint()
pairs.mapPartitionsWithIndex(lambda i, it: [(i, len(list(it)))], preservesPartitioning=True).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(5)
ssc.stop(True, True)
