package py

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// reprQuote is the quote that repr uses: ' unless the text has one and no ".
func reprQuote(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

func appendReprString(dst []byte, s string) []byte {
	quote := reprQuote(s)
	dst = append(dst, quote)
	start := 0 // of the text that needs no escape
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != quote && c != '\\' {
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if isPrintable(r) && !(r == utf8.RuneError && size == 1) {
				i += size
				continue
			}
		}
		dst = append(dst, s[start:i]...)
		dst = appendEscape(dst, r, quote, size == 1 && c >= utf8.RuneSelf, c)
		i += size
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, quote)
}

// appendEscape writes a character as repr does. A byte that is not UTF-8 shows as the lone surrogate that Python's
// surrogateescape makes of it.
func appendEscape(dst []byte, r rune, quote byte, invalid bool, c byte) []byte {
	switch {
	case invalid:
		return fmt.Appendf(dst, `\udc%02x`, c)
	case r == rune(quote) || r == '\\':
		return append(dst, '\\', byte(r))
	case r == '\n':
		return append(dst, `\n`...)
	case r == '\r':
		return append(dst, `\r`...)
	case r == '\t':
		return append(dst, `\t`...)
	case r <= 0xff:
		return fmt.Appendf(dst, `\x%02x`, r)
	case r <= 0xffff:
		return fmt.Appendf(dst, `\u%04x`, r)
	}
	return fmt.Appendf(dst, `\U%08x`, r)
}

// Ascii is ascii(v): repr with all but ASCII escaped.
func Ascii[T any](v T) string {
	var b strings.Builder
	for _, r := range Repr(v) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String()
}
