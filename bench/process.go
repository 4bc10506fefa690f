//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// sample is one run of a program: the time it took, the CPU time of its processes, and the memory of the first one at its peak.
type sample struct {
	wall, cpu time.Duration
	rssMB     float64
}

// adoptOrphans makes this process the parent of processes whose own parent has ended, so that a JVM that its launcher does not
// wait for is counted too.
func adoptOrphans() {
	const prSetChildSubreaper = 36
	syscall.RawSyscall(syscall.SYS_PRCTL, prSetChildSubreaper, 1, 0) // or some CPU time is not seen
}

// measure runs a command once.
func measure(command []string, env ...string) (sample, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append(os.Environ(), env...)
	log, err := os.CreateTemp("", "bench-*.log")
	if err != nil {
		return sample{}, err
	}
	defer os.Remove(log.Name())
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	began := time.Now()
	if err := cmd.Run(); err != nil {
		text, _ := os.ReadFile(log.Name())
		return sample{}, fmt.Errorf("%v: %w\n%s", command, err, text[max(0, len(text)-2000):])
	}
	s := sample{wall: time.Since(began), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.rssMB = float64(usage.Maxrss) / 1024
	}
	s.cpu += orphans()
	return s, nil
}

// orphans waits for what a command left running and returns its CPU time.
func orphans() (cpu time.Duration) {
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); {
		var status syscall.WaitStatus
		var usage syscall.Rusage
		pid, err := syscall.Wait4(-1, &status, syscall.WNOHANG, &usage)
		switch {
		case err != nil: // there are no children
			return cpu
		case pid == 0:
			time.Sleep(10 * time.Millisecond)
		default:
			cpu += time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
		}
	}
	return cpu
}

// cpuOf is the CPU time of the threads of a running process.
func cpuOf(pid int) (sum time.Duration, err error) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil {
		return 0, err
	}
	for _, path := range threads {
		text, err := os.ReadFile(path)
		if err != nil {
			return 0, err
		}
		var ns int64
		if _, err := fmt.Sscan(string(text), &ns); err != nil {
			return 0, err
		}
		sum += time.Duration(ns)
	}
	return sum, nil
}

// memoryOf is what the status of a running process says of its memory, in MB: VmRSS is now, VmHWM the peak.
func memoryOf(pid int, key string) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, key+":"); ok {
			var kb float64
			_, err := fmt.Sscan(rest, &kb)
			return kb / 1024, err
		}
	}
	return 0, fmt.Errorf("no %s in the status of process %d", key, pid)
}

// median is the middle of some values.
func median[T int64 | float64 | time.Duration](values []T) T {
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

// medianOf is the median of a quantity.
func medianOf[S any, T int64 | float64 | time.Duration](all []S, quantity func(S) T) T {
	values := make([]T, len(all))
	for i, s := range all {
		values[i] = quantity(s)
	}
	return median(values)
}
