package py

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// IntOfStr is int(s, base), with base 10 for int(s). It raises ValueError for what is not a number.
func IntOfStr(s string, base int64) int64 {
	if base == 10 {
		if n, ok := plainInt(s); ok {
			return n
		}
	}
	n, _ := parseInt(s, base, true)
	return n.checked()
}

// IntParsed is int(s) where the handler of a ValueError does not look at it: nothing instead of that, and with any instead of an
// OverflowError too.
func IntParsed(s string, any bool) Opt[int64] {
	n, ok := plainInt(s)
	if !ok {
		var wide BigInt
		if wide, ok = parseInt(s, 10, false); !ok || any && wide.wide != nil {
			return Opt[int64]{}
		}
		n = wide.checked()
	}
	return Some(n)
}

// BigOfStr is int(s, base) of any size.
func BigOfStr(s string, base int64) BigInt {
	if base == 10 {
		if n, ok := plainInt(s); ok {
			return BigInt{n: n}
		}
	}
	n, _ := parseInt(s, base, true)
	return n
}

// parseInt reads what is no usual case; it raises ValueError, or reports false.
func parseInt(s string, base int64, raise bool) (n BigInt, ok bool) {
	if base != 0 && (base < 2 || base > 36) {
		throw(ValueError, "int() base must be >= 2 and <= 36, or 0")
	}
	text := asciiDigits(StrStrip(s))
	negative := false
	if text != "" && (text[0] == '-' || text[0] == '+') {
		negative = text[0] == '-'
		text = text[1:]
	}
	radix, text := intPrefix(text, base)
	text, ok = dropUnderscores(text)
	if !ok || text == "" || base == 0 && radix == 10 && text[0] == '0' && strings.Trim(text, "0") != "" {
		return invalidInt(s, base, raise)
	}
	for i := range len(text) {
		if digitValue(text[i]) >= uint(radix) {
			return invalidInt(s, base, raise)
		}
	}
	if limit := SysGetIntMaxStrDigits(); limit > 0 && int64(len(text)) > limit && radix&(radix-1) != 0 {
		if !raise {
			return n, false
		}
		throwf(ValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; %s", limit, len(text), digitsHint)
	}
	n = parseDigits(text, radix)
	if negative {
		_, abs := n.Words()
		return BigOfWords(true, abs), true
	}
	return n, true
}

// plainInt reads the usual case: up to 18 ASCII digits with a sign at most.
func plainInt(s string) (int64, bool) {
	digits := s
	if s != "" && s[0] == '-' {
		digits = s[1:]
	}
	if digits == "" || len(digits) > 18 {
		return 0, false
	}
	n := int64(0)
	for i := range len(digits) {
		d := digits[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int64(d)
	}
	if len(digits) < len(s) {
		n = -n
	}
	return n, true
}

func invalidInt(s string, base int64, raise bool) (BigInt, bool) {
	if raise {
		throwf(ValueError, "invalid literal for int() with base %d: %s", base, Repr(s))
	}
	return BigInt{}, false
}

// intPrefix takes 0x, 0o or 0b off if the base allows, and resolves base 0.
func intPrefix(text string, base int64) (int, string) {
	radix := int(base)
	prefixed := 0
	if len(text) > 1 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			prefixed = 16
		case 'o':
			prefixed = 8
		case 'b':
			prefixed = 2
		}
	}
	switch {
	case prefixed != 0 && (base == 0 || radix == prefixed):
		text = strings.TrimPrefix(text[2:], "_") // 0x_1f is allowed
		radix = prefixed
	case base == 0:
		radix = 10
	}
	return radix, text
}

// dropUnderscores removes underscores, which must stand between digits.
func dropUnderscores(s string) (string, bool) {
	if strings.IndexByte(s, '_') < 0 {
		return s, true
	}
	alnum := func(i int) bool {
		if i < 0 || i >= len(s) {
			return false
		}
		c := s[i]
		return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	for i := range len(s) {
		if s[i] == '_' && !(alnum(i-1) && alnum(i+1)) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), true
}

// asciiDigits replaces the decimal digits of other scripts.
func asciiDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			if d := decimalValue(r); d >= 0 {
				return rune('0' + d)
			}
		}
		return r
	}, s)
}

// FloatOfStr is float(s); it raises ValueError for what is not a number.
func FloatOfStr(s string) float64 {
	f, ok := readFloat(s)
	if !ok {
		throwf(ValueError, "could not convert string to float: %s", Repr(s))
	}
	return f
}

// FloatParsed is float(s) where the handler of a ValueError does not look at it: nothing instead of that.
func FloatParsed(s string) Opt[float64] {
	f, ok := readFloat(s)
	return Opt[float64]{f, ok}
}

// readFloat reads the float that a text is.
func readFloat(s string) (f float64, ok bool) {
	if f, ok := plainFloat(s); ok {
		return f, true
	}
	text, ok := floatUnderscores(asciiDigits(StrStrip(s)))
	if ok && len(text) == 4 && (text[0] == '+' || text[0] == '-') && strings.EqualFold(text[1:], "nan") {
		return math.NaN(), true // Go's parser takes no sign here
	}
	if !ok || !isFloatText(text) {
		return 0, false
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil || math.IsInf(f, 0)
}

// plainFloat reads up to 15 digits with or without a point and a sign: such a number and the power of ten to divide by
// are floats exactly, so their quotient is the nearest one.
func plainFloat(s string) (float64, bool) {
	digits := s
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		digits = s[1:]
	}
	n, point := int64(0), -1
	if len(digits) == 0 || len(digits) > 16 {
		return 0, false
	}
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
		case c == '.' && point < 0 && len(digits) > 1:
			point = i
		default:
			return 0, false
		}
	}
	f := float64(n)
	switch {
	case point >= 0:
		f /= powersOfTen[len(digits)-1-point]
	case len(digits) > 15:
		return 0, false
	}
	if s[0] == '-' {
		f = -f
	}
	return f, true
}

var powersOfTen = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// floatUnderscores removes underscores between digits.
func floatUnderscores(s string) (string, bool) {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := range len(s) {
		if s[i] == '_' && !(digit(i-1) && digit(i+1)) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), true
}

// isFloatText excludes what Go's parser takes and Python's does not: hexadecimal floats.
func isFloatText(s string) bool {
	return s != "" && !strings.ContainsAny(s, "xXpP")
}

// IntOfFloat is int(f): towards zero. It raises ValueError for NaN and OverflowError for what is too large.
func IntOfFloat(f float64) int64 { return intOfWhole(math.Trunc(f)) }

// Hex is hex(n).
func Hex(n int64) string { return prefixed(n, 16, "0x") }

// Oct is oct(n).
func Oct(n int64) string { return prefixed(n, 8, "0o") }

// Bin is bin(n).
func Bin(n int64) string { return prefixed(n, 2, "0b") }

func prefixed(n int64, base int, prefix string) string {
	s := prefix + absDigits(n, base)
	if n < 0 {
		return "-" + s
	}
	return s
}

// absDigits is the digits of |n|, in lower case.
func absDigits(n int64, base int) string { return strconv.FormatUint(absUint(n), base) }
