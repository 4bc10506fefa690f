package build

import (
	"bytes"
	"context"
	"debug/buildinfo"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A second program of the same Go and the same runtime is built without the go command, and is the same program.
func TestBuildDirect(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only for Linux")
	}
	b := newBuilder(t)
	b.Cache = &Cache{t.TempDir()} // what other tests build at the same time is not known here
	ctx, dir := context.Background(), t.TempDir()
	runtimeDir, err := b.Cache.Runtime()
	if err != nil {
		t.Fatal(err)
	}
	first := host(map[string][]byte{"main.go": []byte(hello)})
	known, err := b.compiledFile(first, runtimeDir)
	if err != nil {
		t.Fatal(err)
	}
	slow, fast := filepath.Join(dir, "slow"), filepath.Join(dir, "fast")
	if err := b.Build(ctx, first, slow); err != nil {
		t.Fatal(err)
	}

	b.Go = &Toolchain{Path: b.Go.Path, Version: b.Go.Version}
	calls := countGo(t, b)
	if err := b.Build(ctx, first, fast); err != nil {
		t.Fatal(err)
	}
	if n := calls(); n > 0 {
		t.Errorf("the go command ran %d times", n)
	}
	if got, _ := exec.Command(fast, "fail").CombinedOutput(); !strings.Contains(string(got), "\twc.py:12") || strings.Contains(string(got), b.Cache.Dir+"/work") {
		t.Errorf("a panic says\n%s", got)
	}
	was, err := buildinfo.ReadFile(slow)
	if err != nil {
		t.Fatal(err)
	}
	is, err := buildinfo.ReadFile(fast)
	if err != nil {
		t.Fatal(err)
	}
	if without := dropFlags(was.String()); is.String() != without {
		t.Errorf("go version -m shows\n%s\nand for a program of go build\n%s", is, without)
	}

	// What is not known, or does not compile, is the go command's to do or to complain about.
	second := host(map[string][]byte{"main.go": bytes.Replace([]byte(hello), []byte(`"os"`), []byte("\"os\"\n\t_ \"text/tabwriter\""), 1)})
	if err := b.Build(ctx, second, fast); err != nil || calls() == 0 {
		t.Errorf("with another import: %v, %d calls of go", err, calls())
	}
	bad := host(map[string][]byte{"main.go": []byte(strings.Replace(hello, "fail()\n\t}", "fial()\n\t}", 1))})
	err = b.Build(ctx, bad, fast)
	if goErr, ok := err.(*GoError); !ok || !goErr.Generated || !strings.Contains(goErr.Output, "undefined: fial") {
		t.Errorf("a program that does not compile: %v", err)
	} else {
		os.RemoveAll(goErr.Dir)
	}
	if err := os.WriteFile(known, []byte(`{"Packages":{"fmt":"/nowhere","os":"/nowhere","github.com/dstreamc/dstreamc/runtime/py":"/nowhere"}}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := b.Build(ctx, first, fast); err != nil {
		t.Errorf("with packages that are gone: %v", err)
	}
}

// countGo makes the builder's go command count its uses.
func countGo(t *testing.T, b *Builder) (calls func() int) {
	dir := t.TempDir()
	log, path := filepath.Join(dir, "log"), filepath.Join(dir, "go")
	script := "#!/bin/sh\necho >>'" + log + "'\nexec '" + b.Go.Path + "' \"$@\"\n"
	if err := os.WriteFile(path, []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	known := b.Go.Path
	b.Go.Path = path
	t.Setenv("DSTREAMC_GO", known) // it is the same Go
	return func() int {
		text, _ := os.ReadFile(log) // not there: not used
		return bytes.Count(text, []byte("\n"))
	}
}

func dropFlags(info string) string {
	var out []string
	for _, line := range strings.Split(info, "\n") {
		if !strings.HasPrefix(line, "build\t-gcflags=") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
