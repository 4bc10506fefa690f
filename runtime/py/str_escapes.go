package py

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// escapeCodec is the encoding that writes a text as the literal of it stands in a script.
const escapeCodec = "unicode_escape"

// encodeEscapes is s.encode("unicode_escape").
func encodeEscapes(s string) Bytes {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r >= ' ' && r < 0x7f && r != '\\' {
			out = append(out, byte(r))
		} else {
			out = appendEscape(out, r, 0, false, 0)
		}
	}
	return Bytes(out)
}

// escapedCharacters are what stands for one character behind a backslash.
var escapedCharacters = map[byte]byte{'\\': '\\', '\'': '\'', '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}

// escapeDigits are how many hexadecimal digits follow the letters of the other escapes.
var escapeDigits = map[byte]int{'x': 2, 'u': 4, 'U': 8}

// truncated are the reasons that CPython names where there are fewer.
var truncated = map[byte]string{'x': `truncated \xXX escape`, 'u': `truncated \uXXXX escape`, 'U': `truncated \UXXXXXXXX escape`}

// decodeEscapes is b.decode("unicode_escape"): bytes that are no ASCII are characters of Latin-1.
func decodeEscapes(b Bytes, errors string) string {
	var out strings.Builder
	for i := 0; i < len(b); {
		switch {
		case b[i] != '\\':
			out.WriteRune(rune(b[i]))
			i++
		case i+1 == len(b):
			decodeError(&out, "unicodeescape", b, i, 1, `\ at end of string`, errors)
			i++
		default:
			i += decodeEscape(&out, b, i, errors)
		}
	}
	return out.String()
}

// decodeEscape writes the character of the escape at i and gives its length. What is none stays as it stands.
func decodeEscape(out *strings.Builder, b Bytes, i int, errors string) int {
	c := b[i+1]
	if plain, ok := escapedCharacters[c]; ok {
		out.WriteByte(plain)
		return 2
	}
	n := 2
	switch digits := escapeDigits[c]; {
	case c == '\n': // a line that goes on
	case digits > 0:
		for n < len(b)-i && n < 2+digits && isHex(b[i+n]) {
			n++
		}
		r, _ := strconv.ParseUint(string(b[i+2:i+n]), 16, 32)
		switch {
		case n < 2+digits:
			decodeError(out, "unicodeescape", b, i, n, truncated[c], errors)
		case r > utf8.MaxRune:
			decodeError(out, "unicodeescape", b, i, n, "illegal Unicode character", errors)
		default:
			out.WriteRune(rune(r))
		}
	case c >= '0' && c <= '7':
		for n < len(b)-i && n < 4 && b[i+n] >= '0' && b[i+n] <= '7' {
			n++
		}
		r, _ := strconv.ParseUint(string(b[i+1:i+n]), 8, 16)
		out.WriteRune(rune(r))
	case c == 'N':
		throw(NotImplementedError, `names of characters (\N{…}) are not supported`)
	default:
		out.WriteByte('\\')
		out.WriteRune(rune(c))
	}
	return n
}
