package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// callbackResult is what a function gives when it is called with arguments of these types.
func (c *checker) callbackResult(arg ir.Expr, params []types.Type) types.Type {
	switch t := typeOf(arg).(type) {
	case *types.Func:
		fn := t.Fn.(*function)
		args, ok := c.defaultsFor(fn, params)
		if !ok {
			return types.Bad
		}
		in := c.instance(fn, args, arg.Pos())
		if in == nil {
			return types.Bad
		}
		return in.value()
	case *types.Builtin, *types.Class:
		return typeOf(c.eta(arg, params).call)
	}
	return types.Any
}

// value is what a call of the instance gives.
func (in *instance) value() types.Type {
	if in.yields != nil {
		if last, ok := types.Is(in.last, "Iterator"); ok && in.active {
			return types.Iterator(types.Join(last.Args[0], in.yields))
		}
		return types.Iterator(in.yields)
	}
	if in.active {
		return types.Join(in.last, in.result)
	}
	return in.result
}

// defaultsFor completes the arguments of a callback with the types of its defaults.
func (c *checker) defaultsFor(fn *function, params []types.Type) ([]types.Type, bool) {
	var out []types.Type
	n, named := 0, false
	for _, p := range fn.params {
		switch {
		case p.Kind == syntax.BareStar:
			named = true
		case p.Name == "":
		case p.Kind == syntax.StarParam:
			out = append(out, types.Tuple(params[min(n, len(params)):]...))
			n, named = len(params), true
		case p.Kind == syntax.StarStarParam:
			out = append(out, keywordsType(nil, nil))
		case n < len(params) && !named:
			out = append(out, params[n])
			n++
		case fn.defaults[p.Name] != nil:
			out = append(out, typeOf(fn.defaults[p.Name]))
		case fn.defaultSites[p.Name] != nil && c.inRound():
			out = append(out, fn.defaultSites[p.Name].storage())
		case fn.defaultSites[p.Name] != nil:
			out = append(out, omitted)
		default:
			return nil, false
		}
	}
	return out, true
}

// callback makes the function value of a declared function parameter.
func (c *checker) callback(arg ir.Expr, want *types.Callable) ir.Expr {
	if sets, v, ok := c.callbackOnce(arg); ok {
		out := c.callback(v, want)
		return &ir.Let{X: ir.X{T: out.Type(), At: arg.Pos()}, Sets: sets, V: out}
	}
	t, ok := typeOf(arg).(*types.Func)
	if !ok {
		e := c.eta(arg, want.Params)
		return c.wrapper(e, want, arg)
	}
	fn := t.Fn.(*function)
	args, ok := c.defaultsFor(fn, want.Params)
	if !ok {
		return c.bad(arg.Pos())
	}
	if c.inRound() && len(fn.defaultSites) > 0 {
		return c.callbackOfRound(fn, arg, want)
	}
	in := c.instance(fn, args, arg.Pos())
	if in == nil {
		return c.bad(arg.Pos())
	}
	if !isFuncVal(arg) {
		c.noteValueCall(fn, in)
	}
	same := passedCount(args) == len(want.Params) && !hasStar(fn)
	result := in.value()
	if _, isLocal := arg.(*ir.FuncVal); isLocal && same {
		if !fn.named && !fn.scope.yields {
			in.want = want.Result
			return &ir.FuncVal{X: ir.X{T: want, At: arg.Pos()}, Func: in.ir}
		}
		if types.Equal(result, want.Result) {
			return &ir.FuncVal{X: ir.X{T: want, At: arg.Pos()}, Func: in.ir}
		}
	}
	if !isFuncVal(arg) && same && types.Equal(result, want.Result) {
		return arg
	}
	var sets []*ir.Assign
	if !isFuncVal(arg) && hasEffect(arg) {
		tmp := c.temp(arg)
		tmp.v.Name = "function"
		tmp.v.Fresh, tmp.v.Shared = true, true
		sets, arg = []*ir.Assign{tmp.set.(*ir.Assign)}, tmp.read()
	}
	e := &expansion{}
	var vals []argument
	for i, p := range want.Params {
		vals = append(vals, argument{val: e.param(c, p, paramName(fn, i), arg.Pos()), at: arg.Pos()})
	}
	e.call = c.callFunction(fn, arg, vals, arg.Pos())
	out := c.wrapper(e, want, arg)
	if len(sets) > 0 {
		return &ir.Let{X: ir.X{T: out.Type(), At: arg.Pos()}, Sets: sets, V: out}
	}
	return out
}

