package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// augSlice is xs[lo:hi] op= value: the part is taken out, changed, and put back where it was. What the container and the
// bounds are is evaluated once.
func (c *checker) augSlice(t *syntax.Index, sl *syntax.Slice, s *syntax.AugAssign) []ir.Stmt {
	var out []ir.Stmt
	keep := func(v ir.Expr) *syntax.Name {
		name, sets := c.keepSubject(v)
		for _, set := range sets {
			out = append(out, set)
		}
		return name
	}
	once := func(e syntax.Expr) syntax.Expr {
		if e == nil || constantBound(e) {
			return e
		}
		v := c.value(e)
		if types.IsBad(typeOf(v)) {
			return e
		}
		return keep(v)
	}
	from := &syntax.Index{At: t.At, X: once(t.X)}
	from.I = &syntax.Slice{At: sl.At, Lo: once(sl.Lo), Hi: once(sl.Hi), Step: once(sl.Step)}
	part := c.value(from)
	if types.IsBad(typeOf(part)) {
		return out
	}
	name := keep(part)
	out = append(out, c.augAssign(&syntax.AugAssign{At: s.At, Target: name, Op: s.Op, Value: s.Value})...)
	return append(out, c.assign(from, c.value(name), s.Span)...)
}

// constantBound reports a bound that is a number as it stands.
func constantBound(e syntax.Expr) bool {
	if u, ok := e.(*syntax.Unary); ok {
		e = u.X
	}
	_, number := e.(*syntax.IntLit)
	return number
}
