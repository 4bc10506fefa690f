package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// keepMatches finds the matches of regular expressions that only their function uses, for their groups and for whether there
// is one: they need no object of their own.
func keepMatches(r *rewriter) {
	u := usesOf(*r.body)
	ir.EachStmt(*r.body, func(st ir.Stmt) {
		a, ok := st.(*ir.Assign)
		if !ok {
			return
		}
		t, ok := a.Target.(*ir.VarTarget)
		call, isMatch := matching(a.Value)
		if ok && isMatch && !call.Stays && private(t.Var) && u.sets[t.Var] == 1 && u.reads[t.Var] > 0 && u.reads[t.Var] == matchUses(*r.body, t.Var) {
			call.Stays = true
			r.note(call.At, call.Fn.Name+" makes no object of its match")
		}
	})
}

// matching reports a call that gives a match.
func matching(e ir.Expr) (*ir.Call, bool) {
	c, ok := ir.Strip(e).(*ir.Call)
	if !ok || types.IsAny(c.Type()) || c.Fn.Module != "re" && (c.Fn.Class == nil || c.Fn.Class.Name != "Pattern") {
		return nil, false
	}
	switch c.Fn.Name {
	case "match", "search", "fullmatch":
		return c, true
	}
	return nil, false
}

// matchUses counts the uses of a match that leave nothing of the object behind.
func matchUses(body []ir.Stmt, v *ir.Var) (n int) {
	isVar := func(e ir.Expr) bool {
		l, ok := unconverted(e).(*ir.Local)
		return ok && l.Var == v
	}
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Call:
			if e.Recv != nil && e.Fn.Class != nil && e.Fn.Class.Name == "Match" && isVar(e.Recv) {
				n++
			}
		case *ir.Truth:
			if isVar(e.V) {
				n++
			}
		case *ir.Compare:
			if isVar(e.L) && types.IsNone(e.R.Type()) {
				n++
			}
		}
	})
	return n
}
