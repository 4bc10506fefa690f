"""Records what real PySpark gives for the operations that the Go tests repeat.

    SPARK_LOCAL_IP=127.0.0.1 PYTHONHASHSEED=0 PYSPARK_PYTHON=python python record.py

writes ops.json beside this file: for each case the partitions (glom) or the result, as repr().
The Go tests build the same RDDs under the same names (see ops_test.go).
"""
import json
import os
import shutil
import tempfile

from pyspark import SparkContext, SparkConf

sc = SparkContext("local[3]", "record")
sc.setLogLevel("OFF")
out = {}


def glom(name, rdd):
    out[name] = [repr(x) for x in rdd.glom().collect()]


def value(name, f):
    try:
        out[name] = repr(f())
    except Exception as e:
        text = str(e)
        out[name] = "raises " + type(e).__name__ + ("" if "Py4J" in type(e).__name__ else ": " + text)


ints = lambda n, p: sc.parallelize(list(range(n)), p)
words = "the quick brown fox jumps over the lazy dog and the quick cat über alles naïve 東京 é".split()
wordrdd = lambda p=3: sc.parallelize(words, p)
pairs = lambda p=3: sc.parallelize([(w, i) for i, w in enumerate(words * 2)], p)
mixed = [(1, "a"), (1.0, "b"), (True, "c"), (None, "d"), (-1, "e"), (0, "f"), (-0.0, "g"), ("1", "h"), ((1, "x"), "i"), ((-1, None), "j"),
         ((("q", -7), 2.5), "k"), (b"bytes", "l"), (2**61 - 1, "m"), (10**17, "n"), ((), "o")]

# slicing
for n, p in [(0, 3), (1, 3), (2, 3), (5, 3), (10, 3), (10, 4), (11, 4), (7, 2), (25, 10), (3000, 2), (5000, 3)]:
    out[f"slices {n} {p}"] = [len(x) for x in ints(n, p).glom().collect()]
    out[f"range slices {n} {p}"] = [len(x) for x in sc.range(0, n, 1, p).glom().collect()]
glom("range 3..20 step 4", sc.range(3, 20, 4, 3))
glom("range down", sc.range(10, -5, -3, 4))
value("default slices", lambda: sc.parallelize([1, 2]).getNumPartitions())
value("empty partitions", lambda: sc.emptyRDD().getNumPartitions())

# shuffles
glom("reduceByKey", wordrdd().map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b))
glom("reduceByKey 4", wordrdd().map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b, 4))
glom("reduceByKey concat", pairs().mapValues(str).reduceByKey(lambda a, b: a + "," + b, 2))
glom("reduceByKey twice", pairs().reduceByKey(lambda a, b: a + b, 4).mapValues(lambda x: x * 2).reduceByKey(lambda a, b: a + b, 4))
glom("reduceByKey mixed", sc.parallelize(mixed, 3).reduceByKey(lambda a, b: a + b, 4))
glom("reduceByKey ints", ints(40, 4).map(lambda x: (x * x % 23 - 11, x)).reduceByKey(lambda a, b: a + b, 3))
glom("reduceByKey floats", ints(40, 4).map(lambda x: (x * 0.25 - 2, x)).reduceByKey(lambda a, b: a + b, 3))
glom("reduceByKey tuples", ints(40, 4).map(lambda x: ((x % 3, "k%d" % (x % 5)), x)).reduceByKey(lambda a, b: a + b, 3))
glom("groupByKey", pairs().groupByKey().mapValues(list))
glom("groupByKey 2", pairs().groupByKey(2).mapValues(list))
glom("groupBy", ints(20, 3).groupBy(lambda x: x % 3).mapValues(list))
glom("combineByKey", pairs().combineByKey(lambda v: [v], lambda c, v: c + [v], lambda a, b: a + ["|"] + b, 2))
glom("aggregateByKey", pairs().aggregateByKey(100, lambda a, v: a + v, lambda a, b: a * 2 + b, 2))
glom("foldByKey", pairs().foldByKey(5, lambda a, b: a + b, 2))
glom("partitionBy", pairs().partitionBy(4))
glom("partitionBy custom", ints(12, 3).map(lambda x: (x, x)).partitionBy(3, lambda k: -k))
glom("distinct", sc.parallelize(words * 3, 4).distinct())
glom("distinct 2", sc.parallelize(words * 3, 4).distinct(2))
value("partitionBy twice is itself", lambda: (lambda r: r.partitionBy(4) is r)(pairs().partitionBy(4)))

