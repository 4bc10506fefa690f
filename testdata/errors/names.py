# The script of the slide, with the functions left out: an error for each.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(1)
lines = ssc.socketTextStream("localhost", 9999)
words = lines.flatMap(f1)  # ERROR "name 'f1' is not defined"
# HINT `define it above this line: def f1\(x\): …, or write a lambda here`
pairs = words.map(f2)  # ERROR "name 'f2' is not defined"
# HINT `define it above this line: def f2\(x\): …, or write a lambda here`
word_counts = pairs.reduceByKey(f3)  # ERROR "name 'f3' is not defined"
# HINT `define it above this line: def f3\(a, b\): …, or write a lambda here`
word_counts.pprint(30)
ssc.start()
ssc.awaitTermination()
# ---
# The same in one chain.
from pyspark.streaming import StreamingContext

ssc = StreamingContext(1)
ssc.socketTextStream("localhost", 9999).flatMap(f1).map(f2).reduceByKey(f3).pprint()  # ERROR "name 'f1' is not defined"
# ERROR "name 'f2' is not defined"
# ERROR "name 'f3' is not defined"
# HINT `define it above this line: def f1\(x\): …, or write a lambda here`
# HINT `define it above this line: def f2\(x\): …, or write a lambda here`
# HINT `define it above this line: def f3\(a, b\): …, or write a lambda here`
ssc.start()
ssc.awaitTermination()
# ---
pritn("hello")  # ERROR "name 'pritn' is not defined"
# HINT `did you mean 'print'\?`
# ---
text = "a b"
print(txet.split())  # ERROR "name 'txet' is not defined"
# HINT `did you mean 'text'\?`
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "names"), 1)  # NOTE "ssc is StreamingContext"
lines = ssc.socketTextstream("localhost", 9999)  # ERROR "'StreamingContext' has no attribute 'socketTextstream'"
# HINT `did you mean 'socketTextStream'\?`
lines.pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "names"), 1)
lines = ssc.socketTextStream("localhost", 9999)  # NOTE `lines is DStream\[str\]`
lines.map(lambda line: (line, 1)).reduceBykey(lambda a, b: a + b).pprint()
# ERROR `'DStream\[tuple\[str, int\]\]' has no attribute 'reduceBykey'`
# HINT `did you mean 'reduceByKey'\?`
lines.flatmap(lambda line: line.split()).pprint()  # ERROR `'DStream\[str\]' has no attribute 'flatmap'`
# HINT `did you mean 'flatMap'\?`
lines.forEachRDD(lambda rdd: None)  # ERROR `'DStream\[str\]' has no attribute 'forEachRDD'`
# HINT `did you mean 'foreachRDD'\?`
lines.print()  # ERROR `'DStream\[str\]' has no attribute 'print'`
# HINT `did you mean 'pprint'\?`
lines.pprnt()  # ERROR `'DStream\[str\]' has no attribute 'pprnt'`
# HINT `did you mean 'pprint'\?`
ssc.start()
ssc.awaitTermination()
# ---
# A name in a lambda: Python would notice only when a record comes.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

suffix = "!"
ssc = StreamingContext(SparkContext("local[2]", "names"), 1)
lines = ssc.queueStream([["a"]])
lines.map(lambda line: line + sufix).pprint()  # ERROR "name 'sufix' is not defined"
# HINT `did you mean 'suffix'\?`
# NOTE "this lambda is called here with line: str"
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext

sc = SparkContext("local[2]", "names")
ssc = StreamingContext(sc, 1)  # ERROR "name 'StreamingContext' is not defined"
# HINT `write from pyspark\.streaming import StreamingContext at the top`
ssc.queueStream([[1]]).pprint()
ssc.start()
# ---
print(sys.argv)  # ERROR "name 'sys' is not defined"
# HINT "write import sys at the top"
print(math.sqrt(2))  # ERROR "name 'math' is not defined"
# HINT "write import math at the top"
# ---
from pyspark import SparkContex  # ERROR "cannot import name 'SparkContex' from 'pyspark'"
# HINT `did you mean 'SparkContext'\?`
from pyspark.streaming import StreamingContext, Dstream  # ERROR `cannot import name 'Dstream' from 'pyspark\.streaming'`
# HINT `did you mean 'DStream'\?`
import maths  # ERROR "module 'maths' is not supported"
# HINT `did you mean 'math'\?`
from math import sqroot  # ERROR "cannot import name 'sqroot' from 'math'"
# HINT `did you mean 'sqrt'\?`

