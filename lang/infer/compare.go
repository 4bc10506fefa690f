package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// compare types a comparison. A chain evaluates each operand once.
func (c *checker) compare(e *syntax.Compare) ir.Expr {
	if len(e.Ops) == 1 {
		if test, yes, no, ok := c.condNone(e); ok {
			c.frame.state = merge(yes, no)
			return test
		}
		if out, ok := c.compareType(e); ok {
			return out
		}
		if out, ok := c.inGlobals(e); ok {
			return out
		}
	}
	return c.compareChain(e, c.expr)
}

// compareChain types a comparison of operands that operand types.
func (c *checker) compareChain(e *syntax.Compare, operand func(syntax.Expr) ir.Expr) ir.Expr {
	if len(e.Ops) == 1 {
		l := operand(e.X)
		return c.compareOp(e.Ops[0], l, operand(e.Ys[0]), e.Span)
	}
	out := &ir.Chain{X: ir.X{T: types.Bool, At: e.Span}}
	l := operand(e.X)
	var tests []ir.Expr
	rich := false
	for i, op := range e.Ops {
		r := operand(e.Ys[i])
		next := r
		if i+1 < len(e.Ops) && hasParts(r) {
			tmp := c.temp(r)
			r = &ir.Assigned{X: ir.X{T: typeOf(r), At: r.Pos()}, Var: tmp.v, V: r}
			next = tmp.read()
		}
		test := c.compareOp(op, l, r, e.Span)
		link, ok := test.(*ir.Compare)
		if types.IsBad(typeOf(test)) || types.IsNever(typeOf(test)) {
			return c.withType(test, typeOf(test))
		}
		tests = append(tests, test)
		rich = rich || !types.IsBool(typeOf(test))
		if !ok { // a method of a class: the link is what it gives
			link = &ir.Compare{X: ir.X{T: types.Bool, At: e.Span}, Op: "==", L: c.truth(test), R: c.boolean(true, e.Span)}
		}
		out.Links = append(out.Links, link)
		l = next
	}
	if rich {
		return c.chained(tests, e.Span)
	}
	return out
}

// hasParts reports whether an operand is worth storing: constants and variables are not.
func hasParts(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const, *ir.Local:
		return false
	case *ir.Convert:
		return hasParts(e.V)
	}
	return true
}

func (c *checker) compareOp(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	lt, rt := typeOf(l), typeOf(r)
	if types.IsBad(lt) || types.IsBad(rt) {
		return c.bad(at)
	}
	if nothing(lt) || nothing(rt) {
		return c.neverAfter(at, l, r)
	}
	if op == "in" || op == "not in" {
		r = c.enumMembers(r)
	} else if op != "is" && op != "is not" {
		if lk, rk := c.classOf(lt), c.classOf(rt); lk == nil || rk == nil {
			l, r = c.partsOfTime(c.plainValue(l)), c.partsOfTime(c.plainValue(r))
		}
	}
	lt, rt = typeOf(l), typeOf(r)
	if out := c.compareObjects(op, l, r, at); out != nil {
		return out
	}
	if op == "<" || op == "<=" || op == ">" || op == ">=" {
		l, r = c.viewAsSet(l), c.viewAsSet(r)
		lt, rt = typeOf(l), typeOf(r)
	}
	made := &ir.Compare{X: ir.X{T: types.Bool, At: at}, Op: op, L: l, R: r}
	if types.IsNone(lt) && isFunction(rt) || isFunction(lt) && types.IsNone(rt) {
		if op == "is" || op == "==" || op == "is not" || op == "!=" { // a class or a function is not None
			return c.boolean(op == "is not" || op == "!=", at)
		}
	}
	switch op {
	case "is", "is not":
		return c.compareIs(made, lt, rt)
	case "in", "not in":
		return c.compareIn(made, lt, rt, at)
	}
	if types.IsAny(lt) || types.IsAny(rt) {
		if out := c.richCompare(op, l, r, at); out != nil {
			return out
		}
	}
	switch op {
	case "==", "!=":
		c.alignOperands(made, lt, rt)
		return made
	}
	if types.IsOptional(lt) && !types.IsAny(rt) {
		made.L = c.notNone(l, noneUnordered, op, operandsWithNone(rt, true, "and"))
		lt = typeOf(made.L)
	}
	if types.IsOptional(rt) && !types.IsAny(lt) {
		made.R = c.notNone(r, noneUnordered, op, operandsWithNone(lt, false, "and"))
		rt = typeOf(made.R)
	}
	if !comparable(lt, rt) && !c.declaredOrder(lt, rt) {
		c.notOrdered(op, l, r, at)
		return c.bad(at)
	}
	c.alignOperands(made, lt, rt)
	return made
}

// partsOfTime is the tuple that a struct_time is compared as; other values stay.
func (c *checker) partsOfTime(v ir.Expr) ir.Expr {
	if className(typeOf(v)) != "struct_time" {
		return v
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["tuple"], []argument{{val: v, at: v.Pos()}}, v.Pos())
}

