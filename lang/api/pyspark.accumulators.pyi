"""The module pyspark.accumulators."""
from pyspark import Accumulator, AccumulatorParam
