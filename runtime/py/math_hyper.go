package py

import "math"

// The functions here are computed as the C library does it that CPython uses, step by step: their last digit is not that of the
// exact value, and is the same.

const (
	ln2Hi = 6.93147180369123816490e-01
	ln2Lo = 1.90821492927058770002e-10
)

// expPlain is exp(x) of a finite x, rounded correctly.
func expPlain(x float64) float64 {
	v, k := expDD(dd{x, 0})
	return toFloat(v, k)
}

// expm1 is exp(x) - 1.
func expm1(x float64) float64 {
	const (
		q1 = -3.33333333333331316428e-02
		q2 = 1.58730158725481460165e-03
		q3 = -7.93650757867487942473e-05
		q4 = 4.00821782732936239552e-06
		q5 = -2.01099218183624371326e-07
	)
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < -38.816242: // 56 ln 2
		return -1
	case x > 709.782712893384:
		return math.Inf(1)
	case a < 1.0/(1<<54):
		return x
	}
	c, k := 0.0, 0
	if a > 0.34657359027997264 { // ln 2 / 2
		var hi, lo float64
		switch {
		case a < 1.0397207708399179 && x > 0: // 3/2 ln 2
			hi, lo, k = x-ln2Hi, ln2Lo, 1
		case a < 1.0397207708399179:
			hi, lo, k = x+ln2Hi, -ln2Lo, -1
		default:
			k = int(1.44269504088896338700*x + math.Copysign(0.5, x))
			hi, lo = x-float64(float64(k)*ln2Hi), float64(float64(k)*ln2Lo)
		}
		x = hi - lo
		c = (hi - x) - lo
	}
	half := 0.5 * x
	z := float64(x * half)
	z2 := float64(z * z)
	z4 := float64(z2 * z2)
	r1 := float64(1+float64(z*q1)) + float64(z2*float64(q2+float64(z*q3))) + float64(z4*float64(q4+float64(z*q5)))
	t := 3 - float64(r1*half)
	e := float64(z * ((r1 - t) / (6 - float64(x*t))))
	if k == 0 {
		return x - (float64(x*e) - z)
	}
	e = float64(x*(e-c)) - c
	e -= z
	switch {
	case k == -1:
		return float64(0.5*(x-e)) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + float64(2*(x-e))
	case k <= -2 || k > 56:
		return math.Ldexp(1-(e-x), k) - 1
	case k < 20:
		return math.Ldexp((1-math.Ldexp(1, -k))-(e-x), k)
	}
	return math.Ldexp((x-(e+math.Ldexp(1, -k)))+1, k)
}

// log1p is log(1 + x), x > -1.
func log1p(x float64) float64 {
	const (
		p1 = 6.666666666666735130e-01
		p2 = 3.999999999940941908e-01
		p3 = 2.857142874366239149e-01
		p4 = 2.222219843214978396e-01
		p5 = 1.818357216161805012e-01
		p6 = 1.531383769920937332e-01
		p7 = 1.479819860511658591e-01
	)
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case a < 1.0/(1<<54):
		return x
	case a < 1.0/(1<<29):
		return x - float64(float64(x*x)*0.5)
	}
	k, f, c := 0, x, 0.0
	top := uint64(1) // of the mantissa, in steps of 2**-20; not 0 without a reduction
	if x <= -0.2929 || x >= 0.41422 {
		u := x
		if a < 1<<53 {
			u = 1 + x
			bits := math.Float64bits(u)
			k = int(bits>>52) - 1023
			if k > 0 {
				c = 1 - (u - x)
			} else {
				c = x - (u - 1)
			}
			c /= u
		} else {
			k = int(math.Float64bits(u)>>52) - 1023
		}
		bits := math.Float64bits(u)
		top = bits >> 32 & 0xfffff
		if top < 0x6a09e {
			u = math.Float64frombits(bits&(1<<52-1) | 0x3ff<<52)
		} else {
			k++
			u = math.Float64frombits(bits&(1<<52-1) | 0x3fe<<52)
			top = (0x100000 - top) >> 2
		}
		f = u - 1
	}
	e := float64(k)
	half := float64(float64(0.5*f) * f)
	if top == 0 {
		if f == 0 {
			if k == 0 {
				return 0
			}
			return float64(e*ln2Hi) + (c + float64(e*ln2Lo))
		}
		r := float64(half * (1 - float64(0.66666666666666666*f)))
		if k == 0 {
			return f - r
		}
		return float64(e*ln2Hi) - ((r - (float64(e*ln2Lo) + c)) - f)
	}
	s := f / (2 + f)
	z := float64(s * s)
	z2 := float64(z * z)
	z4 := float64(z2 * z2)
	z6 := float64(z4 * z2)
	r := float64(z*p1) + float64(z2*float64(p2+float64(z*p3))) + float64(z4*float64(p4+float64(z*p5))) + float64(z6*float64(p6+float64(z*p7)))
	if k == 0 {
		return f - (half - float64(s*(half+r)))
	}
	return float64(e*ln2Hi) - ((half - (float64(s*(half+r)) + (float64(e*ln2Lo) + c))) - f)
}

// largeHalf is exp(x) / 2 of a large x, in two steps where exp(x) has no float.
func largeHalf(x float64) float64 {
	if x < 709.782712893384 {
		return 0.5 * expPlain(x)
	}
	w := expPlain(0.5 * x)
	return float64(0.5*w) * w
}

