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

// badArgument reports an argument of a type that no overload takes there.
func (c *checker) badArgument(f *api.Func, p *api.Param, wants []types.Type, arg ir.Expr) {
	t := typeOf(arg)
	var d *diag.Diagnostic
	w, _ := wants[0].(*types.Named)
	_, iterable := elementType(t)
	switch {
	case w != nil && w.Name == "Sized":
		d = c.errorf(arg.Pos(), "DS305", "object of type '%s' has no len()", t)
		if cls := className(t); cls == "DStream" || cls == "RDD" {
			d.WithHint("write %s.count()", c.src.Slice(arg.Pos()))
		}
	case w != nil && w.Name == "Iterable" && !iterable:
		d = c.errorf(arg.Pos(), "DS302", "'%s' object is not iterable", t)
	default:
		var words []string
		for _, want := range wants {
			words = append(words, declared(want))
		}
		d = c.errorf(arg.Pos(), "DS305", "%s: argument '%s' must be %s, found %s", callee(f), p.Name, strings.Join(words, " or "), t)
		if c.isContext(f, p) && types.IsStr(t) {
			d.WithHint("write StreamingContext(SparkContext(%s, …), 1)", c.src.Slice(arg.Pos()))
		} else if hint := c.numberHint(wants[0], arg); hint != "" {
			d.WithHint("%s", hint)
		}
	}
	c.origin(d, arg)
}

// numberHint is for a text where a number is wanted.
func (c *checker) numberHint(wanted types.Type, arg ir.Expr) string {
	want, _ := types.Unwrap(wanted).(*types.Named)
	if want == nil || want.Name != "int" && want.Name != "float" || !types.IsStr(typeOf(arg)) {
		return ""
	}
	if k, ok := arg.(*ir.Const); ok {
		text, _ := k.Value.(string)
		if text == "" || strings.Trim(text, "0123456789") != "" {
			return ""
		}
		return "write the number without quotes: " + text
	}
	return fmt.Sprintf("convert it: %s(%s)", want.Name, c.src.Slice(arg.Pos()))
}

func (c *checker) isContext(f *api.Func, p *api.Param) bool {
	return p.Name == "sparkContext" && f.Class != nil && f.Class.Name == "StreamingContext"
}

// callee is how messages name what is called: a class instead of its __init__.
func callee(f *api.Func) string {
	if f.Name == "__init__" {
		return f.Class.Name
	}
	return f.FullName()
}

// plainName is how messages name a method without its class.
func plainName(f *api.Func) string {
	if f.Private() {
		return f.FullName()
	}
	return f.Name
}

// notCallableWith reports a callback that cannot take what it is called with. The overloads
// may call it with different numbers of arguments.
func (c *checker) notCallableWith(f *api.Func, p *api.Param, want *types.Callable, counts []string, arg ir.Expr) {
	t, ok := typeOf(arg).(*types.Func)
	if !ok {
		d := c.errorf(arg.Pos(), "DS305", "%s: argument '%s' must be a function, found %s", callee(f), p.Name, typeOf(arg))
		c.origin(d, arg)
		switch _, called := arg.(*ir.CallFunc); {
		case called:
			name, _, _ := strings.Cut(c.src.Slice(arg.Pos()), "(")
			d.WithHint("to pass the function itself write %s without the parentheses behind it", name)
		case p.Name == "invFunc":
			d.WithHint("the windows come after the inverse function: write None where there is none")
		}
		return
	}
	fn := t.Fn.(*function)
	least, most := fn.arity()
	takes := plural(least, "argument")
	if most != least {
		takes = fmt.Sprintf("%d to %d arguments", least, most)
	}
	gives := strings.Join(counts, " or ") + " arguments"
	if gives == "1 arguments" {
		gives = "1 argument"
	}
	d := c.errorf(arg.Pos(), "DS321", "%s calls %s with %s, but it takes %s", callee(f), functionLabel(fn), gives, takes)
	if fn.node.Pos() != arg.Pos() {
		d.Note(fn.node.Pos(), "%s is defined here", fn.name)
	}
	if len(want.Params) == 1 && least > 1 {
		if n, ok := types.Is(types.Resolve(want.Params[0]), "tuple"); ok && len(n.Args) == least {
			d.WithHint("a record is one tuple: take one argument, x, and write x[0] … x[%d] for its parts", least-1)
		} else if len(counts) == 1 {
			d.WithHint("it gets one value at a time: %s", header(fn, "x"))
		}
	}
	if len(counts) == 1 && len(want.Params) == 2 && most == 1 {
		d.WithHint("it gets two values at a time: %s", header(fn, "a, b"))
	}
}

// header is how a function with these parameters begins.
func header(fn *function, params string) string {
	if fn.expr != nil && !fn.named {
		return "lambda " + params + ": …"
	}
	return "def " + fn.name + "(" + params + ")"
}

