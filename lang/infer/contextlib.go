package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// contextFunctions are the functions of contextlib, which with statements know.
func contextFunctions() {
	special["contextlib.contextmanager"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		if len(args) == 1 {
			if t, ok := typeOf(args[0].val).(*types.Func); ok {
				if fn := t.Fn.(*function); fn.scope.yields {
					fn.context = true
					return args[0].val
				}
			}
		}
		c.unsupported(e.Fn.Pos(), "contextmanager of anything but a generator function").WithHint("write it above a def with a yield")
		return c.bad(e.Span)
	}
	for _, name := range []string{"suppress", "closing", "nullcontext"} {
		special["contextlib."+name] = func(c *checker, _ []argument, e *syntax.Call) ir.Expr {
			c.unsupported(e.Fn.Pos(), "%s outside of a with statement", name).WithHint("write with %s(…):", name)
			return c.bad(e.Span)
		}
	}
}

// contextGenerator is the function that contextmanager decorates and an expression calls, or nil.
func (c *checker) contextGenerator(ctx syntax.Expr, t types.Type) *function {
	call, ok := ctx.(*syntax.Call)
	if _, iterator := types.Is(t, "Iterator"); !ok || !iterator {
		return nil
	}
	var fn *function
	switch f := typeOf(c.expr(call.Fn)).(type) {
	case *types.Func:
		fn = f.Fn.(*function)
	case *types.Builtin:
		if method, ok := f.Decl.(boundMethod); ok {
			if m, _ := method.k.find(f.Name); m != nil {
				fn = m.fn
			}
		}
	}
	if fn == nil || !fn.context {
		return nil
	}
	return fn
}

// contextDecorator reports that a decorator is contextlib.contextmanager.
func (c *checker) contextDecorator(d syntax.Expr) bool {
	b, ok := typeOf(c.expr(d)).(*types.Builtin)
	return ok && b.Decl == specialName("contextlib.contextmanager")
}

// contextCall is the function of contextlib that an expression calls; "" for others.
func (c *checker) contextCall(e syntax.Expr) (string, *syntax.Call) {
	call, ok := e.(*syntax.Call)
	if !ok {
		return "", nil
	}
	switch call.Fn.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return "", nil
	}
	errors := len(c.list.Items)
	fn, ok := typeOf(c.expr(call.Fn)).(*types.Builtin)
	c.list.Take(errors)
	if !ok {
		return "", nil
	}
	switch name, _ := fn.Decl.(specialName); name {
	case "contextlib.suppress", "contextlib.closing", "contextlib.nullcontext":
		return string(name[len("contextlib."):]), call
	}
	return "", nil
}

// withAsTry writes a with statement of suppress(), closing() or nullcontext() as what it does; nil for others.
func (c *checker) withAsTry(s *syntax.With) syntax.Stmt {
	for i, it := range s.Items {
		name, call := c.contextCall(it.Ctx)
		if name == "" {
			continue
		}
		body := s.Body
		if rest := s.Items[i+1:]; len(rest) > 0 {
			body = []syntax.Stmt{&syntax.With{At: s.At, Items: rest, Body: body}}
		}
		stmts := c.contextBody(name, call, it, body)
		if stmts == nil {
			return nil
		}
		if i > 0 {
			return &syntax.With{At: s.At, Items: s.Items[:i], Body: stmts}
		}
		return &syntax.If{At: s.At, Test: &syntax.BoolLit{At: it.At, Value: true}, Body: stmts}
	}
	return nil
}

// contextBody is the body of a with statement within what its context manager does.
func (c *checker) contextBody(name string, call *syntax.Call, it *syntax.WithItem, body []syntax.Stmt) []syntax.Stmt {
	at := it.At
	if name == "suppress" {
		classes := &syntax.Tuple{At: at}
		for _, a := range call.Args {
			classes.Elts = append(classes.Elts, a.Value)
		}
		if len(classes.Elts) == 0 {
			return body
		}
		handler := &syntax.Handler{At: at, Type: classes, Body: []syntax.Stmt{&syntax.Pass{At: at}}}
		return []syntax.Stmt{&syntax.Try{At: at, Body: body, Handlers: []*syntax.Handler{handler}}}
	}
	var value syntax.Expr = &syntax.NoneLit{At: at}
	if len(call.Args) > 0 {
		value = call.Args[0].Value
	}
	var out []syntax.Stmt
	if it.Target != nil {
		out = append(out, &syntax.Assign{At: at, Targets: []syntax.Expr{it.Target}, Value: value})
		if n, ok := it.Target.(*syntax.Name); ok {
			value = n
		}
	}
	if name == "nullcontext" {
		return append(out, body...)
	}
	if _, named := value.(*syntax.Name); !named {
		return nil // there is no name to close it by
	}
	closed := &syntax.Call{At: at, Fn: &syntax.Attr{At: at, X: value, Name: "close", NameAt: at.Span}}
	return append(out, &syntax.Try{At: at, Body: body, Finally: []syntax.Stmt{&syntax.ExprStmt{At: at, X: closed}}})
}
