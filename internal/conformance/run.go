package conformance

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Job is one run of one program.
type Job struct {
	Command []string      // program and arguments; {tmp} and {port} are filled in
	Env     []string      // added to a small fixed environment
	Feed    string        // "socket" (on {port}), "files" (into {tmp}/in, see Ready), or ""
	Every   time.Duration // the batch interval that the feed keeps to
	Groups  []Group       // what is fed, one group a batch
	Setup   func(tmp string) error
	Keep    []string // files under {tmp} whose text the Result has
	Timeout time.Duration

	// Ready tells from what was printed that files may be fed; nil: {tmp}/ready exists.
	Ready func(stdout string) bool

	// Until, if not nil, is asked whenever the program has printed something; when it says yes
	// and Linger has passed too, the program gets the signal Stop.
	Until  func(stdout string) bool
	Linger time.Duration
	Stop   syscall.Signal
}

// Result is what became of a Job.
type Result struct {
	Stdout, Stderr string
	Exit           int // negative: ended by that signal
	TimedOut       bool
	FeedErr        error
	Files          map[string]string // those of Job.Keep that exist
	Tmp, Port      string            // the working folder, which is gone by now, and the port
	Elapsed        time.Duration
}

// ScriptJob is the Job for a script of the corpus: command runs it, the script's own arguments
// are added.
func ScriptJob(s *Script, command, env []string) (Job, error) {
	job := Job{
		Command: append(append([]string{}, command...), s.Rules.Args...),
		Env:     env,
		Feed:    s.Rules.Feed,
		Every:   s.Rules.Every,
		Timeout: s.Rules.Timeout,
	}
	if s.Rules.Feed != "" {
		groups, err := ReadGroups(s.Sibling(".feed"))
		if err != nil {
			return job, err
		}
		job.Groups = groups
	}
	if s.Rules.Signal != "" {
		job.Until = func(stdout string) bool { return strings.Contains(stdout, "\n") }
		job.Linger = time.Second
		job.Stop = map[string]syscall.Signal{"INT": syscall.SIGINT, "TERM": syscall.SIGTERM}[s.Rules.Signal]
	}
	return job, nil
}

// Run runs a job in a fresh folder of its own, which is its working directory, and removes the
// folder. An error means that the job could not be run at all.
func Run(ctx context.Context, job Job) (*Result, error) {
	tmp, err := os.MkdirTemp("", "conformance-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	if job.Setup != nil {
		if err := job.Setup(tmp); err != nil {
			return nil, err
		}
	}
	ctx, cancel := context.WithTimeout(ctx, job.Timeout)
	defer cancel()
	stdout := &watched{changed: make(chan struct{}, 1)}
	port, fed, err := startFeed(ctx, job, tmp, stdout)
	if err != nil {
		return nil, err
	}
	fill := strings.NewReplacer("{tmp}", tmp, "{port}", port)
	command := make([]string, len(job.Command))
	for i, word := range job.Command {
		command[i] = fill.Replace(word)
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = tmp
	cmd.Env = append(baseEnv(), job.Env...)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = stdout, &stderr
	res := &Result{Tmp: tmp, Port: port, Files: map[string]string{}}
	began := time.Now()
	if err := start(cmd); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	waitErr := supervise(ctx, job, cmd, stdout, ended, res)
	killGroup(cmd) // what the program may have left behind, such as a JVM
	cancel()
	res.FeedErr = <-fed
	if errors.Is(res.FeedErr, context.Canceled) || errors.Is(res.FeedErr, net.ErrClosed) {
		res.FeedErr = nil
	}
	var exit *exec.ExitError
	if waitErr != nil && !errors.As(waitErr, &exit) {
		return nil, waitErr
	}
	for _, name := range job.Keep {
		if text, err := os.ReadFile(filepath.Join(tmp, name)); err == nil {
			res.Files[name] = string(text)
		}
	}
	res.Stdout, res.Stderr = stdout.String(), stderr.String()
	res.Exit, res.Elapsed = exitCode(cmd.ProcessState), time.Since(began)
	return res, nil
}

// supervise waits for the program's end, signalling it when its job says so and killing it when
// its time is over.
func supervise(ctx context.Context, job Job, cmd *exec.Cmd, stdout *watched, ended <-chan error, res *Result) error {
	changed := stdout.changed
	if job.Until == nil {
		changed = nil
	}
	var stop <-chan time.Time
	for {
		select {
		case err := <-ended:
			return err
		case <-changed:
			if job.Until(stdout.String()) {
				changed, stop = nil, time.After(job.Linger)
			}
		case <-stop:
			if err := cmd.Process.Signal(job.Stop); err != nil && !errors.Is(err, os.ErrProcessDone) {
				return err
			}
		case <-ctx.Done():
			res.TimedOut = true
			killGroup(cmd)
			return <-ended
		}
	}
}

// startFeed starts serving a job's input; the channel gets the feeder's error when it has ended.
func startFeed(ctx context.Context, job Job, tmp string, stdout *watched) (port string, fed <-chan error, err error) {
	done := make(chan error, 1)
	switch job.Feed {
	case "":
		done <- nil
		return "", done, nil
	case "socket":
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return "", nil, err
		}
		go func() { done <- ServeSocket(ctx, listener, job.Every, job.Groups) }()
		return strconv.Itoa(listener.Addr().(*net.TCPAddr).Port), done, nil
	case "files":
		ready := func() bool {
			_, err := os.Stat(filepath.Join(tmp, "ready"))
			return err == nil
		}
		if job.Ready != nil {
			ready = func() bool { return job.Ready(stdout.String()) }
		}
		go func() { done <- DropFiles(ctx, filepath.Join(tmp, "in"), ready, job.Every, job.Groups) }()
		return "", done, nil
	}
	return "", nil, fmt.Errorf("unknown feed %q", job.Feed)
}

// baseEnv is what every run sees of the environment, so that results do not depend on it.
func baseEnv() []string {
	env := []string{"TZ=UTC", "LC_ALL=C.UTF-8", "SPARK_LOCAL_IP=127.0.0.1"}
	for _, name := range []string{"PATH", "HOME", "JAVA_HOME", "TMPDIR", "SYSTEMROOT"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// watched is a buffer that tells when something was written to it.
type watched struct {
	mu      sync.Mutex
	buf     bytes.Buffer
	changed chan struct{}
}

func (w *watched) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case w.changed <- struct{}{}:
	default:
	}
	return w.buf.Write(p)
}

func (w *watched) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.buf.String()
}
