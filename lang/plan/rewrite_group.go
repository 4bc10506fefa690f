package plan

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Regroup makes pairs.groupByKey().mapValues(len), and whatever else asks of groups nothing but their size, and the sum, the greatest and
// the least of ints, a reduceByKey: the values of a key are combined as they come, where they would all have been kept, and keys come in
// the same order. Sums of floats stay, as they round. countByValue becomes what it stands for, map and reduceByKey, of which the
// first joins the stage before it.
func Regroup(p *ir.Program) {
	regroup := func(e ir.Expr) ir.Expr {
		out, note := regrouped(e)
		if out == nil {
			out, note = countsValues(e)
		}
		if out == nil {
			return e
		}
		p.Rewrites = append(p.Rewrites, *note)
		return out
	}
	ir.Rewrite(p.Body, regroup)
	for _, fn := range p.Funcs {
		ir.Rewrite(fn.Body, regroup)
	}
}

// countsValues is countByValue of a stream in other words.
func countsValues(e ir.Expr) (ir.Expr, *ir.Note) {
	call, ok := e.(*ir.Call)
	if !ok || call.Fn.Name != "countByValue" || call.Fn.Class == nil || call.Fn.Class.Name != "DStream" {
		return nil, nil
	}
	pairs, ok := element(call.T).(*types.Named)
	if !ok || len(pairs.Args) != 2 || !types.IsInt(pairs.Args[1]) { // ints may be of any size
		return nil, nil
	}
	members, at := call.Fn.Class.Members, call.At
	at.Start = min(call.Recv.Pos().End+1, at.End) // countByValue(), without the stream
	ones := lambda([]types.Type{pairs.Args[0]}, pairs, at, func(p []ir.Expr) ir.Expr {
		return &ir.Tuple{X: ir.X{T: pairs, At: call.At}, Elts: []ir.Expr{p[0], intExpr(1, call.At)}}
	})
	mapped := &ir.Call{X: call.X, Fn: members["map"].Funcs[0], Recv: call.Recv, Args: []ir.Expr{ones, boolExpr(false, call.X)}, Omitted: 1}
	none := ir.X{T: types.Optional(types.Int), At: call.At}
	unset := &ir.Convert{X: none, V: &ir.Const{X: ir.X{T: types.None, At: call.At}}}
	reduced := &ir.Call{X: call.X, Fn: members["reduceByKey"].Funcs[0], Recv: mapped, Args: []ir.Expr{combining([]string{"len"}, types.Int, at), unset}, Omitted: 1}
	return reduced, &ir.Note{At: call.At, Text: "countByValue combines values as map and reduceByKey"}
}

// grouping is an operator behind groupByKey: what it asks of the groups.
type grouping struct {
	call, group *ir.Call
	fun         *ir.Func
	body        ir.Expr
	whole       bool     // its function is given pairs, not values
	asked       []string // the functions of the groups, each once
	value       types.Type
}

// regrouped is the reduceByKey, with what follows, that does the same as an expression.
func regrouped(e ir.Expr) (ir.Expr, *ir.Note) {
	g, ok := groupingOf(e)
	if !ok || !g.collect() {
		return nil, nil
	}
	what := slices.Clone(g.asked)
	note := &ir.Note{At: g.call.Args[0].Pos(), Text: "groupByKey and " + strings.Join(what, ", ") + " combine values as reduceByKey"}
	members, key := g.call.Fn.Class.Members, g.pair().Args[0]
	at := g.call.Args[0].Pos()
	acc := g.value
	if len(what) == 1 && what[0] == "len" {
		acc = types.Int
	} else if len(what) > 1 {
		acc = types.Tuple(g.accumulators()...)
	}
	input := g.group.Recv
	if len(what) > 1 || what[0] == "len" {
		first := lambda([]types.Type{g.value}, acc, at, func(p []ir.Expr) ir.Expr { return g.first(p[0], acc, at) })
		input = &ir.Call{X: ir.X{T: streamOf(g.call.T, types.Tuple(key, acc)), At: g.call.At}, Fn: members["mapValues"].Funcs[0], Recv: input, Args: []ir.Expr{first}}
	}
	reduced := &ir.Call{X: ir.X{T: streamOf(g.call.T, types.Tuple(key, acc)), At: g.call.At}, Fn: members["reduceByKey"].Funcs[0], Recv: input,
		Args: append([]ir.Expr{combining(what, acc, at)}, g.group.Args...), Omitted: g.group.Omitted}
	if !g.whole && len(what) == 1 && g.isGroupCall(g.body) {
		reduced.T = g.call.T
		return reduced, note
	}
	call := *g.call
	call.Recv, call.Args = reduced, slices.Clone(g.call.Args)
	call.Args[0] = g.rest(types.Tuple(key, acc), acc)
	return &call, note
}

