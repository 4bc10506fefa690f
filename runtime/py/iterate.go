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
	throwf(TypeError, "'%s' object is not iterable", TypeName(v))
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
