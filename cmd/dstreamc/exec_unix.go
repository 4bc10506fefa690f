//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// exec puts a program in this process's place: signals, standard input and the exit code
// are its own from here on.
func (t *tool) exec(path string, argv []string) error {
	err := syscall.Exec(path, argv, os.Environ())
	return fmt.Errorf("cannot run %s: %w", path, err)
}

// ownGroup keeps the terminal's signals from a child.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// readInBackground makes reading from the terminal fail for a process in the background,
// which it would stop otherwise.
func readInBackground() { signal.Ignore(syscall.SIGTTIN) }

// exitCode turns the end of a child into ours.
func exitCode(err error) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return err
	}
	if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return &exitError{exitSignal + int(status.Signal())}
	}
	return &exitError{exit.ExitCode()}
}
