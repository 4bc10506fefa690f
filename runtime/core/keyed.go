package core

import (
	"iter"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// mapValues is rdd.mapValues(f) for the operations of this package; it keeps the partitioner.
func mapValues[K, V, U any](r *RDD[py.Tuple2[K, V]], f func(V) U) *RDD[py.Tuple2[K, U]] {
	out := mapEach(r, func(kv py.Tuple2[K, V]) py.Tuple2[K, U] { return py.T2(kv.V0, f(kv.V1)) })
	out.part, out.placed = r.part, r.placed
	return out
}

// flatMapValues is rdd.flatMapValues(f) for the operations of this package; it keeps the partitioner.
func flatMapValues[K, V, U any](r *RDD[py.Tuple2[K, V]], f func(V, func(U) bool) bool) *RDD[py.Tuple2[K, U]] {
	out := mapSeq(r, func(_ int, seq iter.Seq[py.Tuple2[K, V]]) iter.Seq[py.Tuple2[K, U]] {
		return func(yield func(py.Tuple2[K, U]) bool) {
			for kv := range seq {
				if !f(kv.V1, func(u U) bool { return yield(py.T2(kv.V0, u)) }) {
					return
				}
			}
		}
	})
	out.part, out.placed = r.part, r.placed
	return out
}

// CombineByKey is rdd.combineByKey(createCombiner, mergeValue, mergeCombiners, n).
func CombineByKey[K, V, C any](r *RDD[py.Tuple2[K, V]], create func(V) C, mergeValue func(C, V) C, mergeCombiners func(C, C) C, n ...int64) *RDD[py.Tuple2[K, C]] {
	return combineTo(r, hashedTo[K](reducers(r, n)), create, mergeValue, mergeCombiners)
}

// combineTo is combineByKey for keys that are placed as to says.
func combineTo[K, V, C any](r *RDD[py.Tuple2[K, V]], to placing[K], create func(V) C, mergeValue func(C, V) C, mergeCombiners func(C, C) C) *RDD[py.Tuple2[K, C]] {
	return combineBy(r, to, func(p Part[py.Tuple2[K, V]]) *Combiner[K, C] {
		c := NewCombiner[K, C]()
		for kv := range p.All() {
			if at, fresh := c.slot(kv.V0); fresh {
				*at = create(kv.V1)
			} else {
				*at = mergeValue(*at, kv.V1)
			}
		}
		return c
	}, mergeCombiners)
}

// AggregateByKey is rdd.aggregateByKey(zero, seq, comb, n). Every key starts from a deep copy of zero.
func AggregateByKey[K, V, U any](r *RDD[py.Tuple2[K, V]], zero U, seq func(U, V) U, comb func(U, U) U, n ...int64) *RDD[py.Tuple2[K, U]] {
	fresh := copier(zero)
	return CombineByKey(r, func(v V) U { return seq(fresh(), v) }, seq, comb, n...)
}

// FoldByKey is rdd.foldByKey(zero, func, n). Every key of every partition starts from a deep copy of zero.
func FoldByKey[K, V any](r *RDD[py.Tuple2[K, V]], zero V, f func(V, V) V, n ...int64) *RDD[py.Tuple2[K, V]] {
	return AggregateByKey(r, zero, f, f, n...)
}

// grouped is groupByKey with slices for values: those of a key in the order of arrival, partition by partition.
func grouped[K, V any](r *RDD[py.Tuple2[K, V]], n int) *RDD[py.Tuple2[K, []V]] {
	return groupedTo(r, hashedTo[K](n))
}

func groupedTo[K, V any](r *RDD[py.Tuple2[K, V]], to placing[K]) *RDD[py.Tuple2[K, []V]] {
	return combineBy(r, to, func(p Part[py.Tuple2[K, V]]) *Combiner[K, []V] {
		c := NewCombiner[K, []V]()
		for kv := range p.All() {
			at, _ := c.slot(kv.V0)
			*at = append(*at, kv.V1)
		}
		return c
	}, func(a, b []V) []V { return append(a, b...) })
}

// GroupByKey is rdd.groupByKey(n).
func GroupByKey[K, V any](r *RDD[py.Tuple2[K, V]], n ...int64) *RDD[py.Tuple2[K, *ResultIterable[V]]] {
	return mapValues(grouped(r, reducers(r, n)), newResultIterable[V])
}

// GroupBy is rdd.groupBy(f, n).
func GroupBy[T, K any](r *RDD[T], f func(T) K, n ...int64) *RDD[py.Tuple2[K, *ResultIterable[T]]] {
	return GroupByKey(KeyBy(r, f), n...)
}

// ReduceByKeyLocally is rdd.reduceByKeyLocally(func): a dict, merged partition by partition.
func ReduceByKeyLocally[K, V any](r *RDD[py.Tuple2[K, V]], f func(V, V) V) *py.Dict[K, V] {
	maps := runAll(r, func(p Part[py.Tuple2[K, V]]) *Combiner[K, V] {
		c := NewCombiner[K, V]()
		for kv := range p.All() {
			c.Merge(kv.V0, kv.V1, f)
		}
		return c
	})
	if len(maps) == 0 {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	for _, m := range maps[1:] {
		maps[0].mergeAll(m, f)
	}
	return dictOf(maps[0].All())
}

// CollectAsMap is rdd.collectAsMap(): a later value of a key replaces an earlier one.
func CollectAsMap[K, V any](r *RDD[py.Tuple2[K, V]]) *py.Dict[K, V] {
	d := py.NewDict[K, V]()
	for _, kv := range Collect(r).Raw() {
		d.Set(kv.V0, kv.V1)
	}
	return d
}

// Lookup is rdd.lookup(key): the values of the key; if r has a partitioner only its partition is read.
func Lookup[K, V any](r *RDD[py.Tuple2[K, V]], key K) *py.List[V] {
	parts := r.allParts()
	if r.part != nil && r.part.function == nil {
		parts = []int{modulo(PortableHash(key), r.part.NumPartitions)}
	}
	out := py.NewList[V]()
	for _, values := range runJob(r, parts, func(_ int, p Part[py.Tuple2[K, V]]) []V {
		var values []V
		for kv := range p.All() {
			if py.Equal(kv.V0, key) {
				values = append(values, kv.V1)
			}
		}
		return values
	}) {
		for _, v := range values {
			out.Append(v)
		}
	}
	return out
}

func dictOf[K, V any](seq iter.Seq2[K, V]) *py.Dict[K, V] {
	d := py.NewDict[K, V]()
	for k, v := range seq {
		d.Set(k, v)
	}
	return d
}
