# @timeout 400
# @batches 2
import json

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "rewrites")
sc.setLogLevel("OFF")
ssc = StreamingContext(sc, 1)
WANTED = {"a", "c", "e"}
BATCHES = [
    ["a,1,x", "b,2,y", "a,3,z", "c,10,w", "d,5,v", "e,6,u", "a,-4,t"],
    ["e,1,q", "c,7,p", "c,2,o", "b,11,n"],
]
lines = ssc.queueStream([sc.parallelize(b, 3) for b in BATCHES], oneAtATime=True)
other = ssc.queueStream([sc.parallelize([(k, k.upper() * n) for n in (1, 2) for k in "acex"], 2) for _ in BATCHES], oneAtATime=True)


def parse(line):
    parts = line.split(",")
    return (parts[0], int(parts[1]), parts[2].upper(), line.lower())


pairs = lines.map(lambda l: (l.split(",")[0], int(l.split(",")[1])))
pairs.pprint(20)
lines.map(parse).map(lambda t: (t[0], t[1])).filter(lambda kv: kv[0] != "b").reduceByKey(lambda a, b: a + b).pprint(20)
lines.map(lambda l: (l, l.upper(), len(l))).filter(lambda t: t[2] > 5).map(lambda t: (t[1], 1)).pprint(20)
lines.map(lambda l: json.dumps({"k": l[0], "n": [1], "m": {"n": len(l)}})).filter(lambda s: json.loads(s)["k"] != "d").map(
    lambda s: (json.loads(s)["k"], json.loads(s)["n"], json.loads(s)["n"], json.loads(s)["m"]["n"])).pprint(20)

pairs.groupByKey().mapValues(sum).pprint(20)
pairs.groupByKey().mapValues(len).pprint(20)
pairs.groupByKey().mapValues(list).mapValues(max).pprint(20)
pairs.groupByKey().map(lambda kv: (kv[0], sum(kv[1]))).pprint(20)
pairs.groupByKey().map(lambda kv: (len(list(kv[1])), kv[0])).pprint(20)
pairs.groupByKey(3).mapValues(lambda vs: sum(vs) / len(vs)).pprint(20)
pairs.groupByKey().map(lambda kv: (kv[0], max(kv[1]) - min(kv[1]), float(sum(kv[1])) / len(kv[1]))).glom().pprint(20)
pairs.groupByKey().map(lambda kv: (kv[0], sum(kv[1]))).reduceByKey(lambda a, b: a + b).glom().pprint(20)
pairs.groupByKey().mapValues(lambda vs: (sum(vs), sorted(vs))).pprint(20)
pairs.mapValues(lambda v: v + 0.1).groupByKey().mapValues(sum).pprint(20)
pairs.mapValues(str).groupByKey().mapValues(lambda vs: max(vs) + min(vs)).pprint(20)
lines.flatMap(lambda l: l.split(",")).countByValue().glom().pprint(20)
pairs.countByValue().pprint(20)

pairs.join(other).filter(lambda kv: kv[0] in WANTED).glom().pprint(20)
pairs.leftOuterJoin(other).filter(lambda kv: kv[0] > "a").pprint(20)
pairs.rightOuterJoin(other).filter(lambda kv: kv[0].upper() != "C").pprint(20)
pairs.fullOuterJoin(other, 3).filter(lambda kv: kv[0] == "b" or kv[0] == "x").glom().pprint(20)
pairs.cogroup(other).filter(lambda kv: kv[0] != "e").mapValues(lambda g: [sorted(x) for x in g]).pprint(20)
pairs.groupByKey().filter(lambda kv: kv[0] in "abc").mapValues(list).pprint(20)
pairs.groupByKey().filter(lambda kv: len(kv[1]) > 1).mapValues(list).pprint(20)
pairs.join(other).filter(lambda kv: kv[1][0] > 1).pprint(20)


ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop(True, True)
