"""A small model of PySpark Streaming, precise in what can be seen from outside: which stream is computed at which time, the
number of partitions, the order of records, and which job fails. Everything is a Python list; nothing runs in parallel; time is
virtual. Random programs are compared with it, and it is compared with PySpark.

It stands in for the modules pyspark, pyspark.streaming and time of the programs that it runs. As a command it reads a JSON list
of programs and writes a list of what each printed."""
import bisect
import contextlib
import copy
import heapq
import io
import itertools
import json
import math
import operator
import os
import random
import sys
import tempfile
import types
from collections import defaultdict
from datetime import datetime, timezone
from functools import reduce


class JavaError(Exception):
    """What an exception of a worker is in the driver."""


JavaError.__name__ = JavaError.__qualname__ = "Py4JJavaError"
START = 1735689600000  # 2025-01-01, in milliseconds


def portable_hash(x):
    if x is None:
        return 0
    if isinstance(x, tuple):
        h = 0x345678
        for item in x:
            h = ((h ^ portable_hash(item)) * 1000003) & sys.maxsize
        return h ^ len(x)
    return hash(x)


# Batches: how the records of a partition are pickled. It shows in what repartition moves and in the order of cartesian.
AUTO, PLAIN, PAIRS = ("auto",), ("plain",), ("pairs",)


def fixed(size):
    return ("fixed", size)


MOVED = fixed(-1)


def in_batches(records, ser):
    records = list(records)
    if ser == AUTO:
        sizes = (1 << i for i in itertools.count())
    else:
        sizes = itertools.repeat(ser[1] if len(ser) > 1 else 1)
    out = []
    while records:
        n = next(sizes)
        out.append(records[:n])
        records = records[n:]
    return out


