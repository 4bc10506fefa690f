package codegen

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// let evaluates assignments in front of an expression.
func (w *fn) let(e *ir.Let) ex {
	if !w.canHoist {
		return w.literalCall(e.Type(), func(in *fn) {
			in.letSets(e)
			in.returnValue(e.V)
		})
	}
	w.letSets(e)
	out := w.expr(e.V)
	out.placed = w.canHoist
	return out
}

func (w *fn) letSets(e *ir.Let) {
	for _, s := range e.Sets {
		w.canHoist = true
		w.assign(s.Target, s.Value)
	}
	w.canHoist = true
}

// boundCheck reads a variable that may be unset.
func (w *fn) boundCheck(e *ir.BoundCheck) ex {
	kind := w.g.py([...]string{"GlobalName", "LocalName", "FreeName", "KeyName"}[e.Kind])
	if e.V == nil {
		return w.g.py("RaiseUnset").call(prim(quoted(e.Name)), kind)
	}
	v := w.typed(e.V)
	return w.g.py("Bound").call(v, w.expr(e.Flag), prim(quoted(e.Name)), kind)
}

// boxKinds are the names of runtime/py's kinds of parameters, by ir.BoxKind.
var boxKinds = [...]string{"PlainParam", "PositionalParam", "KeywordParam", "RestParam", "KeywordsParam"}

// funcBox makes the function object of a function that is called with boxed arguments.
func (w *fn) funcBox(e *ir.FuncBox) ex {
	if e.Builtin {
		return w.builtinBox(e)
	}
	list, call := w.boxedParams(e.Params, e.Func)
	out := w.g.py("NewFunction").call(prim(quoted(e.Name)), prim(quoted(e.Qualname)), list, call)
	if e.Doc != "" {
		out = out.method("WithDoc", prim(quoted(e.Doc)))
	}
	if len(e.Annotations) > 0 {
		var list []ex
		for _, a := range e.Annotations {
			list = append(list, prim(quoted(a.Name)), w.boxed(a.V))
		}
		out = out.method("Annotated", list...)
	}
	if e.Wraps != nil {
		out = out.method("Wrapping", w.boxed(e.Wraps))
	}
	out.wrap = "any"
	return out
}

// namedCase is a declaration of a built-in function that takes arguments by name.
func (w *fn) namedCase(n ir.NamedCase) []ex {
	list, call := w.boxedParams(n.Params, n.Func)
	return []ex{prim(quoted(n.Needs)), list, call}
}

// boxedParams are the parameters of a function, and the function of a list of boxed values for them.
func (w *fn) boxedParams(of []ir.BoxParam, f *ir.Func) (list, call ex) {
	var params []jen.Code
	var types []string
	for _, p := range of {
		fields := jen.Dict{jen.Id("Name"): quoted(p.Name)}
		if p.Kind != ir.BoxPlain {
			fields[jen.Id("Kind")] = w.g.py(boxKinds[p.Kind]).Statement
		}
		if p.Default != nil {
			fields[jen.Id("Default")] = w.boxed(p.Default).Statement
		}
		params = append(params, jen.Values(fields))
		types = append(types, boxKinds[p.Kind])
	}
	args := newScope(w.names).take("args")
	var vals []ex
	for i, kind := range types {
		v := prim(jen.Id(args).Index(jen.Lit(i)))
		switch kind {
		case "RestParam":
			v = prim(v.Assert(jen.Op("*").Qual(w.g.im.py, "TupleOf").Index(jen.Any())))
		case "KeywordsParam":
			v = prim(v.Assert(jen.Op("*").Qual(w.g.im.py, "Dict").Types(jen.String(), jen.Any())))
		}
		vals = append(vals, v)
	}
	if len(types) == 0 {
		args = "_"
	}
	body := w.boxBody(f, vals)
	return prim(jen.Index().Qual(w.g.im.py, "Param").Values(params...)), prim(jen.Func().Params(jen.Id(args).Index().Any()).Any().Add(body))
}

// boxBody calls the function and boxes its result.
func (w *fn) boxBody(f *ir.Func, args []ex) *jen.Statement {
	in := w.child(nil)
	in.names = newScope(w.names)
	in.names.take("args")
	in.result, in.yield, in.gen = types.Any, "", ""
	b := &block{parent: w.blk, at: len(w.blk.items), closure: true}
	in.blk = b
	in.canHoist = true
	if r := soleReturn(f); r != nil && w.funcs[f] == nil {
		if !f.Wrapper {
			w.g.nestedFunc(f)
			in.at = w.g.line(f.At)
		} else {
			in.at = 0
		}
		in.ir = f
		for i, p := range f.Params {
			in.setVar(p, args[i])
		}
		in.returnValue(w.converted(r.V, types.Any))
		return w.lazyBlock(b)
	}
	in.at = 0 // the frame of the box is none of the script's
	result := types.Type(f.Result)
	if f.Yields != nil {
		result = types.Iterator(f.Yields)
	}
	call := &written{ir.X{T: result, At: f.At}, func() ex { return in.funcRef(f).call(args...) }}
	if types.IsNone(result) {
		in.raw(call.make().Statement)
		in.raw(jen.Return(w.g.none().Statement))
	} else {
		in.raw(jen.Return(in.boxed(call).Statement))
	}
	return w.lazyBlock(b)
}

// soleReturn is the statement of a lambda that returns a value.
func soleReturn(f *ir.Func) *ir.Return {
	if !f.Lambda || len(f.Body) != 1 || f.Yields != nil || types.IsNone(f.Result) {
		return nil
	}
	r, ok := f.Body[0].(*ir.Return)
	if !ok {
		return nil
	}
	return r
}

