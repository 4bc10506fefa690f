package syntax

import (
	"sort"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// Parse reads a script. It returns every statement that is free of errors, also where
// others are not, and all the syntax errors of the script in the order of their places:
// reading goes on with the next logical line behind each. It never panics.
func Parse(src *Source) (*File, []*Error) { return parse(src, scan(src.Text)) }

// ParseIncluded parses a module that was included in a script at base.
func ParseIncluded(src *Source, base int32) (*File, []*Error) {
	module, _ := src.File(base)
	return parse(src, scanAt(module.Text, int(base)))
}

func parse(src *Source, s *scanner) (*File, []*Error) {
	markSoftKeywords(s.tokens)
	p := &parser{src: src, tokens: s.tokens, lex: peeking(s.tokens), errs: s.errs}
	sort.SliceStable(p.errs, func(i, j int) bool { return p.errs[i].Span.Start < p.errs[j].Span.Start })
	p.lexErrs = p.errs[:len(p.errs):len(p.errs)]
	file := &File{Source: src, Body: p.statements(scope{}), Comments: s.comments}
	sort.SliceStable(p.errs, func(i, j int) bool { return p.errs[i].Span.Start < p.errs[j].Span.Start })
	return file, withoutEchoes(p.errs)
}

// withoutEchoes drops what is out of its place only because of another error there: the return
// of a function whose block is not indented.
func withoutEchoes(errs []*Error) []*Error {
	missing := map[int32]bool{} // places of blocks that are not indented
	for _, e := range errs {
		if e.Code == codeIndent {
			missing[e.Span.Start] = true
		}
	}
	var out []*Error
	for _, e := range errs {
		if e.Code != codeContext || !missing[e.Span.Start] {
			out = append(out, e)
		}
	}
	return out
}

// parser puts logical lines together to statements and blocks.
type parser struct {
	src     *Source
	tokens  []lexer.Token
	lex     *lexer.PeekingLexer // over tokens
	errs    []*Error
	lexErrs []*Error // the scanner's errors, in order
}

// cursor is the index of the next token.
func (p *parser) cursor() int { return int(p.lex.RawCursor()) }

// report records an error.
func (p *parser) report(e *Error) { p.errs = append(p.errs, e) }

// statements parses up to the end of the block or file.
func (p *parser) statements(sc scope) []Stmt {
	var out []Stmt
	for {
		switch t := p.lex.Peek(); t.Type {
		case lexer.EOF, tokDedent:
			return out
		case tokNewline:
			p.lex.Next()
		case tokIndent:
			if !p.badIndent(t) {
				p.report(errorAt(spanOf(t), codeIndent, "unexpected indent"))
			}
			out = append(out, p.indented(sc)...)
		default:
			out = append(out, p.statement(sc)...)
		}
	}
}

// indented parses the block behind an INDENT.
func (p *parser) indented(sc scope) []Stmt {
	p.lex.Next()
	out := p.statements(sc)
	if p.lex.Peek().Type == tokDedent {
		p.lex.Next()
	}
	return out
}

// at returns which compound statement or clause the next line starts, or "".
func (p *parser) at() string {
	i := p.cursor()
	if t := &p.tokens[i]; isToken(t, "async") {
		i++ // there is a token behind each but EOF
	} else if isToken(t, "@") {
		return "@"
	}
	t := &p.tokens[i]
	if t.Type != tokKeyword {
		return ""
	}
	switch t.Value {
	case "if", "elif", "else", "while", "for", "try", "except", "finally", "with", "def",
		"class", "match", "case":
		return t.Value
	}
	return ""
}

// statement parses a line of simple statements or a compound statement. The result is
// empty where an error leaves nothing.
func (p *parser) statement(sc scope) []Stmt {
	var s Stmt
	h := p.header()
	switch h.word {
	case "if":
		s = p.ifStmt(h, sc, false)
	case "while":
		s = p.whileStmt(h, sc)
	case "for":
		s = p.forStmt(h, sc)
	case "try":
		s = p.tryStmt(h, sc)
	case "with":
		s = p.withStmt(h, sc)
	case "@":
		s = p.decorated(h, sc)
	case "def":
		s = p.funcDef(h, sc, nil)
	case "class":
		s = p.classDef(h, sc, nil)
	case "match":
		s = p.matchStmt(h, sc)
	case "elif", "else", "except", "finally", "case":
		p.stray(h, sc)
	default:
		return p.simpleStmts(h, sc)
	}
	if s == nil {
		return nil
	}
	return []Stmt{s}
}

// header is the first line of a statement.
type header struct {
	word string // what at returned
	line line   // nil if the line has an error
	at   Span   // of the line's tokens, without the line end
}

// header parses one logical line, reports its error and goes behind it. Of a line whose
// statements share it with a header (if x: y), the header is the whole line.
func (p *parser) header() header {
	start, here := p.cursor(), p.lex.MakeCheckpoint()
	h := header{word: p.at(), at: spanOf(&p.tokens[start])}
	parsed, err := lineParser().ParseFromLexer(p.lex, participle.AllowTrailing(true))
	end := start
	for p.tokens[end].Type != tokNewline && p.tokens[end].Type != lexer.EOF {
		end++
	}
	if end > start {
		h.at.End = spanOf(&p.tokens[end-1]).End
	}
	if err == nil {
		h.line = parsed.Line
	}
	if p.hasLexError(h.at.Start, int32(p.tokens[end].Pos.Offset)) {
		h.line = nil
	} else if err != nil {
		p.report(explain(err, p.tokens[start:end+1]))
	}
	if h.line == nil {
		p.lex.LoadCheckpoint(here)
		for i := start; i <= end; i++ {
			p.lex.Next()
		}
		if h.word == "" && p.lex.Peek().Type == tokIndent {
			// A block below a line that was not understood: its own errors count.
			p.indented(anyScope)
		}
	}
	return h
}

// hasLexError reports whether the scanner found an error between two offsets.
func (p *parser) hasLexError(from, to int32) bool {
	i := sort.Search(len(p.lexErrs), func(i int) bool { return p.lexErrs[i].Span.Start >= from })
	return i < len(p.lexErrs) && p.lexErrs[i].Span.Start <= to
}

// badIndent reports whether the scanner has reported the indentation in front of a token.
func (p *parser) badIndent(t *lexer.Token) bool {
	at := int32(t.Pos.Offset)
	_, col := p.src.Position(at)
	return p.hasLexError(at-int32(col-1), at-1)
}

// suite parses the statements that belong to a header and reports whether there are any.
// Without a suite, because the header has an error, it parses a block for its errors.
func (p *parser) suite(s *suite, what string, h header, sc scope) ([]Stmt, bool) {
	switch {
	case s == nil:
		if p.lex.Peek().Type == tokIndent {
			p.indented(sc)
		}
		return nil, false
	case s.Inline != nil:
		return p.lowerAll(s.Inline, sc), true
	case p.lex.Peek().Type == tokIndent:
		return p.indented(sc), true
	}
	if p.badIndent(p.lex.Peek()) {
		return nil, false
	}
	at := spanOf(p.lex.Peek())
	p.report(errorAt(at, codeIndent, "expected an indented block after %s on line %d", what, p.src.Line(h.at.Start)).
		note(h.at, "the block of this line is missing"))
	return nil, false
}

// stray reports a clause without its statement and parses its block.
func (p *parser) stray(h header, sc scope) {
	owner := map[string]string{
		"elif": "an 'if'", "else": "an 'if', 'for', 'while' or 'try'", "except": "a 'try'",
		"finally": "a 'try'", "case": "a 'match'",
	}[h.word]
	if h.line != nil {
		p.report(errorAt(Span{h.at.Start, h.at.Start + int32(len(h.word))}, codeSyntax,
			"'%s' does not belong to %s", h.word, owner))
	}
	p.suite(suiteOf(h.line), "'"+h.word+"' statement", h, sc)
}

// suiteOf returns the suite of a header, nil if there is none.
func suiteOf(l line) *suite {
	switch l := l.(type) {
	case *ifLine:
		return &l.Suite
	case *elifLine:
		return &l.Suite
	case *elseLine:
		return &l.Suite
	case *whileLine:
		return &l.Suite
	case *forLine:
		return &l.Suite
	case *tryLine:
		return &l.Suite
	case *exceptLine:
		return &l.Suite
	case *finallyLine:
		return &l.Suite
	case *withLine:
		return &l.Suite
	case *defLine:
		return &l.Suite
	case *classLine:
		return &l.Suite
	case *caseLine:
		return &l.Suite
	}
	return nil
}

// markSoftKeywords makes keywords of match, case and type where they start a statement:
// match before an indented block that starts with case, case at the start of a line of such
// a block, type before a name and '=' or '['.
func markSoftKeywords(tokens []lexer.Token) {
	depth := 0
	var blocks []int // depths of the blocks of match statements
	lineStart := true
	for i := range tokens {
		t := &tokens[i]
		switch t.Type {
		case tokIndent:
			depth++
			continue
		case tokDedent:
			depth--
			for len(blocks) > 0 && blocks[len(blocks)-1] > depth {
				blocks = blocks[:len(blocks)-1]
			}
			continue
		case tokNewline:
			lineStart = true
			continue
		}
		if !lineStart {
			continue
		}
		lineStart = false
		if t.Type != tokName {
			continue
		}
		switch t.Value {
		case "match":
			if startsMatch(tokens[i+1:]) {
				t.Type = tokKeyword
				blocks = append(blocks, depth+1)
			}
		case "case":
			if len(blocks) > 0 && blocks[len(blocks)-1] == depth {
				t.Type = tokKeyword
			}
		case "type":
			// There is a line end behind each name, and a token behind each of those.
			if tokens[i+1].Type == tokName && (isToken(&tokens[i+2], "=") || isToken(&tokens[i+2], "[")) {
				t.Type = tokKeyword
			}
		}
	}
}

// startsMatch reports whether tokens are the rest of the first line of a match statement.
func startsMatch(tokens []lexer.Token) bool {
	if t := &tokens[0]; !startsList(t) {
		return false
	}
	for i := range tokens {
		if tokens[i].Type == tokNewline {
			return i+2 < len(tokens) && tokens[i+1].Type == tokIndent &&
				tokens[i+2].Type == tokName && tokens[i+2].Value == "case"
		}
	}
	return false
}
