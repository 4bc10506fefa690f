package py

// The Dyn functions are Python's operators on values whose types are known only when running. Operands and results are boxed.

// DynAdd is a + b.
func DynAdd(a, b any) any { return dynAdd(a, b, "+") }

func dynAdd(a, b any, op string) any {
	a, b = Box(a), Box(b)
	switch x := a.(type) {
	case int64:
		if y, ok := b.(int64); ok {
			return Big(x).Add(Big(y)).boxed()
		}
	case string:
		if y, ok := b.(string); ok {
			return x + y
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x + y
		}
	}
	if r, ok := numeric(a, b, BigInt.Add, func(x, y float64) float64 { return x + y }); ok {
		return r
	}
	if r, ok := operands("+", a, b); ok {
		return r
	}
	return concat(a, b, op)
}

func concat(a, b any, op string) any {
	other := fullTypeName(b)
	switch x := a.(type) {
	case string:
		throwf(TypeError, "can only concatenate str (not \"%s\") to str", other)
	case Bytes:
		if y, ok := b.(Bytes); ok {
			return x + y
		}
		throwf(TypeError, "can't concat %s to bytes", other)
	case tupleAny:
		if y, ok := plain(b).(tupleAny); ok {
			return TupleFrom(append(tupleItems(x), tupleItems(y)...))
		}
		throwf(TypeError, "can only concatenate tuple (not \"%s\") to tuple", other)
	case listAny:
		if y, ok := b.(listAny); ok {
			return listConcat(x, y)
		}
		throwf(TypeError, "can only concatenate list (not \"%s\") to list", other)
	}
	return unsupported(op, a, b)
}

// DynSub is a - b.
func DynSub(a, b any) any {
	return arith("-", a, b, BigInt.Sub, func(x, y float64) float64 { return x - y })
}

// DynMul is a * b, also of a sequence and an int.
func DynMul(a, b any) any {
	a, b = Box(a), Box(b)
	if r, ok := numeric(a, b, BigInt.Mul, func(x, y float64) float64 { return x * y }); ok {
		return r
	}
	if r, ok := operands("*", a, b); ok {
		return r
	}
	if t, ok := namedTuple(a); ok {
		a = t
	}
	if t, ok := namedTuple(b); ok {
		b = t
	}
	switch {
	case isSequence(a):
		return repeatAny(a, b)
	case fullTypeName(a) == "collections.deque":
		throwf(TypeError, "can't multiply sequence by non-int of type '%s'", fullTypeName(b))
	case isSequence(b):
		return repeatAny(b, a)
	case fullTypeName(b) == "collections.deque":
		throwf(TypeError, "can't multiply sequence by non-int of type '%s'", fullTypeName(a))
	}
	return unsupported("*", a, b)
}

func isSequence(v any) bool {
	switch v.(type) {
	case string, Bytes, tupleAny, listAny:
		return true
	}
	return false
}

func repeatAny(seq, times any) any {
	count, ok := bigOf(indexed(times))
	if !ok {
		throwf(TypeError, "can't multiply sequence by non-int of type '%s'", fullTypeName(times))
	}
	n := count.Times()
	switch s := seq.(type) {
	case string:
		return StrMul(s, n)
	case Bytes:
		return Bytes(StrMul(string(s), n))
	case listAny:
		return listRepeat(s, n)
	}
	return TupleFrom(repeat(tupleItems(seq.(tupleAny)), n))
}

// DynTrueDiv is a / b.
func DynTrueDiv(a, b any) any {
	a, b = Box(a), Box(b)
	if x, y, ok := bigsOf(a, b); ok {
		return x.TrueDiv(y)
	}
	if x, y, ok := floatsOf(a, b); ok {
		return DivFloat(x, y)
	}
	return operator("/", a, b)
}

// DynFloorDiv is a // b.
func DynFloorDiv(a, b any) any { return arith("//", a, b, BigInt.FloorDiv, FloorDivFloat) }

// DynMod is a % b, for a str its formatting.
func DynMod(a, b any) any {
	if s, ok := Box(a).(string); ok {
		return StrFormatPercent(s, b)
	}
	if format, ok := Box(a).(Bytes); ok {
		return BytesPercent(format, b)
	}
	return arith("%", a, b, BigInt.Mod, ModFloat)
}

