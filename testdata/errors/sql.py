# SQL is known, but not supported yet.
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.sql import Row, SparkSession  # ERROR `pyspark\.sql\.Row is not supported yet \(SQL and DataFrames\)`
# ERROR `pyspark\.sql\.SparkSession is not supported yet \(SQL and DataFrames\)`

def session(conf):
    if "singleton" not in globals():
        globals()["singleton"] = SparkSession.builder.config(conf=conf).getOrCreate()  # NOTE "it is used here"
    return globals()["singleton"]

def process(time, rdd):
    print("========= %s =========" % str(time))
    try:
        spark = session(rdd.context.getConf())
        words = spark.createDataFrame(rdd.map(lambda w: Row(word=w)))  # NOTE "it is used here"
        words.createOrReplaceTempView("words")
        spark.sql("select word, count(*) as total from words group by word").show()
    except BaseException:
        pass

ssc = StreamingContext(SparkContext(appName="SQL"), 1)
ssc.socketTextStream(sys.argv[1], int(sys.argv[2])).foreachRDD(process)
ssc.start()
ssc.awaitTermination()
# ---
from pyspark.sql import SparkSession  # ERROR `pyspark\.sql\.SparkSession is not supported yet \(SQL and DataFrames\)`
from pyspark.sql.functions import explode, split
# ERROR `pyspark\.sql\.functions\.explode is not supported yet \(SQL and DataFrames\)`
# ERROR `pyspark\.sql\.functions\.split is not supported yet \(SQL and DataFrames\)`

spark = SparkSession.builder.appName("Structured").getOrCreate()  # NOTE "it is used here"
lines = spark.readStream.format("socket").option("host", "localhost").option("port", 9999).load()
words = lines.select(explode(split(lines.value, " ")).alias("word"))  # NOTE "it is used here"
words.groupBy("word").count().writeStream.outputMode("complete").format("console").start().awaitTermination()
# ---
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import KafkaUtils
# ERROR `pyspark\.streaming\.kafka\.KafkaUtils is not supported yet \(the Kafka source\)`

ssc = StreamingContext(SparkContext(appName="Kafka"), 1)
lines = KafkaUtils.createDirectStream(ssc, ["topic"], {"metadata.broker.list": "localhost:9092"})  # NOTE "it is used here"
lines.map(lambda kv: kv[1]).pprint()
ssc.start()
ssc.awaitTermination()
# ---
from pyspark import SparkContext, SQLContext  # ERROR `pyspark\.SQLContext is not supported yet \(SQL and DataFrames\)`
from pyspark.mllib.regression import LabeledPoint
# ERROR `pyspark\.mllib\.regression\.LabeledPoint is not supported yet \(MLlib\)`
import pyspark.sql.functions as F  # ERROR `pyspark\.sql\.functions is not supported yet \(SQL and DataFrames\)`

sc = SparkContext()
sql = SQLContext(sc)  # NOTE "it is used here"
point = LabeledPoint(1.0, [1.0])  # NOTE "it is used here"
print(F.col("a"))  # NOTE "it is used here"
