package conformance

import (
	"context"
	"flag"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Environment variables of TestSampleUnderPySpark.
const (
	sampleSizeVar = "DSTREAMC_SAMPLE_SIZE" // how many scripts; 6 if unset
	sampleSeedVar = "DSTREAMC_SAMPLE_SEED" // which; the commit's hash if unset
)

// TestSampleUnderPySpark runs some scripts of the corpus under real PySpark and compares them with
// our programs, live. Which ones depends on the commit, so that over time all are run; those that import dstreamc always are.
func TestSampleUnderPySpark(t *testing.T) {
	spark := needPySpark(t)
	scripts := corpus(t)
	pending := table(t, filepath.Join(dataDir, "pending.txt"), scripts)
	varies := table(t, filepath.Join(dataDir, "varies.txt"), scripts)
	scripts = slices.DeleteFunc(scripts, func(s *Script) bool { return lookup(pending, s.Name) != "" })
	sample := choose(t, scripts)
	built, err := Build(t.TempDir(), repoRoot(t), sample)
	if err != nil {
		t.Fatal(err)
	}
	slots := make(chan struct{}, 2) // a JVM keeps a core busy while it starts
	for _, s := range sample {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			slots <- struct{}{}
			defer func() { <-slots }()
			theirs := runUnderPySpark(t, spark, s)
			se := session{outcomes: map[string]<-chan outcome{s.Name: done(runBuilt(built, s))}}
			ours := se.run(t, s)
			want := Canon(theirs.Stdout, s.Rules, theirs.Tmp, theirs.Port)
			got := Canon(ours.Stdout, s.Rules, ours.Tmp, ours.Port)
			if lookup(varies, s.Name) != "" {
				SortRecords(want)
				SortRecords(got)
			}
			if theirs.Exit != ours.Exit {
				t.Errorf("exit code %d, under PySpark %d", ours.Exit, theirs.Exit)
			}
			if diff := cmp.Diff(Text(want), Text(got)); diff != "" {
				t.Errorf("differs from PySpark %s (-PySpark +ours):\n%s", spark.Version, diff)
			}
		})
	}
}

func done(out outcome) <-chan outcome {
	c := make(chan outcome, 1)
	c <- out
	return c
}

// choose draws the sample and logs how to draw the same again.
func choose(t *testing.T, scripts []*Script) []*Script {
	t.Helper()
	size := 6
	if text := os.Getenv(sampleSizeVar); text != "" {
		var err error
		if size, err = strconv.Atoi(text); err != nil {
			t.Fatalf("%s: %v", sampleSizeVar, err)
		}
	}
	seed := os.Getenv(sampleSeedVar)
	if seed == "" {
		out, err := exec.Command("git", "rev-parse", "HEAD").Output()
		if err != nil {
			t.Logf("git rev-parse HEAD: %v", err) // an exported tree: the sample is then always the same
		}
		seed = strings.TrimSpace(string(out))
	}
	sum := fnv.New64a()
	sum.Write([]byte(seed))
	random := rand.New(rand.NewPCG(sum.Sum64(), 0))
	random.Shuffle(len(scripts), func(i, j int) { scripts[i], scripts[j] = scripts[j], scripts[i] })
	left := scripts[min(size, len(scripts)):]
	scripts = scripts[:min(size, len(scripts)):min(size, len(scripts))]
	for _, s := range left { // what runs our own code in Spark is always among them
		if strings.Contains(s.Text, "import dstreamc") || strings.Contains(s.Text, "from dstreamc ") {
			scripts = append(scripts, s)
		}
	}
	names := make([]string, len(scripts))
	for i, s := range scripts {
		names[i] = s.Name
	}
	t.Logf("%s=%s: %s", sampleSeedVar, seed, strings.Join(names, " "))
	return scripts
}

// runUnderPySpark runs a script under real PySpark.
func runUnderPySpark(t *testing.T, spark *PySpark, s *Script) *Result {
	t.Helper()
	job, err := ScriptJob(s, spark.Command(s.Path), append(spark.Env(), "PYTHONPATH="+filepath.Join(repoRoot(t), "python")))
	if err != nil {
		t.Fatal(err)
	}
	res, err := Run(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	if res.TimedOut {
		t.Fatalf("PySpark: killed after %v; stderr:\n%s", res.Elapsed, res.Stderr)
	}
	return res
}

var record = flag.String("record", "", "run this `script` of the corpus under PySpark and write its .stdout")

// TestRecord records the output of a new script: see testdata/conformance/README.md.
func TestRecord(t *testing.T) {
	if *record == "" {
		t.Skip("records only with -record=NAME")
	}
	spark := needPySpark(t)
	s, err := LoadScript(filepath.Join(dataDir, *record+".py"))
	if err != nil {
		t.Fatal(err)
	}
	res := runUnderPySpark(t, spark, s)
	if res.Exit != s.Rules.Exit {
		t.Fatalf("exit code %d; stderr:\n%s", res.Exit, res.Stderr)
	}
	text := strings.NewReplacer("file:"+res.Tmp, "<TMP>", res.Tmp, "<TMP>").Replace(res.Stdout)
	if err := os.WriteFile(s.Sibling(".stdout"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
