//go:build !unix

package conformance

import (
	"os"
	"os/exec"
)

// start starts a program.
func start(cmd *exec.Cmd) error { return cmd.Start() }

// killGroup ends a started program.
func killGroup(cmd *exec.Cmd) {
	// It may be gone already, which is what is wanted.
	_ = cmd.Process.Kill()
}

// exitCode is the exit code; -1 when the process was killed.
func exitCode(state *os.ProcessState) int { return state.ExitCode() }
