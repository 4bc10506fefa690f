package pygen

import (
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/internal/shrink"
)

var (
	update = flag.Bool("update", false, "record what CPython prints for the recorded programs")
	// A run of the tests makes some new programs; CI asks for many more.
	count   = flag.Int("programs", 0, "how many new random programs are made")
	allowed = flag.Int("wrong", 0, "how many of them may go wrong: what is known to be left")
	refused = flag.Int("rejected", 0, "how many of them may be rejected")
	shrinks = flag.Bool("shrink", true, "shrink the programs that go wrong")
	seed    = flag.String("seed", os.Getenv("DSTREAMC_SEED"), "the seed of the new programs; by default the commit")
)

const root = "../.."

// perBinary is how many programs are compiled together. They share their types of containers.
const perBinary = 250

// recordedSeed begins the seeds of the recorded programs.
const recordedSeed = 1 << 32

// TestRandom makes programs that nobody has seen before and compares them with CPython. The seed
// is that of the commit, so that a failure can be repeated, and each commit tries others.
func TestRandom(t *testing.T) {
	if testing.Short() {
		t.Skip("builds programs")
	}
	if *count == 0 {
		t.Skip("new programs are made with -programs N")
	}
	python := Python()
	if python == "" {
		t.Skip("needs python3 of version 3.11")
	}
	first := seedNumber(t)
	t.Logf("repeat with -seed %d -programs %d", first, *count)
	total := map[Outcome]int{}
	reasons := map[string]int{}
	for done := 0; done < *count; done += perBinary {
		var programs []*Program
		for i := range min(perBinary, *count-done) {
			programs = append(programs, Generate(first+uint64(done/perBinary)<<32+uint64(i)))
		}
		results := compare(t, python, programs)
		tally(results, total, reasons)
		reportWrong(t, python, programs, results)
	}
	for _, why := range slices.SortedFunc(maps.Keys(reasons), func(a, b string) int { return cmp.Compare(reasons[b], reasons[a]) }) {
		t.Logf("rejected %d times: %s", reasons[why], why)
	}
	t.Logf("%d programs: %d equal, %d equal up to an integer of more than 64 bits, %d rejected, %d wrong, %d not compiled, %d without a result of CPython's",
		*count, total[Equal], total[Overflow], total[Rejected], total[Wrong], total[Broken], total[Useless])
	if wrong := total[Wrong] + total[Broken]; wrong > *allowed {
		t.Errorf("%d programs go wrong, %d may", wrong, *allowed)
	}
	if total[Rejected] > *refused {
		t.Errorf("%d of %d programs are rejected, %d may", total[Rejected], *count, *refused)
	}
}

// seedNumber is the seed of the first new program: the lower half is free for its number.
func seedNumber(t *testing.T) uint64 {
	t.Helper()
	text := *seed
	if text == "" {
		out, err := exec.Command("git", "rev-parse", "HEAD").Output()
		if err != nil {
			t.Logf("no commit to take the seed from: %v", err)
		}
		sum := fnv.New64a()
		sum.Write(out)
		return sum.Sum64() >> 33 << 32
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("-seed: %v", err)
	}
	return n
}

func tally(results []Result, total map[Outcome]int, reasons map[string]int) {
	for _, r := range results {
		total[r.Outcome]++
		if r.Outcome == Rejected {
			_, why, _ := strings.Cut(r.Message, ": ")
			reasons[why]++
		}
	}
}

