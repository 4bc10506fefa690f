package syntax

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// explain makes our error of participle's. Errors of exprParser pass as they are; for a
// token that the grammar does not allow, the words depend on what was expected and on the
// statement. tokens are those of the logical line.
func explain(err error, tokens []lexer.Token) *Error {
	var own *Error
	if errors.As(err, &own) {
		if e := python2(tokens, own.Span.Start); e != nil {
			return e
		}
		if e := foreignOperator(tokens, own); e != nil {
			return e
		}
		return own
	}
	var unexpected *participle.UnexpectedTokenError
	if !errors.As(err, &unexpected) {
		return errorAt(spanOf(&tokens[0]), codeSyntax, "invalid syntax: %s", err)
	}
	at := 0 // the index of the unexpected token
	for at < len(tokens)-1 && tokens[at].Pos.Offset < unexpected.Unexpected.Pos.Offset {
		at++
	}
	t := &tokens[at]
	if e := python2(tokens, int32(t.Pos.Offset)); e != nil {
		return e
	}
	want := expected(unexpected)
	if at == 1 && tokens[0].Type == tokKeyword && t.Value == "=" {
		e := errorAt(spanOf(&tokens[0]), codeTarget, "cannot assign to the keyword '%s'", tokens[0].Value)
		e.Hint = "choose another name"
		return e
	}
	if e := misplaced(tokens, at, want); e != nil {
		return e
	}
	if want != "" && at > 0 {
		return errorAt(spanOf(t), codeExpected, "expected %s, found %s", want, describe(t))
	}
	found := strings.TrimPrefix(strings.TrimPrefix(describe(t), "the "), "a ")
	return errorAt(spanOf(t), codeSyntax, "invalid syntax: unexpected %s", found)
}

// expectation finds the first item in participle's "(expected …)".
var expectation = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\(expected \(?("[^"]*"|<\w+>|\w+)`)
})

// expected returns what the grammar wants at an unexpected token, or "".
func expected(e *participle.UnexpectedTokenError) string {
	m := expectation().FindStringSubmatch(e.Message())
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
	case "simple":
		return "a statement"
	case `":"`, `"("`, `")"`, `"]"`, `"in"`, `"import"`:
		return strings.ReplaceAll(word, `"`, "'")
	}
	return "" // what else could stand there does not help
}

// misplaced explains well known slips: tokens[at] is not what was wanted.
func misplaced(tokens []lexer.Token, at int, want string) *Error {
	first, t := &tokens[0], &tokens[at]
	where := spanOf(t)
	if isToken(first, "type") && at == 0 {
		return errorAt(where.Join(spanOf(&tokens[len(tokens)-1])), codeNewPython, "type statements are not supported").
			hint("write %s = …", tokens[1].Value)
	}
	if isToken(t, ":=") {
		return errorAt(where, codeSyntax, "invalid syntax: ':=' needs parentheses here").
			hint("write = for a plain assignment")
	}
	if isToken(first, "async") && at == 0 {
		return errorAt(spanOf(&tokens[1]), codeExpected, "expected 'def', 'for' or 'with' after 'async', found %s", describe(&tokens[1]))
	}
	if at == 0 {
		return nil
	}
	before := &tokens[at-1]
	switch {
	case isToken(t, "=") && (isToken(first, "if") || isToken(first, "elif") || isToken(first, "while")):
		return errorAt(where, codeSyntax, "invalid syntax: found '=' in a condition").
			hint("maybe you meant '==' or ':=' instead of '='?")
	case isToken(t, "if") && isToken(before, "else"):
		return errorAt(spanOf(before).Join(where), codeSyntax, "expected ':' after 'else'").hint("write elif")
	case isToken(first, "from") && t.Type == tokNewline && isToken(before, ","):
		return errorAt(spanOf(before), codeSyntax, "trailing comma not allowed without surrounding parentheses")
	case isToken(before, ":") && t.Type == tokKeyword && compound[t.Value]:
		return errorAt(where, codeSyntax, "invalid syntax: '%s' must start its own line", t.Value)
	case t.Type == tokKeyword && wantsName(before):
		return errorAt(where, codeExpected, "expected a name, found the keyword '%s'", t.Value)
	case t.Type == tokString && before.Type == tokName && spanOf(before).End == where.Start && strings.EqualFold(before.Value, "ur"):
		return errorAt(spanOf(before).Join(where), codePython2, "the string prefix %s is Python 2", before.Value).
			hint("write %s", before.Value[1:]+t.Value)
	case want == "']'" && isToken(t, ":"), want == "a name" && (isToken(t, "*") || isToken(t, "**")) && (isToken(before, "[") || isToken(before, ",")):
		return errorAt(where, codeNewPython, "only plain names are supported as type parameters")
	}
	return nil
}

// foreignOperator explains operators of other languages, in which the second half is where
// the error is or, for x++, in front of it; or returns nil.
func foreignOperator(tokens []lexer.Token, e *Error) *Error {
	for i := 1; i < len(tokens); i++ {
		a, b := &tokens[i-1], &tokens[i]
		if spanOf(a).End != spanOf(b).Start || a.Type != tokOp || b.Type != tokOp {
			continue
		}
		op := a.Value + b.Value
		hint := map[string]string{"&&": "write and", "||": "write or", "===": "write ==", "=>": "write >="}[op]
		at := b
		if op == "++" || op == "--" {
			hint = "write " + a.Value + "= 1"
			at = &tokens[min(i+1, len(tokens)-1)]
		}
		if hint != "" && int32(at.Pos.Offset) == e.Span.Start {
			return errorAt(spanOf(a).Join(spanOf(b)), codeSyntax, "invalid syntax: there is no operator %s", op).hint("%s", hint)
		}
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
