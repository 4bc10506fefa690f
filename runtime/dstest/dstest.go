// Package dstest runs compiled scripts in Go tests, on recorded input and in virtual time, and compares what they print with a
// file. It imports package ds, testcase, and the standard library, testing included, so it is for tests only.
//
//	func TestWordcount(t *testing.T) {
//		dstest.Run(t, jobs.Wordcount, dstest.Case{Input: "testdata/words.in", Want: "testdata/words.out", Args: []string{"localhost", "9999"}})
//	}
//
// With DSTREAMC_UPDATE=1 in the environment, what they print becomes the wanted output.
package dstest

import (
	"bytes"
	"io"
	"os"
	"testing"
	"time"

	ds "github.com/dstreamc/dstreamc/runtime"
	"github.com/dstreamc/dstreamc/runtime/testcase"
)

// Case is a test of a script.
type Case struct {
	Args  []string // the script's arguments
	Input string   // a recording, see [ds.Recording]; "": the script has no sources that could be replaced
	Want  string   // the file of the wanted output
	// Start is when virtual time starts; zero: the recording's start, or else [ds.VirtualStart]. While the case runs, time.Local is its
	// zone.
	Start time.Time
	// Duration ends scripts that would go on for ever, see [ds.Job].
	Duration time.Duration
}

// Run runs a script, which is the function that "dstreamc gen" has made of it, and fails the test if the script fails or
// prints anything else than what is wanted. Tests that run scripts cannot be parallel: a process runs one job at a time.
func Run(t *testing.T, script func(ds.Job) error, c Case) {
	t.Helper()
	out, err := c.output(script, t.Output())
	if err != nil {
		t.Errorf("%v\nthe script had printed\n%s", err, out)
		return
	}
	file := testcase.Case{Want: c.Want}
	diff, err := file.Check(out, os.Getenv("DSTREAMC_UPDATE") == "1")
	if err != nil {
		t.Errorf("%v; DSTREAMC_UPDATE=1 writes it. The script printed\n%s", err, out)
	}
	if diff != "" {
		t.Errorf("the script printed something else than is wanted:\n%s", diff)
	}
}

// RunDir runs a script on each case of a folder, as a test of its own: NAME.in is a recording, NAME.args has arguments, one in each
// line, and NAME.out is the wanted output.
func RunDir(t *testing.T, script func(ds.Job) error, dir string) {
	t.Helper()
	cases, err := testcase.Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			Run(t, script, Case{Args: c.Args, Input: c.Input, Want: c.Want})
		})
	}
}

// output runs the script of a case.
func (c *Case) output(script func(ds.Job) error, stderr io.Writer) (string, error) {
	rec := &ds.Recording{}
	if c.Input != "" {
		var err error
		if rec, err = ds.ReadRecording(c.Input); err != nil {
			return "", err
		}
	}
	start := ds.VirtualStart
	switch {
	case !c.Start.IsZero():
		start = c.Start
	case !rec.Start.IsZero():
		start = rec.Start
	}
	zone := time.Local
	defer func() { time.Local = zone }()
	time.Local = start.Location()
	var out bytes.Buffer
	err := script(ds.Job{Args: c.Args, Stdout: &out, Stderr: stderr, Clock: ds.NewVirtualClock(start), Recording: rec, Duration: c.Duration})
	return out.String(), err
}
