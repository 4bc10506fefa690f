package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// Format returns a script in canonical layout: blocks indented by four blanks, one statement
// a line, canonical blanks between tokens, two blank lines around definitions at the top
// level and one elsewhere. Comments stay with their lines, literals keep their spelling.
// Brackets with a line break of their own, not only one in brackets inside, get one element
// a line and a trailing comma; all others are written in one line. Line breaks inside
// elements, such as those before .map(…), stay.
//
// Format works on the tokens of the file's Source and changes nothing that a statement
// means; its result formats to itself. The file must have been parsed without errors: text
// that has lexical errors is returned as it is.
func Format(file *File) string {
	s := scan(file.Source.Text)
	if len(s.errs) > 0 {
		return file.Source.Text
	}
	markSoftKeywords(s.tokens)
	f := &formatter{text: file.Source.Text, tokens: s.tokens, comments: s.comments, widths: []int{0}}
	f.file()
	return f.out.String()
}

// formatter walks over the logical lines of a file. Lines of the source and comments of
// their own come in the order of the source; its state is that behind the last written.
type formatter struct {
	text     string
	tokens   []lexer.Token
	comments []Comment
	out      strings.Builder

	widths  []int  // of the source's open blocks: columns where they start
	kinds   []kind // of the headers of the open blocks
	end     int    // offset behind what was read last
	last    kind   // of the line written last
	depth   int    // of the line written last
	closed  bool   // a definition's block has ended since the line written last
	written bool   // something was
}

// kind is what the layout around a line depends on.
type kind uint8

const (
	plainLine      kind = iota
	definitionLine      // def, class
	stubLine            // def f(): …
	decorationLine      // a decorator, or a comment right above a definition
	continuingLine      // else and the like
	headerLine          // of another block
	commentLine
)

const indentation = 4

func (f *formatter) file() {
	for i := 0; i < len(f.tokens); {
		switch t := &f.tokens[i]; t.Type {
		case lexer.EOF:
			f.ownComments(len(f.text), 0, plainLine)
			return
		case tokIndent, tokDedent, tokNewline:
			i++ // logicalLine looks back at them
		default:
			i = f.logicalLine(i)
		}
	}
}

// logicalLine formats the line whose first token is at i and returns the index behind its
// NEWLINE.
func (f *formatter) logicalLine(i int) int {
	start := f.tokens[i].Pos.Offset
	depth := len(f.widths) - 1
	target := depth
	for j := i - 1; j >= 0 && (f.tokens[j].Type == tokIndent || f.tokens[j].Type == tokDedent); j-- {
		if f.tokens[j].Type == tokIndent {
			target++
		} else {
			target--
		}
	}
	j := i
	for f.tokens[j].Type != tokNewline {
		j++
	}
	k := lineKind(f.tokens[i:j])
	if target > depth {
		f.widths = append(f.widths, f.column(start))
	}
	f.ownComments(start, target, k)
	for len(f.widths)-1 > target {
		f.popBlock()
	}
	f.separate(start, target, k)
	f.end = start
	items := f.items(i, j)
	f.end = f.tokens[j].Pos.Offset
	if n := len(items); items[n-1].comment {
		f.end = items[n-1].end
	}
	f.statements(items, target, k)
	return j + 1
}

// popBlock leaves the innermost block.
func (f *formatter) popBlock() {
	f.widths = f.widths[:len(f.widths)-1]
	if n := len(f.kinds) - 1; n >= 0 {
		f.closed = f.closed || f.kinds[n] == definitionLine
		f.kinds = f.kinds[:n]
	}
}

// column is the width of the indentation in front of an offset.
func (f *formatter) column(offset int) int {
	start := offset
	for start > 0 && newlineAt(f.text, start-1) == 0 {
		start--
	}
	col := 0
	for _, c := range f.text[start:offset] {
		switch c {
		case '\t':
			col = (col/8 + 1) * 8
		case '\f', '\ufeff':
			col = 0
		default:
			col++
		}
	}
	return col
}

