from pyspark import SparkContext

sc = SparkContext("local[2]", "Sampling")
rdd = sc.parallelize(range(60), 3)
print(rdd.sample(False, 0.2, 7).collect(), rdd.sample(True, 0.2, 7).collect())
print(rdd.sample(False, 0.1, seed=2**33).count(), rdd.sample(False, 1.0, 3).count(), rdd.sample(True, 2.5, 11).count())
print(rdd.takeSample(False, 6, 1), rdd.takeSample(True, 6, 1), rdd.takeSample(False, 100, 5)[:8], rdd.takeSample(False, 0))
print([r.collect() for r in rdd.randomSplit([1.0, 2.0], 9)])
print([r.count() for r in rdd.randomSplit([0.2, 0.3, 0.5], seed=1)])
keyed = rdd.map(lambda x: ("even" if x % 2 == 0 else "odd", x))
print(keyed.sampleByKey(False, {"even": 0.3, "odd": 0.05}, 3).collect())
print(keyed.sampleByKey(True, {"even": 0.1, "odd": 0.4}, 3).collect())
try:
    rdd.sample(False, -1.0)
except ValueError as e:
    print(e)
try:
    rdd.takeSample(False, -1)
except ValueError as e:
    print(e)
try:
    rdd.randomSplit([-1.0])
except ValueError as e:
    print(e)
sc.stop()
