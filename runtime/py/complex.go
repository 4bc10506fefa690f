package py

import "math"

// Complex is Python's complex. Products are rounded on their own, as CPython's are on every machine.
type Complex struct{ Re, Im float64 }

// MakeComplex is a complex number of its parts.
func MakeComplex(re, im float64) Complex { return Complex{re, im} }

// ComplexOfAny is complex(real, imag), each of any number.
func ComplexOfAny(re, im any) Complex {
	re = Box(re)
	if _, ok := re.(string); ok {
		throw(TypeError, "complex() can't take second arg if first is a string")
	}
	if _, ok := Box(im).(string); ok {
		throw(TypeError, "complex() second arg can't be a string")
	}
	r, i := complexPart("first argument must be a string or a number", re), complexPart("second argument must be a number", im)
	return Complex{r.Re - i.Im, r.Im + i.Re}
}

// ComplexOf1 is complex(v).
func ComplexOf1(v any) Complex {
	if s, ok := Box(v).(string); ok {
		return ComplexOfStr(s)
	}
	if o, ok := v.(asksClass); ok {
		if r, ok := o.special("__complex__"); ok {
			z, ok := r.(Complex)
			if !ok {
				throwf(TypeError, "__complex__ returned non-complex (type %s)", TypeName(r))
			}
			return z
		}
	}
	return complexPart("first argument must be a string or a number", Box(v))
}

func complexPart(want string, v any) Complex {
	z, ok := complexOf(v)
	if !ok {
		throwf(TypeError, "complex() %s, not '%s'", want, fullTypeName(v))
	}
	return z
}

// complexOf is a number as a complex one.
func complexOf(v any) (Complex, bool) {
	switch x := v.(type) {
	case Complex:
		return x, true
	case *Wide:
		return Complex{BigInt{wide: x}.Float(), 0}, true
	}
	f, ok := numberOf(v)
	return Complex{f, 0}, ok
}

// Real is z.real.
func (z Complex) Real() float64 { return z.Re }

// Imag is z.imag.
func (z Complex) Imag() float64 { return z.Im }

// Conjugate is z.conjugate().
func (z Complex) Conjugate() Complex { return Complex{z.Re, -z.Im} }

// Neg is -z.
func (z Complex) Neg() Complex { return Complex{-z.Re, -z.Im} }

// Pos is +z.
func (z Complex) Pos() Complex { return z }

// Abs is abs(z).
func (z Complex) Abs() float64 {
	r := hypot(z.Re, z.Im)
	if math.IsInf(r, 0) && !math.IsInf(z.Re, 0) && !math.IsInf(z.Im, 0) {
		throw(OverflowError, "absolute value too large")
	}
	return r
}

// hypot is the size of a complex number as the C library has it, which is not always the nearest float: the root with one step of
// correction by its remainder.
func hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	switch {
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Inf(1)
	case x != x || y != y:
		return math.NaN()
	case x < y:
		x, y = y, x
	}
	const small, huge, tiny = 0x1p-54, 0x1p+511, 0x1p-459
	switch {
	case y <= x*small:
		return x + y
	case x > huge:
		return correctedRoot(x*0x1p-600, y*0x1p-600) * 0x1p+600
	case y < tiny:
		return correctedRoot(x*0x1p+600, y*0x1p+600) * 0x1p-600
	}
	return correctedRoot(x, y)
}

// correctedRoot is the root of x² + y² for x ≥ y.
func correctedRoot(x, y float64) float64 {
	h := math.Sqrt(float64(x*x) + float64(y*y))
	var t1, t2 float64
	if h <= 2*y {
		delta := h - y
		t1 = float64(x * (2*delta - x))
		t2 = float64((delta - float64(2*(x-y))) * delta)
	} else {
		delta := h - x
		t1 = float64(2 * delta * (x - 2*y))
		t2 = float64((4*delta-y)*y) + float64(delta*delta)
	}
	return h - (t1+t2)/(2*h)
}

// Add is z + other.
func (z Complex) Add(other any) Complex { return z.operate("+", other, false) }

// Radd is other + z.
func (z Complex) Radd(other any) Complex { return z.operate("+", other, true) }

// Sub is z - other.
func (z Complex) Sub(other any) Complex { return z.operate("-", other, false) }

// Rsub is other - z.
func (z Complex) Rsub(other any) Complex { return z.operate("-", other, true) }

// Mul is z * other.
func (z Complex) Mul(other any) Complex { return z.operate("*", other, false) }

// Rmul is other * z.
func (z Complex) Rmul(other any) Complex { return z.operate("*", other, true) }

// Truediv is z / other.
func (z Complex) Truediv(other any) Complex { return z.operate("/", other, false) }

// Rtruediv is other / z.
func (z Complex) Rtruediv(other any) Complex { return z.operate("/", other, true) }

// Pow is z ** other.
func (z Complex) Pow(other any) Complex { return z.operate("**", other, false) }

// Rpow is other ** z.
func (z Complex) Rpow(other any) Complex { return z.operate("**", other, true) }

func (z Complex) operate(op string, other any, reflected bool) Complex {
	other = Box(other)
	r, ok := z.PyBinary(op, other, reflected)
	switch {
	case ok:
		return r.(Complex)
	case op == "**":
		op = "** or pow()"
	}
	if reflected {
		unsupported(op, other, z)
	}
	unsupported(op, z, other)
	return z
}

