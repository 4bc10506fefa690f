package core

import (
	"math/bits"
	"reflect"
	"strings"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func trailingZeros(x uint64) int { return bits.TrailingZeros64(x) }

// sameBits reports that two values are the same in memory. Equal ones may differ in it.
func sameBits[S any](a, b *S) bool {
	n := unsafe.Sizeof(*a)
	if n == 8 {
		return *(*uint64)(unsafe.Pointer(a)) == *(*uint64)(unsafe.Pointer(b))
	}
	return unsafe.String((*byte)(unsafe.Pointer(a)), n) == unsafe.String((*byte)(unsafe.Pointer(b)), n)
}

// sameValue gives a test that two values are the same for every program that reads them: not only equal, but of the same
// types, and zeros of the same sign. It may say no of values that are: of objects and dicts it knows only themselves.
func sameValue[S any]() func(a, b S) bool {
	same := sameBehind((*S)(nil))
	return func(a, b S) bool { return same(unsafe.Pointer(&a), unsafe.Pointer(&b)) }
}

// changes is the opposite of sameValue. Values that hold no pointers are compared as bits, where they are.
func changes[S any]() func(old, new S) bool {
	if plain((*S)(nil)) {
		return func(old, new S) bool { return !sameBits(&old, &new) }
	}
	same := sameValue[S]()
	return func(old, new S) bool { return !same(old, new) }
}

// sameBehind is sameValue for values at two places, of the type that a pointer points to.
//
//go:noinline
func sameBehind(pointer any) func(a, b unsafe.Pointer) bool { return sameOf(pointee(pointer)) }

func sameOf(t reflect.Type) func(a, b unsafe.Pointer) bool {
	switch t.Kind() {
	case reflect.String:
		return func(a, b unsafe.Pointer) bool { return *(*string)(a) == *(*string)(b) }
	case reflect.Interface:
		return func(a, b unsafe.Pointer) bool { return sameBoxed(*(*any)(a), *(*any)(b)) }
	case reflect.Struct:
		return sameFields(t)
	case reflect.Slice:
		return sameElements(t)
	case reflect.Pointer:
		if !strings.HasPrefix(t.Elem().Name(), "List[") || t.Elem().PkgPath() != tuplePackage {
			break
		}
		same := sameOf(t.Elem())
		return func(a, b unsafe.Pointer) bool {
			p, q := *(*unsafe.Pointer)(a), *(*unsafe.Pointer)(b)
			return p == q || p != nil && q != nil && same(p, q)
		}
	}
	n := t.Size()
	return func(a, b unsafe.Pointer) bool {
		return unsafe.String((*byte)(a), n) == unsafe.String((*byte)(b), n)
	}
}

func sameFields(t reflect.Type) func(a, b unsafe.Pointer) bool {
	type field struct {
		offset uintptr
		same   func(a, b unsafe.Pointer) bool
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		fields = append(fields, field{f.Offset, sameOf(f.Type)})
	}
	return func(a, b unsafe.Pointer) bool {
		for _, f := range fields {
			if !f.same(unsafe.Add(a, f.offset), unsafe.Add(b, f.offset)) {
				return false
			}
		}
		return true
	}
}

func sameElements(t reflect.Type) func(a, b unsafe.Pointer) bool {
	same, size := sameOf(t.Elem()), t.Elem().Size()
	return func(a, b unsafe.Pointer) bool {
		x, y := (*[]struct{})(a), (*[]struct{})(b) // of any elements: only length and place are used
		if len(*x) != len(*y) {
			return false
		}
		p, q := unsafe.Pointer(unsafe.SliceData(*x)), unsafe.Pointer(unsafe.SliceData(*y))
		for i := range len(*x) {
			if at := uintptr(i) * size; !same(unsafe.Add(p, at), unsafe.Add(q, at)) {
				return false
			}
		}
		return true
	}
}

// sameBoxed is sameValue for values whose types are known at run time.
func sameBoxed(a, b any) bool {
	switch x := a.(type) {
	case int64, string, bool, py.NoneType:
		return a == b
	case float64:
		y, ok := b.(float64)
		return ok && sameBits(&x, &y)
	}
	return false
}

// mayHold reports whether a value of type S may hold a pointer to a T.
func mayHold[S, T any]() bool { return mayHoldAny((*S)(nil), (*T)(nil)) }

// mayHoldAny is mayHold for the types that two pointers point to.
//
//go:noinline
func mayHoldAny(holder, what any) bool {
	return holds(pointee(holder), pointee(what), map[reflect.Type]bool{})
}

func holds(t, what reflect.Type, seen map[reflect.Type]bool) bool {
	if t == what {
		return true
	}
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Interface, reflect.Func, reflect.UnsafePointer, reflect.Chan:
		return true
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return holds(t.Elem(), what, seen)
	case reflect.Map:
		return holds(t.Key(), what, seen) || holds(t.Elem(), what, seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if holds(t.Field(i).Type, what, seen) {
				return true
			}
		}
	}
	return false
}

// ownCopy copies a state before a function that may change it gets it: the old states may still be read.
func ownCopy[S any]() func(S) S {
	if !HoldsObjects[S]() {
		return func(s S) S { return s }
	}
	var none S
	if _, ok := any(none).(py.Lener); ok && flat((*S)(nil)) {
		return func(s S) S { return py.CopyCopy(s) }
	}
	return func(s S) S { return py.CopyDeepcopy(s, py.None) }
}

// flat reports whether what a pointer points to is a pointer to values without objects.
//
//go:noinline
func flat(pointer any) bool {
	t := pointee(pointer)
	return t.Kind() == reflect.Pointer && !hasObjects(t.Elem())
}

// HoldsObjects reports whether a value of type T may refer to objects that can be changed.
func HoldsObjects[T any]() bool { return objectsBehind((*T)(nil)) }

// objectsBehind is HoldsObjects for the type that a pointer points to.
//
//go:noinline
func objectsBehind(pointer any) bool { return hasObjects(pointee(pointer)) }

// hasObjects reports whether a value of a type may refer to objects.
func hasObjects(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface:
		return true
	case reflect.Slice, reflect.Array:
		return hasObjects(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if hasObjects(t.Field(i).Type) {
				return true
			}
		}
	}
	return false
}
