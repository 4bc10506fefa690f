# @batches 4
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "InitialState")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
words = ssc.queueStream([["a", "b", "a"], ["c"], [], ["hello"]])
pairs = words.map(lambda w: (w, 1))


def update(new, last):
    return sum(new) + (last or 0)


def forget(new, last):
    if not new and last is not None and last > 2:
        return None
    return (last or 0) + len(new) + 1


initial = sc.parallelize([("hello", 1), ("world", 1), ("a", 10)])
pairs.updateStateByKey(update, initialRDD=initial).pprint()
pairs.updateStateByKey(update, initialRDD=[("x", 5), ("a", 1)]).pprint()
pairs.updateStateByKey(update, numPartitions=3, initialRDD=sc.parallelize([("x", 5), ("x", 7), ("b", 1)], 1)).glom().pprint()
pairs.updateStateByKey(forget, 1, [("y", 0), ("b", 2)]).pprint()
pairs.updateStateByKey(update, initialRDD=[]).pprint()
nested = pairs.updateStateByKey(lambda vs, s: (s or []) + vs, initialRDD=sc.parallelize([("a", [7]), ("q", [])]))
nested.mapValues(len).pprint()
ssc.start()
time.sleep(6)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
