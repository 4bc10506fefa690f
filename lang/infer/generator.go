package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// takes reports a generator that does more than yield elements: it takes values or exceptions where it yields, returns a value,
// or may raise StopIteration.
func (c *checker) takes(fn *function) bool {
	s := fn.scope
	return s.yields && (s.takes || s.returns || s.stops || s.module().resumes)
}

// yielded types what is yielded and converts it to the element type of the generator.
func (c *checker) yielded(x *syntax.Yield) *ir.Convert {
	var v ir.Expr = c.none(x.Span)
	if x.Value != nil {
		v = c.operand(x.Value)
	}
	if isFunction(typeOf(v)) {
		v = c.box(v)
	}
	in := c.frame.inst
	in.yields = types.Join(in.yields, typeOf(v))
	conv := &ir.Convert{X: ir.X{T: typeOf(v), At: v.Pos()}, V: v}
	c.later = append(c.later, func() { conv.T = types.Resolve(in.yields) })
	return conv
}

func (c *checker) yield(x *syntax.Yield, s *syntax.ExprStmt) []ir.Stmt {
	return []ir.Stmt{&ir.Emit{S: ir.S{At: s.Span}, V: c.yielded(x)}}
}

func (c *checker) yieldFrom(x *syntax.YieldFrom, s *syntax.ExprStmt) []ir.Stmt {
	v := c.yieldedFrom(x, types.Iterable)
	if v == nil {
		return nil
	}
	return []ir.Stmt{&ir.EmitFrom{S: ir.S{At: s.Span}, V: v}}
}

// yieldedFrom types what yield from iterates over, as an iterable of the element type of the generator.
func (c *checker) yieldedFrom(x *syntax.YieldFrom, as func(types.Type) *types.Named) ir.Expr {
	v := c.iterableValue(x.Value)
	t, ok := c.elem(v)
	if !ok {
		return nil
	}
	in := c.frame.inst
	in.yields = types.Join(in.yields, t)
	conv := &ir.Convert{X: ir.X{T: typeOf(v), At: v.Pos()}, V: v}
	c.later = append(c.later, func() {
		elem, ok := elementType(typeOf(v))
		if t, mixed := types.Is(typeOf(v), "tuple"); mixed && slices.ContainsFunc(t.Args, func(a types.Type) bool { return !types.Equal(a, elem) }) {
			elem = types.Any // its elements come boxed
		}
		if ok && (in.ir.Takes || !types.Equal(elem, in.yields)) {
			conv.T = as(types.Resolve(in.yields))
		} else {
			conv.T = typeOf(v)
		}
	})
	return conv
}

// yieldValue is yield as an expression: what the generator is sent.
func (c *checker) yieldValue(x *syntax.Yield) ir.Expr {
	return &ir.YieldValue{X: ir.X{T: types.Any, At: x.Span}, V: c.yielded(x)}
}

// yieldAll is yield from as an expression: what the iterator returns.
func (c *checker) yieldAll(x *syntax.YieldFrom) ir.Expr {
	v := c.yieldedFrom(x, types.Iterator)
	if v == nil {
		return c.bad(x.Span)
	}
	return &ir.YieldAll{X: ir.X{T: types.Any, At: x.Span}, V: v}
}

func (c *checker) returnStatement(s *syntax.Return) []ir.Stmt {
	in := c.frame.inst
	var v ir.Expr = c.none(s.Span)
	if s.Value != nil {
		v = c.operand(s.Value)
	}
	in.leaveMethod(c.frame.state)
	c.frame.state = nil
	if in.fn.scope.yields {
		out := &ir.Return{S: ir.S{At: s.Span}}
		if in.ir.Takes {
			out.V = c.convertLater(c.box(v), types.Any)
		}
		return []ir.Stmt{out}
	}
	if made := c.contextGenerator(s.Value, typeOf(v)); made != nil {
		in.fn.context = true
		in.fn.scope.swallows = in.fn.scope.swallows || made.scope.swallows
	}
	c.iteratesDynamically(in.fn, v)
	return []ir.Stmt{c.returnStmt(in, v, s.Span)}
}

// iteratesDynamically has the class of an iterator be dynamic that an object of a dynamic class gives: the runtime asks it for its elements.
func (c *checker) iteratesDynamically(fn *function, v ir.Expr) {
	k := c.classOf(typeOf(v))
	if fn.name == "__iter__" && fn.class != nil && fn.class.dynamic && k != nil && k.canBeDynamic() {
		c.makeClassDynamic(k, v.Pos(), "an object of a class known when running only is iterated over by it")
	}
}
