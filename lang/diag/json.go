package diag

import (
	"encoding/json"
	"io"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// jsonDiagnostic is a diagnostic as WriteJSON writes it.
type jsonDiagnostic struct {
	File      string     `json:"file"`
	Line      int        `json:"line"`
	Column    int        `json:"column"`
	EndLine   int        `json:"endLine"`
	EndColumn int        `json:"endColumn"`
	Severity  string     `json:"severity"`
	Kind      string     `json:"kind"`
	Code      string     `json:"code"`
	Message   string     `json:"message"`
	Notes     []jsonNote `json:"notes"`
	Hint      string     `json:"hint"`
}

// jsonNote is a note; without a place it has only the message.
type jsonNote struct {
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
	Message   string `json:"message"`
}

// WriteJSON writes the diagnostics as one array of objects, [] if there are none. Lines and
// columns count from 1, columns in characters; the end is behind the last character. Every
// object has every field.
func WriteJSON(w io.Writer, lists ...*List) error {
	out := []jsonDiagnostic{}
	for _, l := range lists {
		for _, d := range l.Items {
			p := placeOf(l.Source, d.Span)
			j := jsonDiagnostic{
				File: p.src.Name, Line: p.line, Column: p.col, EndLine: p.endLine, EndColumn: p.endCol,
				Severity: d.Kind.severity(), Kind: d.Kind.String(), Code: d.Code, Message: d.Msg,
				Notes: []jsonNote{}, Hint: d.Hint,
			}
			for _, n := range d.Notes {
				note := jsonNote{Message: n.Msg}
				if n.Span != (syntax.Span{}) {
					p := placeOf(l.Source, n.Span)
					note.File, note.Line, note.Column, note.EndLine, note.EndColumn = p.src.Name, p.line, p.col, p.endLine, p.endCol
				}
				j.Notes = append(j.Notes, note)
			}
			out = append(out, j)
		}
	}
	return writeIndented(w, out)
}

// writeIndented writes a value as JSON for programs that people may read too.
func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
