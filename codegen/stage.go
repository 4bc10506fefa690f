package codegen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// stageCall writes a fused chain of operators: one function over a part of the input and a call that
// gives it to the runtime.
func (w *fn) stageCall(e *ir.StageCall) ex {
	s := e.Stage
	pkg := "ds"
	if s.RDD {
		pkg = "core"
	}
	input := w.typed(e.Input)
	if e.Call != nil && e.Call.Associative {
		input = input.method("Associative")
	}
	name := "Narrow"
	if s.Keep {
		name = "NarrowKeep"
	}
	var rest []ex
	var merge func(*fn) *jen.Statement
	if s.Combine {
		name = bind(e.Call.Fn).name
		var m ex
		m, merge = w.reducer(e)
		rest = append(rest, m)
		call := *e.Call
		call.Args = append([]ir.Expr{nil}, e.Call.Args[1:]...)
		rest = append(rest, w.args(&call)...)
	}
	sw := &stageWriter{stage: s, merge: merge, input: inputName(e.Input)}
	args := append([]ex{input, w.stageFunc(sw)}, rest...)
	return called(jen.Qual(w.g.im.path(pkg), name).Call(codes(args)...))
}

// inputName is what the stage's parameter is called: as the stream it reads.
func inputName(e ir.Expr) string {
	if l, ok := e.(*ir.Local); ok {
		return l.Var.Name
	}
	return "in"
}

// stageWriter writes the body of one stage.
type stageWriter struct {
	*fn
	stage *ir.Stage
	merge func(*fn) *jen.Statement // the reducer, for a stage that ends in a combine
	input string
	out   string
}

// stageFunc is the stage's function: one of the package, or a literal if it uses variables
// of the function around it.
func (w *fn) stageFunc(sw *stageWriter) ex {
	s := sw.stage
	if w.standsAlone(s) {
		name := w.g.topTake(s.Name)
		w.g.pyNames[name] = "<lambda>"
		slot := w.g.slot()
		sw.fn = w.g.newUnit(nil)
		sw.names.wanted = nil // it shares no variable with the module's statements
		params := sw.params()
		sw.body()
		decl := jen.Func().Id(name).Params(params...).Block(sw.finish()...)
		*slot = *doc(w.g.stageDoc(name, s), decl)
		return prim(jen.Id(name))
	}
	for i := range s.Ops {
		w.holdFunc(&s.Ops[i])
	}
	in := w.child(nil)
	in.names = newScope(w.names)
	in.result, in.yield = nil, ""
	b := &block{parent: w.blk, at: len(w.blk.items), closure: true}
	in.blk = b
	sw.fn, sw.input = in, "in"
	params := sw.params()
	in.raw(w.g.stageLines(s)...)
	sw.body()
	return prim(jen.Func().Params(params...).Add(w.lazyBlock(b)))
}

// standsAlone reports that a stage needs nothing of the function around it.
func (w *fn) standsAlone(s *ir.Stage) bool {
	for _, op := range s.Ops {
		fn := op.Fn
		if c, ok := fn.(*ir.Convert); ok {
			fn = c.V
		}
		fv, ok := fn.(*ir.FuncVal)
		if !ok || w.g.used.needsOuter(fv.Func) || !isTopLevel(fv.Func) && !fv.Func.Lambda && !fv.Func.Wrapper {
			return false
		}
	}
	return true
}

// holdFunc evaluates a function value once, outside of the stage.
func (w *fn) holdFunc(op *ir.Op) {
	if _, ok := op.Fn.(*ir.FuncVal); ok {
		return
	}
	if c, ok := op.Fn.(*ir.Convert); ok {
		if _, ok := c.V.(*ir.FuncVal); ok {
			return
		}
	}
	if w.simple(op.Fn) || !w.canHoist {
		return
	}
	t := op.Fn.Type()
	name := w.declare(op.Kind+"_fn", w.typed(op.Fn))
	w.canHoist = true
	op.Fn = &written{ir.X{T: t, At: op.At}, func() ex { return prim(jen.Id(name)) }}
}

// recordType is the type of the elements of a stream, or the type itself.
func recordType(t types.Type) types.Type {
	if n, ok := types.Resolve(t).(*types.Named); ok && (n.Name == "DStream" || n.Name == "RDD") {
		return types.Resolve(n.Args[0])
	}
	return types.Resolve(t)
}

