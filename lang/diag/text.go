package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// TextOptions say how WriteText writes.
type TextOptions struct {
	Color bool // with ANSI colours
	Max   int  // stop after so many diagnostics and say how many are left; 0 for all
}

// WriteText writes the diagnostics for people, each with its source line and a caret:
//
//	wc.ds:4:7: error: reduceByKey needs (key, value) pairs, but … [DS203]
//	  4 | b = l.reduceByKey(lambda a, b: a + b)
//	    |       ^~~~~~~~~~~
//	  note: wc.ds:2:5: l is DStream[str] (socketTextStream)
//	  hint: pair the elements first, e.g. .map(lambda x: (x, 1))
//
// Columns count characters. A span of several lines is marked up to the end of its first.
func WriteText(w io.Writer, o TextOptions, lists ...*List) error {
	t := &textWriter{w: w, color: o.Color}
	written, left := 0, 0
	for _, l := range lists {
		for _, d := range l.Items {
			if o.Max > 0 && written == o.Max {
				left++
				continue
			}
			written++
			t.diagnostic(l.Source, d)
		}
	}
	if left > 0 {
		t.printf("(and %d more)\n", left)
	}
	return t.err
}

type textWriter struct {
	w     io.Writer
	color bool
	err   error // the first of writing
}

func (t *textWriter) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format, args...)
	}
}

// ANSI codes of the parts of a diagnostic.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "36"
	green  = "1;32"
	faint  = "2"
)

// paint colours a piece of text if colours are on.
func (t *textWriter) paint(code, text string) string {
	if !t.color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (t *textWriter) diagnostic(src *syntax.Source, d *Diagnostic) {
	p := placeOf(src, d.Span)
	severity := d.Kind.severity()
	tint := red
	if d.Kind == Warning {
		tint = yellow
	}
	t.printf("%s %s %s %s\n", t.paint(bold, fmt.Sprintf("%s:%d:%d:", p.src.Name, p.line, p.col)),
		t.paint(tint, severity+":"), t.paint(bold, oneLine(d.Msg)), t.paint(faint, "["+d.Code+"]"))
	t.snippet(d.Span, p)
	for _, n := range d.Notes {
		where := ""
		if n.Span != (syntax.Span{}) {
			np := placeOf(src, n.Span)
			where = fmt.Sprintf("%s:%d:%d: ", np.src.Name, np.line, np.col)
		}
		t.printf("  %s %s%s\n", t.paint(cyan, "note:"), where, oneLine(n.Msg))
	}
	if d.Hint != "" {
		t.printf("  %s %s\n", t.paint(cyan, "hint:"), oneLine(d.Hint))
	}
}

// Bounds of the part of a long line that a snippet shows, in characters.
const (
	maxSnippet = 160
	leadIn     = 60
)

// snippet writes the first line of a span with a marker below it.
func (t *textWriter) snippet(at syntax.Span, p place) {
	line := []rune(p.src.LineText(p.line))
	start := min(p.col-1, len(line))
	end := len(line)
	if p.endLine == p.line {
		end = min(p.endCol-1, len(line))
	} else {
		for end > start && unicode.IsSpace(line[end-1]) {
			end--
		}
	}
	if len(line) == 0 && at.Start == at.End {
		return
	}
	if len(line) > maxSnippet {
		from := max(0, start-leadIn)
		to := min(len(line), from+maxSnippet)
		cut := append([]rune(nil), line[from:to]...)
		if from > 0 {
			cut[0] = '…'
		}
		if to < len(line) {
			cut[len(cut)-1] = '…'
		}
		line, start, end = cut, start-from, min(end-from, len(cut))
	}
	gutter := fmt.Sprintf("  %d | ", p.line)
	t.printf("%s%s\n", t.paint(faint, gutter), shown(line))
	blank := strings.Repeat(" ", len(gutter)-2) + "| "
	t.printf("%s%s%s\n", t.paint(faint, blank), padding(line[:start]), t.paint(green, marker(line[start:max(start, end)])))
}

// shown is a source line as it is printed: what would move the cursor or reorder the text
// is replaced.
func shown(line []rune) string {
	out := make([]rune, len(line))
	for i, r := range line {
		out[i] = r
		if r != '\t' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			out[i] = unicode.ReplacementChar
		}
	}
	return string(out)
}

// padding is as wide as text: tabs stay tabs, so that it lines up whatever their width.
func padding(text []rune) string {
	var b strings.Builder
	for _, r := range text {
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteString(strings.Repeat(" ", width(r)))
		}
	}
	return b.String()
}

// marker is ^~~~, as wide as text and at least one caret.
func marker(text []rune) string {
	n := 0
	for _, r := range text {
		n += width(r)
	}
	if n <= 1 {
		return "^"
	}
	return "^" + strings.Repeat("~", n-1)
}

// oneLine keeps a message in its line: it may quote a script's text.
func oneLine(s string) string {
	return strings.NewReplacer("\r", `\r`, "\n", `\n`, "\x1b", `\x1b`).Replace(s)
}

// wide lists the characters that take two columns: East Asian scripts and symbols, emoji.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1}, {Lo: 0x231a, Hi: 0x231b, Stride: 1},
		{Lo: 0x23e9, Hi: 0x23ec, Stride: 1}, {Lo: 0x2614, Hi: 0x2615, Stride: 1},
		{Lo: 0x26aa, Hi: 0x26ab, Stride: 1}, {Lo: 0x26bd, Hi: 0x26be, Stride: 1},
		{Lo: 0x2705, Hi: 0x2705, Stride: 1}, {Lo: 0x2728, Hi: 0x2728, Stride: 1},
		{Lo: 0x274c, Hi: 0x274c, Stride: 1}, {Lo: 0x2753, Hi: 0x2755, Stride: 1},
		{Lo: 0x2795, Hi: 0x2797, Stride: 1}, {Lo: 0x2b1b, Hi: 0x2b1c, Stride: 1},
		{Lo: 0x2b50, Hi: 0x2b50, Stride: 1}, {Lo: 0x2e80, Hi: 0x303e, Stride: 1},
		{Lo: 0x3041, Hi: 0x33ff, Stride: 1}, {Lo: 0x3400, Hi: 0x4dbf, Stride: 1},
		{Lo: 0x4e00, Hi: 0x9fff, Stride: 1}, {Lo: 0xa000, Hi: 0xa4cf, Stride: 1},
		{Lo: 0xa960, Hi: 0xa97c, Stride: 1}, {Lo: 0xac00, Hi: 0xd7a3, Stride: 1},
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1}, {Lo: 0xfe30, Hi: 0xfe6f, Stride: 1},
		{Lo: 0xff01, Hi: 0xff60, Stride: 1}, {Lo: 0xffe0, Hi: 0xffe6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x16fe0, Hi: 0x18aff, Stride: 1}, {Lo: 0x1b000, Hi: 0x1b2ff, Stride: 1},
		{Lo: 0x1f300, Hi: 0x1f64f, Stride: 1}, {Lo: 0x1f680, Hi: 0x1f6ff, Stride: 1},
		{Lo: 0x1f900, Hi: 0x1f9ff, Stride: 1}, {Lo: 0x1fa70, Hi: 0x1faff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1},
	},
}

// width returns how many columns of a terminal a character takes.
func width(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me) || r == 0x200b || r == 0x200d:
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}
