# Mistakes of every kind in one script: all are reported, in the order of the lines.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

def parse(line)  # ERROR "expected ':', found the end of the line"
    return line.split(",")

sc = SparkContext("local[2]", "several")
ssc = StreamingContext(sc, 5)  # NOTE "the batch interval is set here"
lines = ssc.socketTextStream("localhost", "9999")
# ERROR `StreamingContext\.socketTextStream: argument 'port' must be int, found str` HINT "write the number without quotes: 9999"
# NOTE `lines is DStream\[str\]`
pairs = lines.map(lambda line: (line, 1)  # ERROR `'\(' was never closed`
counts = pairs.reduceByKey(plus)  # ERROR "name 'plus' is not defined"
# HINT `define it above this line: def plus\(a, b\): …, or write a lambda here`
lines.reduceByKey(lambda a, b: a + b).pprint()
# ERROR `reduceByKey needs \(key, value\) pairs, but this stream's elements are str`
# HINT `pair the elements first, e\.g\. \.map\(lambda x: \(x, 1\)\)`
lines.window(7).pprint()
# ERROR "windowDuration of window must be a multiple of the batch interval: 7 s is not a multiple of 5 s"
lines.map(parse).prnt()
eval("1")  # ERROR `eval\(\) is not supported`
# HINT `parse the text with json\.loads or int\(\)`
print("lines: " + 1)  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `convert it: str\(1\)`
ssc.start()
ssc.awaitTermination()
# ---
# One mistake, one error: what follows from it is not reported.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "several"), 1)  # NOTE "ssc is StreamingContext"
lines = ssc.socketTextStreem("localhost", 9999)  # ERROR "'StreamingContext' has no attribute 'socketTextStreem'"
# HINT `did you mean 'socketTextStream'\?`
words = lines.flatMap(lambda line: line.split(" "))
pairs = words.map(lambda word: (word, 1))
counts = pairs.reduceByKey(lambda a, b: a + b)
counts.pprint()
total = counts.count() + 1
ssc.start()
ssc.awaitTermination()
# ---
def area(width, height):
    return width * heigth  # ERROR "name 'heigth' is not defined"
    # HINT `did you mean 'height'\?`

total = area(1, 2) + area(3, 4)  # NOTE "area is called here with width: int, height: int"
for i in range(total):
    print(total[i].upper())
sizes = [area(i, i) for i in range(3)]
print(sum(sizes) / max(sizes))
# ---
def shout(word):
    return word.uper()  # ERROR "'str' has no attribute 'uper'"
    # HINT `did you mean 'upper'\?`

print(shout("a"), shout("b"), shout(str(1)))  # NOTE "shout is called here with word: str"
# ---
def f(x):
    return x + "!"  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'`
    # HINT `convert one side: str\(x\) or int\("!"\)`

print(f("a"))
print(f(1))  # NOTE "f is called here with x: int"
print(f(2))
