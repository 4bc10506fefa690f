package py

import (
	"slices"
	"strings"
)

// DynClass is a class of a script that is known when running only: its objects are of type DynObject (those of exceptions of
// type Exception), and what they have is looked up by name along the line of the class. It is what the compiler makes of
// classes that its static ones cannot be: those that derive from built-in types, that are made anew in each call of a
// function, that are kept in variables, or that take part in how attributes are found.
type DynClass struct {
	name, qualname string
	module         string      // "" for __main__
	bases          []any       // as the script names them
	line           []*DynClass // the method resolution order, as far as it goes through classes of the script
	native         *nativeType // the built-in type whose value the objects hold, or nil
	exc            *ExcClass   // of an exception class
	attrs          *Dict[string, any]
	slots          map[string]bool // the only attributes that objects have, or nil for any
	subclasses     []*DynClass
	abstract       bool // ABC is among its bases
	generic        bool // c[key] is c
}

// Member is a name that a class statement binds.
type Member struct {
	Name  string
	Value any
}

// MemberIf is a name that the body of a class may have bound.
func MemberIf(bound bool, name string, value any) Member {
	if !bound {
		return Member{Name: name}
	}
	return Member{name, value}
}

// ClassDef is what a class statement says besides its body.
type ClassDef struct {
	Name, Qualname, Doc string
	Module              string // "" for __main__
	Bases               []any
	Abstract            bool // ABC is among the bases
	Generic             bool // c[key] is c
}

// MakeClass is the end of a class statement: it makes the class of what the body has bound. keywords are those of the
// statement, for __init_subclass__; nil without any.
func MakeClass(def ClassDef, keywords *Keywords, members ...Member) *DynClass {
	c := &DynClass{name: def.Name, module: def.Module, qualname: def.Qualname, attrs: NewDict[string, any](), abstract: def.Abstract, generic: def.Generic}
	c.attrs.Set("__module__", strings.TrimSuffix(fullName(def.Module, "", ""), "."))
	if def.Doc != "" {
		c.attrs.Set("__doc__", def.Doc)
	}
	c.inherit(def.Bases)
	for _, m := range members {
		if m.Value != nil { // the body has not come to bind it
			c.attrs.Set(m.Name, c.member(m.Name, m.Value))
		}
	}
	if _, eq := c.attrs.lookupAny("__eq__"); eq {
		if _, hash := c.attrs.lookupAny("__hash__"); !hash {
			c.attrs.Set("__hash__", None)
		}
	}
	c.findSlots()
	c.announce(keywords)
	return c
}

// member is what the class keeps of a name: some methods are static or class methods without saying so.
func (c *DynClass) member(name string, v any) any {
	v = Box(v)
	f, ok := v.(*Function)
	if !ok {
		return v
	}
	switch name {
	case "__new__":
		return &StaticMethod{f}
	case "__init_subclass__", "__class_getitem__":
		return &ClassMethod{f}
	}
	return v
}

// inherit takes the bases and computes the line.
func (c *DynClass) inherit(bases []any) {
	var lines [][]*DynClass
	var direct []*DynClass
	for _, b := range bases {
		b = Box(b)
		c.bases = append(c.bases, b)
		switch b := b.(type) {
		case *DynClass:
			lines = append(lines, slices.Clone(b.line))
			direct = append(direct, b)
			c.takeNative(b.native)
			if b.exc != nil {
				c.excBase(b.exc)
			}
			c.abstract, c.generic = c.abstract || b.abstract, c.generic || b.generic
			b.subclasses = append(b.subclasses, c)
		case *ExcClass:
			c.excBase(b)
		default:
			n := nativeNamed(b)
			if n == nil {
				throwf(TypeError, "type '%s' is not an acceptable base type", classNameOf(b))
			}
			c.takeNative(n)
		}
	}
	lines = append(lines, direct)
	c.line = []*DynClass{c}
	for {
		next, done := nextInLine(lines)
		if done {
			return
		}
		if next == nil {
			throwf(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %s", baseNames(direct))
		}
		c.line = append(c.line, next)
	}
}

func (c *DynClass) takeNative(n *nativeType) {
	if n == nil || n == objectType {
		return
	}
	if c.native != nil && c.native != n {
		throw(TypeError, "multiple bases have instance lay-out conflict")
	}
	c.native = n
}

func (c *DynClass) excBase(of *ExcClass) {
	if c.exc == nil {
		c.exc = NewExcClassIn(c.module, c.qualname, c.name)
		c.exc.dyn = c
	}
	c.exc.Bases = append(c.exc.Bases, of)
}

func baseNames(classes []*DynClass) string {
	names := make([]string, len(classes))
	for i, k := range classes {
		names[i] = k.name
	}
	return strings.Join(names, ", ")
}

// nextInLine takes the first class of lines that is not behind the head of any of them.
func nextInLine(lines [][]*DynClass) (next *DynClass, done bool) {
	done = true
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		done = false
		if !slices.ContainsFunc(lines, func(o []*DynClass) bool { return slices.Index(o, l[0]) > 0 }) {
			next = l[0]
			break
		}
	}
	for i, l := range lines {
		if next != nil && len(l) > 0 && l[0] == next {
			lines[i] = l[1:]
		}
	}
	return next, done
}

