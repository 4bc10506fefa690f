package py

import "iter"

// lessBetween is a < b for values of two static types.
func lessBetween[A, B any](a *A, b *B) bool {
	if same, ok := any(b).(*A); ok {
		return lessFunc[A]()(a, same)
	}
	return DynLt(Box(*a), Box(*b))
}

// bisect finds the first place in [lo, hi) of a list of n elements from where on right(i) holds.
func bisect(n int, lo int64, hi Opt[int64], right func(i int) bool) int64 {
	if lo < 0 {
		throw(ValueError, "lo must be non-negative")
	}
	end := hi.Or(-1)
	if end == -1 {
		end = int64(n)
	}
	for lo < end {
		mid := lo + (end-lo)/2
		if mid >= int64(n) {
			throw(IndexError, "list index out of range")
		}
		if right(int(mid)) {
			end = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// BisectLeft is bisect.bisect_left(a, x, lo, hi).
func BisectLeft[T, X any](a *List[T], x X, lo int64, hi Opt[int64]) int64 {
	return bisect(len(a.v), lo, hi, func(i int) bool { return !lessBetween(&a.v[i], &x) })
}

// BisectRight is bisect.bisect_right(a, x, lo, hi), and bisect.bisect.
func BisectRight[T, X any](a *List[T], x X, lo int64, hi Opt[int64]) int64 {
	return bisect(len(a.v), lo, hi, func(i int) bool { return lessBetween(&x, &a.v[i]) })
}

// BisectLeftBy is bisect.bisect_left(a, x, lo, hi, key=key); the key is not taken of x.
func BisectLeftBy[T, K, X any](a *List[T], x X, lo int64, hi Opt[int64], key func(T) K) int64 {
	return bisect(len(a.v), lo, hi, func(i int) bool {
		k := key(a.v[i])
		return !lessBetween(&k, &x)
	})
}

// BisectRightBy is bisect.bisect_right(a, x, lo, hi, key=key).
func BisectRightBy[T, K, X any](a *List[T], x X, lo int64, hi Opt[int64], key func(T) K) int64 {
	return bisect(len(a.v), lo, hi, func(i int) bool {
		k := key(a.v[i])
		return lessBetween(&x, &k)
	})
}

// BisectLeftSeq is bisect.bisect_left of another sequence than a list.
func BisectLeftSeq[T, X any](a iter.Seq[T], x X, lo int64, hi Opt[int64]) int64 {
	return BisectLeft(ListOf(a), x, lo, hi)
}

// BisectRightSeq is bisect.bisect_right of another sequence than a list.
func BisectRightSeq[T, X any](a iter.Seq[T], x X, lo int64, hi Opt[int64]) int64 {
	return BisectRight(ListOf(a), x, lo, hi)
}

// BisectInsortLeft is bisect.insort_left(a, x, lo, hi).
func BisectInsortLeft[T any](a *List[T], x T, lo int64, hi Opt[int64]) {
	ListInsert(a, BisectLeft(a, x, lo, hi), x)
}

// BisectInsortRight is bisect.insort_right(a, x, lo, hi), and bisect.insort.
func BisectInsortRight[T any](a *List[T], x T, lo int64, hi Opt[int64]) {
	ListInsert(a, BisectRight(a, x, lo, hi), x)
}

// BisectInsortLeftBy is bisect.insort_left(a, x, lo, hi, key=key).
func BisectInsortLeftBy[T, K any](a *List[T], x T, lo int64, hi Opt[int64], key func(T) K) {
	ListInsert(a, BisectLeftBy(a, key(x), lo, hi, key), x)
}

// BisectInsortRightBy is bisect.insort_right(a, x, lo, hi, key=key).
func BisectInsortRightBy[T, K any](a *List[T], x T, lo int64, hi Opt[int64], key func(T) K) {
	ListInsert(a, BisectRightBy(a, key(x), lo, hi, key), x)
}
