package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// partial writes functools.partial(f, a, k=v) as lambda *args, **kwargs: f(a, *args, k=v, **kwargs), whose
// parts are evaluated once.
func (c *checker) partial(args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 0 || args[0].name != "" || args[0].star != "" {
		c.errorf(e.Fn.Pos(), "DS320", "partial() needs a function")
		return c.bad(e.Span)
	}
	pre := &prelude{}
	part := func(a argument) syntax.Expr { return c.once(a, e, pre) }
	call := &syntax.Call{At: e.At, Fn: part(args[0])}
	var named []*syntax.Arg
	for _, a := range args[1:] {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(e.Span)
		}
		if a.star != "" {
			c.unsupported(a.at, "%s in partial()", a.star).WithHint("pass the arguments one by one")
			return c.bad(e.Span)
		}
		arg := &syntax.Arg{At: syntax.At{Span: a.at}, Name: a.name, Value: part(a)}
		if a.name != "" {
			named = append(named, arg)
		} else {
			call.Args = append(call.Args, arg)
		}
	}
	name := func(id string) syntax.Expr { return &syntax.Name{At: e.At, Id: id} }
	call.Args = append(append(call.Args, &syntax.Arg{At: e.At, Star: "*", Value: name("args")}), named...)
	call.Args = append(call.Args, &syntax.Arg{At: e.At, Star: "**", Value: name("kwargs")})
	lam := &syntax.Lambda{At: e.At, Body: call, Params: []*syntax.Param{
		{At: e.At, Name: "args", Kind: syntax.StarParam}, {At: e.At, Name: "kwargs", Kind: syntax.StarStarParam}}}
	fn := c.partialFunc(lam)
	fn.partial = true
	return c.holding(fn, pre, e.Span)
}

// partialFunc is the record of a written lambda: its text is that of the current round.
func (c *checker) partialFunc(lam *syntax.Lambda) *function {
	if c.defs[defKey{c.frame, lam.Pos()}] == nil { // the binder has not seen this function
		s := newScope(lam, c.frame.scope)
		s.bound["args"], s.bound["kwargs"] = true, true
	}
	fn := c.function(lam, "<lambda>", lam.Params, nil, lam.Body)
	fn.expr = lam.Body
	return fn
}
