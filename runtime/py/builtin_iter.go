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

// Enumerate is enumerate(iterable, start).
func Enumerate[T any](seq iter.Seq[T], start int64) *Iter[Tuple2[int64, T]] {
	return namedIter("enumerate", EnumerateSeq(seq, start))
}

// ZipSeq2 is zip(a, b).
func ZipSeq2[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq[Tuple2[A, B]] {
	return func(yield func(Tuple2[A, B]) bool) {
		nextB, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := nextB()
			if !ok || !yield(T2(x, y)) {
				return
			}
		}
	}
}

// ZipSeq3 is zip(a, b, c).
func ZipSeq3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) iter.Seq[Tuple3[A, B, C]] {
	return func(yield func(Tuple3[A, B, C]) bool) {
		nextC, stop := iter.Pull(c)
		defer stop()
		for xy := range ZipSeq2(a, b) {
			z, ok := nextC()
			if !ok || !yield(T3(xy.V0, xy.V1, z)) {
				return
			}
		}
	}
}

// ZipSeq4 is zip(a, b, c, d).
func ZipSeq4[A, B, C, D any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C], d iter.Seq[D]) iter.Seq[Tuple4[A, B, C, D]] {
	return func(yield func(Tuple4[A, B, C, D]) bool) {
		nextD, stop := iter.Pull(d)
		defer stop()
		for t := range ZipSeq3(a, b, c) {
			w, ok := nextD()
			if !ok || !yield(T4(t.V0, t.V1, t.V2, w)) {
				return
			}
		}
	}
}

// ZipSeqAny is zip(*iterables) of any number.
func ZipSeqAny(seqs ...iter.Seq[any]) iter.Seq[any] {
	return func(yield func(any) bool) {
		nexts := make([]func() (any, bool), len(seqs))
		for i, s := range seqs {
			next, stop := iter.Pull(s)
			defer stop()
			nexts[i] = next
		}
		for len(seqs) > 0 {
			row := make([]any, len(nexts))
			for i, next := range nexts {
				x, ok := next()
				if !ok {
					return
				}
				row[i] = x
			}
			if !yield(TupleFrom(row)) {
				return
			}
		}
	}
}

// Zip2 is zip(a, b).
func Zip2[A, B any](a iter.Seq[A], b iter.Seq[B]) *Iter[Tuple2[A, B]] {
	return namedIter("zip", ZipSeq2(a, b))
}

// Zip3 is zip(a, b, c).
func Zip3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) *Iter[Tuple3[A, B, C]] {
	return namedIter("zip", ZipSeq3(a, b, c))
}

// Zip4 is zip(a, b, c, d).
func Zip4[A, B, C, D any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C], d iter.Seq[D]) *Iter[Tuple4[A, B, C, D]] {
	return namedIter("zip", ZipSeq4(a, b, c, d))
}

// ZipAny is zip(*iterables).
func ZipAny(seqs ...iter.Seq[any]) *Iter[any] { return namedIter("zip", ZipSeqAny(seqs...)) }

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
func Map[T, R any](f func(T) R, seq iter.Seq[T]) *Iter[R] { return namedIter("map", MapSeq(f, seq)) }

// Map2 is map(f, a, b).
func Map2[A, B, R any](f func(A, B) R, a iter.Seq[A], b iter.Seq[B]) *Iter[R] {
	return namedIter("map", MapSeq(func(t Tuple2[A, B]) R { return f(t.V0, t.V1) }, ZipSeq2(a, b)))
}

// Map3 is map(f, a, b, c).
func Map3[A, B, C, R any](f func(A, B, C) R, a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) *Iter[R] {
	return namedIter("map", MapSeq(func(t Tuple3[A, B, C]) R { return f(t.V0, t.V1, t.V2) }, ZipSeq3(a, b, c)))
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

// Filter is filter(f, iterable).
func Filter[T any](f func(T) bool, seq iter.Seq[T]) *Iter[T] {
	return namedIter("filter", FilterSeq(f, seq))
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
func (t *TupleOf[T]) Backward() iter.Seq[T] { return NewList(t.v...).Backward() }

// ReversedAny is reversed(v) for a value whose type is known only when running.
func ReversedAny(v any) iter.Seq[any] {
	switch x := Box(v).(type) {
	case string:
		return boxAll(ReversedStr(x))
	case Range:
		return boxAll(x.Reversed().All())
	case tupleAny:
		return NewList(tupleItems(x)...).Backward()
	case listAny, dictAny:
		return ListOf(Elems(x)).Backward()
	default:
		throwf(TypeError, "'%s' object is not reversible", TypeName(x))
		return nil
	}
}

// IterAny is iter(v) for a value whose type is known only when running: an iterator is its own.
func IterAny(v any) any {
	b := Box(v)
	if it, ok := b.(interface{ nextAny() (any, bool) }); ok {
		return it
	}
	name := map[string]string{"str": "str_iterator", "list": "list_iterator", "tuple": "tuple_iterator", "dict": "dict_keyiterator",
		"set": "set_iterator", "frozenset": "set_iterator", "range": "range_iterator", "bytes": "bytes_iterator"}[TypeName(b)]
	return namedIter(name, Elems(b))
}

// NextAny is next(v) for a value whose type is known only when running; it raises StopIteration.
func NextAny(v any) any {
	it, ok := Box(v).(interface{ nextAny() (any, bool) })
	if !ok {
		throwf(TypeError, "'%s' object is not an iterator", TypeName(v))
	}
	x, ok := it.nextAny()
	if !ok {
		Raise(NewException(StopIteration))
	}
	return x
}

// FilterTrue is filter(None, iterable).
func FilterTrue[T any](seq iter.Seq[T]) *Iter[T] { return Filter(nil, seq) }

// Reversed is reversed(l).
func Reversed[T any](l *List[T]) *Iter[T] { return namedIter("list_reverseiterator", l.Backward()) }

// ReversedSeq is reversed of another sequence: a str, a tuple, a dict or a range.
func ReversedSeq[T any](seq iter.Seq[T]) *Iter[T] {
	return namedIter("reversed", func(yield func(T) bool) { ListOf(seq).Backward()(yield) })
}

// IterOf is iter(iterable). The iterator of an iterator is a second one over the same elements.
func IterOf[T any](seq iter.Seq[T]) *Iter[T] { return namedIter("iterator", seq) }
