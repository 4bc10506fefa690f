package hostile

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/codegen"
	"github.com/dstreamc/dstreamc/internal/conformance"
	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

var update = flag.Bool("update", false, "record what python3 prints as the expected output")

const scriptDir = "../../testdata/hostile"

// TestPrograms builds all scripts of testdata/hostile with one go build, as a package of which
// each is a part, and compares what they print with what CPython printed. Scripts without
// a recording are of streams: those are only built.
func TestPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("builds programs")
	}
	scripts, err := conformance.LoadScripts(scriptDir)
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	built, err := conformance.Build(t.TempDir(), root, scripts)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scripts {
		recording := strings.TrimSuffix(s.Path, ".py") + ".out"
		t.Run(s.Name, func(t *testing.T) {
			if list := built.Rejected[s.Name]; list != nil {
				t.Fatalf("rejected: %s", list.Items[0].Msg)
			}
			if broken := built.Broken[s.Name]; broken != "" {
				t.Fatal(broken)
			}
			if s.Name == "stream" {
				return
			}
			if *update {
				record(t, s.Path, recording)
			}
			want, err := os.ReadFile(recording)
			if err != nil {
				t.Fatal(err)
			}
			args := built.Command(s)
			got, err := exec.Command(args[0], args[1:]...).Output()
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), string(got)); d != "" {
				t.Errorf("not what CPython prints (-want +got):\n%s", d)
			}
		})
	}
}

