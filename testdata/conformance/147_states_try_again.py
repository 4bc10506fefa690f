"""A batch whose records raise leaves the state, and the window, as if it had them still to do: later batches try again."""
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Settle")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
words = ssc.queueStream([["a", "b"], ["10"], ["a"]])
sizes = words.map(lambda w: (w, {"a": 1, "b": 2}[w]))
sizes.updateStateByKey(lambda new, old: sum(new) + (old or 0)).pprint()
sizes.countByWindow(24, 1).pprint()
ssc.start()
try:
    ssc.awaitTermination()
except Exception as error:
    print(type(error).__name__, "KeyError: '10'" in str(error))
try:
    ssc.awaitTerminationOrTimeout(14)
except Exception as error:
    print(type(error).__name__, "KeyError: '10'" in str(error))
ssc.stop()
