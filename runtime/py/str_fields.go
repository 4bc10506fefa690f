package py

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// maxFields is how many fields a Fields holds without a list.
const maxFields = 16

// Fields is s.split(sep) or s.split() of which some neighbouring fields are wanted: only these are cut.
type Fields struct {
	text, sep string              // sep is "" for white space
	first, n  int                 // the fields that are cut: first, …, first+n-1
	rest      int                 // where the text behind them begins, or -1 if there is none
	cuts      [maxFields][2]int32 // their places
	all       []string            // all fields, for texts and ranges that are too long for cuts
}

// SplitFields cuts the fields first to last of s.split(sep); it raises ValueError for an empty sep.
func SplitFields(s, sep string, first, last int) (f Fields) {
	checkSep(sep)
	f.text, f.sep, f.first = s, sep, first
	switch {
	case last-first >= maxFields || len(s) > math.MaxInt32:
		f.all = strings.Split(s, sep)
	case len(sep) == 1:
		f.cutByte(sep[0], last)
	default:
		f.cutText(last)
	}
	return f
}

// WordFields cuts the fields first to last of s.split().
func WordFields(s string, first, last int) (f Fields) {
	f.text, f.first = s, first
	if last-first >= maxFields || len(s) > math.MaxInt32 {
		f.all = StrFields(s).v
		return f
	}
	at := 0
	for i := 0; ; i++ {
		lo, hi, ok := nextWord(s, at)
		if !ok || i > last {
			f.rest = lo
			if !ok {
				f.rest = -1
			}
			return f
		}
		if i >= first {
			f.put(lo, hi)
		}
		at = hi
	}
}

func (f *Fields) put(lo, hi int) {
	f.cuts[f.n%maxFields] = [2]int32{int32(lo), int32(hi)}
	f.n++
}

// cutByte cuts at a byte, looking at eight bytes at a time.
func (f *Fields) cutByte(sep byte, last int) {
	b := unsafe.Slice(unsafe.StringData(f.text), len(f.text))
	start, field, i := 0, 0, 0
	for ; i+8 <= len(b); i += 8 {
		for m := equalBytes(binary.LittleEndian.Uint64(b[i:]), sep); m != 0; m &= m - 1 {
			at := i + bits.TrailingZeros64(m)>>3
			if field >= f.first {
				f.put(start, at)
			}
			start = at + 1
			if field++; field > last {
				f.rest = start
				return
			}
		}
	}
	for ; i < len(b); i++ {
		if b[i] != sep {
			continue
		}
		if field >= f.first {
			f.put(start, i)
		}
		start = i + 1
		if field++; field > last {
			f.rest = start
			return
		}
	}
	f.rest = -1
	if field >= f.first {
		f.put(start, len(b))
	}
}

// equalBytes has the top bit of each byte of x that is c.
func equalBytes(x uint64, c byte) uint64 {
	const low = 0x7f7f7f7f7f7f7f7f
	x ^= uint64(c) * 0x0101010101010101
	return ^((x&low + low) | x | low)
}

func (f *Fields) cutText(last int) {
	start := 0
	for field := 0; field <= last; field++ {
		at := strings.Index(f.text[start:], f.sep)
		if at < 0 {
			f.rest = -1
			if field >= f.first {
				f.put(start, len(f.text))
			}
			return
		}
		if field >= f.first {
			f.put(start, start+at)
		}
		start += at + len(f.sep)
	}
	f.rest = start
}

// At is field i of those that were cut; it raises IndexError if there are not so many.
func (f *Fields) At(i int) string {
	if i -= f.first; uint(i) < uint(f.n) {
		c := &f.cuts[i%maxFields]
		return f.text[c[0]:c[1]]
	}
	return f.other(i + f.first)
}

//go:noinline
func (f *Fields) other(i int) string {
	if i >= len(f.all) {
		throw(IndexError, "list index out of range")
	}
	return f.all[i]
}

// Last is field -i; it raises IndexError if there are not so many.
func (f *Fields) Last(i int) string {
	if f.sep == "" {
		return StrFieldsAt(f.text, -i)
	}
	return StrSplitAt(f.text, f.sep, -i)
}

// Len is the number of all fields.
func (f *Fields) Len() int64 {
	if f.all != nil {
		return int64(len(f.all))
	}
	size := func(s string) int64 { return StrSplitLen(s, f.sep) }
	if f.sep == "" {
		size = StrFieldsLen
	}
	switch {
	case f.rest >= 0:
		return int64(f.first+f.n) + size(f.text[f.rest:])
	case f.n > 0:
		return int64(f.first + f.n)
	}
	return size(f.text)
}

// StrSplitAt is s.split(sep)[i]; it raises IndexError, and ValueError for an empty sep.
func StrSplitAt(s, sep string, i int) string {
	checkSep(sep)
	if i < 0 {
		return splitFromEnd(s, sep, -i)
	}
	start := 0
	if len(sep) == 1 {
		start = behindByte(s, sep[0], i)
	} else {
		for ; i > 0 && start >= 0; i-- {
			at := strings.Index(s[start:], sep)
			if at < 0 {
				start = -1
				break
			}
			start += at + len(sep)
		}
	}
	if start < 0 {
		throw(IndexError, "list index out of range")
	}
	s = s[start:]
	if end := strings.Index(s, sep); end >= 0 {
		s = s[:end]
	}
	return s
}

