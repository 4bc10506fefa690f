"""What is rewritten: splits, JSON fields, regular expressions, functions of stages, arithmetic."""
import json
import re

from pyspark import SparkContext

sc = SparkContext("local[2]", "Rewrites")
LOG = re.compile(r'(\S+) \[(\d+)\] "([^"]*)"')


def request(line):
    """Host and path of a line, or None."""
    match = LOG.match(line)
    if match is None:
        return None
    return (match.group(1), match.group(3))


def sale(line):
    fields = line.split(",")
    if len(fields) != 4:
        return ("bad", 0)
    return (fields[1], int(fields[3]))


def words(line):
    for word in line.strip().split():
        if word.isalpha():
            yield (word.lower(), 1)


def collatz(n):
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


def add(a, b):
    return a + b


logs = sc.parallelize(['a [1] "/x"', "no log", 'b [22] "/y z"'], 2)
print(logs.map(request).filter(lambda r: r is not None).map(lambda r: (r[1], r[0])).collect())
sales = sc.parallelize(["1,de,x,5", "2,fr,y,7", "oops", "3,de,z,2"], 2)
print(sorted(sales.map(sale).reduceByKey(add).collect()))
print(sales.map(lambda l: l.split(",")).filter(lambda f: len(f) > 1).map(lambda f: (f[0], f[-1])).collect())
events = sc.parallelize(['{"user": {"name": "x"}, "ms": 5}', '{"user": {"name": "y"}, "ms": 7, "error": "e"}'], 2)
print(events.map(json.loads).filter(lambda e: "error" not in e).map(lambda e: (e["user"]["name"], e.get("ms", 0))).collect())
print(sorted(sc.parallelize(["a b C 1", " b c "], 2).flatMap(words).reduceByKey(add).collect()))
print(sc.parallelize([1, 7, 27]).map(collatz).collect())
