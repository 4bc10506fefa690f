package dsgen

import (
	"flag"
	"hash/fnv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/internal/shrink"
)

var (
	record = flag.Int("record", 0, "write a file of so many new programs with what PySpark prints for them")
	// A run of the tests makes no new programs; CI asks for some.
	count   = flag.Int("programs", 0, "how many new random programs are made")
	allowed = flag.Int("wrong", 0, "how many of them may go wrong: what is known to be left")
	shrinks = flag.Bool("shrink", false, "make the first program that goes wrong smaller")
	seed    = flag.String("seed", os.Getenv("DSTREAMC_SEED"), "the seed of the new programs; by default the commit")
)

const (
	root     = "../.."
	recorded = "testdata/recorded"
	// perBinary is how many programs are compiled together: they share their types, and what Go makes of them.
	perBinary = 500
)

func needPython(t *testing.T) string {
	t.Helper()
	python := Python()
	if python == "" {
		t.Skip("needs python3 of version 3.11")
	}
	return python
}

// TestRecorded runs the recorded programs and compares them with what PySpark printed.
func TestRecorded(t *testing.T) {
	if testing.Short() {
		t.Skip("builds programs")
	}
	programs := readRecorded(t)
	var texts, want []string
	for _, p := range programs {
		texts, want = append(texts, p.Text), append(want, p.Out)
	}
	built, err := Build(t.TempDir(), root, texts)
	if err != nil {
		t.Fatal(err)
	}
	// However many cores there are, and whatever the texts are cut into, the same comes out.
	for _, env := range [][]string{{"GOMAXPROCS=2"}, {"GOMAXPROCS=1"}, {"GOMAXPROCS=8", "PIECES=1"}} {
		results, err := built.Compare(want, env...)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range results {
			if r.Outcome != Equal {
				t.Errorf("%v: %s", env, report(programs[i].Name, texts[i], r))
			}
		}
	}
}

// TestSimulator compares the simulator with what PySpark printed.
func TestSimulator(t *testing.T) {
	python := needPython(t)
	programs := readRecorded(t)
	var texts []string
	for _, p := range programs {
		texts = append(texts, p.Text)
	}
	simulated := simulate(t, python, texts)
	for i, p := range programs {
		if diff := cmp.Diff(p.Out, simulated[i].Out); diff != "" {
			t.Errorf("%s: the simulator differs from PySpark (-PySpark +simulator)\n%s\n%s", p.Name, p.Text, diff)
		}
	}
}

// TestRandom makes programs that nobody has seen before and compares them with the simulator. The seed is that of the commit,
// so that a failure can be repeated, and each commit tries others.
func TestRandom(t *testing.T) {
	if *count == 0 {
		t.Skip("new programs are made with -programs N")
	}
	python := needPython(t)
	first := seedNumber(t)
	t.Logf("repeat with -seed %d -programs %d", first, *count)
	total := map[Outcome]int{}
	for done := 0; done < *count; done += perBinary {
		var programs []*Program
		for i := range min(perBinary, *count-done) {
			programs = append(programs, Generate(first+uint64(done/perBinary)<<32+uint64(i)))
		}
		results := compareSimulated(t, python, programs)
		for i, r := range results {
			total[r.Outcome]++
			if r.Outcome != Equal {
				t.Logf("%s", report("seed "+strconv.FormatUint(first+uint64(done/perBinary)<<32+uint64(i), 10), programs[i].Text, r))
			}
		}
		if *shrinks {
			shrunk(t, python, programs, results)
		}
	}
	t.Logf("%d programs: %v", *count, total)
	if wrong := *count - total[Equal]; wrong > *allowed {
		t.Errorf("%d of %d programs go wrong; at most %d may", wrong, *count, *allowed)
	}
}

