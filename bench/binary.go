//go:build linux

package main

import (
	"bufio"
	"debug/elf"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"time"
)

// measureBinary measures what does not depend on the input: size, start-up, idle memory, and
// whether the first batch comes on time.
func measureBinary(o options) error {
	program, err := compile(o, "socket")
	if err != nil {
		return err
	}
	size, static, err := inspect(program)
	if err != nil {
		return err
	}
	var startups []sample
	for range 4 * o.rounds {
		s, err := startup(program)
		if err != nil {
			return err
		}
		startups = append(startups, s)
	}
	start := float64(medians(startups).wall) / float64(time.Millisecond)
	idle, late, err := idling(program)
	if err != nil {
		return err
	}
	fmt.Printf("socket word count: %.2f MB, static: %v, exec to connected %.1f ms, idle %.1f MB, first batch %v late\n\n",
		float64(size)/(1<<20), static, start, idle, late.Round(100*time.Microsecond))
	for _, err := range []error{
		o.limit(static, "the binary needs a dynamic linker"),
		o.limit(size <= maxBinary, "the binary has %d bytes", size),
		o.limit(idle < maxIdleMB, "%.1f MB resident while idle", idle),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// inspect returns a program's size and whether it is statically linked.
func inspect(program string) (size int64, static bool, err error) {
	info, err := os.Stat(program)
	if err != nil {
		return 0, false, err
	}
	file, err := elf.Open(program)
	if err != nil {
		return 0, false, err
	}
	defer file.Close()
	static = true
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			static = false
		}
	}
	return info.Size(), static, nil
}

// job is a running socket job with the connection it made.
type job struct {
	cmd   *exec.Cmd
	peer  net.Conn
	out   io.Reader
	wall  time.Duration // from exec to connected
	began time.Time
}

// launch starts the program and accepts its connection.
func launch(program string) (*job, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	host, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return nil, err
	}
	j := &job{cmd: exec.Command(program, host, port), began: time.Now()}
	if j.out, err = j.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := j.cmd.Start(); err != nil {
		return nil, err
	}
	if err := listener.(*net.TCPListener).SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return nil, err
	}
	if j.peer, err = listener.Accept(); err != nil {
		j.end()
		return nil, err
	}
	j.wall = time.Since(j.began)
	return j, nil
}

// end kills the job; it has nothing to lose.
func (j *job) end() {
	if j.peer != nil {
		j.peer.Close()
	}
	_ = j.cmd.Process.Kill()
	_ = j.cmd.Wait() // reports the kill
}

func startup(program string) (sample, error) {
	j, err := launch(program)
	if err != nil {
		return sample{}, err
	}
	defer j.end()
	return sample{wall: j.wall}, nil
}

// idling lets a job run for some empty batches and returns its resident memory then, and how long
// after its batch time the first block was on stdout.
func idling(program string) (idleMB float64, late time.Duration, err error) {
	j, err := launch(program)
	if err != nil {
		return 0, 0, err
	}
	defer j.end()
	lines := bufio.NewScanner(j.out)
	blocks := 0
	for blocks < 4 && lines.Scan() {
		stamp, ok := strings.CutPrefix(lines.Text(), "Time: ")
		if !ok {
			continue
		}
		if blocks++; blocks == 1 {
			when, err := time.ParseInLocation("2006-01-02 15:04:05", stamp, time.Local)
			if err != nil {
				return 0, 0, err
			}
			if due := j.began.Truncate(time.Second).Add(2 * time.Second); when.After(due) {
				return 0, 0, fmt.Errorf("the first batch is of %v, after %v", when, due)
			}
			late = time.Since(when)
		}
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", j.cmd.Process.Pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			var kb float64
			if _, err := fmt.Sscan(rest, &kb); err != nil {
				return 0, 0, err
			}
			return kb / 1024, late, nil
		}
	}
	return 0, 0, fmt.Errorf("no VmRSS in the process's status")
}
