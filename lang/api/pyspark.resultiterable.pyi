"""The module pyspark.resultiterable."""
from pyspark import ResultIterable
