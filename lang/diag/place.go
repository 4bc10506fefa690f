package diag

import (
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// place is a span in lines and columns, both from 1; columns count characters.
type place struct{ line, col, endLine, endCol int }

// placeOf converts a span. The end is behind the last character.
func placeOf(src *syntax.Source, at syntax.Span) place {
	var p place
	p.line, p.col = position(src, at.Start)
	p.endLine, p.endCol = position(src, max(at.Start, at.End))
	return p
}

// position returns the line and the column in characters of an offset, which may lie
// outside the text.
func position(src *syntax.Source, offset int32) (line, col int) {
	offset = min(max(offset, 0), int32(len(src.Text)))
	line, col = src.Position(offset)
	return line, utf8.RuneCountInString(src.Text[offset-int32(col-1):offset]) + 1
}
