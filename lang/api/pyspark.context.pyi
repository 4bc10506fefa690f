"""The module pyspark.context."""
from pyspark import SparkContext
