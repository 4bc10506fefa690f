package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// binding is what a parameter of an inlined function stands for: a variable, a constant, an
// expression that is Go already, or the elements of a tuple that is never built.
type binding struct {
	v    *ir.Var
	gv   *variable
	expr ir.Expr
	elts []*binding
}

func (b *binding) value(w *fn) ex {
	switch {
	case b.v != nil:
		return w.local(b.v)
	case b.gv != nil:
		return prim(w.use(b.gv))
	case b.expr != nil:
		return w.expr(b.expr)
	}
	elts := make([]ex, len(b.elts))
	for i, e := range b.elts {
		elts[i] = w.typedBinding(e)
	}
	return w.makeTuple(elts)
}

func (w *fn) typedBinding(b *binding) ex {
	v := b.value(w)
	if v.wrap != "" {
		return prim(jen.Id(v.wrap).Call(v.Statement))
	}
	return v
}

// inlinable returns the body of a function that is a single expression of one parameter.
func inlinable(f *ir.Func) (body ir.Expr, ok bool) {
	if len(f.Body) != 1 || f.Yields != nil || len(f.Params) != 1 {
		return nil, false
	}
	r, ok := f.Body[0].(*ir.Return)
	if !ok || r.V == nil || f.Result == nil {
		return nil, false
	}
	return r.V, !mutatesParam(r.V, f.Params[0])
}

func mutatesParam(e ir.Expr, p *ir.Var) (found bool) {
	walk(e, func(x ir.Expr) bool {
		if a, ok := x.(*ir.Assigned); ok && a.Var == p {
			found = true
		}
		return true
	})
	return found
}

// apply is the result of a function for an argument: its body with the parameter bound, or a call.
func (w *fn) apply(fun ir.Expr, arg ir.Expr) ir.Expr {
	if c, ok := fun.(*ir.Convert); ok {
		if sig, ok := signature(c.Type()); ok && sig.Result != nil && !isTruth(sig.Result) {
			if inner, ok := signature(c.V.Type()); ok && inner.Result != nil && !types.Equal(inner.Result, sig.Result) {
				return w.converted(w.apply(c.V, arg), sig.Result)
			}
		}
		return w.apply(c.V, arg)
	}
	if fv, ok := fun.(*ir.FuncVal); ok {
		f := fv.Func
		if body, ok := inlinable(f); ok {
			w.bind(f.Params[0], w.converted(arg, f.Params[0].Type), body)
			return body
		}
		result := f.Result
		if f.Yields != nil {
			result = types.Iterator(f.Yields)
		}
		var args []ir.Expr
		if len(f.Params) > 0 {
			args = []ir.Expr{w.converted(arg, f.Params[0].Type)}
		}
		return &ir.CallFunc{X: ir.X{T: result, At: fun.Pos()}, Func: f, Args: args}
	}
	result := types.Type(types.Any)
	if sig, ok := signature(fun.Type()); ok {
		result = sig.Result
	}
	return &ir.CallValue{X: ir.X{T: result, At: fun.Pos()}, Fn: fun, Args: []ir.Expr{arg}}
}

// bind makes a parameter stand for a value in body. The value is evaluated now, once, unless it is
// simple; a tuple that body only takes apart is kept in parts.
func (w *fn) bind(p *ir.Var, value, body ir.Expr) {
	w.bound[p] = w.hold(value, p.Name, onlyTakenApart(body, p))
}

// hold is a binding for a value, in a variable if it is not simple.
func (w *fn) hold(value ir.Expr, name string, apart bool) *binding {
	for {
		c, ok := value.(*ir.Convert)
		if !ok || !types.Equal(c.Type(), c.V.Type()) {
			break
		}
		value = c.V
	}
	switch e := value.(type) {
	case *ir.Local:
		if b, ok := w.bound[e.Var]; ok {
			if b.elts == nil || apart {
				return b
			}
			break
		}
		return &binding{v: e.Var}
	case *ir.Const:
		return &binding{expr: e}
	case *written:
		return &binding{expr: e}
	case *ir.TupleGet:
		if w.simple(e) {
			return &binding{expr: w.frozen(e)}
		}
	case *ir.Tuple:
		if apart {
			b := &binding{}
			for i, elt := range e.Elts {
				b.elts = append(b.elts, w.hold(elt, partName(len(e.Elts), i), true))
			}
			return b
		}
	}
	v := &ir.Var{Name: name, Type: value.Type(), Owner: w.ir}
	defer w.onLine(value)()
	w.canHoist = true
	w.into(value, func(x ex) { w.setVar(v, x) })
	return &binding{v: v}
}

// onLine makes statements that evaluate e count as its line of the script, until the returned function
// is called.
func (w *fn) onLine(e ir.Expr) func() {
	saved := w.at
	if n := w.g.line(e.Pos()); n > 0 {
		w.at = n
	}
	return func() { w.at = saved }
}

// frozen fixes what the parameters in a simple expression stand for, as they may be bound anew.
func (w *fn) frozen(e *ir.TupleGet) ir.Expr {
	l, ok := e.V.(*ir.Local)
	if !ok {
		return e
	}
	b, ok := w.bound[l.Var]
	if !ok {
		return e
	}
	if b.elts != nil {
		elt := b.elts[e.N]
		return &written{ir.X{T: e.T, At: e.At}, func() ex { return elt.value(w) }}
	}
	return &ir.TupleGet{X: e.X, V: &written{ir.X{T: l.T, At: l.At}, func() ex { return b.value(w) }}, N: e.N}
}

// partName names the elements of a tuple.
func partName(n, i int) string {
	if n == 2 {
		return [...]string{"key", "value"}[i]
	}
	return "part" + string(rune('1'+i%9))
}

// onlyTakenApart reports that body uses a tuple parameter only by its elements.
func onlyTakenApart(body ir.Expr, p *ir.Var) bool {
	apart := 0
	walk(body, func(x ir.Expr) bool {
		if t, ok := x.(*ir.TupleGet); ok {
			if l, ok := t.V.(*ir.Local); ok && l.Var == p {
				apart++
			}
		}
		return true
	})
	return apart == countReads(body, p)
}

// pair takes a value of a pair type apart: its key and value, evaluated in order.
func (w *fn) pair(e ir.Expr) (key, value ir.Expr) {
	n := types.Resolve(e.Type()).(*types.Named)
	if len(n.Args) != 2 || n.Name != "tuple" {
		fail("pairs expected, not %s", e.Type())
	}
	for {
		c, ok := e.(*ir.Convert)
		if !ok || !types.Equal(c.Type(), c.V.Type()) {
			break
		}
		e = c.V
	}
	if t, ok := e.(*ir.Tuple); ok {
		return t.Elts[0], t.Elts[1]
	}
	b := w.hold(e, "kv", true)
	part := func(i int) ir.Expr {
		x := ir.X{T: n.Args[i], At: e.Pos()}
		if b.elts != nil {
			elt := b.elts[i]
			return &written{x, func() ex { return elt.value(w) }}
		}
		return &written{x, func() ex { return w.elementOf(b.value(w), 2, i, n.Args[i]) }}
	}
	return part(0), part(1)
}

// kept is a value that can be used more than once and later.
func (w *fn) kept(e ir.Expr, name string) ir.Expr {
	v := &ir.Var{Name: name, Type: e.Type(), Owner: w.ir}
	w.bound[v] = w.hold(e, name, true)
	return &ir.Local{X: ir.X{T: e.Type(), At: e.Pos()}, Var: v}
}
