package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// findSlots looks for a key once where a dict's value is read and stored at the same place: counts[word] += 1,
// counts[word] = counts.get(word, 0) + 1, and the if statement that asks whether the word is there.
func findSlots(r *rewriter) {
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		var out []ir.Stmt
		for _, s := range list {
			if p, ok := placeOf(s); ok {
				slot := &ir.Var{Name: "slot", Type: types.Of("DictSlot", p.key, p.value), Owner: r.fn, Def: p.dict.Def}
				find := replaced(replacement("dict_slot"), nil, slot.Type, s.Pos(), p.target.V, p.target.I)
				out = append(out, &ir.Assign{S: ir.S{At: s.Pos()}, Target: &ir.VarTarget{Var: slot}, Value: find}, p.useSlot(s, slot))
				r.note(s.Pos(), p.dict.Name+"[…] is looked up once, not again for each use")
				continue
			}
			mapBlocks(s, block)
			out = append(out, s)
		}
		return out
	}
	*r.body = block(*r.body)
}

// place is where a dict's value is: target is dict[key].
type place struct {
	dict       *ir.Var
	target     *ir.ItemTarget
	key, value types.Type
}

// placeOf is the place that a statement reads and stores, and does nothing else that could change the dict.
func placeOf(s ir.Stmt) (*place, bool) {
	switch s := s.(type) {
	case *ir.AugItem:
		p, ok := placeAt(s.Target)
		return p, ok && p.changes(s.Value, func(e ir.Expr) bool { _, current := e.(*ir.Current); return current })
	case *ir.Assign:
		p, ok := placeAt(s.Target)
		return p, ok && p.changes(s.Value, p.isGet)
	case *ir.If:
		c, ok := ir.Strip(s.Test).(*ir.Compare)
		if !ok || c.Op != "in" && c.Op != "not in" || len(s.Body) != 1 || len(s.Else) != 1 {
			return nil, false
		}
		there, missing := s.Body[0], s.Else[0]
		if c.Op == "not in" {
			there, missing = missing, there
		}
		p, ok := placeOf(there)
		_, plain := there.(*ir.If)
		return p, ok && !plain && p.isDict(c.R) && sameValue(c.L, p.target.I) && p.storesAnew(missing)
	}
	return nil, false
}

// placeAt is a place of a dict of numbers or texts that a variable holds, under a key that anybody may look for.
func placeAt(t ir.Target) (*place, bool) {
	item, ok := t.(*ir.ItemTarget)
	if !ok {
		return nil, false
	}
	l, ok := ir.Strip(item.V).(*ir.Local)
	if !ok {
		return nil, false
	}
	d, ok := types.Resolve(l.Type()).(*types.Named)
	if !ok || d.Name != "dict" || !hashable(d.Args[0]) || !types.Equal(item.I.Type(), d.Args[0]) || !undisturbed(item.I) {
		return nil, false
	}
	v := d.Args[1]
	return &place{l.Var, item, d.Args[0], v}, types.IsInt(v) || types.IsFloat(v) || types.IsStr(v)
}

// undisturbed reports an expression that raises nothing and has no effects.
func undisturbed(e ir.Expr) bool { return (&totality{stable: true}).total(e) }

// changes reports a new value that is made of the one at the place, which old tells.
func (p *place) changes(value ir.Expr, old func(ir.Expr) bool) bool {
	b, ok := ir.Strip(value).(*ir.Binary)
	if !ok || !old(ir.Strip(b.L)) || !undisturbed(b.R) || !types.Equal(b.L.Type(), p.value) || !types.Equal(b.Type(), p.value) {
		return false
	}
	return b.Op == "+" || (b.Op == "-" || b.Op == "*") && !types.IsStr(p.value)
}

// isGet reports dict.get(key, otherwise).
func (p *place) isGet(e ir.Expr) bool {
	c, ok := method(e, "dict", "get")
	return ok && p.isDict(c.Recv) && len(c.Args) == 2 && sameValue(c.Args[0], p.target.I) && undisturbed(c.Args[1]) && types.Equal(c.Args[1].Type(), p.value)
}

func (p *place) isDict(e ir.Expr) bool {
	l, ok := ir.Strip(e).(*ir.Local)
	return ok && l.Var == p.dict
}

// storesAnew reports a statement that stores into the place what does not depend on it.
func (p *place) storesAnew(s ir.Stmt) bool {
	a, ok := s.(*ir.Assign)
	if !ok {
		return false
	}
	q, ok := placeAt(a.Target)
	return ok && q.dict == p.dict && sameValue(q.target.I, p.target.I) && undisturbed(a.Value)
}

// sameValue reports two expressions that read the same.
func sameValue(a, b ir.Expr) bool {
	switch a := ir.Strip(a).(type) {
	case *ir.Local:
		l, ok := ir.Strip(b).(*ir.Local)
		return ok && l.Var == a.Var
	case *ir.Const:
		c, ok := ir.Strip(b).(*ir.Const)
		return ok && types.Equal(a.Type(), c.Type()) && a.Value == c.Value
	case *ir.TupleGet:
		t, ok := ir.Strip(b).(*ir.TupleGet)
		return ok && t.N == a.N && sameValue(a.V, t.V)
	}
	return false
}

// useSlot is the statement with the slot for the place.
func (p *place) useSlot(s ir.Stmt, slot *ir.Var) ir.Stmt {
	call := func(name string, t types.Type, at syntax.Span, args ...ir.Expr) *ir.Call {
		return replaced(replacementMethod("DictSlot", name), &ir.Local{X: ir.X{T: slot.Type, At: at}, Var: slot}, t, at, args...)
	}
	store := func(at syntax.Span, value ir.Expr) ir.Stmt {
		st := &ir.ExprStmt{S: ir.S{At: at}, V: call("set", types.None, at, value)}
		ir.Rewrite([]ir.Stmt{st}, func(e ir.Expr) ir.Expr {
			if c, ok := e.(*ir.Current); ok {
				return call("at", p.value, c.At)
			}
			if c, ok := e.(*ir.Call); ok && p.isGet(c) {
				return call("get", p.value, c.At, c.Args[1])
			}
			return e
		})
		return st
	}
	switch s := s.(type) {
	case *ir.AugItem:
		return store(s.At, s.Value)
	case *ir.Assign:
		return store(s.At, s.Value)
	case *ir.If:
		s.Body[0], s.Else[0] = p.useSlot(s.Body[0], slot), p.useSlot(s.Else[0], slot)
		found := ir.Expr(call("found", types.Bool, s.At))
		if c, ok := ir.Strip(s.Test).(*ir.Compare); ok && c.Op == "not in" {
			found = &ir.Not{X: c.X, V: found}
		}
		s.Test = found
	}
	return s
}
