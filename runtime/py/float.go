package py

import "math"

// DivFloat is a / b of floats; it raises ZeroDivisionError.
func DivFloat(a, b float64) float64 {
	if b == 0 {
		panic(floatDivision)
	}
	return a / b
}

var floatDivision any = &late{ZeroDivisionError, "float division by zero"}

// FloorDivFloat is a // b of floats; it raises ZeroDivisionError.
func FloorDivFloat(a, b float64) float64 {
	if b == 0 {
		throw(ZeroDivisionError, "float floor division by zero")
	}
	q, _ := divmodFloat(a, b)
	return q
}

// ModFloat is a % b of floats, with the sign of b; it raises ZeroDivisionError.
func ModFloat(a, b float64) float64 {
	if b == 0 {
		throw(ZeroDivisionError, "float modulo")
	}
	_, r := divmodFloat(a, b)
	return r
}

// DivmodFloat is divmod(a, b) of floats.
func DivmodFloat(a, b float64) Tuple2[float64, float64] {
	if b == 0 {
		throw(ZeroDivisionError, "float divmod()")
	}
	return T2(divmodFloat(a, b))
}

// remainder is math.Mod(a, b), the remainder with the sign of a. Where the quotient is small it is multiplied back exactly;
// it may have been rounded up to the next integer, which the sign of the rest shows.
func remainder(a, b float64) float64 {
	q := a / b
	if !(math.Abs(q) < 1<<52) || math.Abs(a) < math.Abs(b) || math.IsInf(b, 0) || math.Abs(b) < 1e-280 {
		return math.Mod(a, b)
	}
	r := math.FMA(-math.Trunc(q), b, a)
	switch {
	case r == 0:
		return math.Copysign(0, a)
	case r < 0 != (a < 0):
		r += math.Copysign(b, a)
	}
	return r
}

func divmodFloat(a, b float64) (q, r float64) {
	r = remainder(a, b)
	q = (a - r) / b
	if r != 0 {
		if b < 0 != (r < 0) {
			r += b
			q--
		}
	} else {
		r = math.Copysign(0, b)
	}
	if q == 0 {
		return math.Copysign(0, a/b), r
	}
	whole := math.Floor(q)
	if q-whole > 0.5 {
		whole++
	}
	return whole, r
}

// PowFloat is a ** b of floats. It raises ZeroDivisionError for 0.0 to a negative power and OverflowError; a negative base with a
// fraction as exponent, a complex number in Python, raises ValueError.
func PowFloat(a, b float64) float64 {
	switch {
	case a == 0 && b < 0 && !math.IsInf(b, 0):
		throw(ZeroDivisionError, "0.0 cannot be raised to a negative power")
	case complexRoot(a, b):
		throw(ValueError, "a negative number to a fractional power is complex, and here a float: write complex(x) ** y")
	}
	r := pow(a, b)
	if math.IsInf(r, 0) && !math.IsInf(a, 0) && !math.IsInf(b, 0) {
		throwErrno(OverflowError, 34, "Numerical result out of range")
	}
	return r
}

// complexRoot reports a power that is complex in Python: of a negative base to a fraction.
func complexRoot(a, b float64) bool {
	return a < 0 && !math.IsInf(a, 0) && !math.IsInf(b, 0) && b == b && b != math.Floor(b)
}

// pow is C's pow.
func pow(a, b float64) float64 {
	finite := !math.IsInf(a, 0) && !math.IsInf(b, 0) && a == a && b == b
	switch {
	case !finite || a == 0 || a == 1 || b == 0 || b == 1:
		return math.Pow(a, b)
	case a > 0:
		return powExact(a, b)
	case b != math.Floor(b):
		return math.NaN()
	case math.Mod(b, 2) == 0:
		return powExact(-a, b)
	}
	return -powExact(-a, b)
}

func throwErrno(class *ExcClass, errno int64, message string) {
	e := NewException(class, errno, message)
	e.capture(1)
	panic(e)
}

// FloatIsInteger is f.is_integer().
func FloatIsInteger(f float64) bool { return f == math.Floor(f) && !math.IsInf(f, 0) }
