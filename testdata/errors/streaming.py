# Misuse of the streaming API that Spark reports when the program starts, or with the first batch.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
words = ssc.socketTextStream("localhost", 9999)  # NOTE `words is DStream\[str\]`
words.reduceByKey(lambda a, b: a + b).pprint()
# ERROR `reduceByKey needs \(key, value\) pairs, but this stream's elements are str`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
words.map(lambda w: len(w)).groupByKey().pprint()
# ERROR `groupByKey needs \(key, value\) pairs, but this stream's elements are int`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
words.map(lambda w: (w, 1, 2)).mapValues(lambda v: v + 1).pprint()
# ERROR `mapValues needs \(key, value\) pairs, but this stream's elements are tuple\[str, int, int\]`
# HINT `make pairs of them first, e\.g\. \.map\(lambda x: \(x\[0\], x\[1:\]\)\)`
words.updateStateByKey(lambda new, old: old).pprint()
# ERROR `updateStateByKey needs \(key, value\) pairs, but this stream's elements are str`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
words.join(words).pprint()  # ERROR `join needs \(key, value\) pairs, but this stream's elements are str`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
words.map(lambda w: w.split()).reduceByKey(lambda a, b: a).pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
pairs = ssc.queueStream([["a"]]).map(lambda w: (w, 1))
counts = pairs.reduceByKey(lambda a, b: a + b)
ssc.start()  # ERROR "no output operation is registered, so there is nothing to execute"
# HINT `end a stream with an output: \.pprint\(\), \.foreachRDD\(f\) or \.saveAsTextFiles\(prefix\)`
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 2)  # NOTE "the batch interval is set here"
words = ssc.queueStream([["a"]])
words.window(3, 2).pprint()
# ERROR "windowDuration of window must be a multiple of the batch interval: 3 s is not a multiple of 2 s"
words.window(4, 3).pprint()
# ERROR "slideDuration of window must be a multiple of the batch interval: 3 s is not a multiple of 2 s"
words.window(6, 4).pprint()
words.window(0).pprint()  # WARNING "a window of 0 seconds never holds a record"
words.window(-2).pprint()  # WARNING "a window of -2 seconds never holds a record"
words.window(4.5).pprint()
# ERROR `windowDuration of window must be a multiple of the batch interval: 4\.5 s is not a multiple of 2 s`
words.map(lambda w: (w, 1)).reduceByKeyAndWindow(lambda a, b: a + b, None, 5, 2).pprint()
# ERROR "windowDuration of reduceByKeyAndWindow must be a multiple of the batch interval: 5 s is not a multiple of 2 s"
words.map(lambda w: (w, 1)).reduceByKeyAndWindow(lambda a, b: a + b, None, windowDuration=30, slideDuration=5).pprint()
# ERROR "slideDuration of reduceByKeyAndWindow must be a multiple of the batch interval: 5 s is not a multiple of 2 s"
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 0)
# ERROR "the batch interval must be more than 0 seconds, found 0"
ssc.queueStream([["a"]]).pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark.streaming import StreamingContext

ssc = StreamingContext(-1)  # ERROR "the batch interval must be more than 0 seconds, found -1"
ssc.queueStream([["a"]]).pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
pairs = ssc.queueStream([[("a", 1)]])
pairs.updateStateByKey(lambda new, old: sum(new) + (old or 0)).pprint()
# ERROR "updateStateByKey needs a checkpoint directory, and none is set"
# HINT `write ssc\.checkpoint\("checkpoint"\) before ssc\.start\(\)`
pairs.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 3, 1).pprint()
# ERROR "reduceByKeyAndWindow needs a checkpoint directory, and none is set"
# HINT `write ssc\.checkpoint\("checkpoint"\) before ssc\.start\(\)`
pairs.countByWindow(3, 1).pprint()  # ERROR "countByWindow needs a checkpoint directory, and none is set"
# HINT `write ssc\.checkpoint\("checkpoint"\) before ssc\.start\(\)`
pairs.reduceByKeyAndWindow(lambda a, b: a + b, None, 3, 1).pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
words = ssc.queueStream([["a"]])
words.pprint()
ssc.start()  # NOTE "the context is started here"
words.map(lambda w: w.upper()).pprint()  # ERROR `pprint after start\(\): adding operations to a started context is not supported`
# HINT `move it above ssc\.start\(\)`
ssc.socketTextStream("localhost", 9999).pprint()
# ERROR `socketTextStream after start\(\): adding operations to a started context is not supported`
# HINT `move it above ssc\.start\(\)`
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
ssc.queueStream([["a"]]).pprint()
ssc.start()  # NOTE "the first call"
ssc.start()  # WARNING `start\(\) is called again; Spark only warns and goes on`
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
# WARNING "this streaming context is never started, so nothing runs"
# HINT `end the script with ssc\.start\(\) and ssc\.awaitTermination\(\)`
ssc.queueStream([["a"]]).pprint()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
ssc.queueStream([["a"]]).pprint()
ssc.start()
ssc.stop()  # NOTE "it is stopped here"
ssc.start()  # ERROR "a context that was stopped cannot be started again"
# HINT "make a new StreamingContext"
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "streaming")
first = StreamingContext(sc, 1)
second = StreamingContext(sc, 1)
first.queueStream([["a"]]).pprint()
second.queueStream([["a"]]).pprint()
first.start()  # NOTE "the other is started here"
second.start()  # ERROR "only one streaming context can be started at a time"
# HINT "put all streams into one context"
first.awaitTermination()
# ---
from pyspark import SparkContext

