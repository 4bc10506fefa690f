package feed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// limit is how long a test waits for something that must happen before it gives up.
const limit = 10 * time.Second

// start serves cfg on a loopback port until the test ends and returns the address and a
// channel with Serve's result.
func start(t *testing.T, cfg Config) (address string, ended <-chan error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	result := make(chan error, 1)
	served := make(chan struct{})
	s := NewServer(l, cfg)
	go func() {
		defer close(served)
		result <- s.Serve(ctx)
	}()
	t.Cleanup(func() {
		cancel()
		<-served
	})
	return l.Addr().String(), result
}

// peer is a connected client.
type peer struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
}

func dial(t *testing.T, address string) *peer {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(limit))
	return &peer{t, conn, bufio.NewReader(conn)}
}

// want reads lines and compares them.
func (p *peer) want(lines ...string) {
	p.t.Helper()
	for _, want := range lines {
		if got, err := p.in.ReadString('\n'); got != want+"\n" {
			p.t.Fatalf("received %q, %v, want %q", got, err, want)
		}
	}
}

func (p *peer) wantEnd() {
	p.t.Helper()
	if got, err := io.ReadAll(p.in); len(got) > 0 || err != nil {
		p.t.Fatalf("received %q, %v, want the end", got, err)
	}
}

// logs collects what a server logs and lets a test wait for a line.
type logs struct {
	mu    sync.Mutex
	lines []string
	more  chan struct{}
}

func newLogs() *logs { return &logs{more: make(chan struct{}, 100)} }

func (l *logs) log(format string, args ...any) {
	l.mu.Lock()
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
	l.mu.Unlock()
	l.more <- struct{}{}
}

// wait returns when n logged lines contain text.
func (l *logs) wait(t *testing.T, n int, text string) {
	t.Helper()
	timeout := time.After(limit)
	for {
		l.mu.Lock()
		found := strings.Count(strings.Join(l.lines, "\n"), text)
		l.mu.Unlock()
		if found >= n {
			return
		}
		select {
		case <-l.more:
		case <-timeout:
			t.Fatalf("never logged %q %d times: %q", text, n, l.lines)
		}
	}
}

func writeFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.txt")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFileToOneClient(t *testing.T) {
	address, ended := start(t, Config{Lines: NewFiles([]string{writeFile(t, "a b\r\n\nüç"), writeFile(t, "last\n")}, false), Once: true})
	p := dial(t, address)
	p.want("a b\r", "", "üç", "last")
	p.wantEnd()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestNothingIsLostBeforeTheFirstClient(t *testing.T) {
	r, w := io.Pipe()
	address, _ := start(t, Config{Lines: NewReader(r)})
	go io.WriteString(w, "one\ntwo\n") // a pipe: written once the server reads, so once somebody is there
	dial(t, address).want("one", "two")
}

func TestSeveralClients(t *testing.T) {
	log := newLogs()
	r, w := io.Pipe()
	address, _ := start(t, Config{Lines: NewReader(r), Log: log.log})
	a, b := dial(t, address), dial(t, address)
	log.wait(t, 2, " connected")
	io.WriteString(w, "x\n")
	a.want("x")
	b.want("x")
	a.conn.Close()
	log.wait(t, 1, "disconnected")
	io.WriteString(w, "y\n")
	b.want("y")
}

func TestFileStartsOverForALaterClient(t *testing.T) {
	log := newLogs()
	address, _ := start(t, Config{Lines: NewFiles([]string{writeFile(t, "1\n2\n")}, false), Log: log.log})
	first := dial(t, address)
	first.want("1", "2")
	log.wait(t, 1, "sent all 2 lines")
	first.conn.Close()
	log.wait(t, 1, "disconnected")
	dial(t, address).want("1", "2")
}

func TestLoop(t *testing.T) {
	address, _ := start(t, Config{Lines: NewFiles([]string{writeFile(t, "1\n2\n")}, true)})
	dial(t, address).want("1", "2", "1", "2", "1")
}

