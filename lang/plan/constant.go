package plan

import "github.com/dstreamc/dstreamc/lang/ir"

// constants are the variables that have one value as long as the program runs: they are assigned once where that happens once, and
// nothing changes their objects.
func constants(p *ir.Program) map[*ir.Var]bool {
	c := &constancy{sets: map[*ir.Var]int{}}
	c.block(p.Body, nil, false)
	e := &effects{funcs: map[*ir.Func]bool{}, assigned: map[*ir.Var]bool{}, changed: map[*ir.Var]bool{}, from: map[*ir.Var][]*ir.Var{}}
	ir.EachStmt(p.Body, e.stmt)
	ir.Visit(p.Body, e.expr)
	for _, f := range p.Funcs {
		c.block(f.Body, f, false)
		e.reach(f)
	}
	e.propagate()
	out := map[*ir.Var]bool{}
	for v, n := range c.sets {
		out[v] = n == 1 && !e.changed[v]
	}
	for f := range e.funcs {
		for _, v := range f.Params {
			out[v] = c.sets[v] == 0 && !e.changed[v]
		}
	}
	return out
}

// constancy counts assignments.
type constancy struct {
	sets map[*ir.Var]int
}

const often = 2

// block counts the assignments of statements of a function, or of the module. In a loop each counts as several.
func (c *constancy) block(body []ir.Stmt, fn *ir.Func, loop bool) {
	ir.Visit(body, func(x ir.Expr) {
		switch x := x.(type) {
		case *ir.Assigned:
			c.sets[x.Var] += often
		case *ir.Comp:
			for _, cl := range x.Clauses {
				c.target(cl.Target, fn, true)
			}
		}
	})
	c.stmts(body, fn, loop)
}

func (c *constancy) stmts(body []ir.Stmt, fn *ir.Func, loop bool) {
	for _, s := range body {
		switch s := s.(type) {
		case *ir.Assign:
			c.target(s.Target, fn, loop)
		case *ir.AugItem:
			c.target(s.Target, fn, true)
		case *ir.For:
			c.target(s.Target, fn, true)
		case *ir.Del:
			c.target(s.Target, fn, true)
		case *ir.With:
			for _, it := range s.Items {
				c.target(it.Target, fn, true)
			}
		case *ir.Try:
			for _, h := range s.Handlers {
				if h.Var != nil {
					c.sets[h.Var] += often
				}
			}
		case *ir.DefFunc:
			for _, f := range s.Funcs {
				c.stmts(f.Body, f, false)
			}
			continue
		}
		_, isFor := s.(*ir.For)
		_, isWhile := s.(*ir.While)
		for _, b := range ir.Blocks(s) {
			c.stmts(b, fn, loop || isFor || isWhile)
		}
	}
}

func (c *constancy) target(t ir.Target, fn *ir.Func, loop bool) {
	switch t := t.(type) {
	case *ir.VarTarget:
		c.sets[t.Var]++
		if loop || t.Var.Owner != fn {
			c.sets[t.Var] += often
		}
	case *ir.TupleTarget:
		for _, x := range t.Elts {
			c.target(x, fn, loop)
		}
	}
}
