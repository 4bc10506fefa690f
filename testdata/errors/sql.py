# SQL is known, but not supported yet.
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.sql import Row, SparkSession  # ERROR `pyspark\.sql\.Row is not supported yet \(SQL and DataFrames\)`
# HINT "work with RDDs of tuples"

def session(conf):
    if "singleton" not in globals():
        globals()["singleton"] = SparkSession.builder.config(conf=conf).getOrCreate()
    return globals()["singleton"]

def process(time, rdd):
    print("========= %s =========" % str(time))
    try:
        spark = session(rdd.context.getConf())
        words = spark.createDataFrame(rdd.map(lambda w: Row(word=w)))  # NOTE "it is used here"
        words.createOrReplaceTempView("words")
        spark.sql("select word, count(*) as total from words group by word").show()  # ERROR `SparkSession\.sql is not supported yet \(SQL and DataFrames\)` HINT `rdd\.reduceByKey`
    except BaseException:
        pass

ssc = StreamingContext(SparkContext(appName="SQL"), 1)
ssc.socketTextStream(sys.argv[1], int(sys.argv[2])).foreachRDD(process)
ssc.start()
ssc.awaitTermination()
# ---
from pyspark.sql import SparkSession
from pyspark.sql.functions import explode, split  # HINT "work with RDDs of tuples"
# ERROR `pyspark\.sql\.functions\.explode is not supported yet \(SQL and DataFrames\)`
# ERROR `pyspark\.sql\.functions\.split is not supported yet \(SQL and DataFrames\)`

spark = SparkSession.builder.appName("Structured").getOrCreate()
lines = spark.readStream.format("socket").option("host", "localhost").option("port", 9999).load()
# ERROR `SparkSession\.readStream is not supported yet \(SQL and DataFrames\)` HINT "use a StreamingContext"
words = lines.select(explode(split(lines.value, " ")).alias("word"))  # NOTE "it is used here"
words.groupBy("word").count().writeStream.outputMode("complete").format("console").start().awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import KafkaUtils
# ERROR `pyspark\.streaming\.kafka\.KafkaUtils is not supported yet \(the Kafka source\)`
# HINT "from a socket: kcat"

ssc = StreamingContext(SparkContext(appName="Kafka"), 1)
lines = KafkaUtils.createDirectStream(ssc, ["topic"], {"metadata.broker.list": "localhost:9092"})  # NOTE "it is used here"
lines.map(lambda kv: kv[1]).pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext, SQLContext
from pyspark.mllib.regression import LabeledPoint
# ERROR `pyspark\.mllib\.regression\.LabeledPoint is not supported yet \(MLlib\)`
import pyspark.sql.functions as F  # ERROR `pyspark\.sql\.functions is not supported yet \(SQL and DataFrames\)`
# HINT "work with RDDs of tuples"

sc = SparkContext()
sql = SQLContext(sc)
frame = sql.createDataFrame([(1, "a")])  # ERROR `SQLContext\.createDataFrame is not supported yet` HINT "sc.parallelize"
frame.show()
point = LabeledPoint(1.0, [1.0])  # NOTE "it is used here"
print(F.col("a"))  # NOTE "it is used here"
# ---
# What a name may stand for that comes with a star is said of the import.
from pyspark.sql.types import *  # ERROR `pyspark\.sql\.types\.StringType is not supported yet \(SQL and DataFrames\)` HINT "work with RDDs of tuples"
from settings import *  # WARNING "dstreamc does not know 'settings'; nothing uses it, so the import is dropped"

print(StringType())  # NOTE "it is used here"
# ---
# The functions of SQL hide built-in functions of Python.
from pyspark.sql.functions import *  # ERROR `pyspark\.sql\.functions\.min is not supported yet \(SQL and DataFrames\)` HINT "work with RDDs of tuples"

print(min("price").alias("lowest"), len("abc"))  # NOTE "it is used here"
