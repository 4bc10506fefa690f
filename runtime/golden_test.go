package ds

import (
	"bytes"
	"fmt"
	"iter"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// The scripts of testdata/conformance, built by hand. Their output is compared with what PySpark printed, the order of
// records included.
var goldens = []struct {
	script  string
	batches int // of the recording that count
	build   func(ssc *StreamingContext)
}{
	{"05_update_state", 5, func(ssc *StreamingContext) {
		pairs := wordPairs(queue(ssc, l("a b a", "c"), l("b b"), l[string](), l("a d")))
		Pprint(UpdateStateByKey(pairs, sumState, py.Nothing[int64](), noCounts), 10)
	}},
	{"06_update_state_delete", 6, func(ssc *StreamingContext) {
		type state = py.Tuple2[int64, int64]
		events := queue(ssc, l(py.T2("x", int64(1)), py.T2("y", int64(2)), py.T2("x", int64(3))), l(py.T2("y", int64(5))),
			l(py.T2("z", int64(7))), l(py.T2("x", int64(9))))
		Pprint(UpdateStateByKey(events, func(values *py.List[int64], s py.Opt[state]) py.Opt[state] {
			total, idle := s.V.V0, s.V.V1
			if values.Len() == 0 {
				idle++
			} else {
				idle = 0
				for v := range values.All() {
					total += v
				}
			}
			if idle >= 2 {
				return py.Nothing[state]()
			}
			return py.Some(py.T2(total, idle))
		}, py.Nothing[int64](), noInitial[state]()), 10)
	}},
	{"08_window", 7, func(ssc *StreamingContext) {
		s := queue(ssc, l[int64](1), l[int64](2), l[int64](3), l[int64](4), l[int64](5))
		Pprint(Window(s, 3, none), 10)
		Pprint(Reduce(mapEach(Window(s, 3, py.Some(1.0)), func(x int64) int64 { return 10 * x }), py.AddInt), 10)
		Pprint(Window(s, 4, py.Some(2.0)), 10)
	}},
	{"09_pprint_num", 4, func(ssc *StreamingContext) {
		s := queue(ssc, py.ListOf(ints(0, 10)), py.ListOf(ints(0, 11)), py.ListOf(ints(0, 3)), l[int64]())
		Pprint(s, 10)
		Pprint(s, 3)
		Pprint(s, 2)
		Pprint(s, 1)
	}},
	{"13_count_reduce_empty", 5, func(ssc *StreamingContext) {
		s := queue(ssc, l[int64](4, 1, 4), l[int64](), l[int64](7), l[int64](2, 2, 2, 3))
		Pprint(Count(s), 10)
		Pprint(Reduce(s, py.AddInt), 10)
		Pprint(Reduce(s, func(a, b int64) int64 { return max(a, b) }), 10)
		Pprint(CountByValue(s), 10)
	}},
	{"14_group_by_key", 3, func(ssc *StreamingContext) {
		sale := func(region string, n int64) py.Tuple2[string, int64] { return py.T2(region, n) }
		grouped := GroupByKey(queue(ssc,
			l(sale("north", 10), sale("south", 5), sale("north", 7), sale("east", 1), sale("south", 6)),
			l(sale("west", 2), sale("west", 2), sale("west", 1))))
		list := func(r *core.ResultIterable[int64]) *py.List[int64] { return py.ListOf(r.All()) }
		Pprint(mapValues(grouped, list), 10)
		Pprint(mapValues(grouped, func(r *core.ResultIterable[int64]) float64 {
			sum := int64(0)
			for v := range r.All() {
				sum += v
			}
			return float64(sum) / float64(r.Len())
		}), 10)
		Pprint(mapValues(grouped, func(r *core.ResultIterable[int64]) *py.List[int64] {
			s := list(r)
			py.ListSort(s, true)
			return py.NewList(s.Raw()[:min(2, s.Len())]...)
		}), 10)
		spread := mapValues(grouped, func(r *core.ResultIterable[int64]) int64 {
			s := list(r)
			py.ListSort(s, false)
			return s.At(-1) - s.At(0)
		})
		Pprint(filter(spread, func(kv py.Tuple2[string, int64]) bool { return kv.V1 > 0 }), 10)
	}},
	{"18_union", 4, func(ssc *StreamingContext) {
		a := queue(ssc, l("a1", "a2"), l("a3"))
		b := queue(ssc, l("b1"), l("b2", "b3"), l("b4"))
		c := queue(ssc, l("c1"))
		Pprint(Union(a, b), 10)
		Pprint(UnionStreams(ssc, a, b, c), 10)
		Pprint(Count(UnionStreams(ssc, a, b, c)), 10)
		upper := mapEach(a, func(s string) any { return strings.ToUpper(s) })
		Pprint(Union(upper, mapEach(b, func(s string) any { return py.StrLen(s) })), 10)
	}},
	{"19_count_by_window", 7, func(ssc *StreamingContext) {
		s := queue(ssc, l("a", "b"), l("a"), l[string](), l("c", "c", "c"))
		Pprint(CountByWindow(s, 3, 1), 10)
		Pprint(Count(Window(s, 2, none)), 10)
		Pprint(CountByValueAndWindow(s, 2, 1), 10)
	}},
	{"21_reduce_by_key_and_window", 8, func(ssc *StreamingContext) {
		pairs := wordPairs(queue(ssc, l("a b"), l("b c"), l("c"), l[string](), l("a a")))
		reduce := func(inverse func(a, b int64) int64, w, s float64, keep func(py.Tuple2[string, int64]) bool) {
			Pprint(ReduceByKeyAndWindow(pairs, PairStage[string](py.AddInt), py.AddInt, inverse, w, py.Some(s), py.Nothing[int64](), keep), 10)
		}
		reduce(nil, 3, 1, nil)
		reduce(py.SubInt, 3, 1, nil)
		reduce(py.SubInt, 3, 1, positive)
		reduce(py.SubInt, 4, 2, nil)
	}},
	{"63_hash_order", 3, func(ssc *StreamingContext) {
		s := queue(ssc, l[int64](7, 3, 8, 3, -4, 1e12, 7, -1), l[int64](5, 4, 3, 2, 1, 0))
		Pprint(CountByValue(s), 10)
		Pprint(ReduceByKey(s, countStage[int64], py.AddInt, 3), 10)
		mod := mapEach(s, func(k int64) py.Tuple2[int64, int64] { return py.T2(py.ModInt(k, 3), k) })
		Pprint(mapValues(GroupByKey(mod, 1), func(r *core.ResultIterable[int64]) *py.List[int64] { return py.ListOf(r.All()) }), 10)
		str := mapEach(s, func(k int64) py.Tuple2[int64, string] { return py.T2(k, py.Str(k)) })
		Pprint(Glom(PartitionBy(str, 2, nil)), 10)
		Pprint(CountByValue(mapEach(s, func(k int64) string { return fmt.Sprintf("word%d", k) })), 10)
		Pprint(CountByValue(mapEach(s, func(k int64) py.Tuple2[int64, string] { return py.T2(k, "t") })), 10)
	}},
	{"79_slides", 6, func(ssc *StreamingContext) {
		s := queue(ssc, l[int64](1), l[int64](2), l[int64](3), l[int64](4), l[int64](5), l[int64](6))
		Pprint(Window(s, 2, py.Some(2.0)), 10)
		Pprint(Count(Window(s, 3, py.Some(3.0))), 10)
		Pprint(mapEach(Window(s, 2, py.Some(3.0)), func(x int64) int64 { return -x }), 10)
		Pprint(s, 10)
	}},
	{"85_inverse_long_window", 9, func(ssc *StreamingContext) {
		words := queue(ssc, l("a", "b"), l("a"), l("c", "c"))
		count := func(n py.Opt[int64], keep func(py.Tuple2[string, int64]) bool) {
			Pprint(ReduceByKeyAndWindow(words, countStage[string], py.AddInt, py.SubInt, 5, py.Some(1.0), n, keep), 10)
		}
		count(py.Nothing[int64](), nil)
		count(py.Some[int64](2), positive)
		Pprint(CountByWindow(words, 5, 1), 10)
		Pprint(CountByValueAndWindow(words, 5, 1), 10)
	}},
}

func TestGoldens(t *testing.T) {
	for _, g := range goldens {
		t.Run(g.script, func(t *testing.T) {
			want := blocks(t, readFile(t, "../testdata/conformance/"+g.script+".stdout"), g.batches)
			for _, procs := range []int{1, 8} {
				before := runtime.GOMAXPROCS(procs)
				out, err := runBatches(t, g.batches, g.build)
				runtime.GOMAXPROCS(before)
				if err != nil {
					t.Fatal(err)
				}
				if got := blocks(t, out, g.batches); got != want {
					t.Errorf("GOMAXPROCS=%d:\n%s\nwant\n%s", procs, got, want)
				}
			}
		})
	}
}

var (
	none     = py.Nothing[float64]()
	noCounts = noInitial[int64]()
)

// noInitial is initialRDD=None for string keys.
func noInitial[S any]() py.Opt[*core.RDD[py.Tuple2[string, S]]] {
	return py.Nothing[*core.RDD[py.Tuple2[string, S]]]()
}

func l[T any](v ...T) *py.List[T] { return py.NewList(v...) }

func ints(from, to int64) iter.Seq[int64] { return py.NewRange(from, to, 1).All() }

func queue[T any](ssc *StreamingContext, batches ...*py.List[T]) *DStream[T] {
	return QueueStream(ssc, py.NewList(batches...).All(), true, py.Nothing[*core.RDD[T]]())
}

// wordPairs is flatMap(split).map(word -> (word, 1)).
func wordPairs(lines *DStream[string]) *DStream[py.Tuple2[string, int64]] {
	return Narrow(lines, func(p core.Lines, yield func(py.Tuple2[string, int64]) bool) {
		for line := range p.All() {
			for _, w := range strings.Fields(line) {
				if !yield(py.T2(w, int64(1))) {
					return
				}
			}
		}
	})
}

func sumState(values *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
	sum := old.V
	for v := range values.All() {
		sum += v
	}
	return py.Some(sum)
}

func positive(kv py.Tuple2[string, int64]) bool { return kv.V1 > 0 }

// runBatches runs a program of one context with one-second batches for n batches of virtual time.
func runBatches(t *testing.T, n int, build func(ssc *StreamingContext)) (stdout string, err error) {
	t.Helper()
	return runProgram(t, Job{}, func() {
		ssc := testContext(t)
		build(ssc)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(float64(n))
		ssc.Stop(true, false)
	})
}

// testContext is StreamingContext(SparkContext("local[2]"), 1) with a checkpoint directory.
func testContext(t *testing.T) *StreamingContext {
	sc := core.NewSparkContext(py.Some("local[2]"), py.Some("test"), nil)
	ssc := NewStreamingContext(sc, py.Some(1.0))
	ssc.Checkpoint(t.TempDir())
	return ssc
}

// runProgram runs a program in virtual time, if the job does not say otherwise, and gives what it printed.
func runProgram(t *testing.T, j Job, run func()) (stdout string, err error) {
	t.Helper()
	var out, log bytes.Buffer
	if j.Clock == nil {
		j.Clock = NewVirtualClock(VirtualStart)
	}
	if j.Stderr == nil {
		j.Stderr = &log
	}
	j.Stdout = &out
	err = Run(j, run)
	if log.Len() > 0 {
		t.Logf("stderr:\n%s", log.String())
	}
	return out.String(), err
}

// blocks is the pprint blocks of the first n batches of an output, with times relative to the first. Other lines count as
// they are.
func blocks(t *testing.T, out string, n int) string {
	t.Helper()
	var b strings.Builder
	var first time.Time
	times := map[string]bool{}
	for _, line := range strings.SplitAfter(out, "\n") {
		text, isTime := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "Time: ")
		if !isTime {
			b.WriteString(line)
			continue
		}
		at, err := time.Parse("2006-01-02 15:04:05", text)
		if err != nil {
			t.Fatal(err)
		}
		if times[text] = true; len(times) > n {
			break
		}
		if first.IsZero() {
			first = at
		}
		fmt.Fprintf(&b, "Time: +%v\n", at.Sub(first))
	}
	s := b.String()
	if len(times) > n { // the rule before the block that does not count
		s = s[:strings.LastIndex(s, "-----")]
		s = strings.TrimRight(s, "-")
	}
	return s
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
