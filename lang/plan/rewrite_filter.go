package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
)

// filterFirst computes a value behind the test that decides whether it is needed, as a filter behind a map does: what may raise nothing and
// has no effects moves into the branch of an if statement that alone uses it, or behind one that may leave.
func filterFirst(r *rewriter) {
	u := usesOf(*r.body)
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		for i := len(list) - 1; i >= 0; i-- {
			a, ok := list[i].(*ir.Assign)
			if v, set := targetVar(a, ok); set && r.movable(v, a, u) {
				list = r.moveDown(list, i, a, v, u.reads[v])
			}
		}
		for _, s := range list {
			mapBlocks(s, block)
		}
		return list
	}
	*r.body = block(*r.body)
}

// movable reports an assignment that may be made later, or not at all, and costs something.
func (r *rewriter) movable(v *ir.Var, a *ir.Assign, u *uses) bool {
	value := unconverted(a.Value)
	if _, get := value.(*ir.TupleGet); get || simple(value) {
		return false
	}
	return private(v) && u.sets[v] == 1 && u.reads[v] > 0 && (&totality{}).total(a.Value)
}

// moveDown moves the assignment at place i of a block down to where its variable is needed, if that is behind a test.
func (r *rewriter) moveDown(list []ir.Stmt, i int, a *ir.Assign, v *ir.Var, reads int) []ir.Stmt {
	operands, left := usesOf([]ir.Stmt{a}).reads, false
	rest := list[i+1:]
	if usesOf(rest).reads[v] != reads { // another turn of a loop reads it
		return list
	}
	for n, s := range rest {
		here := usesOf([]ir.Stmt{s})
		branch, apart := s.(*ir.If)
		switch {
		case here.reads[v] == 0:
			if setsAny(here, operands) {
				return list
			}
			left = left || apart && leaves(branch)
			continue
		case apart && here.reads[v] == reads && usesOf([]ir.Stmt{&ir.ExprStmt{V: branch.Test}}).reads[v] == 0 && !hasWalrus(branch.Test):
			into := &branch.Body
			if in := usesOf(branch.Body).reads[v]; in != reads {
				if into = &branch.Else; in != 0 {
					return moved(r, list, i, n, a, left)
				}
			}
			*into = append([]ir.Stmt{a}, *into...)
			r.note(a.Value.Pos(), "a value is computed behind the test that decides whether it is needed")
			return append(list[:i:i], list[i+1:]...)
		}
		return moved(r, list, i, n, a, left)
	}
	return list
}

// moved moves the assignment at place i of a block behind the n statements that follow it, if one of them may leave.
func moved(r *rewriter, list []ir.Stmt, i, n int, a *ir.Assign, left bool) []ir.Stmt {
	if !left {
		return list
	}
	out := append(list[:i:i], list[i+1:i+1+n]...)
	out = append(append(out, a), list[i+1+n:]...)
	r.note(a.Value.Pos(), "a value is computed behind the test that decides whether it is needed")
	return out
}

// setsAny reports whether one of some variables is set.
func setsAny(u *uses, vars map[*ir.Var]int) bool {
	for v := range vars {
		if u.sets[v] > 0 {
			return true
		}
	}
	return false
}

// hasWalrus reports an expression that assigns.
func hasWalrus(e ir.Expr) (found bool) {
	ir.Visit([]ir.Stmt{&ir.ExprStmt{V: e}}, func(x ir.Expr) {
		_, assigns := x.(*ir.Assigned)
		found = found || assigns
	})
	return found
}

// leaves reports an if statement of which a branch ends the statements around it.
func leaves(s *ir.If) bool {
	for _, b := range [][]ir.Stmt{s.Body, s.Else} {
		if n := len(b); n > 0 {
			switch b[n-1].(type) {
			case *ir.Return, *ir.Raise, *ir.Continue, *ir.Break:
				return true
			}
		}
	}
	return false
}
