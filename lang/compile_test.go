package lang_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

const head = `from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext("local[2]", "test")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
lines = ssc.socketTextStream("localhost", 9999)
`

const tail = `
ssc.start()
ssc.awaitTermination()
`

func compile(t *testing.T, body string) *ir.Program {
	t.Helper()
	src := syntax.NewSource("test.py", head+strings.TrimLeft(body, "\n")+tail)
	p, list := lang.Compile(src)
	if p == nil {
		t.Fatalf("rejected: %s", list.Items[0].Msg)
	}
	return p
}

// Functions are specialised at the types they are called with.
func TestInstances(t *testing.T) {
	p := compile(t, `
def pair(x):
    return (x, 1)

def add(a, b):
    return a + b

def update(new, last):
    return sum(new) + (last or 0)

def parse(line):
    try:
        return float(line)
    except ValueError:
        return None

def fact(n):
    return 1 if n < 2 else n * fact(n - 1)

lines.map(pair).reduceByKey(add).updateStateByKey(update).pprint()
lines.map(len).map(pair).map(lambda p: fact(p[0])).pprint()
lines.map(parse).pprint()
`)
	var got []string
	for _, f := range p.Funcs {
		var params []string
		for _, v := range f.Params {
			params = append(params, v.Type.String())
		}
		got = append(got, fmt.Sprintf("%s%s(%s) -> %s", f.Name, f.Suffix, strings.Join(params, ", "), f.Result))
	}
	want := []string{
		"pairStr(str) -> tuple[str, int]",
		"pairInt(int) -> tuple[int, int]",
		"add(int, int) -> int",
		"update(list[int], int | None) -> int",
		"parse(str) -> float | None",
		"fact(int) -> int",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("instances (-want +got):\n%s", diff)
	}
}

// Chains fuse across variables that are used once, and are cut where a stream has more consumers.
func TestStages(t *testing.T) {
	p := compile(t, `
words = lines.flatMap(lambda line: line.split(" "))
pairs = words.map(lambda w: (w, 1))
counts = pairs.reduceByKey(lambda a, b: a + b)
counts.pprint()
long = lines.filter(lambda line: len(line) > 3)
long.map(len).pprint()
long.count().pprint()
counts.mapValues(lambda n: n * 2).filter(lambda kv: kv[1] > 2).pprint()
`)
	var got []string
	for _, s := range p.Stages {
		var ops []string
		for _, op := range s.Ops {
			ops = append(ops, op.Kind)
		}
		got = append(got, fmt.Sprintf("%s: %s; keep %t; %s", s.Name, strings.Join(ops, " "), s.Keep, s.Cut))
	}
	want := []string{
		"lines_to_counts: flatMap map reduceByKey; keep false; reduceByKey moves records between partitions",
		"lines_to_long: filter; keep true; long has several consumers",
		"long_mapped: map; keep false; pprint is an output",
		"counts_filtered: mapValues filter; keep true; pprint is an output",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stages (-want +got):\n%s", diff)
	}
}
