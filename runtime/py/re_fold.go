package py

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// sameLower are the lower-case letters that IGNORECASE takes for the same although each is its own lower case.
var sameLower = map[rune]string{
	0x69: "\u0131", 0x73: "\u017f", 0xb5: "\u03bc", 0x131: "\u0069", 0x17f: "\u0073", 0x345: "\u03b9\u1fbe",
	0x390: "\u1fd3", 0x3b0: "\u1fe3", 0x3b2: "\u03d0", 0x3b5: "\u03f5", 0x3b8: "\u03d1", 0x3b9: "\u0345\u1fbe",
	0x3ba: "\u03f0", 0x3bc: "\u00b5", 0x3c0: "\u03d6", 0x3c1: "\u03f1", 0x3c2: "\u03c3", 0x3c3: "\u03c2",
	0x3c6: "\u03d5", 0x3d0: "\u03b2", 0x3d1: "\u03b8", 0x3d5: "\u03c6", 0x3d6: "\u03c0", 0x3f0: "\u03ba",
	0x3f1: "\u03c1", 0x3f5: "\u03b5", 0x432: "\u1c80", 0x434: "\u1c81", 0x43e: "\u1c82", 0x441: "\u1c83",
	0x442: "\u1c84\u1c85", 0x44a: "\u1c86", 0x463: "\u1c87", 0x1c80: "\u0432", 0x1c81: "\u0434",
	0x1c82: "\u043e", 0x1c83: "\u0441", 0x1c84: "\u0442\u1c85", 0x1c85: "\u0442\u1c84", 0x1c86: "\u044a",
	0x1c87: "\u0463", 0x1c88: "\ua64b", 0x1e61: "\u1e9b", 0x1e9b: "\u1e61", 0x1fbe: "\u0345\u03b9",
	0x1fd3: "\u0390", 0x1fe3: "\u03b0", 0xa64b: "\u1c88", 0xfb05: "\ufb06", 0xfb06: "\ufb05",
}

// reTest is the test of one character, and whether it can be true of others than ASCII.
type reTest struct {
	is    func(rune) bool
	ascii bool
}

// reFold is how the letters of a pattern are compared: as they are, or without case.
type reFold struct{ ignore, ascii bool }

func foldOf(flags int64) reFold { return reFold{flags&ReIgnorecase != 0, flags&ReUnicode == 0} }

// lower is what of a character is compared.
func (f reFold) lower(r rune) rune {
	switch {
	case !f.ignore:
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			return r + 0x20
		}
	case !f.ascii:
		return unicode.ToLower(r)
	}
	return r
}

// variants are the characters that the lower case of a character may be for the pattern's r to match it.
func (f reFold) variants(r rune) []rune {
	low := f.lower(r)
	if !f.ignore || f.ascii {
		return []rune{low}
	}
	return append([]rune{low}, []rune(sameLower[low])...)
}

// cased reports whether r has another case.
func (f reFold) cased(r rune) bool {
	if !f.ignore {
		return false
	}
	if f.ascii {
		return r < utf8.RuneSelf && unicode.IsLetter(r)
	}
	return unicode.ToLower(r) != r || unicode.ToUpper(r) != r || sameLower[r] != ""
}

// equal reports whether the character r of a text matches one of the variants of a pattern's.
func (f reFold) equal(r rune, variants []rune) bool { return slices.Contains(variants, f.lower(r)) }

// test is the test of a set.
func (s *reClass) test(flags int64) reTest {
	fold, ascii := foldOf(flags), flags&ReUnicode == 0
	ranges := s.ranges
	if fold.ignore {
		ranges = fold.ranges(s.ranges)
	}
	var tests []func(rune) bool
	only := !s.not
	for _, c := range s.categories {
		tests = append(tests, category(c, ascii))
		only = only && ascii && unicode.IsLower(rune(c))
	}
	for _, r := range ranges {
		only = only && r[1] < utf8.RuneSelf
	}
	is := func(r rune) bool {
		r = fold.lower(r)
		for i := range ranges {
			if r >= ranges[i][0] && r <= ranges[i][1] {
				return !s.not
			}
		}
		for _, test := range tests {
			if test(r) {
				return !s.not
			}
		}
		return s.not
	}
	return reTest{is, only && (!fold.ignore || fold.ascii)}
}

// lastCased is the last character that has another case.
const lastCased = 0x1e943

// ranges are the lower cases of the characters of ranges, and what IGNORECASE takes for the same.
func (f reFold) ranges(in [][2]rune) [][2]rune {
	var out [][2]rune
	for _, r := range in {
		lo := r[0]
		for c := r[0]; c <= min(r[1], lastCased); c++ {
			if !f.cased(c) {
				continue
			}
			if lo < c {
				out = append(out, [2]rune{lo, c - 1})
			}
			for _, v := range f.variants(c) {
				out = append(out, [2]rune{v, v})
			}
			lo = c + 1
		}
		if lo <= r[1] {
			out = append(out, [2]rune{lo, r[1]})
		}
	}
	slices.SortFunc(out, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	merged := out[:0]
	for _, r := range out {
		if n := len(merged); n > 0 && r[0] <= merged[n-1][1]+1 {
			merged[n-1][1] = max(merged[n-1][1], r[1])
			continue
		}
		merged = append(merged, r)
	}
	return merged
}

// category is the set of \d, \w, \s and their opposites.
func category(c byte, ascii bool) func(rune) bool {
	var set func(rune) bool
	switch c | 0x20 {
	case 'd':
		set = func(r rune) bool {
			return r >= '0' && r <= '9' || !ascii && r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r)
		}
	case 'w':
		set = func(r rune) bool { return isWord(r, ascii) }
	case 's':
		set = func(r rune) bool {
			return r == ' ' || r >= '\t' && r <= '\r' || !ascii && (r >= 0x1c && r <= 0x1f || r >= 0x80 && unicode.IsSpace(r))
		}
	}
	if c >= 'a' {
		return set
	}
	return func(r rune) bool { return !set(r) }
}

func isWord(r rune, ascii bool) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return !ascii && (unicode.IsLetter(r) || unicode.IsNumber(r))
}
