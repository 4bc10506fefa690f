"""The module pyspark.conf."""
from pyspark import SparkConf
