package codegen

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// assign stores a value in a target.
func (w *fn) assign(t ir.Target, value ir.Expr) {
	switch t := t.(type) {
	case *ir.VarTarget:
		w.assignVar(t.Var, w.converted(value, t.Var.Type))
	case *ir.TupleTarget:
		w.unpack(t, value)
	default:
		if !w.pure(value) && !w.pureTarget(t) {
			name := w.declare("value", w.typed(value))
			value = &written{ir.X{T: value.Type(), At: value.Pos()}, func() ex { return prim(jen.Id(name)) }}
			w.canHoist = true
		}
		w.store(t, value)
	}
}

func (w *fn) pureTarget(t ir.Target) bool {
	switch t := t.(type) {
	case *ir.ItemTarget:
		return w.pure(t.V) && w.pure(t.I)
	case *ir.AttrTarget:
		return w.pure(t.V)
	case *ir.SliceTarget:
		for _, e := range present(t.V, t.Lo, t.Hi, t.Step) {
			if !w.pure(e) {
				return false
			}
		}
		return true
	}
	return false
}

// store writes into an item, slice or attribute.
func (w *fn) store(t ir.Target, value ir.Expr) {
	switch t := t.(type) {
	case *ir.ItemTarget:
		switch typeName(t.V.Type()) {
		case "list":
			v := w.expr(t.V)
			i := w.wordOf(t.I, "Index")
			w.raw(v.method("SetAt", i, w.expr(w.converted(value, elemType(t.V.Type())))).Statement)
		case "dict":
			v := w.expr(t.V)
			k := w.expr(t.I)
			item := types.Resolve(t.V.Type()).(*types.Named).Args[1]
			w.raw(v.method("Set", k, w.expr(w.converted(value, item))).Statement)
		default:
			w.raw(w.g.py("DynSetItem").call(w.dynArgs(t.V, t.I, value)...).Statement)
		}
	case *ir.SliceTarget:
		if types.IsAny(t.V.Type()) {
			args := append([]ex{w.expr(t.V)}, w.bound3(t.Lo, t.Hi, t.Step)...)
			w.raw(w.g.py("DynSetSlice").call(append(args, w.boxed(value))...).Statement)
			return
		}
		var elems ex
		if c, ok := value.(*ir.Convert); ok {
			elems = w.seq(c)
		} else {
			elems = w.seqOf(value, elemType(t.V.Type()))
		}
		args := append(w.bound3(t.Lo, t.Hi, t.Step), elems)
		w.raw(w.goMethod(t.V.Type(), w.expr(t.V), "SetSlice", args...).Statement)
	case *ir.AttrTarget:
		if t.Attr != nil {
			w.storeAttr(t, value)
			return
		}
		if types.IsAny(t.V.Type()) {
			o := w.expr(t.V)
			w.raw(w.g.py("DynSetAttr").call(o, prim(quoted(t.Name)), w.boxed(value)).Statement)
			return
		}
		o := w.expr(t.V)
		w.raw(o.method("Set"+upperCamel(t.Name), w.expr(value)).Statement)
	}
}

// assignVar stores a value of the variable's own type.
func (w *fn) assignVar(v *ir.Var, value ir.Expr) {
	if l, ok := value.(*ir.Local); ok && l.Var == v {
		return
	}
	if w.buildInto(v, value) {
		return
	}
	w.into(value, func(x ex) { w.setVar(v, x) })
}

// setVar adds `v = x`, or `v := x` if that can declare it.
func (w *fn) setVar(v *ir.Var, x ex) {
	if name, ok := w.g.globals[v]; ok {
		w.usesTop[name] = true
		w.raw(jen.Id(name).Op("=").Add(x.Statement))
		return
	}
	w.setVariable(w.variable(v), x)
}

func (w *fn) setVariable(gv *variable, x ex) {
	it := &item{}
	note := w.provenance(gv.stream)
	it.render = func() []jen.Code {
		switch {
		case gv.reads == 0 && !gv.placed:
			if x.constant {
				return nil
			}
			return []jen.Code{jen.Id("_").Op("=").Add(x.Statement)}
		case it.define && x.wrap != "":
			return []jen.Code{gv.id().Op(":=").Id(x.wrap).Call(x.Statement)}
		case it.define:
			return []jen.Code{gv.id().Op(":=").Add(x.Statement).Add(note)}
		}
		return []jen.Code{gv.id().Op("=").Add(x.Statement).Add(note)}
	}
	gv.record(w.blk, it)
	w.add(it)
}

