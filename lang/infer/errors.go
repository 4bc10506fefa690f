package infer

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// errorf reports a type error and says which call led to it.
func (c *checker) errorf(at syntax.Span, code, format string, args ...any) *diag.Diagnostic {
	d := c.list.Add(diag.Type, code, at, format, args...)
	c.context(d)
	return d
}

// unsupported reports what is Python or Spark but not in dstreamc.
func (c *checker) unsupported(at syntax.Span, format string, args ...any) *diag.Diagnostic {
	d := c.list.Add(diag.Unsupported, "DS401", at, "%s is not supported", fmt.Sprintf(format, args...))
	c.context(d)
	return d
}

// notSettled reports that the types of variables or containers still change in the last round, so that its tree is not to be trusted.
func (c *checker) notSettled() {
	if c.list.HasErrors() || c.unsettled == (syntax.Span{}) {
		return
	}
	c.list.Add(diag.Unsupported, "DS402", c.unsettled, "what this can be does not settle after %d rounds of inference", maxRounds).
		WithHint("give it a type that does not grow by itself, or split the function that makes it")
}

// rejected reports the use of what is declared only to say why it is not supported.
func (c *checker) rejected(f *api.Func, at syntax.Span) bool {
	if f.Rejected == "" {
		return false
	}
	name := f.FullName()
	switch {
	case f.Class == nil:
		name += "()"
	case f.Name == "__init__":
		name = f.Class.Name + "()"
	}
	why := ": " + f.Rejected
	if laterHints[f.Rejected] != "" {
		why = " yet (" + f.Rejected + ")"
	}
	d := c.list.Add(diag.Unsupported, "DS401", at, "%s is not supported%s", name, why)
	c.context(d)
	d.WithHint("%s", f.Instead)
	return true
}

// context notes which call gave a function its types, for an error inside the function.
func (c *checker) context(d *diag.Diagnostic) {
	if len(c.calls) == 0 || len(d.Notes) > 2 {
		return
	}
	call := c.calls[len(c.calls)-1]
	var params []string
	i := 0
	for _, p := range call.fn.params {
		if p.Name != "" && i < len(call.in) {
			params = append(params, p.Name+": "+shortened(types.Resolve(call.in[i])))
			i++
		}
	}
	if len(params) == 0 {
		return
	}
	d.Note(call.at, "%s is called here with %s", functionLabel(call.fn), strings.Join(params, ", "))
}

// shortened prints a type in the length that fits into a note.
func shortened(t types.Type) string {
	s := []rune(t.String())
	if len(s) > 60 {
		return string(s[:59]) + "…"
	}
	return string(s)
}

func functionLabel(fn *function) string {
	if fn.expr != nil && !fn.named {
		return "this lambda"
	}
	return methodLabel(fn)
}

// methodLabel is a function's name, a method's with its class.
func methodLabel(fn *function) string {
	switch {
	case fn.class != nil && fn.name == "__init__":
		return fn.class.node.Name.Id
	case fn.class != nil:
		return fn.class.node.Name.Id + "." + fn.name
	}
	return fn.name
}

// origin notes where the value of a variable came from.
func (c *checker) origin(d *diag.Diagnostic, e ir.Expr) {
	if conv, ok := e.(*ir.Convert); ok {
		e = conv.V
	}
	if _, ok := e.(*ir.Local); !ok {
		return
	}
	name := c.src.Slice(e.Pos())
	for f := c.frame; f != nil; f = f.parent {
		if fl, ok := f.state[name]; ok && len(fl.sites) > 0 && !fl.sites[0].param {
			d.Note(fl.sites[0].at, "%s is %s", name, typeOf(e))
			return
		}
	}
}

