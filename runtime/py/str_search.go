package py

import (
	"strings"
	"unicode/utf8"
)

// strWindow resolves the start and end arguments of find and its kin: the part of s and the number of characters
// before it. ok is false if even "" is not found there.
func strWindow(s string, start, end Opt[int64]) (part string, skipped int, ok bool) {
	if !start.Ok && !end.Ok {
		return s, 0, true
	}
	ascii := isASCII(s)
	n := len(s)
	if !ascii {
		n = utf8.RuneCountInString(s)
	}
	clip := func(o Opt[int64], none int) int {
		if !o.Ok {
			return none
		}
		if o.V < 0 {
			return int(max(o.V+int64(n), 0))
		}
		return int(min(o.V, int64(n)+1))
	}
	lo, hi := clip(start, 0), min(clip(end, n), n)
	if lo > hi {
		return "", 0, false
	}
	if ascii {
		return s[lo:hi], lo, true
	}
	from := charOffset(s, lo)
	return s[from : from+charOffset(s[from:], hi-lo)], lo, true
}

// StrFind is s.find(sub, start, end).
func StrFind(s, sub string, start, end Opt[int64]) int64 {
	part, skipped, ok := strWindow(s, start, end)
	if !ok {
		return -1
	}
	return charIndex(part, strings.Index(part, sub), skipped)
}

// StrRfind is s.rfind(sub, start, end).
func StrRfind(s, sub string, start, end Opt[int64]) int64 {
	part, skipped, ok := strWindow(s, start, end)
	if !ok {
		return -1
	}
	return charIndex(part, strings.LastIndex(part, sub), skipped)
}

func charIndex(s string, at, skipped int) int64 {
	if at < 0 {
		return -1
	}
	return int64(skipped + utf8.RuneCountInString(s[:at]))
}

// StrIndex is s.index(sub, start, end); it raises ValueError.
func StrIndex(s, sub string, start, end Opt[int64]) int64 { return found(StrFind(s, sub, start, end)) }

// StrRindex is s.rindex(sub, start, end); it raises ValueError.
func StrRindex(s, sub string, start, end Opt[int64]) int64 {
	return found(StrRfind(s, sub, start, end))
}

func found(i int64) int64 {
	if i < 0 {
		throw(ValueError, "substring not found")
	}
	return i
}

// StrCount is s.count(sub, start, end).
func StrCount(s, sub string, start, end Opt[int64]) int64 {
	part, _, ok := strWindow(s, start, end)
	if !ok {
		return 0
	}
	return int64(strings.Count(part, sub))
}

// StrReplace is s.replace(old, new, count), with -1 for all.
func StrReplace(s, old, new string, count int64) string {
	return strings.Replace(s, old, new, int(max(min(count, int64(len(s))+1), -1)))
}

// StrStartswith is s.startswith(prefix, start, end).
func StrStartswith(s, prefix string, start, end Opt[int64]) bool {
	part, _, ok := strWindow(s, start, end)
	return ok && strings.HasPrefix(part, prefix)
}

// StrEndswith is s.endswith(suffix, start, end).
func StrEndswith(s, suffix string, start, end Opt[int64]) bool {
	part, _, ok := strWindow(s, start, end)
	return ok && strings.HasSuffix(part, suffix)
}

// StrStartswithAny is s.startswith(prefix, start, end) where the prefix is a str or a tuple of them.
func StrStartswithAny(s string, prefix any, start, end Opt[int64]) bool {
	return anyAffix("startswith", prefix, func(p string) bool { return StrStartswith(s, p, start, end) })
}

// StrEndswithAny is s.endswith(suffix, start, end) where the suffix is a str or a tuple of them.
func StrEndswithAny(s string, suffix any, start, end Opt[int64]) bool {
	return anyAffix("endswith", suffix, func(p string) bool { return StrEndswith(s, p, start, end) })
}

func anyAffix(method string, affix any, test func(string) bool) bool {
	switch p := affix.(type) {
	case string:
		return test(p)
	case tupleAny:
		for x := range allOf(p) {
			s, ok := x.(string)
			if !ok {
				throwf(TypeError, "tuple for %s must only contain str, not %s", method, fullTypeName(x))
			}
			if test(s) {
				return true
			}
		}
		return false
	}
	throwf(TypeError, "%s first arg must be str or a tuple of str, not %s", method, fullTypeName(affix))
	return false
}
