package plan

import (
	"maps"
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// leavesUntouched reports whether the function of an updateStateByKey gives a state back as it is when there are no new values, and
// has no effects then. It follows what the function does with an empty list and a state of which only the type is known.
func leavesUntouched(p *ir.Program, f *ir.Func) bool {
	if len(f.Params) != 2 {
		return false
	}
	s := types.Unwrap(f.Params[1].Type)
	u := &untouched{prog: p, state: s}
	result := u.call(f, []fact{{kind: listFact}, {kind: partFact}})
	return !u.failed && result.isState()
}

// untouched follows functions as far as what they are given decides what they do. It fails at whatever may have an effect, or raise
// an exception, or is simply not known.
type untouched struct {
	prog    *ir.Program
	state   types.Type
	fn      *ir.Func
	vars    map[*ir.Var]fact
	returns []fact
	depth   int
	failed  bool
}

// fact is what is known of a value.
type fact struct {
	kind  factKind
	path  []int  // of a part: the elements that lead to it
	value any    // of a constant
	elts  []fact // of a tuple or a list
}

type factKind uint8

const (
	anyFact   factKind = iota // nothing
	constFact                 // a constant: int64, string, bool, or nil for None
	partFact                  // the old state or, if that is a tuple, a part of it
	tupleFact
	listFact // an iterable, container or dict; without elements it is any of them
)

func (a fact) isState() bool { return a.kind == partFact && len(a.path) == 0 }
func (a fact) isEmpty() bool { return a.kind == listFact && len(a.elts) == 0 }

func (a fact) is(value any) bool { return a.kind == constFact && a.value == value }

func (a fact) equal(b fact) bool {
	return a.kind == b.kind && a.value == b.value && slices.Equal(a.path, b.path) && slices.EqualFunc(a.elts, b.elts, fact.equal)
}

// join is what is known of a value that is one of two.
func join(a, b fact) fact {
	if a.equal(b) {
		return a
	}
	return fact{}
}

func constant(v any) fact { return fact{kind: constFact, value: v} }

func (u *untouched) fail() fact {
	u.failed = true
	return fact{}
}

// call follows a function and gives its result.
func (u *untouched) call(f *ir.Func, args []fact) fact {
	const deepest = 4
	if f.Yields != nil || len(args) != len(f.Params) || u.depth > deepest {
		return u.fail()
	}
	fn, vars, returns := u.fn, u.vars, u.returns
	u.fn, u.vars, u.returns = f, map[*ir.Var]fact{}, nil
	u.depth++
	for i, p := range f.Params {
		u.vars[p] = args[i]
	}
	if !u.block(f.Body) {
		u.returns = append(u.returns, constant(nil))
	}
	var result fact
	if !u.failed {
		result = u.returns[0]
		for _, r := range u.returns {
			result = join(result, r)
		}
	}
	u.fn, u.vars, u.returns = fn, vars, returns
	u.depth--
	return result
}

// block follows statements, and reports whether none of those behind them is reached.
func (u *untouched) block(body []ir.Stmt) (left bool) {
	for _, s := range body {
		if u.failed || u.stmt(s) {
			return true
		}
	}
	return u.failed
}

func (u *untouched) stmt(s ir.Stmt) (left bool) {
	switch s := s.(type) {
	case *ir.Assign:
		u.assign(s.Target, u.expr(s.Value))
	case *ir.AugItem:
		u.augment(s)
	case *ir.ExprStmt:
		u.expr(s.V)
	case *ir.Return:
		result := constant(nil)
		if s.V != nil {
			result = u.expr(s.V)
		}
		u.returns = append(u.returns, result)
		return true
	case *ir.If:
		return u.branch(s)
	case *ir.For:
		if !u.expr(s.Iter).isEmpty() {
			u.fail()
		}
		return u.block(s.Else)
	case *ir.While:
		if !u.expr(s.Test).is(false) {
			u.fail()
		}
		return u.block(s.Else)
	default:
		u.fail()
	}
	return false
}

func (u *untouched) branch(s *ir.If) (left bool) {
	test := u.expr(s.Test)
	switch {
	case test.is(true):
		return u.block(s.Body)
	case test.is(false):
		return u.block(s.Else)
	}
	tested := u.tested(s.Test)
	before := maps.Clone(u.vars)
	bodyLeft := u.block(s.Body)
	body := u.vars
	u.vars = before
	if u.block(s.Else) {
		u.vars = body
		return bodyLeft
	}
	if bodyLeft {
		return false
	}
	truthy, falsy := body, u.vars
	if negated(s.Test) {
		truthy, falsy = falsy, truthy
	}
	u.vars = map[*ir.Var]fact{}
	for v, a := range truthy {
		u.vars[v] = u.either(tested, a, falsy[v])
	}
	return false
}

// negated reports a test that is "not".
func negated(test ir.Expr) bool {
	n, ok := ir.Strip(test).(*ir.Not)
	return ok && !negated(n.V)
}

// tested is the value whose truth, or the contrary, is a test.
func (u *untouched) tested(test ir.Expr) fact {
	switch x := ir.Strip(test).(type) {
	case *ir.Not:
		return u.tested(x.V)
	case *ir.Truth:
		return u.tested(x.V)
	}
	return u.expr(test)
}

// either is a value that is one thing if a tested value is true and another if not. Where the tested value is a part of the state,
// and what it is if that is not true is the only value of its type that is false, it is the part both times.
func (u *untouched) either(tested, truthy, falsy fact) fact {
	if tested.kind == partFact && tested.equal(truthy) && u.isZero(u.partType(tested.path), falsy) {
		return tested
	}
	return join(truthy, falsy)
}

// isZero reports that a value is the only one of its type that is false. (Of floats there are two.)
func (u *untouched) isZero(t types.Type, a fact) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return false
	}
	switch n.Name {
	case "int":
		return a.is(int64(0))
	case "bool":
		return a.is(false)
	case "str", "bytes":
		return a.is("")
	case "list", "dict", "set":
		return a.isEmpty()
	}
	return false
}

