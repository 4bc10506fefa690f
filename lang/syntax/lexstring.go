package syntax

import "strings"

// maxStringNesting bounds strings inside the fields of f-strings inside …
const maxStringNesting = 50

// stringPrefix returns the length of the letters of a string prefix such as rb or f, if
// text starts with one and a quote follows, or 0.
func stringPrefix(text string) int {
	n := 0
	var raw, bytes, format, unicode bool
	for n < len(text) {
		seen := &raw
		switch text[n] {
		case '\'', '"':
			return n
		case 'r', 'R':
		case 'b', 'B':
			seen = &bytes
		case 'f', 'F':
			seen = &format
		case 'u', 'U':
			seen = &unicode
		default:
			return 0
		}
		if *seen {
			return 0
		}
		*seen = true
		if bytes && format || unicode && n > 0 {
			return 0
		}
		n++
	}
	return 0
}

// stringProblem is an error inside a string literal: text from one position to another.
type stringProblem struct {
	from, to  int
	code, msg string
	hint      string
}

// stringLiteral reads a string whose prefix has the given length.
func (s *scanner) stringLiteral(prefix int) {
	end, problem := stringEnd(s.text, s.pos, prefix, 0)
	if problem == nil {
		s.emit(tokString, end-s.pos)
		return
	}
	e := s.fail(problem.from, problem.to, problem.code, "%s", problem.msg)
	e.Hint = problem.hint
	s.emit(tokError, end-s.pos)
}

// quoteAt returns the quotes that open a string at a position: one or three.
func quoteAt(text string, i int) string {
	if q := text[i : i+1]; strings.HasPrefix(text[i+1:], q+q) {
		return text[i : i+3]
	}
	return text[i : i+1]
}

// stringEnd returns the position behind the string that starts at a position. With a
// problem, it is the position where reading should go on.
func stringEnd(text string, start, prefix, depth int) (int, *stringProblem) {
	letters := strings.ToLower(text[start : start+prefix])
	quote := quoteAt(text, start+prefix)
	i := start + prefix + len(quote)
	if !strings.Contains(letters, "f") {
		return plainEnd(text, start, i, quote)
	}
	if depth > maxStringNesting {
		return lineEnd(text, i), &stringProblem{from: start, to: i, code: codeNesting, msg: "f-strings are nested too deeply"}
	}
	raw := strings.Contains(letters, "r")
	for i < len(text) {
		switch {
		case strings.HasPrefix(text[i:], quote):
			return i + len(quote), nil
		case newlineAt(text, i) > 0 && len(quote) == 1:
			return unterminated(text, start, i, "f-string", quote)
		case text[i] == '\\':
			i = escapeEnd(text, i, raw)
		case strings.HasPrefix(text[i:], "{{"):
			i += 2
		case text[i] == '{':
			end, problem := fieldEnd(text, i, quote, raw, depth)
			if problem != nil {
				if end, _ = plainEnd(text, start, i+1, quote); depth > 0 {
					end = len(text)
				}
				return end, problem
			}
			i = end
		default:
			i++
		}
	}
	return unterminated(text, start, i, "f-string", quote)
}

// plainEnd is stringEnd for a string without fields, from position i inside it.
func plainEnd(text string, start, i int, quote string) (int, *stringProblem) {
	for i < len(text) {
		switch c := text[i]; {
		case c == '\\':
			i++
			i += max(newlineAt(text, i), 1)
		case c == quote[0] && strings.HasPrefix(text[i:], quote):
			return i + len(quote), nil
		case (c == '\n' || c == '\r') && len(quote) == 1:
			return unterminated(text, start, i, "string", quote)
		default:
			i++
		}
	}
	return unterminated(text, start, len(text), "string", quote)
}

// unterminated reports a string that has no end.
func unterminated(text string, start, end int, what, quote string) (int, *stringProblem) {
	p := &stringProblem{from: start, to: start + 1, code: codeString}
	if len(quote) == 3 {
		p.msg = "unterminated triple-quoted " + what + " literal"
		p.hint = "close it with " + quote
	} else {
		p.to = lineEnd(text, start)
		p.msg = "unterminated " + what + " literal"
		p.hint = "close it with " + quote + ", or use " + strings.Repeat(quote, 3) + " for text of several lines"
	}
	return end, p
}

// escapeEnd returns the position behind a backslash in an f-string and what it escapes. A
// brace is never escaped, except those of \N{name}.
func escapeEnd(text string, i int, raw bool) int {
	i++
	if i >= len(text) || text[i] == '{' || text[i] == '}' {
		return i
	}
	if !raw && strings.HasPrefix(text[i:], "N{") {
		if n := strings.IndexByte(text[i:lineEnd(text, i)], '}'); n >= 0 {
			return i + n + 1
		}
	}
	return i + max(newlineAt(text, i), 1)
}

// fieldEnd returns the position behind the f-string field whose '{' is at open.
func fieldEnd(text string, open int, quote string, raw bool, depth int) (int, *stringProblem) {
	unclosed := &stringProblem{from: open, to: open + 1, code: codeFString, msg: "f-string: expecting '}'"}
	if depth > maxStringNesting {
		unclosed.code, unclosed.msg = codeNesting, "f-string: expressions are nested too deeply"
		return 0, unclosed
	}
	i, problem := fieldExprEnd(text, open+1, depth)
	if problem != nil {
		// The quote that ends the f-string was taken for one inside the field.
		return 0, unclosed
	}
	if i < len(text) && text[i] == '!' {
		for i++; i < len(text) && text[i] != '}' && text[i] != ':'; i++ {
			if newlineAt(text, i) > 0 || strings.HasPrefix(text[i:], quote) {
				return 0, unclosed
			}
		}
	}
	if i < len(text) && text[i] == '}' {
		return i + 1, nil
	}
	for i++; i < len(text); { // the format after ':'
		switch {
		case text[i] == '}':
			return i + 1, nil
		case strings.HasPrefix(text[i:], quote), newlineAt(text, i) > 0 && len(quote) == 1:
			return 0, unclosed
		case text[i] == '\\':
			i = escapeEnd(text, i, raw)
		case text[i] == '{':
			end, problem := fieldEnd(text, i, quote, raw, depth+1)
			if problem != nil {
				return 0, problem
			}
			i = end
		default:
			i++
		}
	}
	return 0, unclosed
}

// fieldExprEnd returns the position of the '}', ':' or '!' that ends the expression of an
// f-string's field, or the end of the text.
func fieldExprEnd(text string, i, depth int) (int, *stringProblem) {
	brackets := 0
	for i < len(text) {
		switch c := text[i]; {
		case c == '(' || c == '[' || c == '{':
			brackets++
			i++
		case c == '}' && brackets == 0:
			return i, nil
		case c == ')' || c == ']' || c == '}':
			brackets--
			i++
		case c == '!' && strings.HasPrefix(text[i:], "!="):
			i += 2
		case (c == '!' || c == ':') && brackets <= 0:
			return i, nil
		case c == '#':
			i = lineEnd(text, i)
		case c == '"' || c == '\'' || isNameStart(c):
			n := stringPrefix(text[i:])
			if n == 0 && c != '"' && c != '\'' {
				i += nameLen(text[i:])
				continue
			}
			end, problem := stringEnd(text, i, n, depth+1)
			if problem != nil {
				return 0, problem
			}
			i = end
		default:
			i++
		}
	}
	return i, nil
}