func (c *checker) badOperands(op string, l, r ir.Expr, at syntax.Span) {
	lt, rt := typeOf(l), typeOf(r)
	var d *diag.Diagnostic
	switch {
	case op == "+" && types.IsStr(lt):
		d = c.errorf(at, "DS301", `can only concatenate str (not "%s") to str`, rt)
		d.WithHint("convert it: str(%s)", c.src.Slice(r.Pos()))
	case op == "+" && types.IsStr(rt) && isNumeric(lt):
		d = c.errorf(at, "DS301", "unsupported operand type(s) for +: '%s' and 'str'", lt)
		d.WithHint("convert one side: str(%s) or int(%s)", c.src.Slice(l.Pos()), c.src.Slice(r.Pos()))
	default:
		d = c.errorf(at, "DS301", "unsupported operand type(s) for %s: '%s' and '%s'", op, lt, rt)
		c.hintOperand(d, l)
		c.hintOperand(d, r)
	}
	c.origin(d, l)
	c.origin(d, r)
}

func (c *checker) notOrdered(op string, l, r ir.Expr, at syntax.Span) {
	d := c.errorf(at, "DS303", "'%s' not supported between instances of '%s' and '%s'", op, typeOf(l), typeOf(r))
	c.hintOperand(d, l)
	c.hintOperand(d, r)
	c.origin(d, l)
	c.origin(d, r)
}

// unknown reports whether a type is unknown because of an error that was reported already.
func (c *checker) unknown(t types.Type) bool {
	_, open := types.Resolve(t).(*types.Var)
	return open && c.list.HasErrors() || types.IsBad(t) || types.IsNever(t)
}

func (c *checker) notIterable(t types.Type, at syntax.Span, what string) {
	if c.unknown(t) {
		return
	}
	switch what {
	case "":
		d := c.errorf(at, "DS302", "'%s' object is not iterable", t)
		switch className(t) {
		case "int":
			d.WithHint("to count from 0: range(%s)", c.src.Slice(at))
		case "DStream":
			d.WithHint("a stream is not there as a whole: use .foreachRDD(lambda rdd: …) for each batch, .map(f) for each record")
		case "RDD":
			d.WithHint("write %s.collect()", c.src.Slice(at))
		}
	case "cannot unpack":
		c.errorf(at, "DS310", "cannot unpack non-iterable %s object", t)
	default:
		c.errorf(at, "DS302", "argument of type '%s' is not iterable", t)
	}
}

func (c *checker) noItemAssignment(at syntax.Span, t types.Type) {
	c.errorf(at, "DS307", "'%s' object does not support item assignment", t)
}

func (c *checker) notContextManager(at syntax.Span, t types.Type) {
	c.errorf(at, "DS316", "'%s' object cannot be used with 'with'", t).WithHint("with takes a file: with open(name) as f")
}

func (c *checker) notException(at syntax.Span, t types.Type) {
	c.errorf(at, "DS315", "exceptions must derive from BaseException, found %s", t).WithHint("raise ValueError(\"…\")")
}

// noAttribute reports an unknown attribute or method, with a near one.
func (c *checker) noAttribute(x ir.Expr, name string, at syntax.Span, cls *api.Class) {
	t := typeOf(x)
	if c.unknown(t) {
		return
	}
	label := t.String()
	d := c.list.Add(diag.Name, "DS204", at, "'%s' has no attribute '%s'", label, name)
	c.context(d)
	if cls == nil {
		cls = c.ix.Classes[className(t)]
	}
	if hint := c.attributeHint(x, name, cls); hint != "" {
		d.WithHint("%s", hint)
	}
	c.origin(d, x)
}

func (c *checker) noModuleMember(m *api.Module, e *syntax.Attr) {
	if full := m.Name + "." + e.Name; api.InCPython(full) || later(full) != "" {
		c.unsupportedModule(full, e.NameAt)
		return
	}
	d := c.list.Add(diag.Name, "DS205", e.NameAt, "module '%s' has no attribute '%s'", m.Name, e.Name)
	if hint := shellNames[e.Name]; hint != "" {
		d.WithHint("%s", hint)
	} else if near := diag.Nearest(e.Name, memberNames(m)); near != "" {
		d.WithHint("did you mean '%s'?", near)
	}
}

