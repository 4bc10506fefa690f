package py

// NoneType is the type of None.
type NoneType struct{}

// None is Python's None.
var None NoneType

// PyTypeName is "NoneType".
func (NoneType) PyTypeName() string { return "NoneType" }

// Opt is Optional[T]: a T or None. T is never itself an Opt, NoneType or any.
type Opt[T any] struct {
	V  T
	Ok bool
}

// Some is the Opt that holds v.
func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }

// Nothing is the None of Optional[T].
func Nothing[T any]() Opt[T] { return Opt[T]{} }

// Or is the value, or d for None.
func (o Opt[T]) Or(d T) T {
	if o.Ok {
		return o.V
	}
	return d
}

// OptAttr is the value of an Opt, of which an attribute is asked; None has none and raises AttributeError. It is a function, like those that
// follow, because each program compiles all methods of the types it has.
func OptAttr[T any](o Opt[T], name string) T {
	if !o.Ok {
		throwf(AttributeError, "'NoneType' object has no attribute '%s'", name)
	}
	return o.V
}

// NotNone is the value of an Opt; for None it raises TypeError with that text.
func NotNone[T any](o Opt[T], text string) T {
	if !o.Ok {
		throw(TypeError, text)
	}
	return o.V
}

// MapOpt is the Opt of f(v) for one that holds v.
func MapOpt[T, R any](o Opt[T], f func(T) R) Opt[R] {
	if !o.Ok {
		return Opt[R]{}
	}
	return Some(f(o.V))
}

// FlatOpt makes one None of two.
func FlatOpt[T any](o Opt[Opt[T]]) Opt[T] { return o.V }

// PyTypeName is the name of the value's type, or NoneType.
func (o Opt[T]) PyTypeName() string { return TypeName(o.boxed()) }

func (o Opt[T]) boxed() any {
	if o.Ok {
		return Box(o.V)
	}
	return None
}

func (o *Opt[T]) setBoxed(v any) bool {
	if _, none := v.(NoneType); none {
		*o = Opt[T]{}
		return true
	}
	o.Ok = unboxInto(&o.V, v, false)
	return o.Ok
}
