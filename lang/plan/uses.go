package plan

import "github.com/dstreamc/dstreamc/lang/ir"

// uses counts how often a function sets and reads its variables.
type uses struct {
	sets, reads map[*ir.Var]int
}

func usesOf(body []ir.Stmt) *uses {
	u := &uses{sets: map[*ir.Var]int{}, reads: map[*ir.Var]int{}}
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Local:
			u.reads[e.Var]++
		case *ir.Assigned:
			u.sets[e.Var]++
		case *ir.Let:
			for _, s := range e.Sets {
				u.target(s.Target)
			}
		case *ir.Comp:
			for _, c := range e.Clauses {
				u.target(c.Target)
			}
		case *ir.FuncVal:
			if e.Func != nil && e.Func.Lambda {
				u.stmts(e.Func.Body)
			}
		case *ir.FuncBox:
			for _, f := range e.Funcs() {
				if f.Lambda {
					u.stmts(f.Body)
				}
			}
		}
	})
	u.stmts(body)
	return u
}

func (u *uses) stmts(body []ir.Stmt) {
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s := s.(type) {
		case *ir.Assign:
			u.target(s.Target)
		case *ir.AugItem:
			u.target(s.Target)
		case *ir.For:
			u.target(s.Target)
		case *ir.Del:
			u.target(s.Target)
		case *ir.With:
			for _, it := range s.Items {
				u.target(it.Target)
			}
		case *ir.Try:
			for _, h := range s.Handlers {
				if h.Var != nil {
					u.sets[h.Var]++
				}
			}
		}
	})
}

func (u *uses) target(t ir.Target) {
	switch t := t.(type) {
	case *ir.VarTarget:
		u.sets[t.Var]++
	case *ir.TupleTarget:
		for _, e := range t.Elts {
			u.target(e)
		}
	}
}

// private reports a variable that nobody but its function sees.
func private(v *ir.Var) bool { return !v.Global && !v.Shared && !v.Param }
