package py

import "math"

// AbsFloat is abs(f).
func AbsFloat(f float64) float64 { return math.Abs(f) }

// AbsAny is abs(v) for a number whose type is known only when running.
func AbsAny(v any) any {
	switch x := Box(v).(type) {
	case int64:
		return AbsInt(x)
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
		throwf(TypeError, "bad operand type for abs(): '%s'", TypeName(x))
		return nil
	}
}

// RoundAny is round(v, ndigits) for a number whose type is known only when running, with Nothing for round(v).
func RoundAny(v any, ndigits Opt[int64]) any {
	switch x := Box(v).(type) {
	case int64, bool:
		return RoundInt(AsInt(x), ndigits)
	case float64:
		if !ndigits.Ok {
			return RoundFloat(x)
		}
		return RoundTo(x, ndigits.V)
	default:
		throwf(TypeError, "type %s doesn't define __round__ method", TypeName(x))
		return nil
	}
}

// IntOf is int(n) of an int, and 0 for int().
func IntOf(n int64) int64 { return n }

// FloatFromInt is float(n).
func FloatFromInt(n int64) float64 { return float64(n) }

// FloatOf is float(f) of a float.
func FloatOf(f float64) float64 { return f }

// BoolOf is bool(b) of what is already a truth value.
func BoolOf(b bool) bool { return b }

// HashOf is hash(v).
func HashOf[T any](v T) int64 { return Hash(v) }
