package py

import "iter"

// MinOf is min(iterable); it raises ValueError if there are no elements.
func MinOf[T any](seq iter.Seq[T]) T { return must(extreme(seq, lessFunc[T]()), "min") }

// MaxOf is max(iterable); it raises ValueError if there are no elements.
func MaxOf[T any](seq iter.Seq[T]) T { return must(extreme(seq, moreFunc[T]()), "max") }

// MinOfOr is min(iterable, default=otherwise).
func MinOfOr[T any](seq iter.Seq[T], otherwise T) T {
	return extreme(seq, lessFunc[T]()).Or(otherwise)
}

// MaxOfOr is max(iterable, default=otherwise).
func MaxOfOr[T any](seq iter.Seq[T], otherwise T) T {
	return extreme(seq, moreFunc[T]()).Or(otherwise)
}

// MinOfOpt is min(iterable, default=None).
func MinOfOpt[T any](seq iter.Seq[T]) Opt[T] { return extreme(seq, lessFunc[T]()) }

// MaxOfOpt is max(iterable, default=None).
func MaxOfOpt[T any](seq iter.Seq[T]) Opt[T] { return extreme(seq, moreFunc[T]()) }

// MinOfBy is min(iterable, key=key).
func MinOfBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	return must(extremeBy(seq, key, lessFunc[K]()), "min")
}

// MaxOfBy is max(iterable, key=key).
func MaxOfBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	return must(extremeBy(seq, key, moreFunc[K]()), "max")
}

// MinOfByOpt is min(iterable, key=key, default=None); Or gives another default.
func MinOfByOpt[T, K any](seq iter.Seq[T], key func(T) K) Opt[T] {
	return extremeBy(seq, key, lessFunc[K]())
}

// MaxOfByOpt is max(iterable, key=key, default=None); Or gives another default.
func MaxOfByOpt[T, K any](seq iter.Seq[T], key func(T) K) Opt[T] {
	return extremeBy(seq, key, moreFunc[K]())
}

// Min is min(a, b, …).
func Min[T any](a, b T, rest ...T) T { return MinOf(arguments(a, b, rest)) }

// Max is max(a, b, …).
func Max[T any](a, b T, rest ...T) T { return MaxOf(arguments(a, b, rest)) }

// MinBy is min(a, b, …, key=key).
func MinBy[T, K any](a, b T, key func(T) K, rest ...T) T { return MinOfBy(arguments(a, b, rest), key) }

// MaxBy is max(a, b, …, key=key).
func MaxBy[T, K any](a, b T, key func(T) K, rest ...T) T { return MaxOfBy(arguments(a, b, rest), key) }

func arguments[T any](a, b T, rest []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		if !yield(a) || !yield(b) {
			return
		}
		for _, x := range rest {
			if !yield(x) {
				return
			}
		}
	}
}

func must[T any](o Opt[T], name string) T {
	if !o.Ok {
		throwf(ValueError, "%s() arg is an empty sequence", name)
	}
	return o.V
}

func flip[T any](less func(a, b *T) bool) func(a, b *T) bool {
	return func(a, b *T) bool { return less(b, a) }
}

// extreme is the first element that no other comes before.
func extreme[T any](seq iter.Seq[T], before func(a, b *T) bool) Opt[T] {
	var best Opt[T]
	var item T
	for item = range seq {
		if !best.Ok || before(&item, &best.V) {
			best.V, best.Ok = item, true
		}
	}
	return best
}

func extremeBy[T, K any](seq iter.Seq[T], key func(T) K, before func(a, b *K) bool) Opt[T] {
	var best Opt[T]
	var bestKey, k K
	for item := range seq {
		k = key(item)
		if !best.Ok || before(&k, &bestKey) {
			best, bestKey = Some(item), k
		}
	}
	return best
}

// SumInt is sum(iterable, start) of ints.
func SumInt(seq iter.Seq[int64], start int64) int64 {
	for x := range seq {
		start = AddInt(start, x)
	}
	return start
}

// SumFloat is sum(iterable, start) of floats: added from left to right, as CPython did before 3.12.
func SumFloat(seq iter.Seq[float64], start float64) float64 {
	for x := range seq {
		start += x
	}
	return start
}

// SumBool is sum(iterable, start) of bools.
func SumBool(seq iter.Seq[bool], start int64) int64 {
	for x := range seq {
		start += boolInt(x)
	}
	return start
}

// SumAny is sum(iterable, start) of anything with +. The sum of nothing is start, an int by default.
func SumAny(seq iter.Seq[any], start any) any {
	sum := Box(start)
	switch sum.(type) {
	case string:
		throw(TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case Bytes:
		throw(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	}
	for x := range seq {
		sum = DynAdd(sum, x)
	}
	return sum
}

// AnyOf is any(iterable).
func AnyOf[T any](seq iter.Seq[T]) bool {
	for x := range seq {
		if Truth(x) {
			return true
		}
	}
	return false
}

// AllOf is all(iterable).
func AllOf[T any](seq iter.Seq[T]) bool {
	for x := range seq {
		if !Truth(x) {
			return false
		}
	}
	return true
}

// FunctoolsReduce is functools.reduce(f, iterable); it raises TypeError if there are no elements.
func FunctoolsReduce[T any](f func(a, b T) T, seq iter.Seq[T]) T {
	var acc Opt[T]
	for x := range seq {
		if acc.Ok {
			x = f(acc.V, x)
		}
		acc = Some(x)
	}
	if !acc.Ok {
		throw(TypeError, "reduce() of empty iterable with no initial value")
	}
	return acc.V
}

// FunctoolsReduceFrom is functools.reduce(f, iterable, initial).
func FunctoolsReduceFrom[A, T any](f func(acc A, x T) A, seq iter.Seq[T], initial A) A {
	for x := range seq {
		initial = f(initial, x)
	}
	return initial
}
