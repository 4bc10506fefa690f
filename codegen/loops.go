package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// loop is a loop being written.
type loop struct {
	body  *block
	flag  string // variable that tells that break was used, for a loop with else
	broke bool
}

// while writes a while loop. A test that assigns is evaluated inside of the loop.
func (w *fn) while(s *ir.While) {
	known, isKnown := knownTest(s.Test)
	if isKnown && !known {
		w.stmts(s.Else)
		return
	}
	l := w.newLoop(s.Else)
	forever := isKnown || hasAssigned(s.Test)
	var test ex
	if !forever {
		w.conditionally(func() { test = w.expr(s.Test) })
	}
	body := w.inBlock(l, func() {
		if forever && !isKnown {
			w.canHoist = true
			test := w.not(s.Test)
			stop := w.inBlock(nil, func() { w.raw(jen.Break()) })
			w.add(&item{render: func() []jen.Code { return []jen.Code{jen.If(test.Statement).Block(w.codes(stop)...)} }})
			l.broke = true
		}
		w.stmts(s.Body)
	})
	endless := isKnown && !l.broke
	w.add(&item{ends: endless, terminates: endless, render: func() []jen.Code {
		if forever {
			return []jen.Code{jen.For().Block(w.codes(body)...)}
		}
		return []jen.Code{jen.For(test.Statement).Block(w.codes(body)...)}
	}})
	w.loopElse(l, s.Else)
}

// newLoop starts a loop; with an else branch there is a flag for break.
func (w *fn) newLoop(otherwise []ir.Stmt) *loop {
	l := &loop{}
	if len(otherwise) > 0 {
		l.flag = w.names.take("broke")
		w.add(&item{local: true, render: func() []jen.Code {
			if !l.broke {
				return nil
			}
			return []jen.Code{jen.Id(l.flag).Op(":=").False()}
		}})
	}
	return l
}

// loopElse runs the else branch of a loop that ended without break.
func (w *fn) loopElse(l *loop, otherwise []ir.Stmt) {
	if len(otherwise) == 0 || w.blk.ended() {
		return
	}
	if !l.broke {
		w.stmts(otherwise)
		return
	}
	body := w.inBlock(nil, func() { w.stmts(otherwise) })
	flag := l.flag
	w.add(&item{render: func() []jen.Code {
		return []jen.Code{jen.If(jen.Op("!").Id(flag)).Block(w.codes(body)...)}
	}})
}

func (w *fn) breakLoop() {
	l := w.loops[len(w.loops)-1]
	if l.flag != "" {
		w.raw(jen.Id(l.flag).Op("=").True())
	}
	if w.flow != nil && w.flow.loops == len(w.loops) {
		w.flow.breaks = w.leaveWith(w.flow.breaks, "broken")
		return
	}
	l.broke = true
	w.add(&item{ends: true, terminates: true, render: func() []jen.Code { return []jen.Code{jen.Break()} }})
}

func (w *fn) continueLoop() {
	if w.flow != nil && w.flow.loops == len(w.loops) {
		w.flow.continues = w.leaveWith(w.flow.continues, "skipped")
		return
	}
	w.add(&item{ends: true, terminates: true, render: func() []jen.Code { return []jen.Code{jen.Continue()} }})
}

// forStmt writes a for loop.
func (w *fn) forStmt(s *ir.For) {
	if in, ok := s.Iter.(*ir.StageInput); ok && in.Split != nil && in.Split.Counts {
		w.countParts(in)
		return
	}
	l := w.newLoop(s.Else)
	w.forEach(l, s.Target, s.Iter, func() { w.stmts(s.Body) }, func(v *ir.Var) bool { return assigns(s.Body, v) })
	w.loopElse(l, s.Else)
}

