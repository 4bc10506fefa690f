package diag

import (
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// place is a span in lines and columns, both from 1; columns count characters.
type place struct {
	src                        *syntax.Source // the file
	line, col, endLine, endCol int
}

// placeOf converts a span. The end is behind the last character.
func placeOf(src *syntax.Source, at syntax.Span) place {
	file, base := src.File(at.Start)
	p := place{src: file}
	p.line, p.col = position(file, at.Start-base)
	p.endLine, p.endCol = position(file, max(at.Start, at.End)-base)
	return p
}

// position returns the line and the column in characters of an offset, which may lie
// outside the text.
func position(src *syntax.Source, offset int32) (line, col int) {
	offset = min(max(offset, 0), int32(len(src.Text)))
	line, col = src.Position(offset)
	return line, utf8.RuneCountInString(src.Text[offset-int32(col-1):offset]) + 1
}
