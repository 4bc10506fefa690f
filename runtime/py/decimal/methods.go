package pydecimal

import (
	"math/big"

	"github.com/dstreamc/dstreamc/runtime/py"
	"github.com/dstreamc/dstreamc/runtime/py/bigint"
)

// operand is the other side of an operator: a Decimal or an int. Nil for others.
func operand(v any) *Decimal {
	switch v := v.(type) {
	case *Decimal:
		return v
	case int64:
		return fromInt(v)
	case *py.Wide:
		return fromBig(py.AsBig(v))
	case bool:
		return fromInt(py.AsInt(v))
	}
	return nil
}

// argument is an argument of a method, which raises TypeError for what is no Decimal or int.
func argument(v any) *Decimal {
	d := operand(py.Box(v))
	if d == nil {
		py.Throw(py.TypeError, "conversion from "+py.TypeName(py.Box(v))+" to Decimal is not supported")
	}
	return d
}

func (d *Decimal) binary(op string, other any, reflected bool) *Decimal {
	r, ok := d.PyBinary(op, py.Box(other), reflected)
	if !ok {
		l, r := any(d), py.Box(other)
		if reflected {
			l, r = r, l
		}
		name := op
		if op == "**" {
			name = "** or pow()"
		}
		py.Unsupported(name, l, r)
	}
	return r.(*Decimal)
}

// Add is d + other; and so the others. Other is a Decimal or an int.
func (d *Decimal) Add(other any) *Decimal { return d.binary("+", other, false) }

// Radd is other + d; and so the others.
func (d *Decimal) Radd(other any) *Decimal { return d.binary("+", other, true) }

// Sub is d - other.
func (d *Decimal) Sub(other any) *Decimal { return d.binary("-", other, false) }

// Rsub is other - d.
func (d *Decimal) Rsub(other any) *Decimal { return d.binary("-", other, true) }

// Mul is d * other.
func (d *Decimal) Mul(other any) *Decimal { return d.binary("*", other, false) }

// Rmul is other * d.
func (d *Decimal) Rmul(other any) *Decimal { return d.binary("*", other, true) }

// Truediv is d / other.
func (d *Decimal) Truediv(other any) *Decimal { return d.binary("/", other, false) }

// Rtruediv is other / d.
func (d *Decimal) Rtruediv(other any) *Decimal { return d.binary("/", other, true) }

// Floordiv is d // other.
func (d *Decimal) Floordiv(other any) *Decimal { return d.binary("//", other, false) }

// Rfloordiv is other // d.
func (d *Decimal) Rfloordiv(other any) *Decimal { return d.binary("//", other, true) }

// Mod is d % other.
func (d *Decimal) Mod(other any) *Decimal { return d.binary("%", other, false) }

// Rmod is other % d.
func (d *Decimal) Rmod(other any) *Decimal { return d.binary("%", other, true) }

// Pow is d ** other.
func (d *Decimal) Pow(other any) *Decimal { return d.binary("**", other, false) }

// Rpow is other ** d.
func (d *Decimal) Rpow(other any) *Decimal { return d.binary("**", other, true) }

// Divmod is divmod(d, other).
func (d *Decimal) Divmod(other any) py.Tuple2[*Decimal, *Decimal] {
	o, c := argument(other), Getcontext()
	return py.T2(d.floorDiv(o, c), d.rem(o, c))
}

// Neg is -d, Pos +d, and Abs abs(d): all round to the context.
func (d *Decimal) Neg() *Decimal { return d.minus(Getcontext()) }

// Pos is +d.
func (d *Decimal) Pos() *Decimal { return d.plus(Getcontext()) }

// Abs is abs(d).
func (d *Decimal) Abs() *Decimal {
	if d.neg {
		return d.Neg()
	}
	return d.Pos()
}

// Round is round(d): an int, halves go to the even one. It raises OverflowError and ValueError.
func (d *Decimal) Round() int64 { return d.toInt(RoundHalfEven) }

// BigRound is round(d), of any size.
func (d *Decimal) BigRound() py.BigInt { return d.toBig(RoundHalfEven) }

