package syntax

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestFormatRealFiles formats scripts of this module and a part of the standard library:
// the result must mean the same and format to itself. It checks ExprString on the way.
func TestFormatRealFiles(t *testing.T) {
	files := pythonFiles("../..", 0)
	if python, err := exec.LookPath("python3"); err == nil && !testing.Short() {
		files = append(files, pythonFiles(askPython(t, python, stdlibPath), 40)...)
	}
	formatted := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, errs := Parse(NewSource(name, string(text)))
		if len(errs) > 0 {
			continue
		}
		formatted++
		if msg := checkPrinted(file); msg != "" {
			t.Errorf("%s: %s", name, msg)
		}
	}
	t.Logf("%d files", formatted)
}

// checkPrinted returns what Format or ExprString spoil, or "".
func checkPrinted(file *File) string {
	out := Format(file)
	again, errs := Parse(NewSource("formatted", out))
	if len(errs) > 0 {
		line, _ := again.Source.Position(errs[0].Span.Start)
		return fmt.Sprintf("formatted, line %d: %s: %s", line, again.Source.LineText(line), errs[0].Msg)
	}
	for i, s := range file.Body {
		if i >= len(again.Body) || Dump(s) != Dump(again.Body[i]) {
			return fmt.Sprintf("line %d means something else when formatted", file.Source.Line(s.Pos().Start))
		}
	}
	if len(again.Body) != len(file.Body) || len(again.Comments) != len(file.Comments) {
		return "formatting changes the number of statements or comments"
	}
	if twice := Format(again); twice != out {
		a, b := strings.Split(out, "\n"), strings.Split(twice, "\n")
		for i := range a {
			if i >= len(b) || a[i] != b[i] {
				return fmt.Sprintf("formatted line %d changes when formatted again: %q", i+1, a[i])
			}
		}
		return "formatting again adds lines"
	}
	for _, s := range file.Body {
		if msg := checkExprStrings(s); msg != "" {
			return msg
		}
	}
	return ""
}

// checkExprStrings writes and parses the expressions right below statements.
func checkExprStrings(s Stmt) string {
	msg := ""
	Walk(s, func(n Node) bool {
		x, ok := n.(Expr)
		if !ok || msg != "" {
			return msg == ""
		}
		if star, ok := x.(*Star); ok {
			x = star.X
		}
		text := ExprString(x)
		again, errs := Parse(NewSource("printed", "async def f():\n x = [("+text+")]\n"))
		if len(errs) > 0 {
			for _, e := range errs {
				if e.Code == codeContext || e.Code == codeTarget || e.Code == codeNesting {
					return false // yield in a place where it cannot stand again, deep nesting
				}
			}
			msg = fmt.Sprintf("printed %s: %s", text, errs[0].Msg)
			return false
		}
		got := again.Body[0].(*FuncDef).Body[0].(*Assign).Value.(*List).Elts[0]
		if Dump(got) != Dump(x) {
			msg = fmt.Sprintf("printed %s\n got %s\nwant %s", text, Dump(got), Dump(x))
		}
		return false
	})
	return msg
}
