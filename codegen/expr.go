package codegen

import (
	"math"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Precedences of Go's expressions.
const (
	precOr = iota + 1
	precAnd
	precCompare
	precAdd
	precMul
	precUnary
	precPrimary
)

// ex is a Go expression that knows how tightly it binds, so that parentheses come where they are
// needed and nowhere else. An ex is used once: jennifer's statements change when added to.
type ex struct {
	*jen.Statement
	prec     int
	wrap     string // the type to convert to where the context does not give it: "int64" for an int constant, "any" for a boxed value
	constant bool
	isCall   bool
	placed   bool // stands for statements put in front: evaluating it again costs nothing
	product  bool // a float product, not yet rounded
}

func prim(s *jen.Statement) ex { return ex{Statement: s, prec: precPrimary} }

// in wraps the expression in parentheses if it binds less tightly than the place wants.
func (e ex) in(prec int) *jen.Statement {
	if e.prec < prec {
		return jen.Parens(e.Statement)
	}
	return e.Statement
}

func binary(op string, prec int, l, r ex) ex {
	return ex{Statement: l.in(prec).Op(op).Add(r.in(prec + 1)), prec: prec}
}

func unary(op string, v ex) ex {
	return ex{Statement: jen.Op(op).Add(v.in(precUnary)), prec: precUnary}
}

func (e ex) dot(name string) ex { return prim(e.in(precPrimary).Dot(name)) }

func (e ex) call(args ...ex) ex { return called(e.in(precPrimary).Call(codes(args)...)) }

// called is a call, which Go takes as a statement.
func called(s *jen.Statement) ex { return ex{Statement: s, prec: precPrimary, isCall: true} }

func (e ex) method(name string, args ...ex) ex { return e.dot(name).call(args...) }

func codes(args []ex) []jen.Code {
	out := make([]jen.Code, len(args))
	for i, a := range args {
		out[i] = a.Statement
	}
	return out
}

// py is a function or variable of runtime/py.
func (g *generator) py(name string) ex { return prim(jen.Qual(g.im.py, name)) }

func (g *generator) none() ex { return g.py("None") }

// expr writes an expression. An int constant may come out without a type.
func (w *fn) expr(e ir.Expr) ex {
	out := w.expr1(e)
	if !out.placed && !w.pure(e) {
		w.canHoist = false
	}
	return out
}

// typed writes an expression that has its type also where Go would infer another from a constant.
func (w *fn) typed(e ir.Expr) ex {
	out := w.expr(e)
	if out.wrap != "" {
		return prim(jen.Id(out.wrap).Call(out.Statement))
	}
	return out
}

func (w *fn) exprs(list []ir.Expr) []ex {
	out := make([]ex, len(list))
	for i, e := range list {
		out[i] = w.expr(e)
	}
	return out
}

func (w *fn) typedAll(list []ir.Expr) []ex {
	out := make([]ex, len(list))
	for i, e := range list {
		out[i] = w.typed(e)
	}
	return out
}

func (w *fn) expr1(e ir.Expr) ex {
	switch e := e.(type) {
	case *ir.Const:
		return w.g.literal(e.Value, e.Type())
	case *ir.Local:
		return w.local(e.Var)
	case *ir.FuncVal:
		return w.funcValue(e.Func)
	case *ir.ModAttr:
		return prim(jen.Qual(w.g.im.path(modulePackage(e.Module)), moduleName(e.Module, e.Name)))
	case *ir.Binary:
		return w.binary(e)
	case *ir.Unary:
		return w.unaryOp(e)
	case *ir.Not:
		return w.not(e.V)
	case *ir.Truth:
		return w.truth(e.V)
	case *ir.Logic:
		return w.logic(e)
	case *ir.Compare:
		return w.compare(e)
	case *ir.Chain:
		return w.chain(e)
	case *ir.Cond:
		return w.choose(e)
	case *ir.Convert:
		return w.convert(e)
	case *ir.Tuple:
		return w.tuple(e.Elts)
	case *ir.List:
		if typeName(e.Type()) == "tuple..." {
			return w.display("NewTupleOf", "TupleOfSeq", elemType(e.Type()), e.Elts)
		}
		return w.display("NewList", "ListOf", elemType(e.Type()), e.Elts)
	case *ir.Set:
		if len(e.Elts) > 2 && allFolded(e.Elts) {
			return w.display("NewConstSet", "SetOf", elemType(e.Type()), e.Elts)
		}
		return w.display("NewSet", "SetOf", elemType(e.Type()), e.Elts)
	case *ir.Dict:
		return w.dict(e)
	case *ir.TupleGet:
		return w.tupleGet(e)
	case *ir.GetItem:
		return w.getItem(e)
	case *ir.GetSlice:
		return w.getSlice(e.V, e.Lo, e.Hi, e.Step)
	case *ir.Field:
		return w.field(e)
	case *ir.Call:
		return w.call(e)
	case *ir.CallFunc:
		return w.noneValue(e.Func.Result, w.callFunc(e))
	case *ir.CallValue:
		return w.callValue(e)
	case *ir.CallMethod:
		first := []ex{w.typed(e.Recv), prim(quoted(e.Name))}
		if !slices.ContainsFunc(e.Args, isSpread) {
			return w.g.py("DynCallMethod").call(append(first, w.typedAll(e.Args)...)...)
		}
		return w.variadic(w.g.py("DynCallMethod"), first, e.Args, func() ex { return prim(quoted(e.Name)) })
	case *ir.CallDyn:
		return w.callDyn(e)
	case *ir.FuncBox:
		return w.funcBox(e)
	case *ir.Let:
		return w.let(e)
	case *ir.BoundCheck:
		return w.boundCheck(e)
	case *ir.Comp:
		return w.comprehension(e)
	case *ir.FString:
		return w.fstring(e)
	case *ir.Assigned:
		return w.assigned(e)
	case *ir.IsInstance:
		return w.isInstance(e)
	case *ir.TypeName:
		return w.g.py("TypeName").call(w.typed(e.V))
	case *written:
		return e.make()
	case *ir.ExcNew:
		class := func() ex { return w.excClass(e.Class) }
		return w.variadic(w.g.py("NewException"), []ex{class()}, e.Args, class)
	case *ir.New:
		return w.newObject(e)
	case *ir.ClassIs:
		return w.classIs(e)
	case *ir.Inherited:
		return w.inherited(e)
	case *ir.NextIter:
		return w.nextIter(e)
	case *ir.Kept:
		return w.g.py("Kept").call(w.typed(e.V))
	case *ir.YieldValue:
		return prim(jen.Id(w.gen)).method("Yield", w.expr(e.V))
	case *ir.YieldAll:
		return w.yieldAll(e.V)
	case *ir.MakeClass:
		return w.makeClass(e)
	case *ir.StageCall:
		return w.stageCall(e)
	case *ir.StageInput:
		return prim(jen.Id(w.sink.input))
	case *ir.Current:
		return w.current()
	}
	fail("no Go form for %T", e)
	return ex{}
}

func quoted(s string) *jen.Statement { return jen.Op(strconv.Quote(s)) }

// literal writes a constant of a type.
func (g *generator) literal(v any, t types.Type) ex {
	out := g.literal1(v, t)
	out.constant = true
	return out
}

func (g *generator) literal1(v any, t types.Type) ex {
	if t != nil && types.IsBigInt(t) {
		return g.bigLit(v)
	}
	switch v := v.(type) {
	case nil:
		return g.none()
	case bool:
		return prim(jen.Lit(v))
	case string:
		if t != nil && !types.IsStr(t) {
			if n, ok := types.Is(t, "bytes"); ok && n != nil {
				return g.py("Bytes").call(prim(quoted(v)))
			}
		}
		return prim(quoted(v))
	case int64:
		out := prim(jen.Op(strconv.FormatInt(v, 10)))
		if v < 0 {
			out.prec = precUnary
		}
		out.wrap = "int64"
		return out
	case float64:
		return g.floatLit(v)
	case complex128:
		return g.py("MakeComplex").call(g.floatLit(real(v)), g.floatLit(imag(v)))
	}
	fail("no literal for %T", v)
	return ex{}
}

// floatLit writes a float constant, which must look like one in Go too, and keeps the sign of zero.
func (g *generator) floatLit(v float64) ex {
	switch {
	case math.IsNaN(v):
		return prim(jen.Qual("math", "NaN").Call())
	case math.IsInf(v, 0):
		sign := 1
		if v < 0 {
			sign = -1
		}
		return prim(jen.Qual("math", "Inf").Call(jen.Lit(sign)))
	case v == 0 && math.Signbit(v):
		return prim(jen.Qual("math", "Copysign").Call(jen.Lit(0), jen.Lit(-1)))
	}
	s := strconv.FormatFloat(v, 'g', -1, 64)
	if v == math.Trunc(v) && math.Abs(v) < 1e16 {
		s = strconv.FormatFloat(v, 'f', 1, 64)
	}
	out := prim(jen.Op(s))
	if v < 0 {
		out.prec = precUnary
	}
	return out
}

// local reads a variable.
func (w *fn) local(v *ir.Var) ex {
	if exc, ok := w.caught[v]; ok {
		return prim(w.use(exc))
	}
	if name, ok := w.g.globals[v]; ok {
		w.usesTop[name] = true
		return prim(jen.Id(name))
	}
	gv := w.variable(v)
	gv.reads++
	gv.record(w.blk, nil)
	return prim(gv.id())
}

// tuple writes a tuple display.
func (w *fn) tuple(elts []ir.Expr) ex {
	return w.makeTuple(w.typedAll(elts))
}

func (g *generator) makeTuple(elts []ex) ex {
	switch n := len(elts); {
	case n == 0:
		return prim(jen.Qual(g.im.py, "Tuple0").Values())
	case n > maxTuple:
		boxed := make([]ex, n)
		for i, e := range elts {
			boxed[i] = e
		}
		return prim(jen.Qual(g.im.py, "NewTupleOf").Index(jen.Any()).Call(codes(boxed)...))
	default:
		return g.py("T" + strconv.Itoa(n)).call(elts...)
	}
}

func (w *fn) makeTuple(elts []ex) ex { return w.g.makeTuple(elts) }

// tupleGet reads an element of a tuple.
func (w *fn) tupleGet(e *ir.TupleGet) ex {
	if t, ok := e.V.(*ir.Tuple); ok && w.allPure(t.Elts) {
		return w.expr(t.Elts[e.N])
	}
	v := w.expr(e.V)
	if n, ok := types.Is(e.V.Type(), "tuple"); ok && len(n.Args) > maxTuple {
		at := v.method("At", prim(jen.Lit(e.N)))
		return w.g.unbox(at, e.Type())
	}
	return v.dot("V" + strconv.Itoa(e.N))
}

// display writes a list or set display; elements may be spread.
func (w *fn) display(fresh, from string, elem types.Type, elts []ir.Expr) ex {
	make := jen.Qual(w.g.im.py, fresh)
	spread := false
	for _, e := range elts {
		if _, ok := e.(*ir.Spread); ok {
			spread = true
		}
	}
	if !spread {
		if len(elts) == 0 || w.needsTypeArg(elts, elem) {
			make = make.Index(w.g.goType(elem))
		}
		return prim(make.Call(codes(w.exprs(elts))...))
	}
	list := w.spreadList(elem, elts, from != "SetOf")
	if from == "ListOf" {
		return list
	}
	return prim(jen.Qual(w.g.im.py, from).Call(list.method("All").Statement))
}

// allFolded reports whether CPython's compiler knows the values of all expressions: constants,
// arithmetic of them, and tuples of them.
func allFolded(list []ir.Expr) bool {
	for _, e := range list {
		switch e := e.(type) {
		case *ir.Const:
		case *ir.Convert:
			if !allFolded([]ir.Expr{e.V}) {
				return false
			}
		case *ir.Unary:
			if !allFolded([]ir.Expr{e.V}) {
				return false
			}
		case *ir.Binary:
			if !allFolded([]ir.Expr{e.L, e.R}) {
				return false
			}
		case *ir.Tuple:
			if !allFolded(e.Elts) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// spreadList is a list of elements some of which are spread; sequence tells a list or tuple from a set.
func (w *fn) spreadList(elem types.Type, elts []ir.Expr, sequence bool) ex {
	saved := w.canHoist
	w.canHoist = false
	defer func() { w.canHoist = saved }()
	name := w.names.take("list")
	body := []jen.Code{jen.Id(name).Op(":=").Qual(w.g.im.py, "NewList").Index(w.g.goType(elem)).Call()}
	for _, e := range elts {
		if s, ok := e.(*ir.Spread); ok {
			body = append(body, w.goMethodOf("List", name, "Extend", w.spreadSeq(s.V, elem, sequence).Statement))
			continue
		}
		body = append(body, jen.Id(name).Dot("Append").Call(w.expr(e).Statement))
	}
	body = append(body, jen.Return(jen.Id(name)))
	return prim(jen.Func().Params().Add(w.g.goType(types.List(elem))).Block(body...).Call())
}

// spreadSeq is what stands behind a * in a display. Those of lists and tuples have their own words for what is not iterable.
func (w *fn) spreadSeq(e ir.Expr, elem types.Type, sequence bool) ex {
	if c, ok := e.(*ir.Convert); ok && sequence && types.IsAny(c.V.Type()) && types.IsAny(elem) {
		return w.g.py("SpreadElems").call(w.expr(c.V))
	}
	return w.seqOf(e, elem)
}

// needsTypeArg reports whether Go would infer another element type from the elements.
func (w *fn) needsTypeArg(elts []ir.Expr, elem types.Type) bool {
	if types.IsAny(elem) {
		return true
	}
	for _, e := range elts {
		if c, ok := e.(*ir.Const); ok && types.IsInt(c.Type()) {
			return true
		}
		if u, ok := e.(*ir.Unary); ok && types.IsInt(u.Type()) {
			return true
		}
	}
	return false
}

func (w *fn) dict(e *ir.Dict) ex {
	n, _ := types.Is(e.Type(), "dict")
	index := w.g.generic(jen.Null(), n.Args)
	if len(e.Keys) == 0 {
		return prim(jen.Qual(w.g.im.py, "NewDict").Add(index).Call())
	}
	merged := false
	for _, k := range e.Keys {
		merged = merged || k == nil
	}
	if !merged {
		var items []jen.Code
		for i := range e.Keys {
			items = append(items, jen.Line().Add(w.makeTuple([]ex{w.typed(e.Keys[i]), w.typed(e.Values[i])}).Statement))
		}
		if len(items) == 1 {
			items[0] = jen.Add((*items[0].(*jen.Statement))[1:]...)
		} else {
			items = append(items, jen.Line())
		}
		return prim(jen.Qual(w.g.im.py, "NewDict").Call(items...))
	}
	return w.dictMerged(e, index)
}

// mergeInto puts the items of a dict into the one of a name, converted to its types.
func (w *fn) mergeInto(name string, d ir.Expr) jen.Code {
	if types.IsAny(d.Type()) {
		return jen.Qual(w.g.im.py, "MergeMapping").Call(jen.Id(name), w.boxed(d).Statement)
	}
	c, ok := d.(*ir.Convert)
	if !ok || typeName(c.V.Type()) != "dict" || types.Equal(c.V.Type(), c.Type()) || types.HasVar(c.V.Type()) {
		return w.goMethodOf("Dict", name, "UpdateDict", w.expr(d).Statement)
	}
	from, to := types.Resolve(c.V.Type()).(*types.Named), types.Resolve(c.Type()).(*types.Named)
	items := w.expr(c.V).method("Pairs")
	names := newScope(w.names)
	var item [2]string
	var parts [2]jen.Code
	for i, want := range []string{"k", "v"} {
		item[i] = names.take(want)
		part := &written{ir.X{T: from.Args[i], At: d.Pos()}, func() ex { return prim(jen.Id(item[i])) }}
		parts[i] = w.expr(w.converted(part, to.Args[i])).Statement
	}
	return jen.For(jen.List(jen.Id(item[0]), jen.Id(item[1])).Op(":=").Range().Add(items.Statement)).
		Block(jen.Id(name).Dot("Set").Call(parts[0], parts[1]))
}

// dictMerged writes {**a, k: v}.
func (w *fn) dictMerged(e *ir.Dict, index *jen.Statement) ex {
	name := w.names.take("d")
	body := []jen.Code{jen.Id(name).Op(":=").Qual(w.g.im.py, "NewDict").Add(index).Call()}
	saved := w.canHoist
	w.canHoist = false
	for i, k := range e.Keys {
		if k == nil {
			body = append(body, w.mergeInto(name, e.Values[i]))
			continue
		}
		body = append(body, jen.Id(name).Dot("Set").Call(w.expr(k).Statement, w.expr(e.Values[i]).Statement))
	}
	w.canHoist = saved
	body = append(body, jen.Return(jen.Id(name)))
	return prim(jen.Func().Params().Add(w.g.goType(e.Type())).Block(body...).Call())
}

func elemType(t types.Type) types.Type {
	if n, ok := types.Resolve(t).(*types.Named); ok && len(n.Args) > 0 {
		return types.Resolve(n.Args[0])
	}
	return types.Any
}
