package conformance

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// dataDir is the corpus: scripts, their feeds, and what PySpark printed for them.
var dataDir = filepath.Join("..", "..", "testdata", "conformance")

// corpus loads the scripts that have a recorded output.
func corpus(t *testing.T) []*Script {
	t.Helper()
	return load(t, dataDir)
}

// wrongScripts loads the scripts with mistakes in them.
func wrongScripts(t *testing.T) []*Script {
	t.Helper()
	return load(t, filepath.Join(dataDir, "errors"))
}

func load(t *testing.T, dir string) []*Script {
	t.Helper()
	scripts, err := LoadScripts(dir)
	if err != nil {
		t.Fatal(err)
	}
	return scripts
}

// recorded returns a script's normalised recording.
func recorded(t *testing.T, s *Script) []Item {
	t.Helper()
	data, err := os.ReadFile(s.Sibling(".stdout"))
	if err != nil {
		t.Fatal(err)
	}
	return Canon(string(data), s.Rules, "", "")
}

// table reads a table of the corpus and checks that it names only scripts that are there.
func table(t *testing.T, path string, scripts []*Script) []Entry {
	t.Helper()
	entries, err := ReadTable(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.ContainsFunc(scripts, func(s *Script) bool { return s.Name == e.Script }) {
			t.Errorf("%s: there is no script %s", path, e.Script)
		}
	}
	return entries
}

// lookup returns what a table says of a script, or "".
func lookup(entries []Entry, script string) string {
	for _, e := range entries {
		if e.Script == script {
			return e.Text
		}
	}
	return ""
}

// repoRoot is the folder of the module.
func repoRoot(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// outcome is what became of a script of the corpus: rejected, broken, or run.
type outcome struct {
	rejected *diag.List
	broken   string
	res      *Result
	err      error
}

// session is the corpus, built once and run once for all tests of a process.
type session struct {
	built    *Built
	err      error
	outcomes map[string]<-chan outcome
}

var (
	buildDir    string // removed by TestMain
	wholeCorpus = sync.OnceValue(startCorpus)
)

func TestMain(m *testing.M) {
	code := func() int {
		dir, err := os.MkdirTemp("", "conformance-build-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		buildDir = dir
		return m.Run()
	}()
	os.Exit(code)
}

// In every script ints may be of any size; CI tries that too.
var bigInt = flag.Bool("bigint", false, "compile the scripts with --bigint")

// Virtual time must not show; CI lets the scripts take the time that they take under PySpark, too.
var realTime = flag.Bool("realtime", false, "run the scripts by the wall clock")

// inVirtualTime reports whether a script is run in virtual time: unless something outside takes part.
func inVirtualTime(s *Script) bool { return !*realTime && !s.RealTime() }

// startCorpus builds all scripts that -run asks for and starts running them: those that wait for the wall clock all
// at once, as they mostly sleep, and the others one for each core.
func startCorpus() *session {
	se := &session{outcomes: map[string]<-chan outcome{}}
	scripts, err := LoadScripts(dataDir)
	if err != nil {
		se.err = err
		return se
	}
	wrong, err := LoadScripts(filepath.Join(dataDir, "errors"))
	if err != nil {
		se.err = err
		return se
	}
	for _, s := range append(scripts, wrong...) {
		s.BigInt = *bigInt
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		se.err = err
		return se
	}
	scripts = slices.DeleteFunc(append(scripts, wrong...), func(s *Script) bool { return !Selected(s.Name) })
	if se.built, se.err = Build(buildDir, root, scripts); se.err != nil {
		return se
	}
	cores := make(chan struct{}, runtime.NumCPU())
	for _, s := range scripts {
		out := make(chan outcome, 1)
		se.outcomes[s.Name] = out
		go func() {
			if inVirtualTime(s) {
				cores <- struct{}{}
				defer func() { <-cores }()
			}
			out <- runBuilt(se.built, s)
		}()
	}
	return se
}

// runBuilt runs a built script.
func runBuilt(built *Built, s *Script) outcome {
	if list := built.Rejected[s.Name]; list != nil {
		return outcome{rejected: list}
	}
	if words := built.Broken[s.Name]; words != "" {
		return outcome{broken: words}
	}
	var env []string
	if inVirtualTime(s) {
		env = append(env, "DSTREAMC_CLOCK=virtual")
	}
	job, err := ScriptJob(s, built.Command(s), env)
	if err != nil {
		return outcome{err: err}
	}
	res, err := Run(context.Background(), job)
	return outcome{res: res, err: err}
}

// run returns the result of a script that must have been compiled and run, and fails the test
// when it was not.
func (se *session) run(t *testing.T, s *Script) *Result {
	t.Helper()
	out := se.outcome(t, s)
	switch {
	case out.rejected != nil:
		t.Fatalf("rejected:\n%s", render(out.rejected))
	case out.broken != "":
		t.Fatalf("the compiler failed:\n%s", out.broken)
	case out.err != nil:
		t.Fatal(out.err)
	case out.res.TimedOut:
		t.Fatalf("killed after %v; stdout:\n%s\nstderr:\n%s", out.res.Elapsed, out.res.Stdout, out.res.Stderr)
	case out.res.FeedErr != nil:
		t.Fatalf("feeding it: %v; stderr:\n%s", out.res.FeedErr, out.res.Stderr)
	}
	return out.res
}

// outcome waits for what becomes of a script. It may be asked once for each.
func (se *session) outcome(t *testing.T, s *Script) outcome {
	t.Helper()
	if se.err != nil {
		t.Fatal(se.err)
	}
	out, ok := se.outcomes[s.Name]
	if !ok {
		t.Fatal("it was not built, as -run does not name it")
	}
	return <-out
}

// render shows diagnostics, one on each line.
func render(list *diag.List) string {
	list.Sort()
	var b strings.Builder
	for _, d := range list.Items {
		fmt.Fprintf(&b, "%s:%d: %s", list.Source.Name, list.Source.Line(d.Span.Start), d.Msg)
		if d.Hint != "" {
			fmt.Fprintf(&b, " (%s)", d.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// checkRejected compiles a script that must be rejected with a message that contains want.
func checkRejected(t *testing.T, s *Script, want string) {
	t.Helper()
	_, list := lang.CompileWith(syntax.NewSource(s.Name+".py", s.Text), lang.Options{BigInt: s.BigInt})
	if !list.HasErrors() {
		t.Fatalf("compiled, but should be rejected with %q", want)
	}
	if text := render(list); !strings.Contains(text, want) {
		t.Errorf("rejected, but not with %q:\n%s", want, text)
	}
}

// needPySpark returns the PySpark to compare with, or skips the test.
func needPySpark(t *testing.T) *PySpark {
	t.Helper()
	spark, err := FindPySpark()
	if err != nil {
		t.Fatal(err)
	}
	if spark == nil {
		t.Skipf("%s is not set: the comparison with real PySpark needs a Python with pyspark "+
			"(pip install pyspark==4.3.0) and Java 17; .ci/run installs it", PySparkVar)
	}
	return spark
}
