// Command dstreamc compiles PySpark Streaming scripts to static binaries, and helps with
// all around it. Run it without arguments for its commands; each is in a file of its own
// name.
package main

import (
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run executes one command line and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	t := &tool{stdin: stdin, stdout: stdout, stderr: stderr}
	root := t.rootCommand()
	root.SetArgs(goStyle(root, args))
	return t.report(root.Execute())
}
