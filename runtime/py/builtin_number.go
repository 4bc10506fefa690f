package py

import "math"

// AbsFloat is abs(f).
func AbsFloat(f float64) float64 { return math.Abs(f) }

// AbsAny is abs(v) for a number whose type is known only when running.
func AbsAny(v any) any {
	switch x := Box(v).(type) {
	case int64, *Wide:
		return AsBig(x).Abs().boxed()
	case bool:
		return boolInt(x)
	case float64:
		return math.Abs(x)
	default:
		if o, ok := x.(Operand); ok {
			if r, ok := o.PyBinary("abs", nil, false); ok {
				return r
			}
		}
		if p, ok := memberValue(x); ok && isNumber(p) {
			return AbsAny(p)
		}
		throwf(TypeError, "bad operand type for abs(): '%s'", fullTypeName(x))
		return nil
	}
}

// RoundAny is round(v) and round(v, ndigits) for a number whose type is known only when running.
func RoundAny(v any, ndigits ...any) any {
	places, given := int64(0), len(ndigits) > 0 && !isNone(Box(ndigits[0]))
	if given {
		places = AsInt(ndigits[0])
	}
	switch x := Box(v).(type) {
	case int64, bool, *Wide:
		return BigRound(AsBig(x), places).boxed()
	case float64:
		if !given {
			return BigOfFloat(math.RoundToEven(x)).Grown()
		}
		return RoundTo(x, places)
	case Rounder:
		return x.PyRound(Opt[int64]{V: places, Ok: given})
	default:
		if p, ok := memberValue(x); ok && isNumber(p) {
			return RoundAny(p, ndigits...)
		}
		throwf(TypeError, "type %s doesn't define __round__ method", fullTypeName(x))
		return nil
	}
}