// ownComments writes the comments in lines of their own in front of an offset, where a line
// of the given depth and kind follows. A comment belongs to the innermost block that it is
// indented as deep as.
func (f *formatter) ownComments(before, next int, k kind) {
	for len(f.comments) > 0 && int(f.comments[0].Span.Start) < before {
		c := f.comments[0]
		col := f.column(int(c.Span.Start))
		for len(f.widths)-1 > next && col < f.widths[len(f.widths)-1] {
			f.popBlock()
		}
		depth := len(f.widths) - 1
		if depth == next && isDefinition(k) && f.attached(before) {
			f.separate(int(c.Span.Start), depth, k)
			f.last = decorationLine
		} else {
			f.separate(int(c.Span.Start), depth, commentLine)
		}
		f.comments = f.comments[1:]
		f.indent(depth * indentation)
		f.out.WriteString(commentText(c.Text) + "\n")
		f.end = int(c.Span.End)
	}
}

// attached reports whether there is no blank line between the next comment and an offset.
func (f *formatter) attached(before int) bool {
	end := before
	for i, c := range f.comments {
		if i > 0 && int(c.Span.Start) < before && f.blankLines(end, int(c.Span.Start)) > 0 {
			return false
		}
		if int(c.Span.Start) >= before {
			break
		}
		end = int(c.Span.End)
	}
	return f.blankLines(end, before) == 0
}

func isDefinition(k kind) bool {
	return k == definitionLine || k == decorationLine || k == stubLine
}

// blankLines counts the empty lines between two offsets.
func (f *formatter) blankLines(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if size := newlineAt(f.text, i); size > 0 {
			n++
			i += size - 1
		}
	}
	return max(0, n-1)
}

// separate writes the blank lines in front of a line of the given depth and kind.
func (f *formatter) separate(start, depth int, k kind) {
	most := 1
	if depth == 0 {
		most = 2
	}
	blank := min(f.blankLines(f.end, start), most)
	switch {
	case !f.written, f.last == decorationLine, depth > f.depth, k == continuingLine:
		blank = 0
	case f.last == stubLine && k != definitionLine && !f.closed:
		// stubs may stand close together
	case f.closed, isDefinition(k):
		blank = most
	}
	f.out.WriteString(strings.Repeat("\n", blank))
	f.written, f.depth, f.closed, f.last = true, depth, false, k
}

func (f *formatter) indent(columns int) { f.out.WriteString(strings.Repeat(" ", columns)) }

// commentText puts a blank behind the '#' where words follow.
func commentText(text string) string {
	if len(text) > 1 && strings.IndexByte(" \t#!:", text[1]) < 0 {
		return "# " + text[1:]
	}
	return text
}

// lineKind returns the kind of a logical line.
func lineKind(tokens []lexer.Token) kind {
	first := &tokens[0]
	if isToken(first, "@") {
		return decorationLine
	}
	if isToken(first, "async") {
		first = &tokens[1]
	}
	if first.Type != tokKeyword {
		return plainLine
	}
	switch first.Value {
	case "def", "class":
		if n := headerEnd(tokens); n == len(tokens)-2 && isToken(&tokens[n+1], "...") {
			return stubLine
		}
		return definitionLine
	case "else", "elif", "except", "finally":
		return continuingLine
	case "if", "for", "while", "try", "with", "match", "case":
		return headerLine
	}
	return plainLine
}

// headerEnd returns the index of the ':' that ends the header in a compound statement's
// first line.
func headerEnd(tokens []lexer.Token) int {
	depth, lambdas := 0, 0
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.Type == tokKeyword && t.Value == "lambda" && depth == 0:
			lambdas++
		case t.Type != tokOp:
		case t.Value == "(" || t.Value == "[" || t.Value == "{":
			depth++
		case t.Value == ")" || t.Value == "]" || t.Value == "}":
			depth--
		case t.Value == ":" && depth == 0 && lambdas > 0:
			lambdas--
		case t.Value == ":" && depth == 0:
			return i
		}
	}
	return len(tokens)
}
