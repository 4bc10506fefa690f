"""The module pyspark.sql.context."""
from pyspark.sql import SQLContext
