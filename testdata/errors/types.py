# What is certain to fail with these types.
print("total: " + 3)  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `convert it: str\(3\)`
print(3 + "total")  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
# HINT `convert one side: str\(3\) or int\("total"\)`
n = 1  # NOTE "n is int"
print("total: " + n + "!")  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `convert it: str\(n\)`
print("a" - "b", "a" * "b", 1 + None, b"a" + "b")  # ERROR `unsupported operand type\(s\) for -: 'str' and 'str'`
# ERROR `unsupported operand type\(s\) for \*: 'str' and 'str'`
# ERROR `unsupported operand type\(s\) for \+: 'int' and 'None'`
# ERROR `unsupported operand type\(s\) for \+: 'bytes' and 'str'`
print([1] + (2,), {"a"} + {"b"}, -"a", ~1.5)  # ERROR `unsupported operand type\(s\) for \+: 'list\[int\]' and 'tuple\[int\]'`
# ERROR `unsupported operand type\(s\) for \+: 'set\[str\]' and 'set\[str\]'`
# ERROR "bad operand type for unary -: 'str'"
# ERROR "bad operand type for unary ~: 'float'"
# ---
count = len("abc")  # NOTE "count is int"
message = "count: " + count  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `convert it: str\(count\)`
print(message)
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "types"), 1)
words = ssc.queueStream([["fine"], ["a", "b"]])
words.map(lambda w: w + len(w)).pprint()  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `convert it: str\(len\(w\)\)`
# NOTE "this lambda is called here with w: str"
ssc.start()
ssc.awaitTermination()
# ---
def label(word, count):
    return word + ": " + count  # ERROR `can only concatenate str \(not "int"\) to str`
    # HINT `convert it: str\(count\)`

print(label("a", "1"))
print(label("a", 1))  # NOTE "label is called here with word: str, count: int"
# ---
n = 3
n()  # ERROR "'int' object is not callable"
"text"(1)  # ERROR "'str' object is not callable"
[1, 2](0)  # ERROR `'list\[int\]' object is not callable`
# ---
pair = ("a", 1)
print(pair[2])  # ERROR `tuple index out of range: tuple\[str, int\] has 2 elements`
a, b, c = pair  # ERROR `not enough values to unpack \(expected 3, got 2\)`
first, = pair  # ERROR `too many values to unpack \(expected 1, got 2\)`
a, b = 5  # ERROR "cannot unpack non-iterable int object"
a, b = "x", "y", "z"  # ERROR `too many values to unpack \(expected 2, got 3\)`
# ---
for i in 5:  # ERROR "'int' object is not iterable"
# HINT `to count from 0: range\(5\)`
    print(i)
for i in len([1]):  # ERROR "'int' object is not iterable"
# HINT `to count from 0: range\(len\(\[1\]\)\)`
    print(i)
