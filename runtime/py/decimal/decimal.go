package pydecimal

import (
	"math/big"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
	"github.com/dstreamc/dstreamc/runtime/py/bigint"
)

// form says what a Decimal is.
type form uint8

const (
	finite form = iota
	infinite
	quietNaN
	signalNaN
)

// Decimal is decimal.Decimal: (-1)^neg * coef * 10^exp. It is never changed once it is made. Of a NaN, coef is the
// diagnostic number behind its name.
type Decimal struct {
	form form
	neg  bool
	coef *big.Int // not negative
	exp  int64
}

var (
	zero = big.NewInt(0)
	one  = big.NewInt(1)
	two  = big.NewInt(2)
	five = big.NewInt(5)
	ten  = big.NewInt(10)
)

// powers are the first powers of ten.
var powers = func() (p [64]*big.Int) {
	p[0] = one
	for i := 1; i < len(p); i++ {
		p[i] = new(big.Int).Mul(p[i-1], ten)
	}
	return p
}()

// power10 is 10^n, which nobody may change.
func power10(n int64) *big.Int {
	if n < int64(len(powers)) {
		return powers[n]
	}
	return new(big.Int).Exp(ten, big.NewInt(n), nil)
}

// digits is how many digits n has; 0 has one.
func digits(n *big.Int) int64 {
	if n.Sign() == 0 {
		return 1
	}
	guess := int64(float64(n.BitLen()-1) * 0.30102999566398120)
	if n.CmpAbs(power10(guess)) >= 0 {
		guess++
	}
	if n.CmpAbs(power10(guess)) >= 0 {
		guess++
	}
	return guess
}

func finiteOf(neg bool, coef *big.Int, exp int64) *Decimal {
	return &Decimal{neg: neg, coef: coef, exp: exp}
}

func infinity(neg bool) *Decimal { return &Decimal{form: infinite, neg: neg, coef: zero} }

func nan() *Decimal { return &Decimal{form: quietNaN, coef: zero} }

func fromInt(n int64) *Decimal {
	b := big.NewInt(n)
	return finiteOf(n < 0, b.Abs(b), 0)
}

func fromBig(n py.BigInt) *Decimal {
	b := bigint.ToBig(n)
	return finiteOf(b.Sign() < 0, new(big.Int).Abs(b), 0)
}

func (d *Decimal) isZero() bool    { return d.form == finite && d.coef.Sign() == 0 }
func (d *Decimal) isNaN() bool     { return d.form >= quietNaN }
func (d *Decimal) isSpecial() bool { return d.form != finite }

// adjusted is the exponent of the first digit.
func (d *Decimal) adjusted() int64 {
	if d.form != finite {
		return 0
	}
	return d.exp + digits(d.coef) - 1
}

// isInteger reports a finite number without a fraction.
func (d *Decimal) isInteger() bool {
	if d.form != finite {
		return false
	}
	if d.exp >= 0 || d.coef.Sign() == 0 {
		return true
	}
	if -d.exp >= digits(d.coef) {
		return false
	}
	return new(big.Int).Rem(d.coef, power10(-d.exp)).Sign() == 0
}

// NewDecimal is Decimal(value): of a str, an int, a float, a tuple of sign, digits and exponent, or a Decimal.
// It is exact: no precision limits it. It raises InvalidOperation, ValueError and TypeError.
func NewDecimal(value any) *Decimal {
	switch v := py.Box(value).(type) {
	case *Decimal:
		return v
	case int64:
		return fromInt(v)
	case *py.Wide:
		return fromBig(py.AsBig(v))
	case bool:
		return fromInt(py.AsInt(v))
	case float64:
		return DecimalFromFloat(v)
	case string:
		d, ok := parse(v)
		if !ok {
			signal(invalidOperation, conversionSyntax)
		}
		return d
	case *DecimalTuple:
		return fromParts(v.sign, v.digits, v.exponent)
	case interface{ PyLen() int64 }:
		return fromSequence(v)
	default:
		py.Throw(py.TypeError, "conversion from "+py.TypeName(v)+" to Decimal is not supported")
		return nil
	}
}

func fromSequence(v any) *Decimal {
	var parts []any
	for x := range py.Elems(v) {
		parts = append(parts, x)
	}
	switch py.TypeName(v) {
	case "tuple", "list":
	default:
		py.Throw(py.TypeError, "conversion from "+py.TypeName(v)+" to Decimal is not supported")
	}
	if len(parts) != 3 {
		py.Throw(py.ValueError, "argument must be a sequence of length 3")
	}
	sign, ok := parts[0].(int64)
	if !ok || sign != 0 && sign != 1 {
		py.Throw(py.ValueError, "sign must be an integer with the value 0 or 1")
	}
	digits := py.NewTupleOf[int64]()
	for x := range py.Elems(parts[1]) {
		n, ok := x.(int64)
		if !ok || n < 0 || n > 9 {
			py.Throw(py.ValueError, "coefficient must be a tuple of digits")
		}
		digits = digits.Add(py.NewTupleOf(n))
	}
	return fromParts(sign, digits, parts[2])
}