# joins
left = sc.parallelize([("a", 1), ("b", 2), ("a", 3), ("c", 4), ("e", 9)], 2)
right = sc.parallelize([("a", "x"), ("c", "y"), ("a", "z"), ("d", "w")], 3)
glom("join", left.join(right))
glom("join 2", left.join(right, 2))
glom("leftOuterJoin", left.leftOuterJoin(right, 3))
glom("rightOuterJoin", left.rightOuterJoin(right, 3))
glom("fullOuterJoin", left.fullOuterJoin(right, 3))
glom("cogroup", left.cogroup(right, 2).mapValues(lambda t: (list(t[0]), list(t[1]))))
glom("groupWith 3", left.groupWith(right, left).mapValues(lambda t: tuple(list(x) for x in t)))
glom("groupWith 4", left.groupWith(right, left, right).mapValues(lambda t: tuple(list(x) for x in t)))
glom("copartitioned join", left.partitionBy(4).join(right.partitionBy(4)))
glom("subtractByKey", left.subtractByKey(right, 2))
glom("subtract", sc.parallelize([1, 1, 2, 3, 5, 8, 3], 2).subtract(sc.parallelize([3, 8, 9], 2)))
glom("intersection", sc.parallelize([1, 1, 2, 3, 5, 8, 3], 2).intersection(sc.parallelize([3, 8, 9, 3, 1], 2)))

# unions, repartitioning
glom("union", ints(5, 2).union(ints(4, 2)))
glom("sc.union", sc.union([ints(5, 2), ints(4, 3), sc.parallelize([7], 1)]))
glom("union empty", ints(5, 2).union(sc.emptyRDD()))
glom("union copartitioned", pairs().partitionBy(2).union(left.partitionBy(2)))
glom("union of sc.union", pairs().partitionBy(2).union(sc.union([left.partitionBy(2), pairs().partitionBy(2)]).filter(lambda kv: True)))
glom("union other partitioner", pairs().partitionBy(2).union(left.partitionBy(3)))
for n, p, q in [(10, 5, 2), (10, 4, 3), (10, 7, 3), (10, 3, 5), (20, 10, 4)]:
    glom(f"coalesce {n} {p} {q}", ints(n, p).coalesce(q))
for n, p, q in [(10, 5, 2), (100, 2, 4), (100, 3, 7), (95, 4, 3), (1000, 2, 5), (37, 1, 8), (640, 8, 16), (30, 3, 2)]:
    glom(f"repartition {n} {p} {q}", ints(n, p).repartition(q))
glom("repartition mapped", ints(95, 3).map(lambda x: x + 1).repartition(4))
glom("repartition twice", ints(95, 3).repartition(4).repartition(3))
for n, p in [(4, 2), (7, 2), (12, 3)]:
    glom(f"cartesian {n} {p}", ints(n, p).cartesian(sc.parallelize("abcde", 2)))
    glom(f"cartesian mapped {n} {p}", ints(n, p).map(lambda x: x * 10).cartesian(ints(9, 2).map(str)))
glom("cartesian twice", ints(5, 2).cartesian(sc.parallelize("ab", 1)).cartesian(sc.parallelize([True, False], 1)))
glom("zip", ints(10, 3).zip(ints(10, 3).map(lambda x: x * x)))
value("zip partitions", lambda: ints(10, 3).zip(ints(10, 2)).collect())
value("zip lengths", lambda: ints(4, 2).map(lambda x: x).zip(ints(4, 2).filter(lambda x: x != 1)).map(str).collect())
glom("zipWithIndex", wordrdd().zipWithIndex())
glom("zipWithUniqueId", wordrdd().zipWithUniqueId())
glom("glom of empty", sc.parallelize([], 3))

# sorting
glom("sortByKey", pairs(4).sortByKey())
glom("sortByKey desc", pairs(4).sortByKey(False))
glom("sortByKey 2", pairs(4).sortByKey(True, 2))
glom("sortByKey 1", pairs(4).sortByKey(True, 1))
glom("sortByKey keyfunc", pairs(4).sortByKey(True, 3, keyfunc=lambda k: k.upper()))
glom("sortBy", ints(50, 3).sortBy(lambda x: x * 37 % 50))
glom("sortBy desc ties", ints(50, 3).sortBy(lambda x: x % 7, False, 4))
out["sortBy sampled"] = [(len(x), x[:3], x[-2:]) for x in ints(5000, 4).sortBy(lambda x: x * 7919 % 5003).glom().collect()]
out["sortBy sampled"] = [repr(x) for x in out["sortBy sampled"]]
glom("sortBy empty", sc.parallelize([], 2).sortBy(lambda x: x))
glom("repartitionAndSort", pairs(4).repartitionAndSortWithinPartitions(3))