// forEach writes a loop over an iterable in the form that suits it. changes tells whether the body stores
// into a variable.
func (w *fn) forEach(l *loop, target ir.Target, iter ir.Expr, body func(), changes func(*ir.Var) bool) {
	for {
		c, ok := iter.(*ir.Convert)
		if !ok || typeName(c.Type()) != "Iterable" && typeName(c.Type()) != "Iterator" ||
			types.IsOptional(c.V.Type()) || types.IsAny(elemType(c.Type())) && !types.IsAny(iterElem(c.V.Type())) {
			break
		}
		iter = c.V
	}
	if call, ok := iter.(*ir.Call); ok {
		if w.forRange(l, target, call, body, changes) || w.forPairs(l, target, call, body) || w.forTwo(l, target, call, body) {
			return
		}
	}
	if c, ok := iter.(*ir.Comp); ok && typeName(c.Type()) == "Iterator" {
		w.forSeq(l, target, elemType(c.Type()), w.generator(c), body)
		return
	}
	if s, ok := iter.(*ir.Set); ok && allFolded(s.Elts) { // a constant, which a display of two elements is not
		w.forSeq(l, target, elemType(s.Type()), w.display("NewConstSet", "", elemType(s.Type()), s.Elts).method("All"), body)
		return
	}
	w.forSeq(l, target, iterElem(iter.Type()), w.seq(iter), body)
}

// lazyForms are the functions with a form for loops that makes no list or iterator object.
var lazyForms = map[string]string{
	"Enumerate": "EnumerateSeq", "Zip2": "ZipSeq2", "Zip3": "ZipSeq3", "Zip4": "ZipSeq4", "Map": "MapSeq", "Filter": "FilterSeq",
	"StrFields": "StrFieldsSeq",
}

// lazySeq is the sequence of a call that has such a form.
func (w *fn) lazySeq(call *ir.Call) (ex, bool) {
	name := bind(call.Fn).name
	if name == "StrSplit" && len(call.Args) == 2 {
		if n, ok := intConst(call.Args[1]); ok && n == -1 {
			s := w.expr(call.Recv)
			return w.g.py("StrSplitSeq").call(s, w.expr(call.Args[0])), true
		}
	}
	if call.Recv != nil && typeName(call.Recv.Type()) == "dict" && call.Fn.Name == "keys" {
		return w.expr(call.Recv).method("All"), true
	}
	lazy, ok := lazyForms[name]
	if !ok || modulePackage(call.Fn.Module) != "py" || (name == "Map" || name == "Filter") && w.g.stops.may(call.Args[0]) {
		return ex{}, false
	}
	if name == "Zip2" {
		if zip, ok := w.zipList(call, "ZipSeqLists", "ZipSeqList"); ok {
			return zip, true
		}
	}
	var args []ex
	if call.Recv != nil {
		args = append(args, w.expr(call.Recv))
	}
	return w.g.py(lazy).call(append(args, w.args(call)...)...), true
}

// zipList is zip(a, b) of a list b by the function that takes it, or the one for two lists if a is one, too.
func (w *fn) zipList(call *ir.Call, two, one string) (ex, bool) {
	b, ok := listOf(call.Args[1])
	if !ok {
		return ex{}, false
	}
	if a, ok := listOf(call.Args[0]); ok {
		first := w.expr(a)
		return w.g.py(two).call(first, w.expr(b)), true
	}
	first := w.seq(call.Args[0])
	return w.g.py(one).call(first, w.expr(b)), true
}

// listOf is the list that stands for an iterable of its elements.
func listOf(e ir.Expr) (ir.Expr, bool) {
	c, ok := e.(*ir.Convert)
	if !ok || typeName(c.V.Type()) != "list" || !types.Equal(elemType(c.V.Type()), elemType(c.Type())) {
		return nil, false
	}
	return c.V, true
}

// forRange is a loop over range(…) with steps of one.
func (w *fn) forRange(l *loop, target ir.Target, call *ir.Call, body func(), changes func(*ir.Var) bool) bool {
	v, ok := target.(*ir.VarTarget)
	if !ok || call.Fn.Class == nil || call.Fn.Class.Name != "range" || !types.IsInt(v.Var.Type) || w.isGlobal(v.Var) {
		return false
	}
	switch len(call.Args) {
	case 1:
		w.forSeq(l, target, types.Int, w.typed(call.Args[0]), body)
		return true
	case 3:
		step, ok := intConst(call.Args[2])
		if ok && (step == 1 || step == -1) && !changes(v.Var) && !v.Var.Shared {
			w.countLoop(l, v.Var, call.Args[0], call.Args[1], step, body, changes)
			return true
		}
	}
	return false
}

