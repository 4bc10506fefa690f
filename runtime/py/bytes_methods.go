package py

import (
	"encoding/hex"
	"iter"
	"strconv"
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

// BytesZero is bytes(n).
func BytesZero(n int64) Bytes {
	if n < 0 {
		throw(ValueError, "negative count")
	}
	return Bytes(make([]byte, n))
}

// BytesHex is b.hex().
func BytesHex(b Bytes) string { return hex.EncodeToString([]byte(b)) }

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
			if d, err := strconv.ParseUint(string(text[i]), 16, 8); err == nil {
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

// BytesSplit is b.split(sep, maxsplit).
func BytesSplit(b, sep Bytes, maxsplit int64) *List[Bytes] {
	return bytesList(StrSplit(string(b), string(sep), maxsplit))
}

// BytesFields is b.split(): white space is ASCII's.
func BytesFields(b Bytes) *List[Bytes] {
	out := &List[Bytes]{}
	for _, w := range strings.FieldsFunc(string(b), isByteSpace) {
		out.v = append(out.v, Bytes(w))
	}
	return out
}

func isByteSpace(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }

func bytesList(l *List[string]) *List[Bytes] {
	out := make([]Bytes, len(l.v))
	for i, s := range l.v {
		out[i] = Bytes(s)
	}
	return &List[Bytes]{out}
}

// BytesSplitlines is b.splitlines(keepends).
func BytesSplitlines(b Bytes, keepends bool) *List[Bytes] {
	out := &List[Bytes]{}
	for s := string(b); s != ""; {
		end := strings.IndexAny(s, "\r\n")
		if end < 0 {
			out.v = append(out.v, Bytes(s))
			break
		}
		n := 1
		if strings.HasPrefix(s[end:], "\r\n") {
			n = 2
		}
		line := s[:end]
		if keepends {
			line = s[:end+n]
		}
		out.v = append(out.v, Bytes(line))
		s = s[end+n:]
	}
	return out
}

// BytesStrip is b.strip().
func BytesStrip(b Bytes) Bytes { return BytesLstrip(BytesRstrip(b)) }

// BytesLstrip is b.lstrip().
func BytesLstrip(b Bytes) Bytes { return Bytes(strings.TrimLeft(string(b), " \t\n\r\f\v")) }

// BytesRstrip is b.rstrip().
func BytesRstrip(b Bytes) Bytes { return Bytes(strings.TrimRight(string(b), " \t\n\r\f\v")) }

// BytesFind is b.find(sub, start, end).
func BytesFind(b, sub Bytes, start, end Opt[int64]) int64 {
	part, lo, ok := bytesWindow(b, start, end)
	if !ok {
		return -1
	}
	i := strings.Index(part, string(sub))
	if i < 0 {
		return -1
	}
	return int64(lo + i)
}

// bytesWindow is strWindow by bytes.
func bytesWindow(b Bytes, start, end Opt[int64]) (part string, lo int, ok bool) {
	n := int64(len(b))
	from, to := start.Or(0), end.Or(n)
	if from < 0 {
		from = max(from+n, 0)
	}
	if to < 0 {
		to = max(to+n, 0)
	}
	to = min(to, n)
	if from > to {
		return "", 0, false
	}
	return string(b[from:to]), int(from), true
}

// BytesCount is b.count(sub, start, end).
func BytesCount(b, sub Bytes, start, end Opt[int64]) int64 {
	part, _, ok := bytesWindow(b, start, end)
	if !ok {
		return 0
	}
	if sub == "" {
		return int64(len(part) + 1)
	}
	return int64(strings.Count(part, string(sub)))
}

// BytesStartswith is b.startswith(prefix, start, end).
func BytesStartswith(b, prefix Bytes, start, end Opt[int64]) bool {
	part, _, ok := bytesWindow(b, start, end)
	return ok && strings.HasPrefix(part, string(prefix))
}

// BytesEndswith is b.endswith(suffix, start, end).
func BytesEndswith(b, suffix Bytes, start, end Opt[int64]) bool {
	part, _, ok := bytesWindow(b, start, end)
	return ok && strings.HasSuffix(part, string(suffix))
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

// BytesJoin is sep.join(iterable).
func BytesJoin(sep Bytes, seq iter.Seq[Bytes]) Bytes {
	var out []byte
	first := true
	for b := range seq {
		if !first {
			out = append(out, sep...)
		}
		first = false
		out = append(out, b...)
	}
	return Bytes(out)
}

// BytesUpper is b.upper(): ASCII letters only.
func BytesUpper(b Bytes) Bytes { return mapBytes(b, 'a', 'z') }

// BytesLower is b.lower(): ASCII letters only.
func BytesLower(b Bytes) Bytes { return mapBytes(b, 'A', 'Z') }

// mapBytes flips the case of the letters from lo to hi.
func mapBytes(b Bytes, lo, hi byte) Bytes {
	out := []byte(b)
	for i, c := range out {
		if c >= lo && c <= hi {
			out[i] = c ^ 0x20
		}
	}
	return Bytes(out)
}

// BytesMul is b * n.
func BytesMul(b Bytes, n int64) Bytes { return Bytes(StrMul(string(b), n)) }
