from pyspark import SparkContext
from pyspark.accumulators import AccumulatorParam


class VectorParam(AccumulatorParam):
    def zero(self, value):
        return [0.0] * len(value)

    def addInPlace(self, a, b):
        for i in range(len(a)):
            a[i] += b[i]
        return a


class Longest(AccumulatorParam):
    def zero(self, value):
        return ""

    def addInPlace(self, a, b):
        return a if len(a) >= len(b) else b


sc = SparkContext("local[2]", "acc")
v = sc.accumulator([1.0, 2.0, 3.0], VectorParam())
longest = sc.accumulator("", Longest())
sc.parallelize([1, 2, 3, 4], 2).foreach(lambda x: v.add([x, 0.5, -x]))
sc.parallelize(["a", "ccc", "bb"], 2).foreach(lambda w: longest.add(w))
print(v.value, longest.value, v)
v += [1.0, 1.0, 1.0]
print(v.value)
n = sc.accumulator(0)
sc.parallelize(range(5)).foreach(lambda x: n.add(x))
print(n.value, n)
n.value = 7
print(n.value)
