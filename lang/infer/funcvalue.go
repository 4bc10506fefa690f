package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// A function is a type of its own as long as each place knows which function it has: its calls are
// resolved when compiling. Where several functions meet, in a list or a dict, in a variable that is
// one of two, or where a call does not say what goes to which parameter, the function is boxed: an
// instance for parameters of type Any, held in a py.Function. Its static type is Any.

// isFunction reports a type that exists at compile time but may be boxed: functions, bound
// methods and classes.
func isFunction(t types.Type) bool {
	switch types.Resolve(t).(type) {
	case *types.Func, *types.Builtin, *types.Class:
		return true
	}
	return false
}

// box makes a function a value of type Any. Other values stay what they are.
func (c *checker) box(v ir.Expr) ir.Expr {
	switch t := typeOf(v).(type) {
	case *types.Func:
		return c.boxFunc(v, t.Fn.(*function))
	case *types.Builtin:
		if at, ok := t.Decl.(*api.Attr); ok {
			return c.member(at, v.Pos())
		}
		if of, ok := t.Decl.(classOfObject); ok && of.k.canBeDynamic() {
			c.makeClassDynamic(of.k, v.Pos(), "the class of an object is used as a value")
		}
		if recv, ok := t.Recv.(ir.Expr); ok {
			return c.boxMethod(recv, v, t)
		}
		return c.boxBuiltin(v, t.Name)
	case *types.Class:
		if exc, ok := t.Decl.(excClass); ok { // the class of an exception that nobody raises
			of := &ir.ExcNew{X: ir.X{T: exceptionType, At: v.Pos()}, Class: string(exc)}
			return &ir.Field{X: ir.X{T: types.Any, At: v.Pos()}, V: c.convertLater(of, types.Any), Name: "__class__"}
		}
		if k, ok := t.Decl.(*class); ok && k.canBeDynamic() {
			c.makeClassDynamic(k, v.Pos(), "it is used as a value")
		}
		b := c.boxBuiltin(v, t.Name)
		if box, ok := b.(*ir.FuncBox); ok {
			box.Class = true
		}
		return b
	}
	return v
}

// boxFunc boxes a function of the script. One that is bound to a name has one box, made where it
// is defined; one that is no longer in lexical reach is boxed by the function that returned it.
func (c *checker) boxFunc(v ir.Expr, fn *function) ir.Expr {
	if !c.inReach(fn) {
		c.makeDynamic(fn)
		return &ir.Const{X: ir.X{T: types.Any, At: v.Pos()}}
	}
	if fn.boxAt == nil {
		if let, ok := v.(*ir.Let); ok {
			return &ir.Let{X: ir.X{T: types.Any, At: v.Pos()}, Sets: let.Sets, V: c.funcBox(fn, v.Pos())}
		}
		return c.funcBox(fn, v.Pos())
	}
	if !fn.boxed {
		fn.boxed, c.changed = true, true
	}
	out := &ir.Local{X: ir.X{T: types.Any, At: v.Pos()}}
	c.later = append(c.later, func() { out.Var = c.final(fn.boxAt) })
	return out
}

// makeDynamic has a function boxed wherever it leaves the function that defines it.
func (c *checker) makeDynamic(fn *function) {
	if !fn.dynamic {
		fn.dynamic, c.changed = true, true
	}
}

// funcBox is the box of a function itself.
func (c *checker) funcBox(fn *function, at syntax.Span) ir.Expr {
	b := &ir.FuncBox{X: ir.X{T: types.Any, At: at}, Name: fn.shownName(), Qualname: fn.qualname(), Doc: fn.doc()}
	in := c.boxInstance(fn, at)
	if in == nil {
		return c.bad(at)
	}
	b.Func = in.ir
	if fn.wrapped != nil {
		b.Wraps = c.convertLater(fn.wrapped, types.Any)
	} else if fn.wrapsFunc != nil && c.dynamicNames.mentions("__wrapped__") && c.reaches(fn.wrapsFunc.frame) {
		b.Wraps = c.convertLater(c.box(c.funcVal(fn.wrapsFunc, at)), types.Any)
	}
	kind := ir.BoxPlain
	for _, p := range fn.params {
		if p.Kind == syntax.BareSlash {
			kind = ir.BoxPositional
		}
	}
	for _, p := range fn.params {
		switch p.Kind {
		case syntax.BareSlash:
			kind = ir.BoxPlain
		case syntax.BareStar:
			kind = ir.BoxKeyword
		case syntax.StarParam:
			b.Params = append(b.Params, ir.BoxParam{Name: p.Name, Kind: ir.BoxRest})
			kind = ir.BoxKeyword
		case syntax.StarStarParam:
			b.Params = append(b.Params, ir.BoxParam{Name: p.Name, Kind: ir.BoxKeywords})
		default:
			bp := ir.BoxParam{Name: p.Name, Kind: kind}
			if d := fn.defaults[p.Name]; d != nil {
				bp.Default = c.convertLater(c.box(d), types.Any)
			} else if s := fn.defaultSites[p.Name]; s != nil {
				bp.Default = c.convertLater(c.readDefault(s, at), types.Any)
			}
			b.Params = append(b.Params, bp)
		}
	}
	return b
}

