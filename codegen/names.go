package codegen

import (
	"fmt"
	"go/token"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scope holds the names taken at one level: the package, or a function. A function's names
// avoid those of the package and of the functions around it, so nothing is ever shadowed.
type scope struct {
	parent *scope
	taken  map[string]bool
	// wanted are names that variables of the script would like to have; others stay clear of them.
	wanted map[string]bool
	// later are names that scopes inside of this one stay clear of: functions that get theirs where they are first used.
	later map[string]bool
	below map[string]bool // names taken in scopes inside of this one; kept by a unit's scope
}

func newScope(parent *scope) *scope { return &scope{parent: parent, taken: map[string]bool{}} }

func (s *scope) has(name string) bool {
	for r := s; r != nil; r = r.parent {
		if r.taken[name] || r.wanted[name] || r != s && r.later[name] {
			return true
		}
	}
	return false
}

// take returns the wanted name, with a number behind it if it is taken.
func (s *scope) take(want string) string {
	if isReserved(want) {
		want += "_"
	}
	name := want
	for i := 2; s.has(name); i++ {
		if unicode.IsDigit(lastRune(want)) {
			name = want + "_" + strconv.Itoa(i)
		} else {
			name = want + strconv.Itoa(i)
		}
	}
	s.taken[name] = true
	for r := s.parent; r != nil; r = r.parent {
		if r.below != nil {
			r.below[name] = true
		}
	}
	return name
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// reserved are names that a variable must not have although Go would let it: predeclared ones
// and the packages that generated code uses.
var reserved = func() map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Fields(`
		any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64
		rune string uint uint8 uint16 uint32 uint64 uintptr true false iota nil append cap clear close
		complex copy delete imag len make max min new panic print println real recover
		main init _ ds py core iter math`) {
		m[n] = true
	}
	return m
}()

func isReserved(name string) bool { return reserved[name] || token.IsKeyword(name) }

// lowerCamel turns a Python name into a Go name in lower camel case: word_counts -> wordCounts,
// _cache -> cache, MAX_SIZE -> maxSize, lastSum -> lastSum. What Go does not allow in a name
// becomes the hexadecimal code point.
func lowerCamel(python string) string {
	parts := nameParts(python)
	if len(parts) == 0 {
		return "unused"
	}
	var b strings.Builder
	b.WriteString(lowerFirst(parts[0]))
	for _, p := range parts[1:] {
		b.WriteString(upperFirst(p))
	}
	return goIdent(b.String())
}

// upperCamel is the exported form: word_counts -> WordCounts, pprint -> Pprint.
func upperCamel(python string) string {
	parts := nameParts(python)
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(upperFirst(p))
	}
	if b.Len() == 0 {
		return "Unused"
	}
	if s := goIdent(b.String()); token.IsExported(s) {
		return s
	}
	return "X" + goIdent(b.String())
}

// nameParts splits a name at underscores and whatever cannot be part of a name. Constants
// in capitals become words.
func nameParts(python string) []string {
	parts := strings.FieldsFunc(python, func(r rune) bool { return r == '_' || r < utf8.RuneSelf && !isWord(r) })
	if python == strings.ToUpper(python) {
		for i := range parts {
			parts[i] = strings.ToLower(parts[i])
		}
	}
	return parts
}

func isWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// lowerFirst lowers the first letter, or a whole leading acronym: URLParser -> urlParser.
func lowerFirst(s string) string {
	r := []rune(s)
	for i := range r {
		if !unicode.IsUpper(r[i]) || i > 0 && i+1 < len(r) && unicode.IsLower(r[i+1]) {
			break
		}
		r[i] = unicode.ToLower(r[i])
	}
	return string(r)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// goIdent encodes what Go does not take in an identifier.
func goIdent(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '_' || unicode.IsLetter(r):
			b.WriteRune(r)
		case unicode.IsDigit(r):
			if i == 0 {
				b.WriteByte('x')
			}
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "u%04x", r)
		}
	}
	if b.Len() == 0 {
		return "unused"
	}
	return b.String()
}
