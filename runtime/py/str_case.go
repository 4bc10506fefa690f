package py

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// flipASCII changes the case of the 26 letters from first on, eight bytes at a time. s is ASCII.
func flipASCII(s string, first byte) string {
	const ones = topBits / 0x80
	from, behind := ones*uint64(0x80-first), ones*uint64(0x80-first-26)
	letters := func(x uint64) uint64 { return (x + from) &^ (x + behind) & topBits }
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	at := 0
	for at+8 <= len(b) && letters(binary.LittleEndian.Uint64(b[at:])) == 0 {
		at += 8
	}
	if at+8 > len(b) && (at == len(b) || letters(lastBytes(s, len(b)-at)) == 0) {
		return s
	}
	out := []byte(s)
	for ; at+8 <= len(out); at += 8 {
		x := binary.LittleEndian.Uint64(out[at:])
		binary.LittleEndian.PutUint64(out[at:], x^letters(x)>>2)
	}
	for ; at < len(out); at++ {
		if c := out[at]; first <= c && c < first+26 {
			out[at] = c ^ 0x20
		}
	}
	return unsafe.String(unsafe.SliceData(out), len(out))
}

// StrUpper is s.upper().
func StrUpper(s string) string {
	if isASCII(s) {
		return flipASCII(s, 'a')
	}
	return mapChars(s, func(b *strings.Builder, r rune, _ int) { writeUpper(b, r) })
}

// StrLower is s.lower().
func StrLower(s string) string {
	if isASCII(s) {
		return flipASCII(s, 'A')
	}
	return mapChars(s, func(b *strings.Builder, r rune, at int) { writeLower(b, s, r, at) })
}

// StrCasefold is s.casefold().
func StrCasefold(s string) string {
	if isASCII(s) {
		return flipASCII(s, 'A')
	}
	return mapChars(s, func(b *strings.Builder, r rune, _ int) {
		if special, ok := foldSpecial[r]; ok {
			b.WriteString(special)
			return
		}
		switch {
		case r >= 0x13a0 && r <= 0x13f5:
		case r >= 0x13f8 && r <= 0x13fd, r >= 0xab70 && r <= 0xabbf:
			r = unicode.ToUpper(r)
		default:
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	})
}

// StrCapitalize is s.capitalize().
func StrCapitalize(s string) string {
	return mapChars(s, func(b *strings.Builder, r rune, at int) {
		if at == 0 {
			writeTitle(b, r)
		} else {
			writeLower(b, s, r, at)
		}
	})
}

// StrTitle is s.title().
func StrTitle(s string) string {
	inWord := false
	return mapChars(s, func(b *strings.Builder, r rune, at int) {
		if inWord {
			writeLower(b, s, r, at)
		} else {
			writeTitle(b, r)
		}
		inWord = isCased(r)
	})
}

// StrSwapcase is s.swapcase().
func StrSwapcase(s string) string {
	return mapChars(s, func(b *strings.Builder, r rune, at int) {
		switch {
		case isUpper(r):
			writeLower(b, s, r, at)
		case isLower(r):
			writeUpper(b, r)
		default:
			b.WriteRune(r)
		}
	})
}

func mapChars(s string, write func(b *strings.Builder, r rune, at int)) string {
	var b strings.Builder
	b.Grow(len(s))
	for at, r := range s {
		write(&b, r, at)
	}
	return b.String()
}

func writeUpper(b *strings.Builder, r rune) {
	if special, ok := upperSpecial[r]; ok {
		b.WriteString(special)
		return
	}
	b.WriteRune(unicode.ToUpper(r))
}

func writeTitle(b *strings.Builder, r rune) {
	if special, ok := titleSpecial[r]; ok {
		b.WriteString(special)
		return
	}
	b.WriteRune(unicode.ToTitle(r))
}

// writeLower writes the lower case of the character of s at the offset: a capital sigma ends a word as ς.
func writeLower(b *strings.Builder, s string, r rune, at int) {
	switch r {
	case 'İ':
		b.WriteString("i̇")
	case 'Σ':
		if finalSigma(s, at) {
			b.WriteRune('ς')
		} else {
			b.WriteRune('σ')
		}
	default:
		b.WriteRune(unicode.ToLower(r))
	}
}

// finalSigma reports whether a cased letter precedes the sigma and none follows, without what is ignorable.
func finalSigma(s string, at int) bool {
	before := strings.TrimRightFunc(s[:at], isCaseIgnorable)
	r, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || !isCased(r) {
		return false
	}
	after := strings.TrimLeftFunc(s[at+len("Σ"):], isCaseIgnorable)
	r, _ = utf8.DecodeRuneInString(after)
	return after == "" || !isCased(r)
}