func record(t *testing.T, script, recording string) {
	cmd := exec.Command("python3", script)
	cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0", "PYTHONIOENCODING=utf-8")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(recording, out, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestVet has go vet look at each script as a program of its own, with the lines of the script
// and without: another set of names is taken there than in a package.
func TestVet(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles programs")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), []byte("module hostile\n\ngo 1.25\n\n"+
		"require github.com/dstreamc/dstreamc v0.0.0\n\nreplace github.com/dstreamc/dstreamc => "+root+"\n"))
	for i, c := range cases(t) {
		code := generate(t, c, codegen.Options{LineDirectives: i%2 == 0})
		write(t, filepath.Join(dir, fmt.Sprintf("p%d", i), "main.go"), code)
	}
	cmd := exec.Command("go", "vet", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func write(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// hostileNames are file names of scripts.
var hostileNames = []string{
	"*/ panic(1) /*.py", "a\n//go:build ignore\n.py", "a\r//line x:1.py", "x:12.py", "x.go:7:1.py", "`.py", `".py`, `a\b.py`,
	"\u2028//go:build ignore.py", "\u202egnp.py", "变量.py", "é.py", "func.py", "main.py", "3.py", "_test.py", "x_test.py", "-.py",
	"a b.py", ".py", "..", "", "/", "py", "\x00.py", "\xff.py", "dstreamc:line 3.py", "%s%d.py", strings.Repeat("long", 100) + ".py",
}

// hostileTexts are scripts that an editor would spoil in a file.
var hostileTexts = []string{
	"x = 'a\x01\x7f\u2028\u2029\u202e\ufeff'\nprint(x)  # \x01\u2028//go:build ignore\n",
	"\ufeffprint(1)\n",
	"print(1)\r\n# //go:build ignore\r\n\"\"\"a\r\n//line x:1\r\n\"\"\"\r\n",
	"'''//go:build ignore\f\v\u0085//line x:1'''\nprint(1)\f\n",
	"print('\\ud800', '\\udfff//go:build')\n",
	"print('\\N{LINE SEPARATOR}')\n",
	"x = 1 # //line evil.go:1\\\nprint(x)\n",
	"//go:build ignore\n",
	"def f():\n    '''\u2028//go:noinline\u2029//export f'''\n    return 1\nprint(f())\n",
}

// script is a script's name and text.
type script struct{ name, text string }

// cases are the scripts of testdata, the texts above, and one script under all the names.
func cases(t *testing.T) []script {
	t.Helper()
	loaded, err := conformance.LoadScripts(scriptDir)
	if err != nil {
		t.Fatal(err)
	}
	var out []script
	for _, s := range loaded {
		out = append(out, script{s.Name + ".py", s.Text})
	}
	for i, text := range hostileTexts {
		if _, list := lang.Compile(syntax.NewSource("text.py", text)); !list.HasErrors() {
			out = append(out, script{fmt.Sprintf("text%d.py", i), text})
		}
	}
	for _, name := range hostileNames {
		out = append(out, script{name, "def f(x):\n    return x + 1\n\n\nprint(f(1))\nprint(__file__ == '')\n"})
	}
	return out
}

func generate(t *testing.T, s script, opt codegen.Options) []byte {
	t.Helper()
	program, list := lang.Compile(syntax.NewSource(s.name, s.text))
	if list.HasErrors() {
		t.Fatalf("%q: rejected: %s", s.name, list.Items[0].Msg)
	}
	code, err := codegen.Generate(program, opt)
	if err != nil {
		t.Fatalf("%q: %v\n%s", s.name, err, code)
	}
	return code
}

// TestSource looks at the generated Go of each script: it is as gofmt would have it, has the
// imports that programs have, no other packages' or init functions, and no comment that Go
// takes for an instruction but those that the compiler put there.
func TestSource(t *testing.T) {
	for _, s := range cases(t) {
		for _, opt := range []codegen.Options{{}, {LineDirectives: true}, {Package: "jobs"}} {
			code := generate(t, s, opt)
			if formatted, err := format.Source(code); err != nil {
				t.Errorf("%q: %v", s.name, err)
			} else if !bytes.Equal(formatted, code) && !opt.LineDirectives {
				t.Errorf("%q: gofmt changes the generated file", s.name)
			}
			checkSource(t, s, opt, code)
		}
	}
}

// directive matches comments that are instructions to Go's tools.
var directive = regexp.MustCompile(`^(//go:|//line |/\*line |//export |//extern |// ?\+build|#cgo)`)

// ownLine matches the //line directives that the compiler writes.
var ownLine = regexp.MustCompile(`^//line ([^:\x00-\x1f\x7f\x{2028}\x{2029}]+):(\d+)$`)

// imports are the packages that a generated file may import.
var imports = regexp.MustCompile(`^(github\.com/dstreamc/dstreamc/runtime(/\w+)?|context|os|iter|math|errors)$`)

func checkSource(t *testing.T, s script, opt codegen.Options, code []byte) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "main.go", code, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Errorf("%q: %v", s.name, err)
		return
	}
	lines := strings.Count(s.text, "\n") + strings.Count(s.text, "\r") + 1
	for _, group := range file.Comments {
		for _, c := range group.List {
			if !strings.HasPrefix(c.Text, "//") {
				t.Errorf("%q: a comment that may hold several lines: %q", s.name, c.Text)
			}
			if strings.ContainsAny(c.Text, "\n\r\u2028\u2029\u202e\ufeff\x00") {
				t.Errorf("%q: a comment with control characters: %q", s.name, c.Text)
			}
			if !directive.MatchString(c.Text) {
				continue
			}
			m := ownLine.FindStringSubmatch(c.Text)
			if m == nil || !opt.LineDirectives {
				t.Errorf("%q: a comment that is an instruction: %q", s.name, c.Text)
				continue
			}
			if n, err := strconv.Atoi(m[2]); m[1] != "main.go" && (err != nil || n < 1 || n > lines) {
				t.Errorf("%q: a line that the script does not have: %q", s.name, c.Text)
			}
		}
	}
	for _, i := range file.Imports {
		if path, err := strconv.Unquote(i.Path.Value); err != nil || !imports.MatchString(path) {
			t.Errorf("%q: imports %s", s.name, i.Path.Value)
		}
	}
	for _, d := range file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if ok && (fn.Name.Name == "init" || fn.Name.Name == "main" && opt.Package != "" || fn.Body == nil || fn.Recv != nil) {
			t.Errorf("%q: declares func %s", s.name, fn.Name.Name)
		}
	}
}
