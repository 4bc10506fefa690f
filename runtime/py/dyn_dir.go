package py

import "slices"

// objectNames are the names that every object has.
var objectNames = []string{"__class__", "__delattr__", "__dict__", "__dir__", "__doc__", "__eq__", "__format__", "__ge__", "__getattribute__",
	"__getstate__", "__gt__", "__hash__", "__init__", "__init_subclass__", "__le__", "__lt__", "__module__", "__ne__", "__new__", "__reduce__",
	"__reduce_ex__", "__repr__", "__setattr__", "__sizeof__", "__str__", "__subclasshook__", "__weakref__"}

// Dir is dir(x): of an object or a class of the script all names, of other values those of the methods.
func Dir(x any) *List[string] {
	names := map[string]bool{}
	add := func(d *Dict[string, any]) {
		for name := range d.Pairs() {
			names[name] = true
		}
	}
	x = Box(x)
	c, isClass := x.(*DynClass)
	if o, ok := x.(*DynObject); ok {
		c = o.class
		if v, ok := o.special("__dir__"); ok {
			names := ListOf(AsSeq[string](Elems(v))).v
			slices.Sort(names)
			return NewList(names...)
		}
		if o.attrs != nil {
			add(o.attrs)
		}
	}
	if c != nil {
		for _, name := range objectNames {
			names[name] = true
		}
		for _, k := range c.line {
			add(k.attrs)
		}
		if c.native != nil && !isClass {
			addMethods(names, x.(*DynObject).value)
		}
	}
	addMethods(names, x)
	sorted := make([]string, 0, len(names))
	for name := range names {
		sorted = append(sorted, name)
	}
	slices.Sort(sorted)
	return NewList(sorted...)
}

// Module is an imported module as a value of globals().
type Module struct{ name string }

// ModuleValue makes one.
func ModuleValue(name string) any { return &Module{name} }

// PyTypeName is "module".
func (*Module) PyTypeName() string { return "module" }

// PyRepr names the module.
func (m *Module) PyRepr() string { return "<module '" + m.name + "'>" }

// addMethods adds the names of a built-in value's methods.
func addMethods(names map[string]bool, v any) {
	for name := range methodsOf(v) {
		names[name] = true
	}
	if c, ok := v.(namedMethods); ok {
		for _, name := range c.methodNames() {
			names[name] = true
		}
	}
}
