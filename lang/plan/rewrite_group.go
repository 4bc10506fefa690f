package plan

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Regroup makes pairs.groupByKey().mapValues(len), and sum, max and min of ints, a reduceByKey: the values of a key are combined
// as they come, where they would all have been kept, and keys come in the same order. Sums of floats stay, as they round.
func Regroup(p *ir.Program) {
	regroup := func(e ir.Expr) ir.Expr {
		if out, what := regrouped(e); out != nil {
			p.Rewrites = append(p.Rewrites, ir.Note{At: out.Args[0].Pos(), Text: "groupByKey and " + what + " combine values as reduceByKey"})
			return out
		}
		return e
	}
	ir.Rewrite(p.Body, regroup)
	for _, fn := range p.Funcs {
		ir.Rewrite(fn.Body, regroup)
	}
}

// regrouped is the reduceByKey that does the same as an expression, and what is made of the groups.
func regrouped(e ir.Expr) (*ir.Call, string) {
	values, ok := e.(*ir.Call)
	if !ok || values.Fn.Name != "mapValues" || !values.Fn.Narrow {
		return nil, ""
	}
	group, ok := ir.Strip(values.Recv).(*ir.Call)
	if !ok || group.Fn.Name != "groupByKey" || group.Fn.Class != values.Fn.Class || len(group.Args) > 1 {
		return nil, ""
	}
	pairs, ok := element(group.Recv.Type()).(*types.Named)
	what := groupFunction(values.Args[0])
	if !ok || len(pairs.Args) != 2 || what == "" || what != "len" && !types.IsInt(pairs.Args[1]) {
		return nil, ""
	}
	if counts, ok := element(values.T).(*types.Named); !ok || len(counts.Args) != 2 || !types.IsInt(counts.Args[1]) { // ints may be of any size
		return nil, ""
	}
	at := values.Args[0].Pos()
	class := values.Fn.Class
	result := values.T
	input := group.Recv
	if what == "len" {
		ones := &ir.Call{X: ir.X{T: result, At: values.At}, Fn: values.Fn, Recv: input, Args: append([]ir.Expr(nil), values.Args...)}
		ones.Args[0] = lambda([]types.Type{pairs.Args[1]}, at, func([]ir.Expr) ir.Expr { return intExpr(1, at) })
		input = ones
	}
	reduce := lambda([]types.Type{types.Int, types.Int}, at, func(p []ir.Expr) ir.Expr {
		if what == "max" || what == "min" {
			return &ir.Call{X: ir.X{T: types.Int, At: at}, Fn: ofArguments(what), Args: make([]ir.Expr, len(ofArguments(what).Params)), Rest: p}
		}
		return &ir.Binary{X: ir.X{T: types.Int, At: at}, Op: "+", L: p[0], R: p[1]}
	})
	decl := class.Members["reduceByKey"].Funcs[0]
	return &ir.Call{X: ir.X{T: result, At: values.At}, Fn: decl, Recv: input, Args: append([]ir.Expr{reduce}, group.Args...), Omitted: group.Omitted}, what
}

// groupFunction is the built-in function that a function of the values of a key calls with them: "" if it does something else.
func groupFunction(fun ir.Expr) string {
	fv, ok := unconverted(fun).(*ir.FuncVal)
	if !ok || fv.Func == nil {
		return ""
	}
	body, ok := fv.Func.Expression()
	if !ok {
		return ""
	}
	call, ok := unconverted(body).(*ir.Call)
	if !ok || call.Recv != nil || call.Fn.Class != nil || call.Fn.Module != "builtins" || len(call.Args) == 0 || len(call.Rest) > 0 {
		return ""
	}
	switch call.Fn.Name {
	case "sum", "max", "min":
		if !types.IsInt(call.Type()) {
			return ""
		}
	case "len":
	default:
		return ""
	}
	for i, a := range call.Args {
		l, isVar := unconverted(a).(*ir.Local)
		switch n, isInt := intValue(a); {
		case i == 0 && isVar && l.Var == fv.Func.Params[0]:
		case i > 0 && (isInt && n == 0 || types.IsNone(a.Type())):
		default:
			return ""
		}
	}
	return call.Fn.Name
}

// ofArguments is the declaration of max or min of its arguments.
func ofArguments(name string) *api.Func {
	for _, f := range api.Load().Modules["builtins"].Members[name].(*api.Overloads).Funcs {
		if len(f.Params) > 0 && f.Params[0].Kind == api.Rest {
			return f
		}
	}
	return nil
}

// lambda is a function that the compiler makes: its parameters have the given types, and body makes its result of them.
func lambda(params []types.Type, at syntax.Span, body func([]ir.Expr) ir.Expr) *ir.FuncVal {
	f := &ir.Func{Name: "<lambda>", Lambda: true, Wrapper: true, Result: types.Int, At: at}
	sig := &types.Callable{Result: types.Int, Params: params}
	var reads []ir.Expr
	for i, t := range params {
		v := &ir.Var{Name: string(rune('a' + i)), Type: t, Owner: f, Param: true, Def: at}
		f.Params = append(f.Params, v)
		reads = append(reads, &ir.Local{X: ir.X{T: t, At: at}, Var: v})
	}
	f.Body = []ir.Stmt{&ir.Return{S: ir.S{At: at}, V: body(reads)}}
	return &ir.FuncVal{X: ir.X{T: sig, At: at}, Func: f}
}