func TestLoopOverNothingEnds(t *testing.T) {
	address, ended := start(t, Config{Lines: NewFiles([]string{writeFile(t, "")}, true), Once: true})
	dial(t, address).wantEnd()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestInterval(t *testing.T) {
	asked, tick := make(chan time.Duration), make(chan time.Time)
	address, _ := start(t, Config{
		Lines:    NewSample(),
		Interval: 200 * time.Millisecond,
		After: func(d time.Duration) <-chan time.Time {
			asked <- d
			return tick
		},
	})
	p := dial(t, address)
	for range 3 {
		line, err := p.in.ReadString('\n')
		if err != nil || len(strings.Fields(line)) < 5 {
			t.Fatalf("received %q, %v", line, err)
		}
		if d := <-asked; d != 200*time.Millisecond {
			t.Errorf("waits %v", d)
		}
		if p.in.Buffered() > 0 {
			t.Error("a line came before its time")
		}
		tick <- time.Time{}
	}
}

func TestTypedLinesReplaceTheSample(t *testing.T) {
	log := newLogs()
	r, w := io.Pipe()
	address, _ := start(t, Config{
		Lines:    NewSample(),
		Typed:    NewReader(r),
		Interval: time.Hour,
		After:    func(time.Duration) <-chan time.Time { return nil },
		Log:      log.log,
	})
	p := dial(t, address)
	p.want(NewSample().(*text).lines[0])
	io.WriteString(w, "mine\nmine too\n")
	p.want("mine", "mine too")
	log.wait(t, 1, "only what you type is sent")
}

func TestTypedLinesCannotBeRead(t *testing.T) {
	r, w := io.Pipe()
	w.CloseWithError(errors.New("in the background"))
	address, _ := start(t, Config{Lines: NewFiles([]string{writeFile(t, "1\n")}, true), Typed: NewReader(r)})
	dial(t, address).want("1", "1")
}

func TestFastClientsGetEverything(t *testing.T) {
	var all bytes.Buffer
	for i := range 200_000 {
		fmt.Fprintf(&all, "line %d of many\n", i)
	}
	log := newLogs()
	r, w := io.Pipe()
	address, _ := start(t, Config{Lines: NewReader(r), Once: true, Log: log.log})
	var wg sync.WaitGroup
	for range 2 {
		p := dial(t, address)
		wg.Go(func() {
			if got, err := io.ReadAll(p.in); err != nil || !bytes.Equal(got, all.Bytes()) {
				t.Errorf("received %d bytes, %v, want %d", len(got), err, all.Len())
			}
		})
	}
	log.wait(t, 2, " connected")
	if _, err := w.Write(all.Bytes()); err != nil {
		t.Error(err)
	}
	w.Close()
	wg.Wait()
}

func TestMissingFile(t *testing.T) {
	address, ended := start(t, Config{Lines: NewFiles([]string{filepath.Join(t.TempDir(), "none")}, false)})
	dial(t, address).wantEnd()
	if err := <-ended; err == nil || !strings.Contains(err.Error(), "none") {
		t.Errorf("got %v", err)
	}
}

func TestStopHangsUp(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	log := newLogs()
	ended := make(chan error)
	r, _ := io.Pipe() // nothing ever comes
	go func() {
		ended <- NewServer(l, Config{Lines: NewReader(r), Log: log.log}).Serve(ctx)
	}()
	p := dial(t, l.Addr().String())
	log.wait(t, 1, " connected")
	cancel()
	p.wantEnd()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestSample(t *testing.T) {
	s := NewSample()
	words := 0
	first, _ := s.Next()
	for line := first; ; {
		words += len(strings.Fields(line))
		if line != strings.Join(strings.Fields(line), " ") || strings.ToLower(line) != line {
			t.Errorf("%q has capitals or odd blanks", line)
		}
		if line, _ = s.Next(); line == first {
			break
		}
	}
	if words < 300 {
		t.Errorf("%d words", words)
	}
}
