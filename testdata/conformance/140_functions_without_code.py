"""PySpark asks the functions of batches for their code; what is no Python function has none, and says so at once."""
from functools import partial

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Code")
ssc = StreamingContext(sc, 2)
lines = ssc.queueStream([["a b"], ["c"]])


def show(prefix, rdd):
    print(prefix, rdd.collect())


try:
    lines.foreachRDD(print)
except AttributeError as e:
    print(e)
try:
    lines.foreachRDD(partial(show, "x"))
except AttributeError as e:
    print(e)
try:
    lines.transform(sorted).pprint()
except AttributeError as e:
    print(e)
try:
    lines.foreachRDD(list)
except Exception as e:
    print(type(e).__name__, e)
try:
    lines.window(3)
except ValueError as e:
    print(e)
try:
    lines.window(4, 3)
except ValueError as e:
    print(e)
lines.foreachRDD(lambda rdd: show("y", rdd) if not rdd.isEmpty() else None)
ssc.start()
ssc.start()
for late in (lambda: lines.map(lambda x: x + "1").pprint(), lambda: ssc.queueStream([[1]]), lambda: lines.window(4)):
    try:
        late()
    except Exception as e:
        print(type(e).__name__, "after starting a context is not supported" in str(e))
ssc.awaitTerminationOrTimeout(6)
ssc.stop(stopSparkContext=False, stopGraceFully=True)
try:
    ssc.start()
except Exception as e:
    print(type(e).__name__, "already been stopped" in str(e))
