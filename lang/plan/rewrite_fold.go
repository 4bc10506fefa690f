package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// fold computes what is known when compiling: tests of what an optional value was just made of, logic on literals,
// elements of a tuple that stands there.
func fold(r *rewriter) {
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		out := folded(e)
		if out != e {
			r.did = true
		}
		return out
	})
	ir.EachStmt(*r.body, func(s ir.Stmt) {
		if a, ok := s.(*ir.Assign); ok {
			if t, ok := a.Target.(*ir.TupleTarget); ok {
				if v, ok := wrapped(a.Value); ok && !types.IsNone(v.Type()) && t.As == nil {
					a.Value, t.From = v, v.Type()
				}
			}
		}
	})
}

func folded(e ir.Expr) ir.Expr {
	switch x := e.(type) {
	case *ir.Convert:
		if v, ok := wrapped(x.V); ok && types.Equal(v.Type(), x.Type()) {
			return v
		}
	case *ir.TupleGet:
		return tupleElement(x)
	case *ir.Compare:
		return foldIdentity(x)
	case *ir.Truth:
		if v, ok := wrapped(x.V); ok {
			if types.IsNone(v.Type()) && simple(v) {
				return boolExpr(false, x.X)
			}
			return &ir.Truth{X: x.X, V: v}
		}
		if b, ok := boolValue(x.V); ok {
			return boolExpr(b, x.X)
		}
	case *ir.Not:
		if b, ok := boolValue(x.V); ok {
			return boolExpr(!b, x.X)
		}
	case *ir.Logic:
		return foldLogic(x)
	case *ir.Cond:
		if b, ok := boolValue(x.Test); ok {
			if b {
				return x.Then
			}
			return x.Else
		}
	}
	return e
}

// wrapped is what an optional value is made of.
func wrapped(e ir.Expr) (ir.Expr, bool) {
	c, ok := ir.Strip(e).(*ir.Convert)
	if !ok || !types.IsOptional(c.Type()) || types.IsOptional(c.V.Type()) || types.IsAny(c.V.Type()) || types.IsNever(c.V.Type()) {
		return nil, false
	}
	return c.V, true
}

// foldIdentity decides `x is None` of a value that was just made optional.
func foldIdentity(x *ir.Compare) ir.Expr {
	is := x.Op == "is" || x.Op == "=="
	if !is && x.Op != "is not" && x.Op != "!=" || !types.IsNone(x.R.Type()) || !simple(unconverted(x.R)) {
		return x
	}
	v, ok := wrapped(x.L)
	if !ok || !simple(v) {
		return x
	}
	return boolExpr(is == types.IsNone(v.Type()), x.X)
}

// foldLogic drops an operand that is a literal where that decides nothing, and the other where it decides.
func foldLogic(x *ir.Logic) ir.Expr {
	b, ok := boolValue(x.L)
	if !ok || !types.IsBool(x.Type()) {
		return x
	}
	if b == (x.Op == "and") {
		return x.R
	}
	return boolExpr(b, x.X)
}

func boolExpr(b bool, x ir.X) ir.Expr {
	x.T = types.Bool
	return &ir.Const{X: x, Value: b}
}

// boolValue is the value of a literal of type bool.
func boolValue(e ir.Expr) (value, ok bool) {
	c, isConst := ir.Strip(e).(*ir.Const)
	if !isConst {
		return false, false
	}
	value, ok = c.Value.(bool)
	return value, ok
}
