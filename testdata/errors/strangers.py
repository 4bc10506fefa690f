# What scripts take from modules that dstreamc does not know is reported once, where it is imported.
from kafka.errors import KafkaError  # ERROR `kafka\.errors\.KafkaError is not supported` HINT "there are no client libraries yet"
from settings import *  # ERROR "module 'settings' is not supported" HINT `beside the script, as settings\.py`
from utils.text import clean  # ERROR `utils\.text\.clean is not supported` HINT `beside the script, as utils\.py`
from numpy import ndarray  # ERROR `numpy\.ndarray is not supported` HINT "use lists"

class Vector(ndarray):  # NOTE "it is used here"
    pass

try:
    print(HOST)  # NOTE "it is used here"
except KafkaError as e:  # NOTE "it is used here"
    print(e)
name, used = "a", clean  # NOTE "it is used here"
print(Vector())
# ---
# Names that shells, notebooks and Python 2 define.
import sys
reload(sys)  # ERROR "name 'reload' is not defined" HINT "it is of Python 2"
sys.setdefaultencoding("utf-8")  # ERROR "module 'sys' has no attribute 'setdefaultencoding'" HINT "it is of Python 2"
get_ipython().run_line_magic("matplotlib", "inline")  # ERROR "name 'get_ipython' is not defined" HINT "in notebooks only"
from pyspark.streaming import SparkContext  # ERROR "cannot import name 'SparkContext' from 'pyspark.streaming'" HINT "write from pyspark import SparkContext"
from pyspark.streaming import StreamingContext
ssc = StreamingContext(sc, 1)  # ERROR "name 'sc' is not defined" HINT "a script makes its own: sc = SparkContext"
ssc.start()
# ---
# Of Java there are loggers and the configuration of Hadoop.
from pyspark import SparkContext
sc = SparkContext("local[2]", "java")
path = sc._jvm.org.apache.hadoop.fs.Path("out")  # ERROR `sc\._jvm\.org\.apache\.hadoop\.fs\.Path, which is Java, is not supported` HINT "only log4j"
path.getFileSystem(sc._jsc.hadoopConfiguration()).delete(path, True)
# ---
# A module is used where a with statement uses it.
import gzip  # ERROR "module 'gzip' is not supported"
# HINT "it is of Python, but not in dstreamc: docs/python.md lists what there is"

with gzip.open("c.gz", "wt") as f:  # NOTE "it is used here"
    f.write("lines")
# ---
# What comes from a module that dstreamc does not know is reported where it is imported, whatever is done with it.
from company.settings import PATH, SECONDS  # ERROR `company\.settings\.PATH is not supported` HINT "as company.py"
# ERROR `company\.settings\.SECONDS is not supported`

print(PATH + "/in")  # NOTE "it is used here"
print(SECONDS > 3, -SECONDS, range(SECONDS), "a" + PATH)  # NOTE "it is used here"
SECONDS += 1
# ---
# What CPython's modules have is dropped where nothing uses it; what they do not have fails.
from os import fork, getcwd  # WARNING "dstreamc does not know 'os.fork'; nothing uses it, so the import is dropped"
from time import clock_gettime, clock  # ERROR "cannot import name 'clock' from 'time'"
# WARNING "dstreamc does not know 'time.clock_gettime'"
from urllib import request, parse  # WARNING "dstreamc does not know 'urllib.request'"
from collections import abc, UserString
import logging.handlers
import pyspark.ml
import os

logging.info("started")
log = logging.handlers.SysLogHandler()  # ERROR "logging.handlers.SysLogHandler is not supported" HINT "it is of Python, but not in dstreamc"
print(getcwd(), parse.quote("a b"), UserString("a"))
os.system("clear")  # ERROR "os.system is not supported"
os.sytem("clear")  # ERROR "module 'os' has no attribute 'sytem'"
# ---
# Everything of a module that is imported hides built-in names, also where dstreamc lacks it.
from os import *  # ERROR "os.open is not supported" HINT "it is of Python, but not in dstreamc"
from pyspark import *
from pyspark.streaming import *
from operator import *

ssc = StreamingContext(SparkContext("local[2]", "star"), 1)
ssc.queueStream([[1]]).reduce(add).pprint()
print(open("x"))  # NOTE "it is used here"
ssc.start()
ssc.awaitTermination()
