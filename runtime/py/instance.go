package py

import "sync/atomic"

// Class is a class of a script.
type Class struct {
	Name     string
	Bases    []*Class
	inModule string // "" for __main__
	qualname string // "" for Name
	kind     string // "enum" or "flag" of those whose objects are members
}

// AsEnum says that the objects of the class are the members of an Enum or a Flag.
func (c *Class) AsEnum(kind string) *Class {
	c.kind = kind
	binaryOfMembers = nativeBinary
	return c
}

// isMember reports a member of an Enum, of which there is one only.
func isMember(v any) bool {
	c := classOf(v)
	return c != nil && c.kind != ""
}

// DefineClassIn is DefineClass for a class of a module beside the script, or inside of a function or class: qualname has
// the names of those, too.
func DefineClassIn(module, qualname, name string, bases ...*Class) *Class {
	return &Class{Name: name, Bases: bases, inModule: module, qualname: qualname}
}

// fullName is what repr says of the class: its module and its name with those of the functions and classes around it.
func (c *Class) fullName() string { return fullName(c.inModule, c.qualname, c.Name) }

func fullName(module, qualname, name string) string {
	if module == "" {
		module = "__main__"
	}
	if qualname == "" {
		qualname = name
	}
	if module == "builtins" {
		return qualname
	}
	return module + "." + qualname
}

// DefineClass is `class name(bases...)`.
func DefineClass(name string, bases ...*Class) *Class { return &Class{Name: name, Bases: bases} }

// PyTypeName is "type".
func (c *Class) PyTypeName() string { return "type" }

// PyRepr is <class '__main__.Point'> or <enum 'Color'>.
func (c *Class) PyRepr() string {
	if c.kind != "" {
		return "<" + c.kind + " '" + c.Name + "'>"
	}
	return "<class '" + c.fullName() + "'>"
}

// IsSubclass is issubclass(c, of).
func (c *Class) IsSubclass(of *Class) bool {
	if c == of {
		return true
	}
	for _, b := range c.Bases {
		if b.IsSubclass(of) {
			return true
		}
	}
	return false
}

// Instance is what the objects of a script's classes have in common; their Go types embed it. Classes
// related by inheritance share one Go type, so the class is told by the object.
type Instance struct {
	Class *Class
	id    int64
}

// PyTypeName is the name of the class.
func (o *Instance) PyTypeName() string { return o.Class.Name }

var instances atomic.Int64

// PyHash is the hash of an object without __hash__: by identity, and the same in each run.
func (o *Instance) PyHash() int64 {
	if o.id == 0 {
		o.id = instances.Add(1)
	}
	return o.id
}

func (o *Instance) class() *Class { return o.Class }

func (o *Instance) hasClassOf(other any) bool {
	p, ok := other.(interface{ class() *Class })
	return ok && p.class() == o.Class
}

// Is reports isinstance(o, classes).
func (o *Instance) Is(classes ...*Class) bool {
	for _, c := range classes {
		if o.Class.IsSubclass(c) {
			return true
		}
	}
	return false
}

// IsExactly reports that o's class is one of the classes.
func (o *Instance) IsExactly(classes ...*Class) bool {
	for _, c := range classes {
		if o.Class == c {
			return true
		}
	}
	return false
}

// classOf is the class of an object of a script's class, or nil.
func classOf(v any) *Class {
	if o, ok := v.(interface{ class() *Class }); ok {
		return o.class()
	}
	return nil
}

// IsObject is isinstance(v, classes) for classes of the script.
func IsObject(v any, classes ...*Class) bool {
	k := classOf(Box(v))
	for _, c := range classes {
		if k != nil && k.IsSubclass(c) {
			return true
		}
	}
	return false
}

// IsObjectExactly reports that type(v) is one of the classes.
func IsObjectExactly(v any, classes ...*Class) bool {
	k := classOf(Box(v))
	for _, c := range classes {
		if k != nil && k == c {
			return true
		}
	}
	return false
}

// ObjectRepr is object.__repr__(o).
func ObjectRepr(o any) string {
	return string(appendObject(nil, o))
}

// ObjectHash is object.__hash__(o).
func ObjectHash(o Hasher) int64 {
	if k, ok := o.(interface{ instance() *Instance }); ok {
		return k.instance().PyHash()
	}
	return o.PyHash()
}

