//go:build linux

// Command bench measures compiled scripts beside the same work in Go, Rust, CPython and PySpark, loops of each kind beside Go, and what a
// program costs that has nothing to do: start-up, idle memory, latency, a rebuild. It is run on purpose (see README.md) and is no part of the tests. It runs
// the dstreamc command and the programs that this builds, and imports none of dstreamc's packages.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// options are the command line.
type options struct {
	only   *regexp.Regexp
	scale  float64
	rounds int
	dir    string // of inputs, which stay
	work   string // of programs and what they write
	check  bool
	update bool
	fast   bool
}

func main() {
	var o options
	only := flag.String("only", "", "measure only the workloads and figures whose name matches this `regexp`")
	flag.Float64Var(&o.scale, "scale", 1, "size of the inputs; 1 is that of README.md")
	flag.IntVar(&o.rounds, "rounds", 5, "how many `times` each program is run; medians are reported")
	flag.StringVar(&o.dir, "dir", filepath.Join(os.TempDir(), "dstreamc-bench"), "`folder` for inputs, which are kept, and programs")
	flag.BoolVar(&o.check, "check", false, "fail when results differ or a limit of README.md is not kept")
	flag.BoolVar(&o.update, "update", false, "write what was measured into the tables of bench/README.md")
	flag.BoolVar(&o.fast, "fast", false, "leave out CPython and PySpark")
	flag.Parse()
	err := func() (err error) {
		if o.only, err = regexp.Compile(*only); err != nil {
			return err
		}
		return run(&o)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(o *options) (err error) {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return err
	}
	if o.work, err = os.MkdirTemp(o.dir, "run-"); err != nil {
		return err
	}
	defer os.RemoveAll(o.work)
	adoptOrphans()
	if err := goTool("build", "-o", o.compiler(), "./cmd/dstreamc"); err != nil {
		return err
	}
	workloads, figures, loops := workloadTable(), figureTable(), loopTable()
	for _, w := range allWorkloads {
		if !o.only.MatchString(w.name) {
			continue
		}
		row, err := w.measure(o)
		if err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
		workloads.add(row)
	}
	for _, f := range allFigures {
		if !o.only.MatchString(f.name) {
			continue
		}
		rows, err := f.measure(o)
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		figures.add(rows...)
	}
	if o.only.MatchString("loops") {
		rows, err := measureLoops(o)
		if err != nil {
			return err
		}
		loops.add(rows...)
	}
	fmt.Printf("\n%s\n%s\n%s\n%s\n", workloads, figures, loops, machine())
	if o.update {
		return updateReadme(workloads, figures, loops)
	}
	return nil
}

// limit reports a broken limit as an error when limits are checked.
func (o *options) limit(kept bool, format string, args ...any) error {
	if kept || !o.check {
		return nil
	}
	return fmt.Errorf("limit not kept: "+format, args...)
}
