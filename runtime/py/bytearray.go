package py

import (
	"iter"
	"slices"
)

// ByteArray is Python's bytearray. Scripts hold it as a value whose type is known only when running.
type ByteArray struct{ b []byte }

// buffer is what other values than bytes are for functions that take bytes.
type buffer interface{ bytes() Bytes }

func (a *ByteArray) bytes() Bytes { return Bytes(a.b) }

func newByteArray(b Bytes) *ByteArray { return &ByteArray{[]byte(b)} }

// ByteArrayEmpty is bytearray().
func ByteArrayEmpty() any { return &ByteArray{} }

// ByteArrayOf is bytearray(v).
func ByteArrayOf(v any) any {
	switch v = Box(v); v.(type) {
	case Bytes, buffer, int64, bool, string:
		return newByteArray(BytesOfAny(v))
	}
	if !iterable(v) {
		throwf(TypeError, "cannot convert '%s' object to bytearray", fullTypeName(v))
	}
	a := &ByteArray{}
	a.extend(v)
	return a
}

// ByteArrayEncoded is bytearray(text, encoding, errors).
func ByteArrayEncoded(text, encoding, errors string) any {
	return newByteArray(StrEncode(text, encoding, errors))
}

// ByteArrayFromhex is bytearray.fromhex(text).
func ByteArrayFromhex(text string) any { return newByteArray(BytesFromhex(text)) }

// PyTypeName is "bytearray".
func (a *ByteArray) PyTypeName() string { return "bytearray" }

// PyRepr is bytearray(b'…').
func (a *ByteArray) PyRepr() string { return "bytearray(" + Repr(a.bytes()) + ")" }

// PyLen is len(a).
func (a *ByteArray) PyLen() int64 { return int64(len(a.b)) }

// PyIter iterates over the bytes as ints, and sees what changes meanwhile.
func (a *ByteArray) PyIter() iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := 0; i < len(a.b); i++ {
			if !yield(int64(a.b[i])) {
				return
			}
		}
	}
}

// PyHash raises TypeError.
func (a *ByteArray) PyHash() int64 { return unhashable("bytearray") }

// PyEqual compares with what holds bytes.
func (a *ByteArray) PyEqual(other any) bool {
	o, ok := bytesLike(other)
	return ok && a.bytes() == o
}

// PyCompare orders what holds bytes.
func (a *ByteArray) PyCompare(other any) (int, bool) {
	o, ok := bytesLike(other)
	if !ok {
		return 0, false
	}
	return slices.Compare(a.b, []byte(o)), true
}

// PyContains is x in a.
func (a *ByteArray) PyContains(x any) bool {
	if o, ok := bytesLike(x); ok {
		x = o
	}
	return a.bytes().PyContains(x)
}

// PyGetItem is a[key].
func (a *ByteArray) PyGetItem(key any) any {
	if s, ok := key.(Slice); ok {
		return newByteArray(a.bytes().Slice(s.Lo, s.Hi, s.Step))
	}
	return int64(a.b[a.place(key, "bytearray index out of range")])
}

func (a *ByteArray) place(key any, outside string) int {
	return int(wrapIndex(indexKey(key, "bytearray"), len(a.b), outside))
}

// PySetItem is a[key] = value.
func (a *ByteArray) PySetItem(key, value any) {
	s, ok := key.(Slice)
	if !ok {
		i := a.place(key, "bytearray index out of range")
		a.b[i] = byteOf(value)
		return
	}
	if n, isInt := intOf(value); isInt && n >= 0 || TypeName(value) == "str" {
		throw(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
	}
	items := []byte(BytesOfAny(value))
	from, to, by := clipSlice(s.Lo, s.Hi, s.Step, len(a.b))
	if by == 1 {
		a.b = slices.Replace(a.b, int(from), int(max(from, to)), items...)
		return
	}
	places := slicePlaces(from, to, by)
	if len(places) != len(items) {
		throwf(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(items), len(places))
	}
	for i, at := range places {
		a.b[at] = items[i]
	}
}

// PyDelItem is del a[key].
func (a *ByteArray) PyDelItem(key any) {
	s, ok := key.(Slice)
	if !ok {
		i := a.place(key, "bytearray index out of range")
		a.b = slices.Delete(a.b, i, i+1)
		return
	}
	gone := map[int]bool{}
	for _, at := range slicePlaces(clipSlice(s.Lo, s.Hi, s.Step, len(a.b))) {
		gone[at] = true
	}
	kept := a.b[:0]
	for i, c := range a.b {
		if !gone[i] {
			kept = append(kept, c)
		}
	}
	a.b = kept
}

func slicePlaces(from, to, by int64) []int {
	var out []int
	for i := from; by > 0 && i < to || by < 0 && i > to; i += by {
		out = append(out, int(i))
	}
	return out
}

// byteOf is a value as an element.
func byteOf(v any) byte {
	n, ok := bigOf(Box(v))
	if !ok {
		throwf(TypeError, "'%s' object cannot be interpreted as an integer", fullTypeName(v))
	}
	if i := n.Bound(); i >= 0 && i <= 255 {
		return byte(i)
	}
	throw(ValueError, "byte must be in range(0, 256)")
	return 0
}

// PyBinary is + * and %, of which bytes on the left give bytes.
func (a *ByteArray) PyBinary(op string, other any, reflected bool) (any, bool) {
	if other == nil {
		return nil, false
	}
	switch op {
	case "+":
		o, ok := bytesLike(other)
		switch {
		case !ok && reflected:
			return nil, false
		case !ok:
			throwf(TypeError, "can't concat %s to bytearray", fullTypeName(other))
		case reflected:
			return o + a.bytes(), true
		}
		return newByteArray(a.bytes() + o), true
	case "*":
		n, ok := bigOf(other)
		if !ok {
			return nil, false
		}
		return newByteArray(BytesMul(a.bytes(), n.Times())), true
	case "%":
		if reflected {
			return nil, false
		}
		return newByteArray(BytesPercent(a.bytes(), other)), true
	}
	return nil, false
}

// PyInPlace is += and *=.
func (a *ByteArray) PyInPlace(op string, other any) bool {
	switch op {
	case "+":
		o, ok := bytesLike(other)
		if !ok {
			throwf(TypeError, "can't concat %s to bytearray", fullTypeName(other))
		}
		a.b = append(a.b, o...)
		return true
	case "*":
		n, ok := bigOf(other)
		if ok {
			a.b = []byte(BytesMul(a.bytes(), n.Times()))
		}
		return ok
	}
	return false
}

func (a *ByteArray) copyAny() any { return newByteArray(a.bytes()) }