func (o *Instance) instance() *Instance { return o }

// MissingSpecial raises the TypeError of an operation on an object whose class lacks a special method.
func MissingSpecial(o any, name string) {
	class := TypeName(o)
	switch name {
	case "__len__":
		throwf(TypeError, "object of type '%s' has no len()", class)
	case "__iter__":
		throwf(TypeError, "'%s' object is not iterable", class)
	case "__next__":
		throwf(TypeError, "'%s' object is not an iterator", class)
	case "__getitem__":
		throwf(TypeError, "'%s' object is not subscriptable", class)
	case "__setitem__":
		throwf(TypeError, "'%s' object does not support item assignment", class)
	case "__delitem__":
		throwf(TypeError, "'%s' object doesn't support item deletion", class)
	case "__contains__":
		throwf(TypeError, "argument of type '%s' is not iterable", class)
	case "__call__":
		throwf(TypeError, "'%s' object is not callable", class)
	case "__enter__", "__exit__":
		throwf(TypeError, "'%s' object does not support the context manager protocol", class)
	}
	throwf(AttributeError, "'%s' object has no attribute '%s'", class, name)
}

// Attr is an attribute that may be unset.
type Attr[T any] struct {
	v   T
	set bool
}

// Get reads the attribute; unset it raises AttributeError, which names the object's class.
func (a *Attr[T]) Get(class, name string) T {
	if !a.set {
		throwf(AttributeError, "'%s' object has no attribute '%s'", class, name)
	}
	return a.v
}

// Lookup reads the attribute for getattr and hasattr.
func (a *Attr[T]) Lookup() (v any, ok bool) {
	if !a.set {
		return nil, false
	}
	return Box(a.v), true
}

// Set sets the attribute.
func (a *Attr[T]) Set(v T) { a.v, a.set = v, true }

// Copy replaces the value by what of makes of it.
func (a *Attr[T]) Copy(of func(any) any) {
	if a.set {
		a.v = CopyAttr(a.v, of)
	}
}

// Del unsets the attribute.
func (a *Attr[T]) Del(class, name string) {
	if !a.set {
		throwf(AttributeError, "'%s' object has no attribute '%s'", class, name)
	}
	*a = Attr[T]{}
}

// SetAttrOf stores a boxed value in an attribute of its own type.
func SetAttrOf[T any](to *T, v any) { *to = As[T](v) }

// NotImplementedType is the type of NotImplemented.
type NotImplementedType struct{}

// PyTypeName is "NotImplementedType".
func (NotImplementedType) PyTypeName() string { return "NotImplementedType" }

// PyRepr is NotImplemented.
func (NotImplementedType) PyRepr() string { return "NotImplemented" }

// NotImplemented is what a special method returns for an operand that it does not know.
var NotImplemented any = NotImplementedType{}

// Implemented gives the result of a special method to PyBinary: ok is false for NotImplemented.
func Implemented[T any](result T) (any, bool) {
	r := Box(result)
	_, not := r.(NotImplementedType)
	return r, !not
}

// EqualResult is what __eq__ of a gave for b: NotImplemented leaves identity.
func EqualResult[T any](result T, a, b any) bool {
	r, ok := Implemented(result)
	if !ok {
		return identical(a, b)
	}
	return truthAny(r)
}

// CompareObjects orders an object for sorting, by < alone.
func CompareObjects(a Operand, b any) (order int, ok bool) {
	r, ok := operands("<", a, b)
	if !ok {
		return 0, false
	}
	if truthAny(r) {
		return -1, true
	}
	if r, ok = operands("<", b, a); ok && truthAny(r) {
		return 1, true
	}
	return 0, true
}

// NextIter is the iterator whose elements next gives, until it raises StopIteration.
func NextIter[O, T any](o O, next func(O) T) *Iter[T] {
	last := new(any)
	it := NewIter(func(yield func(T) bool) {
		for {
			var v T
			if e := Try(func() { v = next(o) }); e != nil {
				if e.IsA(StopIteration) {
					*last = e.value()
					return
				}
				panic(e)
			}
			if !yield(v) {
				return
			}
		}
	})
	it.last = last
	return it
}
