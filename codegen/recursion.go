package codegen

import "github.com/dstreamc/dstreamc/lang/ir"

// recursive are the functions that may come to call themselves, as far as the program tells: by calls of functions that
// it names, and by functions that it hands on.
func recursive(p *ir.Program) map[*ir.Func]bool {
	r := &recursion{order: map[*ir.Func]int{}, low: map[*ir.Func]int{}, found: map[*ir.Func]bool{}}
	for _, f := range usedFuncs(p.Body) {
		r.visit(f)
	}
	for _, f := range p.Funcs {
		r.visit(f)
	}
	return r.found
}

// recursion finds the cycles in a graph of calls by Tarjan's algorithm.
type recursion struct {
	order, low map[*ir.Func]int // of those that were visited; low 0 is of those that are done
	stack      []*ir.Func
	found      map[*ir.Func]bool
}

func (r *recursion) visit(f *ir.Func) {
	if r.order[f] > 0 {
		return
	}
	n := len(r.order) + 1
	r.order[f], r.low[f] = n, n
	r.stack = append(r.stack, f)
	for _, g := range usedFuncs(f.Body) {
		r.visit(g)
		if low := r.low[g]; low > 0 {
			r.low[f] = min(r.low[f], low)
		}
		if g == f {
			r.found[f] = true
		}
	}
	if r.low[f] < n {
		return
	}
	for i := len(r.stack) - 1; ; i-- {
		g := r.stack[i]
		r.low[g] = 0
		r.found[g] = r.found[g] || g != f || i < len(r.stack)-1
		if g == f {
			r.stack = r.stack[:i]
			return
		}
	}
}

// usedFuncs are the functions that statements name.
func usedFuncs(body []ir.Stmt) []*ir.Func {
	var out []*ir.Func
	add := func(list ...*ir.Func) {
		for _, f := range list {
			if f != nil {
				out = append(out, f)
			}
		}
	}
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.CallFunc:
			add(e.Func)
		case *ir.FuncVal:
			add(e.Func)
		case *ir.FuncBox:
			add(e.Funcs()...)
		case *ir.NextIter:
			add(e.Fn)
		}
	})
	return out
}
