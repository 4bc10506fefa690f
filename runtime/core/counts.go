package core

import "github.com/dstreamc/dstreamc/runtime/py"

// CountByValue is rdd.countByValue(): how often each record comes, in the order in which records are first seen.
func CountByValue[T any](r *RDD[T]) *py.Dict[T, int64] {
	return countBy(r, same[T])
}

// CountByKey is rdd.countByKey().
func CountByKey[K, V any](r *RDD[py.Tuple2[K, V]]) *py.Dict[K, int64] {
	return countBy(r, func(kv py.Tuple2[K, V]) K { return kv.V0 })
}

func countBy[T, K any](r *RDD[T], key func(T) K) *py.Dict[K, int64] {
	add := func(a, b int64) int64 { return a + b }
	counts := runAll(r, func(p Part[T]) *Combiner[K, int64] {
		c := newAhead[K, int64]()
		for t := range p.All() {
			c.Merge(key(t), 1, add)
		}
		return c
	})
	if len(counts) == 0 {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	return dictOf(mergedAhead(counts, add).All())
}
