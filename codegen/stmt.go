package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// stmts writes statements up to the first that control does not pass.
func (w *fn) stmts(list []ir.Stmt) {
	for _, s := range list {
		if w.blk.ended() {
			return
		}
		w.stmt(s)
	}
}

func (w *fn) stmt(s ir.Stmt) {
	outer := w.at
	w.at = w.g.line(s.Pos())
	w.g.at = w.at
	w.canHoist = true
	switch s := s.(type) {
	case *ir.Assign:
		w.assign(s.Target, s.Value)
	case *ir.AugItem:
		w.augmented(s)
	case *ir.ExprStmt:
		w.effect(s.V)
	case *ir.If:
		w.ifStmt(s)
	case *ir.While:
		w.while(s)
	case *ir.For:
		w.forStmt(s)
	case *ir.Return:
		w.returnValue(s.V)
	case *ir.Emit:
		w.emit(w.expr(s.V))
	case *ir.EmitFrom:
		w.emitFrom(s)
	case *ir.Merge:
		w.mergeRecord(s)
	case *ir.Break:
		w.breakLoop()
	case *ir.Continue:
		w.continueLoop()
	case *ir.Raise:
		w.raise(s)
	case *ir.Try:
		w.try(s)
	case *ir.With:
		w.with(s.Items, s.Body)
	case *ir.Assert:
		w.assert(s)
	case *ir.Del:
		w.del(s.Target)
	case *ir.DefClass:
		w.defClass(s)
	case *ir.DefFunc:
		w.defFunc(s)
	default:
		fail("no Go form for %T", s)
	}
	w.at = outer
}

// effect evaluates an expression for what it does.
func (w *fn) effect(e ir.Expr) {
	switch x := e.(type) {
	case *ir.Const:
		return
	case *ir.Convert:
		if !x.Checked && !types.IsAny(x.V.Type()) {
			w.effect(x.V)
			return
		}
	case *ir.Cond:
		test := w.expr(x.Test)
		w.ifElse(test, func() { w.canHoist = true; w.effect(x.Then) }, func() { w.canHoist = true; w.effect(x.Else) })
		return
	case *ir.Logic:
		w.logicEffect(x)
		return
	case *ir.Truth:
		w.effect(x.V)
		return
	case *ir.Let:
		w.letSets(x)
		w.effect(x.V)
		return
	case *ir.Call:
		w.callEffect(e, w.callDeclared(x))
		return
	case *ir.CallFunc:
		w.callEffect(e, w.callFunc(x))
		return
	case *ir.CallValue:
		if !types.IsAny(x.Fn.Type()) {
			f := w.expr(x.Fn)
			w.callEffect(e, f.call(w.exprs(x.Args)...))
			return
		}
	case *ir.CallMethod, *ir.StageCall, *ir.Inherited:
		w.callEffect(e, w.expr(e))
		return
	}
	if w.pure(e) { // writing it would count as reading its variables
		return
	}
	if v := w.expr(e); !v.constant {
		w.raw(jen.Id("_").Op("=").Add(v.Statement))
	}
}

// callEffect writes a call as a statement; what is no call in Go is assigned to nothing.
func (w *fn) callEffect(e ir.Expr, v ex) {
	if !v.isCall {
		w.raw(jen.Id("_").Op("=").Add(v.Statement))
		return
	}
	note := w.provenance(onStream(e))
	w.add(&item{ends: types.IsNever(e.Type()), render: func() []jen.Code { return []jen.Code{v.Statement.Add(note)} }})
}

// logicEffect is `test and action()` as a statement.
func (w *fn) logicEffect(e *ir.Logic) {
	var test ex
	if types.IsBool(e.Type()) {
		test = w.expr(e.L)
	} else {
		test = w.operand(e.L, e.Type()).test()
	}
	body := w.inBlock(nil, func() { w.canHoist = true; w.effect(e.R) })
	w.add(&item{render: func() []jen.Code {
		if e.Op == "or" {
			test = unary("!", test)
		}
		return []jen.Code{jen.If(test.Statement).Block(w.codes(body)...)}
	}})
}

// ifStmt writes if, else if and else. A test known when compiling leaves only its branch.
func (w *fn) ifStmt(s *ir.If) {
	if known, ok := knownTest(s.Test); ok {
		if known {
			w.stmts(s.Body)
		} else {
			w.stmts(s.Else)
		}
		return
	}
	test := w.expr(s.Test)
	body := w.inBlock(nil, func() { w.stmts(s.Body) })
	alt := w.inBlock(nil, func() { w.stmts(s.Else) })
	it := &item{ends: body.ended() && alt.ended(), terminates: body.terminates() && alt.terminates(), isIf: true}
	it.render = func() []jen.Code {
		code := jen.If(test.Statement).Block(w.codes(body)...)
		if len(alt.items) == 1 && alt.items[0].isIf && len(alt.items[0].before) == 0 && !w.g.opt.LineDirectives {
			if inner := alt.items[0].render(); len(inner) == 1 {
				return []jen.Code{code.Else().Add(inner[0])}
			} else if !body.ended() {
				return []jen.Code{code.Else().Block(inner...)}
			} else {
				return append([]jen.Code{code}, inner...)
			}
		}
		return w.elseBlock(code, body, alt)
	}
	w.add(it)
}

