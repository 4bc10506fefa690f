package codegen

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// written is an expression that is Go already, with its type: the parts of a value taken apart.
type written struct {
	ir.X
	make func() ex
}

// convert changes the representation of a value.
func (w *fn) convert(e *ir.Convert) ex {
	from, to := e.V.Type(), e.Type()
	f, t := typeName(from), typeName(to)
	switch {
	case types.Same(from, to):
		return w.expr(e.V)
	case f == "None" && t == "Optional", f == "Optional" && t == "None":
		return w.withEffect(e.V, prim(w.g.zero(to)))
	case f == "Optional" && t == "None": // what is known to be None
		return w.withEffect(e.V, w.g.none())
	case t == "Any":
		return w.boxed(e.V)
	case f == "Never":
		return w.neverAs(e.V, to)
	case t == "Optional" && f == "Any":
		return w.g.py("As").index(w.g.goType(to)).call(w.expr(e.V))
	case t == "Optional" && f != "Optional":
		return w.g.py("Some").call(w.typed(w.converted(e.V, types.Unwrap(to))))
	case t == "Optional" && f == "Optional":
		return w.g.py("MapOpt").call(w.expr(e.V), w.converter(types.Unwrap(from), types.Unwrap(to)))
	case t == "Iterable":
		return w.seqOf(e.V, elemType(to))
	case f == "Optional":
		return w.unwrap(e)
	case f == "Any":
		return w.g.unbox(w.expr(e.V), to)
	case t == "dict" && f == "dict" && differs(from, to):
		return w.dictAs(e.V, to)
	case f == t && elementsAs[t] != "" && differs(from, to):
		return w.g.py(elementsAs[t]).call(w.expr(e.V), w.converter(elemType(from), elemType(to)))
	case t == "bigint" && (f == "int" || f == "bool"):
		return w.toBig(e.V)
	case t == "int" && f == "bigint":
		return w.expr(e.V).method("Int")
	case t == "float" && f == "bigint":
		return w.expr(e.V).method("Float")
	case t == "int" && f == "bool":
		return w.g.py("IntOfBool").call(w.expr(e.V))
	case t == "float" && (f == "int" || f == "bool"):
		return w.toFloat(e.V, f)
	case t == "tuple" && f == "tuple":
		if v, ok := w.asStatements(e, e.V); ok {
			return v
		}
		return w.convertTuple(e.V, from, to)
	case t == "tuple" && (f == "tuple..." || f == "list"): // a record, taken for a pair
		return w.g.py("PairOf").index(w.g.goType(tupleArg(to, 0)), w.g.goType(tupleArg(to, 1))).call(w.seqOf(e.V, types.Any))
	case t == "tuple..." && f == "tuple":
		if v, ok := w.asStatements(e, e.V); ok {
			return v
		}
		return w.tupleToSequence(e.V, elemType(to))
	case t == "tuple" && f == "tuple...":
		return w.g.unbox(w.boxed(e.V), to)
	case f == t && (t == "set" || t == "frozenset") && types.IsAny(elemType(to)) && !types.IsNever(elemType(from)) && !types.HasVar(from):
		return w.g.py("SetBoxed").call(w.expr(e.V))
	case f == t && copyOf[t] != "" && !types.IsNever(elemType(from)) && !types.HasVar(from):
		return w.g.py(copyOf[t]).call(w.seqOf(e.V, elemType(to)))
	case t == "Iterator":
		return w.g.py("NewIter").call(w.seqOf(e.V, elemType(to)))
	case f == t && (t == "RDD" || t == "DStream"):
		return w.retype(e.V, iterArg(from), iterArg(to))
	}
	if c, ok := signature(to); ok {
		if v, ok := w.asStatements(e, e.V); ok {
			return v
		}
		return w.adaptFunc(e.V, c)
	}
	return w.expr(e.V)
}

// tupleArg is the type of a tuple's part.
func tupleArg(t types.Type, i int) types.Type { return types.Resolve(t).(*types.Named).Args[i] }

// copyOf are the functions that make a container of an iterable. Operators that make new
// containers of two, such as [1] + ["a"], take copies with elements of the joint type.
var copyOf = map[string]string{"list": "ListOf", "set": "SetOf", "frozenset": "FrozenSetOf", "tuple...": "TupleOfSeq"}

// elementsAs are the functions that copy a container of other elements, keeping what else it has.
var elementsAs = map[string]string{"deque": "DequeAs", "Counter": "CounterAs"}