// unpack is a, b = value.
func (w *fn) unpack(t *ir.TupleTarget, value ir.Expr) {
	if t.None != "" && types.IsOptional(value.Type()) {
		value = &ir.Convert{X: ir.X{T: types.Unwrap(value.Type()), At: value.Pos()}, V: value, Checked: true, None: t.None}
	}
	if t.As != nil {
		value = &ir.CallFunc{X: ir.X{T: t.From, At: value.Pos()}, Func: t.As, Args: []ir.Expr{value}}
	}
	if types.IsOptional(value.Type()) {
		inner := types.Unwrap(value.Type())
		name := w.declare("t", w.g.py("OptUnpacked").call(w.expr(value)))
		w.canHoist = true
		value = &written{ir.X{T: inner, At: value.Pos()}, func() ex { return prim(jen.Id(name)) }}
	}
	if n, ok := types.Is(value.Type(), "tuple"); ok && (len(n.Args) == len(t.Elts) || t.Star >= 0 && len(n.Args) >= len(t.Elts)-1) {
		w.unpackTuple(t, value, n.Args)
		return
	}
	w.unpackSequence(t, value)
}

// unpackTuple assigns element by element; of a display without building the tuple.
func (w *fn) unpackTuple(t *ir.TupleTarget, value ir.Expr, elems []types.Type) {
	if d, ok := value.(*ir.Tuple); ok {
		vals := restAsList(t, d.Elts)
		if !w.independent(t, vals) {
			if w.assignAtOnce(t, vals) {
				return
			}
			vals = w.temporaries(vals)
		}
		for i, elt := range t.Elts {
			w.canHoist = true
			w.assign(elt, vals[i])
		}
		return
	}
	v := w.stable(value, "t")
	vals := make([]ir.Expr, len(elems))
	for i, elem := range elems {
		vals[i] = &written{ir.X{T: elem, At: value.Pos()}, func() ex { return w.elementOf(v(), len(elems), i, elem) }}
	}
	vals = restAsList(t, vals)
	for i, elt := range t.Elts {
		w.canHoist = true
		w.assign(elt, vals[i])
	}
}

// restAsList makes one list of the values that a target with a star takes.
func restAsList(t *ir.TupleTarget, vals []ir.Expr) []ir.Expr {
	if t.Star < 0 {
		return vals
	}
	after := t.Star + len(vals) - len(t.Elts) + 1
	elem := types.Resolve(t.Rest).(*types.Named).Args[0]
	rest := &ir.List{X: ir.X{T: t.Rest}}
	for _, v := range vals[t.Star:after] {
		if !types.Equal(v.Type(), elem) {
			v = &ir.Convert{X: ir.X{T: elem, At: v.Pos()}, V: v}
		}
		rest.Elts = append(rest.Elts, v)
	}
	out := append(slices.Clone(vals[:t.Star]), rest)
	return append(out, vals[after:]...)
}

// independent reports that assigning one after the other is the same as at once.
func (w *fn) independent(t *ir.TupleTarget, vals []ir.Expr) bool {
	for i, elt := range t.Elts {
		if a, ok := elt.(*ir.AttrTarget); ok && a.Attr != nil && w.own(a.V) && w.allOwn(vals[i+1:]) {
			continue // storing an attribute changes no variable
		}
		v, ok := elt.(*ir.VarTarget)
		if !ok || v.Var.Shared || v.Var.Global {
			return false
		}
		for _, later := range vals[i+1:] {
			if countReads(later, v.Var) > 0 {
				return false
			}
		}
	}
	return true
}

// own reports a literal, or a variable that only this function knows.
func (w *fn) own(e ir.Expr) bool {
	switch e := ir.Strip(e).(type) {
	case *ir.Const:
		return true
	case *ir.Local:
		return w.pure(e)
	}
	return false
}