// PyBinary is the operators, with numbers of all kinds.
func (z Complex) PyBinary(op string, other any, reflected bool) (any, bool) {
	if other == nil {
		switch op {
		case "-":
			return z.Neg(), true
		case "+":
			return z, true
		case "abs":
			return z.Abs(), true
		}
		return nil, false
	}
	o, ok := complexOf(other)
	if !ok {
		return nil, false
	}
	if reflected {
		z, o = o, z
	}
	switch op {
	case "+":
		return Complex{z.Re + o.Re, z.Im + o.Im}, true
	case "-":
		return Complex{z.Re - o.Re, z.Im - o.Im}, true
	case "*":
		return z.times(o), true
	case "/":
		return z.over(o), true
	case "**":
		return z.power(o), true
	}
	return nil, false
}

func (z Complex) times(o Complex) Complex {
	return Complex{float64(z.Re*o.Re) - float64(z.Im*o.Im), float64(z.Re*o.Im) + float64(z.Im*o.Re)}
}

// over divides by the larger part of the divisor first, so that nothing overflows on the way.
func (z Complex) over(o Complex) Complex {
	re, im := math.Abs(o.Re), math.Abs(o.Im)
	switch {
	case re >= im && re == 0:
		throw(ZeroDivisionError, "complex division by zero")
	case re >= im:
		ratio := o.Im / o.Re
		by := o.Re + float64(o.Im*ratio)
		return Complex{(z.Re + float64(z.Im*ratio)) / by, (z.Im - float64(z.Re*ratio)) / by}
	case im >= re:
		ratio := o.Re / o.Im
		by := float64(o.Re*ratio) + o.Im
		return Complex{(float64(z.Re*ratio) + z.Im) / by, (float64(z.Im*ratio) - z.Re) / by}
	}
	return Complex{math.NaN(), math.NaN()}
}

// power multiplies for small whole exponents; others go by length and angle.
func (z Complex) power(o Complex) Complex {
	var p Complex
	if o.Im == 0 && o.Re == math.Floor(o.Re) && math.Abs(o.Re) <= 100 {
		p = z.wholePower(int(o.Re))
	} else {
		p = z.polarPower(o)
	}
	if math.IsInf(p.Re, 0) || math.IsInf(p.Im, 0) {
		throw(OverflowError, "complex exponentiation")
	}
	return p
}

func (z Complex) wholePower(n int) Complex {
	if n < 0 {
		if z == (Complex{}) {
			throw(ZeroDivisionError, "0.0 to a negative or complex power")
		}
		return Complex{1, 0}.over(z.wholePower(-n))
	}
	r := Complex{1, 0}
	for p := z; n > 0; n >>= 1 {
		if n&1 != 0 {
			r = r.times(p)
		}
		p = p.times(p)
	}
	return r
}

func (z Complex) polarPower(o Complex) Complex {
	switch {
	case o == Complex{}:
		return Complex{1, 0}
	case z == Complex{}:
		if o.Im != 0 || o.Re < 0 {
			throw(ZeroDivisionError, "0.0 to a negative or complex power")
		}
		return Complex{}
	}
	size := hypot(z.Re, z.Im)
	length := pow(size, o.Re)
	angle := math.Atan2(z.Im, z.Re)
	phase := angle * o.Re
	if o.Im != 0 {
		length /= MathExp(angle * o.Im)
		phase += float64(o.Im * MathLog(size))
	}
	return Complex{length * MathCos(phase), length * MathSin(phase)}
}

// PyTypeName is "complex".
func (Complex) PyTypeName() string { return "complex" }

// PyTruth is bool(z).
func (z Complex) PyTruth() bool { return z != Complex{} }

// PyEqual is z == other, of any number.
func (z Complex) PyEqual(other any) bool {
	if o, ok := other.(Complex); ok {
		return z == o
	}
	switch other.(type) {
	case int64, float64, bool, *Wide:
		return z.Im == 0 && equalAny(z.Re, other)
	}
	return false
}

// PyHash is that of the float for a number without an imaginary part.
func (z Complex) PyHash() int64 {
	h := hashFloat(z.Re) + 1000003*hashFloat(z.Im)
	if h == -1 {
		return -2
	}
	return h
}

// PyRepr is (1+2j), or 2j without a real part.
func (z Complex) PyRepr() string {
	if z.Re == 0 && !math.Signbit(z.Re) {
		return bareFloat(z.Im) + "j"
	}
	return "(" + bareFloat(z.Re) + signed(bareFloat(z.Im)) + "j)"
}

// bareFloat is the repr of a float without the ".0" of a whole one.
func bareFloat(f float64) string {
	s := Repr(f)
	if n := len(s); n > 2 && s[n-2:] == ".0" {
		return s[:n-2]
	}
	return s
}

func signed(number string) string {
	if number[0] == '-' {
		return number
	}
	return "+" + number
}

// PyGetAttr gives the parts.
func (z Complex) PyGetAttr(name string) (any, bool) {
	switch name {
	case "real":
		return z.Re, true
	case "imag":
		return z.Im, true
	}
	return nil, false
}

// PyCallMethod calls conjugate by name.
func (z Complex) PyCallMethod(name string, args []any) (any, bool) {
	if name != "conjugate" || len(args) != 0 {
		return nil, false
	}
	return z.Conjugate(), true
}