// differs reports of two types of one name whether values of the first are to be converted to the second.
func differs(from, to types.Type) bool {
	if types.HasVar(from) || types.HasVar(to) || types.Key(from) == types.Key(to) {
		return false
	}
	for _, a := range types.Resolve(from).(*types.Named).Args {
		if types.IsNever(a) {
			return false
		}
	}
	return true
}

// dictAs copies a dict into one whose keys or values have other types; it stays a defaultdict or an OrderedDict.
func (w *fn) dictAs(e ir.Expr, to types.Type) ex {
	from, want := types.Resolve(e.Type()).(*types.Named), types.Resolve(to).(*types.Named)
	return w.g.py("DictAs").call(w.expr(e), w.converter(from.Args[0], want.Args[0]), w.converter(from.Args[1], want.Args[1]))
}

// converted is e as type t, without a node where it has that type already.
func (w *fn) converted(e ir.Expr, t types.Type) ir.Expr {
	if types.Equal(e.Type(), t) {
		return e
	}
	return &ir.Convert{X: ir.X{T: t, At: e.Pos()}, V: e}
}

func (e ex) index(args ...jen.Code) ex { return prim(e.in(precPrimary).Types(args...)) }

// withEffect is a known value after the evaluation of e.
func (w *fn) withEffect(e ir.Expr, value ex) ex {
	if w.pure(e) {
		return value
	}
	if w.canHoist {
		w.effect(e)
		value.placed = true
		return value
	}
	return value
}

// boxed is a value as `any`.
func (w *fn) boxed(e ir.Expr) ex {
	if c, ok := e.(*ir.Convert); ok && types.IsAny(c.Type()) {
		return w.boxed(c.V)
	}
	if f, ok := e.(*ir.FuncVal); ok && f.Func == nil {
		fail("a function whose parameters have no types is used as a value")
	}
	switch n := typeName(e.Type()); n {
	case "Any":
		return w.expr(e)
	case "bigint":
		return w.boxedBig(e)
	case "Optional":
		return w.g.py("Box").call(w.expr(e))
	case "Iterable":
		return w.g.py("NewIter").call(w.expr(e))
	}
	out := w.typed(e)
	out.wrap = "any"
	return out
}

// asNames are the runtime functions that take a boxed value as one of the basic types.
var asNames = map[string]string{"int": "AsInt", "float": "AsFloat", "str": "AsStr", "bool": "AsBool", "bytes": "AsBytes", "bigint": "AsBig"}

// unbox is a boxed value as type t; it raises TypeError if it is not one.
func (g *generator) unbox(v ex, t types.Type) ex {
	n := typeName(t)
	if n == "Any" || n == "None" || n == "Never" || n == "object" {
		return v
	}
	if name, ok := asNames[n]; ok {
		return g.py(name).call(v)
	}
	return g.py("As").index(g.goType(t)).call(v)
}

// neverAs is an expression that does not return, in the place of a value.
func (w *fn) neverAs(e ir.Expr, t types.Type) ex {
	var v ex
	if call, ok := e.(*ir.CallFunc); ok {
		v = w.callFunc(call)
	} else {
		v = w.expr(e)
	}
	body := []jen.Code{jen.Panic(jen.Lit("unreachable"))}
	switch {
	case v.isCall:
		body = append([]jen.Code{v.Statement}, body...)
	case !w.pure(e): // as a value that Go has no statement for
		body = append([]jen.Code{jen.Id("_").Op("=").Add(v.Statement)}, body...)
	}
	return prim(jen.Func().Params().Add(w.g.goType(t)).Block(body...).Call())
}

// unwrap is the value of an optional.
func (w *fn) unwrap(e *ir.Convert) ex {
	inner := types.Unwrap(e.V.Type())
	v := w.expr(e.V)
	switch {
	case e.Checked && e.Attr != "":
		v = w.g.py("OptAttr").call(v, prim(quoted(e.Attr)))
	case e.Checked && e.None != "":
		v = w.g.py("NotNone").call(v, prim(quoted(e.None)))
	case e.Checked:
		v = w.g.py("OptGet").call(v)
	default:
		v = v.dot("V")
	}
	if types.Equal(inner, e.Type()) {
		return v
	}
	return w.expr(w.converted(&written{ir.X{T: inner, At: e.At}, func() ex { return v }}, e.Type()))
}

