package syntax

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// Limits of CPython's tokenizer.
const (
	maxBrackets = 200 // nested brackets
	maxIndents  = 100 // nested blocks
)

// scanner turns text into tokens, all at once. Errors are collected: the scanner goes on
// behind each, so that one run shows every mistake.
//
// Indentation is measured as CPython does it: twice, with tabs every 8 columns and with tabs
// every column. Where the two disagree about which line is deeper, the layout depends on the
// editor's tab width and is rejected.
type scanner struct {
	text string
	pos  int // of the next character
	base int // added to positions of text to give positions in the Source

	tokens   []lexer.Token
	comments []Comment
	errs     []*Error

	indents  []indent
	brackets []bracket
	nested   bool // inside an f-string's field: brackets[0] is the field's own '{'
	mismatch bool // a closing bracket of this logical line was reported
	mixed    bool // the use of tabs and spaces was reported
	rewinds  int  // how often rewind was used
}

// indent is the width of an open block: with tabs to multiples of 8, and with tabs as one.
type indent struct{ col, alt int }

// scan returns the scanner after it has read all of a script.
func scan(text string) *scanner { return scanAt(text, 0) }

// scanAt is scan for text that stands at a place behind the script.
func scanAt(text string, base int) *scanner {
	s := &scanner{text: text, base: base, indents: []indent{{}}}
	s.tokens = make([]lexer.Token, 0, len(text)/4+4)
	s.pos = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	s.checkEncoding()
	for lineStart := true; s.pos < len(s.text); {
		if lineStart && len(s.brackets) == 0 {
			if s.indentation() {
				continue // a line without tokens
			}
		} else if lineStart {
			s.closeBracketsAtStatement()
		}
		lineStart = s.token()
		if s.pos == len(s.text) && s.closeBracketsAtEnd() {
			lineStart = true
		}
	}
	s.endLine()
	for len(s.indents) > 1 {
		s.indents = s.indents[:len(s.indents)-1]
		s.emit(tokDedent, 0)
	}
	s.emit(lexer.EOF, 0)
	return s
}

// emit adds the token of the next n bytes and goes behind it.
func (s *scanner) emit(t lexer.TokenType, n int) {
	s.tokens = append(s.tokens, lexer.Token{
		Type: t, Value: s.text[s.pos : s.pos+n], Pos: lexer.Position{Offset: s.base + s.pos}})
	s.pos += n
}

// endLine ends the logical line if it has tokens.
func (s *scanner) endLine() {
	if n := len(s.tokens); n > 0 {
		switch s.tokens[n-1].Type {
		case tokNewline, tokIndent, tokDedent:
		default:
			s.emit(tokNewline, 0)
		}
	}
}

// span is the place of the text from one position to another.
func (s *scanner) span(from, to int) Span { return Span{int32(s.base + from), int32(s.base + to)} }

// fail records an error at the text between two positions.
func (s *scanner) fail(from, to int, code, format string, args ...any) *Error {
	e := errorAt(s.span(from, to), code, format, args...)
	s.errs = append(s.errs, e)
	return e
}

// newlineAt returns the length of the line break at a position: 0 if there is none.
func newlineAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch text[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	}
	return 0
}

// lineEnd returns the position of the line break, or of the end, at or after i.
func lineEnd(text string, i int) int {
	if n := strings.IndexAny(text[i:], "\r\n"); n >= 0 {
		return i + n
	}
	return len(text)
}

// token reads what comes next in a line and reports whether a new line starts behind it.
func (s *scanner) token() bool {
	c := s.text[s.pos]
	switch {
	case c == ' ' || c == '\t' || c == '\f':
		s.pos++
	case c == '\n' || c == '\r':
		n := newlineAt(s.text, s.pos)
		if len(s.brackets) == 0 {
			s.mismatch = false
			s.emit(tokNewline, n)
		} else {
			s.pos += n
		}
		return true
	case c == '#':
		s.comment()
	case c == '\\':
		s.lineJoin()
	case isDigit(c) || c == '.' && s.pos+1 < len(s.text) && isDigit(s.text[s.pos+1]):
		s.number()
	case isNameStart(c) || c >= utf8.RuneSelf:
		if n := stringPrefix(s.text[s.pos:]); n > 0 {
			s.stringLiteral(n)
		} else {
			s.name()
		}
	case c == '"' || c == '\'':
		s.stringLiteral(0)
	default:
		s.operator()
	}
	return false
}

// comment keeps a comment for the printer.
func (s *scanner) comment() {
	end := lineEnd(s.text, s.pos)
	text := strings.TrimRight(s.text[s.pos:end], " \t\f")
	s.comments = append(s.comments, Comment{At{s.span(s.pos, s.pos+len(text))}, text})
	s.pos = end
}

// lineJoin reads a backslash and the line break behind it.
func (s *scanner) lineJoin() {
	n := newlineAt(s.text, s.pos+1)
	switch {
	case n > 0 && s.pos+1+n == len(s.text), s.pos+1 == len(s.text):
		s.fail(s.pos, s.pos+1, codeToken, "unexpected end of file after a line continuation")
		s.pos = len(s.text)
	case n == 0:
		end := lineEnd(s.text, s.pos)
		if strings.TrimSpace(s.text[s.pos+1:end]) == "" {
			s.fail(s.pos, s.pos+1, codeToken, "unexpected blank after the line continuation character").
				hint("remove the blanks behind the backslash")
			s.pos = end + newlineAt(s.text, end)
			return
		}
		s.fail(s.pos, s.pos+1, codeToken, "unexpected character after line continuation character")
		s.emit(tokError, 1)
	default:
		s.pos += 1 + n
	}
}