// fromParts makes the number of a DecimalTuple.
func fromParts(sign int64, list *py.TupleOf[int64], exponent any) *Decimal {
	coef := new(big.Int)
	for _, n := range list.Raw() {
		coef.Add(coef.Mul(coef, ten), big.NewInt(n))
	}
	d := &Decimal{neg: sign == 1, coef: coef}
	switch e := exponent.(type) {
	case int64:
		d.exp = e
		return d
	case string:
		switch e {
		case "F":
			return infinity(d.neg)
		case "n":
			d.form = quietNaN
			return d
		case "N":
			d.form = signalNaN
			return d
		}
		py.Throw(py.ValueError, "string argument in the third position must be 'F', 'n' or 'N'")
	}
	py.Throw(py.ValueError, "exponent must be an integer")
	return nil
}

// DecimalFromFloat is Decimal.from_float(f): the exact value of the float.
func DecimalFromFloat(f float64) *Decimal {
	switch {
	case f != f:
		return nan()
	case f > maxFloat || f < -maxFloat:
		return infinity(f < 0)
	}
	r := new(big.Rat).SetFloat64(f)
	neg := r.Sign() < 0 || f == 0 && 1/f < 0
	num := new(big.Int).Abs(r.Num())
	k := int64(r.Denom().BitLen() - 1) // the denominator is 2^k
	num.Mul(num, new(big.Int).Exp(five, big.NewInt(k), nil))
	return finiteOf(neg, num, -k)
}

const maxFloat = 0x1p1023 * (1 + (1 - 0x1p-52))

// parse reads a number as Decimal("…") takes it.
func parse(text string) (*Decimal, bool) {
	s := strings.ReplaceAll(py.StrStrip(text), "_", "")
	d := &Decimal{coef: new(big.Int)}
	if s != "" && (s[0] == '-' || s[0] == '+') {
		d.neg = s[0] == '-'
		s = s[1:]
	}
	lower := strings.ToLower(s)
	switch {
	case lower == "inf" || lower == "infinity":
		d.form = infinite
		return d, true
	case strings.HasPrefix(lower, "nan"):
		d.form = quietNaN
		return d, d.payload(s[3:])
	case strings.HasPrefix(lower, "snan"):
		d.form = signalNaN
		return d, d.payload(s[4:])
	}
	mantissa, exponent := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent = s[:i], s[i+1:]
		if exponent == "" || !d.exponent(exponent) {
			return nil, false
		}
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	all := whole + fraction
	if all == "" || !onlyDigits(all) {
		return nil, false
	}
	d.coef.SetString(all, 10)
	d.exp -= int64(len(fraction))
	return d, true
}

func (d *Decimal) payload(s string) bool {
	if s == "" {
		return true
	}
	if !onlyDigits(s) {
		return false
	}
	d.coef.SetString(s, 10)
	return true
}

func (d *Decimal) exponent(s string) bool {
	number := strings.TrimLeft(s[1:], "0")
	if s[0] != '-' && s[0] != '+' {
		number = strings.TrimLeft(s, "0")
		s = "+" + s
	}
	if len(s) < 2 || !onlyDigits(s[1:]) || len(number) > 18 {
		return false
	}
	for _, c := range number {
		d.exp = d.exp*10 + int64(c-'0')
	}
	if s[0] == '-' {
		d.exp = -d.exp
	}
	return true
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// String is str(d).
func (d *Decimal) String() string { return d.text(false) }

// text is the number as scientific or engineering notation writes it.
func (d *Decimal) text(engineering bool) string {
	sign := ""
	if d.neg {
		sign = "-"
	}
	if d.form != finite {
		name := map[form]string{infinite: "Infinity", quietNaN: "NaN", signalNaN: "sNaN"}[d.form]
		if d.isNaN() && d.coef.Sign() != 0 {
			name += d.coef.String()
		}
		return sign + name
	}
	s := d.coef.String()
	left := d.exp + int64(len(s))
	dot := int64(1)
	switch {
	case d.exp <= 0 && left > -6:
		dot = left
	case !engineering:
	case s == "0":
		dot = mod(left+1, 3) - 1
	default:
		dot = mod(left-1, 3) + 1
	}
	whole, fraction := split(s, dot)
	if fraction != "" {
		fraction = "." + fraction
	}
	if left != dot {
		fraction += "E" + signed(left-dot)
	}
	return sign + whole + fraction
}

// split puts the decimal point behind the first dot digits.
func split(s string, dot int64) (whole, fraction string) {
	switch n := int64(len(s)); {
	case dot <= 0:
		return "0", strings.Repeat("0", int(-dot)) + s
	case dot >= n:
		return s + strings.Repeat("0", int(dot-n)), ""
	}
	return s[:dot], s[dot:]
}

func mod(a, b int64) int64 { return (a%b + b) % b }

func signed(n int64) string {
	s := py.Str(n)
	if n >= 0 {
		s = "+" + s
	}
	return s
}