# sampling
glom("sample", ints(100, 3).sample(False, 0.2, 42))
glom("sample neg seed", ints(100, 3).sample(False, 0.2, -7))
glom("sample big seed", ints(100, 3).sample(False, 0.2, 2**40 + 5))
glom("sample replaced", ints(60, 3).sample(True, 0.7, 42))
glom("sample replaced much", ints(4, 2).sample(True, 25.0, 3))
glom("sampleByKey", ints(60, 2).map(lambda x: (x % 2, x)).sampleByKey(False, {0: 0.2, 1: 0.6}, 9))
for i, r in enumerate(ints(60, 3).randomSplit([1, 2, 3.0], 17)):
    glom(f"randomSplit {i}", r)
value("takeSample", lambda: ints(50, 3).takeSample(False, 10, 5))
value("takeSample all", lambda: ints(12, 3).takeSample(False, 20, 5))
value("takeSample replaced", lambda: ints(50, 3).takeSample(True, 20, 5))
value("sample error", lambda: ints(5, 1).sample(False, -1.0))
value("randomSplit error", lambda: ints(5, 1).randomSplit([0, 0]))

# actions
value("take 0", lambda: ints(10, 4).take(0))
value("take 5", lambda: ints(10, 4).take(5))
value("take 50", lambda: ints(10, 4).take(50))
acc = sc.accumulator(0)


def seen(x):
    acc.add(1)
    return x


def evaluated(f):
    acc.value = 0
    f()
    return acc.value


value("take evaluates", lambda: [evaluated(lambda: ints(1000, 20).map(seen).take(k)) for k in (1, 7, 50, 60, 120, 333)])
value("take after empty", lambda: [evaluated(lambda: ints(1000, 20).filter(lambda x: x >= 300).map(seen).take(k)) for k in (1, 7, 60, 333)])
value("shuffle runs once", lambda: (lambda r: [evaluated(r.count), evaluated(r.collect), evaluated(lambda: r.take(1))])(
    ints(30, 3).map(seen).map(lambda x: (x % 3, x)).reduceByKey(lambda a, b: a + b)))
value("cache runs once", lambda: (lambda r: [evaluated(r.count), evaluated(r.collect)])(ints(30, 3).map(seen).cache()))
value("cached take", lambda: (lambda r: [evaluated(lambda: r.take(1)), evaluated(r.collect)])(ints(30, 3).map(seen).cache()))
value("sort evaluates", lambda: evaluated(lambda: ints(30, 3).map(seen).sortBy(lambda x: -x).collect()))
value("zipWithIndex evaluates", lambda: evaluated(lambda: ints(30, 3).map(seen).zipWithIndex().collect()))
value("first empty", lambda: sc.parallelize([], 2).first())
value("first", lambda: ints(3, 3).filter(lambda x: x > 1).first())
value("isEmpty", lambda: [sc.emptyRDD().isEmpty(), sc.parallelize([], 3).isEmpty(), ints(2, 2).filter(lambda x: x > 0).isEmpty()])
value("reduce", lambda: ints(7, 3).reduce(lambda a, b: a * 2 - b))
value("reduce empty", lambda: sc.parallelize([], 2).reduce(lambda a, b: a))
value("fold", lambda: ints(7, 3).fold(10, lambda a, b: a + b))
value("aggregate", lambda: ints(7, 3).aggregate(1, lambda a, x: a * 2 + x, lambda a, b: a * 3 + b))
value("aggregate list", lambda: ints(7, 3).aggregate([], lambda a, x: (a.append(x), a)[1], lambda a, b: (a.extend(b), a)[1]))
for p in (1, 3, 5, 8, 13, 30):
    for d in (1, 2, 3):
        value(f"treeAggregate {p} {d}", lambda: ints(40, p).treeAggregate("z", lambda a, x: a + str(x % 10), lambda a, b: "(" + a + b + ")", d))
        value(f"treeReduce {p} {d}", lambda: ints(40, p).map(str).treeReduce(lambda a, b: "(" + a + b + ")", d))
