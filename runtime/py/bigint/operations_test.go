package bigint_test

import (
	"github.com/dstreamc/dstreamc/runtime/py"
	"github.com/dstreamc/dstreamc/runtime/py/bigint"
)

// operations are those of testdata/record.py.
var operations = map[string]func(a []any) any{}

func init() {
	for _, op := range []string{"+", "-", "*", "/", "//", "%", "&", "|", "^", "**", "<<", ">>"} {
		operations[op] = func(a []any) any { return py.DynBinary(op, a[0], a[1]) }
	}
	operations["divmod"] = func(a []any) any { return py.DynDivmod(a[0], a[1]) }
	for op, f := range map[string]func(a, b any) bool{"==": py.DynEq, "!=": py.DynNe, "<": py.DynLt, "<=": py.DynLe, ">": py.DynGt, ">=": py.DynGe} {
		operations[op] = func(a []any) any { return f(a[0], a[1]) }
	}
	type num = py.BigInt
	for name, f := range map[string]func(v any) any{
		"repr10**": func(v any) any { return powerOfTen(py.AsInt(v)) },
		"neg":      py.DynNeg, "pos": py.DynPos, "invert": py.DynInvert, "abs": py.AbsAny,
		"hash":           func(v any) any { return py.Hash(v) },
		"repr":           func(v any) any { return py.Repr(v) },
		"str":            func(v any) any { return py.Str(v) },
		"bool":           func(v any) any { return py.Truth(v) },
		"float":          func(v any) any { return py.Float(v) },
		"type":           func(v any) any { return py.TypeName(v) },
		"json":           func(v any) any { return py.JsonDumps(v) },
		"bit_length":     func(v any) any { return py.DynCallMethod(v, "bit_length") },
		"bit_count":      func(v any) any { return py.DynCallMethod(v, "bit_count") },
		"hex":            func(v any) any { return py.BigHex(py.AsBig(v)) },
		"oct":            func(v any) any { return py.BigOct(py.AsBig(v)) },
		"bin":            func(v any) any { return py.BigBin(py.AsBig(v)) },
		"math.floor":     func(v any) any { return bigint.MathFloor(v.(float64)) },
		"math.ceil":      func(v any) any { return bigint.MathCeil(v.(float64)) },
		"math.trunc":     func(v any) any { return bigint.MathTrunc(v.(float64)) },
		"math.log":       func(v any) any { return bigint.MathLog(py.AsBig(v)) },
		"math.log2":      func(v any) any { return bigint.MathLog2(py.AsBig(v)) },
		"math.log10":     func(v any) any { return bigint.MathLog10(py.AsBig(v)) },
		"math.sqrt":      func(v any) any { return py.MathSqrt(py.AsFloat(v)) },
		"math.isqrt":     func(v any) any { return bigint.MathIsqrt(py.AsBig(v)) },
		"math.factorial": func(v any) any { return bigint.MathFactorial(py.AsBig(v)) },
	} {
		operations[name] = func(a []any) any { return f(a[0]) }
	}
	for name, f := range map[string]func(a, b num) num{
		"math.gcd":  func(a, b num) num { return bigint.MathGcd(a, b) },
		"math.lcm":  func(a, b num) num { return bigint.MathLcm(a, b) },
		"math.comb": bigint.MathComb, "math.perm": bigint.MathPerm,
	} {
		operations[name] = func(a []any) any { return f(py.AsBig(a[0]), py.AsBig(a[1])) }
	}
	operations["pow3"] = func(a []any) any { return py.BigPowMod(py.AsBig(a[0]), py.AsBig(a[1]), py.AsBig(a[2])) }
	operations["int"] = func(a []any) any {
		if len(a) == 2 {
			return py.BigBase(a[0], py.AsInt(a[1]))
		}
		return py.BigInteger(a[0])
	}
	operations["round"] = func(a []any) any { return py.RoundAny(a[0], a[1:]...) }
	operations["format"] = func(a []any) any { return py.FormatSpec(a[0], py.AsStr(a[1])) }
	operations["percent"] = func(a []any) any { return py.StrFormatPercent(py.AsStr(a[1]), a[0]) }
}

// powerOfTen is 10**n, or for one digit more -(10**n)+1.
func powerOfTen(n int64) py.BigInt {
	p := py.Big(10).Pow(py.Big(n))
	if n == 4299 {
		return p
	}
	return p.Neg().Add(py.Big(1))
}
