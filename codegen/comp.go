package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// comprehension writes a comprehension: loops in front of the statement where possible, else in a
// function called on the spot; a generator expression becomes an iterator.
func (w *fn) comprehension(e *ir.Comp) ex {
	if e.Kind == syntax.GenExp {
		return w.g.py("NewIter").call(w.generator(e))
	}
	if w.canHoist {
		name := w.declare(compName(e), w.emptyOf(e))
		w.fill(e, func() ex { return prim(jen.Id(name)) })
		w.canHoist = true
		out := prim(jen.Id(name))
		out.placed = true
		return out
	}
	return w.literalCall(e.Type(), func(in *fn) {
		name := in.declare(compName(e), in.emptyOf(e))
		in.fill(e, func() ex { return prim(jen.Id(name)) })
		in.raw(jen.Return(jen.Id(name)))
	})
}

func compName(e *ir.Comp) string {
	switch e.Kind {
	case syntax.SetComp:
		return "set"
	case syntax.DictComp:
		return "dict"
	}
	return "list"
}

// emptyOf is the empty container a comprehension fills.
func (w *fn) emptyOf(e *ir.Comp) ex {
	make := map[syntax.CompKind]string{syntax.ListComp: "NewList", syntax.SetComp: "NewSet", syntax.DictComp: "NewDict"}[e.Kind]
	return prim(w.g.generic(jen.Qual(w.g.im.py, make), types.Resolve(e.Type()).(*types.Named).Args).Call())
}

// fill writes the loops that fill a container.
func (w *fn) fill(e *ir.Comp, into func() ex) {
	w.clauses(e.Clauses, func() {
		switch e.Kind {
		case syntax.DictComp:
			k := w.expr(e.Key)
			w.raw(into().method("Set", k, w.expr(e.Elt)).Statement)
		case syntax.SetComp:
			w.raw(into().method("Add", w.expr(e.Elt)).Statement)
		default:
			w.raw(into().method("Append", w.expr(e.Elt)).Statement)
		}
	})
}

// clauses writes the for and if clauses of a comprehension around body.
func (w *fn) clauses(list []ir.CompClause, body func()) {
	if len(list) == 0 {
		w.canHoist = true
		body()
		return
	}
	c := list[0]
	w.canHoist = true
	w.forEach(&loop{}, c.Target, c.Iter, func() {
		w.conditions(c.Conds, func() { w.clauses(list[1:], body) })
	}, func(*ir.Var) bool { return false })
}

// conditions writes body under conditions: one after the other, as each may assign.
func (w *fn) conditions(conds []ir.Expr, body func()) {
	if len(conds) == 0 {
		body()
		return
	}
	w.canHoist = true
	test := w.expr(conds[0])
	inner := w.inBlock(nil, func() { w.conditions(conds[1:], body) })
	w.add(&item{render: func() []jen.Code { return []jen.Code{jen.If(test.Statement).Block(w.codes(inner)...)} }})
}

// generator writes a generator expression as an iter.Seq.
func (w *fn) generator(e *ir.Comp) ex {
	in := w.child(nil)
	in.names = newScope(w.names)
	in.yield, in.gen = in.names.take("yield"), ""
	in.result = nil
	b := in.inBlock(nil, func() {
		in.clauses(e.Clauses, func() { in.emit(in.expr(e.Elt)) })
	})
	param := jen.Id(in.yield).Func().Params(w.g.goType(e.Elt.Type())).Bool()
	seq := jen.Func().Params(param).Add(w.lazyBlock(b))
	if w.g.stops.expression(e) {
		return w.g.py("Unstopped").call(prim(seq))
	}
	return prim(seq)
}

// buildInto fills the variable that a comprehension is assigned to, without a name in between.
func (w *fn) buildInto(v *ir.Var, value ir.Expr) bool {
	c, ok := value.(*ir.Comp)
	if !ok || c.Kind == syntax.GenExp || w.isGlobal(v) || v.Shared || w.flow != nil || countReads(c, v) > 0 {
		return false
	}
	w.setVar(v, w.emptyOf(c))
	w.fill(c, func() ex { return w.local(v) })
	return true
}

// emit yields a value of a generator.
func (w *fn) emit(v ex) {
	if w.gen != "" {
		w.raw(prim(jen.Id(w.gen)).method("Yield", v).Statement)
		return
	}
	stop := w.inBlock(nil, func() { w.leave(nil) })
	yield := w.yield
	w.add(&item{render: func() []jen.Code {
		return []jen.Code{jen.If(jen.Op("!").Id(yield).Call(v.Statement)).Block(w.codes(stop)...)}
	}})
}

// emitFrom is yield from.
func (w *fn) emitFrom(s *ir.EmitFrom) {
	if w.gen != "" {
		w.raw(w.yieldAll(s.V).Statement)
		return
	}
	seq := w.seq(s.V)
	name := w.names.take("v")
	body := w.inBlock(&loop{}, func() { w.emit(prim(jen.Id(name))) })
	w.add(&item{render: func() []jen.Code {
		return []jen.Code{jen.For(jen.Id(name).Op(":=").Range().Add(seq.Statement)).Block(w.codes(body)...)}
	}})
}

// yieldAll is yield from an iterator in a generator that takes values: those go on to the iterator.
func (w *fn) yieldAll(v ir.Expr) ex {
	elem := iterElem(v.Type())
	c, ok := v.(*ir.Convert)
	if ok && types.IsAny(c.V.Type()) {
		return w.g.py("YieldFromAny").call(prim(jen.Id(w.gen)), w.expr(c.V))
	}
	if ok && typeName(c.V.Type()) == "Iterator" {
		switch have := iterElem(c.V.Type()); {
		case types.Equal(have, elem): // it itself, not an iterator over it, takes what is sent
			v = c.V
		case !types.IsNever(have):
			return w.g.py("YieldFromAs").call(prim(jen.Id(w.gen)), w.expr(c.V), w.converter(have, elem))
		}
	}
	return w.g.py("YieldFrom").call(prim(jen.Id(w.gen)), w.expr(w.converted(v, types.Iterator(elem))))
}
