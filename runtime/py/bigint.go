package py

import "math/bits"

// BigInt is an int of any size, with which scripts compute that are compiled with --bigint: a plain int64 as long as that
// holds it, and words beyond. The zero value is 0. Go's == does not compare BigInts; Equal does.
type BigInt struct {
	n    int64
	wide *Wide // the value, if an int64 cannot hold it
}

// Big is the int n.
func Big(n int64) BigInt { return BigInt{n: n} }

// BigOfBool is the int that a bool is.
func BigOfBool(b bool) BigInt { return BigInt{n: boolInt(b)} }

// Small is the value if an int64 holds it.
func (a BigInt) Small() (n int64, ok bool) { return a.n, a.wide == nil }

// both are two ints that have 64 bits.
func small(a, b BigInt) bool { return a.wide == nil && b.wide == nil }

// Add is a + b.
func (a BigInt) Add(b BigInt) BigInt {
	if small(a, b) {
		if c := a.n + b.n; (c^a.n)&(c^b.n) >= 0 {
			return BigInt{n: c}
		}
	}
	return wide().Add(a, b)
}

// Sub is a - b.
func (a BigInt) Sub(b BigInt) BigInt {
	if small(a, b) {
		if c := a.n - b.n; (a.n^b.n)&(a.n^c) >= 0 {
			return BigInt{n: c}
		}
	}
	return wide().Sub(a, b)
}

// Mul is a * b.
func (a BigInt) Mul(b BigInt) BigInt {
	if small(a, b) && int64(int32(a.n)) == a.n && int64(int32(b.n)) == b.n {
		return BigInt{n: a.n * b.n}
	}
	return mulBig(a, b)
}

func mulBig(a, b BigInt) BigInt {
	if small(a, b) {
		if c, ok := product(a.n, b.n); ok {
			return BigInt{n: c}
		}
	}
	return wide().Mul(a, b)
}

// FloorDiv is a // b; it raises ZeroDivisionError.
func (a BigInt) FloorDiv(b BigInt) BigInt {
	if small(a, b) && a.n >= 0 && b.n > 0 {
		return BigInt{n: a.n / b.n}
	}
	return floorDivBig(a, b)
}

func floorDivBig(a, b BigInt) BigInt {
	switch {
	case b.wide == nil && b.n == -1:
		return a.Neg()
	case small(a, b):
		return BigInt{n: floorDivSigned(a.n, b.n)}
	case b.wide == nil && b.n == 0:
		throw(ZeroDivisionError, "integer division or modulo by zero")
	}
	q, _ := wide().Divmod(a, b)
	return q
}

// Mod is a % b, with the sign of b; it raises ZeroDivisionError.
func (a BigInt) Mod(b BigInt) BigInt {
	if small(a, b) && a.n >= 0 && b.n > 0 {
		return BigInt{n: a.n % b.n}
	}
	return modBig(a, b)
}

func modBig(a, b BigInt) BigInt {
	if small(a, b) {
		return BigInt{n: modSigned(a.n, b.n)}
	}
	if b.wide == nil && b.n == 0 {
		throw(ZeroDivisionError, "integer modulo by zero")
	}
	_, r := wide().Divmod(a, b)
	return r
}

// ModInt is a % b for a b of 64 bits: so is the result.
func (a BigInt) ModInt(b int64) int64 {
	if a.wide == nil && a.n >= 0 && b > 0 {
		return a.n % b
	}
	return modBig(a, BigInt{n: b}).n
}

// TrueDiv is a / b, correctly rounded; it raises ZeroDivisionError, and OverflowError for a result that no float is.
func (a BigInt) TrueDiv(b BigInt) float64 {
	if small(a, b) {
		return TrueDivInt(a.n, b.n)
	}
	if b.wide == nil && b.n == 0 {
		throw(ZeroDivisionError, "division by zero")
	}
	return wide().TrueDiv(a, b)
}

// And is a & b.
func (a BigInt) And(b BigInt) BigInt {
	if small(a, b) {
		return BigInt{n: a.n & b.n}
	}
	return wide().And(a, b)
}

// AndInt is a & b for a b that is not negative and has 64 bits: so has the result.
func (a BigInt) AndInt(b int64) int64 {
	if a.wide == nil {
		return a.n & b
	}
	return wide().And(a, BigInt{n: b}).n
}

// Or is a | b.
func (a BigInt) Or(b BigInt) BigInt {
	if small(a, b) {
		return BigInt{n: a.n | b.n}
	}
	return wide().Or(a, b)
}

// Xor is a ^ b.
func (a BigInt) Xor(b BigInt) BigInt {
	if small(a, b) {
		return BigInt{n: a.n ^ b.n}
	}
	return wide().Xor(a, b)
}

// Invert is ~a.
func (a BigInt) Invert() BigInt {
	if a.wide == nil {
		return BigInt{n: ^a.n}
	}
	return wide().Sub(BigInt{n: -1}, a)
}

