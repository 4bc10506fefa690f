package pytest

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/codegen"
	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// FuzzGenerate checks that what the checker accepts becomes Go that compiles. Nothing panics, and nothing takes long.
func FuzzGenerate(f *testing.F) {
	cases, err := Load(filepath.Join("..", "..", "testdata", "python"))
	if err != nil {
		f.Fatal(err)
	}
	for i, c := range cases {
		if i%8 == 0 {
			f.Add(c.Script)
		}
	}
	check := goChecker(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		begin := time.Now()
		program, _ := lang.Compile(syntax.NewSource("fuzz.py", text))
		if program == nil {
			return
		}
		code, err := codegen.Generate(program, codegen.Options{Package: "main", ScriptName: "fuzz.py"})
		if err == nil {
			err = check(code)
		}
		if err != nil {
			t.Errorf("%v\n%s", err, text)
		}
		if d := time.Since(begin); d > 30*time.Second {
			t.Errorf("took %v\n%s", d, text)
		}
	})
}

// goChecker gives a function that checks the types of a generated program.
func goChecker(tb testing.TB) func(code []byte) error {
	files := sync.OnceValues(func() (map[string]string, error) {
		out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "github.com/dstreamc/dstreamc/runtime/...").Output()
		if err != nil {
			return nil, err
		}
		found := map[string]string{}
		for line := range strings.Lines(string(out)) {
			path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
			found[path] = file
		}
		return found, nil
	})
	exports, err := files()
	if err != nil {
		tb.Fatal(err)
	}
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(exports[path])
	})
	var mu sync.Mutex // the importer is not safe for concurrent use
	return func(code []byte) error {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "main.go", code, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		conf := types.Config{Importer: imports}
		if _, err = conf.Check("main", fset, []*ast.File{file}, nil); err == nil {
			return nil
		}
		if e, ok := err.(types.Error); ok {
			lines := strings.Split(string(code), "\n")
			return fmt.Errorf("%v\n\t%s", err, strings.TrimSpace(lines[fset.Position(e.Pos).Line-1]))
		}
		return err
	}
}

var (
	words     = regexp.MustCompile(`[A-Za-z_]\w*|\d+(?:\.\d+)?|"[^"\n]*"|'[^'\n]*'|\s+|[^\s\w]`)
	keywords  = regexp.MustCompile(`^(?:and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|match|case)$`)
	operators = regexp.MustCompile(`^[-+*/%<>&|^]$`)
	others    = []string{"None", "True", "0", "1", "-1", "2.5", `"a"`, `""`, "[]", "{}", "()", "set()", "x", "len", "str", "int", "list", "sorted", "b'x'"}
)

// kind is what a word may be exchanged with: another one of its kind.
func kind(w string) int {
	switch c := w[0]; {
	case keywords.MatchString(w):
		return 0
	case c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '"' || c == '\'':
		return 1
	case operators.MatchString(w):
		return 2
	}
	return 0
}

// exchange replaces up to three words of a text by others, as the seed says.
func exchange(text string, seed uint64) string {
	all := words.FindAllString(text, -1)
	var at []int
	for i, w := range all {
		if kind(w) > 0 {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return text
	}
	r := rand.New(rand.NewPCG(seed, 1))
	for range 1 + r.IntN(3) {
		i, by := at[r.IntN(len(at))], all[at[r.IntN(len(at))]]
		if kind(all[i]) == 1 && r.IntN(3) == 0 {
			by = others[r.IntN(len(others))]
		}
		if kind(by) == kind(all[i]) || kind(all[i]) == 1 && kind(by) != 2 {
			all[i] = by
		}
	}
	return strings.Join(all, "")
}

// TestMutations checks what FuzzGenerate checks for the cases with some of their words exchanged: other texts with each
// -mutationseed, the same in each run.
func TestMutations(t *testing.T) {
	cases, err := Load(filepath.Join("..", "..", "testdata", "python"))
	if err != nil {
		t.Fatal(err)
	}
	check := goChecker(t)
	tried, accepted, failures := 0, 0, 0
	for i, c := range cases {
		for n := range *mutations {
			text := exchange(c.Script, uint64(i*1000+n+*mutationSeed*1000000+1))
			tried++
			program, _ := lang.Compile(syntax.NewSource("fuzz.py", text))
			if program == nil {
				continue
			}
			accepted++
			code, err := codegen.Generate(program, codegen.Options{Package: "main", ScriptName: "fuzz.py"})
			if err == nil {
				err = check(code)
			}
			if err != nil {
				failures++
				t.Errorf("%s: %v\n%s", c.Name, err, difference(c.Script, text))
			}
			if failures > 40 {
				t.FailNow()
			}
		}
	}
	t.Logf("%d texts, of which %d are accepted", tried, accepted)
}

// difference are the lines of a text that another one does not have.
func difference(before, after string) string {
	had := map[string]bool{}
	for line := range strings.Lines(before) {
		had[line] = true
	}
	var out strings.Builder
	for line := range strings.Lines(after) {
		if !had[line] {
			out.WriteString(line)
		}
	}
	return out.String()
}
