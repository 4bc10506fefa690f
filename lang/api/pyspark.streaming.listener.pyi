"""The module pyspark.streaming.listener."""
from pyspark.streaming import StreamingListener
