"""The module pyspark.storagelevel."""
from pyspark import StorageLevel
