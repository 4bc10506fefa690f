package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

const streamHead = `from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext("local[2]", "test")
ssc = StreamingContext(sc, 1)
lines = ssc.socketTextStream("localhost", 9999)
`

// notes compiles a script and lists what was rewritten, by the lines of the script behind its head.
func notes(t *testing.T, head, body string) []string {
	t.Helper()
	p, list := lang.Compile(syntax.NewSource("test.py", head+strings.TrimLeft(body, "\n")))
	if p == nil {
		t.Fatalf("rejected: %s", list.Items[0].Msg)
	}
	var out []string
	for _, n := range p.Rewrites {
		out = append(out, fmt.Sprintf("%d: %s", p.Source.Line(n.At.Start)-strings.Count(head, "\n"), n.Text))
	}
	return out
}

// What is rewritten, and what is not because somebody could tell.
func TestRewrites(t *testing.T) {
	for _, test := range []struct {
		name, head, body string
		want             []string
	}{
		{"splits", streamHead, `
lines.map(lambda l: (l.split(" ")[8], 1)).reduceByKey(lambda a, b: a + b).pprint()
lines.map(lambda l: l.split(",")).filter(lambda p: len(p) > 3).map(lambda p: (p[0], p[-1])).pprint()
lines.map(lambda l: len(l.strip().split())).pprint()
lines.map(lambda l: l.split(",")).map(lambda p: (p[0], p)).pprint()
def parse(line):
    host, _, size = line.split(",")
    return (host, int(size))
lines.map(parse).pprint()
`, []string{
			`1: reduceByKey combines pieces of the input on all cores, as nothing has effects`,
			`1: split(" ") cuts only field 8`,
			`2: split(",") cuts only fields -1 and 0`,
			`3: strip() has no effect before split()`,
			`3: split() only counts its fields`,
			`6: split(",") makes no list to unpack (3)`,
		}},
		{"JSON fields", streamHead, `
import json
lines.map(lambda l: (json.loads(l)["user"]["name"], 1)).reduceByKey(lambda a, b: a + b).pprint()
lines.map(json.loads).filter(lambda d: d.get("kind") == "click" and "id" in d).map(lambda d: (d["id"], d["user"]["name"])).pprint()
lines.map(json.loads).map(lambda d: (d["id"], d)).pprint()
`, []string{
			"2: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			`2: json.loads builds only ["user"]["name"]`,
			`3: json.loads builds only ["kind"], ["id"] and ["user"]["name"]`,
		}},
		{"patterns", streamHead, `
import re
LINE, OTHER = r"^(\S+) (.*)$", r"(\w+)=(\d*)"
TEXT = r"(\w+)=(\d*)"
patterns = [re.compile(LINE), re.compile("a|b"), re.compile(TEXT), re.compile("a", re.I), re.compile(r"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)")]
lines.map(lambda l: (re.compile(r"\d+").sub("0", l), 1)).reduceByKey(lambda a, b: a + b).pprint()
lines.map(lambda l: re.sub(TEXT, "", re.sub("a", "b", l, flags=re.I))).filter(lambda l: re.match(LATE, l)).pprint()
LATE = "a"
`, []string{
			"4: compile has its pattern written as Go",
			"5: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"5: compile has its pattern written as Go",
			"6: sub has its pattern written as Go",
		}},
		{"lines", streamHead, `
lines.flatMap(lambda l: l.split(" ")).pprint()
lines.flatMap(lambda l: l.split()).map(lambda w: w.lower()).pprint()
lines.flatMap(str.split).pprint()
lines.flatMap(lambda l: l.strip().split(" ")).pprint()
lines.flatMap(lambda l: [l + w for w in l.split(" ")]).pprint()
lines.map(lambda l: l).flatMap(lambda l: l.split("")).pprint()
`, []string{
			`1: split(" ") looks for its fields and for the ends of lines at once`,
			`2: split() looks for its fields and for the ends of lines at once`,
			`3: split() looks for its fields and for the ends of lines at once`,
		}},
		{"values of pairs", streamHead, `
def value(kv):
    key, n = kv
    return n
def named(kv):
    key, n = kv
    return key + str(n)
pairs = lines.map(lambda l: (l, 1)).updateStateByKey(lambda new, old: sum(new))
pairs.map(lambda kv: kv[1] * kv[-1]).pprint()
pairs.map(value).filter(lambda n: n > 1).pprint()
pairs.filter(lambda kv: kv[1] > 1).map(lambda kv: (kv[1], 1)).reduceByKey(lambda a, b: a + b).pprint()
pairs.foreachRDD(lambda rdd: print(rdd.map(lambda kv: kv[1]).max()))
pairs.flatMap(lambda kv: [kv[1] + i for i in range(3)]).pprint()
pairs.map(named).pprint()
pairs.filter(lambda kv: kv[1] > 1).pprint()
pairs.mapValues(lambda n: n + 1).pprint()
pairs.map(lambda kv: [kv[1], len(kv)]).pprint()
pairs.map(lambda kv: (kv[0], 1)).pprint()
lines.map(lambda l: [l, "1"]).map(lambda kv: kv[1]).pprint()
`, []string{
			"7: updateStateByKey asks a key without new values only until its state stays the same",
			"8: the keys of pairs are not read",
			"9: the keys of pairs are not read",
			"10: the keys of pairs are not read",
			"11: the keys of pairs are not read",
			"12: the keys of pairs are not read",
		}},
		{"counts", streamHead, `
lines.flatMap(lambda l: l.split(" ")).map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b).pprint()
lines.flatMap(lambda l: l.split()).map(lambda w: (w, 1)).reduceByKey(lambda x, y: x + y).pprint()
lines.flatMap(lambda l: l.split()).map(lambda w: (w, 2)).reduceByKey(lambda a, b: a + b).pprint()
lines.flatMap(lambda l: l.split()).map(lambda w: (w, 1)).reduceByKey(max).pprint()
lines.flatMap(lambda l: l.split()).filter(lambda w: w != "a").map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b).pprint()
lines.flatMap(lambda l: l.split()).map(lambda w: (w[0], 1)).reduceByKey(lambda a, b: a + b).pprint()
`, []string{
			"1: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"1: reduceByKey counts the parts of lines while they are found",
			`1: split(" ") looks for its fields and for the ends of lines at once`,
			"2: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"2: reduceByKey counts the parts of lines while they are found",
			"2: split() looks for its fields and for the ends of lines at once",
			"3: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"3: split() looks for its fields and for the ends of lines at once",
			"4: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"4: split() looks for its fields and for the ends of lines at once",
			"5: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"5: split() looks for its fields and for the ends of lines at once",
			"6: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"6: split() looks for its fields and for the ends of lines at once",
		}},
		{"reads", streamHead, `
known = {"a": 1}
allowed = sc.broadcast(["a", "b"])
lines.filter(lambda l: l in allowed.value).map(lambda l: (l, known.get(l, 0))).reduceByKey(lambda a, b: a + b).pprint()
`, []string{
			"3: reduceByKey combines pieces of the input on all cores, as nothing has effects",
		}},
		{"classes", streamHead, `
class Rule:
    def __init__(self, word):
        self.word = word
        self.hits = 0
    def __contains__(self, line):
        self.hits += 1
        return self.word in line
rule = Rule("x")
shared = sc.broadcast(rule)
plain = sc.broadcast({"x": 1})
add = lambda a, b: a + b
lines.map(lambda l: (l, 1 if l in rule else 0)).reduceByKey(add).pprint()
lines.map(lambda l: (l, 1 if l in shared.value else 0)).reduceByKey(add).pprint()
lines.map(lambda l: (l, 1 if l in Rule(l) else 0)).reduceByKey(add).pprint()
lines.map(lambda l: (l, 1 if l in plain.value else 0)).reduceByKey(add).pprint()
`, []string{
			"15: reduceByKey combines pieces of the input on all cores, as nothing has effects",
		}},
		{"effects", streamHead, `
import re, json, random
from collections import defaultdict
number = re.compile("[0-9]+")
known = {"a": 1}
seen = defaultdict(int)
errors = sc.accumulator(0)
add = lambda a, b: a + b
lines.map(lambda l: (l, len(l))).reduceByKey(add).pprint()
lines.map(lambda l: (l, len(number.findall(l)))).reduceByKey(add).pprint()
lines.map(lambda l: (json.loads(l)["k"], 1)).reduceByKey(lambda a, b: max(a, b)).pprint()
lines.map(lambda l: (l, 1.5)).reduceByKey(add).pprint()
lines.map(lambda l: (l, 1)).reduceByKey(lambda a, b: a - b).pprint()
lines.map(lambda l: (l, seen[l])).reduceByKey(add).pprint()
lines.map(lambda l: (l, random.randrange(5))).reduceByKey(add).pprint()
lines.map(lambda l: (re.sub(l, "", l), 1)).reduceByKey(add).pprint()
def count(line):
    errors.add(1)
    return (line, 1)
lines.map(count).reduceByKey(add).pprint()
def show(line):
    print(line)
    return (line, 1)
lines.map(show).reduceByKey(add).pprint()
def note(line, to=known):
    to[line] = 1
    return (line, 1)
lines.map(note).reduceByKey(add).pprint()
def pick(line):
    words = []
    for w in line.split(","):
        words.append(w)
    return (words[0], len(words))
lines.map(pick).reduceByKey(add).pprint()
`, []string{
			"3: compile has its pattern written as Go",
			"8: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"9: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			"10: reduceByKey combines pieces of the input on all cores, as nothing has effects",
			`10: json.loads builds only ["k"]`,
			"33: reduceByKey combines pieces of the input on all cores, as nothing has effects",
		}},
		{"matches", streamHead, `
import re
LOG = re.compile("([a-z]+) ([0-9]+)")
def parse(line):
    m = LOG.match(line)
    if m is None:
        return ("bad", 0)
    return (m.group(1), int(m.group(2)))
lines.map(parse).pprint()
def keep(line):
    m = re.search("a+", line)
    return [m] if m else []
lines.flatMap(keep).map(lambda m: m.start()).pprint()
`, []string{
			"2: compile has its pattern written as Go",
			"4: match makes no object of its match",
			"10: search has its pattern written as Go",
		}},
		{"ranges", "", `
def f(n, xs):
    total = 0
    for i in range(n):
        total += (i + 1) % 7 * len(xs)
    while n > 1:
        n = n * 3 - 1
    return total - n
print(f(3, "abc"))
`, []string{
			"3: xs is looked through for its characters once, not each time that one is asked for",
			"4: a remainder needs no check",
			"4: a product needs no check",
			"4: a sum needs no check",
		}},
		{"bounds", "", `
def f(n, data, xs):
    total = 0
    for i in range(n):
        total += i * 3 + (i - 5) // 2
    a, b = 1, 0
    for byte in data:
        a, b = (a + byte) % 65521, (b + a) % 65521
    for k, x in enumerate(xs, 1):
        total -= k * 2 + x * 2
    for j in range(5, n, n):
        total += j + 1
    return total + a + b
print(f(3, b"abc", [1]))
`, []string{
			"4: a product needs no check",
			"4: a sum needs no check",
			"4: a difference needs no check",
			"7: a remainder needs no check",
			"7: a sum needs no check",
			"7: a remainder needs no check",
			"7: a sum needs no check",
			"9: a product needs no check",
		}},
		{"contents", "", `
def f(n):
    xs = [0] * n
    for i in range(1, n):
        xs[i] = xs[i - 1] + i % 5
    rows = [[i % 7 - 3 for i in range(9)] for j in range(9)]
    points = [(i % 10, "p") for i in range(n)]
    rows[0].append(9)
    rows[1][0] -= 1
    total = 0
    for i, (x, row) in enumerate(zip(sorted(xs), rows)):
        total += i * row[0]
    for row in rows:
        for y in row:
            total += y * 2
    for z, name in points[1:]:
        total += z + 1
    for i in range(n - 1, -1, -1):
        total += i - 1
    a, b = points[0][0], xs[0]
    return total + a * 2 + b // 2
print(f(3))
`, []string{
			"4: a sum needs no check",
			"4: a difference needs no check",
			"4: a remainder needs no check",
			"5: a remainder needs no check",
			"5: a difference needs no check",
			"6: a remainder needs no check",
			"8: a difference needs no check",
			"14: a product needs no check",
			"16: a sum needs no check",
			"18: a difference needs no check",
			"20: a product needs no check",
			"20: a quotient needs no check",
		}},
		{"results", "", `
def clamp(x, low, high):
    if x < low:
        return low
    return high if x > high else x
def grown(x):
    x += 2 ** 62
    return x
def deep(n):
    return n if n < 2 else deep(n - 1) + 1
def places(n):
    total = 0
    for i in range(9):
        total = total * 2 + i
    return total % 10
def f(n):
    total = 0
    for i in range(n):
        total += clamp(i % 100, 20, 80)
        total -= clamp(i % 10, n, 5) * 2
    return total + grown(1) * 2 + deep(1) * 2 + places(n) * 2
print(f(3))
`, []string{
			"14: a remainder needs no check",
			"18: a remainder needs no check",
			"19: a remainder needs no check",
			"20: a product needs no check",
		}},
		{"contents that others change", "", `
held = []
def change(xs):
    xs[0] = 2 ** 62
def f(n, given):
    a, b, c, d, e, g = [1], [1], [1], [1], [1], [1]
    change(a)
    held.append(b)
    alias = c
    alias.append(n)
    rows = [[1], [2]]
    for row in rows:
        row[0] = n
    outer = [d]
    outer[0].append(n)
    first = rows[0]
    def inner():
        e.append(n)
    inner()
    max(g, [0]).append(n)
    grids = [[1]]
    for grid in grids:
        change(grid)
    u = [[1]]
    for _, x in enumerate(u):
        change(x)
    v = [[1]]
    for _, (y, z) in enumerate(zip(v, v)):
        z.append(n)
    h = i = [1]
    h.extend(given)
    j, k = [1], {}
    k["j"] = j
    change(k["j"])
    m = [(1, [2])]
    m[0][1].append(n)
    change(o := [1])
    q = [1]
    for q[0] in given:
        pass
    r, s = [1], [1]
    r[0], s[0] = n, 1
    t = [1] * 3
    t[:1] = given
    return [a[0] * 2, b[0] * 2, c[0] * 2, rows[0][0] * 2, d[0] * 2, e[0] * 2, first[0] * 2, g[0] * 2, grids[0][0] * 2, i[0] * 2, j[0] * 2, m[0][1][0] * 2, o[0] * 2, q[0] * 2, r[0] * 2, t[0] * 2, u[0][0] * 2, v[0][0] * 2]
print(f(3, [4]))
`, nil},
		{"texts", "", `
def f(text, n):
    i = 0
    out = again = ""
    while i < n and text[i] != ";":
        out += text[i] + "," + text[i:i + 2]
        again = ""
        again += text[0]
        i += 1
    for c in out:
        for k in range(len(c)):
            c = c + c[k]
    return out + again + c
def g(text):
    def at(i):
        nonlocal text
        return text[i]
    return [at(i) for i in range(len(text))]
def h(text):
    return all(text[i] == text[-1 - i] for i in range(len(text) // 2))
print(f("ab;", 3), g("ab"), h("abba"), [len(w) for w in ["a"]])
while h("ab"):
    print(list(map(len, ["a", "b"])))
`, []string{
			"4: text is looked through for its characters once, not each time that one is asked for",
			"5: out is a buffer that grows, not copied for each piece",
			"5: a sum needs no check",
			"8: a sum needs no check",
			"19: text is looked through for its characters once, not each time that one is asked for",
			"19: a difference needs no check",
			"19: a quotient needs no check",
		}},
		{"slots", "", `
counts, names, lists = {}, {"a": "b"}, {}
def f(word, other):
    counts[word] = counts.get(word, 0) + 1
    counts[word] = counts.get(other, 0) + 1
    counts[word] += counts[other]
    names[word] += "x"
    if word in names:
        names[word] += other
    else:
        names[word] = word
    lists[word] += [word]
    return counts
lists["a"] = ["b"]
print(f("a", "a"), lists)
`, []string{
			"3: counts[…] is looked up once, not again for each use",
			"6: names[…] is looked up once, not again for each use",
			"7: names[…] is looked up once, not again for each use",
		}},
		{"constant texts", "", `
WIDTH = 40
print("-" * 40 + "+", 3 * "ab", "ab" * 10 ** 6, "x" * WIDTH, "é" + "è", b"-" * 40)
`, []string{
			"2: put together beforehand: a text of 40",
			"2: put together beforehand: a text of 41",
			"2: put together beforehand: a text of 6",
			"2: put together beforehand: a text of 2",
		}},
		{"values again", streamHead, `
import json, random
known = {"a": 1}
def parse(line):
    p = line.split(",")
    return (p[0], int(p[1]))
def draw(line):
    return (line, random.random())
lines.map(lambda l: (l.split(" ")[0], l.split(" ")[3])).pprint()
lines.filter(lambda l: json.loads(l)["k"] == 1).map(lambda l: (json.loads(l)["k"], json.loads(l)["n"])).pprint()
lines.map(lambda l: (parse(l)[0], parse(l)[1])).pprint()
lines.map(lambda l: (draw(l)[0], draw(l)[1])).pprint()
lines.map(lambda l: (l.split(), l.split())).pprint()
lines.map(lambda l: (json.loads(l)["k"], json.loads(l)["k"])).pprint()
lines.map(lambda l: (known.get(l.strip(), 0), known.get(l.strip(), 0))).pprint()
lines.map(lambda l: l.lower() if l.startswith("a") else l.lower()).pprint()
lines.map(lambda l: l.lower() is l.lower()).pprint()
`, []string{
			`4: split(",") cuts only fields 0 and 1`,
			`8: split(" ") cuts only fields 0 and 3`,
			"8: split() is not computed again",
			`9: json.loads builds only ["k"] and ["n"]`,
			"9: a value is not computed again",
			"9: loads() is not computed again",
			"10: parse() is not computed again",
			`13: json.loads builds only ["k"]`,
			`13: json.loads builds only ["k"]`,
			"14: strip() is not computed again",
		}},
		{"values that are not needed", streamHead, `
def parse(line):
    p = line.split(",")
    return (p[0], p[1].upper(), int(p[2]), line.lower())
def show(line):
    print(line)
    return line
lines.map(parse).map(lambda t: (t[0], t[2])).pprint()
lines.map(lambda l: (l, show(l))).map(lambda t: t[0]).pprint()
lines.map(lambda l: (l, l.upper())).filter(lambda t: t[0] != "").map(lambda t: t[1]).pprint()
lines.map(lambda l: (l, int(l))).filter(lambda t: t[0] != "").map(lambda t: t[1]).pprint()
lines.map(lambda l: (l, l.upper())).filter(lambda t: t[1] != "").map(lambda t: t[1]).pprint()
def late(line):
    wide = line.center(9).strip()
    shout = line.upper() + "!"
    if line == "":
        return None
    return wide + shout
lines.map(late).pprint()
`, []string{
			`2: split(",") cuts only fields 0, 1 and 2`,
			"3: a value that nobody uses is not computed",
			"3: a value that nobody uses is not computed",
			"9: a value is computed behind the test that decides whether it is needed",
			"14: a value is computed behind the test that decides whether it is needed",
		}},
		{"groups", streamHead, `
pairs = lines.map(lambda l: (l[:1], len(l)))
pairs.groupByKey().mapValues(sum).pprint()
pairs.groupByKey().mapValues(list).mapValues(len).pprint()
pairs.groupByKey().map(lambda kv: (kv[0], sum(list(kv[1])))).pprint()
pairs.groupByKey().mapValues(lambda vs: sum(vs) / len(vs)).pprint()
pairs.groupByKey().map(lambda kv: (kv[0], max(kv[1]) - min(kv[1]))).pprint()
pairs.groupByKey().mapValues(lambda vs: (sum(vs), sorted(vs))).pprint()
pairs.groupByKey().map(lambda kv: (kv, len(kv[1]))).pprint()
pairs.groupByKey().mapValues(lambda vs: [len(vs) for v in vs]).pprint()
pairs.groupByKey().mapValues(lambda vs: sum(vs, 1)).pprint()
pairs.mapValues(lambda v: v / 2).groupByKey().mapValues(sum).pprint()
pairs.mapValues(lambda v: v / 2).groupByKey().mapValues(max).pprint()
pairs.mapValues(str).groupByKey().mapValues(max).pprint()
lines.countByValue().pprint()
`, []string{
			"2: groupByKey and sum combine values as reduceByKey",
			"3: groupByKey and len combine values as reduceByKey",
			"4: groupByKey and sum combine values as reduceByKey",
			"5: groupByKey and sum, len combine values as reduceByKey",
			"6: groupByKey and max, min combine values as reduceByKey",
			"13: groupByKey and max combine values as reduceByKey",
			"14: countByValue combines values as map and reduceByKey",
			"14: reduceByKey combines pieces of the input on all cores, as nothing has effects",
		}},
		{"filters of keys", streamHead, `
wanted = {"a", "b"}
asked = []
def ask(key):
    asked.append(key)
    return True
pairs = lines.map(lambda l: (l[:1], len(l)))
other = lines.map(lambda l: (l[:1], l))
pairs.join(other).filter(lambda kv: kv[0] in wanted).pprint()
pairs.leftOuterJoin(other, 3).filter(lambda kv: kv[0].upper() > "B").pprint()
pairs.cogroup(other).filter(lambda kv: not kv[0].startswith("a")).pprint()
pairs.groupByKey().filter(lambda kv: kv[0] != "a").pprint()
pairs.join(other).filter(lambda kv: kv[1][0] > 2).pprint()
pairs.join(other).filter(lambda kv: ask(kv[0])).pprint()
pairs.join(other).filter(lambda kv: int(kv[0]) > 2).pprint()
pairs.reduceByKey(lambda a, b: a + b).filter(lambda kv: kv[0] != "a").pprint()
`, []string{
			"8: filter drops keys before join",
			"9: filter drops keys before leftOuterJoin",
			"10: filter drops keys before cogroup",
			"11: filter drops keys before groupByKey",
		}},
		{"tuples taken apart", "", `
def f(n):
    pair = (n, "even")
    if n % 2:
        pair = (n * 3, "odd")
    swap = (1, n)
    swap = (swap[1], swap[0])
    whole = (n, n + 1)
    return pair[1], swap[0], whole[0], whole
print(f(2))
`, []string{
			"2: pair is no tuple but a variable for each element that is used",
			"4: a value that nobody uses is not computed",
		}},
		{"numbers that may be none", "", `
def a(s):
    try:
        return int(s.strip()) * 2
    except ValueError:
        return None
def b(s, bad):
    try:
        x = (s, float(s))
    except:
        x = (s, 0.0)
        bad += 1
    return x, bad
def c(s):
    try:
        return int(s)
    except ValueError as e:
        return str(e)
def d(s):
    try:
        return int(s)
    except KeyError:
        return 0
def e(s):
    try:
        return 100 // int(s)
    except ValueError:
        return 0
def f(s):
    try:
        return int(s) if s else 1
    except ValueError:
        return int(s + "0")
def g(s):
    try:
        return int(s, 16)
    except ValueError:
        return 0
def h(xs, i):
    try:
        return int(xs[i % 3])
    except ValueError:
        return 0
def i(xs):
    try:
        return int(xs[0])
    except (ValueError, IndexError):
        return 0
print(a("1"), b("2", 0), c("3"), d("4"), e("5"), f("6"), g("7"), h(["8"], 0), i(["9"]))
`, []string{
			"3: int() raises nothing here, as nobody looks at the exception",
			"8: float() raises nothing here, as nobody looks at the exception",
			"40: int() raises nothing here, as nobody looks at the exception",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, notes(t, test.head, test.body)); diff != "" {
				t.Errorf("rewritten (-want +got):\n%s", diff)
			}
		})
	}
}
