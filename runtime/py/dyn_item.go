package py

import "strings"

// DynGetItem is o[key]; the key may be a Slice.
func DynGetItem(o, key any) any {
	o, key = Box(o), Box(key)
	switch x := o.(type) {
	case string:
		if s, ok := key.(Slice); ok {
			return StrSlice(x, s.Lo, s.Hi, s.Step)
		}
		i, ok := bigOf(key)
		if !ok {
			throwf(TypeError, "string indices must be integers, not '%s'", fullTypeName(key))
		}
		return StrAt(x, i.Index())
	case Getter:
		if s, ok := key.(Slice); ok {
			if t, named := namedTuple(o); named {
				return tupleSlice(t, s.Lo, s.Hi, s.Step)
			}
		}
		return x.PyGetItem(key)
	case tupleAny:
		if s, ok := key.(Slice); ok {
			return tupleSlice(x, s.Lo, s.Hi, s.Step)
		}
		return tupleAt(x, indexKey(key, "tuple"))
	}
	if p, ok := memberValue(o); ok && !isNumber(p) {
		return DynGetItem(p, key)
	}
	throwf(TypeError, "'%s' object is not subscriptable", fullTypeName(o))
	return nil
}

// DynSetItem is o[key] = value.
func DynSetItem(o, key, value any) {
	o = Box(o)
	x, ok := o.(Setter)
	if !ok {
		throwf(TypeError, "'%s' object does not support item assignment", fullTypeName(o))
	}
	x.PySetItem(Box(key), Box(value))
}

// DynDelItem is del o[key].
func DynDelItem(o, key any) {
	o = Box(o)
	x, ok := o.(Deleter)
	if !ok {
		throwf(TypeError, "'%s' object does%s support item deletion", fullTypeName(o), negation(o, Box(key)))
	}
	x.PyDelItem(Box(key))
}

// negation is CPython's wording, which differs for the index of a container.
func negation(o, key any) string {
	switch key.(type) {
	case int64, bool:
		switch o.(type) {
		case string, Bytes, tupleAny, Range, setAny:
			return "n't"
		}
	}
	return " not"
}

// DynSlice is o[lo:hi:step].
func DynSlice(o any, lo, hi, step Opt[int64]) any { return DynGetItem(o, Slice{lo, hi, step}) }

// DynSetSlice is o[lo:hi:step] = value.
func DynSetSlice(o any, lo, hi, step Opt[int64], value any) {
	DynSetItem(o, Slice{lo, hi, step}, value)
}

// SliceBound is a bound of a slice held in an any: an int or None.
func SliceBound(v any) Opt[int64] {
	b := Box(v)
	if _, none := b.(NoneType); none {
		return Opt[int64]{}
	}
	n, ok := bigOf(indexed(plain(b)))
	if !ok {
		throw(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	return Some(n.Bound())
}

// indexed is the int that an object with __index__ stands for; other values stay.
func indexed(v any) any {
	o, ok := v.(interface{ PyIndex() int64 })
	if c, asks := v.(asksClass); !ok || asks && !c.pyHas("__index__") {
		return v
	}
	return o.PyIndex()
}

// Len is len(v) for a value whose type is known only when running.
func Len(v any) int64 {
	b := Box(v)
	switch x := b.(type) {
	case string:
		return StrLen(x)
	case Lener:
		return x.PyLen()
	}
	if p, ok := memberValue(b); ok && !isNumber(p) {
		return Len(p)
	}
	throwf(TypeError, "object of type '%s' has no len()", fullTypeName(b))
	return 0
}

// DynGetAttr is o.name for a data attribute; a method comes as a function of its arguments.
func DynGetAttr(o any, name string) any {
	o = Box(o)
	if x, ok := o.(Attributes); ok {
		if v, ok := x.PyGetAttr(name); ok {
			return v
		}
	}
	switch o.(type) {
	case int64, bool, float64, *Wide:
		if v, ok := numberAttr(o, name); ok {
			return v
		}
	}
	if hasMethod(o, name) {
		return boundMethod(o, name)
	}
	if v, ok := boxedAttribute(o, name); ok {
		return v
	}
	if name == "__class__" {
		if c, ok := o.(Classed); ok {
			return c.PyClass()
		}
		return TypeOf(o)
	}
	if p, ok := memberValue(o); ok && DynHasAttr(p, name) {
		return DynGetAttr(p, name)
	}
	throwf(AttributeError, "'%s' object has no attribute '%s'", fullTypeName(o), name)
	return nil
}

// DynSetAttr is o.name = value.
func DynSetAttr(o any, name string, value any) {
	o = Box(o)
	if x, ok := o.(AttributeSetter); ok && x.PySetAttr(name, Box(value)) {
		return
	}
	throwf(AttributeError, "'%s' object has no attribute '%s'", fullTypeName(o), name)
}

// DynHasAttr is hasattr(o, name).
func DynHasAttr(o any, name string) bool {
	o = Box(o)
	_, ok := attrOf(o, name)
	return ok || strings.HasPrefix(name, "__") && hasSpecial(o, name)
}

// DynCall is f(args...) for a function held in an any: a Function, or a Go function of boxed values.
func DynCall(f any, args ...any) any {
	switch f := f.(type) {
	case *Function:
		return f.Call(boxInPlace(args))
	case func(args ...any) any:
		return f(args...)
	case func() any:
		if len(args) == 0 {
			return f()
		}
	case func(any) any:
		if len(args) == 1 {
			return f(args[0])
		}
	case func(any, any) any:
		if len(args) == 2 {
			return f(args[0], args[1])
		}
	case func(any) bool:
		if len(args) == 1 {
			return f(args[0])
		}
	case *ExcClass:
		if f.dyn != nil {
			return f.dyn.(Caller).PyCall(args, nil)
		}
		return NewException(f, args...)
	case Caller:
		return f.PyCall(boxInPlace(args), nil)
	default:
		if o, ok := f.(MethodCaller); ok { // an object whose class may have __call__
			if r, ok := o.PyCallMethod("__call__", boxInPlace(args)); ok {
				return r
			}
		}
		throwf(TypeError, "'%s' object is not callable", fullTypeName(f))
	}
	throwf(TypeError, "function got %d arguments, which is not what it takes", len(args))
	return nil
}

// boxInPlace boxes arguments where they lie.
func boxInPlace(args []any) []any {
	for i, a := range args {
		args[i] = Box(a)
	}
	return args
}

// DynGetAttrOr is getattr(o, name, otherwise).
func DynGetAttrOr(o any, name string, otherwise any) any {
	if v, ok := attrOf(Box(o), name); ok {
		return v
	}
	return Box(otherwise)
}

// attrOf is o.name, if o has it: an AttributeError of the object's own says that it does not.
func attrOf(o any, name string) (v any, ok bool) {
	if x, isObject := o.(Attributes); isObject {
		if e := Try(func() { v, ok = x.PyGetAttr(name) }); e != nil {
			if !e.IsA(AttributeError) {
				panic(e)
			}
			return nil, false
		}
		if ok {
			return v, true
		}
	}
	switch o.(type) {
	case int64, bool, float64, *Wide:
		if v, ok := numberAttr(o, name); ok {
			return v, true
		}
	}
	if hasMethod(o, name) {
		return DynGetAttr(o, name), true
	}
	return boxedAttribute(o, name)
}
