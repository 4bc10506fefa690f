# @batches 9
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "LongWindows")
ssc = StreamingContext(sc, 0.5)
lines = ["b a b", "c", "", "a a d", "e b", "a", "b c d e", "", "z", "a z"]
words = ssc.queueStream([[line] for line in lines]).flatMap(lambda line: line.split())
ones = words.map(lambda w: (w, 1))
ones.reduceByKeyAndWindow(lambda a, b: a + b, None, 2).pprint()
ones.reduceByKeyAndWindow(lambda a, b: a + b, None, 3, 1).pprint()
words.map(lambda w: (len(w), w)).reduceByKeyAndWindow(lambda a, b: a + b, None, 2.5, 0.5, 3).pprint()
words.map(lambda w: (w, (1, w))).reduceByKeyAndWindow(lambda a, b: (a[0] + b[0], max(a[1], b[1])), None, 4, 0.5).pprint()
words.map(lambda w: (w, 0.1)).reduceByKeyAndWindow(lambda a, b: a + b, None, 1.5).pprint()
words.map(lambda w: (w, [w])).reduceByKeyAndWindow(lambda a, b: a + b, None, 1.5, 1.5).pprint()
words.reduceByWindow(lambda a, b: a + b, None, 2, 0.5).pprint()
words.map(len).reduceByWindow(max, None, 1, 1).pprint()
total = ones.reduceByKeyAndWindow(lambda a, b: a + b, None, 1.5)
total.filter(lambda kv: kv[1] > 1).pprint()
total.map(lambda kv: kv[1]).reduce(lambda a, b: a + b).window(1).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(8)
ssc.stop(True, True)
