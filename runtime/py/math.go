package py

import (
	"iter"
	"math"
)

// Constants of math. They are variables, since Go computes with constants exactly, and Python with floats.
var (
	MathPi  = math.Pi
	MathE   = math.E
	MathTau = 2 * math.Pi
	MathInf = math.Inf(1)
	MathNan = math.NaN()
)

func domainError() { throw(ValueError, "math domain error") }

// mathResult raises as CPython does where a finite argument gives NaN or infinity.
func mathResult(x, r float64) float64 {
	if r != r && x == x {
		domainError()
	}
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && x == x {
		throw(OverflowError, "math range error")
	}
	return r
}

// MathSqrt is math.sqrt(x).
func MathSqrt(x float64) float64 { return mathResult(x, math.Sqrt(x)) }

// MathExp is math.exp(x).
func MathExp(x float64) float64 {
	switch {
	case x != x || x > 709.8 || x < -745.2:
		return mathResult(x, math.Exp(x))
	}
	v, k := expDD(dd{x, 0})
	return mathResult(x, toFloat(v, k))
}

// MathLog is math.log(x).
func MathLog(x float64) float64 { return logarithm(x, func(l dd) dd { return l }) }

// MathLogBase is math.log(x, base).
func MathLogBase(x, base float64) float64 {
	num, den := MathLog(x), MathLog(base)
	return DivFloat(num, den)
}

// MathLog10 is math.log10(x). The C library computes it from the logarithm of the mantissa in plain floats, and so does this, to give
// the same digits.
func MathLog10(x float64) float64 {
	const perE, log2Hi, log2Lo = 4.34294481903251816668e-01, 3.01029995663611771306e-01, 3.69423907715893078616e-13
	if r := MathLog(x); r != r || math.IsInf(r, 0) {
		return r
	}
	m, e := math.Frexp(x)
	if e >= 1 {
		m *= 2
		e--
	}
	z := float64(float64(e)*log2Lo) + float64(perE*MathLog(m))
	return z + float64(float64(e)*log2Hi)
}

// MathLog2 is math.log2(x).
func MathLog2(x float64) float64 { return logarithm(x, func(l dd) dd { return l.div(ddLn2) }) }

func logarithm(x float64, scale func(dd) dd) float64 {
	switch {
	case x <= 0:
		domainError()
	case x != x || math.IsInf(x, 1):
		return x
	}
	return scale(logDD(x)).hi
}

// MathPow is math.pow(x, y).
func MathPow(x, y float64) float64 {
	r := pow(x, y)
	finite := !math.IsInf(x, 0) && !math.IsInf(y, 0)
	switch {
	case r != r && x == x && y == y, x == 0 && y < 0 && finite:
		domainError()
	case math.IsInf(r, 0) && finite:
		throw(OverflowError, "math range error")
	}
	return r
}

// MathSin is math.sin(x).
func MathSin(x float64) float64 { return trig(x, math.Sin, func(s, _ dd) dd { return s }) }

// MathCos is math.cos(x).
func MathCos(x float64) float64 { return trig(x, math.Cos, func(_, c dd) dd { return c }) }

// MathTan is math.tan(x).
func MathTan(x float64) float64 { return trig(x, math.Tan, dd.div) }

func trig(x float64, far func(float64) float64, pick func(sin, cos dd) dd) float64 {
	if math.IsInf(x, 0) {
		domainError()
	}
	if x == 0 {
		return far(x)
	}
	if s, c, ok := sinCos(x); ok && x == x {
		return pick(s, c).hi
	}
	return far(x)
}

// MathAsin is math.asin(x).
func MathAsin(x float64) float64 {
	if x < -1 || x > 1 {
		domainError()
	}
	a := math.Asin(x)
	s, c, _ := sinCos(a)
	if x != x || x == 0 || math.Abs(c.hi) < 1e-3 {
		return a
	}
	return dd{a, 0}.add(dd{x, 0}.sub(s).div(c)).hi
}

// MathAcos is math.acos(x).
func MathAcos(x float64) float64 {
	if x < -1 || x > 1 {
		domainError()
	}
	a := math.Acos(x)
	s, c, _ := sinCos(a)
	if x != x || math.Abs(s.hi) < 1e-3 {
		return a
	}
	return dd{a, 0}.add(c.sub(dd{x, 0}).div(s)).hi
}

