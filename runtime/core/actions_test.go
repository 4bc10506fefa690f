package core

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestSorts(t *testing.T) {
	sc := testContext(t, "local[3]")
	checkGlom(t, "sortByKey", SortByKey(pairs(sc, 4), true))
	checkGlom(t, "sortByKey desc", SortByKey(pairs(sc, 4), false))
	checkGlom(t, "sortByKey 2", SortByKey(pairs(sc, 4), true, 2))
	checkGlom(t, "sortByKey 1", SortByKey(pairs(sc, 4), true, 1))
	checkGlom(t, "sortByKey keyfunc", SortByKeyFunc(pairs(sc, 4), true, py.Some[int64](3), strings.ToUpper))
	checkGlom(t, "sortBy", SortBy(ints(sc, 50, 3), func(x int64) int64 { return x * 37 % 50 }, true))
	checkGlom(t, "sortBy desc ties", SortBy(ints(sc, 50, 3), func(x int64) int64 { return x % 7 }, false, 4))
	checkGlom(t, "sortBy empty", SortBy(list[int64](sc, 2), same[int64], true))
	checkGlom(t, "repartitionAndSort", RepartitionAndSortWithinPartitions(pairs(sc, 4), py.Some[int64](3), nil, true))
	var got []string
	for _, p := range CollectPartitions(SortBy(ints(sc, 5000, 4), func(x int64) int64 { return x * 7919 % 5003 }, true)) {
		got = append(got, fmt.Sprintf("(%d, %s, %s)", len(p), py.Repr(py.NewList(p[:3]...)), py.Repr(py.NewList(p[len(p)-2:]...))))
	}
	if want := oracle[[]string](t, "sortBy sampled"); !slices.Equal(got, want) {
		t.Errorf("sortBy sampled: got %v, want %v", got, want)
	}
}

func TestSamples(t *testing.T) {
	sc := testContext(t, "local[3]")
	seed := py.Some[int64]
	checkGlom(t, "sample", Sample(ints(sc, 100, 3), false, 0.2, seed(42)))
	checkGlom(t, "sample neg seed", Sample(ints(sc, 100, 3), false, 0.2, seed(-7)))
	checkGlom(t, "sample big seed", Sample(ints(sc, 100, 3), false, 0.2, seed(1<<40+5)))
	checkGlom(t, "sample replaced", Sample(ints(sc, 60, 3), true, 0.7, seed(42)))
	checkGlom(t, "sample replaced much", Sample(ints(sc, 4, 2), true, 25, seed(3)))
	keyed := rmap(ints(sc, 60, 2), func(x int64) py.Tuple2[int64, int64] { return py.T2(x%2, x) })
	checkGlom(t, "sampleByKey", SampleByKey(keyed, false, py.NewDict(py.T2(int64(0), 0.2), py.T2(int64(1), 0.6)), seed(9)))
	for i, r := range RandomSplit(ints(sc, 60, 3), slices.Values([]float64{1, 2, 3}), seed(17)).Raw() {
		checkGlom(t, fmt.Sprintf("randomSplit %d", i), r)
	}
	checkValue(t, "takeSample", func() any { return TakeSample(ints(sc, 50, 3), false, 10, seed(5)) })
	checkValue(t, "takeSample all", func() any { return TakeSample(ints(sc, 12, 3), false, 20, seed(5)) })
	checkValue(t, "takeSample replaced", func() any { return TakeSample(ints(sc, 50, 3), true, 20, seed(5)) })
	checkValue(t, "sample error", func() any { return Sample(ints(sc, 5, 1), false, -1, seed(1)) })
	checkValue(t, "randomSplit error", func() any { return RandomSplit(ints(sc, 5, 1), slices.Values([]float64{0, 0}), seed(1)) })
}

