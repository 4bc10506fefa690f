// Command dstreamc compiles PySpark Streaming scripts to static binaries, and helps with
// all around it. Run it without arguments for its commands; each is in a file of its own
// name.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// collectAt is how much the heap grows before Go collects it, unless GOGC says so: a compilation of some milliseconds, most of which
// it keeps, was collected thirty times, for half of its time.
const collectAt = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(stderr, "dstreamc: internal error: %v\nThis is an error in dstreamc and not in the script. Please report it with the script and this:\n\n%s", r, debug.Stack())
			code = exitFailed
		}
	}()
	t := &tool{stdin: stdin, stdout: stdout, stderr: stderr}
	root := t.rootCommand()
	root.SetArgs(goStyle(root, args))
	return t.report(root.Execute())
}