print(list(3), sum(4), sorted(5), max(6))  # ERROR "'int' object is not iterable"
# ERROR "'int' object is not iterable"
# ERROR "'int' object is not iterable"
# ERROR "'int' object is not iterable"
# HINT `to count from 0: range\(6\)`
print([x for x in 7])  # ERROR "'int' object is not iterable"
# HINT `to count from 0: range\(7\)`
# ---
print("a" < 1, 1 <= "b")  # ERROR "'<' not supported between instances of 'str' and 'int'"
# ERROR "'<=' not supported between instances of 'int' and 'str'"
print([1] > (1,), None < 1)  # ERROR `'>' not supported between instances of 'list\[int\]' and 'tuple\[int\]'`
# ERROR "'<' not supported between instances of 'None' and 'int'"
print({"a": 1} < {"b": 1})  # ERROR `'<' not supported between instances of 'dict\[str, int\]' and 'dict\[str, int\]'`
# ---
print(3 in 4)  # ERROR "argument of type 'int' is not iterable"
print(3 in "345")  # ERROR "'in <string>' requires string as left operand, not int"
print("a" in 5.0)  # ERROR "argument of type 'float' is not iterable"
# ---
d = {[1]: 2}  # ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
s = {[1], [2]}  # ERROR "unhashable type: 'list'"
# ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
# HINT "use a tuple instead"
counts = {}
counts[["a"]] = 1  # ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
keys = {{"a": 1}: 2}  # ERROR "unhashable type: 'dict'"
# HINT "use a tuple instead"
print(hash([1]))  # ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
# ---
x = 5  # NOTE "x is int"
print(x[0], x["a"], None[0], 1.5[1:2])  # ERROR "'int' object is not subscriptable"
# ERROR "'int' object is not subscriptable"
# ERROR "'None' object is not subscriptable"
# ERROR "'float' object is not subscriptable"
words = ["a", "b"]
print(words["a"], words[1.5], "abc"["a"])  # ERROR "list indices must be integers or slices, not str"
# ERROR "list indices must be integers or slices, not float"
# ERROR "str indices must be integers or slices, not str"
x[0] = 1  # ERROR "'int' object does not support item assignment"
"abc"[0] = "d"  # ERROR "'str' object does not support item assignment"
(1, 2)[0] = 3  # ERROR `'tuple\[int, int\]' object does not support item assignment`
# ---
print(len(5), abs("a"), int([1]), float(None), round("a"))  # ERROR `object of type 'int' has no len\(\)`
# ERROR `abs\(\) needs a number, found str`
# ERROR `int\(\) argument must be a string or a number, not 'list\[int\]'`
# ERROR `float\(\) argument must be a string or a number, not 'None'`
# ERROR `round\(\) needs a number, found str`
print(chr("a"), ord(1), range("a"), str.upper(1))  # ERROR "chr: argument 'i' must be int, found str"
# ERROR "ord: argument 'c' must be str, found int"
# ERROR "range: argument 'stop' must be int, found str"
# ERROR `str\.upper needs a str, found int`
print(sum(["a", "b"]), max(6), sum([[1]]))  # ERROR `sum\(\) adds numbers, but these are str`
# ERROR "'int' object is not iterable"
# ERROR `sum\(\) adds numbers, but these are list\[int\]`
# HINT `to join strings write ""\.join\(\["a", "b"\]\)`
# HINT `to count from 0: range\(6\)`
# ---
print(" ".join([1, 2]), "a".split(1), "abc".replace("a", 1), "a".join(3))
# ERROR `str\.join: expected strings to join, found int`
# ERROR `str\.split: argument 'sep' must be None or str, found int`
# ERROR `str\.replace: argument 'new' must be str, found int`
# ERROR "'int' object is not iterable"
# HINT `convert each: str\(x\) for x in …`
# ---
words = ["a"]
words.append("b").append("c")  # ERROR "'None' has no attribute 'append'"
# HINT `list\.append\(\) returns None`
result = words.sort()  # NOTE "result is None"
print(result[0], len(result))  # ERROR "'None' object is not subscriptable"
# ERROR `object of type 'None' has no len\(\)` HINT `so do append\(\), sort\(\) and pprint\(\)`
# ---
def nothing():
    pass

print(nothing() + 1)  # ERROR `unsupported operand type\(s\) for \+: 'None' and 'int'`
# HINT `nothing\(\) returns None: it has no return with a value`
print(nothing().upper())  # ERROR "'None' has no attribute 'upper'"
# HINT `nothing\(\) returns None: it has no return with a value`
for x in nothing():  # ERROR "'None' object is not iterable"
    print(x)
