package codegen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// isTopLevel reports a function of the script that becomes a function of the package.
func isTopLevel(f *ir.Func) bool { return f.Parent == nil && !f.Lambda && !f.Wrapper }

// topName is the package-level name of a function of the script, which is written if it has not been.
func (g *generator) topName(f *ir.Func) string {
	if name, ok := g.funcNames[f]; ok {
		return name
	}
	var name string
	switch {
	case isMethod(f):
		name = g.methodName(f)
	case f.Kind == ir.Constructor:
		name = g.constructorName(f)
	case f.Class != nil:
		name = g.topTake(f.Class.Word + "_" + strings.Trim(f.Name, "_") + "_" + f.Suffix)
	case f.Of != "":
		name = g.topTake(f.Of + "_" + strings.Trim(f.Name, "_") + "_" + f.Suffix)
	case f.Name == "<module>":
		name = g.topTake("import_" + f.Suffix)
	default:
		name = g.topTake(functionWord(f))
	}
	g.funcNames[f] = name
	g.writeFunc(f, name)
	return name
}

// functionWord is what the name of a module-level def is made of.
func functionWord(f *ir.Func) string { return f.Name + "_" + f.Suffix }

// writeFunc queues a package-level function.
func (g *generator) writeFunc(f *ir.Func, name string) {
	g.pyNames[g.tracedName(f, name)] = f.Name
	slot := g.slot()
	if pushes(f) { // when all else is written it is known whether a loop uses it
		g.finishing = append(g.finishing, func() { g.writeIterator(f, name, slot) })
		return
	}
	g.writeFuncAt(f, name, slot)
}

// writeFuncAt writes a package-level function in its place.
func (g *generator) writeFuncAt(f *ir.Func, name string, slot *jen.Statement) {
	w := g.newUnit(f)
	params := w.params(f)
	w.body(f)
	decl := jen.Func().Id(name).Params(params...)
	if isMethod(f) {
		decl = jen.Func().Params(w.receiver(f)).Id(name).Params(params...)
	}
	g.addResult(decl, f)
	decl.Block(w.finish()...)
	*slot = *doc(g.funcDoc(f, name), decl)
}

// pushes reports a generator that has a form without an iterator: a loop over it is the generator's body with the loop's in place of yield,
// which Go writes out if the bodies are small.
func pushes(f *ir.Func) bool { return f.Yields != nil && !f.Takes && isTopLevel(f) && !isMethod(f) }

// writeIterator writes a generator as the function that makes an iterator, of the other form if there is one.
func (g *generator) writeIterator(f *ir.Func, name string, slot *jen.Statement) {
	seq, ok := g.seqNames[f]
	if !ok {
		g.writeFuncAt(f, name, slot)
		return
	}
	w := g.newUnit(f)
	params := w.params(f)
	var args []jen.Code
	for _, p := range f.Params {
		args = append(args, w.local(p).Statement)
	}
	body := append(w.finish(), jen.Return(jen.Qual(g.im.py, "NewIter").Call(jen.Id(seq).Call(args...))))
	decl := jen.Func().Id(name).Params(params...)
	g.addResult(decl, f)
	*slot = *doc(g.funcDoc(f, name), decl.Block(body...))
}

// seqName is the package-level name of that form, which is written if it has not been.
func (g *generator) seqName(f *ir.Func) string {
	if name, ok := g.seqNames[f]; ok {
		return name
	}
	name := g.topTake(f.Name + "_" + f.Suffix + "_seq")
	g.seqNames[f] = name
	g.pyNames[name] = f.Name
	slot := g.slot()
	w := g.newUnit(f)
	params := w.params(f)
	seq := w.generatorSeq(f)
	w.add(&item{ends: true, terminates: true, render: func() []jen.Code { return []jen.Code{jen.Return(seq)} }})
	decl := jen.Func().Id(name).Params(params...).Add(g.goType(types.Iterable(f.Yields)))
	decl.Block(w.finish()...)
	*slot = *doc(g.funcDoc(f, name), decl)
	return name
}

