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

// DynCompareValue is a comparison by an operator where a method of a class may give something other than a bool.
func DynCompareValue(op string, a, b any) any {
	a, b = Box(a), Box(b)
	if r, ok := equalityValue(op, a, b); ok {
		return r
	}
	switch op {
	case "==":
		return DynEq(a, b)
	case "!=":
		return DynNe(a, b)
	}
	if r, ok := operands(op, a, b); ok {
		return r
	}
	switch op {
	case "<":
		return DynLt(a, b)
	case "<=":
		return DynLe(a, b)
	case ">":
		return DynGt(a, b)
	}
	return DynGe(a, b)
}

// equalityValue is what the method of a class says of a == b or a != b.
func equalityValue(op string, a, b any) (any, bool) {
	name := map[string]string{"==": "__eq__", "!=": "__ne__"}[op]
	if name == "" {
		return nil, false
	}
	if o, ok := a.(asksClass); ok && o.pyHas(name) {
		if r, ok := o.special(name, b); ok && r != NotImplemented {
			return r, true
		}
	}
	if o, ok := b.(asksClass); ok && o.pyHas(name) {
		if r, ok := o.special(name, a); ok && r != NotImplemented {
			return r, true
		}
	}
	return nil, false
}

// scripted reports an object of a class of the script that derives from no type with an order.
func scripted(v any) bool {
	switch o := v.(type) {
	case *DynObject:
		return o.value == nil
	case interface{ instance() *Instance }:
		_, ok := v.(Operand)
		return ok
	}
	return false
}

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
	if scripted(a) || scripted(b) { // sorting asks for < alone, an operator for its own method
		notOrdered(op, a, b)
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
