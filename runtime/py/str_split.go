package py

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// StrSplit is s.split(sep, maxsplit), with -1 for no limit; it raises ValueError for an empty sep.
func StrSplit(s, sep string, maxsplit int64) *List[string] {
	checkSep(sep)
	n := -1
	if maxsplit >= 0 && maxsplit < int64(len(s)) {
		n = int(maxsplit) + 1
	}
	return &List[string]{strings.SplitN(s, sep, n)}
}

func checkSep(sep string) {
	if sep == "" {
		throw(ValueError, "empty separator")
	}
}

// StrSplitSeq iterates over s.split(sep) without making the list.
func StrSplitSeq(s, sep string) iter.Seq[string] {
	checkSep(sep)
	if len(sep) == 1 {
		return splitByte(s, sep[0])
	}
	return func(yield func(string) bool) {
		for {
			i := strings.Index(s, sep)
			if i < 0 {
				yield(s)
				return
			}
			if !yield(s[:i]) {
				return
			}
			s = s[i+len(sep):]
		}
	}
}

func splitByte(s string, sep byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i < len(s); i++ {
			if s[i] == sep {
				if !yield(s[start:i]) {
					return
				}
				start = i + 1
			}
		}
		yield(s[start:])
	}
}

// StrFields is s.split(): the words between white space.
func StrFields(s string) *List[string] {
	words := make([]string, 0, len(s)/6+1)
	for w := range StrFieldsSeq(s) {
		words = append(words, w)
	}
	return &List[string]{words}
}

// asciiSpace marks the white space below 0x80.
var asciiSpace = [256]bool{
	' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0x1c: true, 0x1d: true, 0x1e: true, 0x1f: true,
}

// StrFieldsSeq iterates over s.split() without making the list.
func StrFieldsSeq(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for at := 0; at < len(s); {
			if space, n := spaceAt(s, at); space {
				at += n
				continue
			}
			start := at
			at = fieldEnd(s, at)
			if !yield(s[start:at]) {
				return
			}
		}
	}
}

// fieldEnd is where the word that goes on at s[at] ends. It looks at eight bytes at a time, for those that may be part of white space:
// up to a blank, and above ASCII.
func fieldEnd(s string, at int) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for at+8 <= len(b) {
		x := binary.LittleEndian.Uint64(b[at:])
		m := ((x-ones*(' '+1))&^x | x) & highs
		if m == 0 {
			at += 8
			continue
		}
		at += bits.TrailingZeros64(m) / 8
		space, n := spaceAt(s, at)
		if space {
			return at
		}
		at += n
	}
	for at < len(s) {
		space, n := spaceAt(s, at)
		if space {
			return at
		}
		at += n
	}
	return at
}

// StrFieldsN is s.split(maxsplit=n).
func StrFieldsN(s string, maxsplit int64) *List[string] {
	if maxsplit < 0 {
		return StrFields(s)
	}
	out := &List[string]{}
	for s = StrLstrip(s); s != ""; s = StrLstrip(s) {
		end := strings.IndexFunc(s, isSpace)
		if maxsplit == 0 || end < 0 {
			out.v = append(out.v, s)
			return out
		}
		out.v = append(out.v, s[:end])
		s = s[end:]
		maxsplit--
	}
	return out
}

// StrRsplit is s.rsplit(sep, maxsplit).
func StrRsplit(s, sep string, maxsplit int64) *List[string] {
	checkSep(sep)
	if maxsplit < 0 {
		maxsplit = int64(len(s)) + 1
	}
	out := &List[string]{}
	for ; maxsplit > 0; maxsplit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out.v = append(out.v, s[i+len(sep):])
		s = s[:i]
	}
	out.v = append(out.v, s)
	ListReverse(out)
	return out
}

// StrRfieldsN is s.rsplit(maxsplit=n).
func StrRfieldsN(s string, maxsplit int64) *List[string] {
	if maxsplit < 0 {
		return StrFields(s)
	}
	out := &List[string]{}
	for s = StrRstrip(s); s != ""; s = StrRstrip(s) {
		start := strings.LastIndexFunc(s, isSpace)
		if maxsplit == 0 || start < 0 {
			out.v = append(out.v, s)
			break
		}
		_, n := utf8.DecodeRuneInString(s[start:])
		out.v = append(out.v, s[start+n:])
		s = s[:start]
		maxsplit--
	}
	ListReverse(out)
	return out
}

// StrSplitlines is s.splitlines(keepends).
func StrSplitlines(s string, keepends bool) *List[string] {
	out := &List[string]{}
	for s != "" {
		end := strings.IndexFunc(s, isLineBreak)
		if end < 0 {
			out.v = append(out.v, s)
			break
		}
		n := charSize(s[end:])
		if strings.HasPrefix(s[end:], "\r\n") {
			n = 2
		}
		if keepends {
			out.v = append(out.v, s[:end+n])
		} else {
			out.v = append(out.v, s[:end])
		}
		s = s[end+n:]
	}
	return out
}

// StrPartition is s.partition(sep).
func StrPartition(s, sep string) Tuple3[string, string, string] {
	checkSep(sep)
	head, tail, found := strings.Cut(s, sep)
	if !found {
		sep = ""
	}
	return T3(head, sep, tail)
}

// StrRpartition is s.rpartition(sep).
func StrRpartition(s, sep string) Tuple3[string, string, string] {
	checkSep(sep)
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return T3("", "", s)
	}
	return T3(s[:i], sep, s[i+len(sep):])
}

// StrJoin is sep.join(iterable).
func StrJoin(sep string, seq iter.Seq[string]) string {
	var b strings.Builder
	first := true
	for s := range seq {
		if !first {
			b.WriteString(sep)
		}
		first = false
		b.WriteString(s)
	}
	return b.String()
}

// StrJoinAny is sep.join(iterable) for elements of unknown type; it raises TypeError for one that is no str.
func StrJoinAny(sep string, seq iter.Seq[any]) string {
	var b strings.Builder
	i := 0
	for x := range seq {
		s, ok := plain(x).(string)
		if !ok {
			throwf(TypeError, "sequence item %d: expected str instance, %s found", i, fullTypeName(x))
		}
		if i > 0 {
			b.WriteString(sep)
		}
		i++
		b.WriteString(s)
	}
	return b.String()
}
