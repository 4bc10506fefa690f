package infer

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// otherNames are words of other languages and of Python 2, with what to write for them.
var otherNames = map[string]string{
	"true": "True", "false": "False", "null": "None", "nil": "None", "none": "None", "undefined": "None",
	"xrange": "range", "raw_input": "input", "unicode": "str", "basestring": "str", "long": "int", "unichr": "chr",
	"println": "print", "printf": "print", "echo": "print", "strlen": "len", "string": "str", "integer": "int", "boolean": "bool",
}

// otherMethods tell what to write for methods that other languages or Python 2 have, by class;
// %s is the value.
var otherMethods = map[string]map[string]string{
	"str":   {"length": "len(%s)", "size": "len(%s)", "contains": "text in %s", "push": "%s + text", "append": "%s + text", "trim": "%s.strip()", "substring": "%s[start:end]", "substr": "%s[start:end]", "toLowerCase": "%s.lower()", "toUpperCase": "%s.upper()", "decode": "%s: it is text already"},
	"list":  {"length": "len(%s)", "size": "len(%s)", "push": "%s.append(x)", "add": "%s.append(x)", "contains": "x in %s", "map": "[f(x) for x in %s]", "filter": "[x for x in %s if f(x)]", "join": `", ".join(%s)`, "split": "text.split(): only a str can be split", "get": "%s[i]"},
	"dict":  {"has_key": "key in %s", "iteritems": "%s.items()", "itervalues": "%s.values()", "iterkeys": "%s.keys()", "length": "len(%s)", "size": "len(%s)", "put": "%s[key] = value", "add": "%s[key] = value", "append": "%s[key] = value", "contains": "key in %s"},
	"set":   {"append": "%s.add(x)", "push": "%s.add(x)", "length": "len(%s)", "size": "len(%s)", "contains": "x in %s"},
	"tuple": {"append": "%s + (x,): a tuple cannot change", "push": "%s + (x,): a tuple cannot change", "length": "len(%s)", "size": "len(%s)", "_1": "%s[0]", "_2": "%s[1]"},
}

// attributeHint says what to write instead of an attribute that a value does not have.
func (c *checker) attributeHint(x ir.Expr, name string, cls *api.Class) string {
	t := typeOf(x)
	if hint := c.otherClassHint(t, name); hint != "" {
		return hint
	}
	if what := otherMethods[className(t)][name]; what != "" {
		return "write " + strings.ReplaceAll(what, "%s", c.src.Slice(x.Pos()))
	}
	if cls != nil {
		if near := diag.Nearest(name, c.ix.MemberNames(cls)); near != "" {
			return fmt.Sprintf("did you mean '%s'?", near)
		}
	}
	if types.IsNone(t) {
		return noneHint(x)
	}
	return ""
}

// hintNone explains where a None comes from that is used as something else.
func (c *checker) hintNone(d *diag.Diagnostic, x ir.Expr) {
	if types.IsNone(typeOf(x)) {
		if hint := noneHint(x); hint != "" {
			d.WithHint("%s", hint)
		}
	}
}

func noneHint(x ir.Expr) string {
	if conv, ok := x.(*ir.Convert); ok {
		x = conv.V
	}
	switch x := x.(type) {
	case *ir.Call:
		if x.Fn.Class != nil && x.Fn.Class.Name == "list" && x.Fn.Name == "sort" {
			return "list.sort() changes the list and returns None; sorted(…) returns a new list"
		}
		return callee(x.Fn) + "() returns None"
	case *ir.CallFunc:
		return x.Func.Name + "() returns None: it has no return with a value"
	}
	return ""
}

// otherClassHint is for methods of RDDs called on streams, of contexts called on the wrong one,
// and the like.
func (c *checker) otherClassHint(t types.Type, name string) string {
	has := func(class string) *api.Func {
		if cls := c.ix.Classes[class]; cls != nil {
			if o, _ := c.ix.Lookup(cls, name); o != nil {
				return o.Funcs[0]
			}
		}
		return nil
	}
	switch className(t) {
	case "DStream":
		f := has("RDD")
		switch {
		case f == nil:
		case c.returns(f, "RDD"):
			return fmt.Sprintf("%s is a method of RDDs: write .transform(lambda rdd: rdd.%s(…))", name, name)
		default:
			return fmt.Sprintf("%s is a method of RDDs, which .foreachRDD(lambda rdd: …) gives you batch by batch", name)
		}
	case "RDD":
		switch {
		case name == "pprint":
			return "write print(rdd.collect()), or rdd.take(10) for some of it"
		case has("DStream") != nil:
			return name + " is a method of streams, and this is one RDD"
		}
	case "SparkContext":
		if has("StreamingContext") != nil {
			return name + " is a method of the StreamingContext"
		}
	case "StreamingContext":
		if has("SparkContext") != nil {
			return name + " is a method of the SparkContext"
		}
	}
	return ""
}

func (c *checker) returns(f *api.Func, class string) bool {
	n, ok := f.Result.(*types.Named)
	return ok && n.Name == class
}

// modulesByHint are the modules whose members an undefined name may stand for, likely ones
// first.
var modulesByHint = []string{"pyspark", "pyspark.streaming", "functools", "operator", "math", "json", "random", "datetime", "time"}

// undefinedHint tells what to write for a name that is not defined: a word of Python, an import,
// a name that is near, a function where one is wanted.
func (c *checker) undefinedHint(n *syntax.Name) string {
	if word := otherNames[n.Id]; word != "" {
		return "write " + word
	}
	if _, ok := c.ix.Modules[n.Id]; ok {
		return "write import " + n.Id + " at the top"
	}
	for _, m := range modulesByHint {
		if _, declared := c.ix.Modules[m].Members[n.Id]; declared {
			return fmt.Sprintf("write from %s import %s at the top", m, n.Id)
		}
	}
	if near := diag.Nearest(n.Id, c.visibleNames()); near != "" {
		return fmt.Sprintf("did you mean '%s'?", near)
	}
	if use := c.hints[n.Span.Start]; use != "" {
		return fmt.Sprintf("define it above this line: def %s(%s): …, or write a lambda here", n.Id, use)
	}
	return "define it above this line, or check its spelling"
}

// otherModules tell what to use instead of modules and their members that scripts often import.
var otherModules = map[string]string{
	"numpy":      "use lists and the module math",
	"subprocess": "a program runs no other programs: start them beside it",
}

// moduleHint says what to write instead of a module that dstreamc does not know.
func (c *checker) moduleHint(name string) string {
	for m := name; m != ""; m = m[:max(0, strings.LastIndexByte(m, '.'))] {
		if hint := otherModules[m]; hint != "" {
			return hint
		}
	}
	if near := diag.Nearest(name, c.ix.ModuleNames()); near != "" {
		return fmt.Sprintf("did you mean '%s'?", near)
	}
	return "dstreamc knows: " + strings.Join(c.plainModules(), ", ")
}
