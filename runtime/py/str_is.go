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

// StrIsAlpha is s.isalpha().
func StrIsAlpha(s string) bool { return allChars(s, isAlpha) }

// StrIsAlnum is s.isalnum().
func StrIsAlnum(s string) bool { return allChars(s, isAlnum) }

// StrIsDecimal is s.isdecimal().
func StrIsDecimal(s string) bool { return allChars(s, isDecimal) }

// StrIsDigit is s.isdigit().
func StrIsDigit(s string) bool { return allChars(s, isDigit) }

// StrIsNumeric is s.isnumeric().
func StrIsNumeric(s string) bool { return allChars(s, isNumeric) }

// StrIsSpace is s.isspace().
func StrIsSpace(s string) bool { return allChars(s, isSpace) }

// StrIsPrintable is s.isprintable().
func StrIsPrintable(s string) bool { return s == "" || allChars(s, isPrintable) }

// StrIsAscii is s.isascii().
func StrIsAscii(s string) bool { return isASCII(s) }

// StrIsUpper is s.isupper(): there are cased characters, and all are upper case.
func StrIsUpper(s string) bool {
	cased := false
	for _, r := range s {
		if isLower(r) || unicode.IsTitle(r) {
			return false
		}
		cased = cased || isUpper(r)
	}
	return cased
}

// StrIsLower is s.islower().
func StrIsLower(s string) bool {
	cased := false
	for _, r := range s {
		if isUpper(r) || unicode.IsTitle(r) {
			return false
		}
		cased = cased || isLower(r)
	}
	return cased
}

// StrIsTitle is s.istitle(): capitals only after uncased characters, small letters only after cased ones.
func StrIsTitle(s string) bool {
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

// StrIsIdentifier is s.isidentifier().
func StrIsIdentifier(s string) bool {
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