// behindByte is the offset behind the n-th c of s, or -1.
func behindByte(s string, c byte, n int) int {
	if n == 0 {
		return 0
	}
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	i := 0
	for ; i+8 <= len(b); i += 8 {
		m := equalBytes(binary.LittleEndian.Uint64(b[i:]), c)
		here := bits.OnesCount64(m)
		if here < n {
			n -= here
			continue
		}
		for ; n > 1; n-- {
			m &= m - 1
		}
		return i + bits.TrailingZeros64(m)>>3 + 1
	}
	for ; i < len(b); i++ {
		if b[i] == c {
			if n--; n == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// splitFromEnd is s.split(sep)[-n].
func splitFromEnd(s, sep string, n int) string {
	if len(sep) > 1 && strings.Contains(sep[1:], sep[:1]) { // separators may overlap: only the front tells
		fields := strings.Split(s, sep)
		return fields[wrapIndex(int64(-n), len(fields), "list index out of range")]
	}
	for ; ; n-- {
		at := strings.LastIndex(s, sep)
		switch {
		case n == 1 && at < 0:
			return s
		case n == 1:
			return s[at+len(sep):]
		case at < 0:
			throw(IndexError, "list index out of range")
		}
		s = s[:at]
	}
}

// StrSplitLen is len(s.split(sep)).
func StrSplitLen(s, sep string) int64 {
	checkSep(sep)
	return int64(strings.Count(s, sep)) + 1
}

// nextWord finds the first word at from or later.
func nextWord(s string, from int) (lo, hi int, ok bool) {
	lo = from
	for lo < len(s) {
		space, n := spaceAt(s, lo)
		if !space {
			break
		}
		lo += n
	}
	if lo == len(s) {
		return lo, lo, false
	}
	hi = lo
	for hi < len(s) {
		space, n := spaceAt(s, hi)
		if space {
			break
		}
		hi += n
	}
	return lo, hi, true
}

// spaceAt reports whether the character at i is white space, and its size.
func spaceAt(s string, i int) (bool, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return asciiSpace[c], 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return isSpace(r), n
}

// StrFieldsAt is s.split()[i]; it raises IndexError.
func StrFieldsAt(s string, i int) string {
	if i == -1 {
		s = StrRstrip(s)
		if at := strings.LastIndexFunc(s, isSpace); at >= 0 {
			_, n := utf8.DecodeRuneInString(s[at:])
			return s[at+n:]
		}
		if s == "" {
			throw(IndexError, "list index out of range")
		}
		return s
	}
	if i < 0 {
		return StrFields(s).At(int64(i))
	}
	at := 0
	for {
		lo, hi, ok := nextWord(s, at)
		if !ok {
			throw(IndexError, "list index out of range")
		}
		if i == 0 {
			return s[lo:hi]
		}
		i--
		at = hi
	}
}

// StrFieldsLen is len(s.split()).
func StrFieldsLen(s string) int64 {
	n := int64(0)
	for at := 0; ; n++ {
		_, hi, ok := nextWord(s, at)
		if !ok {
			return n
		}
		at = hi
	}
}

// UnpackSplit gives the fields of `a, b, … = s.split(sep)` in into, which has room for as many as there are names; it
// raises ValueError for another number.
func UnpackSplit(s, sep string, into []string) []string {
	checkSep(sep)
	rest := s
	for i := range into[:len(into)-1] {
		at := strings.Index(rest, sep)
		if at < 0 {
			throwf(ValueError, "not enough values to unpack (expected %d, got %d)", len(into), i+1)
		}
		into[i], rest = rest[:at], rest[at+len(sep):]
	}
	if strings.Contains(rest, sep) {
		throwf(ValueError, "too many values to unpack (expected %d)", len(into))
	}
	into[len(into)-1] = rest
	return into
}

// UnpackSplitN is UnpackSplit of s.split(sep, maxsplit).
func UnpackSplitN(s, sep string, maxsplit int64, into []string) []string {
	if maxsplit != int64(len(into)-1) {
		if maxsplit < 0 || maxsplit >= int64(len(into)) {
			return UnpackSplit(s, sep, into)
		}
		return Unpack(StrSplit(s, sep, maxsplit).All(), len(into))
	}
	checkSep(sep)
	for i := range into[:maxsplit] {
		at := strings.Index(s, sep)
		if at < 0 {
			throwf(ValueError, "not enough values to unpack (expected %d, got %d)", len(into), i+1)
		}
		into[i], s = s[:at], s[at+len(sep):]
	}
	into[maxsplit] = s
	return into
}

// UnpackFields is UnpackSplit of s.split().
func UnpackFields(s string, into []string) []string {
	at := 0
	for i := range into {
		lo, hi, ok := nextWord(s, at)
		if !ok {
			throwf(ValueError, "not enough values to unpack (expected %d, got %d)", len(into), i)
		}
		into[i], at = s[lo:hi], hi
	}
	if _, _, more := nextWord(s, at); more {
		throwf(ValueError, "too many values to unpack (expected %d)", len(into))
	}
	return into
}
