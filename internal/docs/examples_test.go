//go:build unix

package docs

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shown is a line that a script prints when it has received something.
var shown = regexp.MustCompile(`(?m)^[(\d].*\n`)

// TestExamples does what the comment at the head of each example says: it starts the commands of
// dstreamc, in order, and runs the others when the script has begun to print.
func TestExamples(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(root, "examples", "*.py"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			s := newSession(t)
			var script *process
			for _, command := range headCommands(t, filepath.Join("examples", filepath.Base(path))) {
				if strings.HasPrefix(command, "dstreamc run ") {
					script = s.start("exec " + command)
					continue
				}
				if script != nil {
					script.until(script.stdout, func(printed string) bool { return printed != "" })
				}
				s.run(command, 0)
			}
			if script == nil {
				t.Fatal("the head does not say how to run it")
			}
			script.until(script.stdout, shown.MatchString)
			script.interrupt()
		})
	}
}

// headCommands are the indented lines of a script's docstring.
func headCommands(t *testing.T, path string) []string {
	t.Helper()
	r := &reader{t: t}
	_, rest, _ := strings.Cut(r.read(path), `"""`)
	head, _, _ := strings.Cut(rest, `"""`)
	var out []string
	for line := range strings.Lines(head) {
		if command, ok := strings.CutPrefix(line, "    "); ok {
			out = append(out, strings.TrimSpace(command))
		}
	}
	return out
}

var commandRow = regexp.MustCompile("(?m)^\\| `dstreamc ([a-z]+)[^`]*` \\| (.*) \\|$")

// TestCommandTable compares the README's table of commands with what the command says of itself.
func TestCommandTable(t *testing.T) {
	s := newSession(t)
	r := &reader{t: t, s: s}
	_, list, _ := strings.Cut(s.run("dstreamc -h", 0), "Available Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	var want, got []string
	for line := range strings.Lines(list) {
		if name := strings.Fields(line)[0]; name != "help" && name != "completion" {
			want = append(want, name)
		}
	}
	flags := regexp.MustCompile("`(--?[a-z]+)`")
	for _, row := range commandRow.FindAllStringSubmatch(r.read("README.md"), -1) {
		got = append(got, row[1])
		help := s.run("dstreamc "+row[1]+" -h", 0)
		for _, flag := range flags.FindAllStringSubmatch(row[2], -1) {
			if !regexp.MustCompile(`(?m)(^|\s)` + flag[1] + `\b`).MatchString(help) {
				t.Errorf("README.md: dstreamc %s has no flag %s", row[1], flag[1])
			}
		}
	}
	if !slices.Equal(want, got) {
		t.Errorf("README.md lists the commands %q, dstreamc -h %q", got, want)
	}
}
