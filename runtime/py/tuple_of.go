package py

import "iter"

// TupleOf is tuple[T, ...], and a tuple of more than eight elements (then of any). Its elements never change.
type TupleOf[T any] struct{ v []T }

// NewTupleOf makes a tuple of its arguments. It keeps the slice.
func NewTupleOf[T any](v ...T) *TupleOf[T] { return &TupleOf[T]{v} }

// TupleOfSeq is tuple(iterable).
func TupleOfSeq[T any](seq iter.Seq[T]) *TupleOf[T] {
	t := &TupleOf[T]{}
	for x := range seq {
		t.v = append(t.v, x)
	}
	return t
}

// Len is len(t).
func (t *TupleOf[T]) Len() int64 { return int64(len(t.v)) }

// At is t[i]; it raises IndexError.
func (t *TupleOf[T]) At(i int64) T {
	if uint64(i) >= uint64(len(t.v)) {
		i = wrapIndex(i, len(t.v), "tuple index out of range")
	}
	return t.v[i]
}

// All iterates over the elements.
func (t *TupleOf[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, x := range t.v {
			if !yield(x) {
				return
			}
		}
	}
}

// Raw is the elements themselves; do not change them.
func (t *TupleOf[T]) Raw() []T { return t.v }

// Slice is t[lo:hi:step].
func (t *TupleOf[T]) Slice(lo, hi, step Opt[int64]) *TupleOf[T] {
	return &TupleOf[T]{sliceOf(t.v, lo, hi, step)}
}

// Add is t + other.
func (t *TupleOf[T]) Add(other *TupleOf[T]) *TupleOf[T] {
	return &TupleOf[T]{append(t.v[:len(t.v):len(t.v)], other.v...)}
}

// Mul is t * n.
func (t *TupleOf[T]) Mul(n int64) *TupleOf[T] { return &TupleOf[T]{repeat(t.v, n)} }

// replaced is a tuple of the same type with other elements, for module copy.
func (t *TupleOf[T]) replaced(src tupleAny) any {
	out := &TupleOf[T]{make([]T, src.PyLen())}
	for i := range out.v {
		unboxInto(&out.v[i], src.item(i), false)
	}
	return out
}

// Contains is x in t.
func (t *TupleOf[T]) Contains(x T) bool { return indexOf(t.v, x) >= 0 }

// Count is t.count(x).
func (t *TupleOf[T]) Count(x T) int64 { return countOf(t.v, x) }

// Index is t.index(x); it raises ValueError.
func (t *TupleOf[T]) Index(x T) int64 { return t.IndexIn(x, 0, Opt[int64]{}) }

// IndexIn is t.index(x, start, stop).
func (t *TupleOf[T]) IndexIn(x T, start int64, stop Opt[int64]) int64 {
	lo, hi := window(Some(start), stop, len(t.v))
	i := indexOf(t.v[lo:hi], x)
	if i < 0 {
		throw(ValueError, "tuple.index(x): x not in tuple")
	}
	return int64(lo + i)
}

// Compare orders two tuples element by element.
func (t *TupleOf[T]) Compare(o *TupleOf[T]) int { return compareSlices(t.v, o.v) }

// PyTypeName is "tuple".
func (t *TupleOf[T]) PyTypeName() string { return "tuple" }

// PyLen is len(t).
func (t *TupleOf[T]) PyLen() int64 { return int64(len(t.v)) }

// PyHash is CPython's hash of the tuple.
func (t *TupleOf[T]) PyHash() int64 {
	h := newTupleHash()
	for _, x := range t.v {
		h.add(Hash(x))
	}
	return h.sum(len(t.v))
}

// PyEqual is t == other.
func (t *TupleOf[T]) PyEqual(other any) bool {
	if o, ok := other.(*TupleOf[T]); ok {
		return equalSlices(t.v, o.v)
	}
	return equalTuples(t, other)
}

// PyCompare orders tuples element by element.
func (t *TupleOf[T]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

func (t *TupleOf[T]) item(i int) any { return Box(t.v[i]) }

func (t *TupleOf[T]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendReprs(dst, t.v, seen)
	if len(t.v) == 1 {
		dst = append(dst, ',')
	}
	return append(dst, ')')
}

// tupleSlice gives t[lo:hi:step] of any tuple.
func tupleSlice(t tupleAny, lo, hi, step Opt[int64]) any {
	return TupleFrom(sliceOf(tupleItems(t), lo, hi, step))
}

// TupleFrom makes the tuple of boxed elements that an `any` holds: Tuple0 to Tuple8, or a TupleOf.
func TupleFrom(v []any) any {
	switch len(v) {
	case 0:
		return Tuple0{}
	case 1:
		return T1(v[0])
	case 2:
		return T2(v[0], v[1])
	case 3:
		return T3(v[0], v[1], v[2])
	case 4:
		return T4(v[0], v[1], v[2], v[3])
	case 5:
		return T5(v[0], v[1], v[2], v[3], v[4])
	case 6:
		return T6(v[0], v[1], v[2], v[3], v[4], v[5])
	case 7:
		return T7(v[0], v[1], v[2], v[3], v[4], v[5], v[6])
	case 8:
		return T8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
	}
	return NewTupleOf(v...)
}

func tupleItems(t tupleAny) []any {
	v := make([]any, t.PyLen())
	for i := range v {
		v[i] = t.item(i)
	}
	return v
}

func allOf(t tupleAny) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range int(t.PyLen()) {
			if !yield(t.item(i)) {
				return
			}
		}
	}
}

func tupleAt(t tupleAny, i int64) any {
	return t.item(int(wrapIndex(i, int(t.PyLen()), "tuple index out of range")))
}

// namedTuple is a tuple, or that which a named tuple stands for.
func namedTuple(v any) (tupleAny, bool) {
	p, _ := memberValue(v)
	t, ok := p.(tupleAny)
	return t, ok
}

func equalTuples(t tupleAny, other any) bool {
	o, ok := other.(tupleAny)
	if e, hasEqual := other.(Equaler); !ok && hasEqual {
		if _, named := namedTuple(other); named {
			return e.PyEqual(t)
		}
	}
	if !ok || t.PyLen() != o.PyLen() {
		return false
	}
	for i := range int(t.PyLen()) {
		if !sameOrEqual(t.item(i), o.item(i)) {
			return false
		}
	}
	return true
}

func compareTuples(t tupleAny, other any) (int, bool) {
	o, ok := other.(tupleAny)
	if !ok {
		return 0, false
	}
	for i := range int(min(t.PyLen(), o.PyLen())) {
		if c := compareItems(t.item(i), o.item(i)); c != 0 {
			return c, true
		}
	}
	return int(t.PyLen() - o.PyLen()), true
}
