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
			params = append(params, p.Name+": "+types.Resolve(call.in[i]).String())
			i++
		}
	}
	if len(params) == 0 {
		return
	}
	d.Note(call.at, "%s is called here with %s", functionLabel(call.fn), strings.Join(params, ", "))
}

func functionLabel(fn *function) string {
	if fn.expr != nil && !fn.named {
		return "this lambda"
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
	case op == "+" && types.IsStr(rt):
		d = c.errorf(at, "DS301", "unsupported operand type(s) for +: '%s' and 'str'", lt)
		d.WithHint("convert one side: str(%s) or int(%s)", c.src.Slice(l.Pos()), c.src.Slice(r.Pos()))
	default:
		d = c.errorf(at, "DS301", "unsupported operand type(s) for %s: '%s' and '%s'", op, lt, rt)
	}
	c.origin(d, l)
	c.origin(d, r)
}

func (c *checker) notOrdered(op string, l, r ir.Expr, at syntax.Span) {
	d := c.errorf(at, "DS303", "'%s' not supported between instances of '%s' and '%s'", op, typeOf(l), typeOf(r))
	c.origin(d, l)
	c.origin(d, r)
}

func (c *checker) notIterable(t types.Type, at syntax.Span, what string) {
	if types.IsBad(t) || types.IsNever(t) {
		return
	}
	switch what {
	case "":
		c.errorf(at, "DS302", "'%s' object is not iterable", t)
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
	label := t.String()
	d := c.list.Add(diag.Name, "DS204", at, "'%s' has no attribute '%s'", label, name)
	c.context(d)
	if cls == nil {
		cls = c.ix.Classes[className(t)]
	}
	if cls != nil {
		if near := diag.Nearest(name, c.ix.MemberNames(cls)); near != "" {
			d.WithHint("did you mean '%s'?", near)
		}
	}
	if d.Hint == "" && types.IsNone(t) {
		d.WithHint("the value is None: what came before gives no result (pprint() and foreachRDD() return nothing)")
	}
	c.origin(d, x)
}

func (c *checker) noModuleMember(m *api.Module, e *syntax.Attr) {
	d := c.list.Add(diag.Name, "DS205", e.NameAt, "module '%s' has no attribute '%s' that dstreamc knows", m.Name, e.Name)
	if near := diag.Nearest(e.Name, memberNames(m)); near != "" {
		d.WithHint("did you mean '%s'?", near)
	}
}

// later are the parts of Spark that come later, by module.
var later = map[string]string{
	"pyspark.sql":             "SQL and DataFrames",
	"pyspark.streaming.kafka": "the Kafka source",
	"pyspark.mllib":           "MLlib",
	"pyspark.ml":              "ML",
	"pyspark.streaming.flume": "the Flume source",
}

func (c *checker) unsupportedModule(name string, at syntax.Span) {
	for prefix, what := range later {
		if name == prefix || strings.HasPrefix(name, prefix+".") {
			c.list.Add(diag.Unsupported, "DS403", at, "%s is not supported yet (%s)", name, what)
			return
		}
	}
	c.list.Add(diag.Unsupported, "DS403", at, "module '%s' is not supported", name).
		WithHint("dstreamc knows: %s", strings.Join(c.plainModules(), ", "))
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
	if !ignoredModules[t.Name] {
		c.unsupportedModule(t.Name, e.X.Pos())
	}
	return c.bad(e.Span)
}

func (c *checker) unsupportedCall(t *types.Module, e *syntax.Call) ir.Expr {
	c.unsupportedModule(t.Name, e.Fn.Pos())
	return c.bad(e.Span)
}

func (c *checker) badArgument(f *api.Func, p *api.Param, want types.Type, arg ir.Expr) {
	d := c.errorf(arg.Pos(), "DS305", "%s: argument '%s' must be %s, found %s", f.FullName(), p.Name, declared(want), typeOf(arg))
	c.origin(d, arg)
}

// notCallableWith reports a callback that cannot take what it is called with.
func (c *checker) notCallableWith(f *api.Func, p *api.Param, want *types.Callable, arg ir.Expr) {
	t, ok := typeOf(arg).(*types.Func)
	if !ok {
		d := c.errorf(arg.Pos(), "DS305", "%s: argument '%s' must be a function, found %s", f.FullName(), p.Name, typeOf(arg))
		c.origin(d, arg)
		return
	}
	fn := t.Fn.(*function)
	least, most := fn.arity()
	takes := plural(least, "argument")
	if most != least {
		takes = fmt.Sprintf("%d to %d arguments", least, most)
	}
	d := c.errorf(arg.Pos(), "DS321", "%s calls %s with %s, but it takes %s", f.FullName(), functionLabel(fn), plural(len(want.Params), "argument"), takes)
	if fn.node.Pos() != arg.Pos() {
		d.Note(fn.node.Pos(), "%s is defined here", fn.name)
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (c *checker) tooMany(f *api.Func, n int, at syntax.Span) {
	c.errorf(at, "DS320", "%s() takes at most %s, found %d", f.Name, plural(len(f.Params), "argument"), n).Note(syntax.Span{}, "%s", signature(f))
}

func (c *checker) missingArgument(f *api.Func, p *api.Param, at syntax.Span) {
	c.errorf(at, "DS320", "%s() is missing the argument '%s'", f.Name, p.Name).Note(syntax.Span{}, "%s", signature(f))
}

func (c *checker) unexpectedArgument(f *api.Func, a argument) {
	d := c.errorf(a.at, "DS320", "%s() got an unexpected keyword argument '%s'", f.Name, a.name)
	var names []string
	for _, p := range f.Params {
		names = append(names, p.Name)
	}
	if near := diag.Nearest(a.name, names); near != "" {
		d.WithHint("did you mean '%s'?", near)
	} else {
		d.Note(syntax.Span{}, "%s", signature(f))
	}
}

// signature prints a declaration as Python would.
func signature(f *api.Func) string {
	var parts []string
	star := false
	for _, p := range f.Params {
		if p.Kind == api.KeywordOnly && !star {
			parts, star = append(parts, "*"), true
		}
		s := p.Name + ": " + declared(p.Type)
		if p.Kind == api.Rest {
			s, star = "*"+s, true
		}
		if p.HasDefault {
			s += " = " + constText(p.Default)
		}
		parts = append(parts, s)
	}
	return f.FullName() + "(" + strings.Join(parts, ", ") + ") -> " + f.Result.String()
}

func constText(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return strconv.Quote(v)
	}
	return fmt.Sprint(v)
}

func (c *checker) tooManyInstances(fn *function, at syntax.Span) {
	c.errorf(at, "DS317", "%s is called with too many different types", functionLabel(fn)).
		WithHint("a function that calls itself must call itself with the same types")
}

func (c *checker) unexpectedKeyword(fn *function, a argument) {
	c.errorf(a.at, "DS320", "%s() got an unexpected keyword argument '%s'", fn.name, a.name).Note(fn.node.Pos(), "%s is defined here", fn.name)
}

func (c *checker) tooManyArguments(fn *function, n int, at syntax.Span) {
	_, most := fn.arity()
	c.errorf(at, "DS320", "%s() takes %s but %d were given", fn.name, plural(most, "argument"), n).Note(fn.node.Pos(), "%s is defined here", functionLabel(fn))
}

func (c *checker) missingArguments(fn *function, missing []string, at syntax.Span) {
	c.errorf(at, "DS320", "%s() is missing %s: '%s'", fn.name, plural(len(missing), "argument"), strings.Join(missing, "', '")).
		Note(fn.node.Pos(), "%s is defined here", functionLabel(fn))
}

// needsPairs reports a keyed operator on a stream whose elements are not pairs.
func (c *checker) needsPairs(f *api.Func, recv ir.Expr, at syntax.Span) {
	t := typeOf(recv)
	elem := "not pairs"
	if n, ok := t.(*types.Named); ok && len(n.Args) == 1 {
		elem = types.Resolve(n.Args[0]).String()
	}
	what := "stream"
	if f.Class.Name == "RDD" {
		what = "RDD"
	}
	d := c.list.Add(diag.Usage, "DS501", at, "%s needs (key, value) pairs, but this %s's elements are %s", f.Name, what, elem)
	c.context(d)
	c.origin(d, recv)
	d.WithHint("pair the elements first, e.g. .map(lambda x: (x, 1))")
}

// undefinedHint tells what to write for a name that is not defined: a function where one is
// wanted, an import for a name that a module has.
func (c *checker) undefinedHint(n *syntax.Name) string {
	for _, m := range []string{"pyspark", "pyspark.streaming"} {
		if _, ok := c.ix.Modules[m].Members[n.Id].(*api.Class); ok {
			return fmt.Sprintf("write from %s import %s at the top", m, n.Id)
		}
	}
	if _, ok := c.ix.Modules[n.Id]; ok {
		return "write import " + n.Id + " at the top"
	}
	if use := c.hints[n.Span.Start]; use != "" {
		return fmt.Sprintf("define it above this line: def %s(%s): …, or write a lambda here", n.Id, use)
	}
	return "define it above this line, or check its spelling"
}

func itoa(i int) string { return strconv.Itoa(i) }

func spanKey(s syntax.Span) string { return "@" + itoa(int(s.Start)) + ":" + itoa(int(s.End)) }
