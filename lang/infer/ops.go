package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// withType is an expression with a type of its own, for values not known yet.
func (c *checker) withType(v ir.Expr, t types.Type) ir.Expr {
	if types.IsBad(t) {
		return c.bad(v.Pos())
	}
	return c.neverAfter(v.Pos(), v)
}

// neverAfter is an expression without a value because one of its operands has none: what is evaluated up to that, such as a call of
// a function that always raises, and no more.
func (c *checker) neverAfter(at syntax.Span, operands ...ir.Expr) ir.Expr {
	var before []*ir.Assign
	for _, x := range operands {
		if types.IsNever(typeOf(x)) {
			return after(before, x)
		}
		if hasEffect(x) && !static(typeOf(x)) {
			before = append(before, c.temp(x).set.(*ir.Assign))
		}
		if isOpen(typeOf(x)) {
			break
		}
	}
	return after(before, c.never(at))
}

// binary types L op R.
func (c *checker) binary(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	lt, rt := typeOf(l), typeOf(r)
	switch {
	case types.IsBad(lt) || types.IsBad(rt):
		return c.bad(at)
	case nothing(lt) || nothing(rt):
		return c.neverAfter(at, l, r)
	}
	if out := c.flagOperator(op, l, r, at); out != nil {
		return out
	}
	l, r = c.floatSum(op, c.plainValue(l), c.plainValue(r))
	if out := c.binaryObjects(op, l, r, at); out != nil {
		return out
	}
	if op == "%" {
		r = c.asTuple(r)
	}
	lt, rt = typeOf(l), typeOf(r)
	if types.IsOptional(lt) && !types.IsAny(rt) {
		l = c.operandNotNone(op, l, r, true)
		lt = typeOf(l)
	}
	if text := className(lt); types.IsOptional(rt) && !types.IsAny(lt) && (op != "%" || text != "str" && text != "bytes") {
		r = c.operandNotNone(op, r, l, false)
		rt = typeOf(r)
	}
	if out := c.arithmetic(op, l, r, at); out != nil {
		return out
	}
	if types.IsAny(lt) || types.IsAny(rt) {
		c.uses(op)
		return &ir.Binary{X: ir.X{T: types.Any, At: at}, Op: op, L: c.convertLater(l, types.Any), R: c.convertLater(r, types.Any)}
	}
	if out := c.sequenceOp(op, l, r, at); out != nil {
		return out
	}
	if out := c.declaredOp(op, l, r, at); out != nil {
		return out
	}
	c.badOperands(op, l, r, at)
	return c.bad(at)
}

// floatSum makes the sum of floats a float where the int 0 of an empty sum makes no difference.
func (c *checker) floatSum(op string, l, r ir.Expr) (ir.Expr, ir.Expr) {
	if op == "/" {
		return c.asFloatSum(l), c.asFloatSum(r)
	}
	if (op == "+" || op == "-") && types.IsFloat(typeOf(r)) {
		return c.asFloatSum(l), r
	}
	if (op == "+" || op == "-") && types.IsFloat(typeOf(l)) {
		return l, c.asFloatSum(r)
	}
	return l, r
}

func (c *checker) asFloatSum(e ir.Expr) ir.Expr {
	call, ok := e.(*ir.Call)
	if !ok || call.Fn.Bind != "SumAny" || len(call.Args) != 2 || call.Omitted != 1 {
		return e
	}
	conv, ok := call.Args[0].(*ir.Convert)
	if !ok {
		return e
	}
	t, ok := c.elem(conv.V)
	if !ok || !types.IsFloat(t) {
		return e
	}
	sum := c.ix.Modules["builtins"].Members["sum"]
	return c.callBuiltin(sum, []argument{{val: conv.V, at: conv.At}, {val: &ir.Const{X: ir.X{T: types.Float, At: e.Pos()}, Value: 0.0}, at: e.Pos()}}, e.Pos())
}

func isNumeric(t types.Type) bool {
	return isIntegral(t) || types.IsFloat(t)
}

// isIntegral reports the types of ints, and bool.
func isIntegral(t types.Type) bool {
	return types.IsInt(t) || types.IsBool(t) || types.IsBigInt(t)
}