// MathAtan is math.atan(x).
func MathAtan(x float64) float64 {
	a := math.Atan(x)
	if x != x || x == 0 || math.Abs(x) > 1e15 {
		return a
	}
	s, c, _ := sinCos(a)
	return dd{a, 0}.add(c.mulFloat(x).sub(s).div(c.add(s.mulFloat(x)))).hi
}

// MathAtan2 is math.atan2(y, x).
func MathAtan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	if x-x != 0 || y-y != 0 || x == 0 || y == 0 || math.Abs(x) > 1e150 || math.Abs(y) > 1e150 || math.Abs(a) < 1e-150 {
		return a
	}
	s, c, _ := sinCos(a)
	rest := c.mulFloat(y).sub(s.mulFloat(x)).div(c.mulFloat(x).add(s.mulFloat(y)))
	return dd{a, 0}.add(rest).hi
}

// MathFabs is math.fabs(x).
func MathFabs(x float64) float64 { return math.Abs(x) }

// MathFloor is math.floor(x).
func MathFloor(x float64) int64 { return intOfWhole(math.Floor(x)) }

// MathCeil is math.ceil(x).
func MathCeil(x float64) int64 { return intOfWhole(math.Ceil(x)) }

// MathTrunc is math.trunc(x).
func MathTrunc(x float64) int64 { return intOfWhole(math.Trunc(x)) }

// MathFmod is math.fmod(x, y).
func MathFmod(x, y float64) float64 {
	r := math.Mod(x, y)
	if r != r && x == x && y == y {
		domainError()
	}
	return r
}

// MathModf is math.modf(x).
func MathModf(x float64) Tuple2[float64, float64] {
	if math.IsInf(x, 0) {
		return T2(math.Copysign(0, x), x)
	}
	whole, fraction := math.Modf(x)
	return T2(math.Copysign(fraction, x), whole)
}

// MathFrexp is math.frexp(x).
func MathFrexp(x float64) Tuple2[float64, int64] {
	m, e := math.Frexp(x)
	return T2(m, int64(e))
}

// MathLdexp is math.ldexp(x, i).
func MathLdexp(x float64, i int64) float64 {
	return mathResult(x, math.Ldexp(x, int(max(min(i, 5000), -5000))))
}

// MathCopysign is math.copysign(x, y).
func MathCopysign(x, y float64) float64 { return math.Copysign(x, y) }

// MathIsnan is math.isnan(x).
func MathIsnan(x float64) bool { return x != x }

// MathIsinf is math.isinf(x).
func MathIsinf(x float64) bool { return math.IsInf(x, 0) }

// MathIsfinite is math.isfinite(x).
func MathIsfinite(x float64) bool { return x-x == 0 }

// MathIsclose is math.isclose(a, b, rel_tol=relTol, abs_tol=absTol), with 1e-9 and 0 for what is left out.
func MathIsclose(a, b, relTol, absTol float64) bool {
	switch {
	case relTol < 0 || absTol < 0:
		throw(ValueError, "tolerances must be non-negative")
	case a == b:
		return true
	case math.IsInf(a, 0) || math.IsInf(b, 0):
		return false
	}
	d := math.Abs(b - a)
	return d <= math.Abs(relTol*b) || d <= math.Abs(relTol*a) || d <= absTol
}

// MathHypot is math.hypot(coordinates...).
func MathHypot(coordinates ...float64) float64 {
	largest, sum := 0.0, dd{}
	for _, c := range coordinates {
		largest = math.Max(largest, math.Abs(c))
	}
	if largest == 0 || math.IsInf(largest, 0) || largest != largest {
		return largest
	}
	_, e := math.Frexp(largest)
	for _, c := range coordinates {
		c = math.Ldexp(c, -e)
		sum = sum.add(twoProd(c, c))
	}
	root := math.Sqrt(sum.hi)
	// One step of Newton's method in double-double rounds the root correctly.
	rest := sum.sub(twoProd(root, root))
	return math.Ldexp(root+rest.hi/(2*root), e)
}

// MathDist is math.dist(p, q).
func MathDist(p, q iter.Seq[float64]) float64 {
	a, b := ListOf(p).v, ListOf(q).v
	if len(a) != len(b) {
		throw(ValueError, "both points must have the same number of dimensions")
	}
	for i := range a {
		a[i] -= b[i]
	}
	return MathHypot(a...)
}

// MathDegrees is math.degrees(x).
func MathDegrees(x float64) float64 { return x * (180 / math.Pi) }

// MathRadians is math.radians(x).
func MathRadians(x float64) float64 { return x * (math.Pi / 180) }
