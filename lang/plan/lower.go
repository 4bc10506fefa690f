package plan

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Lower writes every stage as one function: a loop over the records in which the operators' functions stand one after
// the other, with their parameters replaced by what they are called with. What follows an operator stands where its
// result is, so no list is built between operators, and a tuple that is only taken apart is not built either.
func Lower(p *ir.Program) {
	lower := func(e ir.Expr) ir.Expr {
		sc, ok := e.(*ir.StageCall)
		if !ok || sc.Stage.Func != nil {
			return e
		}
		return lowerStage(sc)
	}
	ir.Rewrite(p.Body, lower)
	for _, fn := range p.Funcs {
		ir.Rewrite(fn.Body, lower)
	}
}

// lowerer writes one stage.
type lowerer struct {
	stage *ir.Stage
	fn    *ir.Func
	out   *[]ir.Stmt  // the block that is being written
	at    syntax.Span // of the statement that is being written
	// last tells that nothing is written behind what is being written in the loop around it.
	last   bool
	rec    *ir.Var // the stage's own record
	fresh  bool    // nothing but the function that is applied needs it
	copies int     // how many times what follows is written
	stable *bool   // the stage's functions change nothing but their own variables; nil before that is asked
}

// lowerStage writes a stage's function. Function values among the operators are evaluated once, before it.
func lowerStage(sc *ir.StageCall) ir.Expr {
	st := sc.Stage
	l := &lowerer{stage: st, fn: &ir.Func{Name: st.Name, Lambda: true, Yields: st.Out, At: st.At}, last: true}
	st.Func = l.fn
	sets := l.holdFuncs()
	l.at = st.Ops[0].Fn.Pos()
	rec := l.variable(l.nextName(0, "record"), st.In)
	l.rec = rec
	body := l.block(func() { l.step(0, l.read(rec)) })
	l.fn.Body = []ir.Stmt{&ir.For{S: ir.S{At: l.at}, Target: &ir.VarTarget{Var: rec}, Iter: &ir.StageInput{X: ir.X{T: types.Iterable(st.In), At: l.at}}, Body: body}}
	if len(sets) > 0 {
		return &ir.Let{X: sc.X, Sets: sets, V: sc}
	}
	return sc
}

// holdFuncs replaces function values that are not functions of the script by variables.
func (l *lowerer) holdFuncs() []*ir.Assign {
	var sets []*ir.Assign
	for i := range l.stage.Ops {
		op := &l.stage.Ops[i]
		if l.stage.Combine && i == len(l.stage.Ops)-1 {
			break
		}
		switch unconverted(op.Fn).(type) {
		case *ir.FuncVal:
			continue
		case *ir.Local:
			if _, ok := op.Fn.(*ir.Local); ok {
				continue
			}
		}
		v := &ir.Var{Name: op.Kind + "_fn", Type: op.Fn.Type(), Shared: true, Fresh: true}
		sets = append(sets, &ir.Assign{S: ir.S{At: op.Fn.Pos()}, Target: &ir.VarTarget{Var: v}, Value: op.Fn})
		op.Fn = &ir.Local{X: ir.X{T: v.Type, At: op.Fn.Pos()}, Var: v}
	}
	return sets
}

func (l *lowerer) variable(name string, t types.Type) *ir.Var {
	return &ir.Var{Name: name, Type: t, Owner: l.fn}
}

func (l *lowerer) read(v *ir.Var) ir.Expr { return &ir.Local{X: ir.X{T: v.Type, At: l.at}, Var: v} }

func (l *lowerer) add(s ir.Stmt) { *l.out = append(*l.out, s) }

// block collects the statements that f writes.
func (l *lowerer) block(f func()) []ir.Stmt {
	var body []ir.Stmt
	saved, at := l.out, l.at
	l.out = &body
	f()
	l.out, l.at = saved, at
	return body
}

// nextName is what operator i calls its record.
func (l *lowerer) nextName(i int, otherwise string) string {
	if i < len(l.stage.Ops) {
		op := l.stage.Ops[i]
		if fv, ok := op.Fn.(*ir.FuncVal); ok && len(fv.Func.Params) == 1 && !strings.HasSuffix(op.Kind, "Values") && fv.Func.Params[0].Name != "_" {
			return fv.Func.Params[0].Name
		}
		if op.Kind != "map" && op.Kind != "filter" && op.Kind != "flatMap" {
			return "kv"
		}
	}
	return otherwise
}

