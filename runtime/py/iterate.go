package py

import (
	"iter"
	"slices"
)

// Elems is iter(v) for a boxed value; it raises TypeError for one that is not iterable.
func Elems(v any) iter.Seq[any] {
	switch x := v.(type) {
	case string:
		return boxAll(Chars(x))
	case Iterable:
		return x.PyIter()
	case tupleAny:
		return allOf(x)
	case optional:
		return Elems(x.boxed())
	}
	throwf(TypeError, "'%s' object is not iterable", fullTypeName(v))
	return nil
}

// SpreadElems is *v in a display.
func SpreadElems(v any) iter.Seq[any] {
	b := Box(v)
	if !iterable(b) {
		throwf(TypeError, "Value after * must be an iterable, not %s", fullTypeName(b))
	}
	return Elems(b)
}

// SpreadItems is *v among other arguments.
func SpreadItems(v any) []any { return slices.Collect(SpreadElems(v)) }

// Chars iterates over the characters of s.
func Chars(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			char := s[i : i+charSize(s[i:])]
			if !yield(char) {
				return
			}
			i += len(char)
		}
	}
}

// iterable reports whether Elems takes v.
func iterable(v any) bool {
	switch x := v.(type) {
	case asksClass:
		return x.pyHas("__iter__") || x.pyHas("__getitem__") || x.plain() != nil && iterable(x.plain())
	case string, Iterable, tupleAny, optional:
		return true
	}
	return false
}

// Unpackable is Elems with the message of unpacking.
func Unpackable(v any) iter.Seq[any] {
	if iterable(v) {
		return Elems(v)
	}
	throwf(TypeError, "cannot unpack non-iterable %s object", fullTypeName(v))
	return nil
}

// Joinable is Elems with the message of str.join.
func Joinable(v any) iter.Seq[any] {
	if iterable(v) {
		return Elems(v)
	}
	throw(TypeError, "can only join an iterable")
	return nil
}
