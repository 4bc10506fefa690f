"""Pairs that are made of reduced ones have other keys: they move again. Unions remember how all their parts lie."""
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Keys")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("cp")
words = ssc.queueStream([sc.parallelize(["3", "10", "a b"], 2), sc.parallelize(["a b c", "10", "x 7", "3", "10", "y", "y"], 3), sc.parallelize(["z"])])
counts = words.map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b)


def show(name, stream):
    def out(rdd):
        parts = rdd.glom().collect()
        if any(parts):
            print(name, parts)

    stream.foreachRDD(out)


show("pairs of pairs", counts.map(lambda kv: (kv, 1)).reduceByKey(lambda a, b: a + b))
show("by value", counts.countByValue())
show("by count", counts.map(lambda kv: (kv[1], 1)).reduceByKey(lambda a, b: a + b))
show("grouped", counts.map(lambda kv: (kv[1], kv[0])).groupByKey().mapValues(len))
show("mapped values", counts.mapValues(lambda v: v * 10).filter(lambda kv: kv[1] > 10).reduceByKey(lambda a, b: a + b))
show("in a window", words.countByValueAndWindow(2, 1).countByValue())
even = counts.filter(lambda kv: kv[1] % 2 == 0)
show("union", counts.union(ssc.union(even, even)).mapValues(lambda v: v + 1).union(even))
show("keys", counts.map(lambda kv: (kv[0][:1], kv[1])).reduceByKey(lambda a, b: a + b, 2))

ssc.start()
ssc.awaitTerminationOrTimeout(6)
ssc.stop(stopGraceFully=True)