// arithmetic types an operator on two numbers; nil if they are not.
func (c *checker) arithmetic(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	lt, rt := typeOf(l), typeOf(r)
	if !isNumeric(lt) || !isNumeric(rt) {
		return nil
	}
	if op == "&" || op == "|" || op == "^" {
		if types.IsBool(lt) && types.IsBool(rt) {
			return &ir.Binary{X: ir.X{T: types.Bool, At: at}, Op: op, L: l, R: r}
		}
	}
	l, r = c.toInt(l), c.toInt(r)
	float := types.IsFloat(lt) || types.IsFloat(rt)
	if c.exact && !float {
		if out := c.exactArithmetic(op, l, r, at); out != nil {
			return out
		}
	}
	var t types.Type = types.Int
	switch op {
	case "+", "-", "*", "//", "%":
		if float {
			t = types.Float
		}
	case "/":
		t = types.Float
	case "**":
		t = c.powType(l, r, float)
		if types.IsAny(t) {
			return &ir.Binary{X: ir.X{T: t, At: at}, Op: op, L: c.convertLater(l, types.Any), R: c.convertLater(r, types.Any)}
		}
	case "<<", ">>", "&", "|", "^":
		if float {
			c.badOperands(op, l, r, at)
			return c.bad(at)
		}
	default:
		c.badOperands(op, l, r, at)
		return c.bad(at)
	}
	if types.IsFloat(t) {
		l, r = c.toFloat(l), c.toFloat(r)
		if op == "/" && !float { // int / int is rounded once, not each operand first
			l, r = l.(*ir.Convert).V, r.(*ir.Convert).V
		}
	}
	return &ir.Binary{X: ir.X{T: t, At: at}, Op: op, L: l, R: r}
}

// powType is the type of l ** r: int ** int is an int or a float by the sign of r, and a float
// power of a negative number would be complex, which raises.
func (c *checker) powType(l, r ir.Expr, float bool) types.Type {
	if float {
		return types.Float
	}
	if k, ok := r.(*ir.Const); ok {
		if n, ok := k.Value.(int64); ok {
			if n >= 0 {
				return types.Int
			}
			return types.Float
		}
	}
	if notNegative(r) {
		return types.Int
	}
	return types.Any
}

// notNegative reports an int that is certain to be 0 or more.
func notNegative(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const:
		n, ok := e.Value.(int64)
		return ok && n >= 0
	case *ir.Convert:
		return types.IsBool(typeOf(e.V)) || isIntegral(typeOf(e)) && isIntegral(typeOf(e.V)) && notNegative(e.V)
	case *ir.Call:
		return shortResults[e.Fn.Name] && e.Fn.Name != "find" && e.Fn.Name != "rfind" || e.Fn.Name == "abs" && len(e.Args) == 1 && isIntegral(typeOf(e))
	case *ir.Binary:
		if !isIntegral(typeOf(e)) {
			return false
		}
		l, r := notNegative(e.L), notNegative(e.R)
		switch e.Op {
		case "+", "*", "//", "<<", ">>", "|", "^":
			return l && r
		case "&":
			return l || r
		case "%":
			return r
		case "**":
			return l
		}
	}
	return false
}

func (c *checker) toInt(e ir.Expr) ir.Expr {
	if types.IsBool(typeOf(e)) {
		return &ir.Convert{X: ir.X{T: types.Int, At: e.Pos()}, V: e}
	}
	return e
}

// toWord is an int of 64 bits.
func (c *checker) toWord(e ir.Expr) ir.Expr {
	if types.IsInt(typeOf(e)) {
		return e
	}
	return &ir.Convert{X: ir.X{T: types.Int, At: e.Pos()}, V: e}
}

// tupleOf is the type of a tuple of known length as one of any length.
func (c *checker) tupleOf(t *types.Named) *types.Named {
	return types.TupleOf(c.grows(joinAll(t.Args)))
}

func (c *checker) toFloat(e ir.Expr) ir.Expr {
	if types.IsFloat(typeOf(e)) {
		return e
	}
	return &ir.Convert{X: ir.X{T: types.Float, At: e.Pos()}, V: e}
}

// sequenceOp types the operators of strings, containers and dates; nil if there is none.
func (c *checker) sequenceOp(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	if op == "&" || op == "|" || op == "-" || op == "^" {
		l, r = c.withView(l, r, at)
	}
	lt, ok1 := typeOf(l).(*types.Named)
	rt, ok2 := typeOf(r).(*types.Named)
	if !ok1 || !ok2 {
		return nil
	}
	made := func(t types.Type) ir.Expr { return &ir.Binary{X: ir.X{T: t, At: at}, Op: op, L: l, R: r} }
	switch {
	case op == "%" && (lt.Name == "str" || lt.Name == "bytes"):
		return made(lt)
	case op == "+" && lt.Name == rt.Name && (lt.Name == "str" || lt.Name == "bytes"):
		return made(lt)
	case op == "+" && lt.Name == "tuple" && rt.Name == "tuple" && len(lt.Args)+len(rt.Args) <= maxTuple:
		return made(types.Tuple(append(append([]types.Type(nil), lt.Args...), rt.Args...)...))
	case op == "+" && lt.Name == rt.Name && (lt.Name == "list" || lt.Name == "tuple..."):
		return c.joinLists(l, r, lt, rt, at)
	case op == "+" && isTuple(lt) && isTuple(rt):
		t := types.TupleOf(joint(c.grows(joinAll(lt.Args)), c.grows(joinAll(rt.Args))))
		return &ir.Binary{X: ir.X{T: t, At: at}, Op: "+", L: c.convertLater(l, t), R: c.convertLater(r, t)}
	case op == "*" && isIntegral(lt):
		return c.repeat(r, l, at)
	case op == "*" && isIntegral(rt):
		return c.repeat(l, r, at)
	case lt.Name == "dict" && rt.Name == "dict" || setLike(lt) && setLike(rt):
		return c.setOp(op, l, r, lt, rt, at)
	}
	return nil
}

