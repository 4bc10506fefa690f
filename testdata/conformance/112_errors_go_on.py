# What fails in a batch, and what goes on.
import time

from py4j.protocol import Py4JJavaError
from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener

sc = SparkContext("local[2]", "ErrorsGoOn")
ssc = StreamingContext(sc, 0.5)
numbers = ssc.queueStream([[4, 2], [1, 0], [5], []])


class Watch(StreamingListener):
    def __init__(self):
        self.reasons = []

    def onOutputOperationCompleted(self, outputOperationCompleted):
        info = outputOperationCompleted.outputOperationInfo()
        self.reasons.append((info.id(), info.failureReason() is not None and "Error" in str(info.failureReason())))

    def onBatchCompleted(self, batchCompleted):
        raise RuntimeError("a listener's own trouble")


watch = Watch()
ssc.addStreamingListener(watch)
numbers.map(lambda x: 20 // x).pprint()
numbers.foreachRDD(lambda rdd: None if rdd.isEmpty() else print("sum", rdd.sum()))


def picky(time, rdd):
    if rdd.isEmpty():
        return
    if rdd.first() == 5:
        raise KeyError("five")
    print("picky", rdd.collect())


numbers.foreachRDD(picky)
ssc.start()
time.sleep(3.2)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
try:
    ssc.awaitTermination()
except Py4JJavaError as e:
    print(type(e).__name__, "ZeroDivisionError: integer division or modulo by zero" in str(e), "KeyError: 'five'" in str(e))
print(watch.reasons[:3])
print(watch.reasons[3:6])
