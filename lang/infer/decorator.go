package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

func (c *checker) funcDef(s *syntax.FuncDef) []ir.Stmt {
	if s.Async {
		c.unsupported(s.Name.Pos(), "async def").WithHint("write an ordinary def")
	}
	if len(s.Decorators) == 0 {
		fn := c.function(s, s.Name.Id, s.Params, s.Body, nil)
		fn.named = true
		return c.define(fn, s.Name.Id, s.Name.Pos(), s.Span)
	}
	for _, d := range s.Decorators {
		if t, ok := typeOf(c.expr(d)).(*types.Module); ok && t.Name == "typing.overload" {
			return nil // for type checkers: the def that is meant comes later
		}
	}
	return c.decorated(s)
}

// decorated defines a function and binds its name to what the decorators, applied from the last to
// the first, make of it.
func (c *checker) decorated(s *syntax.FuncDef) []ir.Stmt {
	var out []ir.Stmt
	var decorators []ir.Expr
	for _, d := range s.Decorators {
		v := c.expr(d)
		if hasEffect(v) && !types.IsBad(typeOf(v)) {
			tmp := c.temp(v)
			out = append(out, tmp.set)
			v = tmp.read()
		}
		decorators = append(decorators, v)
	}
	fn := c.function(s, s.Name.Id, s.Params, s.Body, nil)
	fn.named = true
	for _, d := range decorators { // before its box is made, which has that name
		if b, ok := typeOf(d).(*types.Builtin); ok {
			if w, ok := b.Decl.(wrapsFunction); ok {
				fn.wraps, fn.wrapsFunc, fn.wrapped = w.name, w.fn, w.of
			}
		}
	}
	out = append(out, c.defineFunc(fn, s.Name.Id, s.Name.Pos(), s.Span)...)
	v := c.funcVal(fn, s.Name.Pos())
	for i := len(decorators) - 1; i >= 0; i-- {
		d := s.Decorators[i]
		call := &syntax.Call{At: syntax.At{Span: d.Pos()}, Fn: d}
		v = c.callValue(decorators[i], []argument{{val: v, at: d.Pos()}}, call)
	}
	if t, ok := typeOf(v).(*types.Func); ok && t.Fn == any(fn) { // it gave the function itself
		c.bindStatic(s.Name.Id, s.Name.Pos(), fn.typ, fn)
		if hasEffect(v) {
			out = append(out, &ir.ExprStmt{S: ir.S{At: s.Span}, V: v})
		}
		return append(out, c.storeBox(s.Name.Id, s.Name.Pos(), fn, s.Span)...)
	}
	return append(out, c.store(s.Name, v, s.Span)...)
}

// define binds a name to a function.
func (c *checker) define(fn *function, name string, nameAt, at syntax.Span) []ir.Stmt {
	out := c.defineFunc(fn, name, nameAt, at)
	c.bindStatic(name, nameAt, fn.typ, fn)
	return append(out, c.storeBox(name, nameAt, fn, at)...)
}

// storeBox stores the box of a function in its variable if that holds others, too.
func (c *checker) storeBox(name string, nameAt syntax.Span, fn *function, at syntax.Span) []ir.Stmt {
	s := c.owner(name).site(name, nameAt)
	if !types.IsAny(s.storage()) {
		return nil
	}
	target := &ir.VarTarget{}
	c.later = append(c.later, func() { target.Var = c.final(s) })
	return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: c.box(c.funcVal(fn, nameAt))}}
}

// defineFunc is the place of a def: its defaults are evaluated, a nested one leaves a mark where Go
// must define it, and its box is made if it has one.
func (c *checker) defineFunc(fn *function, name string, nameAt, at syntax.Span) []ir.Stmt {
	var out []ir.Stmt
	for _, set := range fn.sets {
		out = append(out, set)
	}
	if fn.frame.parent != nil {
		d := &ir.DefFunc{S: ir.S{At: at}, Name: name}
		c.later = append(c.later, func() {
			for _, in := range fn.live(c.round) {
				d.Funcs = append(d.Funcs, in.ir)
			}
		})
		out = append(out, d)
	}
	fn.boxAt = c.hiddenSite(name+" func", nameAt)
	if k := c.frame.class; k != nil && k.dynamic { // whose body is no place that functions see
		fn.boxAt = fn.frame.hiddenSite(name+" func", nameAt)
	}
	fn.boxAt.store(types.Any)
	if fn.boxed {
		target := &ir.VarTarget{}
		c.later = append(c.later, func() {
			target.Var = c.final(fn.boxAt)
			target.Var.Fresh = true
		})
		out = append(out, &ir.Assign{S: ir.S{At: at}, Target: target, Value: c.funcBox(fn, nameAt)})
	}
	return out
}