// knownTest evaluates the tests that scripts use as switches: while True, and the comparison of
// __name__ with "__main__".
func knownTest(e ir.Expr) (value, ok bool) {
	switch e := e.(type) {
	case *ir.Const:
		v, ok := e.Value.(bool)
		return v, ok
	case *ir.Truth:
		if n, ok := intConst(e.V); ok {
			return n != 0, true
		}
		return knownTest(e.V)
	case *ir.Compare:
		l, ok1 := e.L.(*ir.Const)
		r, ok2 := e.R.(*ir.Const)
		if ok1 && ok2 && types.IsStr(l.Type()) && types.IsStr(r.Type()) && e.Op == "==" {
			return l.Value == r.Value, true
		}
	}
	return false, false
}

// returnValue leaves the function.
func (w *fn) returnValue(e ir.Expr) {
	if w.yield != "" || w.result == nil || types.IsNone(w.result) {
		if e != nil {
			w.effect(e)
		}
		switch {
		case w.blk.ended():
		case w.givesNone:
			none := w.g.none()
			w.leave(&none)
		default:
			w.leave(nil)
		}
		return
	}
	if e == nil {
		e = w.g.noneAs(w.result)
	}
	w.into(e, func(v ex) { w.leave(&v) })
}

// noneAs is None as a function's result type.
func (g *generator) noneAs(t types.Type) ir.Expr {
	return &written{ir.X{T: t}, func() ex { return prim(g.zero(t)) }}
}

// raise raises an exception, or the one being handled again.
func (w *fn) raise(s *ir.Raise) {
	var code *jen.Statement
	switch {
	case s.V == nil && w.exc != nil:
		w.panicWith(w.exc)
		return
	case s.V == nil:
		code = w.g.py("Reraise").call().Statement
	case s.From != nil:
		v := w.exception(s.V)
		code = w.g.py("RaiseFrom").call(v, w.exceptionOrNil(s.From)).Statement
	default:
		code = w.g.py("Raise").call(w.exception(s.V)).Statement
	}
	if w.exc != nil && s.V != nil && !w.handling {
		body := []jen.Code{code}
		if w.g.opt.LineDirectives {
			body = []jen.Code{lineMark(w.at), code}
		}
		code = w.use(w.exc).Dot("Handling").Call(jen.Func().Params().Block(body...))
	}
	w.add(&item{ends: true, render: func() []jen.Code { return []jen.Code{code} }})
}

// panicWith raises an exception again.
func (w *fn) panicWith(exc *variable) {
	code := jen.Panic(w.use(exc))
	w.add(&item{ends: true, terminates: true, render: func() []jen.Code { return []jen.Code{code} }})
}

// exception writes the operand of raise as *py.Exception.
func (w *fn) exception(e ir.Expr) ex {
	if types.IsAny(e.Type()) {
		return w.g.py("ExceptionOf").call(w.expr(e))
	}
	return w.expr(e)
}

func (w *fn) exceptionOrNil(e ir.Expr) ex {
	if types.IsNone(e.Type()) {
		return prim(jen.Nil())
	}
	return w.exception(e)
}

// assert raises AssertionError unless the test holds.
func (w *fn) assert(s *ir.Assert) {
	if known, ok := knownTest(s.Test); ok && known {
		return
	} else if ok {
		w.raiseAssertion(s)
		w.blk.items[len(w.blk.items)-1].ends = true
		return
	}
	test := w.not(s.Test)
	body := w.inBlock(nil, func() { w.raiseAssertion(s) })
	w.add(&item{render: func() []jen.Code { return []jen.Code{jen.If(test.Statement).Block(w.codes(body)...)} }})
}

func (w *fn) raiseAssertion(s *ir.Assert) {
	args := []ex{w.g.py("AssertionError")}
	if s.Msg != nil {
		w.canHoist = true
		args = append(args, w.boxed(s.Msg))
	}
	w.raw(w.g.py("Raise").call(w.g.py("NewException").call(args...)).Statement)
}

// del deletes an item or slice; deleting a variable needs nothing.
func (w *fn) del(t ir.Target) {
	switch t := t.(type) {
	case *ir.ItemTarget:
		if types.IsAny(t.V.Type()) {
			w.raw(w.g.py("DynDelItem").call(w.dynArgs(t.V, t.I)...).Statement)
			return
		}
		name := "DelAt"
		if typeName(t.V.Type()) == "dict" {
			name = "Del"
		}
		v := w.expr(t.V)
		w.raw(w.goMethod(t.V.Type(), v, name, w.expr(t.I)).Statement)
	case *ir.SliceTarget:
		v := w.expr(t.V)
		if types.IsAny(t.V.Type()) {
			w.raw(w.g.py("DynDelItem").call(v, w.g.py("NewSlice").call(w.bound3(t.Lo, t.Hi, t.Step)...)).Statement)
			return
		}
		w.raw(w.goMethod(t.V.Type(), v, "DelSlice", w.bound3(t.Lo, t.Hi, t.Step)...).Statement)
	case *ir.AttrTarget:
		w.raw(w.g.py("DynDelAttr").call(w.boxed(t.V), prim(quoted(t.Name))).Statement)
	case *ir.TupleTarget:
		for _, e := range t.Elts {
			w.del(e)
		}
	}
}
