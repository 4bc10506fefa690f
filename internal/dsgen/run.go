package dsgen

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

// Outcomes; all but Equal are bugs.
const (
	Equal    Outcome = iota // printed what it should
	Rejected                // at compile time
	Wrong                   // printed something else, or failed
	Broken                  // the compiler failed, or Go refused its code
	Invalid                 // the simulator could not run it
)

func (o Outcome) String() string {
	return [...]string{"equal", "rejected", "wrong", "broken", "invalid"}[o]
}

// Result is a program's outcome.
type Result struct {
	Outcome   Outcome
	Message   string // why it was rejected or broken
	Want, Got string // output
}

// Simulated is what the simulator says of a program.
type Simulated struct {
	Out    string `json:"out"`
	Raised string `json:"raised"` // by the main program
	Lost   bool   `json:"lost"`   // whole batches were lost: a function given to transform failed
	Failed bool   `json:"failed"` // outputs of batches failed
}

//go:embed simulator.py
var simulator string

// Python finds an interpreter of version 3.11, or gives "".
func Python() string {
	for _, name := range []string{"python3.11", "python3"} {
		out, err := exec.Command(name, "-c", "import sys; print(sys.version_info[:2] == (3, 11))").Output()
		if err == nil && strings.TrimSpace(string(out)) == "True" {
			return name
		}
	}
	return ""
}

// Simulate runs programs in the simulator.
func Simulate(python string, texts []string) ([]Simulated, error) {
	var out []Simulated
	return out, ask(python, simulator, texts, &out, "PYTHONHASHSEED=0", "TZ=UTC")
}

// ask gives a Python program a JSON list and reads its answer.
func ask(python, program string, question, answer any, env ...string) error {
	input, err := json.Marshal(question)
	if err != nil {
		return err
	}
	var stderr bytes.Buffer
	cmd := exec.Command(python, "-c", program)
	cmd.Env = append(append(os.Environ(), "PYTHONUTF8=1"), env...)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), &stderr
	text, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", python, err, stderr.Bytes())
	}
	if err := json.Unmarshal(text, answer); err != nil {
		return fmt.Errorf("%s wrote %q: %w\n%s", python, text, err, stderr.Bytes())
	}
	return nil
}

// Built is programs compiled into one binary.
type Built struct {
	built   *conformance.Built
	scripts []*conformance.Script
	texts   []string
}

// Build compiles programs into one binary in dir. root is the folder of dstreamc's module.
func Build(dir, root string, texts []string) (*Built, error) {
	b := &Built{texts: texts}
	for i, text := range texts {
		b.scripts = append(b.scripts, &conformance.Script{Name: fmt.Sprintf("p%d", i), Text: text})
	}
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(dir, "jobs"), 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "jobs", "pieces.go"), []byte(piecesFile), 0o644); err != nil {
		return nil, err
	}
	b.built, err = conformance.BuildPlain(dir, root, b.scripts)
	return b, err
}

// piecesFile makes the programs cut even their small texts into pieces, if PIECES is set.
const piecesFile = `package jobs

import (
	"os"

	"github.com/dstreamc/dstreamc/runtime/core"
)

func init() {
	if os.Getenv("PIECES") != "" {
		core.SetPieces(1, 1)
	}
}
`

// Compare runs the programs and compares what each prints with what it should.
func (b *Built) Compare(want []string, env ...string) ([]Result, error) {
	results := make([]Result, len(b.scripts))
	for i, s := range b.scripts {
		r := &results[i]
		r.Want = want[i]
		if m := b.built.Broken[s.Name]; m != "" {
			r.Outcome, r.Message = Broken, m
			continue
		}
		if list := b.built.Rejected[s.Name]; list != nil {
			d := list.Items[0]
			r.Outcome, r.Message = Rejected, fmt.Sprintf("line %d: %s: %s", list.Source.Line(d.Span.Start), d.Code, d.Msg)
			continue
		}
		var err error
		if r.Got, r.Message, err = run(b.built.Command(s), b.texts[i], env); err != nil {
			return nil, err
		}
		if r.Got != r.Want || r.Message != "" {
			r.Outcome = Wrong
		}
	}
	return results, nil
}

// timeLimit is how long a program may take. Its time is virtual.
const timeLimit = 60 * time.Second

// run runs a program in a folder of its own. failure says what went wrong beside the output.
func run(command []string, text string, env []string) (out, failure string, err error) {
	dir, err := os.MkdirTemp("", "dsgen-")
	if err != nil {
		return "", "", err
	}
	defer os.RemoveAll(dir)
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "TZ=UTC", "DSTREAMC_CLOCK=virtual"), env...)
	if feeds := Feeds(text); len(feeds) > 0 {
		if err := writeFeeds(filepath.Join(dir, "feeds"), feeds); err != nil {
			return "", "", err
		}
		cmd.Env = append(cmd.Env, "DSTREAMC_INPUT=feeds")
	}
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return "", "", err
	}
	timer := time.AfterFunc(timeLimit, func() { cmd.Process.Kill() })
	err = cmd.Wait()
	if !timer.Stop() {
		return stdout.String(), "does not end", nil
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return stdout.String(), fmt.Sprintf("%v: %s", err, stderr.Bytes()), nil
	}
	return stdout.String(), "", err
}

// Feeds are what the sockets of a program give, by address: batches of blocks of lines. They are written in comments at its
// head.
func Feeds(text string) map[string][][][]string {
	feeds := map[string][][][]string{}
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "# feed ")
		if !ok {
			continue
		}
		address, data, _ := strings.Cut(rest, " ")
		var batches [][][]string
		if err := json.Unmarshal([]byte(data), &batches); err != nil {
			panic(err) // the generator wrote it
		}
		feeds[address] = batches
	}
	return feeds
}

// writeFeeds writes a folder of recordings.
func writeFeeds(dir string, feeds map[string][][][]string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for address, batches := range feeds {
		var b strings.Builder
		fmt.Fprintf(&b, "--- from %s\n", address)
		for _, blocks := range batches {
			for i, lines := range blocks {
				if i > 0 {
					b.WriteString("--- part\n")
				}
				for _, line := range lines {
					b.WriteString(line + "\n")
				}
			}
			b.WriteString("---\n")
		}
		// The program says when it ends, not the feed.
		b.WriteString(strings.Repeat("---\n", 3))
		name := strings.NewReplacer(":", "-").Replace(address) + ".txt"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}