// callbackOrNone makes the function value of a parameter of a value that may be None when running: then it is none, or, of a key
// of elements, the function that gives the element.
func (c *checker) callbackOrNone(arg ir.Expr, want *types.Callable, key bool) ir.Expr {
	at := arg.Pos()
	tmp := c.temp(arg)
	tmp.v.Name = "function"
	tmp.v.Fresh, tmp.v.Shared = true, true
	given := &ir.Compare{X: ir.X{T: types.Bool, At: at}, Op: "is not", L: tmp.read(), R: c.none(at)}
	let := &ir.Let{Sets: []*ir.Assign{tmp.set.(*ir.Assign)}}
	if key {
		e := c.eta(tmp.read(), want.Params)
		element := &ir.Local{X: ir.X{T: want.Params[0], At: at}, Var: e.params[0]}
		e.call = &ir.Cond{X: ir.X{T: types.Any, At: at}, Test: given, Then: e.call, Else: c.convertLater(element, types.Any)}
		let.V = c.wrapper(e, want, arg)
	} else {
		made := c.callback(tmp.read(), want)
		none := &ir.FuncVal{X: ir.X{T: made.Type(), At: at}}
		let.V = &ir.Cond{X: ir.X{T: made.Type(), At: at}, Test: given, Then: made, Else: none}
	}
	let.X = ir.X{T: let.V.Type(), At: at}
	return let
}

// inRound reports a place in a loop or comprehension.
func (c *checker) inRound() bool { return len(c.frame.loops)+len(c.frame.comps) > 0 }

// callbackOfRound is a callback made in a loop of a function with defaults that are kept in variables: the next round changes
// these, so the function is passed what they are now.
func (c *checker) callbackOfRound(fn *function, arg ir.Expr, want *types.Callable) ir.Expr {
	e := &expansion{}
	var vals []argument
	for i, p := range want.Params {
		vals = append(vals, argument{val: e.param(c, p, paramName(fn, i), arg.Pos()), at: arg.Pos()})
	}
	var sets []*ir.Assign
	n, named := 0, false
	for _, p := range fn.params {
		named = named || p.Kind != syntax.PlainParam && p.Kind != syntax.BareSlash
		if !named && p.Name != "" && n < len(want.Params) {
			n++
			continue
		}
		if fn.defaultSites[p.Name] == nil {
			continue
		}
		tmp := c.temp(c.readDefault(fn.defaultSites[p.Name], arg.Pos()))
		tmp.v.Name = p.Name
		tmp.v.Fresh, tmp.v.Shared = true, true
		sets = append(sets, tmp.set.(*ir.Assign))
		vals = append(vals, argument{name: p.Name, val: tmp.read(), at: arg.Pos()})
	}
	e.call = c.callFunction(fn, arg, vals, arg.Pos())
	out := c.wrapper(e, want, arg)
	return &ir.Let{X: ir.X{T: out.Type(), At: arg.Pos()}, Sets: sets, V: out}
}

// callbackOnce takes apart what must be evaluated once, before the function is called for the first
// time: defaults of a lambda, the object of a method, and whatever gives an Any.
func (c *checker) callbackOnce(arg ir.Expr) ([]*ir.Assign, ir.Expr, bool) {
	if let, ok := arg.(*ir.Let); ok {
		return let.Sets, let.V, true
	}
	b, method := typeOf(arg).(*types.Builtin)
	if method {
		recv, ok := b.Recv.(ir.Expr)
		if !ok || !hasEffect(recv) {
			return nil, nil, false
		}
		tmp := c.temp(recv)
		tmp.v.Fresh, tmp.v.Shared = true, true
		return []*ir.Assign{tmp.set.(*ir.Assign)}, ref(&types.Builtin{Name: b.Name, Decl: b.Decl, Recv: tmp.read()}, arg.Pos()), true
	}
	if !types.IsAny(typeOf(arg)) {
		return nil, nil, false
	}
	if l, ok := arg.(*ir.Local); ok && l.Var != nil && l.Var.Fresh {
		return nil, nil, false
	}
	tmp := c.temp(arg)
	tmp.v.Name = "function"
	tmp.v.Fresh, tmp.v.Shared = true, true
	return []*ir.Assign{tmp.set.(*ir.Assign)}, tmp.read(), true
}

