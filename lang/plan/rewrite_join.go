package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// grouped are the operators that bring values of the same key together and give keys in an order that does not depend on others.
var grouped = map[string]bool{"join": true, "leftOuterJoin": true, "rightOuterJoin": true, "fullOuterJoin": true, "cogroup": true, "groupByKey": true}

// Prefilter drops records before they are moved and grouped where a filter behind a join, cogroup or groupByKey asks for nothing but keys,
// and always gives an answer.
func Prefilter(p *ir.Program) {
	fixed := constants(p)
	prefilter := func(e ir.Expr) ir.Expr {
		out := prefiltered(e, fixed)
		if out == nil {
			return e
		}
		p.Rewrites = append(p.Rewrites, ir.Note{At: e.(*ir.Call).Args[0].Pos(), Text: "filter drops keys before " + out.Fn.Name})
		return out
	}
	ir.Rewrite(p.Body, prefilter)
	for _, fn := range p.Funcs {
		ir.Rewrite(fn.Body, prefilter)
	}
}

// prefiltered is the operator that a filter stands behind, of filtered inputs.
func prefiltered(e ir.Expr, fixed map[*ir.Var]bool) *ir.Call {
	filter, ok := e.(*ir.Call)
	if !ok || filter.Fn.Name != "filter" || !filter.Fn.Narrow {
		return nil
	}
	group, ok := ir.Strip(filter.Recv).(*ir.Call)
	if !ok || !grouped[group.Fn.Name] || group.Fn.Class != filter.Fn.Class {
		return nil
	}
	out := *group
	out.Args = append([]ir.Expr(nil), group.Args...)
	sides := []*ir.Expr{&out.Recv}
	if group.Fn.Name != "groupByKey" {
		sides = append(sides, &out.Args[0])
	}
	key := pairKey(group.T)
	for _, side := range sides {
		of := pairKey((*side).Type())
		if key == nil || of == nil || !types.Equal(of, key) {
			return nil
		}
		test := keyTest(filter.Args[0], element((*side).Type()), key, fixed)
		if test == nil {
			return nil
		}
		call := *filter
		call.X, call.Recv, call.Args = ir.X{T: (*side).Type(), At: filter.At}, *side, []ir.Expr{test}
		*side = &call
	}
	return &out
}

// pairKey is the type of the keys of a stream or RDD of pairs, or nil.
func pairKey(t types.Type) types.Type {
	if n, ok := types.Is(element(t), "tuple"); ok && len(n.Args) == 2 {
		return types.Resolve(n.Args[0])
	}
	return nil
}

// keyTest is the function of a filter for other pairs with the same keys, if it asks for the key alone and always gives an answer.
func keyTest(fun ir.Expr, pair, key types.Type, fixed map[*ir.Var]bool) ir.Expr {
	fv, ok := unconverted(fun).(*ir.FuncVal)
	if !ok || fv.Func == nil {
		return nil
	}
	body, ok := fv.Func.Expression()
	if !ok || !plain(fv.Func.Result) || !hashable(key) {
		return nil
	}
	keyed := &ir.Var{Name: "key", Type: key, Owner: fv.Func}
	probe := keyOnly(body, fv.Func.Params[0], func(x ir.X) ir.Expr { return &ir.Local{X: x, Var: keyed} })
	if probe == nil || !(&totality{stable: true}).total(probe) {
		return nil
	}
	for v := range usesOf([]ir.Stmt{&ir.ExprStmt{V: probe}}).reads {
		if v != keyed && !fixed[v] {
			return nil
		}
	}
	return lambda([]types.Type{pair}, fv.Func.Result, fv.Func.At, func(p []ir.Expr) ir.Expr {
		return keyOnly(body, fv.Func.Params[0], func(x ir.X) ir.Expr { return &ir.TupleGet{X: x, V: copyOf(p[0])} })
	})
}

// keyOnly is a copy of an expression with another one for the key of a pair; nil if it uses the pair for anything else.
func keyOnly(body ir.Expr, pair *ir.Var, key func(ir.X) ir.Expr) ir.Expr {
	box := []ir.Stmt{&ir.ExprStmt{V: copyOf(body)}}
	others := 0
	ir.Rewrite(box, func(e ir.Expr) ir.Expr {
		switch x := e.(type) {
		case *ir.Local:
			if x.Var == pair {
				others++
			}
		case *ir.TupleGet:
			if l, ok := unconverted(x.V).(*ir.Local); ok && l.Var == pair && x.N == 0 {
				others--
				return key(x.X)
			}
		}
		return e
	})
	if others != 0 {
		return nil
	}
	return box[0].(*ir.ExprStmt).V
}
