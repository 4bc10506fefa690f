package py

import "iter"

// tupleAny is what every tuple can do without its element types.
type tupleAny interface {
	PyLen() int64
	PyHash() int64
	item(i int) any
}

// The tuples are written out because Go has no variadic type parameters. All are values, comparable with ==
// if their elements are, and behave as Python's tuple in an `any`.

// Tuple0 is ().
type Tuple0 struct{}

// PyLen is 0.
func (Tuple0) PyLen() int64 { return 0 }

// PyTypeName is "tuple".
func (Tuple0) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (Tuple0) PyHash() int64 {
	return hashLanes()
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple0) PyEqual(other any) bool {
	return equalTuples(t, other)
}

// PyCompare orders tuples element by element.
func (t Tuple0) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// All iterates over the elements, boxed.
func (t Tuple0) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple0) At(i int64) any { return tupleAt(t, i) }

func (Tuple0) item(i int) any {
	panic("py: index of an empty tuple")
}

func (t Tuple0) appendRepr(dst []byte, seen *visits) []byte {
	return append(dst, "()"...)
}

// Tuple1 is (a,).
type Tuple1[A any] struct {
	V0 A
}

// T1 makes a tuple of 1.
func T1[A any](a A) Tuple1[A] { return Tuple1[A]{a} }

// PyLen is 1.
func (t Tuple1[A]) PyLen() int64 { return 1 }

// PyTypeName is "tuple".
func (t Tuple1[A]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple1[A]) PyHash() int64 {
	return hashLanes(Hash(t.V0))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple1[A]) PyEqual(other any) bool {
	if o, ok := other.(Tuple1[A]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple1[A]) equals(o Tuple1[A]) bool {
	return sameOrEqual(t.V0, o.V0)
}

func (t *Tuple1[A]) sameAs(other any) bool { return t.equals(*other.(*Tuple1[A])) }

// PyCompare orders tuples element by element.
func (t Tuple1[A]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple1[A]) Compare(o Tuple1[A]) int {
	return compareItems(t.V0, o.V0)
}

// All iterates over the elements, boxed.
func (t Tuple1[A]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple1[A]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple1[A]) item(i int) any {
	return Box(t.V0)
}

func (t Tuple1[A]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	return append(dst, ",)"...)
}

// Tuple2 is (a, b).
type Tuple2[A, B any] struct {
	V0 A
	V1 B
}

// T2 makes a tuple of 2.
func T2[A, B any](a A, b B) Tuple2[A, B] { return Tuple2[A, B]{a, b} }

// PyLen is 2.
func (t Tuple2[A, B]) PyLen() int64 { return 2 }

// PyTypeName is "tuple".
func (t Tuple2[A, B]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple2[A, B]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple2[A, B]) PyEqual(other any) bool {
	if o, ok := other.(Tuple2[A, B]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple2[A, B]) equals(o Tuple2[A, B]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1)
}

func (t *Tuple2[A, B]) sameAs(other any) bool { return t.equals(*other.(*Tuple2[A, B])) }

// PyCompare orders tuples element by element.
func (t Tuple2[A, B]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple2[A, B]) Compare(o Tuple2[A, B]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	return compareItems(t.V1, o.V1)
}

// All iterates over the elements, boxed.
func (t Tuple2[A, B]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple2[A, B]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple2[A, B]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	}
	return Box(t.V1)
}

func (t Tuple2[A, B]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	return append(dst, ')')
}

// Tuple3 is (a, b, c).
type Tuple3[A, B, C any] struct {
	V0 A
	V1 B
	V2 C
}

// T3 makes a tuple of 3.
func T3[A, B, C any](a A, b B, c C) Tuple3[A, B, C] { return Tuple3[A, B, C]{a, b, c} }

// PyLen is 3.
func (t Tuple3[A, B, C]) PyLen() int64 { return 3 }

// PyTypeName is "tuple".
func (t Tuple3[A, B, C]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple3[A, B, C]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1), Hash(t.V2))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple3[A, B, C]) PyEqual(other any) bool {
	if o, ok := other.(Tuple3[A, B, C]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple3[A, B, C]) equals(o Tuple3[A, B, C]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1) && sameOrEqual(t.V2, o.V2)
}

func (t *Tuple3[A, B, C]) sameAs(other any) bool { return t.equals(*other.(*Tuple3[A, B, C])) }

// PyCompare orders tuples element by element.
func (t Tuple3[A, B, C]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple3[A, B, C]) Compare(o Tuple3[A, B, C]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	if c := compareItems(t.V1, o.V1); c != 0 {
		return c
	}
	return compareItems(t.V2, o.V2)
}

// All iterates over the elements, boxed.
func (t Tuple3[A, B, C]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple3[A, B, C]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple3[A, B, C]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	case 1:
		return Box(t.V1)
	}
	return Box(t.V2)
}

func (t Tuple3[A, B, C]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V2, seen)
	return append(dst, ')')
}

// Tuple4 is a tuple of 4 elements.
type Tuple4[A, B, C, D any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
}

// T4 makes a tuple of 4.
func T4[A, B, C, D any](a A, b B, c C, d D) Tuple4[A, B, C, D] { return Tuple4[A, B, C, D]{a, b, c, d} }

// PyLen is 4.
func (t Tuple4[A, B, C, D]) PyLen() int64 { return 4 }

// PyTypeName is "tuple".
func (t Tuple4[A, B, C, D]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple4[A, B, C, D]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1), Hash(t.V2), Hash(t.V3))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple4[A, B, C, D]) PyEqual(other any) bool {
	if o, ok := other.(Tuple4[A, B, C, D]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple4[A, B, C, D]) equals(o Tuple4[A, B, C, D]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1) && sameOrEqual(t.V2, o.V2) && sameOrEqual(t.V3, o.V3)
}

func (t *Tuple4[A, B, C, D]) sameAs(other any) bool { return t.equals(*other.(*Tuple4[A, B, C, D])) }

// PyCompare orders tuples element by element.
func (t Tuple4[A, B, C, D]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple4[A, B, C, D]) Compare(o Tuple4[A, B, C, D]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	if c := compareItems(t.V1, o.V1); c != 0 {
		return c
	}
	if c := compareItems(t.V2, o.V2); c != 0 {
		return c
	}
	return compareItems(t.V3, o.V3)
}

// All iterates over the elements, boxed.
func (t Tuple4[A, B, C, D]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple4[A, B, C, D]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple4[A, B, C, D]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	case 1:
		return Box(t.V1)
	case 2:
		return Box(t.V2)
	}
	return Box(t.V3)
}

func (t Tuple4[A, B, C, D]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V2, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V3, seen)
	return append(dst, ')')
}

func (t *Tuple1[A]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 1 && unboxInto(&t.V0, src.item(0), key)
}

func (t *Tuple2[A, B]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 2 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key)
}

func (t *Tuple3[A, B, C]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 3 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key) && unboxInto(&t.V2, src.item(2), key)
}

func (t *Tuple4[A, B, C, D]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 4 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key) && unboxInto(&t.V2, src.item(2), key) && unboxInto(&t.V3, src.item(3), key)
}

func (t Tuple1[A]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}

func (t Tuple2[A, B]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}

func (t Tuple3[A, B, C]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}

func (t Tuple4[A, B, C, D]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}
