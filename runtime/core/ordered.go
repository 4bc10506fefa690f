package core

import (
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Max is rdd.max(): of equal records the first.
func Max[T any](r *RDD[T]) T { return Reduce(r, maxOf[T]) }

// Min is rdd.min(): of equal records the first.
func Min[T any](r *RDD[T]) T { return Reduce(r, minOf[T]) }

// MaxBy is rdd.max(key).
func MaxBy[T, K any](r *RDD[T], key func(T) K) T {
	return Reduce(r, func(a, b T) T {
		if py.Compare(key(b), key(a)) > 0 {
			return b
		}
		return a
	})
}

// MinBy is rdd.min(key).
func MinBy[T, K any](r *RDD[T], key func(T) K) T {
	return Reduce(r, func(a, b T) T {
		if py.Compare(key(b), key(a)) < 0 {
			return b
		}
		return a
	})
}

func maxOf[T any](a, b T) T {
	if py.Compare(b, a) > 0 {
		return b
	}
	return a
}

func minOf[T any](a, b T) T {
	if py.Compare(b, a) < 0 {
		return b
	}
	return a
}

// Top is rdd.top(num): the largest, in descending order; of equal records the first ones first.
func Top[T any](r *RDD[T], num int64) *py.List[T] { return TopBy(r, num, same[T]) }

// TopBy is rdd.top(num, key).
func TopBy[T, K any](r *RDD[T], num int64, key func(T) K) *py.List[T] {
	return extremes(r, num, func(a, b K) int { return py.Compare(b, a) }, key)
}

// TakeOrdered is rdd.takeOrdered(num): the smallest, in ascending order; of equal records the first ones first.
func TakeOrdered[T any](r *RDD[T], num int64) *py.List[T] { return TakeOrderedBy(r, num, same[T]) }

// TakeOrderedBy is rdd.takeOrdered(num, key).
func TakeOrderedBy[T, K any](r *RDD[T], num int64, key func(T) K) *py.List[T] {
	if num < 0 {
		raise(py.ValueError, "top N cannot be negative.")
	}
	if num == 0 || r.NumPartitions() == 0 {
		return py.NewList[T]()
	}
	return extremes(r, num, py.Compare[K], key)
}

func same[T any](t T) T { return t }

// extremes is the first num records in the order of their keys, stable.
func extremes[T, K any](r *RDD[T], num int64, compare func(a, b K) int, key func(T) K) *py.List[T] {
	parts := runAll(r, func(p Part[T]) []T { return leading(slices.Collect(p.All()), num, compare, key) })
	if len(parts) == 0 {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	all := parts[0]
	for _, p := range parts[1:] {
		all = leading(append(all, p...), num, compare, key)
	}
	return listOf(all)
}

// leading sorts items, a slice of its own, and cuts it after num.
func leading[T, K any](items []T, num int64, compare func(a, b K) int, key func(T) K) []T {
	type keyed struct {
		k K
		t T
	}
	sorted := make([]keyed, len(items))
	for i, t := range items {
		sorted[i] = keyed{key(t), t}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return compare(a.k, b.k) })
	sorted = sorted[:max(0, min(int64(len(sorted)), num))]
	out := make([]T, len(sorted))
	for i, s := range sorted {
		out[i] = s.t
	}
	return out
}

func listOf[T any](items []T) *py.List[T] { return py.NewList(items...) }
