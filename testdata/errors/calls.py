# Functions and methods called with other arguments than they take.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "calls"), 1)
words = ssc.queueStream([["a", "b"]])
pairs = words.map(lambda word, count: (word, count))
# ERROR `DStream\.map calls this lambda with 1 argument, but it takes 2 arguments` HINT "it gets one value at a time: lambda x: …"
pairs.pprint()
words.map(lambda: 1).pprint()  # ERROR `DStream\.map calls this lambda with 1 argument, but it takes 0 arguments`
words.map(lambda w: (w, 1)).reduceByKey(lambda a: a).pprint()
# ERROR `DStream\.reduceByKey calls this lambda with 2 arguments, but it takes 1 argument` HINT "it gets two values at a time: lambda a, b: …"
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

def pair(word, count):  # NOTE "pair is defined here"
    return (word, count)

ssc = StreamingContext(SparkContext("local[2]", "calls"), 1)
ssc.queueStream([["a", "b"]]).map(pair).pprint()  # ERROR `DStream\.map calls pair with 1 argument, but it takes 2 arguments` HINT `it gets one value at a time: def pair\(x\)`
ssc.start()
ssc.awaitTermination()
# ---
def f(a, b=2):  # NOTE "f is defined here"
    return a + b

f()  # ERROR `f\(\) is missing 1 argument: 'a'`
f(1, 2, 3)  # ERROR `f\(\) takes 1 to 2 arguments but 3 were given`
f(1, c=3)  # ERROR `f\(\) got an unexpected keyword argument 'c'`
f(1, a=2)  # ERROR `f\(\) got multiple values for argument 'a'`
f(b=1)  # ERROR `f\(\) is missing 1 argument: 'a'`
# ---
f = lambda a, b: a  # NOTE "f is defined here"
f(1)  # ERROR `f\(\) is missing 1 argument: 'b'`
f(1, 2, 3)  # ERROR `f\(\) takes 2 arguments but 3 were given`
print((lambda x: x)())  # ERROR `<lambda>\(\) is missing 1 argument: 'x'`
# NOTE "this lambda is defined here"
# ---
len()  # ERROR `len\(\) is missing the argument 'object'`
# NOTE `len\(object: Sized\) -> int`
len("a", "b")  # ERROR `len\(\) takes at most 1 argument, found 2`
# NOTE `len\(object: Sized\) -> int`
print("a", seperator=", ")  # ERROR `print\(\) got an unexpected keyword argument 'seperator'`
print("a", sepp=", ")  # ERROR `print\(\) got an unexpected keyword argument 'sepp'`
# HINT `did you mean 'sep'\?`
"a b".split(" ", 1, 2)  # ERROR `str\.split\(\) takes at most 2 arguments, found 3`
# NOTE `str\.split\(sep: None = None, maxsplit: int = -1\) -> list\[str\]`
"a".upper("b")  # ERROR `str\.upper\(\) takes no arguments, found 1`
# NOTE `str\.upper\(\) -> str`
[1].append()  # ERROR `list\.append\(\) is missing the argument 'object'`
# NOTE `list\.append\(object: T\) -> None`
sorted([1], reversed=True)  # ERROR `sorted\(\) got an unexpected keyword argument 'reversed'`
# HINT `did you mean 'reverse'\?`
open()  # ERROR `open\(\) is missing the argument 'file'`
# NOTE `open\(file: str, mode: str = "r", \*, encoding: str \| None = None, errors: str \| None = None, newline: str \| None = None\) -> File`
range()  # ERROR `range\(\) is missing the argument 'stop'`
# NOTE `range\(stop: int\)`
int("1", 2, 3)  # ERROR `int\(\) takes at most 2 arguments, found 3`
# NOTE `int\(x: str, base: int = 10\)`
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "calls"), 1)
lines = ssc.socketTextStream("localhost")  # ERROR `StreamingContext\.socketTextStream\(\) is missing the argument 'port'`
# NOTE `StreamingContext\.socketTextStream\(hostname: str, port: int\) -> DStream\[str\]`
more = ssc.socketTextStream("localhost", 9999, 1, 2)
# ERROR `StreamingContext\.socketTextStream\(\) takes at most 3 arguments, found 4`
# NOTE `StreamingContext\.socketTextStream\(hostname: str, port: int, storageLevel: StorageLevel\) -> DStream\[str\]`
lines.pprint(10, 20)  # ERROR `DStream\.pprint\(\) takes at most 1 argument, found 2`
# NOTE `DStream\.pprint\(num: int = 10\) -> None`
other = ssc.textFileStream()  # ERROR `StreamingContext\.textFileStream\(\) is missing the argument 'directory'`
# NOTE `StreamingContext\.textFileStream\(directory: str\) -> DStream\[str\]`
other.window().pprint()  # ERROR `DStream\.window\(\) is missing the argument 'windowDuration'`
# NOTE `DStream\.window\(windowDuration: float, slideDuration: float \| None = None\) -> DStream\[T\]`
other.pprint(nums=30)  # ERROR `DStream\.pprint\(\) got an unexpected keyword argument 'nums'`
# HINT `did you mean 'num'\?`
other.map().pprint()  # ERROR `DStream\.map\(\) is missing the argument 'f'`
# NOTE `DStream\.map\(f: Callable\[\[T\], U\], preservesPartitioning: bool = False\) -> DStream\[U\]`
other.union().pprint()  # ERROR `DStream\.union\(\) is missing the argument 'other'`
# NOTE `DStream\.union\(other: DStream\[U\]\) -> DStream\[U\]`
other.foreachRDD()  # ERROR `DStream\.foreachRDD\(\) is missing the argument 'func'`
# NOTE `DStream\.foreachRDD\(func: Callable\[\[RDD\[T\]\], None\]\) -> None`
ssc.start(1)  # ERROR `StreamingContext\.start\(\) takes no arguments, found 1`
# NOTE `StreamingContext\.start\(\) -> None`
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext()  # ERROR `StreamingContext\(\) is missing the argument 'sparkContext'`
# NOTE `StreamingContext\(sparkContext: SparkContext, batchDuration: float \| None = None\)`
ssc.queueStream([[1]]).pprint()
ssc.start()
ssc.awaitTermination()
# ---
# The third argument is the inverse function, not the window.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "calls"), 1)
pairs = ssc.queueStream([["a"]]).map(lambda w: (w, 1))
pairs.reduceByKeyAndWindow(lambda a, b: a + b, 3, 1).pprint()
# ERROR `DStream\.reduceByKeyAndWindow: argument 'invFunc' must be a function, found int`
# HINT "the windows come after the inverse function: write None where there is none"
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

