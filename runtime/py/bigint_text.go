package py

import (
	"math/bits"
	"strconv"
	"strings"
	"sync/atomic"
)

// intMaxStrDigits is sys.get_int_max_str_digits(): the most digits of an int that is converted to or from decimal text.
// 0 is no limit.
var intMaxStrDigits atomic.Int64

func init() { intMaxStrDigits.Store(4300) }

// SysGetIntMaxStrDigits is sys.get_int_max_str_digits().
func SysGetIntMaxStrDigits() int64 { return intMaxStrDigits.Load() }

// SysSetIntMaxStrDigits is sys.set_int_max_str_digits(n).
func SysSetIntMaxStrDigits(n int64) {
	if n != 0 && n < 640 {
		throw(ValueError, "maxdigits must be 0 or larger than 640")
	}
	intMaxStrDigits.Store(n)
}

const digitsHint = "use sys.set_int_max_str_digits() to increase the limit"

// longText is the number of digits from which school methods are too slow.
const longText = 5000

// BigLit is the int of a literal: decimal digits, with a minus sign or none.
func BigLit(text string) BigInt {
	digits := strings.TrimPrefix(text, "-")
	_, abs := parseDigits(digits, 10).Words()
	return BigOfWords(digits != text, abs)
}

// parseDigits reads digits that are known to be some.
func parseDigits(digits string, base int) BigInt {
	if len(digits) > longText {
		return wide().Parse(digits, base)
	}
	abs := make([]uint, 0, len(digits)/10+1)
	for i := range len(digits) {
		carry := digitValue(digits[i])
		for j, w := range abs {
			hi, lo := bits.Mul(w, uint(base))
			sum, c := bits.Add(lo, carry, 0)
			abs[j], carry = sum, hi+c
		}
		if carry != 0 {
			abs = append(abs, carry)
		}
	}
	return BigOfWords(false, abs)
}

// digitValue is what a digit of bases up to 36 is worth; 36 and more for what is none.
func digitValue(c byte) uint {
	switch {
	case c >= '0' && c <= '9':
		return uint(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return uint(c|0x20-'a') + 10
	}
	return 36
}

// digits is the text of the absolute value, in lower case.
func (w *Wide) digits(base int) string {
	if w.bitLen() > longText*3 {
		return wide().Text(BigInt{wide: w}, base)
	}
	const alphabet = "0123456789abcdef"
	rest := append([]uint(nil), w.abs...)
	var out []byte // the last digit first
	for len(rest) > 0 {
		r := uint(0)
		for i := len(rest) - 1; i >= 0; i-- {
			rest[i], r = bits.Div(r, rest[i], uint(base))
		}
		out = append(out, alphabet[r])
		if rest[len(rest)-1] == 0 {
			rest = rest[:len(rest)-1]
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return string(out)
}

// decimal is the decimal digits of the absolute value; it raises ValueError if there are too many.
func (w *Wide) decimal() string {
	limit := intMaxStrDigits.Load()
	tooMany := limit > 0 && int64(w.bitLen()) > limit*4
	s := ""
	if !tooMany {
		s = w.digits(10)
		tooMany = limit > 0 && int64(len(s)) > limit
	}
	if tooMany {
		throwf(ValueError, "Exceeds the limit (%d digits) for integer string conversion; %s", limit, digitsHint)
	}
	return s
}

// PyRepr is the decimal digits.
func (w *Wide) PyRepr() string {
	if w.neg {
		return "-" + w.decimal()
	}
	return w.decimal()
}

// String is str(a).
func (a BigInt) String() string {
	if a.wide != nil {
		return a.wide.PyRepr()
	}
	return strconv.FormatInt(a.n, 10)
}

func (a BigInt) append(dst []byte) []byte {
	if a.wide != nil {
		return append(dst, a.wide.PyRepr()...)
	}
	return strconv.AppendInt(dst, a.n, 10)
}

// absText is the digits of the absolute value of any int.
func (a BigInt) absText(base int) string {
	switch {
	case a.wide == nil:
		return absDigits(a.n, base)
	case base == 10:
		return a.wide.decimal()
	}
	return a.wide.digits(base)
}

// BigHex is hex(a).
func BigHex(a BigInt) string { return a.prefixed("0x", 16) }

// BigOct is oct(a).
func BigOct(a BigInt) string { return a.prefixed("0o", 8) }

// BigBin is bin(a).
func BigBin(a BigInt) string { return a.prefixed("0b", 2) }

func (a BigInt) prefixed(prefix string, base int) string {
	s := prefix + a.absText(base)
	if a.sign() < 0 {
		return "-" + s
	}
	return s
}

// BigChr is chr(n).
func BigChr(n BigInt) string { return Chr(n.Bound()) }