// funcDoc says where a function comes from and, from its docstring, what it does.
func (g *generator) funcDoc(f *ir.Func, name string) []jen.Code {
	lines := []jen.Code{}
	where := fmt.Sprintf("%s is def %s, %s.", name, f.Name, g.place(f.At))
	switch {
	case f.Kind == ir.Constructor:
		where = fmt.Sprintf("%s is %s(…).", name, f.Class.Word)
	case f.Kind == ir.Virtual:
		where = fmt.Sprintf("%s is %s of the class that the object has.", name, f.Name)
	case f.Kind == ir.Members:
		where = name + " tells what values whose classes are known when running only reach by name, besides those of the script's classes."
	case f.Name == "<module>":
		where = fmt.Sprintf("%s runs the module %s, once.", name, g.source(f.At).Name)
	case f.Lambda:
		where = fmt.Sprintf("%s is %s, %s.", name, shorten(oneLine(g.text(f.At)), 80), g.place(f.At))
	}
	lines = append(lines, commentLine(where))
	if first := firstLine(f.Doc); first != "" {
		lines = append(lines, jen.Comment("//"))
		lines = append(lines, paragraph(first)...)
	}
	return lines
}

func (g *generator) addResult(s *jen.Statement, f *ir.Func) {
	if f.Yields != nil {
		s.Add(g.goType(types.Iterator(f.Yields)))
	} else if f.Result != nil && !types.IsNone(f.Result) {
		s.Add(g.goType(f.Result))
	}
}

// body writes a function's statements and makes them end as Go wants it.
func (w *fn) body(f *ir.Func) {
	if f.Yields != nil {
		w.generatorBody(f)
		return
	}
	w.deeper(f)
	w.stmts(f.Body)
	w.endBody()
}

// deeper lets a function that may call itself see to the stack.
func (w *fn) deeper(f *ir.Func) {
	if w.g.recursive[f] {
		w.raw(w.g.py("Deeper").call().Statement)
	}
}

// endBody ends a function with a result: Python's falls off the end with None.
func (w *fn) endBody() {
	if w.result == nil || types.IsNone(w.result) || w.blk.terminates() {
		w.dropLastReturn()
		return
	}
	if w.blk.ended() {
		w.add(&item{ends: true, terminates: true, render: func() []jen.Code { return []jen.Code{jen.Panic(jen.Lit("unreachable"))} }})
		return
	}
	v := prim(w.g.zero(w.result))
	w.leave(&v)
}

// dropLastReturn removes a plain return at the end.
func (w *fn) dropLastReturn() {
	if n := len(w.blk.items); n > 0 && w.blk.items[n-1].plainReturn {
		w.blk.items = w.blk.items[:n-1]
	}
}

// generatorBody wraps a generator's body into an iterator.
func (w *fn) generatorBody(f *ir.Func) {
	if f.Takes {
		w.takingBody(f)
		return
	}
	seq := w.generatorSeq(f)
	w.add(&item{ends: true, terminates: true, render: func() []jen.Code {
		return []jen.Code{jen.Return(jen.Qual(w.g.im.py, "NewIter").Call(seq))}
	}})
}

// generatorSeq is a generator's body as an iter.Seq.
func (w *fn) generatorSeq(f *ir.Func) *jen.Statement {
	in := *w
	in.yield = w.names.take("yield")
	in.result = nil
	b := &block{parent: w.blk, at: len(w.blk.items)}
	in.blk = b
	in.deeper(f)
	in.stmts(f.Body)
	param := jen.Id(in.yield).Func().Params(w.g.goType(f.Yields)).Bool()
	seq := jen.Func().Params(param).Add(w.lazyBlock(b))
	if w.g.stops.calls(f.Body) {
		return jen.Qual(w.g.im.py, "Unstopped").Call(seq)
	}
	return seq
}

