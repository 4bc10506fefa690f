package diag

import (
	"fmt"
	"sort"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Kind says what a diagnostic is about.
type Kind uint8

// The kinds, in the words users see.
const (
	Syntax      Kind = iota // not Python
	Name                    // an unknown name, method, module or argument
	Type                    // certain to fail with these types
	Usage                   // a misuse of the streaming API
	Unsupported             // Python or Spark, but not in dstreamc
	Warning                 // compiles, but look
)

// String returns the kind in one lower-case word.
func (k Kind) String() string {
	return [...]string{"syntax", "name", "type", "usage", "unsupported", "warning"}[k]
}

// severity returns "error" or "warning".
func (k Kind) severity() string {
	if k == Warning {
		return "warning"
	}
	return "error"
}

// Diagnostic is one finding. Code is stable ("DS203"); Msg is one lower-case line without a
// period; Hint says what to write instead, or is empty.
type Diagnostic struct {
	Kind  Kind
	Code  string
	Span  syntax.Span
	Msg   string
	Notes []Note
	Hint  string
}

// Note adds a place that explains a diagnostic, such as where a type came from. A note
// without a place has a zero Span.
type Note struct {
	Span syntax.Span
	Msg  string
}

// List collects the diagnostics of one source.
type List struct {
	Source *syntax.Source
	Items  []*Diagnostic

	seen map[string]bool
}

// NewList returns an empty list for a source.
func NewList(src *syntax.Source) *List { return &List{Source: src, seen: map[string]bool{}} }

// Add records a diagnostic and returns it so that notes and a hint can be added. The same
// message at the same place is recorded once.
func (l *List) Add(kind Kind, code string, at syntax.Span, format string, args ...any) *Diagnostic {
	at = l.Source.Origin(at)
	d := &Diagnostic{Kind: kind, Code: code, Span: at, Msg: fmt.Sprintf(format, args...)}
	l.Put(d)
	return d
}

// Take removes all but the first n diagnostics and returns them.
func (l *List) Take(n int) []*Diagnostic {
	out := append([]*Diagnostic(nil), l.Items[n:]...)
	l.Items = l.Items[:n]
	for _, d := range out {
		delete(l.seen, d.key())
	}
	return out
}

// Put records a diagnostic that was taken out.
func (l *List) Put(d *Diagnostic) {
	if key := d.key(); !l.seen[key] {
		l.seen[key] = true
		l.Items = append(l.Items, d)
	}
}

// key tells diagnostics apart.
func (d *Diagnostic) key() string { return fmt.Sprintf("%d %d %s", d.Span.Start, d.Span.End, d.Msg) }

// AddSyntax records the errors of syntax.Parse.
func (l *List) AddSyntax(errs []*syntax.Error) {
	for _, e := range errs {
		d := l.Add(Syntax, e.Code, e.Span, "%s", e.Msg)
		d.Hint = e.Hint
		if e.Note != "" {
			d.Note(e.NoteAt, "%s", e.Note)
		}
	}
}

// Note adds a note to a diagnostic and returns the diagnostic.
func (d *Diagnostic) Note(at syntax.Span, format string, args ...any) *Diagnostic {
	d.Notes = append(d.Notes, Note{at, fmt.Sprintf(format, args...)})
	return d
}

// WithHint sets the hint and returns the diagnostic.
func (d *Diagnostic) WithHint(format string, args ...any) *Diagnostic {
	d.Hint = fmt.Sprintf(format, args...)
	return d
}

// HasErrors reports whether anything but warnings was recorded.
func (l *List) HasErrors() bool {
	for _, d := range l.Items {
		if d.Kind != Warning {
			return true
		}
	}
	return false
}

// Sort orders the diagnostics by place.
func (l *List) Sort() {
	sort.SliceStable(l.Items, func(i, j int) bool { return l.Items[i].Span.Start < l.Items[j].Span.Start })
}