// findSlots reads __slots__. Objects are bound to them if all classes of the line have some.
func (c *DynClass) findSlots() {
	slots := map[string]bool{}
	for _, k := range c.line {
		v, ok := k.attrs.lookupAny("__slots__")
		if !ok {
			return
		}
		if s, one := v.(string); one {
			slots[mangled(k.name, s)] = true
			continue
		}
		for name := range Elems(v) {
			slots[mangled(k.name, AsStr(name))] = true
		}
	}
	if !slots["__dict__"] {
		c.slots = slots
	}
}

// mangled is a private name of a class: __n of class Rat is _Rat__n.
func mangled(class, name string) string {
	class = strings.TrimLeft(class, "_")
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") {
		return name
	}
	return "_" + class + name
}

// announce calls __set_name__ of what the class holds and __init_subclass__ of its bases.
func (c *DynClass) announce(keywords *Keywords) {
	for name, v := range c.attrs.Pairs() {
		if o, ok := v.(*DynObject); ok {
			o.special("__set_name__", c, name)
		}
	}
	kw := NewDict[string, any]()
	if keywords != nil {
		kw = keywords.dict
	}
	for _, k := range c.line[1:] {
		if v, ok := k.attrs.lookupAny("__init_subclass__"); ok {
			DynCallKw(bindMember(v, nil, c), nil, &Keywords{kw})
			return
		}
	}
	if kw.Len() > 0 {
		throwf(TypeError, "%s.__init_subclass__() takes no keyword arguments", c.name)
	}
}

// find looks a name up along the line.
func (c *DynClass) find(name string) (any, bool) { return findIn(c.line, name) }

func findIn(line []*DynClass, name string) (any, bool) {
	for _, k := range line {
		if v, ok := k.attrs.lookupAny(name); ok {
			return v, true
		}
	}
	return nil, false
}

// IsSubclassOf is issubclass(c, of) for classes of the script.
func (c *DynClass) isSubclassOf(of *DynClass) bool { return slices.Contains(c.line, of) }

// PyCall is c(args...): it makes an object.
func (c *DynClass) PyCall(args []any, kw *Dict[string, any]) any {
	if c.abstract {
		c.refuseAbstract()
	}
	var obj any
	if v, ok := c.find("__new__"); ok {
		obj = DynCallKw(bindMember(v, nil, c), append([]any{c}, args...), &Keywords{orEmpty(kw)})
		if !isOf(obj, c) {
			return obj
		}
	} else {
		obj = c.allocate(args, kw)
	}
	c.initialize(obj, args, kw)
	return obj
}

func orEmpty(kw *Dict[string, any]) *Dict[string, any] {
	if kw == nil {
		return NewDict[string, any]()
	}
	return kw
}

// isOf reports whether a value is an object of class c.
func isOf(v any, c *DynClass) bool {
	k := dynClassOf(v)
	return k != nil && k.isSubclassOf(c)
}

// dynClassOf is the class of an object, if it is one of these.
func dynClassOf(v any) *DynClass {
	switch o := v.(type) {
	case *DynObject:
		return o.class
	case *Exception:
		c, _ := o.Class.dyn.(*DynClass)
		return c
	}
	return nil
}

// allocate is the __new__ of the built-in classes.
func (c *DynClass) allocate(args []any, kw *Dict[string, any]) any {
	if c.exc != nil {
		return NewException(c.exc, args...)
	}
	o := &DynObject{class: c}
	if c.native != nil {
		o.value = c.native.create(args, kw)
	}
	return o
}

// initialize calls __init__, or does what that of the built-in class does.
func (c *DynClass) initialize(obj any, args []any, kw *Dict[string, any]) {
	if v, ok := c.find("__init__"); ok {
		r := DynCallKw(bindMember(v, obj, c), args, &Keywords{orEmpty(kw)})
		if !isNone(r) {
			throwf(TypeError, "__init__() should return None, not '%s'", TypeName(r))
		}
		return
	}
	o, ok := obj.(*DynObject)
	switch {
	case ok && c.native != nil:
		c.native.initialize(o.value, args, kw)
	case ok && len(args)+int(orEmpty(kw).Len()) > 0:
		if _, made := c.find("__new__"); !made {
			throwf(TypeError, "%s() takes no arguments", c.name)
		}
	}
}

