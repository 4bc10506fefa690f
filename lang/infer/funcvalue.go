package infer

import (
	"slices"

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
		if d, ok := t.Decl.(*api.Overloads); ok && classFunctions[d.Name] && nativeBases[d.Name] {
			return nativeClass(d.Name, v.Pos())
		}
		return c.boxBuiltin(v, t.Name)
	case *types.Class:
		if d, ok := t.Decl.(*api.Class); ok && (d.Name == "object" || nativeBases[d.Name] && c.dynamicNames.named) {
			return nativeClass(d.Name, v.Pos())
		}
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
			switch d := t.Decl.(type) {
			case *api.Class:
				box.Module = d.Module
			case *class:
				box.Module, box.Qualname = d.ir.Module, d.ir.Qualname
				if d.enum != nil {
					box.Enum = d.enum.kind()
				}
			}
		}
		return b
	}
	return v
}

// nativeClass is a built-in class as a value, called with any arguments.
func nativeClass(name string, at syntax.Span) ir.Expr {
	return &ir.FuncBox{X: ir.X{T: types.Any, At: at}, Name: name, Qualname: name, Builtin: true, Class: true}
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
		if v.Pos() != fn.node.Pos() { // a parameter's value, which is one function however often it is boxed
			c.makeDynamic(fn)
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
	if c.dynamicNames.mentions("__annotations__") {
		b.Annotations = c.annotations(fn)
	}
	if fn.wrapped != nil {
		b.Wraps = c.convertLater(fn.wrapped, types.Any)
	} else if fn.wrapsFunc != nil && (c.dynamicNames.mentions("__wrapped__") || len(c.dynamicNames.set) > 0) && c.reaches(fn.wrapsFunc.frame) {
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

// annotations are the annotations of a function as values: classes, None, and the text of all others.
func (c *checker) annotations(fn *function) []ir.Keyword {
	var out []ir.Keyword
	add := func(name string, e syntax.Expr) {
		if e == nil {
			return
		}
		v := ir.Expr(c.str(c.src.Slice(e.Pos()), e.Pos()))
		switch e := e.(type) {
		case *syntax.NoneLit:
			v = c.none(e.Span)
		case *syntax.StrLit:
			v = c.str(e.Value, e.Span)
		case *syntax.Name, *syntax.Attr:
			switch x := c.expr(e); typeOf(x).(type) {
			case *types.Class, *types.Builtin:
				v = c.box(x)
			default:
				if types.IsAny(typeOf(x)) {
					v = x
				}
			}
		}
		out = append(out, ir.Keyword{Name: name, V: c.convertLater(v, types.Any)})
	}
	for _, p := range fn.params {
		add(p.Name, p.Type)
	}
	if d, ok := fn.node.(*syntax.FuncDef); ok {
		add("return", d.Result)
	}
	return out
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
	if bt, ok := t.(*types.Builtin); ok && c.dynamicNames.named {
		if o, ok := bt.Decl.(*api.Overloads); ok && bt.Recv == nil {
			b.Named = c.namedCases(v, o)
		}
	}
	return b
}

// namedCases are the declarations of a function that takes arguments by name.
func (c *checker) namedCases(v ir.Expr, o *api.Overloads) []ir.NamedCase {
	var out []ir.NamedCase
	for _, f := range o.Funcs {
		byName := slices.ContainsFunc(f.Params, func(p *api.Param) bool { return p.Kind == api.Plain || p.Kind == api.KeywordOnly })
		if !byName || f.Rejected != "" || f.Expanded || f.Exact != c.exact && f.Exact {
			continue
		}
		if n, ok := c.namedCase(v, o, f); ok {
			out = append(out, n)
		}
	}
	return out
}

// namedCase calls a declaration with values for all of its parameters.
func (c *checker) namedCase(v ir.Expr, o *api.Overloads, f *api.Func) (out ir.NamedCase, ok bool) {
	only := *o
	only.Funcs, only.Exact = []*api.Func{f}, nil
	at := v.Pos()
	out.Func, ok = c.trial(func() ir.Expr {
		e := &expansion{}
		var args []argument
		var params []types.Type
		for _, p := range f.Params {
			bp, t, need := c.namedParam(p, at)
			val := e.param(c, t, p.Name, at)
			params, out.Params, out.Needs = append(params, t), append(out.Params, bp), out.Needs+need
			switch {
			case p.Kind == api.Rest:
				args = append(args, argument{star: "*", val: val, at: at})
			case need == "n": // left out
			case p.Kind == api.KeywordOnly:
				args = append(args, argument{name: p.Name, val: val, at: at})
			default:
				args = append(args, argument{val: val, at: at})
			}
		}
		e.call = c.callOverloads(&only, nil, nil, args, at, at)
		return c.wrapper(e, anyCallable(params), v)
	})
	return out, ok
}

var boxKindOf = map[api.ParamKind]ir.BoxKind{api.Rest: ir.BoxRest, api.KeywordOnly: ir.BoxKeyword, api.PositionalOnly: ir.BoxPositional, api.RestKeywords: ir.BoxKeywords}

// namedParam is a parameter of a declaration as one of a boxed function, the type of its value, and what that must be.
func (c *checker) namedParam(p *api.Param, at syntax.Span) (out ir.BoxParam, t types.Type, need string) {
	out = ir.BoxParam{Name: p.Name, Kind: boxKindOf[p.Kind]}
	if p.Kind == api.Rest {
		return out, types.TupleOf(types.Any), "."
	}
	if p.HasDefault {
		out.Default = c.convertLater(c.declaredDefault(p, at), types.Any)
	}
	switch pt := p.Type.(type) {
	case *types.Callable:
		need = "f"
	default:
		need = map[string]string{"None": "n", "int": "i", "str": "s"}[types.Resolve(pt).String()]
		if need == "" {
			need = "."
		}
	}
	return out, types.Any, need
}

// declaredDefault is the default of a declared parameter.
func (c *checker) declaredDefault(p *api.Param, at syntax.Span) ir.Expr {
	t := types.Type(types.None)
	switch p.Default.(type) {
	case int64:
		t = types.Int
	case float64:
		t = types.Float
	case string:
		t = types.Str
	case bool:
		t = types.Bool
	case []byte:
		t = types.Bytes
	default:
		return c.none(at)
	}
	return &ir.Const{X: ir.X{T: t, At: at}, Value: p.Default}
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
	return around(f.frame, f.name) + f.shownName()
}
