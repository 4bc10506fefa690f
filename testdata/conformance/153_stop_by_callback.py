# A callback has a thread stop its context; another context of the same SparkContext goes on after that.
import threading

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "callback")
ssc = StreamingContext(sc, 1)
batches = []


def report(time, rdd):
    batches.append(rdd.collect())
    if len(batches) == 3:
        print("stop")
        threading.Thread(target=lambda: ssc.stop(stopSparkContext=False, stopGraceFully=False)).start()


ssc.queueStream([[i, i * 10] for i in range(1, 8)]).foreachRDD(report)
ssc.start()
ssc.awaitTermination()
print(batches[:3])

other = StreamingContext(sc, 1)
seen = []
other.queueStream([["x"], ["y"]]).foreachRDD(lambda rdd: seen.extend(rdd.collect()))
other.start()
other.awaitTerminationOrTimeout(4)
other.stop()
print(seen)
