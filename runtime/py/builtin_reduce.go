package py

import "iter"

// Min is min(iterable); it raises ValueError if there are no elements.
func Min[T any](seq iter.Seq[T]) T { return must(extreme(seq, lessFunc[T]()), "min") }

// Max is max(iterable); it raises ValueError if there are no elements.
func Max[T any](seq iter.Seq[T]) T { return must(extreme(seq, moreFunc[T]()), "max") }

// MinOr is min(iterable, default=otherwise).
func MinOr[T any](seq iter.Seq[T], otherwise T) T {
	return extreme(seq, lessFunc[T]()).Or(otherwise)
}

// MaxOr is max(iterable, default=otherwise).
func MaxOr[T any](seq iter.Seq[T], otherwise T) T {
	return extreme(seq, moreFunc[T]()).Or(otherwise)
}

// MinOpt is min(iterable, default=None).
func MinOpt[T any](seq iter.Seq[T]) Opt[T] { return extreme(seq, lessFunc[T]()) }

// MaxOpt is max(iterable, default=None).
func MaxOpt[T any](seq iter.Seq[T]) Opt[T] { return extreme(seq, moreFunc[T]()) }

// MinBy is min(iterable, key=key).
func MinBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	return must(extremeBy(seq, key, lessFunc[K]()), "min")
}

// MaxBy is max(iterable, key=key).
func MaxBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	return must(extremeBy(seq, key, moreFunc[K]()), "max")
}

// MinByOr is min(iterable, key=key, default=otherwise).
func MinByOr[T, K any](seq iter.Seq[T], key func(T) K, otherwise T) T {
	return MinByOpt(seq, key).Or(otherwise)
}

// MinByOpt is min(iterable, key=key, default=None).
func MinByOpt[T, K any](seq iter.Seq[T], key func(T) K) Opt[T] {
	return extremeBy(seq, key, lessFunc[K]())
}

// MaxByOr is max(iterable, key=key, default=otherwise).
func MaxByOr[T, K any](seq iter.Seq[T], key func(T) K, otherwise T) T {
	return MaxByOpt(seq, key).Or(otherwise)
}

// MaxByOpt is max(iterable, key=key, default=None).
func MaxByOpt[T, K any](seq iter.Seq[T], key func(T) K) Opt[T] {
	return extremeBy(seq, key, moreFunc[K]())
}

// MinOf is min(a, b, …), or min(*args).
func MinOf[T any](args ...T) T {
	if len(args) == 1 {
		return As[T](Min(Elems(Box(args[0]))))
	}
	return extremeOf(args, "min", lessFunc[T])
}

// MaxOf is max(a, b, …), or max(*args).
func MaxOf[T any](args ...T) T {
	if len(args) == 1 {
		return As[T](Max(Elems(Box(args[0]))))
	}
	return extremeOf(args, "max", moreFunc[T])
}

// MinFloat is min(a, b) of floats: a, unless b is less. Go's min has an order for zeros and NaNs.
func MinFloat(a, b float64) float64 {
	if b < a {
		return b
	}
	return a
}

// MaxFloat is max(a, b) of floats.
func MaxFloat(a, b float64) float64 {
	if b > a {
		return b
	}
	return a
}

// MinOfBy is min(a, b, …, key=key).
func MinOfBy[T, K any](key func(T) K, args ...T) T { return MinBy(NewList(args...).All(), key) }

// MaxOfBy is max(a, b, …, key=key).
func MaxOfBy[T, K any](key func(T) K, args ...T) T { return MaxBy(NewList(args...).All(), key) }

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

// extremeOf is extreme of arguments.
func extremeOf[T any](args []T, name string, order func() func(a, b *T) bool) T {
	if len(args) == 0 {
		throwf(TypeError, "%s expected at least 1 argument, got 0", name)
	}
	before, best := order(), 0
	for i := 1; i < len(args); i++ {
		if before(&args[i], &args[best]) {
			best = i
		}
	}
	return args[best]
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

// SumLists is sum(iterable, start) of lists: one after the other, and start itself if there are none.
func SumLists[T any](seq iter.Seq[*List[T]], start *List[T]) *List[T] {
	sum := start
	for l := range seq {
		if sum == start {
			sum = ListCopy(start)
		}
		ListExtend(sum, l.All())
	}
	return sum
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

// Any is any(iterable).
func Any[T any](seq iter.Seq[T]) bool {
	for x := range seq {
		if Truth(x) {
			return true
		}
	}
	return false
}

// All is all(iterable).
func All[T any](seq iter.Seq[T]) bool {
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
