package py

import (
	"math"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// maxFields is how many fields a Fields holds without a list, and longSplit the length of a text from which on it has one.
const (
	maxFields = 16
	longSplit = math.MaxUint16
)

// Fields is s.split(sep) or s.split() of which only some fields are asked for: only these are cut.
type Fields struct {
	text, sep string               // sep is "" for white space
	known     int                  // the number of fields that have been passed
	rest      int                  // where the text behind them begins, or -1 if there is none
	cuts      [maxFields][2]uint16 // the places of those that are asked for
	list      *[]string            // or the fields, if they are too far from each other for cuts, or the text is too long
}

// SplitFields cuts some fields of s.split(sep), in the order of their numbers; it raises ValueError for an empty sep.
func SplitFields(s, sep string, asked ...int) (f Fields) {
	checkSep(sep)
	f.text, f.sep = s, sep
	switch {
	case len(asked) == 0:
	case !f.fits(asked):
		f.splitList(asked[len(asked)-1])
	case len(sep) == 1:
		f.cutByte(sep[0], asked)
	default:
		f.cutText(asked)
	}
	return f
}

// WordFields cuts some fields of s.split(), in the order of their numbers.
func WordFields(s string, asked ...int) (f Fields) {
	f.text = s
	if len(asked) == 0 {
		return f
	}
	last := asked[len(asked)-1]
	if !f.fits(asked) {
		f.list = new([]string)
	}
	for ; f.known <= last; f.known++ {
		lo, hi, ok := nextWord(s, f.rest)
		if !ok {
			f.rest = -1
			break
		}
		if f.rest = hi; f.list != nil {
			*f.list = append(*f.list, s[lo:hi])
		} else {
			f.put(f.known, lo, hi)
		}
	}
	return f
}

// fits reports whether cuts can hold the fields.
func (f *Fields) fits(asked []int) bool {
	return asked[len(asked)-1]-asked[0] < maxFields && len(f.text) <= longSplit
}

// put notes the place of field i. Of other fields than those that are asked for places are never read.
func (f *Fields) put(i, lo, hi int) { f.cuts[i%maxFields] = [2]uint16{uint16(lo), uint16(hi)} }

// splitList makes a list of the fields up to the last one that is asked for.
func (f *Fields) splitList(last int) {
	all := strings.SplitN(f.text, f.sep, last+2)
	f.list, f.known, f.rest = &all, len(all), -1
	if f.known > last+1 {
		f.known, f.rest = last+1, len(f.text)-len(all[last+1])
	}
}

// cutByte cuts at a byte, for which it looks at 64 bytes at a time.
func (f *Fields) cutByte(sep byte, asked []int) {
	b := unsafe.Slice(unsafe.StringData(f.text), len(f.text))
	field, start, next := 0, 0, asked[0]
	for base := 0; base < len(b); base += 64 {
		for seps := places64(b, base, sep); ; {
			if skip := next - field; skip > 0 {
				if n := bits.OnesCount64(seps); n < skip {
					field += n
					break
				}
				for ; skip > 1; skip-- {
					seps &= seps - 1
				}
				start = base + bits.TrailingZeros64(seps) + 1
				seps &= seps - 1
				field = next
			}
			if seps == 0 {
				break
			}
			end := base + bits.TrailingZeros64(seps)
			seps &= seps - 1
			f.put(field, start, end)
			start = end + 1
			field++
			if asked = asked[1:]; len(asked) == 0 {
				f.known, f.rest = field, start
				return
			}
			next = asked[0]
		}
	}
	if f.known, f.rest = field+1, -1; field == next {
		f.put(field, start, len(b))
	}
}

// cutText cuts at more than one byte.
func (f *Fields) cutText(asked []int) {
	for last := asked[len(asked)-1]; f.known <= last; f.known++ {
		at := strings.Index(f.text[f.rest:], f.sep)
		if at < 0 {
			f.put(f.known, f.rest, len(f.text))
			f.known, f.rest = f.known+1, -1
			return
		}
		f.put(f.known, f.rest, f.rest+at)
		f.rest += at + len(f.sep)
	}
}

// At is field i, one of those that are asked for; it raises IndexError if there are not so many.
func (f *Fields) At(i int) string {
	if i >= f.known || f.list != nil {
		return f.listed(i)
	}
	c := &f.cuts[i%maxFields]
	return f.text[c[0]:c[1]]
}

//go:noinline
func (f *Fields) listed(i int) string {
	if i >= f.known {
		throw(IndexError, "list index out of range")
	}
	return (*f.list)[i]
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
	switch {
	case f.rest < 0:
		return int64(f.known)
	case f.sep == "":
		return int64(f.known) + StrFieldsLen(f.text[f.rest:])
	}
	return int64(f.known) + StrSplitLen(f.text[f.rest:], f.sep)
}

// AtLeast reports whether there are n fields or more.
func (f *Fields) AtLeast(n int64) bool {
	return f.sure(n) || f.rest >= 0 && f.Len() >= n
}

// sure reports whether there are n fields or more among those that were passed and, behind a separator, one.
func (f *Fields) sure(n int64) bool {
	if f.rest >= 0 && f.sep != "" {
		n--
	}
	return int64(f.known) >= n
}

// Has reports whether there are n fields.
func (f *Fields) Has(n int64) bool {
	if f.rest < 0 {
		return int64(f.known) == n
	}
	return !f.sure(n+1) && f.Len() == n
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
	for base := 0; base < len(b); base += 64 {
		m := places64(b, base, c)
		here := bits.OnesCount64(m)
		if here < n {
			n -= here
			continue
		}
		for ; n > 1; n-- {
			m &= m - 1
		}
		return base + bits.TrailingZeros64(m) + 1
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
