package py

import "iter"

// The interfaces below are Python's special methods, for values held in an `any`. The built-in containers
// implement them; so do the classes of a script and the objects of the streaming runtime, as far as
// they have the ability. A missing method gives Python's TypeError or default.
type (
	// Object names the Python type of a value: type(x).__name__.
	Object interface{ PyTypeName() string }
	// Reprer is __repr__.
	Reprer interface{ PyRepr() string }
	// Strer is __str__; a value without it prints its repr.
	Strer interface{ PyStr() string }
	// Equaler is __eq__. The other operand may be of any type.
	Equaler interface{ PyEqual(other any) bool }
	// Comparer is the order of __lt__ and its kin: negative, zero, positive. ok is false where Python
	// raises TypeError.
	Comparer interface {
		PyCompare(other any) (order int, ok bool)
	}
	// Hasher is __hash__; an unhashable container panics with TypeError.
	Hasher interface{ PyHash() int64 }
	// Lener is __len__.
	Lener interface{ PyLen() int64 }
	// Truther is __bool__; without it a value is true unless its length is 0.
	Truther interface{ PyTruth() bool }
	// Iterable is __iter__.
	Iterable interface{ PyIter() iter.Seq[any] }
	// Getter is __getitem__; the key may be a Slice.
	Getter interface{ PyGetItem(key any) any }
	// Setter is __setitem__; the key may be a Slice.
	Setter interface{ PySetItem(key, value any) }
	// Deleter is __delitem__.
	Deleter interface{ PyDelItem(key any) }
	// Container is __contains__.
	Container interface{ PyContains(item any) bool }
	// Attributes is __getattr__ for data attributes.
	Attributes interface {
		PyGetAttr(name string) (value any, ok bool)
	}
	// AttributeSetter is __setattr__; ok is false where Python raises AttributeError.
	AttributeSetter interface {
		PySetAttr(name string, value any) (ok bool)
	}
	// MethodCaller calls a method by name; ok is false where there is no such method.
	MethodCaller interface {
		PyCallMethod(name string, args []any) (result any, ok bool)
	}
	// namedMethods is a MethodCaller that says which methods it has beside those of a table.
	namedMethods interface{ methodNames() []string }
	// Operand is __add__ and its kin: op as written in Python ("+", "//", "|", …). If reflected, the
	// receiver is the right operand (__radd__). ok false is Python's NotImplemented.
	Operand interface {
		PyBinary(op string, other any, reflected bool) (result any, ok bool)
	}
	// Rounder is __round__; without digits it gives an int.
	Rounder interface{ PyRound(ndigits Opt[int64]) any }
	// Caller is __call__. kw may be nil.
	Caller interface {
		PyCall(args []any, kw *Dict[string, any]) any
	}
	// KeywordMethodCaller calls a method by name with arguments that have names.
	KeywordMethodCaller interface {
		PyCallMethodKw(name string, args []any, kw *Dict[string, any]) (result any, ok bool)
	}
	// AttributeDeleter is __delattr__; ok is false where Python raises AttributeError.
	AttributeDeleter interface {
		PyDelAttr(name string) (ok bool)
	}
	// Classed is an object that knows its class as a value: type(x).
	Classed interface{ PyClass() any }
	// asksClass is an object whose class is looked up when running, for what its Go type does not tell: whether it can be called or iterated
	// over, and what the methods give that may return NotImplemented. It is by these interfaces alone that the package knows DynObject, so that programs
	// without classes of that kind are linked without it.
	asksClass interface {
		pyHas(special string) bool
		special(name string, args ...any) (result any, ok bool)
		// plain is the built-in value that the object holds, or nil.
		plain() any
	}
	// InPlaceOperand is __iadd__ and its kin, for values that change in place.
	InPlaceOperand interface {
		PyInPlace(op string, other any) (ok bool)
	}
)

// Slice is a slice object, the key of a dynamic x[lo:hi:step].
type Slice struct{ Lo, Hi, Step Opt[int64] }

// NewSlice is slice(start, stop, step).
func NewSlice(start, stop, step Opt[int64]) Slice { return Slice{start, stop, step} }

