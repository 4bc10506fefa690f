package ds

import (
	"iter"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// Narrow is a fused chain of map, filter and flatMap; see [core.Narrow].
func Narrow[In, Out any](in *DStream[In], stage func(core.Part[In], func(Out) bool)) *DStream[Out] {
	return narrow(in, stage, core.Narrow[In, Out])
}

// NarrowKeep is [Narrow] for chains that leave keys where they are: filter, mapValues, flatMapValues.
func NarrowKeep[In, Out any](in *DStream[In], stage func(core.Part[In], func(Out) bool)) *DStream[Out] {
	return narrow(in, stage, core.NarrowKeep[In, Out])
}

func narrow[In, Out any](in *DStream[In], stage func(core.Part[In], func(Out) bool),
	apply func(*core.RDD[In], func(core.Part[In], func(Out) bool)) *core.RDD[Out]) *DStream[Out] {
	w := newPassage()
	out := transformed(in, func(_ int64, r *core.RDD[In]) *core.RDD[Out] { return apply(r, watched(w, stage)) })
	out.passage = w
	return out
}

// mapEach is stream.map for the operations of this package.
func mapEach[T, U any](in *DStream[T], f func(T) U) *DStream[U] {
	return Narrow(in, func(p core.Part[T], yield func(U) bool) {
		for t := range p.All() {
			if !yield(f(t)) {
				return
			}
		}
	})
}

// mapValues is stream.mapValues for the operations of this package.
func mapValues[K, V, U any](in *DStream[py.Tuple2[K, V]], f func(V) U) *DStream[py.Tuple2[K, U]] {
	return NarrowKeep(in, func(p core.Part[py.Tuple2[K, V]], yield func(py.Tuple2[K, U]) bool) {
		for kv := range p.All() {
			if !yield(py.T2(kv.V0, f(kv.V1))) {
				return
			}
		}
	})
}

// filter is stream.filter for the operations of this package.
func filter[T any](in *DStream[T], keep func(T) bool) *DStream[T] {
	return NarrowKeep(in, func(p core.Part[T], yield func(T) bool) {
		for t := range p.All() {
			if keep(t) && !yield(t) {
				return
			}
		}
	})
}

// MapPartitions is stream.mapPartitions(f): f is called once for each partition.
func MapPartitions[T, U any](in *DStream[T], f func(*py.Iter[T]) iter.Seq[U]) *DStream[U] {
	return transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[U] { return core.MapPartitions(r, f) })
}

// MapPartitionsKeep is stream.mapPartitions(f, preservesPartitioning=True).
func MapPartitionsKeep[T, U any](in *DStream[T], f func(*py.Iter[T]) iter.Seq[U]) *DStream[U] {
	return transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[U] { return core.MapPartitionsKeep(r, f) })
}

// MapPartitionsWithIndex is stream.mapPartitionsWithIndex(f): f also gets the number of the partition.
func MapPartitionsWithIndex[T, U any](in *DStream[T], f func(int64, *py.Iter[T]) iter.Seq[U]) *DStream[U] {
	return transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[U] { return core.MapPartitionsWithIndex(r, f) })
}

// MapPartitionsWithIndexKeep is stream.mapPartitionsWithIndex(f, preservesPartitioning=True).
func MapPartitionsWithIndexKeep[T, U any](in *DStream[T], f func(int64, *py.Iter[T]) iter.Seq[U]) *DStream[U] {
	return transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[U] { return core.MapPartitionsWithIndexKeep(r, f) })
}

// Glom is stream.glom(): one list per partition.
func Glom[T any](in *DStream[T]) *DStream[*py.List[T]] {
	return transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[*py.List[T]] { return core.Glom(r) })
}

// Repartition is stream.repartition(n).
func Repartition[T any](d *DStream[T], n int64) *DStream[T] {
	return transformed(d, func(_ int64, r *core.RDD[T]) *core.RDD[T] { return core.Repartition(r, n) })
}

// Transform is stream.transform(f) for an f of one argument: its RDD for a batch is what f makes of the batch's. f is
// driver code and runs when the batch is generated; an exception of it loses the whole batch.
func Transform[T, U any](in *DStream[T], f func(*core.RDD[T]) *core.RDD[U]) *DStream[U] {
	return transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[U] { return f(r) })
}

// TransformTime is stream.transform(f) for an f of (time, rdd).
func TransformTime[T, U any](in *DStream[T], f func(py.DateTime, *core.RDD[T]) *core.RDD[U]) *DStream[U] {
	return transformed(in, func(t int64, r *core.RDD[T]) *core.RDD[U] { return f(batchTime(t), r) })
}

// Retyped is in with its records as another type: the same for Python.
func Retyped[T, U any](in *DStream[T], convert func(T) U) *DStream[U] {
	out := transformed(in, func(_ int64, r *core.RDD[T]) *core.RDD[U] { return core.Retyped(r, convert) })
	out.kind = in.kind
	return out
}

// Copied is d with deep copies of its records, for operations whose functions may change them.
func Copied[T any](d *DStream[T]) *DStream[T] {
	return transformed(d, func(_ int64, r *core.RDD[T]) *core.RDD[T] { return core.Copied(r) })
}
