# The ways to stop.
import threading
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Stops")
seen = []


def fresh(interval=0.5):
    ssc = StreamingContext(sc, interval)
    seen.clear()
    ssc.queueStream([[1], [2], [3], [4]]).foreachRDD(lambda rdd: seen.extend(rdd.collect()))
    return ssc


# from a thread, while the main program waits
ssc = fresh()
timer = threading.Timer(1.2, lambda: ssc.stop(stopSparkContext=False, stopGraceFully=True))
timer.start()
ssc.start()
ssc.awaitTermination()
print("thread", seen[:2])
print(StreamingContext.getActive())

# after a certain batch, asked for from the main program
ssc = fresh()
ssc.start()
while len(seen) < 3:
    time.sleep(0.1)
ssc.stop(stopSparkContext=False)
print("polled", seen[:3], ssc.awaitTerminationOrTimeout(1))

# a flag that a batch sets
done = threading.Event()
ssc = fresh()
ssc.queueStream([[0], [1]]).foreachRDD(lambda rdd: done.set() if rdd.count() == 0 else None)
ssc.start()
while not ssc.awaitTerminationOrTimeout(0.3):
    if done.is_set():
        ssc.stop(stopSparkContext=False, stopGraceFully=True)
print("flag", seen[:3])
print(ssc.awaitTerminationOrTimeout(0.1), ssc.awaitTermination(0.1))

# never started
ssc = fresh()
ssc.stop(stopSparkContext=False)
try:
    ssc.start()
except Exception as e:
    print(type(e).__name__)

# stopped twice, and with its context
ssc = fresh()
ssc.start()
ssc.stop()
ssc.stop()
try:
    sc.parallelize([1]).count()
except Exception as e:
    print(type(e).__name__)
sc = SparkContext("local[3]", "Again")
ssc = fresh(1)
ssc.start()
print(sc.defaultParallelism, ssc.awaitTerminationOrTimeout(2.5))
ssc.stop(True)
print(seen[:2])
