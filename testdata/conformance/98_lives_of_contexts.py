import threading
import time

from py4j.protocol import Py4JJavaError
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Lives")


def reason(e):
    lines = str(e).split("\n")
    return lines[1][2:].split(";")[0]


# A failing batch ends the waiting, and says so again to who waits again.
ssc = StreamingContext(sc, 0.5)


def fail(rdd):
    if not rdd.isEmpty():
        raise ValueError("no such thing")


ssc.queueStream([[1], [], [2]]).foreachRDD(fail)
print(StreamingContext.getActive() is None)
ssc.start()
print(StreamingContext.getActive() is ssc, ssc.sparkContext is sc)
try:
    ssc.awaitTermination()
except Py4JJavaError as e:
    print(reason(e), "ValueError: no such thing" in str(e))
try:
    ssc.awaitTerminationOrTimeout(0.1)
except Py4JJavaError as e:
    print(reason(e))
try:
    ssc.queueStream([[1]]).pprint()
except Exception as e:
    print(type(e).__name__, reason(e))
try:
    StreamingContext(sc, 1).start()
except Exception as e:
    print(type(e).__name__)
ssc.stop(stopSparkContext=False)
print(StreamingContext.getActive() is None)
try:
    ssc.start()
except Exception as e:
    print(type(e).__name__, reason(e))
ssc.stop(False)

# The same SparkContext carries another one; another thread stops it.
ssc = StreamingContext(sc, 0.5)
got = []
ssc.queueStream([["a"], ["b"], ["c"]]).foreachRDD(lambda rdd: got.extend(rdd.collect()))
ssc.start()
print(ssc.awaitTerminationOrTimeout(0.05))


def stop_soon():
    time.sleep(3)
    ssc.stop(False, True)
    print("stopped by the thread")


thread = threading.Thread(target=stop_soon)
thread.start()
ssc.awaitTermination()
thread.join()
print(got, ssc.awaitTerminationOrTimeout(1), sc.parallelize([1, 2]).count())

# An exception while a batch is made, in transform.
ssc = StreamingContext(sc, 0.5)
ssc.queueStream([[1], [0], [2]]).transform(lambda rdd: rdd.map(lambda x, n=rdd.first(): 10 // n + x)).foreachRDD(lambda rdd: got.append(rdd.collect()))
ssc.start()
try:
    ssc.awaitTermination()
except Py4JJavaError as e:
    print("ZeroDivisionError" in str(e), "Traceback" in str(e))
ssc.stop(True, False)
try:
    sc.parallelize([1])
except Exception as e:
    print(type(e).__name__)
