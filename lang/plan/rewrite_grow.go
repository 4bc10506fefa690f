package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// growTexts keeps a text that a loop adds to in a buffer with room for more: otherwise the whole text is copied for each piece.
func growTexts(r *rewriter) {
	u := usesOf(*r.body)
	sets, checked := map[*ir.Var]int{}, map[*ir.Var]bool{}
	var grown []*ir.Var
	ir.Visit(*r.body, func(e ir.Expr) {
		if b, ok := e.(*ir.BoundCheck); ok {
			if l, ok := ir.Strip(b.V).(*ir.Local); b.V != nil && ok {
				checked[l.Var] = true
			}
		}
	})
	ir.EachStmt(*r.body, func(s ir.Stmt) {
		if a, ok := s.(*ir.Assign); ok {
			if t, ok := a.Target.(*ir.VarTarget); ok {
				sets[t.Var]++
			}
		}
		if body, ok := loopBlock(s); ok {
			grown = append(grown, grownIn(body)...)
		}
	})
	for _, v := range grown {
		if types.IsStr(v.Type) && private(v) && !v.Fresh && !checked[v] && sets[v] == u.sets[v] {
			r.growText(v)
		}
	}
}

// grownIn are the variables that statements do nothing to but add to them.
func grownIn(body []ir.Stmt) (found []*ir.Var) {
	adds := map[*ir.Var]int{}
	ir.EachStmt(body, func(s ir.Stmt) {
		if v, _, ok := added(s); ok {
			if adds[v]++; adds[v] == 1 {
				found = append(found, v)
			}
		}
	})
	if found == nil {
		return nil
	}
	u := usesOf(body)
	var all []*ir.Var
	for _, v := range found {
		if u.sets[v] == adds[v] {
			all = append(all, v)
		}
	}
	return all
}

// added is what a statement adds to a variable that holds a text: v = v + a + b, in pieces.
func added(s ir.Stmt) (v *ir.Var, parts []ir.Expr, ok bool) {
	a, ok := s.(*ir.Assign)
	if !ok {
		return nil, nil, false
	}
	t, ok := a.Target.(*ir.VarTarget)
	if !ok || !types.IsStr(t.Var.Type) {
		return nil, nil, false
	}
	parts = pieces(a.Value)
	first, ok := ir.Strip(parts[0]).(*ir.Local)
	if !ok || first.Var != t.Var || len(parts) == 1 {
		return nil, nil, false
	}
	return t.Var, parts[1:], true
}

// pieces are the texts of a + b + c.
func pieces(e ir.Expr) []ir.Expr {
	b, ok := ir.Strip(e).(*ir.Binary)
	if !ok || b.Op != "+" || !types.IsStr(b.L.Type()) || !types.IsStr(b.R.Type()) {
		return []ir.Expr{e}
	}
	return append(pieces(b.L), pieces(b.R)...)
}

func (r *rewriter) growText(v *ir.Var) {
	class := types.Of("TextBuilder")
	read := func(x ir.X) ir.Expr {
		x.T = class
		return &ir.Local{X: x, Var: v}
	}
	noted := false
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		for i, s := range list {
			a, ok := s.(*ir.Assign)
			if of, parts, grows := added(s); grows && of == v {
				x := ir.X{At: a.At}
				call := replaced(replacementMethod("TextBuilder", "add"), read(x), types.None, a.At, nil)
				call.Rest = parts
				list[i] = &ir.ExprStmt{S: a.S, V: call}
				if !noted {
					r.note(a.At, v.Name+" is a buffer that grows, not copied for each piece")
				}
				noted = true
				continue
			}
			if t, isVar := targetVar(a, ok); isVar && t == v {
				a.Value = replaced(replacement("build_text"), nil, class, a.Value.Pos(), a.Value)
			}
			mapBlocks(s, block)
		}
		return list
	}
	*r.body = block(*r.body)
	v.Type = class
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		if l, ok := e.(*ir.Local); ok && l.Var == v && types.IsStr(l.Type()) {
			return replaced(replacementMethod("TextBuilder", "text"), read(l.X), types.Str, l.At)
		}
		return e
	})
}

// targetVar is the variable that an assignment sets.
func targetVar(a *ir.Assign, ok bool) (*ir.Var, bool) {
	if !ok {
		return nil, false
	}
	t, ok := a.Target.(*ir.VarTarget)
	if !ok {
		return nil, false
	}
	return t.Var, true
}
