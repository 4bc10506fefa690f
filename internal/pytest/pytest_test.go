package pytest

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/internal/conformance"
)

// In every script ints may be of any size; CI tries that too.
var (
	bigInt       = flag.Bool("bigint", false, "compile the cases with --bigint")
	mutations    = flag.Int("mutations", 1, "how many texts TestMutations makes of each case")
	mutationSeed = flag.Int("mutationseed", 0, "which ones")
)

// TestCases compiles all cases into one binary and compares what each prints with its recording.
// A case that the compiler rejects is no failure, as nothing wrong is printed, but is counted.
func TestCases(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	cases, err := Load(filepath.Join("..", "..", "testdata", "python"))
	if err != nil {
		t.Fatal(err)
	}
	cases = slices.DeleteFunc(cases, func(c Case) bool { return !conformance.Selected(c.Name) })
	var scripts []*conformance.Script
	for _, c := range cases {
		scripts = append(scripts, &conformance.Script{Name: c.Name, Text: c.Script, BigInt: *bigInt})
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	built, err := conformance.Build(t.TempDir(), root, scripts)
	if err != nil {
		t.Fatal(err)
	}
	rejected := 0
	for i, c := range cases {
		if list := built.Rejected[c.Name]; list != nil {
			rejected++
			for _, d := range list.Items {
				t.Errorf("rejected %s: %s %s", c.Name, d.Code, d.Msg)
			}
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			if problem := built.Broken[c.Name]; problem != "" {
				t.Fatalf("the compiler failed:\n%s", problem)
			}
			run(t, c, built.Command(scripts[i]))
		})
	}
	t.Logf("%d cases, %d rejected", len(cases), rejected)
}

func run(t *testing.T, c Case, command []string) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "TZ=UTC")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if diff := cmp.Diff(c.Want, stdout.String()); diff != "" {
		t.Errorf("output differs (-CPython +ours):\n%s", diff)
	}
	raised := ""
	if err != nil {
		lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
		raised = lines[len(lines)-1]
	}
	if want := strings.TrimPrefix(c.Raises, "SystemExit: "); raised != want {
		t.Errorf("raised %q, want %q; stderr:\n%s", raised, want, stderr.String())
	}
}
