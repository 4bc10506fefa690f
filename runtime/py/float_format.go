package py

import (
	"math"
	"strconv"
	"strings"
)

// digitsOfFloat writes x as C's printf does for e, f and g (and E, F, G), or as repr for 'r'. With alt there is always a point, and g
// keeps its zeros; dot0 makes g show what could be read as an int with ".0", and choose the exponent like repr.
func digitsOfFloat(x float64, typ byte, prec int, alt, dot0 bool) string {
	upper := typ >= 'A' && typ <= 'Z'
	if upper {
		typ += 'a' - 'A'
	}
	var s string
	switch {
	case x != x:
		s = "nan"
	case math.IsInf(x, 0):
		s = infinity(x)
	case typ == 'r':
		s = FormatFloat(x)
		if alt {
			s = withPoint(s)
		}
	case typ == 'g':
		s = general(x, max(prec, 1), alt, dot0)
	default:
		s = strconv.FormatFloat(x, typ, prec, 64)
		if alt && prec == 0 {
			s = withPoint(s)
		}
	}
	if upper {
		return strings.ToUpper(s)
	}
	return s
}

// general is the g format with prec significant digits.
func general(x float64, prec int, alt, dot0 bool) string {
	e := strconv.FormatFloat(x, 'e', prec-1, 64)
	at := strings.IndexByte(e, 'e')
	mantissa := e[:at]
	exponent, _ := strconv.Atoi(e[at+1:])
	limit := prec
	if dot0 {
		limit--
	}
	if exponent < -4 || exponent >= limit {
		if !alt {
			mantissa = trimZeros(mantissa)
		} else if prec == 1 {
			mantissa += "."
		}
		return mantissa + e[at:]
	}
	s := strconv.FormatFloat(x, 'f', prec-1-exponent, 64)
	if alt {
		return withPoint(s)
	}
	s = trimZeros(s)
	if dot0 && strings.IndexByte(s, '.') < 0 {
		s += ".0"
	}
	return s
}

// trimZeros drops the zeros at the end of a fraction.
func trimZeros(s string) string {
	if strings.IndexByte(s, '.') < 0 {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// withPoint adds a point behind the digits, unless there is one.
func withPoint(s string) string {
	if strings.IndexByte(s, '.') >= 0 {
		return s
	}
	if at := strings.IndexByte(s, 'e'); at >= 0 {
		return s[:at] + "." + s[at:]
	}
	return s + "."
}
