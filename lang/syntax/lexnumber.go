package syntax

import (
	"strings"
	"unicode/utf8"
)

// number reads a numeric literal, with CPython's messages for malformed ones.
func (s *scanner) number() {
	text := s.text[s.pos:]
	n := 0
	switch {
	case len(text) > 1 && text[0] == '0' && strings.IndexByte("xX", text[1]) >= 0:
		n = s.prefixed("hexadecimal", isHexDigit)
	case len(text) > 1 && text[0] == '0' && strings.IndexByte("oO", text[1]) >= 0:
		n = s.prefixed("octal", func(c byte) bool { return '0' <= c && c <= '7' })
	case len(text) > 1 && text[0] == '0' && strings.IndexByte("bB", text[1]) >= 0:
		n = s.prefixed("binary", func(c byte) bool { return c == '0' || c == '1' })
	default:
		n = s.decimal()
	}
	if n < 0 {
		s.skipWord()
		return
	}
	s.emit(tokNumber, n)
}

// skipWord emits a malformed literal, which starts with a digit or a point, as an error
// token.
func (s *scanner) skipWord() {
	n := 1
	for s.pos+n < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.pos+n:])
		if !isNameRune(r, false) {
			break
		}
		n += size
	}
	s.emit(tokError, n)
}

func isHexDigit(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// prefixed returns the length of a 0x, 0o or 0b literal, or -1 after reporting an error.
func (s *scanner) prefixed(kind string, digit func(byte) bool) int {
	text := s.text[s.pos:]
	i := 2
	for {
		if i < len(text) && text[i] == '_' {
			i++
		}
		if i == len(text) || !digit(text[i]) {
			if i < len(text) && isDigit(text[i]) {
				s.fail(s.pos+i, s.pos+i+1, codeNumber, "invalid digit '%c' in %s literal", text[i], kind)
			} else {
				s.fail(s.pos, s.pos+i, codeNumber, "invalid %s literal", kind)
			}
			return -1
		}
		for i < len(text) && digit(text[i]) {
			i++
		}
		if i == len(text) || text[i] != '_' {
			break
		}
	}
	if i < len(text) && isDigit(text[i]) {
		s.fail(s.pos+i, s.pos+i+1, codeNumber, "invalid digit '%c' in %s literal", text[i], kind)
		return -1
	}
	return s.endOfNumber(i, kind)
}

// decimal returns the length of a decimal integer, a float or an imaginary number, or -1
// after reporting an error.
func (s *scanner) decimal() int {
	text := s.text[s.pos:]
	i, ok := s.digits(0)
	if !ok {
		return -1
	}
	whole := i
	isInt := true
	if i < len(text) && text[i] == '.' {
		isInt = false
		i++
		if i < len(text) && (isDigit(text[i]) || text[i] == '_') {
			if i, ok = s.digits(i); !ok {
				return -1
			}
		}
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		j := i + 1
		if j < len(text) && (text[j] == '+' || text[j] == '-') {
			j++
		}
		if j < len(text) && isDigit(text[j]) {
			isInt = false
			if i, ok = s.digits(j); !ok {
				return -1
			}
		} else if j > i+1 {
			s.fail(s.pos, s.pos+j, codeNumber, "invalid decimal literal")
			return -1
		}
	}
	if i < len(text) && (text[i] == 'j' || text[i] == 'J') {
		return s.endOfNumber(i+1, "imaginary")
	}
	if isInt && !s.checkLeadingZero(text[:whole]) {
		return -1
	}
	return s.endOfNumber(i, "decimal")
}

// digits goes over decimal digits with single underscores between them, from i.
func (s *scanner) digits(i int) (int, bool) {
	text := s.text[s.pos:]
	for {
		start := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		if i == start && (start == 0 || text[start-1] == '_' || i < len(text) && text[i] == '_') {
			if start == 0 { // a literal such as .5
				return i, true
			}
			s.fail(s.pos, s.pos+i, codeNumber, "invalid decimal literal")
			return i, false
		}
		if i == len(text) || text[i] != '_' {
			return i, true
		}
		i++
	}
}

// checkLeadingZero rejects Python 2's octal numbers such as 0777.
func (s *scanner) checkLeadingZero(digits string) bool {
	significant := strings.TrimLeft(digits, "0_")
	if digits == "" || digits[0] != '0' || significant == "" {
		return true
	}
	e := s.fail(s.pos, s.pos+len(digits), codePython2, "leading zeros in decimal integer literals are not permitted")
	if strings.Trim(significant, "01234567_") == "" {
		e.hint("write 0o%s for an octal number, %s for a decimal one", significant, significant)
	} else {
		e.hint("write %s", significant)
	}
	return false
}

// endOfNumber checks what follows a number directly. A keyword may (1if x else y), as in
// CPython; any other letter makes the literal invalid.
func (s *scanner) endOfNumber(n int, kind string) int {
	rest := s.text[s.pos+n:]
	word := rest[:nameLen(rest)]
	if word == "" {
		return n
	}
	for _, k := range []string{"and", "else", "for", "if", "in", "is", "not", "or"} {
		if strings.HasPrefix(word, k) {
			return n
		}
	}
	if word == "L" || word == "l" {
		s.fail(s.pos, s.pos+n+1, codePython2, "the suffix %s of long integers is Python 2", word).
			hint("write %s: every int is long", s.text[s.pos:s.pos+n])
		return -1
	}
	s.fail(s.pos, s.pos+n, codeNumber, "invalid %s literal", kind).
		hint("a name cannot start with a digit")
	return -1
}