class RDD:
    """n partitions; compute(i) gives the records of one as an iterator, or batches(i) as a list of lists."""

    def __init__(self, sc, n, compute=None, batches=None, ser=AUTO, partitioner=None, jpartitioner=None):
        self.ctx = self.context = sc
        self.n = n
        self.compute = compute
        self.batched = batches
        self.ser = ser
        self.partitioner = partitioner  # Python's; lost when a stream hands the RDD over
        self.jpartitioner = jpartitioner  # Java's
        self.keeps = False
        self.kept = {}

    def records(self, i):
        if self.keeps:
            if i not in self.kept:
                self.kept[i] = [copy.deepcopy(b) for b in self.batches_of(i)]
            return itertools.chain.from_iterable(copy.deepcopy(self.kept[i]))
        if self.compute:
            return self.compute(i)
        return itertools.chain.from_iterable(copy.deepcopy(self.batched(i)))

    def batches_of(self, i):
        if self.keeps and i in self.kept:
            return self.kept[i]
        if self.batched:
            return self.batched(i)
        return in_batches(self.compute(i), self.ser)

    def batches(self, i):
        if self.keeps:
            list(self.records(i))
        return self.batches_of(i)

    def handed_over(self, ser):
        """The RDD as the function of a stream gets it: taken for pickled as the stream's records are."""
        return RDD(self.ctx, self.n, self.records, self.batches, ser, None, self.jpartitioner)

    # Jobs.
    def run(self, task=lambda it: it, parts=None):
        try:
            return [list(task(self.records(i))) for i in (range(self.n) if parts is None else parts)]
        except Exception as e:
            raise JavaError(repr(e)) from e

    def collect(self):
        return [x for part in self.run() for x in part]

    def take(self, num):
        items, scanned = [], 0
        while len(items) < num and scanned < self.n:
            more = 1
            if scanned:
                more = scanned * 4
                if items:
                    more = min(max(int(1.5 * num * scanned / len(items)) - scanned, 1), more)
            left = num - len(items)
            parts = range(scanned, min(scanned + more, self.n))
            for got in self.run(lambda it: itertools.islice(it, left), parts):
                items += got
            scanned += more
        return items[:num]

    def first(self):
        got = self.take(1)
        if not got:
            raise ValueError("RDD is empty")
        return got[0]

    def isEmpty(self):
        return self.n == 0 or not self.take(1)

    def count(self):
        return sum(len(p) for p in self.run())

    def reduce(self, f):
        def one(it):
            it = iter(it)
            for head in it:
                return [reduce(f, it, head)]
            return []

        vals = [x for p in self.run(one) for x in p]
        if not vals:
            raise ValueError("Can not reduce() empty RDD")
        return reduce(f, vals)

    def fold(self, zero, op):
        return reduce(op, [p[0] for p in self.run(lambda it: [reduce(op, it, zero)])], zero)

    def aggregate(self, zero, seq, comb):
        return reduce(comb, [p[0] for p in self.run(lambda it: [reduce(seq, it, zero)])], zero)

    def treeAggregate(self, zero, seq, comb, depth=2):
        if self.n == 0:
            return zero
        part = self.mapPartitions(lambda it: [reduce(seq, it, zero)])
        n = part.n
        scale = max(int(math.ceil(pow(n, 1.0 / depth))), 2)
        while n > scale + n / scale:
            n /= scale
            to = int(n)
            part = part.mapPartitionsWithIndex(lambda i, it, to=to: [(i % to, x) for x in it]).reduceByKey(comb, to).values()
        return part.reduce(comb)

    def treeReduce(self, f, depth=2):
        def op(x, y):
            return y if x[1] else x if y[1] else (f(x[0], y[0]), False)

        out = self.map(lambda x: (x, False)).treeAggregate((None, True), op, op, depth)
        if out[1]:
            raise ValueError("Cannot reduce empty RDD.")
        return out[0]

    def max(self, key=None):
        return self.reduce(lambda a, b: max(a, b, key=key))

    def min(self, key=None):
        return self.reduce(lambda a, b: min(a, b, key=key))

    def sum(self):
        return reduce(operator.add, [p[0] for p in self.run(lambda it: [sum(it)])], 0)

    def top(self, num, key=None):
        return self.mapPartitions(lambda it: [heapq.nlargest(num, it, key=key)]).reduce(
            lambda a, b: heapq.nlargest(num, a + b, key=key))

    def takeOrdered(self, num, key=None):
        if num == 0 or self.n == 0:
            return []
        return self.mapPartitions(lambda it: [heapq.nsmallest(num, it, key=key)]).reduce(
            lambda a, b: heapq.nsmallest(num, a + b, key=key))

    def countByValue(self):
        def counts(it):
            out = defaultdict(int)
            for x in it:
                out[x] += 1
            return [out]

        def merge(a, b):
            for k, v in b.items():
                a[k] += v
            return a

        return self.mapPartitions(counts).reduce(merge)

    def countByKey(self):
        return self.keys().countByValue()

    def collectAsMap(self):
        return dict(self.collect())

    def reduceByKeyLocally(self, f):
        def merged(pairs):
            out = {}
            for k, v in pairs:
                out[k] = f(out[k], v) if k in out else v
            return out

        return self.mapPartitions(lambda it: [merged(it)]).reduce(
            lambda a, b: merged(itertools.chain(a.items(), b.items())))

    def lookup(self, key):
        found = self.filter(lambda kv: kv[0] == key).values()
        if self.partitioner:
            n, f = self.partitioner
            return found.run(parts=[f(key) % n])[0]
        return found.collect()

    def foreach(self, f):
        self.run(lambda it: [f(x) for x in it])

    def foreachPartition(self, f):
        self.run(lambda it: f(it) or [])

    def toLocalIterator(self):
        for i in range(self.n):
            yield from self.run(parts=[i])[0]

    def getNumPartitions(self):
        return self.n

    def saveAsTextFile(self, path):
        if os.path.exists(path):
            raise JavaError("FileAlreadyExistsException")
        parts = self.run()
        os.makedirs(path)
        for i, part in enumerate(parts):
            with open(os.path.join(path, "part-%05d" % i), "w", newline="") as f:
                f.writelines((x.decode() if isinstance(x, bytes) else str(x)) + "\n" for x in part)
        open(os.path.join(path, "_SUCCESS"), "w").close()

    # Narrow transformations.
    def mapPartitionsWithIndex(self, f, preservesPartitioning=False):
        keep = preservesPartitioning
        return RDD(self.ctx, self.n, lambda i: iter(f(i, self.records(i))), None, AUTO,
                   self.partitioner if keep else None, self.jpartitioner if keep else None)

    def mapPartitions(self, f, preservesPartitioning=False):
        return self.mapPartitionsWithIndex(lambda _, it: f(it), preservesPartitioning)

    def map(self, f, preservesPartitioning=False):
        return self.mapPartitions(lambda it: map(f, it), preservesPartitioning)

    def flatMap(self, f, preservesPartitioning=False):
        return self.mapPartitions(lambda it: itertools.chain.from_iterable(map(f, it)), preservesPartitioning)

    def filter(self, f):
        return self.mapPartitions(lambda it: filter(f, it), True)

    def mapValues(self, f):
        return self.map(lambda kv: (kv[0], f(kv[1])), True)

    def flatMapValues(self, f):
        return self.flatMap(lambda kv: ((kv[0], x) for x in f(kv[1])), True)

    def keyBy(self, f):
        return self.map(lambda x: (f(x), x))

    def keys(self):
        return self.map(lambda kv: kv[0])

    def values(self):
        return self.map(lambda kv: kv[1])

    def glom(self):
        return self.mapPartitions(lambda it: iter([list(it)]))

    def zipWithIndex(self):
        starts = [0]
        if self.n > 1:
            for p in self.run()[:-1]:
                starts.append(starts[-1] + len(p))
        return self.mapPartitionsWithIndex(lambda i, it: ((x, n) for n, x in enumerate(it, starts[i])))

    def zipWithUniqueId(self):
        n = self.n
        return self.mapPartitionsWithIndex(lambda i, it: ((x, k * n + i) for k, x in enumerate(it)))

    def cache(self):
        self.keeps = True
        return self

    persist = cache

    def unpersist(self, blocking=False):
        self.keeps, self.kept = False, {}
        return self

    def sample(self, withReplacement, fraction, seed):
        def chosen(i, it):
            rnd = random.Random(seed ^ i)
            for _ in range(10):
                rnd.randint(0, 1)
            return (x for x in it if rnd.random() < fraction)

        return self.mapPartitionsWithIndex(chosen, True)

    # What Java does with whole batches.
    def reserialize(self, ser=AUTO):
        if self.ser == ser:
            return self
        out = self.map(lambda x: x, True)
        return RDD(self.ctx, out.n, out.compute, None, ser, out.partitioner, out.jpartitioner)

    def union(self, other):
        a, b = (self, other) if self.ser == other.ser else (self.reserialize(), other.reserialize())
        out = java_union(self.ctx, [a, b])
        if self.partitioner == other.partitioner and self.n == out.n:
            out.partitioner = self.partitioner
        return out

    __add__ = union

    def coalesce(self, n, shuffle=False):
        if shuffle:
            return self.repartition(n)
        groups = min(n, self.n)

        def joined(i):
            return [b for j in range(i * self.n // groups, (i + 1) * self.n // groups) for b in self.batches(j)]

        return RDD(self.ctx, groups, None, joined, self.ser)

    def repartition(self, n):
        source = self.reserialize(fixed(10))

        def deal():
            out = [[] for _ in range(n)]
            for i in range(source.n):
                at = XorShift(i).below(n)
                for batch in source.batches(i):
                    at += 1
                    out[at % n].append(batch)
            return out

        moved = once(deal)
        return RDD(self.ctx, n, None, lambda i: moved()[i], fixed(10))

    def cartesian(self, other):
        def pairs(i):
            a, b = divmod(i, other.n)
            return [list(itertools.product(x, y)) for x in self.batches(a) for y in other.batches(b)]

        return RDD(self.ctx, self.n * other.n, None, pairs, PAIRS)

    # Shuffles.
    def partitionBy(self, numPartitions=None, partitionFunc=portable_hash):
        n = self.default_reducers() if numPartitions is None else numPartitions
        partitioner = (n, partitionFunc)
        if self.partitioner == partitioner:
            return self

        def move():
            out = [[] for _ in range(n)]
            for i in range(self.n):
                for bucket, batch in spill(self.records(i), n, partitionFunc):
                    out[bucket].append(batch)
            return out

        moved = once(move)
        return RDD(self.ctx, n, None, lambda i: moved()[i], MOVED, partitioner, partitioner)

    def combineByKey(self, create, merge, combine, numPartitions=None, partitionFunc=portable_hash):
        def local(it):
            out = {}
            for k, v in it:
                out[k] = merge(out[k], v) if k in out else create(v)
            return iter(out.items())

        def final(it):
            out = {}
            for k, c in it:
                out[k] = combine(out[k], c) if k in out else c
            return iter(out.items())

        n = self.default_reducers() if numPartitions is None else numPartitions
        return self.mapPartitions(local, True).partitionBy(n, partitionFunc).mapPartitions(final, True)

    def reduceByKey(self, f, numPartitions=None, partitionFunc=portable_hash):
        return self.combineByKey(lambda v: v, f, f, numPartitions, partitionFunc)

    def groupByKey(self, numPartitions=None, partitionFunc=portable_hash):
        return self.combineByKey(lambda v: [v], lambda xs, v: xs + [v], operator.add, numPartitions, partitionFunc)

    def aggregateByKey(self, zero, seq, comb, numPartitions=None):
        return self.combineByKey(lambda v: seq(copy.deepcopy(zero), v), seq, comb, numPartitions)

    def foldByKey(self, zero, f, numPartitions=None):
        return self.aggregateByKey(zero, f, f, numPartitions)

    def groupBy(self, f, numPartitions=None):
        return self.map(lambda x: (f(x), x)).groupByKey(numPartitions)

    def distinct(self, numPartitions=None):
        return self.map(lambda x: (x, None)).reduceByKey(lambda x, _: x, numPartitions).map(lambda x: x[0])

    def cogroup(self, other, numPartitions=None):
        def sides(tagged):
            return tuple([v for n, v in tagged if n == side] for side in (0, 1))

        both = self.mapValues(lambda v: (0, v)).union(other.mapValues(lambda v: (1, v)))
        return both.groupByKey(numPartitions).mapValues(sides)

    def joined(self, other, numPartitions, left, right):
        """left and right say whether a missing side is None."""
        def pairs(sides):
            a, b = sides
            return [(v, w) for v in a or [None] * left for w in b or [None] * right]

        return self.cogroup(other, numPartitions).flatMapValues(pairs)

    def join(self, other, numPartitions=None):
        return self.joined(other, numPartitions, False, False)

    def leftOuterJoin(self, other, numPartitions=None):
        return self.joined(other, numPartitions, False, True)

    def rightOuterJoin(self, other, numPartitions=None):
        return self.joined(other, numPartitions, True, False)

    def fullOuterJoin(self, other, numPartitions=None):
        return self.joined(other, numPartitions, True, True)

    def subtractByKey(self, other, numPartitions=None):
        return self.cogroup(other, numPartitions).filter(lambda kv: kv[1][0] and not kv[1][1]).flatMapValues(lambda x: x[0])

    def subtract(self, other, numPartitions=None):
        return self.map(lambda x: (x, True)).subtractByKey(other.map(lambda x: (x, True)), numPartitions).keys()

    def intersection(self, other):
        both = self.map(lambda x: (x, None)).cogroup(other.map(lambda x: (x, None)))
        return both.filter(lambda kv: all(kv[1])).keys()

    def sortByKey(self, ascending=True, numPartitions=None, keyfunc=lambda k: k):
        def ordered(it):
            return iter(sorted(it, key=lambda kv: keyfunc(kv[0]), reverse=not ascending))

        n = self.default_reducers() if numPartitions is None else numPartitions
        if n == 1:
            return (self.coalesce(1) if self.n > 1 else self).mapPartitions(ordered, True)
        size = self.count()
        if not size:
            return self
        sample = self.sample(False, min(n * 20.0 / size, 1.0), 1).keys().collect()
        sample = sorted(sample, key=keyfunc)
        bounds = [sample[len(sample) * (i + 1) // n] for i in range(n - 1)]

        def place(k):
            p = bisect.bisect_left(bounds, keyfunc(k))
            return p if ascending else n - 1 - p

        return self.partitionBy(n, place).mapPartitions(ordered, True)

    def sortBy(self, keyfunc, ascending=True, numPartitions=None):
        return self.keyBy(keyfunc).sortByKey(ascending, numPartitions).values()

    def repartitionAndSortWithinPartitions(self, numPartitions=None, partitionFunc=portable_hash, ascending=True):
        n = self.default_reducers() if numPartitions is None else numPartitions
        return self.partitionBy(n, partitionFunc).mapPartitions(
            lambda it: iter(sorted(it, key=lambda kv: kv[0], reverse=not ascending)), True)

    def default_reducers(self):
        return self.n


def spill(records, n, place):
    """The batches in which partitionBy sends the records of a partition away: (bucket, batch)."""
    buckets, count, limit = {}, 0, min(10 * n, 1000)
    for k, v in records:
        buckets.setdefault(place(k) % n, []).append((k, v))
        count += 1
        if count > limit:
            yield from buckets.items()
            buckets, count, limit = {}, 0, limit * 1.5
    yield from buckets.items()


def java_union(sc, rdds):
    full = [r for r in rdds if r.n]
    partitioners = {r.jpartitioner for r in full}
    ser = rdds[0].ser if rdds else AUTO
    if len(partitioners) == 1 and full[0].jpartitioner:
        return RDD(sc, full[0].n, None, lambda i: [b for r in full for b in r.batches(i)], ser, None, full[0].jpartitioner)
    return plain_union(sc, full, ser)


def plain_union(sc, rdds, ser):
    places = [(r, i) for r in rdds for i in range(r.n)]
    return RDD(sc, len(places), lambda i: places[i][0].records(places[i][1]), lambda i: places[i][0].batches(places[i][1]), ser)


def once(f):
    kept = []

    def get():
        if not kept:
            kept.append(f())
        return kept[0]

    return get


class XorShift:
    """The random numbers from which repartition takes the first partition of each."""

    def __init__(self, seed):
        self.seed = scala_hash(seed)

    def below(self, n):
        bits = self.next31()
        if n & (n - 1) == 0:
            return n * bits >> 31
        while bits - bits % n + n - 1 >= 1 << 31:
            bits = self.next31()
        return bits % n

    def next31(self):
        s, mask = self.seed, (1 << 64) - 1
        s ^= (s << 21) & mask
        s ^= s >> 35
        s ^= (s << 4) & mask
        self.seed = s
        return s & 0x7FFFFFFF


def scala_hash(n):
    """XORShiftRandom.hashSeed: MurmurHash3 of the eight bytes, twice."""
    def rotl(x, r):
        return ((x << r) | (x >> (32 - r))) & 0xFFFFFFFF

    def murmur(data, h):
        for at in range(0, len(data), 4):
            k = int.from_bytes(data[at:at + 4], "little")
            k = rotl(k * 0xCC9E2D51 & 0xFFFFFFFF, 15) * 0x1B873593 & 0xFFFFFFFF
            h = (rotl(h ^ k, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
        h ^= len(data)
        h = (h ^ h >> 16) * 0x85EBCA6B & 0xFFFFFFFF
        h = (h ^ h >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
        return h ^ h >> 16

    data = n.to_bytes(8, "big")
    low = murmur(data, 0x3C074A61)
    high = murmur(data, low)
    return high << 32 | low


class Accumulator:
    def __init__(self, value):
        self.value = value

    def add(self, more):
        self.value += more


class SparkContext:
    defaultParallelism = 2

    def __init__(self, master, name):
        self.defaultParallelism = int(master[len("local["):-1])

    def parallelize(self, c, numSlices=None):
        n = numSlices or self.defaultParallelism
        c = copy.deepcopy(list(c))
        size = max(1, min(len(c) // n, 1024))
        batches = in_batches(c, fixed(size))
        return RDD(self, n, None, lambda i: batches[i * len(batches) // n:(i + 1) * len(batches) // n], fixed(size))

    def emptyRDD(self):
        return RDD(self, 0, None, lambda i: [], PLAIN)

    def union(self, rdds):
        first = rdds[0].ser
        if any(r.ser != first for r in rdds):
            rdds = [r.reserialize() for r in rdds]
        return java_union(self, rdds)

    def lines(self, parts):
        """What a socket gave."""
        return RDD(self, len(parts), None, lambda i: in_batches(parts[i], PLAIN), PLAIN)

    def accumulator(self, value):
        return Accumulator(value)

    def broadcast(self, value):
        return types.SimpleNamespace(value=copy.deepcopy(value))


class Stream:
    """A stream as Java sees it. Times are milliseconds since the start of the context."""

    def __init__(self, ssc, slide, compute):
        self.ssc, self.slide, self.compute = ssc, slide, compute
        self.rdds = {}
        self.keeps = False

    def at(self, t):
        if t <= 0 or t % self.slide:
            return None
        if t not in self.rdds:
            r = self.compute(t)
            if r is None:
                return None
            if self.keeps:
                r.cache()
            self.rdds[t] = r
        return self.rdds[t]

    def between(self, start, end):
        start, end = start // self.slide * self.slide, end // self.slide * self.slide
        rdds = [self.at(t) for t in range(start, end + 1, self.slide) if t >= 0]
        return [r for r in rdds if r is not None]


def millis(seconds):
    return int(seconds * 1000)


def moment(t):
    return datetime.fromtimestamp((START + t) / 1000.0, timezone.utc).replace(tzinfo=None)


def hand(rdd, ser=AUTO):
    if rdd is None:
        return None
    if rdd.ser == PAIRS:  # for Java these are pairs, which have to be pickled first
        rdd = rdd.reserialize(AUTO)
    return rdd.handed_over(ser)


class DStream:
    def __init__(self, ssc, stream, ser=AUTO):
        self._ssc, self._sc = ssc, ssc.sc
        self.ser = ser
        self.own = stream
        self.apart = False  # cached or checkpointed: not folded into its children

    def stream(self):
        return self.own

    def transform(self, f):
        g = f if f.__code__.co_argcount == 2 else lambda _, rdd: f(rdd)
        return Transformed(self, g)

    def transformWith(self, f, other, keepSerializer=False):
        g = f if f.__code__.co_argcount == 3 else lambda _, a, b: f(a, b)
        a, b = self.stream(), other.stream()

        def compute(t):
            empty = RDD(self._sc, 0, None, lambda i: [], AUTO)
            return g(moment(t), hand(a.at(t) or empty, self.ser), hand(b.at(t) or empty, other.ser))

        return DStream(self._ssc, Stream(self._ssc, a.slide, compute), self.ser if keepSerializer else AUTO)

    def foreachRDD(self, f):
        g = f if f.__code__.co_argcount == 2 else lambda _, rdd: f(rdd)
        stream = self.stream()

        def generate(t):
            rdd = stream.at(t)
            return rdd and (lambda: g(moment(t), hand(rdd, self.ser)))

        self._ssc.outputs.append(generate)

    def pprint(self, num=10):
        def show(time, rdd):
            taken = rdd.take(num + 1)
            rule = "-" * 43
            print(rule, "Time: %s" % time, rule, *taken[:num], sep="\n")
            if len(taken) > num:
                print("...")
            print()

        self.foreachRDD(show)

    def saveAsTextFiles(self, prefix, suffix=None):
        def save(time, rdd):
            ms = round((time - datetime(1970, 1, 1)).total_seconds() * 1000)
            rdd.saveAsTextFile("%s-%d" % (prefix, ms) + ("." + suffix if suffix is not None else ""))

        self.foreachRDD(save)

    def cache(self):
        self.apart = True
        self.stream().keeps = True
        return self

    def persist(self, storageLevel):
        return self.cache()

    def checkpoint(self, interval):
        return self.cache()

    def mapPartitionsWithIndex(self, f, preservesPartitioning=False):
        return self.transform(lambda rdd: rdd.mapPartitionsWithIndex(f, preservesPartitioning))

    def mapPartitions(self, f, preservesPartitioning=False):
        return self.transform(lambda rdd: rdd.mapPartitions(f, preservesPartitioning))

    def map(self, f, preservesPartitioning=False):
        return self.transform(lambda rdd: rdd.map(f, preservesPartitioning))

    def flatMap(self, f, preservesPartitioning=False):
        return self.transform(lambda rdd: rdd.flatMap(f, preservesPartitioning))

    def filter(self, f):
        return self.transform(lambda rdd: rdd.filter(f))

    def mapValues(self, f):
        return self.transform(lambda rdd: rdd.mapValues(f))

    def flatMapValues(self, f):
        return self.transform(lambda rdd: rdd.flatMapValues(f))

    def glom(self):
        return self.transform(lambda rdd: rdd.glom())

    def repartition(self, n):
        return self.transform(lambda rdd: rdd.repartition(n))

    def partitionBy(self, n, f=portable_hash):
        return self.transform(lambda rdd: rdd.partitionBy(n, f))

    def reduceByKey(self, f, numPartitions=None):
        n = numPartitions or self._sc.defaultParallelism
        return self.transform(lambda rdd: rdd.reduceByKey(f, n))

    def combineByKey(self, create, merge, combine, numPartitions=None):
        n = numPartitions or self._sc.defaultParallelism
        return self.transform(lambda rdd: rdd.combineByKey(create, merge, combine, n))

    def groupByKey(self, numPartitions=None):
        n = numPartitions or self._sc.defaultParallelism
        return self.transform(lambda rdd: rdd.groupByKey(n))

    def countByValue(self):
        return self.map(lambda x: (x, 1)).reduceByKey(operator.add)

    def reduce(self, f):
        return self.map(lambda x: (None, x)).reduceByKey(f, 1).map(lambda kv: kv[1])

    def count(self):
        return self.mapPartitions(lambda it: [sum(1 for _ in it)]).reduce(operator.add)

    def union(self, other):
        return self.transformWith(lambda a, b: a.union(b), other, True)

    def with_other(self, name, other, numPartitions):
        n = numPartitions or self._sc.defaultParallelism
        return self.transformWith(lambda a, b: getattr(a, name)(b, n), other)

    def cogroup(self, other, numPartitions=None):
        return self.with_other("cogroup", other, numPartitions)

    def join(self, other, numPartitions=None):
        return self.with_other("join", other, numPartitions)

    def leftOuterJoin(self, other, numPartitions=None):
        return self.with_other("leftOuterJoin", other, numPartitions)

    def rightOuterJoin(self, other, numPartitions=None):
        return self.with_other("rightOuterJoin", other, numPartitions)

    def fullOuterJoin(self, other, numPartitions=None):
        return self.with_other("fullOuterJoin", other, numPartitions)

    def window(self, windowDuration, slideDuration=None):
        parent, width = self.stream(), millis(windowDuration)
        parent.keeps = True
        slide = parent.slide if slideDuration is None else millis(slideDuration)

        def compute(t):
            return java_union(self._sc, parent.between(t - width + parent.slide, t))

        return DStream(self._ssc, Stream(self._ssc, slide, compute), self.ser)

    def reduceByWindow(self, f, inverse, windowDuration, slideDuration):
        keyed = self.map(lambda x: (1, x))
        return keyed.reduceByKeyAndWindow(f, inverse, windowDuration, slideDuration, 1).map(lambda kv: kv[1])

    def countByWindow(self, windowDuration, slideDuration):
        return self.map(lambda x: 1).reduceByWindow(operator.add, operator.sub, windowDuration, slideDuration)

    def countByValueAndWindow(self, windowDuration, slideDuration, numPartitions=None):
        keyed = self.map(lambda x: (x, 1))
        counted = keyed.reduceByKeyAndWindow(operator.add, operator.sub, windowDuration, slideDuration, numPartitions)
        return counted.filter(lambda kv: kv[1] > 0)

    def groupByKeyAndWindow(self, windowDuration, slideDuration, numPartitions=None):
        return self.mapValues(lambda x: [x]).reduceByKeyAndWindow(
            lambda a, b: a + b, lambda a, b: a[len(b):], windowDuration, slideDuration, numPartitions)

    def reduceByKeyAndWindow(self, f, inverse, windowDuration, slideDuration=None, numPartitions=None, filterFunc=None):
        n = numPartitions or self._sc.defaultParallelism
        reduced = self.reduceByKey(f, n)
        if not inverse:
            return reduced.window(windowDuration, slideDuration).reduceByKey(f, n)
        parent, width = reduced.stream(), millis(windowDuration)
        slide = parent.slide if slideDuration is None else millis(slideDuration)
        parent.keeps = True

        def add(a, rdds):
            b = hand(java_union(self._sc, rdds)).reduceByKey(f, n)
            out = hand(a).union(b).reduceByKey(f, n) if a else b
            return out.filter(filterFunc) if filterFunc else out

        def subtract(a, rdds):
            b = hand(java_union(self._sc, rdds)).reduceByKey(f, n)
            return hand(a).leftOuterJoin(b, n).mapValues(lambda vw: inverse(*vw) if vw[1] is not None else vw[0])

        def compute(t):
            last = out.at(t - slide)
            if last is None or width < slide * 5:
                rdds = parent.between(t - width + parent.slide, t)
                return add(None, rdds) if rdds else None
            gone = parent.between(t - slide - width + parent.slide, t - width)
            rest = subtract(last, gone) if gone else last
            new = parent.between(t - slide + parent.slide, t)
            return add(rest, new) if new else rest

        out = Stream(self._ssc, slide, compute)
        out.keeps = True
        return DStream(self._ssc, out)

    def updateStateByKey(self, update, numPartitions=None, initialRDD=None):
        n = numPartitions or self._sc.defaultParallelism
        parent = self.stream()
        if initialRDD and not isinstance(initialRDD, RDD):
            initialRDD = self._sc.parallelize(initialRDD)
        initial = initialRDD or None

        def compute(t):
            last, new = out.at(t - parent.slide), hand(parent.at(t), self.ser)
            if new is None:
                return last
            last = last or initial
            if last is None:
                states = new.groupByKey(n).mapValues(lambda vs: update(vs, None))
            else:
                both = hand(last).cogroup(new.partitionBy(n), n)
                states = both.mapValues(lambda ab: update(ab[1], ab[0][0] if ab[0] else None))
            return states.filter(lambda kv: kv[1] is not None)

        out = Stream(self._ssc, parent.slide, compute)
        out.keeps = True
        return DStream(self._ssc, out)

    def slice(self, begin, end):
        return [hand(r, self.ser) for r in self.stream().between(*(int(x.replace(tzinfo=timezone.utc).timestamp()) * 1000 - START
                                                         for x in (begin, end)))]


class Transformed(DStream):
    """The functions of a chain are folded into one stream, unless a stream between is kept."""

    def __init__(self, prev, f):
        super().__init__(prev._ssc, None)
        if type(prev) is Transformed and not prev.apart:
            self.prev, self.f = prev.prev, lambda t, rdd: f(t, prev.f(t, rdd))
        else:
            self.prev, self.f = prev, f

    def stream(self):
        if self.own is None:
            parent = self.prev.stream()

            def compute(t):
                rdd = parent.at(t)
                return None if rdd is None else self.f(moment(t), hand(rdd, self.prev.ser))

            self.own = Stream(self._ssc, parent.slide, compute)
        return self.own


class StreamingContext:
    def __init__(self, sc, interval):
        self.sc = self.sparkContext = sc
        self.interval = millis(interval)
        self.outputs = []
        world.context = self

    def checkpoint(self, directory):
        pass

    def remember(self, duration):
        pass

    def input(self, compute, ser=AUTO):
        return DStream(self, Stream(self, self.interval, compute), ser)

    def queueStream(self, rdds, oneAtATime=True, default=None):
        rdds = [r if isinstance(r, RDD) else self.sc.parallelize(r) for r in rdds]
        if len({r.ser for r in rdds}) > 1:
            rdds = [r.reserialize() for r in rdds]
        if default is not None and not isinstance(default, RDD):
            default = self.sc.parallelize(default)
        if default is None:
            default = RDD(self.sc, 1, None, lambda i: [], rdds[0].ser)
        default = default.reserialize(rdds[0].ser)
        queue = list(rdds)

        def compute(t):
            if not queue:
                return default
            if oneAtATime:
                return queue.pop(0)
            every, queue[:] = list(queue), []
            return plain_union(self.sc, every, every[0].ser)

        return self.input(compute, rdds[0].ser)

    def socketTextStream(self, host, port):
        batches = json.loads(world.sockets["%s:%d" % (host, port)])

        def compute(t):
            i = t // self.interval - 1
            return self.sc.lines(batches[i] if i < len(batches) else [])

        return self.input(compute, PLAIN)

    def union(self, *streams):
        if len(streams) == 1:
            return streams[0]
        if len({s.ser for s in streams}) > 1:
            raise ValueError("All DStreams should have same serializer")
        sources = [s.stream() for s in streams]
        out = self.input(lambda t: java_union(self.sc, [s.at(t) for s in sources]), streams[0].ser)
        out.own.slide = sources[0].slide
        return out

    def transform(self, streams, f):
        sources = [s.stream() for s in streams]
        out = self.input(lambda t: f(tuple(hand(s.stream().at(t), s.ser) for s in streams)))
        out.own.slide = sources[0].slide
        return out

    def start(self):
        pass

    def stop(self, *args, **kwargs):
        pass

    def batch(self, t):
        try:
            work = [w for w in [generate(t) for generate in self.outputs] if w]
        except Exception:
            world.lost = True
            return
        for w in work:
            try:
                w()
            except Exception:
                world.failed = True


class World:
    """The program that runs."""

    def __init__(self, sockets):
        self.sockets = sockets
        self.now = 0
        self.done = 0
        self.context = None
        self.lost = self.failed = False  # a batch, an output of a batch

    def sleep(self, seconds):
        self.now += millis(seconds)
        every = self.context.interval
        while self.done + every <= self.now:
            self.done += every
            self.context.batch(self.done)


def module(name, **names):
    m = types.ModuleType(name)
    m.__dict__.update(names)
    sys.modules[name] = m
    return m


def run(text):
    """What a program prints."""
    global world
    world = World(dict(line.split(" ", 3)[2:] for line in text.splitlines() if line.startswith("# feed ")))
    module("pyspark", SparkContext=SparkContext, StorageLevel=types.SimpleNamespace(MEMORY_ONLY=None))
    module("pyspark.streaming", StreamingContext=StreamingContext)
    module("time", sleep=world.sleep)
    out = io.StringIO()
    raised = ""
    home = os.getcwd()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(out):
        os.chdir(folder)
        try:
            exec(compile(text, "pipeline.py", "exec"), {"__name__": "__main__"})
        except Exception as e:
            raised = repr(e)
        os.chdir(home)
    return {"out": out.getvalue(), "raised": raised, "lost": world.lost, "failed": world.failed}


def main():
    real = sys.modules["time"]
    results = [run(text) for text in json.load(sys.stdin)]
    sys.modules["time"] = real
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