// indentation reads the blanks that start a logical line and emits INDENT or DEDENT. It
// reports true, with the line consumed, where the line has nothing but blanks and comments.
func (s *scanner) indentation() bool {
	start := s.pos
	in, joined := indent{}, -1
	for ; s.pos < len(s.text); s.pos++ {
		switch s.text[s.pos] {
		case ' ':
			in.col++
			in.alt++
			continue
		case '\t':
			in.col = (in.col/8 + 1) * 8
			in.alt++
			continue
		case '\f':
			in = indent{}
			continue
		case '\\':
			// A joined line keeps the indentation of its first line.
			if n := newlineAt(s.text, s.pos+1); n > 0 && s.pos+1+n < len(s.text) {
				if joined < 0 {
					joined = in.col
				}
				s.pos += n
				continue
			}
		}
		break
	}
	if s.pos == len(s.text) {
		return true
	}
	if s.text[s.pos] == '#' {
		s.comment()
	}
	if n := newlineAt(s.text, s.pos); n > 0 || s.pos == len(s.text) {
		s.pos += n
		return true
	}
	if joined >= 0 {
		in = indent{joined, joined}
	}
	s.indentTo(in, start)
	return false
}

// indentTo opens or closes blocks for a line of the given indentation.
func (s *scanner) indentTo(in indent, start int) {
	top := s.indents[len(s.indents)-1]
	mixed := func() {
		if s.mixed { // a file that mixes them does so in many lines
			return
		}
		s.mixed = true
		s.fail(start, s.pos, codeIndent, "inconsistent use of tabs and spaces in indentation").
			hint("indent with spaces only")
	}
	switch {
	case in.col == top.col:
		if in.alt != top.alt {
			mixed()
		}
	case in.col > top.col:
		if in.alt <= top.alt {
			mixed()
		}
		if len(s.indents) >= maxIndents {
			s.fail(start, s.pos, codeNesting, "too many levels of indentation")
			return
		}
		s.indents = append(s.indents, in)
		s.emit(tokIndent, 0)
	default:
		for n := len(s.indents); in.col < s.indents[n-1].col; n-- {
			if below := s.indents[n-2]; in.col > below.col {
				// Between two levels: go on as if the inner block had this width.
				s.fail(start, s.pos, codeIndent, "unindent does not match any outer indentation level")
				s.indents[n-1] = in
				return
			}
			s.indents = s.indents[:n-1]
			s.emit(tokDedent, 0)
		}
		if in.alt != s.indents[len(s.indents)-1].alt {
			mixed()
		}
	}
}

// operator reads an operator, a bracket or a character that starts no token.
func (s *scanner) operator() {
	c := s.text[s.pos]
	switch c {
	case '(', '[', '{':
		if len(s.brackets) == maxBrackets {
			s.fail(s.pos, s.pos+1, codeNesting, "too many nested parentheses")
			s.pos = len(s.text)
			s.brackets = nil
			return
		}
		s.brackets = append(s.brackets, bracket{ch: c, at: s.span(s.pos, s.pos+1)})
		s.emit(tokOp, 1)
		return
	case ')', ']', '}':
		s.closeBracket(c)
		return
	}
	if n := operatorLen(s.text[s.pos:]); n > 0 {
		s.emit(tokOp, n)
		return
	}
	s.badCharacter()
}

// operatorLen returns the length of the operator or delimiter that text starts with, or 0.
func operatorLen(text string) int {
	if len(text) >= 3 {
		switch text[:3] {
		case "**=", "//=", ">>=", "<<=", "...":
			return 3
		}
	}
	if len(text) >= 2 {
		switch text[:2] {
		case "!=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "==",
			"<=", ">=", "<<", ">>", "**", "//", "<>":
			return 2
		}
	}
	if strings.IndexByte("+-*/%@&|^~<>,:.;=", text[0]) >= 0 {
		return 1
	}
	return 0
}

// badCharacter reports a character that starts no token.
func (s *scanner) badCharacter() {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	at := func(format string, args ...any) *Error {
		return s.fail(s.pos, s.pos+n, codeToken, format, args...)
	}
	switch {
	case r == '`':
		s.backticks()
		return
	case r == 0:
		at("source code cannot contain null bytes")
	case r < ' ' || r == 0x7f || r > 0x7f && !isPrintable(r):
		at("invalid non-printable character U+%04X", r)
	case strings.ContainsRune("“”„‟″«»", r):
		at("invalid character '%c' (U+%04X)", r, r).hint("write the quote as \"")
	case strings.ContainsRune("‘’‚‛′`´", r):
		at("invalid character '%c' (U+%04X)", r, r).hint("write the quote as '")
	case r > 0x7f:
		at("invalid character '%c' (U+%04X)", r, r)
	case r == '!':
		at("invalid syntax: unexpected character '!'").hint("write not for negation, != for unequal")
	default:
		at("invalid syntax: unexpected character '%c'", r)
	}
	s.emit(tokError, n)
}

// backticks reports Python 2's repr quotes and skips the pair.
func (s *scanner) backticks() {
	n := 1
	if end := strings.IndexByte(s.text[s.pos+1:lineEnd(s.text, s.pos)], '`'); end >= 0 {
		n = end + 2
	}
	x := strings.Trim(s.text[s.pos:s.pos+n], "`")
	s.fail(s.pos, s.pos+n, codePython2, "backticks are Python 2").hint("write repr(%s)", x)
	s.emit(tokError, n)
}
