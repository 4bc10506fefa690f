package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// fstringParser reads the text and the fields of one f-string token. The scanner has
// checked that every field is closed.
type fstringParser struct {
	literal
	outer *exprParser
	text  string // the token's Value
	base  int    // its offset in the Source
}

// span is the place of text[from:to].
func (f *fstringParser) span(from, to int) Span {
	return Span{int32(f.base + from), int32(f.base + to)}
}

// parts reads text and fields from position i to the end of the string or, for a format
// after ':', to the '}' that ends it, and returns that position.
func (f *fstringParser) parts(i int, spec bool) ([]Expr, int) {
	var parts []Expr
	from := i
	flush := func(to int) {
		text, err := f.unescape(f.text[from:to], f.base+from)
		if err != nil {
			f.outer.fail(err)
		}
		parts = append(parts, &StrLit{At{f.span(from, to)}, text})
	}
	for i < f.end {
		c := f.text[i]
		switch {
		case c == '\\':
			i = min(escapeEnd(f.text, i, f.raw), f.end)
		case c == '}' && spec:
			flush(i)
			return mergeText(parts), i
		case !spec && (c == '{' || c == '}') && i+1 < f.end && f.text[i+1] == c:
			flush(i + 1)
			i += 2
			from = i
		case c == '{':
			flush(i)
			var field *FValue
			field, i = f.field(i)
			parts = append(parts, field)
			from = i
		case c == '}':
			f.outer.fail(errorAt(f.span(i, i+1), codeFString, "f-string: single '}' is not allowed").
				hint("write }} for a brace"))
		default:
			i++
		}
	}
	flush(f.end)
	return mergeText(parts), f.end
}

// field reads the field whose '{' is at open and returns the position behind its '}'.
func (f *fstringParser) field(open int) (*FValue, int) {
	f.outer.enter()
	defer f.outer.leave()
	start := open + 1
	end, _ := fieldExprEnd(f.text[:f.end], start, 0)
	v := &FValue{}
	expr := strings.TrimRight(f.text[start:end], " \t\r\n\f")
	if n := len(expr); n > 1 && expr[n-1] == '=' && strings.IndexByte("=!<>", expr[n-2]) < 0 {
		v.Debug = f.text[start:end]
		expr = expr[:n-1]
	}
	if strings.TrimSpace(expr) == "" {
		f.outer.fail(errorAt(f.span(open, end), codeFString, "f-string: valid expression required before '%c'", f.text[end]))
	}
	v.X = f.expression(start, start+len(expr), end)
	if f.text[end] == '!' {
		end = f.conversion(v, end+1)
	}
	if f.text[end] == ':' {
		from := end + 1
		var parts []Expr
		parts, end = f.parts(from, true)
		v.Spec = &FString{At{f.span(from, end)}, parts}
	}
	v.Span = f.span(open, end+1)
	return v, end + 1
}

// conversion reads what follows '!' and returns the position of the ':' or '}' behind it.
func (f *fstringParser) conversion(v *FValue, from int) int {
	end := from + strings.IndexAny(f.text[from:], ":}")
	switch name := f.text[from:end]; name {
	case "r", "s", "a":
		v.Conv = name[0]
	case "":
		f.outer.fail(errorAt(f.span(from-1, end), codeFString, "f-string: missing conversion character"))
	default:
		f.outer.fail(errorAt(f.span(from, end), codeFString, "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", name))
	}
	return end
}

// expression parses text[start:end] as the expression of a field, which goes on at after.
func (f *fstringParser) expression(start, end, after int) Expr {
	s := &scanner{text: f.text[:end], pos: start, base: f.base, nested: true}
	s.brackets = []bracket{{ch: '{', at: f.span(start-1, start)}}
	for s.pos < end {
		s.token()
	}
	s.tokens = append(s.tokens, lexer.Token{Type: lexer.EOF, Value: f.text[after : after+1], Pos: lexer.Position{Offset: f.base + after}})
	if len(s.errs) == 0 && len(s.brackets) > 1 {
		s.reportOpenBracket()
	}
	if len(s.errs) > 0 {
		f.outer.fail(s.errs[0])
	}
	p := &exprParser{lex: peeking(s.tokens), depth: f.outer.depth}
	x := p.yieldOrList()
	if t := p.lex.Peek(); t.Type != lexer.EOF {
		p.fail(errorAt(spanOf(t), codeFString, "f-string: expecting '=', or '!', or ':', or '}', found %s", describe(t)))
	}
	return x
}