func (w *fn) toFloat(e ir.Expr, from string) ex {
	if from == "bool" {
		return prim(jen.Id("float64").Call(w.g.py("IntOfBool").call(w.expr(e)).Statement))
	}
	if c, ok := intConst(e); ok && abs(c) < 1<<53 {
		return w.g.floatLit(float64(c))
	}
	return prim(jen.Id("float64").Call(w.expr(e).Statement))
}

// convertTuple converts a tuple element by element.
func (w *fn) convertTuple(e ir.Expr, from, to types.Type) ex {
	f, t := from.(*types.Named), types.Resolve(to).(*types.Named)
	var elts []ex
	if d, ok := e.(*ir.Tuple); ok {
		for i, elt := range d.Elts {
			elts = append(elts, w.typed(w.converted(elt, t.Args[i])))
		}
		return w.makeTuple(elts)
	}
	v := w.stable(e, "t")
	for i := range f.Args {
		elt := &written{ir.X{T: f.Args[i], At: e.Pos()}, func() ex { return w.elementOf(v(), len(f.Args), i, f.Args[i]) }}
		elts = append(elts, w.typed(w.converted(elt, t.Args[i])))
	}
	return w.makeTuple(elts)
}

func (w *fn) tupleToSequence(e ir.Expr, elem types.Type) ex {
	args := w.tupleElements(e, elem)
	return prim(jen.Qual(w.g.im.py, "NewTupleOf").Index(w.g.goType(elem)).Call(codes(args)...))
}

// tupleElements writes the elements of a tuple of known length as values of one type.
func (w *fn) tupleElements(e ir.Expr, elem types.Type) []ex {
	n := types.Resolve(e.Type()).(*types.Named)
	if t, ok := e.(*ir.Tuple); ok {
		var out []ex
		for _, x := range t.Elts {
			out = append(out, w.typed(w.converted(x, elem)))
		}
		return out
	}
	v := w.stable(e, "t")
	var out []ex
	for i := range n.Args {
		elt := &written{ir.X{T: n.Args[i], At: e.Pos()}, func() ex { return w.elementOf(v(), len(n.Args), i, n.Args[i]) }}
		out = append(out, w.typed(w.converted(elt, elem)))
	}
	return out
}

// elementOf reads element i of a tuple of n.
func (w *fn) elementOf(tuple ex, n, i int, t types.Type) ex {
	if n > maxTuple {
		return w.g.unbox(tuple.method("At", prim(jen.Lit(i))), t)
	}
	return tuple.dot("V" + strconv.Itoa(i))
}

// signature is the function type behind a type.
func signature(t types.Type) (*types.Callable, bool) {
	switch t := types.Resolve(t).(type) {
	case *types.Callable:
		return t, true
	case *types.Func:
		return t.Sig, t.Sig != nil
	}
	return nil, false
}

// withNone makes a function that returns None of one without a Go result.
func (w *fn) withNone(e ir.Expr, sig *types.Callable) ex {
	if len(sig.Params) > 2 {
		fail("a callback of %d parameters that returns None", len(sig.Params))
	}
	return w.g.py("ReturnNone" + strconv.Itoa(len(sig.Params))).call(w.expr(e))
}

// adaptFunc makes a function with another result of a function: None where it had none, or a
// converted result.
func (w *fn) adaptFunc(e ir.Expr, want *types.Callable) ex {
	have, ok := signature(e.Type())
	if !ok || want.Dots || len(have.Params) != len(want.Params) || want.Result == nil {
		return w.expr(e)
	}
	sameParams := true
	for i := range want.Params {
		sameParams = sameParams && !differInInts(have.Params[i], want.Params[i])
	}
	if sameParams && (types.Equal(have.Result, want.Result) || isTruth(want.Result) && types.IsBool(have.Result)) {
		return w.expr(e)
	}
	f := w.stable(e, "f")
	names := newScope(w.names)
	var params []jen.Code
	var args []ex
	for i, p := range want.Params {
		n := names.take("a")
		params = append(params, jen.Id(n).Add(w.g.goType(p)))
		arg := prim(jen.Id(n))
		if differInInts(have.Params[i], p) {
			arg = w.expr(w.converted(&written{ir.X{T: p}, func() ex { return prim(jen.Id(n)) }}, have.Params[i]))
		}
		args = append(args, arg)
	}
	call := f().call(args...)
	lit := jen.Func().Params(params...)
	switch {
	case types.IsNone(want.Result):
		return prim(lit.Block(call.Statement))
	case types.IsNone(have.Result):
		none := &written{ir.X{T: types.None}, w.g.none}
		value := w.expr(w.converted(none, want.Result))
		return prim(lit.Add(w.g.goType(want.Result)).Block(call.Statement, jen.Return(value.Statement)))
	}
	res := &written{ir.X{T: have.Result}, func() ex { return call }}
	var value ex
	if isTruth(want.Result) {
		value = w.truth(res)
	} else {
		value = w.expr(w.converted(res, want.Result))
	}
	return prim(lit.Add(w.g.goType(want.Result)).Block(jen.Return(value.Statement)))
}