func (c *checker) joinLists(l, r ir.Expr, lt, rt *types.Named, at syntax.Span) ir.Expr {
	t := types.Of(lt.Name, c.jointCell(lt.Args[0], rt.Args[0], 0, at))
	return &ir.Binary{X: ir.X{T: t, At: at}, Op: "+", L: c.convertLater(l, t), R: c.convertLater(r, t)}
}

// joint is the element type of a container made of two. Elements that differ are of any type:
// then those of both are boxed as they are.
func joint(a, b types.Type) types.Type {
	if t := types.Join(a, b); types.Equal(t, a) && types.Equal(t, b) {
		return t
	}
	return types.Any
}

// jointCell is type argument i of a new container made of two: what is put in later widens it.
func (c *checker) jointCell(a, b types.Type, i int32, at syntax.Span) types.Type {
	t := joint(a, b)
	if types.IsAny(t) || types.IsNever(t) || types.IsBad(t) {
		return t
	}
	cell := c.cell(at, 30+i, "the elements of this container")
	c.put(cell, t)
	return cell
}

func (c *checker) repeat(seq, n ir.Expr, at syntax.Span) ir.Expr {
	t := typeOf(seq).(*types.Named)
	switch t.Name {
	case "str", "bytes", "list", "tuple...":
		return &ir.Binary{X: ir.X{T: t, At: at}, Op: "*", L: seq, R: c.toWord(n)}
	case "tuple":
		out := c.tupleOf(t)
		return &ir.Binary{X: ir.X{T: out, At: at}, Op: "*", L: c.convertLater(seq, out), R: c.toWord(n)}
	}
	return nil
}

func (c *checker) setOp(op string, l, r ir.Expr, lt, rt *types.Named, at syntax.Span) ir.Expr {
	if lt.Name == "dict" && op != "|" || lt.Name != "dict" && op != "|" && op != "&" && op != "-" && op != "^" {
		return nil
	}
	if lt.Name == "dict" {
		t := types.Of("dict", c.jointCell(lt.Args[0], rt.Args[0], 0, at), c.jointCell(lt.Args[1], rt.Args[1], 1, at))
		if !types.Equal(lt, t) || !types.Equal(rt, t) { // {**l, **r}
			return &ir.Dict{X: ir.X{T: t, At: at}, Keys: []ir.Expr{nil, nil}, Values: []ir.Expr{c.convertLater(l, t), c.convertLater(r, t)}}
		}
		return &ir.Binary{X: ir.X{T: t, At: at}, Op: op, L: c.convertLater(l, t), R: c.convertLater(r, t)}
	}
	le, _ := elementType(lt)
	re, _ := elementType(rt)
	elem := c.jointCell(le, re, 0, at)
	operand := func(v ir.Expr, n *types.Named, e types.Type) ir.Expr {
		if types.Equal(e, elem) {
			return v
		}
		return c.convertLater(v, types.Of(n.Name, elem))
	}
	return &ir.Binary{X: ir.X{T: types.Of(lt.Name, elem), At: at}, Op: op, L: operand(l, lt, le), R: operand(r, rt, re)}
}

// isView reports the views of dicts that have the operators of sets.
func isView(t types.Type) bool { return className(t) == "DictKeys" || className(t) == "DictItems" }

// viewAsSet is a view of a dict as a set, and any other value as it is.
func (c *checker) viewAsSet(v ir.Expr) ir.Expr {
	if !isView(typeOf(v)) {
		return v
	}
	return c.callBuiltinClass("set", v, v.Pos())
}

// withView makes sets of both operands of an operator of sets where one is a view: the other is any iterable.
func (c *checker) withView(l, r ir.Expr, at syntax.Span) (ir.Expr, ir.Expr) {
	set := func(v ir.Expr) ir.Expr {
		if n := className(typeOf(v)); n == "set" || n == "frozenset" {
			return v
		}
		if _, ok := elementType(typeOf(v)); ok {
			return c.callBuiltinClass("set", v, at)
		}
		return v
	}
	if !isView(typeOf(l)) && !isView(typeOf(r)) {
		return l, r
	}
	return set(l), set(r)
}

// setLike are the types that have the operators of sets.
func setLike(n *types.Named) bool {
	switch n.Name {
	case "set", "frozenset":
		return true
	}
	return false
}

// callBuiltinClass is set(v) and its like.
func (c *checker) callBuiltinClass(class string, v ir.Expr, at syntax.Span) ir.Expr {
	return c.callOverloads(c.ix.Classes[class].New, nil, nil, []argument{{val: v, at: at}}, at, at)
}

func isSet(n *types.Named) bool { return n.Name == "set" || n.Name == "frozenset" }

func isTuple(n *types.Named) bool { return n.Name == "tuple" || n.Name == "tuple..." }
