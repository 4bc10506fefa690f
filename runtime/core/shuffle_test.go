package core

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestSlices(t *testing.T) {
	sc := testContext(t, "local[3]")
	for _, c := range [][2]int64{{0, 3}, {1, 3}, {2, 3}, {5, 3}, {10, 3}, {10, 4}, {11, 4}, {7, 2}, {25, 10}, {3000, 2}, {5000, 3}} {
		for _, s := range []struct {
			name string
			rdd  *RDD[int64]
		}{
			{"slices", ints(sc, c[0], c[1])},
			{"range slices", Range(sc, 0, py.Some(c[0]), 1, c[1])},
		} {
			name := fmt.Sprintf("%s %d %d", s.name, c[0], c[1])
			var got []int
			for _, p := range CollectPartitions(s.rdd) {
				got = append(got, len(p))
			}
			if want := oracle[[]int](t, name); !slices.Equal(got, want) {
				t.Errorf("%s: got %v, want %v", name, got, want)
			}
		}
	}
	checkGlom(t, "range 3..20 step 4", Range(sc, 3, py.Some[int64](20), 4, 3))
	checkGlom(t, "range down", Range(sc, 10, py.Some[int64](-5), -3, 4))
	checkValue(t, "default slices", func() any { return Parallelize(sc, slices.Values([]int64{1, 2})).GetNumPartitions() })
	checkValue(t, "empty partitions", func() any { return EmptyRDD[any](sc).GetNumPartitions() })
	checkValue(t, "parallelize 0", func() any { return Collect(list[int64](sc, 0, 1)) })
}

func TestShuffles(t *testing.T) {
	sc := testContext(t, "local[3]")
	one := rmap(wordRDD(sc), func(w string) py.Tuple2[string, int64] { return py.T2(w, int64(1)) })
	checkGlom(t, "reduceByKey", reduceByKey(one, add))
	checkGlom(t, "reduceByKey 4", reduceByKey(one, add, 4))
	comma := func(a, b string) string { return a + "," + b }
	checkGlom(t, "reduceByKey concat", reduceByKey(rvalues(pairs(sc, 3), py.Str[int64]), comma, 2))
	twice := rvalues(reduceByKey(pairs(sc, 3), add, 4), func(x int64) int64 { return x * 2 })
	checkGlom(t, "reduceByKey twice", reduceByKey(twice, add, 4))
	any2 := func(k any, v string) py.Tuple2[any, string] { return py.T2(k, v) }
	mixed := list(sc, 3, any2(int64(1), "a"), any2(1.0, "b"), any2(true, "c"), any2(py.None, "d"), any2(int64(-1), "e"), any2(int64(0), "f"),
		any2(negativeZero(), "g"), any2("1", "h"), any2(py.T2(int64(1), "x"), "i"), any2(py.T2(int64(-1), py.None), "j"),
		any2(py.T2(py.T2("q", int64(-7)), 2.5), "k"), any2(py.Bytes("bytes"), "l"), any2(int64(1<<61-1), "m"), any2(int64(100000000000000000), "n"), any2(py.Tuple0{}, "o"))
	checkGlom(t, "reduceByKey mixed", reduceByKey(mixed, func(a, b string) string { return a + b }, 4))
	checkGlom(t, "reduceByKey ints", reduceByKey(rmap(ints(sc, 40, 4), func(x int64) py.Tuple2[int64, int64] { return py.T2(x*x%23-11, x) }), add, 3))
	checkGlom(t, "reduceByKey floats", reduceByKey(rmap(ints(sc, 40, 4), func(x int64) py.Tuple2[float64, int64] { return py.T2(float64(x)*0.25-2, x) }), add, 3))
	checkGlom(t, "reduceByKey tuples", reduceByKey(rmap(ints(sc, 40, 4), func(x int64) py.Tuple2[py.Tuple2[int64, string], int64] {
		return py.T2(py.T2(x%3, fmt.Sprintf("k%d", x%5)), x)
	}), add, 3))
	checkGlom(t, "groupByKey", lists(GroupByKey(pairs(sc, 3))))
	checkGlom(t, "groupByKey 2", lists(GroupByKey(pairs(sc, 3), 2)))
	checkGlom(t, "groupBy", lists(GroupBy(ints(sc, 20, 3), func(x int64) int64 { return x % 3 })))
	boxed := func(v int64) *py.List[any] { return py.NewList[any](v) }
	checkGlom(t, "combineByKey", CombineByKey(pairs(sc, 3), boxed, func(c *py.List[any], v int64) *py.List[any] { return py.ListAdd(c, boxed(v)) },
		func(a, b *py.List[any]) *py.List[any] { return py.ListAdd(py.ListAdd(a, py.NewList[any]("|")), b) }, 2))
	checkGlom(t, "aggregateByKey", AggregateByKey(pairs(sc, 3), 100, add, func(a, b int64) int64 { return a*2 + b }, 2))
	checkGlom(t, "foldByKey", FoldByKey(pairs(sc, 3), 5, add, 2))
	checkGlom(t, "partitionBy", PartitionBy(pairs(sc, 3), 4, nil))
	self := rmap(ints(sc, 12, 3), func(x int64) py.Tuple2[int64, int64] { return py.T2(x, x) })
	checkGlom(t, "partitionBy custom", PartitionBy(self, 3, func(k int64) int64 { return -k }))
	thrice := list(sc, 4, slices.Concat(testWords, testWords, testWords)...)
	checkGlom(t, "distinct", Distinct(thrice))
	checkGlom(t, "distinct 2", Distinct(thrice, 2))
	checkValue(t, "partitionBy twice is itself", func() any {
		r := PartitionBy(pairs(sc, 3), 4, nil)
		return PartitionBy(r, 4, nil) == r
	})
}

