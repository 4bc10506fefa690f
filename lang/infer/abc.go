package infer

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// The abstract classes of collections.abc, typing and numbers. What has their methods is of them, or what derives from them;
// a class that derives from one that has methods to inherit derives from the class that the library has for it.

// abcModule begins the names of the abstract classes of containers, in whatever module a script takes them from.
const abcModule = "collections.abc."

// abcMethods are the methods that an object of a class must have to be of an abstract class; the others need a base.
var abcMethods = map[string][]string{
	"Hashable": {"__hash__"}, "Iterable": {"__iter__"}, "Iterator": {"__iter__", "__next__"}, "Sized": {"__len__"}, "Container": {"__contains__"},
	"Callable": {"__call__"}, "Reversible": {"__iter__", "__reversed__"}, "Collection": {"__len__", "__iter__", "__contains__"},
	"Generator": {"__iter__", "__next__", "send", "throw", "close"},
	"Mapping":   nil, "MutableMapping": nil, "Sequence": nil, "MutableSequence": nil, "Set": nil, "MutableSet": nil, "ByteString": nil,
	"MappingView": nil, "KeysView": nil, "ItemsView": nil, "ValuesView": nil, "AbstractSet": nil,
}

// abcTypes are the abstract classes of the built-in types, by the names of these.
var abcTypes = map[string]string{
	"str": "Hashable Iterable Sized Container Reversible Collection Sequence", "bytes": "Hashable Iterable Sized Container Reversible Collection Sequence ByteString",
	"bytearray": "Iterable Sized Container Reversible Collection Sequence MutableSequence ByteString",
	"int":       "Hashable Number Complex Real Rational Integral", "bigint": "Hashable Number Complex Real Rational Integral",
	"bool": "Hashable Number Complex Real Rational Integral", "float": "Hashable Number Complex Real", "complex": "Hashable Number Complex", "None": "Hashable",
	"list":  "Iterable Sized Container Reversible Collection Sequence MutableSequence",
	"tuple": "Hashable Iterable Sized Container Reversible Collection Sequence", "tuple...": "Hashable Iterable Sized Container Reversible Collection Sequence",
	"range": "Hashable Iterable Sized Container Reversible Collection Sequence",
	"dict":  "Iterable Sized Container Reversible Collection Mapping MutableMapping",
	"set":   "Iterable Sized Container Collection Set MutableSet", "frozenset": "Hashable Iterable Sized Container Collection Set",
	"Counter":  "Iterable Sized Container Reversible Collection Mapping MutableMapping",
	"deque":    "Iterable Sized Container Reversible Collection Sequence MutableSequence",
	"DictKeys": "Iterable Sized Container Reversible Collection Set MappingView KeysView", "DictItems": "Iterable Sized Container Reversible Collection Set MappingView ItemsView",
	"DictValues": "Hashable Iterable Sized Container Reversible Collection MappingView ValuesView",
}

// typesOfCode are the classes of module types that tell functions, methods and generators apart: only for tests of what a value is.
var typesOfCode = map[string]bool{"FunctionType": true, "LambdaType": true, "MethodType": true, "BuiltinFunctionType": true, "BuiltinMethodType": true,
	"GeneratorType": true, "TracebackType": true}

// abcName is the full name of the abstract class that a module's member is; "" for other members.
func abcName(t types.Type) string {
	if f, ok := t.(*types.Func); ok && f.Fn.(*function).name == "MethodType" { // which is called, too, and is a function of the library
		return "types.MethodType"
	}
	m, ok := t.(*types.Module)
	if !ok {
		return ""
	}
	i := strings.LastIndexByte(m.Name, '.')
	if i < 0 {
		return ""
	}
	name := m.Name[i+1:]
	switch m.Name[:i] {
	case "collections.abc", "typing":
		if _, ok := abcMethods[name]; ok {
			if name == "AbstractSet" {
				name = "Set"
			}
			return abcModule + name
		}
	case "types":
		if typesOfCode[name] {
			return m.Name
		}
	case "numbers":
		if slices.Contains(strings.Fields(abcTypes["int"]), name) {
			return m.Name
		}
	}
	return ""
}

