package core

import "github.com/dstreamc/dstreamc/runtime/py"

// The operations by key with a partitionFunc of the script's own: a key lies in partition f(key) mod n.

// placedBy is the placing of an operation on r.
func placedBy[T, K any](r *RDD[T], n py.Opt[int64], f func(K) int64) placing[K] {
	if n.Ok {
		return placedTo(int(n.V), f)
	}
	return placedTo(reducers(r, nil), f)
}

// ReduceByKeyOn is rdd.reduceByKey(func, n, partitionFunc=f).
func ReduceByKeyOn[K, V any](r *RDD[py.Tuple2[K, V]], merge func(V, V) V, n py.Opt[int64], f func(K) int64) *RDD[py.Tuple2[K, V]] {
	return combineTo(r, placedBy(r, n, f), same[V], merge, merge)
}

// CombineByKeyOn is rdd.combineByKey(createCombiner, mergeValue, mergeCombiners, n, partitionFunc=f).
func CombineByKeyOn[K, V, C any](r *RDD[py.Tuple2[K, V]], create func(V) C, mergeValue func(C, V) C, mergeCombiners func(C, C) C, n py.Opt[int64], f func(K) int64) *RDD[py.Tuple2[K, C]] {
	return combineTo(r, placedBy(r, n, f), create, mergeValue, mergeCombiners)
}

// AggregateByKeyOn is rdd.aggregateByKey(zero, seq, comb, n, partitionFunc=f).
func AggregateByKeyOn[K, V, U any](r *RDD[py.Tuple2[K, V]], zero U, seq func(U, V) U, comb func(U, U) U, n py.Opt[int64], f func(K) int64) *RDD[py.Tuple2[K, U]] {
	fresh := copier(zero)
	return combineTo(r, placedBy(r, n, f), func(v V) U { return seq(fresh(), v) }, seq, comb)
}

// FoldByKeyOn is rdd.foldByKey(zero, func, n, partitionFunc=f).
func FoldByKeyOn[K, V any](r *RDD[py.Tuple2[K, V]], zero V, op func(V, V) V, n py.Opt[int64], f func(K) int64) *RDD[py.Tuple2[K, V]] {
	return AggregateByKeyOn(r, zero, op, op, n, f)
}

// GroupByKeyOn is rdd.groupByKey(n, partitionFunc=f).
func GroupByKeyOn[K, V any](r *RDD[py.Tuple2[K, V]], n py.Opt[int64], f func(K) int64) *RDD[py.Tuple2[K, *ResultIterable[V]]] {
	return mapValues(groupedTo(r, placedBy(r, n, f)), newResultIterable[V])
}

// GroupByOn is rdd.groupBy(key, n, partitionFunc=f).
func GroupByOn[T, K any](r *RDD[T], key func(T) K, n py.Opt[int64], f func(K) int64) *RDD[py.Tuple2[K, *ResultIterable[T]]] {
	return GroupByKeyOn(KeyBy(r, key), n, f)
}

// PartitionByDefault is rdd.partitionBy(None, f): as many partitions as an operation by key has without a number.
func PartitionByDefault[K, V any](r *RDD[py.Tuple2[K, V]], f func(K) int64) *RDD[py.Tuple2[K, V]] {
	return PartitionBy(r, int64(reducers(r, nil)), f)
}
