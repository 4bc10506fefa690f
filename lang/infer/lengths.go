package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// The number of a tuple's elements is part of its type. So a function that is called with tuples of several lengths, such as one
// with *args, is checked for each of them, and what it does for the others is not a mistake: tests of the length are decided by the
// type, and where the function asks for the length in another way, what does not fit is raised at run time.

// condLength handles len(x) > 1 and its kin for a variable that holds a tuple of known length.
func (c *checker) condLength(e *syntax.Compare) (test ir.Expr, yes, no state, ok bool) {
	call, isCall := e.X.(*syntax.Call)
	k, isInt := e.Ys[0].(*syntax.IntLit)
	if !isCall || !isInt || len(call.Args) != 1 || call.Args[0].Name != "" || c.frame.scope.lookup("len") != nil {
		return nil, nil, nil, false
	}
	fn, isName := call.Fn.(*syntax.Name)
	x, isVar := call.Args[0].Value.(*syntax.Name)
	if !isName || fn.Id != "len" || !isVar {
		return nil, nil, nil, false
	}
	bound, isConst := c.expr(k).(*ir.Const)
	t, known := types.Is(typeOf(c.expr(x)), "tuple")
	m, small := int64(0), false
	if isConst {
		m, small = bound.Value.(int64)
	}
	if !known || !small {
		return nil, nil, nil, false
	}
	n := int64(len(t.Args))
	results := map[string]bool{"==": n == m, "!=": n != m, "<": n < m, "<=": n <= m, ">": n > m, ">=": n >= m}
	value, known := results[e.Ops[0]]
	if !known {
		return nil, nil, nil, false
	}
	return c.decided(value, c.frame.state.copy(), c.frame.state, e.Span)
}

// falseAlways reports types of which no value is true.
func falseAlways(t types.Type) bool {
	tuple, ok := types.Is(t, "tuple")
	return types.IsNone(t) || ok && len(tuple.Args) == 0
}

// ofAnyLength makes a tuple of known length one of any length where the function asks for its length.
func (c *checker) ofAnyLength(v ir.Expr) (ir.Expr, bool) {
	t, ok := types.Is(typeOf(v), "tuple")
	if !ok || !c.asksLength(v) {
		return v, false
	}
	elem := joinAll(t.Args)
	if types.IsNever(elem) {
		elem = types.Any
	}
	return c.convertLater(v, types.TupleOf(c.grows(elem))), true
}

func (c *checker) asksLength(v ir.Expr) bool {
	if c.frame.inst == nil || c.frame.inst.fn.node == nil {
		return false
	}
	return strings.Contains(c.src.Slice(c.frame.inst.fn.node.Pos()), "len("+c.src.Slice(v.Pos())+")")
}

// fitting is a value to be unpacked: a tuple whose length does not fit the targets is one of any length where the function asks for it.
func (c *checker) fitting(v ir.Expr, target syntax.Expr) ir.Expr {
	t, ok := types.Is(typeOf(v), "tuple")
	if !ok {
		return v
	}
	var elts []syntax.Expr
	switch target := target.(type) {
	case *syntax.Tuple:
		elts = target.Elts
	case *syntax.List:
		elts = target.Elts
	}
	least, star := len(elts), false
	for _, e := range elts {
		if _, isStar := e.(*syntax.Star); isStar {
			least, star = least-1, true
		}
	}
	if len(t.Args) == least || star && len(t.Args) > least {
		return v
	}
	v, _ = c.ofAnyLength(v)
	return v
}
