package plan

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// What the ints in lists and tuples can be is known of variables whose lists nobody else sees: each use of such a variable is one of
// those below, all that is stored through it is noted, and a list that it is given has just been made. A variable that is given a list
// which is in another one, as a loop over rows gives it, only looks into that: when more is done with it, nothing is known of both.

// path leads to what is in a value: a byte for each step, eachElement or the number of a tuple's element.
type path string

const eachElement path = "\xff"

// tooFar stands for all elements that have no byte of their own.
const tooFar = 0xfe

func elementAt(n int) path { return path([]byte{byte(min(n, tooFar))}) }

func (p path) first() path { return p[:1] }

// heldAt is a place in what a variable holds.
type heldAt struct {
	v *ir.Var
	p path
}

// stored is what a statement puts into what a variable holds, at the path.
type stored struct {
	at    path
	value ir.Expr
}

// inside is what a path leads to.
type inside struct {
	ir.X
	of ir.Expr
	at path
}

// contents knows what variables hold.
type contents struct {
	given  map[*ir.Var][]ir.Expr
	stores map[*ir.Var][]stored
	fine   map[*ir.Local]bool // uses that neither change what is held, unless stores says so, nor give it away
	slots  map[heldAt]*ir.Var // stands for all ints at the place
	solved bool               // no more slots are made
	olds   map[*ir.Current]ir.Expr
}

func newContents() contents {
	return contents{given: map[*ir.Var][]ir.Expr{}, stores: map[*ir.Var][]stored{}, fine: map[*ir.Local]bool{}, slots: map[heldAt]*ir.Var{},
		olds: map[*ir.Current]ir.Expr{}}
}

func isListType(t types.Type) bool { return plainType(t, "list") }

func plainType(t types.Type, name string) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && n.Name == name && n.Class == nil
}

// fixedElements reports a container whose elements cannot change.
func fixedElements(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || n.Class != nil {
		return false
	}
	for _, a := range n.Args {
		if changeable(a) {
			return false
		}
	}
	return true
}

// held is the variable in which something is, and where in that.
func held(e ir.Expr) (*ir.Local, path, bool) {
	switch e := unconverted(e).(type) {
	case *ir.Local:
		return e, "", true
	case *ir.GetItem:
		if isListType(e.V.Type()) {
			l, p, ok := held(e.V)
			return l, p + eachElement, ok
		}
	case *ir.TupleGet:
		l, p, ok := held(e.V)
		return l, p + elementAt(e.N), ok
	case *inside:
		if c, ok := unconverted(e.of).(*ir.Call); ok {
			of, at, ok := through(c, e.at)
			if !ok {
				return nil, "", false
			}
			return held(&inside{X: e.X, of: of, at: at})
		}
		l, p, ok := held(e.of)
		return l, p + e.at, ok
	}
	return nil, "", false
}

// through is where a place of what a function gives comes from, if that goes through what it is given.
func through(c *ir.Call, p path) (of ir.Expr, at path, ok bool) {
	if p == "" || p.first() != eachElement || len(c.Args) == 0 || c.Args[0] == nil {
		return nil, "", false
	}
	if copiesList(c) {
		return c.Args[0], p, true
	}
	if c.Recv != nil || c.Fn.Class != nil || c.Fn.Module != "builtins" {
		return nil, "", false
	}
	switch c.Fn.Name {
	case "sorted", "reversed":
		return c.Args[0], p, true
	case "enumerate":
		if len(p) > 1 && p[1] == 1 {
			return c.Args[0], eachElement + p[2:], true
		}
	case "zip":
		if len(p) > 1 && len(c.Rest) == 0 && int(p[1]) < len(c.Args) && c.Args[p[1]] != nil {
			return c.Args[p[1]], eachElement + p[2:], true
		}
	}
	return nil, "", false
}

