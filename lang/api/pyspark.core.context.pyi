"""The module pyspark.core.context."""
from pyspark import SparkContext
