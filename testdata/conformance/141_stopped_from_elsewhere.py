"""Contexts that are stopped from elsewhere: a thread, a batch, a listener; what the waits return."""
import threading
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener

sc = SparkContext("local[2]", "Elsewhere")


def begin(name, queue):
    ssc = StreamingContext(sc, 1)
    stream = ssc.queueStream(queue)
    stream.foreachRDD(lambda t, rdd: print(name, rdd.collect()) if not rdd.isEmpty() else None)
    return ssc, stream


# From a thread, gracefully.
ssc, stream = begin("thread", [[1], [2], [3]])
ssc.start()
stopper = threading.Thread(target=lambda: (time.sleep(3.4), ssc.stop(False, True)))
stopper.start()
print("waited", ssc.awaitTermination())
stopper.join()
print("again", ssc.awaitTermination(), ssc.awaitTerminationOrTimeout(1))

# From a thread that a batch starts.
ssc, stream = begin("batch", [[1], [2], [3], [4]])
seen = []


def count(rdd):
    seen.extend(rdd.collect())
    if len(seen) == 2:
        threading.Thread(target=lambda: ssc.stop(stopSparkContext=False)).start()


stream.foreachRDD(count)
ssc.start()
print("ended", ssc.awaitTerminationOrTimeout(20), seen[:2])


# From a thread that a listener starts.
class Stopper(StreamingListener):
    def __init__(self):
        self.done = 0

    def onBatchCompleted(self, batchCompleted):
        self.done += 1
        if self.done == 2:
            threading.Thread(target=lambda: ssc.stop(False, False)).start()


ssc, stream = begin("listener", [["a"], ["b"]])
ssc.addStreamingListener(Stopper())
ssc.start()
print("ended", ssc.awaitTerminationOrTimeout(20))
print(StreamingContext.getActive())

# Never started, stopped twice.
ssc, stream = begin("never", [[1]])
ssc.stop(False)
ssc.stop(False)
print(sc.parallelize([1, 2]).sum())
sc.stop()