// params are the stage's input and its sink.
func (sw *stageWriter) params() []jen.Code {
	in, out := recordType(sw.stage.In), recordType(sw.stage.Out)
	sw.input = sw.names.take(lowerCamel(sw.input))
	part := jen.Qual(sw.g.im.core, "Part").Index(sw.g.goType(in))
	if types.IsStr(in) {
		part = jen.Qual(sw.g.im.core, "Lines")
	}
	params := []jen.Code{jen.Id(sw.input).Add(part)}
	if sw.stage.Combine {
		sw.out = sw.names.take("out")
		kv := types.Resolve(out).(*types.Named).Args
		return append(params, jen.Id(sw.out).Op("*").Qual(sw.g.im.core, "Combiner").Types(sw.g.goType(kv[0]), sw.g.goType(kv[1])))
	}
	sw.out = sw.names.take("emit")
	return append(params, jen.Id(sw.out).Func().Params(sw.g.goType(out)).Bool())
}

// body is the loop over the records with the operators inside.
func (sw *stageWriter) body() {
	rec := &ir.Var{Name: sw.nextName(0, "record"), Type: recordType(sw.stage.In), Owner: sw.ir}
	seq := prim(jen.Id(sw.input)).method("All")
	sw.rangeLoop(&loop{}, []*ir.Var{rec}, seq, func() {
		sw.step(0, &ir.Local{X: ir.X{T: rec.Type, At: sw.stage.At}, Var: rec})
	})
}

// nextName is what operator i calls its record.
func (sw *stageWriter) nextName(i int, otherwise string) string {
	if i < len(sw.stage.Ops) {
		op := sw.stage.Ops[i]
		if fv, ok := op.Fn.(*ir.FuncVal); ok && len(fv.Func.Params) == 1 && !strings.HasSuffix(op.Kind, "Values") &&
			fv.Func.Params[0].Name != "_" {
			return fv.Func.Params[0].Name
		}
		if op.Kind != "map" && op.Kind != "filter" && op.Kind != "flatMap" {
			return "kv"
		}
	}
	return otherwise
}

// step writes operator i and what follows for a record.
func (sw *stageWriter) step(i int, rec ir.Expr) {
	if sw.blk.ended() {
		return
	}
	sw.canHoist = true
	if i == len(sw.stage.Ops) {
		sw.emitRecord(rec)
		return
	}
	op := sw.stage.Ops[i]
	saved := sw.at
	sw.at = sw.g.line(op.Fn.Pos())
	switch op.Kind {
	case "map":
		sw.step(i+1, sw.apply(op.Fn, rec))
	case "filter":
		rec = sw.kept(rec, sw.nextName(i, "record"))
		sw.when(sw.apply(op.Fn, rec), func() { sw.step(i+1, rec) })
	case "flatMap":
		sw.each(sw.apply(op.Fn, rec), sw.nextName(i+1, "item"), i+1, func(v ir.Expr) { sw.step(i+1, v) })
	case "mapValues":
		k, v := sw.pair(rec)
		k = sw.kept(k, "key")
		sw.step(i+1, pairOf(k, sw.apply(op.Fn, v)))
	case "flatMapValues":
		k, v := sw.pair(rec)
		k = sw.kept(k, "key")
		sw.each(sw.apply(op.Fn, v), "value", i+1, func(v ir.Expr) { sw.step(i+1, pairOf(k, v)) })
	default:
		if !sw.stage.Combine || i != len(sw.stage.Ops)-1 {
			fail("no inlined form of %s", op.Kind)
		}
		sw.emitRecord(rec)
	}
	sw.at = saved
}

func pairOf(k, v ir.Expr) ir.Expr {
	return &ir.Tuple{X: ir.X{T: types.Tuple(k.Type(), v.Type()), At: v.Pos()}, Elts: []ir.Expr{k, v}}
}

// when writes body under a condition of any type.
func (sw *stageWriter) when(cond ir.Expr, body func()) {
	defer sw.onLine(cond)()
	test := sw.truth(cond)
	b := sw.inBlock(nil, body)
	sw.add(&item{render: func() []jen.Code { return []jen.Code{jen.If(test.Statement).Block(sw.codes(b)...)} }})
}

// each writes a loop over the iterable that a flatMap function gives, without building it where
// the expression shows how.
func (sw *stageWriter) each(e ir.Expr, name string, next int, body func(ir.Expr)) {
	for {
		c, ok := e.(*ir.Convert)
		if !ok || !types.Equal(iterElem(c.Type()), iterElem(c.V.Type())) {
			break
		}
		e = c.V
	}
	switch x := e.(type) {
	case *ir.Comp:
		if x.Kind == syntax.GenExp || x.Kind == syntax.ListComp {
			sw.clauses(x.Clauses, func() { body(x.Elt) })
			return
		}
	case *ir.List:
		if sw.unroll(x.Elts, next, body) {
			return
		}
	case *ir.Cond:
		if l, ok := x.Else.(*ir.List); ok && len(l.Elts) == 0 {
			sw.when(x.Test, func() { sw.canHoist = true; sw.each(x.Then, name, next, body) })
			return
		}
	}
	item := &ir.Var{Name: name, Type: iterElem(e.Type()), Owner: sw.ir}
	sw.forEach(&loop{}, &ir.VarTarget{Var: item}, e, func() {
		body(&ir.Local{X: ir.X{T: item.Type, At: e.Pos()}, Var: item})
	}, func(*ir.Var) bool { return false })
}

