package py

import (
	"encoding/hex"
	"iter"
	"strings"
	"unicode/utf8"
)

// BytesOf is bytes(iterable of ints); it raises ValueError for one outside 0 to 255.
func BytesOf(seq iter.Seq[int64]) Bytes {
	var b []byte
	for n := range seq {
		if n < 0 || n > 255 {
			throw(ValueError, "bytes must be in range(0, 256)")
		}
		b = append(b, byte(n))
	}
	return Bytes(b)
}

// BytesOfAny is bytes(v) of a value whose type is known when running.
func BytesOfAny(v any) Bytes {
	switch x := Box(v).(type) {
	case string:
		throw(TypeError, "string argument without an encoding")
	case int64:
		return BytesZero(x)
	case bool:
		return BytesZero(boolInt(x))
	case Bytes:
		return x
	case buffer:
		return x.bytes()
	case asksClass:
		if r, ok := x.special("__bytes__"); ok {
			b, ok := r.(Bytes)
			if !ok {
				throwf(TypeError, "__bytes__ returned non-bytes (type %s)", TypeName(r))
			}
			return b
		}
	}
	if b := Box(v); iterable(b) {
		return BytesOf(func(yield func(int64) bool) {
			for n := range Elems(b) {
				if !yield(AsInt(n)) {
					return
				}
			}
		})
	}
	throwf(TypeError, "cannot convert '%s' object to bytes", fullTypeName(v))
	return ""
}

// BytesSame is bytes(b).
func BytesSame(b Bytes) Bytes { return b }

// BytesZero is bytes(n).
func BytesZero(n int64) Bytes {
	if n < 0 {
		throw(ValueError, "negative count")
	}
	if n > 1<<40 {
		throw(MemoryError, "")
	}
	return Bytes(make([]byte, n))
}

// BytesHex is b.hex().
func BytesHex(b Bytes) string { return hex.EncodeToString([]byte(b)) }

// BytesHexSep is b.hex(sep, bytes_per_sep): groups are counted from the right, or from the left if negative.
func BytesHexSep(b Bytes, sep any, group int64) string {
	text := separator(sep)
	digits := BytesHex(b)
	n := len(b)
	size := int(min(max(group, -group), int64(n)))
	if size == 0 {
		return digits
	}
	var out strings.Builder
	for i := range n {
		left := i
		if group > 0 {
			left = n - i
		}
		if i > 0 && left%size == 0 {
			out.WriteString(text)
		}
		out.WriteString(digits[2*i : 2*i+2])
	}
	return out.String()
}

// separator is the character between groups of digits, as str or bytes.
func separator(sep any) string {
	text, isStr := sep.(string)
	if !isStr {
		text = string(AsBytes(sep))
	}
	if isStr && utf8.RuneCountInString(text) != 1 || !isStr && len(text) != 1 {
		throw(ValueError, "sep must be length 1.")
	}
	if text[0] >= utf8.RuneSelf {
		throw(ValueError, "sep must be ASCII.")
	}
	return text
}

// BytesFromhex is bytes.fromhex(s): pairs of hexadecimal digits with white space between them. It
// raises ValueError, which tells the position in code points.
func BytesFromhex(s string) Bytes {
	var out []byte
	text := []rune(s)
	wrong := func(i int) {
		throwf(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", i)
	}
	for i, r := range text { // CPython looks for these first
		if r >= utf8.RuneSelf {
			wrong(i)
		}
	}
	digit := func(i int) byte {
		if i < len(text) {
			if d := hexValue(text[i]); d >= 0 {
				return byte(d)
			}
		}
		wrong(i)
		return 0
	}
	for i := 0; i < len(text); i++ {
		if isByteSpace(text[i]) {
			continue
		}
		high := digit(i)
		i++
		out = append(out, high<<4|digit(i))
	}
	return Bytes(out)
}

// hexValue is the value of a hexadecimal digit, or -1.
func hexValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r|0x20 >= 'a' && r|0x20 <= 'f':
		return int(r|0x20-'a') + 10
	}
	return -1
}

func isByteSpace(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }

const byteSpaces = " \t\n\r\f\v"

// BytesStrip is b.strip().
func BytesStrip(b Bytes) Bytes { return BytesLstrip(BytesRstrip(b)) }

// BytesLstrip is b.lstrip().
func BytesLstrip(b Bytes) Bytes { return BytesLstripChars(b, byteSpaces) }

// BytesRstrip is b.rstrip().
func BytesRstrip(b Bytes) Bytes { return BytesRstripChars(b, byteSpaces) }