// takingBody wraps the body of a generator that takes values and exceptions where it yields.
func (w *fn) takingBody(f *ir.Func) {
	in := *w
	in.gen = w.names.take("g")
	in.result = types.Any
	b := &block{parent: w.blk, at: len(w.blk.items)}
	in.blk = b
	in.stmts(f.Body)
	in.endBody()
	body := jen.Func().Params(jen.Id(in.gen).Op("*").Qual(w.g.im.py, "Gen").Types(w.g.goType(f.Yields))).Any().Add(w.lazyBlock(b))
	w.add(&item{ends: true, terminates: true, render: func() []jen.Code {
		return []jen.Code{jen.Return(jen.Qual(w.g.im.py, "NewGenerator").Call(body))}
	}})
}

// literal writes a nested function or lambda as a function literal.
func (w *fn) literal(f *ir.Func) *jen.Statement {
	in := w.child(f)
	w.g.nestedFunc(f)
	b := &block{parent: w.blk, at: len(w.blk.items), closure: true}
	in.blk = b
	params := in.params(f)
	in.body(f)
	s := jen.Func().Params(params...)
	w.g.addResult(s, f)
	return s.Add(w.lazyBlock(b))
}

// nestedFunc notes a function that becomes a literal in Go, for tracebacks.
func (g *generator) nestedFunc(f *ir.Func) {
	if f.Wrapper || f.At == (syntax.Span{}) {
		return
	}
	g.nested[f.At] = f.Name
	if f.Lambda {
		g.nested[f.At] = "<lambda>"
	}
}

// defFunc is the place of a nested def: a variable for each instance.
func (w *fn) defFunc(s *ir.DefFunc) {
	for _, f := range s.Funcs {
		if isTopLevel(f) {
			continue
		}
		gv := w.funcVariable(f)
		lit := w.literal(f)
		w.setVariable(gv, prim(lit))
	}
}

// funcVariable is the Go variable of an instance of a nested def.
func (w *fn) funcVariable(f *ir.Func) *variable {
	if gv, ok := w.funcs[f]; ok {
		return gv
	}
	sig := &types.Callable{Result: f.Result}
	for _, p := range f.Params {
		sig.Params = append(sig.Params, p.Type)
	}
	gv := w.newVariable(lowerCamel(f.Name+"_"+f.Suffix), func() *jen.Statement { return w.g.funcType(sig.Params, sig.Result) })
	w.funcs[f] = gv
	return gv
}

// funcValue is a function of the script as a value.
func (w *fn) funcValue(f *ir.Func) ex {
	if f == nil {
		// A function passed to one that calls it by name: each call was resolved to the instance it
		// means, and nobody reads the parameter.
		return ex{Statement: jen.Nil(), prec: precPrimary, constant: true}
	}
	if f.Lambda || f.Wrapper {
		if _, named := w.funcs[f]; !named {
			return prim(w.literal(f))
		}
	}
	return w.funcRef(f)
}

// funcRef is what a function of the script is called by.
func (w *fn) funcRef(f *ir.Func) ex {
	if isMethod(f) {
		return w.methodExpr(f)
	}
	if isTopLevel(f) {
		return prim(jen.Id(w.g.topName(f)))
	}
	if (f.Lambda || f.Wrapper) && w.funcs[f] == nil {
		if !w.g.used.needsOuter(f) {
			return prim(jen.Id(w.g.topName(f)))
		}
		return prim(w.literal(f))
	}
	gv := w.funcVariable(f)
	gv.reads++
	gv.record(w.blk, nil)
	return prim(gv.id())
}

// tracedName is what Go calls a function in a stack, behind the package.
func (g *generator) tracedName(f *ir.Func, name string) string {
	if isMethod(f) {
		return "(*" + g.userClass(f.Class).root.typ + ")." + name
	}
	return name
}
