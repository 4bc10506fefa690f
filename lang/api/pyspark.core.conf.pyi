"""The module pyspark.core.conf."""
from pyspark import SparkConf
