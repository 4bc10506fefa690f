package plan

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// expr is what is known of an expression's value.
func (u *untouched) expr(x ir.Expr) fact {
	if u.failed {
		return fact{}
	}
	switch x := x.(type) {
	case *ir.Const:
		if types.IsFloat(x.Type()) {
			return fact{}
		}
		return constant(x.Value)
	case *ir.Local:
		return u.vars[x.Var]
	case *ir.Convert:
		return u.convert(x)
	case *ir.FuncVal, *ir.ModAttr:
		return fact{}
	case *ir.Truth:
		return u.truth(x.V)
	case *ir.Not:
		if v := u.expr(x.V); v.kind == constFact {
			return constant(!v.value.(bool))
		}
		return fact{}
	case *ir.Logic:
		return u.logic(x)
	case *ir.Cond:
		return u.cond(x)
	case *ir.Compare:
		return u.compare(x)
	case *ir.Binary:
		return u.binary(x)
	case *ir.Tuple:
		return u.tuple(u.exprs(x.Elts))
	case *ir.TupleGet:
		n, ok := types.Is(x.V.Type(), "tuple")
		if !ok {
			return u.fail()
		}
		return u.element(u.expr(x.V), x.N, len(n.Args))
	case *ir.List:
		return fact{kind: listFact, elts: u.exprs(x.Elts)}
	case *ir.Set:
		return u.container(u.exprs(x.Elts))
	case *ir.Dict:
		return u.container(u.exprs(x.Values))
	case *ir.Field:
		if v := u.expr(x.V); x.Attr == nil || x.Attr.Maybe || v.is(nil) {
			return u.fail()
		}
		return fact{}
	case *ir.Assigned:
		v := u.expr(x.V)
		u.assign(&ir.VarTarget{Var: x.Var}, v)
		return v
	case *ir.Let:
		for _, s := range x.Sets {
			u.stmt(s)
		}
		return u.expr(x.V)
	case *ir.Comp:
		if !u.expr(x.Clauses[0].Iter).isEmpty() {
			return u.fail()
		}
		return fact{kind: listFact}
	case *ir.CallFunc:
		return u.call(x.Func, u.exprs(x.Args))
	case *ir.Call:
		return u.builtin(x)
	}
	return u.fail()
}

// exprs are the values of several expressions; spreads of nothing are left out.
func (u *untouched) exprs(xs []ir.Expr) []fact {
	var out []fact
	for _, x := range xs {
		if s, ok := x.(*ir.Spread); ok {
			if !u.expr(s.V).isEmpty() {
				u.fail()
			}
			continue
		}
		out = append(out, u.expr(x))
	}
	return out
}

// container is a set or dict: one with elements is not known.
func (u *untouched) container(elts []fact) fact {
	if len(elts) > 0 {
		return u.fail()
	}
	return fact{kind: listFact}
}

// convert is a conversion that leaves the value what it is: to Optional and back, to Any, or to an iterable.
func (u *untouched) convert(x *ir.Convert) fact {
	from, to := types.Unwrap(x.V.Type()), types.Unwrap(x.Type())
	a := u.expr(x.V)
	switch {
	case types.Equal(from, to) || types.IsAny(to):
		if x.Checked && (a.kind != partFact || u.maybeNone(a)) {
			return u.fail()
		}
		return a
	case a.kind == listFact || types.IsNone(x.V.Type()):
		return a
	}
	if n, ok := types.Resolve(to).(*types.Named); ok && n.Name == "Iterable" {
		return a
	}
	return u.fail()
}

// truth is whether a value counts as true.
func (u *untouched) truth(x ir.Expr) fact {
	a := u.expr(x)
	switch a.kind {
	case constFact:
		switch v := a.value.(type) {
		case nil:
			return constant(false)
		case bool:
			return a
		case int64:
			return constant(v != 0)
		case string:
			return constant(v != "")
		}
	case tupleFact, listFact:
		return constant(len(a.elts) > 0)
	case partFact:
		if u.alwaysTrue(u.partType(a.path)) {
			return constant(true)
		}
		if u.hasMethods(u.partType(a.path)) {
			return u.fail()
		}
	}
	return fact{}
}

// alwaysTrue reports a type all of whose values count as true.
func (u *untouched) alwaysTrue(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && n.Name == "tuple" && len(n.Args) > 0
}

// hasMethods reports objects of the script's own classes, and what may be one: their truth may be a method of theirs.
func (u *untouched) hasMethods(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || types.IsAny(n) {
		return true
	}
	return slices.ContainsFunc(u.prog.Classes, func(c *ir.Class) bool { return c.Name == n.Name })
}