// BytesStripChars is b.strip(chars).
func BytesStripChars(b, chars Bytes) Bytes {
	return BytesLstripChars(BytesRstripChars(b, chars), chars)
}

// BytesLstripChars is b.lstrip(chars).
func BytesLstripChars(b, chars Bytes) Bytes {
	for b != "" && strings.IndexByte(string(chars), b[0]) >= 0 {
		b = b[1:]
	}
	return b
}

// BytesRstripChars is b.rstrip(chars).
func BytesRstripChars(b, chars Bytes) Bytes {
	for b != "" && strings.IndexByte(string(chars), b[len(b)-1]) >= 0 {
		b = b[:len(b)-1]
	}
	return b
}

// BytesRemoveprefix is b.removeprefix(prefix).
func BytesRemoveprefix(b, prefix Bytes) Bytes {
	return Bytes(strings.TrimPrefix(string(b), string(prefix)))
}

// BytesRemovesuffix is b.removesuffix(suffix).
func BytesRemovesuffix(b, suffix Bytes) Bytes {
	return Bytes(strings.TrimSuffix(string(b), string(suffix)))
}

// BytesReplace is b.replace(old, new, count), with -1 for all.
func BytesReplace(b, old, new Bytes, count int64) Bytes {
	if old == "" {
		return replaceEmpty(b, new, count)
	}
	return Bytes(StrReplace(string(b), string(old), string(new), count))
}

// replaceEmpty puts new between the bytes; Go's Replace would put it between characters.
func replaceEmpty(b, new Bytes, count int64) Bytes {
	var out []byte
	for i := 0; i <= len(b); i++ {
		if count != 0 {
			out = append(out, new...)
			count--
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return Bytes(out)
}

// BytesCenter is b.center(width, fill).
func BytesCenter(b Bytes, width int64, fill Bytes) Bytes {
	n := bytesPadding("center", b, width, fill)
	left := n/2 + n&int(width)&1
	return BytesMul(fill, int64(left)) + b + BytesMul(fill, int64(n-left))
}

// BytesLjust is b.ljust(width, fill).
func BytesLjust(b Bytes, width int64, fill Bytes) Bytes {
	return b + BytesMul(fill, int64(bytesPadding("ljust", b, width, fill)))
}

// BytesRjust is b.rjust(width, fill).
func BytesRjust(b Bytes, width int64, fill Bytes) Bytes {
	return BytesMul(fill, int64(bytesPadding("rjust", b, width, fill))) + b
}

func bytesPadding(method string, b Bytes, width int64, fill Bytes) int {
	if len(fill) != 1 {
		throwf(TypeError, "%s() argument 2 must be a byte string of length 1, not bytes", method)
	}
	return int(max(width-int64(len(b)), 0))
}

// BytesZfill is b.zfill(width): zeros behind the sign.
func BytesZfill(b Bytes, width int64) Bytes {
	zeros := BytesMul("0", width-int64(len(b)))
	if b != "" && (b[0] == '-' || b[0] == '+') {
		return b[:1] + zeros + b[1:]
	}
	return zeros + b
}

// BytesExpandtabs is b.expandtabs(size).
func BytesExpandtabs(b Bytes, size int64) Bytes {
	var out []byte
	column := int64(0)
	for i := range len(b) {
		switch c := b[i]; {
		case c == '\t':
			if size > 0 {
				n := size - column%size
				column += n
				out = append(out, BytesMul(" ", n)...)
			}
		case c == '\n' || c == '\r':
			column = 0
			out = append(out, c)
		default:
			column++
			out = append(out, c)
		}
	}
	return Bytes(out)
}

// BytesTranslate is b.translate(table, delete).
func BytesTranslate(b Bytes, table Opt[Bytes], drop Bytes) Bytes {
	to := table.V
	if table.Ok && len(to) != 256 {
		throw(ValueError, "translation table must be 256 characters long")
	}
	var out []byte
	for i := range len(b) {
		c := b[i]
		if strings.IndexByte(string(drop), c) >= 0 {
			continue
		}
		if to != "" {
			c = to[c]
		}
		out = append(out, c)
	}
	return Bytes(out)
}

// BytesMaketrans is bytes.maketrans(from, to).
func BytesMaketrans(from, to Bytes) Bytes {
	if len(from) != len(to) {
		throw(ValueError, "maketrans arguments must have same length")
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i := range len(from) {
		table[from[i]] = to[i]
	}
	return Bytes(table)
}

// BytesMul is b * n.
func BytesMul(b Bytes, n int64) Bytes { return Bytes(StrMul(string(b), n)) }
