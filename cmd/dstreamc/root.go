package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc"
	"github.com/dstreamc/dstreamc/internal/build"
	"github.com/dstreamc/dstreamc/lang/diag"
)

// Exit codes. A program under "run" has its own.
const (
	exitOK       = 0
	exitFailed   = 1
	exitUsage    = 2
	exitRejected = 3
	exitSignal   = 128 // plus the signal's number
)

// tool is what all commands share.
type tool struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	color          string // auto, always or never
	bigInt         bool   // ints grow without limit
	parsed         bool   // flags and arguments were understood, a command has begun
}

// usageError is a mistake in the command line. With help, the user is told where to read
// how it should be.
type usageError struct {
	msg  string
	help bool
}

func (e *usageError) Error() string { return e.msg }

// usagef makes a usageError for a command line that dstreamc does not understand.
func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...), true} }

// unusablef makes a usageError for one that it understands but cannot obey, such as one
// with a file that does not exist.
func unusablef(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), false}
}

// scripts checks the number of a command's arguments.
func scripts(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usagef("%s needs a script", cmd.Name())
		case len(args) > most:
			return usagef("%s takes one script, not %d: %s", cmd.Name(), len(args), strings.Join(args, " "))
		}
		return nil
	}
}

// exitError ends the tool with a code and says nothing more.
type exitError struct{ code int }

func (e *exitError) Error() string { return fmt.Sprintf("exit status %d", e.code) }

const rootHelp = `dstreamc compiles PySpark Streaming scripts to small static binaries.

stdout belongs to the script, byte for byte as PySpark prints it; all else goes to stderr.

Exit codes: 0 all went well, 1 the program failed, 2 the command line or the machine is not
as it must be (unknown flag, no such file, no Go), 3 the script was rejected,
130 and 143 interrupted by a signal.

Environment: DSTREAMC_GO is the go command to use, DSTREAMC_CACHE the folder for built
programs, NO_COLOR turns colours off.`

func (t *tool) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "dstreamc",
		Short: "compile PySpark Streaming scripts to static binaries",
		Long:  rootHelp,
		Example: `  dstreamc run --feed wordcount.py localhost 9999    try a script with sample text
  dstreamc check wordcount.py                        find all its errors
  dstreamc build wordcount.py && ./wordcount localhost 9999`,
		Version:       dstreamc.Version,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, args []string) error { return noCommand(cmd, args) },
		PersistentPreRunE: func(*cobra.Command, []string) error {
			t.parsed = true
			return t.checkColor()
		},
	}
	root.SetVersionTemplate("dstreamc {{.Version}}\n")
	root.SetIn(t.stdin)
	root.SetOut(t.stdout)
	root.SetErr(t.stderr)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().StringVar(&t.color, "color", "auto", "colours in messages: auto, always or never")
	cobra.EnableCommandSorting = false
	root.AddCommand(t.runCommand(), t.testCommand(), t.buildCommand(), t.checkCommand(), t.explainCommand(), t.genCommand(),
		t.fmtCommand(), t.feedCommand(), t.submitCommand(), t.versionCommand())
	return root
}

// noCommand answers a command line whose first word is no command.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	word := args[0]
	if info, err := os.Stat(word); strings.HasSuffix(word, ".py") || err == nil && info.Mode().IsRegular() {
		return usagef("unknown command %q; to run a script: dstreamc run %s", word, strings.Join(args, " "))
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	if near := diag.Nearest(word, names); near != "" {
		return usagef("unknown command %q; did you mean %q?", word, near)
	}
	return usagef("unknown command %q", word)
}

// flagError answers a mistaken flag, with the nearest one if it is unknown.
func flagError(cmd *cobra.Command, err error) error {
	_, name, unknown := strings.Cut(err.Error(), "unknown flag: --")
	if unknown {
		if near := diag.Nearest(name, flagNames(cmd)); near != "" {
			return usagef("unknown flag --%s; did you mean --%s?", name, near)
		}
		return usagef("unknown flag --%s", name)
	}
	return usagef("%v", err)
}

// report prints an error and returns the exit code that goes with it.
func (t *tool) report(err error) int {
	if err == nil {
		return exitOK
	}
	var exit *exitError
	if errors.As(err, &exit) {
		return exit.code
	}
	fmt.Fprintf(t.stderr, "dstreamc: %s\n", strings.TrimRight(err.Error(), "\n"))
	var usage *usageError
	var noGo *build.ToolchainError
	switch {
	case errors.As(err, &usage) && !usage.help, errors.As(err, &noGo):
		return exitUsage
	case errors.As(err, &usage) || !t.parsed:
		fmt.Fprintln(t.stderr, `"dstreamc -h" lists the commands, "dstreamc COMMAND -h" explains one`)
		return exitUsage
	}
	return exitFailed
}

// scriptName is the name of a script without folder and ending.
func scriptName(path string) string {
	base := filepath.Base(path)
	if name := strings.TrimSuffix(base, filepath.Ext(base)); name != "" {
		return name
	}
	return base
}

// readScript reads a script; "-" is standard input.
func (t *tool) readScript(name string) (text string, err error) {
	if name == "-" {
		b, err := io.ReadAll(t.stdin)
		return string(b), err
	}
	b, err := os.ReadFile(name)
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return "", unusablef("cannot read %s: %v", name, pathErr.Err)
	}
	return string(b), err
}
