package py

import (
	"unicode"
	"unicode/utf8"
)

// allChars reports whether s is not empty and all its characters satisfy the test.
func allChars(s string, test func(rune) bool) bool {
	for _, r := range s {
		if !test(r) {
			return false
		}
	}
	return s != ""
}

// StrIsalpha is s.isalpha().
func StrIsalpha(s string) bool { return allChars(s, isAlpha) }

// StrIsalnum is s.isalnum().
func StrIsalnum(s string) bool { return allChars(s, isAlnum) }

// StrIsdecimal is s.isdecimal().
func StrIsdecimal(s string) bool { return allChars(s, isDecimal) }

// StrIsdigit is s.isdigit().
func StrIsdigit(s string) bool { return allChars(s, isDigit) }

// StrIsnumeric is s.isnumeric().
func StrIsnumeric(s string) bool { return allChars(s, isNumeric) }

// StrIsspace is s.isspace().
func StrIsspace(s string) bool { return allChars(s, isSpace) }

// IsSpace reports whether a character is white space, as str.split() and str.isspace() have it.
func IsSpace(r rune) bool { return isSpace(r) }

// StrIsprintable is s.isprintable().
func StrIsprintable(s string) bool { return s == "" || allChars(s, isPrintable) }

// StrIsascii is s.isascii().
func StrIsascii(s string) bool { return isASCII(s) }

// StrIsupper is s.isupper(): there are cased characters, and all are upper case.
func StrIsupper(s string) bool {
	cased := false
	for _, r := range s {
		if isLower(r) || unicode.IsTitle(r) {
			return false
		}
		cased = cased || isUpper(r)
	}
	return cased
}

// StrIslower is s.islower().
func StrIslower(s string) bool {
	cased := false
	for _, r := range s {
		if isUpper(r) || unicode.IsTitle(r) {
			return false
		}
		cased = cased || isLower(r)
	}
	return cased
}

// StrIstitle is s.istitle(): capitals only after uncased characters, small letters only after cased ones.
func StrIstitle(s string) bool {
	cased, inWord := false, false
	for _, r := range s {
		switch {
		case isUpper(r) || unicode.IsTitle(r):
			if inWord {
				return false
			}
			inWord, cased = true, true
		case isLower(r):
			if !inWord {
				return false
			}
			cased = true
		default:
			inWord = false
		}
	}
	return cased
}

// StrIsidentifier is s.isidentifier().
func StrIsidentifier(s string) bool {
	for i, r := range s {
		if unicode.Is(notIdentifier, r) {
			return false
		}
		start := r == '_' || isAlpha(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)
		if start {
			continue
		}
		if i == 0 || !(isDecimal(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Pc, unicode.Other_ID_Continue)) {
			return false
		}
	}
	return s != ""
}

// Ord is ord(s); it raises TypeError unless s is one character.
func Ord(s string) int64 {
	r, n := utf8.DecodeRuneInString(s)
	if s == "" || n != len(s) {
		throwf(TypeError, "ord() expected a character, but string of length %d found", StrLen(s))
	}
	return int64(r)
}

// OrdAny is ord(c) of a value whose type is known only when running: a str or bytes of length 1.
func OrdAny(c any) int64 {
	n := int64(1)
	switch c := Box(c).(type) {
	case string:
		return Ord(c)
	case Bytes:
		if n = c.Len(); n == 1 {
			return c.At(0)
		}
	default:
		throwf(TypeError, "ord() expected string of length 1, but %s found", fullTypeName(c))
	}
	throwf(TypeError, "ord() expected a character, but string of length %d found", n)
	return 0
}

// checkCInt raises for what CPython cannot pass to C.
func checkCInt(n int64) {
	if n != int64(int32(n)) {
		throw(OverflowError, "Python int too large to convert to C int")
	}
}

// Chr is chr(n); it raises ValueError outside Unicode and, unlike Python, for surrogates, which a str here cannot hold.
func Chr(n int64) string {
	checkCInt(n)
	if n < 0 || n > utf8.MaxRune {
		throw(ValueError, "chr() arg not in range(0x110000)")
	}
	if n >= 0xd800 && n < 0xe000 {
		throwf(ValueError, "chr(%d) is a lone surrogate, which a str cannot hold here", n)
	}
	return string(rune(n))
}