// groupingOf is an operator that may be one: mapValues or map, of groupByKey, or of lists of its groups.
func groupingOf(e ir.Expr) (*grouping, bool) {
	call, ok := e.(*ir.Call)
	if !ok || !call.Fn.Narrow || call.Fn.Name != "mapValues" && call.Fn.Name != "map" {
		return nil, false
	}
	recv := ir.Strip(call.Recv)
	if lists, ok := recv.(*ir.Call); ok && lists.Fn.Name == "mapValues" && lists.Fn.Class == call.Fn.Class && makesList(lists.Args[0]) {
		recv = ir.Strip(lists.Recv)
	}
	group, ok := recv.(*ir.Call)
	if !ok || group.Fn.Name != "groupByKey" || group.Fn.Class != call.Fn.Class || len(group.Args) > 1 {
		return nil, false
	}
	fv, ok := unconverted(call.Args[0]).(*ir.FuncVal)
	if !ok || fv.Func == nil {
		return nil, false
	}
	body, ok := fv.Func.Expression()
	pairs, isPairs := element(group.Recv.Type()).(*types.Named)
	if !ok || !isPairs || pairs.Name != "tuple" || len(pairs.Args) != 2 {
		return nil, false
	}
	return &grouping{call: call, group: group, fun: fv.Func, body: body, whole: call.Fn.Name == "map", value: types.Resolve(pairs.Args[1])}, true
}

// makesList reports the function list.
func makesList(fun ir.Expr) bool {
	fv, ok := unconverted(fun).(*ir.FuncVal)
	if !ok || fv.Func == nil {
		return false
	}
	body, ok := fv.Func.Expression()
	if !ok {
		return false
	}
	of, ok := listOf(body)
	l, isVar := unconverted(of).(*ir.Local)
	return ok && isVar && l.Var == fv.Func.Params[0]
}

// listOf is the iterable of list(iterable) and tuple(iterable).
func listOf(e ir.Expr) (ir.Expr, bool) {
	c, ok := unconverted(e).(*ir.Call)
	if !ok || c.Recv != nil || c.Fn.Class == nil || c.Fn.Name != "__init__" || len(c.Args) != 1 {
		return nil, false
	}
	name := c.Fn.Class.Name
	return c.Args[0], name == "list" || name == "tuple..." || name == "tuple"
}

func (g *grouping) pair() *types.Named { return element(g.group.Recv.Type()).(*types.Named) }

// isGroup reports an expression that is the group, or a list of it.
func (g *grouping) isGroup(e ir.Expr) bool {
	if of, ok := listOf(e); ok {
		e = of
	}
	e = unconverted(e)
	if g.whole {
		get, ok := e.(*ir.TupleGet)
		if !ok || get.N != 1 {
			return false
		}
		e = unconverted(get.V)
	}
	l, ok := e.(*ir.Local)
	return ok && l.Var == g.fun.Params[0]
}

// groupCall is the function that an expression calls with the group, and whether reduceByKey can do it.
func (g *grouping) groupCall(e ir.Expr) (string, bool) {
	c, ok := e.(*ir.Call)
	if !ok || c.Recv != nil || c.Fn.Class != nil || c.Fn.Module != "builtins" || len(c.Args) == 0 || len(c.Rest) > 0 || !g.isGroup(c.Args[0]) {
		return "", false
	}
	for _, a := range c.Args[1:] {
		if n, isInt := intValue(a); a != nil && !(isInt && n == 0) && !types.IsNone(a.Type()) && !types.IsNone(unconverted(a).Type()) {
			return "", false
		}
	}
	switch c.Fn.Name {
	case "len":
		return "len", types.IsInt(c.Type())
	case "sum":
		return "sum", types.IsInt(g.value) && types.IsInt(c.Type())
	case "max", "min":
		return c.Fn.Name, (types.IsInt(g.value) || types.IsStr(g.value)) && types.Equal(c.Type(), g.value)
	}
	return "", false
}

func (g *grouping) isGroupCall(e ir.Expr) bool {
	_, ok := g.groupCall(ir.Strip(e))
	return ok
}

// collect finds what is asked of the groups, and reports whether that is all that happens to them.
func (g *grouping) collect() bool {
	groups, keys, reads, inner := 0, 0, 0, false
	body := []ir.Stmt{&ir.ExprStmt{V: g.body}}
	ir.Visit(body, func(e ir.Expr) {
		switch x := e.(type) {
		case *ir.Local:
			if x.Var == g.fun.Params[0] {
				reads++
			}
		case *ir.TupleGet:
			if l, ok := unconverted(x.V).(*ir.Local); ok && g.whole && l.Var == g.fun.Params[0] && x.N == 0 {
				keys++
			}
		case *ir.FuncVal, *ir.FuncBox, *ir.Comp:
			inner = true
		}
		if name, ok := g.groupCall(e); ok {
			groups++
			if !slices.Contains(g.asked, name) {
				g.asked = append(g.asked, name)
			}
		}
	})
	return groups > 0 && groups+keys == reads && !inner
}

