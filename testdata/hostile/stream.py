"""Streams and their functions under names that Go, its packages or generated code have."""
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


def func(string):
    """*/ //go:build ignore"""
    return string.split("`")


def map(any):
    return (any, 1)


def main(len, cap):
    return len + cap


def type(ds, py):
    core = py.count()
    print("//go:build", ds, core)


core = SparkContext("local[2]", "*/ `\n//go:build ignore")
ds = StreamingContext(core, 1)
py = ds.queueStream([["a`b", "*/`//"], ["\u2028`变量"]])
run = py.flatMap(func)
init = run.map(map)
变量 = init.reduceByKey(main)
变量.pprint()
é = run.filter(lambda nil: nil != "`").map(lambda iota: (iota + "*/", '"')).mapValues(lambda error: error + "\n//line x:1")
é.pprint(3)
run.map(lambda _: _).count().pprint()
变量.foreachRDD(type)
变量.saveAsTextFiles("/tmp/`*/\n//go:build", 'x"y')
ds.start()
ds.awaitTermination()
