package codegen

import "github.com/dstreamc/dstreamc/lang/ir"

// walk visits an expression and its parts, outside in, until visit returns false for one. It enters
// the bodies of lambdas, whose variables are those of the function around them.
func walk(e ir.Expr, visit func(ir.Expr) bool) {
	if e == nil || !visit(e) {
		return
	}
	for _, k := range kids(e) {
		walk(k, visit)
	}
}

func kids(e ir.Expr) []ir.Expr {
	switch e := e.(type) {
	case *ir.Binary:
		return []ir.Expr{e.L, e.R}
	case *ir.Unary:
		return []ir.Expr{e.V}
	case *ir.Not:
		return []ir.Expr{e.V}
	case *ir.Truth:
		return []ir.Expr{e.V}
	case *ir.Logic:
		return []ir.Expr{e.L, e.R}
	case *ir.Compare:
		return []ir.Expr{e.L, e.R}
	case *ir.Chain:
		var out []ir.Expr
		for _, l := range e.Links {
			out = append(out, l)
		}
		return out
	case *ir.Cond:
		return []ir.Expr{e.Test, e.Then, e.Else}
	case *ir.Convert:
		return []ir.Expr{e.V}
	case *ir.Tuple:
		return e.Elts
	case *ir.List:
		return e.Elts
	case *ir.Set:
		return e.Elts
	case *ir.Dict:
		return append(present(e.Keys...), e.Values...)
	case *ir.Spread:
		return []ir.Expr{e.V}
	case *ir.TupleGet:
		return []ir.Expr{e.V}
	case *ir.GetItem:
		return []ir.Expr{e.V, e.I}
	case *ir.GetSlice:
		return present(e.V, e.Lo, e.Hi, e.Step)
	case *ir.Field:
		return []ir.Expr{e.V}
	case *ir.Call:
		return present(append(append([]ir.Expr{e.Recv}, e.Args...), e.Rest...)...)
	case *ir.CallFunc:
		return e.Args
	case *ir.CallValue:
		return append([]ir.Expr{e.Fn}, e.Args...)
	case *ir.CallMethod:
		return append([]ir.Expr{e.Recv}, e.Args...)
	case *ir.Comp:
		out := present(e.Key, e.Elt)
		for _, c := range e.Clauses {
			out = append(append(out, c.Iter), c.Conds...)
		}
		return out
	case *ir.FString:
		var out []ir.Expr
		for _, p := range e.Parts {
			out = append(out, present(p.V, p.Spec)...)
		}
		return out
	case *ir.Assigned:
		return []ir.Expr{e.V}
	case *ir.ExcNew:
		return e.Args
	case *ir.StageCall:
		out := present(e.Input)
		for _, op := range e.Stage.Ops {
			out = append(out, op.Fn)
		}
		if e.Call != nil {
			out = append(out, e.Call)
		}
		return out
	case *ir.FuncVal:
		if e.Func.Lambda && len(e.Func.Body) == 1 {
			if r, ok := e.Func.Body[0].(*ir.Return); ok {
				return present(r.V)
			}
		}
	}
	return nil
}

func present(list ...ir.Expr) []ir.Expr {
	var out []ir.Expr
	for _, e := range list {
		if e != nil {
			out = append(out, e)
		}
	}
	return out
}

// countReads counts the places that read a variable.
func countReads(e ir.Expr, v *ir.Var) (n int) {
	walk(e, func(x ir.Expr) bool {
		if l, ok := x.(*ir.Local); ok && l.Var == v {
			n++
		}
		return true
	})
	return n
}

// hasAssigned reports a walrus inside e.
func hasAssigned(e ir.Expr) (found bool) {
	walk(e, func(x ir.Expr) bool {
		_, ok := x.(*ir.Assigned)
		found = found || ok
		return !found
	})
	return found
}

// assigns reports whether statements store into a variable.
func assigns(body []ir.Stmt, v *ir.Var) bool {
	for _, s := range body {
		if assignsIn(s, v) {
			return true
		}
	}
	return false
}

func assignsIn(s ir.Stmt, v *ir.Var) bool {
	switch s := s.(type) {
	case *ir.Assign:
		return targets(s.Target, v)
	case *ir.If:
		return assigns(s.Body, v) || assigns(s.Else, v)
	case *ir.While:
		return assigns(s.Body, v) || assigns(s.Else, v)
	case *ir.For:
		return targets(s.Target, v) || assigns(s.Body, v) || assigns(s.Else, v)
	case *ir.Try:
		for _, h := range s.Handlers {
			if h.Var == v || assigns(h.Body, v) {
				return true
			}
		}
		return assigns(s.Body, v) || assigns(s.Else, v) || assigns(s.Finally, v)
	case *ir.With:
		for _, it := range s.Items {
			if it.Target != nil && targets(it.Target, v) {
				return true
			}
		}
		return assigns(s.Body, v)
	}
	return false
}

func targets(t ir.Target, v *ir.Var) bool {
	switch t := t.(type) {
	case *ir.VarTarget:
		return t.Var == v
	case *ir.TupleTarget:
		for _, e := range t.Elts {
			if targets(e, v) {
				return true
			}
		}
	}
	return false
}