# What a handler may catch is left to the run.
try:
    SparkContext("local[2]", "streaming").parallelize([1]).collect()
except ValueError as e:
    print(e)
# ---
from pyspark import SparkContext

first = SparkContext("local[2]", "streaming")  # NOTE "the first is made here"
second = SparkContext("local[2]", "streaming")  # ERROR "only one SparkContext can exist at a time"
# HINT `use the first, or stop\(\) it before`
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "streaming")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1]])
numbers.map(lambda x: sc.parallelize([x]).count()).pprint()
# ERROR "'sc' is a SparkContext, which exists on the driver only, but map runs its function on the workers"
# HINT `compute the value first, and use it in the function; a lookup table can be shared with sc\.broadcast\(\)`
# NOTE "the function is given to map here"
numbers.map(lambda x: ssc).pprint()
# ERROR "'ssc' is a StreamingContext, which exists on the driver only, but map runs its function on the workers"
# HINT `compute the value first, and use it in the function; a lookup table can be shared with sc\.broadcast\(\)`
# NOTE "the function is given to map here"
numbers.map(lambda x: numbers).pprint()
# ERROR "'numbers' is a DStream, which exists on the driver only, but map runs its function on the workers"
# HINT `compute the value first, and use it in the function; a lookup table can be shared with sc\.broadcast\(\)`
# NOTE "the function is given to map here"
numbers.filter(lambda x: numbers.count() > x).pprint()
# ERROR `'>' not supported between instances of 'DStream\[int\]' and 'int'` HINT "a stream is not a value"
# NOTE "this lambda is called here with x: int"
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
numbers = ssc.queueStream([[1, 2]])
numbers.mapPartitions(lambda records: sum(records)).pprint()
# ERROR `DStream\.mapPartitions needs a function that returns something iterable, but this lambda returns int`
# HINT `return a list, such as \[x\]`
numbers.transform(lambda rdd: rdd.collect()).pprint()
# ERROR `DStream\.transform needs a function that returns an RDD, but this lambda returns list\[int\]`
# HINT "use foreachRDD to look at the records"
numbers.transform(lambda rdd: print(rdd.count())).pprint()
# ERROR `DStream\.transform needs a function that returns an RDD, but this lambda returns None`
# HINT "use foreachRDD to look at the records"
ssc.start()
ssc.awaitTermination()
# ---
# Methods of RDDs called on a stream.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
words = ssc.queueStream([["a"]])  # NOTE `words is DStream\[str\]`
words.foreach(print)  # ERROR `'DStream\[str\]' has no attribute 'foreach'`
# HINT `foreach is a method of RDDs, which \.foreachRDD\(lambda rdd: …\) gives you batch by batch`
print(words.collect())  # ERROR `'DStream\[str\]' has no attribute 'collect'`
# HINT `collect is a method of RDDs, which \.foreachRDD\(lambda rdd: …\) gives you batch by batch`
words.sortBy(lambda w: w).pprint()  # ERROR `'DStream\[str\]' has no attribute 'sortBy'`
# HINT `sortBy is a method of RDDs: write \.transform\(lambda rdd: rdd\.sortBy\(…\)\)`
words.distinct().pprint()  # ERROR `'DStream\[str\]' has no attribute 'distinct'`
# HINT `distinct is a method of RDDs: write \.transform\(lambda rdd: rdd\.distinct\(…\)\)`
words.take(3)  # ERROR `'DStream\[str\]' has no attribute 'take'`
# HINT `take is a method of RDDs, which \.foreachRDD\(lambda rdd: …\) gives you batch by batch`
words.pprint().count()  # ERROR "'None' has no attribute 'count'"
# HINT `DStream\.pprint\(\) returns None`
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext

