package pyhtml

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

var (
	escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	quotes  = strings.NewReplacer("\"", "&quot;", "'", "&#x27;")
)

// Escape is html.escape(s, quote).
func Escape(s string, quote bool) string {
	s = escaped.Replace(s)
	if quote {
		s = quotes.Replace(s)
	}
	return s
}

// reference is CPython's expression for a character reference.
var reference = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)`)
})

// Unescape is html.unescape(s).
func Unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return reference().ReplaceAllStringFunc(s, func(ref string) string {
		if ref[1] == '#' {
			return numeric(strings.TrimSuffix(ref[2:], ";"))
		}
		return html.UnescapeString(ref)
	})
}

// windows1252 is what the references 0x80 to 0x9f mean.
const windows1252 = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178"

// numeric is the character of a number, which begins with x if it is hexadecimal.
func numeric(digits string) string {
	base := 10
	if digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseInt(digits, base, 32)
	switch {
	case err != nil || n == 0 || n > 0x10ffff || n >= 0xd800 && n <= 0xdfff:
		return "\ufffd"
	case n >= 0x80 && n <= 0x9f:
		return string([]rune(windows1252)[n-0x80])
	case n == '\r':
		return "\r"
	case n >= 1 && n <= 8, n == 0xb, n >= 0xe && n <= 0x1f, n == 0x7f, n >= 0xfdd0 && n <= 0xfdef, n&0xfffe == 0xfffe:
		return ""
	}
	return py.Chr(n)
}
