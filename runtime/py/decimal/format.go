package pydecimal

import (
	"strings"
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// spec is a format specification.
type spec struct {
	fill      string
	align     byte
	sign      byte
	noNegZero bool // z
	alt       bool // #
	zeroPad   bool
	width     int
	comma     bool
	prec      int64 // -1: none
	typ       byte
}

func badSpec() { py.Throw(py.ValueError, "invalid format string") }

func parseSpec(s string) spec {
	f := spec{fill: " ", align: '>', sign: '-', prec: -1}
	given := false
	if r, n := utf8.DecodeRuneInString(s); n > 0 && len(s) > n && strings.IndexByte("<>=^", s[n]) >= 0 {
		f.fill, f.align, given, s = string(r), s[n], true, s[n+1:]
	} else if s != "" && strings.IndexByte("<>=^", s[0]) >= 0 {
		f.align, given, s = s[0], true, s[1:]
	}
	take := func(set string) byte {
		if s != "" && strings.IndexByte(set, s[0]) >= 0 {
			c := s[0]
			s = s[1:]
			return c
		}
		return 0
	}
	number := func() int {
		n := 0
		for s != "" && s[0] >= '0' && s[0] <= '9' {
			n = min(n*10+int(s[0]-'0'), 1<<27)
			s = s[1:]
		}
		return n
	}
	if c := take("+- "); c != 0 {
		f.sign = c
	}
	f.noNegZero = take("z") != 0
	f.alt = take("#") != 0
	if take("0") != 0 {
		if given {
			badSpec()
		}
		f.zeroPad, f.fill, f.align = true, "0", '='
	}
	f.width = number()
	f.comma = take(",") != 0
	if take(".") != 0 {
		if s == "" || s[0] < '0' || s[0] > '9' {
			badSpec()
		}
		f.prec = int64(number())
	}
	f.typ = take("eEfFgGn%")
	if s != "" || f.typ == 'n' && f.comma {
		badSpec()
	}
	if f.typ == 'n' {
		f.typ = 'g'
	}
	return f
}

// PyFormat is format(d, spec). It rounds as the context says.
func (d *Decimal) PyFormat(text string) string {
	if text == "" {
		return d.String()
	}
	f := parseSpec(text)
	if f.typ == 0 {
		f.typ = 'G'
	}
	if d.isSpecial() {
		body := d.CopyAbs().String()
		if f.typ == '%' {
			body += "%"
		}
		if f.zeroPad { // no zeros before a name
			f.fill, f.align = " ", '>'
		}
		return f.pad(f.signOf(d.neg), body)
	}
	if f.typ == '%' {
		d = finiteOf(d.neg, d.coef, d.exp+2)
	}
	d = f.round(d)
	neg := d.neg
	if f.noNegZero && d.isZero() {
		neg = false
	}
	s := d.coef.String()
	left := d.exp + int64(len(s))
	dot := int64(1)
	switch f.typ {
	case 'e', 'E':
		if d.isZero() && f.prec >= 0 {
			dot = 1 - f.prec
		}
	case 'f', 'F', '%':
		dot = left
	default:
		if d.exp <= 0 && left > -6 {
			dot = left
		}
	}
	whole, fraction := split(s, dot)
	return f.number(neg, whole, fraction, left-dot)
}

// round gives d the precision.
func (f spec) round(d *Decimal) *Decimal {
	mode := Getcontext().Rounding()
	if f.prec >= 0 {
		switch f.typ {
		case 'e', 'E':
			d = d.roundTo(f.prec+1, mode)
		case 'f', 'F', '%':
			d = d.rescale(-f.prec, mode)
		default:
			if digits(d.coef) > max(f.prec, 1) {
				d = d.roundTo(max(f.prec, 1), mode)
			}
		}
	}
	if d.isZero() && d.exp > 0 && (f.typ == 'f' || f.typ == 'F' || f.typ == '%') {
		return d.rescale(0, mode)
	}
	return d
}

// roundTo gives a number n digits.
func (d *Decimal) roundTo(n int64, mode string) *Decimal {
	if d.isZero() {
		return d
	}
	out := d.rescale(d.adjusted()+1-n, mode)
	if out.adjusted() != d.adjusted() {
		out = out.rescale(out.adjusted()+1-n, mode)
	}
	return out
}

func (f spec) signOf(neg bool) string {
	switch {
	case neg:
		return "-"
	case f.sign == '+' || f.sign == ' ':
		return string(f.sign)
	}
	return ""
}

// number writes a number whose digits are split at the point.
func (f spec) number(neg bool, whole, fraction string, exp int64) string {
	sign := f.signOf(neg)
	if fraction != "" || f.alt {
		fraction = "." + fraction
	}
	if exp != 0 || f.typ == 'e' || f.typ == 'E' {
		e := "e"
		if f.typ == 'E' || f.typ == 'G' {
			e = "E"
		}
		fraction += e + signed(exp)
	}
	if f.typ == '%' {
		fraction += "%"
	}
	room := 0
	if f.zeroPad {
		room = f.width - len(fraction) - len(sign)
	}
	return f.pad(sign, f.group(whole, room)+fraction)
}

// group puts commas between thousands and zeros in front, up to a width.
func (f spec) group(whole string, width int) string {
	if !f.comma {
		if n := width - len(whole); n > 0 {
			return strings.Repeat("0", n) + whole
		}
		return whole
	}
	var groups []string
	for {
		n := min(max(len(whole), width, 1), 3)
		take := min(n, len(whole))
		groups = append([]string{strings.Repeat("0", n-take) + whole[len(whole)-take:]}, groups...)
		whole = whole[:len(whole)-take]
		width -= n
		if whole == "" && width <= 0 {
			return strings.Join(groups, ",")
		}
		width--
	}
}

func (f spec) pad(sign, body string) string {
	n := max(f.width-len(sign)-len(body), 0)
	switch f.align {
	case '<':
		return sign + body + strings.Repeat(f.fill, n)
	case '=':
		return sign + strings.Repeat(f.fill, n) + body
	case '^':
		return strings.Repeat(f.fill, n/2) + sign + body + strings.Repeat(f.fill, n-n/2)
	}
	return strings.Repeat(f.fill, n) + sign + body
}