// badResult reports a callback whose result its caller cannot use.
func (c *checker) badResult(f *api.Func, want, got types.Type, arg ir.Expr) {
	what, hint := declared(want), ""
	switch n, _ := want.(*types.Named); {
	case n == nil:
	case n.Name == "Iterable":
		what, hint = "something iterable", "return a list, such as [x]"
	case n.Name == "RDD":
		what, hint = "an RDD", "use foreachRDD to look at the records"
	}
	label := "it"
	if t, ok := typeOf(arg).(*types.Func); ok {
		fn := t.Fn.(*function)
		label = functionLabel(fn)
		if types.IsNone(got) && fn.expr == nil {
			hint = "end " + fn.name + " with return …"
		}
	}
	d := c.errorf(arg.Pos(), "DS322", "%s needs a function that returns %s, but %s returns %s", callee(f), what, label, got)
	if hint != "" {
		d.WithHint("%s", hint)
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (c *checker) tooMany(f *api.Func, n int, at syntax.Span) {
	most := "at most " + plural(len(f.Params), "argument")
	if len(f.Params) == 0 {
		most = "no arguments"
	}
	c.errorf(at, "DS320", "%s() takes %s, found %d", callee(f), most, n).Note(syntax.Span{}, "%s", signature(f))
}

func (c *checker) missingArgument(f *api.Func, p *api.Param, at syntax.Span) {
	d := c.errorf(at, "DS320", "%s() is missing the argument '%s'", callee(f), p.Name).Note(syntax.Span{}, "%s", signature(f))
	if p.Name == "batchDuration" {
		d.WithHint("it is the time between two batches, in seconds: StreamingContext(sc, 1)")
	}
}

func (c *checker) unexpectedArgument(f *api.Func, a argument) {
	d := c.errorf(a.at, "DS320", "%s() got an unexpected keyword argument '%s'", callee(f), a.name)
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
		if p.Kind == api.RestKeywords {
			s = "**" + p.Name
		}
		if p.HasDefault {
			s += " = " + constText(p.Default)
		}
		parts = append(parts, s)
	}
	text := callee(f) + "(" + strings.Join(parts, ", ") + ")"
	if f.Name != "__init__" {
		text += " -> " + f.Result.String()
	}
	return text
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
	case []byte:
		return "b" + strconv.Quote(string(v))
	}
	return fmt.Sprint(v)
}

func (c *checker) tooManyInstances(fn *function, at syntax.Span) {
	c.errorf(at, "DS317", "%s is called with too many different types", functionLabel(fn)).
		WithHint("call it with values of fewer types")
}

func (c *checker) unexpectedKeyword(fn *function, a argument) {
	c.errorf(a.at, "DS320", "%s() got an unexpected keyword argument '%s'", fn.name, a.name).Note(fn.node.Pos(), "%s is defined here", fn.name)
}

func (c *checker) tooManyArguments(fn *function, n int, at syntax.Span) {
	least, most := fn.arity()
	takes := plural(most, "argument")
	if least < most {
		takes = fmt.Sprintf("%d to %s", least, takes)
	}
	d := c.errorf(at, "DS320", "%s() takes %s but %d were given", fn.name, takes, n).Note(fn.node.Pos(), "%s is defined here", functionLabel(fn))
	if fn.class != nil && n == most+1 && (len(fn.params) == 0 || fn.params[0].Name != "self") {
		d.WithHint("a method gets its object first: def %s(self, …)", fn.name)
	}
}

func (c *checker) repeatedArgument(fn *function, a argument) {
	c.errorf(a.at, "DS320", "%s() got multiple values for argument '%s'", fn.name, a.name).Note(fn.node.Pos(), "%s is defined here", fn.name)
}

func (c *checker) missingArguments(fn *function, missing []string, at syntax.Span) {
	c.errorf(at, "DS320", "%s() is missing %s: '%s'", methodLabel(fn), plural(len(missing), "argument"), strings.Join(missing, "', '")).
		Note(fn.node.Pos(), "%s is defined here", functionLabel(fn))
}

// needsPairs reports a keyed operator on a stream whose elements are not pairs.
func (c *checker) needsPairs(f *api.Func, recv ir.Expr, at syntax.Span) {
	t := typeOf(recv)
	elem := "not pairs"
	if n, ok := t.(*types.Named); ok && len(n.Args) == 1 {
		if c.unknown(n.Args[0]) {
			return
		}
		elem = types.Resolve(n.Args[0]).String()
	}
	what := "stream"
	if f.Class.Name == "RDD" {
		what = "RDD"
	}
	d := c.list.Add(diag.Usage, "DS501", at, "%s needs (key, value) pairs, but this %s's elements are %s", plainName(f), what, elem)
	c.context(d)
	c.origin(d, recv)
	if n, ok := t.(*types.Named); ok && len(n.Args) == 1 {
		if tup, ok := types.Is(types.Resolve(n.Args[0]), "tuple"); ok && len(tup.Args) > 2 {
			d.WithHint("make pairs of them first, e.g. .map(lambda x: (x[0], x[1:]))")
			return
		}
	}
	d.WithHint("pair the elements first, e.g. .map(lambda x: (x, 1))")
}

func itoa(i int) string { return strconv.Itoa(i) }

func spanKey(s syntax.Span) string { return "@" + itoa(int(s.Start)) + ":" + itoa(int(s.End)) }
