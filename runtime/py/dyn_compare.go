package py

import "strings"

// DynEq is a == b.
func DynEq(a, b any) bool { return equalAny(Box(a), Box(b)) }

// DynNe is a != b.
func DynNe(a, b any) bool {
	a, b = Box(a), Box(b)
	if o, ok := a.(interface{ PyNotEqual(other any) (bool, bool) }); ok {
		if r, ok := o.PyNotEqual(b); ok {
			return r
		}
	}
	return !equalAny(a, b)
}

// DynLt is a < b; it raises TypeError for types without an order.
func DynLt(a, b any) bool {
	c := dynCompare(a, b, "<")
	return c < 0 && c != unordered
}

// DynLe is a <= b.
func DynLe(a, b any) bool {
	c := dynCompare(a, b, "<=")
	return c <= 0 && c != unordered
}

// DynGt is a > b.
func DynGt(a, b any) bool { return dynCompare(a, b, ">") > 0 }

// DynGe is a >= b.
func DynGe(a, b any) bool { return dynCompare(a, b, ">=") >= 0 }

// dynCompare gives an order for which the operator is right. Sets have none: inclusion is asked for by operator.
func dynCompare(a, b any, op string) int {
	a, b = Box(a), Box(b)
	if r, ok := operands(op, a, b); ok {
		holds := truthAny(r)
		if holds == (op[0] == '<') {
			return -1
		}
		return 1
	}
	if _, nested := a.(Comparer); !nested || op == "<" {
		return orderAny(a, b, op)
	}
	order := 0
	if e := Try(func() { order = orderAny(a, b, op) }); e != nil {
		// Elements are ordered by <, but the message names the operator between the containers.
		if text, isOrder := strings.CutPrefix(e.PyStr(), "'<' not"); isOrder && e.Class == TypeError {
			throw(TypeError, "'"+op+"' not"+text)
		}
		panic(e)
	}
	return order
}