// RoundTo is round(d, ndigits): a Decimal.
func (d *Decimal) RoundTo(ndigits int64) *Decimal {
	return d.quantize(finiteOf(false, one, -ndigits), RoundHalfEven, Getcontext())
}

func (d *Decimal) toBig(mode string) py.BigInt {
	switch {
	case d.isNaN():
		py.Throw(py.ValueError, "cannot convert NaN to integer")
	case d.form == infinite:
		py.Throw(py.OverflowError, "cannot convert Infinity to integer")
	}
	q, _ := drop(d.coef, -d.exp, mode, d.neg)
	if d.neg {
		q = new(big.Int).Neg(q)
	}
	return bigint.FromBig(new(big.Int).Set(q))
}

// toInt is toBig in a program whose ints have 64 bits.
func (d *Decimal) toInt(mode string) int64 {
	if d.form == finite && d.exp > 20 && !d.isZero() {
		py.Throw(py.OverflowError, "int too large to convert")
	}
	n, ok := d.toBig(mode).Small()
	if !ok {
		py.Throw(py.OverflowError, "int too large to convert")
	}
	return n
}

// PyBig is int(d), of any size.
func (d *Decimal) PyBig() py.BigInt { return d.toBig(RoundDown) }

// BigFloor is math.floor(d), of any size, and BigCeil math.ceil(d).
func (d *Decimal) BigFloor() py.BigInt { return d.toBig(RoundFloor) }

// BigCeil is math.ceil(d), of any size.
func (d *Decimal) BigCeil() py.BigInt { return d.toBig(RoundCeiling) }

// Floor is math.floor(d), Ceil math.ceil(d).
func (d *Decimal) Floor() int64 { return d.toInt(RoundFloor) }

// Ceil is math.ceil(d).
func (d *Decimal) Ceil() int64 { return d.toInt(RoundCeiling) }

// Quantize is d.quantize(exp, rounding=…).
func (d *Decimal) Quantize(exp any, rounding py.Opt[string], context py.Opt[*Context]) *Decimal {
	c := context.Or(Getcontext())
	mode := rounding.Or(c.Rounding())
	if rounding.Ok {
		c = c.Copy()
		c.SetRounding(mode)
	}
	return d.quantize(argument(exp), mode, c)
}

func (d *Decimal) quantize(e *Decimal, mode string, c *Context) *Decimal {
	if n := nanOf(c, d, e); n != nil {
		return n.fix(c)
	}
	if e.form == infinite || d.form == infinite {
		if e.form != d.form {
			invalid()
		}
		return d
	}
	if e.exp < c.etiny() || e.exp > c.Emax() {
		invalid()
	}
	if d.isZero() {
		return finiteOf(d.neg, zero, e.exp).fix(c)
	}
	if a := d.adjusted(); a > c.Emax() || a-e.exp+1 > c.Prec() {
		invalid()
	}
	out := d.rescale(e.exp, mode)
	if out.adjusted() > c.Emax() || digits(out.coef) > c.Prec() {
		invalid()
	}
	return out.fix(c)
}

// Normalize is d.normalize(): without zeros at the end.
func (d *Decimal) Normalize() *Decimal {
	c := Getcontext()
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	d = d.fix(c)
	switch {
	case d.form == infinite:
		return d
	case d.isZero():
		return finiteOf(d.neg, zero, 0)
	}
	top := c.Emax()
	if c.Clamp() == 1 {
		top -= c.Prec() - 1
	}
	return strip(d, top)
}

// ToIntegralValue is d.to_integral_value(rounding).
func (d *Decimal) ToIntegralValue(rounding py.Opt[string]) *Decimal {
	c := Getcontext()
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	if d.form != finite || d.exp >= 0 {
		return d
	}
	return d.rescale(0, rounding.Or(c.Rounding()))
}

// Compare is d.compare(other): -1, 0, 1 or NaN as a Decimal.
func (d *Decimal) Compare(other any) *Decimal {
	o := argument(other)
	if n := nanOf(Getcontext(), d, o); n != nil {
		return n
	}
	return fromInt(int64(d.compare(o)))
}