func negativeZero() float64 {
	zero := 0.0
	return -zero
}

func TestJoins(t *testing.T) {
	sc := testContext(t, "local[3]")
	l := func(k string, v int64) py.Tuple2[string, int64] { return py.T2(k, v) }
	r := func(k, v string) py.Tuple2[string, string] { return py.T2(k, v) }
	left := list(sc, 2, l("a", 1), l("b", 2), l("a", 3), l("c", 4), l("e", 9))
	right := list(sc, 3, r("a", "x"), r("c", "y"), r("a", "z"), r("d", "w"))
	checkGlom(t, "join", Join(left, right))
	checkGlom(t, "join 2", Join(left, right, 2))
	checkGlom(t, "leftOuterJoin", LeftOuterJoin(left, right, 3))
	checkGlom(t, "rightOuterJoin", RightOuterJoin(left, right, 3))
	checkGlom(t, "fullOuterJoin", FullOuterJoin(left, right, 3))
	checkGlom(t, "cogroup", rvalues(Cogroup(left, right, 2), func(g py.Tuple2[*ResultIterable[int64], *ResultIterable[string]]) py.Tuple2[*py.List[int64], *py.List[string]] {
		return py.T2(toList(g.V0), toList(g.V1))
	}))
	checkGlom(t, "groupWith 3", rvalues(GroupWith3(left, right, left), func(g py.Tuple3[*ResultIterable[int64], *ResultIterable[string], *ResultIterable[int64]]) py.Tuple3[*py.List[int64], *py.List[string], *py.List[int64]] {
		return py.T3(toList(g.V0), toList(g.V1), toList(g.V2))
	}))
	checkGlom(t, "groupWith 4", rvalues(GroupWith4(left, right, left, right), func(g py.Tuple4[*ResultIterable[int64], *ResultIterable[string], *ResultIterable[int64], *ResultIterable[string]]) py.Tuple4[*py.List[int64], *py.List[string], *py.List[int64], *py.List[string]] {
		return py.T4(toList(g.V0), toList(g.V1), toList(g.V2), toList(g.V3))
	}))
	checkGlom(t, "copartitioned join", Join(PartitionBy(left, 4, nil), PartitionBy(right, 4, nil)))
	checkGlom(t, "subtractByKey", SubtractByKey(left, right, 2))
	fib := list[int64](sc, 2, 1, 1, 2, 3, 5, 8, 3)
	checkGlom(t, "subtract", Subtract(fib, list[int64](sc, 2, 3, 8, 9)))
	checkGlom(t, "intersection", Intersection(fib, list[int64](sc, 2, 3, 8, 9, 3, 1)))
}

