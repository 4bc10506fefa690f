package ds

import (
	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// partitions is numPartitions as given, or the default of DStreams, sc.defaultParallelism.
func partitions(ssc *StreamingContext, n []int64) int64 {
	if len(n) > 0 {
		return n[0]
	}
	return ssc.sc.DefaultParallelism()
}

// ReduceByKey is stream.reduceByKey(func, n) with the chain before it fused in; see [core.ReduceByKey].
func ReduceByKey[In, K, V any](in *DStream[In], stage func(core.Part[In], *core.Combiner[K, V]), merge func(V, V) V, n ...int64) *DStream[py.Tuple2[K, V]] {
	to, splittable := partitions(in.ssc, n), in.splittable
	in.splittable = false // the promise was for this operation
	w := newPassage()
	out := transformed(in, func(_ int64, r *core.RDD[In]) *core.RDD[py.Tuple2[K, V]] {
		if splittable {
			r = r.Splittable()
		}
		return core.ReduceByKey(r, watchedCombine(w, stage), merge, to)
	})
	out.passage = w
	return out
}

// PairStage is the stage of a [ReduceByKey] over a stream of pairs with nothing fused in.
func PairStage[K, V any](merge func(V, V) V) func(core.Part[py.Tuple2[K, V]], *core.Combiner[K, V]) {
	return func(p core.Part[py.Tuple2[K, V]], c *core.Combiner[K, V]) {
		for kv := range p.All() {
			c.Merge(kv.V0, kv.V1, merge)
		}
	}
}

// CombineByKey is stream.combineByKey(createCombiner, mergeValue, mergeCombiners, n).
func CombineByKey[K, V, C any](in *DStream[py.Tuple2[K, V]], create func(V) C, mergeValue func(C, V) C, mergeCombiners func(C, C) C, n ...int64) *DStream[py.Tuple2[K, C]] {
	to := partitions(in.ssc, n)
	return transformed(in, func(_ int64, r *core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, C]] {
		return core.CombineByKey(r, create, mergeValue, mergeCombiners, to)
	})
}

// GroupByKey is stream.groupByKey(n).
func GroupByKey[K, V any](in *DStream[py.Tuple2[K, V]], n ...int64) *DStream[py.Tuple2[K, *core.ResultIterable[V]]] {
	to := partitions(in.ssc, n)
	return transformed(in, func(_ int64, r *core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, *core.ResultIterable[V]]] {
		return core.GroupByKey(r, to)
	})
}

// PartitionBy is stream.partitionBy(n, f); f nil is portable_hash.
func PartitionBy[K, V any](in *DStream[py.Tuple2[K, V]], n int64, f func(K) int64) *DStream[py.Tuple2[K, V]] {
	return transformed(in, func(_ int64, r *core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, V]] {
		return core.PartitionBy(r, n, f)
	})
}

// Count is stream.count(): one record with the number of records, or none where the batch has no partitions.
func Count[T any](d *DStream[T]) *DStream[int64] {
	counts := transformed(d, func(_ int64, r *core.RDD[T]) *core.RDD[int64] {
		return core.Narrow(r, func(p core.Part[T], yield func(int64) bool) { yield(core.Len(p)) })
	})
	return Reduce(counts, py.AddInt)
}

// Reduce is stream.reduce(f): one record, or none for an empty batch.
func Reduce[T any](d *DStream[T], f func(T, T) T) *DStream[T] {
	// Partitions are reduced from left to right, then their results: as reduceByKey does it for a single key.
	return transformed(d, func(_ int64, r *core.RDD[T]) *core.RDD[T] {
		one := core.ReduceByKey(r, func(p core.Part[T], c *core.Combiner[py.NoneType, T]) {
			var sum T
			first := true
			for t := range p.All() {
				if first {
					sum, first = t, false
				} else {
					sum = f(sum, t)
				}
			}
			if !first {
				c.Put(py.None, sum)
			}
		}, f, 1)
		return core.Values(one)
	})
}

// CountByValue is stream.countByValue(): how often each record occurs.
func CountByValue[T any](in *DStream[T]) *DStream[py.Tuple2[T, int64]] {
	return ReduceByKey(in, countStage[T], py.AddInt)
}

// countStage counts records: map(lambda x: (x, 1)) and the map side of reduceByKey.
func countStage[T any](p core.Part[T], c *core.Combiner[T, int64]) {
	for t := range p.All() {
		c.Merge(t, 1, py.AddInt)
	}
}
