package infer

import (
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// runsDoctests accepts the statement doctest.testmod(): where all examples in the docstrings hold it prints nothing, and a
// program, which has no docstrings to run, leaves it out.
func (c *checker) runsDoctests(e *syntax.Call) bool {
	if !c.isTestmod(e.Fn) {
		return false
	}
	for _, a := range e.Args {
		if v, ok := c.expr(a.Value).(*ir.Const); a.Name == "verbose" && !(ok && v.Value == false) {
			c.unsupported(a.Value.Pos(), "a report of the examples in docstrings").WithHint("leave verbose out, and run the examples by python -m doctest")
		}
	}
	c.list.Add(diag.Warning, "DS907", e.Span, "the examples in docstrings are not run").WithHint("run them by python -m doctest")
	return true
}

func (c *checker) isTestmod(e syntax.Expr) bool {
	if a, ok := e.(*syntax.Attr); ok && a.Name != "testmod" || !c.modules["doctest"] {
		return false
	}
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
		m, ok := typeOf(c.expr(e)).(*types.Module)
		return ok && m.Name == "doctest.testmod"
	}
	return false
}
