package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

const (
	maxInlined = 40 // statements of a function that is written out in a stage
	maxReturns = 8  // times that what follows in a stage may be written
)

// canInline reports whether the statements of a function can stand in a stage with what follows in place of its
// returns: those must be outside of loops and of try and with statements.
func (l *lowerer) canInline(f *ir.Func) bool {
	if len(f.Params) != 1 || f.Yields != nil || f.Class != nil || !plainBody(f) {
		return false
	}
	returns, inner := 0, false
	for _, s := range f.Body {
		countReturns(s, false, &returns, &inner)
	}
	early := returns > 1 || fallsThrough(f.Body)
	return !inner && (!early || l.last) && max(1, l.copies)*(returns+1) <= maxReturns
}

// plainBody reports a function that keeps nothing between its statements but variables which it sets before it
// reads them, and calls itself nowhere.
func plainBody(f *ir.Func) bool {
	ok, n := true, 0
	ir.EachStmt(f.Body, func(s ir.Stmt) {
		n++
		switch s.(type) {
		case *ir.DefFunc, *ir.DefClass:
			ok = false
		}
	})
	ir.Visit(f.Body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.BoundCheck, *ir.FuncBox, *ir.StageCall:
			ok = false
		case *ir.CallFunc:
			ok = ok && e.Func != f
		case *ir.FuncVal:
			ok = ok && e.Func != f
		case *ir.Local:
			ok = ok && !(e.Var.Owner == f && e.Var.Shared)
		}
	})
	return ok && n <= maxInlined
}

// countReturns counts the return statements of a function; inner tells that one is where it cannot be replaced.
func countReturns(s ir.Stmt, inside bool, n *int, inner *bool) {
	switch s := s.(type) {
	case *ir.Return:
		*n++
		*inner = *inner || inside
		return
	case *ir.For, *ir.While, *ir.Try, *ir.With:
		inside = true
	case *ir.If:
		if _, ok := s.Test.(*ir.Const); ok { // what is dead is not printed
			inside = true
		}
	}
	for _, b := range ir.Blocks(s) {
		for _, x := range b {
			countReturns(x, inside, n, inner)
		}
	}
}

// fallsThrough reports whether control may reach the end of statements.
func fallsThrough(body []ir.Stmt) bool {
	if len(body) == 0 {
		return true
	}
	switch s := body[len(body)-1].(type) {
	case *ir.Return, *ir.Raise:
		return false
	case *ir.If:
		return fallsThrough(s.Body) || fallsThrough(s.Else)
	}
	return true
}

// inline writes the statements of a function, with what follows in place of its returns.
func (l *lowerer) inline(f *ir.Func, arg ir.Expr, then func(ir.Expr)) {
	l.stage.Inlined = append(l.stage.Inlined, f)
	c := &ir.Cloner{Own: f, To: l.fn}
	var body []ir.Stmt
	fresh := l.fresh
	l.fresh = false
	if rec, ok := ir.Strip(arg).(*ir.Local); ok && fresh && rec.Var == l.rec && types.Equal(rec.Var.Type, f.Params[0].Type) {
		c.Use(f.Params[0], l.rec)
		body = c.Stmts(f.Body)
	} else {
		p := c.Var(f.Params[0])
		body = c.Stmts(f.Body)
		l.bindIn(p, converted(arg, p.Type), body)
	}
	if fallsThrough(body) {
		body = append(body, &ir.Return{S: ir.S{At: f.At}})
	}
	copies := l.copies
	returns, inner := 0, false
	for _, s := range body {
		countReturns(s, false, &returns, &inner)
	}
	l.copies = max(1, copies) * returns
	l.returns(body, f.Result, l.last, then)
	l.copies = copies
}

// bindIn replaces a parameter in statements by its argument, if they do not set it.
func (l *lowerer) bindIn(p *ir.Var, value ir.Expr, body []ir.Stmt) {
	if usesOf(body).sets[p] > 0 {
		l.add(&ir.Assign{S: ir.S{At: value.Pos()}, Target: &ir.VarTarget{Var: p}, Value: value})
		return
	}
	l.replace(p, value, body)
}

// returns writes statements whose returns give a result to what follows. Where more statements of the function stand
// behind a return, the next record is begun instead.
func (l *lowerer) returns(body []ir.Stmt, result types.Type, atEnd bool, then func(ir.Expr)) {
	for i, s := range body {
		last := i == len(body)-1 && atEnd
		switch s := s.(type) {
		case *ir.Return:
			v := s.V
			if v == nil {
				v = &ir.Const{X: ir.X{T: types.None, At: s.At}}
			}
			if result != nil {
				v = converted(v, result)
			}
			l.at = s.At
			then(v)
			if !last {
				l.add(&ir.Continue{S: s.S})
			}
			return
		case *ir.If:
			n, inner := 0, false
			countReturns(s, false, &n, &inner)
			if n > 0 {
				l.add(&ir.If{S: s.S, Test: s.Test,
					Body: l.block(func() { l.returns(s.Body, result, last, then) }),
					Else: l.block(func() { l.returns(s.Else, result, last, then) })})
				continue
			}
		}
		l.add(s)
	}
}