value("treeReduce empty", lambda: sc.parallelize([], 2).treeReduce(lambda a, b: a))
value("treeReduce depth", lambda: ints(3, 1).treeReduce(lambda a, b: a, 0))
value("top", lambda: wordrdd().top(4))
value("top key", lambda: wordrdd().top(6, key=len))
value("takeOrdered", lambda: wordrdd().takeOrdered(5))
value("takeOrdered key", lambda: wordrdd().takeOrdered(7, key=lambda w: -len(w)))
value("takeOrdered neg", lambda: wordrdd().takeOrdered(-1))
value("top empty", lambda: sc.emptyRDD().top(1))
value("max min", lambda: [wordrdd().max(), wordrdd().min(), wordrdd().max(key=len), wordrdd().min(key=len)])
value("max empty", lambda: sc.parallelize([], 1).max())
value("sum", lambda: [ints(10, 3).sum(), sc.parallelize([0.1] * 10, 3).sum()])
value("count", lambda: ints(10, 3).count())
stat = sc.parallelize([3.5, -1.25, 8.0, 2.0, 0.1, 7.7, 1e3], 3)
value("stats", lambda: stat.stats())
value("stats ints", lambda: ints(100, 7).map(lambda x: x * x).stats())
value("stats uneven", lambda: sc.parallelize(list(range(100)), 1).union(sc.parallelize([5, 6], 1)).stats())
value("moments", lambda: [stat.mean(), stat.variance(), stat.stdev(), stat.sampleVariance(), stat.sampleStdev()])
value("mean empty", lambda: sc.parallelize([], 2).mean())
value("stats mixed", lambda: [sc.parallelize([1, 2.5, True], 2).sum(), sc.parallelize([1, 2.5, True], 2).stats()])
value("stats nan", lambda: [sc.parallelize([float("nan"), 1.0, 3.0], 1).stats(), sc.parallelize([2.0, float("nan"), 1.0], 2).stats()])
value("stats type error", lambda: sc.parallelize(["a"], 1).mean())
value("mean no partitions", lambda: sc.emptyRDD().mean())
value("histogram 2", lambda: ints(51, 3).histogram(2))
value("histogram 4", lambda: ints(51, 3).histogram(4))
value("histogram floats", lambda: stat.histogram(3))
value("histogram bounds", lambda: ints(51, 3).histogram([0, 5, 25, 50]))
value("histogram even bounds", lambda: ints(51, 3).histogram([0, 15, 30, 45]))
value("histogram one", lambda: sc.parallelize([4, 4], 2).histogram(3))
value("histogram empty", lambda: sc.parallelize([], 2).histogram(3))
value("histogram unsorted", lambda: ints(5, 1).histogram([3, 1]))
value("histogram short", lambda: ints(5, 1).histogram([3]))
value("histogram twice", lambda: ints(5, 1).histogram([1, 1, 3]))
value("histogram zero", lambda: ints(5, 1).histogram(0))
value("countByValue", lambda: dict(wordrdd().countByValue()))
value("countByKey", lambda: dict(pairs().countByKey()))
value("countByValue none", lambda: dict(sc.emptyRDD().countByValue()))
value("collectAsMap", lambda: pairs().collectAsMap())
value("lookup", lambda: [pairs().lookup("the"), pairs().partitionBy(3).lookup("quick"), pairs().lookup("none")])
value("reduceByKeyLocally", lambda: pairs().reduceByKeyLocally(lambda a, b: a + b))
value("toLocalIterator", lambda: list(ints(10, 3).toLocalIterator()))
value("keyBy keys values", lambda: [wordrdd().keyBy(len).keys().collect(), pairs().values().collect()])
value("coalesce error", lambda: ints(3, 1).coalesce(0))
value("parallelize 0", lambda: sc.parallelize([1], 0).collect())
value("worker error", lambda: ints(3, 1).map(lambda x: 1 // 0).collect())
value("storage levels", lambda: [str(ints(3, 1).getStorageLevel()), str(ints(3, 1).cache().getStorageLevel())])
value("stringified accumulator", lambda: [str(sc.accumulator(5)), str(sc.accumulator(2.5))])
value("pipe", lambda: sc.parallelize(["b", "a", "", "c\n"], 2).pipe("cat").collect())

# default number of reduce partitions when spark.default.parallelism is set
sc.stop()
sc = SparkContext(conf=SparkConf().setMaster("local[2]").setAppName("conf").set("spark.default.parallelism", "5"))
sc.setLogLevel("OFF")
value("configured parallelism", lambda: [sc.defaultParallelism, sc.defaultMinPartitions, ints(10, 3).map(lambda x: (x, 1)).reduceByKey(lambda a, b: a + b).getNumPartitions(),
                                         sc.parallelize([1]).getNumPartitions()])

# portable_hash through placement is covered above; files
tmp = tempfile.mkdtemp()


def write(name, data):
    path = os.path.join(tmp, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)
    return path


texts = {
    "plain": b"a\nbb\n\nccc",
    "ended": b"a\nbb\n\nccc\n",
    "crlf": b"one\r\ntwo\rthree\n\rfour\r\n\r\n",
    "empty": b"",
    "newline": b"\n",
    "marked": b"\xef\xbb\xbfbom\nnext\n",
    "broken": b"ok\n\xff\xfe \xed\xa0\x80 \xc3(\nx\xe2\x82\ny\xf0\x90\n\xf0\x9f\x98\x80\n",
    "long": b"".join(b"line %d\r\n" % i for i in range(100)),
    "cronly": b"a\rbb\rccc\rdddd\r",
}
for name, data in texts.items():
    for parts in (1, 2, 3, 7):
        glom(f"text {name} {parts}", sc.textFile(write("texts/" + name, data), parts))
write("dir/b.txt", b"b1\nb2\n")
write("dir/a.txt", b"a1\na2\na3\n")
write("dir/_hidden", b"no\n")
write("dir/.hidden", b"no\n")
write("dir/c.log", b"c1\n")
out["text dir"] = sorted(sc.textFile(os.path.join(tmp, "dir"), 2).collect())
glom("text glob", sc.textFile(os.path.join(tmp, "dir/*.txt"), 2))
glom("text braces", sc.textFile(os.path.join(tmp, "dir/{a.txt,c.log}"), 2))
glom("text list", sc.textFile(os.path.join(tmp, "dir/c.log") + "," + os.path.join(tmp, "dir/a.txt"), 2))
import gzip

glom("text zipped", sc.textFile(write("z.gz", gzip.compress(b"z1\nz2\r\n")), 2))
value("text missing", lambda: sc.textFile(os.path.join(tmp, "none")).count())
# A directory is read in the order of its entries, which is the file system's; globs are sorted, as dstreamc sorts both.
out["wholeTextFiles"] = [[[os.path.basename(k), v] for k, v in p] for p in sc.wholeTextFiles(os.path.join(tmp, "dir/[abc]*")).glom().collect()]
for n in (1, 2, 3, 4, 6):
    for i in range(6):
        write(f"sizes/f{i}", b"x" * (i * 7 % 5 + 1))
    out[f"packed {n}"] = [[os.path.basename(k) for k, v in p] for p in sc.wholeTextFiles(os.path.join(tmp, "sizes/*"), n).glom().collect()]
glom("binaryRecords", sc.binaryRecords(write("binary", b"aabbcc"), 2))

# saved files, bytes in latin-1
target = os.path.join(tmp, "saved")
sc.parallelize(["x", "é", 1, 2.5, ("a", None), [True], "y" * 600, b"raw"], 3).saveAsTextFile(target)
out["saved"] = {n: open(os.path.join(target, n), "rb").read().decode("latin-1") for n in sorted(os.listdir(target))}
value("saved again", lambda: sc.parallelize([1], 1).saveAsTextFile(target))

# Java's decoder
import random
rnd = random.Random(1)
alphabet = [0x41, 0x0, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfb, 0xfc, 0xfe, 0xff]
jvm = sc._jvm
decoded = []
for _ in range(1500):
    raw = bytes(rnd.choice(alphabet) for _ in range(rnd.randint(1, 7)))
    decoded.append([raw.hex(), getattr(jvm, "java.lang.String")(raw, "UTF-8")])
out["decoded"] = decoded

# conf.get of what is set, names, levels
value("conf", lambda: [sc.getConf().get("spark.app.name"), sc.getConf().get("none", "d"), sc.master, sc.appName, repr(sc)])
value("level change", lambda: ints(2, 1).cache().persist(__import__("pyspark").StorageLevel.DISK_ONLY))
value("checkpoint without directory", lambda: ints(2, 1).checkpoint())
value("bad level", lambda: sc.setLogLevel("LOUD"))
value("name", lambda: [ints(2, 1).name(), ints(2, 1).setName("n").name()])
value("broadcast", lambda: (lambda b: ints(3, 1).map(lambda i: b.value[i]).collect())(sc.broadcast(["p", "q", "r"])))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ops.json"), "w") as f:
    json.dump(out, f, indent=0, ensure_ascii=True)
    f.write("\n")
shutil.rmtree(tmp)
sc.stop()
