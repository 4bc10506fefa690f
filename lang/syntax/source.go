package syntax

import (
	"sort"
	"strings"
)

// Source is one script: its name as the user gave it and its text. Spans are byte
// offsets into Text; lines and columns are computed only when something is reported.
type Source struct {
	Name string
	Text string

	lines []int32 // offsets of the first byte of each line, built on first use
}

// NewSource makes a Source of a script's text.
func NewSource(name, text string) *Source {
	s := &Source{Name: name, Text: text, lines: []int32{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, int32(i+1))
		}
	}
	return s
}

// Position returns the 1-based line and byte column of an offset.
func (s *Source) Position(offset int32) (line, col int) {
	i := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	return i, int(offset-s.lines[i-1]) + 1
}

// Line returns the 1-based line number of an offset.
func (s *Source) Line(offset int32) int {
	line, _ := s.Position(offset)
	return line
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
