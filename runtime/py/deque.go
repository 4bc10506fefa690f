package py

import (
	"fmt"
	"iter"
)

// Deque is collections.deque: a ring, of limited length if limit is not negative.
type Deque[T any] struct {
	ring  []T
	first int
	n     int
	limit int
	state int // another one after each change of its elements' places
}

const dequeMutated = "deque mutated during iteration"

// NewDeque is deque(iterable, maxlen), with Nothing for no limit.
func NewDeque[T any](seq iter.Seq[T], maxlen Opt[int64]) *Deque[T] {
	d := &Deque[T]{limit: -1}
	if maxlen.Ok {
		if maxlen.V < 0 {
			throw(ValueError, "maxlen must be non-negative")
		}
		d.limit = int(maxlen.V)
	}
	d.Extend(seq)
	return d
}

// DequeAs copies a deque into one whose elements have another type.
func DequeAs[T, U any](d *Deque[T], as func(T) U) *Deque[U] {
	out := &Deque[U]{limit: d.limit}
	for x := range d.All() {
		out.Append(as(x))
	}
	return out
}

// DequeEmpty is deque().
func DequeEmpty[T any](maxlen Opt[int64]) *Deque[T] {
	return NewDeque(func(func(T) bool) {}, maxlen)
}

func (d *Deque[T]) slot(i int) *T { return &d.ring[(d.first+i)%len(d.ring)] }

func (d *Deque[T]) grow() {
	if d.n < len(d.ring) {
		return
	}
	ring := make([]T, max(8, 2*len(d.ring)))
	for i := range d.n {
		ring[i] = *d.slot(i)
	}
	d.ring, d.first = ring, 0
}

// Append is d.append(x).
func (d *Deque[T]) Append(x T) {
	if d.limit == 0 {
		return
	}
	if d.n == d.limit {
		d.Popleft()
	}
	d.grow()
	d.n++
	d.state++
	*d.slot(d.n - 1) = x
}

// Appendleft is d.appendleft(x).
func (d *Deque[T]) Appendleft(x T) {
	if d.limit == 0 {
		return
	}
	if d.n == d.limit {
		d.Pop()
	}
	d.grow()
	d.first = (d.first + len(d.ring) - 1) % len(d.ring)
	d.n++
	d.state++
	*d.slot(0) = x
}

// Extend is d.extend(iterable).
func (d *Deque[T]) Extend(seq iter.Seq[T]) {
	for x := range seq {
		d.Append(x)
	}
}

// ExtendDeque is d.extend(other), which may be d.
func (d *Deque[T]) ExtendDeque(other *Deque[T]) { d.Extend(ListOf(other.All()).All()) }

// ExtendleftDeque is d.extendleft(other), which may be d.
func (d *Deque[T]) ExtendleftDeque(other *Deque[T]) { d.Extendleft(ListOf(other.All()).All()) }

// Extendleft is d.extendleft(iterable).
func (d *Deque[T]) Extendleft(seq iter.Seq[T]) {
	for x := range seq {
		d.Appendleft(x)
	}
}

// Pop is d.pop(); it raises IndexError.
func (d *Deque[T]) Pop() T {
	if d.n == 0 {
		throw(IndexError, "pop from an empty deque")
	}
	var zero T
	last := d.slot(d.n - 1)
	x := *last
	*last = zero
	d.n--
	d.state++
	return x
}

// Popleft is d.popleft(); it raises IndexError.
func (d *Deque[T]) Popleft() T {
	if d.n == 0 {
		throw(IndexError, "pop from an empty deque")
	}
	var zero T
	front := d.slot(0)
	x := *front
	*front = zero
	d.first = (d.first + 1) % len(d.ring)
	d.n--
	d.state++
	return x
}

// Rotate is d.rotate(n).
func (d *Deque[T]) Rotate(n int64) {
	if d.n == 0 {
		return
	}
	for range ModInt(n, int64(d.n)) {
		d.Appendleft(d.Pop())
	}
}

// Reverse is d.reverse().
func (d *Deque[T]) Reverse() {
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		a, b := d.slot(i), d.slot(j)
		*a, *b = *b, *a
	}
}

// Insert is d.insert(i, x); it raises IndexError if the deque is full.
func (d *Deque[T]) Insert(i int64, x T) {
	if d.limit >= 0 && d.n >= d.limit {
		throw(IndexError, "deque already at its maximum size")
	}
	n := int64(d.n)
	if i < 0 {
		i += n
	}
	behind := n - min(max(i, 0), n)
	d.Rotate(behind)
	d.Append(x)
	d.Rotate(-behind)
}

// Index is d.index(x, start, stop); it raises ValueError.
func (d *Deque[T]) Index(x T, start int64, stop Opt[int64]) int64 {
	i, ok := d.find(Box(x), Some(start), stop)
	if !ok {
		throwf(ValueError, "%s is not in deque", Repr(x))
	}
	return i
}

// find is where between start and stop x is first.
func (d *Deque[T]) find(x any, start, stop Opt[int64]) (int64, bool) {
	lo, hi := window(start, stop, d.n)
	for i := lo; i < hi; i++ {
		if sameOrEqualAny(Box(*d.slot(i)), x) {
			return int64(i), true
		}
	}
	return 0, false
}