// Max is d.max(other), Min d.min(other): a number is preferred to a NaN.
func (d *Decimal) Max(other any) *Decimal { return d.extreme(argument(other), 1) }

// Min is d.min(other).
func (d *Decimal) Min(other any) *Decimal { return d.extreme(argument(other), -1) }

func (d *Decimal) extreme(o *Decimal, sign int) *Decimal {
	c := Getcontext()
	switch {
	case d.form == signalNaN || o.form == signalNaN:
		invalid()
	case d.isNaN() && o.isNaN():
		return d.fix(c)
	case d.isNaN():
		return o.fix(c)
	case o.isNaN():
		return d.fix(c)
	}
	order := d.compare(o)
	if order == 0 {
		order = d.total(o)
	}
	if order*sign >= 0 {
		return d.fix(c)
	}
	return o.fix(c)
}

// total orders equal numbers by sign and exponent.
func (d *Decimal) total(o *Decimal) int {
	order := 0
	switch {
	case d.neg != o.neg:
		if d.neg {
			return -1
		}
		return 1
	case d.exp < o.exp:
		order = -1
	case d.exp > o.exp:
		order = 1
	}
	if d.neg {
		return -order
	}
	return order
}

// Adjusted is d.adjusted(): the exponent of the first digit.
func (d *Decimal) Adjusted() int64 { return d.adjusted() }

// CopyAbs is d.copy_abs(), CopyNegate d.copy_negate(): neither rounds.
func (d *Decimal) CopyAbs() *Decimal { return &Decimal{d.form, false, d.coef, d.exp} }

// CopyNegate is d.copy_negate().
func (d *Decimal) CopyNegate() *Decimal { return d.negated() }

// CopySign is d.copy_sign(other).
func (d *Decimal) CopySign(other any) *Decimal {
	return &Decimal{d.form, argument(other).neg, d.coef, d.exp}
}

// IsFinite is d.is_finite(); and so the others.
func (d *Decimal) IsFinite() bool { return d.form == finite }

// IsInfinite is d.is_infinite().
func (d *Decimal) IsInfinite() bool { return d.form == infinite }

// IsNan is d.is_nan().
func (d *Decimal) IsNan() bool { return d.isNaN() }

// IsSigned is d.is_signed().
func (d *Decimal) IsSigned() bool { return d.neg }

// IsZero is d.is_zero().
func (d *Decimal) IsZero() bool { return d.isZero() }

// SameQuantum is d.same_quantum(other): whether the exponents are equal.
func (d *Decimal) SameQuantum(other any) bool {
	o := argument(other)
	if d.isSpecial() || o.isSpecial() {
		return d.isNaN() && o.isNaN() || d.form == infinite && o.form == infinite
	}
	return d.exp == o.exp
}

// Scaleb is d.scaleb(other): other is added to the exponent.
func (d *Decimal) Scaleb(other any) *Decimal {
	o, c := argument(other), Getcontext()
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	if o.form != finite || o.exp != 0 || !o.coef.IsInt64() || o.coef.Int64() > 2*(c.Emax()+c.Prec()) {
		invalid()
	}
	if d.form == infinite {
		return d
	}
	return finiteOf(d.neg, d.coef, d.exp+o.toInt(RoundDown)).fix(c)
}

// Fma is d.fma(factor, term): d * factor + term, rounded once.
func (d *Decimal) Fma(factor, term any) *Decimal {
	f, t, c := argument(factor), argument(term), Getcontext()
	if d.isSpecial() || f.isSpecial() {
		return d.mul(f, c).add(t, c)
	}
	return finiteOf(d.neg != f.neg, new(big.Int).Mul(d.coef, f.coef), d.exp+f.exp).add(t, c)
}