// Neg is -a.
func (a BigInt) Neg() BigInt { return BigInt{}.Sub(a) }

// Abs is abs(a).
func (a BigInt) Abs() BigInt {
	if a.sign() < 0 {
		return a.Neg()
	}
	return a
}

// maxShift bounds the bits of a number: beyond it there is no memory for one in any case.
const maxShift = 1 << 40

// Lshift is a << b; it raises ValueError for b < 0.
func (a BigInt) Lshift(b BigInt) BigInt {
	switch {
	case b.sign() < 0:
		throw(ValueError, "negative shift count")
	case a.wide == nil && a.n == 0:
		return a
	case b.wide != nil && b.wide.bitLen() > 67: // words of 30 bits are more than can be counted
		throw(OverflowError, "too many digits in integer")
	case b.wide != nil || b.n > maxShift:
		throw(MemoryError, "")
	case a.wide == nil && b.n < 63 && a.n<<b.n>>b.n == a.n:
		return BigInt{n: a.n << b.n}
	}
	return wide().Lshift(a, uint(b.n))
}

// Rshift is a >> b; it raises ValueError for b < 0.
func (a BigInt) Rshift(b BigInt) BigInt {
	switch {
	case b.sign() < 0:
		throw(ValueError, "negative shift count")
	case b.wide != nil || b.n > maxShift:
		return BigInt{n: int64(min(a.sign(), 0))}
	case a.wide == nil:
		return BigInt{n: a.n >> min(b.n, 63)}
	}
	return wide().Rshift(a, uint(b.n))
}

// Pow is a ** b for b >= 0, as a literal exponent shows when compiling. For b < 0, where Python gives a float, it raises
// ValueError: PowAny and PowFloat are for those.
func (a BigInt) Pow(b BigInt) BigInt {
	switch {
	case b.sign() < 0:
		throw(ValueError, "a negative power of an int is a float: write float(base) ** exponent")
	case a.wide == nil && a.n >= -1 && a.n <= 1:
		return unitPower(a.n, b)
	case b.wide != nil || b.n > maxShift:
		throw(MemoryError, "")
	}
	if r, ok := powSmall(a, b.n); ok {
		return r
	}
	return wide().Pow(a, b.n)
}

// powSmall is a ** n if it has 64 bits.
func powSmall(a BigInt, n int64) (BigInt, bool) {
	result, ok := int64(1), n == 0 || a.wide == nil && n < 64
	for ; n > 0 && ok; n-- {
		result, ok = product(result, a.n)
	}
	return BigInt{n: result}, ok
}

// unitPower is a ** b for an a of -1, 0 or 1.
func unitPower(a int64, b BigInt) BigInt {
	switch {
	case b.wide == nil && b.n == 0, a == -1 && b.even():
		return BigInt{n: 1}
	}
	return BigInt{n: a}
}

// PowAny is a ** b, an int or a float by the sign of b.
func (a BigInt) PowAny(b BigInt) any {
	if b.sign() < 0 {
		return a.PowFloat(b)
	}
	return a.Pow(b).boxed()
}

// PowFloat is a ** b for b < 0, a float.
func (a BigInt) PowFloat(b BigInt) float64 {
	if a.wide == nil && a.n == 0 && b.sign() < 0 {
		throw(ZeroDivisionError, "0.0 cannot be raised to a negative power")
	}
	return PowFloat(a.Float(), b.Float())
}

// DynBigPowMod is pow(a, b, m) of values whose types are known when running only.
func DynBigPowMod(a, b, m any) BigInt {
	if isNone(Box(m)) {
		return AsBig(DynPow(a, b))
	}
	integersOnly(a, b, m)
	return BigPowMod(AsBig(a), AsBig(b), AsBig(m))
}

// BigPowMod is pow(a, b, m).
func BigPowMod(a, b, m BigInt) BigInt {
	if m.wide == nil && m.n == 0 {
		throw(ValueError, "pow() 3rd argument cannot be 0")
	}
	if small(a, b) && m.wide == nil && b.n != -1<<63 && m.n != -1<<63 {
		return BigInt{n: PowMod(a.n, b.n, m.n)}
	}
	r, ok := wide().PowMod(a, b, m)
	if !ok {
		throw(ValueError, "base is not invertible for the given modulus")
	}
	return r
}

// BitLength is a.bit_length().
func (a BigInt) BitLength() int64 {
	if a.wide == nil {
		return IntBitLength(a.n)
	}
	return int64(a.wide.bitLen())
}

// BitCount is a.bit_count().
func (a BigInt) BitCount() int64 {
	if a.wide == nil {
		return IntBitCount(a.n)
	}
	n := 0
	for _, w := range a.wide.abs {
		n += bits.OnesCount(w)
	}
	return int64(n)
}