const lastHyper = 710.4758600739439 // sinh and cosh of more are infinite

// MathSinh is math.sinh(x).
func MathSinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 0) || a < 1.0/(1<<28):
		return x
	case a > lastHyper:
		return mathResult(x, math.Inf(1))
	case a >= 22:
		return math.Copysign(largeHalf(a), x)
	}
	h := math.Copysign(0.5, x)
	t := expm1(a)
	if a < 1 {
		return h * (2*t - float64(t*t)/(t+1))
	}
	return h * (t + t/(t+1))
}

// MathCosh is math.cosh(x).
func MathCosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 0):
		return a
	case a > lastHyper:
		return mathResult(x, math.Inf(1))
	case a >= 22:
		return largeHalf(a)
	case a >= 0.34657359027997264:
		t := expPlain(a)
		return float64(0.5*t) + 0.5/t
	case a < 1.0/(1<<55):
		return 1
	}
	t := expm1(a)
	w := 1 + t
	return 1 + float64(t*t)/(w+w)
}

// MathTanh is math.tanh(x).
func MathTanh(x float64) float64 {
	a := math.Abs(x)
	z := 1.0
	switch {
	case x != x || x == 0:
		return x
	case a < 1.0/(1<<55):
		return x * (1 + x)
	case a < 1:
		t := expm1(-2 * a)
		z = -t / (t + 2)
	case a < 22:
		z = 1 - 2/(expm1(2*a)+2)
	}
	return math.Copysign(z, x)
}

// MathAsinh is math.asinh(x).
func MathAsinh(x float64) float64 {
	a := math.Abs(x)
	var w float64
	switch {
	case x != x || math.IsInf(x, 0) || a < 1.0/(1<<28):
		return x
	case a > 1<<28:
		w = MathLog(a) + math.Ln2
	case a > 2:
		w = MathLog(float64(2*a) + 1/(math.Sqrt(float64(a*a)+1)+a))
	default:
		t := float64(a * a)
		w = log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// MathAcosh is math.acosh(x).
func MathAcosh(x float64) float64 {
	switch {
	case x < 1:
		domainError()
	case x != x || math.IsInf(x, 0):
		return x
	case x >= 1<<28:
		return MathLog(x) + math.Ln2
	case x > 2:
		t := float64(x * x)
		return MathLog(float64(2*x) - 1/(x+math.Sqrt(t-1)))
	}
	t := x - 1
	return log1p(t + math.Sqrt(float64(2*t)+float64(t*t)))
}

// MathAtanh is math.atanh(x).
func MathAtanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a >= 1:
		domainError()
	case x != x || a < 1.0/(1<<28):
		return x
	}
	t := a + a
	if a < 0.5 {
		t = 0.5 * log1p(t+float64(t*a)/(1-a))
	} else {
		t = 0.5 * log1p(t/(1-a))
	}
	return math.Copysign(t, x)
}

// MathLog1p is math.log1p(x).
func MathLog1p(x float64) float64 {
	if x <= -1 {
		domainError()
	}
	return log1p(x)
}

// MathExpm1 is math.expm1(x).
func MathExpm1(x float64) float64 { return mathResult(x, expm1(x)) }

// MathExp2 is math.exp2(x).
func MathExp2(x float64) float64 {
	if x != x || math.IsInf(x, 0) || x == math.Floor(x) || x > 1024 || x < -1075 {
		return mathResult(x, math.Exp2(x))
	}
	v, k := expDD(ddLn2.mulFloat(x))
	return mathResult(x, toFloat(v, k))
}

// MathCbrt is math.cbrt(x).
func MathCbrt(x float64) float64 {
	if x != x || x == 0 || math.IsInf(x, 0) {
		return x
	}
	m, e := math.Frexp(math.Abs(x))
	u := 0.354895765043919860 + float64((1.50819193781584896-float64((2.11499494167371287-float64((2.44693122563534430-float64((1.83469277483613086-
		float64((0.784932344976639262-float64(0.145263899385486367*m))*m))*m))*m))*m))*m)
	t := float64(float64(u*u) * u)
	factors := [5]float64{0.6299605249474365, 0.7937005259840997, 1, 1.2599210498948732, 1.5874010519681996}
	y := float64(u*(t+float64(2*m))) / (float64(2*t) + m) * factors[2+e%3]
	return math.Copysign(math.Ldexp(y, e/3), x)
}

// MathRemainder is math.remainder(x, y).
func MathRemainder(x, y float64) float64 {
	switch {
	case x != x || y != y:
		return math.NaN()
	case math.IsInf(x, 0) || y == 0:
		domainError()
	case math.IsInf(y, 0):
		return x
	}
	return math.Remainder(x, y)
}

// MathNextafter is math.nextafter(x, y).
func MathNextafter(x, y float64) float64 {
	if x == y {
		return y
	}
	return math.Nextafter(x, y)
}

// MathUlp is math.ulp(x).
func MathUlp(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(a, 0):
		return a
	}
	next := math.Nextafter(a, math.Inf(1))
	if math.IsInf(next, 1) {
		return a - math.Nextafter(a, 0)
	}
	return next - a
}