// passedCount counts the arguments that a call of an instance has in Go, if **kwargs takes none.
func passedCount(args []types.Type) int {
	n := 0
	for _, a := range args {
		if _, keywords := keywordNames(a); !keywords && !static(a) {
			n++
		}
	}
	return n
}

func hasStar(fn *function) bool {
	for _, p := range fn.params {
		if p.Kind == syntax.StarParam {
			return true
		}
	}
	return false
}

func paramName(fn *function, i int) string {
	for _, p := range fn.params {
		if p.Name == "" {
			continue
		}
		if i == 0 {
			return p.Name
		}
		i--
	}
	return "x"
}

// expansion is a call of a function with fresh parameters: lambda x: f(x).
type expansion struct {
	params []*ir.Var
	call   ir.Expr
}

func (e *expansion) param(c *checker, t types.Type, name string, at syntax.Span) ir.Expr {
	v := &ir.Var{Name: name, Type: t, Param: true, Def: at}
	c.later = append(c.later, func() { v.Type = types.Resolve(t) })
	e.params = append(e.params, v)
	return &ir.Local{X: ir.X{T: t, At: at}, Var: v}
}

// eta writes a declared function that is used as a value as a call of it.
func (c *checker) eta(arg ir.Expr, params []types.Type) *expansion {
	e := &expansion{}
	at := arg.Pos()
	var args []argument
	for i, p := range params {
		args = append(args, argument{val: e.param(c, p, string(rune('a'+i)), at), at: at})
	}
	call := &syntax.Call{At: syntax.At{Span: at}, Fn: &syntax.Name{At: syntax.At{Span: at}, Id: "f"}}
	switch t := typeOf(arg).(type) {
	case *types.Builtin:
		switch t.Decl.(type) {
		case unboundOf:
			e.call = c.callUnboundOf(t.Decl.(unboundOf).k, t.Name, args, call)
			return e
		case unboundMethod:
			e.call = c.method(args[0].val, t.Name, args[1:], at, at)
			return e
		case *api.Overloads:
			if recv, ok := t.Recv.(ir.Expr); ok {
				e.call = c.method(recv, t.Name, args, at, at)
				return e
			}
		}
	}
	e.call = c.callValue(arg, args, call)
	return e
}

// wrapper makes a function of an expansion, converting its result.
func (c *checker) wrapper(e *expansion, want *types.Callable, arg ir.Expr) ir.Expr {
	if types.IsBad(typeOf(e.call)) {
		return c.bad(arg.Pos())
	}
	f := &ir.Func{Name: "<lambda>", Lambda: true, Wrapper: true, Params: e.params, At: arg.Pos(), Result: want.Result}
	if c.frame.inst != nil {
		f.Parent = c.frame.inst.ir
	}
	if want.Result == types.Type(types.Truth) {
		f.Result = types.Bool
	}
	c.later = append(c.later, func() { f.Result = types.Resolve(f.Result) })
	for _, p := range e.params {
		p.Owner = f
	}
	if types.IsNone(f.Result) {
		f.Body = []ir.Stmt{&ir.ExprStmt{S: ir.S{At: arg.Pos()}, V: e.call}}
	} else {
		f.Body = []ir.Stmt{&ir.Return{S: ir.S{At: arg.Pos()}, V: c.convertTo(e.call, want.Result)}}
	}
	return &ir.FuncVal{X: ir.X{T: want, At: arg.Pos()}, Func: f}
}
