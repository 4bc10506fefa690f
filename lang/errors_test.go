package lang_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// TestErrors compiles the scripts of testdata/errors, several in a file with lines "# ---"
// between them. What the compiler has to say is expected in comments:
//
//	words.map(f1)  # ERROR "name 'f1' is not defined"
//	               # HINT "define it above"
//
// A comment in a line of its own is about the line of code above it. ERROR and WARNING match
// the message of one diagnostic of the line, HINT the hint of one, NOTE a note that points to
// the line or a note without a place of one of the line's diagnostics. Texts are regular
// expressions, quoted as in Go. Each diagnostic and each hint must be expected; notes may be
// left out. A script without comments must be accepted.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "errors", "*.py"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		first := 1
		for _, chunk := range strings.Split(string(text), separator) {
			name := fmt.Sprintf("%s:%d", filepath.Base(file), first)
			t.Run(name, func(t *testing.T) { checkChunk(t, name, chunk) })
			first += strings.Count(chunk, "\n") + strings.Count(separator, "\n")
		}
	}
}

const separator = "\n# ---\n"

func checkChunk(t *testing.T, name, chunk string) {
	wanted, err := expectations(chunk)
	if err != nil {
		t.Fatal(err)
	}
	src := syntax.NewSource(name, chunk)
	program, list := lang.Compile(src)
	if (program == nil) != list.HasErrors() {
		t.Errorf("a program: %v, errors: %v", program != nil, list.HasErrors())
	}
	if !sort.SliceIsSorted(list.Items, func(i, j int) bool { return list.Items[i].Span.Start < list.Items[j].Span.Start }) {
		t.Error("the diagnostics are not in the order of the script")
	}
	for _, d := range list.Items {
		line := src.Line(d.Span.Start)
		if !wanted.take(line, kindOf(d), d.Msg) {
			t.Errorf("line %d: unexpected %s: %s", line, kindOf(d), d.Msg)
		}
		if d.Hint != "" && !wanted.take(line, "HINT", d.Hint) {
			t.Errorf("line %d: unexpected hint: %s", line, d.Hint)
		}
		for _, n := range d.Notes {
			at := line
			if n.Span != (syntax.Span{}) {
				at = src.Line(n.Span.Start)
			}
			wanted.take(at, "NOTE", n.Msg)
		}
	}
	for _, e := range wanted.left {
		t.Errorf("line %d: missing %s %q", e.line, e.kind, e.text)
	}
	if t.Failed() {
		var b strings.Builder
		if err := diag.WriteText(&b, diag.TextOptions{}, list); err != nil {
			t.Fatal(err)
		}
		t.Logf("the compiler says\n%s", b.String())
	}
}

// kindOf is the word that expects a diagnostic.
func kindOf(d *diag.Diagnostic) string {
	if d.Kind == diag.Warning {
		return "WARNING"
	}
	return "ERROR"
}

// expectation is one text that must be said of a line.
type expectation struct {
	line int
	kind string
	text *regexp.Regexp
}

type expected struct{ left []expectation }

// take removes an expectation that a text fulfils, and reports whether there was one.
func (x *expected) take(line int, kind, text string) bool {
	for i, e := range x.left {
		if e.line == line && e.kind == kind && e.text.MatchString(text) {
			x.left = append(x.left[:i], x.left[i+1:]...)
			return true
		}
	}
	return false
}

var keyword = regexp.MustCompile("(ERROR|WARNING|HINT|NOTE) ([\"`].*)")

// expectations reads the comments of a script.
func expectations(chunk string) (*expected, error) {
	x := &expected{}
	about := 0
	for i, line := range strings.Split(chunk, "\n") {
		if !strings.HasPrefix(strings.TrimSpace(line), "#") {
			about = i + 1
		}
		_, rest, ok := strings.Cut(line, "#")
		for ok {
			m := keyword.FindStringSubmatch(rest)
			if m == nil {
				break
			}
			quoted, err := strconv.QuotedPrefix(m[2])
			if err != nil {
				return nil, fmt.Errorf("line %d: %s: %w", i+1, m[2], err)
			}
			text, err := strconv.Unquote(quoted)
			if err != nil {
				return nil, fmt.Errorf("line %d: %s: %w", i+1, quoted, err)
			}
			re, err := regexp.Compile(text)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			x.left = append(x.left, expectation{about, m[1], re})
			rest = m[2][len(quoted):]
		}
	}
	return x, nil
}
