package lang_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// FuzzCompile checks that any text is compiled or refused without a panic, in reasonable time,
// with diagnostics in its bounds and in their order, and a program exactly if there are no errors.
func FuzzCompile(f *testing.F) {
	for _, text := range testScripts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		begin := time.Now()
		program, list := lang.Compile(syntax.NewSource("fuzz.py", text))
		if d := time.Since(begin); d > 20*time.Second {
			t.Errorf("took %v", d)
		}
		checkList(t, text, list)
		if (program == nil) != list.HasErrors() {
			t.Errorf("a program: %v, errors: %v", program != nil, list.HasErrors())
		}
	})
}

// checkList checks that diagnostics have words and places inside of a text.
func checkList(t *testing.T, text string, list *diag.List) {
	last := int32(0)
	for _, d := range list.Items {
		if d.Msg == "" || d.Code == "" || strings.Contains(d.Msg, "%!") {
			t.Errorf("message %q, code %q", d.Msg, d.Code)
		}
		if d.Span.Start < last || d.Span.End < d.Span.Start || int(d.Span.End) > len(text) {
			t.Errorf("%q at %v after %d of %d", d.Msg, d.Span, last, len(text))
		}
		last = d.Span.Start
		for _, n := range d.Notes {
			if n.Span.End < n.Span.Start || int(n.Span.End) > len(text) {
				t.Errorf("note %q at %v of %d", n.Msg, n.Span, len(text))
			}
		}
	}
}

// testScripts are all scripts of testdata that are not too long; files of several, in parts.
func testScripts(f *testing.F) []string {
	f.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join("..", "testdata"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".py" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, chunk := range strings.Split(string(text), separator) {
			if len(chunk) < 1<<13 {
				out = append(out, chunk)
			}
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	return out
}
