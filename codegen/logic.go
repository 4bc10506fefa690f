package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// logic is `and`/`or`. Of bools it is Go's; others return an operand, evaluated once.
func (w *fn) logic(e *ir.Logic) ex {
	if leftIsNone(e) && e.Op == "or" {
		return w.afterNone(e)
	}
	if types.IsBool(e.Type()) {
		op, prec := "&&", precAnd
		if e.Op == "or" {
			op, prec = "||", precOr
		}
		l := w.expr(e.L)
		var r ex
		w.conditionally(func() { r = w.expr(e.R) })
		// The right operand is one level up in binary, which would put parentheses around a || (b || c).
		return ex{Statement: l.in(prec).Op(op).Add(r.in(prec)), prec: prec}
	}
	if v, ok := w.orZero(e); ok {
		return v
	}
	if w.canHoist {
		name := w.names.take("value")
		w.raw(jen.Var().Id(name).Add(w.g.goType(e.Type())))
		w.logicInto(e, func(v ex) { w.raw(jen.Id(name).Op("=").Add(v.Statement)) })
		w.canHoist = true
		out := prim(jen.Id(name))
		out.placed = true
		return out
	}
	return w.literalCall(e.Type(), func(w *fn) { w.returnValue(e) })
}

// leftIsNone reports whether the left side is always None, as an optional is that was found to be absent.
func leftIsNone(e *ir.Logic) bool {
	l := e.L
	if c, ok := l.(*ir.Convert); ok && !c.Checked {
		l = c.V
	}
	return types.IsNone(l.Type())
}

// afterNone is `f() or x` for a function that returns None: x, after the call.
func (w *fn) afterNone(e *ir.Logic) ex {
	if !w.canHoist {
		return w.literalCall(e.Type(), func(in *fn) {
			in.canHoist = true
			in.effect(e.L)
			in.canHoist = true
			in.returnValue(in.converted(e.R, e.Type()))
		})
	}
	w.effect(e.L)
	w.canHoist = true
	out := w.expr(w.converted(e.R, e.Type()))
	out.placed = w.canHoist
	return out
}

// orZero is `x or 0` of an optional: the zero is what an absent value holds anyway.
func (w *fn) orZero(e *ir.Logic) (ex, bool) {
	opt := optionalLeft(e)
	if e.Op != "or" || opt == nil {
		return ex{}, false
	}
	k, ok := e.R.(*ir.Const)
	if !ok || k.Value != any(int64(0)) && k.Value != any("") && k.Value != any(false) {
		return ex{}, false
	}
	v := w.expr(opt)
	return v.method("Or", w.expr(e.R)), true
}

// optionalLeft is the left side of an `and`/`or` that may be None although the result is not.
func optionalLeft(e *ir.Logic) ir.Expr {
	l := e.L
	if c, ok := l.(*ir.Convert); ok && !c.Checked && types.IsOptional(c.V.Type()) {
		l = c.V
	}
	if types.IsOptional(l.Type()) && types.Equal(types.Unwrap(l.Type()), e.Type()) {
		return l
	}
	return nil
}

// conditionally runs code for something that may not be evaluated: nothing of it may be put in
// front of the statement.
func (w *fn) conditionally(f func()) {
	saved := w.canHoist
	w.canHoist = false
	f()
	w.canHoist = saved
}

// logicInto writes statements that put the result of `and`/`or` somewhere.
func (w *fn) logicInto(e *ir.Logic, put func(ex)) {
	if leftIsNone(e) {
		w.effect(e.L)
		if e.Op == "and" {
			w.into(&ir.Convert{X: ir.X{T: e.Type(), At: e.At}, V: &written{ir.X{T: types.None}, w.g.none}}, put)
			return
		}
		w.into(w.converted(e.R, e.Type()), put)
		return
	}
	left := w.operand(e.L, e.Type())
	test := left.test()
	if e.Op == "or" {
		w.ifElse(test, func() { put(left.value()) }, func() { w.into(e.R, put) })
		return
	}
	w.ifElse(test, func() { w.into(e.R, put) }, func() { put(left.value()) })
}

// operand is the left side of and/or: evaluated once, tested and perhaps used.
type operand struct{ test, value func() ex }

func (w *fn) operand(e ir.Expr, t types.Type) operand {
	v := e
	if c, ok := e.(*ir.Convert); ok && !c.Checked {
		v = c.V
	}
	if !w.simple(v) {
		name := w.declare("value", w.typed(v))
		w.canHoist = true
		v = &written{ir.X{T: v.Type(), At: e.Pos()}, func() ex { return prim(jen.Id(name)) }}
	}
	return operand{func() ex { return w.truth(v) }, func() ex { return w.expr(w.converted(v, t)) }}
}

