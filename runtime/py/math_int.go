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
		panic(overflow)
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

// MathProdInt is math.prod(iterable, start=start) of ints.
func MathProdInt(seq iter.Seq[int64], start int64) int64 {
	for x := range seq {
		start = MulInt(start, x)
	}
	return start
}

// MathFsum is math.fsum(iterable): the exact sum, rounded once.
func MathFsum(seq iter.Seq[float64]) float64 {
	var partials []float64 // do not overlap, increasing
	special, infinite := 0.0, 0.0
	for x := range seq {
		if math.IsInf(x, 0) || x != x {
			if special += x; x == x {
				infinite += x
			}
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
		switch partials = kept; {
		case math.IsInf(x, 0):
			throw(OverflowError, "intermediate overflow in fsum")
		case x != 0:
			partials = append(partials, x)
		}
	}
	if infinite != infinite {
		throw(ValueError, "-inf + inf in fsum")
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

// MathProdAny is math.prod(iterable, start=start) of numbers whose types are known only when running. The product of nothing is
// start, an int by default, also where the numbers would be floats.
func MathProdAny(seq iter.Seq[any], start any) any {
	product := Box(start)
	for x := range seq {
		product = DynMul(product, x)
	}
	return product
}

// IntSame is math.floor(n), ceil and trunc of an int.
func IntSame(n int64) int64 { return n }

// MathFloorAny is math.floor(v) for a number whose type is known only when running.
func MathFloorAny(v any) any {
	return wholeNumber(v, "__floor__", math.Floor, func(v any) (BigInt, bool) {
		d, ok := v.(interface{ BigFloor() BigInt })
		if !ok {
			return BigInt{}, false
		}
		return d.BigFloor(), true
	})
}

// MathCeilAny is math.ceil(v) for a number whose type is known only when running.
func MathCeilAny(v any) any {
	return wholeNumber(v, "__ceil__", math.Ceil, func(v any) (BigInt, bool) {
		d, ok := v.(interface{ BigCeil() BigInt })
		if !ok {
			return BigInt{}, false
		}
		return d.BigCeil(), true
	})
}

// MathTruncAny is math.trunc(v) for a number whose type is known only when running.
func MathTruncAny(v any) any { return wholeNumber(v, "__trunc__", math.Trunc, intConverter) }

// wholeNumber is the int that a number of unknown type becomes: of an int itself, of a float by one function, of other numbers
// by another, of an object what its method gives.
func wholeNumber(v any, method string, floats func(float64) float64, others func(any) (BigInt, bool)) any {
	v = Box(v)
	if o, ok := v.(asksClass); ok {
		if r, ok := o.special(method); ok {
			return r
		}
	}
	if n, ok := bigOf(v); ok {
		return n.boxed()
	}
	if n, ok := others(v); ok {
		return n.Grown()
	}
	return BigOfFloat(floats(AsFloat(v))).Grown()
}
