package py

import (
	"iter"
	"slices"
)

// List is Python's list: a reference to elements that may change.
type List[T any] struct{ v []T }

// NewList is the list display [v0, v1, …]. It keeps the slice.
func NewList[T any](v ...T) *List[T] { return &List[T]{v} }

// ListOf is list(iterable).
func ListOf[T any](seq iter.Seq[T]) *List[T] {
	l := &List[T]{}
	for x := range seq {
		l.v = append(l.v, x)
	}
	return l
}

// MakeList is an empty list with room for n elements.
func MakeList[T any](n int) *List[T] { return &List[T]{make([]T, 0, n)} }

// CutLists cuts a slice into lists, given where each ends. A list that grows leaves the others alone.
func CutLists[T any](v []T, ends []int) []List[T] {
	out := make([]List[T], len(ends))
	start := 0
	for i, end := range ends {
		out[i].v = v[start:end:end]
		start = end
	}
	return out
}

// Raw is the elements themselves, valid until the list changes.
func (l *List[T]) Raw() []T { return l.v }

// All iterates like a for loop: it sees elements appended on the way.
func (l *List[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := 0; ; i++ {
			v := l.v
			if uint(i) >= uint(len(v)) { // in one condition with yield, the body of a loop that is inlined would have to make its result
				return
			}
			if !yield(v[i]) {
				return
			}
		}
	}
}

// ListBackward is reversed(l).
func ListBackward[T any](l *List[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := len(l.v) - 1; i >= 0; i-- {
			if i >= len(l.v) {
				continue
			}
			if !yield(l.v[i]) {
				return
			}
		}
	}
}

// Len is len(l).
func (l *List[T]) Len() int64 { return int64(len(l.v)) }

// At is l[i]; it raises IndexError.
func (l *List[T]) At(i int64) T {
	v := l.v
	if uint64(i) < uint64(len(v)) {
		return v[i]
	}
	if i += int64(len(v)); uint64(i) < uint64(len(v)) { // it was negative
		return v[i]
	}
	panic(badListIndex)
}

// SetAt is l[i] = x; it raises IndexError.
func (l *List[T]) SetAt(i int64, x T) {
	v := l.v
	if uint64(i) >= uint64(len(v)) {
		if i += int64(len(v)); uint64(i) >= uint64(len(v)) { // it was not negative
			panic(badListStore)
		}
	}
	v[i] = x
}

// What is raised for indices.
var (
	badListIndex any = &late{IndexError, "list index out of range"}
	badListStore any = &late{IndexError, "list assignment index out of range"}
)

// ListDelAt is del l[i]; it raises IndexError.
func ListDelAt[T any](l *List[T], i int64) {
	i = wrapIndex(i, len(l.v), "list assignment index out of range")
	l.v = slices.Delete(l.v, int(i), int(i)+1)
}

// ListSlice is l[lo:hi:step].
func ListSlice[T any](l *List[T], lo, hi, step Opt[int64]) *List[T] {
	return &List[T]{sliceOf(l.v, lo, hi, step)}
}

// ListSetSlice is l[lo:hi:step] = seq; it raises ValueError where an extended slice has another size.
func ListSetSlice[T any](l *List[T], lo, hi, step Opt[int64], seq iter.Seq[T]) {
	items := slices.Collect(seq)
	from, by, n := bounds(lo, hi, step, len(l.v))
	if by == 1 {
		l.v = slices.Replace(l.v, from, from+n, items...)
		return
	}
	checkExtended(len(items), n)
	for i, x := range items {
		l.v[from+i*by] = x
	}
}

