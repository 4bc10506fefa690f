package py

import "iter"

// Tuple5 is a tuple of 5 elements.
type Tuple5[A, B, C, D, E any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
}

// T5 makes a tuple of 5.
func T5[A, B, C, D, E any](a A, b B, c C, d D, e E) Tuple5[A, B, C, D, E] {
	return Tuple5[A, B, C, D, E]{a, b, c, d, e}
}

// PyLen is 5.
func (t Tuple5[A, B, C, D, E]) PyLen() int64 { return 5 }

// PyTypeName is "tuple".
func (t Tuple5[A, B, C, D, E]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple5[A, B, C, D, E]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1), Hash(t.V2), Hash(t.V3), Hash(t.V4))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple5[A, B, C, D, E]) PyEqual(other any) bool {
	if o, ok := other.(Tuple5[A, B, C, D, E]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple5[A, B, C, D, E]) equals(o Tuple5[A, B, C, D, E]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1) && sameOrEqual(t.V2, o.V2) && sameOrEqual(t.V3, o.V3) && sameOrEqual(t.V4, o.V4)
}

func (t *Tuple5[A, B, C, D, E]) sameAs(other any) bool {
	return t.equals(*other.(*Tuple5[A, B, C, D, E]))
}

// PyCompare orders tuples element by element.
func (t Tuple5[A, B, C, D, E]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple5[A, B, C, D, E]) Compare(o Tuple5[A, B, C, D, E]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	if c := compareItems(t.V1, o.V1); c != 0 {
		return c
	}
	if c := compareItems(t.V2, o.V2); c != 0 {
		return c
	}
	if c := compareItems(t.V3, o.V3); c != 0 {
		return c
	}
	return compareItems(t.V4, o.V4)
}

// All iterates over the elements, boxed.
func (t Tuple5[A, B, C, D, E]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple5[A, B, C, D, E]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple5[A, B, C, D, E]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	case 1:
		return Box(t.V1)
	case 2:
		return Box(t.V2)
	case 3:
		return Box(t.V3)
	}
	return Box(t.V4)
}

func (t Tuple5[A, B, C, D, E]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V2, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V3, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V4, seen)
	return append(dst, ')')
}

// Tuple6 is a tuple of 6 elements.
type Tuple6[A, B, C, D, E, F any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
}

// T6 makes a tuple of 6.
func T6[A, B, C, D, E, F any](a A, b B, c C, d D, e E, f F) Tuple6[A, B, C, D, E, F] {
	return Tuple6[A, B, C, D, E, F]{a, b, c, d, e, f}
}

// PyLen is 6.
func (t Tuple6[A, B, C, D, E, F]) PyLen() int64 { return 6 }

// PyTypeName is "tuple".
func (t Tuple6[A, B, C, D, E, F]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple6[A, B, C, D, E, F]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1), Hash(t.V2), Hash(t.V3), Hash(t.V4), Hash(t.V5))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple6[A, B, C, D, E, F]) PyEqual(other any) bool {
	if o, ok := other.(Tuple6[A, B, C, D, E, F]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple6[A, B, C, D, E, F]) equals(o Tuple6[A, B, C, D, E, F]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1) && sameOrEqual(t.V2, o.V2) && sameOrEqual(t.V3, o.V3) && sameOrEqual(t.V4, o.V4) && sameOrEqual(t.V5, o.V5)
}

func (t *Tuple6[A, B, C, D, E, F]) sameAs(other any) bool {
	return t.equals(*other.(*Tuple6[A, B, C, D, E, F]))
}

// PyCompare orders tuples element by element.
func (t Tuple6[A, B, C, D, E, F]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple6[A, B, C, D, E, F]) Compare(o Tuple6[A, B, C, D, E, F]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	if c := compareItems(t.V1, o.V1); c != 0 {
		return c
	}
	if c := compareItems(t.V2, o.V2); c != 0 {
		return c
	}
	if c := compareItems(t.V3, o.V3); c != 0 {
		return c
	}
	if c := compareItems(t.V4, o.V4); c != 0 {
		return c
	}
	return compareItems(t.V5, o.V5)
}

// All iterates over the elements, boxed.
func (t Tuple6[A, B, C, D, E, F]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple6[A, B, C, D, E, F]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple6[A, B, C, D, E, F]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	case 1:
		return Box(t.V1)
	case 2:
		return Box(t.V2)
	case 3:
		return Box(t.V3)
	case 4:
		return Box(t.V4)
	}
	return Box(t.V5)
}

