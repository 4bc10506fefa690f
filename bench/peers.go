//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A peer is a way to write a workload. The first is dstreamc's own.
type peer struct {
	name    string
	source  string // in the workload's folder; a workload that has none goes without
	slow    bool   // measured on the small input
	warm    bool   // measured without its start-up and first batch
	missing func() string
	build   func(o *options, source, out string) (command []string, err error)

	command []string // that build gave
}

var allPeers = []peer{
	{name: "dstreamc", source: "stream.py", missing: nothing, build: buildScript},
	{name: "idiomatic Go", source: "idiomatic/main.go", missing: nothing, build: buildGo},
	{name: "tuned Go", source: "tuned/main.go", missing: nothing, build: buildGo},
	{name: "tuned Rust", source: "tuned.rs", missing: needs("rustc"), build: buildRust},
	{name: "CPython", source: "plain.py", slow: true, missing: needs("python3"), build: runPython("python3")},
	{name: "PySpark", source: "stream.py", slow: true, warm: true, missing: needsPySpark, build: runPySpark},
}

func nothing() string { return "" }

// needs asks for a command.
func needs(command string) func() string {
	return func() string {
		if _, err := exec.LookPath(command); err != nil {
			return "there is no " + command
		}
		return ""
	}
}

const pysparkVariable = "DSTREAMC_PYSPARK_PYTHON"

func needsPySpark() string {
	if os.Getenv(pysparkVariable) == "" {
		return pysparkVariable + " names no Python with pyspark"
	}
	return ""
}

// compiler is the dstreamc command that is measured.
func (o *options) compiler() string { return filepath.Join(o.work, "dstreamc") }

func buildScript(o *options, source, out string) ([]string, error) {
	return []string{out}, tool(o.compiler(), "build", source, "-o", out)
}

func buildGo(_ *options, source, out string) ([]string, error) {
	return []string{out}, goTool("build", "-o", out, "./"+filepath.Dir(source))
}

func buildRust(_ *options, source, out string) ([]string, error) {
	return []string{out}, tool("rustc", "-C", "opt-level=3", "-C", "codegen-units=1", "-o", out, source)
}

func runPython(python string) func(*options, string, string) ([]string, error) {
	return func(_ *options, source, _ string) ([]string, error) { return []string{python, source}, nil }
}

func runPySpark(o *options, source, out string) ([]string, error) {
	return runPython(os.Getenv(pysparkVariable))(o, source, out)
}

// goTool runs the go command in the module's root, where bench is started.
func goTool(args ...string) error {
	if err := tool("go", args...); err != nil {
		return fmt.Errorf("%w (run bench from the root of the module)", err)
	}
	return nil
}

func tool(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s %s: %w", name, args[0], err)
	}
	return nil
}
