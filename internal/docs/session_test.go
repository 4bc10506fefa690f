//go:build unix

package docs

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
	"testing"
	"time"
)

// patience is how long a command may take: it may compile Go's standard library first, on a busy
// machine.
const patience = 5 * time.Minute

// session is a reader who types what a document says, in a copy of the repository that holds the
// examples alone.
type session struct {
	t    *testing.T
	dir  string // where the reader is
	env  []string
	port string // stands for 9999, which may be taken
}

// newSession makes a folder for a document. In it, dstreamc is on the path.
func newSession(t *testing.T) *session {
	t.Helper()
	top := t.TempDir()
	s := &session{t: t, dir: filepath.Join(top, "dstreamc"), port: freePort(t)}
	if err := os.CopyFS(filepath.Join(s.dir, "examples"), os.DirFS(filepath.Join(root, "examples"))); err != nil {
		t.Fatal(err)
	}
	bin := filepath.Dir(tool(t))
	s.env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GOBIN="+filepath.Join(top, "bin"))
	if cache, err := os.UserCacheDir(); err == nil {
		s.env = append(s.env, "DSTREAMC_CACHE="+filepath.Join(cache, "dstreamc", "test")) // compiled once for all tests
	}
	return s
}

// buildTool builds dstreamc, once for all documents.
var buildTool = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "dstreamc-docs-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "dstreamc")
	cmd := exec.Command("go", "build", "-o", path, "./cmd/dstreamc")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return dir, fmt.Errorf("go build ./cmd/dstreamc: %v\n%s", err, out)
	}
	return path, nil
})

func tool(t *testing.T) string {
	t.Helper()
	path, err := buildTool()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := buildTool(); err == nil {
		os.RemoveAll(filepath.Dir(path)) // a temporary folder: nothing is lost if it stays
	}
	os.Exit(code)
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}

// process is a command that runs.
type process struct {
	s              *session
	text           string
	cmd            *exec.Cmd
	stdout, stderr *output
	ended          chan struct{} // closed when it has ended, with err
	err            error
}

// start starts commands, in a process group of their own.
func (s *session) start(text string) *process {
	s.t.Helper()
	p := &process{s: s, text: text, stdout: newOutput(), stderr: newOutput(), ended: make(chan struct{})}
	p.cmd = exec.Command("sh", "-c", strings.ReplaceAll(text, "9999", s.port))
	p.cmd.Dir = s.dir
	p.cmd.Env = append(s.env[:len(s.env):len(s.env)], "GOFLAGS=-trimpath") // Go then keeps what it compiled, wherever the folder is
	if strings.Contains(text, "./cmd/dstreamc") {
		p.cmd.Dir, p.cmd.Env = root, s.env
	}
	p.cmd.Stdout, p.cmd.Stderr = p.stdout, p.stderr
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.ended)
	}()
	s.t.Cleanup(func() { p.signal(syscall.SIGKILL) })
	return p
}

// signal sends a signal to the whole group, as a terminal does. A group that has ended gets none.
func (p *process) signal(sig syscall.Signal) { syscall.Kill(-p.cmd.Process.Pid, sig) }

// run runs commands to their end and returns what they print. They may change the folder.
func (s *session) run(text string, wantExit int) string {
	s.t.Helper()
	moved := filepath.Join(s.t.TempDir(), "pwd")
	p := s.start("set -e\n" + text + "\npwd >'" + moved + "'")
	p.wait(wantExit)
	if where, err := os.ReadFile(moved); err == nil && p.cmd.Dir == s.dir {
		s.dir = strings.TrimSpace(string(where))
	}
	return p.stdout.String()
}

// wait waits for the end.
func (p *process) wait(wantExit int) {
	p.s.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.s.t.Fatalf("%s\ndoes not end; it printed\n%s%s", p.text, p.stdout, p.stderr)
	}
	exit := 0
	var ended *exec.ExitError
	if errors.As(p.err, &ended) {
		exit = ended.ExitCode()
	}
	if exit != wantExit {
		p.s.t.Fatalf("%s\nends with %v, want exit code %d; it printed\n%s%s", p.text, p.err, wantExit, p.stdout, p.stderr)
	}
}

// until waits until the command has printed something that satisfies shown. It fails if the command
// ends before.
func (p *process) until(out *output, shown func(string) bool) {
	p.s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		more := out.changed()
		if shown(out.String()) {
			return
		}
		select {
		case <-more:
			continue
		case <-p.ended:
		case <-ctx.Done():
		}
		if !shown(out.String()) {
			p.s.t.Fatalf("%s\ndid not print what it should; it printed\n%s%s", p.text, p.stdout, p.stderr)
		}
		return
	}
}

// interrupt ends a command that runs until it is told to stop. A go run is not told itself: its own answer to an interrupt
// would be 1 or 0, by which of the two, it or the program, is done first.
func (p *process) interrupt() {
	p.s.t.Helper()
	if !strings.HasPrefix(p.text, "exec go run ") {
		p.signal(syscall.SIGINT)
		p.wait(0)
		return
	}
	group := strconv.Itoa(p.cmd.Process.Pid)
	members, err := exec.Command("pgrep", "-g", group).Output()
	if err != nil {
		p.s.t.Fatalf("pgrep -g %s: %v", group, err)
	}
	for _, member := range strings.Fields(string(members)) {
		if pid, err := strconv.Atoi(member); err == nil && member != group {
			syscall.Kill(pid, syscall.SIGINT)
		}
	}
	p.wait(0)
}

// background starts a server and waits until it says on stderr that it is there.
func (s *session) background(command string) *process {
	s.t.Helper()
	p := s.start("exec " + command)
	p.until(p.stderr, func(said string) bool { return strings.Contains(said, "\n") })
	return p
}

// output is what a process prints, while it runs.
type output struct {
	mu   sync.Mutex
	buf  bytes.Buffer
	more chan struct{} // closed at the next write
}

func newOutput() *output { return &output{more: make(chan struct{})} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	close(o.more)
	o.more = make(chan struct{})
	return o.buf.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

// changed is closed at the next write.
func (o *output) changed() <-chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.more
}
