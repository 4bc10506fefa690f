package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// windowed are the operators whose windows cost less if their function is associative.
var windowed = map[string]bool{"reduceByKeyAndWindow": true, "reduceByWindow": true}

// Associate marks the windows whose functions are associative for certain.
func Associate(p *ir.Program) {
	mark := func(x ir.Expr) {
		call, ok := x.(*ir.Call)
		if !ok || !windowed[call.Fn.Name] || !call.Fn.Worker || len(call.Args) == 0 {
			return
		}
		fv, ok := unconverted(call.Args[0]).(*ir.FuncVal)
		call.Associative = ok && fv.Func != nil && associative(fv.Func)
	}
	ir.Visit(p.Body, mark)
	for _, fn := range p.Funcs {
		ir.Visit(fn.Body, mark)
	}
}

// associative reports whether a function of two arguments, of which nothing but a result is made, gives exactly the same
// however it is grouped: sums of ints (not of floats, which round), joined texts and lists, extremes, unions, and tuples of these.
func associative(f *ir.Func) bool {
	if len(f.Params) != 2 || len(f.Body) != 1 {
		return false
	}
	r, ok := f.Body[0].(*ir.Return)
	if !ok || r.V == nil {
		return false
	}
	a, b := f.Params[0], f.Params[1]
	is := func(v *ir.Var) func(ir.Expr) bool {
		return func(x ir.Expr) bool {
			l, ok := ir.Strip(x).(*ir.Local)
			return ok && l.Var == v
		}
	}
	return combines(r.V, is(a), is(b))
}

// combines reports whether an expression joins two values, which left and right recognise, by an associative operation.
func combines(x ir.Expr, left, right func(ir.Expr) bool) bool {
	x = ir.Strip(x)
	switch x := x.(type) {
	case *ir.Binary:
		return left(x.L) && right(x.R) && exact(x.Op, x.Type()) && types.Equal(x.L.Type(), x.R.Type()) && types.Equal(x.L.Type(), x.Type())
	case *ir.Call:
		if x.Recv != nil || x.Fn.Class != nil || x.Fn.Module != "builtins" || x.Fn.Name != "max" && x.Fn.Name != "min" {
			return false
		}
		args := x.Rest
		if len(args) != 2 {
			return false
		}
		t := args[0].Type()
		return left(args[0]) && right(args[1]) && (types.IsInt(t) || types.IsBigInt(t) || types.IsStr(t)) && types.Equal(t, args[1].Type())
	case *ir.Tuple:
		for i, elt := range x.Elts {
			if !combines(elt, part(left, i), part(right, i)) {
				return false
			}
		}
		return len(x.Elts) > 0
	}
	return false
}

// part recognises element i of a tuple that whole recognises.
func part(whole func(ir.Expr) bool, i int) func(ir.Expr) bool {
	return func(x ir.Expr) bool {
		g, ok := ir.Strip(x).(*ir.TupleGet)
		return ok && g.N == i && whole(g.V)
	}
}

// exact reports the operators that are associative on values of a type.
func exact(op string, t types.Type) bool {
	n, _ := types.Resolve(t).(*types.Named)
	if n == nil {
		return false
	}
	switch n.Name {
	case "int", "bigint":
		return op == "+" || op == "*" || op == "&" || op == "|" || op == "^"
	case "str", "bytes", "list":
		return op == "+"
	case "set", "frozenset":
		return op == "|" || op == "&"
	}
	return false
}