// countLoop is for i := from; i < to; i++ or its mirror image.
func (w *fn) countLoop(l *loop, v *ir.Var, from, to ir.Expr, step int64, body func(), changes func(*ir.Var) bool) {
	start := w.typed(from)
	fixed := isConst(to)
	if loc, ok := to.(*ir.Local); ok && w.simple(to) && !loc.Var.Shared && !loc.Var.Global && !changes(loc.Var) && loc.Var != v {
		fixed = true
	}
	stop := w.expr(to)
	if !fixed {
		if stop.wrap != "" {
			stop = prim(jen.Id(stop.wrap).Call(stop.Statement))
		}
		startName := w.declare("start", start)
		start = prim(jen.Id(startName))
		stop = prim(jen.Id(w.declare("stop", stop)))
	}
	gv := w.variable(v)
	def := &item{}
	b := w.inBlock(l, func() {
		gv.record(w.blk, def)
		body()
	})
	w.add(&item{render: func() []jen.Code {
		op, next := "<", "++"
		if step < 0 {
			op, next = ">", "--"
		}
		name := gv.id()
		if !def.define {
			name = jen.Id(w.names.take("i"))
		}
		code := w.codes(b)
		if !def.define && gv.reads > 0 {
			code = append([]jen.Code{gv.id().Op("=").Add(name)}, code...)
		}
		return []jen.Code{jen.For(jen.Add(name).Op(":=").Add(start.Statement), jen.Add(name).Op(op).Add(stop.Statement), jen.Add(name).Op(next)).Block(code...)}
	}})
}

func (w *fn) isGlobal(v *ir.Var) bool {
	_, ok := w.g.globals[v]
	return ok
}

// forPairs is for k, v in d.items().
func (w *fn) forPairs(l *loop, target ir.Target, call *ir.Call, body func()) bool {
	t, ok := target.(*ir.TupleTarget)
	if !ok || len(t.Elts) != 2 || t.Star >= 0 || call.Recv == nil || typeName(call.Recv.Type()) != "dict" || call.Fn.Name != "items" {
		return false
	}
	for i, e := range t.Elts {
		v, ok := e.(*ir.VarTarget)
		d := types.Resolve(call.Recv.Type()).(*types.Named)
		if !ok || w.isGlobal(v.Var) || !types.Equal(v.Var.Type, d.Args[i]) {
			return false
		}
	}
	pairs := w.expr(call.Recv).method("Pairs")
	w.rangeLoop(l, []*ir.Var{t.Elts[0].(*ir.VarTarget).Var, t.Elts[1].(*ir.VarTarget).Var}, pairs, body)
	return true
}

// forTwo is for i, x in enumerate(xs) and for x, y in zip(xs, ys) of a list ys: the pairs are not made.
func (w *fn) forTwo(l *loop, target ir.Target, call *ir.Call, body func()) bool {
	t, ok := target.(*ir.TupleTarget)
	pair, isPair := types.Is(iterElem(call.Type()), "tuple")
	if !ok || !isPair || len(t.Elts) != 2 || len(pair.Args) != 2 || t.Star >= 0 || t.As != nil || modulePackage(call.Fn.Module) != "py" {
		return false
	}
	name := bind(call.Fn).name
	if name != "Enumerate" && name != "Zip2" {
		return false
	}
	if _, ok := listOf(call.Args[1]); name == "Zip2" && !ok {
		return false
	}
	seq := func() ex {
		if name == "Enumerate" {
			return w.g.py("Enumerated").call(w.args(call)...)
		}
		zip, _ := w.zipList(call, "ZippedLists", "Zipped")
		return zip
	}
	vars, unpack := make([]*ir.Var, 2), make([]ir.Target, 2)
	for i, e := range t.Elts {
		if v, ok := e.(*ir.VarTarget); ok && !w.isGlobal(v.Var) && types.Equal(v.Var.Type, pair.Args[i]) {
			vars[i] = v.Var
			continue
		}
		vars[i], unpack[i] = &ir.Var{Name: itemName(e), Type: pair.Args[i], Owner: w.ir}, e
	}
	if vars[0] == vars[1] {
		return false
	}
	w.rangeLoop(l, vars, seq(), func() {
		for i, to := range unpack {
			if to != nil {
				w.canHoist = true
				w.assign(to, &ir.Local{X: ir.X{T: pair.Args[i]}, Var: vars[i]})
			}
		}
		body()
	})
	return true
}

