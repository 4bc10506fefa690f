package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"testing"
)

// mostFunctions is how many functions Go may compile for a word count, next to its runtime, which is compiled once. Each costs
// about half a millisecond for each change of a script.
const mostFunctions = 760

var compiledFunctions = regexp.MustCompile(`compilefuncs .* (\d+) funcs\s`)

// A changed script is compiled soon: its program needs few functions besides those of the runtime. There are thousands more as soon
// as a method of a type that every program has (a context, an RDD, a list, a datetime) mentions a container of another type: with a
// generic type come all its methods, whether called or not. Such methods are to be package functions: in a declaration, those
// whose self has a type.
func TestFunctionsCompiled(t *testing.T) {
	t.Setenv("DSTREAMC_CACHE", testCache(t))
	dir := t.TempDir()
	work, bench := filepath.Join(dir, "work"), filepath.Join(dir, "bench")
	cmd := exec.Command("dstreamc", "build", "--work", work, "-o", filepath.Join(dir, "program"), filepath.Join("..", "..", "examples", "wordcount.py"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd = exec.Command("go", "build", "-gcflags=-bench="+bench, "-o", filepath.Join(dir, "again"), ".")
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "CGO_ENABLED=0", "PWD="+work)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(bench)
	if err != nil {
		t.Fatal(err)
	}
	match := compiledFunctions.FindSubmatch(text)
	if match == nil {
		t.Fatalf("the compiler counts no functions:\n%s", text)
	}
	n, err := strconv.Atoi(string(match[1]))
	if err != nil || n > mostFunctions {
		t.Errorf("%d functions are compiled for a word count, %v; more than %d are too many", n, err, mostFunctions)
	}
	t.Logf("%d functions", n)
}

// smallestProgram is how many bytes a program may have that does nothing: the tenth part of a megabyte more than it has.
const smallestProgram = 3_150_000

// What a script does not use is not linked. It has happened that all operators of all types were, or the calendar with its zones, because
// something that every program runs mentioned them: an initializer, or a method that is found by its name when running.
func TestSmallestProgram(t *testing.T) {
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skip("the limit is that of linux/amd64")
	}
	t.Setenv("DSTREAMC_CACHE", testCache(t))
	script, program := filepath.Join(t.TempDir(), "nothing.py"), filepath.Join(t.TempDir(), "nothing")
	if err := os.WriteFile(script, []byte("print(\"nothing\")\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("dstreamc", "build", "-o", program, script).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	info, err := os.Stat(program)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes", info.Size())
	if info.Size() > smallestProgram {
		t.Errorf("the smallest program has %d bytes; more than %d are too many", info.Size(), smallestProgram)
	}
}
