package syntax

import (
	"io"

	"github.com/alecthomas/participle/v2/lexer"
)

// Token types. Blanks, comments and line joins produce no tokens: a token's end is its
// offset plus the length of its Value, which is always its text in the source.
const (
	tokName lexer.TokenType = iota + 1
	tokKeyword
	tokNumber
	tokString // one literal with prefix and quotes, f-strings included
	tokOp
	tokNewline // the end of a logical line
	tokIndent  // zero width
	tokDedent  // zero width
	tokError   // text that is no token; the scanner has reported it
)

// scriptLexer is the participle lexer.Definition of Python's tokens.
type scriptLexer struct{}

// Symbols names the token types for the grammar.
func (scriptLexer) Symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{
		"EOF": lexer.EOF, "Name": tokName, "Keyword": tokKeyword, "Number": tokNumber,
		"String": tokString, "Op": tokOp, "Newline": tokNewline, "Indent": tokIndent,
		"Dedent": tokDedent, "Error": tokError,
	}
}

// Lex scans all of r and returns its tokens, or the first lexical error.
func (d scriptLexer) Lex(filename string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return d.LexString(filename, string(text))
}

// LexString is Lex for text in memory. Parse itself keeps the tokens in spite of errors.
func (scriptLexer) LexString(_ string, text string) (lexer.Lexer, error) {
	s := scan(text)
	if len(s.errs) > 0 {
		return nil, s.errs[0]
	}
	return &tokenList{tokens: s.tokens}, nil
}

// tokenList is a lexer.Lexer over tokens already scanned; the last must be EOF.
type tokenList struct{ tokens []lexer.Token }

// Next returns the tokens in turn, EOF forever at the end.
func (l *tokenList) Next() (lexer.Token, error) {
	t := l.tokens[0]
	if len(l.tokens) > 1 {
		l.tokens = l.tokens[1:]
	}
	return t, nil
}

// peeking makes the token stream that participle and the expression parser read.
func peeking(tokens []lexer.Token) *lexer.PeekingLexer {
	l, _ := lexer.Upgrade(&tokenList{tokens: tokens}) // a tokenList returns no errors
	return l
}

// spanOf returns the place of a token. The end of a line covers no text, so that a caret
// stands behind the last token and not on the line break.
func spanOf(t *lexer.Token) Span {
	start := int32(t.Pos.Offset)
	if t.Type == tokNewline {
		return Span{start, start}
	}
	return Span{start, start + int32(len(t.Value))}
}

// keywords are Python's reserved words; match, case and type are recognised by context.
var keywords = map[string]bool{
	"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true,
	"async": true, "await": true, "break": true, "class": true, "continue": true, "def": true,
	"del": true, "elif": true, "else": true, "except": true, "finally": true, "for": true,
	"from": true, "global": true, "if": true, "import": true, "in": true, "is": true,
	"lambda": true, "nonlocal": true, "not": true, "or": true, "pass": true, "raise": true,
	"return": true, "try": true, "while": true, "with": true, "yield": true,
}

// statementKeywords start a statement and can never stand inside an expression.
var statementKeywords = map[string]bool{
	"assert": true, "break": true, "class": true, "continue": true, "def": true, "del": true,
	"elif": true, "except": true, "finally": true, "global": true, "import": true,
	"nonlocal": true, "pass": true, "raise": true, "return": true, "try": true, "while": true,
	"with": true,
}

// describe names a token in a message.
func describe(t *lexer.Token) string {
	switch t.Type {
	case lexer.EOF:
		if t.Value != "" { // what ends the field of an f-string
			return "'" + t.Value + "'"
		}
		return "the end of the file"
	case tokNewline:
		return "the end of the line"
	case tokIndent:
		return "an indent"
	case tokDedent:
		return "the end of the block"
	case tokString:
		return "a string"
	case tokKeyword:
		return "the keyword '" + t.Value + "'"
	}
	return "'" + t.Value + "'"
}