sc = SparkContext("local[2]", "streaming")  # NOTE "sc is SparkContext"
rdd = sc.parallelize([1, 2])  # NOTE `rdd is RDD\[int\]`
rdd.pprint()  # ERROR `'RDD\[int\]' has no attribute 'pprint'`
# HINT `write print\(rdd\.collect\(\)\), or rdd\.take\(10\) for some of it`
rdd.foreachRDD(print)  # ERROR `'RDD\[int\]' has no attribute 'foreachRDD'`
# HINT "foreachRDD is a method of streams, and this is one RDD"
rdd.reduceByKey(lambda a, b: a + b)  # ERROR `reduceByKey needs \(key, value\) pairs, but this RDD's elements are int`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
rdd.window(3)  # ERROR `'RDD\[int\]' has no attribute 'window'`
# HINT "window is a method of streams, and this is one RDD"
sc.socketTextStream("localhost", 9999)  # ERROR "'SparkContext' has no attribute 'socketTextStream'"
# HINT "socketTextStream is a method of the StreamingContext"
# ---
from pyspark.streaming import StreamingContext

ssc = StreamingContext("local[2]", "app")  # ERROR "StreamingContext: argument 'sparkContext' must be SparkContext, found str"
# HINT `write StreamingContext\(SparkContext\("local\[2\]", …\), 1\)`
lines = ssc.socketTextStream("localhost", 9999)
lines.pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"))
# ERROR `StreamingContext\(\) is missing the argument 'batchDuration'` HINT "it is the time between two batches, in seconds"
# NOTE `StreamingContext\(sparkContext: SparkContext, batchDuration: float \| None = None\)`
lines = ssc.socketTextStream("localhost", 9999)
lines.pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
lines = ssc.socketTextStream("localhost", 9999)
counts = lines.flatMap(lambda line: line.split(" ")).map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b)
counts.map(lambda k, v: (v, k)).pprint()  # ERROR `DStream\.map calls this lambda with 1 argument, but it takes 2 arguments`
# HINT `a record is one tuple: take one argument, x, and write x\[0\] … x\[1\] for its parts`
counts.pprint  # WARNING `counts\.pprint is not called, so this does nothing`
# HINT `write counts\.pprint\(\)`
ssc.start  # WARNING `ssc\.start is not called, so this does nothing`
# HINT `write ssc\.start\(\)`
ssc.awaitTermination()
# ---
# A checkpoint directory of the SparkContext is one, too.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "streaming")
sc.setCheckpointDir("checkpoint")
ssc = StreamingContext(sc, 1)
ssc.queueStream([[("a", 1)]]).updateStateByKey(lambda new, old: sum(new) + (old or 0)).pprint()
ssc.start()
ssc.awaitTermination()
# ---
# One context after the other is fine, and so is either of two branches.
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "streaming")
ssc = StreamingContext(sc, 1)
ssc.queueStream([["a"]]).pprint()
ssc.start()
ssc.stop(False)
ssc = StreamingContext(sc, 2)
lines = ssc.queueStream([["b"]])
if len(sys.argv) > 1:
    lines.window(4).pprint()
    ssc.start()
else:
    lines.pprint()
    ssc.start()
ssc.awaitTermination()
# ---
# A stream that is empty so far has elements of any kind.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
ssc.queueStream([]).reduceByKey(lambda a, b: a + b).pprint()
ssc.queueStream([[([1], 2)]]).mapValues(lambda v: v + 1).pprint()
ssc.start()
try:
    ssc.queueStream([[1]]).pprint()
    ssc.queueStream([[1]]).window(1.5).pprint()
except Exception as e:
    print("too late", e)
ssc.awaitTermination()
# ---
# The interval, not the window, has to be above 0; what is between is a multiple of it.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 0.5)  # NOTE "the batch interval is set here"
words = ssc.queueStream([["a"]])
words.window(0.75).pprint()
# ERROR `windowDuration of window must be a multiple of the batch interval: 0\.75 s is not a multiple of 0\.5 s`
words.window(1, 0).pprint()  # ERROR "slideDuration of window must be more than 0 seconds, found 0"
words.countByWindow(2, 0.3).pprint()
# ERROR `slideDuration of countByWindow must be a multiple of the batch interval: 0\.3 s is not a multiple of 0\.5 s`
words.reduceByWindow(lambda a, b: a + b, None, 10, 2.5).pprint()
ssc.checkpoint("checkpoint")
ssc.start()
ssc.awaitTermination()
# ---
# PySpark asks the functions of batches how many parameters they have.
from functools import partial

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
lines = ssc.queueStream([["a"]])