// forSeq is a loop over an iter.Seq or, for an int, from 0 on.
func (w *fn) forSeq(l *loop, target ir.Target, elem types.Type, seq ex, body func()) {
	if v, ok := target.(*ir.VarTarget); ok && !w.isGlobal(v.Var) && types.Equal(v.Var.Type, elem) {
		w.rangeLoop(l, []*ir.Var{v.Var}, seq, body)
		return
	}
	name := w.names.take(itemName(target))
	used := false // not by what knows the only value of its type, None
	b := w.inBlock(l, func() {
		w.canHoist = true
		w.assign(target, &written{ir.X{T: elem}, func() ex { used = true; return prim(jen.Id(name)) }})
		body()
	})
	w.add(&item{render: func() []jen.Code {
		code := w.codes(b)
		if used {
			code = append(w.useIfUnread(name, target), code...)
		} else {
			code = append([]jen.Code{jen.Id("_").Op("=").Id(name)}, code...)
		}
		return []jen.Code{jen.For(jen.Id(name).Op(":=").Range().Add(seq.Statement)).Block(code...)}
	}})
}

// useIfUnread keeps Go content when none of a target's variables is read.
func (w *fn) useIfUnread(name string, target ir.Target) []jen.Code {
	if w.anyRead(target) {
		return nil
	}
	return []jen.Code{jen.Id("_").Op("=").Id(name)}
}

func (w *fn) anyRead(t ir.Target) bool {
	switch t := t.(type) {
	case *ir.VarTarget:
		gv, ok := w.vars[t.Var]
		return !ok || gv.reads > 0 || gv.placed
	case *ir.TupleTarget:
		if _, known := types.Is(t.From, "tuple"); !known || t.None != "" {
			return true
		}
		for _, e := range t.Elts {
			if w.anyRead(e) {
				return true
			}
		}
		return false
	}
	return true
}

// itemName names the record that a loop takes apart.
func itemName(t ir.Target) string {
	tt, ok := t.(*ir.TupleTarget)
	if !ok {
		return "item"
	}
	name := ""
	for _, e := range tt.Elts {
		v, ok := e.(*ir.VarTarget)
		if !ok || len(v.Var.Name) > 2 || v.Var.Name == "_" {
			return "item"
		}
		name += lowerCamel(v.Var.Name)
	}
	return name
}

// rangeLoop is for a, b := range seq. Variables that live longer than the loop are assigned in it.
func (w *fn) rangeLoop(l *loop, vars []*ir.Var, seq ex, body func()) {
	var gvs []*variable
	var defs []*item
	for _, v := range vars {
		gvs = append(gvs, w.variable(v))
		defs = append(defs, &item{})
	}
	b := w.inBlock(l, func() {
		for i, gv := range gvs {
			gv.record(w.blk, defs[i])
		}
		body()
	})
	w.add(&item{render: func() []jen.Code {
		var names []jen.Code
		var first []jen.Code
		op := ":="
		used := false
		for i, gv := range gvs {
			switch {
			case gv.reads == 0:
				names = append(names, jen.Id("_"))
				continue
			case defs[i].define:
				names = append(names, gv.id())
			case len(gvs) == 1:
				names, op = append(names, gv.id()), "="
			default:
				tmp := w.names.take(gv.want)
				names = append(names, jen.Id(tmp))
				first = append(first, gv.id().Op("=").Id(tmp))
			}
			used = true
		}
		if n := len(names) - 1; n > 0 && gvs[n].reads == 0 {
			names = names[:n]
		}
		code := append(first, w.codes(b)...)
		if !used {
			return []jen.Code{jen.For(jen.Range().Add(seq.Statement)).Block(code...)}
		}
		return []jen.Code{jen.For(jen.List(names...).Op(op).Range().Add(seq.Statement)).Block(code...)}
	}})
}
