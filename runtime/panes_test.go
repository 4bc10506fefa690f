package ds

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// pairsOf are random batches of words of few kinds.
func pairsOf(seed uint64, batches int) []*py.List[py.Tuple2[string, string]] {
	rng := rand.New(rand.NewPCG(seed, 1))
	var out []*py.List[py.Tuple2[string, string]]
	for i := range batches {
		b := py.NewList[py.Tuple2[string, string]]()
		for j := range rng.IntN(6) {
			b.Append(py.T2(fmt.Sprintf("k%d", rng.IntN(5)), fmt.Sprintf("%d.%d ", i, j)))
		}
		out = append(out, b)
	}
	return out
}

// Windows made of panes are those that are reduced anew, in values and order, whatever the window and the slide.
func TestPanes(t *testing.T) {
	join := func(a, b string) string { return a + b }
	for _, c := range []struct{ window, slide float64 }{{1, 1}, {4, 1}, {9, 1}, {4, 2}, {6, 3}, {2, 3}, {30, 1}, {7, 5}} {
		for seed := range uint64(5) {
			var plain, paned []string
			_, err := runProgram(t, Job{}, func() {
				ssc := testContext(t)
				s := queue(ssc, pairsOf(seed, 25)...)
				slide := py.Some(c.slide)
				n := py.Some(int64(2))
				collect(ReduceByKeyAndWindow(s, PairStage[string](join), join, nil, c.window, slide, n, nil), &plain)
				windows := ReduceByKeyAndWindow(s.Associative(), PairStage[string](join), join, nil, c.window, slide, n, nil)
				// An output that reads one partition now and then, beside one that reads all.
				ForeachRDD(windows, func(r *core.RDD[py.Tuple2[string, string]]) { core.Take(r, int64(seed%2)) })
				collect(windows, &paned)
				ssc.Start()
				ssc.AwaitTerminationOrTimeout(40)
				ssc.Stop(true, false)
			})
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(plain) != fmt.Sprint(paned) {
				t.Errorf("window %v, slide %v, seed %d:\n%v\nwant\n%v", c.window, c.slide, seed, paned, plain)
			}
		}
	}
}

// A batch is merged a few times, however long the window is, and a slide after a failure is whole again.
func TestPanesCostAndFailure(t *testing.T) {
	merges, failAt := 0, -1
	add := func(a, b int64) int64 {
		merges++
		if merges == failAt {
			py.RaiseClass(py.ValueError)
		}
		return a + b
	}
	var got []string
	_, err := runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := mapEach(fileless(ssc), func(x int64) py.Tuple2[string, int64] { return py.T2("k", x) })
		collect(ReduceByKeyAndWindow(s.Associative(), PairStage[string](add), add, nil, 1000, py.Some(1.0), py.Some(int64(1)), nil), &got)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(1500)
		if merges > 4*1500 {
			t.Errorf("%d merges in 1500 slides", merges)
		}
		failAt = merges + 1
		sleep(3)
		ssc.Stop(true, false)
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"+1500s [('k', 1000)]", "+1502s [('k', 1000)]", "+1503s [('k', 1000)]"} {
		if have := got[len(got)-3+i]; have != want {
			t.Errorf("got %s, want %s", have, want)
		}
	}
}

// fileless is a stream with the record 1 in each batch.
func fileless(ssc *StreamingContext) *DStream[int64] {
	return QueueStreamRDD(ssc, py.NewList[*core.RDD[int64]]().All(), true, py.Some(core.Parallelize(ssc.sc, py.NewList[int64](1).All(), 1)))
}

// What is raised for one partition of a window is not raised for another, as each is reduced for itself.
func TestPanesFailApart(t *testing.T) {
	const bad = "k4"
	merge := func(a, b string) string {
		if a == bad {
			py.RaiseClass(py.ValueError)
		}
		return a
	}
	var first, other int64
	var sizes [2]int
	_, err := runProgram(t, Job{}, func() {
		ssc := testContext(t)
		batch := py.NewList[py.Tuple2[string, string]]()
		for _, k := range []string{"k0", "k1", "k2", "k3", bad} {
			batch.Append(py.T2(k, k))
		}
		windows := ReduceByKeyAndWindow(queue(ssc, batch, batch, batch).Associative(), PairStage[string](merge), merge, nil, 2, py.Some(1.0), py.Some(int64(2)), nil)
		ForeachRDD(windows, func(r *core.RDD[py.Tuple2[string, string]]) {
			for i := range sizes {
				e := py.Try(func() { sizes[i] = int(core.Len(r.Compute(i))) })
				if e != nil && i == 0 {
					first++
				} else if e != nil {
					other++
				}
			}
		})
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(4)
		ssc.Stop(true, false)
	})
	if err != nil {
		t.Fatal(err)
	}
	if first+other != 2 || first != 0 && other != 0 {
		t.Errorf("one partition of two windows raises; got %d of the first and %d of the second, %v keys", first, other, sizes)
	}
}
