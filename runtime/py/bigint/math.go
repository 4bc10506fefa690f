package bigint

import (
	"iter"
	"math"
	"math/big"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// MathFloor is math.floor(x) of a float.
func MathFloor(x float64) Int { return py.BigOfFloat(math.Floor(x)) }

// MathCeil is math.ceil(x) of a float.
func MathCeil(x float64) Int { return py.BigOfFloat(math.Ceil(x)) }

// MathTrunc is math.trunc(x) of a float.
func MathTrunc(x float64) Int { return py.BigOfFloat(x) }

// MathGcd is math.gcd(integers...).
func MathGcd(integers ...Int) Int {
	g := Int{}
	for _, n := range integers {
		if g, n = g.Abs(), n.Abs(); !g.Truth() || !n.Truth() {
			g = g.Add(n)
			continue
		}
		g = out(new(big.Int).GCD(nil, nil, in(g), in(n)))
	}
	return g
}

// MathLcm is math.lcm(integers...).
func MathLcm(integers ...Int) Int {
	l := py.Big(1)
	for _, n := range integers {
		if !n.Truth() {
			return n
		}
		l = l.FloorDiv(MathGcd(l, n)).Mul(n).Abs()
	}
	return l
}

// mostFactors is how many factors math.factorial and its like take: for more there is no time.
const mostFactors = 1 << 32

func factors(n Int, message string) int64 {
	k, ok := n.Small()
	if !ok || k > mostFactors {
		py.Throw(py.OverflowError, message)
	}
	return k
}

// MathFactorial is math.factorial(n); it raises ValueError for n < 0.
func MathFactorial(n Int) Int {
	if n.Less(Int{}) {
		py.Throw(py.ValueError, "factorial() not defined for negative values")
	}
	return out(new(big.Int).MulRange(1, factors(n, "factorial() argument should not exceed 9223372036854775807")))
}

// MathComb is math.comb(n, k).
func MathComb(n, k Int) Int {
	checkChoice(n, k)
	if k.Greater(n) {
		return Int{}
	}
	if rest := n.Sub(k); rest.Less(k) {
		k = rest
	}
	count := factors(k, "min(n - k, k) must not exceed 9223372036854775807")
	return product(n, count).FloorDiv(out(new(big.Int).MulRange(1, count)))
}

// MathPerm is math.perm(n, k).
func MathPerm(n, k Int) Int {
	checkChoice(n, k)
	if k.Greater(n) {
		return Int{}
	}
	return product(n, factors(k, "k must not exceed 9223372036854775807"))
}

// product is n * (n-1) * … of count factors.
func product(n Int, count int64) Int {
	p := py.Big(1)
	for range count {
		p, n = p.Mul(n), n.Sub(py.Big(1))
	}
	return p
}

func checkChoice(n, k Int) {
	if n.Less(Int{}) {
		py.Throw(py.ValueError, "n must be a non-negative integer")
	}
	if k.Less(Int{}) {
		py.Throw(py.ValueError, "k must be a non-negative integer")
	}
}

// MathIsqrt is math.isqrt(n).
func MathIsqrt(n Int) Int {
	if n.Less(Int{}) {
		py.Throw(py.ValueError, "isqrt() argument must be nonnegative")
	}
	return out(new(big.Int).Sqrt(in(n)))
}

// MathProd is math.prod(iterable) of ints.
func MathProd(seq iter.Seq[Int], start Int) Int {
	for x := range seq {
		start = start.Mul(x)
	}
	return start
}

// MathLog is math.log(n) of an int.
func MathLog(n Int) float64 { return logarithm(n, py.MathLog) }

// MathLogBase is math.log(n, base) of ints.
func MathLogBase(n, base Int) float64 { return py.DivFloat(MathLog(n), MathLog(base)) }

// MathLog2 is math.log2(n) of an int.
func MathLog2(n Int) float64 { return logarithm(n, py.MathLog2) }

// MathLog10 is math.log10(n) of an int.
func MathLog10(n Int) float64 { return logarithm(n, py.MathLog10) }

// MathLogAny is math.log(v) of a number whose type is known only when running.
func MathLogAny(v any) float64 { return logarithmAny(v, MathLog, py.MathLog) }

// MathLogBaseAny is math.log(v, base) of such numbers.
func MathLogBaseAny(v, base any) float64 { return py.DivFloat(MathLogAny(v), MathLogAny(base)) }

// MathLog2Any is math.log2(v) of such a number.
func MathLog2Any(v any) float64 { return logarithmAny(v, MathLog2, py.MathLog2) }

// MathLog10Any is math.log10(v) of such a number.
func MathLog10Any(v any) float64 { return logarithmAny(v, MathLog10, py.MathLog10) }

func logarithmAny(v any, ints func(Int) float64, floats func(float64) float64) float64 {
	if w, ok := py.Box(v).(*py.Wide); ok {
		return ints(py.AsBig(w))
	}
	return floats(py.AsFloat(v))
}

// logarithm takes ints that no float can hold apart, as CPython does.
func logarithm(n Int, log func(float64) float64) float64 {
	bits := n.BitLength()
	switch {
	case n.Less(Int{}):
		return log(-1)
	case bits <= 1023:
		return log(n.Float())
	}
	shift := bits - 1000
	m := new(big.Float).SetPrec(53).SetInt(in(n)) // rounded once, halves to the even one
	f, _ := m.SetMantExp(m, -int(shift)).Float64()
	f, e := math.Frexp(f)
	return log(f) + log(2)*float64(int64(e)+shift)
}
