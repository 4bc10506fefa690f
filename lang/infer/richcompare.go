package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Comparisons give what the methods of classes return: a condition of a query, a list, any value that is true or false. Nearly all scripts
// have methods that return a bool, or NotImplemented; so a comparison of values of unknown type gives a bool unless some method of
// the script returns something else.

// comparedBy are the operators that a method answers, also with its operands swapped.
var comparedBy = map[string][]string{"__lt__": {"<", ">"}, "__gt__": {"<", ">"}, "__le__": {"<=", ">="}, "__ge__": {"<=", ">="}, "__eq__": {"=="}, "__ne__": {"!="}}

// returnsFromComparison notes that a method which answers a comparison returns something other than a bool.
func (c *checker) returnsFromComparison(fn *function, v ir.Expr) {
	ops := comparedBy[fn.name]
	t := typeOf(v)
	if ops == nil || len(fn.params) != 2 || types.IsBool(t) || types.IsNone(t) || types.IsBad(t) || types.IsNever(t) || isNotImplemented(v) {
		return
	}
	for _, op := range ops {
		if !c.richOps[op] {
			c.richOps[op], c.changed = true, true
		}
	}
}

func isNotImplemented(v ir.Expr) bool {
	m, ok := v.(*ir.ModAttr)
	return ok && m.Module == "builtins" && m.Name == "NotImplemented"
}

// richCompare is a comparison whose result is known when running only; nil if it is a bool.
func (c *checker) richCompare(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	if !c.richOps[op] {
		return nil
	}
	c.uses(op)
	args := []argument{{val: c.str(op, at), at: at}, {val: c.convertLater(l, types.Any), at: l.Pos()}, {val: c.convertLater(r, types.Any), at: r.Pos()}}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_compare_values"], args, at)
}

// richEqual is richCompare for == and !=, whose static classes would give a bool.
func (c *checker) richEqual(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	out := c.richCompare(op, l, r, at)
	if out == nil {
		return nil
	}
	for _, v := range []ir.Expr{l, r} {
		if k := c.classOf(typeOf(v)); k != nil && k.canBeDynamic() {
			c.makeClassDynamic(k, at, "a method of it that compares may not give a bool")
		}
	}
	return out
}

// equalsRichly has a class computed at run time whose objects are compared, as values of unknown type, by a method that does not
// give a bool.
func (c *checker) equalsRichly(k *class, name string) {
	op := map[string]string{"__eq__": "==", "__ne__": "!="}[name]
	if op == "" || !c.richOps[op] || !c.dynamicNames.ops[op] || !k.canBeDynamic() {
		return
	}
	c.makeClassDynamic(k, k.node.Name.Pos(), "its method %s does not give a bool", name)
}

// chained is a chain of comparisons of which one does not give a bool: the value of the first that is false, or of the last.
func (c *checker) chained(tests []ir.Expr, at syntax.Span) ir.Expr {
	out := tests[0]
	for _, t := range tests[1:] {
		out = c.logic("and", out, t, at)
	}
	return out
}
