package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// readValues asks for the values of pairs alone where a stage does not look at their keys: in tables of many keys these lie in no order, and
// each is waited for.
func readValues(r *rewriter) {
	if len(*r.body) != 1 {
		return
	}
	loop, ok := (*r.body)[0].(*ir.For)
	if !ok {
		return
	}
	in, ok := loop.Iter.(*ir.StageInput)
	target, isVar := loop.Target.(*ir.VarTarget)
	if !ok || !isVar || in.Split != nil || in.Values {
		return
	}
	pair, ok := types.Is(target.Var.Type, "tuple")
	if !ok || len(pair.Args) != 2 || !onlyValues(loop.Body, target.Var) {
		return
	}
	value := &ir.Var{Name: "value", Type: pair.Args[1], Owner: r.fn}
	takeValues(loop.Body, target.Var, value)
	in.Values, in.T = true, types.Iterable(value.Type)
	loop.Target = &ir.VarTarget{Var: value}
	r.note(in.At, "the keys of pairs are not read")
}

// onlyValues reports statements that use of a pair nothing but its value.
func onlyValues(body []ir.Stmt, pair *ir.Var) bool {
	u, reads := usesOf(body), 0
	ir.Visit(body, func(e ir.Expr) {
		if isValueOf(e, pair) {
			reads++
		}
	})
	ir.EachStmt(body, func(s ir.Stmt) {
		if t := unpacks(s, pair); t != nil {
			if k, ok := t.Elts[0].(*ir.VarTarget); ok && private(k.Var) && u.reads[k.Var] == 0 {
				reads++
			}
		}
	})
	return u.sets[pair] == 0 && reads > 0 && reads == u.reads[pair]
}

// isValueOf reports pair[1].
func isValueOf(e ir.Expr, pair *ir.Var) bool {
	get, ok := e.(*ir.TupleGet)
	return ok && get.N == 1 && isRead(get.V, pair)
}

// unpacks is the target of key, value = pair.
func unpacks(s ir.Stmt, pair *ir.Var) *ir.TupleTarget {
	a, ok := s.(*ir.Assign)
	if !ok || !isRead(a.Value, pair) {
		return nil
	}
	t, _ := a.Target.(*ir.TupleTarget)
	return t
}

func isRead(e ir.Expr, v *ir.Var) bool {
	l, ok := ir.Strip(e).(*ir.Local)
	return ok && l.Var == v
}

// takeValues reads a variable instead of the value of a pair.
func takeValues(body []ir.Stmt, pair, value *ir.Var) {
	ir.EachStmt(body, func(s ir.Stmt) {
		if t := unpacks(s, pair); t != nil {
			a := s.(*ir.Assign)
			a.Target = t.Elts[1]
			a.Value = &ir.Local{X: ir.X{T: value.Type, At: a.Value.Pos()}, Var: value}
		}
	})
	ir.Rewrite(body, func(e ir.Expr) ir.Expr {
		if isValueOf(e, pair) {
			return &ir.Local{X: ir.X{T: e.Type(), At: e.Pos()}, Var: value}
		}
		return e
	})
}
