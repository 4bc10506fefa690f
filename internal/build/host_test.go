package build

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestImportPath(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"a/go.mod": "// comment\nmodule example.com/a // why\n\ngo 1.25\n",
		"b/go.mod": "module \"example.com/b\"\n",
		"c/go.mod": "go 1.25\n",
	})
	tests := []struct{ dir, want string }{
		{"a", "example.com/a"},
		{"a/internal/ds", "example.com/a/internal/ds"},
		{"b/x", "example.com/b/x"},
		{"c", "ERROR has no module line"},
		{".", "ERROR lies in no Go module"},
	}
	for _, test := range tests {
		got, err := ImportPath(filepath.Join(dir, filepath.FromSlash(test.dir)))
		if want, fails := strings.CutPrefix(test.want, "ERROR "); fails {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %q, %v, want an error with %q", test.dir, got, err, want)
			}
		} else if got != test.want || err != nil {
			t.Errorf("%s: got %q, %v, want %q", test.dir, got, err, test.want)
		}
	}
}

func TestRewriteImports(t *testing.T) {
	const before = `package p

import (
	"fmt"

	"github.com/dstreamc/dstreamc/runtime"
	x "github.com/dstreamc/dstreamc/runtime/py"
	"github.com/dstreamc/dstreamc/runtimes" // another
)

var s = "github.com/dstreamc/dstreamc/runtime"
`
	const after = `package p

import (
	"fmt"

	"github.com/dstreamc/dstreamc/runtimes" // another
	"own/ds"
	x "own/ds/py"
)

var s = "github.com/dstreamc/dstreamc/runtime"
`
	got, err := RewriteImports([]byte(before), "own/ds")
	if err != nil || string(got) != after {
		t.Errorf("got %v\n%s", err, got)
	}
	if _, err := RewriteImports([]byte("not Go"), "x"); err == nil {
		t.Error("no error for a file that is not Go")
	}
}

func TestCopyRuntime(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"go.mod":                  "module example.com/host\n\ngo 1.25\n",
		"internal/ds/py/gone.go":  copyHeader + "\npackage py\n",
		"internal/ds/py/mine.txt": "keep",
		"main.go":                 "package main\n\nimport \"example.com/host/internal/ds/py\"\n\nfunc main() { println(py.Repr(\"x\")) }\n",
	})
	target := filepath.Join(dir, "internal", "ds")
	copyAndStat := func() os.FileInfo {
		t.Helper()
		if err := CopyRuntime(target, "example.com/host/internal/ds"); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(filepath.Join(target, "py", "doc.go"))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	first, second := copyAndStat(), copyAndStat()
	if !os.SameFile(first, second) || first.ModTime() != second.ModTime() {
		t.Error("a file that did not change was written again")
	}
	if _, err := os.Stat(filepath.Join(target, "py", "gone.go")); err == nil {
		t.Error("a file of an older runtime stayed")
	}
	if _, err := os.Stat(filepath.Join(target, "LICENSE")); err != nil {
		t.Error("the copy comes without its licence")
	}
	if _, err := os.Stat(filepath.Join(target, "py", "mine.txt")); err != nil {
		t.Error("a file that is not ours was deleted")
	}
	cmd := exec.Command("go", "vet", "-trimpath", ".") // which lets Go keep what it compiled for the next time
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}
