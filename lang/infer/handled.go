package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// handling is an except clause around the current place.
type handling struct {
	frame *frame
	h     *ir.Handler
	name  *site // of the exception, once something needs it
}

// handled is the exception that is being handled, which Python's traceback.print_exc and its kin ask the
// interpreter for. Here it is that of the nearest except clause of the function; nil without one.
func (c *checker) handled(at syntax.Span) ir.Expr {
	if len(c.handlers) == 0 || c.handlers[len(c.handlers)-1].frame != c.frame {
		return nil
	}
	h := c.handlers[len(c.handlers)-1]
	if h.name == nil {
		s := c.hiddenSite("exc", h.h.At)
		s.store(exceptionType)
		h.name = s
		c.later = append(c.later, func() { h.h.Var = c.final(s) })
	}
	local := &ir.Local{X: ir.X{T: exceptionType, At: at}}
	c.later = append(c.later, func() { local.Var = c.final(h.name) })
	return local
}

// handledOutside gives what a function of module sys says of the exception being handled where no except clause is around: that of a
// caller, or what a finally clause waits for.
func (c *checker) handledOutside(name string, at syntax.Span) ir.Expr {
	c.asksHandled = true
	return c.callBuiltin(c.ix.Modules["sys"].Members[name], nil, at)
}

// trackHandled has the program keep book of what it handles, if it asks.
func (c *checker) trackHandled() {
	if c.asksHandled {
		track := c.callBuiltin(c.ix.Modules["sys"].Members["_track_handled"], nil, syntax.Span{})
		c.prog.Body = append([]ir.Stmt{&ir.ExprStmt{V: track}}, c.prog.Body...)
	}
}

// handledCall calls a function that takes the exception being handled as its first argument.
func (c *checker) handledCall(module, name string, args []argument, e *syntax.Call) ir.Expr {
	exc := c.handled(e.Span)
	if exc == nil {
		exc = c.handledOutside("_handled", e.Span)
	}
	o := c.ix.Modules[module].Members[name].(*api.Overloads)
	args = append([]argument{{val: exc, at: e.Span}}, args...)
	return c.callOverloads(o, nil, nil, args, e.Fn.Pos(), e.Span)
}

// only keeps the keyword arguments of these names.
func only(args []argument, names ...string) []argument {
	var out []argument
	for _, a := range args {
		for _, n := range names {
			if a.name == n {
				out = append(out, a)
			}
		}
	}
	return out
}

// handledFunctions are the functions that ask for the exception being handled.
func handledFunctions() {
	special["traceback.print_exc"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		return c.handledCall("traceback", "_print_exc", only(args, "file"), e)
	}
	special["traceback.format_exc"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		return c.handledCall("traceback", "_format_exc", nil, e)
	}
	for name, keep := range map[string][]string{"print_exception": {"file"}, "format_exception": nil, "format_exception_only": nil} {
		special["traceback."+name] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
			return c.tracebackOf(name, keep, args, e)
		}
	}
	special["sys.exc_info"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		if c.handled(e.Span) == nil {
			return c.handledOutside("_exc_info_now", e.Span)
		}
		return c.handledCall("sys", "_exc_info", nil, e)
	}
}

// tracebackOf types print_exception(e) and print_exception(type(e), e, e.__traceback__).
func (c *checker) tracebackOf(name string, keep []string, args []argument, e *syntax.Call) ir.Expr {
	var plain []argument
	for _, a := range args {
		if a.name == "" {
			plain = append(plain, a)
		}
	}
	if len(plain) == 0 || len(plain) > 3 {
		c.errorf(e.Fn.Pos(), "DS320", "traceback.%s takes an exception", name)
		return c.bad(e.Span)
	}
	exc := plain[0]
	if len(plain) > 1 {
		exc = plain[1]
	}
	print := name
	if name == "print_exception" {
		print = "print_exc"
	}
	o := c.ix.Modules["traceback"].Members["_"+print].(*api.Overloads)
	return c.callOverloads(o, nil, nil, append([]argument{{val: exc.val, at: exc.at}}, only(args, keep...)...), e.Fn.Pos(), e.Span)
}
