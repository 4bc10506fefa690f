package codegen

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/types"
)

// maxTuple is the size of the widest tuple that is a Go struct of its own.
const maxTuple = 8

// goClass says how values of a declared class look in Go.
type goClass struct {
	pkg   string
	name  string
	value bool // a value; otherwise a pointer
	plain bool // without type parameters in Go
}

// goClasses are the classes whose Go form does not follow the rule (a pointer to the type of the
// same name in the package of the declaring module).
var goClasses = map[string]goClass{
	"range":        {"py", "Range", true, false},
	"bytes":        {"py", "Bytes", true, false},
	"slice":        {"py", "Slice", true, false},
	"complex":      {"py", "Complex", true, false},
	"None":         {"py", "NoneType", true, false},
	"list":         {"py", "List", false, false},
	"dict":         {"py", "Dict", false, false},
	"set":          {"py", "Set", false, false},
	"frozenset":    {"py", "Set", false, false},
	"tuple...":     {"py", "TupleOf", false, false},
	"tuple":        {"py", "TupleOf", false, false}, // for its methods
	"Optional":     {"py", "Opt", true, false},
	"Iterator":     {"py", "Iter", false, false},
	"Generator":    {"py", "Iter", false, false},
	"datetime":     {"py", "DateTime", true, false},
	"date":         {"py", "Date", true, false},
	"time":         {"py", "ClockTime", true, false},
	"timedelta":    {"py", "TimeDelta", true, false},
	"timezone":     {"py", "TimeZone", true, false},
	"struct_time":  {"py", "StructTime", true, false},
	"Environ":      {"py", "Environ", true, false},
	"UUID":         {"py", "UUID", true, false},
	"Path":         {"py", "Path", true, false},
	"deque":        {"py", "Deque", false, false},
	"socket":       {"pysocket", "Socket", false, false},
	"DictKeys":     {"py", "KeysView", false, false},
	"DictValues":   {"py", "ValuesView", false, false},
	"DictItems":    {"py", "ItemsView", false, false},
	"Exception":    {"py", "Exception", false, false},
	"StorageLevel": {"core", "StorageLevel", true, false},
	"State":        {"core", "State", false, false},
	"Pattern":      {"py", "Pattern", false, true},
	"Match":        {"py", "Match", false, true},
	"BatchTime":    {"ds", "BatchTime", true, false},
	"local":        {"pythreading", "Local", false, false},
	"SplitFields":  {"py", "Fields", true, false},
	"JsonRecord":   {"py", "JsonRecord", true, false},
	"DictSlot":     {"py", "DictSlot", true, false},
	"TextIndex":    {"py", "TextIndex", true, false},
	"TextBuilder":  {"py", "TextBuilder", true, false},
}

// goClassName is the Go name of a declared class.
func goClassName(class string) string {
	if c, ok := goClasses[class]; ok {
		return c.name
	}
	return upperCamel(class)
}

// goType is a type of the script as Go has it.
func (g *generator) goType(t types.Type) *jen.Statement {
	switch t := types.Resolve(t).(type) {
	case *types.Named:
		return g.namedType(t)
	case *types.Callable:
		return g.funcType(t.Params, t.Result)
	case *types.Func:
		if t.Sig != nil {
			return g.funcType(t.Sig.Params, t.Sig.Result)
		}
	}
	return jen.Any()
}

// scalars are the types that are Go's own.
var scalars = map[string]string{
	"int": "int64", "float": "float64", "str": "string", "bool": "bool", "truth": "bool",
	"Any": "any", "Never": "any", "object": "any",
}

func (g *generator) namedType(t *types.Named) *jen.Statement {
	if s, ok := scalars[t.Name]; ok {
		return jen.Id(s)
	}
	switch t.Name {
	case "bigint":
		return jen.Qual(g.im.py, "BigInt")
	case "Iterable":
		return jen.Qual("iter", "Seq").Index(g.goType(t.Args[0]))
	case "tuple":
		if len(t.Args) > maxTuple {
			return jen.Op("*").Qual(g.im.py, "TupleOf").Index(jen.Any())
		}
		return g.generic(jen.Qual(g.im.py, fmt.Sprintf("Tuple%d", len(t.Args))), t.Args)
	case "<error>":
		fail("a type that could not be inferred reached code generation")
	}
	if t.Class != nil {
		u := g.userClassNamed(t.Name)
		if u == nil {
			fail("class %s was not written", t.Name)
		}
		if u.ir.Exception != "" {
			return jen.Op("*").Qual(g.im.py, "Exception")
		}
		return jen.Op("*").Id(u.root.typ)
	}
	c, ok := goClasses[t.Name]
	if !ok {
		c = goClass{pkg: g.classPackage(t.Name), name: t.Name}
	}
	out := jen.Null()
	if !c.value {
		out = jen.Op("*")
	}
	out.Qual(g.im.path(c.pkg), c.name)
	if c.plain {
		return out
	}
	return g.generic(out, t.Args)
}

func (g *generator) generic(name *jen.Statement, args []types.Type) *jen.Statement {
	if len(args) == 0 {
		return name
	}
	var list []jen.Code
	for _, a := range args {
		list = append(list, g.goType(a))
	}
	return name.Types(list...)
}

// funcType is func(params) result; a function whose result is None has none in Go.
func (g *generator) funcType(params []types.Type, result types.Type) *jen.Statement {
	var list []jen.Code
	for _, p := range params {
		list = append(list, g.goType(p))
	}
	s := jen.Func().Params(list...)
	if result != nil && !types.IsNone(result) && !types.IsNever(result) {
		s.Add(g.goType(result))
	}
	return s
}

// classPackage finds the runtime package of a class by the module that declares it.
func (g *generator) classPackage(name string) string {
	if pkg, ok := g.classes[name]; ok {
		return pkg
	}
	return "py"
}

// ownPackage are the modules of Python's library that are packages of their own below runtime/py,
// named as the module behind "py", because a script without them should not compile and link them.
var ownPackage = map[string]bool{
	"argparse":   true,
	"ast":        true,
	"decimal":    true,
	"hashlib":    true,
	"logging":    true,
	"random":     true,
	"html":       true,
	"secrets":    true,
	"socket":     true,
	"statistics": true,
	"threading":  true,
}

// modulePackage is the runtime package that implements a declared module.
func modulePackage(module string) string {
	switch {
	case module == "dstreamc" || module == "pyspark.streaming" || hasPrefixDot(module, "pyspark.streaming"):
		return "ds"
	case module == "pyspark" || hasPrefixDot(module, "pyspark"):
		return "core"
	case ownPackage[module]:
		return "py" + module
	}
	return "py"
}

func hasPrefixDot(s, prefix string) bool {
	return len(s) > len(prefix) && s[:len(prefix)] == prefix && s[len(prefix)] == '.'
}

// zero is the Go value that stands where a value is needed that nobody reads.
func (g *generator) zero(t types.Type) *jen.Statement {
	if n, ok := types.Resolve(t).(*types.Named); ok {
		switch n.Name {
		case "int", "float":
			return jen.Lit(0)
		case "str":
			return jen.Lit("")
		case "bool", "truth":
			return jen.False()
		case "Any", "None":
			return jen.Qual(g.im.py, "None")
		case "Optional":
			return jen.Qual(g.im.py, "Nothing").Index(g.goType(n.Args[0])).Call()
		}
	}
	return jen.Op("*").New(g.goType(t))
}
