package codegen

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// negated is the Go comparison that is true where op is not. Orders have none: NaN.
var negated = map[string]string{"==": "!=", "!=": "=="}

// compare writes one comparison.
func (w *fn) compare(e *ir.Compare) ex {
	if w.isLate(e.L, e.R) {
		if v, ok := w.asStatements(e, e.L.(*ir.Convert).V, e.R); ok {
			return v
		}
		late := *e
		late.L, late.R = w.late(e.L.(*ir.Convert), e.R)
		e = &late
	}
	l, r := typeName(e.L.Type()), typeName(e.R.Type())
	switch e.Op {
	case "in":
		return w.contains(e.R, e.L)
	case "not in":
		return negate(w.contains(e.R, e.L))
	case "is", "is not":
		return w.identity(e)
	case "==", "!=":
		return w.equality(e, l, r)
	}
	switch {
	case l == "bigint" && r == "bigint":
		return w.bigCompare(e)
	case l == r && (l == "int" || l == "float" || l == "str" || l == "bytes"):
		return binary(e.Op, precCompare, w.expr(e.L), w.expr(e.R))
	case l == "float" && r == "int" || l == "int" && r == "float":
		if a, b, ok := w.mixedConst(e); ok {
			return binary(e.Op, precCompare, a, b)
		}
	case (e.Op == "<=" || e.Op == ">=") && mayBeUnordered(e.L.Type()): // where a NaN is, neither holds
	case types.Equal(e.L.Type(), e.R.Type()) && l != "Any" && l != "Optional" && l != "set" && l != "frozenset" && l != "bool" && l != "Counter":
		return binary(e.Op, precCompare, w.g.py("Compare").call(w.expr(e.L), w.expr(e.R)), prim(jen.Lit(0)))
	case l == "set" || l == "frozenset":
		return w.setOrder(e)
	}
	name := map[string]string{"<": "DynLt", "<=": "DynLe", ">": "DynGt", ">=": "DynGe"}[e.Op]
	return w.g.py(name).call(w.dynArgs(e.L, e.R)...)
}

// mayBeUnordered reports containers of floats, or of what may be one.
func mayBeUnordered(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return false
	}
	return slices.ContainsFunc(n.Args, func(a types.Type) bool { return types.IsFloat(a) || types.IsAny(a) || mayBeUnordered(a) })
}

// setOrder is the subset tests.
func (w *fn) setOrder(e *ir.Compare) ex {
	if e.Op == ">" {
		return w.evaluatedFirst(e.L, e.R, func(w *fn, l ir.Expr) ex {
			v := w.expr(l)
			return w.g.py("SetIsProperSubset").call(w.expr(e.R), v)
		})
	}
	l, r := w.expr(e.L), w.expr(e.R)
	switch e.Op {
	case "<":
		return w.g.py("SetIsProperSubset").call(l, r)
	case "<=":
		return w.g.py("SetIsSubset").call(l, r)
	}
	return w.g.py("SetIsSuperset").call(l, r)
}

// mixedConst writes an int and a float for Go's comparison if the int is a constant that a float
// holds exactly; in general only the runtime compares them exactly.
func (w *fn) mixedConst(e *ir.Compare) (l, r ex, ok bool) {
	if _, ok := intConst(e.L); ok {
		return w.asFloat(e.L), w.expr(e.R), true
	}
	if _, ok := intConst(e.R); ok {
		return w.expr(e.L), w.asFloat(e.R), true
	}
	return l, r, false
}

// goComparable are the types whose Go == is Python's.
var goComparable = map[string]bool{"int": true, "float": true, "str": true, "bool": true, "bytes": true}

func (w *fn) equality(e *ir.Compare, l, r string) ex {
	switch {
	case l == "bigint" && r == "bigint":
		return w.bigCompare(e)
	case l == r && goComparable[l]:
		if a, ok := w.remainder(e); ok {
			return binary(e.Op, precCompare, a, w.expr(e.R))
		}
		a := w.expr(e.L)
		return binary(e.Op, precCompare, a, w.expr(e.R))
	case r == "None" && l == "Optional", l == "None" && r == "Optional":
		return w.identity(&ir.Compare{X: e.X, Op: map[string]string{"==": "is", "!=": "is not"}[e.Op], L: e.L, R: e.R})
	case l == "float" && r == "int" || l == "int" && r == "float":
		if a, b, ok := w.mixedConst(e); ok {
			return binary(e.Op, precCompare, a, b)
		}
	}
	name := "EqualAny"
	if types.Equal(e.L.Type(), e.R.Type()) {
		name = "Equal"
	}
	out := w.g.py(name).call(w.typed(e.L), w.typed(e.R))
	if e.Op == "!=" {
		return unary("!", out)
	}
	return out
}

