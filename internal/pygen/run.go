package pygen

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/dstreamc/dstreamc/internal/conformance"
)

// Outcome is what became of a program.
type Outcome int

// Outcomes. Rejected programs are counted, and so are those that compute with integers of more than
// 64 bits where ints have no more, which raise OverflowError here; wrong and broken ones are bugs.
const (
	Equal    Outcome = iota // printed what CPython prints
	Rejected                // at compile time
	Overflow                // equal up to an integer that does not fit
	Wrong                   // printed something else, or hung
	Broken                  // the compiler failed, or Go refused its code
	Useless                 // CPython did not finish: nothing to compare with
)

func (o Outcome) String() string {
	return [...]string{"equal", "rejected", "overflow", "wrong", "broken", "useless"}[o]
}

// Result is a program's outcome.
type Result struct {
	Outcome   Outcome
	Message   string // why it was rejected or broken
	Want, Got Output
}

// Output is what a run of a program printed and what it ended with.
type Output struct {
	Out    string `json:"out"`
	Raised string `json:"raised"` // "", or the exception as Python prints it
}

//go:embed oracle.py
var oracle string

// Python finds an interpreter whose words are those that dstreamc has: CPython 3.11. It is "" if
// there is none.
func Python() string {
	for _, name := range []string{"python3.11", "python3"} {
		out, err := exec.Command(name, "-c", "import sys; print(sys.version_info[:2] == (3, 11))").Output()
		if err == nil && strings.TrimSpace(string(out)) == "True" {
			return name
		}
	}
	return ""
}

// Ask runs programs in CPython.
func Ask(python string, texts []string) ([]Output, error) {
	input, err := json.Marshal(texts)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(python, "-c", oracle)
	cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0", "PYTHONUTF8=1", "TZ=UTC")
	cmd.Stdin = bytes.NewReader(input)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", python, err)
	}
	var out []Output
	if err := json.Unmarshal(text, &out); err != nil {
		return nil, err
	}
	return out, nil
}

// Compare compiles programs into one binary in dir and compares what each prints with what CPython
// printed. root is the folder of dstreamc's module.
func Compare(dir, root string, texts []string, want []Output) ([]Result, error) {
	scripts := make([]*conformance.Script, len(texts))
	for i, text := range texts {
		scripts[i] = &conformance.Script{Name: fmt.Sprintf("p%d", i), Text: text}
	}
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	built, err := conformance.BuildPlain(dir, root, scripts)
	if err != nil {
		return nil, err
	}
	results := make([]Result, len(texts))
	for i, s := range scripts {
		r := &results[i]
		r.Want = want[i]
		switch {
		case useless(r.Want):
			r.Outcome = Useless
		case built.Broken[s.Name] != "":
			r.Outcome, r.Message = Broken, built.Broken[s.Name]
		case built.Rejected[s.Name] != nil:
			d := built.Rejected[s.Name].Items[0]
			r.Outcome, r.Message = Rejected, fmt.Sprintf("line %d: %s: %s", built.Rejected[s.Name].Source.Line(d.Span.Start), d.Code, d.Msg)
		default:
			r.Got = run(built.Command(s))
			r.Outcome = judge(r.Want, r.Got)
			if r.Outcome == Overflow && strings.HasPrefix(s.Text, directive) {
				r.Outcome = Wrong
			}
		}
	}
	return results, nil
}

// timeLimit is how long a program may take that CPython finishes in 5 seconds, and limits the shell command that runs it with
// no more memory than CPython has.
const (
	timeLimit = 20 * time.Second
	limits    = `ulimit -v 4194304; exec "$0" "$@"`
)

// output keeps what a program prints, up to more than CPython may print.
type output struct{ bytes.Buffer }

func (o *output) Write(p []byte) (int, error) {
	if o.Len() > 2<<20 {
		return 0, errors.New("it prints too much")
	}
	return o.Buffer.Write(p)
}

// run runs a program.
func run(command []string) Output {
	var stdout, stderr output
	cmd := exec.Command("/bin/sh", append([]string{"-c", limits}, command...)...)
	cmd.Env = append(os.Environ(), "TZ=UTC")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return Output{Raised: err.Error()}
	}
	timer := time.AfterFunc(timeLimit, func() { cmd.Process.Kill() })
	err := cmd.Wait()
	if !timer.Stop() {
		return Output{stdout.String(), "does not end"}
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return Output{stdout.String(), ""}
	}
	text := strings.TrimSpace(stderr.String())
	if strings.HasPrefix(text, "Traceback") {
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	return Output{stdout.String(), text}
}

// tooLarge is what dstreamc says of an integer that does not fit.
const tooLarge = "int too large for 64 bits"

// useless reports a program of which CPython's output says nothing about ours, which is not run.
func useless(want Output) bool {
	return want.Raised == "too slow" || strings.HasPrefix(want.Raised, "SyntaxError") || strings.Contains(want.Out+want.Raised, "MemoryError") ||
		strings.Contains(want.Out+want.Raised, "RecursionError")
}

// judge compares a program's output with CPython's.
func judge(want, got Output) Outcome {
	switch at := strings.Index(got.Out, tooLarge); {
	case want == got:
		return Equal
	case at >= 0 && strings.HasPrefix(want.Out, got.Out[:strings.LastIndexByte(got.Out[:at], '\n')+1]):
		return Overflow
	case strings.Contains(got.Raised, tooLarge) && strings.HasPrefix(want.Out, got.Out):
		return Overflow
	}
	return Wrong
}
