package py

import "slices"

// DynInPlace is a op= b, for op "+", "-", "//" and so on: it gives the value to assign, which is a itself if a changes in place.
func DynInPlace(op string, a, b any) any {
	a, b = Box(a), Box(b)
	switch x := a.(type) {
	case int64, float64, string: // numbers and texts of one kind cannot fail as the others do
		if TypeName(a) == TypeName(b) && op == "+" {
			return DynAdd(a, b)
		}
	case listAny:
		switch op {
		case "+":
			listExtend(x, b)
			return a
		case "*":
			if n, ok := bigOf(b); ok {
				x.splice(0, int(x.PyLen()), repeat(slices.Collect(x.PyIter()), n.Times()))
				return a
			}
		}
	case interface {
		PyInPlaceResult(op string, other any) (any, bool)
	}:
		if r, ok := x.PyInPlaceResult(op, b); ok {
			return r
		}
	case InPlaceOperand:
		if x.PyInPlace(op, b) {
			return a
		}
		if op == "*" {
			return unsupported("*=", a, b) // unlike *, *= does not try the right operand's repetition
		}
	}
	var result any
	if e := Try(func() { result = dynBinary(op, a, b) }); e != nil {
		// The message names the operator as it is written.
		if want := unsupportedText(op, a, b); e.Class == TypeError && e.PyStr() == want {
			throw(TypeError, unsupportedText(op+"=", a, b))
		}
		panic(e)
	}
	return result
}

func unsupportedText(op string, a, b any) string {
	if op == "**" {
		op = "** or pow()"
	}
	return "unsupported operand type(s) for " + op + ": '" + messageName(a) + "' and '" + messageName(b) + "'"
}

// DynBinary is a op b for an operator given by its text.
func DynBinary(op string, a, b any) any { return dynBinary(op, a, b) }

var dynOperators = map[string]func(a, b any) any{
	"+": DynAdd, "-": DynSub, "*": DynMul, "/": DynTrueDiv, "//": DynFloorDiv, "%": DynMod, "**": DynPow,
	"<<": DynLshift, ">>": DynRshift, "&": DynAnd, "|": DynOr, "^": DynXor, "@": DynMatMul,
}

func dynBinary(op string, a, b any) any {
	f, ok := dynOperators[op]
	if !ok {
		return operator(op, Box(a), Box(b))
	}
	return f(a, b)
}
