# Python that dstreamc does not compile: the message says what to write instead.
async def fetch():  # ERROR "async def is not supported"
# HINT "write an ordinary def"
    return 1

print(fetch())
# ---
print(eval("1 + 2"))  # ERROR `eval\(\) is not supported`
# HINT `parse the text with json\.loads or int\(\)`
exec("x = 1")  # ERROR `exec\(\) is not supported`
# HINT "write the code in the script"
print(vars(1), dir("a"))  # ERROR `vars\(\) is not supported`
# ERROR `dir\(\) of this is not supported`
# HINT "keep the values in a dict"
# HINT "name what you need"
# ---
import numpy as np  # ERROR "module 'numpy' is not supported"
# HINT "use lists and the module math"
import pandas as pd  # ERROR "module 'pandas' is not supported"
# HINT "write what you need of it as a function of your own"
from gzip import decompress, compress  # ERROR `gzip\.decompress is not supported`
# WARNING `dstreamc does not know 'gzip\.compress'; nothing uses it, so the import is dropped`
# HINT "it is of Python, but not in dstreamc"
import subprocess  # ERROR "module 'subprocess' is not supported"
# HINT "a program runs no other programs: start them beside it"

print(np.array([1]).sum(), np.zeros(3))  # NOTE "it is used here"
print(pd.DataFrame())  # NOTE "it is used here"
d = decompress(b"")  # NOTE "it is used here"
subprocess.run(["ls"])  # NOTE "it is used here"
# ---
import asyncio  # WARNING "dstreamc does not know 'asyncio'; nothing uses it, so the import is dropped"
import requests  # ERROR "module 'requests' is not supported"
# HINT "there are no client libraries yet"

requests.get("http://localhost")  # NOTE "it is used here"
# ---
from kafka import KafkaConsumer  # ERROR `kafka\.KafkaConsumer is not supported`
# HINT "there are no client libraries yet"

consumer = KafkaConsumer("topic")  # NOTE "it is used here"
for message in consumer:
    print(message)
# ---
lambda x: (yield x)
# ---
try:
    x = 1
except* ValueError:  # ERROR `except\* is not supported`
# HINT "write except"
    pass
# ---
type Pairs = list[tuple[str, int]]  # ERROR "type statements are not supported"
# HINT "write Pairs = …"
def first[T](xs: list[T]) -> T:
    return xs[0]
# ---
print(isinstance(1, "int"))  # ERROR "expected a class, found str"
# ---
text = "abc"
text.length = 3  # ERROR "'str' has no attribute 'length'"
# HINT `write len\(text\)`
# ---
import asyncio  # ERROR "module 'asyncio' is not supported"
# HINT "it is of Python, but not in dstreamc"

async def main():  # ERROR "async def is not supported"
# HINT "write an ordinary def"
    await asyncio.sleep(1)  # ERROR "await is not supported"
    # HINT "call the function"

asyncio.run(main())  # NOTE "it is used here"
# ---
for c in memoryview(b"ab"), b"c":  # ERROR `memoryview\(\) is not supported`
# HINT "use bytes, or a bytearray"
    print(c)
print(super(), compile("1", "", "eval"), __import__("os"))  # ERROR `super\(\) is not supported`
# ERROR `compile\(\) is not supported`
# ERROR `__import__\(\) is not supported`
# HINT `write super\(\)\.method`
# HINT "write the code in the script"
# HINT "import the module at the top"
# ---
# Parts of Spark that are declared only to say why they are not there.
from pyspark import SparkContext

sc = SparkContext("local[2]", "formats")
rdd = sc.parallelize([("a", 1)])
rdd.saveAsSequenceFile("out")  # ERROR `RDD\.saveAsSequenceFile is not supported: it writes Hadoop's sequence files` HINT `write text with saveAsTextFile\(\)`
rdd.saveAsPickleFile("out")  # ERROR `RDD\.saveAsPickleFile is not supported: it writes pickled Python objects` HINT `json.dumps`
rdd.saveAsHadoopFile("out", "org.apache.hadoop.mapred.TextOutputFormat")  # ERROR `it writes Hadoop's formats` HINT `foreachPartition\(\)`
print(sc.pickleFile("in").collect())  # ERROR `SparkContext\.pickleFile is not supported` HINT `textFile\(\)`
print(sc.sequenceFile("in"))  # ERROR `SparkContext\.sequenceFile is not supported` HINT `textFile\(\)`
print(rdd.barrier().mapPartitions(lambda it: it).collect())  # ERROR `RDD\.barrier is not supported: barrier stages are for tasks on a cluster` HINT `use mapPartitions\(\)`
print(sc.listArchives)  # ERROR `SparkContext\.listArchives is not supported` HINT `unpack it beside the script`
sc.statusTracker()  # ERROR `SparkContext\.statusTracker is not supported` HINT `addStreamingListener\(\)`
# ---
# Statistics calculate with int and float.
import statistics
from decimal import Decimal

