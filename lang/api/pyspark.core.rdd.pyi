"""The module pyspark.core.rdd."""
from pyspark import RDD