// partType is the type of a part of the state.
func (u *untouched) partType(path []int) types.Type {
	t := types.Resolve(u.state)
	for _, i := range path {
		t = types.Resolve(t.(*types.Named).Args[i])
	}
	return t
}

func (u *untouched) assign(t ir.Target, a fact) {
	switch t := t.(type) {
	case *ir.VarTarget:
		if t.Var.Owner != u.fn {
			u.fail()
		}
		u.vars[t.Var] = a
	case *ir.TupleTarget:
		for i, x := range t.Elts {
			u.assign(x, u.element(a, i, len(t.Elts)))
		}
	default:
		u.fail()
	}
}

// maybeNone reports a part of the state that may be None. The state itself is not.
func (u *untouched) maybeNone(a fact) bool {
	if a.kind != partFact || len(a.path) == 0 {
		return false
	}
	t := u.partType(a.path)
	return types.IsOptional(t) || types.IsAny(t) || types.IsNone(t)
}

// element is element i of n of a tuple.
func (u *untouched) element(a fact, i, n int) fact {
	switch {
	case a.kind == tupleFact && len(a.elts) == n:
		return a.elts[i]
	case a.kind == partFact:
		if t, ok := types.Is(u.partType(a.path), "tuple"); ok && len(t.Args) == n {
			return fact{kind: partFact, path: append(slices.Clone(a.path), i)}
		}
	}
	return u.fail()
}

// augment follows x.attribute += 0: nothing changes.
func (u *untouched) augment(s *ir.AugItem) {
	target, ok := s.Target.(*ir.AttrTarget)
	b, binary := ir.Strip(s.Value).(*ir.Binary)
	if !ok || !binary || !u.expr(target.V).isState() || b.Op != "+" && b.Op != "-" ||
		!types.IsInt(b.L.Type()) || !types.IsInt(b.Type()) || !u.expr(b.R).is(int64(0)) {
		u.fail()
	}
	if _, ok := b.L.(*ir.Current); !ok {
		u.fail()
	}
}
