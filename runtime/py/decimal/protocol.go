package pydecimal

import (
	"math"
	"math/big"
	"strconv"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// PyTypeName is "decimal.Decimal".
func (d *Decimal) PyTypeName() string { return "decimal.Decimal" }

// PyMessageName is the name in messages of operators.
func (d *Decimal) PyMessageName() string { return "decimal.Decimal" }

// PyStr is str(d).
func (d *Decimal) PyStr() string { return d.String() }

// PyRepr is Decimal('1.5').
func (d *Decimal) PyRepr() string { return "Decimal('" + d.String() + "')" }

// PyTruth is bool(d).
func (d *Decimal) PyTruth() bool { return !d.isZero() }

// PyInt is int(d).
func (d *Decimal) PyInt() int64 { return d.toInt(RoundDown) }

// PyFloat is float(d): the nearest one.
func (d *Decimal) PyFloat() float64 {
	switch d.form {
	case infinite:
		if d.neg {
			return math.Inf(-1)
		}
		return math.Inf(1)
	case signalNaN:
		py.Throw(py.ValueError, "cannot convert signaling NaN to float")
	case quietNaN:
		return math.NaN()
	}
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

// PyRound is round(d) and round(d, ndigits).
func (d *Decimal) PyRound(ndigits py.Opt[int64]) any {
	if ndigits.Ok {
		return d.RoundTo(ndigits.V)
	}
	return d.BigRound().Grown()
}

// number is what an operand of a comparison is worth; nil for what is no number.
func number(v any) *Decimal {
	if f, ok := v.(float64); ok {
		return DecimalFromFloat(f)
	}
	return operand(v)
}

// PyEqual is d == other, of any number.
func (d *Decimal) PyEqual(other any) bool {
	o := number(other)
	if o == nil {
		return false
	}
	if d.form == signalNaN || o.form == signalNaN {
		invalid()
	}
	return !d.isNaN() && !o.isNaN() && d.compare(o) == 0
}

// PyCompare orders numbers; a NaN raises InvalidOperation.
func (d *Decimal) PyCompare(other any) (int, bool) {
	o := number(other)
	if o == nil {
		return 0, false
	}
	if d.isNaN() || o.isNaN() {
		invalid()
	}
	return d.compare(o), true
}

// hashModulus is that of the hash of all numbers in CPython.
var hashModulus = new(big.Int).SetUint64(1<<61 - 1)

// PyHash is hash(d), which is that of an equal int or float.
func (d *Decimal) PyHash() int64 {
	switch {
	case d.form == signalNaN:
		py.Throw(py.TypeError, "Cannot hash a signaling NaN value.")
	case d.form == quietNaN:
		return py.Id(d) >> 4
	case d.form == infinite && d.neg:
		return -314159
	case d.form == infinite:
		return 314159
	}
	h := new(big.Int).Exp(ten, big.NewInt(d.exp), hashModulus) // of a negative exponent: the inverse
	h.Mod(h.Mul(h, d.coef), hashModulus)
	n := h.Int64()
	if d.neg {
		n = -n
	}
	if n == -1 {
		return -2
	}
	return n
}

// PyBinary is the operators, with ints and Decimals.
func (d *Decimal) PyBinary(op string, other any, reflected bool) (any, bool) {
	c := Getcontext()
	if other == nil {
		switch op {
		case "-":
			return d.minus(c), true
		case "+":
			return d.plus(c), true
		case "abs":
			return d.Abs(), true
		}
		return nil, false
	}
	o := operand(other)
	if o == nil {
		return nil, false
	}
	if reflected {
		d, o = o, d
	}
	switch op {
	case "+":
		return d.add(o, c), true
	case "-":
		return d.sub(o, c), true
	case "*":
		return d.mul(o, c), true
	case "/":
		return d.div(o, c), true
	case "//":
		return d.floorDiv(o, c), true
	case "%":
		return d.rem(o, c), true
	case "**":
		return d.pow(o, c), true
	case "divmod":
		return py.T2(d.floorDiv(o, c), d.rem(o, c)), true
	}
	return nil, false
}