// remainder is the left side of `x % c == 0` for a literal c: whether a remainder is zero does not depend on its sign.
func (w *fn) remainder(e *ir.Compare) (ex, bool) {
	b, ok := e.L.(*ir.Binary)
	if !ok || b.Op != "%" || !types.IsInt(b.L.Type()) || !types.IsInt(b.R.Type()) {
		return ex{}, false
	}
	zero, ok1 := intConst(e.R)
	c, ok2 := intConst(b.R)
	if !ok1 || !ok2 || zero != 0 || c <= 0 {
		return ex{}, false
	}
	return binary("%", precMul, w.typed(b.L), w.expr(b.R)), true
}

// identity is `is`: against None it asks the Opt; values of one type that Python shares compare by
// value where that is the same.
func (w *fn) identity(e *ir.Compare) ex {
	l, r := e.L, e.R
	if types.IsNone(l.Type()) {
		l, r = r, l
	}
	not := e.Op == "is not"
	if types.IsNone(r.Type()) && isConst(r) {
		switch n := typeName(l.Type()); {
		case n == "Optional":
			ok := w.expr(l).dot("Ok")
			if not {
				return ok
			}
			return unary("!", ok)
		case n == "None":
			return w.discardFor(l, prim(jen.Lit(!not)))
		case n == "Any":
			op := "=="
			if not {
				op = "!="
			}
			return binary(op, precCompare, w.expr(l), w.g.none())
		default:
			return w.discardFor(l, prim(jen.Lit(not)))
		}
	}
	if types.IsBool(l.Type()) && types.IsBool(r.Type()) {
		op := "=="
		if not {
			op = "!="
		}
		return binary(op, precCompare, w.expr(l), w.expr(r))
	}
	return w.maybeNot(w.g.py("Is").call(w.typed(e.L), w.typed(e.R)), not)
}

func (w *fn) maybeNot(v ex, not bool) ex {
	if not {
		return unary("!", v)
	}
	return v
}

// discardFor evaluates e, whose value does not matter, before a known result.
func (w *fn) discardFor(e ir.Expr, result ex) ex {
	if w.pure(e) {
		return result
	}
	v := w.expr(e)
	return prim(jen.Func().Params().Bool().Block(jen.Id("_").Op("=").Add(v.Statement), jen.Return(result.Statement)).Call())
}

func isConst(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const:
		return true
	case *ir.Convert:
		return isConst(e.V)
	}
	return false
}

// evaluatedFirst writes an expression of type bool in whose Go the first operand stands behind the
// second, although it is evaluated before it: in a variable where that makes a difference.
func (w *fn) evaluatedFirst(first, second ir.Expr, write func(*fn, ir.Expr) ex) ex {
	if w.steady(first) || w.steady(second) {
		return write(w, first)
	}
	if !w.canHoist {
		return w.literalCall(types.Bool, func(in *fn) {
			in.canHoist = true
			out := in.evaluatedFirst(first, second, write)
			in.raw(jen.Return(out.Statement))
		})
	}
	name := w.declare("value", w.typed(first))
	w.canHoist = true
	return write(w, &written{ir.X{T: first.Type(), At: first.Pos()}, func() ex { return prim(jen.Id(name)) }})
}

// steady reports that it does not matter whether e is evaluated before or after its neighbour.
func (w *fn) steady(e ir.Expr) bool {
	if f, ok := e.(*ir.Field); ok && f.Decl != nil {
		return w.steady(f.V)
	}
	return w.simple(e) || w.pure(e)
}

// contains is x in container.
func (w *fn) contains(container, x ir.Expr) ex {
	if c, ok := x.(*ir.Convert); ok && c.Checked && types.IsStr(container.Type()) && types.IsAny(c.V.Type()) {
		x = c.V // the test says itself what is wrong with it
	}
	return w.evaluatedFirst(x, container, func(w *fn, x ir.Expr) ex { return w.containsValue(container, x) })
}

func (w *fn) containsValue(container, x ir.Expr) ex {
	c := typeName(container.Type())
	same := types.Equal(elemType(container.Type()), x.Type())
	var elts []ir.Expr
	switch d := container.(type) {
	case *ir.Tuple:
		elts = d.Elts
	case *ir.List:
		elts = d.Elts
	}
	if out, ok := w.inDisplay(elts, x); ok {
		return out
	}
	switch {
	case c == "str" && types.IsStr(x.Type()):
		v := w.expr(x)
		return w.g.py("StrContains").call(w.expr(container), v)
	case c == "dict" && same, (c == "list" || c == "set" || c == "frozenset" || c == "tuple..." || c == "DictKeys") && same,
		c == "range" && types.IsInt(x.Type()), c == "bytes" && typeName(x.Type()) == "bytes":
		v := w.expr(x)
		return w.goMethod(container.Type(), w.expr(container), "Contains", v)
	}
	v := w.boxed(x)
	return w.g.py("DynContains").call(w.boxed(container), v)
}

