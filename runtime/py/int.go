package py

import (
	"math"
	"math/bits"
)

// overflow is raised for a result beyond 64 bits.
var overflow any = &late{OverflowError, "int too large for 64 bits; --bigint, or \"# dstreamc: bigint\" at the top of the script, makes ints grow"}

// AddInt is a + b.
func AddInt(a, b int64) int64 {
	c := a + b
	if (c^a)&(c^b) < 0 {
		panic(overflow)
	}
	return c
}

// SubInt is a - b.
func SubInt(a, b int64) int64 {
	c := a - b
	if (a^b)&(a^c) < 0 {
		panic(overflow)
	}
	return c
}

// AddUp is a + b for a b that is not negative.
func AddUp(a, b int64) int64 {
	c := a + b
	if c < a {
		panic(overflow)
	}
	return c
}

// SubDown is a - b for a b that is not negative.
func SubDown(a, b int64) int64 {
	c := a - b
	if c > a {
		panic(overflow)
	}
	return c
}

// MulInt is a * b.
func MulInt(a, b int64) int64 {
	if int64(int32(a)) == a && int64(int32(b)) == b {
		return a * b
	}
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	if int64(hi)-(a>>63)&b-(b>>63)&a != int64(lo)>>63 { // the upper half of the signed product is not its sign
		panic(overflow)
	}
	return int64(lo)
}

// Linear is k*x + c for constants of 32 bits, of which k is at least 2. The bounds of x are constants, too.
func Linear(k, x, c int64) int64 {
	least := -int64((1<<63 + uint64(c)) / uint64(k))
	most := int64((math.MaxInt64 - uint64(c)) / uint64(k))
	if uint64(x-least) > uint64(most-least) {
		panic(overflow)
	}
	return k*x + c
}

// product is a * b, if that has 64 bits.
func product(a, b int64) (c int64, ok bool) {
	hi, lo := bits.Mul64(absUint(a), absUint(b))
	if a < 0 != (b < 0) {
		return -int64(lo), hi == 0 && lo <= 1<<63
	}
	return int64(lo), hi == 0 && lo < 1<<63
}