// DynDivmod is divmod(a, b).
func DynDivmod(a, b any) any {
	a, b = Box(a), Box(b)
	if x, y, ok := bigsOf(a, b); ok {
		return T2(x.FloorDiv(y).boxed(), x.Mod(y).boxed())
	}
	if x, y, ok := floatsOf(a, b); ok {
		return DivmodFloat(x, y)
	}
	if r, ok := operands("divmod", a, b); ok {
		return r
	}
	throwf(TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", fullTypeName(a), fullTypeName(b))
	return nil
}

// DynPow is a ** b.
func DynPow(a, b any) any {
	a, b = Box(a), Box(b)
	if x, y, ok := bigsOf(a, b); ok {
		return x.PowAny(y)
	}
	if x, y, ok := floatsOf(a, b); ok {
		if complexRoot(x, y) {
			return Complex{x, 0}.power(Complex{y, 0})
		}
		return PowFloat(x, y)
	}
	if r, ok := operands("**", a, b); ok {
		return r
	}
	return unsupported("** or pow()", a, b)
}

// DynLshift is a << b.
func DynLshift(a, b any) any { return intOperator("<<", a, b, BigInt.Lshift) }

// DynRshift is a >> b.
func DynRshift(a, b any) any { return intOperator(">>", a, b, BigInt.Rshift) }

// DynAnd is a & b.
func DynAnd(a, b any) any { return bitOperator("&", a, b, BigInt.And) }

// DynOr is a | b.
func DynOr(a, b any) any { return bitOperator("|", a, b, BigInt.Or) }

// DynXor is a ^ b.
func DynXor(a, b any) any { return bitOperator("^", a, b, BigInt.Xor) }

// bitOperator keeps two bools a bool.
func bitOperator(op string, a, b any, f func(x, y BigInt) BigInt) any {
	if x, ok := Box(a).(bool); ok {
		if y, ok := Box(b).(bool); ok {
			return f(BigOfBool(x), BigOfBool(y)).Truth()
		}
	}
	if op == "|" {
		if u, ok := unionOf(Box(a), Box(b)); ok {
			return u
		}
	}
	return intOperator(op, a, b, f)
}

func intOperator(op string, a, b any, f func(x, y BigInt) BigInt) any {
	a, b = Box(a), Box(b)
	if x, y, ok := bigsOf(a, b); ok {
		return f(x, y).boxed()
	}
	return operator(op, a, b)
}

// DynNeg is -a.
func DynNeg(a any) any {
	switch x := Box(a).(type) {
	case int64:
		return Big(x).Neg().boxed()
	case *Wide:
		return BigInt{wide: x}.Neg().boxed()
	case bool:
		return -boolInt(x)
	case float64:
		return -x
	default:
		return unary("-", x)
	}
}

// DynPos is +a.
func DynPos(a any) any {
	switch x := Box(a).(type) {
	case int64, *Wide, float64:
		return x
	case bool:
		return boolInt(x)
	default:
		return unary("+", x)
	}
}

// DynInvert is ~a.
func DynInvert(a any) any {
	if n, ok := bigOf(Box(a)); ok {
		return n.Invert().boxed()
	}
	return unary("~", Box(a))
}

// unary asks an Operand for the operator, with a nil operand.
func unary(op string, a any) any {
	if o, ok := a.(Operand); ok {
		if r, ok := o.PyBinary(op, nil, false); ok {
			return r
		}
	}
	if p, ok := memberValue(a); ok && isNumber(p) {
		switch op {
		case "-":
			return DynNeg(p)
		case "+":
			return DynPos(p)
		case "~":
			return DynInvert(p)
		}
	}
	throwf(TypeError, "bad operand type for unary %s: '%s'", op, fullTypeName(a))
	return nil
}

func intOf(v any) (int64, bool) {
	switch x := v.(type) {
	case int64:
		return x, true
	case bool:
		return boolInt(x), true
	}
	return 0, false
}

func floatsOf(a, b any) (x, y float64, ok bool) {
	x, okA := numberOf(a)
	y, okB := numberOf(b)
	return x, y, okA && okB
}

// bigsOf are two boxed ints.
func bigsOf(a, b any) (x, y BigInt, ok bool) {
	x, okX := bigOf(a)
	y, okY := bigOf(b)
	return x, y, okX && okY
}

// numeric applies an operator to two numbers: as ints if both are.
func numeric(a, b any, ints func(x, y BigInt) BigInt, floats func(x, y float64) float64) (any, bool) {
	if x, y, ok := bigsOf(a, b); ok {
		return ints(x, y).boxed(), true
	}
	if x, y, ok := floatsOf(a, b); ok {
		return floats(x, y), true
	}
	return nil, false
}

func arith(op string, a, b any, ints func(x, y BigInt) BigInt, floats func(x, y float64) float64) any {
	a, b = Box(a), Box(b)
	if r, ok := numeric(a, b, ints, floats); ok {
		return r
	}
	return operator(op, a, b)
}

// DynMatMul is a @ b, which only objects know.
func DynMatMul(a, b any) any { return operator("@", Box(a), Box(b)) }

// operands asks the left operand and then the right one for the operator.
func operands(op string, a, b any) (any, bool) {
	if o, ok := a.(Operand); ok {
		if r, ok := o.PyBinary(op, b, false); ok {
			return r, true
		}
	}
	if o, ok := b.(Operand); ok && (comparison(op) || !ofOneClass(a, b)) { // an object of the same class has been asked
		if r, ok := o.PyBinary(op, a, true); ok {
			return r, true
		}
	}
	x, first := memberValue(a)
	y, second := memberValue(b)
	if (first || second) && binaryOfMembers != nil {
		return binaryOfMembers(op, x, y)
	}
	return nil, false
}

// comparison reports the operators of an order, which have no reflected methods of their own.
func comparison(op string) bool { return op == "<" || op == "<=" || op == ">" || op == ">=" }

// ofOneClass reports two objects of the same class of a script.
func ofOneClass(a, b any) bool {
	o, ok := a.(interface{ hasClassOf(other any) bool })
	return ok && o.hasClassOf(b)
}

// binaryOfMembers is an operator between the values of members. The first Enum sets it: other programs have no use for all operators.
var binaryOfMembers func(op string, a, b any) (any, bool)

func operator(op string, a, b any) any {
	if r, ok := operands(op, a, b); ok {
		return r
	}
	return unsupported(op, a, b)
}

func unsupported(op string, a, b any) any {
	throwf(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", op, messageName(a), messageName(b))
	return nil
}

// Unsupported raises the TypeError of an operator without a meaning for its operands: for the other packages of the runtime.
func Unsupported(op string, a, b any) { unsupported(op, a, b) }

// messageName is the name of a type in messages, where classes written in C have their module's too.
func messageName(v any) string {
	if x, ok := v.(interface{ PyMessageName() string }); ok {
		return x.PyMessageName()
	}
	return fullTypeName(v)
}
