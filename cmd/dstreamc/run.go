package main

import (
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

func (t *tool) runCommand() *cobra.Command {
	var f runFlags
	var record, cpuProfile string
	cmd := &cobra.Command{
		Use:   "run [flags] SCRIPT [ARGS...]",
		Short: "compile a script and run it",
		Long: `run compiles a script and runs it with the arguments behind its name. The program is kept:
the next run of the unchanged script starts at once. stdout is the program's alone, and so
is the exit code; Ctrl-C lets it finish the batch and exit with 0.

With --feed it also serves lines of text on the port that the script reads from, to try it
with nothing prepared: a built-in text, or those of --feed=FILE.

With --record the batches that the script sees are written to a folder, as a file for each
source: "test --input" plays them again. (A built program does that if DSTREAMC_RECORD
in the environment names a folder.)

With --cpuprofile a profile is written for "go tool pprof", which shows the script's
functions and lines: go tool pprof -top -lines FILE.`,
		Example: `  dstreamc run wordcount.py localhost 9999
  dstreamc run --feed wordcount.py localhost 9999
  dstreamc run --feed=access.log --feed-rate 1000 wordcount.py localhost 9999
  dstreamc run --record tape/ wordcount.py localhost 9999
  dstreamc test --input tape/ wordcount.py localhost 9999`,
		Args:              scripts(1, math.MaxInt),
		ValidArgsFunction: completeScripts,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.wanted = cmd.Flags().Changed("feed")
			dir, err := filepath.Abs(filepath.Dir(args[0]))
			if err != nil {
				return err
			}
			for variable, value := range map[string]string{"DSTREAMC_RECORD": record, cpuProfileVar: cpuProfile, scriptDirVar: dir} {
				if value == "" {
					continue
				}
				if err := os.Setenv(variable, value); err != nil {
					return err
				}
			}
			return t.run(args[0], args[1:], f)
		},
	}
	cmd.Flags().SetInterspersed(false) // what follows the script is the script's
	cmd.Flags().StringVar(&f.file, "feed", "", "serve lines to the script: a built-in text, or those of a FILE")
	cmd.Flags().Lookup("feed").NoOptDefVal = builtinText
	cmd.Flags().Float64Var(&f.rate, "feed-rate", sampleRate, "lines a second; 0 for no limit")
	cmd.Flags().IntVar(&f.port, "feed-port", 0, "port to serve on (default the one in the script or its arguments)")
	cmd.Flags().StringVar(&cpuProfile, "cpuprofile", "", "write a CPU profile of the program to this file")
	cmd.Flags().StringVar(&record, "record", "", "write the batches that the script sees to this folder")
	t.intFlag(cmd)
	return cmd
}

// scriptDirVar is the environment variable by which a program is told where its script is, for __file__.
const scriptDirVar = "DSTREAMC_SCRIPT_DIR"

// cpuProfileVar is the environment variable by which a program is told where to write a profile.
const cpuProfileVar = "DSTREAMC_CPUPROFILE"

// run runs a script. On success it does not return where the program can take the
// process's place.
func (t *tool) run(script string, args []string, f runFlags) error {
	text, err := t.readScript(script)
	if err != nil {
		return err
	}
	var feeding *feedFlags
	if f.wanted {
		if feeding, err = f.feeding(script, text, args); err != nil {
			return err
		}
	}
	tg := hostTarget()
	tg.profile = os.Getenv(cpuProfileVar) != ""
	path, err := t.cached(script, text, tg)
	if err != nil {
		return err
	}
	argv := append([]string{script}, args...)
	if feeding != nil {
		return t.runFed(path, argv, feeding)
	}
	return t.exec(path, argv)
}