def handle(time, rdd, extra):  # NOTE "handle is defined here"
    print(time, rdd.count(), extra)  # ERROR "'int' has no attribute 'count'"

ssc = StreamingContext(SparkContext("local[2]", "calls"), 1)
stream = ssc.queueStream([[1]])  # NOTE `stream is DStream\[int\]`
stream.foreachRDD(handle)  # ERROR `DStream\.foreachRDD calls handle with 1 or 2 arguments, but it takes 3 arguments`
stream.foreachRDD(lambda: print("batch"))
# ERROR `DStream\.foreachRDD calls this lambda with 1 or 2 arguments, but it takes 0 arguments`
stream.foreachRDD(stream)  # ERROR `DStream\.foreachRDD: argument 'func' must be a function, found DStream\[int\]`
stream.foreachRDD(handle(1, 2, 3))  # ERROR `DStream\.foreachRDD: argument 'func' must be a function, found None`
# NOTE "handle is called here with time: int, rdd: int, extra: int"
# HINT "to pass the function itself write handle without the parentheses behind it"
stream.foreachRDD(lambda rdd: print(rdd.count()))
ssc.start()
ssc.awaitTermination()
# ---
# A call where the function itself is wanted.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

def split(line):  # NOTE "split is defined here"
    return line.split()

ssc = StreamingContext(SparkContext("local[2]", "calls"), 1)
lines = ssc.queueStream([["a b"]])
lines.flatMap(split()).pprint()  # ERROR `split\(\) is missing 1 argument: 'line'`
lines.flatMap(split("a b")).pprint()  # ERROR `DStream\.flatMap: argument 'f' must be a function, found list\[str\]`
# HINT "to pass the function itself write split without the parentheses behind it"
ssc.start()
ssc.awaitTermination()
# ---
# The largest of nothing.
print(max())  # ERROR `max expected at least 1 argument, got 0`
print(max(*[1, 2]), min([3]))
# ---
# What a star takes apart must be something to iterate over.
class Empty:
    pass

print(*5)  # ERROR `argument after \* must be an iterable, not int`
print(*Empty())  # ERROR `argument after \* must be an iterable, not Empty`
print(*[1], *"ab")
