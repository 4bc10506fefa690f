package py

import (
	"fmt"
	"strconv"
)

// Repr is repr(v).
func Repr[T any](v T) string {
	switch x := any(v).(type) {
	case string:
		return string(appendReprString(nil, x))
	case int64:
		return strconv.FormatInt(x, 10)
	case BigInt:
		return x.String()
	}
	return string(appendRepr(nil, v, &visits{}))
}

// Str is str(v).
func Str[T any](v T) string {
	switch x := any(v).(type) {
	case string:
		return x
	case int64:
		return strconv.FormatInt(x, 10)
	case BigInt:
		return x.String()
	}
	return strAny(Box(v))
}

// Formatted is f"{v}" of a value that may have a __format__ of its own.
func Formatted[T any](v T) string {
	if f, ok := Box(v).(interface{ PyFormat(spec string) string }); ok {
		return f.PyFormat("")
	}
	return Str(v)
}

func strAny(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case Strer:
		return x.PyStr()
	}
	return Repr(v)
}

// AppendStr appends str(v) to dst.
func AppendStr[T any](dst []byte, v T) []byte {
	switch x := any(v).(type) {
	case string:
		return append(dst, x...)
	case int64:
		return strconv.AppendInt(dst, x, 10)
	case BigInt:
		return x.append(dst)
	}
	b := Box(v)
	switch x := b.(type) {
	case string: // in an Opt
		return append(dst, x...)
	case Strer:
		return append(dst, x.PyStr()...)
	}
	return appendRepr(dst, b, &visits{})
}

// AppendRepr appends repr(v) to dst.
func AppendRepr[T any](dst []byte, v T) []byte { return appendRepr(dst, v, &visits{}) }

// visits are the containers whose repr is under way, to print a container within itself as [...].
type visits []any

func (s *visits) enter(container any) bool {
	for _, v := range *s {
		if v == container {
			return false
		}
	}
	*s = append(*s, container)
	return true
}

func (s *visits) leave() { *s = (*s)[:len(*s)-1] }

type appender interface {
	appendRepr(dst []byte, seen *visits) []byte
}

func appendRepr[T any](dst []byte, v T, seen *visits) []byte {
	switch x := any(v).(type) {
	case string:
		return appendReprString(dst, x)
	case int64:
		return strconv.AppendInt(dst, x, 10)
	case float64:
		return AppendFloat(dst, x)
	case BigInt:
		return x.append(dst)
	}
	return appendReprAny(dst, Box(v), seen)
}

func appendReprAny(dst []byte, v any, seen *visits) []byte {
	switch x := v.(type) {
	case string:
		return appendReprString(dst, x)
	case int64:
		return strconv.AppendInt(dst, x, 10)
	case float64:
		return AppendFloat(dst, x)
	case bool:
		if x {
			return append(dst, "True"...)
		}
		return append(dst, "False"...)
	case NoneType:
		return append(dst, "None"...)
	case Bytes:
		return appendReprBytes(dst, x)
	case appender:
		return x.appendRepr(dst, seen)
	case Reprer:
		return append(dst, x.PyRepr()...)
	}
	name := TypeName(v)
	if name == "function" {
		return append(dst, "<function>"...)
	}
	return appendObject(dst, v)
}

// appendObject is the repr of an object whose class has none.
func appendObject(dst []byte, v any) []byte {
	t := TypeOf(v)
	name := t.Name
	if t.Module != "" || t.Script {
		name = fullName(t.Module, "", t.Name)
	}
	if c := classOf(v); c != nil {
		name = c.fullName()
	}
	return fmt.Appendf(dst, "<%s object at 0x%x>", name, Id(v))
}

func appendReprs[T any](dst []byte, v []T, seen *visits) []byte {
	for i := range v {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = appendRepr(dst, v[i], seen)
	}
	return dst
}
