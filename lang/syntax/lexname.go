package syntax

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isNameStart reports whether an ASCII character may start a name.
func isNameStart(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// isPrintable reports whether a character shows, as Python's str.isprintable.
func isPrintable(r rune) bool { return r == ' ' || unicode.IsPrint(r) }

// name reads an identifier or keyword.
func (s *scanner) name() {
	n := nameLen(s.text[s.pos:])
	switch {
	case n == 0:
		if r, size := utf8.DecodeRuneInString(s.text[s.pos:]); r == utf8.RuneError && size == 1 {
			s.emit(tokError, 1) // checkEncoding has reported it
			return
		}
		s.badCharacter()
	case keywords[s.text[s.pos:s.pos+n]]:
		s.emit(tokKeyword, n)
	default:
		s.emit(tokName, n)
	}
}

// nameLen returns the length of the identifier that text starts with, or 0.
func nameLen(text string) int {
	i := 0
	for i < len(text) && (isNameStart(text[i]) || i > 0 && isDigit(text[i])) {
		i++
	}
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n <= 1 || !isNameRune(r, i == 0) {
			break
		}
		i += n
	}
	return i
}

// isNameRune reports whether a character may stand in an identifier (PEP 3131), or start it.
func isNameRune(r rune, first bool) bool {
	if r < utf8.RuneSelf {
		return isNameStart(byte(r)) || !first && isDigit(byte(r))
	}
	if unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) {
		return !notXIDStart(r) || !first && !notXIDContinue(r)
	}
	return !first && !notXIDContinue(r) &&
		unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
}

// notXIDStart lists letters whose compatibility form does not start an identifier, which
// takes them out of XID_Start (UAX #31, 5.1).
func notXIDStart(r rune) bool {
	switch r {
	case 0x0e33, 0x0eb3, 0xff9e, 0xff9f:
		return true
	}
	return notXIDContinue(r)
}

// notXIDContinue lists characters whose compatibility form cannot stand in an identifier.
func notXIDContinue(r rune) bool {
	switch {
	case r == 0x037a, r == 0x2e2f, r >= 0xfc5e && r <= 0xfc63, r == 0xfdfa, r == 0xfdfb,
		r == 0xfe70, r == 0xfe72, r == 0xfe74, r == 0xfe76, r == 0xfe78, r == 0xfe7a,
		r == 0xfe7c, r == 0xfe7e:
		return true
	}
	return false
}

// coding matches PEP 263's declaration in a comment of the first two lines.
var coding = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)
})

// checkEncoding reports the first byte that is not UTF-8, and a declared encoding other than
// UTF-8, which would give the bytes another meaning.
func (s *scanner) checkEncoding() {
	if isASCII(s.text) {
		return
	}
	declared, start := "", s.pos
	for line := 0; line < 2 && declared == "" && start < len(s.text); line++ {
		end := lineEnd(s.text, start)
		text := s.text[start:end]
		if m := coding().FindStringSubmatchIndex(text); m != nil {
			declared = text[m[2]:m[3]]
			name := strings.ReplaceAll(strings.ToLower(declared), "_", "-")
			if name != "utf-8" && name != "utf8" && name != "ascii" && name != "utf-8-sig" {
				s.fail(start+m[2], start+m[3], codeToken, "cannot read a script in the encoding %s", declared).
					hint("save it as UTF-8")
				return
			}
		} else if !strings.HasPrefix(strings.TrimLeft(text, " \t\f"), "#") && strings.TrimSpace(text) != "" {
			break
		}
		start = end + newlineAt(s.text, end)
	}
	for i := 0; i < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if r == utf8.RuneError && n == 1 {
			s.fail(i, i+1, codeToken, "the script is not UTF-8: found the byte 0x%02x", s.text[i]).
				hint("save it as UTF-8")
			return
		}
		i += n
	}
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
