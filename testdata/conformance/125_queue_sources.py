# @batches 4
# What a queue may hold, and what comes after it.
import time
from collections import deque

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "QueueSources")
ssc = StreamingContext(sc, 1)
ssc.queueStream([[1, 2], [3]]).pprint()
ssc.queueStream([range(3), range(4, 8)]).glom().pprint()
ssc.queueStream([("a", "b"), ("c",)]).pprint()
ssc.queueStream(["ab", "c"]).pprint()
ssc.queueStream([sc.parallelize([1])], default=[5, 6]).glom().pprint()
ssc.queueStream(([1.5], [2.5]), default=sc.parallelize([5.0])).pprint()
queue = []
for i in range(3):
    queue += [sc.parallelize([j for j in range(1, 4)], 2)]
ssc.queueStream(queue, oneAtATime=False).map(lambda x: (x % 10, 1)).reduceByKey(lambda a, b: a + b).pprint()
ssc.queueStream(queue, False).glom().pprint()
ssc.queueStream([["a b", "c"]] * 2).flatMap(lambda line: line.split()).pprint()
ssc.queueStream([[], [("k", 1)]]).glom().pprint()
ssc.queueStream([[]], default=[3]).count().pprint()
ssc.queueStream([], default=[7]).pprint()
ssc.queueStream([[(1, 2.5)], []], True, sc.parallelize([(3, 4.5)])).pprint()
ssc.queueStream([sc.parallelize([3, -1]), sc.parallelize([None, 1]), sc.emptyRDD()], default=sc.parallelize([None])).map(lambda x: x or 7).pprint()
ssc.queueStream([[1, 2], ["a"], [None, 2.5]]).pprint()
ssc.queueStream([sc.emptyRDD(), sc.parallelize([9], 3)]).glom().pprint()
try:
    ssc.queueStream([])
except Exception as e:
    print(type(e).__name__, e)
later = [sc.parallelize([1])]
ssc.queueStream(later).pprint()
later.append(sc.parallelize([2]))
ssc.start()
time.sleep(4.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
