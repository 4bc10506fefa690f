package conformance

import (
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestScripts compiles and runs every script of the corpus and compares its output with what
// PySpark printed, in exact order but for the scripts in varies.txt. A script in pending.txt must
// be rejected for the reason given there.
func TestScripts(t *testing.T) {
	scripts := corpus(t)
	pending := table(t, filepath.Join(dataDir, "pending.txt"), scripts)
	varies := table(t, filepath.Join(dataDir, "varies.txt"), scripts)
	se := wholeCorpus()
	for _, s := range scripts {
		t.Run(s.Name, func(t *testing.T) {
			if reason := lookup(pending, s.Name); reason != "" {
				checkPending(t, s, se.outcome(t, s), reason)
				return
			}
			res := se.run(t, s)
			if res.Exit != s.Rules.Exit {
				t.Errorf("exit code %d, want %d; stderr:\n%s", res.Exit, s.Rules.Exit, res.Stderr)
			}
			want, got := recorded(t, s), Canon(res.Stdout, s.Rules, res.Tmp, res.Port)
			if lookup(varies, s.Name) != "" {
				SortRecords(want)
				SortRecords(got)
			}
			if diff := cmp.Diff(Text(want), Text(got)); diff != "" {
				t.Errorf("output differs (-PySpark +ours):\n%s\nstderr:\n%s", diff, res.Stderr)
			}
		})
	}
}

// prints marks the reason of a pending script that runs, and what it prints instead.
const prints = "prints: "

// checkPending checks that a script which is not reached yet fails as it should: rejected with the
// reason, ended by an exception that says it, or printing other lines, of which the reason is one.
func checkPending(t *testing.T, s *Script, out outcome, reason string) {
	t.Helper()
	switch {
	case out.broken != "":
		t.Errorf("pending, but the compiler must reject it, not fail:\n%s", out.broken)
	case out.err != nil:
		t.Error(out.err)
	case out.rejected != nil:
		if text := render(out.rejected); !strings.Contains(text, reason) {
			t.Errorf("rejected, but not with %q:\n%s", reason, text)
		}
	case strings.HasPrefix(reason, prints):
		want, got := recorded(t, s), Text(Canon(out.res.Stdout, s.Rules, out.res.Tmp, out.res.Port))
		if Text(want) == got {
			t.Errorf("equal now: take it off pending.txt (%s)", reason)
		} else if !strings.Contains(got, strings.TrimPrefix(reason, prints)) {
			t.Errorf("does not print %q:\n%s", strings.TrimPrefix(reason, prints), got)
		}
	case out.res.Exit == s.Rules.Exit:
		t.Errorf("runs now: take it off pending.txt (%s)", reason)
	case !strings.Contains(out.res.Stderr, reason):
		t.Errorf("fails, but not with %q; stderr:\n%s", reason, out.res.Stderr)
	}
}

// TestGeneratedCodeIsClean formats and vets the Go generated for the whole corpus.
func TestGeneratedCodeIsClean(t *testing.T) {
	se := wholeCorpus()
	if se.err != nil {
		t.Fatal(se.err)
	}
	files, err := filepath.Glob(filepath.Join(se.built.Dir, "jobs", "*"+suffix))
	if err != nil || len(files) == 0 {
		t.Fatalf("no generated files in %s: %v", se.built.Dir, err)
	}
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := format.Source(code)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
			continue
		}
		if diff := cmp.Diff(string(formatted), string(code)); diff != "" {
			t.Errorf("%s is not gofmt-clean:\n%s", filepath.Base(file), diff)
		}
	}
	if words := se.built.Vet(); words != "" {
		t.Errorf("go vet:\n%s", words)
	}
}