func TestUnions(t *testing.T) {
	sc := testContext(t, "local[3]")
	checkGlom(t, "union", Union(ints(sc, 5, 2), ints(sc, 4, 2)))
	checkGlom(t, "sc.union", UnionList(sc, py.NewList(ints(sc, 5, 2), ints(sc, 4, 3), list[int64](sc, 1, 7))))
	checkGlom(t, "union empty", Union(ints(sc, 5, 2), EmptyRDD[int64](sc)))
	l := func(k string, v int64) py.Tuple2[string, int64] { return py.T2(k, v) }
	left := list(sc, 2, l("a", 1), l("b", 2), l("a", 3), l("c", 4), l("e", 9))
	checkGlom(t, "union copartitioned", Union(PartitionBy(pairs(sc, 3), 2, nil), PartitionBy(left, 2, nil)))
	all := func(py.Tuple2[string, int64]) bool { return true }
	checkGlom(t, "union of sc.union", Union(PartitionBy(pairs(sc, 3), 2, nil), rfilter(UnionList(sc, py.NewList(PartitionBy(left, 2, nil), PartitionBy(pairs(sc, 3), 2, nil))), all)))
	checkGlom(t, "union other partitioner", Union(PartitionBy(pairs(sc, 3), 2, nil), PartitionBy(left, 3, nil)))
	for _, c := range [][3]int64{{10, 5, 2}, {10, 4, 3}, {10, 7, 3}, {10, 3, 5}, {20, 10, 4}} {
		checkGlom(t, fmt.Sprintf("coalesce %d %d %d", c[0], c[1], c[2]), Coalesce(ints(sc, c[0], c[1]), c[2], false))
	}
	for _, c := range [][3]int64{{10, 5, 2}, {100, 2, 4}, {100, 3, 7}, {95, 4, 3}, {1000, 2, 5}, {37, 1, 8}, {640, 8, 16}, {30, 3, 2}} {
		checkGlom(t, fmt.Sprintf("repartition %d %d %d", c[0], c[1], c[2]), Repartition(ints(sc, c[0], c[1]), c[2]))
	}
	inc := func(x int64) int64 { return x + 1 }
	checkGlom(t, "repartition mapped", Repartition(rmap(ints(sc, 95, 3), inc), 4))
	checkGlom(t, "repartition twice", Repartition(Repartition(ints(sc, 95, 3), 4), 3))
	checkValue(t, "coalesce error", func() any { return Coalesce(ints(sc, 3, 1), 0, false) })
}

func TestProducts(t *testing.T) {
	sc := testContext(t, "local[3]")
	for _, c := range [][2]int64{{4, 2}, {7, 2}, {12, 3}} {
		checkGlom(t, fmt.Sprintf("cartesian %d %d", c[0], c[1]), Cartesian(ints(sc, c[0], c[1]), list(sc, 2, "a", "b", "c", "d", "e")))
		ten := rmap(ints(sc, c[0], c[1]), func(x int64) int64 { return x * 10 })
		checkGlom(t, fmt.Sprintf("cartesian mapped %d %d", c[0], c[1]), Cartesian(ten, rmap(ints(sc, 9, 2), py.Str[int64])))
	}
	checkGlom(t, "cartesian twice", Cartesian(Cartesian(ints(sc, 5, 2), list(sc, 1, "a", "b")), list(sc, 1, true, false)))
	square := func(x int64) int64 { return x * x }
	checkGlom(t, "zip", Zip(ints(sc, 10, 3), rmap(ints(sc, 10, 3), square)))
	checkValue(t, "zip partitions", func() any { return Collect(Zip(ints(sc, 10, 3), ints(sc, 10, 2))) })
	checkValue(t, "zip lengths", func() any {
		return Collect(Zip(rmap(ints(sc, 4, 2), same[int64]), rfilter(ints(sc, 4, 2), func(x int64) bool { return x != 1 })))
	})
	checkGlom(t, "zipWithIndex", ZipWithIndex(wordRDD(sc)))
	checkGlom(t, "zipWithUniqueId", ZipWithUniqueId(wordRDD(sc)))
	checkGlom(t, "glom of empty", list[int64](sc, 3))
}
