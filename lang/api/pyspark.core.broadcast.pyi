"""The module pyspark.core.broadcast."""
from pyspark import Broadcast
