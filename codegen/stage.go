package codegen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
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
	if e.Call != nil {
		for _, promise := range promises(e.Call) {
			input = input.method(promise)
		}
	}
	if s.Pure {
		input = input.method("Splittable")
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

// stageWriter writes the function of one stage.
type stageWriter struct {
	*fn
	stage *ir.Stage
	merge func(*fn) *jen.Statement // the reducer, for a stage that ends in a combine
	input string
}

// stageFunc is the stage's function: one of the package, or a literal if it uses variables
// of the function around it.
func (w *fn) stageFunc(sw *stageWriter) ex {
	s := sw.stage
	for _, f := range s.Inlined {
		w.g.nestedFunc(f)
	}
	if !w.g.used.needsOuter(s.Func) {
		name := w.g.topTake(s.Name)
		w.g.pyNames[name] = "" // what fails in it is in a function that is written out in it
		slot := w.g.slot()
		sw.fn = w.g.newUnit(nil)
		sw.names.wanted = nil // it shares no variable with the module's statements
		params := sw.params()
		sw.stmts(s.Func.Body)
		decl := jen.Func().Id(name).Params(params...).Block(sw.finish()...)
		*slot = *doc(w.g.stageDoc(name, s), decl)
		return prim(jen.Id(name))
	}
	in := w.child(nil)
	in.names = newScope(w.names)
	in.result = nil
	b := &block{parent: w.blk, at: len(w.blk.items), closure: true}
	in.blk = b
	sw.fn, sw.input = in, "in"
	params := sw.params()
	in.raw(w.g.stageLines(s)...)
	sw.stmts(s.Func.Body)
	return prim(jen.Func().Params(params...).Add(w.lazyBlock(b)))
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
	sw.fn.sink = &sink{input: sw.input}
	if sw.stage.Combine {
		sw.sink.out, sw.sink.merge, sw.yield = sw.names.take("out"), sw.merge, ""
		kv := types.Resolve(out).(*types.Named).Args
		return append(params, jen.Id(sw.sink.out).Op("*").Qual(sw.g.im.core, "Combiner").Types(sw.g.goType(kv[0]), sw.g.goType(kv[1])))
	}
	sw.yield = sw.names.take("emit")
	return append(params, jen.Id(sw.yield).Func().Params(sw.g.goType(out)).Bool())
}

// sink is where the records of a stage come from and, where it ends in a combine, go to.
type sink struct {
	input string
	out   string
	merge func(*fn) *jen.Statement
}

// records are what a stage iterates over.
func (w *fn) records(in *ir.StageInput) ex {
	switch {
	case in.Values:
		return called(jen.Qual(w.g.im.core, "ValuesOf").Call(w.expr(in).Statement))
	case in.Split == nil:
		return w.expr(in).method("All")
	case in.Split.Sep == "":
		return called(jen.Qual(w.g.im.core, "FieldsOfLines").Call(w.expr(in).Statement))
	}
	return called(jen.Qual(w.g.im.core, "SplitLines").Call(w.expr(in).Statement, quoted(in.Split.Sep)))
}

// countParts is the whole of a stage that counts the parts of its lines.
func (w *fn) countParts(in *ir.StageInput) {
	lines, out := w.expr(in).Statement, jen.Id(w.sink.out)
	if in.Split.Sep == "" {
		w.raw(jen.Qual(w.g.im.core, "CountFields").Call(lines, out))
		return
	}
	w.raw(jen.Qual(w.g.im.core, "CountParts").Call(lines, quoted(in.Split.Sep), out))
}

// mergeRecord gives a record to the combiner.
func (w *fn) mergeRecord(s *ir.Merge) {
	key := w.expr(s.Key)
	args := []ex{key, w.expr(s.Value), prim(w.sink.merge(w))}
	w.raw(prim(jen.Id(w.sink.out)).method("Merge", args...).Statement)
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
	if body, ok := f.Expression(); ok {
		if c, ok := body.(*ir.Convert); ok && typeName(c.Type()) == "Iterable" {
			return c.V.Type()
		}
	}
	return types.Resolve(f.Result)
}
