package py

import "strings"

// Type is a type object such as int, or what type(v) gives. Types are equal if Name and Script are.
type Type struct {
	Name   string
	Module string // of a class of the library
	Script bool   // a class of the script, printed with __main__
	kind   string // "enum" or "flag" of one that is printed as that
}

// TypeOf is type(v).
func TypeOf[T any](v T) Type {
	name := fullTypeName(v)
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return Type{Name: name[i+1:], Module: name[:i]}
	}
	if m, ok := any(v).(interface{ PyModule() string }); ok {
		return Type{Name: name, Module: m.PyModule()}
	}
	if _, iterates := any(v).(interface{ nextAny() (any, bool) }); iterates {
		if itertoolsTypes[name] {
			return Type{Name: name, Module: "itertools"}
		}
		return Type{Name: name}
	}
	if c := classOf(any(v)); c != nil && c.kind != "" {
		return Type{Name: name, Script: true, kind: c.kind}
	}
	return Type{Name: name, Script: !builtinTypes[name] && builtinExceptions[name] == nil}
}

// TypeObject is type(v) as a value of unknown type.
func TypeObject(v any) any {
	switch x := Box(v).(type) {
	case Classed:
		return x.PyClass()
	case *Exception:
		return x.Class.object()
	}
	t := TypeOf(Box(v))
	if n := nativeTypeOf(t.Name); n != nil && !t.Script {
		return n.class()
	}
	return t
}

var builtinTypes = map[string]bool{
	"int": true, "float": true, "bool": true, "str": true, "bytes": true, "NoneType": true, "list": true, "dict": true, "set": true,
	"frozenset": true, "tuple": true, "range": true, "function": true, "ellipsis": true, "traceback": true, "generator": true, "map": true, "filter": true, "zip": true,
	"enumerate": true, "slice": true, "type": true, "dict_keys": true, "dict_values": true, "dict_items": true,
	"bytearray": true, "complex": true, "builtin_function_or_method": true, "object": true, "property": true, "staticmethod": true, "classmethod": true,
}

var itertoolsTypes = map[string]bool{
	"accumulate": true, "chain": true, "combinations": true, "combinations_with_replacement": true, "compress": true, "count": true, "cycle": true,
	"dropwhile": true, "filterfalse": true, "groupby": true, "islice": true, "pairwise": true, "permutations": true, "product": true,
	"repeat": true, "starmap": true, "takewhile": true, "zip_longest": true,
}

// PyTypeName is "type".
func (Type) PyTypeName() string { return "type" }

// PyRepr is <class 'int'>.
func (t Type) PyRepr() string {
	switch {
	case t.kind != "":
		return "<" + t.kind + " '" + t.Name + "'>"
	case t.Module != "":
		return "<class '" + t.Module + "." + t.Name + "'>"
	case t.Script:
		return "<class '__main__." + t.Name + "'>"
	}
	return "<class '" + t.Name + "'>"
}

// PyEqual compares types; int as a name in the script and type(1) are one.
func (t Type) PyEqual(other any) bool {
	if f, ok := other.(*Function); ok {
		return f.PyEqual(t)
	}
	o, ok := other.(Type)
	return ok && t.Name == o.Name
}

// PyHash makes types usable as keys.
func (t Type) PyHash() int64 { return hashString(t.Name) }

// PyGetAttr gives __name__.
func (t Type) PyGetAttr(name string) (any, bool) {
	switch name {
	case "__name__", "__qualname__":
		return t.Name, true
	case "__module__":
		switch {
		case t.Module != "":
			return t.Module, true
		case t.Script:
			return "__main__", true
		}
		return "builtins", true
	}
	return nil, false
}

// superTypes are the types that IsInstance counts a type's values to, besides its own and object.
var superTypes = map[string]string{
	"bool": "int", "Counter": "dict", "defaultdict": "dict", "OrderedDict": "dict", "datetime": "date",
}

// IsInstance is isinstance(v, (types…)) for built-in types and a script's classes by name.
func IsInstance(v any, typeNames ...string) bool {
	b := Box(v)
	for _, name := range typeNames {
		if isInstance(b, name) {
			return true
		}
	}
	return false
}

func isInstance(b any, typeName string) bool {
	if typeName == "object" {
		return true
	}
	if strings.Contains(typeName, ".") {
		return isOfABC(b, typeName)
	}
	if c, ok := b.(interface{ PyIsInstance(typeName string) bool }); ok {
		return c.PyIsInstance(typeName)
	}
	if e, ok := b.(*Exception); ok {
		class := builtinExceptions[typeName]
		return class != nil && e.IsA(class) || e.Class.Name == typeName
	}
	if p, ok := memberValue(b); ok && isInstance(p, typeName) {
		return true
	}
	for name := TypeName(b); name != ""; name = superTypes[name] {
		if name == typeName {
			return true
		}
	}
	return false
}

// IsInstanceExc is isinstance(v, class) for an exception class.
func IsInstanceExc(v any, class *ExcClass) bool {
	e, ok := v.(*Exception)
	return ok && e.IsA(class)
}

// Callable is callable(v).
func Callable(v any) bool {
	switch TypeName(v) {
	case "function", "type", "builtin_function_or_method", "method":
		return true
	}
	if o, ok := v.(asksClass); ok {
		return o.pyHas("__call__")
	}
	return false
}

// IsSequence reports what the sequence patterns of match take: lists, tuples, ranges and deques.
func IsSequence(v any) bool {
	b := plain(Box(v))
	switch b.(type) {
	case listAny, tupleAny, Range:
		return true
	}
	return TypeName(b) == "deque"
}
