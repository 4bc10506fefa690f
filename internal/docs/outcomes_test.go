package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/internal/conformance"
	"github.com/dstreamc/dstreamc/internal/pytest"
	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/library"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// writeOutcomes counts what becomes of the recorded cases: they are compiled here, and the tests named run them and fail where one
// prints something else than its recording.
func writeOutcomes(t *testing.T, b *strings.Builder) {
	cases, err := pytest.Load(filepath.Join(root, "testdata", "python"))
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := conformance.LoadScripts(filepath.Join(root, "testdata", "conformance"))
	if err != nil {
		t.Fatal(err)
	}
	var python, spark []*syntax.Source
	for _, c := range cases {
		python = append(python, syntax.NewSource(c.Name+".py", c.Script))
	}
	for _, s := range scripts {
		spark = append(spark, syntax.NewSource(s.Name+".py", s.Text))
	}
	b.WriteString("\n## What becomes of the recorded cases\n\n" +
		"A case is equal, rejected when compiling, or wrong. The tests run every case and fail at the first that is wrong.\n" +
		"With each change, new random programs are run by CPython and by dstreamc, too (`internal/pygen`, `internal/dsgen`).\n\n" +
		"| recorded by | cases | equal | rejected | wrong | compared by |\n|---|---|---|---|---|---|\n")
	outcome(b, "CPython: `testdata/python`", python, "`go test ./internal/pytest`")
	outcome(b, "PySpark: `testdata/conformance`", spark, "`go test ./internal/conformance`")
}

func outcome(b *strings.Builder, by string, cases []*syntax.Source, test string) {
	rejected := 0
	for _, src := range cases {
		if _, list := lang.Compile(src); list.HasErrors() {
			rejected++
		}
	}
	fmt.Fprintf(b, "| %s | %d | %d | %d | 0 | %s |\n", by, len(cases), len(cases)-rejected, rejected, test)
}

// writeMissing lists the names of CPython's library that scripts cannot use, of the modules that are there.
func writeMissing(t *testing.T, b *strings.Builder, ix *api.Index) {
	text, err := os.ReadFile(filepath.Join(root, "testdata", "python", "api", "missing.txt"))
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("\n## Names that are not there\n\nUse of one is an error when compiling; `f(x)` is parameter `x` of `f`, given by its name. They are found by listing CPython's own modules.\n\n| module | names |\n|---|---|\n")
	var module string
	var names, whole []string
	flush := func() {
		switch {
		case len(names) == 1 && names[0] == module+".*" && (ix.Modules[module] != nil || library.Find(module) != nil):
			fmt.Fprintf(b, "| `%s` | all others |\n", module)
		case len(names) == 1 && names[0] == module+".*":
			whole = append(whole, module)
		case len(names) > 0:
			for i, n := range names {
				names[i] = strings.TrimPrefix(n, module+".")
			}
			fmt.Fprintf(b, "| `%s` | %s |\n", module, codes(names))
		}
		names = nil
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(line, "# "); ok {
			flush()
			module = head
			continue
		}
		if name, why, ok := strings.Cut(line, " "); ok && !strings.HasPrefix(strings.TrimSpace(why), "works") {
			names = append(names, name)
		}
	}
	flush()
	slices.Sort(whole)
	fmt.Fprintf(b, "\nModules that are not there at all: %s\n", codes(whole))
}