// wrapsFunction is functools.wraps(f): it gives a function the name of f.
type wrapsFunction struct {
	name string    // of a function known when compiling
	fn   *function // that function
	of   ir.Expr   // another, as an Any
}

// wraps is functools.wraps(f).
func (c *checker) wraps(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 1 || args[0].star != "" {
		c.unsupported(e.Span, "functools.wraps() with these arguments").WithHint("write @functools.wraps(function)")
		return c.bad(e.Span)
	}
	w := &wrapsFunction{}
	switch t := typeOf(args[0].val).(type) {
	case *types.Func:
		fn := t.Fn.(*function)
		w.name, w.fn = fn.shownName(), fn
		if fn.wrapped != nil {
			w.name, w.fn, w.of = "", nil, fn.wrapped
		}
	case *types.Builtin, *types.Class:
		w.name = functionName(t)
	default:
		w.of = args[0].val
	}
	return ref(&types.Builtin{Name: "wraps", Decl: *w}, e.Span)
}

func (c *checker) callWraps(w wrapsFunction, args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 1 {
		c.errorf(e.Span, "DS320", "functools.wraps() takes one function")
		return c.bad(e.Span)
	}
	if t, ok := typeOf(args[0].val).(*types.Func); ok {
		fn := t.Fn.(*function)
		fn.wraps, fn.wrapsFunc, fn.wrapped = w.name, w.fn, w.of
	}
	return args[0].val
}

// functionAttr reads an attribute of a function. Those that the types do not tell belong to its box.
func (c *checker) functionAttr(x ir.Expr, e *syntax.Attr) (ir.Expr, bool) {
	t, ok := typeOf(x).(*types.Func)
	if !ok {
		if b, ok := typeOf(x).(*types.Builtin); ok && e.Name == "__name__" {
			if _, ok := b.Decl.(classOfObject); ok {
				return &ir.TypeName{X: ir.X{T: types.Str, At: e.Span}, V: b.Recv.(ir.Expr)}, true
			}
		}
		if e.Name == "__name__" {
			return c.str(functionName(typeOf(x)), e.Span), true
		}
		return c.methodAttr(typeOf(x), e)
	}
	fn := t.Fn.(*function)
	written := fn.wrapped == nil && !c.stores[e.Name] // it is as the text says
	switch e.Name {
	case "__name__":
		if written {
			return c.str(fn.shownName(), e.Span), true
		}
	case "__qualname__":
		if written {
			return c.str(fn.qualname(), e.Span), true
		}
	case "__doc__":
		if written {
			return c.docOf(fn, e.Span), true
		}
	case "__wrapped__":
		if fn.wrapsFunc != nil {
			return c.funcVal(fn.wrapsFunc, e.Span), true
		}
	case "__annotations__":
		c.dynamicNames.get[e.Name] = true
		c.readable(fn)
	case "__code__", "__defaults__", "__kwdefaults__", "__globals__", "__closure__":
		c.unsupported(e.NameAt, "%s of a function", e.Name).WithHint("keep what you need in a variable")
		return c.bad(e.Span), true
	}
	return &ir.Field{X: ir.X{T: types.Any, At: e.Span}, V: c.box(x), Name: e.Name}, true
}

// readable reports the annotations that are no values here.
func (c *checker) readable(fn *function) {
	check := func(e syntax.Expr) {
		switch e.(type) {
		case nil, *syntax.NoneLit, *syntax.StrLit, *syntax.Name, *syntax.Attr:
		default:
			c.unsupported(e.Pos(), "this annotation as a value").WithHint("annotate with a class, or do not read __annotations__")
		}
	}
	for _, p := range fn.params {
		check(p.Type)
	}
	if d, ok := fn.node.(*syntax.FuncDef); ok {
		check(d.Result)
	}
}

// docOf is __doc__ of a function.
func (c *checker) docOf(fn *function, at syntax.Span) ir.Expr {
	if fn.wrapsFunc != nil {
		return c.docOf(fn.wrapsFunc, at)
	}
	if doc := docstring(fn.body); doc != "" {
		return c.str(doc, at)
	}
	return c.none(at)
}

// methodAttr reads an attribute of a method of a class of the script.
func (c *checker) methodAttr(t types.Type, e *syntax.Attr) (ir.Expr, bool) {
	b, ok := t.(*types.Builtin)
	if !ok {
		return nil, false
	}
	var k *class
	switch d := b.Decl.(type) {
	case boundMethod:
		k = d.k
	case unboundOf:
		k = d.k
	default:
		return nil, false
	}
	m, _ := k.find(b.Name)
	if m == nil || m.fn == nil {
		return nil, false
	}
	switch e.Name {
	case "__qualname__":
		return c.str(m.fn.qualname(), e.Span), true
	case "__doc__":
		return c.docOf(m.fn, e.Span), true
	case "__module__":
		return c.str(k.ir.Module, e.Span), true
	}
	return nil, false
}
