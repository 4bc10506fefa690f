package syntax

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAgainstCPython compares our AST of real files with CPython's: the Python scripts of
// this module, python3's standard library, and pyspark's examples and sources where
// DSTREAMC_PYSPARK_PYTHON names an interpreter that has it.
func TestAgainstCPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3 on the path")
	}
	compareWithCPython(t, "scripts of this module", python, pythonFiles("../..", 0))
	if testing.Short() {
		return
	}
	lib := askPython(t, python, stdlibPath)
	compareWithCPython(t, "the standard library", python, pythonFiles(lib, 300))
	spark := os.Getenv("DSTREAMC_PYSPARK_PYTHON")
	if spark == "" {
		t.Log("pyspark left out: DSTREAMC_PYSPARK_PYTHON does not name a Python that has it")
		return
	}
	dir := askPython(t, spark, "import os, pyspark; print(os.path.dirname(pyspark.__file__))")
	compareWithCPython(t, "pyspark", spark, pythonFiles(dir, 300))
}

// stdlibPath prints where Python's standard library is.
const stdlibPath = "import sysconfig; print(sysconfig.get_path('stdlib'))"

// askPython returns what a line of Python prints.
func askPython(t *testing.T, python, code string) string {
	t.Helper()
	out, err := exec.Command(python, "-c", code).Output()
	if err != nil {
		t.Fatalf("%s -c %q: %v", python, code, err)
	}
	return strings.TrimSpace(string(out))
}

// pythonFiles lists the .py files below a directory, at most limit of them spread evenly if
// limit is not 0.
func pythonFiles(root string, limit int) []string {
	var all []string
	filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "site-packages" || d.Name() == "bad" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if err == nil && d.Type().IsRegular() && strings.HasSuffix(path, ".py") {
			all = append(all, path)
		}
		return nil
	})
	if limit == 0 || len(all) <= limit {
		return all
	}
	some := make([]string, 0, limit)
	for i := range limit {
		some = append(some, all[i*len(all)/limit])
	}
	return some
}

// compareWithCPython parses files with us and with Python and reports the first difference
// of each file.
func compareWithCPython(t *testing.T, what, python string, files []string) {
	t.Helper()
	cmd := exec.Command(python, filepath.Join("testdata", "dumpast.py"))
	cmd.Stdin = strings.NewReader(strings.Join(files, "\n"))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("dumpast.py: %v", err)
	}
	var compared, skipped, statements, expressions, differences int
	for _, block := range splitBlocks(out) {
		head, want, _ := strings.Cut(block, "\n")
		fields := strings.Fields(head)
		if fields[0] == "SKIP" {
			skipped++
			continue
		}
		name := fields[1]
		var s, x int
		fmt.Sscan(fields[2]+" "+fields[3], &s, &x)
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		switch msg := difference(NewSource(name, string(text)), want); msg {
		case "":
			compared++
			statements += s
			expressions += x
		case refused:
			skipped++
		default:
			differences++
			t.Errorf("%s: %s", name, msg)
		}
	}
	t.Logf("%s: %d files, %d statements and %d expressions are the same, %d files differ; %d left out (not Python 3, not UTF-8, or \\N{…})",
		what, compared, statements, expressions, differences, skipped)
}

// refused is the difference of a file with something that we refuse and CPython does not.
const refused = `\N{…}`

// splitBlocks splits dumpast.py's output before FILE and SKIP.
func splitBlocks(out []byte) []string {
	var blocks []string
	in := bufio.NewScanner(bytes.NewReader(out))
	in.Buffer(nil, 1<<30)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "FILE ") || strings.HasPrefix(line, "SKIP ") {
			blocks = append(blocks, line)
		} else {
			blocks[len(blocks)-1] += "\n" + line
		}
	}
	return blocks
}

// difference returns where our statements differ from those wanted, or "".
func difference(src *Source, want string) string {
	file, errs := Parse(src)
	for _, e := range errs {
		if strings.Contains(e.Msg, "characters by name") {
			return refused
		}
	}
	if len(errs) > 0 {
		line, col := src.Position(errs[0].Span.Start)
		return fmt.Sprintf("%d:%d: %s", line, col, errs[0].Msg)
	}
	wants := strings.Split(want, "\n")
	if want == "" {
		wants = nil
	}
	for i, s := range file.Body {
		got := Dump(s)
		if i >= len(wants) {
			return "more statements than CPython: " + got
		}
		if got != wants[i] {
			n := 0
			for n < len(got) && n < len(wants[i]) && got[n] == wants[i][n] {
				n++
			}
			from := max(0, n-60)
			return fmt.Sprintf("line %d:\n got …%s\nwant …%s", src.Line(s.Pos().Start),
				got[from:min(len(got), n+60)], wants[i][from:min(len(wants[i]), n+60)])
		}
	}
	if len(file.Body) < len(wants) {
		return "fewer statements than CPython"
	}
	return ""
}