xs = [Decimal("1.5"), Decimal("2.5")]
print(statistics.median_low(xs))
print(statistics.mean(xs))  # ERROR `statistics\.mean of Decimals is not supported` HINT `float\(x\) for x in`
print(statistics.stdev(Decimal(i) for i in range(3)))  # ERROR `statistics\.stdev of Decimals is not supported` HINT `turn them into floats`
# ---
# A built-in function takes arguments by name that are known.
import datetime
import json

d = json.loads('{"days": 3}')
print(datetime.timedelta(**{"days": 3}))
print(datetime.timedelta(**d))  # ERROR `\*\* of a dict whose keys are known when running only, in a call of timedelta is not supported` HINT `write the arguments by name`
# ---
# A type that too many variables hand on, one to the next in each pass of the loop.
def hand_on():
    x0 = x1 = x2 = x3 = x4 = x5 = x6 = x7 = x8 = x9 = x10 = x11 = x12 = x13 = x14 = x15 = x16 = x17 = x18 = x19 = x20 = x21 = x22 = x23 = x24 = x25 = x26 = x27 = x28 = x29 = x30 = x31 = x32 = x33 = x34 = x35 = x36 = x37 = x38 = x39 = x40 = x41 = x42 = x43 = x44 = x45 = x46 = x47 = x48 = x49 = x50 = x51 = x52 = x53 = x54 = x55 = x56 = x57 = x58 = x59 = x60 = x61 = x62 = x63 = x64 = x65 = x66 = x67 = x68 = x69 = 0  # ERROR `what this can be does not settle after 64 rounds of inference` HINT `split the function`
    x70 = "a"
    for _ in range(3):
        x0 = x1; x1 = x2; x2 = x3; x3 = x4; x4 = x5; x5 = x6; x6 = x7; x7 = x8; x8 = x9; x9 = x10; x10 = x11; x11 = x12; x12 = x13; x13 = x14; x14 = x15; x15 = x16; x16 = x17; x17 = x18; x18 = x19; x19 = x20; x20 = x21; x21 = x22; x22 = x23; x23 = x24; x24 = x25; x25 = x26; x26 = x27; x27 = x28; x28 = x29; x29 = x30; x30 = x31; x31 = x32; x32 = x33; x33 = x34; x34 = x35; x35 = x36; x36 = x37; x37 = x38; x38 = x39; x39 = x40; x40 = x41; x41 = x42; x42 = x43; x43 = x44; x44 = x45; x45 = x46; x46 = x47; x47 = x48; x48 = x49; x49 = x50; x50 = x51; x51 = x52; x52 = x53; x53 = x54; x54 = x55; x55 = x56; x56 = x57; x57 = x58; x58 = x59; x59 = x60; x60 = x61; x61 = x62; x62 = x63; x63 = x64; x64 = x65; x65 = x66; x66 = x67; x67 = x68; x68 = x69; x69 = x70
    print(x0, x1)

hand_on()
# ---
# The examples in docstrings, which are no part of a program.
import doctest
from doctest import testmod

doctest.testmod()  # WARNING "the examples in docstrings are not run" HINT `run them by python -m doctest`
testmod(verbose=False)  # WARNING "the examples in docstrings are not run" HINT `run them`
testmod(verbose=True)  # ERROR `a report of the examples in docstrings is not supported` HINT `leave verbose out` WARNING "the examples in docstrings are not run" HINT `run them`
print(doctest.testmod())  # ERROR `doctest\.testmod is not supported` HINT `docs/python`
# ---
# Members whose number is known when running only.
from enum import Enum

class Colour(Enum):
    RED, GREEN = range(2)  # ERROR `unpacking of this into members is not supported` HINT `give each member its value`
# ---
from enum import Enum

class Kind(Enum):  # ERROR `a class of this kind whose name is given to something else, too, is not supported` HINT `a name of its own`
    A = 1

class Kind(Enum):  # ERROR `a class of this kind whose name is given to something else, too, is not supported` HINT `a name of its own`
    B = 2

def kind():
    return Kind.B

kind()
