package core

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// testContext is a context that ends with the test.
func testContext(tb testing.TB, master string) *SparkContext {
	tb.Helper()
	sc := NewSparkContext(py.Some(master), py.Some("test"), nil)
	tb.Cleanup(sc.Stop)
	return sc
}

// recorded is what PySpark gave: testdata/record.py makes it.
var recorded = sync.OnceValue(func() map[string]json.RawMessage {
	text, err := os.ReadFile("testdata/ops.json")
	if err != nil {
		panic(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		panic(err)
	}
	return all
})

// oracle reads a recorded result.
func oracle[T any](t *testing.T, name string) (want T) {
	t.Helper()
	raw, ok := recorded()[name]
	if !ok {
		t.Fatalf("%q was not recorded", name)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

// checkGlom compares the partitions of an RDD with PySpark's.
func checkGlom[T any](t *testing.T, name string, r *RDD[T]) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Helper()
		var got []string
		for _, p := range CollectPartitions(r) {
			reprs := make([]string, len(p))
			for i, t := range p {
				reprs[i] = py.Repr(t)
			}
			got = append(got, "["+strings.Join(reprs, ", ")+"]")
		}
		if want := oracle[[]string](t, name); !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// checkValue compares a result, or the exception, with PySpark's.
func checkValue(t *testing.T, name string, f func() any) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Helper()
		var got string
		if e := py.Try(func() { got = py.Repr(f()) }); e != nil {
			got = "raises " + e.Class.Name
			if !e.IsA(Py4JError) {
				got += ": " + e.PyStr()
			}
		}
		if want := oracle[string](t, name); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// The inputs of record.py.

func ints(sc *SparkContext, n, parts int64) *RDD[int64] {
	return Parallelize(sc, py.RangeTo(n).All(), parts)
}

var testWords = strings.Fields("the quick brown fox jumps over the lazy dog and the quick cat über alles naïve 東京 é")

func wordRDD(sc *SparkContext) *RDD[string] {
	return Parallelize(sc, slices.Values(testWords), 3)
}

func pairs(sc *SparkContext, parts int64) *RDD[py.Tuple2[string, int64]] {
	var all []py.Tuple2[string, int64]
	for i := range 2 * len(testWords) {
		all = append(all, py.T2(testWords[i%len(testWords)], int64(i)))
	}
	return Parallelize(sc, slices.Values(all), parts)
}

func list[T any](sc *SparkContext, parts int64, items ...T) *RDD[T] {
	return Parallelize(sc, slices.Values(items), parts)
}

// rmap is rdd.map(f).
func rmap[T, U any](r *RDD[T], f func(T) U) *RDD[U] {
	return Narrow(r, func(in Part[T], yield func(U) bool) {
		for t := range in.All() {
			if !yield(f(t)) {
				return
			}
		}
	})
}

// rfilter is rdd.filter(f).
func rfilter[T any](r *RDD[T], f func(T) bool) *RDD[T] {
	return NarrowKeep(r, func(in Part[T], yield func(T) bool) {
		for t := range in.All() {
			if f(t) && !yield(t) {
				return
			}
		}
	})
}

// rvalues is rdd.mapValues(f).
func rvalues[K, V, U any](r *RDD[py.Tuple2[K, V]], f func(V) U) *RDD[py.Tuple2[K, U]] {
	out := rmap(r, func(kv py.Tuple2[K, V]) py.Tuple2[K, U] { return py.T2(kv.V0, f(kv.V1)) })
	out.part = r.part
	return out
}

// reduceByKey is rdd.reduceByKey(f) with nothing fused.
func reduceByKey[K, V any](r *RDD[py.Tuple2[K, V]], f func(V, V) V, n ...int64) *RDD[py.Tuple2[K, V]] {
	return ReduceByKey(r, func(in Part[py.Tuple2[K, V]], c *Combiner[K, V]) {
		for kv := range in.All() {
			c.Merge(kv.V0, kv.V1, f)
		}
	}, f, n...)
}

func lists[K, V any](r *RDD[py.Tuple2[K, *ResultIterable[V]]]) *RDD[py.Tuple2[K, *py.List[V]]] {
	return rvalues(r, toList[V])
}

func toList[V any](x *ResultIterable[V]) *py.List[V] { return py.ListOf(x.All()) }

func add(a, b int64) int64 { return a + b }
