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