func (w *fn) allOwn(es []ir.Expr) bool {
	for _, e := range es {
		if !w.own(e) {
			return false
		}
	}
	return true
}

// assignAtOnce writes a, b = b, a as Go does, for variables that exist already.
func (w *fn) assignAtOnce(t *ir.TupleTarget, vals []ir.Expr) bool {
	var gvs []*variable
	for i, elt := range t.Elts {
		v, ok := elt.(*ir.VarTarget)
		if !ok || w.isGlobal(v.Var) || !types.Equal(v.Var.Type, vals[i].Type()) {
			return false
		}
		gvs = append(gvs, w.variable(v.Var))
	}
	w.canHoist = false
	xs := w.exprs(vals)
	for _, gv := range gvs {
		gv.record(w.blk, nil)
	}
	w.add(&item{render: func() []jen.Code {
		var names []jen.Code
		for _, gv := range gvs {
			if gv.reads == 0 && !gv.placed {
				names = append(names, jen.Id("_"))
			} else {
				names = append(names, gv.id())
			}
		}
		return []jen.Code{jen.List(names...).Op("=").List(codes(xs)...)}
	}})
	return true
}

// temporaries evaluates values in order before anything is assigned.
func (w *fn) temporaries(vals []ir.Expr) []ir.Expr {
	out := make([]ir.Expr, len(vals))
	for i, v := range vals {
		if isConst(v) {
			out[i] = v
			continue
		}
		w.canHoist = true
		if types.IsNone(v.Type()) { // nobody reads it
			w.effect(v)
			out[i] = &ir.Const{X: ir.X{T: types.None, At: v.Pos()}}
			continue
		}
		name := w.declare("t", w.typed(v))
		out[i] = &written{ir.X{T: v.Type(), At: v.Pos()}, func() ex { return prim(jen.Id(name)) }}
	}
	return out
}

// unpackSequence takes an iterable apart, checking its length.
func (w *fn) unpackSequence(t *ir.TupleTarget, value ir.Expr) {
	elem := iterElem(value.Type())
	n := len(t.Elts)
	var parts string
	if n == 0 {
		w.raw(w.g.py("Unpack").call(w.unpacked(value), prim(jen.Lit(0))).Statement)
	} else if split, ok := w.unpackSplit(value, n); ok && t.Star < 0 {
		parts = w.declare("parts", split)
	} else if t.Star < 0 {
		parts = w.declare("parts", w.g.py("Unpack").call(w.unpacked(value), prim(jen.Lit(n))))
	} else {
		parts = w.declare("parts", w.g.py("UnpackStar").call(w.unpacked(value), prim(jen.Lit(n-1))))
	}
	for i, elt := range t.Elts {
		part := func() ex { return prim(jen.Id(parts).Index(jen.Lit(i))) }
		typ := elem
		switch {
		case i == t.Star:
			typ = types.List(elem)
			part = func() ex {
				rest := jen.Id(parts).Index(jen.Lit(i), jen.Len(jen.Id(parts)).Op("-").Lit(n-1-i))
				if i == n-1 {
					rest = jen.Id(parts).Index(jen.Lit(i).Op(":"))
				}
				return w.g.py("NewList").call(prim(rest.Op("...")))
			}
		case t.Star >= 0 && i > t.Star:
			part = func() ex { return prim(jen.Id(parts).Index(jen.Len(jen.Id(parts)).Op("-").Lit(n - i))) }
		}
		w.canHoist = true
		var v ir.Expr = &written{ir.X{T: typ, At: value.Pos()}, part}
		if i == t.Star && !types.Equal(typ, t.Rest) {
			v = &ir.Convert{X: ir.X{T: t.Rest, At: value.Pos()}, V: v}
		}
		w.assign(elt, v)
	}
}

// unpacked iterates over what is unpacked. What cannot be iterated over raises with unpacking's message.
func (w *fn) unpacked(value ir.Expr) ex {
	if types.IsAny(value.Type()) {
		return w.g.py("Unpackable").call(w.expr(value))
	}
	return w.seq(value)
}

