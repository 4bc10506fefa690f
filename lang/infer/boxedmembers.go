package infer

import (
	"slices"
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// A value whose class is known when running only is of a class of the script, of a built-in one, which the runtime knows
// wholly, or of a class that an imported module declares. For those the program says when it starts what it reaches by name,
// written as functions of a value of the class: the declaration is all that the language needs to know of a member.

// boxedMembers is the function with which the program starts if it reaches members of declared classes by name.
func (c *checker) boxedMembers() {
	c.prog.Members = nil
	var out []ir.Stmt
	for _, cls := range c.boxedClasses() {
		t := &types.Named{Name: cls.Name}
		for _, call := range c.dynamicNames.calls() {
			if o := cls.Members[call.name]; o != nil && isMethod(o) {
				out = append(out, c.boxedMember("add_method", call.name, c.boxedMethod(t, call), intConst(call.args), c.str(call.keywords, syntax.Span{}))...)
			}
		}
		for _, name := range sortedKeys(c.dynamicNames.get) {
			if cls.Members[name] != nil {
				out = append(out, c.boxedMember("add_attribute", name, c.boxedAttribute(t, name))...)
			}
		}
	}
	if len(out) > 0 {
		c.prog.Members = &ir.Func{Name: "members", Kind: ir.Members, Result: types.None, Body: out}
		c.prog.Body = append([]ir.Stmt{&ir.ExprStmt{V: &ir.CallFunc{X: ir.X{T: types.None}, Func: c.prog.Members}}}, c.prog.Body...)
	}
}

// boxedClasses are the declared classes whose values the script may have, besides the built-in ones.
func (c *checker) boxedClasses() []*api.Class {
	var out []*api.Class
	for _, cls := range c.ix.Classes {
		reached := c.modules[cls.Module] ||
			cls.Module == "datetime" && c.modules["pyspark.streaming"] || // batch times are datetimes
			cls.Module == "builtins" && cls.New == nil // files
		if reached && len(cls.Params) == 0 && !strings.HasPrefix(cls.Module, "pyspark") {
			out = append(out, cls)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

func intConst(n int) ir.Expr { return &ir.Const{X: ir.X{T: types.Int}, Value: int64(n)} }

func isMethod(o *api.Overloads) bool {
	f := o.Funcs[0]
	return !f.Static && !f.Property
}

// calls are the calls by name, in order.
func (d *dynamicNames) calls() []dynamicCall {
	var out []dynamicCall
	for call := range d.call {
		out = append(out, call)
	}
	slices.SortFunc(out, func(a, b dynamicCall) int {
		if a.name != b.name {
			return strings.Compare(a.name, b.name)
		}
		if a.args != b.args {
			return a.args - b.args
		}
		return strings.Compare(a.keywords, b.keywords)
	})
	return out
}

// boxedMember is the statement for a member, or none if the declaration does not take such arguments.
func (c *checker) boxedMember(register, name string, fn *ir.Func, more ...ir.Expr) []ir.Stmt {
	if fn == nil {
		return nil
	}
	params := make([]types.Type, len(fn.Params))
	for i, p := range fn.Params {
		params[i] = p.Type
	}
	decl := c.ix.Modules["boxed-members"].Members[register].(*api.Overloads).Funcs[0]
	f := &ir.FuncVal{X: ir.X{T: anyCallable(params)}, Func: fn}
	args := append(append([]ir.Expr{c.str(name, syntax.Span{})}, more...), f)
	return []ir.Stmt{&ir.ExprStmt{V: &ir.Call{X: ir.X{T: types.None}, Fn: decl, Args: args}}}
}

// boxedMethod is lambda x, args: x.name(args[0], args[1], k=args[2]).
func (c *checker) boxedMethod(t types.Type, call dynamicCall) *ir.Func {
	return c.boxedFunc([]types.Type{t, types.TupleOf(types.Any)}, func(params []ir.Expr) ir.Expr {
		var args []argument
		keywords := strings.Fields(call.keywords)
		for i := range call.args + len(keywords) {
			a := argument{val: c.index(&syntax.Index{X: c.held(params[1], syntax.Span{}), I: c.held(intConst(i), syntax.Span{})})}
			if i >= call.args {
				a.name = keywords[i-call.args]
			}
			args = append(args, a)
		}
		if out, ok := c.loggerMethod(params[0], call.name, func() []argument { return args }, keywords, syntax.Span{}); ok {
			return out
		}
		return c.method(params[0], call.name, args, syntax.Span{}, syntax.Span{})
	})
}

// boxedAttribute is lambda x: x.name.
func (c *checker) boxedAttribute(t types.Type, name string) *ir.Func {
	return c.boxedFunc([]types.Type{t}, func(params []ir.Expr) ir.Expr {
		return c.attrOf(params[0], &syntax.Attr{X: c.held(params[0], syntax.Span{}), Name: name})
	})
}

// boxedFunc is a function whose result is boxed, or nil if its body is wrong.
func (c *checker) boxedFunc(params []types.Type, body func(params []ir.Expr) ir.Expr) *ir.Func {
	fn, ok := c.trial(func() ir.Expr {
		e := &expansion{}
		var vals []ir.Expr
		for i, t := range params {
			vals = append(vals, e.param(c, t, string(rune('a'+i)), syntax.Span{}))
		}
		e.call = body(vals)
		return c.wrapper(e, anyCallable(params), vals[0])
	})
	if !ok {
		return nil
	}
	return fn
}