// refuseAbstract raises TypeError while the class has abstract methods.
func (c *DynClass) refuseAbstract() {
	var names []string
	seen := map[string]bool{}
	for _, k := range c.line {
		for name := range k.attrs.Pairs() {
			if !seen[name] {
				seen[name] = true
				if v, _ := c.find(name); isAbstract(v) {
					names = append(names, name)
				}
			}
		}
	}
	if len(names) == 0 {
		return
	}
	slices.Sort(names)
	throwf(TypeError, "Can't instantiate abstract class %s with abstract method%s %s", c.name, plural(len(names)), strings.Join(names, ", "))
}

func isAbstract(v any) bool {
	switch m := v.(type) {
	case *Function:
		a, ok := m.attrs["__isabstractmethod__"]
		return ok && truthAny(a)
	case *Property:
		return isAbstract(m.get) || isAbstract(m.set)
	case *StaticMethod:
		return isAbstract(m.f)
	case *ClassMethod:
		return isAbstract(m.f)
	}
	return false
}

// AbstractMethod is the decorator abc.abstractmethod.
func AbstractMethod(f any) any {
	switch m := f.(type) {
	case *Function:
		m.PySetAttr("__isabstractmethod__", true)
	case *Property:
		AbstractMethod(m.get)
	case *StaticMethod:
		AbstractMethod(m.f)
	case *ClassMethod:
		AbstractMethod(m.f)
	}
	return f
}

// PyTypeName is "type".
func (c *DynClass) PyTypeName() string { return "type" }

// PyRepr is <class '__main__.Point'>.
func (c *DynClass) PyRepr() string { return "<class '" + fullName(c.module, c.qualname, c.name) + "'>" }

// PyEqual is identity.
func (c *DynClass) PyEqual(other any) bool { return any(c) == other }

// PyHash is by identity.
func (c *DynClass) PyHash() int64 { return Id(c) >> 4 }

// PyGetAttr reads an attribute of the class itself.
func (c *DynClass) PyGetAttr(name string) (any, bool) {
	switch name {
	case "__name__":
		return c.name, true
	case "__qualname__":
		return c.qualname, true
	case "__bases__":
		return TupleFrom(c.basesOrObject()), true
	case "__mro__":
		return TupleFrom(c.mro()), true
	case "__dict__":
		return dictOfAttrs(c.attrs), true
	case "__class__":
		return Type{Name: "type"}, true
	}
	if v, ok := c.find(name); ok {
		return bindMember(v, nil, c), true
	}
	switch name {
	case "__doc__":
		return None, true
	case "mro":
		return NewBuiltin("mro", func([]any) any { return NewList(c.mro()...) }), true
	case "__subclasses__":
		return NewBuiltin("__subclasses__", func([]any) any { return c.subclassList() }), true
	}
	return c.unboundNative(name)
}

func (c *DynClass) basesOrObject() []any {
	if len(c.bases) == 0 {
		return []any{objectType.class()}
	}
	return slices.Clone(c.bases)
}

// mro is the whole line: with the built-in classes behind those of the script.
func (c *DynClass) mro() []any {
	var out []any
	for _, k := range c.line {
		out = append(out, k)
	}
	if c.native != nil {
		out = append(out, c.native.class())
	}
	if c.exc != nil {
		for _, k := range c.exc.line() {
			if e, ok := k.(*ExcClass); ok {
				out = append(out, e)
			}
		}
	}
	return append(out, objectType.class())
}

func (c *DynClass) subclassList() any {
	out := NewList[any]()
	for _, k := range c.subclasses {
		out.Append(k)
	}
	return out
}

// PySetAttr sets an attribute of the class.
func (c *DynClass) PySetAttr(name string, value any) bool {
	c.attrs.Set(name, c.member(name, value))
	return true
}

// PyDelAttr deletes an attribute of the class.
func (c *DynClass) PyDelAttr(name string) bool {
	if !c.attrs.Contains(name) {
		throwf(AttributeError, "type object '%s' has no attribute '%s'", c.name, name)
	}
	DictDel(c.attrs, name)
	return true
}

// PyGetItem is c[key], by __class_getitem__.
func (c *DynClass) PyGetItem(key any) any {
	if v, ok := c.find("__class_getitem__"); ok {
		return DynCall(bindMember(v, nil, c), key)
	}
	if c.generic {
		return c
	}
	throwf(TypeError, "type '%s' is not subscriptable", c.name)
	return nil
}

func (c *DynClass) excGet(e *Exception, name string) (any, bool) { return dynGet(e, c, name) }

func (c *DynClass) excSet(e *Exception, name string, value any) { dynSet(e, c, name, value) }

func (c *DynClass) excSpecial(e *Exception, name string, args ...any) (any, bool) {
	v, ok := c.find(name)
	if !ok {
		return nil, false
	}
	return DynCall(bindMember(v, e, c), args...), true
}
