package py

import (
	"iter"
	"strings"
)

// Bytes is Python's bytes.
type Bytes string

// PyTypeName is "bytes".
func (Bytes) PyTypeName() string { return "bytes" }

// PyLen is len(b).
func (b Bytes) PyLen() int64 { return int64(len(b)) }

// Len is len(b).
func (b Bytes) Len() int64 { return int64(len(b)) }

// All iterates over the bytes as ints.
func (b Bytes) All() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for i := range len(b) {
			if !yield(int64(b[i])) {
				return
			}
		}
	}
}

// PyIter iterates over the bytes as ints.
func (b Bytes) PyIter() iter.Seq[any] { return boxAll(b.All()) }

// At is b[i], an int; it raises IndexError.
func (b Bytes) At(i int64) int64 { return int64(b[wrapIndex(i, len(b), "index out of range")]) }

// Slice is b[lo:hi:step].
func (b Bytes) Slice(lo, hi, step Opt[int64]) Bytes {
	if !step.Ok || step.V == 1 {
		from, to := window(lo, hi, len(b))
		return b[from:to]
	}
	return Bytes(sliceOf([]byte(b), lo, hi, step))
}

// PyGetItem is b[key].
func (b Bytes) PyGetItem(key any) any {
	if s, ok := key.(Slice); ok {
		return b.Slice(s.Lo, s.Hi, s.Step)
	}
	switch key.(type) {
	case int64, bool:
		return b.At(indexKey(key, "byte"))
	}
	throwf(TypeError, "byte indices must be integers or slices, not %s", fullTypeName(key))
	return nil
}

// Contains is sub in b, for bytes.
func (b Bytes) Contains(sub Bytes) bool { return strings.Contains(string(b), string(sub)) }

// PyContains is x in b, for bytes and ints.
func (b Bytes) PyContains(x any) bool {
	switch x := x.(type) {
	case Bytes:
		return b.Contains(x)
	case bool:
		return b.PyContains(boolInt(x))
	case *Wide:
		throw(ValueError, "byte must be in range(0, 256)")
	case int64:
		if x < 0 || x > 255 {
			throw(ValueError, "byte must be in range(0, 256)")
		}
		return strings.IndexByte(string(b), byte(x)) >= 0
	}
	throwf(TypeError, "a bytes-like object is required, not '%s'", fullTypeName(x))
	return false
}

func appendReprBytes(dst []byte, b Bytes) []byte {
	const hex = "0123456789abcdef"
	quote := reprQuote(string(b))
	dst = append(dst, 'b', quote)
	for i := range len(b) {
		switch c := b[i]; {
		case c == quote || c == '\\':
			dst = append(dst, '\\', c)
		case c == '\n':
			dst = append(dst, `\n`...)
		case c == '\r':
			dst = append(dst, `\r`...)
		case c == '\t':
			dst = append(dst, `\t`...)
		case c < ' ' || c >= 0x7f:
			dst = append(dst, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, quote)
}
