package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// comp types a comprehension. Its variables live in it alone.
func (c *checker) comp(e *syntax.Comp) ir.Expr {
	out := &ir.Comp{X: ir.X{At: e.Span}, Kind: e.Kind}
	scope := map[string]*compVar{}
	in := c.frame // another one is when a class turns out to be dynamic in a function that is called here
	in.comps = append(in.comps, scope)
	before := in.state.copy()
	defer func() {
		in.comps = in.comps[:len(in.comps)-1]
		in.state = merge(before, in.state)
	}()
	for _, cl := range e.Clauses {
		if cl.Async {
			c.unsupported(cl.Span, "async").WithHint("write an ordinary for")
		}
		iter := c.iterableValue(cl.Iter)
		elem, ok := c.elem(iter)
		if !ok {
			elem = types.Bad
		}
		clause := ir.CompClause{Target: c.compTarget(cl.Target, elem, scope), Iter: iter}
		for _, f := range cl.Ifs {
			test, yes, _ := c.cond(f)
			if yes != nil {
				c.frame.state = yes
			}
			clause.Conds = append(clause.Conds, test)
		}
		out.Clauses = append(out.Clauses, clause)
	}
	if e.Key != nil {
		out.Key = c.value(e.Key)
		c.hashable(typeOf(out.Key), e.Key.Pos())
	}
	out.Elt = c.value(e.Elt)
	if types.IsBad(typeOf(out.Elt)) || out.Key != nil && types.IsBad(typeOf(out.Key)) {
		return c.bad(e.Span)
	}
	c.compType(out, e)
	return c.evaluatesFirst(out, e)
}

func (c *checker) compType(out *ir.Comp, e *syntax.Comp) {
	elem := c.cell(e.Span, 0, "the elements of this comprehension")
	c.put(elem, typeOf(out.Elt))
	out.Elt = c.convertLater(out.Elt, elem)
	switch e.Kind {
	case syntax.ListComp:
		out.T = types.List(elem)
	case syntax.SetComp:
		c.hashable(elem, e.Elt.Pos())
		out.T = types.Set(elem)
	case syntax.GenExp:
		out.T = types.Iterator(elem)
	case syntax.DictComp:
		key := c.cell(e.Span, 1, "the keys of this comprehension")
		c.put(key, typeOf(out.Key))
		out.Key = c.convertLater(out.Key, key)
		out.T = types.Dict(key, elem)
	}
}

func (c *checker) compTarget(e syntax.Expr, t types.Type, scope map[string]*compVar) ir.Target {
	within := func(e syntax.Expr, t types.Type) ir.Target { return c.compTarget(e, t, scope) }
	switch e := e.(type) {
	case *syntax.Name:
		v := &ir.Var{Name: e.Id, Type: t, Def: e.Span}
		if c.frame.inst != nil {
			v.Owner = c.frame.inst.ir
		}
		scope[e.Id] = &compVar{v, t}
		out := &ir.VarTarget{Var: v}
		c.later = append(c.later, func() { v.Type = types.Resolve(t) })
		return out
	case *syntax.Tuple:
		return c.unpackTo(e.Elts, t, e.Span, within)
	case *syntax.List:
		return c.unpackTo(e.Elts, t, e.Span, within)
	}
	c.unsupported(e.Pos(), "this target").WithHint("use names")
	return nil
}
