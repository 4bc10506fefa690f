package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// condExpr types a condition used as a value; what it learned about types ends with it.
func (c *checker) condExpr(e syntax.Expr) ir.Expr {
	v, yes, no := c.cond(e)
	c.frame.state = merge(yes, no)
	return v
}

func (c *checker) boolOp(e *syntax.BoolOp) ir.Expr {
	l := c.operand(e.Xs[0])
	var left state // of the places where the operands so far decide
	for i, x := range e.Xs[1:] {
		here := c.frame.state.copy()
		if c.narrowByOperand(l, e.Xs[i], e.Op); c.frame.state == nil {
			c.frame.state = here
			break // x is never reached
		}
		left = merge(left, here)
		l = c.logic(e.Op, l, c.operand(x), e.Span)
	}
	c.frame.state = merge(left, c.frame.state)
	return l
}

// narrowByOperand applies what is known when the operand after l, which stands for x, is reached; the state is nil if it cannot be.
func (c *checker) narrowByOperand(l ir.Expr, x syntax.Expr, op string) {
	if _, literal := x.(*syntax.NoneLit); falseAlways(typeOf(l)) && !literal {
		if op == "and" {
			c.frame.state = nil
		}
		return
	}
	if narrows(x) {
		_, yes, no := c.cond(x)
		c.frame.state = no
		if op == "and" {
			c.frame.state = yes
		}
	}
}

// narrows reports whether an operand may tell something of the variables in it, and does nothing else.
func narrows(x syntax.Expr) bool {
	switch x := x.(type) {
	case *syntax.Name:
		return true
	case *syntax.Unary:
		return x.Op == "not" && narrows(x.X)
	case *syntax.Compare:
		_, none := x.Ys[0].(*syntax.NoneLit)
		_, length := x.Ys[0].(*syntax.IntLit)
		return len(x.Ops) == 1 && (none || length)
	case *syntax.Call:
		n, ok := x.Fn.(*syntax.Name)
		return ok && n.Id == "isinstance"
	}
	return false
}

// logic types L and R or L or R, which give one of their operands.
func (c *checker) logic(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	lt, rt := typeOf(l), typeOf(r)
	if types.IsBad(lt) || types.IsBad(rt) {
		return c.bad(at)
	}
	if k, ok := l.(*ir.Const); ok && types.IsNone(lt) && k.Value == nil { // None or x
		if op == "or" {
			return r
		}
		return l
	}
	if types.IsNone(lt) && hasEffect(l) {
		if op == "and" {
			return l
		}
		return &ir.Logic{X: ir.X{T: rt, At: at}, Op: op, L: l, R: r}
	}
	left := lt
	if op == "or" && types.IsOptional(lt) {
		left = types.Unwrap(lt) // the result is L only if L is not None
	}
	t := types.Join(left, rt)
	if op == "or" && types.IsOptional(lt) && !types.IsAny(t) {
		l = &ir.Convert{X: ir.X{T: lt, At: l.Pos()}, V: l}
	} else {
		l = c.convertLater(l, t)
	}
	return &ir.Logic{X: ir.X{T: t, At: at}, Op: op, L: l, R: c.convertLater(r, t)}
}

func (c *checker) ifExp(e *syntax.IfExp) ir.Expr {
	test, yes, no := c.cond(e.Cond)
	if value, before, ok := outcome(test); ok {
		chosen := e.Else
		c.frame.state = no
		if value {
			chosen, c.frame.state = e.Then, yes
		}
		if len(before) == 0 {
			return c.expr(chosen)
		}
		return after(before, c.operand(chosen))
	}
	if (yes == nil) != (no == nil) { // a part of the test decides: it is evaluated, and the other branch is never reached
		chosen := e.Then
		if c.frame.state = yes; yes == nil {
			chosen, c.frame.state = e.Else, no
		}
		return after([]*ir.Assign{c.temp(test).set.(*ir.Assign)}, c.operand(chosen))
	}
	c.frame.state = yes
	then := c.operand(e.Then)
	after := c.frame.state
	c.frame.state = no
	orelse := c.operand(e.Else)
	c.frame.state = merge(after, c.frame.state)
	if types.IsBad(typeOf(then)) || types.IsBad(typeOf(orelse)) {
		return c.bad(e.Span)
	}
	t := types.Join(typeOf(then), typeOf(orelse))
	return &ir.Cond{X: ir.X{T: t, At: e.Span}, Test: test, Then: c.convertLater(then, t), Else: c.convertLater(orelse, t)}
}
