package py

import (
	"strings"
	"unicode/utf8"
)

// StrStrip is s.strip().
func StrStrip(s string) string { return StrLstrip(StrRstrip(s)) }

// StrLstrip is s.lstrip().
func StrLstrip(s string) string {
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if !isSpace(r) {
			return s[i:]
		}
		i += n
	}
	return ""
}

// StrRstrip is s.rstrip().
func StrRstrip(s string) string {
	for i := len(s); i > 0; {
		r, n := rune(s[i-1]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeLastRuneInString(s[:i])
		}
		if !isSpace(r) {
			return s[:i]
		}
		i -= n
	}
	return ""
}

// StrStripChars is s.strip(chars).
func StrStripChars(s, chars string) string { return strings.Trim(s, chars) }

// StrLstripChars is s.lstrip(chars).
func StrLstripChars(s, chars string) string { return strings.TrimLeft(s, chars) }

// StrRstripChars is s.rstrip(chars).
func StrRstripChars(s, chars string) string { return strings.TrimRight(s, chars) }

// StrRemoveprefix is s.removeprefix(prefix).
func StrRemoveprefix(s, prefix string) string { return strings.TrimPrefix(s, prefix) }

// StrRemovesuffix is s.removesuffix(suffix).
func StrRemovesuffix(s, suffix string) string { return strings.TrimSuffix(s, suffix) }

// StrCenter is s.center(width, fill), with " " for center(width).
func StrCenter(s string, width int64, fill string) string {
	n := padding(s, width, fill)
	if n <= 0 {
		return s
	}
	left := n/2 + n&int(width)&1
	return strings.Repeat(fill, left) + s + strings.Repeat(fill, n-left)
}

// StrLjust is s.ljust(width, fill).
func StrLjust(s string, width int64, fill string) string {
	return s + strings.Repeat(fill, padding(s, width, fill))
}

// StrRjust is s.rjust(width, fill).
func StrRjust(s string, width int64, fill string) string {
	return strings.Repeat(fill, padding(s, width, fill)) + s
}

func padding(s string, width int64, fill string) int {
	if utf8.RuneCountInString(fill) != 1 {
		throw(TypeError, "The fill character must be exactly one character long")
	}
	return int(max(width-StrLen(s), 0))
}

// StrZfill is s.zfill(width): zeros behind the sign.
func StrZfill(s string, width int64) string {
	n := width - StrLen(s)
	if n <= 0 {
		return s
	}
	zeros := strings.Repeat("0", int(n))
	if s != "" && (s[0] == '-' || s[0] == '+') {
		return s[:1] + zeros + s[1:]
	}
	return zeros + s
}

// StrExpandtabs is s.expandtabs(size), with 8 for expandtabs().
func StrExpandtabs(s string, size int64) string {
	if strings.IndexByte(s, '\t') < 0 {
		return s
	}
	var b strings.Builder
	column := int64(0)
	for _, r := range s {
		switch r {
		case '\t':
			if size > 0 {
				n := size - column%size
				column += n
				b.WriteString(strings.Repeat(" ", int(n)))
			}
		case '\n', '\r':
			column = 0
			b.WriteRune(r)
		default:
			column++
			b.WriteRune(r)
		}
	}
	return b.String()
}
