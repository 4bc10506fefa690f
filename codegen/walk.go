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
	if v, ok := e.(*ir.FuncVal); ok {
		if v.Func.Lambda && len(v.Func.Body) == 1 {
			if r, ok := v.Func.Body[0].(*ir.Return); ok {
				return present(r.V)
			}
		}
		return nil
	}
	var out []ir.Expr
	for _, s := range slots(e) {
		out = append(out, present(*s)...)
	}
	return out
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
