package bigint

import (
	"math"
	"math/big"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Int is an int of any size.
type Int = py.BigInt

// Enable makes the ints of the program grow beyond 64 bits.
func Enable() { py.EnableWide(arithmetic{}) }

type arithmetic struct{}

// ToBig is an int as math/big has it, which must not be changed: it shares the words.
func ToBig(a Int) *big.Int { return in(a) }

// FromBig is the int of a number that nobody else has.
func FromBig(x *big.Int) Int { return out(x) }

func in(a Int) *big.Int {
	neg, abs := a.Words()
	x := new(big.Int).SetBits(unsafe.Slice((*big.Word)(unsafe.SliceData(abs)), len(abs)))
	if neg {
		x.Neg(x)
	}
	return x
}

func out(x *big.Int) Int {
	words := x.Bits()
	return py.BigOfWords(x.Sign() < 0, unsafe.Slice((*uint)(unsafe.SliceData(words)), len(words)))
}

func (arithmetic) Add(a, b Int) Int { return out(new(big.Int).Add(in(a), in(b))) }
func (arithmetic) Sub(a, b Int) Int { return out(new(big.Int).Sub(in(a), in(b))) }
func (arithmetic) Mul(a, b Int) Int { return out(new(big.Int).Mul(in(a), in(b))) }
func (arithmetic) And(a, b Int) Int { return out(new(big.Int).And(in(a), in(b))) }
func (arithmetic) Or(a, b Int) Int  { return out(new(big.Int).Or(in(a), in(b))) }
func (arithmetic) Xor(a, b Int) Int { return out(new(big.Int).Xor(in(a), in(b))) }

func (arithmetic) Divmod(a, b Int) (q, r Int) {
	x, y := in(a), in(b)
	quo, rem := new(big.Int).QuoRem(x, y, new(big.Int))
	if rem.Sign() != 0 && rem.Sign() != y.Sign() { // towards minus infinity
		quo.Sub(quo, big.NewInt(1))
		rem.Add(rem, y)
	}
	return out(quo), out(rem)
}

func (arithmetic) TrueDiv(a, b Int) float64 {
	if !a.Truth() {
		if b.Less(Int{}) {
			return math.Copysign(0, -1)
		}
		return 0
	}
	f, _ := new(big.Rat).SetFrac(in(a), in(b)).Float64()
	if math.IsInf(f, 0) {
		py.Throw(py.OverflowError, "integer division result too large for a float")
	}
	return f
}

func (arithmetic) Lshift(a Int, n uint) Int { return out(new(big.Int).Lsh(in(a), n)) }
func (arithmetic) Rshift(a Int, n uint) Int { return out(new(big.Int).Rsh(in(a), n)) }

func (arithmetic) Pow(a Int, n int64) Int {
	return out(new(big.Int).Exp(in(a), big.NewInt(n), nil))
}

func (arithmetic) PowMod(a, b, m Int) (Int, bool) {
	modulus := in(m)
	n := new(big.Int).Abs(modulus)
	r := new(big.Int).Exp(new(big.Int).Mod(in(a), n), in(b), n)
	if r == nil {
		return Int{}, false
	}
	if modulus.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, modulus)
	}
	return out(r), true
}

func (arithmetic) Text(a Int, base int) string { return new(big.Int).Abs(in(a)).Text(base) }

func (arithmetic) Parse(digits string, base int) Int {
	x, _ := new(big.Int).SetString(digits, base)
	return out(x)
}
