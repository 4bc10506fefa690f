"""The module pyspark.rdd, from which scripts import RDD for annotations."""
from pyspark import RDD
