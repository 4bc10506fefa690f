# @batches 3
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Unicode")
ssc = StreamingContext(sc, 1)
lines = ssc.queueStream([["héllo wörld", "naïve café", "日本語 テスト 日本語"], ["😀 emoji 😀", "ß STRASSE", "İstanbul"], ["\u2028line", "tab\there", "a\u0301", "\x00nul"]])
words = lines.flatMap(lambda s: s.split(" "))
words.map(lambda w: (w, len(w))).pprint()
words.map(lambda w: (w[0].upper(), 1)).reduceByKey(lambda a, b: a + b).pprint()
words.map(lambda w: (w.encode("utf-8")[:3], w[::-1], w.title())).pprint()
words.countByValue().pprint(20)
words.map(lambda w: {"w": w, "n": w.isalpha()}).pprint()
ssc.start()
time.sleep(4.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