# ---
raise "failed"  # ERROR "exceptions must derive from BaseException, found str"
# HINT `raise ValueError\("…"\)`
# ---
with "file" as f:  # ERROR "'str' object cannot be used with 'with'"
# HINT `with takes a file: with open\(name\) as f`
    print(f)
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "types"), 1)
pairs = ssc.queueStream([[("a", 1)]])
pairs.map(lambda p: p[2]).pprint()  # ERROR `tuple index out of range: tuple\[str, int\] has 2 elements`
# NOTE `this lambda is called here with p: tuple\[str, int\]`
pairs.map(lambda p: p.key).pprint()  # ERROR `'tuple\[str, int\]' has no attribute 'key'`
# NOTE `this lambda is called here with p: tuple\[str, int\]`
pairs.mapValues(lambda v: v.upper()).pprint()  # ERROR "'int' has no attribute 'upper'"
# NOTE "this lambda is called here with v: int"
pairs.flatMap(lambda p: p[1]).pprint()
# ERROR `DStream\.flatMap needs a function that returns something iterable, but this lambda returns int`
# HINT `return a list, such as \[x\]`
pairs.flatMap(lambda p: print(p)).pprint()
# ERROR `DStream\.flatMap needs a function that returns something iterable, but this lambda returns None`
# HINT `return a list, such as \[x\]`
pairs.map(lambda p: p[0] + p[1]).pprint()  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `convert it: str\(p\[1\]\)`
# NOTE `this lambda is called here with p: tuple\[str, int\]`
pairs.filter(lambda k, v: v > 1).pprint()  # ERROR `DStream\.filter calls this lambda with 1 argument, but it takes 2 arguments`
# HINT `a record is one tuple: take one argument, x, and write x\[0\] … x\[1\] for its parts`
pairs.map(5).pprint()  # ERROR `DStream\.map: argument 'f' must be a function, found int`
pairs.map("upper").pprint()  # ERROR `DStream\.map: argument 'f' must be a function, found str`
pairs.map(lambda p: p + 1).count().pprint()  # ERROR `unsupported operand type\(s\) for \+: 'tuple\[str, int\]' and 'int'`
# NOTE `this lambda is called here with p: tuple\[str, int\]`
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "types"), 1)
ssc.queueStream([[["a", 1], ["b", 2]]]).countByValue().pprint()  # ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
ssc.queueStream([[(["a"], 1)]]).reduceByKey(lambda a, b: a + b).pprint()  # ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
ssc.queueStream([["a", "b"]]).map(lambda w: ([w], 1)).groupByKey().pprint()  # ERROR "unhashable type: 'list'"
# HINT "use a tuple instead"
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "types"), "1")
# ERROR `StreamingContext: argument 'batchDuration' must be float \| None, found str` HINT `without quotes: 1`
lines = ssc.socketTextStream("localhost", "9999")
# ERROR `StreamingContext\.socketTextStream: argument 'port' must be int, found str` HINT `without quotes: 9999`
# NOTE `lines is DStream\[str\]`
lines.pprint("30")  # ERROR `DStream\.pprint: argument 'num' must be int, found str` HINT `without quotes: 30`
for line in lines:  # ERROR `'DStream\[str\]' object is not iterable`
# HINT `a stream is not there as a whole: use \.foreachRDD\(lambda rdd: …\) for each batch, \.map\(f\) for each record`
    print(line)
print(lines[0], len(lines), lines + "x")  # ERROR `'DStream\[str\]' object is not subscriptable`
# ERROR `object of type 'DStream\[str\]' has no len\(\)`
# ERROR `unsupported operand type\(s\) for \+: 'DStream\[str\]' and 'str'`
# HINT `write lines\.count\(\)` HINT `a stream is not a value`
if lines.count() > 3:  # ERROR `'>' not supported between instances of 'DStream\[int\]' and 'int'` HINT `a stream is not a value`
    print("many")
ssc.start()
ssc.awaitTermination()
# ---
x = 1  # NOTE "x is int"
print(x < None, x in None)  # ERROR "'<' not supported between instances of 'int' and 'None'"
# ERROR "argument of type 'None' is not iterable"
print(None in [None], x is None, x == None, None is not None)
# ---
def outer(n):
    total = 0  # NOTE "total is int"

    def inc():
        nonlocal total
        total += "a"  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
        # HINT `convert one side: str\(total\) or int\("a"\)`

    for i in range(n):
        inc()
    return total

print(outer(2))
# ---
count = 0  # NOTE "count is int"

def step():
    global count
    count = count + "a"  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
    # HINT `convert one side: str\(count\) or int\("a"\)`

step()
print(count)
# ---
# Errors that come round again: in loops, in recursion, through a state.
total = 0  # NOTE "total is int"
for word in ["a"]:  # NOTE "word is str"
    total = total + word  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
    # HINT `convert one side: str\(total\) or int\(word\)`
length = 0  # NOTE "length is int"
for word in ["a"]:  # NOTE "word is str"
    length += word  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
    # HINT `convert one side: str\(length\) or int\(word\)`
n = 0  # NOTE "n is int"
while n < 3:
    n = n.upper()  # ERROR "'int' has no attribute 'upper'"

def depth(n):
    if n == 0:
        return 0
    return depth(n - 1) + "a"  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
    # HINT `convert one side: str\(depth\(n - 1\)\) or int\("a"\)`

print(total, length, depth(2))  # NOTE "depth is called here with n: int"
# ---
# Names of types are no values, but a script may name them.
import typing
from typing import List, Optional, TypeVar

T = TypeVar("T")
Words = List[str]
Pairs = list[tuple[str, int]]

def first(words: Words, default: Optional[str] = None) -> typing.Union[str, int]:
    return words[0] if words else default

print(first(["a"]))
# ---
# A base is for the digits of a text.
print(int("ff", 16), int(b"ff", 16))
print(int(5, 10))  # ERROR `int\(\) can't convert non-string with explicit base` HINT "leave the base out"
print(int([], base=2))  # ERROR `int\(\) can't convert non-string with explicit base` HINT "this is list"
# ---
a = [1, 2]
a[:], b = int(3), 1  # ERROR `can only assign an iterable, not int` HINT `in a statement of its own`