// boxInstance is the instance of a function for boxed arguments.
func (c *checker) boxInstance(fn *function, at syntax.Span) *instance {
	var args []types.Type
	for _, p := range fn.params {
		switch {
		case p.Kind == syntax.StarParam:
			args = append(args, types.TupleOf(types.Any))
		case p.Kind == syntax.StarStarParam:
			args = append(args, types.Dict(types.Str, types.Any))
		case p.Name != "":
			args = append(args, types.Any)
		}
	}
	if fn.makes {
		at = fn.node.Pos()
	}
	in := c.instanceAnywhere(fn, args, at)
	if in == nil {
		return nil
	}
	fn.boxInst = in
	if t, ok := types.Resolve(in.result).(*types.Func); ok {
		c.makeDynamic(t.Fn.(*function))
	}
	return in
}

// escaping boxes a function that another one takes or returns if it must have a box there.
func (c *checker) escaping(v ir.Expr, by *function) ir.Expr {
	if t, ok := typeOf(v).(*types.Func); ok {
		fn := t.Fn.(*function)
		if fn.holds || fn.leadsTo(by, map[*function]bool{}) {
			c.makeDynamic(fn)
		}
		if fn.dynamic && c.inReach(fn) {
			return c.box(v)
		}
	}
	return v
}

// leadsTo reports a function whose type mentions that of another one: functions that take or return themselves have no type in Go.
func (fn *function) leadsTo(other *function, seen map[*function]bool) bool {
	if fn == other {
		return true
	}
	if seen[fn] {
		return false
	}
	seen[fn] = true
	for _, in := range fn.order {
		for _, t := range append([]types.Type{in.result}, in.args...) {
			if f, ok := types.Resolve(t).(*types.Func); ok && f.Fn.(*function).leadsTo(other, seen) {
				return true
			}
		}
	}
	return false
}

// noteValueCall records which instance of a function is called through a value, which has one Go type:
// a function that is called so with arguments of different types is boxed.
func (c *checker) noteValueCall(fn *function, in *instance) {
	if fn.valueRound == c.round && fn.valueInst != in {
		c.changed = true
		if c.round > 2 {
			c.makeDynamic(fn)
		}
	}
	fn.valueRound, fn.valueInst = c.round, in
}

// boxMethod is a bound method as a value: its object is evaluated once.
func (c *checker) boxMethod(recv, v ir.Expr, t *types.Builtin) ir.Expr {
	tmp := c.temp(recv)
	tmp.v.Fresh, tmp.v.Shared = true, true
	c.later = append(c.later, func() { tmp.v.Type = types.Resolve(recv.Type()) })
	b := c.boxBuiltin(ref(&types.Builtin{Name: t.Name, Decl: t.Decl, Recv: tmp.read()}, v.Pos()), t.Name)
	if box, ok := b.(*ir.FuncBox); ok {
		box.Recv = c.convertLater(tmp.read(), types.Any)
	}
	return &ir.Let{X: ir.X{T: types.Any, At: v.Pos()}, Sets: []*ir.Assign{tmp.set.(*ir.Assign)}, V: b}
}

// maxBoxArity is the largest number of arguments that the box of a built-in function is tried with.
const maxBoxArity = 4

