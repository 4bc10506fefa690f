package build

import (
	"context"
	"debug/buildinfo"
	"debug/elf"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc"
)

// hello is a program as codegen prints them, as far as building is concerned: it imports
// the runtime, and its file says which lines of a script it comes from.
const hello = `package main

import (
	"fmt"
	"os"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func main() {
	if len(os.Args) > 1 {
		fail()
	}
	fmt.Println(py.Repr("it's"))
}

func fail() {
//line wc.py:12
	panic("as told")
}
`

// newBuilder returns a builder for which module cache and network are of no help. Its
// cache and Go's build cache outlive the test: compiling the runtime or the standard
// library anew would take long and show nothing.
func newBuilder(t *testing.T) *Builder {
	t.Helper()
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("GOPROXY", "http://127.0.0.1:1")
	t.Setenv("GOFLAGS", "-mod=vendor")
	tool, err := FindGo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = t.TempDir()
	}
	return &Builder{Cache: &Cache{filepath.Join(dir, "dstreamc", "test")}, Go: tool}
}

// inProgress lists the builds that did not clean up.
func inProgress(t *testing.T, c *Cache) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(c.Dir, "work-*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func host(files map[string][]byte) *Program {
	return &Program{Files: files, OS: runtime.GOOS, Arch: runtime.GOARCH}
}

func TestBuildOffline(t *testing.T) {
	b := newBuilder(t)
	var compiled []string
	b.Compiling = func(pkg string) { compiled = append(compiled, pkg) }
	out := filepath.Join(t.TempDir(), "hello")
	if err := b.Build(context.Background(), host(map[string][]byte{"main.go": []byte(hello)}), out); err != nil {
		t.Fatal(err)
	}
	if got, err := exec.Command(out).Output(); err != nil || string(got) != "\"it's\"\n" {
		t.Errorf("the program printed %q, %v", got, err)
	}
	if !slices.Contains(compiled, ModuleName) {
		t.Errorf("told of the packages %q, want %s among them", compiled, ModuleName)
	}
	if got, _ := exec.Command(out, "fail").CombinedOutput(); !strings.Contains(string(got), "\twc.py:12") {
		t.Errorf("a panic does not show the line of the script:\n%s", got)
	}
}

func TestBuildCleansUp(t *testing.T) {
	b := newBuilder(t)
	b.Cache = &Cache{t.TempDir()}
	if err := b.Build(context.Background(), host(map[string][]byte{"main.go": []byte("package main\n\nfunc main() {}\n")}), filepath.Join(t.TempDir(), "x")); err != nil {
		t.Fatal(err)
	}
	if left := inProgress(t, b.Cache); left != nil {
		t.Errorf("left behind: %q", left)
	}
}

func TestBuildIsStaticAndSmall(t *testing.T) {
	b := newBuilder(t)
	out := filepath.Join(t.TempDir(), "hello")
	program := host(map[string][]byte{"main.go": []byte(hello)})
	if err := b.Build(context.Background(), program, out); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(out); err != nil || info.Size() > 4<<20 {
		t.Errorf("%d bytes, want at most 4 MB", info.Size())
	}
	if runtime.GOOS == "linux" {
		f, err := elf.Open(out)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if libs, err := f.ImportedLibraries(); err != nil || len(libs) > 0 || f.Section(".symtab") != nil || f.Section(".debug_info") != nil {
			t.Errorf("needs the libraries %q, %v, or has symbols", libs, err)
		}
	}
}

// TestBuildForOtherSystems builds a program that imports nothing, since compiling the
// standard library for another system takes long.
func TestBuildForOtherSystems(t *testing.T) {
	b := newBuilder(t)
	for _, system := range []struct{ os, arch string }{{"windows", "amd64"}, {"linux", "arm64"}} {
		program := &Program{Files: map[string][]byte{"main.go": []byte("package main\n\nfunc main() {}\n")}, OS: system.os, Arch: system.arch}
		out := filepath.Join(t.TempDir(), "x")
		if err := b.Build(context.Background(), program, out); err != nil {
			t.Fatal(err)
		}
		info, err := buildinfo.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, s := range info.Settings {
			got[s.Key] = s.Value
		}
		if got["GOOS"] != system.os || got["GOARCH"] != system.arch || got["CGO_ENABLED"] != "0" {
			t.Errorf("built for %s/%s with cgo %s, want %v", got["GOOS"], got["GOARCH"], got["CGO_ENABLED"], system)
		}
	}
}

