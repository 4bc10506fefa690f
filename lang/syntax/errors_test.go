package syntax

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// testCase is a script and what is expected of it.
type testCase struct{ source, want string }

// loadCases reads a file of testdata: scripts with "---" between them, each followed by
// what is expected, in lines that start with "#>".
func loadCases(name string) []testCase {
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		panic(err)
	}
	var out []testCase
	for _, chunk := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n---\n") {
		var c testCase
		var source, want []string
		for _, line := range strings.Split(chunk, "\n") {
			if w, ok := strings.CutPrefix(line, "#>"); ok {
				want = append(want, strings.TrimPrefix(w, " "))
			} else {
				source = append(source, line)
			}
		}
		c.source, c.want = strings.Join(source, "\n"), strings.Join(want, "\n")
		out = append(out, c)
	}
	return out
}

// runCases compares what get makes of each script with what is expected, or writes it down.
func runCases(t *testing.T, name string, cases []testCase, get func(source string) string) {
	t.Helper()
	var b strings.Builder
	for i, c := range cases {
		got := get(c.source)
		if got != c.want && !*update {
			t.Errorf("%s:\n%s\n got:\n%s\nwant:\n%s", name, c.source, got, c.want)
		}
		if i > 0 {
			b.WriteString("---\n")
		}
		b.WriteString(c.source + "\n")
		for _, line := range strings.Split(got, "\n") {
			b.WriteString(strings.TrimRight("#> "+line, " ") + "\n")
		}
	}
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", name), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var errorCases = loadCases("errors.txt")

// describeErrors writes the errors of a script, one a line, with their hints and notes.
func describeErrors(source string) string {
	src := NewSource("test", source)
	_, errs := Parse(src)
	var out []string
	for _, e := range errs {
		line, col := src.Position(e.Span.Start)
		text := fmt.Sprintf("%d:%d %s %s {%s}", line, col, e.Code, e.Msg, strings.ReplaceAll(src.Slice(e.Span), "\n", "⏎"))
		if e.Hint != "" {
			text += " hint: " + e.Hint
		}
		if e.Note != "" {
			text += fmt.Sprintf(" note: %s {%s}", e.Note, strings.ReplaceAll(src.Slice(e.NoteAt), "\n", "⏎"))
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func TestErrors(t *testing.T) {
	runCases(t, "errors.txt", errorCases, describeErrors)
}

// TestErrorsOddText has scripts that an editor would spoil in errors.txt.
func TestErrorsOddText(t *testing.T) {
	for _, c := range oddErrors {
		if got := describeErrors(c.source); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.source, got, c.want)
		}
	}
}

var oddErrors = []testCase{
	{"if x:\n    a = 1\n  b = 2\nc = ", "3:1 DS104 unindent does not match any outer indentation level {  }\n4:5 DS106 expected an expression, found the end of the line {}"},
	{"if x:\n    a\n\tb", "3:1 DS104 inconsistent use of tabs and spaces in indentation {\t} hint: indent with spaces only"},
	{"x = ", "1:5 DS106 expected an expression, found the end of the line {}"},
	{"x = 1 \\", "1:7 DS101 unexpected end of file after a line continuation {\\}"},
	{"import a, ", "1:11 DS106 expected a name, found the end of the line {}"},
	{"if __name__ == \"__main__\":\n    a = (1 + \n    b = f(x y)\n    def g():\n        return 1L\n    for i in range(3)\n        print i\n    c = 1", "2:9 DS105 '(' was never closed {(}\n3:11 DS100 invalid syntax; perhaps you forgot a comma before 'y' {x y}\n5:16 DS107 the suffix L of long integers is Python 2 {1L} hint: write 1: every int is long\n6:22 DS106 expected ':', found the end of the line {}\n7:9 DS107 missing parentheses in call to 'print' {print i} hint: write print(i)"},
	{"try:\n    x = \nexcept ValueError as e:\n    print e\nfinally\n    pass", "2:9 DS106 expected an expression, found the end of the line {}\n4:5 DS107 missing parentheses in call to 'print' {print e} hint: write print(e)\n5:8 DS106 expected ':', found the end of the line {}"},
	{"def f():\n\tif x:\n        y", "3:1 DS104 inconsistent use of tabs and spaces in indentation {        } hint: indent with spaces only"},
	{"x = 1\x00", "1:6 DS101 source code cannot contain null bytes {\x00}"},
	{"x\u00a0= 1", "1:2 DS101 invalid non-printable character U+00A0 {\u00a0}"},
	{"x = 1\u200b", "1:6 DS101 invalid non-printable character U+200B {\u200b}"},
	{"\tx = 1", "1:2 DS104 unexpected indent {}"},
	{"if x:\n\ta\n        b", "3:1 DS104 inconsistent use of tabs and spaces in indentation {        } hint: indent with spaces only"},
	{"if x:\n        a\n\tb", "3:1 DS104 inconsistent use of tabs and spaces in indentation {\t} hint: indent with spaces only"},
	{"x = " + strings.Repeat("(", 201) + strings.Repeat(")", 201), "1:205 DS113 too many nested parentheses {(}"},
	{"x = \\", "1:5 DS101 unexpected end of file after a line continuation {\\}"},
	{"x = 1 \\ \ny", "1:7 DS101 unexpected blank after the line continuation character {\\} hint: remove the blanks behind the backslash"},
	{"x = \\\n", "1:5 DS101 unexpected end of file after a line continuation {\\}"},
	{"!\x00.1e", "1:1 DS101 invalid syntax: unexpected character '!' {!} hint: write not for negation, != for unequal\n1:2 DS101 source code cannot contain null bytes {\x00}\n1:3 DS103 invalid decimal literal {.1} hint: a name cannot start with a digit"},
	{"x = \xff", "1:5 DS101 the script is not UTF-8: found the byte 0xff {\xff} hint: save it as UTF-8"},
	{"\"\"\"a\nb", "1:1 DS102 unterminated triple-quoted string literal {\"} hint: close it with \"\"\""},
	{"'a\\", "1:1 DS102 unterminated string literal {'a\\} hint: close it with ', or use ''' for text of several lines"},
	{"f'{'a", "1:3 DS112 f-string: expecting '}' {{}"},
	{"f\"{a\n", "1:3 DS112 f-string: expecting '}' {{}"},
}

// TestErrorsAgainstCPython checks that CPython rejects the scripts that we reject, too,
// but for those that we refuse knowingly.
func TestErrorsAgainstCPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3 on the path")
	}
	var sources []string
	for _, c := range append(append([]testCase(nil), errorCases...), oddErrors...) {
		if refusedKnowingly(c.want) || !strings.Contains(c.want, "DS1") {
			continue
		}
		sources = append(sources, c.source)
	}
	in, err := json.Marshal(sources)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-W", "ignore", "-c", `
import json, sys
for i, source in enumerate(json.load(sys.stdin)):
    try:
        compile(source, "test", "exec")
        print(i)
    except (SyntaxError, ValueError):
        pass
`)
	cmd.Stdin = strings.NewReader(string(in))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.Fields(string(out)) {
		var i int
		fmt.Sscan(word, &i)
		t.Errorf("CPython accepts\n%s", sources[i])
	}
	t.Logf("%d scripts that both reject", len(sources))
}

// refusedKnowingly reports whether errors are about what CPython accepts, this version or a
// later one.
func refusedKnowingly(errs string) bool {
	for _, msg := range []string{codeNewPython, "characters by name", "in the encoding", "multiple exception types"} {
		if strings.Contains(errs, msg) {
			return true
		}
	}
	return false
}

// TestGoodStatements checks what is left of scripts with errors.
func TestGoodStatements(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"a = 1\nb = = 2\nc = 3\n", "[(Assign [a] (Int 1)) (Assign [c] (Int 3))]"},
		{"if x:\n    a = (\n    pass\n    b\n", "[(If x [(Pass) (ExprStmt b)] [] false)]"},
		{"if x y:\n    a\nelse:\n    b\nc", "[(ExprStmt c)]"},
		{"def f(:\n    return 1\nf()", "[(ExprStmt (Call f []))]"},
		{"a; b = ; c", "[]"},
		{"a; f() = 1; c", "[(ExprStmt a) (ExprStmt c)]"},
		{"class A:\n  def f(self):\n    return 1 1\n  x = 1", `[(ClassDef [] A [] [] [(FuncDef [] f [] [(Param 0 "self" _ _)] _ [] false) (Assign [x] (Int 1))])]`},
	} {
		file, errs := Parse(NewSource("test", c.source))
		if len(errs) == 0 {
			t.Errorf("%q: no errors", c.source)
		}
		if got := Dump(file); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.source, got, c.want)
		}
	}
}

// TestNesting checks that no depth of nesting exhausts the stack, and that a sensible one
// is accepted.
func TestNesting(t *testing.T) {
	const many = 30000
	for _, c := range []struct{ unit, middle, close string }{
		{"(", "x", ")"}, {"[", "x", "]"}, {"{", "x", "}"}, {"f(", "x", ")"}, {"x[", "x", "]"},
		{"-", "x", ""}, {"not ", "x", ""}, {"x ** ", "x", ""}, {"lambda: ", "x", ""},
		{"x if x else ", "x", ""}, {"x + ", "x", ""}, {"x and ", "x", ""}, {"x < ", "x", ""},
		{"x, ", "x", ""}, {"await ", "x", ""}, {"f'{", "x", "}'"},
		{"", "x", ".y"}, {"", "x", "()"}, {"*", "x", ""}, {"x = ", "x", ""}, {"yield ", "x", ""},
		{"[x for x in ", "x", "]"}, {"if x: ", "x", ""}, {"'a' ", "'b'", ""}, {"match ", "x", ":"},
	} {
		for _, n := range []int{30, many} {
			text := strings.Repeat(c.unit, n) + c.middle + strings.Repeat(c.close, n)
			file, errs := Parse(NewSource("deep", text))
			if n == 30 && len(errs) > 0 && !strings.Contains("*await yield if x: match ", c.unit) {
				t.Errorf("%s… %d deep: %s", c.unit, n, errs[0].Msg)
			}
			if len(errs) > 0 {
				continue
			}
			Dump(file)
			Format(file)
			if s, ok := file.Body[0].(*ExprStmt); ok {
				ExprString(s.X)
			}
		}
	}
	var blocks strings.Builder
	for i := range 150 {
		blocks.WriteString(strings.Repeat(" ", i) + "if x:\n")
	}
	if _, errs := Parse(NewSource("deep", blocks.String())); len(errs) == 0 || errs[0].Msg != "too many levels of indentation" {
		t.Errorf("got %v", errs)
	}
}
