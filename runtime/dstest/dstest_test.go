package dstest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	ds "github.com/dstreamc/dstreamc/runtime"
	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// echo prints the lines of its source.
func echo(job ds.Job) error {
	return ds.Run(job, func() {
		sc := core.NewSparkContext(py.Some("local[2]"), py.Some("test"), nil)
		ssc := ds.NewStreamingContext(sc, py.Some(1.0))
		ds.Pprint(ssc.SocketTextStream(py.SysArgv.At(1), 9999), 10)
		ssc.Start()
		ssc.AwaitTermination(py.Nothing[float64]())
	})
}

func TestRunDir(t *testing.T) {
	zone := time.Local
	RunDir(t, echo, "testdata")
	if time.Local != zone {
		t.Error("the local zone is another one now")
	}
}

func TestRunUpdates(t *testing.T) {
	t.Setenv("DSTREAMC_UPDATE", "1")
	dir := t.TempDir()
	c := Case{Args: []string{"h"}, Input: filepath.Join(dir, "x.in"), Want: filepath.Join(dir, "x.out"),
		Start: time.Date(2026, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600))}
	if err := os.WriteFile(c.Input, []byte("a\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	Run(t, echo, c)
	t.Setenv("DSTREAMC_UPDATE", "")
	Run(t, echo, c)
	got, err := os.ReadFile(c.Want)
	if want := "Time: 2026-01-02 03:04:06\n"; err != nil || !strings.Contains(string(got), want) {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestOutputFails(t *testing.T) {
	c := Case{Args: []string{"h"}}
	if out, err := c.output(echo, t.Output()); err == nil || err.Error() != "there are no recorded batches for h:9999" {
		t.Errorf("without input: %v\n%s", err, out)
	}
	c.Input = filepath.Join(t.TempDir(), "none")
	if _, err := c.output(echo, t.Output()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("with a file that is not there: %v", err)
	}
}
