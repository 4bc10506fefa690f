package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// apply writes what comes after a function's result for an argument: the function's body with the argument in place of
// its parameter, or a call.
func (l *lowerer) apply(fun, arg ir.Expr, then func(ir.Expr)) {
	saved := l.at
	l.at = fun.Pos()
	defer func() { l.at = saved }()
	switch f := fun.(type) {
	case *ir.Convert:
		if sig, ok := signature(f.Type()); ok && sig.Result != nil && !isTruth(sig.Result) {
			if inner, ok := signature(f.V.Type()); ok && inner.Result != nil && !types.Equal(inner.Result, sig.Result) {
				l.apply(f.V, arg, func(v ir.Expr) { then(converted(v, sig.Result)) })
				return
			}
		}
		l.apply(f.V, arg, then)
	case *ir.FuncVal:
		l.applyFunc(f, arg, then)
	default:
		result := types.Type(types.Any)
		if sig, ok := signature(fun.Type()); ok {
			result = sig.Result
		}
		call := &ir.CallValue{X: ir.X{T: result, At: fun.Pos()}, Fn: fun, Args: []ir.Expr{arg}}
		then(call)
	}
}

func (l *lowerer) applyFunc(fv *ir.FuncVal, arg ir.Expr, then func(ir.Expr)) {
	f := fv.Func
	if inner, wrap, ok := wrappedFunc(f); ok {
		l.applyFunc(&ir.FuncVal{X: fv.X, Func: inner}, arg, func(v ir.Expr) { then(wrap(v)) })
		return
	}
	if body, ok := f.Expression(); ok {
		l.fresh = false
		l.stage.Inlined = append(l.stage.Inlined, f)
		c := &ir.Cloner{Own: f, To: l.fn}
		p := c.Var(f.Params[0])
		value := l.bind(p, converted(arg, p.Type), c.Expr(body))
		then(value)
		return
	}
	if l.canInline(f) {
		l.inline(f, arg, then)
		return
	}
	l.fresh = false
	result := f.Result
	if f.Yields != nil {
		result = types.Iterator(f.Yields)
	}
	var args []ir.Expr
	if len(f.Params) > 0 {
		args = []ir.Expr{converted(arg, f.Params[0].Type)}
	}
	then(&ir.CallFunc{X: ir.X{T: result, At: fv.Pos()}, Func: f, Args: args})
}

// wrappedFunc is the function that the compiler wrote another around to convert its result.
func wrappedFunc(f *ir.Func) (inner *ir.Func, wrap func(ir.Expr) ir.Expr, ok bool) {
	body, ok := f.Expression()
	if !ok || !f.Wrapper {
		return nil, nil, false
	}
	call, ok := unconverted(body).(*ir.CallFunc)
	if !ok || len(call.Args) != 1 || len(call.Func.Params) != 1 || call.Func.Class != nil {
		return nil, nil, false
	}
	arg, ok := call.Args[0].(*ir.Local)
	if !ok || arg.Var != f.Params[0] {
		return nil, nil, false
	}
	var wraps func(e, v ir.Expr) ir.Expr
	wraps = func(e, v ir.Expr) ir.Expr {
		if c, ok := e.(*ir.Convert); ok {
			out := *c
			out.V = wraps(c.V, v)
			return &out
		}
		return v
	}
	return call.Func, func(v ir.Expr) ir.Expr { return wraps(body, v) }, true
}

// bind is body with a parameter replaced by a value.
func (l *lowerer) bind(p *ir.Var, value, body ir.Expr) ir.Expr {
	box := []ir.Stmt{&ir.ExprStmt{V: body}}
	l.replace(p, value, box)
	return box[0].(*ir.ExprStmt).V
}

// replace puts a value in the place of a variable in statements. The value is evaluated now, once, unless it is
// simple; a tuple that they take apart is kept in parts.
func (l *lowerer) replace(p *ir.Var, value ir.Expr, body []ir.Stmt) {
	whole := 0
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Local:
			if e.Var == p {
				whole++
			}
		case *ir.TupleGet:
			if v, ok := ir.Strip(e.V).(*ir.Local); ok && v.Var == p {
				whole--
			}
		}
	})
	value = l.hold(value, p, whole < 2)
	ir.Rewrite(body, func(e ir.Expr) ir.Expr {
		switch e := e.(type) {
		case *ir.Local:
			if e.Var == p {
				return copyOf(value)
			}
		case *ir.TupleGet:
			return tupleElement(e)
		}
		return e
	})
}

