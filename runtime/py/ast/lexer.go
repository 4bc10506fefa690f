package pyast

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/runtime/py"
)

type kind uint8

const (
	end kind = iota
	newline
	name
	number
	text
	operator
)

type token struct {
	kind      kind
	text      string // of a str or bytes literal: its value
	line      int
	bytes     bool
	formatted bool // an f-string
}

type lexer struct {
	src  string
	at   int
	line int
	tok  token
	open []token // the brackets around the place
}

func newLexer(src string) *lexer {
	l := &lexer{src: src, line: 1}
	l.next()
	return l
}

func (l *lexer) syntaxError(message string) {
	py.Throw(py.SyntaxError, fmt.Sprintf("%s (<unknown>, line %d)", message, l.tok.line))
}

// unclosed raises SyntaxError for the innermost bracket at the end.
func (l *lexer) unclosed() {
	if n := len(l.open); n > 0 {
		l.tok.line = l.open[n-1].line
		l.syntaxError("'" + l.open[n-1].text + "' was never closed")
	}
	l.syntaxError("invalid syntax")
}

func (l *lexer) next() {
	for l.at < len(l.src) {
		switch c := l.src[l.at]; {
		case c == '#':
			i := strings.IndexByte(l.src[l.at:], '\n')
			if i < 0 {
				i = len(l.src) - l.at
			}
			l.at += i
			continue
		case c == '\n':
			l.at++
			l.line++
			if len(l.open) == 0 {
				l.tok = token{kind: newline, line: l.line - 1}
				return
			}
			continue
		case c == ' ' || c == '\t' || c == '\r' || c == '\f':
			l.at++
			continue
		}
		break
	}
	l.tok = token{line: l.line}
	if l.at >= len(l.src) {
		return
	}
	c := l.src[l.at]
	r, _ := utf8.DecodeRuneInString(l.src[l.at:])
	switch {
	case c >= '0' && c <= '9', c == '.' && l.at+1 < len(l.src) && isDigit(l.src[l.at+1]):
		l.number()
	case c == '"' || c == '\'':
		l.str("")
	case c == '_' || unicode.IsLetter(r):
		l.word()
	default:
		l.operator()
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func (l *lexer) number() {
	start := l.at
	for l.at < len(l.src) {
		c := l.src[l.at]
		exponent := (c == '+' || c == '-') && (l.src[l.at-1] == 'e' || l.src[l.at-1] == 'E') && !strings.HasPrefix(strings.ToLower(l.src[start:]), "0x")
		if !exponent && c != '.' && c != '_' && !isDigit(c) && !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
			break
		}
		l.at++
	}
	l.tok.kind, l.tok.text = number, l.src[start:l.at]
	plain := strings.ReplaceAll(l.tok.text, "_", "")
	_, err := strconv.ParseFloat(plain, 64)
	_, ierr := strconv.ParseUint(plain, 0, 64)
	if err != nil && ierr != nil && strings.Trim(plain, "0123456789") != "" && !strings.HasSuffix(strings.ToLower(plain), "j") {
		l.syntaxError("invalid decimal literal")
	}
}

func (l *lexer) word() {
	start := l.at
	for l.at < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		l.at += n
	}
	word := l.src[start:l.at]
	if l.at < len(l.src) && (l.src[l.at] == '"' || l.src[l.at] == '\'') && strings.Trim(strings.ToLower(word), "rbuf") == "" && len(word) < 3 {
		l.str(strings.ToLower(word))
		return
	}
	l.tok.kind, l.tok.text = name, word
}

// str reads a literal with its prefix behind it.
func (l *lexer) str(prefix string) {
	raw := strings.Contains(prefix, "r")
	l.tok.kind, l.tok.bytes, l.tok.formatted = text, strings.Contains(prefix, "b"), strings.Contains(prefix, "f")
	quote := l.src[l.at : l.at+1]
	triple := strings.HasPrefix(l.src[l.at:], quote+quote+quote)
	if triple {
		quote = quote + quote + quote
	}
	l.at += len(quote)
	var b strings.Builder
	for !strings.HasPrefix(l.src[l.at:], quote) {
		if l.at >= len(l.src) || l.src[l.at] == '\n' && !triple {
			if triple {
				l.syntaxError(fmt.Sprintf("unterminated triple-quoted string literal (detected at line %d)", l.line))
			}
			l.syntaxError(fmt.Sprintf("unterminated string literal (detected at line %d)", l.line))
		}
		c := l.src[l.at]
		switch {
		case c == '\\' && l.at+1 < len(l.src):
			l.escape(&b, raw)
			continue
		case c == '\n':
			l.line++
		case c >= utf8.RuneSelf && l.tok.bytes:
			l.syntaxError("bytes can only contain ASCII literal characters")
		}
		b.WriteByte(c)
		l.at++
	}
	l.at += len(quote)
	l.tok.text = b.String()
}

var escapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '\'': '\'', '"': '"', 'a': 7, 'b': 8, 'f': 12, 'v': 11}

// escape reads a backslash and what belongs to it.
func (l *lexer) escape(b *strings.Builder, raw bool) {
	c := l.src[l.at+1]
	if raw {
		b.WriteString(l.src[l.at : l.at+2])
		l.at += 2
		return
	}
	l.at += 2
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	switch {
	case c == '\n':
		l.line++
	case escapes[c] != 0:
		b.WriteByte(escapes[c])
	case c >= '0' && c <= '7':
		n := int64(c - '0')
		for i := 0; i < 2 && l.at < len(l.src) && l.src[l.at] >= '0' && l.src[l.at] <= '7'; i++ {
			n = n*8 + int64(l.src[l.at]-'0')
			l.at++
		}
		l.char(b, rune(n))
	case size > 0 && (c == 'x' || !l.tok.bytes):
		digits := l.src[l.at:min(l.at+size, len(l.src))]
		n, err := strconv.ParseUint(digits, 16, 32)
		if err != nil || len(digits) < size {
			l.syntaxError("(unicode error) 'unicodeescape' codec can't decode bytes")
		}
		l.at += size
		l.char(b, rune(n))
	default:
		b.WriteByte('\\')
		b.WriteByte(c)
	}
}

func (l *lexer) char(b *strings.Builder, r rune) {
	if l.tok.bytes {
		b.WriteByte(byte(r))
		return
	}
	b.WriteRune(r)
}

func (l *lexer) operator() {
	n := 1
	for _, op := range []string{"**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":="} {
		if strings.HasPrefix(l.src[l.at:], op) {
			n = 2
		}
	}
	l.tok.kind, l.tok.text = operator, l.src[l.at:l.at+n]
	if n == 1 && !strings.Contains("()[]{},:.+-*/%@&|^~<>=;", l.tok.text) {
		l.syntaxError("invalid syntax")
	}
	l.at += n
	switch l.tok.text {
	case "(", "[", "{":
		l.open = append(l.open, l.tok)
	case ")", "]", "}":
		if len(l.open) == 0 {
			l.syntaxError("unmatched '" + l.tok.text + "'")
		}
		l.open = l.open[:len(l.open)-1]
	}
}
