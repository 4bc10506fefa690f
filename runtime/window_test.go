package ds

import (
	"fmt"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// A function that changes what it is given changes nothing of the batches that later windows use.
func TestWindowsChangedInPlace(t *testing.T) {
	extend := func(a, b *py.List[int64]) *py.List[int64] {
		py.ListExtend(a, b.All())
		return a
	}
	rest := func(a, b *py.List[int64]) *py.List[int64] { return py.NewList(a.Raw()[b.Len():]...) }
	for _, inverse := range []func(a, b *py.List[int64]) *py.List[int64]{nil, rest} {
		var got []string
		runProgram(t, Job{}, func() {
			ssc := testContext(t)
			pairs := mapEach(fileless(ssc), func(x int64) py.Tuple2[string, *py.List[int64]] { return py.T2("k", py.NewList(x)) })
			windows := ReduceByKeyAndWindow(pairs, PairStage[string](extend), extend, inverse, 5, py.Some(1.0), py.Some(int64(1)), nil)
			collect(mapEach(windows, func(kv py.Tuple2[string, *py.List[int64]]) int64 { return kv.V1.Len() }), &got)
			ssc.Start()
			ssc.AwaitTerminationOrTimeout(8)
			ssc.Stop(true, false)
		})
		equal(t, got, "+1s []", "+2s [1]", "+3s [2]", "+4s [3]", "+5s [4]", "+6s [5]", "+7s [5]", "+8s [5]")
	}
}

// Windows with an inverse are those that are reduced anew, whatever the window, the slide and the filter; and what a downstream
// window reads of the last ones is what they were.
func TestWindowsWithInverse(t *testing.T) {
	for _, c := range []struct{ window, slide float64 }{{5, 1}, {9, 1}, {10, 2}, {4, 1}, {30, 3}} {
		for seed := range uint64(6) {
			var plain, stepped, plainLater, steppedLater []string
			_, err := runProgram(t, Job{}, func() {
				ssc := testContext(t)
				s := mapValues(queue(ssc, pairsOf(seed, 40)...), func(text string) int64 { return int64(len(text)) })
				n, slide := py.Some(int64(2)), py.Some(c.slide)
				positive := func(kv py.Tuple2[string, int64]) bool { return kv.V1 > 0 }
				sorted := func(s *DStream[py.Tuple2[string, int64]]) *DStream[py.Tuple2[string, int64]] {
					return Transform(s, func(r *core.RDD[py.Tuple2[string, int64]]) *core.RDD[py.Tuple2[string, int64]] {
						return core.SortBy(r, func(kv py.Tuple2[string, int64]) string { return kv.V0 }, true, 1)
					})
				}
				all := ReduceByKeyAndWindow(s, PairStage[string](py.AddInt), py.AddInt, nil, c.window, slide, n, nil)
				steps := ReduceByKeyAndWindow(s.AskUnstable().KeepStates(), PairStage[string](py.AddInt), py.AddInt, py.SubInt, c.window, slide, n, positive)
				collect(sorted(all), &plain)
				collect(sorted(steps), &stepped)
				later := c.slide * 3
				collect(sorted(Window(all, later, py.Some(later))), &plainLater)
				collect(sorted(Window(steps, later, py.Some(later))), &steppedLater)
				ssc.Start()
				ssc.AwaitTerminationOrTimeout(70)
				ssc.Stop(true, false)
			})
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(plain, plainLater) != fmt.Sprint(stepped, steppedLater) {
				t.Errorf("window %v, slide %v, seed %d:\n%v\n%v\nwant\n%v\n%v", c.window, c.slide, seed, stepped, steppedLater, plain, plainLater)
			}
		}
	}
}