// alignOperands gives both operands one type, so that they can be compared as they are.
func (c *checker) alignOperands(cmp *ir.Compare, lt, rt types.Type) {
	switch {
	case isNumeric(lt) && isNumeric(rt):
		if types.IsBool(lt) && types.IsBool(rt) && (cmp.Op == "==" || cmp.Op == "!=") {
			return
		}
		cmp.L, cmp.R = c.toInt(cmp.L), c.toInt(cmp.R)
		switch {
		case types.IsFloat(lt) != types.IsFloat(rt):
			cmp.L, cmp.R = c.exactFloat(cmp.L), c.exactFloat(cmp.R)
		case types.IsBigInt(lt) || types.IsBigInt(rt):
			cmp.L, cmp.R = c.toBig(cmp.L), c.toBig(cmp.R)
		}
	case types.Equal(lt, rt):
	default:
		t := types.Join(lt, rt)
		cmp.L, cmp.R = c.convertLater(cmp.L, t), c.convertLater(cmp.R, t)
	}
}

// exactFloat converts a constant int for comparison with a float; other ints of more than 53
// bits would be rounded, so they are compared as Python does, by value.
func (c *checker) exactFloat(e ir.Expr) ir.Expr {
	if types.IsFloat(typeOf(e)) {
		return e
	}
	if k, ok := e.(*ir.Const); ok {
		if n, ok := k.Value.(int64); ok && n > -1<<53 && n < 1<<53 {
			return c.toFloat(e)
		}
	}
	return e
}

func (c *checker) compareIs(cmp *ir.Compare, lt, rt types.Type) ir.Expr {
	if _, ok := cmp.L.(*staticRef); ok {
		return c.boolean((cmp.Op == "is") == types.Equal(lt, rt), cmp.At)
	}
	if types.IsNone(rt) || types.IsNone(lt) {
		return cmp
	}
	if !types.Equal(lt, rt) && className(lt) != className(rt) && !types.IsAny(lt) && !types.IsAny(rt) && types.Equal(types.Unwrap(lt), lt) && types.Equal(types.Unwrap(rt), rt) {
		return c.boolean(cmp.Op == "is not", cmp.At)
	}
	c.alignOperands(cmp, lt, rt)
	return cmp
}

func (c *checker) compareIn(cmp *ir.Compare, lt, rt types.Type, at syntax.Span) ir.Expr {
	if types.IsOptional(rt) {
		cmp.R = c.notNone(cmp.R, noneContains)
		rt = typeOf(cmp.R)
	}
	if types.IsAny(rt) {
		c.uses("in")
		cmp.L = c.convertLater(cmp.L, types.Any)
		return cmp
	}
	n, ok := rt.(*types.Named)
	if !ok {
		c.notIterable(rt, at, "argument of type")
		return c.bad(at)
	}
	switch n.Name {
	case "str":
		if !types.IsStr(lt) && !types.IsAny(lt) {
			c.errorf(at, "DS304", "'in <string>' requires string as left operand, not %s", lt)
			return c.bad(at)
		}
		cmp.L = c.convertArg(cmp.L, types.Str)
	case "Environ":
		cmp.L = c.convertArg(cmp.L, types.Str)
	case "bytes":
	default:
		if _, o, _ := c.lookup(rt, "__contains__"); o != nil {
			cmp.L, cmp.R = c.convertLater(cmp.L, types.Any), c.convertLater(cmp.R, types.Any)
			return cmp
		}
		elem := c.elemOf(rt, at, "argument of type")
		if types.IsBad(elem) {
			return c.bad(at)
		}
		if isIntegral(lt) && types.IsBigInt(elem) {
			cmp.L = c.toBig(c.toInt(cmp.L))
			return cmp
		}
		if types.Equal(c.grows(lt), elem) {
			cmp.L = c.convertLater(cmp.L, elem)
			return cmp
		}
		if !types.Equal(lt, elem) { // 1 in {1.0}: compared as Python does
			cmp.L, cmp.R = c.convertLater(cmp.L, types.Any), c.convertLater(cmp.R, types.Any)
		}
	}
	return cmp
}

// comparable reports whether < can succeed between two types.
func comparable(a, b types.Type) bool {
	if types.IsAny(a) || types.IsAny(b) || isNumeric(a) && isNumeric(b) {
		return true
	}
	x, ok1 := a.(*types.Named)
	y, ok2 := b.(*types.Named)
	if !ok1 || !ok2 || x.Name != y.Name {
		return ok1 && ok2 && (isTuple(x) && isTuple(y) || isSet(x) && isSet(y))
	}
	switch x.Name {
	case "tuple":
		for i := 0; i < min(len(x.Args), len(y.Args)); i++ {
			if !comparable(types.Unwrap(x.Args[i]), types.Unwrap(y.Args[i])) {
				return types.Equal(x.Args[i], y.Args[i]) // equal elements are never ordered
			}
		}
		return true
	case "dict", "None", "RDD", "DStream":
		return false
	}
	return true
}
