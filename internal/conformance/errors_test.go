package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// seenError is the recording of a script with a mistake.
type seenError struct {
	Exit   int
	Stdout []string // its lines, at most the first 60
	Raised []string // lines on stderr that name an exception
	Final  []string // the last ones of the driver's traceback
}

// TestErrors checks what becomes of scripts with mistakes, as said in errors/expect.txt:
//
//	rejected LINE TEXT    at compile time, with TEXT on that line
//	fails EXCEPTION       at run time: PySpark's exit code and output, and EXCEPTION reported
//	runs                  as under PySpark: same exit code and output
//	differs EXIT REASON   on purpose not as under PySpark: the output is that in NAME.want
func TestErrors(t *testing.T) {
	scripts := wrongScripts(t)
	expect := table(t, filepath.Join(dataDir, "errors", "expect.txt"), scripts)
	se := wholeCorpus()
	for _, s := range scripts {
		t.Run(s.Name, func(t *testing.T) {
			kind, rest, _ := strings.Cut(lookup(expect, s.Name), " ")
			seen := readSeen(t, s)
			switch kind {
			case "rejected":
				checkDiagnostic(t, se.outcome(t, s), rest)
			case "fails":
				if lines := append(seen.Raised, seen.Final...); !strings.Contains(strings.Join(lines, "\n"), rest) {
					t.Errorf("PySpark did not report %q but %q", rest, lines)
				}
				res := se.run(t, s)
				if !strings.Contains(res.Stderr, rest) {
					t.Errorf("stderr lacks %q:\n%s", rest, res.Stderr)
				}
				compareSeen(t, s, res, seen)
			case "runs":
				compareSeen(t, s, se.run(t, s), seen)
			case "differs":
				compareSeen(t, s, se.run(t, s), wanted(t, s, rest))
			default:
				t.Errorf("expect.txt says nothing of this script, or %q", kind)
			}
		})
	}
}

func readSeen(t *testing.T, s *Script) seenError {
	t.Helper()
	data, err := os.ReadFile(s.Sibling(".json"))
	if err != nil {
		t.Fatal(err)
	}
	var seen seenError
	if err := json.Unmarshal(data, &seen); err != nil {
		t.Fatal(err)
	}
	return seen
}

// wanted is what a script does here where that is not what PySpark does.
func wanted(t *testing.T, s *Script, text string) seenError {
	t.Helper()
	exit, _, _ := strings.Cut(text, " ")
	code, err := strconv.Atoi(exit)
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := os.ReadFile(s.Sibling(".want"))
	if err != nil {
		t.Fatal(err)
	}
	return seenError{Exit: code, Stdout: strings.Split(string(stdout), "\n")}
}

// compareSeen compares a run with what was seen, normalised alike.
func compareSeen(t *testing.T, s *Script, res *Result, seen seenError) {
	t.Helper()
	if res.Exit != seen.Exit {
		t.Errorf("exit code %d, want %d; stderr:\n%s", res.Exit, seen.Exit, res.Stderr)
	}
	want := Text(Canon(strings.Join(seen.Stdout, "\n"), s.Rules, "", ""))
	got := Text(Canon(res.Stdout, s.Rules, res.Tmp, res.Port))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("output differs (-wanted +ours):\n%s\nstderr:\n%s", diff, res.Stderr)
	}
}

// checkDiagnostic checks that a script was rejected with a text on a line: want is "LINE TEXT".
func checkDiagnostic(t *testing.T, out outcome, want string) {
	t.Helper()
	line, text, _ := strings.Cut(want, " ")
	switch {
	case out.broken != "":
		t.Fatalf("the compiler failed:\n%s", out.broken)
	case out.rejected == nil:
		t.Fatalf("compiled, but should be rejected: %s", want)
	}
	for _, d := range out.rejected.Items {
		at := fmt.Sprint(out.rejected.Source.Line(d.Span.Start))
		if at == line && strings.Contains(d.Msg, text) {
			return
		}
	}
	t.Errorf("no diagnostic %q on line %s:\n%s", text, line, render(out.rejected))
}