func absUint(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// NegInt is -a.
func NegInt(a int64) int64 {
	if a == math.MinInt64 {
		panic(overflow)
	}
	return -a
}

// AbsInt is abs(a).
func AbsInt(a int64) int64 {
	if a < 0 {
		return NegInt(a)
	}
	return a
}

// FloorDivInt is a // b; it raises ZeroDivisionError.
func FloorDivInt(a, b int64) int64 {
	if b > 0 {
		q := a / b
		return q + (a-q*b)>>63 // the sign of the rest
	}
	return floorDivSigned(a, b)
}

func floorDivSigned(a, b int64) int64 {
	switch b {
	case 0:
		throw(ZeroDivisionError, "integer division or modulo by zero")
	case -1:
		return NegInt(a)
	}
	q := a / b
	if r := a - q*b; r != 0 && r < 0 != (b < 0) {
		q--
	}
	return q
}

// ModInt is a % b, with the sign of b; it raises ZeroDivisionError.
func ModInt(a, b int64) int64 {
	if b > 0 {
		a %= b
		return a + b&(a>>63) // the sign is a mask
	}
	return modSigned(a, b)
}

func modSigned(a, b int64) int64 {
	if b == 0 {
		throw(ZeroDivisionError, "integer modulo by zero")
	}
	if b == -1 {
		return 0
	}
	r := a % b
	if r != 0 && r < 0 != (b < 0) {
		r += b
	}
	return r
}

// DivmodInt is divmod(a, b).
func DivmodInt(a, b int64) Tuple2[int64, int64] {
	return T2(FloorDivInt(a, b), ModInt(a, b))
}

// PowInt is a ** b for b >= 0, as a literal exponent shows when compiling. For b < 0, where Python gives a float, it raises
// ValueError: PowIntAny and PowIntFloat are for those.
func PowInt(a, b int64) int64 {
	if b < 0 {
		throw(ValueError, "a negative power of an int is a float: write float(base) ** exponent")
	}
	result := int64(1)
	for {
		if b&1 != 0 {
			result = MulInt(result, a)
		}
		b >>= 1
		if b == 0 {
			return result
		}
		a = MulInt(a, a)
	}
}

// PowIntFloat is a ** b for b < 0, a float.
func PowIntFloat(a, b int64) float64 {
	if a == 0 && b < 0 {
		throw(ZeroDivisionError, "0.0 cannot be raised to a negative power")
	}
	return PowFloat(float64(a), float64(b))
}

// PowIntAny is a ** b, an int or a float by the sign of b.
func PowIntAny(a, b int64) any {
	if b < 0 {
		return PowIntFloat(a, b)
	}
	return PowInt(a, b)
}

// DynPowMod is pow(a, b, m) of values whose types are known when running only.
func DynPowMod(a, b, m any) int64 {
	if isNone(Box(m)) {
		return AsInt(DynPow(a, b))
	}
	integersOnly(a, b, m)
	return PowMod(AsInt(a), AsInt(b), AsInt(m))
}

// integersOnly raises what pow says of three operands of which one is no int.
func integersOnly(a, b, m any) {
	for _, v := range []any{a, b, m} {
		switch Box(v).(type) {
		case float64:
			throw(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
		case string, Bytes, NoneType:
			throwf(TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", TypeName(Box(a)), TypeName(Box(b)), TypeName(Box(m)))
		}
	}
}

// PowMod is pow(a, b, m).
func PowMod(a, b, m int64) int64 {
	if m == 0 {
		throw(ValueError, "pow() 3rd argument cannot be 0")
	}
	n := absUint(m)
	base := uint64(ModInt(a, AbsInt(m)))
	if b < 0 {
		base = inverse(base, n)
		b = NegInt(b)
	}
	result := 1 % n
	for ; b > 0; b >>= 1 {
		if b&1 != 0 {
			result = mulMod(result, base, n)
		}
		base = mulMod(base, base, n)
	}
	if m < 0 && result != 0 {
		return int64(result) + m
	}
	return int64(result)
}

func mulMod(a, b, n uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return bits.Rem64(hi, lo, n)
}

// inverse is the number whose product with a is 1 modulo n.
func inverse(a, n uint64) uint64 {
	r0, r1 := int64(n), int64(a)
	t0, t1 := int64(0), int64(1)
	for r1 != 0 {
		q := r0 / r1
		r0, r1 = r1, r0-q*r1
		t0, t1 = t1, t0-q*t1
	}
	if r0 != 1 {
		throw(ValueError, "base is not invertible for the given modulus")
	}
	if t0 < 0 {
		t0 += int64(n)
	}
	return uint64(t0)
}

// LshiftInt is a << b; it raises ValueError for b < 0.
func LshiftInt(a, b int64) int64 {
	if b < 0 {
		throw(ValueError, "negative shift count")
	}
	if a == 0 {
		return 0
	}
	if b > 63 || a<<b>>b != a {
		panic(overflow)
	}
	return a << b
}

// RshiftInt is a >> b; it raises ValueError for b < 0.
func RshiftInt(a, b int64) int64 {
	if b < 0 {
		throw(ValueError, "negative shift count")
	}
	return a >> min(b, 63)
}

// TrueDivInt is a / b of two ints, correctly rounded; it raises ZeroDivisionError.
func TrueDivInt(a, b int64) float64 {
	const exact = 1 << 53
	if uint64(b-1) < exact && uint64(a+exact) <= 2*exact {
		return float64(a) / float64(b)
	}
	return trueDivWide(a, b)
}

func trueDivWide(a, b int64) float64 {
	if b == 0 {
		throw(ZeroDivisionError, "division by zero")
	}
	q := divUint(absUint(a), absUint(b))
	if a < 0 != (b < 0) {
		return -q
	}
	return q
}

// divUint divides with 64 or more bits of quotient and a sticky bit, so that only the conversion rounds.
func divUint(a, b uint64) float64 {
	if a == 0 {
		return 0
	}
	sa, sb := bits.LeadingZeros64(a), bits.LeadingZeros64(b)
	a <<= sa
	b <<= sb
	// The quotient of a·2**62 by b has 62 or 63 bits.
	q, r := bits.Div64(a>>2, a<<62, b)
	if r != 0 {
		q |= 1
	}
	return math.Ldexp(float64(q), sb-sa-62)
}

// IntBitLength is n.bit_length().
func IntBitLength(n int64) int64 { return int64(bits.Len64(absUint(n))) }

// IntBitCount is n.bit_count().
func IntBitCount(n int64) int64 { return int64(bits.OnesCount64(absUint(n))) }
