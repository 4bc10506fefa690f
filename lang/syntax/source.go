package syntax

import (
	"sort"
	"strings"
)

// Source is one script: its name as the user gave it and its text. Spans are byte
// offsets into Text; lines and columns are computed only when something is reported.
//
// Text that the compiler writes on behalf of the script, such as the methods of a dataclass, is
// appended behind it by Generate: places in it are shown as those of the statement it stands for.
type Source struct {
	Name    string
	Text    string
	Library bool // it is part of Python's library, not of the script

	lines     []int32 // offsets of the first byte of each line
	size      int32   // of the script and its modules; what is behind them was generated
	generated []generated
	parts     []part // the modules included behind the script
}

// generated is a piece of text behind the script, and the place in the script that it stands for.
type generated struct {
	base int32
	at   Span
}

// part is an included module: base is where its text begins.
type part struct {
	base int32
	src  *Source
}

// Include puts a module's text behind that of the script, so that spans tell places in all of them,
// and returns where it begins.
func (s *Source) Include(module *Source) int32 {
	s.Text += "\n"
	s.lines = append(s.lines, int32(len(s.Text)))
	base := int32(len(s.Text))
	for _, l := range module.lines[1:] {
		s.lines = append(s.lines, base+l)
	}
	s.Text += module.Text
	s.size = int32(len(s.Text))
	s.parts = append(s.parts, part{base, module})
	return base
}

// File returns the file that an offset lies in, the script itself or an included module, and where
// that begins.
func (s *Source) File(offset int32) (file *Source, base int32) {
	offset = s.Origin(Span{offset, offset}).Start
	file = s
	for _, p := range s.parts {
		if p.base <= offset {
			file, base = p.src, p.base
		}
	}
	return file, base
}

// Files are the script's own text and those of the included modules.
func (s *Source) Files() []*Source {
	own := s
	if len(s.parts) > 0 {
		own = NewSource(s.Name, s.Text[:s.parts[0].base-1])
	}
	out := []*Source{own}
	for _, p := range s.parts {
		out = append(out, p.src)
	}
	return out
}

// NewSource makes a Source of a script's text.
func NewSource(name, text string) *Source {
	s := &Source{Name: name, Text: text, lines: []int32{0}, size: int32(len(text))}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, int32(i+1))
		}
	}
	return s
}

// Generate parses text that stands for the statement at a place. It is for the compiler's own use: an error in
// the text is a defect.
func (s *Source) Generate(text string, at Span) (body []Stmt, errs []*Error) {
	base := int32(len(s.Text)) + 1
	s.Text += "\n" + text
	s.generated = append(s.generated, generated{base, at})
	file, errs := parse(s, scanAt(text, int(base)))
	return file.Body, errs
}

// Origin is the place in the script that a span stands for: itself, unless it is of generated text.
func (s *Source) Origin(sp Span) Span {
	if sp.Start <= s.size {
		return sp
	}
	i := sort.Search(len(s.generated), func(i int) bool { return s.generated[i].base > sp.Start }) - 1
	if i < 0 {
		return sp
	}
	return s.generated[i].at
}

// Position returns the 1-based line and byte column of an offset. Lines of included modules are
// counted on from those of the script.
func (s *Source) Position(offset int32) (line, col int) {
	offset = s.Origin(Span{offset, offset}).Start
	i := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	return i, int(offset-s.lines[i-1]) + 1
}

// Line returns the 1-based line number of an offset in its file.
func (s *Source) Line(offset int32) int {
	offset = s.Origin(Span{offset, offset}).Start
	file, base := s.File(offset)
	line, _ := file.Position(offset - base)
	return line
}

// FileOfLine returns the file of a line as Position counts them, through all files, and its number there.
func (s *Source) FileOfLine(line int) (file *Source, local int) {
	if line < 1 || line > len(s.lines) {
		return s, line
	}
	offset := s.lines[line-1]
	file, _ = s.File(offset)
	return file, s.Line(offset)
}

// LineText returns the text of a 1-based line without its line end.
func (s *Source) LineText(line int) string {
	if line < 1 || line > len(s.lines) {
		return ""
	}
	text := s.Text[s.lines[line-1]:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return strings.TrimSuffix(text, "\r")
}

// Slice returns the text a span covers.
func (s *Source) Slice(sp Span) string { return s.Text[sp.Start:sp.End] }

// Span is a half-open range of byte offsets in a Source.
type Span struct{ Start, End int32 }

// Join returns the smallest span that covers both.
func (a Span) Join(b Span) Span {
	return Span{min(a.Start, b.Start), max(a.End, b.End)}
}
