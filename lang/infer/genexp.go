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

// consumedAtOnce are the generator expressions of files that are iterated over where they stand.
func consumedAtOnce(files map[string]*syntax.File, script *syntax.File) map[*syntax.Comp]bool {
	out := map[*syntax.Comp]bool{}
	own := ownNames(files, script)
	mark := func(e syntax.Expr) {
		if c, ok := e.(*syntax.Comp); ok && c.Kind == syntax.GenExp {
			out[c] = true
		}
	}
	visit := func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Call:
			if name := calledName(n.Fn); len(n.Args) > 0 && consumers[name] && !own[name] && evaluateNothing(n.Args[1:]) {
				mark(n.Args[0].Value)
			}
			for i, a := range n.Args {
				if a.Star == "*" && evaluateNothing(n.Args[i+1:]) {
					mark(a.Value)
				}
			}
		case *syntax.For:
			mark(n.Iter)
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

// ownNames are the names of the functions and classes of files, which may do something before they iterate.
func ownNames(files map[string]*syntax.File, script *syntax.File) map[string]bool {
	out := map[string]bool{}
	visit := func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDef:
			out[n.Name.Id] = true
		case *syntax.ClassDef:
			out[n.Name.Id] = true
		}
		return true
	}
	syntax.Walk(script, visit)
	for _, f := range files {
		syntax.Walk(f, visit)
	}
	return out
}

// evaluateNothing reports whether nobody can tell when arguments are evaluated.
func evaluateNothing(args []*syntax.Arg) bool {
	for _, a := range args {
		if a.Star != "" || !evaluatesNothing(a.Value) {
			return false
		}
	}
	return true
}

func evaluatesNothing(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Name, *syntax.IntLit, *syntax.FloatLit, *syntax.StrLit, *syntax.BytesLit, *syntax.BoolLit, *syntax.NoneLit:
		return true
	case *syntax.Unary:
		_, number := e.X.(*syntax.IntLit)
		return number
	case *syntax.Lambda:
		for _, p := range e.Params {
			if p.Default != nil && !evaluatesNothing(p.Default) {
				return false
			}
		}
		return true
	}
	return false
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
	if at := first.Iter.Pos(); !iteratesPlainly(typeOf(first.Iter)) {
		first.Iter = c.callBuiltin(c.ix.Modules["builtins"].Members["iter"], []argument{{val: first.Iter, at: at}}, at)
	}
	tmp := c.temp(first.Iter)
	tmp.v.Name, tmp.v.Fresh, tmp.v.Shared = "source", true, true
	first.Iter = tmp.read()
	return &ir.Let{X: ir.X{T: out.T, At: out.At}, Sets: []*ir.Assign{tmp.set.(*ir.Assign)}, V: out}
}

// iteratesPlainly reports whether nobody can tell when iterating over a value of a type begins: it certainly can be iterated over, and
// asking it for an iterator does nothing that is seen later.
func iteratesPlainly(t types.Type) bool {
	switch className(t) {
	case "list", "tuple", "str", "bytes", "range", "Iterator", "RDD":
		return true
	}
	return false
}