// unroll repeats what follows for each element of a display if that is short.
func (sw *stageWriter) unroll(elts []ir.Expr, next int, body func(ir.Expr)) bool {
	last := len(sw.stage.Ops)
	if sw.stage.Combine {
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
	for _, e := range elts {
		body(e)
	}
	return true
}

// emitRecord gives a record to the sink.
func (sw *stageWriter) emitRecord(rec ir.Expr) {
	defer sw.onLine(rec)()
	out := recordType(sw.stage.Out)
	if !sw.stage.Combine {
		sw.emitTo(sw.expr(sw.converted(rec, out)))
		return
	}
	kv := out.(*types.Named).Args
	k, v := sw.pair(rec)
	key := sw.expr(sw.converted(k, kv[0]))
	args := []ex{key, sw.expr(sw.converted(v, kv[1])), prim(sw.merge(sw.fn))}
	sw.raw(prim(jen.Id(sw.out)).method("Merge", args...).Statement)
}

func (sw *stageWriter) emitTo(v ex) {
	out := sw.out
	sw.raw(jen.If(jen.Op("!").Id(out).Call(v.Statement)).Block(jen.Return()))
}

// stageDoc is the comment above a stage: what it fuses, with the script's text, line and types.
func (g *generator) stageDoc(name string, s *ir.Stage) []jen.Code {
	lines := []jen.Code{commentLine(name + " " + stageSummary(s)), jen.Comment("//")}
	rows := make([][3]string, len(s.Ops))
	width := [2]int{}
	for i, op := range s.Ops {
		rows[i] = [3]string{shorten(oneLine(op.Kind+"("+g.text(op.Fn.Pos())+")"), 80), fmt.Sprintf(":%d", g.opLine(op)), opTypes(op)}
		width[0] = max(width[0], len([]rune(rows[i][0])))
		width[1] = max(width[1], len(rows[i][1]))
	}
	for _, r := range rows {
		pad := strings.Repeat(" ", width[0]-len([]rune(r[0])))
		lines = append(lines, codeLine(fmt.Sprintf("%s%s  %-*s  %s", r[0], pad, width[1], r[1], r[2])))
	}
	return lines
}

// stageLines is the short form inside of a function literal.
func (g *generator) stageLines(s *ir.Stage) []jen.Code {
	var out []jen.Code
	for _, op := range s.Ops {
		out = append(out, commentLine(fmt.Sprintf("%s(%s), :%d", op.Kind, shorten(oneLine(g.text(op.Fn.Pos())), 70), g.opLine(op))))
	}
	return out
}

func stageSummary(s *ir.Stage) string {
	var names []string
	for _, op := range s.Ops {
		names = append(names, op.Kind)
	}
	if s.Combine {
		names[len(names)-1] = "the map side of " + names[len(names)-1]
	}
	verb := "fuses "
	if len(names) == 1 {
		verb = "is "
	}
	if n := len(names); n > 1 {
		return verb + strings.Join(names[:n-1], ", ") + " and " + names[n-1] + ":"
	}
	return verb + names[0] + ":"
}

// opLine is the line of an operator: that of its function, as a chain may begin lines above it.
func (g *generator) opLine(op ir.Op) int {
	if n := g.line(op.Fn.Pos()); n > 0 {
		return n
	}
	return g.line(op.At)
}

// opTypes is the type of an operator's function, as the script would write it.
func opTypes(op ir.Op) string {
	if fv, ok := op.Fn.(*ir.FuncVal); ok && fv.Func.Result != nil {
		var params []string
		for _, p := range fv.Func.Params {
			params = append(params, types.Resolve(p.Type).String())
		}
		return strings.Join(params, ", ") + " -> " + resultOf(fv.Func).String()
	}
	return ""
}

// resultOf is a function's result as its body has it, before it was made an iterable.
func resultOf(f *ir.Func) types.Type {
	if body, ok := inlinable(f); ok {
		if c, ok := body.(*ir.Convert); ok && typeName(c.Type()) == "Iterable" {
			return c.V.Type()
		}
	}
	return types.Resolve(f.Result)
}
