package infer

import (
	"strconv"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// A thread's function is called with arguments given beside it:
//
//	Thread(target=work, args=(queue, 3))
//
// It is called by a function without parameters that keeps the values, which is as if the script said
//
//	def thread(a0, a1, a2):
//	    def call():
//	        a0(a1, a2)
//	    return call
//
//	Thread(target=thread(work, queue, 3))
//
// so that the call has static types.

// threadCall is the function and arguments of a thread.
type threadCall struct {
	fn           syntax.Expr
	args, kwargs syntax.Expr
	rest         []*syntax.Arg // the other arguments of the constructor
}

// constructThread types Thread(target=…, args=…) and Timer(interval, function, args).
func (c *checker) constructThread(d *api.Class, e *syntax.Call) (ir.Expr, bool) {
	if d.Module != "threading" || d.Name != "Thread" && d.Name != "Timer" {
		return nil, false
	}
	t := threadArguments(d.Name, e.Args)
	args := c.arguments(t.rest)
	if t.fn != nil {
		maker := c.threadMaker(t, e)
		if maker == nil {
			return nil, false
		}
		given, frame := c.arguments(maker.args), c.frame
		c.frame = c.mod
		fn := c.function(maker.def, maker.def.Name.Id, maker.def.Params, maker.def.Body, nil)
		fn.named = true
		val := c.funcVal(fn, e.Span)
		c.frame = frame
		call := c.callFunction(fn, val, given, e.Span)
		name := "target"
		if d.Name == "Timer" {
			name = "function"
		}
		args = append(args, argument{name: name, val: call, at: t.fn.Pos()})
		if word := threadName(t.fn); word != "" && d.Name == "Thread" {
			args = append(args, argument{name: "_function", val: c.str(word, e.Span), at: e.Span})
		}
	}
	return c.callOverloads(d.New, nil, nil, args, e.Fn.Pos(), e.Span), true
}

// threadArguments finds the function and its arguments among those of a constructor.
func threadArguments(class string, args []*syntax.Arg) threadCall {
	var t threadCall
	names := []string{"group", "target", "name", "args", "kwargs"}
	if class == "Timer" {
		names = []string{"interval", "function", "args", "kwargs"}
	}
	for i, a := range args {
		name := a.Name
		if name == "" && a.Star == "" && i < len(names) {
			name = names[i]
		}
		none := false
		if _, ok := a.Value.(*syntax.NoneLit); ok {
			none = true
		}
		switch {
		case (name == "target" || name == "function") && !none:
			t.fn = a.Value
		case name == "args" && !none:
			t.args = a.Value
		case name == "kwargs" && !none:
			t.kwargs = a.Value
		case !none:
			b := *a
			b.Name = name
			t.rest = append(t.rest, &b)
		}
	}
	return t
}

// threadName is the __name__ of a thread's function.
func threadName(fn syntax.Expr) string {
	switch fn := fn.(type) {
	case *syntax.Name:
		return fn.Id
	case *syntax.Attr:
		return fn.Name
	case *syntax.Lambda:
		return "<lambda>"
	}
	return ""
}

// threadMaker is the function that makes a thread's call, and what it is given.
type threadMaker struct {
	def  *syntax.FuncDef
	args []*syntax.Arg
}

// threadMaker writes the maker of a call, once for all rounds.
func (c *checker) threadMaker(t threadCall, e *syntax.Call) *threadMaker {
	m := c.threads[e]
	if m == nil {
		m = &threadMaker{}
		call := t.call(c, e.At, m)
		if call == nil {
			return nil
		}
		inner := &syntax.FuncDef{At: syntax.At{Span: t.fn.Pos()}, Name: &syntax.Name{At: e.At, Id: "call"}, Body: []syntax.Stmt{&syntax.ExprStmt{At: e.At, X: call}}}
		m.def.Body = []syntax.Stmt{inner, &syntax.Return{At: e.At, Value: &syntax.Name{At: e.At, Id: "call"}}}
		if c.threads == nil {
			c.threads = map[*syntax.Call]*threadMaker{}
		}
		c.threads[e] = m
		b := &binder{}
		b.function(c.mod.scope, m.def, m.def.Params, m.def.Body, nil)
		b.resolveUses()
		c.changed = true
	}
	return m
}

// call is the call of the function with parameters of the maker in place of the arguments.
func (t threadCall) call(c *checker, at syntax.At, m *threadMaker) *syntax.Call {
	m.def = &syntax.FuncDef{At: at, Name: &syntax.Name{At: at, Id: "thread"}}
	keep := func(x syntax.Expr) syntax.Expr {
		name := "a" + strconv.Itoa(len(m.args))
		m.def.Params = append(m.def.Params, &syntax.Param{At: syntax.At{Span: x.Pos()}, Name: name})
		m.args = append(m.args, &syntax.Arg{At: syntax.At{Span: x.Pos()}, Value: x})
		return &syntax.Name{At: syntax.At{Span: x.Pos()}, Id: name}
	}
	call := &syntax.Call{At: at}
	if f, ok := t.fn.(*syntax.Attr); ok && !static(typeOf(c.expr(f.X))) {
		call.Fn = &syntax.Attr{At: f.At, X: keep(f.X), Name: f.Name, NameAt: f.NameAt}
	} else {
		call.Fn = keep(t.fn)
	}
	arg := func(name, star string, x syntax.Expr) {
		call.Args = append(call.Args, &syntax.Arg{At: syntax.At{Span: x.Pos()}, Name: name, NameAt: x.Pos(), Star: star, Value: keep(x)})
	}
	switch a := t.args.(type) {
	case nil:
	case *syntax.Tuple:
		for _, x := range a.Elts {
			arg("", "", x)
		}
	case *syntax.List:
		for _, x := range a.Elts {
			arg("", "", x)
		}
	default:
		arg("", "*", a)
	}
	d, literal := t.kwargs.(*syntax.Dict)
	if t.kwargs != nil && !literal {
		arg("", "**", t.kwargs)
	}
	if literal {
		for i, k := range d.Keys {
			s, ok := k.(*syntax.StrLit)
			if !ok {
				return nil
			}
			arg(s.Value, "", d.Values[i])
		}
	}
	return call
}