func TestTakes(t *testing.T) {
	sc := testContext(t, "local[3]")
	for _, n := range []int64{0, 5, 50} {
		checkValue(t, fmt.Sprintf("take %d", n), func() any { return Take(ints(sc, 10, 4), n) })
	}
	acc := NewAccumulator[int64](sc, 0)
	seen := func(x int64) int64 {
		acc.Add(1)
		return x
	}
	evaluated := func(run func()) int64 {
		acc.SetValue(0)
		run()
		return acc.Value()
	}
	counts := func(r *RDD[int64], takes ...int64) *py.List[int64] {
		out := py.NewList[int64]()
		for _, k := range takes {
			out.Append(evaluated(func() { Take(r, k) }))
		}
		return out
	}
	checkValue(t, "take evaluates", func() any { return counts(rmap(ints(sc, 1000, 20), seen), 1, 7, 50, 60, 120, 333) })
	checkValue(t, "take after empty", func() any {
		late := rfilter(ints(sc, 1000, 20), func(x int64) bool { return x >= 300 })
		return counts(rmap(late, seen), 1, 7, 60, 333)
	})
	checkValue(t, "shuffle runs once", func() any {
		r := reduceByKey(rmap(rmap(ints(sc, 30, 3), seen), func(x int64) py.Tuple2[int64, int64] { return py.T2(x%3, x) }), add)
		return py.NewList(evaluated(func() { Count(r) }), evaluated(func() { Collect(r) }), evaluated(func() { Take(r, 1) }))
	})
	cached := func() *RDD[int64] { return rmap(ints(sc, 30, 3), seen).Cache() }
	checkValue(t, "cache runs once", func() any {
		r := cached()
		return py.NewList(evaluated(func() { Count(r) }), evaluated(func() { Collect(r) }))
	})
	checkValue(t, "cached take", func() any {
		r := cached()
		return py.NewList(evaluated(func() { Take(r, 1) }), evaluated(func() { Collect(r) }))
	})
	checkValue(t, "sort evaluates", func() any {
		return evaluated(func() { Collect(SortBy(rmap(ints(sc, 30, 3), seen), func(x int64) int64 { return -x }, true)) })
	})
	checkValue(t, "zipWithIndex evaluates", func() any {
		return evaluated(func() { Collect(ZipWithIndex(rmap(ints(sc, 30, 3), seen))) })
	})
	checkValue(t, "first empty", func() any { return First(list[int64](sc, 2)) })
	checkValue(t, "first", func() any { return First(rfilter(ints(sc, 3, 3), func(x int64) bool { return x > 1 })) })
	checkValue(t, "isEmpty", func() any {
		return py.NewList(IsEmpty(EmptyRDD[int64](sc)), IsEmpty(list[int64](sc, 3)), IsEmpty(rfilter(ints(sc, 2, 2), func(x int64) bool { return x > 0 })))
	})
	checkValue(t, "toLocalIterator", func() any { return py.ListOf(ToLocalIterator(ints(sc, 10, 3), false).All()) })
}

func TestReductions(t *testing.T) {
	sc := testContext(t, "local[3]")
	checkValue(t, "reduce", func() any { return Reduce(ints(sc, 7, 3), func(a, b int64) int64 { return a*2 - b }) })
	checkValue(t, "reduce empty", func() any { return Reduce(list[int64](sc, 2), add) })
	checkValue(t, "fold", func() any { return Fold(ints(sc, 7, 3), 10, add) })
	checkValue(t, "aggregate", func() any {
		return Aggregate(ints(sc, 7, 3), 1, func(a, x int64) int64 { return a*2 + x }, func(a, b int64) int64 { return a*3 + b })
	})
	checkValue(t, "aggregate list", func() any {
		return Aggregate(ints(sc, 7, 3), py.NewList[int64](), func(a *py.List[int64], x int64) *py.List[int64] {
			a.Append(x)
			return a
		}, func(a, b *py.List[int64]) *py.List[int64] {
			py.ListExtend(a, b.All())
			return a
		})
	})
	join := func(a, b string) string { return "(" + a + b + ")" }
	for _, p := range []int64{1, 3, 5, 8, 13, 30} {
		for d := int64(1); d <= 3; d++ {
			checkValue(t, fmt.Sprintf("treeAggregate %d %d", p, d), func() any {
				return TreeAggregate(ints(sc, 40, p), "z", func(a string, x int64) string { return a + py.Str(x%10) }, join, d)
			})
			checkValue(t, fmt.Sprintf("treeReduce %d %d", p, d), func() any { return TreeReduce(rmap(ints(sc, 40, p), py.Str[int64]), join, d) })
		}
	}
	checkValue(t, "treeReduce empty", func() any { return TreeReduce(list[string](sc, 2), join, 2) })
	checkValue(t, "treeReduce depth", func() any { return TreeReduce(list[string](sc, 2), join, 0) })
}

func runes(s string) int64 { return int64(utf8.RuneCountInString(s)) }

