package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// item is a token of a logical line or a comment between its tokens.
type item struct {
	lexer.Token
	comment bool
	end     int  // offset behind it
	lines   int  // line breaks between the item before and this one
	split   bool // a comma that ends an element of broken brackets
	open    *group
}

// group is a pair of brackets.
type group struct {
	ch     string // the opening bracket
	broken bool   // printed with one element a line
	index  bool   // a subscript
}

// items returns the tokens [i, j) and the comments among and behind them.
func (f *formatter) items(i, j int) []item {
	var out []item
	end := f.tokens[i].Pos.Offset
	add := func(t lexer.Token, comment bool) {
		it := item{Token: t, comment: comment, end: t.Pos.Offset + len(t.Value)}
		if n := f.blankLines(end, t.Pos.Offset); n > 0 || strings.ContainsAny(f.text[end:t.Pos.Offset], "\r\n") {
			it.lines = n + 1
		}
		end = it.end
		out = append(out, it)
	}
	lineEnd := f.tokens[j].Pos.Offset
	for ; i < j; i++ {
		t := f.tokens[i]
		for len(f.comments) > 0 && int(f.comments[0].Span.Start) < t.Pos.Offset {
			add(f.comment(), true)
		}
		add(t, false)
	}
	for len(f.comments) > 0 && int(f.comments[0].Span.Start) < lineEnd {
		add(f.comment(), true)
	}
	return out
}

// comment takes the next comment as a token.
func (f *formatter) comment() lexer.Token {
	c := f.comments[0]
	f.comments = f.comments[1:]
	return lexer.Token{Value: c.Text, Pos: lexer.Position{Offset: int(c.Span.Start)}}
}

// statements writes the statements of a logical line: a header and the statements behind it
// get lines of their own, and so do those behind ';'.
func (f *formatter) statements(items []item, depth int, k kind) {
	if k == definitionLine || k == continuingLine || k == headerLine {
		tokens := make([]lexer.Token, len(items))
		for i := range items {
			tokens[i] = items[i].Token
		}
		n := headerEnd(tokens)
		f.kinds = append(f.kinds, k)
		if n+1 < len(items) && !items[n+1].comment {
			f.line(items[:n+1], depth, true)
			items = items[n+1:]
			depth++
			f.depth = depth
			defer f.leaveInline(k)
		} else {
			f.line(items, depth, true)
			return
		}
	}
	for len(items) > 0 {
		n := 0
		for level := 0; n < len(items) && !(level == 0 && isItem(items[n], ";")); n++ {
			level += nesting(items[n])
		}
		rest := items[min(n+1, len(items)):]
		if len(rest) == 1 && rest[0].comment {
			items = append(items[:n:n], rest[0]) // behind a last ';'
			rest, n = nil, n+1
		}
		if n > 0 {
			f.line(items[:n], depth, false)
		}
		items = rest
	}
}

// leaveInline ends the block of statements behind a header.
func (f *formatter) leaveInline(k kind) {
	f.kinds = f.kinds[:len(f.kinds)-1]
	f.closed = k == definitionLine
}

func isItem(it item, op string) bool { return !it.comment && it.Type == tokOp && it.Value == op }

// nesting is 1 for an opening bracket, -1 for a closing one.
func nesting(it item) int {
	if it.comment || it.Type != tokOp {
		return 0
	}
	switch it.Value {
	case "(", "[", "{":
		return 1
	case ")", "]", "}":
		return -1
	}
	return 0
}

// line writes the items of one statement or header.
func (f *formatter) line(items []item, depth int, isHeader bool) {
	items = groups(items)
	w := &lineWriter{out: &f.out, base: depth * indentation, joined: (depth + 1) * indentation}
	w.levels = []level{{group: &group{}, base: w.base}}
	if isHeader {
		w.joined += indentation
	}
	f.indent(w.base)
	for i := range items {
		w.write(items, i)
	}
	f.out.WriteByte('\n')
}

