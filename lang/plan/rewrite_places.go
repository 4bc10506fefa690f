package plan

import (
	"math"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// holds is what the ints can be at a place of what a variable holds.
func (g *ranges) holds(v *ir.Var, p path) span {
	if g.open[v] || v.Global || v.Shared || v.Param || len(g.given[v]) == 0 {
		return anyInt
	}
	at := heldAt{v, p}
	slot, ok := g.slots[at]
	if !ok {
		if g.solved {
			return anyInt
		}
		slot = &ir.Var{Name: v.Name, Type: types.Int}
		g.slots[at] = slot
		g.vars[slot] = noInt
		g.order = append(g.order, slot)
		for _, e := range g.given[v] {
			g.sets[slot] = append(g.sets[slot], &inside{X: ir.X{T: types.Int}, of: e, at: p})
		}
		for _, s := range g.stores[v] {
			if strings.HasPrefix(string(p), string(s.at)) {
				g.sets[slot] = append(g.sets[slot], partOf(s.value, p[len(s.at):]))
			}
		}
	}
	return g.vars[slot]
}

func partOf(e ir.Expr, p path) ir.Expr {
	if p == "" {
		return e
	}
	return &inside{X: ir.X{T: types.Int}, of: e, at: p}
}

// slotOf is the variable that an expression reads, or what stands for the place it reads.
func (g *ranges) slotOf(e ir.Expr) *ir.Var {
	l, p, ok := held(e)
	if !ok || p == "" {
		if l == nil {
			return nil
		}
		return l.Var
	}
	return g.slots[heldAt{l.Var, p}]
}

// at is what the ints can be that a path leads to.
func (g *ranges) at(e ir.Expr, p path) span {
	if p == "" {
		if !types.IsInt(e.Type()) {
			return anyInt
		}
		return g.of(e)
	}
	switch e := unconverted(e).(type) {
	case *inside:
		return g.at(e.of, e.at+p)
	case *ir.Local:
		return g.holds(e.Var, p)
	case *ir.Cond:
		return g.at(e.Then, p).join(g.at(e.Else, p))
	case *ir.TupleGet:
		return g.at(e.V, elementAt(e.N)+p)
	case *ir.GetItem:
		if isListType(e.V.Type()) {
			return g.at(e.V, eachElement+p)
		}
	case *ir.GetSlice:
		if isListType(e.V.Type()) {
			return g.at(e.V, p)
		}
	case *ir.Tuple:
		if n := int(p[0]); n < tooFar && n < len(e.Elts) {
			return g.at(e.Elts[n], p[1:])
		}
	case *ir.List:
		return g.inDisplay(e, p)
	case *ir.Comp:
		if p.first() == eachElement && e.Key == nil && (isListType(e.Type()) || plainType(e.Type(), "Iterator")) {
			return g.at(e.Elt, p[1:])
		}
	case *ir.Binary:
		return g.inSum(e, p)
	case *ir.Call:
		return g.inCall(e, p)
	}
	return anyInt
}

func (g *ranges) inDisplay(e *ir.List, p path) span {
	all := noInt
	for _, x := range e.Elts {
		if _, spread := x.(*ir.Spread); spread {
			return anyInt
		}
		all = all.join(g.at(x, p[1:]))
	}
	return all
}

// inSum is of a sum of lists, or a list that is repeated.
func (g *ranges) inSum(e *ir.Binary, p path) span {
	l, r := isListType(e.L.Type()), isListType(e.R.Type())
	switch {
	case e.Op == "+" && l && r:
		return g.at(e.L, p).join(g.at(e.R, p))
	case e.Op == "*" && l:
		return g.at(e.L, p)
	case e.Op == "*" && r:
		return g.at(e.R, p)
	}
	return anyInt
}

// inCall is of what a function gives that goes through what it is given.
func (g *ranges) inCall(c *ir.Call, p path) span {
	of, at, ok := through(c, p)
	switch {
	case ok:
		return g.at(of, at)
	case isRange(c):
		return g.counting(countingOf(c))
	case c.Recv == nil && c.Fn.Class == nil && c.Fn.Module == "builtins" && c.Fn.Name == "enumerate" && p == eachElement+"\x00" && len(c.Args) == 2:
		return g.counting(&counting{from: c.Args[1], step: intExpr(1, c.At)})
	}
	return anyInt
}

// ofBuiltin is what abs, min and max can be.
func (g *ranges) ofBuiltin(c *ir.Call) span {
	if c.Recv != nil || c.Fn.Class != nil || c.Fn.Module != "builtins" || !types.IsInt(c.Type()) {
		return anyInt
	}
	switch c.Fn.Name {
	case "abs":
		if v := g.of(c.Args[0]); v != noInt && v.lo > math.MinInt64 {
			if v.lo >= 0 {
				return v
			}
			return span{0, max(-v.lo, v.hi)}
		}
	case "min", "max":
		if len(c.Rest) < 2 {
			return anyInt
		}
		all := g.of(c.Rest[0])
		for _, e := range c.Rest[1:] {
			s := g.of(e)
			if s == noInt || all == noInt {
				return noInt
			}
			if c.Fn.Name == "min" {
				all = span{min(all.lo, s.lo), min(all.hi, s.hi)}
			} else {
				all = span{max(all.lo, s.lo), max(all.hi, s.hi)}
			}
		}
		return all
	}
	return anyInt
}