// step writes operator i and what follows for a record.
func (l *lowerer) step(i int, rec ir.Expr) {
	if i == len(l.stage.Ops) || l.stage.Combine && i == len(l.stage.Ops)-1 {
		l.give(rec)
		return
	}
	op := l.stage.Ops[i]
	next := func(v ir.Expr) { l.step(i+1, v) }
	switch op.Kind {
	case "map":
		l.fresh = i == 0
		l.apply(op.Fn, rec, next)
	case "filter":
		rec = l.kept(rec, l.nextName(i, "record"))
		l.apply(op.Fn, rec, func(test ir.Expr) { l.when(test, func() { next(l.again(rec)) }) })
	case "flatMap":
		l.fresh = i == 0
		l.each(op.Fn, rec, l.nextName(i+1, "item"), op.Out, i+1, next)
	case "mapValues":
		k, v := l.pair(rec)
		k = l.kept(k, "key")
		l.apply(op.Fn, v, func(v ir.Expr) { next(pairOf(l.again(k), v)) })
	case "flatMapValues":
		k, v := l.pair(rec)
		k = l.kept(k, "key")
		l.each(op.Fn, v, "value", op.Out.(*types.Named).Args[1], i+1, func(v ir.Expr) { next(pairOf(l.again(k), v)) })
	}
}

func pairOf(k, v ir.Expr) ir.Expr {
	return &ir.Tuple{X: ir.X{T: types.Tuple(k.Type(), v.Type()), At: v.Pos()}, Elts: []ir.Expr{k, v}}
}

// give writes what a stage does with a record at its end.
func (l *lowerer) give(rec ir.Expr) {
	if !l.stage.Combine {
		l.add(&ir.Emit{S: ir.S{At: rec.Pos()}, V: converted(rec, l.stage.Out)})
		return
	}
	kv := types.Resolve(l.stage.Out).(*types.Named).Args
	at := rec.Pos()
	k, v := l.pair(rec)
	l.add(&ir.Merge{S: ir.S{At: at}, Key: converted(k, kv[0]), Value: converted(v, kv[1])})
}

// when writes body under a condition of any type.
func (l *lowerer) when(test ir.Expr, body func()) {
	at := test.Pos()
	if !types.IsBool(test.Type()) {
		test = &ir.Truth{X: ir.X{T: types.Bool, At: at}, V: test}
	}
	l.add(&ir.If{S: ir.S{At: at}, Test: test, Body: l.block(body)})
}

// each writes a loop over the iterable that a function gives, without building it where the expression shows how.
func (l *lowerer) each(fun, arg ir.Expr, name string, elem types.Type, next int, body func(ir.Expr)) {
	l.apply(fun, arg, func(e ir.Expr) { l.over(e, name, elem, next, body) })
}

func (l *lowerer) over(e ir.Expr, name string, elem types.Type, next int, body func(ir.Expr)) {
	switch x := atOnce(iterated(e)).(type) {
	case *ir.Comp:
		if x.Kind == syntax.GenExp || x.Kind == syntax.ListComp && l.canFlow(next, func(t *totality) bool { return t.rest(x) }) {
			l.clauses(x, x.Clauses, func() { body(converted(x.Elt, elem)) })
			return
		}
	case *ir.List:
		if _, tuple := types.Is(x.Type(), "tuple..."); !tuple && l.unroll(x.Elts, elem, next, body) {
			return
		}
	case *ir.Cond:
		if other, ok := iterated(x.Else).(*ir.List); ok && len(other.Elts) == 0 {
			l.when(x.Test, func() { l.over(x.Then, name, elem, next, body) })
			return
		}
	}
	item := l.variable(name, elem)
	at := e.Pos()
	l.add(&ir.For{S: ir.S{At: at}, Target: &ir.VarTarget{Var: item}, Iter: e, Body: l.block(func() { body(l.read(item)) })})
}