// into writes statements that evaluate e and put its value somewhere: conditional expressions
// become if statements.
func (w *fn) into(e ir.Expr, put func(ex)) {
	w.canHoist = true
	switch e := e.(type) {
	case *ir.Cond:
		test := w.expr(e.Test)
		w.ifElse(test, func() { w.into(e.Then, put) }, func() { w.into(e.Else, put) })
		return
	case *ir.Logic:
		if !types.IsBool(e.Type()) {
			if _, ok := w.orZero(e); !ok {
				w.logicInto(e, put)
				return
			}
		}
	case *ir.Convert:
		// Convert each branch instead of the whole.
		if c, ok := e.V.(*ir.Cond); ok && !types.IsNone(c.Type()) {
			conv := func(v ir.Expr) ir.Expr { return &ir.Convert{X: e.X, V: v, Checked: e.Checked} }
			w.into(&ir.Cond{X: e.X, Test: c.Test, Then: conv(c.Then), Else: conv(c.Else)}, put)
			return
		}
	}
	put(w.expr(e))
}

// choose is a conditional expression in the middle of another.
func (w *fn) choose(e *ir.Cond) ex {
	if w.canHoist {
		name := w.names.take("value")
		w.raw(jen.Var().Id(name).Add(w.g.goType(e.Type())))
		w.into(e, func(v ex) { w.raw(jen.Id(name).Op("=").Add(v.Statement)) })
		w.canHoist = true
		out := prim(jen.Id(name))
		out.placed = true
		return out
	}
	return w.literalCall(e.Type(), func(w *fn) { w.returnValue(e) })
}

// ifElse writes an if statement with both branches.
func (w *fn) ifElse(test ex, then, otherwise func()) {
	body := w.inBlock(nil, then)
	alt := w.inBlock(nil, otherwise)
	w.add(&item{ends: body.ended() && alt.ended(), terminates: body.terminates() && alt.terminates(), render: func() []jen.Code {
		s := jen.If(test.Statement).Block(w.codes(body)...)
		return w.elseBlock(s, body, alt)
	}})
}

// elseBlock adds an else branch to an if statement: without the word else where the first branch
// does not come back and the second declares nothing.
func (w *fn) elseBlock(s *jen.Statement, body, alt *block) []jen.Code {
	rest := w.codes(alt)
	switch {
	case len(rest) == 0:
		return []jen.Code{s}
	case body.ended() && !alt.declares():
		return append([]jen.Code{s}, rest...)
	}
	return []jen.Code{s.Else().Block(rest...)}
}

// literalCall writes an expression as statements in a function called on the spot.
func (w *fn) literalCall(result types.Type, body func(*fn)) ex {
	in := w.child(nil)
	in.result, in.yield, in.gen, in.givesNone = result, "", "", types.IsNone(result)
	b := in.inBlock(nil, func() { body(in) })
	return prim(jen.Func().Params().Add(w.g.goType(result)).Add(w.lazyBlock(b)).Call())
}

// assigned is (x := v).
func (w *fn) assigned(e *ir.Assigned) ex {
	if w.canHoist {
		w.assignVar(e.Var, e.V)
		w.canHoist = true
		out := w.local(e.Var)
		out.placed = true
		return out
	}
	return w.literalCall(e.Type(), func(in *fn) {
		in.assignVar(e.Var, e.V)
		in.raw(jen.Return(in.local(e.Var).Statement))
	})
}

// stable makes an expression that can be repeated: a simple one as it is, another through a variable.
func (w *fn) stable(e ir.Expr, name string) func() ex {
	if w.simple(e) {
		return func() ex { return w.expr(e) }
	}
	if !w.canHoist {
		fail("%T cannot be evaluated in front of its statement", e)
	}
	name = w.names.take(name)
	v := w.typed(e)
	w.raw(jen.Id(name).Op(":=").Add(v.Statement))
	w.canHoist = true
	return func() ex { return prim(jen.Id(name)) }
}

// asStatements evaluates e in a function of its own if its operands need variables in front of the
// statement and nothing may be put there.
func (w *fn) asStatements(e ir.Expr, operands ...ir.Expr) (ex, bool) {
	if w.canHoist {
		return ex{}, false
	}
	for _, o := range operands {
		if !w.simple(o) {
			return w.literalCall(e.Type(), func(in *fn) { in.returnValue(e) }), true
		}
	}
	return ex{}, false
}
