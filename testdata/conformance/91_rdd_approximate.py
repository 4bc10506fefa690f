from pyspark import SparkContext

sc = SparkContext("local[2]", "Approximate")
for n in (0, 1, 3, 100, 390, 420, 700, 1500, 2500, 2700, 9000):
    rdd = sc.parallelize(range(n), 4).map(lambda x: x * 7919)
    print(n, rdd.countApprox(10000), rdd.countApproxDistinct(), rdd.countApproxDistinct(0.3), rdd.countApproxDistinct(0.01))
words = sc.parallelize(["w%d" % (i * i % 701) for i in range(3000)], 3)
print(words.distinct().count(), words.countApproxDistinct(), words.map(lambda w: (w, len(w))).countApproxDistinct(0.02))
print(sc.parallelize([-5, -5, 2**40, None, 3.5, -7.25], 2).countApproxDistinct())
numbers = sc.parallelize([1.5, 2.25, -3.0, 10.125, 7.5], 3)
print(numbers.sumApprox(1000), numbers.meanApprox(1000, 0.5), numbers.countApprox(1000, 0.9))
print(sc.parallelize(range(1, 11), 4).sumApprox(1000), sc.parallelize(range(1, 11), 4).meanApprox(1000))
print(float(sc.parallelize(range(5)).sumApprox(timeout=100)) == 10.0)
try:
    numbers.countApproxDistinct(0.000001)
except ValueError as e:
    print(e)
sc.stop()
