package py

import (
	"math"
	"strconv"
	"strings"
)

// PyFormat is format(z, spec): the parts have the precision and the type, and the whole the width.
func (z Complex) PyFormat(spec string) string {
	if spec == "" {
		return z.PyRepr()
	}
	whole := parseSpec(spec, 0, '>', "complex")
	switch whole.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		unknownCode(whole.typ, "complex")
	}
	if whole.fill == "0" {
		throw(ValueError, "Zero padding is not allowed in complex format specifier")
	}
	if whole.align == '=' {
		throw(ValueError, "'=' alignment flag is not allowed in complex format specifier")
	}
	part := whole
	part.width, part.fill, part.align = 0, " ", 0
	re := part.complexPart(z.Re)
	part.sign = '+'
	im := part.complexPart(z.Im)
	switch {
	case whole.typ != 0:
		return whole.pad("", re+im+"j", '>')
	case z.Re == 0 && !math.Signbit(z.Re):
		part.sign = whole.sign
		return whole.pad("", part.complexPart(z.Im)+"j", '>')
	}
	return whole.pad("", "("+re+im+"j)", '>')
}

// complexPart is one part; without a type it has no ".0".
func (f formatSpec) complexPart(x float64) string {
	s := f.float(x)
	if f.typ == 0 && !f.alt {
		s = strings.TrimSuffix(s, ".0")
	}
	return s
}

// ComplexOfStr is complex(text).
func ComplexOfStr(text string) Complex {
	s := strings.TrimFunc(text, isSpace)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimFunc(s[1:len(s)-1], isSpace)
	}
	z, ok := parseComplex(s)
	if !ok {
		throw(ValueError, "complex() arg is a malformed string")
	}
	return z
}

// parseComplex reads 1.5, 2j, 1+2j, j and the like.
func parseComplex(s string) (z Complex, ok bool) {
	n := len(s)
	if n == 0 {
		return z, false
	}
	if c := s[n-1]; c != 'j' && c != 'J' {
		re, ok := parseFloat(s)
		return Complex{re, 0}, ok
	}
	s = s[:n-1]
	at := imaginaryStart(s)
	if at > 0 {
		if z.Re, ok = parseFloat(s[:at]); !ok {
			return z, false
		}
	}
	switch im := s[at:]; im {
	case "", "+":
		z.Im = 1
	case "-":
		z.Im = -1
	default:
		if z.Im, ok = parseFloat(im); !ok {
			return z, false
		}
	}
	return z, true
}

// imaginaryStart is where the imaginary part begins: at the last sign that belongs to no exponent.
func imaginaryStart(s string) int {
	for i := len(s) - 1; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' {
			return i
		}
	}
	return 0
}

// parseFloat is a float of digits as CPython's float() reads them.
func parseFloat(s string) (float64, bool) {
	if s == "" || strings.ContainsAny(s, "xXpP") || strings.TrimSpace(s) != s {
		return 0, false
	}
	if unsigned := strings.TrimLeft(s, "+-"); len(s)-len(unsigned) <= 1 && strings.EqualFold(unsigned, "nan") {
		return math.NaN(), true
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(f, 0) {
		return 0, false
	}
	return f, true
}
