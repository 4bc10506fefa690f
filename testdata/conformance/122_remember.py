import time
from datetime import datetime, timedelta

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Remember")
ssc = StreamingContext(sc, 1)
ssc.remember(60)
numbers = ssc.queueStream([[i, i * 10] for i in range(1, 5)])
doubled = numbers.map(lambda x: x * 2)
times = []
doubled.foreachRDD(lambda t, rdd: times.append(t))
try:
    doubled.slice(0, 1)
except Exception as e:
    print(type(e).__name__, "has not been initialized" in str(e))
ssc.start()
time.sleep(5.5)
ssc.stop(stopSparkContext=False, stopGraceFully=True)
print([r.collect() for r in doubled.slice(times[0], times[2])])
print([r.collect() for r in doubled.slice(times[1], times[1])])
print([r.collect() for r in doubled.slice(times[0] - timedelta(seconds=10), times[0])])
print([r.collect() for r in doubled.slice(time.mktime(times[2].timetuple()), time.mktime(times[3].timetuple()))])
print([r.count() for r in numbers.slice(times[0], times[3] + timedelta(milliseconds=300))])
sc.stop()
