package py

import (
	"iter"
	"slices"
)

// The functions of module heapq move elements exactly as CPython does, so that the heap's list
// looks the same after each call.

// heapDown moves the element at i towards the root, up to start, while it is less than its parent.
func heapDown[T any](v []T, start, i int, less func(a, b *T) bool) {
	x := v[i]
	for i > start {
		parent := (i - 1) / 2
		if !less(&x, &v[parent]) {
			break
		}
		v[i] = v[parent]
		i = parent
	}
	v[i] = x
}

// heapUp moves the element at i to a leaf along the lesser children, and from there to its place.
func heapUp[T any](v []T, i int, less func(a, b *T) bool) {
	start, x := i, v[i]
	for child := 2*i + 1; child < len(v); child = 2*i + 1 {
		if right := child + 1; right < len(v) && !less(&v[child], &v[right]) {
			child = right
		}
		v[i] = v[child]
		i = child
	}
	v[i] = x
	heapDown(v, start, i, less)
}

// HeapqHeappush is heapq.heappush(heap, item).
func HeapqHeappush[T any](heap *List[T], item T) {
	heap.v = append(heap.v, item)
	heapDown(heap.v, 0, len(heap.v)-1, lessFunc[T]())
}

// HeapqHeappop is heapq.heappop(heap); it raises IndexError.
func HeapqHeappop[T any](heap *List[T]) T {
	last := heap.popEnd()
	if len(heap.v) == 0 {
		return last
	}
	return heapSwap(heap, last)
}

// popEnd takes the last element of a heap.
func (l *List[T]) popEnd() T {
	n := len(l.v) - 1
	if n < 0 {
		throw(IndexError, "index out of range")
	}
	var zero T
	x := l.v[n]
	l.v[n] = zero
	l.v = l.v[:n]
	return x
}

// heapSwap puts an element in the place of the least.
func heapSwap[T any](heap *List[T], x T) T {
	least := heap.v[0]
	heap.v[0] = x
	heapUp(heap.v, 0, lessFunc[T]())
	return least
}

// HeapqHeapify is heapq.heapify(x).
func HeapqHeapify[T any](x *List[T]) { heapify(x.v, lessFunc[T]()) }

func heapify[T any](v []T, less func(a, b *T) bool) {
	for i := len(v)/2 - 1; i >= 0; i-- {
		heapUp(v, i, less)
	}
}

// HeapqHeapreplace is heapq.heapreplace(heap, item); it raises IndexError.
func HeapqHeapreplace[T any](heap *List[T], item T) T {
	if len(heap.v) == 0 {
		throw(IndexError, "index out of range")
	}
	return heapSwap(heap, item)
}

// HeapqHeappushpop is heapq.heappushpop(heap, item).
func HeapqHeappushpop[T any](heap *List[T], item T) T {
	if len(heap.v) == 0 || !lessFunc[T]()(&heap.v[0], &item) {
		return item
	}
	return heapSwap(heap, item)
}

// ranked is an element with its key and its place in the input, which orders equal keys.
type ranked[T, K any] struct {
	key  K
	at   int
	item T
}

// HeapqNlargest is heapq.nlargest(n, iterable).
func HeapqNlargest[T any](n int64, seq iter.Seq[T]) *List[T] {
	return best(n, seq, func(x T) T { return x }, moreFunc[T]())
}

// HeapqNlargestBy is heapq.nlargest(n, iterable, key).
func HeapqNlargestBy[T, K any](n int64, seq iter.Seq[T], key func(T) K) *List[T] {
	return best(n, seq, key, moreFunc[K]())
}

// HeapqNsmallest is heapq.nsmallest(n, iterable).
func HeapqNsmallest[T any](n int64, seq iter.Seq[T]) *List[T] {
	return best(n, seq, func(x T) T { return x }, lessFunc[T]())
}

// HeapqNsmallestBy is heapq.nsmallest(n, iterable, key).
func HeapqNsmallestBy[T, K any](n int64, seq iter.Seq[T], key func(T) K) *List[T] {
	return best(n, seq, key, lessFunc[K]())
}

// best gives the first n of the elements in the order of their keys. It keeps a heap of n with the
// last of them at its root.
func best[T, K any](n int64, seq iter.Seq[T], key func(T) K, before func(a, b *K) bool) *List[T] {
	if n <= 0 {
		return NewList[T]()
	}
	after := func(a, b *ranked[T, K]) bool {
		return before(&b.key, &a.key) || a.at > b.at && !before(&a.key, &b.key)
	}
	var heap []ranked[T, K]
	at := 0
	for x := range seq {
		r := ranked[T, K]{key(x), at, x}
		switch {
		case int64(len(heap)) < n:
			heap = append(heap, r)
			heapDown(heap, 0, len(heap)-1, after)
		case before(&r.key, &heap[0].key):
			heap[0] = r
			heapUp(heap, 0, after)
		}
		at++
	}
	stableSort(heap, func(a, b *ranked[T, K]) bool { return after(b, a) }, false)
	out := MakeList[T](len(heap))
	for _, r := range heap {
		out.v = append(out.v, r.item)
	}
	return out
}

// HeapqMerge is heapq.merge(*iterables, reverse=reverse).
func HeapqMerge[T any](reverse bool, seqs ...iter.Seq[T]) *Iter[T] {
	return HeapqMergeBy(func(x T) T { return x }, reverse, seqs...)
}

// HeapqMergeBy is heapq.merge(*iterables, key=key, reverse=reverse).
func HeapqMergeBy[T, K any](key func(T) K, reverse bool, seqs ...iter.Seq[T]) *Iter[T] {
	before := lessFunc[K]()
	if reverse {
		before = moreFunc[K]()
	}
	return NewIter(func(yield func(T) bool) {
		type source struct {
			ranked[T, K]
			next func() (T, bool)
		}
		less := func(a, b *source) bool { // a NaN is not equal to another, and not before it
			if sameOrEqual(a.key, b.key) {
				return a.at < b.at
			}
			return before(&a.key, &b.key)
		}
		var heap []source
		for i, seq := range seqs {
			next, stop := pull(seq)
			defer stop()
			if x, ok := next(); ok {
				heap = append(heap, source{ranked[T, K]{key(x), i, x}, next})
			}
		}
		heapify(heap, less)
		for len(heap) > 0 {
			if !yield(heap[0].item) {
				return
			}
			if x, ok := heap[0].next(); ok {
				heap[0].key, heap[0].item = key(x), x
			} else {
				heap[0] = heap[len(heap)-1]
				heap = slices.Delete(heap, len(heap)-1, len(heap))
			}
			if len(heap) > 0 {
				heapUp(heap, 0, less)
			}
		}
	})
}
