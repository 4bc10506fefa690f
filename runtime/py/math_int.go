package py

import (
	"iter"
	"math"
)

// MathGcd is math.gcd(integers...).
func MathGcd(integers ...int64) int64 {
	g := uint64(0)
	for _, n := range integers {
		a := absUint(n)
		for a != 0 {
			g, a = a, g%a
		}
	}
	if g > math.MaxInt64 {
		overflow()
	}
	return int64(g)
}

// MathLcm is math.lcm(integers...).
func MathLcm(integers ...int64) int64 {
	l := int64(1)
	for _, n := range integers {
		if n == 0 {
			return 0
		}
		l = AbsInt(MulInt(l/MathGcd(l, n), n))
	}
	return l
}

// MathFactorial is math.factorial(n); it raises ValueError for n < 0 and OverflowError beyond 20.
func MathFactorial(n int64) int64 {
	if n < 0 {
		throw(ValueError, "factorial() not defined for negative values")
	}
	r := int64(1)
	for i := int64(2); i <= n; i++ {
		r = MulInt(r, i)
	}
	return r
}

// MathComb is math.comb(n, k).
func MathComb(n, k int64) int64 {
	checkChoice(n, k)
	if k > n {
		return 0
	}
	k = min(k, n-k)
	r := int64(1)
	for i := int64(1); i <= k; i++ {
		// r·(n-k+i) is divisible by i; taking the common factor out first keeps the product small.
		g := MathGcd(r, i)
		r = MulInt(r/g, (n-k+i)/(i/g))
	}
	return r
}

// MathPerm is math.perm(n, k).
func MathPerm(n, k int64) int64 {
	checkChoice(n, k)
	r := int64(1)
	for i := range k {
		r = MulInt(r, n-i)
	}
	return r
}

func checkChoice(n, k int64) {
	if n < 0 {
		throw(ValueError, "n must be a non-negative integer")
	}
	if k < 0 {
		throw(ValueError, "k must be a non-negative integer")
	}
}

// MathIsqrt is math.isqrt(n).
func MathIsqrt(n int64) int64 {
	if n < 0 {
		throw(ValueError, "isqrt() argument must be nonnegative")
	}
	r := int64(math.Sqrt(float64(n)))
	for r > 0 && (r > math.MaxInt32+1 && r > 3037000499 || r*r > n) {
		r--
	}
	for r < 3037000499 && (r+1)*(r+1) <= n {
		r++
	}
	return r
}

// MathProd is math.prod(iterable) of floats.
func MathProd(seq iter.Seq[float64]) float64 {
	p := 1.0
	for x := range seq {
		p *= x
	}
	return p
}

// MathProdInt is math.prod(iterable) of ints.
func MathProdInt(seq iter.Seq[int64]) int64 {
	p := int64(1)
	for x := range seq {
		p = MulInt(p, x)
	}
	return p
}

// MathFsum is math.fsum(iterable): the exact sum, rounded once.
func MathFsum(seq iter.Seq[float64]) float64 {
	var partials []float64 // do not overlap, increasing
	special := 0.0
	for x := range seq {
		if math.IsInf(x, 0) || x != x {
			special += x
			continue
		}
		kept := partials[:0]
		for _, y := range partials {
			s := twoSum(x, y)
			if s.lo != 0 {
				kept = append(kept, s.lo)
			}
			x = s.hi
		}
		partials = append(kept, x)
	}
	if special != 0 || special != special {
		return special
	}
	return sumPartials(partials)
}

// sumPartials adds from the largest down until a remainder is left, and rounds half to even with what follows it.
func sumPartials(p []float64) float64 {
	if len(p) == 0 {
		return 0
	}
	n := len(p) - 1
	hi, lo := p[n], 0.0
	for n > 0 && lo == 0 {
		n--
		s := quickSum(hi, p[n])
		hi, lo = s.hi, s.lo
	}
	if n > 0 && (lo < 0 && p[n-1] < 0 || lo > 0 && p[n-1] > 0) {
		y := lo * 2
		if x := hi + y; y == x-hi {
			hi = x
		}
	}
	return hi
}

// MathProdAny is math.prod of numbers whose types are known only when running.
func MathProdAny(seq iter.Seq[any]) any {
	product := any(int64(1))
	for x := range seq {
		product = DynMul(product, x)
	}
	return product
}

// IntSame is math.floor(n), ceil and trunc of an int.
func IntSame(n int64) int64 { return n }