// iterated looks through conversions to an iterable: what is iterated over is converted element by element.
func iterated(e ir.Expr) ir.Expr {
	for {
		c, ok := e.(*ir.Convert)
		if !ok {
			return e
		}
		_, iterable := types.Is(c.Type(), "Iterable")
		_, iterator := types.Is(c.Type(), "Iterator")
		if !iterable && !iterator && !types.Equal(c.Type(), c.V.Type()) {
			return e
		}
		e = c.V
	}
}

// atOnce is a generator expression without the variable for what it iterates over first: there nothing comes in between.
func atOnce(e ir.Expr) ir.Expr {
	let, ok := e.(*ir.Let)
	if !ok || len(let.Sets) != 1 {
		return e
	}
	comp, generates := let.V.(*ir.Comp)
	target, named := let.Sets[0].Target.(*ir.VarTarget)
	if !generates || !named || comp.Kind != syntax.GenExp {
		return e
	}
	source, ok := comp.Clauses[0].Iter.(*ir.Local)
	if !ok || source.Var != target.Var {
		return e
	}
	out := *comp
	out.Clauses = slices.Clone(comp.Clauses)
	out.Clauses[0].Iter = let.Sets[0].Value
	return &out
}

// clauses writes the loops and conditions of a comprehension.
func (l *lowerer) clauses(x *ir.Comp, list []ir.CompClause, body func()) {
	if len(list) == 0 {
		body()
		return
	}
	at := ir.S{At: x.At}
	inner := l.block(func() { l.conditions(list[0].Conds, func() { l.clauses(x, list[1:], body) }) })
	l.add(&ir.For{S: at, Target: list[0].Target, Iter: list[0].Iter, Body: inner})
}

// conditions writes one condition inside of the other, as each may assign.
func (l *lowerer) conditions(conds []ir.Expr, body func()) {
	if len(conds) == 0 {
		body()
		return
	}
	l.when(conds[0], func() { l.conditions(conds[1:], body) })
}

// canFlow reports whether nobody can tell that elements of a list go to operator i and on before all of them are there: the
// rest of them always comes, or what follows has no effect but on a combiner, which is dropped where something is raised.
func (l *lowerer) canFlow(i int, rest func(*totality) bool) bool {
	if l.stable == nil {
		stable := l.quiet()
		l.stable = &stable
	}
	t := &totality{stable: *l.stable}
	return rest(t) || l.stage.Combine && t.stable && l.alwaysMerges(i, t)
}

// quiet reports whether the functions of a stage change nothing but their own variables.
func (l *lowerer) quiet() bool {
	var funcs []*ir.Func
	for _, op := range l.stage.Ops {
		fv, ok := unconverted(op.Fn).(*ir.FuncVal)
		if !ok || fv.Func == nil {
			return false
		}
		funcs = append(funcs, fv.Func)
	}
	e := effectsOf(funcs)
	for v := range e.assigned {
		if !e.funcs[v.Owner] {
			return false
		}
	}
	return len(e.changed) == 0
}

// alwaysMerges reports whether operators from i on always give what they should, to a combiner that always takes it.
func (l *lowerer) alwaysMerges(i int, t *totality) bool {
	for _, op := range l.stage.Ops[i:] {
		fv, ok := unconverted(op.Fn).(*ir.FuncVal)
		if !ok || fv.Func == nil || fv.Func.Yields != nil || op.Kind == "filter" && !plain(fv.Func.Result) || !t.body(fv.Func.Body) {
			return false
		}
	}
	kv := types.Resolve(l.stage.Out).(*types.Named).Args
	return hashable(kv[0])
}

// unroll repeats what follows for each element of a display if that is short.
func (l *lowerer) unroll(elts []ir.Expr, elem types.Type, next int, body func(ir.Expr)) bool {
	last := len(l.stage.Ops)
	if l.stage.Combine {
		last--
	}
	if len(elts) > 1 && (next < last || len(elts) > 4) {
		return false
	}
	for _, e := range elts {
		if _, ok := e.(*ir.Spread); ok {
			return false
		}
	}
	saved := l.last
	if rest := elts[min(1, len(elts)):]; !l.canFlow(next, func(t *totality) bool { return t.all(rest) }) {
		held := make([]ir.Expr, len(elts))
		for i, e := range elts {
			held[i] = l.kept(e, "item")
		}
		elts = held
	}
	for i, e := range elts {
		l.last = saved && i == len(elts)-1
		body(converted(e, elem))
	}
	l.last = saved
	return true
}
