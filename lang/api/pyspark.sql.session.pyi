"""The module pyspark.sql.session."""
from pyspark.sql import SparkSession
