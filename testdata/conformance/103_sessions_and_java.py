# @note what scripts do around their streams: a session for its context, settings of any type, Spark's own log.
from collections import namedtuple

import pyspark
from pyspark import SparkConf
from pyspark.rdd import portable_hash
from pyspark.sql import SparkSession, SQLContext
from pyspark.streaming import StreamingContext

FIELDS = ("word", "length")
Word = namedtuple("Word", FIELDS)
Pair = namedtuple("Pair", "left right".split())


class Log4j(object):
    def __init__(self, spark):
        name = spark.sparkContext.getConf().get("spark.app.name")
        log4j = spark._jvm.org.apache.log4j
        self.logger = log4j.LogManager.getLogger("<" + name + ">")

    def warn(self, message):
        self.logger.warn(message)
        return message


def told():
    print("evaluated")
    return "text"


conf = SparkConf().set("spark.executor.cores", 4).setAll([("spark.cores.max", 8), ("spark.note", "b")]).setIfMissing("spark.rate", 1.5)
print(conf.get("spark.executor.cores"), conf.get("spark.cores.max"), conf.get("spark.note"), conf.get("spark.rate"))
spark = (SparkSession.builder.appName("sessions").master("local[2]").config("spark.flag", True).config(conf=conf)
         .config(map={"spark.count": 3}).getOrCreate())
sc = spark.sparkContext
print(sc.appName, sc.master, spark.version == pyspark.__version__)
print(spark.conf.get("spark.flag"), spark.conf.get("spark.count"), spark.conf.get("spark.none", "default"), spark.conf.get("spark.none", None))
spark.conf.set("spark.mine", 5)
print(spark.conf.get("spark.mine"))
builder = SparkSession.builder
builder.appName("other")
again = builder.getOrCreate()
print(again is spark, again.sparkContext is sc, SparkSession.getActiveSession() is spark, sc.appName, spark.conf.get("spark.app.name"))
print(SQLContext(sc).sparkSession is spark)

loggers = sc._jvm.org.apache.log4j
loggers.LogManager.getLogger("org").setLevel(loggers.Level.OFF)
loggers.LogManager.getRootLogger().setLevel(loggers.Level.ERROR)
loggers.LogManager.getLogger(__name__).info(told())
print(Log4j(spark).warn("not shown"))
hadoop = sc._jsc.hadoopConfiguration()
hadoop.set("fs.key", "value")
hadoop.setInt("fs.retries", 3)
hadoop.setBoolean("fs.safe", True)
print(sc._jsc.hadoopConfiguration().get("fs.key"), hadoop.get("fs.retries"), hadoop.get("fs.safe"), hadoop.get("fs.none"))

print(sc.parallelize([("a", 1), ("b", 2), ("c", 3)]).partitionBy(2, portable_hash).glom().collect())
print(Word("spark", 5), Pair(1, 2))

ssc = StreamingContext(spark.sparkContext, 1)
lines = ssc.queueStream([["to be or", "not to be"], ["that is"]])
lines.flatMap(lambda line: line.split()).map(lambda w: Word(w, len(w))).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(4)
ssc.stop(stopSparkContext=False, stopGraceFully=True)
spark.stop()
print(SparkSession.getActiveSession() is None)