class Sink:
    def __init__(self):
        self.n = 0

    def one(self, rdd):
        self.n += rdd.count()

    def two(self, time, rdd):
        self.n += rdd.count()

    @staticmethod
    def still(rdd):
        print(rdd.count())

    def __call__(self, rdd):
        print(rdd.count())


def save(folder, rdd):
    print(folder, rdd.count())


sink = Sink()
got = []
lines.foreachRDD(sink.two)
lines.foreachRDD(Sink.still)
lines.foreachRDD(lambda time, rdd, name="x": print(name, rdd.count()))
lines.foreachRDD(lambda rdd, *, name="x": print(name, rdd.count()))
lines.foreachRDD(lambda *args: print(len(args)))
lines.foreachRDD(sink.one)  # ERROR `one\(\) takes 2 arguments but 3 were given`
lines.foreachRDD(sink)  # ERROR "foreachRDD needs a def or a lambda, for PySpark asks it for its __code__"
# HINT `write foreachRDD\(lambda rdd: sink\(rdd\)\)`
lines.foreachRDD(print)  # ERROR "foreachRDD needs a def or a lambda, for PySpark asks it for its __code__"
# HINT `write foreachRDD\(lambda rdd: print\(rdd\)\)`
lines.foreachRDD(partial(save, "x"))  # ERROR "foreachRDD needs a def or a lambda, for PySpark asks it for its __code__"
# HINT `write foreachRDD\(lambda rdd: partial\(save, "x"\)\(rdd\)\)`
lines.foreachRDD(lambda rdd, n=2: print(rdd.count() + n))
# WARNING "foreachRDD calls this with the batch's time first, since parameters with defaults count, too"
# HINT `put a \* before the parameter with a default`
# ERROR "'datetime' has no attribute 'count'"
lines.transform(lambda time, rdd, n=2: rdd.map(lambda x: x * n)).pprint()
# ERROR "transform needs a function of 1 or 2 parameters, and this one has 3"
# HINT `parameters with defaults count, too, unless they come after a \*`
ssc.start()
ssc.awaitTermination()
# ---
from dstreamc import State, mapWithState
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
ssc.checkpoint("checkpoint")
words = ssc.queueStream([["a"]])  # NOTE `words is DStream\[str\]`
pairs = words.map(lambda w: (w, 1))  # NOTE `pairs is DStream\[tuple\[str, int\]\]`


def two(key, state):  # NOTE "two is defined here"
    return key


def wrong(key, value, state):
    state.updat(value)  # ERROR `'State\[Any\]' has no attribute 'updat'`  # HINT `did you mean 'update'\?`
    return state.getOption() + 1


mapWithState(words, lambda k, v, s: k)[0].pprint()
# ERROR `mapWithState needs \(key, value\) pairs, but this stream's elements are str`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
mapWithState(pairs, two)[0].pprint()  # ERROR "mapWithState calls two with 3 arguments, but it takes 2 arguments"
mapWithState(pairs, wrong)[0].pprint()  # NOTE "wrong is called here with .*state: State"
mapWithState(["a"], wrong)  # ERROR "dstreamc.mapWithState: argument 'stream' must be DStream"
mapWithState(pairs, lambda k, v, s: k, timeout="1")[0].pprint()  # ERROR "argument 'timeout' must be float . None, found str"
# HINT "write the number without quotes: 1"
pairs.mapWithState(lambda k, v, s: k)  # ERROR "has no attribute 'mapWithState'"
# HINT `write events, states = mapWithState\(pairs, function\), with from dstreamc import mapWithState`
ssc.start()
ssc.awaitTermination()
# ---
from dstreamc import mapWithState
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "streaming"), 1)
pairs = ssc.queueStream([["a"]]).map(lambda w: (w, 1))
events, states = mapWithState(pairs, lambda k, v, s: s.update(v))  # ERROR "mapWithState needs a checkpoint directory, and none is set"
# HINT `write ssc\.checkpoint\("checkpoint"\) before ssc\.start\(\)`
events.pprint()
ssc.start()
ssc.awaitTermination()