// retype is an RDD or stream with its records as another type.
func (w *fn) retype(e ir.Expr, from, to types.Type) ex {
	pkg := w.g.im.core
	if typeName(e.Type()) == "DStream" {
		pkg = w.g.im.ds
	}
	x := newScope(w.names).take("x")
	record := &written{ir.X{T: from}, func() ex { return prim(jen.Id(x)) }}
	convert := jen.Func().Params(jen.Id(x).Add(w.g.goType(from))).Add(w.g.goType(to)).Block(jen.Return(w.expr(w.converted(record, to)).Statement))
	return prim(jen.Qual(pkg, "Retyped").Call(w.expr(e).Statement, convert))
}

// iterArg is the type of the records of an RDD or stream.
func iterArg(t types.Type) types.Type { return types.Resolve(t).(*types.Named).Args[0] }

// seqOf is an iterable as iter.Seq of elem.
func (w *fn) seqOf(e ir.Expr, elem types.Type) ex {
	if c, ok := e.(*ir.Convert); ok && types.Equal(iterElem(c.V.Type()), elem) && !isObject(c.V.Type()) {
		e = c.V
	}
	if l, ok := e.(*ir.List); ok && len(l.Elts) == 0 {
		return w.display("NewList", "ListOf", elem, nil).method("All")
	}
	have := iterElem(e.Type())
	s := w.seq(e)
	if (types.IsAny(elem) || types.IsNever(elem)) && !types.IsAny(have) && !types.IsNever(have) { // Never is any in Go
		return w.g.py("BoxSeq").call(s)
	}
	switch {
	case typeName(elem) == "Iterable" && typeName(have) != "Iterable":
		return w.g.py("MapSeq").call(w.iterated(have, elem), s)
	case types.IsBigInt(elem) && types.IsInt(have):
		return w.g.py("BigSeq").call(s)
	case types.IsBigInt(elem) && types.IsBool(have):
		return w.g.py("MapSeq").call(w.g.py("BigOfBool"), s)
	case types.IsFloat(elem) && types.IsBigInt(have), differInInts(have, elem):
		return w.g.py("MapSeq").call(w.converter(have, elem), s)
	case types.IsFloat(elem) && types.IsInt(have):
		return w.g.py("FloatSeq").call(s)
	case (types.IsAny(have) || types.IsNever(have)) && !types.IsAny(elem) && !hasParam(elem) && !types.IsNever(elem):
		return w.g.py("AsSeq").index(w.g.goType(elem)).call(s)
	case types.IsInt(elem) && types.IsBool(have):
		return w.g.py("MapSeq").call(w.g.py("IntOfBool"), s)
	case types.IsOptional(have) && !types.IsOptional(elem) && !types.IsAny(elem) && !hasParam(elem) && !types.IsNever(elem):
		return w.g.py("MapSeq").call(w.converter(have, elem), s)
	case typeName(elem) == "Optional" && !types.IsOptional(have) && !types.HasVar(have) && !types.HasVar(elem):
		return w.g.py("MapSeq").call(w.converter(have, elem), s)
	case typeName(elem) == "tuple" && typeName(have) == "tuple" && differs(have, elem) && !hasParam(elem):
		return w.g.py("MapSeq").call(w.converter(have, elem), s)
	}
	return s
}

// isObject reports the type of objects of a class of the script.
func isObject(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && n.Class != nil
}

// converter is a function that converts a value.
func (w *fn) converter(from, to types.Type) ex {
	defer func(saved bool) { w.canHoist = saved }(w.canHoist)
	w.canHoist = false
	name := w.names.take("item")
	item := &written{ir.X{T: from}, func() ex { return prim(jen.Id(name)) }}
	conv := &ir.Convert{X: ir.X{T: to}, V: item, Checked: true}
	return prim(jen.Func().Params(jen.Id(name).Add(w.g.goType(from))).Add(w.g.goType(to)).Block(jen.Return(w.expr(conv).Statement)))
}