// accumulators are the types of what is kept of each group.
func (g *grouping) accumulators() []types.Type {
	out := make([]types.Type, len(g.asked))
	for i, what := range g.asked {
		if out[i] = g.value; what == "len" {
			out[i] = types.Int
		}
	}
	return out
}

// first is what is kept of a group of one value.
func (g *grouping) first(v ir.Expr, acc types.Type, at syntax.Span) ir.Expr {
	parts := make([]ir.Expr, len(g.asked))
	for i, what := range g.asked {
		if parts[i] = copyOf(v); what == "len" {
			parts[i] = intExpr(1, at)
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return &ir.Tuple{X: ir.X{T: acc, At: at}, Elts: parts}
}

// rest is the operator's function, of what was kept of the groups.
func (g *grouping) rest(pair, acc types.Type) ir.Expr {
	param := acc
	if g.whole {
		param = pair
	}
	sig, _ := signature(g.call.Args[0].Type())
	return lambda([]types.Type{param}, sig.Result, g.call.Args[0].Pos(), func(p []ir.Expr) ir.Expr {
		kept := func(at syntax.Span) ir.Expr {
			if g.whole {
				return &ir.TupleGet{X: ir.X{T: acc, At: at}, V: copyOf(p[0]), N: 1}
			}
			return copyOf(p[0])
		}
		body := []ir.Stmt{&ir.ExprStmt{V: (&ir.Cloner{}).Expr(g.body)}}
		ir.Rewrite(body, func(e ir.Expr) ir.Expr {
			if name, ok := g.groupCall(e); ok {
				if len(g.asked) == 1 {
					return kept(e.Pos())
				}
				return &ir.TupleGet{X: ir.X{T: e.Type(), At: e.Pos()}, V: kept(e.Pos()), N: slices.Index(g.asked, name)}
			}
			return e
		})
		ir.Rewrite(body, func(e ir.Expr) ir.Expr {
			if get, ok := e.(*ir.TupleGet); ok && g.whole && get.N == 0 {
				if l, ok := unconverted(get.V).(*ir.Local); ok && l.Var == g.fun.Params[0] {
					return &ir.TupleGet{X: get.X, V: copyOf(p[0]), N: 0}
				}
			}
			return e
		})
		return converted(body[0].(*ir.ExprStmt).V, sig.Result)
	})
}

// streamOf is a stream or RDD, as t is, of other elements.
func streamOf(t, elem types.Type) types.Type {
	return types.Of(types.Resolve(t).(*types.Named).Name, elem)
}

// combining is the function that combines what is kept of two parts of a group.
func combining(what []string, acc types.Type, at syntax.Span) ir.Expr {
	one := func(what string, a, b ir.Expr) ir.Expr {
		x := ir.X{T: a.Type(), At: at}
		if what == "max" || what == "min" {
			return &ir.Call{X: x, Fn: ofArguments(what), Args: make([]ir.Expr, len(ofArguments(what).Params)), Rest: []ir.Expr{a, b}}
		}
		return &ir.Binary{X: x, Op: "+", L: a, R: b}
	}
	return lambda([]types.Type{acc, acc}, acc, at, func(p []ir.Expr) ir.Expr {
		if len(what) == 1 {
			return one(what[0], p[0], p[1])
		}
		t := &ir.Tuple{X: ir.X{T: acc, At: at}}
		for i, elem := range acc.(*types.Named).Args {
			part := func(e ir.Expr) ir.Expr { return &ir.TupleGet{X: ir.X{T: elem, At: at}, V: copyOf(e), N: i} }
			t.Elts = append(t.Elts, one(what[i], part(p[0]), part(p[1])))
		}
		return t
	})
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
func lambda(params []types.Type, result types.Type, at syntax.Span, body func([]ir.Expr) ir.Expr) *ir.FuncVal {
	f := &ir.Func{Name: "<lambda>", Lambda: true, Wrapper: true, Result: result, At: at}
	sig := &types.Callable{Result: result, Params: params}
	var reads []ir.Expr
	for i, t := range params {
		v := &ir.Var{Name: string(rune('a' + i)), Type: t, Owner: f, Param: true, Def: at}
		f.Params = append(f.Params, v)
		reads = append(reads, &ir.Local{X: ir.X{T: t, At: at}, Var: v})
	}
	f.Body = []ir.Stmt{&ir.Return{S: ir.S{At: at}, V: body(reads)}}
	return &ir.FuncVal{X: ir.X{T: sig, At: at}, Func: f}
}
