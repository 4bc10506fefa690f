"""Prints the public API of the installed PySpark that dstreamc mirrors: a line for each member, with its parameters."""
import inspect

import pyspark
from pyspark import RDD, Broadcast, SparkConf, SparkContext, StorageLevel
from pyspark.accumulators import Accumulator, AccumulatorParam
from pyspark.streaming import DStream, StreamingContext, StreamingListener

CLASSES = [
    DStream, StreamingContext, StreamingListener, RDD, SparkContext, SparkConf,
    Broadcast, Accumulator, AccumulatorParam, StorageLevel,
]


def parameter(p):
    mark = {p.VAR_POSITIONAL: "*", p.VAR_KEYWORD: "**"}.get(p.kind, "")
    return mark + p.name + ("" if p.default is p.empty else "=")


def describe(cls, name):
    member = inspect.getattr_static(cls, name)
    bound = getattr(cls, name)
    if not callable(bound):
        return f"{cls.__name__}.{name}"
    params = list(inspect.signature(bound).parameters.values())
    if params and params[0].name == "self" and not isinstance(member, (staticmethod, classmethod)):
        params = params[1:]
    return f"{cls.__name__}.{name}({', '.join(map(parameter, params))})"


for cls in CLASSES:
    # What SparkSession adds to RDD counts too, if it has been imported.
    for name in sorted(set(dir(cls)) - set(dir(object))):
        if not name.startswith("_") or name == "__init__":
            print(describe(cls, name))
    if "__init__" in vars(cls):
        print(describe(cls, "__init__").replace(".__init__", ""))
