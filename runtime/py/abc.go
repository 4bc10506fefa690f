package py

import "strings"

// numberTypes are the types of numbers, with the last of the abstract classes in module numbers that they are of.
var numberTypes = map[string]int{"int": 4, "bool": 4, "float": 2, "complex": 1, "Decimal": 0, "Fraction": 3}

var numberClasses = []string{"Number", "Complex", "Real", "Rational", "Integral"}

// abcBuiltin are the abstract classes of the built-in containers that need a base, by the names of their types.
var abcBuiltin = map[string]string{
	"str": "Sequence", "bytes": "Sequence ByteString", "bytearray": "Sequence MutableSequence ByteString", "list": "Sequence MutableSequence",
	"tuple": "Sequence", "range": "Sequence", "deque": "Sequence MutableSequence", "dict": "Mapping MutableMapping",
	"set": "Set MutableSet", "frozenset": "Set", "Environ": "Mapping MutableMapping",
	"dict_keys": "Set MappingView KeysView", "dict_items": "Set MappingView ItemsView", "dict_values": "MappingView ValuesView",
}

// unhashableTypes are the built-in types whose values cannot be hashed.
var unhashableTypes = map[string]bool{"list": true, "dict": true, "set": true, "bytearray": true, "deque": true, "dict_keys": true, "dict_items": true}

// isOfABC is isinstance(v, class) for an abstract class by its full name, such as collections.abc.Mapping or numbers.Real.
func isOfABC(v any, full string) bool {
	if name, ok := strings.CutPrefix(full, "numbers."); ok {
		last, isNumber := numberTypes[TypeName(v)]
		for i, c := range numberClasses {
			if isNumber && c == name {
				return i <= last
			}
		}
		return false
	}
	if name, ok := strings.CutPrefix(full, "types."); ok {
		return isOfCode(v, name)
	}
	name := full[strings.LastIndexByte(full, '.')+1:]
	if o, ok := v.(*DynObject); ok {
		if methods, ok := abcMethods[name]; ok {
			return o.hasAll(methods)
		}
		for _, c := range o.class.line {
			if c.name == name && c.module == "collections.abc" {
				return true
			}
		}
		return o.plain() != nil && builtinOfABC(o.plain(), name)
	}
	return builtinOfABC(v, name)
}

// abcMethods are the methods that make an object one of an abstract class.
var abcMethods = map[string][]string{
	"Iterable": {"__iter__"}, "Iterator": {"__iter__", "__next__"}, "Sized": {"__len__"}, "Container": {"__contains__"},
	"Callable": {"__call__"}, "Reversible": {"__iter__", "__reversed__"}, "Collection": {"__len__", "__iter__", "__contains__"},
	"Generator": {"__iter__", "__next__", "send", "throw", "close"}, "Hashable": {"__hash__"},
}

func (o *DynObject) hasAll(methods []string) bool {
	for _, m := range methods {
		if m == "__hash__" {
			if o.plain() != nil && !o.has(m) {
				return builtinOfABC(o.plain(), "Hashable")
			}
			if o.has("__eq__") && !o.has(m) {
				return false
			}
			continue
		}
		if !o.has(m) && (o.plain() == nil || !nativeHas(o.plain(), m)) {
			return false
		}
	}
	return true
}

// nativeHas reports the special methods of containers that a value of a built-in type has.
func nativeHas(v any, method string) bool {
	switch method {
	case "__iter__":
		return builtinOfABC(v, "Iterable")
	case "__len__":
		return builtinOfABC(v, "Sized")
	case "__contains__":
		return builtinOfABC(v, "Container")
	case "__reversed__":
		return builtinOfABC(v, "Reversible")
	}
	return false
}

// hashes reports a value whose hash does not raise. That of a tuple may, but a tuple has one.
func hashes(v any) bool {
	if _, ok := v.(tupleAny); ok {
		return true
	}
	h, ok := v.(Hasher)
	return !ok || Try(func() { h.PyHash() }) == nil
}

func builtinOfABC(v any, name string) bool {
	t := TypeName(v)
	_, iterates := v.(interface{ nextAny() (any, bool) })
	switch name {
	case "Hashable":
		return t == "dict_values" || hashable(v) && !unhashableTypes[t] && !unhashableTypes[superTypes[t]] && hashes(v)
	case "Callable":
		return Callable(v)
	case "Iterable":
		return iterates || iterable(v)
	case "Iterator":
		return iterates
	case "Generator":
		return t == "generator"
	}
	classes := abcBuiltin[t]
	if classes == "" {
		classes = abcBuiltin[superTypes[t]]
	}
	if _, ok := v.(tupleAny); ok && classes == "" {
		classes = "Sequence"
	}
	switch name {
	case "Sized":
		return classes != ""
	case "Container", "Collection":
		return classes != ""
	case "Reversible":
		return classes != "" && !strings.HasPrefix(classes, "Set") || strings.HasPrefix(t, "dict_")
	}
	for c := range strings.FieldsSeq(classes) {
		if c == name {
			return true
		}
	}
	return false
}

// isOfCode is isinstance(v, class) for a class of module types that tells functions, methods and generators apart.
func isOfCode(v any, class string) bool {
	f, _ := v.(*Function)
	method := TypeName(v) == "method" || f != nil && f.kind == builtinFunction && f.self != nil && classOf(f.self) != nil
	switch class {
	case "FunctionType", "LambdaType":
		return f != nil && f.kind == scriptFunction && f.self == nil
	case "MethodType":
		return method || f != nil && f.kind == scriptFunction && f.self != nil
	case "BuiltinFunctionType", "BuiltinMethodType":
		return f != nil && f.kind == builtinFunction && !method
	case "GeneratorType":
		return TypeName(v) == "generator"
	}
	return TypeName(v) == "traceback"
}
