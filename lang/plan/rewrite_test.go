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
			`2: json.loads builds only ["user"]["name"]`,
			`3: json.loads builds only ["kind"], ["id"] and ["user"]["name"]`,
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, notes(t, test.head, test.body)); diff != "" {
				t.Errorf("rewritten (-want +got):\n%s", diff)
			}
		})
	}
}
