package infer

import (
	"math/bits"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// In a script whose ints grow, an int has one of two types: int, of 64 bits, for what is certain to have no more,
// such as lengths, indices and what the library gives, and bigint. An int becomes a bigint wherever one is wanted;
// where 64 bits are wanted, a bigint is checked. What containers and streams hold is always bigint, so that two of them
// agree in their types, and so are the arguments of functions of the script.

// grows makes the ints among the values that a container holds bigint.
func (c *checker) grows(t types.Type) types.Type {
	if !c.exact {
		return t
	}
	n, ok := types.Resolve(t).(*types.Named)
	switch {
	case !ok:
	case types.IsInt(n):
		return types.BigInt
	case n.Name == "tuple" || n.Name == "Optional":
		args := make([]types.Type, len(n.Args))
		for i, a := range n.Args {
			args[i] = c.grows(a)
		}
		return types.Of(n.Name, args...)
	}
	return t
}

// holders are the types whose type arguments are not those of a container: their values are converted as they are.
var holders = map[string]bool{"tuple": true, "Optional": true, "Iterator": true, "Iterable": true, "Callable": true}

// held notes the type parameters that a declared result puts into containers.
func held(t types.Type, inside bool, into map[string]bool) {
	switch t := t.(type) {
	case *types.Param:
		if inside {
			into[t.Name] = true
		}
	case *types.Named:
		for _, a := range t.Args {
			held(a, inside || !holders[t.Name], into)
		}
	}
}

// growHeld makes the ints bigint that a call puts into the container which it makes. The parameters of a receiver whose
// elements are settled stay.
func (c *checker) growHeld(f *api.Func, sub subst, fixed map[string]bool) {
	if !c.exact {
		return
	}
	names := map[string]bool{}
	held(f.Result, false, names)
	for p := range names {
		if t, ok := sub[p]; ok && !fixed[p] {
			sub[p] = c.grows(t)
		}
	}
}

// grownResult is the result of a declared function, of which a new container of ints becomes one of bigints.
func (c *checker) grownResult(call ir.Expr) ir.Expr {
	if !c.exact {
		return call
	}
	t := typeOf(call)
	want := c.grownContainers(t)
	if types.Equal(t, want) {
		return call
	}
	return &ir.Convert{X: ir.X{T: want, At: call.Pos()}, V: call}
}

// grownContainers makes the ints bigint that a type has in lists, sets and dicts.
func (c *checker) grownContainers(t types.Type) types.Type {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || len(n.Args) == 0 || types.HasVar(n) {
		return t
	}
	args := make([]types.Type, len(n.Args))
	for i, a := range n.Args {
		args[i] = c.grownContainers(a)
		switch n.Name {
		case "list", "set", "frozenset", "dict", "tuple...":
			args[i] = c.grows(args[i])
		}
	}
	out := types.Of(n.Name, args...)
	out.Class = n.Class
	return out
}

// growArgs makes the ints among the arguments of a function of the script bigint.
func (c *checker) growArgs(vals []ir.Expr) {
	if !c.exact {
		return
	}
	for i, v := range vals {
		if _, keywords := v.(*keywordArgs); keywords {
			continue
		}
		if t := c.grows(typeOf(v)); !types.Equal(t, typeOf(v)) {
			vals[i] = &ir.Convert{X: ir.X{T: t, At: v.Pos()}, V: v}
		}
	}
}

// intReceiver is the receiver of a method of int, in the form that the declaration wants.
func (c *checker) intReceiver(f *api.Func, recv ir.Expr) ir.Expr {
	if f.Exact {
		return c.toBig(c.toInt(recv))
	}
	return c.toWord(recv)
}

// toBig is an int as a bigint.
func (c *checker) toBig(e ir.Expr) ir.Expr {
	if types.IsBigInt(typeOf(e)) {
		return e
	}
	return &ir.Convert{X: ir.X{T: types.BigInt, At: e.Pos()}, V: e}
}

// exactArithmetic types an operator on two ints of a script whose ints grow; nil if it is none of ints.
func (c *checker) exactArithmetic(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	made := func(t types.Type, l, r ir.Expr) ir.Expr {
		return &ir.Binary{X: ir.X{T: t, At: at}, Op: op, L: l, R: r}
	}
	small := types.IsInt(typeOf(l)) && types.IsInt(typeOf(r))
	var t types.Type = types.BigInt
	switch op {
	case "/":
		t = types.Float
		if small {
			return made(t, l, r)
		}
	case "**":
		t = c.powType(l, r, false)
		switch {
		case types.IsAny(t):
			return made(t, c.convertLater(l, t), c.convertLater(r, t))
		case types.IsFloat(t) && small:
			return made(t, l, r)
		case types.IsInt(t) && small && resultBits(op, l, r) <= 64:
			return made(t, l, r)
		case types.IsInt(t):
			t = types.BigInt
		}
	case "%":
		if types.IsInt(typeOf(r)) { // the result is less than the divisor
			return made(types.Int, l, r)
		}
	case "&":
		if n, ok := constInt(r); ok && n >= 0 {
			return made(types.Int, l, r)
		}
		if n, ok := constInt(l); ok && n >= 0 {
			return made(types.Int, l, r)
		}
		if small {
			return made(types.Int, l, r)
		}
	case "+", "-", "*", "//", "<<", ">>", "|", "^":
		if small && resultBits(op, l, r) <= 64 {
			return made(types.Int, l, r)
		}
	default:
		return nil
	}
	return made(t, c.toBig(l), c.toBig(r))
}

// unaryBig types - and ~ of an int in a script whose ints grow.
func (c *checker) unaryBig(e *syntax.Unary, v ir.Expr) ir.Expr {
	if e.Op == "-" && types.IsInt(typeOf(v)) && intBits(v) == 64 {
		v = c.toBig(v)
	}
	return &ir.Unary{X: ir.X{T: typeOf(v), At: e.Span}, Op: e.Op, V: v}
}

// intBits bounds the size of an int expression: its absolute value is below 2**intBits, or that is 64, which stands for any
// value of 64 bits.
func intBits(e ir.Expr) int {
	switch e := e.(type) {
	case *ir.Const:
		if n, ok := e.Value.(int64); ok && n != -1<<63 {
			return bits.Len64(uint64(max(n, -n)))
		}
	case *ir.Convert:
		switch {
		case types.IsBool(typeOf(e.V)):
			return 1
		case types.IsInt(typeOf(e.V)):
			return intBits(e.V)
		}
	case *ir.Binary:
		if types.IsInt(typeOf(e)) {
			return min(resultBits(e.Op, e.L, e.R), 64)
		}
	case *ir.Unary:
		if e.Op == "-" {
			return intBits(e.V)
		}
		return min(intBits(e.V)+1, 64)
	case *ir.Call:
		if types.IsInt(typeOf(e)) && shortResults[e.Fn.Name] {
			return 48
		}
	case *ir.Cond:
		return max(intBits(e.Then), intBits(e.Else))
	}
	return 64
}

// shortResults are the functions and methods that count what is in memory.
var shortResults = map[string]bool{
	"len": true, "ord": true, "count": true, "index": true, "find": true, "rfind": true, "rindex": true, "bit_length": true, "bit_count": true,
	"getNumPartitions": true,
}

// resultBits is intBits of an operator's result, or more than 64 if it may have more than 64 bits.
func resultBits(op string, l, r ir.Expr) int {
	a, b := intBits(l), intBits(r)
	n, isConst := constInt(r)
	grown := 65
	switch op {
	case "+", "-":
		grown = max(a, b) + 1
	case "*":
		grown = a + b
	case "//":
		if isConst && n != -1 || a < 64 {
			return a
		}
	case "%":
		return b
	case "&":
		if isConst && n >= 0 {
			return b
		}
		return max(a, b)
	case "|", "^":
		return max(a, b)
	case ">>":
		return a
	case "<<":
		if isConst && n >= 0 && n < 64 {
			grown = a + int(n)
		}
	case "**":
		if isConst && n >= 0 && n < 64 {
			grown = max(1, a*int(n))
		}
	}
	if grown > 63 {
		return 65
	}
	return grown
}

// constInt is the value of a constant of 64 bits.
func constInt(e ir.Expr) (int64, bool) {
	k, ok := e.(*ir.Const)
	if !ok {
		return 0, false
	}
	n, ok := k.Value.(int64)
	return n, ok
}
