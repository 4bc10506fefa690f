# @batches 2
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "PickledCopies")
ssc = StreamingContext(sc, 1)
counter = 0
seen = []
table = {"a": [1]}
state = {"calls": 0}
rows = [[3, 1, 2], [6, 5, 4], [9]]


def count_up(x):
    global counter
    counter += 1
    return (x, counter)


def remember(x):
    seen.append(x)
    table.setdefault(x, []).append(len(seen))
    return len(seen), len(table)


def change(row):
    row.sort()
    row.append(0)
    return len(row)


def nested(x):
    mine = table["a"]
    mine.append(x)
    return len(table["a"])


def bump(it):
    state["calls"] += 1
    for x in it:
        x[0] = -1
        yield state["calls"]


def joined(a, b):
    a.extend(b)
    return a


numbers = sc.parallelize(range(6), 2)
print(numbers.map(count_up).collect(), counter)
print(numbers.map(count_up).filter(lambda p: p[1] > 1).map(lambda p: p[1] + counter).collect(), counter)
print(numbers.map(remember).collect(), seen, sorted(table.items()))
print(numbers.map(nested).collect(), table)
numbers.foreach(lambda x: seen.append(x))
numbers.foreachPartition(lambda it: seen.extend(it))
print(seen)
print(numbers.map(lambda x: (x % 2, count_up(x)[1])).reduceByKey(lambda a, b: a + b).collect(), counter)
records = sc.parallelize(rows, 2)
print(records.map(change).collect(), rows, records.collect())
print(records.mapPartitions(bump).collect(), records.collect(), state)
cached = records.map(lambda row: [x * 2 for x in row]).cache()
print(cached.map(change).collect(), cached.collect(), cached.map(change).sum())
print(records.map(lambda row: (len(row), row)).reduceByKey(joined).collect(), records.collect())
print(records.filter(lambda row: row.append(7) is None).collect(), rows)
count_up(0)
print(counter, remember("z"), seen, numbers.map(count_up).collect())
batches = ssc.queueStream([[[2, 1], [4, 3]], [[8, 7]]])


def first(rdd):
    global counter
    if not rdd.isEmpty():
        counter += 100
        print(rdd.map(count_up).map(lambda p: p[1]).collect(), counter)


batches.map(change).pprint()
batches.pprint()
batches.window(2).map(change).pprint()
batches.foreachRDD(first)
ssc.start()
ssc.awaitTerminationOrTimeout(4)
ssc.stop(True, True)
