package py

import "fmt"

// Property is a property object.
type Property struct{ get, set, del, doc any } // functions, or nil

// NewProperty is property(fget, fset, fdel, doc).
func NewProperty(get, set, del, doc any) any {
	return &Property{orNil(get), orNil(set), orNil(del), orNil(doc)}
}

func orNil(v any) any {
	if v = Box(v); isNone(v) {
		return nil
	}
	return v
}

// PyTypeName is "property".
func (p *Property) PyTypeName() string { return "property" }

// PyEqual is identity.
func (p *Property) PyEqual(other any) bool { return any(p) == other }

// PyGetAttr gives the decorators setter, getter and deleter, and the functions.
func (p *Property) PyGetAttr(name string) (any, bool) {
	with := func(change func(q *Property, f any)) (any, bool) {
		return NewBuiltin(name, func(args []any) any {
			q := *p
			change(&q, args[0])
			return &q
		}), true
	}
	switch name {
	case "getter":
		return with(func(q *Property, f any) { q.get = f })
	case "setter":
		return with(func(q *Property, f any) { q.set = f })
	case "deleter":
		return with(func(q *Property, f any) { q.del = f })
	case "fget":
		return noneFor(p.get), true
	case "fset":
		return noneFor(p.set), true
	case "fdel":
		return noneFor(p.del), true
	case "__doc__":
		if p.doc == nil && p.get != nil {
			return DynGetAttr(p.get, name), true
		}
		return noneFor(p.doc), true
	}
	return nil, false
}

func noneFor(v any) any {
	if v == nil {
		return None
	}
	return v
}

// StaticMethod is staticmethod(f).
type StaticMethod struct{ f any }

// NewStaticMethod is staticmethod(f).
func NewStaticMethod(f any) any { return &StaticMethod{Box(f)} }

// PyTypeName is "staticmethod".
func (m *StaticMethod) PyTypeName() string { return "staticmethod" }

// ClassMethod is classmethod(f).
type ClassMethod struct{ f any }

// NewClassMethod is classmethod(f).
func NewClassMethod(f any) any { return &ClassMethod{Box(f)} }

// PyTypeName is "classmethod".
func (m *ClassMethod) PyTypeName() string { return "classmethod" }

// BoundMethod is a method read from an object, or a class method read from a class.
type BoundMethod struct{ self, f any }

// PyCall is m(*args, **kw).
func (m *BoundMethod) PyCall(args []any, kw *Dict[string, any]) any {
	args = append([]any{m.self}, args...)
	if f, ok := m.f.(*Function); ok {
		return f.CallKw(args, kw)
	}
	return DynCallKw(m.f, args, &Keywords{orEmpty(kw)})
}

// PyTypeName is "method".
func (m *BoundMethod) PyTypeName() string { return "method" }

// PyRepr is <bound method K.m of <…>>.
func (m *BoundMethod) PyRepr() string {
	return fmt.Sprintf("<bound method %s of %s>", Str(DynGetAttr(m.f, "__qualname__")), Repr(m.self))
}

// PyEqual compares the object, by identity, and the function.
func (m *BoundMethod) PyEqual(other any) bool {
	o, ok := other.(*BoundMethod)
	return ok && identical(m.self, o.self) && identical(m.f, o.f)
}

// PyHash makes methods usable as keys.
func (m *BoundMethod) PyHash() int64 { return Id(m.f) >> 4 }

// PyGetAttr gives __self__, __func__, and what the function has.
func (m *BoundMethod) PyGetAttr(name string) (any, bool) {
	switch name {
	case "__self__":
		return m.self, true
	case "__func__":
		return m.f, true
	}
	if a, ok := m.f.(Attributes); ok {
		return a.PyGetAttr(name)
	}
	return nil, false
}

// bindMember is what reading a member v of class c gives: through an object, or through the class itself if self is nil.
func bindMember(v, self any, c *DynClass) any {
	switch m := v.(type) {
	case *Function:
		if self != nil && m.kind == scriptFunction {
			return &BoundMethod{self, m}
		}
	case *StaticMethod:
		return m.f
	case *ClassMethod:
		return &BoundMethod{c, m.f}
	case *Property:
		if self == nil {
			return m
		}
		if m.get == nil {
			throw(AttributeError, "unreadable attribute")
		}
		return DynCall(m.get, self)
	case *DynObject:
		instance := self
		if self == nil {
			instance = None
		}
		if r, ok := m.special("__get__", instance, c); ok {
			return r
		}
	}
	return v
}

// isData reports a descriptor that comes before the object's own attributes.
func isData(v any) bool {
	switch m := v.(type) {
	case *Property:
		return true
	case *DynObject:
		_, set := m.class.find("__set__")
		_, del := m.class.find("__delete__")
		return set || del
	}
	return false
}

// Super is super(class, self): it looks names up behind a class in the line of the object's class.
type Super struct {
	class *DynClass
	self  any // the object, or the class in a class method
}

// NewSuper is super(class, self).
func NewSuper(class, self any) any {
	c, ok := Box(class).(*DynClass)
	if !ok {
		throwf(TypeError, "super() argument 1 must be a type, not %s", TypeName(Box(class)))
	}
	s := &Super{c, Box(self)}
	if k := s.of(); k == nil || !k.isSubclassOf(c) {
		throw(TypeError, "super(type, obj): obj must be an instance or subtype of type")
	}
	return s
}

// PyTypeName is "super".
func (s *Super) PyTypeName() string { return "super" }

// of is the class whose line is searched.
func (s *Super) of() *DynClass {
	if c, ok := s.self.(*DynClass); ok {
		return c
	}
	return dynClassOf(s.self)
}

// PyGetAttr reads an attribute behind the class.
func (s *Super) PyGetAttr(name string) (any, bool) {
	k := s.of()
	at := 0
	for at < len(k.line) && k.line[at] != s.class {
		at++
	}
	if v, ok := findIn(k.line[min(at+1, len(k.line)):], name); ok {
		if _, isClass := s.self.(*DynClass); isClass {
			return bindMember(v, nil, k), true
		}
		return bindMember(v, s.self, k), true
	}
	if c, isClass := s.self.(*DynClass); isClass {
		return c.superNative(name)
	}
	return boundNative(s.self, name)
}
