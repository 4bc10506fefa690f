package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// python2 recognises a Python 2 statement in a line with an error at the given offset, or
// returns nil.
func python2(tokens []lexer.Token, at int32) *Error {
	i := 0
	for j := range tokens {
		if int32(tokens[j].Pos.Offset) > at {
			break
		}
		// A statement may follow ';' or the ':' of a header in the same line.
		if isToken(&tokens[j], ";") || isToken(&tokens[j], ":") && tokens[0].Type == tokKeyword {
			i = j + 1
		}
	}
	if i >= len(tokens) {
		return nil
	}
	first := &tokens[i]
	rest := tokens[i+1:]
	for j := range rest {
		if isToken(&rest[j], ";") || rest[j].Type == tokNewline {
			rest = rest[:j]
			break
		}
	}
	if len(rest) == 0 {
		return nil
	}
	second := &rest[0]
	whole := spanOf(first).Join(spanOf(&rest[len(rest)-1]))
	switch {
	case first.Type == tokName && first.Value == "print" && int32(second.Pos.Offset) == at && startsExpr(second):
		args := joinTokens(rest)
		if t, ok := strings.CutSuffix(args, ","); ok {
			args = t + `, end=" "`
		}
		return errorAt(whole, codePython2, "missing parentheses in call to 'print'").hint("write print(%s)", args)
	case first.Type == tokName && first.Value == "exec" && int32(second.Pos.Offset) == at && startsExpr(second):
		return errorAt(whole, codePython2, "missing parentheses in call to 'exec'").hint("write exec(%s)", strings.Replace(joinTokens(rest), " in ", ", ", 1))
	case isToken(first, "raise"):
		if j := topComma(rest, at); j > 0 {
			value := joinTokens(rest[j+1:])
			if k := topComma(rest[j+1:], whole.End); k > 0 {
				value = joinTokens(rest[j+1 : j+1+k])
			}
			return errorAt(whole, codePython2, "raise with a comma is Python 2").hint("write raise %s(%s)", joinTokens(rest[:j]), value)
		}
	case isToken(first, "except"):
		if j := topComma(rest, at); j > 0 {
			name := joinTokens(rest[j+1:])
			name = strings.TrimSuffix(name, ":")
			return errorAt(Span{whole.Start, spanOf(&rest[j]).End}, codePython2, "multiple exception types must be parenthesized").
				hint("write except %s as %s:, or except (%s, %s): to catch both", joinTokens(rest[:j]), name, joinTokens(rest[:j]), name)
		}
	}
	return nil
}

// topComma returns the index of the first comma outside brackets if it is at the given
// offset or before it, or -1.
func topComma(tokens []lexer.Token, at int32) int {
	depth := 0
	for i := range tokens {
		t := &tokens[i]
		switch {
		case int32(t.Pos.Offset) > at || isToken(t, ":") && depth == 0:
			return -1
		case isToken(t, "(") || isToken(t, "[") || isToken(t, "{"):
			depth++
		case isToken(t, ")") || isToken(t, "]") || isToken(t, "}"):
			depth--
		case isToken(t, ",") && depth == 0:
			return i
		}
	}
	return -1
}

// joinTokens writes tokens with single blanks where there are any.
func joinTokens(tokens []lexer.Token) string {
	var b strings.Builder
	for i := range tokens {
		t := &tokens[i]
		if i > 0 && tokens[i-1].Pos.Offset+len(tokens[i-1].Value) < t.Pos.Offset {
			b.WriteByte(' ')
		}
		b.WriteString(t.Value)
	}
	return b.String()
}