// groups finds the brackets of a statement, which of them are broken, the commas that end
// elements of those, and adds missing commas behind their last elements.
func groups(items []item) []item {
	out := make([]item, 0, len(items))
	type state struct {
		group         *group
		commas        []int // in out
		lambdas       int   // whose ':' is to come
		comprehension bool
		last          int // in out, of the last token at this level
	}
	stack := []state{{group: &group{}}}
	for _, it := range items {
		top := &stack[len(stack)-1]
		if it.lines > 0 {
			top.group.broken = true
		}
		switch {
		case it.comment:
		case nesting(it) > 0:
			g := &group{ch: it.Value, index: it.Value == "[" && len(out) > 0 && endsOperand(lastToken(out))}
			it.open = g
			top.last = len(out)
			stack = append(stack, state{group: g})
		case nesting(it) < 0 && len(stack) > 1:
			it.open = top.group
			if n := len(top.commas); top.group.broken && !top.comprehension && n > 0 {
				for _, c := range top.commas {
					out[c].split = true
				}
				if last := &out[top.last]; !isItem(*last, ",") {
					comma := item{Token: lexer.Token{Type: tokOp, Value: ","}, split: true}
					out = append(out, item{})
					copy(out[top.last+2:], out[top.last+1:])
					out[top.last+1] = comma
				}
			}
			stack = stack[:len(stack)-1]
			top = &stack[len(stack)-1]
			top.last = len(out)
		case it.Type == tokKeyword && it.Value == "lambda":
			top.lambdas++
			top.last = len(out)
		case it.Type == tokKeyword && it.Value == "for":
			top.comprehension = true
			top.last = len(out)
		case isItem(it, ":") && top.lambdas > 0:
			top.lambdas--
			top.last = len(out)
		case isItem(it, ",") && top.lambdas == 0:
			top.commas = append(top.commas, len(out))
			top.last = len(out)
		default:
			top.last = len(out)
		}
		out = append(out, it)
	}
	return out
}

// lastToken returns the last item that is no comment.
func lastToken(items []item) *lexer.Token {
	for i := len(items) - 1; i >= 0; i-- {
		if !items[i].comment {
			return &items[i].Token
		}
	}
	return nil
}

// endsOperand reports whether a token can end an operand, so that an operator behind it is
// binary and a bracket a call or subscript.
func endsOperand(t *lexer.Token) bool {
	if t == nil {
		return false
	}
	switch t.Type {
	case tokName, tokNumber, tokString:
		return true
	case tokKeyword:
		return t.Value == "None" || t.Value == "True" || t.Value == "False"
	}
	return t.Value == ")" || t.Value == "]" || t.Value == "}" || t.Value == "..."
}

// lineWriter writes the items of a statement with the blanks and line breaks between them.
type lineWriter struct {
	out    *strings.Builder
	base   int // indentation of the physical line being written
	joined int // indentation behind a backslash
	levels []level
	prev   *lexer.Token // the last token written
	unary  bool         // it is a unary operator or a star
	tight  bool         // it takes no blank behind it: '=' of a keyword, ':' of a slice
	brk    bool         // a line break must follow
	from   bool         // between from and import
}

// level is the state inside a pair of brackets.
type level struct {
	group     *group
	base      int // indentation of the line that opened it
	lambdas   int
	annotated bool // the parameter has a ':'
}

// top returns the state of the innermost brackets.
func (w *lineWriter) top() *level { return &w.levels[len(w.levels)-1] }

// newline starts a physical line.
func (w *lineWriter) newline(columns int) {
	w.out.WriteByte('\n')
	w.out.WriteString(strings.Repeat(" ", columns))
	w.base = columns
	w.brk = false
}

