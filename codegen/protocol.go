package codegen

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// The runtime reaches objects of the script's classes through its interfaces (runtime/py/protocol.go). This
// file writes their methods: thin ones, which call what the checker made of the special methods.

// simpleProtocol are the special methods that are one Go method with the same arguments.
var simpleProtocol = map[string]struct {
	name, params, result string
	call                 string // around the special method's result
}{
	"__repr__":     {"PyRepr", "", "string", ""},
	"__str__":      {"PyStr", "", "string", ""},
	"__format__":   {"PyFormat", "spec string", "string", ""},
	"__len__":      {"PyLen", "", "int64", ""},
	"__bool__":     {"PyTruth", "", "bool", ""},
	"__hash__":     {"PyHash", "", "int64", ""},
	"__eq__":       {"PyEqual", "other any", "bool", "EqualResult"},
	"__contains__": {"PyContains", "item any", "bool", ""},
	"__iter__":     {"PyIter", "", "iter", ""},
	"__getitem__":  {"PyGetItem", "key any", "any", ""},
	"__setitem__":  {"PySetItem", "key any,value any", "", ""},
	"__delitem__":  {"PyDelItem", "key any", "", ""},
	"__plain__":    {"PyPlain", "", "any", ""},
	"__float__":    {"PyFloat", "", "float64", ""},
}

// protocol writes the interface methods of a family.
func (g *generator) protocol(u *userClass) {
	for _, m := range simpleProtocol {
		u.names.taken[m.name] = true
	}
	for _, n := range []string{"PyBinary", "PyInPlace", "PyCompare", "PyGetAttr", "PySetAttr", "PyCallMethod", "PyTypeName", "PyCall", "PyCopy", "PyCopyAttrs"} {
		u.names.taken[n] = true
	}
	g.finishing = append(g.finishing, func() {
		var operators []*ir.Special
		for _, s := range u.ir.Protocol {
			if m, ok := simpleProtocol[s.Name]; ok {
				g.simpleMethod(u, s, m.name, m.params, m.result, m.call)
			} else if operatorOf(s.Name) != "" {
				operators = append(operators, s)
			}
		}
		g.operatorMethods(u, operators)
		if g.used.copies {
			g.copyMethods(u)
		}
		if d := u.ir.Dynamic; d != nil {
			g.dynamicGet(u, d.Get)
			g.dynamicSet(u, d.Set)
			g.dynamicCall(u, d.Call)
		}
	})
}

// receiver is the receiver of an interface method.
func (u *userClass) receiver() *jen.Statement { return jen.Id("o").Op("*").Id(u.typ) }

// simpleMethod writes an interface method that is a special method.
func (g *generator) simpleMethod(u *userClass, s *ir.Special, name, params, result, around string) {
	var sig, args []jen.Code
	if params != "" {
		for _, p := range strings.Split(params, ",") {
			word, typ, _ := strings.Cut(p, " ")
			sig = append(sig, jen.Id(word).Id(typ))
			args = append(args, jen.Id(word))
		}
	}
	call := jen.Id("o").Dot(g.topName(s.Fn)).Call(args...)
	decl := jen.Func().Params(u.receiver()).Id(name).Params(sig...)
	var body jen.Code = call
	switch {
	case around != "":
		body = jen.Return(jen.Qual(g.im.py, around).Call(append([]jen.Code{call, jen.Id("o")}, args...)...))
	case result != "":
		body = jen.Return(call)
	}
	switch result {
	case "":
	case "iter":
		decl.Qual("iter", "Seq").Index(jen.Any())
	default:
		decl.Id(result)
	}
	*g.slot() = *doc([]jen.Code{commentLine(name + " is " + s.Name + ".")}, decl.Block(body))
}

// operatorOf is the operator of a special method, or "".
func operatorOf(name string) string {
	word := strings.Trim(name, "_")
	for _, prefix := range []string{"", "r", "i"} {
		if op := operatorWords[strings.TrimPrefix(word, prefix)]; op != "" && strings.HasPrefix(word, prefix) {
			return op
		}
	}
	return ""
}

var operatorWords = map[string]string{
	"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
	"lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
	"neg": "-", "pos": "+", "invert": "~", "abs": "abs",
}

// swapped are the comparisons that a right operand answers for the left one's.
var swapped = map[string]string{"<": ">", ">": "<", "<=": ">=", ">=": "<="}

