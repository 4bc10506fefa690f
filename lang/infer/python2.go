package infer

import (
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

func first(t *syntax.Tuple) syntax.Expr {
	if len(t.Elts) == 0 {
		return nil
	}
	return t.Elts[0]
}

// printsAsPython2 types print >>file, …, which Python 3 reads as a shift that raises TypeError: in many scripts it stands where
// they end for want of arguments, which need not happen. It is nil for other statements.
func (c *checker) printsAsPython2(s *syntax.ExprStmt, b *syntax.Binary) []ir.Stmt {
	n, ok := b.X.(*syntax.Name)
	if !ok || b.Op != ">>" || n.Id != "print" || c.frame.scope.lookup(n.Id) != nil {
		return nil
	}
	file := c.expr(b.Y)
	c.list.Add(diag.Warning, "DS908", s.Span, "print >>file is Python 2: it raises TypeError").WithHint("write print(…, file=%s)", syntax.ExprString(b.Y))
	text := "unsupported operand type(s) for >>: 'builtin_function_or_method' and '_io.TextIOWrapper'. Did you mean \"print(<message>, file=<output_stream>)\"?"
	out := []ir.Stmt{&ir.ExprStmt{S: ir.S{At: s.Span}, V: c.raising("TypeError", text, types.Never, s.Span)}}
	if hasEffect(file) {
		out = append([]ir.Stmt{&ir.ExprStmt{S: ir.S{At: s.Span}, V: file}}, out...)
	}
	c.frame.state = nil
	return out
}
