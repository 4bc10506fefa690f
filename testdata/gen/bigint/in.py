"""Ints of any size: hashes of words, and what they add up to."""
# dstreamc: bigint
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

PRIME = 0x100000001B3
MASK = 2**64 - 1


def fnv(word):
    h = 0xCBF29CE484222325
    for c in word.encode():
        h = ((h ^ c) * PRIME) & MASK
    return h


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def middle(xs):
    return xs[len(xs) // 2]


sc = SparkContext("local[2]", "bigint")
ssc = StreamingContext(sc, 1)
words = ssc.queueStream([["to be", "or not"], ["to be"]]).flatMap(lambda line: line.split())
words.map(lambda w: (w, fnv(w))).reduceByKey(lambda a, b: a + b).pprint()
words.map(lambda w: fnv(w) % 4).countByValue().pprint()
words.map(lambda w: 10 ** len(w) * 10**18).reduce(lambda a, b: max(a, b)).pprint()

facts = [fact(n) for n in range(18, 25)]
total = 0
for i, f in enumerate(facts):
    if f > 10**20 or i == 0:
        total += f // 1000
print(total, middle(facts), f"{total:,}", -total, total == float(total), facts[-1] & 255)
limit: int = 5
while limit > 0:
    limit -= 1
print(limit, sum(facts, limit), max(facts), int("9" * 20), len(str(total)) + 1)
ssc.start()
ssc.awaitTerminationOrTimeout(2.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