// abcOf is the full name of the abstract class that an expression names.
func (c *checker) abcOf(e syntax.Expr) string {
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
		return abcName(typeOf(c.expr(e)))
	}
	return ""
}

// isOfABC decides whether values of a built-in type are of an abstract class; known is false where that is known when running.
func isOfABC(t *types.Named, full string) (is, known bool) {
	name := full[strings.LastIndexByte(full, '.')+1:]
	if typesOfCode[name] {
		return false, t.Name != "Iterator" || name != "GeneratorType"
	}
	if t.Name == "Iterator" {
		return name == "Iterator" || name == "Iterable" || name == "Hashable", name != "Generator"
	}
	list, known := abcTypes[t.Name]
	return slices.Contains(strings.Fields(list), name), known
}

// abcInLibrary names the class of the library that stands for an abstract class; nil where no class derives from one.
func (c *checker) abcInLibrary(full string, at syntax.Span) syntax.Expr {
	name, ok := strings.CutPrefix(full, abcModule)
	lib := c.written("collections.abc", name)
	if !ok || lib == nil {
		return nil
	}
	return &syntax.Attr{At: syntax.At{Span: at}, X: c.held(ref(c.userRef(lib), at), at), Name: name, NameAt: at}
}

// abcClass is that class, nil also where it is known when running only.
func (c *checker) abcClass(full string, at syntax.Span) *class {
	x := c.abcInLibrary(full, at)
	if x == nil {
		return nil
	}
	k, _ := c.namedClass(x)
	return k
}

// base types the base of a class statement: an abstract class with methods to inherit is that of the library, and so are the
// classes of module logging.
func (c *checker) base(e syntax.Expr) ir.Expr {
	v := c.expr(e)
	if full := abcName(typeOf(v)); full != "" {
		if x := c.abcInLibrary(full, e.Pos()); x != nil {
			return c.expr(x)
		}
	}
	if x := c.derivedLogging(typeOf(v), e.Pos()); x != nil {
		return c.expr(x)
	}
	return v
}

// hasABC reports whether the objects of a class are of an abstract class.
func (c *checker) hasABC(k *class, full string, at syntax.Span) bool {
	if base := c.abcClass(full, at); base != nil && k.derives(base) {
		return true
	}
	name := full[strings.LastIndexByte(full, '.')+1:]
	if name == "Hashable" {
		m, of := k.find("__hash__")
		eq, _ := k.find("__eq__")
		return m == nil && eq == nil || m != nil && !of.onlyRaises(m)
	}
	if k.namedTuple() != nil {
		is, _ := isOfABC(types.TupleOf(types.Any), full)
		return is
	}
	methods := abcMethods[name]
	for _, m := range methods {
		if f, _ := k.find(m); f == nil {
			return false
		}
	}
	return len(methods) > 0
}

// onlyRaises reports a method that the compiler has written to say that there is none.
func (k *class) onlyRaises(m *member) bool {
	if len(m.fn.body) != 1 || !slices.ContainsFunc(k.made, func(s syntax.Stmt) bool { return any(s) == any(m.fn.node) }) {
		return false
	}
	_, raises := m.fn.body[0].(*syntax.Raise)
	return raises
}

// withABCs adds the classes whose objects are of abstract classes to those that a value is tested for.
func (c *checker) withABCs(ks, among []*class, abcs []string, at syntax.Span) []*class {
	for _, full := range abcs {
		if k := c.abcClass(full, at); k != nil && !slices.Contains(ks, k) {
			ks = append(ks, k)
		}
		for _, k := range among {
			if !k.dynamic && !slices.Contains(ks, k) && c.hasABC(k, full, at) {
				ks = append(ks, k)
			}
		}
	}
	return ks
}
