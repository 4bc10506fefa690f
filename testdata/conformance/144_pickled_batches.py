"""In which batches PySpark pickles records shows in where repartition moves them, and in the order of cartesian products: RDDs keep
the batches they are in, and streams take those of others for their own."""
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Batches")
ssc = StreamingContext(sc, 1)
numbers = sc.parallelize(range(25), 3)
moved = numbers.repartition(2)
print(moved.glom().collect())
print(moved.repartition(3).glom().collect())
print(moved.union(moved).repartition(3).glom().collect())
print(moved.union(numbers).repartition(3).glom().collect())
print(moved.coalesce(1).repartition(4).glom().collect())
print(sc.union([numbers, numbers, numbers]).coalesce(2).repartition(3).glom().collect())
print(moved.map(lambda x: x).repartition(3).glom().collect())
few = sc.parallelize(["a", "b", "c", "d", "e"], 2)
pairs = few.map(lambda x: (x, ord(x))).partitionBy(2)
print(pairs.cartesian(pairs).glom().collect())
print(pairs.union(pairs).cartesian(few.repartition(1)).collect())
print(pairs.coalesce(1).cartesian(few.coalesce(1)).collect())
print(few.cartesian(few).repartition(2).glom().collect())
print(few.zip(few).union(few.zip(few)).repartition(2).glom().collect())
many = sc.parallelize(range(60), 2).map(lambda x: (x % 7, x)).partitionBy(1)
print(many.cartesian(sc.parallelize([0, 1, 2], 1)).map(lambda p: p[0][1] * 10 + p[1]).collect())


batches = {}


def show(name, stream):
    def out(rdd):
        batches[name] = batches.get(name, 0) + 1
        if batches[name] <= 5:
            print(name, rdd.glom().collect())

    stream.foreachRDD(out)


queue = ssc.queueStream([sc.parallelize(range(9), 2), sc.parallelize("abcdefg", 3).map(lambda x: x), sc.parallelize([], 1)],
                        default=sc.parallelize([7], 1))
once = queue.repartition(1)
show("twice", once.repartition(2))
show("both", once.union(once).repartition(2))
show("apart", queue.repartition(2).cache().repartition(3))
show("joined", ssc.union(once, once, once).repartition(2))
show("window", once.window(2).repartition(3))
show("product", once.transform(lambda rdd: rdd.cartesian(rdd)).repartition(2))
show("other", queue.transform(lambda rdd: moved).repartition(3))
show("pair", once.map(lambda x: (str(x), x)).partitionBy(2).transform(lambda rdd: rdd.cartesian(rdd.values())))
ssc.start()
ssc.awaitTerminationOrTimeout(8)
ssc.stop(stopGraceFully=True)
