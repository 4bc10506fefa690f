package py

import (
	"strings"
	"unicode/utf8"
)

// ReEscape is re.escape(text).
func ReEscape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf && strings.ContainsRune("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ReEscapeBytes is re.escape(b).
func ReEscapeBytes(b Bytes) Bytes { return unLatin(ReEscape(latin(b))) }

// ReMatch is re.match(pattern, text, flags), for a pattern as text or compiled; and so the others.
func ReMatch(pattern any, text string, flags int64) Opt[*Match] {
	return patternOf(pattern, flags).ofText().Match(text)
}

// ReMatchIn is ReMatch in m.
func ReMatchIn(pattern any, text string, flags int64, m *Match) Opt[*Match] {
	return patternOf(pattern, flags).ofText().MatchIn(text, m)
}

// ReSearch is re.search(pattern, text, flags).
func ReSearch(pattern any, text string, flags int64) Opt[*Match] {
	return patternOf(pattern, flags).ofText().Search(text)
}

// ReSearchIn is ReSearch in m.
func ReSearchIn(pattern any, text string, flags int64, m *Match) Opt[*Match] {
	return patternOf(pattern, flags).ofText().SearchIn(text, m)
}

// ReFullmatch is re.fullmatch(pattern, text, flags).
func ReFullmatch(pattern any, text string, flags int64) Opt[*Match] {
	return patternOf(pattern, flags).ofText().Fullmatch(text)
}

// ReFullmatchIn is ReFullmatch in m.
func ReFullmatchIn(pattern any, text string, flags int64, m *Match) Opt[*Match] {
	return patternOf(pattern, flags).ofText().FullmatchIn(text, m)
}

// ReFinditer is re.finditer(pattern, text, flags).
func ReFinditer(pattern any, text string, flags int64) *Iter[*Match] {
	return patternOf(pattern, flags).ofText().Finditer(text)
}

// ReFindall is re.findall(pattern, text, flags); for T see PatternFindall.
func ReFindall[T any](pattern any, text string, flags int64) *List[T] {
	return PatternFindall[T](patternOf(pattern, flags).ofText(), text)
}

// ReSplit is re.split(pattern, text, maxsplit, flags); for T see PatternSplit.
func ReSplit[T any](pattern any, text string, maxsplit, flags int64) *List[T] {
	return PatternSplit[T](patternOf(pattern, flags).ofText(), text, maxsplit)
}

// ReSub is re.sub(pattern, template, text, count, flags).
func ReSub(pattern any, template, text string, count, flags int64) string {
	return patternOf(pattern, flags).ofText().Sub(template, text, count)
}

// ReSubn is re.subn(pattern, template, text, count, flags).
func ReSubn(pattern any, template, text string, count, flags int64) Tuple2[string, int64] {
	return patternOf(pattern, flags).ofText().Subn(template, text, count)
}

// ReSubFunc is re.sub(pattern, function, text, count, flags).
func ReSubFunc(pattern any, function func(*Match) string, text string, count, flags int64) string {
	return patternOf(pattern, flags).ofText().SubFunc(function, text, count)
}

// ReSubnFunc is re.subn(pattern, function, text, count, flags).
func ReSubnFunc(pattern any, function func(*Match) string, text string, count, flags int64) Tuple2[string, int64] {
	return patternOf(pattern, flags).ofText().SubnFunc(function, text, count)
}

// ReSubAny is re.sub(pattern, replacement, text, count, flags) of a function or a text that is known only when running.
func ReSubAny(pattern, replacement any, text string, count, flags int64) string {
	return patternOf(pattern, flags).ofText().SubAny(replacement, text, count)
}

// ReSubnAny is re.subn(pattern, replacement, text, count, flags) of such a one.
func ReSubnAny(pattern, replacement any, text string, count, flags int64) Tuple2[string, int64] {
	return patternOf(pattern, flags).ofText().SubnAny(replacement, text, count)
}

// The functions of module re on bytes. What they give is known only when running.

// ReCompileAny is re.compile(pattern, flags).
func ReCompileAny(pattern Bytes, flags int64) any { return patternOf(pattern, flags) }

// ReCompileSame is re.compile(pattern, flags) of a compiled pattern.
func ReCompileSame(pattern *Pattern, flags int64) *Pattern { return patternOf(pattern, flags) }

// ReMatchAny is re.match(pattern, text, flags).
func ReMatchAny(pattern any, text Bytes, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "match", text)
}

// ReSearchAny is re.search(pattern, text, flags).
func ReSearchAny(pattern any, text Bytes, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "search", text)
}

// ReFullmatchAny is re.fullmatch(pattern, text, flags).
func ReFullmatchAny(pattern any, text Bytes, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "fullmatch", text)
}

// ReFinditerAny is re.finditer(pattern, text, flags).
func ReFinditerAny(pattern any, text Bytes, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "finditer", text)
}

// ReFindallAny is re.findall(pattern, text, flags).
func ReFindallAny(pattern any, text Bytes, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "findall", text)
}

// ReSplitAny is re.split(pattern, text, maxsplit, flags).
func ReSplitAny(pattern any, text Bytes, maxsplit, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "split", text, maxsplit)
}

// ReSubBytes is re.sub(pattern, replacement, text, count, flags).
func ReSubBytes(pattern, replacement any, text Bytes, count, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "sub", replacement, text, count)
}

// ReSubnBytes is re.subn(pattern, replacement, text, count, flags).
func ReSubnBytes(pattern, replacement any, text Bytes, count, flags int64) any {
	return DynCallMethod(patternOf(pattern, flags), "subn", replacement, text, count)
}