// SliceTo is slice(stop).
func SliceTo(stop Opt[int64]) Slice { return Slice{Hi: stop} }

// Start is s.start.
func (s Slice) Start() Opt[int64] { return s.Lo }

// Stop is s.stop.
func (s Slice) Stop() Opt[int64] { return s.Hi }

// By is s.step.
func (s Slice) By() Opt[int64] { return s.Step }

// SliceIndices is s.indices(len).
func SliceIndices(s Slice, length int64) Tuple3[int64, int64, int64] {
	if length < 0 {
		throw(ValueError, "length should not be negative")
	}
	return T3(clipSlice(s.Lo, s.Hi, s.Step, int(length)))
}

// PyGetAttr gives the parts.
func (s Slice) PyGetAttr(name string) (any, bool) {
	switch name {
	case "start":
		return Box(s.Lo), true
	case "stop":
		return Box(s.Hi), true
	case "step":
		return Box(s.Step), true
	}
	return nil, false
}

// PyCallMethod calls indices by name.
func (s Slice) PyCallMethod(name string, args []any) (any, bool) {
	if name != "indices" || len(args) != 1 {
		return nil, false
	}
	return SliceIndices(s, AsInt(args[0])), true
}

// PyEqual compares the parts.
func (s Slice) PyEqual(other any) bool { return any(s) == other }

// PyHash raises TypeError.
func (s Slice) PyHash() int64 { return unhashable("slice") }

// PyTypeName is "slice".
func (Slice) PyTypeName() string { return "slice" }

// PyRepr is slice(lo, hi, step).
func (s Slice) PyRepr() string {
	return "slice(" + Repr(s.Lo) + ", " + Repr(s.Hi) + ", " + Repr(s.Step) + ")"
}

// optional is what an Opt can do without its type.
type optional interface{ boxed() any }

// plain is the built-in value of an object that derives from a built-in type, and any other value itself.
func plain(v any) any {
	if o, ok := v.(asksClass); ok {
		if p := o.plain(); p != nil {
			return p
		}
	}
	if p, ok := memberValue(v); ok {
		return p
	}
	return v
}

func isTuple(v any) bool {
	_, ok := v.(tupleAny)
	return ok
}

// memberValue is the value that a member of an IntEnum and its like stands for, and the tuple that a named tuple is.
func memberValue(v any) (any, bool) {
	m, ok := v.(interface{ PyPlain() any })
	if !ok {
		return v, false
	}
	return m.PyPlain(), true
}

// isNumber reports an int, a float or a bool.
func isNumber(v any) bool {
	switch v.(type) {
	case int64, float64, bool, *Wide:
		return true
	}
	return false
}

// Box turns a value of any type of the package into the `any` form: an Opt becomes its value or None.
func Box[T any](v T) any {
	if o, ok := any(v).(optional); ok {
		return o.boxed()
	}
	if any(v) == nil {
		return None
	}
	return any(v)
}

// Unbox is the inverse of Box, for a value that is already known to be a T or, for an Opt, its element. ok is
// false if v is of another type. Ints are accepted where a float is wanted only by AsFloat, not here.
func Unbox[T any](v any) (t T, ok bool) {
	if t, ok = v.(T); ok {
		return t, true
	}
	if o, isOpt := any(&t).(interface{ setBoxed(any) bool }); isOpt {
		return t, o.setBoxed(v)
	}
	return t, false
}

// unboxInto stores a boxed value in a variable of its type; tuples go element by element, and an int may become a float.
// As a key it may be a number of another type that equals one of this.
func unboxInto[T any](to *T, v any, key bool) bool {
	t, ok := Unbox[T](v)
	if ok {
		*to = t
		return true
	}
	if to, isTuple := any(to).(tupleSetter); isTuple {
		src, ok := v.(tupleAny)
		return ok && to.setItems(src, key)
	}
	if key {
		return unboxNumber(to, v)
	}
	if to, isFloat := any(to).(*float64); isFloat {
		*to, ok = numberOf(v)
	}
	return ok
}