// follow looks at all uses of variables that hold something.
func (g *ranges) follow(body []ir.Stmt) {
	ir.EachStmt(body, g.followStmt)
	ir.Visit(body, g.followExpr)
	ir.Visit(body, func(e ir.Expr) {
		if l, ok := e.(*ir.Local); ok && changeable(l.Var.Type) && !g.fine[l] {
			g.open[l.Var] = true
		}
	})
	for v, values := range g.given {
		for _, e := range values {
			if _, _, inAnother := held(e); changeable(v.Type) && !inAnother && !fresh(e) {
				g.open[v] = true
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for v, values := range g.given {
			for _, e := range values {
				if l, _, ok := held(e); ok && changeable(v.Type) && (g.open[v] || len(g.stores[v]) > 0) && !(g.open[v] && g.open[l.Var]) {
					g.open[v], g.open[l.Var], changed = true, true, true
				}
			}
		}
	}
}

func (g *ranges) followStmt(s ir.Stmt) {
	switch s := s.(type) {
	case *ir.Assign:
		g.followTarget(s.Target, s.Value)
	case *ir.AugItem:
		if t, ok := s.Target.(*ir.ItemTarget); ok {
			g.stored(t.V, eachElement, g.withCurrent(t, s.Value))
		}
	case *ir.For:
		g.looksInto(s.Target, s.Iter)
	case *ir.Return:
		if s.V != nil {
			g.looks(s.V) // nothing of this call of the function happens afterwards
		}
	case *ir.Del:
		if t, ok := s.Target.(*ir.ItemTarget); ok {
			g.looks(t.V)
		}
	}
}

// followTarget notes what an assignment stores.
func (g *ranges) followTarget(t ir.Target, value ir.Expr) {
	switch t := t.(type) {
	case *ir.VarTarget:
		if private(t.Var) {
			g.looks(value)
		}
	case *ir.ItemTarget:
		g.stored(t.V, eachElement, value)
	case *ir.TupleTarget:
		tuple, ok := unconverted(value).(*ir.Tuple)
		if !ok || t.Star >= 0 || len(tuple.Elts) != len(t.Elts) {
			return
		}
		for i, e := range t.Elts {
			g.followTarget(e, tuple.Elts[i])
		}
	}
}

// withCurrent is the value of target op= value.
func (g *ranges) withCurrent(t *ir.ItemTarget, value ir.Expr) ir.Expr {
	if b, ok := ir.Strip(value).(*ir.Binary); ok {
		if old, ok := ir.Strip(b.L).(*ir.Current); ok {
			g.olds[old] = &ir.GetItem{X: old.X, V: t.V, I: t.I}
			whole := *b
			whole.L = g.olds[old]
			return &whole
		}
	}
	return value
}

// stored notes that a value is put into what an expression holds.
func (g *ranges) stored(into ir.Expr, at path, value ir.Expr) {
	l, p, ok := held(into)
	if !ok {
		return
	}
	g.fine[l] = true
	g.stores[l.Var] = append(g.stores[l.Var], stored{p + at, value})
	if at != "" && changeable(value.Type()) && !fresh(value) {
		g.open[l.Var] = true
	}
}

// looks notes a use that only looks at what a variable holds.
func (g *ranges) looks(e ir.Expr) {
	if l, _, ok := held(e); ok {
		g.fine[l] = true
	}
}

// looksInto notes a loop. A list that is in another one has to have a variable.
func (g *ranges) looksInto(t ir.Target, iter ir.Expr) {
	iter = unconverted(iter)
	if v, ok := t.(*ir.VarTarget); ok && isListType(iter.Type()) && (private(v.Var) || fixedElements(iter.Type())) {
		g.looks(iter)
		return
	}
	g.looksAtAll(iter)
	c, isCall := iter.(*ir.Call)
	tuple, ok := t.(*ir.TupleTarget)
	if !isCall || !ok || tuple.Star >= 0 || c.Recv != nil || c.Fn.Class != nil || c.Fn.Module != "builtins" || len(c.Rest) > 0 {
		return
	}
	switch {
	case c.Fn.Name == "enumerate" && len(tuple.Elts) == 2:
		g.looksInto(tuple.Elts[1], c.Args[0])
	case c.Fn.Name == "zip" && len(tuple.Elts) <= len(c.Args):
		for i, e := range tuple.Elts {
			g.looksInto(e, c.Args[i])
		}
	}
}

// lookers are the built-in functions that keep nothing of what they are given but its elements.
var lookers = map[string]bool{"len": true, "sum": true, "min": true, "max": true, "any": true, "all": true, "sorted": true, "reversed": true,
	"enumerate": true, "zip": true, "repr": true, "print": true}

// listMethods are those that put nothing into a list, or what stores says.
var listMethods = map[string]bool{"append": true, "insert": true, "extend": true, "pop": true, "remove": true, "clear": true, "index": true,
	"count": true, "reverse": true, "sort": true, "copy": true}

func (g *ranges) followExpr(e ir.Expr) {
	switch e := e.(type) {
	case *ir.GetItem:
		if !changeable(e.Type()) {
			g.looks(e.V)
		}
	case *ir.TupleGet:
		if !changeable(e.Type()) {
			g.looks(e.V)
		}
	case *ir.GetSlice:
		g.looksAtAll(e.V)
	case *ir.Truth:
		g.looks(e.V)
	case *ir.Compare:
		g.looksAtAll(e.L, e.R)
	case *ir.Binary:
		if e.Op == "+" || e.Op == "*" {
			g.looksAtAll(e.L, e.R)
		}
	case *ir.FString:
		for _, p := range e.Parts {
			if p.V != nil {
				g.looksAtAll(p.V)
			}
		}
	case *ir.Comp:
		for _, c := range e.Clauses {
			g.looksInto(c.Target, c.Iter)
		}
	case *ir.Assigned:
		if changeable(e.Var.Type) {
			g.open[e.Var] = true // and the expression's value may go anywhere
		}
	case *ir.Call:
		g.followCall(e)
	}
}

// looksAtAll notes uses that take what is in a list, and not the list.
func (g *ranges) looksAtAll(es ...ir.Expr) {
	for _, e := range es {
		if e != nil && fixedElements(unconverted(e).Type()) {
			g.looks(e)
		}
	}
}

func (g *ranges) followCall(c *ir.Call) {
	switch {
	case c.Recv != nil && isListType(c.Recv.Type()) && listMethods[c.Fn.Name]:
		switch {
		case c.Fn.Name == "append":
			g.stored(c.Recv, eachElement, c.Args[0])
		case c.Fn.Name == "insert":
			g.stored(c.Recv, eachElement, c.Args[1])
		case c.Fn.Name == "extend" && fixedElements(c.Recv.Type()):
			g.stored(c.Recv, "", c.Args[0])
			g.looksAtAll(c.Args[0])
		case c.Fn.Name != "extend" && (fixedElements(c.Recv.Type()) || !changeable(c.Type())):
			g.looks(c.Recv)
		}
	case copiesList(c):
		g.looksAtAll(c.Args...)
	case c.Recv == nil && c.Fn.Class == nil && c.Fn.Module == "builtins" && lookers[c.Fn.Name]:
		if c.Fn.Name == "sorted" || !changeable(c.Type()) { // max(xs, ys) is one of them
			g.looksAtAll(c.Args...)
			g.looksAtAll(c.Rest...)
		}
		if v, ok := builtin(c, "len"); ok {
			g.looks(v)
		}
	}
}

// copiesList reports list(…) and tuple(…) of an iterable.
func copiesList(c *ir.Call) bool {
	return c.Fn.Class != nil && c.Fn.Name == "__init__" && (c.Fn.Class.Name == "list" || strings.HasPrefix(c.Fn.Class.Name, "tuple")) && len(c.Args) < 2
}

// fresh reports a list that has just been made, as have the lists in it.
func fresh(e ir.Expr) bool {
	alone := func(e ir.Expr) bool { return !changeable(e.Type()) || fresh(e) }
	switch e := unconverted(e).(type) {
	case *ir.List:
		for _, x := range e.Elts {
			if _, spread := x.(*ir.Spread); spread || !alone(x) {
				return false
			}
		}
		return true
	case *ir.Comp:
		return isListType(e.Type()) && alone(e.Elt)
	case *ir.GetSlice:
		return isListType(e.Type()) && fixedElements(e.Type())
	case *ir.Binary:
		if !isListType(e.Type()) {
			return false
		}
		return fixedElements(e.Type()) || e.Op == "*" && (fresh(e.L) || fresh(e.R))
	case *ir.Call:
		made := copiesList(e) || e.Recv == nil && e.Fn.Module == "builtins" && e.Fn.Name == "sorted" || e.Recv != nil && e.Fn.Name == "copy"
		return made && isListType(e.Type()) && fixedElements(e.Type())
	}
	return false
}

// assignPart notes that a target is given what a path leads to.
func (g *ranges) assignPart(t ir.Target, of ir.Expr, at path) {
	switch t := t.(type) {
	case *ir.VarTarget:
		if t.From != nil && !types.Equal(t.From, t.Var.Type) {
			g.open[t.Var] = true
			return
		}
		g.set(t.Var, &inside{X: ir.X{T: t.Var.Type}, of: of, at: at})
	case *ir.TupleTarget:
		if _, known := types.Is(t.From, "tuple"); !known || t.Star >= 0 || t.As != nil {
			g.opened(t)
			return
		}
		for i, e := range t.Elts {
			g.assignPart(e, of, at+elementAt(i))
		}
	}
}
