package py

import "slices"

// IsInstanceOf is isinstance(v, class) for a class, or a tuple of classes, that is known when running only.
func IsInstanceOf(v, class any) bool {
	v = Box(v)
	switch c := Box(class).(type) {
	case *DynClass:
		return c == plainObject || isOf(v, c)
	case *ExcClass:
		e, ok := v.(*Exception)
		return ok && e.IsA(c)
	case *Function:
		if c.kind == classFunction {
			return isInstance(v, c.name)
		}
	case Type:
		return isInstance(v, c.Name)
	case *Union:
		return c.instance(v)
	case tupleAny:
		for _, x := range tupleItems(c) {
			if IsInstanceOf(v, x) {
				return true
			}
		}
		return false
	}
	throw(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
	return false
}

// IsSubclassOf is issubclass(class, of), where of may be a tuple.
func IsSubclassOf(class, of any) bool {
	class, of = Box(class), Box(of)
	if t, ok := of.(tupleAny); ok {
		for _, x := range tupleItems(t) {
			if IsSubclassOf(class, x) {
				return true
			}
		}
		return false
	}
	if u, ok := of.(*Union); ok {
		return slices.ContainsFunc(u.parts, func(p any) bool { return !isNone(p) && IsSubclassOf(class, p) })
	}
	name, isBuiltin := builtinClassName(of)
	if isBuiltin && name == "object" {
		return true
	}
	switch c := class.(type) {
	case *DynClass:
		switch o := of.(type) {
		case *DynClass:
			return c.isSubclassOf(o)
		case *ExcClass:
			return c.exc != nil && c.exc.IsSubclass(o)
		}
		return isBuiltin && derivesByName(c.nativeName(), name)
	case *ExcClass:
		o, ok := of.(*ExcClass)
		return ok && c.IsSubclass(o)
	}
	own, ok := builtinClassName(class)
	if !ok {
		throw(TypeError, "issubclass() arg 1 must be a class")
	}
	return isBuiltin && derivesByName(own, name)
}

func derivesByName(name, of string) bool {
	for ; name != ""; name = superTypes[name] {
		if name == of {
			return true
		}
	}
	return false
}

// builtinClassName is the name of a class object of a built-in type.
func builtinClassName(class any) (string, bool) {
	switch c := class.(type) {
	case *Function:
		return c.name, c.kind == classFunction
	case Type:
		return c.Name, true
	}
	return "", false
}

// Catches reports whether an except clause catches the exception: class is a class or a tuple of classes known when
// running only.
func (e *Exception) Catches(class any) bool { return catches(e, Box(class)) }

func catches(e *Exception, class any) bool {
	switch c := class.(type) {
	case *ExcClass:
		return e.IsA(c)
	case interface{ excClass() *ExcClass }:
		if k := c.excClass(); k != nil {
			return e.IsA(k)
		}
	case tupleAny:
		for _, x := range tupleItems(c) {
			if catches(e, x) {
				return true
			}
		}
		return false
	}
	throw(TypeError, "catching classes that do not inherit from BaseException is not allowed")
	return false
}

func (c *DynClass) excClass() *ExcClass { return c.exc }
