package core

import (
	"slices"
	"sort"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// samplesPerPartition is how many keys per partition the boundaries of a sort are chosen from, as in Spark's
// RangePartitioner.
const samplesPerPartition = 20.0

// SortByKey is rdd.sortByKey(ascending, n). With more than one partition it runs two jobs at once, to count and to sample
// the keys, and cuts the range of keys into partitions of about equal size. Equal keys keep their order.
func SortByKey[K, V any](r *RDD[py.Tuple2[K, V]], ascending bool, n ...int64) *RDD[py.Tuple2[K, V]] {
	return sortByKey(r, ascending, reducers(r, n), same[K])
}

// SortByKeyFunc is rdd.sortByKey(ascending, n, keyfunc).
func SortByKeyFunc[K, V, S any](r *RDD[py.Tuple2[K, V]], ascending bool, n py.Opt[int64], keyfunc func(K) S) *RDD[py.Tuple2[K, V]] {
	var given []int64
	if n.Ok {
		given = append(given, n.V)
	}
	return sortByKey(r, ascending, reducers(r, given), keyfunc)
}

// SortBy is rdd.sortBy(keyfunc, ascending, n).
func SortBy[T, K any](r *RDD[T], keyfunc func(T) K, ascending bool, n ...int64) *RDD[T] {
	return Values(SortByKey(KeyBy(r, keyfunc), ascending, n...))
}

func sortByKey[K, V, S any](r *RDD[py.Tuple2[K, V]], ascending bool, n int, keyfunc func(K) S) *RDD[py.Tuple2[K, V]] {
	if n == 1 {
		if r.NumPartitions() > 1 {
			r = Coalesce(r, 1, false)
		}
		return sortParts(r, ascending, keyfunc)
	}
	size := Count(r)
	if size == 0 {
		return r
	}
	fraction := min(float64(n)*samplesPerPartition/float64(size), 1)
	keys := Collect(Keys(Sample(r, false, fraction, py.Some(int64(1))))).Raw()
	keys = leading(keys, int64(len(keys)), py.Compare[S], keyfunc)
	bounds := make([]S, max(n-1, 0))
	for i := range bounds {
		at := int(float64(len(keys)*(i+1)) / float64(n))
		if at >= len(keys) {
			raise(py.IndexError, "list index out of range")
		}
		bounds[i] = boundary(keys[at], keyfunc)
	}
	place := func(k K) int64 {
		s := keyfunc(k)
		p := sort.Search(len(bounds), func(i int) bool { return py.Compare(bounds[i], s) >= 0 })
		if !ascending {
			p = n - 1 - p
		}
		return int64(p)
	}
	return sortParts(PartitionBy(r, int64(n), place), ascending, keyfunc)
}

// boundary is what keys are compared with to find their partition. PySpark takes the key itself there, where
// keyfunc(key) would be expected; so does this as far as their types agree.
func boundary[K, S any](k K, keyfunc func(K) S) S {
	if s, ok := any(k).(S); ok {
		return s
	}
	return keyfunc(k)
}

// sortParts sorts each partition by key. A descending sort keeps equal keys in their order too.
func sortParts[K, V, S any](r *RDD[py.Tuple2[K, V]], ascending bool, keyfunc func(K) S) *RDD[py.Tuple2[K, V]] {
	compare := py.Compare[S]
	if !ascending {
		compare = func(a, b S) int { return py.Compare(b, a) }
	}
	out := child(r, func(i int) Part[py.Tuple2[K, V]] {
		items := slices.Collect(r.Compute(i).All())
		return PartOf(leading(items, int64(len(items)), compare, func(kv py.Tuple2[K, V]) S { return keyfunc(kv.V0) }))
	})
	out.part, out.placed = r.part, r.placed
	return out
}

// RepartitionAndSortWithinPartitions is rdd.repartitionAndSortWithinPartitions(n, partitionFunc, ascending); a nil
// function is portable_hash.
func RepartitionAndSortWithinPartitions[K, V any](r *RDD[py.Tuple2[K, V]], n py.Opt[int64], f func(K) int64, ascending bool) *RDD[py.Tuple2[K, V]] {
	return RepartitionAndSortBy(r, n, f, ascending, same[K])
}

// RepartitionAndSortBy is rdd.repartitionAndSortWithinPartitions(n, partitionFunc, ascending, keyfunc).
func RepartitionAndSortBy[K, V, S any](r *RDD[py.Tuple2[K, V]], n py.Opt[int64], f func(K) int64, ascending bool, keyfunc func(K) S) *RDD[py.Tuple2[K, V]] {
	to := placedBy(r, n, f)
	return sortParts(PartitionBy(r, int64(to.n), f), ascending, keyfunc)
}
