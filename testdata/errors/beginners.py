# Mistakes of those who learn Python and Spark, one script each, and what they are told.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "app")
ssc = StreamingContext(sc)  # ERROR "is missing the argument 'batchDuration'" HINT `the time between two batches, in seconds`
ssc.start()
# ---
# Text where a number is wanted.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

port = "9999"  # NOTE "port is str"
ssc = StreamingContext(SparkContext("local[2]", "app"), 1)
lines = ssc.socketTextStream("localhost", port)  # ERROR "argument 'port' must be int, found str" HINT `convert it: int\(port\)`
lines.pprint("5")  # ERROR "argument 'num' must be int, found str" HINT "write the number without quotes: 5"
ssc.start()
ssc.awaitTermination()
# ---
# The state of a new key is None.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "app"), 1)
ssc.checkpoint("checkpoint")

def update(new, old):
    return sum(new) + old  # ERROR `for \+: 'int' and 'None'` HINT `old is None here, as the state of a new key is: write \(old or 0\)`

words = ssc.queueStream([["a", "b"]]).map(lambda w: (w, 1))
words.updateStateByKey(update).pprint()  # NOTE `update is called here with new: list\[int\], old: None`
ssc.start()
ssc.awaitTermination()
# ---
# A variable of the script that a function changes.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "app"), 1)
total = 0

def add_batch(rdd):
    total += rdd.count()  # ERROR "'total' is used before anything is assigned to it" HINT "write global total in the function's first line"
    print(total)

def counter():
    n = 0
    def step():
        n = n + 1  # NOTE "it is assigned here"
        # ERROR "'n' is used before anything is assigned to it" HINT "write nonlocal n in its first line"
        return n
    return step

print(counter()())
ssc.queueStream([[1]]).foreachRDD(add_batch)  # NOTE "add_batch is called here"
ssc.start()
ssc.awaitTermination()
# ---
# What outputs give, and streams as numbers.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "app")
ssc = StreamingContext(sc, 1)
lines = ssc.queueStream([["a"]])
shown = lines.pprint()  # NOTE "shown is None"
shown.count()  # ERROR "'None' has no attribute 'count'" HINT `so do append\(\), sort\(\) and pprint\(\)`
n = lines.count()  # NOTE `n is DStream\[int\]`
if n > 3:  # ERROR `'>' not supported between instances of 'DStream\[int\]' and 'int'` HINT "a stream is not a value"
    print("many")
numbers = sc.parallelize([1, 2])  # NOTE `numbers is RDD\[int\]`
print(numbers * 2)  # ERROR `for \*: 'RDD\[int\]' and 'int'` HINT `\.collect\(\), \.count\(\) or \.first\(\)`
ssc.start()
ssc.awaitTermination()
# ---
# The object of a method.
class Counter:
    def add(n):  # NOTE "Counter.add is defined here"
        return n + 1

print(Counter().add(1))  # ERROR `add\(\) takes 1 argument but 2 were given` HINT `def add\(self, …\)`
# ---
# A function without lambda.
print(list(map(x: x + 1, [1, 2])))  # ERROR `expected ',' or '\)', found ':'` HINT "is written lambda x: …"
# ---
# A quote that is missing: the parenthesis behind it is not.
print(len("abc))
# ERROR "unterminated string literal" HINT `close it with "`