// shrunk shows the first program that went wrong, made as small as it can be.
func shrunk(t *testing.T, python string, programs []*Program, results []Result) {
	t.Helper()
	for i, r := range results {
		if r.Outcome == Equal || r.Outcome == Invalid {
			continue
		}
		bad := programs[i : i+1 : i+1]
		err := shrink.All(bad, func(candidates []*Program, _ []int) ([]bool, error) {
			keep := make([]bool, len(candidates))
			for i, c := range compareSimulated(t, python, candidates) {
				keep[i] = c.Outcome == r.Outcome
			}
			return keep, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s", report("shrunk", bad[0].Text, compareSimulated(t, python, bad)[0]))
		return
	}
}

// TestSampleUnderPySpark asks PySpark about new programs, and compares the simulator and our programs with it.
func TestSampleUnderPySpark(t *testing.T) {
	spark, err := FindPySpark()
	if err != nil {
		t.Fatal(err)
	}
	if spark == nil {
		t.Skip("needs PySpark; " + pySparkVar + " names a Python that has it")
	}
	size := 8
	if *record > 0 {
		size = *record
	}
	first := seedNumber(t)
	t.Logf("repeat with -seed %d", first)
	var texts []string
	for i := range size {
		texts = append(texts, Generate(first+uint64(i)).Text)
	}
	simulated := simulate(t, spark.Python, texts)
	var asked, outs []string
	for i, s := range simulated {
		if !s.Lost && s.Raised == "" { // a batch that is lost takes those of all programs with it
			asked, outs = append(asked, texts[i]), append(outs, s.Out)
		}
	}
	want, err := spark.Ask(asked)
	if err != nil {
		t.Fatal(err)
	}
	var programs []Recorded
	for i, text := range asked {
		programs = append(programs, Recorded{Text: text, Out: want[i]})
		if diff := cmp.Diff(want[i], outs[i]); diff != "" {
			t.Errorf("the simulator differs from PySpark (-PySpark +simulator)\n%s\n%s", text, diff)
		}
	}
	if *record > 0 {
		if err := WriteRecorded(filepath.Join(recorded, strconv.FormatUint(first>>32, 10)+".txt"), programs); err != nil {
			t.Fatal(err)
		}
		return
	}
	for i, r := range compare(t, asked, want) {
		if r.Outcome != Equal {
			t.Errorf("%s", report("a program", asked[i], r))
		}
	}
}

func readRecorded(t *testing.T) []Recorded {
	t.Helper()
	programs, err := ReadRecorded(recorded)
	if err != nil {
		t.Fatal(err)
	}
	if len(programs) < 200 {
		t.Fatalf("there are only %d recorded programs", len(programs))
	}
	return programs
}

func simulate(t *testing.T, python string, texts []string) []Simulated {
	t.Helper()
	out, err := Simulate(python, texts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func compare(t *testing.T, texts, want []string) []Result {
	t.Helper()
	built, err := Build(t.TempDir(), root, texts)
	if err != nil {
		t.Fatal(err)
	}
	results, err := built.Compare(want)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func compareSimulated(t *testing.T, python string, programs []*Program) []Result {
	t.Helper()
	var texts, want []string
	for _, p := range programs {
		texts = append(texts, p.Text)
	}
	simulated := simulate(t, python, texts)
	for _, s := range simulated {
		want = append(want, s.Out)
	}
	results := compare(t, texts, want)
	for i, s := range simulated {
		if s.Raised != "" {
			results[i] = Result{Outcome: Invalid, Message: s.Raised}
		}
	}
	return results
}

// report shows a program that went wrong.
func report(name, text string, r Result) string {
	return name + ": " + r.Outcome.String() + ": " + r.Message + "\n" + text + "\n(-wanted +got)\n" + cmp.Diff(r.Want, r.Got)
}

// seedNumber is the seed of the first new program: the lower half is free for its number.
func seedNumber(t *testing.T) uint64 {
	t.Helper()
	if *seed == "" {
		out, err := exec.Command("git", "rev-parse", "HEAD").Output()
		if err != nil {
			t.Logf("no commit to take the seed from: %v", err)
		}
		sum := fnv.New64a()
		sum.Write(out)
		return sum.Sum64() >> 33 << 32
	}
	n, err := strconv.ParseUint(*seed, 10, 64)
	if err != nil {
		t.Fatalf("-seed: %v", err)
	}
	return n
}

// TestShrink makes programs smaller that have some operation.
func TestShrink(t *testing.T) {
	const wanted = ".glom()"
	var programs []*Program
	for seed := uint64(0); len(programs) < 3; seed++ {
		if p := Generate(seed); strings.Contains(p.Text, wanted) {
			programs = append(programs, p)
		}
	}
	before := slices.Clone(programs)
	err := shrink.All(programs, func(candidates []*Program, origin []int) ([]bool, error) {
		keep := make([]bool, len(candidates))
		for i, c := range candidates {
			keep[i] = strings.Contains(c.Text, wanted)
		}
		return keep, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range programs {
		if lines := strings.Count(p.Text, "\n"); lines > 26 || !strings.Contains(p.Text, wanted) {
			t.Errorf("of a program only %d lines are needed at most, not %d:\n%s\nwas made of:\n%s", 26, lines, p.Text, before[i].Text)
		}
	}
}

// TestGenerate checks that a seed always makes the same program, and a program's decisions the same again.
func TestGenerate(t *testing.T) {
	seen := map[string]bool{}
	for i := range uint64(100) {
		p := Generate(i)
		if q := Generate(i); q.Text != p.Text {
			t.Errorf("seed %d makes two programs:\n%s\n%s", i, p.Text, q.Text)
		}
		if q := FromChoices(p.Family, p.Choices); q.Text != p.Text {
			t.Errorf("the decisions of seed %d make another program:\n%s\n%s", i, p.Text, q.Text)
		}
		seen[p.Text] = true
	}
	if len(seen) < 95 {
		t.Errorf("100 seeds make %d programs", len(seen))
	}
}
