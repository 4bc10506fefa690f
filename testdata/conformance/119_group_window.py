# @batches 5
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "GroupWindow")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
pairs = ssc.queueStream([[("a", 1), ("b", 2)], [("a", 3)], [("c", 4), ("a", 5)], []])
pairs.groupByKeyAndWindow(2, 1).mapValues(list).pprint()
pairs.groupByKeyAndWindow(3, 1, 1).mapValues(lambda vs: sorted(vs, reverse=True)).pprint()
pairs.groupByKeyAndWindow(6, 1).map(lambda kv: (kv[0], sum(kv[1]), len(kv[1]))).pprint()
pairs.groupByKeyAndWindow(2, 2).mapValues(list).pprint()
pairs.map(lambda kv: kv[1]).reduceByWindow(lambda a, b: a + b, lambda a, b: a - b, 3, 1).pprint()
pairs.map(lambda kv: kv[1]).reduceByWindow(max, None, 2, 1).pprint()
pairs.map(lambda kv: kv[0]).countByValueAndWindow(2, 1).pprint()
pairs.countByWindow(6, 1).pprint()
pairs.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 6, 1, filterFunc=lambda kv: kv[1] > 0).pprint()
ssc.start()
time.sleep(7)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
