# @args {tmp}
# @note names and defaults of arguments, and the errors of numbers that make no sense
import os
import sys

from pyspark import SparkConf, SparkContext, StorageLevel

conf = SparkConf().setExecutorEnv("A", "1").setExecutorEnv(pairs=[("B", "2")])
print(conf.get("spark.executorEnv.B"), conf.get("spark.none", None), conf.get(key="spark.none", defaultValue="x"))
sc = SparkContext("local[2]", "arguments", None, [], {"X": "7"}, 2, conf=conf)
sc.setLogLevel("OFF")
print(sc.getConf().get("spark.executorEnv.X"))

path = os.path.join(sys.argv[1], "lines")
with open(path, "w", encoding="utf-8") as f:
    f.write("où\r\nça\rend")
print(sc.textFile(path, 1, False).collect(), sc.textFile(path, use_unicode=False).map(len).collect())
print(sc.textFile(name=path, use_unicode=True, minPartitions=1).collect())
print([(type(k).__name__, v) for k, v in sc.wholeTextFiles(path, use_unicode=False).collect()])


def told(e):
    lines = str(e).split("\n")
    return [type(e).__name__, lines[0]] + [line for line in lines if line.startswith(": ")][:1]


numbers = sc.parallelize([3, 1, 2])
print(numbers.top(2, None), numbers.top(2, key=None), numbers.takeOrdered(2, key=None), numbers.max(None), numbers.min(key=None))
stats = numbers.stats()
kept = stats.copy()
print(stats.asDict(), stats.asDict(True))
print(stats.merge(10), stats.mergeStats(numbers.stats()), stats.mergeStats(stats), kept)
print(numbers.persist(storageLevel=StorageLevel.MEMORY_ONLY).getStorageLevel())
print(repr(numbers.setName("numbers")).split("[")[0])
total = sc.accumulator(1, None)
numbers.foreach(lambda x: total.add(x))
print(total.value)

words = sc.broadcast([1, 2])
words.destroy()
try:
    print(sc.parallelize([1]).map(lambda x: words.value).collect())
except Exception as e:
    print(told(e))
try:
    print(sc.union([]).collect())
except IndexError as e:
    print(told(e))
below = sc.parallelize([1, 2], -1)
try:
    print(below.collect())
except Exception as e:
    print(told(e))
try:
    print(sc.range(5, numSlices=-1).collect())
except Exception as e:
    print(told(e))
try:
    print(sc.textFile(path, -2).collect())
except Exception as e:
    print(told(e))
try:
    print(numbers.zip(sc.parallelize([1, 2], 2)).collect())
except Exception as e:
    print(told(e))
try:
    print(sc.binaryRecords(path, 5).collect())
except Exception as e:
    print("EOFException" in str(e))