maths.sqrt(2)  # NOTE "it is used here"
# ---
import math

print(math.sqroot(2), math.PI)  # ERROR "module 'math' has no attribute 'sqroot'"
# ERROR "module 'math' has no attribute 'PI'"
# HINT `did you mean 'sqrt'\?`
# HINT `did you mean 'pi'\?`
# ---
print(total)  # ERROR "'total' is used before anything is assigned to it"
# HINT "assign it first, or define it above this line"
total = 1  # NOTE "it is assigned here"
# ---
def f():
    print(count)  # ERROR "'count' is used before anything is assigned to it"
    # HINT "assign it first, or define it above this line"
    count = 1  # NOTE "it is assigned here"

f()
# ---
def f():
    return helper(1)

def g():
    return helpr(1)  # ERROR "name 'helpr' is not defined"
    # HINT `did you mean 'helper'\?`

def helper(x):
    return x

print(f(), g())
# ---
text = "a,b"  # NOTE "text is str"
text.spilt(",")  # ERROR "'str' has no attribute 'spilt'"
# HINT `did you mean 'split'\?`
text.push("c")  # ERROR "'str' has no attribute 'push'"
# HINT `write text \+ text`
[1].push(2)  # ERROR `'list\[int\]' has no attribute 'push'`
# HINT `write \[1\]\.append\(x\)`
{"a": 1}.has_key("a")  # ERROR `'dict\[str, int\]' has no attribute 'has_key'`
# HINT `write key in \{"a": 1\}`
(1, 2).append(3)  # ERROR `'tuple\[int, int\]' has no attribute 'append'`
# HINT `write \(1, 2\) \+ \(x,\): a tuple cannot change`
# ---
words = ["a"]  # NOTE `words is list\[str\]`
words.length()  # ERROR `'list\[str\]' has no attribute 'length'`
# HINT `write len\(words\)`
words.sort().reverse()  # ERROR "'None' has no attribute 'reverse'"
# HINT `list\.sort\(\) changes the list and returns None; sorted\(…\) returns a new list`
# ---
x = true  # ERROR "name 'true' is not defined"
# HINT "write True"
y = null  # ERROR "name 'null' is not defined"
# HINT "write None"
z = xrange(3)  # ERROR "name 'xrange' is not defined"
# HINT "write range"
reduce(lambda a, b: a + b, [1, 2])  # ERROR "name 'reduce' is not defined"
# HINT "write from functools import reduce at the top"
sqrt(2)  # ERROR "name 'sqrt' is not defined"
# HINT "write from math import sqrt at the top"
sleep(1)  # ERROR "name 'sleep' is not defined"
# HINT "write from time import sleep at the top"
# ---
counts = {}
for w in words:  # ERROR "name 'words' is not defined"
# HINT "define it above this line, or check its spelling"
    counts[w] = counts.get(w, 0) + 1
# ---
del x  # ERROR "name 'x' is not defined"
# HINT "define it above this line, or check its spelling"
y = 1  # NOTE "it is assigned here"
del y
print(y)  # ERROR "'y' is used before anything is assigned to it"
# HINT "assign it first, or define it above this line"
# ---
from operator import add, adds  # ERROR "cannot import name 'adds' from 'operator'"
# HINT `did you mean 'add'\?`
print(add(1, 2))
# ---
import sys

if len(sys.argv) > 5:
    print >>sys.stderr, "x"  # WARNING "print >>file is Python 2: it raises TypeError"
    # HINT `write print\(…, file=sys\.stderr\)`
