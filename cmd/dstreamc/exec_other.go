//go:build !unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
)

// exec runs a program as a child, since a process cannot become another one here. The
// console sends Ctrl-C to both; this one waits for the child.
func (t *tool) exec(path string, argv []string) error {
	signal.Ignore(os.Interrupt)
	cmd := exec.Command(path)
	cmd.Args = argv
	cmd.Stdin, cmd.Stdout, cmd.Stderr = t.stdin, t.stdout, t.stderr
	return exitCode(cmd.Run())
}

// ownGroup does nothing: the child gets Ctrl-C from the console.
func ownGroup(*exec.Cmd) {}

// readInBackground does nothing: there is no background of a terminal here.
func readInBackground() {}

// exitCode turns the end of a child into ours.
func exitCode(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return &exitError{exit.ExitCode()}
	}
	return err
}