// iterated is a function from an iterable element to the sequence of what is in it.
func (w *fn) iterated(from, to types.Type) ex {
	defer func(saved bool) { w.canHoist = saved }(w.canHoist)
	w.canHoist = false
	name := w.names.take("part")
	part := &written{ir.X{T: from}, func() ex { return prim(jen.Id(name)) }}
	body := jen.Return(w.seqOf(part, iterElem(to)).Statement)
	return prim(jen.Func().Params(jen.Id(name).Add(w.g.goType(from))).Add(w.g.goType(to)).Block(body))
}

// seq is an iterable as iter.Seq of its own element type.
func (w *fn) seq(e ir.Expr) ex {
	switch x := e.(type) {
	case *ir.Convert:
		if n := typeName(x.Type()); (n == "Iterable" || n == "Iterator") && !types.IsOptional(x.V.Type()) {
			return w.seqOf(x.V, elemType(x.Type()))
		}
	case *ir.Comp:
		if x.Kind == syntax.GenExp {
			return w.generator(x)
		}
	case *ir.Call:
		if s, ok := w.lazySeq(x); ok {
			return s
		}
	case *ir.CallFunc:
		if x.Func.Yields != nil {
			if pushes(x.Func) {
				return prim(jen.Id(w.g.seqName(x.Func))).call(w.exprs(x.Args)...)
			}
			return w.expr(e).method("Once")
		}
	}
	if in, ok := e.(*ir.StageInput); ok {
		return w.records(in)
	}
	switch n := typeName(e.Type()); n {
	case "Iterable":
		return w.expr(e)
	case "str":
		return w.g.py("Chars").call(w.expr(e))
	case "Any", "Never", "None": // what never comes to be, or raises
		return w.g.py("Elems").call(w.expr(e))
	case "tuple":
		return w.tupleSeq(e)
	}
	return w.expr(e).method("All")
}

// tupleSeq iterates over a tuple of known length: with elements of one type as such, else boxed.
func (w *fn) tupleSeq(e ir.Expr) ex {
	elem := iterElem(e.Type())
	// Behind range, Go takes the braces of py.Tuple0{} for those of the loop.
	if types.IsAny(elem) && w.pure(e) && len(types.Resolve(e.Type()).(*types.Named).Args) == 0 {
		return prim(jen.Qual(w.g.im.py, "NewTupleOf").Index(jen.Id("any")).Call()).method("All")
	}
	if types.IsAny(elem) {
		return w.expr(e).method("All")
	}
	if _, display := e.(*ir.Tuple); !display {
		if v, ok := w.asStatements(&ir.Convert{X: ir.X{T: types.Iterable(elem), At: e.Pos()}, V: e}, e); ok {
			return v
		}
	}
	return prim(jen.Qual(w.g.im.py, "NewTupleOf").Index(w.g.goType(elem)).Call(codes(w.tupleElements(e, elem))...)).method("All")
}

// iterElem is the type of what iterating over a type gives.
func iterElem(t types.Type) types.Type {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return types.Any
	}
	switch n.Name {
	case "str":
		return types.Str
	case "bytes", "range":
		return types.Int
	case "DictItems":
		return types.Tuple(n.Args...)
	case "tuple":
		if len(n.Args) == 0 {
			return types.Any
		}
		for _, a := range n.Args[1:] {
			if !types.Equal(a, n.Args[0]) {
				return types.Any
			}
		}
		if len(n.Args) > maxTuple {
			return types.Any
		}
	}
	if out, ok := declaredElem(n); ok {
		return out
	}
	if len(n.Args) == 0 {
		return types.Any
	}
	return types.Resolve(n.Args[0])
}

// declaredElem is what a declared class without type parameters says that its elements are.
func declaredElem(n *types.Named) (types.Type, bool) {
	cls := api.Load().Classes[n.Name]
	if cls == nil || len(cls.Params) > 0 {
		return nil, false
	}
	if o, _ := api.Load().Lookup(cls, "__iter__"); o != nil {
		return iterElem(o.Funcs[0].Result), true
	}
	return nil, false
}

// isTruth reports a declared callback result that is only tested.
func isTruth(t types.Type) bool {
	_, ok := types.Is(t, "truth")
	return ok
}
