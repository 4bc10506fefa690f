# Sinks by hand: a connection for each partition.
import os
import socket
import threading
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Sinks")
ssc = StreamingContext(sc, 1)
os.mkdir("sink")


def send(partition):
    rows = list(partition)
    if not rows:
        return
    with open(os.path.join("sink", "%s.txt" % min(rows)[0]), "a") as out:
        for key, value in rows:
            out.write("%s=%d\n" % (key, value))


def store(rdd):
    rdd.foreachPartition(send)


class Pool:
    made = 0

    @staticmethod
    def get():
        Pool.made += 1
        return Pool()

    def put(self, line):
        with open("sink/pool.txt", "a") as out:
            out.write(line + "\n")

    def close(self):
        pass


def pooled(records):
    c = Pool.get()
    for r in records:
        c.put("%s:%s" % r)
    c.close()


words = ssc.queueStream([["a", "b", "a"], ["c", "a"], []])
counts = words.map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b)
counts.foreachRDD(store)
counts.foreachRDD(lambda rdd: rdd.foreachPartition(pooled))
counts.foreachRDD(lambda time, rdd: rdd.foreach(lambda kv: None))
ssc.start()
time.sleep(4.5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
for name in sorted(os.listdir("sink")):
    with open("sink/" + name) as f:
        print(name, sorted(f.read().split()))
print(Pool.made)