// write writes an item of the statement.
func (w *lineWriter) write(items []item, i int) {
	it := items[i]
	if it.comment {
		w.comment(it)
		return
	}
	top := w.top()
	closing := nesting(it) < 0
	inner := top.base + indentation
	switch {
	case closing && top.group.broken:
		w.newline(top.base)
	case w.brk || it.lines > 0 && top.group.broken && len(w.levels) > 1 && !isItem(it, ","):
		if it.lines > 1 && w.prev != nil && nesting(item{Token: *w.prev}) <= 0 {
			w.out.WriteByte('\n')
		}
		w.newline(inner)
	case it.lines > 0 && len(w.levels) == 1:
		w.out.WriteString(" \\")
		w.newline(w.joined)
	case w.space(it):
		w.out.WriteByte(' ')
	}
	w.token(it)
}

// comment writes a comment inside or behind a statement.
func (w *lineWriter) comment(it item) {
	if it.lines > 0 {
		top := w.top()
		if it.lines > 1 && nesting(item{Token: *w.prev}) <= 0 {
			w.out.WriteByte('\n')
		}
		w.newline(top.base + indentation)
	} else {
		w.out.WriteString("  ")
	}
	w.out.WriteString(commentText(it.Value))
	w.brk = len(w.levels) > 1
}

// token writes a token and keeps what the blanks behind it depend on.
func (w *lineWriter) token(it item) {
	top := w.top()
	w.out.WriteString(canonicalBreaks(it.Value))
	unary, tight := false, false
	switch {
	case nesting(it) > 0:
		w.levels = append(w.levels, level{group: it.open, base: w.base})
		w.brk = it.open.broken
	case nesting(it) < 0:
		if len(w.levels) > 1 {
			w.levels = w.levels[:len(w.levels)-1]
		}
	case it.Type == tokKeyword:
		switch it.Value {
		case "lambda":
			top.lambdas++
		case "from":
			w.from = w.prev == nil
		case "import":
			w.from = false
		}
	case it.Type == tokOp:
		switch it.Value {
		case ",":
			w.brk = it.split
			top.annotated = false
		case ":":
			switch {
			case top.lambdas > 0:
				top.lambdas--
			case top.group.ch == "[":
				tight = true
			case top.group.ch == "(":
				top.annotated = true
			}
		case "=":
			tight = w.keywordEquals()
		case "+", "-", "~", "*", "**", "/":
			unary = !endsOperand(w.prev) && !w.isExceptStar(it)
		case "@":
			unary = w.prev == nil
		}
	}
	t := it.Token
	w.prev, w.unary, w.tight = &t, unary, tight
}

// keywordEquals reports whether a '=' belongs to a keyword argument or a default value
// without an annotation.
func (w *lineWriter) keywordEquals() bool {
	top := w.top()
	return top.lambdas > 0 || len(w.levels) > 1 && !top.annotated
}

// isExceptStar reports whether a token is the star of except*.
func (w *lineWriter) isExceptStar(it item) bool {
	return it.Value == "*" && w.prev != nil && isToken(w.prev, "except")
}

// space reports whether a blank stands between the last token and an item.
func (w *lineWriter) space(it item) bool {
	prev := w.prev
	if prev == nil || w.unary || w.tight || nesting(item{Token: *prev}) > 0 || nesting(it) < 0 {
		return false
	}
	if it.Type == tokOp {
		switch it.Value {
		case ",", ";":
			return false
		case ":":
			return isToken(prev, ",")
		case ".", "...":
			if w.from {
				return isToken(prev, "from")
			}
			return it.Value == "..." || prev.Type == tokNumber && strings.Trim(prev.Value, "0123456789_") == ""
		case "=":
			return !w.keywordEquals()
		case "(", "[":
			return !endsOperand(prev)
		case "*":
			return !w.isExceptStar(it)
		}
	}
	if w.from && (isToken(prev, ".") || isToken(prev, "...")) {
		return isToken(&it.Token, "import")
	}
	return !isToken(prev, ".")
}

// canonicalBreaks writes the line breaks of a token, which only a string has, as \n.
func canonicalBreaks(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}