// builtinBox makes the function object of a built-in function: by the number of arguments.
func (w *fn) builtinBox(e *ir.FuncBox) (out ex) {
	defer func() {
		if e.Recv != nil {
			out = out.method("Bound", w.boxed(e.Recv))
		}
		for _, n := range slices.Backward(e.Named) {
			out = out.method("WithNames", w.namedCase(n)...)
		}
		if e.Module != "" && e.Module != "builtins" {
			out = out.method("InModule", prim(quoted(e.Module)), prim(quoted(e.Qualname)))
		}
		if e.Enum != "" {
			out = out.method("AsEnum", prim(quoted(e.Enum)))
		}
		out.wrap = "any"
	}()
	if e.Class && len(e.Cases) == 0 && e.Rest == nil {
		return w.g.py("NativeClass").call(prim(quoted(e.Name)))
	}
	name := "NewBuiltin"
	if e.Class {
		name = "NewClass"
	}
	args := newScope(w.names).take("args")
	param := jen.Func().Params(jen.Id(args).Index().Any()).Any()
	if e.Rest != nil {
		tuple := prim(jen.Qual(w.g.im.py, "NewTupleOf").Call(jen.Id(args).Op("...")))
		return w.g.py(name).call(prim(quoted(e.Name)), prim(param.Add(w.boxBody(e.Rest, []ex{tuple}))))
	}
	var cases []jen.Code
	least, most := len(e.Cases[0].Params), 0
	for _, f := range e.Cases {
		n := len(f.Params)
		least, most = min(least, n), max(most, n)
		var vals []ex
		for i := range f.Params {
			vals = append(vals, prim(jen.Id(args).Index(jen.Lit(i))))
		}
		cases = append(cases, jen.Case(jen.Lit(n)).Add(caseBody(w.boxBody(f, vals))))
	}
	bad := w.g.py("BadCount").call(prim(quoted(e.Name)), prim(jen.Len(jen.Id(args))), prim(jen.Lit(least)), prim(jen.Lit(most)))
	body := jen.Block(jen.Switch(jen.Len(jen.Id(args))).Block(cases...), jen.Return(bad.Statement))
	return w.g.py(name).call(prim(quoted(e.Name)), prim(param.Add(body)))
}

// caseBody is a block as the statement behind a case.
func caseBody(block *jen.Statement) *jen.Statement { return jen.Line().Add(block) }

// callDyn calls an Any with arguments some of which are known at run time only.
func (w *fn) callDyn(e *ir.CallDyn) ex {
	fun := w.stableOrLiteral(e)
	if fun == nil {
		return w.literalCall(e.Type(), func(in *fn) { in.canHoist = true; in.returnValue(e) })
	}
	w.canHoist = false
	args := jen.Index().Any()
	plain := true
	for _, a := range e.Args {
		if _, ok := a.(*ir.Spread); ok {
			plain = false
		}
	}
	if plain {
		args = args.Values(codes(w.dynArgs(e.Args...))...)
	} else {
		args = w.spreadArgs(fun, e.Args).Statement
	}
	kw := w.g.py("NewKeywords").call()
	for _, k := range e.Keywords {
		if k.Name == "" {
			kw = kw.method("Merge", fun(), w.boxed(k.V))
			continue
		}
		kw = kw.method("Set", fun(), prim(quoted(k.Name)), w.boxed(k.V))
	}
	if e.Method != "" {
		return w.g.py("DynCallMethodKwArgs").call(fun(), prim(quoted(e.Method)), prim(args), kw)
	}
	return w.g.py("DynCallKw").call(fun(), prim(args), kw)
}

// stableOrLiteral is what a dynamic call calls, to be named more than once.
func (w *fn) stableOrLiteral(e *ir.CallDyn) func() ex {
	if !w.simple(e.Fn) && !w.canHoist {
		return nil
	}
	return w.stable(e.Fn, "f")
}

// isSpread reports *args.
func isSpread(a ir.Expr) bool {
	_, ok := a.(*ir.Spread)
	return ok
}

// variadic writes a call whose last parameter takes boxed arguments, of which some may be spread.
func (w *fn) variadic(fun ex, first []ex, args []ir.Expr, callee func() ex) ex {
	if !slices.ContainsFunc(args, isSpread) {
		return fun.call(append(first, w.exprs(args)...)...)
	}
	list := w.spreadArgs(callee, args)
	return fun.call(append(first, prim(list.Statement.Op("...")))...)
}

// spreadArgs is a slice of boxed arguments, in order.
func (w *fn) spreadArgs(fun func() ex, args []ir.Expr) ex {
	if len(args) == 1 {
		return w.g.py("SpreadArgs").call(fun(), w.boxed(args[0].(*ir.Spread).V))
	}
	name := w.names.take("list")
	body := []jen.Code{jen.Var().Id(name).Index().Any()}
	for _, a := range args {
		if s, ok := a.(*ir.Spread); ok {
			more := w.g.py("SpreadItems").call(w.boxed(s.V)) // which CPython, too, puts into a list before it calls anything
			body = append(body, jen.Id(name).Op("=").Append(jen.Id(name), more.Statement.Op("...")))
			continue
		}
		body = append(body, jen.Id(name).Op("=").Append(jen.Id(name), w.boxed(a).Statement))
	}
	body = append(body, jen.Return(jen.Id(name)))
	return prim(jen.Func().Params().Index().Any().Block(body...).Call())
}