// Add is d + other, with the maxlen of d.
func (d *Deque[T]) Add(other *Deque[T]) *Deque[T] {
	sum := d.Copy()
	sum.Extend(other.All())
	return sum
}

// Mul is d * n, with the maxlen of d.
func (d *Deque[T]) Mul(n int64) *Deque[T] {
	product := d.Copy()
	product.IMul(n)
	return product
}

// IMul is d *= n.
func (d *Deque[T]) IMul(n int64) {
	once := ListOf(d.All())
	if n <= 0 {
		d.Clear()
	}
	for range n - 1 {
		d.Extend(once.All())
	}
}

// Clear is d.clear().
func (d *Deque[T]) Clear() { d.ring, d.first, d.n, d.state = nil, 0, 0, d.state+1 }

// Copy is d.copy().
func (d *Deque[T]) Copy() *Deque[T] {
	return NewDeque(d.All(), d.Maxlen())
}

// Len is len(d).
func (d *Deque[T]) Len() int64 { return int64(d.n) }

// Maxlen is d.maxlen.
func (d *Deque[T]) Maxlen() Opt[int64] {
	return Opt[int64]{int64(max(d.limit, 0)), d.limit >= 0}
}

func (d *Deque[T]) place(i int64) *T {
	if i < 0 {
		i += int64(d.n)
	}
	if i < 0 || i >= int64(d.n) {
		throw(IndexError, "deque index out of range")
	}
	return d.slot(int(i))
}

// At is d[i]; it raises IndexError.
func (d *Deque[T]) At(i int64) T { return *d.place(i) }

// SetAt is d[i] = x.
func (d *Deque[T]) SetAt(i int64, x T) { *d.place(i) = x }

// DelAt is del d[i].
func (d *Deque[T]) DelAt(i int64) {
	d.place(i)
	l := ListOf(d.All())
	ListDelAt(l, i)
	d.Clear()
	d.Extend(l.All())
}

// All iterates over the elements. It raises RuntimeError if the deque changes meanwhile.
func (d *Deque[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		state := d.state
		for i := range d.n {
			if !yield(*d.slot(i)) {
				return
			}
			if d.state != state {
				throw(RuntimeError, dequeMutated)
			}
		}
	}
}

// Backward is reversed(d), which may change where the first element is given.
func (d *Deque[T]) Backward() iter.Seq[T] {
	return func(yield func(T) bool) {
		state := d.state
		for i := d.n - 1; i >= 0; i-- {
			if d.state != state {
				throw(RuntimeError, dequeMutated)
			}
			if !yield(*d.slot(i)) {
				return
			}
		}
	}
}

// Contains is x in d.
func (d *Deque[T]) Contains(x T) bool { return d.Count(x) > 0 }

// Count is d.count(x).
func (d *Deque[T]) Count(x T) int64 { return ListCount(ListOf(d.All()), x) }

// Remove is d.remove(x); it raises ValueError.
func (d *Deque[T]) Remove(x T) {
	d.DelAt(d.Index(x, 0, Opt[int64]{}))
}

// PyTypeName is "collections.deque".
func (d *Deque[T]) PyTypeName() string { return "collections.deque" }

// PyLen is len(d).
func (d *Deque[T]) PyLen() int64 { return int64(d.n) }

// PyIter iterates over the boxed elements.
func (d *Deque[T]) PyIter() iter.Seq[any] { return boxAll(d.All()) }

// PyGetItem is d[i].
func (d *Deque[T]) PyGetItem(i any) any { return Box(d.At(dequeIndex(i))) }

// PySetItem is d[i] = x.
func (d *Deque[T]) PySetItem(i, x any) { d.SetAt(dequeIndex(i), unboxElem[T](x, "deque")) }

// PyDelItem is del d[i].
func (d *Deque[T]) PyDelItem(i any) { d.DelAt(dequeIndex(i)) }

func dequeIndex(i any) int64 {
	n, ok := bigOf(i)
	if !ok {
		throwf(TypeError, "sequence index must be integer, not '%s'", TypeName(i))
	}
	return n.Index()
}

func (d *Deque[T]) copyAny() any { return d.Copy() }

// PyHash raises TypeError.
func (d *Deque[T]) PyHash() int64 { return unhashable("collections.deque") }

// PyEqual compares the elements of two deques.
func (d *Deque[T]) PyEqual(other any) bool {
	o, ok := other.(*Deque[T])
	return ok && Equal(ListOf(d.All()), ListOf(o.All()))
}

func (d *Deque[T]) appendRepr(dst []byte, seen *visits) []byte {
	if !seen.enter(d) {
		return append(dst, "[...]"...)
	}
	defer seen.leave()
	dst = append(dst, "deque(["...)
	dst = appendReprs(dst, ListOf(d.All()).v, seen)
	dst = append(dst, ']')
	if d.limit >= 0 {
		dst = fmt.Appendf(dst, ", maxlen=%d", d.limit)
	}
	return append(dst, ')')
}
