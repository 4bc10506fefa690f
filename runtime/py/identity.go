package py

import "unsafe"

// identical is `a is b`, as far as Go values have an identity: pointers by address, the others by value.
func identical(a, b any) (same bool) {
	if t, ok := a.(Type); ok {
		return t.PyEqual(b)
	}
	if t, ok := b.(Type); ok {
		return t.PyEqual(a)
	}
	if x, ok := a.(*Function); ok && x.kind == classFunction {
		return x.PyEqual(b)
	}
	if x, ok := b.(*Function); ok && x.kind == classFunction {
		return x.PyEqual(a)
	}
	if isFunc(a) || isFunc(b) {
		return Id(a) == Id(b)
	}
	return comparableValue(a) && comparableValue(b) && a == b
}

// comparableValue reports whether Go's == may be applied to the interface: functions and tuples of them panic.
func comparableValue(v any) bool {
	t, ok := v.(tupleAny)
	if !ok {
		return true
	}
	for i := range int(t.PyLen()) {
		if x := t.item(i); isFunc(x) || !comparableValue(x) {
			return false
		}
	}
	return true
}

// Is is `a is b`.
func Is(a, b any) bool { return identical(Box(a), Box(b)) }

// Id is id(v): the address of what the interface refers to.
func Id[T any](v T) int64 {
	b := Box(v)
	type face struct{ typ, data unsafe.Pointer }
	return int64(uintptr((*face)(unsafe.Pointer(&b)).data))
}

func isFunc(v any) bool { return TypeName(v) == "function" }