func compare(t *testing.T, python string, programs []*Program) []Result {
	t.Helper()
	texts := texts(programs)
	want, err := Ask(python, texts)
	if err != nil {
		t.Fatal(err)
	}
	results, err := Compare(t.TempDir(), root, texts, want)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func texts(programs []*Program) []string {
	out := make([]string, len(programs))
	for i, p := range programs {
		out[i] = p.String()
	}
	return out
}

var numbers = regexp.MustCompile(`[0-9]+`)

// kind tells bugs apart: what is shrunk must stay of its kind.
func kind(r Result) string {
	message, _, _ := strings.Cut(r.Message, "\n")
	return r.Outcome.String() + numbers.ReplaceAllString(message, "")
}

// difference is the first line in which what is printed differs.
func difference(r Result) string {
	if r.Outcome == Broken {
		return r.Message
	}
	want, got := strings.Split(r.Want.Out+r.Want.Raised, "\n"), strings.Split(r.Got.Out+r.Got.Raised, "\n")
	for i, line := range want {
		if i >= len(got) || got[i] != line {
			return fmt.Sprintf("%.200q, and in CPython %.200q", got[min(i, len(got)-1)], line)
		}
	}
	return fmt.Sprintf("%.200q after the end", got[len(want)])
}

// reportWrong shrinks what went wrong, a few of each batch, and shows it.
func reportWrong(t *testing.T, python string, programs []*Program, results []Result) {
	t.Helper()
	var bad []*Program
	var kinds []string
	for i, r := range results {
		switch r.Outcome {
		case Rejected:
			t.Logf("seed %d is rejected: %s", programs[i].Seed, r.Message)
		case Wrong, Broken:
			t.Logf("seed %d goes wrong: %s", programs[i].Seed, difference(r))
			if len(bad) < 5 && (r.Outcome == Wrong || !slices.Contains(kinds, kind(r))) {
				bad, kinds = append(bad, programs[i]), append(kinds, kind(r))
			}
		}
	}
	if len(bad) == 0 || !*shrinks {
		return
	}
	err := shrink.All(bad, func(candidates []*Program, origin []int) ([]bool, error) {
		keep := make([]bool, len(candidates))
		for i, r := range compare(t, python, candidates) {
			keep[i] = kind(r) == kinds[origin[i]]
		}
		return keep, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range compare(t, python, bad) {
		t.Logf("%s: %s\n%s\n--- CPython\n%s%s\n--- dstreamc\n%s%s", r.Outcome, r.Message, strings.Replace(bad[i].String(), imports, "", 1),
			r.Want.Out, r.Want.Raised, r.Got.Out, r.Got.Raised)
	}
}

// TestRecorded compares programs that are always the same with the recording of what CPython printed
// for them: sums of the program's text and of the output.
func TestRecorded(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	const size = 150
	file := filepath.Join("testdata", "recorded.txt")
	var programs []*Program
	for i := range size {
		programs = append(programs, Generate(recordedSeed+uint64(i)))
	}
	if *update {
		record(t, file, programs)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	results, err := Compare(t.TempDir(), root, texts(programs), make([]Output, len(programs)))
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != len(results) {
		t.Fatalf("%d programs are recorded, not %d: run the test with -update", len(lines), len(results))
	}
	total := map[Outcome]int{}
	for i, r := range results {
		program, output, _ := strings.Cut(lines[i], " ")
		switch {
		case program != sum(programs[i].String()):
			t.Fatalf("program %d is not the recorded one, since the generator has changed: run the test with -update", i)
		case r.Outcome == Broken:
			t.Errorf("%s\n%s", r.Message, programs[i])
		case r.Outcome == Rejected:
		case output == unfinished:
			r.Outcome = Useless
		case output == sum(r.Got.Out+r.Got.Raised):
			r.Outcome = Equal
		case !programs[i].growing() && strings.Contains(r.Got.Out+r.Got.Raised, tooLarge):
			r.Outcome = Overflow
		default:
			t.Errorf("not what CPython printed; with python3.11, -seed %d -programs 1 shows the difference\n%s\n--- dstreamc\n%s%s",
				programs[i].Seed, programs[i], r.Got.Out, r.Got.Raised)
		}
		total[r.Outcome]++
	}
	t.Logf("%d programs: %d equal, %d equal up to an integer of more than 64 bits, %d rejected", size, total[Equal], total[Overflow], total[Rejected])
}

// unfinished is recorded for a program that CPython does not finish.
const unfinished = "-"

func record(t *testing.T, file string, programs []*Program) {
	t.Helper()
	python := Python()
	if python == "" {
		t.Fatal("recording needs python3 of version 3.11")
	}
	outputs, err := Ask(python, texts(programs))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, p := range programs {
		output := unfinished
		if !useless(outputs[i]) {
			output = sum(outputs[i].Out + outputs[i].Raised)
		}
		fmt.Fprintf(&b, "%s %s\n", sum(p.String()), output)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sum is a short sum of a text.
func sum(text string) string {
	h := fnv.New64a()
	h.Write([]byte(text))
	return fmt.Sprintf("%016x", h.Sum64())
}

// TestGenerate checks that a seed always makes the same program and that the rules are used.
func TestGenerate(t *testing.T) {
	seen := map[string]bool{}
	for i := range uint64(50) {
		a, b := Generate(i).String(), Generate(i).String()
		if a != b {
			t.Errorf("seed %d makes two programs:\n%s\n%s", i, a, b)
		}
		seen[a] = true
	}
	if len(seen) < 45 {
		t.Errorf("50 seeds make %d programs", len(seen))
	}
}

// TestTemplates checks that each form of forms.txt is made, with all its lines.
func TestTemplates(t *testing.T) {
	for i, form := range templates {
		made := 0
		for seed := range uint64(20) {
			g := newGenerator(seed)
			p := &Program{Body: g.filled(form)}
			if p.Body == nil {
				continue
			}
			made++
			if lines := strings.Count(strings.TrimPrefix(p.String(), imports), "\n"); lines < len(form.lines) {
				t.Errorf("form %d has %d lines, and what is made of it %d:\n%s", i, len(form.lines), lines, p)
			}
		}
		if made == 0 {
			t.Errorf("form %d, which begins with %q, is never made", i, form.lines[0].rule.parts)
		}
	}
}
