package plan

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// tryNumbers raises nothing for a text that is no number where that is only waited for: a try statement that makes one int or float of
// a text, with a handler that does not look at the exception, asks whether the text is one.
func tryNumbers(r *rewriter) {
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		var out []ir.Stmt
		for _, s := range list {
			mapBlocks(s, block)
			if t, ok := s.(*ir.Try); ok {
				if parsed := r.tryNumber(t); parsed != nil {
					out = append(out, parsed...)
					continue
				}
			}
			out = append(out, s)
		}
		return out
	}
	*r.body = block(*r.body)
}

// tryNumber is a try statement of that kind in another form, or nil.
func (r *rewriter) tryNumber(t *ir.Try) []ir.Stmt {
	if len(t.Body) != 1 || len(t.Handlers) != 1 || len(t.Else) > 0 || len(t.Finally) > 0 {
		return nil
	}
	h := t.Handlers[0]
	all := len(h.Classes) == 0 || slices.Contains(h.Classes, "Exception") || slices.Contains(h.Classes, "BaseException")
	if h.Var != nil || h.Class != nil || !all && !slices.Contains(h.Classes, "ValueError") || !quiet(h.Body) {
		return nil
	}
	value := result(t.Body[0])
	if value == nil {
		return nil
	}
	call := numberOf(*value)
	if call == nil || !undisturbed(call.Args[0]) && !(onlyValueError(h) && isElement(call.Args[0])) || numberCalls(*value) != 1 {
		return nil
	}
	if all && calculates(*value) {
		return nil
	}
	what, args := "float", []ir.Expr{call.Args[0]}
	if types.IsInt(call.Type()) {
		what, args = "int", append(args, boolExpr(all, call.X))
	}
	x := call.X
	x.T = types.Optional(call.Type())
	parsed := &ir.Var{Name: "parsed", Type: x.T, Owner: r.fn, Def: x.At}
	read := &ir.Local{X: x, Var: parsed}
	body := &ir.ExprStmt{S: ir.S{At: x.At}, V: *value}
	swap := func(from, to ir.Expr) {
		ir.Rewrite([]ir.Stmt{body}, func(e ir.Expr) ir.Expr {
			if e == from {
				return to
			}
			return e
		})
	}
	some := &ir.Const{X: call.X, Value: int64(0)} // for any number
	if swap(call, some); !undisturbed(body.V) {
		swap(some, call)
		return nil
	}
	swap(some, &ir.Convert{X: call.X, V: read})
	*value = body.V
	r.note(call.At, what+"() raises nothing here, as nobody looks at the exception")
	none := &ir.Const{X: ir.X{T: types.None, At: x.At}}
	return []ir.Stmt{
		&ir.Assign{S: t.S, Target: &ir.VarTarget{Var: parsed}, Value: replaced(replacement(what+"_parsed"), nil, x.T, x.At, args...)},
		&ir.If{S: t.S, Test: &ir.Compare{X: ir.X{T: types.Bool, At: x.At}, Op: "is not", L: read, R: none}, Body: t.Body, Else: h.Body},
	}
}

// onlyValueError reports a handler of nothing else.
func onlyValueError(h *ir.Handler) bool { return len(h.Classes) == 1 && h.Classes[0] == "ValueError" }

// isElement reports an element of a container, where an IndexError or KeyError is all that can be raised.
func isElement(e ir.Expr) bool {
	g, ok := ir.Strip(e).(*ir.GetItem)
	return ok && plain(g.V.Type()) && undisturbed(g.V) && hashable(g.I.Type()) && undisturbed(g.I)
}

// result is where the value of a statement stands that stores it into a variable or returns it.
func result(s ir.Stmt) *ir.Expr {
	switch s := s.(type) {
	case *ir.Return:
		if s.V != nil {
			return &s.V
		}
	case *ir.Assign:
		if _, ok := s.Target.(*ir.VarTarget); ok {
			return &s.Value
		}
	}
	return nil
}

// quiet reports statements that raise nothing and do not look at an exception.
func quiet(body []ir.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *ir.Break, *ir.Continue:
		case *ir.Return:
			if s.V != nil && !undisturbed(s.V) {
				return false
			}
		case *ir.Assign:
			if v := result(s); v == nil || !undisturbed(*v) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// numberOf is the call of int or float with a text that evaluating an expression begins with, or comes to in any case.
func numberOf(e ir.Expr) *ir.Call {
	switch e := e.(type) {
	case *ir.Convert:
		return numberOf(e.V)
	case *ir.Unary:
		return numberOf(e.V)
	case *ir.Binary:
		if c := numberOf(e.L); c != nil {
			return c
		}
		return numberOf(e.R)
	case *ir.Tuple:
		for _, elt := range e.Elts {
			if c := numberOf(elt); c != nil {
				return c
			}
		}
	case *ir.Call:
		if isNumberOf(e) {
			return e
		}
	}
	return nil
}

// isNumberOf reports int(text) and float(text).
func isNumberOf(c *ir.Call) bool {
	if c.Recv != nil || c.Fn.Class == nil || c.Fn.Name != "__init__" || len(c.Args) == 0 || !types.IsStr(c.Args[0].Type()) {
		return false
	}
	switch c.Fn.Class.Name {
	case "int":
		base, ok := intValue(c.Args[len(c.Args)-1])
		return len(c.Args) == 2 && ok && base == 10 && types.IsInt(c.Type())
	case "float":
		return len(c.Args) == 1 && types.IsFloat(c.Type())
	}
	return false
}

// calculates reports arithmetic of ints, which may overflow.
func calculates(e ir.Expr) (yes bool) {
	ir.Visit([]ir.Stmt{&ir.ExprStmt{V: e}}, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Binary:
			yes = yes || isInts(e)
		case *ir.Unary:
			yes = yes || types.IsInt(e.Type())
		}
	})
	return yes
}

// numberCalls counts the calls of int and float with texts.
func numberCalls(e ir.Expr) (n int) {
	ir.Visit([]ir.Stmt{&ir.ExprStmt{V: e}}, func(e ir.Expr) {
		if c, ok := e.(*ir.Call); ok && isNumberOf(c) {
			n++
		}
	})
	return n
}
