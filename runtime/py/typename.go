package py

import "strings"

// TypeName is type(v).__name__. A Go value that is not one of Python's is a function.
func TypeName[T any](v T) string {
	name := fullTypeName(v)
	return name[strings.LastIndexByte(name, '.')+1:]
}

// fullTypeName is how CPython's messages name the type of v: with its module where it is a type of a module in C.
func fullTypeName[T any](v T) string {
	switch x := any(v).(type) {
	case nil:
		return "NoneType"
	case string:
		return "str"
	case int64:
		return "int"
	case float64:
		return "float"
	case bool:
		return "bool"
	case BigInt:
		return "int"
	case Object:
		return x.PyTypeName()
	}
	return "function"
}

// typeNameOf is TypeName of the values of a static type.
func typeNameOf[T any]() string {
	var zero T
	if any(zero) == nil {
		return "object"
	}
	if o, ok := any(zero).(interface{ elemName() string }); ok {
		return o.elemName()
	}
	return TypeName(zero)
}

func (o Opt[T]) elemName() string { return typeNameOf[T]() + " | None" }

// Truth is bool(v).
func Truth[T any](v T) bool {
	switch x := any(v).(type) {
	case bool:
		return x
	case string:
		return x != ""
	case int64:
		return x != 0
	case float64:
		return x != 0
	case BigInt:
		return x.Truth()
	}
	return truthAny(Box(v))
}

func truthAny(v any) bool {
	switch x := v.(type) {
	case bool:
		return x
	case string:
		return x != ""
	case int64:
		return x != 0
	case float64:
		return x != 0
	case NoneType:
		return false
	case Bytes:
		return x != ""
	case Truther:
		return x.PyTruth()
	case Lener:
		return x.PyLen() != 0
	}
	return true
}

func boolInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
