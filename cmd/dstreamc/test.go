package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/runtime/testcase"
)

// testFlags are the flags of "test".
type testFlags struct {
	input, want, cases string
	start              string
	duration, timeout  time.Duration
	update             bool
}

func (t *tool) testCommand() *cobra.Command {
	var f testFlags
	cmd := &cobra.Command{
		Use:   "test [flags] SCRIPT [ARGS...]",
		Short: "run a script on recorded batches and compare what it prints",
		Long: `test runs a script in virtual time, in which a day of batches takes seconds, on recorded
batches instead of its sources, and compares what it prints with what is wanted. It ends
with 0 if there is no difference, and with 1 and the difference if there is one. Without
--want it shows what the script prints.

The batches are lines of text, with "---" between batches:

    to be or not to be
    ---
    that is the question

Other such lines are "--- from localhost:9999", which says what source (a host and port, or
a folder) gives the lines that follow, and which a script with several sources needs;
"--- part", behind which another partition of the batch begins; "--- start TIME" at the top;
and "--- stop" at the end, which is like SIGTERM. A backslash before a line that begins so
makes it a line of text. What "run --record" writes can be read as it is.

Time begins at 2025-01-01 00:00:00 UTC, or as --start or "--- start" says, and time.sleep
moves it. The batches stop when all have run, and the script goes on behind
awaitTermination; --for ends one that would go on for ever.

With --cases, each NAME.in in a folder is a test, with the wanted output NAME.out and, if
there is one, the script's arguments in NAME.args, one in each line.`,
		Example: `  dstreamc test wc.py --input batches.txt --want out.txt
  dstreamc test --input batches.txt --want out.txt --update wc.py localhost 9999
  dstreamc test --input tape/ wc.py localhost 9999             what run --record tape/ saw
  dstreamc test --cases testdata/ wc.py`,
		Args:              scripts(1, 1<<30),
		ValidArgsFunction: completeScripts,
		RunE: func(cmd *cobra.Command, args []string) error {
			return t.test(cmd.Context(), args[0], args[1:], f)
		},
	}
	cmd.Flags().StringVar(&f.input, "input", "", "recorded batches: a file, or a folder that run --record has written")
	cmd.Flags().StringVar(&f.want, "want", "", "file with the wanted output")
	cmd.Flags().BoolVar(&f.update, "update", false, "write the output to the file with the wanted one")
	cmd.Flags().StringVar(&f.cases, "cases", "", "run all tests of this folder")
	cmd.Flags().StringVar(&f.start, "start", "", "when virtual time begins, as in 2026-01-02T03:04:05Z")
	cmd.Flags().DurationVar(&f.duration, "for", 0, "virtual time after which the script is stopped, as by SIGTERM")
	cmd.Flags().DurationVar(&f.timeout, "timeout", time.Minute, "real time after which a test fails")
	t.intFlag(cmd)
	return cmd
}

// test runs the tests of a script.
func (t *tool) test(ctx context.Context, script string, args []string, f testFlags) error {
	cases, err := f.list(script, args)
	if err != nil {
		return err
	}
	text, err := t.readScript(script)
	if err != nil {
		return err
	}
	program, err := t.cached(script, text, hostTarget())
	if err != nil {
		return err
	}
	failed := 0
	for _, c := range cases {
		ok, err := t.testOne(ctx, program, script, c, f)
		if err != nil {
			return err
		}
		if !ok {
			failed++
		}
	}
	if failed > 0 {
		return &exitError{exitFailed}
	}
	return nil
}

// list gives the tests to run.
func (f *testFlags) list(script string, args []string) ([]testcase.Case, error) {
	if f.cases != "" {
		if f.input != "" || f.want != "" || len(args) > 0 {
			return nil, usagef("--cases has inputs, outputs and arguments of its own: no --input, --want or arguments beside it")
		}
		cases, err := testcase.Find(f.cases)
		if err != nil {
			return nil, unusablef("%v", err)
		}
		return cases, nil
	}
	if f.update && f.want == "" {
		return nil, usagef("--update needs to know where to: --want FILE")
	}
	if f.input != "" {
		if _, err := os.Stat(f.input); err != nil {
			return nil, unusablef("cannot read the batches: %v", err)
		}
	}
	return []testcase.Case{{Name: script, Input: f.input, Want: f.want, Args: args}}, nil
}

// testOne runs one test and reports whether it passed. An error means that it could not be run.
func (t *tool) testOne(ctx context.Context, program, script string, c testcase.Case, f testFlags) (ok bool, err error) {
	began := time.Now()
	out, err := t.testRun(ctx, program, script, c, f)
	if c.Want == "" {
		fmt.Fprint(t.stdout, out)
		return err == nil, err
	}
	problem := ""
	if err == nil {
		problem, err = c.Check(out, f.update)
	}
	if err != nil {
		problem = err.Error() + "\n"
		if _, missing := os.Stat(c.Want); os.IsNotExist(missing) {
			problem = fmt.Sprintf("%v; --update writes it\n", err)
		}
		if out != "" {
			problem += "It printed\n" + out
		}
	}
	if problem != "" {
		fmt.Fprintf(t.stdout, "FAIL %s\n%s", c.Name, problem)
		return false, nil
	}
	word := "ok  "
	if f.update {
		word = "wrote"
	}
	fmt.Fprintf(t.stdout, "%s %s (%.2fs)\n", word, c.Name, time.Since(began).Seconds())
	return true, nil
}

// testRun runs a program on recorded batches in virtual time and returns what it printed.
func (t *tool) testRun(ctx context.Context, program, script string, c testcase.Case, f testFlags) (string, error) {
	ctx, stop := context.WithTimeoutCause(ctx, f.timeout, fmt.Errorf("it is not done after %v of real time; --for 1h ends a script "+
		"that goes on for ever after an hour of virtual time, --timeout gives it longer", f.timeout))
	defer stop()
	cmd := exec.CommandContext(ctx, program)
	cmd.Args = append([]string{script}, c.Args...)
	cmd.Env = testEnv(os.Environ(), c.Input, f)
	if dir, err := filepath.Abs(filepath.Dir(script)); err == nil {
		cmd.Env = append(cmd.Env, scriptDirVar+"="+dir)
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, t.stderr
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		err = context.Cause(ctx)
	case err != nil:
		err = fmt.Errorf("%s fails: %w", script, err)
	}
	return out.String(), err
}

// testEnv is the environment of a program under test.
func testEnv(environ []string, input string, f testFlags) []string {
	var env []string
	for _, v := range environ {
		if !strings.HasPrefix(v, "DSTREAMC_INPUT=") && !strings.HasPrefix(v, "DSTREAMC_START=") &&
			!strings.HasPrefix(v, "DSTREAMC_FOR=") && !strings.HasPrefix(v, "DSTREAMC_RECORD=") {
			env = append(env, v)
		}
	}
	env = append(env, "DSTREAMC_INPUT="+input)
	if f.start != "" {
		env = append(env, "DSTREAMC_START="+f.start)
	}
	if f.duration > 0 {
		env = append(env, "DSTREAMC_FOR="+f.duration.String())
	}
	return env
}