// boxBuiltin boxes a built-in function or class: it is tried with each number of boxed arguments
// that its declarations take.
func (c *checker) boxBuiltin(v ir.Expr, name string) ir.Expr {
	b := &ir.FuncBox{X: ir.X{T: types.Any, At: v.Pos()}, Name: name, Qualname: name, Builtin: true}
	t := typeOf(v)
	least, most, rest := boxArity(t)
	if rest {
		b.Rest = c.boxRest(v)
	}
	for n := least; n <= most && b.Rest == nil; n++ {
		params := make([]types.Type, n)
		for i := range params {
			params[i] = types.Any
		}
		fn, ok := c.trial(func() ir.Expr { return c.wrapper(c.eta(v, params), anyCallable(params), v) })
		if ok {
			b.Cases = append(b.Cases, fn)
		}
	}
	if len(b.Cases) == 0 && b.Rest == nil {
		c.unsupported(v.Pos(), "the %s %s as a value", staticKind(t), name).WithHint("wrap it in a lambda")
		return c.bad(v.Pos())
	}
	return b
}

func anyCallable(params []types.Type) *types.Callable {
	return &types.Callable{Params: params, Result: types.Any}
}

// boxRest calls a function of any number of arguments with those of a tuple.
func (c *checker) boxRest(v ir.Expr) *ir.Func {
	fn, _ := c.trial(func() ir.Expr {
		e := &expansion{}
		at := v.Pos()
		tuple := types.TupleOf(types.Any)
		call := &syntax.Call{At: syntax.At{Span: at}, Fn: &syntax.Name{At: syntax.At{Span: at}, Id: "f"}}
		e.call = c.callValue(v, []argument{{star: "*", val: e.param(c, tuple, "args", at), at: at}}, call)
		return c.wrapper(e, anyCallable([]types.Type{tuple}), v)
	})
	return fn
}

// trial makes a wrapper without reporting what is wrong with it.
func (c *checker) trial(make func() ir.Expr) (*ir.Func, bool) {
	list, swallowed, later, trying := c.list, c.swallowed, len(c.later), c.trying
	c.list, c.trying = diag.NewList(c.src), true
	out := make()
	ok := !c.list.HasErrors()
	c.list, c.swallowed, c.trying = list, swallowed, trying
	fv, isFunc := out.(*ir.FuncVal)
	if !ok || !isFunc {
		c.later = c.later[:later]
		return nil, false
	}
	return fv.Func, true
}

// boxArity is how many arguments a declared function takes, and whether it takes any number.
func boxArity(t types.Type) (least, most int, rest bool) {
	var o *api.Overloads
	bound := 0
	switch t := t.(type) {
	case *types.Builtin:
		switch d := t.Decl.(type) {
		case *api.Overloads:
			o = d
		case unboundMethod:
			o, bound = d.o, 1
		default:
			return 0, maxBoxArity, false
		}
	case *types.Class:
		cls, ok := t.Decl.(*api.Class)
		if !ok {
			return 0, 0, true // an exception class
		}
		if o = cls.New; o == nil {
			return 0, -1, false
		}
		switch cls.Name {
		case "list", "set", "dict", "bool", "int", "float", "str":
			return 0, 2, false
		}
	}
	least = maxBoxArity
	if o.Name == "tuple" {
		least = 0
	}
	for _, f := range o.Funcs {
		n, r := 0, 0
		for _, p := range f.Params {
			switch {
			case p.Kind == api.Rest:
				rest = true
			case p.Kind != api.KeywordOnly:
				n++
				if !p.HasDefault {
					r++
				}
			}
		}
		least, most = min(least, r+bound), max(most, n+bound)
	}
	return least, min(most, maxBoxArity), rest
}

// doc is the docstring of a function, or of the one that it wraps.
func (f *function) doc() string {
	if f.wrapsFunc != nil {
		return f.wrapsFunc.doc()
	}
	return docstring(f.body)
}

// shownName is __name__ of a function.
func (f *function) shownName() string {
	if f.wraps != "" {
		return f.wraps
	}
	if f.expr != nil {
		return "<lambda>"
	}
	return f.name
}

// qualname is __qualname__ of a function: with the functions around it.
func (f *function) qualname() string {
	if f.wraps != "" {
		return f.wraps
	}
	if f.class != nil {
		return f.class.qualname() + "." + f.shownName()
	}
	return around(f.frame) + f.shownName()
}