// splitForms are the functions that unpack the fields of a split text into a slice that they are given.
var splitForms = map[string]string{"StrFields": "UnpackFields", "StrSplit": "UnpackSplit"}

// unpackSplit gives n fields of a text that value splits, without a list.
func (w *fn) unpackSplit(value ir.Expr, n int) (ex, bool) {
	call, ok := value.(*ir.Call)
	if !ok || splitForms[bind(call.Fn).name] == "" || n == 0 {
		return ex{}, false
	}
	name := splitForms[bind(call.Fn).name]
	args := []ex{w.expr(call.Recv)}
	for i, a := range call.Args {
		if limit, ok := intConst(a); i == 1 && ok && limit == -1 {
			break
		} else if i == 1 {
			name += "N"
		}
		args = append(args, w.expr(a))
	}
	room := jen.Make(jen.Index().String(), jen.Lit(n))
	return w.g.py(name).call(append(args, prim(room))...), true
}

// augmented is target op= value for an item or attribute: its parts are evaluated once.
func (w *fn) augmented(s *ir.AugItem) {
	var target ir.Target
	keep := func(e ir.Expr, name string) ir.Expr {
		if e == nil || w.simple(e) {
			return e
		}
		w.canHoist = true
		name = w.declare(name, w.typed(e))
		return &written{ir.X{T: e.Type(), At: e.Pos()}, func() ex { return prim(jen.Id(name)) }}
	}
	var read ir.Expr
	x := ir.X{T: currentType(s.Value), At: s.At}
	switch t := s.Target.(type) {
	case *ir.ItemTarget:
		v, i := keep(t.V, "target"), keep(t.I, "index")
		target, read = &ir.ItemTarget{V: v, I: i}, &ir.GetItem{X: x, V: v, I: i}
	case *ir.SliceTarget:
		v := keep(t.V, "target")
		lo, hi, step := keep(t.Lo, "lo"), keep(t.Hi, "hi"), keep(t.Step, "step")
		target = &ir.SliceTarget{V: v, Lo: lo, Hi: hi, Step: step}
		read = &ir.GetSlice{X: x, V: v, Lo: lo, Hi: hi, Step: step}
	case *ir.AttrTarget:
		v := keep(t.V, "target")
		target, read = &ir.AttrTarget{V: v, Name: t.Name}, &ir.Field{X: x, V: v, Name: t.Name, Decl: propertyOf(v, t.Name)}
	default:
		fail("no augmented assignment to %T", t)
	}
	if w.inPlace(s, read) {
		return
	}
	saved := w.cur
	w.cur = func() ex { return w.expr(read) }
	w.canHoist = true
	w.store(target, s.Value)
	w.cur = saved
}

// inPlaceOps are the methods that change a list or set where it is, by type and operator.
var inPlaceOps = map[string]string{
	"list +": "Extend", "list *": "IMul", "set |": "UpdateSet", "set &": "IntersectionUpdate",
	"set -": "DifferenceUpdate", "set ^": "SymmetricDifferenceUpdate", "dict |": "UpdateDict",
}

// inPlace writes item += value for a container, which changes in place and is seen by whoever
// else holds it.
func (w *fn) inPlace(s *ir.AugItem, read ir.Expr) bool {
	b, ok := s.Value.(*ir.Binary)
	if !ok {
		return false
	}
	if _, ok := b.L.(*ir.Current); !ok {
		return false
	}
	name, ok := inPlaceOps[typeName(b.L.Type())+" "+b.Op]
	if !ok {
		return false
	}
	target := w.expr(read)
	value := ex{}
	if name == "Extend" {
		value = w.seq(b.R)
	} else {
		value = w.expr(b.R)
	}
	w.raw(w.goMethod(b.L.Type(), target, name, value).Statement)
	return true
}

// currentType is the type of the Current node in an expression.
func currentType(e ir.Expr) (t types.Type) {
	t = types.Any
	walk(e, func(x ir.Expr) bool {
		if c, ok := x.(*ir.Current); ok {
			t = c.Type()
		}
		return true
	})
	return t
}

func (w *fn) current() ex {
	if w.cur == nil {
		fail("the current value of a target outside of an augmented assignment")
	}
	return w.cur()
}