// operatorMethods writes PyBinary, PyInPlace and PyCompare.
func (g *generator) operatorMethods(u *userClass, list []*ir.Special) {
	var plain, reflected, inPlace, unary []jen.Code
	ordered := false
	for _, s := range list {
		word := strings.Trim(s.Name, "_")
		op := operatorOf(s.Name)
		call := jen.Id("o").Dot(g.topName(s.Fn))
		one := func(op string, args ...jen.Code) jen.Code {
			return jen.Case(quoted(op)).Block(jen.Return(jen.Qual(g.im.py, "Implemented").Call(jen.Add(call).Call(args...))))
		}
		switch {
		case len(s.Fn.Params) == 1:
			unary = append(unary, one(op))
		case operatorWords[word] != "":
			plain = append(plain, one(op, jen.Id("other")))
			if back := swapped[op]; back != "" {
				ordered = true
				reflected = append(reflected, one(back, jen.Id("other")))
			}
		case word[0] == 'r':
			reflected = append(reflected, one(op, jen.Id("other")))
		default:
			inPlace = append(inPlace, jen.Case(quoted(op)).Block(jen.Id("o").Dot(g.topName(s.Fn)).Call(jen.Id("other")), jen.Return(jen.True())))
		}
	}
	if len(plain)+len(reflected)+len(unary) > 0 {
		g.pyBinary(u, plain, reflected, unary)
	}
	if ordered {
		decl := jen.Func().Params(u.receiver()).Id("PyCompare").Params(jen.Id("other").Any()).Params(jen.Int(), jen.Bool())
		*g.slot() = *doc([]jen.Code{commentLine("PyCompare is the order for sorting.")},
			decl.Block(jen.Return(jen.Qual(g.im.py, "CompareObjects").Call(jen.Id("o"), jen.Id("other")))))
	}
	if len(inPlace) > 0 {
		decl := jen.Func().Params(u.receiver()).Id("PyInPlace").Params(jen.Id("op").String(), jen.Id("other").Any()).Bool()
		*g.slot() = *doc([]jen.Code{commentLine("PyInPlace is the operators that change the object.")},
			decl.Block(jen.Switch(jen.Id("op")).Block(inPlace...), jen.Return(jen.False())))
	}
}

func (g *generator) pyBinary(u *userClass, plain, reflected, unary []jen.Code) {
	params := []jen.Code{jen.Id("op").String(), jen.Id("other").Any(), jen.Id("reflected").Bool()}
	decl := jen.Func().Params(u.receiver()).Id("PyBinary").Params(params...).Params(jen.Any(), jen.Bool())
	var body []jen.Code
	if len(unary) > 0 {
		body = append(body, jen.If(jen.Id("other").Op("==").Nil()).Block(jen.Switch(jen.Id("op")).Block(unary...), jen.Return(jen.Nil(), jen.False())))
	}
	if len(reflected) > 0 {
		body = append(body, jen.If(jen.Id("reflected")).Block(jen.Switch(jen.Id("op")).Block(reflected...), jen.Return(jen.Nil(), jen.False())))
	}
	switch {
	case len(plain) > 0 && len(reflected) > 0:
		body = append(body, jen.Switch(jen.Id("op")).Block(plain...))
	case len(plain) > 0:
		body = append(body, jen.If(jen.Op("!").Id("reflected")).Block(jen.Switch(jen.Id("op")).Block(plain...)))
	}
	body = append(body, jen.Return(jen.Nil(), jen.False()))
	*g.slot() = *doc([]jen.Code{commentLine("PyBinary is the operators.")}, decl.Block(body...))
}

// copyMethods let objects be copied: by module copy, and for functions on workers that change them.
func (g *generator) copyMethods(u *userClass) {
	*g.slot() = *doc([]jen.Code{commentLine("PyCopy is copy.copy of the object.")},
		jen.Func().Params(u.receiver()).Id("PyCopy").Params().Any().Block(jen.Id("c").Op(":=").Op("*").Id("o"), jen.Return(jen.Op("&").Id("c"))))
	var body []jen.Code
	for _, a := range u.ir.Fields {
		field := jen.Id("o").Dot(u.fields[a.Name])
		switch n := typeName(a.Type); {
		case a.Maybe:
			body = append(body, jen.Add(field).Dot("Copy").Call(jen.Id("of")))
		case n == "None" || scalars[n] != "" && n != "Any" && n != "object":
		default:
			body = append(body, jen.Add(field).Op("=").Qual(g.im.py, "CopyAttr").Call(jen.Add(field), jen.Id("of")))
		}
	}
	of := jen.Id("of").Func().Params(jen.Any()).Any()
	*g.slot() = *doc([]jen.Code{commentLine("PyCopyAttrs copies what the object refers to.")},
		jen.Func().Params(u.receiver()).Id("PyCopyAttrs").Params(of).Block(body...))
}

