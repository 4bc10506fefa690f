//go:build linux

// Command bench measures compiled scripts: throughput of the word count beside hand-written Go, and
// size, start-up and idle memory of a socket job. It is run on purpose (see README.md) and is no
// part of the tests. It runs the dstreamc command and the programs that this builds, and imports
// none of dstreamc's packages.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Limits that -check enforces, besides equal results. Times are only reported: a busy machine must
// not fail a change. The goals are 20 ms from exec to connected and the speed of hand-written Go.
const (
	maxBinary = 4 << 20 // bytes
	maxIdleMB = 15.0    // resident
)

// options are the command line.
type options struct {
	sizeMB int
	rounds int
	dir    string
	check  bool
}

func main() {
	var o options
	only := flag.String("only", "", "measure only `what`: words or binary")
	flag.IntVar(&o.sizeMB, "size", 120, "size of each text in `MB`")
	flag.IntVar(&o.rounds, "rounds", 5, "how many `times` each program is run; medians are reported")
	flag.StringVar(&o.dir, "dir", filepath.Join(os.TempDir(), "dstreamc-bench"), "`folder` for texts and programs")
	flag.BoolVar(&o.check, "check", false, "fail when a limit of the README is not kept")
	flag.Parse()
	if err := run(o, *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(o options, only string) error {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return err
	}
	switch only {
	case "", "words", "binary":
	default:
		return fmt.Errorf("-only=%s: want words or binary", only)
	}
	if only != "words" {
		if err := measureBinary(o); err != nil {
			return err
		}
	}
	if only != "binary" {
		return measureWords(o)
	}
	return nil
}

// compile builds a script of this folder with dstreamc and returns the program's path.
func compile(o options, script string) (string, error) {
	program := filepath.Join(o.dir, script)
	return program, goTool("run", "./cmd/dstreamc", "build", filepath.Join("bench", script+".py"), "-o", program)
}

// goTool runs the go command in the module's root, where bench is started.
func goTool(args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go %s: %w (run it from the root of the module)", args[0], err)
	}
	return nil
}

// limit reports a broken limit as an error when limits are checked.
func (o options) limit(kept bool, format string, args ...any) error {
	if kept || !o.check {
		return nil
	}
	return fmt.Errorf("limit not kept: "+format, args...)
}