func (t Tuple6[A, B, C, D, E, F]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V2, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V3, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V4, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V5, seen)
	return append(dst, ')')
}

// Tuple7 is a tuple of 7 elements.
type Tuple7[A, B, C, D, E, F, G any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
	V6 G
}

// T7 makes a tuple of 7.
func T7[A, B, C, D, E, F, G any](a A, b B, c C, d D, e E, f F, g G) Tuple7[A, B, C, D, E, F, G] {
	return Tuple7[A, B, C, D, E, F, G]{a, b, c, d, e, f, g}
}

// PyLen is 7.
func (t Tuple7[A, B, C, D, E, F, G]) PyLen() int64 { return 7 }

// PyTypeName is "tuple".
func (t Tuple7[A, B, C, D, E, F, G]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple7[A, B, C, D, E, F, G]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1), Hash(t.V2), Hash(t.V3), Hash(t.V4), Hash(t.V5), Hash(t.V6))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple7[A, B, C, D, E, F, G]) PyEqual(other any) bool {
	if o, ok := other.(Tuple7[A, B, C, D, E, F, G]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple7[A, B, C, D, E, F, G]) equals(o Tuple7[A, B, C, D, E, F, G]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1) && sameOrEqual(t.V2, o.V2) && sameOrEqual(t.V3, o.V3) && sameOrEqual(t.V4, o.V4) && sameOrEqual(t.V5, o.V5) && sameOrEqual(t.V6, o.V6)
}

func (t *Tuple7[A, B, C, D, E, F, G]) sameAs(other any) bool {
	return t.equals(*other.(*Tuple7[A, B, C, D, E, F, G]))
}

// PyCompare orders tuples element by element.
func (t Tuple7[A, B, C, D, E, F, G]) PyCompare(other any) (int, bool) { return compareTuples(t, other) }

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple7[A, B, C, D, E, F, G]) Compare(o Tuple7[A, B, C, D, E, F, G]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	if c := compareItems(t.V1, o.V1); c != 0 {
		return c
	}
	if c := compareItems(t.V2, o.V2); c != 0 {
		return c
	}
	if c := compareItems(t.V3, o.V3); c != 0 {
		return c
	}
	if c := compareItems(t.V4, o.V4); c != 0 {
		return c
	}
	if c := compareItems(t.V5, o.V5); c != 0 {
		return c
	}
	return compareItems(t.V6, o.V6)
}

// All iterates over the elements, boxed.
func (t Tuple7[A, B, C, D, E, F, G]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple7[A, B, C, D, E, F, G]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple7[A, B, C, D, E, F, G]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	case 1:
		return Box(t.V1)
	case 2:
		return Box(t.V2)
	case 3:
		return Box(t.V3)
	case 4:
		return Box(t.V4)
	case 5:
		return Box(t.V5)
	}
	return Box(t.V6)
}

func (t Tuple7[A, B, C, D, E, F, G]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V2, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V3, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V4, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V5, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V6, seen)
	return append(dst, ')')
}

// Tuple8 is a tuple of 8 elements.
type Tuple8[A, B, C, D, E, F, G, H any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
	V6 G
	V7 H
}

// T8 makes a tuple of 8.
func T8[A, B, C, D, E, F, G, H any](a A, b B, c C, d D, e E, f F, g G, h H) Tuple8[A, B, C, D, E, F, G, H] {
	return Tuple8[A, B, C, D, E, F, G, H]{a, b, c, d, e, f, g, h}
}

// PyLen is 8.
func (t Tuple8[A, B, C, D, E, F, G, H]) PyLen() int64 { return 8 }

// PyTypeName is "tuple".
func (t Tuple8[A, B, C, D, E, F, G, H]) PyTypeName() string { return "tuple" }

// PyHash is CPython's hash of the tuple.
func (t Tuple8[A, B, C, D, E, F, G, H]) PyHash() int64 {
	return hashLanes(Hash(t.V0), Hash(t.V1), Hash(t.V2), Hash(t.V3), Hash(t.V4), Hash(t.V5), Hash(t.V6), Hash(t.V7))
}

// PyEqual is t == other; tuples of different Go types compare by their elements.
func (t Tuple8[A, B, C, D, E, F, G, H]) PyEqual(other any) bool {
	if o, ok := other.(Tuple8[A, B, C, D, E, F, G, H]); ok {
		return t.equals(o)
	}
	return equalTuples(t, other)
}

