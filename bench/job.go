//go:build linux

package main

import (
	"fmt"
	"io"
	"net"
	"os/exec"
	"path/filepath"
	"time"
)

// job is a running socket job with the connection it made.
type job struct {
	cmd   *exec.Cmd
	peer  *net.TCPConn
	out   io.Reader
	began time.Time
	wall  time.Duration // from exec to connected
	cpu   time.Duration // that it had used by then
}

// buildJob builds a script of the folder jobs.
func buildJob(o *options, name string) (string, error) {
	program := filepath.Join(o.work, name)
	return program, tool(o.compiler(), "build", filepath.Join("bench", "jobs", name+".py"), "-o", program)
}

// launch starts a program with HOST, PORT and the arguments, and accepts its connection.
func launch(program string, args ...string) (*job, error) {
	listener, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	host, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return nil, err
	}
	j := &job{cmd: exec.Command(program, append([]string{host, port}, args...)...), began: time.Now()}
	if j.out, err = j.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := j.cmd.Start(); err != nil {
		return nil, err
	}
	if err := listener.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return nil, err
	}
	if j.peer, err = listener.AcceptTCP(); err != nil {
		j.end()
		return nil, fmt.Errorf("%s does not connect: %w", program, err)
	}
	j.wall = time.Since(j.began)
	if j.cpu, err = cpuOf(j.pid()); err != nil {
		j.end()
		return nil, err
	}
	return j, nil
}

func (j *job) pid() int { return j.cmd.Process.Pid }

// end kills the job; it has nothing to lose.
func (j *job) end() {
	if j.peer != nil {
		j.peer.Close()
	}
	_ = j.cmd.Process.Kill()
	_ = j.cmd.Wait() // reports the kill
}

// withJob starts a program, calls f and ends the program.
func withJob(program string, args []string, f func(*job) error) error {
	j, err := launch(program, args...)
	if err != nil {
		return err
	}
	defer j.end()
	return f(j)
}