func TestExtremes(t *testing.T) {
	sc := testContext(t, "local[3]")
	w := wordRDD(sc)
	checkValue(t, "top", func() any { return Top(w, 4) })
	checkValue(t, "top key", func() any { return TopBy(w, 6, runes) })
	checkValue(t, "takeOrdered", func() any { return TakeOrdered(w, 5) })
	checkValue(t, "takeOrdered key", func() any { return TakeOrderedBy(w, 7, func(s string) int64 { return -runes(s) }) })
	checkValue(t, "takeOrdered neg", func() any { return TakeOrdered(w, -1) })
	checkValue(t, "top empty", func() any { return Top(EmptyRDD[int64](sc), 1) })
	checkValue(t, "max min", func() any { return py.NewList(Max(w), Min(w), MaxBy(w, runes), MinBy(w, runes)) })
	checkValue(t, "max empty", func() any { return Max(list[int64](sc, 1)) })
}

func TestNumbers(t *testing.T) {
	sc := testContext(t, "local[3]")
	stat := list(sc, 3, 3.5, -1.25, 8.0, 2.0, 0.1, 7.7, 1e3)
	checkValue(t, "sum", func() any {
		return py.NewList[any](Sum(ints(sc, 10, 3)), Sum(list(sc, 3, slices.Repeat([]float64{0.1}, 10)...)))
	})
	checkValue(t, "count", func() any { return Count(ints(sc, 10, 3)) })
	checkValue(t, "stats", func() any { return Stats(stat) })
	checkValue(t, "stats ints", func() any { return Stats(rmap(ints(sc, 100, 7), func(x int64) int64 { return x * x })) })
	checkValue(t, "stats uneven", func() any { return Stats(Union(ints(sc, 100, 1), list[int64](sc, 1, 5, 6))) })
	checkValue(t, "moments", func() any {
		return py.NewList(Mean(stat), Variance(stat), Stdev(stat), SampleVariance(stat), SampleStdev(stat))
	})
	checkValue(t, "mean empty", func() any { return Mean(list[int64](sc, 2)) })
	checkValue(t, "stats mixed", func() any {
		mixed := list[any](sc, 2, int64(1), 2.5, true)
		return py.NewList[any](Sum(mixed), Stats(mixed))
	})
	nan := math.NaN()
	checkValue(t, "stats nan", func() any { return py.NewList(Stats(list(sc, 1, nan, 1, 3)), Stats(list(sc, 2, 2, nan, 1))) })
	checkValue(t, "stats type error", func() any { return Mean(list(sc, 1, "a")) })
	checkValue(t, "mean no partitions", func() any { return Mean(EmptyRDD[int64](sc)) })
	r := ints(sc, 51, 3)
	checkValue(t, "histogram 2", func() any { return Histogram(r, 2) })
	checkValue(t, "histogram 4", func() any { return Histogram(r, 4) })
	checkValue(t, "histogram floats", func() any { return Histogram(stat, 3) })
	checkValue(t, "histogram bounds", func() any { return HistogramBuckets(r, py.NewList[int64](0, 5, 25, 50)) })
	checkValue(t, "histogram even bounds", func() any { return HistogramBuckets(r, py.NewList[int64](0, 15, 30, 45)) })
	checkValue(t, "histogram one", func() any { return Histogram(list[int64](sc, 2, 4, 4), 3) })
	checkValue(t, "histogram empty", func() any { return Histogram(list[int64](sc, 2), 3) })
	checkValue(t, "histogram unsorted", func() any { return HistogramBuckets(r, py.NewList[int64](3, 1)) })
	checkValue(t, "histogram short", func() any { return HistogramBuckets(r, py.NewList[int64](3)) })
	checkValue(t, "histogram twice", func() any { return HistogramBuckets(r, py.NewList[int64](1, 1, 3)) })
	checkValue(t, "histogram zero", func() any { return Histogram(r, 0) })
}

func TestKeyed(t *testing.T) {
	sc := testContext(t, "local[3]")
	checkValue(t, "countByValue", func() any { return CountByValue(wordRDD(sc)) })
	checkValue(t, "countByKey", func() any { return CountByKey(pairs(sc, 3)) })
	checkValue(t, "countByValue none", func() any { return CountByValue(EmptyRDD[string](sc)) })
	checkValue(t, "collectAsMap", func() any { return CollectAsMap(pairs(sc, 3)) })
	checkValue(t, "lookup", func() any {
		return py.NewList(Lookup(pairs(sc, 3), "the"), Lookup(PartitionBy(pairs(sc, 3), 3, nil), "quick"), Lookup(pairs(sc, 3), "none"))
	})
	checkValue(t, "reduceByKeyLocally", func() any { return ReduceByKeyLocally(pairs(sc, 3), add) })
	checkValue(t, "keyBy keys values", func() any {
		return py.NewList[any](Collect(Keys(KeyBy(wordRDD(sc), runes))), Collect(Values(pairs(sc, 3))))
	})
}
