package syntax

import "strings"

// maxRewinds bounds how often the scanner goes back to where a bracket was probably meant
// to end: each time it reads up to all of the rest again.
const maxRewinds = 20

// bracket is an open bracket.
type bracket struct {
	ch     byte
	at     Span
	resume *resumePoint // nil if there is none yet
}

// resumePoint is the first line inside a bracket that looks like a statement: it is
// indented no deeper than the statement with the bracket, and starts with a name. If the
// bracket turns out never to be closed, reading goes on there.
type resumePoint struct{ pos, tokens, comments, errs int }

// closeBracketsAtStatement ends the logical line in spite of an open bracket where the next
// line starts with a keyword that only a statement can start with, so that a bracket never
// closed spoils one statement and not the rest of the file.
func (s *scanner) closeBracketsAtStatement() {
	i := s.pos
	for i < len(s.text) && strings.IndexByte(" \t\f", s.text[i]) >= 0 {
		i++
	}
	j := i
	for j < len(s.text) && s.text[j] >= 'a' && s.text[j] <= 'z' {
		j++
	}
	if s.nested {
		return
	}
	s.markResume(i)
	if j < len(s.text) && (isNameStart(s.text[j]) || isDigit(s.text[j])) {
		return
	}
	word := s.text[i:j]
	if !statementKeywords[word] {
		// These may start a line of an expression too; a colon at its end tells, if the
		// brackets before it are the line's own.
		if word != "if" && word != "for" && word != "async" {
			return
		}
		line, _, _ := strings.Cut(s.text[i:lineEnd(s.text, i)], "#")
		if !strings.HasSuffix(strings.TrimRight(line, " \t\f"), ":") ||
			countAny(line, "([{") != countAny(line, ")]}") {
			return
		}
	}
	if !s.rewind() {
		s.reportOpenBracket()
		s.brackets = s.brackets[:0]
	}
	s.endLine()
	s.indentation()
}

// markResume notes a line in brackets, whose first character is at i, as the point to
// resume at, if it looks like a statement.
func (s *scanner) markResume(i int) {
	top := &s.brackets[len(s.brackets)-1]
	if top.resume != nil || i == len(s.text) || !isNameStart(s.text[i]) {
		return
	}
	col := 0
	for _, c := range s.text[s.pos:i] {
		if c == '\t' {
			col = (col/8 + 1) * 8
		} else {
			col++
		}
	}
	if col <= s.indents[len(s.indents)-1].col {
		top.resume = &resumePoint{s.pos, len(s.tokens), len(s.comments), len(s.errs)}
	}
}

// rewind goes back to the first resume point of the open brackets, if there is one, and
// reports the bracket open there.
func (s *scanner) rewind() bool {
	if s.rewinds == maxRewinds {
		return false
	}
	for i := range s.brackets {
		if r := s.brackets[i].resume; r != nil {
			s.rewinds++
			s.pos, s.tokens, s.comments, s.errs = r.pos, s.tokens[:r.tokens], s.comments[:r.comments], s.errs[:r.errs]
			s.brackets = s.brackets[:i+1]
			s.reportOpenBracket()
			s.brackets = s.brackets[:0]
			return true
		}
	}
	return false
}

// countAny counts the bytes of text that are among chars.
func countAny(text, chars string) int {
	n := 0
	for i := range len(text) {
		if strings.IndexByte(chars, text[i]) >= 0 {
			n++
		}
	}
	return n
}

// closeBracketsAtEnd reports a bracket open at the end of the file. It reports true if
// reading goes on at an earlier line.
func (s *scanner) closeBracketsAtEnd() bool {
	if len(s.brackets) == 0 || s.nested {
		return false
	}
	if s.rewind() {
		s.endLine()
		return true
	}
	s.reportOpenBracket()
	return false
}

// reportOpenBracket reports the innermost open bracket. Behind a string without an end its closing one is most likely in that.
func (s *scanner) reportOpenBracket() {
	b := s.brackets[len(s.brackets)-1]
	if n := len(s.errs); n > 0 && s.errs[n-1].Code == codeString && s.errs[n-1].Span.Start > int32(b.at.Start) {
		return
	}
	s.errs = append(s.errs, errorAt(b.at, codeBracket, "'%c' was never closed", b.ch))
}

// closeBracket matches a closing bracket with the innermost open one.
func (s *scanner) closeBracket(c byte) {
	opening := map[byte]byte{')': '(', ']': '[', '}': '{'}[c]
	n := len(s.brackets)
	if n == 0 {
		if !s.mismatch {
			s.fail(s.pos, s.pos+1, codeBracket, "unmatched '%c'", c)
		}
		s.mismatch = true
		s.emit(tokError, 1)
		return
	}
	if open := s.brackets[n-1]; open.ch != opening {
		if !s.mismatch {
			s.fail(s.pos, s.pos+1, codeBracket, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.ch).
				note(open.at, "'%c' is opened here", open.ch)
		}
		s.mismatch = true
		// If an outer bracket fits, the inner ones were forgotten; otherwise c is a slip.
		for i := n - 1; i >= 0; i-- {
			if s.brackets[i].ch == opening {
				n = i + 1
				break
			}
		}
		s.brackets = s.brackets[:n-1]
		s.emit(tokError, 1)
		return
	}
	s.brackets = s.brackets[:n-1]
	s.emit(tokOp, 1)
}
