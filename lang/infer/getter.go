package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// The functions of module operator that make functions become lambdas. What they are given is evaluated once.

// itemGetter writes itemgetter(1) as lambda x: x[1], and with more keys as a tuple of them.
func (c *checker) itemGetter(args []argument, e *syntax.Call) ir.Expr {
	return c.getter(args, e, "itemgetter", func(x syntax.Expr, _ argument, key syntax.Expr) syntax.Expr {
		return &syntax.Index{At: e.At, X: x, I: key}
	})
}

// attrGetter writes attrgetter("a.b") as lambda x: x.a.b.
func (c *checker) attrGetter(args []argument, e *syntax.Call) ir.Expr {
	return c.getter(args, e, "attrgetter", func(x syntax.Expr, a argument, _ syntax.Expr) syntax.Expr {
		path, ok := stringOf(a.val)
		if !ok {
			c.unsupported(a.at, "attrgetter() with a name that varies").WithHint("write lambda x: getattr(x, name)")
			return nil
		}
		for name := range strings.SplitSeq(path, ".") {
			x = &syntax.Attr{At: e.At, X: x, Name: name, NameAt: a.at}
		}
		return x
	})
}

// stringOf is the text of a constant.
func stringOf(v ir.Expr) (string, bool) {
	k, ok := v.(*ir.Const)
	if !ok || !types.IsStr(k.T) {
		return "", false
	}
	s, ok := k.Value.(string)
	return s, ok
}

// getter is lambda x: part, or a tuple of the parts that several arguments ask for.
func (c *checker) getter(args []argument, e *syntax.Call, name string, part func(x syntax.Expr, a argument, v syntax.Expr) syntax.Expr) ir.Expr {
	pre := &prelude{}
	var parts []syntax.Expr
	for _, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(e.Span)
		}
		if a.star != "" || a.name != "" {
			c.unsupported(a.at, "this argument of %s()", name).WithHint("write a lambda")
			return c.bad(e.Span)
		}
		p := part(&syntax.Name{At: e.At, Id: "x"}, a, c.once(a, e, pre))
		if p == nil {
			return c.bad(e.Span)
		}
		parts = append(parts, p)
	}
	if len(parts) == 0 {
		c.errorf(e.Fn.Pos(), "DS320", "%s expected at least 1 argument, got 0", name)
		return c.bad(e.Span)
	}
	lam := &syntax.Lambda{At: e.At, Params: []*syntax.Param{{At: e.At, Name: "x"}}, Body: parts[0]}
	if len(parts) > 1 {
		lam.Body = &syntax.Tuple{At: e.At, Elts: parts}
	}
	return c.writtenLambda(lam, pre)
}

// methodCaller writes methodcaller("name", a, k=v) as lambda x: x.name(a, k=v).
func (c *checker) methodCaller(args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 0 || args[0].name != "" || args[0].star != "" {
		c.errorf(e.Fn.Pos(), "DS320", "methodcaller needs at least one argument, the method name")
		return c.bad(e.Span)
	}
	name, ok := stringOf(args[0].val)
	if !ok {
		c.unsupported(args[0].at, "methodcaller() with a name that varies").WithHint("write lambda x: getattr(x, name)()")
		return c.bad(e.Span)
	}
	pre := &prelude{}
	call := &syntax.Call{At: e.At, Fn: &syntax.Attr{At: e.At, X: &syntax.Name{At: e.At, Id: "x"}, Name: name, NameAt: args[0].at}}
	for _, a := range args[1:] {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(e.Span)
		}
		call.Args = append(call.Args, &syntax.Arg{At: syntax.At{Span: a.at}, Name: a.name, Star: a.star, Value: c.once(a, e, pre)})
	}
	return c.writtenLambda(&syntax.Lambda{At: e.At, Params: []*syntax.Param{{At: e.At, Name: "x"}}, Body: call}, pre)
}

// once is an argument for text that the compiler writes, evaluated before it.
func (c *checker) once(a argument, e *syntax.Call, pre *prelude) syntax.Expr {
	v := a.val
	_, constant := v.(*ir.Const)
	pre.holds = pre.holds || !constant && !isFunction(typeOf(v))
	if !isFunction(typeOf(v)) && (hasParts(v) || !c.steady(a.at, v, e)) {
		tmp := c.temp(v)
		tmp.v.Fresh, tmp.v.Shared = true, true
		pre.sets = append(pre.sets, tmp.set.(*ir.Assign))
		v = tmp.read()
	}
	return c.held(v, a.at)
}

// steady reports an argument that is a constant, or a variable with one assignment, which will not be made again.
func (c *checker) steady(at syntax.Span, v ir.Expr, e *syntax.Call) bool {
	if _, ok := v.(*ir.Const); ok {
		return true
	}
	for _, a := range e.Args {
		if n, ok := a.Value.(*syntax.Name); ok && n.Span == at {
			v := c.owner(n.Id).vars[n.Id]
			return v != nil && len(v.sites) == 1 && !c.inRound()
		}
	}
	return false
}

// writtenLambda is a lambda of one parameter that the compiler writes, behind the evaluation of what it holds.
func (c *checker) writtenLambda(lam *syntax.Lambda, pre *prelude) ir.Expr {
	if c.defs[defKey{c.frame, lam.Pos()}] == nil { // the binder has not seen this function
		newScope(lam, c.frame.scope).bound["x"] = true
	}
	fn := c.function(lam, "<lambda>", lam.Params, nil, lam.Body)
	fn.expr = lam.Body
	return c.holding(fn, pre, lam.Pos())
}

// holding is a written function as a value, with what it holds.
func (c *checker) holding(fn *function, pre *prelude, at syntax.Span) ir.Expr {
	fn.holds = pre.holds && c.frame.parent == nil
	v := pre.wrap(c.funcVal(fn, at))
	if fn.dynamic && fn.holds {
		return c.box(v)
	}
	return v
}