func checkExtended(items, n int) {
	if items != n {
		throwf(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", items, n)
	}
}

// ListDelSlice is del l[lo:hi:step].
func ListDelSlice[T any](l *List[T], lo, hi, step Opt[int64]) {
	from, by, n := bounds(lo, hi, step, len(l.v))
	if n == 0 {
		return
	}
	if by < 0 {
		from, by = from+(n-1)*by, -by
	}
	kept := l.v[:from]
	for i := from; i < len(l.v); i++ {
		if k := i - from; k%by != 0 || k/by >= n {
			kept = append(kept, l.v[i])
		}
	}
	clear(l.v[len(kept):])
	l.v = kept
}

// Append is l.append(x).
func (l *List[T]) Append(x T) { l.v = append(l.v, x) }

// ListExtend is l.extend(iterable) and l += iterable.
func ListExtend[T any](l *List[T], seq iter.Seq[T]) {
	// A list extended by itself must not see its own new elements.
	l.v = append(l.v, slices.Collect(seq)...)
}

// ListInsert is l.insert(i, x).
func ListInsert[T any](l *List[T], i int64, x T) {
	n := int64(len(l.v))
	if i < 0 {
		i = max(i+n, 0)
	}
	l.v = slices.Insert(l.v, int(min(i, n)), x)
}

// ListPop is l.pop(i), with -1 for l.pop(); it raises IndexError.
func ListPop[T any](l *List[T], i int64) T {
	if len(l.v) == 0 {
		throw(IndexError, "pop from empty list")
	}
	i = wrapIndex(i, len(l.v), "pop index out of range")
	x := l.v[i]
	l.v = slices.Delete(l.v, int(i), int(i)+1)
	return x
}

// ListRemove is l.remove(x); it raises ValueError.
func ListRemove[T any](l *List[T], x T) {
	i := indexOf(l.v, x)
	if i < 0 {
		throw(ValueError, "list.remove(x): x not in list")
	}
	l.v = slices.Delete(l.v, i, i+1)
}

// ListClear is l.clear().
func ListClear[T any](l *List[T]) {
	clear(l.v)
	l.v = l.v[:0]
}

// ListIndex is l.index(x, start, stop), with 0 and Nothing for what is left out; it raises ValueError.
func ListIndex[T any](l *List[T], x T, start int64, stop Opt[int64]) int64 {
	lo, hi := window(Some(start), stop, len(l.v))
	i := indexOf(l.v[lo:hi], x)
	if i < 0 {
		throwf(ValueError, "%s is not in list", Repr(x))
	}
	return int64(lo + i)
}

// ListCount is l.count(x).
func ListCount[T any](l *List[T], x T) int64 { return countOf(l.v, x) }

// Contains is x in l.
func (l *List[T]) Contains(x T) bool { return indexOf(l.v, x) >= 0 }

// ListReverse is l.reverse().
func ListReverse[T any](l *List[T]) { slices.Reverse(l.v) }

// ListCopy is l.copy().
func ListCopy[T any](l *List[T]) *List[T] { return &List[T]{slices.Clone(l.v)} }

// ListSort is l.sort(reverse=reverse). It is stable, also in reverse; it raises TypeError for elements without an order.
func ListSort[T any](l *List[T], reverse bool) { sortSlice(l.v, reverse) }

// ListSortBy is l.sort(key=key, reverse=reverse). As in CPython the list is empty as long as key may look at it; it raises
// ValueError if key changes it.
func ListSortBy[T, K any](l *List[T], key func(T) K, reverse bool) {
	v := l.v
	l.v = nil
	defer func() { l.v = v }()
	sortSliceBy(v, key, reverse)
	if l.v != nil {
		throw(ValueError, "list modified during sort")
	}
}

// ListAdd is l + other.
func ListAdd[T any](l *List[T], other *List[T]) *List[T] {
	return &List[T]{slices.Concat(l.v, other.v)}
}

// ListMul is l * n.
func ListMul[T any](l *List[T], n int64) *List[T] { return &List[T]{repeat(l.v, n)} }

// ListIMul is l *= n.
func ListIMul[T any](l *List[T], n int64) { l.v = repeat(l.v, n) }

// ListCompare orders two lists element by element.
func ListCompare[T any](l *List[T], o *List[T]) int { return compareSlices(l.v, o.v) }
