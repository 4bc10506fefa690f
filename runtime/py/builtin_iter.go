package py

import "iter"

// The functions with Seq in their name serve a for loop directly; those without give the iterator object that Python's
// function gives.

// EnumerateSeq is enumerate(iterable, start) as pairs.
func EnumerateSeq[T any](seq iter.Seq[T], start int64) iter.Seq[Tuple2[int64, T]] {
	return func(yield func(Tuple2[int64, T]) bool) {
		i := start
		for x := range seq {
			if !yield(T2(i, x)) {
				return
			}
			i++
		}
	}
}

// Enumerated is enumerate(iterable, start) for `for i, x in …`.
func Enumerated[T any](seq iter.Seq[T], start int64) iter.Seq2[int64, T] {
	return func(yield func(int64, T) bool) {
		i := start
		for x := range seq {
			if !yield(i, x) {
				return
			}
			i++
		}
	}
}

// EnumerateBig is enumerate(iterable, start) with numbers of any size.
func EnumerateBig[T any](seq iter.Seq[T], start BigInt) *Iter[Tuple2[BigInt, T]] {
	return namedIter("enumerate", func(yield func(Tuple2[BigInt, T]) bool) {
		for i, x := range Enumerated(seq, 0) {
			if !yield(T2(start.Add(Big(i)), x)) {
				return
			}
		}
	})
}

// Enumerate is enumerate(iterable, start).
func Enumerate[T any](seq iter.Seq[T], start int64) *Iter[Tuple2[int64, T]] {
	return namedIter("enumerate", EnumerateSeq(seq, start))
}

// IterUntil is iter(function, sentinel): what the function gives until it gives the sentinel.
func IterUntil[T any](function func() T, sentinel any) *Iter[T] {
	ended := false
	return NewIterFunc("callable_iterator", func() (x T, ok bool) {
		if !ended {
			x = function()
			ended = Equal(Box(x), Box(sentinel))
		}
		return x, !ended
	})
}

// MapSeq is map(f, iterable).
func MapSeq[T, R any](f func(T) R, seq iter.Seq[T]) iter.Seq[R] {
	return func(yield func(R) bool) {
		for x := range seq {
			if !yield(f(x)) {
				return
			}
		}
	}
}

// Map is map(f, iterable).
func Map[T, R any](f func(T) R, seq iter.Seq[T]) *Iter[R] {
	c := &calling{}
	return callingIter("map", c, MapSeq(through1(c, f), seq))
}

// Map2 is map(f, a, b).
func Map2[A, B, R any](f func(A, B) R, a iter.Seq[A], b iter.Seq[B]) *Iter[R] {
	c := &calling{}
	return callingIter("map", c, MapSeq(through1(c, func(t Tuple2[A, B]) R { return f(t.V0, t.V1) }), ZipSeq2(a, b)))
}

// Map3 is map(f, a, b, c).
func Map3[A, B, C, R any](f func(A, B, C) R, a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) *Iter[R] {
	calls := &calling{}
	return callingIter("map", calls, MapSeq(through1(calls, func(t Tuple3[A, B, C]) R { return f(t.V0, t.V1, t.V2) }), ZipSeq3(a, b, c)))
}

// FilterSeq is filter(f, iterable); a nil f is None, the truth of the element.
func FilterSeq[T any](f func(T) bool, seq iter.Seq[T]) iter.Seq[T] {
	if f == nil {
		f = Truth[T]
	}
	return func(yield func(T) bool) {
		for x := range seq {
			if f(x) && !yield(x) {
				return
			}
		}
	}
}

// Filter is filter(f, iterable); a nil f is None.
func Filter[T any](f func(T) bool, seq iter.Seq[T]) *Iter[T] {
	c := &calling{}
	if f != nil {
		f = through1(c, f)
	}
	return callingIter("filter", c, FilterSeq(f, seq))
}

// ReversedStr is reversed(s).
func ReversedStr(s string) iter.Seq[string] {
	chars := []rune(s)
	return func(yield func(string) bool) {
		for i := len(chars) - 1; i >= 0; i-- {
			if !yield(string(chars[i])) {
				return
			}
		}
	}
}

