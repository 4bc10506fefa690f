"""The module pyspark.streaming.dstream, from which scripts import DStream for annotations."""
from pyspark.streaming import DStream
