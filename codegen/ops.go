package codegen

import (
	"math"
	"math/bits"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// intOps and floatOps name the runtime functions of the arithmetic that Go's operators do not do
// as Python does.
var (
	intOps = map[string]string{
		"+": "AddInt", "-": "SubInt", "*": "MulInt", "/": "TrueDivInt", "//": "FloorDivInt",
		"%": "ModInt", "**": "PowInt", "<<": "LshiftInt", ">>": "RshiftInt",
	}
	// risingOps are + and - of an int that is not negative, which are checked by one comparison.
	risingOps = map[string]string{"+": "AddUp", "-": "SubDown"}
	floatOps  = map[string]string{"/": "DivFloat", "//": "FloorDivFloat", "%": "ModFloat", "**": "PowFloat"}
	native    = map[string]int{"+": precAdd, "-": precAdd, "*": precMul, "&": precMul, "|": precAdd, "^": precAdd}
	// exactOps are the operators that Go's are the same as, if the result fits and division has no negative operand.
	exactOps = map[string]int{"+": precAdd, "-": precAdd, "*": precMul, "//": precMul, "%": precMul}
	dynOps   = map[string]string{
		"+": "DynAdd", "-": "DynSub", "*": "DynMul", "/": "DynTrueDiv", "//": "DynFloorDiv", "%": "DynMod", "**": "DynPow",
		"<<": "DynLshift", ">>": "DynRshift", "&": "DynAnd", "|": "DynOr", "^": "DynXor", "@": "DynMatMul",
	}
	setOps = map[string]string{"|": "Union", "&": "Intersection", "-": "Difference", "^": "SymmetricDifference"}
	// methodOps are the methods of containers and date types.
	methodOps = map[string]string{"+": "Add", "-": "Sub", "*": "Mul", "/": "Div", "//": "FloorDiv", "%": "Mod", "|": "Or"}
)

func typeName(t types.Type) string {
	if n, ok := types.Resolve(t).(*types.Named); ok {
		return n.Name
	}
	return ""
}

// binary writes an operator by the types of its operands.
func (w *fn) binary(e *ir.Binary) ex {
	if w.isLate(e.L, e.R) {
		if v, ok := w.asStatements(e, e.L.(*ir.Convert).V, e.R); ok {
			return v
		}
		late := *e
		late.L, late.R = w.late(e.L.(*ir.Convert), e.R)
		e = &late
	}
	lt, rt := e.L.Type(), e.R.Type()
	l, r := typeName(lt), typeName(rt)
	switch {
	case l == "Any" && e.InPlace:
		args := w.dynArgs(e.L, e.R)
		return w.g.py("DynInPlace").call(prim(quoted(e.Op)), args[0], args[1])
	case l == "Any" || r == "Any":
		return w.g.py(dynOps[e.Op]).call(w.dynArgs(e.L, e.R)...)
	case (l == "bigint" || r == "bigint") && (l == "int" || l == "bigint") && (r == "int" || r == "bigint"):
		return w.bigOp(e)
	case l == "int" && r == "int":
		return w.intOp(e)
	case l == "bool" && r == "bool":
		return w.boolOp(e)
	case (l == "float" || l == "int") && (r == "float" || r == "int"):
		return w.floatOp(e)
	case l == "str" && r == "str" && e.Op == "+":
		return binary("+", precAdd, w.expr(e.L), w.expr(e.R))
	case l == "str" && e.Op == "%":
		return w.percent(e)
	case l == "bytes" && e.Op == "%":
		return w.g.py("BytesPercent").call(w.expr(e.L), w.boxed(e.R))
	case l == "bytes" && r == "bytes" && e.Op == "+":
		return binary("+", precAdd, w.expr(e.L), w.expr(e.R))
	case e.Op == "*" && (l == "str" || r == "str"):
		return w.g.py("StrMul").call(w.swapped(e, r == "str")...)
	case e.Op == "*" && (l == "bytes" || r == "bytes"):
		return w.g.py("BytesMul").call(w.swapped(e, r == "bytes")...)
	case e.Op == "*" && l == "int":
		a := w.swapped(e, true)
		return w.goMethod(rt, a[0], "Mul", a[1])
	case l == "set" || l == "frozenset":
		return w.goMethod(lt, w.expr(e.L), setOps[e.Op], w.expr(e.R))
	case l == "tuple" && r == "tuple" && e.Op == "+":
		return w.tupleConcat(e)
	}
	if name, ok := methodOps[e.Op]; ok && l != "tuple" {
		return w.goMethod(lt, w.expr(e.L), name, w.wordOf(e.R, "Times"))
	}
	return w.g.unbox(w.g.py(dynOps[e.Op]).call(w.dynArgs(e.L, e.R)...), e.Type())
}

// isLate reports a left operand that must not be None, which is an error only when the right one has been evaluated.
func (w *fn) isLate(left, right ir.Expr) bool {
	c, ok := left.(*ir.Convert)
	if !ok || c.None == "" {
		return false
	}
	if r, ok := right.(*ir.Convert); ok && r.None != "" {
		right = r.V
	}
	return !w.pure(right)
}

// late are two such operands, evaluated in front of the operator.
func (w *fn) late(left *ir.Convert, right ir.Expr) (ir.Expr, ir.Expr) {
	l, r := w.stable(left.V, "left"), w.stable(right, "right")
	checked := *left
	checked.V = &written{ir.X{T: left.V.Type(), At: left.V.Pos()}, l}
	return &checked, &written{ir.X{T: right.Type(), At: right.Pos()}, r}
}

// percent is format % value. A tuple display is spread into arguments.
func (w *fn) percent(e *ir.Binary) ex {
	format := w.expr(e.L)
	if t, ok := e.R.(*ir.Tuple); ok {
		return w.g.py("StrPercent").call(append([]ex{format}, w.dynArgs(t.Elts...)...)...)
	}
	return w.g.py("StrFormatPercent").call(format, w.boxed(e.R))
}

// swapped are the operands with the sequence in front, evaluated in the script's order.
func (w *fn) swapped(e *ir.Binary, swap bool) []ex {
	if swap {
		l := w.wordOf(e.L, "Times")
		return []ex{w.expr(e.R), l}
	}
	l := w.expr(e.L)
	return []ex{l, w.wordOf(e.R, "Times")}
}

// dynArgs are operands of a function on boxed values.
func (w *fn) dynArgs(list ...ir.Expr) []ex {
	out := make([]ex, len(list))
	for i, e := range list {
		out[i] = w.boxed(e)
	}
	return out
}

// boolOp writes & | ^ of two bools, of which both are evaluated.
func (w *fn) boolOp(e *ir.Binary) ex {
	l, r := w.expr(e.L), w.expr(e.R)
	switch {
	case e.Op == "^":
		return binary("!=", precCompare, l, r)
	case e.Op == "&" && w.pure(e.R):
		return binary("&&", precAnd, l, r)
	case e.Op == "|" && w.pure(e.R):
		return binary("||", precOr, l, r)
	}
	return w.g.py(map[string]string{"&": "BoolAnd", "|": "BoolOr"}[e.Op]).call(l, r)
}

func (w *fn) intOp(e *ir.Binary) ex {
	if v, ok := intConst(e); ok {
		return w.g.literal(v, types.Int)
	}
	if v, ok := w.byPower(e); ok {
		return v
	}
	if e.Exact {
		op := map[string]string{"//": "/"}[e.Op]
		if op == "" {
			op = e.Op
		}
		return binary(op, exactOps[e.Op], w.typed(e.L), w.expr(e.R))
	}
	if v, ok := w.linear(e); ok {
		return v
	}
	if name, ok := intOps[e.Op]; ok {
		if e.Op == "**" {
			return w.intPower(e)
		}
		if e.Rises {
			name = risingOps[e.Op]
		}
		return w.g.py(name).call(w.expr(e.L), w.expr(e.R))
	}
	return binary(e.Op, native[e.Op], w.typed(e.L), w.expr(e.R))
}

// linear is k*x + c and the like for constants of 32 bits, which needs one check: that x lies between two bounds.
func (w *fn) linear(e *ir.Binary) (ex, bool) {
	left, right := e.L, e.R
	c, isConst := smallConst(right)
	if e.Op == "+" && !isConst {
		left, right = right, left
		c, isConst = smallConst(right)
	}
	product, ok := ir.Strip(left).(*ir.Binary)
	if !isConst || e.Op != "+" && e.Op != "-" || !ok || product.Op != "*" || product.Exact || typeName(product.L.Type()) != "int" {
		return ex{}, false
	}
	if e.Op == "-" {
		c = -c
	}
	k, x := product.L, product.R
	n, ok := smallConst(k)
	if !ok {
		k, x = x, k
		n, ok = smallConst(k)
	}
	if !ok || n < 2 || typeName(x.Type()) != "int" {
		return ex{}, false
	}
	return w.g.py("Linear").call(w.g.literal(n, types.Int), w.expr(x), w.g.literal(c, types.Int)), true
}

// smallConst is a constant of less than 32 bits.
func smallConst(e ir.Expr) (int64, bool) {
	c, ok := intConst(e)
	return c, ok && abs(c) <= math.MaxInt32
}

// byPower is x // c and x % c for a c that is a power of two: a shift and a mask round and take the sign as Python does.
func (w *fn) byPower(e *ir.Binary) (ex, bool) {
	c, ok := intConst(e.R)
	if !ok || c <= 1 || c&(c-1) != 0 {
		return ex{}, false
	}
	switch e.Op {
	case "//":
		return binary(">>", precMul, w.typed(e.L), prim(jen.Lit(bits.TrailingZeros64(uint64(c))))), true
	case "%":
		return binary("&", precMul, w.typed(e.L), prim(jen.Lit(int(c-1)))), true
	}
	return ex{}, false
}

// intPower is int ** int, whose type depends on the sign of the exponent.
func (w *fn) intPower(e *ir.Binary) ex {
	name := "PowInt"
	switch typeName(e.Type()) {
	case "float":
		name = "PowIntFloat"
	case "Any":
		name = "PowIntAny"
	}
	return w.g.py(name).call(w.expr(e.L), w.expr(e.R))
}

func (w *fn) floatOp(e *ir.Binary) ex {
	if v, ok := floatConst(e); ok {
		return w.g.floatLit(v)
	}
	l, r := w.asFloat(e.L), w.asFloat(e.R)
	if c, ok := floatConst(e.R); ok && c != 0 && e.Op == "/" {
		return binary("/", precMul, l, r)
	}
	if name, ok := floatOps[e.Op]; ok {
		return w.g.py(name).call(l, r)
	}
	out := binary(e.Op, native[e.Op], l, r)
	if e.Op == "*" {
		out.product = true
	}
	return out
}

// asFloat writes an operand of float arithmetic. A product is rounded on its own: Go may fuse
// x*y + z on some machines, which gives another result than Python.
func (w *fn) asFloat(e ir.Expr) ex {
	if c, ok := intConst(e); ok && float64(c) == math.Trunc(float64(c)) && abs(c) < 1<<53 {
		return w.g.floatLit(float64(c))
	}
	v := w.expr(e)
	if types.IsInt(e.Type()) || v.product {
		return prim(jen.Id("float64").Call(v.Statement))
	}
	return v
}

func abs(n int64) int64 { return max(n, -n) }

func intConst(e ir.Expr) (int64, bool) {
	switch e := e.(type) {
	case *ir.Const:
		v, ok := e.Value.(int64)
		return v, ok
	case *ir.Unary:
		v, ok := intConst(e.V)
		return -v, ok && e.Op == "-"
	case *ir.Binary:
		a, ok1 := intConst(e.L)
		b, ok2 := intConst(e.R)
		if ok1 && ok2 {
			return foldInt(e.Op, a, b)
		}
	}
	return 0, false
}

func floatConst(e ir.Expr) (float64, bool) {
	switch e := e.(type) {
	case *ir.Const:
		switch v := e.Value.(type) {
		case float64:
			return v, true
		case int64:
			return float64(v), abs(v) < 1<<53
		}
	case *ir.Convert:
		if types.IsFloat(e.Type()) {
			return floatConst(e.V)
		}
	case *ir.Unary:
		if v, ok := floatConst(e.V); ok && e.Op == "-" && types.IsFloat(e.Type()) {
			return -v, true
		}
	case *ir.Binary:
		a, ok1 := floatConst(e.L)
		b, ok2 := floatConst(e.R)
		if ok1 && ok2 && types.IsFloat(e.Type()) {
			return foldFloat(e.Op, a, b)
		}
	}
	return 0, false
}

// foldInt computes what Go's compiler would otherwise see as a constant expression; only results that
// cannot overflow are folded.
func foldInt(op string, a, b int64) (int64, bool) {
	if abs(a) >= 1<<31 || abs(b) >= 1<<31 {
		return 0, false
	}
	switch op {
	case "+":
		return a + b, true
	case "-":
		return a - b, true
	case "*":
		return a * b, true
	case "//", "%":
		if b <= 0 {
			return 0, false
		}
		q, r := a/b, a%b
		if r < 0 {
			q, r = q-1, r+b
		}
		if op == "%" {
			return r, true
		}
		return q, true
	}
	return 0, false
}

// foldFloat does the arithmetic of constants in float64: Go's own constants are exact, and
// 0.1 + 0.2 must be 0.30000000000000004.
func foldFloat(op string, a, b float64) (float64, bool) {
	switch op {
	case "+":
		return a + b, true
	case "-":
		return a - b, true
	case "*":
		return a * b, true
	case "/":
		return a / b, b != 0
	}
	return 0, false
}

// tupleConcat is (a, b) + (c,): the elements one after the other.
func (w *fn) tupleConcat(e *ir.Binary) ex {
	if a, ok := e.L.(*ir.Tuple); ok {
		if b, ok := e.R.(*ir.Tuple); ok {
			return w.tuple(append(append([]ir.Expr(nil), a.Elts...), b.Elts...))
		}
	}
	if v, ok := w.asStatements(e, e.L, e.R); ok {
		return v
	}
	l, _ := types.Is(e.L.Type(), "tuple")
	r, _ := types.Is(e.R.Type(), "tuple")
	a, b := w.stable(e.L, "left"), w.stable(e.R, "right")
	var elts []ex
	for i := range l.Args {
		elts = append(elts, w.elementOf(a(), len(l.Args), i, l.Args[i]))
	}
	for i := range r.Args {
		elts = append(elts, w.elementOf(b(), len(r.Args), i, r.Args[i]))
	}
	return w.makeTuple(elts)
}

// unaryOp writes - + ~.
func (w *fn) unaryOp(e *ir.Unary) ex {
	if n, ok := intConst(e); ok {
		return w.g.literal(n, types.Int)
	}
	if f, ok := floatConst(e); ok {
		return w.g.floatLit(f)
	}
	switch typeName(e.V.Type()) {
	case "bigint":
		return w.bigUnary(e)
	case "int":
		switch e.Op {
		case "-":
			if e.Exact {
				return unary("-", w.typed(e.V))
			}
			return w.g.py("NegInt").call(w.expr(e.V))
		case "~":
			return unary("^", w.typed(e.V))
		}
		return w.expr(e.V)
	case "float":
		if e.Op == "-" {
			return unary("-", w.expr(e.V))
		}
		return w.expr(e.V)
	case "Any":
		name := map[string]string{"-": "DynNeg", "+": "DynPos", "~": "DynInvert"}[e.Op]
		return w.g.py(name).call(w.expr(e.V))
	}
	return w.expr(e.V).method("Neg")
}