// Backward is reversed(t).
func (t *TupleOf[T]) Backward() iter.Seq[T] { return ListBackward(NewList(t.v...)) }

// ReversedAny is reversed(v) for a value whose type is known only when running.
func ReversedAny(v any) iter.Seq[any] {
	v = Box(v)
	if o, ok := v.(asksClass); ok {
		if r, ok := o.special("__reversed__"); ok {
			return Elems(r)
		}
		if o.pyHas("__getitem__") && o.pyHas("__len__") {
			return itemsBackward(v)
		}
	}
	switch x := plain(v).(type) {
	case string:
		return boxAll(ReversedStr(x))
	case Range:
		return boxAll(x.Reversed().All())
	case tupleAny:
		return ListBackward(NewList(tupleItems(x)...))
	case listAny, dictAny, viewAny:
		return ListBackward(ListOf(Elems(x)))
	default:
		throwf(TypeError, "'%s' object is not reversible", fullTypeName(x))
		return nil
	}
}

// itemsBackward is reversed(v) of an object that has a length and items, which are asked for one by one.
func itemsBackward(v any) iter.Seq[any] {
	n := Len(v)
	return func(yield func(any) bool) {
		for i := n - 1; i >= 0; i-- {
			if !yield(DynGetItem(v, i)) {
				return
			}
		}
	}
}

// IterAny is iter(v) for a value whose type is known only when running: an iterator is its own.
func IterAny(v any) any {
	b := Box(v)
	if it, ok := b.(interface{ nextAny() (any, bool) }); ok {
		return it
	}
	if o, ok := b.(asksClass); ok {
		if it, ok := o.special("__iter__"); ok {
			return it
		}
	}
	if c, ok := b.(containerIter); ok {
		return c.beginAny()
	}
	name := map[string]string{"str": "str_iterator", "tuple": "tuple_iterator", "range": "range_iterator", "bytes": "bytes_iterator"}[TypeName(b)]
	return namedIter(name, Elems(b))
}

// NextAny is next(v) for a value whose type is known only when running; it raises StopIteration.
func NextAny(v any) any {
	if o, ok := Box(v).(asksClass); ok {
		if x, ok := o.special("__next__"); ok { // whose StopIteration goes on as it is
			return x
		}
	}
	it, ok := Box(v).(interface{ nextAny() (any, bool) })
	if !ok {
		throwf(TypeError, "'%s' object is not an iterator", fullTypeName(v))
	}
	x, ok := it.nextAny()
	if !ok {
		Raise(NewException(StopIteration))
	}
	return x
}

// NextAnyOr is next(v, otherwise) for a value whose type is known only when running.
func NextAnyOr(v, otherwise any) any {
	it, ok := Box(v).(interface{ nextAny() (any, bool) })
	if !ok {
		throwf(TypeError, "'%s' object is not an iterator", fullTypeName(v))
	}
	if x, ok := it.nextAny(); ok {
		return x
	}
	return otherwise
}

// ReversedOfAny is reversed(v) as the iterator.
func ReversedOfAny(v any) *Iter[any] { return namedIter("reversed", ReversedAny(v)) }

// FilterTrue is filter(None, iterable).
func FilterTrue[T any](seq iter.Seq[T]) *Iter[T] { return Filter(nil, seq) }

// Reversed is reversed(l).
func Reversed[T any](l *List[T]) *Iter[T] { return namedIter("list_reverseiterator", ListBackward(l)) }

// ReversedSeq is reversed of another sequence: a str, a tuple, a dict or a range.
func ReversedSeq[T any](seq iter.Seq[T]) *Iter[T] {
	return namedIter("reversed", func(yield func(T) bool) { ListBackward(ListOf(seq))(yield) })
}

// IterSelf is iter(iterator): itself.
func IterSelf[T any](it *Iter[T]) *Iter[T] { return it }

// IterOf is iter(iterable). The iterator of an iterator is a second one over the same elements.
func IterOf[T any](seq iter.Seq[T]) *Iter[T] { return namedIter("iterator", seq) }
