package core

import (
	"iter"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Narrow is a fused chain of map, filter and flatMap: stage pushes the results for one partition to its second
// parameter and stops when that returns false.
func Narrow[In, Out any](in *RDD[In], stage func(Part[In], func(Out) bool)) *RDD[Out] {
	return child(in, func(i int) Part[Out] {
		return PartSeq(func(yield func(Out) bool) { stage(in.Compute(i), yield) })
	})
}

// NarrowKeep is [Narrow] for chains which leave keys where they are (filter, mapValues, flatMapValues): the result
// keeps the partitioner.
func NarrowKeep[In, Out any](in *RDD[In], stage func(Part[In], func(Out) bool)) *RDD[Out] {
	out := Narrow(in, stage)
	out.part, out.placed = in.part, in.placed
	return out
}

// MapPartitions is rdd.mapPartitions(f): f is called once per partition, with an iterator over its records.
func MapPartitions[T, U any](in *RDD[T], f func(*py.Iter[T]) iter.Seq[U]) *RDD[U] {
	return MapPartitionsWithIndex(in, func(_ int64, it *py.Iter[T]) iter.Seq[U] { return f(it) })
}

// MapPartitionsKeep is rdd.mapPartitions(f, preservesPartitioning=True).
func MapPartitionsKeep[T, U any](in *RDD[T], f func(*py.Iter[T]) iter.Seq[U]) *RDD[U] {
	out := MapPartitions(in, f)
	out.part, out.placed = in.part, in.placed
	return out
}

// MapPartitionsWithIndex is rdd.mapPartitionsWithIndex(f): f also gets the number of the partition.
func MapPartitionsWithIndex[T, U any](in *RDD[T], f func(int64, *py.Iter[T]) iter.Seq[U]) *RDD[U] {
	return child(in, func(i int) Part[U] {
		return PartSeq(func(yield func(U) bool) {
			it := py.NewIter(in.Compute(i).All())
			for u := range f(int64(i), it) {
				if !yield(u) {
					return
				}
			}
		})
	})
}

// MapPartitionsWithIndexKeep is rdd.mapPartitionsWithIndex(f, preservesPartitioning=True).
func MapPartitionsWithIndexKeep[T, U any](in *RDD[T], f func(int64, *py.Iter[T]) iter.Seq[U]) *RDD[U] {
	out := MapPartitionsWithIndex(in, f)
	out.part, out.placed = in.part, in.placed
	return out
}

// mapSeq is Narrow for the operations of this package: f is applied to the records of each partition.
func mapSeq[T, U any](in *RDD[T], f func(i int, seq iter.Seq[T]) iter.Seq[U]) *RDD[U] {
	return child(in, func(i int) Part[U] { return PartSeq(f(i, in.Compute(i).All())) })
}

// mapEach is rdd.map for the operations of this package.
func mapEach[T, U any](in *RDD[T], f func(T) U) *RDD[U] {
	return mapSeq(in, func(_ int, seq iter.Seq[T]) iter.Seq[U] {
		return func(yield func(U) bool) {
			for t := range seq {
				if !yield(f(t)) {
					return
				}
			}
		}
	})
}

// Retyped is r with its records as another type: the same for Python.
func Retyped[T, U any](r *RDD[T], convert func(T) U) *RDD[U] {
	out := mapEach(r, convert)
	out.kind, out.handed, out.part, out.placed, out.batch = r.kind, r.handed, r.part, r.placed, r.batch
	return out
}

// KeyBy is rdd.keyBy(f).
func KeyBy[T, K any](r *RDD[T], f func(T) K) *RDD[py.Tuple2[K, T]] {
	return mapEach(r, func(t T) py.Tuple2[K, T] { return py.T2(f(t), t) })
}

// Keys is rdd.keys().
func Keys[K, V any](r *RDD[py.Tuple2[K, V]]) *RDD[K] {
	return mapEach(r, func(kv py.Tuple2[K, V]) K { return kv.V0 })
}

// Values is rdd.values().
func Values[K, V any](r *RDD[py.Tuple2[K, V]]) *RDD[V] {
	return child(r, func(i int) Part[V] { return PartSeq(ValuesOf(r.Compute(i))) })
}

// ValuesOf iterates over the values of pairs.
func ValuesOf[K, V any](p Part[py.Tuple2[K, V]]) iter.Seq[V] {
	if pairs, ok := p.counted.(valued[V]); ok {
		return pairs.values()
	}
	return func(yield func(V) bool) {
		for kv := range p.All() {
			if !yield(kv.V1) {
				return
			}
		}
	}
}

// valued are pairs of which the values can be read without the keys.
type valued[V any] interface{ values() iter.Seq[V] }

// Glom is rdd.glom(): one list per partition.
func Glom[T any](r *RDD[T]) *RDD[*py.List[T]] {
	return child(r, func(i int) Part[*py.List[T]] {
		return PartSeq(func(yield func(*py.List[T]) bool) {
			yield(py.ListOf(r.Compute(i).All()))
		})
	})
}

// Placed is an RDD of n partitions whose keys lie where portable_hash places them.
func Placed[T any](sc *SparkContext, n int, part func(i int) Part[T]) *RDD[T] {
	out := newRDD(sc, "PythonRDD", fixed(n), part)
	out.part = HashPartitioner(n)
	return out
}

// Parts is the records of the parts that f makes of r, which has one record in each partition.
func Parts[T, U any](r *RDD[T], f func(T) Part[U]) *RDD[U] {
	return child(r, func(i int) Part[U] {
		for t := range r.Compute(i).All() {
			return f(t)
		}
		return Part[U]{}
	})
}
