package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// A generator expression evaluates what its first for iterates over where it stands, and all else when it is iterated over. Where
// it is iterated over at once the two are the same; elsewhere the first value is kept in a variable.

// consumers are the functions and methods that iterate over their first argument before they return.
var consumers = map[string]bool{
	"sum": true, "any": true, "all": true, "list": true, "tuple": true, "set": true, "frozenset": true, "dict": true, "sorted": true, "max": true,
	"min": true, "bytes": true, "bytearray": true, "Counter": true, "deque": true, "OrderedDict": true, "fsum": true, "prod": true, "mean": true,
	"join": true, "extend": true, "update": true, "union": true, "writelines": true, "parallelize": true,
}

// consumedAtOnce are the generator expressions of files that are iterated over where they stand, or that a function returns: what it
// iterates over nobody changes then.
func consumedAtOnce(files map[string]*syntax.File, script *syntax.File) map[*syntax.Comp]bool {
	out := map[*syntax.Comp]bool{}
	mark := func(e syntax.Expr) {
		if c, ok := e.(*syntax.Comp); ok && c.Kind == syntax.GenExp {
			out[c] = true
		}
	}
	visit := func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Call:
			if len(n.Args) > 0 && consumers[calledName(n.Fn)] {
				mark(n.Args[0].Value)
			}
			for _, a := range n.Args {
				if a.Star == "*" {
					mark(a.Value)
				}
			}
		case *syntax.For:
			mark(n.Iter)
		case *syntax.Return:
			mark(n.Value)
		case *syntax.Lambda:
			mark(n.Body)
		case *syntax.YieldFrom:
			mark(n.Value)
		case *syntax.Star:
			mark(n.X)
		case *syntax.Comp:
			for _, cl := range n.Clauses {
				mark(cl.Iter)
			}
		}
		return true
	}
	syntax.Walk(script, visit)
	for _, f := range files {
		syntax.Walk(f, visit)
	}
	return out
}

// calledName is the last name of what is called.
func calledName(fn syntax.Expr) string {
	switch fn := fn.(type) {
	case *syntax.Name:
		return fn.Id
	case *syntax.Attr:
		return fn.Name
	}
	return ""
}

// evaluatesFirst has a generator expression that is not iterated over at once evaluate what its first for iterates over.
func (c *checker) evaluatesFirst(out *ir.Comp, e *syntax.Comp) ir.Expr {
	first := &out.Clauses[0]
	if _, constant := first.Iter.(*ir.Const); constant || e.Kind != syntax.GenExp || c.consumed[e] {
		return out
	}
	if at := first.Iter.Pos(); types.IsAny(typeOf(first.Iter)) { // which it may be that nothing iterates over
		first.Iter = c.callBuiltin(c.ix.Modules["builtins"].Members["iter"], []argument{{val: first.Iter, at: at}}, at)
	}
	tmp := c.temp(first.Iter)
	tmp.v.Name, tmp.v.Fresh, tmp.v.Shared = "source", true, true
	first.Iter = tmp.read()
	return &ir.Let{X: ir.X{T: out.T, At: out.At}, Sets: []*ir.Assign{tmp.set.(*ir.Assign)}, V: out}
}
