//go:build unix

package conformance

import (
	"os"
	"os/exec"
	"syscall"
)

// start starts a program in a process group of its own.
func start(cmd *exec.Cmd) error {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd.Start()
}

// killGroup ends a started program and everything it started.
func killGroup(cmd *exec.Cmd) {
	// The group may be gone already, which is what is wanted.
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
}

// exitCode is the exit code, or minus the signal that ended the process.
func exitCode(state *os.ProcessState) int {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return -int(status.Signal())
	}
	return state.ExitCode()
}
