package py

import "strings"

// bytesLike is a value that CPython takes for bytes.
func bytesLike(v any) (Bytes, bool) {
	if b, ok := v.(buffer); ok {
		return b.bytes(), true
	}
	b, ok := v.(Bytes)
	return b, ok
}

// subsection is what the methods that search look for: bytes, or an int that is one byte.
func subsection(v any) Bytes {
	switch x := v.(type) {
	case bool:
		return Bytes([]byte{byte(boolInt(x))})
	case int64:
		if x < 0 || x > 255 {
			throw(ValueError, "byte must be in range(0, 256)")
		}
		return Bytes([]byte{byte(x)})
	}
	b, ok := bytesLike(v)
	if !ok {
		throwf(TypeError, "argument should be integer or bytes-like object, not '%s'", fullTypeName(v))
	}
	return b
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

func bytesSearch(b, sub Bytes, start, end Opt[int64], index func(s, sub string) int) int64 {
	part, lo, ok := bytesWindow(b, start, end)
	if !ok {
		return -1
	}
	i := index(part, string(sub))
	if i < 0 {
		return -1
	}
	return int64(lo + i)
}

// BytesFind is b.find(sub, start, end).
func BytesFind(b, sub Bytes, start, end Opt[int64]) int64 {
	return bytesSearch(b, sub, start, end, strings.Index)
}

// BytesRfind is b.rfind(sub, start, end).
func BytesRfind(b, sub Bytes, start, end Opt[int64]) int64 {
	return bytesSearch(b, sub, start, end, strings.LastIndex)
}

// BytesIndex is b.index(sub, start, end); it raises ValueError.
func BytesIndex(b, sub Bytes, start, end Opt[int64]) int64 {
	return foundBytes(BytesFind(b, sub, start, end))
}

// BytesRindex is b.rindex(sub, start, end); it raises ValueError.
func BytesRindex(b, sub Bytes, start, end Opt[int64]) int64 {
	return foundBytes(BytesRfind(b, sub, start, end))
}

func foundBytes(i int64) int64 {
	if i < 0 {
		throw(ValueError, "subsection not found")
	}
	return i
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

// BytesFindAny is b.find(sub, start, end) of bytes or an int; and so the others.
func BytesFindAny(b Bytes, sub any, start, end Opt[int64]) int64 {
	return BytesFind(b, subsection(sub), start, end)
}

// BytesRfindAny is b.rfind(sub, start, end).
func BytesRfindAny(b Bytes, sub any, start, end Opt[int64]) int64 {
	return BytesRfind(b, subsection(sub), start, end)
}

// BytesIndexAny is b.index(sub, start, end).
func BytesIndexAny(b Bytes, sub any, start, end Opt[int64]) int64 {
	return BytesIndex(b, subsection(sub), start, end)
}

// BytesRindexAny is b.rindex(sub, start, end).
func BytesRindexAny(b Bytes, sub any, start, end Opt[int64]) int64 {
	return BytesRindex(b, subsection(sub), start, end)
}

// BytesCountAny is b.count(sub, start, end).
func BytesCountAny(b Bytes, sub any, start, end Opt[int64]) int64 {
	return BytesCount(b, subsection(sub), start, end)
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

// BytesStartswithAny is b.startswith(prefix, start, end) where the prefix is bytes or a tuple of them.
func BytesStartswithAny(b Bytes, prefix any, start, end Opt[int64]) bool {
	return anyBytesAffix("startswith", prefix, func(p Bytes) bool { return BytesStartswith(b, p, start, end) })
}

// BytesEndswithAny is b.endswith(suffix, start, end) where the suffix is bytes or a tuple of them.
func BytesEndswithAny(b Bytes, suffix any, start, end Opt[int64]) bool {
	return anyBytesAffix("endswith", suffix, func(p Bytes) bool { return BytesEndswith(b, p, start, end) })
}

func anyBytesAffix(method string, affix any, test func(Bytes) bool) bool {
	if t, ok := affix.(tupleAny); ok {
		for x := range allOf(t) {
			if test(AsBytes(x)) {
				return true
			}
		}
		return false
	}
	b, ok := bytesLike(affix)
	if !ok {
		throwf(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", method, fullTypeName(affix))
	}
	return test(b)
}
