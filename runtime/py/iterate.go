package py

import "iter"

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

// Chars iterates over the characters of s.
func Chars(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > 0 {
			n := charSize(s)
			if !yield(s[:n]) {
				return
			}
			s = s[n:]
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

// joinable is Elems with the message of str.join.
func joinable(v any) iter.Seq[any] {
	if iterable(v) {
		return Elems(v)
	}
	throw(TypeError, "can only join an iterable")
	return nil
}
