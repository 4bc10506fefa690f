package py

import "strings"

// The constants of module string.
const (
	StringAsciiLowercase = "abcdefghijklmnopqrstuvwxyz"
	StringAsciiUppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	StringAsciiLetters   = StringAsciiLowercase + StringAsciiUppercase
	StringDigits         = "0123456789"
	StringHexdigits      = StringDigits + "abcdef" + "ABCDEF"
	StringOctdigits      = "01234567"
	StringPunctuation    = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
	StringWhitespace     = " \t\n\r\v\f"
	StringPrintable      = StringDigits + StringAsciiLetters + StringPunctuation + StringWhitespace
)

// StringCapwords is string.capwords(s, sep): every word capitalized, joined by a space or sep.
func StringCapwords(s string, sep Opt[string]) string {
	words := strings.Split(s, sep.V)
	if !sep.Ok {
		words = StrFields(s).v
	}
	for i, w := range words {
		words[i] = StrCapitalize(w)
	}
	return strings.Join(words, sep.Or(" "))
}
