package core

import (
	"iter"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// The methods below are other spellings of the functions. Go compiles every method of every RDD type that a program has,
// used or not, so what is only a function costs nothing where it is not called.

// Collect is [Collect].
func (r *RDD[T]) Collect() *py.List[T] { return Collect(r) }

// Take is [Take].
func (r *RDD[T]) Take(num int64) *py.List[T] { return Take(r, num) }

// First is [First].
func (r *RDD[T]) First() T { return First(r) }

// IsEmpty is [IsEmpty].
func (r *RDD[T]) IsEmpty() bool { return IsEmpty(r) }

// Reduce is [Reduce].
func (r *RDD[T]) Reduce(f func(T, T) T) T { return Reduce(r, f) }

// Fold is [Fold].
func (r *RDD[T]) Fold(zero T, op func(T, T) T) T { return Fold(r, zero, op) }

// TreeReduce is [TreeReduce].
func (r *RDD[T]) TreeReduce(f func(T, T) T, depth int64) T { return TreeReduce(r, f, depth) }

// Max is [Max].
func (r *RDD[T]) Max() T { return Max(r) }

// Min is [Min].
func (r *RDD[T]) Min() T { return Min(r) }

// Top is [Top].
func (r *RDD[T]) Top(num int64) *py.List[T] { return Top(r, num) }

// TakeOrdered is [TakeOrdered].
func (r *RDD[T]) TakeOrdered(num int64) *py.List[T] { return TakeOrdered(r, num) }

// Foreach is [Foreach].
func (r *RDD[T]) Foreach(f func(T)) { Foreach(r, f) }

// ForeachPartition is [ForeachPartition].
func (r *RDD[T]) ForeachPartition(f func(*py.Iter[T])) { ForeachPartition(r, f) }

// Distinct is [Distinct].
func (r *RDD[T]) Distinct(n ...int64) *RDD[T] { return Distinct(r, n...) }

// Intersection is [Intersection].
func (r *RDD[T]) Intersection(other *RDD[T]) *RDD[T] { return Intersection(r, other) }

// Subtract is [Subtract].
func (r *RDD[T]) Subtract(other *RDD[T], n ...int64) *RDD[T] { return Subtract(r, other, n...) }

// Coalesce is [Coalesce].
func (r *RDD[T]) Coalesce(n int64, shuffle bool) *RDD[T] { return Coalesce(r, n, shuffle) }

// Repartition is [Repartition].
func (r *RDD[T]) Repartition(n int64) *RDD[T] { return Repartition(r, n) }

// Sample is [Sample].
func (r *RDD[T]) Sample(withReplacement bool, fraction float64, seed py.Opt[int64]) *RDD[T] {
	return Sample(r, withReplacement, fraction, seed)
}

// TakeSample is [TakeSample].
func (r *RDD[T]) TakeSample(withReplacement bool, num int64, seed py.Opt[int64]) *py.List[T] {
	return TakeSample(r, withReplacement, num, seed)
}

// RandomSplit is [RandomSplit].
func (r *RDD[T]) RandomSplit(weights iter.Seq[float64], seed py.Opt[int64]) *py.List[*RDD[T]] {
	return RandomSplit(r, weights, seed)
}

// ToLocalIterator is [ToLocalIterator].
func (r *RDD[T]) ToLocalIterator(prefetch bool) *py.Iter[T] { return ToLocalIterator(r, prefetch) }

// SaveAsTextFile is [SaveAsTextFile].
func (r *RDD[T]) SaveAsTextFile(path string, codec py.Opt[string]) { SaveAsTextFile(r, path, codec) }

// Count is [Count].
func (r *RDD[T]) Count() int64 { return Count(r) }

// CollectPartitions is [CollectPartitions].
func (r *RDD[T]) CollectPartitions() [][]T { return CollectPartitions(r) }

// TextFile is [TextFile].
func (sc *SparkContext) TextFile(path string, n ...int64) *RDD[string] {
	return TextFile(sc, path, n...)
}

// WholeTextFiles is [WholeTextFiles].
func (sc *SparkContext) WholeTextFiles(path string, n ...int64) *RDD[py.Tuple2[string, string]] {
	return WholeTextFiles(sc, path, n...)
}

// BinaryRecords is [BinaryRecords].
func (sc *SparkContext) BinaryRecords(path string, length int64) *RDD[py.Bytes] {
	return BinaryRecords(sc, path, length)
}

// Range is [Range].
func (sc *SparkContext) Range(start int64, end py.Opt[int64], step int64, n ...int64) *RDD[int64] {
	return Range(sc, start, end, step, n...)
}