// RemainderNear is d.remainder_near(other): the remainder of the nearest whole quotient.
func (d *Decimal) RemainderNear(other any) *Decimal {
	o, c := argument(other), Getcontext()
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	switch {
	case d.form == infinite:
		invalid()
	case o.isZero() && d.isZero():
		signal(invalidOperation, divisionUndefined)
	case o.isZero():
		invalid()
	case o.form == infinite:
		return d.fix(c)
	}
	q, r := d.quoRem(o, c)
	twice := finiteOf(false, new(big.Int).Lsh(r.coef, 1), r.exp)
	if order := twice.compare(o.CopyAbs()); order > 0 || order == 0 && q.coef.Bit(0) == 1 {
		exact := NewContext(py.Some(MaxPrec), py.Opt[string]{}, py.Some(MinEmin), py.Some(MaxEmax), py.Opt[int64]{}, py.Opt[int64]{})
		step := o.CopyAbs()
		if !d.neg {
			step = step.negated()
		}
		r = r.add(step, exact)
	}
	return r.fix(c)
}

// ToEngString is d.to_eng_string().
func (d *Decimal) ToEngString() string { return d.text(true) }

// AsIntegerRatio is d.as_integer_ratio(); it raises OverflowError for what has no 64-bit form.
func (d *Decimal) AsIntegerRatio() py.Tuple2[int64, int64] {
	r := d.BigIntegerRatio()
	n, ok1 := r.V0.Small()
	m, ok2 := r.V1.Small()
	if !ok1 || !ok2 {
		py.Throw(py.OverflowError, "int too large to convert")
	}
	return py.T2(n, m)
}

// BigIntegerRatio is d.as_integer_ratio(), of any size.
func (d *Decimal) BigIntegerRatio() py.Tuple2[py.BigInt, py.BigInt] {
	switch {
	case d.isNaN():
		py.Throw(py.ValueError, "cannot convert NaN to integer ratio")
	case d.form == infinite:
		py.Throw(py.OverflowError, "cannot convert Infinity to integer ratio")
	}
	r := d.rat()
	return py.T2(bigint.FromBig(r.Num()), bigint.FromBig(r.Denom()))
}

// rat is the exact value of a finite number.
func (d *Decimal) rat() *big.Rat {
	n := new(big.Int).Set(d.coef)
	if d.neg {
		n.Neg(n)
	}
	if d.exp >= 0 {
		return new(big.Rat).SetInt(n.Mul(n, power10(d.exp)))
	}
	return new(big.Rat).SetFrac(n, power10(-d.exp))
}

// DecimalTuple is decimal.DecimalTuple, the parts of a number.
type DecimalTuple struct {
	sign     int64
	digits   *py.TupleOf[int64]
	exponent any
}

// AsTuple is d.as_tuple().
func (d *Decimal) AsTuple() *DecimalTuple {
	t := &DecimalTuple{digits: py.NewTupleOf[int64](), exponent: d.exp}
	if d.neg {
		t.sign = 1
	}
	text := d.coef.String()
	if d.isSpecial() {
		t.exponent = map[form]string{infinite: "F", quietNaN: "n", signalNaN: "N"}[d.form]
		if d.isNaN() && text == "0" {
			return t
		}
	}
	list := make([]int64, len(text))
	for i := range text {
		list[i] = int64(text[i] - '0')
	}
	t.digits = py.NewTupleOf(list...)
	return t
}

// Sign is t.sign.
func (t *DecimalTuple) Sign() int64 { return t.sign }

// Digits is t.digits.
func (t *DecimalTuple) Digits() *py.TupleOf[int64] { return t.digits }

// Exponent is t.exponent: an int, or a letter for infinities and NaNs.
func (t *DecimalTuple) Exponent() any { return t.exponent }

// PyTypeName is "DecimalTuple".
func (t *DecimalTuple) PyTypeName() string { return "DecimalTuple" }

// PyModule is "decimal".
func (*DecimalTuple) PyModule() string { return "decimal" }

// PyRepr is DecimalTuple(sign=0, digits=(1,), exponent=0).
func (t *DecimalTuple) PyRepr() string {
	return "DecimalTuple(sign=" + py.Repr(t.sign) + ", digits=" + py.Repr(t.digits) + ", exponent=" + py.Repr(t.exponent) + ")"
}

// PyEqual compares the parts.
func (t *DecimalTuple) PyEqual(other any) bool {
	o, ok := other.(*DecimalTuple)
	return ok && t.PyRepr() == o.PyRepr()
}
