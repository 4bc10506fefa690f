"""The module pyspark.rdd."""
from pyspark import RDD
@bind("PortableHash")
def portable_hash(x: Any) -> int: ...
