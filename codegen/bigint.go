package codegen

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// bigMethods are the methods of py.BigInt for operators whose operands and results are bigints.
var bigMethods = map[string]string{
	"+": "Add", "-": "Sub", "*": "Mul", "//": "FloorDiv", "%": "Mod", "<<": "Lshift", ">>": "Rshift", "&": "And", "|": "Or", "^": "Xor", "/": "TrueDiv",
}

// bigOp writes an operator of two ints of which one is a bigint.
func (w *fn) bigOp(e *ir.Binary) ex {
	method := bigMethods[e.Op]
	switch {
	case e.Op == "**":
		method = map[string]string{"float": "PowFloat", "bigint": "Pow"}[typeName(e.Type())]
	case e.Op == "%" && types.IsInt(e.Type()):
		method = "ModInt"
	case e.Op == "&" && types.IsInt(e.Type()):
		if types.IsInt(e.L.Type()) { // a constant
			l := w.expr(e.L)
			return w.expr(e.R).method("AndInt", l)
		}
		method = "AndInt"
	}
	l := w.expr(e.L)
	return l.method(method, w.expr(e.R))
}

// bigUnary writes - + ~ of a bigint.
func (w *fn) bigUnary(e *ir.Unary) ex {
	switch e.Op {
	case "-":
		return w.expr(e.V).method("Neg")
	case "~":
		return w.expr(e.V).method("Invert")
	}
	return w.expr(e.V)
}

// bigOrder are the methods for comparisons.
var bigOrder = map[string]string{"<": "Less", "<=": "LessEqual", ">": "Greater", ">=": "GreaterEqual", "==": "Equal", "!=": "Equal"}

func (w *fn) bigCompare(e *ir.Compare) ex {
	l := w.expr(e.L)
	out := l.method(bigOrder[e.Op], w.expr(e.R))
	if e.Op == "!=" {
		return unary("!", out)
	}
	return out
}

// bigLit writes a bigint constant. One beyond 64 bits is a variable of the package, made once.
func (g *generator) bigLit(v any) ex {
	n, ok := v.(*big.Int)
	if !ok {
		return g.py("Big").call(prim(jen.Op(strconv.FormatInt(v.(int64), 10))))
	}
	text := n.String()
	name, ok := g.bigNames[text]
	if !ok {
		word := "int" + strings.ReplaceAll(text, "-", "Minus")
		if len(word) > 30 {
			word = "intOf" + strconv.Itoa(n.BitLen()) + "Bits"
		}
		name = g.topTake(word)
		g.bigNames[text] = name
		*g.slot() = *jen.Var().Id(name).Op("=").Qual(g.im.py, "BigLit").Call(quoted(text))
	}
	return prim(jen.Id(name))
}

// toBig writes an int or bool as a bigint.
func (w *fn) toBig(v ir.Expr) ex {
	if types.IsBool(v.Type()) {
		return w.g.py("BigOfBool").call(w.expr(v))
	}
	return w.g.py("Big").call(w.expr(v))
}

// wordOf writes an int of 64 bits; of a bigint by the method that says what it is for.
func (w *fn) wordOf(e ir.Expr, method string) ex {
	if c, ok := e.(*ir.Convert); ok && types.IsInt(c.Type()) && types.IsBigInt(c.V.Type()) {
		return w.expr(c.V).method(method)
	}
	return w.expr(e)
}

// sliceBound writes a bound of a slice.
func (w *fn) sliceBound(e ir.Expr) ex {
	if c, ok := e.(*ir.Convert); ok && types.IsBigInt(c.V.Type()) {
		return w.wordOf(e, "Bound")
	}
	return w.typed(e)
}

// boxedBig writes a bigint as any.
func (w *fn) boxedBig(e ir.Expr) ex {
	if c, ok := e.(*ir.Convert); ok && (types.IsInt(c.V.Type()) || types.IsBool(c.V.Type())) {
		return w.boxed(w.converted(c.V, types.Int))
	}
	if k, ok := e.(*ir.Const); ok {
		if n, ok := k.Value.(int64); ok {
			return w.boxed(&ir.Const{X: ir.X{T: types.Int, At: k.At}, Value: n})
		}
	}
	return w.g.py("Box").call(w.expr(e))
}

// differInInts reports types that differ in that one has a bigint where the other has an int.
func differInInts(a, b types.Type) bool {
	x, ok1 := types.Resolve(a).(*types.Named)
	y, ok2 := types.Resolve(b).(*types.Named)
	if !ok1 || !ok2 {
		return false
	}
	if types.IsInt(x) && types.IsBigInt(y) || types.IsBigInt(x) && types.IsInt(y) {
		return true
	}
	if x.Name != y.Name || len(x.Args) != len(y.Args) {
		return false
	}
	for i := range x.Args {
		if differInInts(x.Args[i], y.Args[i]) {
			return true
		}
	}
	return false
}
