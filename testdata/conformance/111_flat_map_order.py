"""What flatMap's function gives is there as a whole before its first element goes on, unless it is a generator."""
from pyspark import SparkContext

sc = SparkContext("local[1]", "order")
sc.setLogLevel("OFF")
lines = sc.parallelize(["1 2 x 4", "5", "", "6 0 y"], 1)
KINDS = ["ZeroDivisionError", "ValueError", "IndexError", "KeyError"]
known = {"1": "one", "2": "two"}


def outcome(name, action):
    try:
        print(name, action())
    except Exception as e:
        text = str(e)
        last = max(KINDS, key=lambda k: text.rfind(k + ":"))
        print(name, "raised", last)


def half(n):
    return 10 // (n - 1)


def letters(w):
    if w.isdigit():
        return ["a" * int(w)]
    return []


numbers = lines.flatMap(lambda l: [int(w) for w in l.split()])
lazily = lines.flatMap(lambda l: (int(w) for w in l.split()))
outcome("list, taken", lambda: numbers.take(1))
outcome("generator, taken", lambda: lazily.take(2))
outcome("generator, all", lambda: lazily.collect())
outcome("list, then another error", lambda: numbers.map(half).take(1))
outcome("generator, then another error", lambda: lazily.map(half).take(1))
outcome("list, counted", lambda: numbers.map(lambda n: (n % 2, 1)).reduceByKey(lambda a, b: a + b).collect())
outcome("list, divided and counted", lambda: numbers.map(lambda n: (half(n), 1)).reduceByKey(lambda a, b: a + b).collect())
outcome("display", lambda: lines.flatMap(lambda l: [l.split()[0], l.split()[1]]).take(1))
outcome("display of what is there", lambda: lines.flatMap(lambda l: [l.split(" ")[0], l.split(" ")[-1]]).take(1))
outcome("display of a later error", lambda: lines.flatMap(lambda l: [l, l.split()[2]]).map(lambda w: 1 // (len(w) - 7)).take(3))
outcome("display, taken late", lambda: lines.flatMap(lambda l: [len(l), 1 // len(l)]).take(4))
outcome("one element", lambda: lines.flatMap(lambda l: [known[l[0]]]).take(1))
outcome("conditions", lambda: lines.flatMap(lambda l: [w for w in l.split() if int(w) > 0]).take(2))
outcome("tested", lambda: lines.flatMap(lambda l: [w[0] for w in l.split(" ") if w]).take(5))
outcome("tested in part", lambda: lines.flatMap(lambda l: [w[1] for w in l.split(" ") if w]).take(5))
outcome("nested", lambda: lines.flatMap(lambda l: [c for w in l.split() for c in letters(w)]).take(2))
outcome("nested, with an error", lambda: lines.flatMap(lambda l: [c for w in l.split() for c in "ab" * int(w)]).take(2))
outcome("keys", lambda: lines.flatMap(lambda l: [(known[w], 1) for w in l.split()]).reduceByKey(lambda a, b: a + b).collect())
outcome("values", lambda: lines.map(lambda l: (l, l)).flatMapValues(lambda l: [int(w) for w in l.split()]).take(1))
outcome("conditional", lambda: lines.flatMap(lambda l: [int(w) for w in l.split()] if l else []).take(1))

seen = []


def note(x):
    seen.append(x)
    return x


outcome("what the elements read", lambda: lines.flatMap(lambda l: [(w, len(seen)) for w in l.split()]).map(lambda kv: note(kv)).take(4))
outcome("effects of elements", lambda: lines.flatMap(lambda l: [note(w) for w in l.split()]).map(lambda w: (w, len(seen))).take(3))
outcome("effects of a display", lambda: lines.flatMap(lambda l: [note(l), note(l + "!")]).map(lambda w: (w, len(seen))).take(2))
outcome("effects of a generator", lambda: lines.flatMap(lambda l: (note(w) for w in l.split())).map(lambda w: (w, len(seen))).take(3))
