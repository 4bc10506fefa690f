package conformance

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// example is a run of one of the streaming examples that PySpark's wheel carries.
type example struct {
	name   string // of the run
	script string // without .py
	args   []string
	feed   string
	every  time.Duration
	groups []Group
	setup  func(spark *PySpark, tmp string) error
	keep   []string
	// until tells when everything has been shown and the program, which runs for ever, may be
	// stopped; nil: it ends by itself.
	until func(stdout string) bool
	// compared is what must be the same under PySpark and here.
	compared func(*Result) string
	exit     int // of our program; PySpark ends by the signal where ours drains
}

// end is the word in the last group of a feed.
const end = "END"

func shown(stdout string) bool { return strings.Contains(stdout, end) }

// spaced lets a batch pass between groups, so that two groups never share a batch even when a
// slow machine starts batches late.
func spaced(groups ...Group) []Group {
	var out []Group
	for _, g := range groups {
		out = append(out, g, Group{"!skip"})
	}
	return out
}

var examples = []example{
	{
		name: "network_wordcount", script: "network_wordcount",
		args: []string{"127.0.0.1", "{port}"}, feed: "socket", every: time.Second, until: shown, compared: distinctBlocks,
		groups: spaced(
			Group{"hello world hello spark"},
			Group{"the quick brown fox jumps over", "the lazy dog and never once looks back at it"},
			Group{"", "  two  spaces ", "naïve café 東京 😀"},
			Group{"the " + end},
		),
	},
	{
		name: "stateful_network_wordcount", script: "stateful_network_wordcount",
		args: []string{"127.0.0.1", "{port}"}, feed: "socket", every: time.Second, until: shown, compared: distinctBlocks,
		groups: spaced(Group{"hello spark hello"}, Group{"a b a", "world"}, Group{end}),
	},
	{
		name: "hdfs_wordcount", script: "hdfs_wordcount",
		args: []string{"{tmp}/in"}, feed: "files", every: time.Second, until: shown, compared: distinctBlocks,
		groups: spaced(
			Group{"alpha beta", "alpha"},
			Group{"!name .hidden", "hidden"},
			Group{"!name second.log", "gamma  gamma", "", "délta"},
			Group{end},
		),
	},
	{name: "queue_stream", script: "queue_stream", compared: everything},
	{
		name: "network_wordjoinsentiments", script: "network_wordjoinsentiments",
		args: []string{"127.0.0.1", "{port}"}, feed: "socket", every: 5 * time.Second, setup: linkData,
		groups: []Group{{"good morning happy world"}, {"nothing of the kind"}},
		until:  func(stdout string) bool { return strings.Count(stdout, "Happiest") >= 4 }, compared: distinctLines,
	},
	{
		name: "network_wordjoinsentiments, a word of two", script: "network_wordjoinsentiments",
		args: []string{"127.0.0.1", "{port}"}, feed: "socket", every: 5 * time.Second, setup: linkData,
		groups: []Group{{"not good"}}, compared: valueErrors, exit: 1,
	},
	{
		name: "recoverable_network_wordcount", script: "recoverable_network_wordcount",
		args: []string{"127.0.0.1", "{port}", "{tmp}/checkpoint", "{tmp}/out"}, keep: []string{"out"},
		feed: "socket", every: time.Second, until: shown, compared: countsAndFile,
		groups: spaced(Group{"a b c hello", "b"}, Group{"a world hello world"}, Group{end}),
	},
}

func TestOfficialExamples(t *testing.T) {
	spark := needPySpark(t)
	dir := filepath.Join(spark.Home, "examples", "src", "main", "python", "streaming")
	built := buildExamples(t, dir)
	slots := make(chan struct{}, 2) // a JVM keeps a core busy while it starts
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			slots <- struct{}{}
			defer func() { <-slots }()
			script, err := LoadScript(filepath.Join(dir, ex.script+".py"))
			if err != nil {
				t.Fatal(err)
			}
			theirs := ex.run(t, spark, spark.Command(script.Path), spark.Env())
			ours := ex.run(t, spark, built.Command(script), nil)
			if ours.Exit != ex.exit {
				t.Errorf("exit code %d, want %d\nstderr:\n%s", ours.Exit, ex.exit, ours.Stderr)
			}
			want, got := ex.compared(theirs), ex.compared(ours)
			if want == "" {
				t.Fatalf("PySpark printed nothing to compare; stderr:\n%s", theirs.Stderr)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("differs from PySpark %s (-PySpark +ours):\n%s\nour stderr:\n%s", spark.Version, diff, ours.Stderr)
			}
		})
	}
	t.Run("sql_network_wordcount", func(t *testing.T) {
		script, err := LoadScript(filepath.Join(dir, "sql_network_wordcount.py"))
		if err != nil {
			t.Fatal(err)
		}
		checkRejected(t, script, "is not supported yet (SQL and DataFrames)")
	})
}

