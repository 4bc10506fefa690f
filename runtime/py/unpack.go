package py

import (
	"iter"
	"slices"
)

// Unpack gives the n values of `a, b, … = iterable`; it raises ValueError for another number.
func Unpack[T any](seq iter.Seq[T], n int) []T {
	out := make([]T, 0, n)
	for x := range seq {
		if len(out) == n {
			throwf(ValueError, "too many values to unpack (expected %d)", n)
		}
		out = append(out, x)
	}
	if len(out) < n {
		throwf(ValueError, "not enough values to unpack (expected %d, got %d)", n, len(out))
	}
	return out
}

// UnpackStar gives the values of `a, *b, c = iterable`, at least as many as there are names without
// a star; it raises ValueError for fewer.
func UnpackStar[T any](seq iter.Seq[T], atLeast int) []T {
	out := slices.Collect(seq)
	if len(out) < atLeast {
		throwf(ValueError, "not enough values to unpack (expected at least %d, got %d)", atLeast, len(out))
	}
	return out
}

// OptGet is the value of an Opt that must not be None; it raises TypeError.
func OptGet[T any](o Opt[T]) T {
	if !o.Ok {
		throwf(TypeError, "expected %s, not NoneType", typeNameOf[T]())
	}
	return o.V
}

// OptUnpacked is the value of an Opt that is taken apart; it raises TypeError for None.
func OptUnpacked[T any](o Opt[T]) T {
	if !o.Ok {
		throw(TypeError, "cannot unpack non-iterable NoneType object")
	}
	return o.V
}

// ReturnNone0 is ReturnNone1 without parameters.
func ReturnNone0(f func()) func() NoneType {
	return func() NoneType {
		f()
		return None
	}
}

// ReturnNone1 makes a function that returns None of one that returns nothing.
func ReturnNone1[A any](f func(A)) func(A) NoneType {
	return func(a A) NoneType {
		f(a)
		return None
	}
}

// ReturnNone2 is ReturnNone1 for two parameters.
func ReturnNone2[A, B any](f func(A, B)) func(A, B) NoneType {
	return func(a A, b B) NoneType {
		f(a, b)
		return None
	}
}

// IntOfBool is a bool where Python uses it as an int.
func IntOfBool(b bool) int64 { return boolInt(b) }

// BoxSeq iterates over boxed elements: an iterable of T where one of any values is wanted.
func BoxSeq[T any](seq iter.Seq[T]) iter.Seq[any] { return boxAll(seq) }
