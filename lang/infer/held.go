package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// heldExpr stands in the text for an expression that was typed already.
type heldExpr struct {
	*syntax.Name
	v ir.Expr
}

// held makes a typed expression part of text that the compiler writes.
func (c *checker) held(v ir.Expr, at syntax.Span) syntax.Expr {
	return &heldExpr{&syntax.Name{At: syntax.At{Span: at}, Id: ""}, v}
}
