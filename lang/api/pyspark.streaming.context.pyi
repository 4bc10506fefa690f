"""The module pyspark.streaming.context."""
from pyspark.streaming import StreamingContext
