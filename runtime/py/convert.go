package py

import "iter"

// Kept is v, which is read before the arguments behind the call are evaluated: Go calls functions in the order in
// which they are written, but may read variables later.
func Kept[T any](v T) T { return v }

// Int is int(v).
func Int(v any) int64 {
	switch x := Box(v).(type) {
	case int64:
		return x
	case bool:
		return boolInt(x)
	case float64:
		return IntOfFloat(x)
	case string:
		return IntOfStr(x, 10)
	case Bytes:
		return intOfBytes(x, 10)
	case interface{ PyInt() int64 }:
		return x.PyInt()
	default:
		if p, ok := memberValue(x); ok && !isTuple(p) {
			return Int(p)
		}
		throwf(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", fullTypeName(x))
		return 0
	}
}

func intOfBytes(b Bytes, base int64) (n int64) {
	if e := Try(func() { n = IntOfStr(string(b), base) }); e != nil {
		if e.Class != ValueError {
			panic(e)
		}
		throwf(ValueError, "invalid literal for int() with base %d: %s", base, Repr(b))
	}
	return n
}

func floatOfBytes(b Bytes) (f float64) {
	if Try(func() { f = FloatOfStr(string(b)) }) != nil {
		throwf(ValueError, "could not convert string to float: %s", Repr(b))
	}
	return f
}

// IntBase is int(v, base); it raises TypeError unless v is a str or bytes.
func IntBase(v any, base int64) int64 {
	switch x := Box(v).(type) {
	case string:
		return IntOfStr(x, base)
	case Bytes:
		return intOfBytes(x, base)
	}
	throw(TypeError, "int() can't convert non-string with explicit base")
	return 0
}

// Float is float(v).
func Float(v any) float64 {
	switch x := Box(v).(type) {
	case float64:
		return x
	case int64:
		return float64(x)
	case bool:
		return float64(boolInt(x))
	case string:
		return FloatOfStr(x)
	case Bytes:
		return floatOfBytes(x)
	case interface{ PyFloat() float64 }:
		return x.PyFloat()
	default:
		if p, ok := memberValue(x); ok && !isTuple(p) {
			return Float(p)
		}
		throwf(TypeError, "float() argument must be a string or a real number, not '%s'", fullTypeName(x))
		return 0
	}
}

// AsInt takes the int out of an any; a bool counts. It raises TypeError for other types.
func AsInt(v any) int64 {
	switch x := Box(v).(type) {
	case int64:
		return x
	case bool:
		return boolInt(x)
	case *Wide:
		return x.PyInt()
	case interface{ PyIndex() int64 }:
		return x.PyIndex()
	default:
		if p, ok := memberValue(x); ok && !isTuple(p) {
			return AsInt(p)
		}
		throwf(TypeError, "'%s' object cannot be interpreted as an integer", fullTypeName(x))
		return 0
	}
}

// AsFloat takes the float out of an any; ints and bools count.
func AsFloat(v any) float64 {
	b := plain(Box(v))
	f, ok := numberOf(b)
	if x, converts := b.(interface{ PyFloat() float64 }); !ok && converts {
		if o, asks := b.(asksClass); !asks || o.pyHas("__float__") {
			return x.PyFloat()
		}
	}
	if !ok {
		throwf(TypeError, "must be real number, not %s", fullTypeName(b))
	}
	return f
}

// AsStr takes the str out of an any.
func AsStr(v any) string {
	b := plain(Box(v))
	s, ok := b.(string)
	if !ok {
		throwf(TypeError, "expected str, not %s", fullTypeName(b))
	}
	return s
}

// AsBool takes the bool out of an any.
func AsBool(v any) bool {
	b := Box(v)
	x, ok := b.(bool)
	if !ok {
		throwf(TypeError, "expected bool, not %s", fullTypeName(b))
	}
	return x
}

// AsBytes takes the bytes out of an any.
func AsBytes(v any) Bytes {
	b := plain(Box(v))
	x, ok := bytesLike(b)
	if !ok {
		throwf(TypeError, "a bytes-like object is required, not '%s'", fullTypeName(b))
	}
	return x
}

// As takes a value of a static type out of an any. Ints become floats where a float is wanted, and None an empty Opt; lists, dicts and sets
// must have been made with the type, because they are references. It raises TypeError.
func As[T any](v any) T {
	b := Box(v)
	if t, ok := Unbox[T](b); ok {
		return t
	}
	if b = plain(b); b != nil { // of an object that derives from the type
		if t, ok := Unbox[T](b); ok {
			return t
		}
	}
	var t T
	switch to := any(&t).(type) {
	case *float64:
		*to = AsFloat(b)
	case *int64:
		*to = AsInt(b)
	case *BigInt:
		*to = AsBig(b)
	case tupleSetter:
		src, ok := b.(tupleAny)
		if !ok || !to.setItems(src, false) {
			throwf(TypeError, "expected %s, not %s", Repr(t), Repr(b))
		}
	case **Dict[any, any]: // an argument of the library's functions, which read it
		if _, ok := b.(dictAny); !ok {
			throwf(TypeError, "expected dict, not %s", TypeName(b))
		}
		*to = DictOfAny(b)
	default:
		throwf(TypeError, "expected %s, not %s", typeNameOf[T](), TypeName(b))
	}
	return t
}

type tupleSetter interface {
	setItems(src tupleAny, key bool) bool
}

// DynUnpack gives the n values of `a, b, … = v`; it raises ValueError for another number.
func DynUnpack(v any, n int) []any {
	out := make([]any, 0, n)
	for x := range Unpackable(v) {
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

// PairOf makes a pair of a list or a tuple, as `k, v = x` takes it apart.
func PairOf[A, B any](seq iter.Seq[any]) Tuple2[A, B] {
	v := DynUnpack(NewIter(seq), 2)
	return T2(As[A](v[0]), As[B](v[1]))
}

// DynUnpackStar gives the values of `a, *b, c = v` with `before` names before the star and `after` behind it.
func DynUnpackStar(v any, before, after int) (head []any, middle *List[any], tail []any) {
	all := ListOf(Unpackable(v)).v
	if len(all) < before+after {
		throwf(ValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(all))
	}
	cut := len(all) - after
	return all[:before], NewList(all[before:cut]...), all[cut:]
}
