package py

import (
	"math"
	"strconv"
	"strings"
)

// FloatConjugate is f.conjugate().
func FloatConjugate(f float64) float64 { return f }

// FloatReal is f.real.
func FloatReal(f float64) float64 { return f }

// FloatImag is f.imag.
func FloatImag(float64) float64 { return 0 }

// FloatAsIntegerRatio is f.as_integer_ratio(); it raises OverflowError for parts beyond 64 bits.
func FloatAsIntegerRatio(f float64) Tuple2[int64, int64] {
	r := BigFloatRatio(f)
	return T2(r.V0.checked(), r.V1.checked())
}

// BigFloatRatio is f.as_integer_ratio() in ints of any size.
func BigFloatRatio(f float64) Tuple2[BigInt, BigInt] {
	switch {
	case math.IsInf(f, 0):
		throw(OverflowError, "cannot convert Infinity to integer ratio")
	case f != f:
		throw(ValueError, "cannot convert NaN to integer ratio")
	}
	fraction, exp := math.Frexp(f)
	for fraction != math.Floor(fraction) {
		fraction *= 2
		exp--
	}
	n, unit := Big(int64(fraction)), Big(1)
	if exp >= 0 {
		return T2(n.Lshift(Big(int64(exp))), unit)
	}
	return T2(n, unit.Lshift(Big(int64(-exp))))
}

// FloatHex is f.hex().
func FloatHex(f float64) string {
	switch {
	case math.IsInf(f, 0) || f != f:
		return FormatFloat(f)
	case f == 0 && math.Signbit(f):
		return "-0x0.0p+0"
	case f == 0:
		return "0x0.0p+0"
	}
	word := math.Float64bits(f)
	exp := int(word>>52&0x7ff) - 1023
	lead := "1"
	if exp == -1023 {
		lead, exp = "0", -1022
	}
	sign := ""
	if f < 0 {
		sign = "-"
	}
	digits := strconv.FormatUint(word&(1<<52-1)|1<<52, 16)[1:]
	exponent := strconv.Itoa(exp)
	if exp >= 0 {
		exponent = "+" + exponent
	}
	return sign + "0x" + lead + "." + digits + "p" + exponent
}

// FloatFromhex is float.fromhex(s); it raises ValueError and OverflowError.
func FloatFromhex(s string) float64 {
	text := strings.ToLower(strings.Trim(s, byteSpaces))
	sign, digits := 1.0, text
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		if digits[0] == '-' {
			sign = -1
		}
		digits = digits[1:]
	}
	switch digits {
	case "inf", "infinity":
		return math.Inf(int(sign))
	case "nan":
		return math.Copysign(math.NaN(), sign)
	}
	digits = strings.TrimPrefix(digits, "0x")
	mantissa, exp, hasExp := strings.Cut(digits, "p")
	if strings.Trim(mantissa, "0123456789abcdef.") != "" || strings.Trim(mantissa, ".") == "" || hasExp && !isExponent(exp) {
		throw(ValueError, "invalid hexadecimal floating-point string")
	}
	if !hasExp {
		digits += "p0"
	}
	f, err := strconv.ParseFloat("0x"+digits, 64)
	switch {
	case err == nil:
		return sign * f
	case err.(*strconv.NumError).Err == strconv.ErrRange:
		throw(OverflowError, "hexadecimal value too large to represent as a float")
	}
	throw(ValueError, "invalid hexadecimal floating-point string")
	return 0
}

func isExponent(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil || s != "" && strings.Trim(strings.TrimLeft(s, "+-"), "0123456789") == ""
}
