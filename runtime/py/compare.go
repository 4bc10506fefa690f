package py

import (
	"cmp"
	"math"
	"runtime"
	"strings"
)

// Equal is a == b for two values of one static type, which may be any.
func Equal[T any](a, b T) bool {
	switch x := any(a).(type) {
	case string:
		if y, ok := any(b).(string); ok {
			return x == y
		}
	case int64:
		if y, ok := any(b).(int64); ok {
			return x == y
		}
	case BigInt:
		if y, ok := any(b).(BigInt); ok {
			return x.Equal(y)
		}
	}
	return equalAny(Box(a), Box(b))
}

// sameOrEqual is how containers compare their elements: an element is equal to itself, whatever its __eq__ says.
func sameOrEqual[T any](a, b T) bool {
	switch any(a).(type) {
	case string, int64, float64, bool:
		return Equal(a, b)
	}
	if same, ok := sameInPlace(&a, &b); ok {
		return same
	}
	return sameOrEqualAny(Box(a), Box(b))
}

// sameInPlace compares two tuples of one type, such as stand in others, without boxing them.
func sameInPlace[T any](a, b *T) (same, ok bool) {
	if _, ok := any((*T)(nil)).(interface{ sameAs(other any) bool }); !ok {
		return false, false
	}
	same = inPlace(a).(interface{ sameAs(other any) bool }).sameAs(inPlace(b))
	runtime.KeepAlive(a)
	runtime.KeepAlive(b)
	return same, true
}

func sameOrEqualAny(a, b any) bool {
	if _, float := a.(float64); !float && identical(a, b) {
		return true
	}
	return equalAny(a, b)
}

// EqualAny is a == b for values of different static types.
func EqualAny(a, b any) bool { return equalAny(Box(a), Box(b)) }

func equalAny(a, b any) bool {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return x == y
		}
	case int64, float64, bool:
		if c, ok := compareNumbers(a, b); ok {
			return c == 0
		}
	case NoneType:
		_, ok := b.(NoneType)
		return ok
	case Bytes:
		y, ok := bytesLike(b)
		return ok && x == y
	case Equaler:
		return x.PyEqual(b)
	}
	if y, ok := b.(Equaler); ok {
		return y.PyEqual(a)
	}
	return identical(a, b)
}

// unordered is the result of comparing with a NaN: no relation holds.
const unordered = math.MinInt32

// compareNumbers orders int64, float64 and bool by value, exactly; ok is false for other types.
func compareNumbers(a, b any) (order int, ok bool) {
	switch x := a.(type) {
	case int64:
		switch y := b.(type) {
		case int64:
			return cmp.Compare(x, y), true
		case float64:
			return compareIntFloat(x, y), true
		case bool:
			return cmp.Compare(x, boolInt(y)), true
		}
	case float64:
		switch y := b.(type) {
		case float64:
			return compareFloats(x, y), true
		case int64:
			return reverseOrder(compareIntFloat(y, x)), true
		case bool:
			return compareFloats(x, float64(boolInt(y))), true
		}
	case bool:
		return compareNumbers2(boolInt(x), b)
	}
	return 0, false
}

func compareNumbers2(x int64, b any) (int, bool) { return compareNumbers(x, b) }

func compareFloats(x, y float64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	case x == y:
		return 0
	}
	return unordered
}

func compareIntFloat(n int64, f float64) int {
	switch {
	case f != f:
		return unordered
	case f >= 1<<63:
		return -1
	case f < -(1 << 63):
		return 1
	}
	whole := math.Floor(f)
	if c := cmp.Compare(n, int64(whole)); c != 0 || f == whole {
		return c
	}
	return -1
}

func reverseOrder(c int) int {
	if c == unordered {
		return c
	}
	return -c
}

// Compare orders two values of one static type: negative, zero or positive. It raises TypeError where Python's < does.
// NaN compares as neither less nor greater.
func Compare[T any](a, b T) int {
	switch x := any(a).(type) {
	case string:
		if y, ok := any(b).(string); ok {
			return strings.Compare(x, y)
		}
	case int64:
		if y, ok := any(b).(int64); ok {
			return cmp.Compare(x, y)
		}
	case BigInt:
		if y, ok := any(b).(BigInt); ok {
			return x.Compare(y)
		}
	}
	c := orderAny(Box(a), Box(b), "<")
	if c == unordered {
		return 0
	}
	return c
}

// compareItems orders elements of sequences: those that are equal need no order.
func compareItems[T any](a, b T) int {
	switch x := any(a).(type) {
	case string:
		if y, ok := any(b).(string); ok {
			return strings.Compare(x, y)
		}
	case int64:
		if y, ok := any(b).(int64); ok {
			return cmp.Compare(x, y)
		}
	case BigInt:
		if y, ok := any(b).(BigInt); ok {
			return x.Compare(y)
		}
	}
	x, y := Box(a), Box(b)
	if sameOrEqualAny(x, y) {
		return 0
	}
	return orderAny(x, y, "<")
}

// orderAny orders two boxed values for the operator named in the TypeError, or gives unordered.
func orderAny(a, b any, op string) int {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return strings.Compare(x, y)
		}
	case Bytes:
		if y, ok := b.(Bytes); ok {
			return strings.Compare(string(x), string(y))
		}
	case int64, float64, bool:
		if c, ok := compareNumbers(a, b); ok {
			return c
		}
	case Comparer:
		if c, ok := x.PyCompare(b); ok {
			return c
		}
	}
	if y, ok := b.(Comparer); ok {
		if c, ok := y.PyCompare(a); ok {
			return reverseOrder(c)
		}
	}
	notOrdered(op, a, b)
	return 0
}

func notOrdered(op string, a, b any) {
	throwf(TypeError, "'%s' not supported between instances of '%s' and '%s'", op, fullTypeName(a), fullTypeName(b))
}
