package py

import (
	"iter"
	"slices"
	"strings"
)

// BytesSplit is b.split(sep, maxsplit).
func BytesSplit(b, sep Bytes, maxsplit int64) *List[Bytes] {
	return bytesList(StrSplit(string(b), string(sep), maxsplit))
}

// BytesRsplit is b.rsplit(sep, maxsplit).
func BytesRsplit(b, sep Bytes, maxsplit int64) *List[Bytes] {
	return bytesList(StrRsplit(string(b), string(sep), maxsplit))
}

func bytesList(l *List[string]) *List[Bytes] {
	out := make([]Bytes, len(l.v))
	for i, s := range l.v {
		out[i] = Bytes(s)
	}
	return &List[Bytes]{out}
}

// BytesFields is b.split(): white space is ASCII's.
func BytesFields(b Bytes) *List[Bytes] { return BytesFieldsN(b, -1) }

// BytesFieldsN is b.split(None, maxsplit).
func BytesFieldsN(b Bytes, maxsplit int64) *List[Bytes] {
	out := &List[Bytes]{}
	for b = BytesLstrip(b); b != ""; {
		end := indexByteFunc(b, isSpaceByte)
		if end < 0 || maxsplit >= 0 && int64(len(out.v)) == maxsplit {
			out.v = append(out.v, b)
			break
		}
		out.v = append(out.v, b[:end])
		b = BytesLstrip(b[end:])
	}
	return out
}

// BytesRfieldsN is b.rsplit(None, maxsplit).
func BytesRfieldsN(b Bytes, maxsplit int64) *List[Bytes] {
	out := &List[Bytes]{}
	for b = BytesRstrip(b); b != ""; {
		if maxsplit >= 0 && int64(len(out.v)) == maxsplit {
			out.v = append(out.v, b)
			break
		}
		start := len(b)
		for start > 0 && !isSpaceByte(b[start-1]) {
			start--
		}
		out.v = append(out.v, b[start:])
		b = BytesRstrip(b[:start])
	}
	slices.Reverse(out.v)
	return out
}

func indexByteFunc(b Bytes, is func(byte) bool) int {
	for i := range len(b) {
		if is(b[i]) {
			return i
		}
	}
	return -1
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

// BytesPartition is b.partition(sep).
func BytesPartition(b, sep Bytes) Tuple3[Bytes, Bytes, Bytes] {
	t := StrPartition(string(b), string(sep))
	return T3(Bytes(t.V0), Bytes(t.V1), Bytes(t.V2))
}

// BytesRpartition is b.rpartition(sep).
func BytesRpartition(b, sep Bytes) Tuple3[Bytes, Bytes, Bytes] {
	t := StrRpartition(string(b), string(sep))
	return T3(Bytes(t.V0), Bytes(t.V1), Bytes(t.V2))
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

// BytesJoinAny is sep.join(iterable) of values whose types are known when running.
func BytesJoinAny(sep Bytes, seq iter.Seq[any]) Bytes {
	i := 0
	return BytesJoin(sep, func(yield func(Bytes) bool) {
		for x := range seq {
			b, ok := bytesLike(x)
			if !ok {
				throwf(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, fullTypeName(x))
			}
			i++
			if !yield(b) {
				return
			}
		}
	})
}