func (u *untouched) logic(x *ir.Logic) fact {
	left := u.expr(x.L)
	test := u.truth(x.L)
	decides := x.Op == "or" // the truth for which the left side is the result
	switch {
	case test.is(decides):
		return left
	case test.is(!decides):
		return u.expr(x.R)
	}
	if right := u.expr(x.R); decides {
		return u.either(left, left, right)
	} else {
		return u.either(left, right, left)
	}
}

func (u *untouched) cond(x *ir.Cond) fact {
	test := u.expr(x.Test)
	switch {
	case test.is(true):
		return u.expr(x.Then)
	case test.is(false):
		return u.expr(x.Else)
	}
	truthy, falsy := u.expr(x.Then), u.expr(x.Else)
	if negated(x.Test) {
		truthy, falsy = falsy, truthy
	}
	return u.either(u.tested(x.Test), truthy, falsy)
}

func (u *untouched) compare(x *ir.Compare) fact {
	l, r := u.expr(x.L), u.expr(x.R)
	switch {
	case x.Op == "is" || x.Op == "is not":
		known := l.kind != anyFact && !u.maybeNone(l) && r.is(nil)
		if !known {
			return fact{}
		}
		return constant(l.is(nil) == (x.Op == "is"))
	case (x.Op == "in" || x.Op == "not in") && r.isEmpty():
		return constant(x.Op == "not in")
	case (x.Op == "==" || x.Op == "!=") && l.isEmpty() && r.isEmpty():
		return constant(x.Op == "==")
	}
	a, leftInt := l.value.(int64)
	b, rightInt := r.value.(int64)
	if leftInt && rightInt {
		switch x.Op {
		case "==":
			return constant(a == b)
		case "!=":
			return constant(a != b)
		case "<":
			return constant(a < b)
		case "<=":
			return constant(a <= b)
		case ">":
			return constant(a > b)
		case ">=":
			return constant(a >= b)
		}
	}
	if plainNumber(x.L.Type()) && plainNumber(x.R.Type()) || types.IsStr(x.L.Type()) && types.IsStr(x.R.Type()) {
		return fact{} // either, without effects
	}
	return u.fail()
}

// plainNumber reports numbers whose sums and comparisons raise nothing.
func plainNumber(t types.Type) bool { return types.IsInt(t) || types.IsFloat(t) || types.IsBool(t) }

func (u *untouched) binary(x *ir.Binary) fact {
	l, r := u.expr(x.L), u.expr(x.R)
	same := func(y ir.Expr) bool { return types.Equal(y.Type(), x.Type()) }
	switch {
	case types.IsInt(x.Type()) && types.IsInt(x.L.Type()) && types.IsInt(x.R.Type()):
		a, leftInt := l.value.(int64)
		b, rightInt := r.value.(int64)
		switch {
		case leftInt && rightInt && a == 0 && b == 0 && slices.Contains([]string{"+", "-", "*", "|", "&", "^"}, x.Op):
			return constant(int64(0))
		case rightInt && b == 0 && slices.Contains([]string{"+", "-", "|", "^"}, x.Op):
			return l
		case leftInt && a == 0 && slices.Contains([]string{"+", "|", "^"}, x.Op):
			return r
		}
	case x.Op == "+" && joins(x.Type()) && same(x.L) && (r.isEmpty() || r.is("")):
		return l
	case x.Op == "+" && joins(x.Type()) && same(x.R) && (l.isEmpty() || l.is("")):
		return r
	case x.Op == "+" && joins(x.Type()) && l.kind == listFact && r.kind == listFact:
		return fact{kind: listFact, elts: append(slices.Clone(l.elts), r.elts...)}
	}
	if slices.Contains([]string{"+", "-", "*"}, x.Op) && plainNumber(x.L.Type()) && plainNumber(x.R.Type()) {
		return fact{}
	}
	return u.fail()
}

// joins reports the types whose + puts what is in two values into one.
func joins(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && slices.Contains([]string{"list", "str", "bytes", "tuple..."}, n.Name)
}

// tuple is a tuple of values, or the part of the state whose parts they are.
func (u *untouched) tuple(elts []fact) fact {
	out := fact{kind: tupleFact, elts: elts}
	if len(elts) == 0 || elts[0].kind != partFact || len(elts[0].path) == 0 {
		return out
	}
	whole := elts[0].path[:len(elts[0].path)-1]
	if t, ok := types.Is(u.partType(whole), "tuple"); !ok || len(t.Args) != len(elts) {
		return out
	}
	for i, e := range elts {
		if !e.equal(fact{kind: partFact, path: append(slices.Clone(whole), i)}) {
			return out
		}
	}
	return fact{kind: partFact, path: whole}
}