func (t Tuple8[A, B, C, D, E, F, G, H]) equals(o Tuple8[A, B, C, D, E, F, G, H]) bool {
	return sameOrEqual(t.V0, o.V0) && sameOrEqual(t.V1, o.V1) && sameOrEqual(t.V2, o.V2) && sameOrEqual(t.V3, o.V3) && sameOrEqual(t.V4, o.V4) && sameOrEqual(t.V5, o.V5) && sameOrEqual(t.V6, o.V6) && sameOrEqual(t.V7, o.V7)
}

func (t *Tuple8[A, B, C, D, E, F, G, H]) sameAs(other any) bool {
	return t.equals(*other.(*Tuple8[A, B, C, D, E, F, G, H]))
}

// PyCompare orders tuples element by element.
func (t Tuple8[A, B, C, D, E, F, G, H]) PyCompare(other any) (int, bool) {
	return compareTuples(t, other)
}

// Compare orders two tuples of one type; it raises TypeError where their elements have no order.
func (t Tuple8[A, B, C, D, E, F, G, H]) Compare(o Tuple8[A, B, C, D, E, F, G, H]) int {
	if c := compareItems(t.V0, o.V0); c != 0 {
		return c
	}
	if c := compareItems(t.V1, o.V1); c != 0 {
		return c
	}
	if c := compareItems(t.V2, o.V2); c != 0 {
		return c
	}
	if c := compareItems(t.V3, o.V3); c != 0 {
		return c
	}
	if c := compareItems(t.V4, o.V4); c != 0 {
		return c
	}
	if c := compareItems(t.V5, o.V5); c != 0 {
		return c
	}
	if c := compareItems(t.V6, o.V6); c != 0 {
		return c
	}
	return compareItems(t.V7, o.V7)
}

// All iterates over the elements, boxed.
func (t Tuple8[A, B, C, D, E, F, G, H]) All() iter.Seq[any] { return allOf(t) }

// At is t[i] for an index not known when compiling; negative counts from the end.
func (t Tuple8[A, B, C, D, E, F, G, H]) At(i int64) any { return tupleAt(t, i) }

func (t Tuple8[A, B, C, D, E, F, G, H]) item(i int) any {
	switch i {
	case 0:
		return Box(t.V0)
	case 1:
		return Box(t.V1)
	case 2:
		return Box(t.V2)
	case 3:
		return Box(t.V3)
	case 4:
		return Box(t.V4)
	case 5:
		return Box(t.V5)
	case 6:
		return Box(t.V6)
	}
	return Box(t.V7)
}

func (t Tuple8[A, B, C, D, E, F, G, H]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, '(')
	dst = appendRepr(dst, t.V0, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V1, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V2, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V3, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V4, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V5, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V6, seen)
	dst = append(dst, ", "...)
	dst = appendRepr(dst, t.V7, seen)
	return append(dst, ')')
}

func (t *Tuple5[A, B, C, D, E]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 5 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key) && unboxInto(&t.V2, src.item(2), key) && unboxInto(&t.V3, src.item(3), key) && unboxInto(&t.V4, src.item(4), key)
}

func (t *Tuple6[A, B, C, D, E, F]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 6 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key) && unboxInto(&t.V2, src.item(2), key) && unboxInto(&t.V3, src.item(3), key) && unboxInto(&t.V4, src.item(4), key) && unboxInto(&t.V5, src.item(5), key)
}

func (t *Tuple7[A, B, C, D, E, F, G]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 7 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key) && unboxInto(&t.V2, src.item(2), key) && unboxInto(&t.V3, src.item(3), key) && unboxInto(&t.V4, src.item(4), key) && unboxInto(&t.V5, src.item(5), key) && unboxInto(&t.V6, src.item(6), key)
}

func (t *Tuple8[A, B, C, D, E, F, G, H]) setItems(src tupleAny, key bool) bool {
	return src.PyLen() == 8 && unboxInto(&t.V0, src.item(0), key) && unboxInto(&t.V1, src.item(1), key) && unboxInto(&t.V2, src.item(2), key) && unboxInto(&t.V3, src.item(3), key) && unboxInto(&t.V4, src.item(4), key) && unboxInto(&t.V5, src.item(5), key) && unboxInto(&t.V6, src.item(6), key) && unboxInto(&t.V7, src.item(7), key)
}

func (t Tuple5[A, B, C, D, E]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}

func (t Tuple6[A, B, C, D, E, F]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}

func (t Tuple7[A, B, C, D, E, F, G]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}

func (t Tuple8[A, B, C, D, E, F, G, H]) replaced(src tupleAny) any {
	t.setItems(src, false)
	return t
}