// dynamicGet writes PyGetAttr: attributes and properties by name.
func (g *generator) dynamicGet(u *userClass, list []*ir.Special) {
	if len(list) == 0 {
		return
	}
	var cases []jen.Code
	for _, s := range list {
		var body jen.Code
		switch a := u.attrNamed(s.Name); {
		case s.Fn != nil:
			body = jen.Return(jen.Id("o").Dot(g.topName(s.Fn)).Call(), jen.True())
		case a == nil:
			continue
		case a.Maybe:
			body = jen.Return(jen.Id("o").Dot(u.fields[a.Name]).Dot("Lookup").Call())
		default:
			body = jen.Return(jen.Qual(g.im.py, "Box").Call(jen.Id("o").Dot(u.fields[a.Name])), jen.True())
		}
		cases = append(cases, jen.Case(quoted(s.Name)).Block(body))
	}
	decl := jen.Func().Params(u.receiver()).Id("PyGetAttr").Params(jen.Id("name").String()).Params(jen.Any(), jen.Bool())
	*g.slot() = *doc([]jen.Code{commentLine("PyGetAttr reads attributes by name.")},
		decl.Block(jen.Switch(jen.Id("name")).Block(cases...), jen.Return(jen.Nil(), jen.False())))
}

func (u *userClass) attrNamed(name string) *ir.Attr {
	for _, a := range u.ir.Fields {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// dynamicSet writes PySetAttr.
func (g *generator) dynamicSet(u *userClass, list []*ir.Special) {
	var cases []jen.Code
	for _, s := range list {
		a := u.attrNamed(s.Name)
		if a == nil {
			continue
		}
		field := jen.Id("o").Dot(u.fields[a.Name])
		set := jen.Code(jen.Add(field).Op("=").Add(g.unbox(prim(jen.Id("value")), a.Type).Statement))
		if a.Maybe {
			set = jen.Add(field).Dot("Set").Call(g.unbox(prim(jen.Id("value")), a.Type).Statement)
		}
		cases = append(cases, jen.Case(quoted(s.Name)).Block(set, jen.Return(jen.True())))
	}
	if len(cases) == 0 {
		return
	}
	decl := jen.Func().Params(u.receiver()).Id("PySetAttr").Params(jen.Id("name").String(), jen.Id("value").Any()).Bool()
	*g.slot() = *doc([]jen.Code{commentLine("PySetAttr sets attributes by name.")},
		decl.Block(jen.Switch(jen.Id("name")).Block(cases...), jen.Return(jen.False())))
}

// dynamicCall writes PyCallMethod: methods by name and number of arguments.
func (g *generator) dynamicCall(u *userClass, list []*ir.Special) {
	if len(list) == 0 {
		return
	}
	var cases []jen.Code
	for _, s := range list {
		if s.Fn == nil {
			continue
		}
		n := len(s.Fn.Params) - 1
		var args []jen.Code
		for i := range n {
			args = append(args, jen.Id("args").Index(jen.Lit(i)))
		}
		call := jen.Id("o").Dot(g.topName(s.Fn)).Call(args...)
		body := []jen.Code{jen.Return(call, jen.True())}
		if s.Fn.Result == nil || types.IsNone(s.Fn.Result) {
			body = []jen.Code{call, jen.Return(jen.Qual(g.im.py, "None"), jen.True())}
		}
		test := jen.Id("name").Op("==").Add(quoted(s.Name)).Op("&&").Len(jen.Id("args")).Op("==").Lit(n)
		cases = append(cases, jen.Case(test).Block(body...))
	}
	decl := jen.Func().Params(u.receiver()).Id("PyCallMethod").Params(jen.Id("name").String(), jen.Id("args").Index().Any()).Params(jen.Any(), jen.Bool())
	*g.slot() = *doc([]jen.Code{commentLine("PyCallMethod calls methods by name.")},
		decl.Block(jen.Switch().Block(cases...), jen.Return(jen.Nil(), jen.False())))
}