// inDisplay is x in ("a", "b") or x in ["a", "b"] of constants of x's type: a chain of comparisons when there are few and x can be repeated.
func (w *fn) inDisplay(elts []ir.Expr, x ir.Expr) (ex, bool) {
	if len(elts) == 0 || !goComparable[typeName(x.Type())] {
		return ex{}, false
	}
	for _, elt := range elts {
		if !isConst(elt) || !types.Equal(elt.Type(), x.Type()) {
			return ex{}, false
		}
	}
	if !w.simple(x) || len(elts) > 6 {
		args := []ex{w.typed(x)}
		for _, elt := range elts {
			args = append(args, w.expr(elt))
		}
		return w.g.py("OneOf").call(args...), true
	}
	var out ex
	for i, elt := range elts {
		eq := binary("==", precCompare, w.expr(x), w.expr(elt))
		if i == 0 {
			out = eq
		} else {
			out = binary("||", precOr, out, eq)
		}
	}
	return out, true
}

// negate is not v. It turns == and != around where v is one.
func negate(v ex) ex {
	return unary("!", v)
}

// not writes `not v` of a bool.
func (w *fn) not(v ir.Expr) ex {
	switch v := v.(type) {
	case *ir.Not:
		return w.expr(v.V)
	case *ir.Compare:
		if op, ok := negated[v.Op]; ok {
			return w.compare(&ir.Compare{X: v.X, Op: op, L: v.L, R: v.R})
		}
		flip := map[string]string{"is": "is not", "is not": "is", "in": "not in", "not in": "in"}
		if op, ok := flip[v.Op]; ok {
			return w.compare(&ir.Compare{X: v.X, Op: op, L: v.L, R: v.R})
		}
	case *ir.Truth:
		switch typeName(v.V.Type()) {
		case "int", "float":
			return binary("==", precCompare, w.typed(v.V), prim(jen.Lit(0)))
		case "str", "bytes":
			return binary("==", precCompare, w.expr(v.V), prim(jen.Lit("")))
		case "list", "dict", "set", "frozenset", "tuple...", "range":
			return binary("==", precCompare, w.expr(v.V).method("Len"), prim(jen.Lit(0)))
		}
	}
	return negate(w.expr(v))
}

// truth is bool(v).
func (w *fn) truth(v ir.Expr) ex {
	switch n := typeName(v.Type()); n {
	case "bool":
		return w.expr(v)
	case "bigint":
		return w.expr(v).method("Truth")
	case "int", "float":
		return binary("!=", precCompare, w.typed(v), prim(jen.Lit(0)))
	case "str", "bytes":
		return binary("!=", precCompare, w.expr(v), prim(jen.Lit("")))
	case "list", "dict", "set", "frozenset", "tuple...", "range":
		return binary("!=", precCompare, w.expr(v).method("Len"), prim(jen.Lit(0)))
	case "None":
		return w.discardFor(v, prim(jen.False()))
	case "Optional":
		if w.simple(v) {
			return w.optTruth(v)
		}
	}
	return w.g.py("Truth").call(w.typed(v))
}

// optTruth is the truth of an optional that can be evaluated twice.
func (w *fn) optTruth(v ir.Expr) ex {
	inner := types.Unwrap(v.Type())
	ok := w.expr(v).dot("Ok")
	var t ex
	switch typeName(inner) {
	case "bigint":
		t = w.expr(v).dot("V").method("Truth")
	case "int", "float":
		t = binary("!=", precCompare, w.expr(v).dot("V"), prim(jen.Lit(0)))
	case "str", "bytes":
		t = binary("!=", precCompare, w.expr(v).dot("V"), prim(jen.Lit("")))
	case "bool":
		t = w.expr(v).dot("V")
	case "list", "dict", "set", "frozenset", "tuple...":
		t = binary("!=", precCompare, w.expr(v).dot("V").method("Len"), prim(jen.Lit(0)))
	case "tuple", "datetime", "date":
		return ok
	default:
		return w.g.py("Truth").call(w.expr(v))
	}
	return binary("&&", precAnd, ok, t)
}

// chain is a < b <= c.
func (w *fn) chain(e *ir.Chain) ex {
	var out ex
	for i, link := range e.Links {
		if i == 0 {
			out = w.expr(link)
			continue
		}
		saved := w.canHoist
		w.canHoist = false
		out = binary("&&", precAnd, out, w.expr(link))
		w.canHoist = saved && out.placed
	}
	return out
}