// laterParts are the parts of Spark that come later, by module.
var laterParts = map[string]string{
	"pyspark.sql":               "SQL and DataFrames",
	"pyspark.HiveContext":       "SQL and DataFrames",
	"pyspark.Row":               "SQL and DataFrames",
	"pyspark.pandas":            "SQL and DataFrames",
	"pyspark.streaming.kafka":   "the Kafka source",
	"pyspark.streaming.flume":   "the Flume source",
	"pyspark.streaming.kinesis": "the Kinesis source",
	"pyspark.streaming.mqtt":    "the MQTT source",
	"pyspark.mllib":             "MLlib",
	"pyspark.ml":                "ML",
}

// later returns which part of Spark that comes later a module or a member of one belongs to,
// or "".
func later(name string) string {
	for prefix, what := range laterParts {
		if name == prefix || strings.HasPrefix(name, prefix+".") {
			return what
		}
	}
	return ""
}

// unsupportedModule reports, where it is imported and once, what a script imports and uses of
// a module that dstreamc does not know.
func (c *checker) unsupportedModule(name string, use syntax.Span) {
	at, imported := c.importedAt[name]
	if !imported {
		at = use
	}
	d := c.list.Add(diag.Unsupported, "DS403", at, "%s", c.notSupported(name))
	if hint := c.moduleHint(name); hint != "" && !c.hinted(hint) {
		d.WithHint("%s", hint)
	}
	if imported {
		d.Note(use, "it is used here")
	}
}

// hinted reports that a hint was given already: what goes for all modules of a kind is said once.
func (c *checker) hinted(hint string) bool {
	for _, d := range c.list.Items {
		if d.Hint == hint {
			return true
		}
	}
	return false
}

func (c *checker) notSupported(name string) string {
	if what := later(name); what != "" {
		return fmt.Sprintf("%s is not supported yet (%s)", name, what)
	}
	if strings.Contains(name, ".") {
		return name + " is not supported"
	}
	return "module '" + name + "' is not supported"
}

func (c *checker) plainModules() []string {
	var out []string
	for _, n := range c.ix.ModuleNames() {
		if n != "builtins" && strings.Count(n, ".") == 0 {
			out = append(out, n)
		}
	}
	return out
}

func (c *checker) unsupportedModuleUse(t *types.Module, e *syntax.Attr) ir.Expr {
	if ignored(t) {
		return ref(&types.Module{Name: t.Name + "." + e.Name}, e.Span)
	}
	c.unsupportedModule(t.Name, e.X.Pos())
	return c.bad(e.Span)
}

func (c *checker) unsupportedCall(t *types.Module, e *syntax.Call) ir.Expr {
	c.unsupportedModule(t.Name, e.Fn.Pos())
	return c.bad(e.Span)
}

// typingCall types the functions of module typing: what makes types is of no use but in annotations, and what
// tells a type checker something gives its argument.
func (c *checker) typingCall(t *types.Module, args []argument, e *syntax.Call) ir.Expr {
	name := t.Name[strings.LastIndexByte(t.Name, '.')+1:]
	switch {
	case name == "TypeVar", name == "ParamSpec", name == "TypeVarTuple", name == "NewType":
		return ref(t, e.Span)
	case name == "cast" && len(args) == 2 && args[1].star == "":
		return c.asValue(args[1].val, args[1].at)
	case (name == "assert_type" || name == "reveal_type") && len(args) > 0:
		return c.asValue(args[0].val, args[0].at)
	}
	return c.unsupportedCall(t, e)
}

func itoa(i int) string { return strconv.Itoa(i) }

func spanKey(s syntax.Span) string { return "@" + itoa(int(s.Start)) + ":" + itoa(int(s.End)) }
