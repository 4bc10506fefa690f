package py

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// charSize is the length in bytes of the first character of s, which is not empty.
func charSize(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	return wideSize(s)
}

// wideSize is charSize apart, so that that is inlined.
func wideSize(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// isASCII reports whether bytes and characters of s are the same.
func isASCII(s string) bool {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&topBits != 0 {
			return false
		}
	}
	return len(b) == 0 || lastBytes(s, len(b))&topBits == 0
}

// topBits are the highest bits of eight bytes.
const topBits = 0x8080808080808080

// StrLen is len(s): the bytes that continue no character, counted eight at a time.
func StrLen(s string) int64 {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	n := len(b)
	if n < 8 { // the usual word
		var x uint32
		switch {
		case n >= 4:
			x = binary.LittleEndian.Uint32(b) | binary.LittleEndian.Uint32(b[n-4:])
		case n > 0:
			x = uint32(b[0] | b[n/2] | b[n-1])
		}
		if x&(topBits&math.MaxUint32) == 0 {
			return int64(n)
		}
	}
	for ; len(b) >= 8; b = b[8:] {
		if x := binary.LittleEndian.Uint64(b); x&topBits != 0 {
			n -= bits.OnesCount64(x & ^(x << 1) & topBits)
		}
	}
	for _, c := range b {
		if c&0xC0 == 0x80 {
			n--
		}
	}
	return int64(n)
}

// StrAt is s[i]; it raises IndexError. Only the characters up to it, from the nearer end, are looked at.
func StrAt(s string, i int64) string {
	size := int64(len(s))
	switch {
	case i >= 0 && i < size && isASCII(s[:i+1]):
		return s[i : i+1]
	case i < 0 && i >= -size && isASCII(s[size+i:]):
		return s[size+i : size+i+1]
	}
	i = wrapIndex(i, utf8.RuneCountInString(s), "string index out of range")
	at := charOffset(s, int(i))
	return s[at : at+charSize(s[at:])]
}

// charOffset is the byte where character i starts; i may be the length.
func charOffset(s string, i int) int {
	at := 0
	for ; i > 0; i-- {
		at += charSize(s[at:])
	}
	return at
}

// StrSlice is s[lo:hi:step].
func StrSlice(s string, lo, hi, step Opt[int64]) string {
	by1 := !step.Ok || step.V == 1
	if isASCII(s) {
		if by1 {
			from, to := window(lo, hi, len(s))
			return s[from:to]
		}
		return string(sliceOf([]byte(s), lo, hi, step))
	}
	if by1 {
		from, to := window(lo, hi, utf8.RuneCountInString(s))
		start := charOffset(s, from)
		return s[start : start+charOffset(s[start:], to-from)]
	}
	return string(sliceOf([]rune(s), lo, hi, step))
}

// StrMul is s * n.
func StrMul(s string, n int64) string {
	if n <= 0 || s == "" {
		return ""
	}
	if n > (1<<40)/int64(len(s)) {
		throw(MemoryError, "")
	}
	return strings.Repeat(s, int(n))
}

// StrContains is sub in s.
func StrContains(s, sub string) bool {
	if len(sub) == 1 { // as in c in "aeiou"
		return strings.IndexByte(s, sub[0]) >= 0
	}
	return strings.Contains(s, sub)
}
