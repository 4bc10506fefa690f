package syntax

import (
	"errors"
	"regexp"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// explain makes our error of participle's. Errors of exprParser pass as they are; for a
// token that the grammar does not allow, the words depend on what was expected and on the
// statement. tokens are those of the logical line.
func (p *parser) explain(err error, tokens []lexer.Token) *Error {
	var own *Error
	if errors.As(err, &own) {
		if e := python2(tokens, own.Span.Start); e != nil {
			return e
		}
		return own
	}
	var unexpected *participle.UnexpectedTokenError
	if !errors.As(err, &unexpected) {
		return errorAt(spanOf(&tokens[0]), codeSyntax, "invalid syntax: %s", err)
	}
	t := &unexpected.Unexpected
	if e := python2(tokens, int32(t.Pos.Offset)); e != nil {
		return e
	}
	if e := misplaced(tokens, t); e != nil {
		return e
	}
	if want := expected(unexpected); want != "" {
		return errorAt(spanOf(t), codeExpected, "expected %s, found %s", want, describe(t))
	}
	return errorAt(spanOf(t), codeSyntax, "invalid syntax: unexpected %s", strings.TrimPrefix(describe(t), "the "))
}

// expectation finds the first item in participle's "(expected …)".
var expectation = regexp.MustCompile(`\(expected \(?("[^"]*"|<\w+>|\w+)`)

// expected returns what the grammar wants at an unexpected token, or "".
func expected(e *participle.UnexpectedTokenError) string {
	m := expectation.FindStringSubmatch(e.Message())
	if m == nil {
		return ""
	}
	switch word := m[1]; strings.ToLower(word) {
	case "suite":
		return "':'"
	case "exprlist", "condition", "expression", "subject":
		return "an expression"
	case "targetlist":
		return "the variables of the loop"
	case "identifier", "<name>", "modulealias", "namealias", "star":
		return "a name"
	case "<newline>":
		return ""
	case `","`, `";"`:
		return ""
	default:
		return strings.ReplaceAll(word, `"`, "'")
	}
}

// misplaced explains tokens that are well known slips.
func misplaced(tokens []lexer.Token, t *lexer.Token) *Error {
	first := &tokens[0]
	at := spanOf(t)
	var before *lexer.Token
	for i := range tokens {
		if tokens[i].Pos.Offset == t.Pos.Offset && i > 0 {
			before = &tokens[i-1]
		}
	}
	header := first.Type == tokKeyword && (first.Value == "if" || first.Value == "elif" || first.Value == "while")
	switch {
	case isToken(t, "=") && header:
		return errorAt(at, codeSyntax, "invalid syntax: found '=' in a condition").
			hint("maybe you meant '==' or ':=' instead of '='?")
	case isToken(t, ":="):
		return errorAt(at, codeSyntax, "invalid syntax: ':=' needs parentheses here").
			hint("write = for a plain assignment")
	case isToken(first, "type") && t == first || isToken(first, "type") && t.Pos.Offset == first.Pos.Offset:
		return errorAt(Span{at.Start, spanOf(&tokens[len(tokens)-1]).End}, codeNewPython, "type statements are not supported").
			hint("write %s = …", tokens[1].Value)
	case isToken(t, "else") && before != nil && isToken(before, "else"):
		return nil
	case isToken(t, "if") && before != nil && isToken(before, "else"):
		return errorAt(spanOf(before).Join(at), codeSyntax, "expected ':' after 'else'").hint("write elif")
	case isToken(first, "from") && t.Type == tokNewline && before != nil && isToken(before, ","):
		return errorAt(spanOf(before), codeSyntax, "trailing comma not allowed without surrounding parentheses")
	case t.Type == tokKeyword && before != nil && isToken(before, ":") && compound[t.Value]:
		return errorAt(at, codeSyntax, "invalid syntax: '%s' must start its own line", t.Value)
	case t.Type == tokKeyword && before != nil && wantsName(before):
		return errorAt(at, codeExpected, "expected a name, found the keyword '%s'", t.Value)
	case isToken(t, "++") || before != nil && isToken(t, "+") && isToken(before, "+"):
		return errorAt(spanOf(before).Join(at), codeSyntax, "invalid syntax: there is no ++ operator").hint("write += 1")
	}
	return nil
}

// compound are the keywords of statements with blocks.
var compound = map[string]bool{"if": true, "for": true, "while": true, "try": true, "with": true,
	"def": true, "class": true, "async": true}

// wantsName reports whether a name follows a keyword.
func wantsName(t *lexer.Token) bool {
	if t.Type != tokKeyword {
		return false
	}
	switch t.Value {
	case "def", "class", "import", "as", "global", "nonlocal":
		return true
	}
	return false
}
