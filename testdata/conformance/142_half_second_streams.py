"""Half seconds; glom, combineByKey, group windows; queues of all kinds."""
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Halves")
ssc = StreamingContext(sc, 0.5)
ssc.checkpoint("cp")
numbers = ssc.queueStream([sc.parallelize([1, 2, 3]), sc.parallelize([4]), sc.parallelize([5, 6, 7, 8], 3), sc.parallelize([])], default=sc.parallelize([9]))
once = ssc.queueStream([sc.parallelize(["a", "b"], 1), sc.parallelize(["c"], 2)], oneAtATime=False, default=["z", "y"])
pairs = numbers.map(lambda x: (x % 3, x))
state = {"batches": 0}


def show(name, stream, last=7):
    times = []

    def out(time, rdd):
        times.append(time)
        if len(times) <= last:
            print(name, (time - times[0]).total_seconds(), rdd.glom().collect())

    stream.foreachRDD(out)


show("glom", numbers.glom())
show("once", once)
show("combine", pairs.combineByKey(lambda v: [v], lambda c, v: c + [v], lambda a, b: a + ["|"] + b))
show("combine1", pairs.combineByKey(lambda v: (v, 1), lambda c, v: (c[0] + v, c[1] + 1), lambda a, b: (a[0] + b[0], a[1] + b[1]), 3))
show("group", pairs.groupByKeyAndWindow(1, 0.5).mapValues(list))
show("group long", pairs.groupByKeyAndWindow(2.5, 0.5, 1).mapValues(list))
show("window", numbers.window(1.5, 1.5).count())
show("values", numbers.countByValueAndWindow(1, 1))
show("sum", numbers.reduceByWindow(lambda a, b: a + b, lambda a, b: a - b, 2.5, 0.5))
show("sum2", numbers.reduceByWindow(lambda a, b: a + b, None, 1, 0.5))
show("state", pairs.updateStateByKey(lambda new, old: (old or 0) + sum(new), initialRDD=[(0, 100), (7, 1)]))
show("state rdd", pairs.updateStateByKey(lambda new, old: ((old or 0) + len(new)) or None, numPartitions=1, initialRDD=sc.parallelize([(1, 0), (2, 50)])))
ssc.start()
ssc.awaitTerminationOrTimeout(40)
ssc.stop(True, True)
