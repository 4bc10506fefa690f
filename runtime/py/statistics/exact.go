package pystatistics

import (
	"iter"
	"math"
	"math/big"

	"github.com/dstreamc/dstreamc/runtime/py"
	"github.com/dstreamc/dstreamc/runtime/py/bigint"
)

// floatBits is the scale at which every finite float is an integer: 2**-1074 is the least of them.
const floatBits = 1074

// total is an exact sum of numbers, and of their squares if asked for.
type total struct {
	n            int64
	sum, squares big.Int // in units of 2**-floatBits and 2**(-2*floatBits)
	isFloat      bool    // some number was a float, so results are
	nonFinite    bool    // some number was an infinity or NaN, and special is the sum of these
	special      float64
}

func sumOf[T any](data iter.Seq[T], squares bool) *total {
	t := &total{}
	for x := range data {
		t.add(py.Box(x), squares)
	}
	return t
}

func (t *total) add(v any, squares bool) {
	t.n++
	var x big.Int
	switch v := v.(type) {
	case int64:
		x.Lsh(x.SetInt64(v), floatBits)
	case *py.Wide:
		x.Lsh(bigint.ToBig(py.AsBig(v)), floatBits)
	case bool:
		x.Lsh(x.SetInt64(py.IntOfBool(v)), floatBits)
	case float64:
		t.isFloat = true
		if math.IsInf(v, 0) || v != v {
			t.nonFinite = true
			t.special += v
			return
		}
		fraction, exp := math.Frexp(v)
		x.SetInt64(int64(fraction * (1 << 53)))
		if shift := exp - 53 + floatBits; shift >= 0 {
			x.Lsh(&x, uint(shift))
		} else { // a subnormal number: the bits shifted out are zero
			x.Quo(&x, new(big.Int).Lsh(big.NewInt(1), uint(-shift)))
		}
	default:
		py.Throw(py.TypeError, "can't convert type '"+py.TypeName(v)+"' to numerator/denominator")
	}
	t.sum.Add(&t.sum, &x)
	if squares {
		t.squares.Add(&t.squares, x.Mul(&x, &x))
	}
}

// rat is the sum as a fraction.
func (t *total) rat() *big.Rat { return scaled(&t.sum, floatBits) }

func scaled(x *big.Int, bits uint) *big.Rat {
	return new(big.Rat).SetFrac(x, new(big.Int).Lsh(big.NewInt(1), bits))
}

// deviations is the sum of the squares of the differences from the mean.
func (t *total) deviations() *big.Rat {
	n := big.NewInt(t.n)
	var a, b big.Int
	a.Mul(n, &t.squares)
	b.Mul(&t.sum, &t.sum)
	a.Sub(&a, &b)
	return divided(scaled(&a, 2*floatBits), t.n)
}

func divided(r *big.Rat, n int64) *big.Rat { return new(big.Rat).Quo(r, new(big.Rat).SetInt64(n)) }

// number is a result as an int, if all numbers were ints and it is whole, or a float.
func (t *total) number(r *big.Rat) any {
	if t.isFloat || !r.IsInt() {
		return toFloat(r)
	}
	return bigint.FromBig(new(big.Int).Set(r.Num())).Grown()
}

// toFloat rounds correctly.
func toFloat(r *big.Rat) float64 {
	f, _ := r.Float64()
	if math.IsInf(f, 0) {
		py.Throw(py.OverflowError, "integer division result too large for a float")
	}
	return f
}

// sqrtBits is two times the bits of a float, and three.
const sqrtBits = 2*53 + 3

// squareRoot is the square root of a fraction, rounded correctly: an integer root of more bits than a
// float has, rounded to odd, is rounded once more.
func squareRoot(r *big.Rat) float64 {
	n, m := r.Num(), r.Denom()
	q := (n.BitLen() - m.BitLen() - sqrtBits) >> 1
	if q >= 0 {
		root := rootToOdd(n, new(big.Int).Lsh(m, uint(2*q)))
		return toFloat(new(big.Rat).SetInt(root.Lsh(root, uint(q))))
	}
	root := rootToOdd(new(big.Int).Lsh(n, uint(-2*q)), m)
	return toFloat(scaled(root, uint(-q)))
}

// rootToOdd is the integer square root of n/m, with the last bit set if it is not exact.
func rootToOdd(n, m *big.Int) *big.Int {
	root := new(big.Int).Sqrt(new(big.Int).Quo(n, m))
	square := new(big.Int).Mul(root, root)
	if square.Mul(square, m).Cmp(n) != 0 {
		root.SetBit(root, 0, 1)
	}
	return root
}
