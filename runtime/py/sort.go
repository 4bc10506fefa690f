package py

import (
	"iter"
	"slices"
)

// Sorted is sorted(iterable, reverse=reverse).
func Sorted[T any](seq iter.Seq[T], reverse bool) *List[T] {
	l := ListOf(seq)
	sortSlice(l.v, reverse)
	return l
}

// SortedBy is sorted(iterable, key=key, reverse=reverse).
func SortedBy[T, K any](seq iter.Seq[T], key func(T) K, reverse bool) *List[T] {
	l := ListOf(seq)
	sortSliceBy(l.v, key, reverse)
	return l
}

// CmpToKey is functools.cmp_to_key(compare): the key is ordered by the function.
func CmpToKey[T any](compare func(a, b T) int64) func(T) *CmpKey[T] {
	return func(x T) *CmpKey[T] { return &CmpKey[T]{x, compare} }
}

// CmpKey is the key that CmpToKey makes.
type CmpKey[T any] struct {
	x       T
	compare func(a, b T) int64
}

// PyTypeName is "K", the name of CPython's class.
func (k *CmpKey[T]) PyTypeName() string { return "functools.KeyWrapper" }

// PyCompare calls the function.
func (k *CmpKey[T]) PyCompare(other any) (int, bool) {
	o, ok := other.(*CmpKey[T])
	if !ok {
		return 0, false
	}
	c := k.compare(k.x, o.x)
	return int(max(min(c, 1), -1)), true
}

// PyEqual reports whether the function gives 0.
func (k *CmpKey[T]) PyEqual(other any) bool {
	c, ok := k.PyCompare(other)
	return ok && c == 0
}

func sortSlice[T any](v []T, reverse bool) {
	// Equal ints and equal strings cannot be told apart, so the faster unstable sort will do.
	switch v := any(v).(type) {
	case []int64:
		slices.Sort(v)
	case []string:
		slices.Sort(v)
	default:
		stableSort(any(v).([]T), lessFunc[T](), reverse)
		return
	}
	if reverse {
		slices.Reverse(v)
	}
}

func sortSliceBy[T, K any](v []T, key func(T) K, reverse bool) {
	type keyed struct {
		key  K
		item T
	}
	pairs := make([]keyed, len(v))
	for i, x := range v {
		pairs[i] = keyed{key(x), x}
	}
	less := lessFunc[K]()
	stableSort(pairs, func(a, b *keyed) bool { return less(&a.key, &b.key) }, reverse)
	for i := range pairs {
		v[i] = pairs[i].item
	}
}

// lessFunc is a < b for elements in place: by pointer, so that tuples are not boxed.
func lessFunc[T any]() func(a, b *T) bool {
	switch f := any(func(a, b *T) bool { return before(*a, *b, "<") }).(type) {
	case func(a, b *float64) bool:
		return any(func(a, b *float64) bool { return *a < *b }).(func(a, b *T) bool)
	case func(a, b *int64) bool:
		return any(func(a, b *int64) bool { return *a < *b }).(func(a, b *T) bool)
	case func(a, b *string) bool:
		return any(func(a, b *string) bool { return *a < *b }).(func(a, b *T) bool)
	case func(a, b *T) bool:
		if _, ok := any(new(T)).(ordered[T]); ok {
			return func(a, b *T) bool {
				c := any(a).(ordered[T]).Compare(*b)
				return c < 0 && c != unordered
			}
		}
		return f
	}
	panic("unreachable")
}

// moreFunc is a > b for elements in place, as max compares.
func moreFunc[T any]() func(a, b *T) bool {
	var zero T
	switch any(zero).(type) {
	case string, int64, float64:
		return flip(lessFunc[T]())
	}
	if _, ok := any(&zero).(ordered[T]); ok {
		return flip(lessFunc[T]())
	}
	return func(a, b *T) bool { return before(*a, *b, ">") }
}

// before is a < b or a > b.
func before[T any](a, b T, op string) bool {
	x, y := Box(a), Box(b)
	switch x := x.(type) {
	case string:
		if y, ok := y.(string); ok {
			return x != y && x < y == (op == "<")
		}
	case int64:
		if y, ok := y.(int64); ok {
			return x != y && x < y == (op == "<")
		}
	}
	if op == "<" {
		return DynLt(x, y)
	}
	return DynGt(x, y)
}

type ordered[T any] interface{ Compare(other T) int }

// stableSort is a merge sort. In reverse, equal elements keep their order too, as in Python.
func stableSort[T any](v []T, less func(a, b *T) bool, reverse bool) {
	if len(v) == 1 {
		return
	}
	if reverse {
		slices.Reverse(v)
		defer slices.Reverse(v)
	}
	const run = 12
	for lo := 0; lo < len(v); lo += run {
		insertionSort(v[lo:min(lo+run, len(v))], less)
	}
	if len(v) <= run {
		return
	}
	from, to := v, make([]T, len(v))
	for width := run; width < len(v); width *= 2 {
		for lo := 0; lo < len(v); lo += 2 * width {
			mid, hi := min(lo+width, len(v)), min(lo+2*width, len(v))
			merge(to[lo:hi], from[lo:mid], from[mid:hi], less)
		}
		from, to = to, from
	}
	if &from[0] != &v[0] {
		copy(v, from)
	}
}

func insertionSort[T any](v []T, less func(a, b *T) bool) {
	for i := 1; i < len(v); i++ {
		for j := i; j > 0 && less(&v[j], &v[j-1]); j-- {
			v[j], v[j-1] = v[j-1], v[j]
		}
	}
}

func merge[T any](to, a, b []T, less func(a, b *T) bool) {
	if len(b) == 0 || len(a) > 0 && !less(&b[0], &a[len(a)-1]) {
		copy(to, a)
		copy(to[len(a):], b)
		return
	}
	for i := range to {
		switch {
		case len(b) == 0 || len(a) > 0 && !less(&b[0], &a[0]):
			to[i], a = a[0], a[1:]
		default:
			to[i], b = b[0], b[1:]
		}
	}
}
