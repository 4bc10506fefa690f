# What workers see of the module's variables, batch by batch.
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Globals")
ssc = StreamingContext(sc, 0.5)
limit = 1
table = {"a": 1}
calls = []
seen = {"total": 0}


def tag(x):
    calls.append(x)
    return (x, limit, table.get(x, 0), len(calls))


def count(rdd):
    global batches
    if rdd.isEmpty():
        return
    batches += 1
    seen["total"] += rdd.count()
    print("driver", batches, len(calls), seen, limit)


words = ssc.queueStream([["a", "b"], ["a", "c"], ["b"]])
words.map(tag).foreachRDD(lambda rdd: print(rdd.collect()) if not rdd.isEmpty() else None)
words.foreachRDD(count)
words.filter(lambda w: table.get(w, 0) >= limit).foreachRDD(lambda rdd: print("kept", rdd.collect()) if rdd.count() else None)
limit = 5
table["b"] = 7
batches = 0
ssc.start()
time.sleep(2.6)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