// TestBuildTrimmedIsReproducible builds twice in different caches.
func TestBuildTrimmedIsReproducible(t *testing.T) {
	if testing.Short() {
		t.Skip("-trimpath compiles the standard library once more")
	}
	var texts []string
	for range 2 {
		b := newBuilder(t)
		b.Cache = &Cache{t.TempDir()}
		program := host(map[string][]byte{"main.go": []byte(hello)})
		program.Trim = true
		out := filepath.Join(t.TempDir(), "hello")
		if err := b.Build(context.Background(), program, out); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
		if strings.Contains(texts[0], b.Cache.Dir) {
			t.Error("the binary names a folder of this machine")
		}
	}
	if texts[0] != texts[1] {
		t.Error("two builds differ")
	}
}

func TestBuildGeneratedCodeIsWrong(t *testing.T) {
	b := newBuilder(t)
	err := b.Build(context.Background(), host(map[string][]byte{"main.go": []byte("package main\n\nfunc main() {\n//line wc.py:7\n\tx := 1\n}\n")}), filepath.Join(t.TempDir(), "x"))
	var goErr *GoError
	if !errors.As(err, &goErr) || !goErr.Generated {
		t.Fatalf("got %v, want a GoError about generated code", err)
	}
	if !strings.Contains(goErr.Output, "wc.py:7") || !strings.Contains(err.Error(), "declared and not used: x") {
		t.Errorf("Go's words or the script's line are missing:\n%v", err)
	}
	defer os.RemoveAll(goErr.Dir)
	if _, err := os.Stat(filepath.Join(goErr.Dir, "main.go")); err != nil {
		t.Errorf("the program was not kept: %v", err)
	}
}

func TestBuildKeepsWork(t *testing.T) {
	b := newBuilder(t)
	program := host(map[string][]byte{"main.go": []byte(hello)})
	program.Work = filepath.Join(t.TempDir(), "a folder", "kept")
	if err := b.Build(context.Background(), program, filepath.Join(t.TempDir(), "hello")); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(program.Work, "main.go")); err != nil || string(text) != hello {
		t.Errorf("kept %q, %v", text, err)
	}
}

func TestBuildInterrupted(t *testing.T) {
	b := newBuilder(t)
	b.Cache = &Cache{t.TempDir()}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := b.Build(ctx, host(map[string][]byte{"main.go": []byte(hello)}), filepath.Join(t.TempDir(), "x")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if left := inProgress(t, b.Cache); left != nil {
		t.Errorf("left behind: %q", left)
	}
}

// TestRuntimeImportsOnlyStandardLibrary is what makes builds without network possible.
func TestRuntimeImportsOnlyStandardLibrary(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", dstreamc.ModulePath+"/runtime/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range strings.Fields(string(out)) {
		first, _, _ := strings.Cut(pkg, "/")
		if strings.Contains(first, ".") && !strings.HasPrefix(pkg, runtimePath) {
			t.Errorf("the runtime imports %s", pkg)
		}
	}
}

func TestUnpackedRuntime(t *testing.T) {
	c := &Cache{t.TempDir()}
	dir, err := c.Runtime()
	if err != nil {
		t.Fatal(err)
	}
	filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if strings.HasSuffix(path, "_test.go") || d.Name() == "testdata" {
			t.Errorf("unpacked %s", path)
		}
		return err
	})
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		t.Error(err)
	}
	if again, err := c.Runtime(); err != nil || again != dir {
		t.Errorf("the second call returned %s, %v, want %s", again, err, dir)
	}
}
