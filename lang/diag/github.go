package diag

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// WriteGitHub writes the diagnostics as workflow commands, which GitHub Actions shows as
// annotations of the lines. Notes and the hint follow the message in lines of their own.
func WriteGitHub(w io.Writer, lists ...*List) error {
	for _, l := range lists {
		for _, d := range l.Items {
			p := placeOf(l.Source, d.Span)
			end := fmt.Sprintf("endLine=%d", p.endLine) // columns are for spans of one line
			if p.endLine == p.line {
				end = fmt.Sprintf("endColumn=%d", max(p.endCol, p.col+1))
			}
			_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,%s,title=%s::%s\n", d.Kind.severity(),
				property(filepath.ToSlash(p.src.Name)), p.line, p.col, end, property(d.Code), escapeData(fullText(l.Source, d)))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// fullText is a diagnostic's message with its notes and hint below it.
func fullText(src *syntax.Source, d *Diagnostic) string {
	text := d.Msg
	for _, n := range d.Notes {
		text += "\nnote: "
		if n.Span != (syntax.Span{}) {
			p := placeOf(src, n.Span)
			text += fmt.Sprintf("line %d: ", p.line)
		}
		text += n.Msg
	}
	if d.Hint != "" {
		text += "\nhint: " + d.Hint
	}
	return text
}

// escapeData escapes the message of a workflow command.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property escapes the value of a property of a workflow command.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(s))
}