// tupleElement is an element of a tuple display whose elements are simple.
func tupleElement(e *ir.TupleGet) ir.Expr {
	if t, ok := ir.Strip(e.V).(*ir.Tuple); ok && simple(t) {
		return t.Elts[e.N]
	}
	return e
}

func copyOf(e ir.Expr) ir.Expr { return (&ir.Cloner{}).Expr(e) }

// again is a value that was kept, to be used once more.
func (l *lowerer) again(e ir.Expr) ir.Expr { return copyOf(e) }

// kept is a value that can be used more than once and later.
func (l *lowerer) kept(e ir.Expr, name string) ir.Expr {
	return l.hold(e, l.variable(name, e.Type()), true)
}

// hold is a simple expression for a value, which is evaluated into v if it is not simple. A tuple display is evaluated
// element by element if it may be kept apart.
func (l *lowerer) hold(value ir.Expr, v *ir.Var, apart bool) ir.Expr {
	value = ir.Strip(spreadConvert(value))
	if t, ok := value.(*ir.Tuple); ok && apart {
		out := &ir.Tuple{X: t.X}
		for i, e := range t.Elts {
			out.Elts = append(out.Elts, l.hold(e, l.variable(partName(len(t.Elts), i), e.Type()), true))
		}
		return out
	}
	if c, ok := value.(*ir.Convert); ok {
		if inner, ok := wrapped(c); ok { // the tests whether it is None go away
			return &ir.Convert{X: c.X, V: l.hold(inner, l.variable(v.Name, inner.Type()), apart)}
		}
	}
	if simple(value) {
		return value
	}
	at := value.Pos()
	v.Type = value.Type()
	l.add(&ir.Assign{S: ir.S{At: at}, Target: &ir.VarTarget{Var: v}, Value: value})
	return &ir.Local{X: ir.X{T: v.Type, At: at}, Var: v}
}

// simple reports that an expression is cheap, has no effects, and is the same wherever it stands in a stage, whose
// own variables are set once for a record.
func simple(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const:
		return true
	case *ir.Local:
		return !e.Var.Global && !e.Var.Shared
	case *ir.FuncVal:
		return e.Func != nil && !e.Func.Lambda && !e.Func.Wrapper
	case *ir.TupleGet:
		return simple(e.V)
	case *ir.Tuple:
		for _, x := range e.Elts {
			if !simple(x) {
				return false
			}
		}
		return true
	}
	return false
}

// spreadConvert is a conversion of a tuple display as a display of conversions.
func spreadConvert(e ir.Expr) ir.Expr {
	c, ok := e.(*ir.Convert)
	if !ok {
		return e
	}
	t, ok := ir.Strip(c.V).(*ir.Tuple)
	n, isTuple := types.Is(c.Type(), "tuple")
	if !ok || !isTuple || len(n.Args) != len(t.Elts) {
		return e
	}
	out := &ir.Tuple{X: c.X}
	for i, x := range t.Elts {
		out.Elts = append(out.Elts, converted(x, n.Args[i]))
	}
	return out
}

// partName names the elements of a tuple.
func partName(n, i int) string {
	if n == 2 {
		return [...]string{"key", "value"}[i]
	}
	return "part" + string(rune('1'+i%9))
}

// pair takes a value of a pair type apart: its key and value, evaluated in order.
func (l *lowerer) pair(e ir.Expr) (key, value ir.Expr) {
	n := types.Resolve(e.Type()).(*types.Named)
	e = ir.Strip(spreadConvert(e))
	if t, ok := e.(*ir.Tuple); ok {
		return t.Elts[0], t.Elts[1]
	}
	kv := l.kept(e, "kv")
	part := func(i int) ir.Expr {
		return &ir.TupleGet{X: ir.X{T: n.Args[i], At: e.Pos()}, V: copyOf(kv), N: i}
	}
	return part(0), part(1)
}

// converted is e as type t, without a node where it has that type already.
func converted(e ir.Expr, t types.Type) ir.Expr {
	if types.Equal(e.Type(), t) {
		return e
	}
	return &ir.Convert{X: ir.X{T: t, At: e.Pos()}, V: e}
}

// signature is the function type behind a type.
func signature(t types.Type) (*types.Callable, bool) {
	switch t := types.Resolve(t).(type) {
	case *types.Callable:
		return t, true
	case *types.Func:
		return t.Sig, t.Sig != nil
	}
	return nil, false
}

// isTruth reports a declared callback result that is only tested.
func isTruth(t types.Type) bool {
	_, ok := types.Is(t, "truth")
	return ok
}
