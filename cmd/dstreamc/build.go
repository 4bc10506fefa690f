package main

import (
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/internal/atomicfile"
	"github.com/dstreamc/dstreamc/internal/build"
)

func (t *tool) buildCommand() *cobra.Command {
	var out, work string
	tg := hostTarget()
	cmd := &cobra.Command{
		Use:   "build [flags] SCRIPT",
		Short: "compile a script to one static binary",
		Long: `build compiles a script to one static binary that needs nothing else on the machine it runs
on. It needs Go, but no network and no Go modules. The binary is stripped; --debug keeps
symbols for debuggers. --release makes the same bytes on every machine, with the same Go;
for that Go compiles its standard library once more, the first time.

With --profile the program writes a CPU profile if DSTREAMC_CPUPROFILE in its environment
names a file; "go tool pprof" shows the script's functions and lines. It is larger for that.`,
		Example: `  dstreamc build wordcount.py && ./wordcount localhost 9999
  dstreamc build -o bin/ --os linux --arch arm64 wordcount.py
  dstreamc build --work gen/ wordcount.py                     keep the generated Go in gen/`,
		Args:              scripts(1, 1),
		ValidArgsFunction: completeScripts,
		RunE: func(_ *cobra.Command, args []string) error {
			return t.build(args[0], out, work, tg)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file or folder to write to (default the script's name, here)")
	cmd.Flags().StringVar(&tg.os, "os", envOr("GOOS", runtime.GOOS), "operating system, as Go names it")
	cmd.Flags().StringVar(&tg.arch, "arch", envOr("GOARCH", runtime.GOARCH), "architecture, as Go names it")
	cmd.Flags().BoolVar(&tg.release, "release", false, "the same bytes on every machine (go build -trimpath)")
	cmd.Flags().BoolVar(&tg.debug, "debug", false, "keep symbols and debugging information")
	cmd.Flags().BoolVar(&tg.profile, "profile", false, "let the program write CPU profiles")
	cmd.Flags().StringVar(&work, "work", "", "build in this folder and keep the generated Go there")
	t.intFlag(cmd)
	return cmd
}

func envOr(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

func (t *tool) build(script, out, work string, tg target) error {
	text, err := t.readScript(script)
	if err != nil {
		return err
	}
	out, err = outputPath(script, out, tg)
	if err != nil {
		return err
	}
	if work == "" {
		path, err := t.cached(script, text, tg)
		if err != nil {
			return err
		}
		return install(path, out)
	}
	cache, err := build.DefaultCache()
	if err != nil {
		return err
	}
	path, remove, err := t.buildProgram(cache, script, text, tg, work)
	if err != nil {
		return err
	}
	defer remove()
	return install(path, out)
}

// outputPath is where build writes to. It never is the script.
func outputPath(script, out string, tg target) (string, error) {
	name := tg.binaryName(script)
	info, err := os.Stat(out)
	switch {
	case out == "":
		out = name
		if info, err := os.Stat(out); err == nil && info.IsDir() {
			return "", unusablef("%s is a folder; choose a file to write to with -o", out)
		}
	case err == nil && info.IsDir() || os.IsPathSeparator(out[len(out)-1]):
		if err := os.MkdirAll(out, 0o777); err != nil {
			return "", err
		}
		out = filepath.Join(out, name)
	}
	if s, err := os.Stat(script); err == nil {
		if o, err := os.Stat(out); err == nil && os.SameFile(s, o) {
			return "", unusablef("%s is the script itself; choose a file to write to with -o", out)
		}
	}
	return out, nil
}

// install copies a program to where the user wants it.
func install(program, out string) error {
	in, err := os.Open(program)
	if err != nil {
		return err
	}
	defer in.Close()
	return atomicfile.Copy(out, in, 0o755)
}
