package py

import "math"

// dd is a double-double: the unevaluated sum of two floats, with about 106 bits. Go's math functions are off by one in the last place
// far more often than the C library that CPython uses; with this, exp, log, pow and the trigonometric
// functions are rounded correctly but for the rarest arguments, which agrees with the C library nearly always.
type dd struct{ hi, lo float64 }

func quickSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

func twoSum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

func twoProd(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (a dd) add(b dd) dd {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a dd) neg() dd     { return dd{-a.hi, -a.lo} }
func (a dd) sub(b dd) dd { return a.add(b.neg()) }

func (a dd) mul(b dd) dd {
	p := twoProd(a.hi, b.hi)
	return quickSum(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a dd) mulFloat(b float64) dd {
	p := twoProd(a.hi, b)
	return quickSum(p.hi, p.lo+a.lo*b)
}

func (a dd) div(b dd) dd {
	q1 := a.hi / b.hi
	r := a.sub(b.mulFloat(q1))
	q2 := r.hi / b.hi
	r = r.sub(b.mulFloat(q2))
	return quickSum(q1, q2).add(dd{r.hi / b.hi, 0})
}

// scale is a · 2**n for an n that does not take a out of range.
func (a dd) scale(n int) dd { return dd{math.Ldexp(a.hi, n), math.Ldexp(a.lo, n)} }

var (
	ddLn2    = dd{0.6931471805599453, 2.3190468138462996e-17}
	ddHalfPi = dd{1.5707963267948966, 6.123233995736766e-17}
	// reciprocals[n] is 1/n, and factorials[n] is 1/n!.
	reciprocals, factorials = seriesTables()
)

func seriesTables() (recip, fact [48]dd) {
	fact[0] = dd{1, 0}
	for n := 1; n < len(recip); n++ {
		recip[n] = dd{1, 0}.div(dd{float64(n), 0})
		fact[n] = fact[n-1].mul(recip[n])
	}
	return recip, fact
}

// logDD is the natural logarithm of a positive finite x.
func logDD(x float64) dd {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	// log m = 2 artanh t with t = (m-1)/(m+1), |t| < 0.172.
	t := dd{m - 1, 0}.div(twoSum(m, 1))
	t2 := t.mul(t)
	sum := reciprocals[43]
	for n := 41; n >= 1; n -= 2 {
		sum = sum.mul(t2).add(reciprocals[n])
	}
	return sum.mul(t).scale(1).add(ddLn2.mulFloat(float64(e)))
}

// expDD gives exp(x) as a number near 1 and a power of two.
func expDD(x dd) (dd, int) {
	k := math.Round(x.hi / ddLn2.hi)
	const halvings = 8
	r := x.sub(ddLn2.mulFloat(k)).scale(-halvings)
	sum := factorials[12]
	for n := 11; n >= 1; n-- {
		sum = sum.mul(r).add(factorials[n])
	}
	// exp(2r)-1 = (exp(r)-1)·(exp(r)+1) keeps the digits that 1 would push out.
	em1 := sum.mul(r)
	for range halvings {
		em1 = em1.mul(em1.add(dd{2, 0}))
	}
	return em1.add(dd{1, 0}), int(k)
}

// toFloat is v · 2**k, rounded once also where the result is subnormal.
func toFloat(v dd, k int) float64 {
	if k >= -1000 {
		return math.Ldexp(v.hi, k)
	}
	// The sum of v.hi and v.lo has to be rounded at the last place of a subnormal: adding a power of two puts it there.
	shift := math.Ldexp(1, -1074-k+52)
	if math.Abs(v.hi) >= shift {
		return math.Ldexp(v.hi, k)
	}
	s := twoSum(shift, v.hi)
	rounded := s.hi - shift
	rest := dd{v.hi - rounded, 0}.add(dd{v.lo, 0}).hi
	if unit := shift / (1 << 52); rest > unit/2 {
		rounded += unit
	} else if rest < -unit/2 {
		rounded -= unit
	}
	return math.Ldexp(rounded, k)
}

// powExact is a ** b of finite floats, a > 0.
func powExact(a, b float64) float64 {
	if b == 2 {
		return a * a
	}
	switch y := math.Log(a) * b; {
	case y > 710:
		return math.Inf(1)
	case y < -746:
		return 0
	}
	v, k := expDD(logDD(a).mulFloat(b))
	return toFloat(v, k)
}

// sinCosDD gives sine and cosine of a reduced argument, |x| <= pi/4.
func sinCosDD(x dd) (sin, cos dd) {
	x2 := x.mul(x).neg()
	sin, cos = factorials[29], factorials[28]
	for n := 27; n >= 1; n -= 2 {
		sin = sin.mul(x2).add(factorials[n])
		cos = cos.mul(x2).add(factorials[n-1])
	}
	return sin.mul(x), cos
}

// reduce takes multiples of pi/2 off x; ok is false where x is no number.
func reduce(x float64) (r dd, quadrant int, ok bool) {
	switch {
	case x-x != 0:
		return dd{}, 0, false
	case math.Abs(x) > 1e15:
		r, quadrant = reduceFar(x)
		return r, quadrant, true
	}
	k := math.Round(x / ddHalfPi.hi)
	const third = -1.4973849048591833e-33 // of pi/2, behind ddHalfPi
	r = dd{x, 0}.sub(twoProd(ddHalfPi.hi, k)).sub(twoProd(ddHalfPi.lo, k)).sub(dd{third * k, 0})
	return r, int(int64(k) & 3), true
}

// sinCos gives sine and cosine of x in double-double; ok as in reduce.
func sinCos(x float64) (sin, cos dd, ok bool) {
	r, quadrant, ok := reduce(x)
	if !ok {
		return sin, cos, false
	}
	s, c := sinCosDD(r)
	switch quadrant {
	case 1:
		return c, s.neg(), true
	case 2:
		return s.neg(), c.neg(), true
	case 3:
		return c.neg(), s, true
	}
	return s, c, true
}