// buildExamples compiles the examples as they are.
func buildExamples(t *testing.T, dir string) *Built {
	t.Helper()
	var scripts []*Script
	for _, ex := range examples {
		if slices.ContainsFunc(scripts, func(s *Script) bool { return s.Name == ex.script }) {
			continue
		}
		script, err := LoadScript(filepath.Join(dir, ex.script+".py"))
		if err != nil {
			t.Fatal(err)
		}
		scripts = append(scripts, script)
	}
	built, err := Build(t.TempDir(), repoRoot(t), scripts)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range built.Rejected {
		t.Errorf("%s was rejected:\n%s", name, render(list))
	}
	return built
}

// run runs an example's program and stops it once it has shown everything.
func (ex example) run(t *testing.T, spark *PySpark, command, env []string) *Result {
	t.Helper()
	job := Job{
		Command: append(slices.Clone(command), ex.args...),
		Env:     env,
		Feed:    ex.feed,
		Every:   ex.every,
		Groups:  ex.groups,
		Keep:    ex.keep,
		Timeout: 3 * time.Minute,
		Ready:   func(stdout string) bool { return strings.Contains(stdout, ruler) },
		Until:   ex.until,
		Linger:  2 * ex.every,
		Stop:    syscall.SIGTERM,
	}
	if ex.setup != nil {
		job.Setup = func(tmp string) error { return ex.setup(spark, tmp) }
	}
	res, err := Run(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	if res.TimedOut || res.FeedErr != nil {
		t.Fatalf("%s: timed out: %v, feed: %v\nstdout:\n%s\nstderr:\n%s",
			command[0], res.TimedOut, res.FeedErr, res.Stdout, res.Stderr)
	}
	return res
}

// linkData makes the wheel's sample data visible under the relative path by which an example
// reads it.
func linkData(spark *PySpark, tmp string) error {
	return os.Symlink(filepath.Join(spark.Home, "data"), filepath.Join(tmp, "data"))
}

// everything compares the whole normalised output, times included.
func everything(res *Result) string { return Text(Canon(res.Stdout, Rules{}, res.Tmp, res.Port)) }

// distinctBlocks compares the batches that show something new, whenever they came: how many
// batches pass before the feed is connected depends on the machine.
func distinctBlocks(res *Result) string {
	var out []string
	for _, it := range Canon(res.Stdout, Rules{}, res.Tmp, res.Port) {
		it.T = 0
		text := it.String()
		if it.Block && len(it.Records) == 0 || len(out) > 0 && out[len(out)-1] == text {
			continue
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

// distinctLines compares the printed lines, each repetition once.
func distinctLines(res *Result) string {
	return strings.Join(slices.Compact(strings.Split(res.Stdout, "\n")), "\n")
}

var valueError = regexp.MustCompile(`(?m)^ValueError: .*$`)

// valueErrors compares the exit code and the error that the program reports.
func valueErrors(res *Result) string {
	return fmt.Sprintf("%d %s", res.Exit, valueError.FindString(res.Stderr))
}

// countsAndFile compares the batches with words, on stdout and in the file that is appended to.
func countsAndFile(res *Result) string {
	return words(res, res.Stdout) + "\nfile:\n" + words(res, res.Files["out"])
}

// words leaves out the "Counts at time" lines of empty batches and what is said after them.
func words(res *Result, text string) string {
	var out []string
	skipping := false
	for line := range strings.Lines(text) {
		line = clean(strings.TrimSuffix(line, "\n"), res.Tmp, res.Port)
		if strings.HasPrefix(line, "Counts at") {
			skipping = strings.HasSuffix(line, "[]")
		}
		if !skipping {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
