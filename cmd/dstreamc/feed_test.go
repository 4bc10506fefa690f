package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// startFeed runs a feed command in this process. It returns the address that the feed
// listens on, and a channel with its exit code.
func startFeed(t *testing.T, stdin io.Reader, args ...string) (address string, exited <-chan int) {
	t.Helper()
	r, w := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(append([]string{"feed"}, args...), stdin, io.Discard, w)
		w.Close()
	}()
	log := bufio.NewReader(r)
	line, err := log.ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "feed: listening on ")
	if !ok {
		t.Fatalf("the feed said %q, %v", line, err)
	}
	go io.Copy(io.Discard, log)
	return address, code
}

func TestFeed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lines.txt")
	if err := os.WriteFile(file, []byte("one\ntwo\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ args, stdin, want string }{
		{"0 --once " + file, "", "one\ntwo\n"},
		{"-once 0 " + file + " " + file, "", "one\ntwo\none\ntwo\n"},
		{"0 - --once", "typed\n", "typed\n"},
		{"0 --interval 1ns --once " + file, "", "one\ntwo\n"},
	}
	for _, test := range tests {
		address, exited := startFeed(t, strings.NewReader(test.stdin), strings.Fields(test.args)...)
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(conn); err != nil || string(got) != test.want {
			t.Errorf("feed %s: received %q, %v, want %q", test.args, got, err, test.want)
		}
		conn.Close()
		if code := <-exited; code != exitOK {
			t.Errorf("feed %s: exit code %d", test.args, code)
		}
	}
}

func TestFeedPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	var stderr bytes.Buffer
	if code := run([]string{"feed", port}, nil, io.Discard, &stderr); code != exitFailed || !strings.Contains(stderr.String(), "port "+port+" is taken") {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
}

func TestRunFeedNeedsAPort(t *testing.T) {
	tests := []struct{ script, args, want string }{
		{"print(1)\n", "", "has nothing to feed"},
		{"ssc.socketTextStream(h, p)\n", "", "cannot tell which port"},
		{"ssc.socketTextStream(h, 1)\nssc.socketTextStream(h, 2)\n", "", "reads from 1 and 2: choose one"},
	}
	for _, test := range tests {
		script := filepath.Join(t.TempDir(), "x.py")
		if err := os.WriteFile(script, []byte(test.script), 0o666); err != nil {
			t.Fatal(err)
		}
		var stderr bytes.Buffer
		if code := run([]string{"run", "--feed", script}, nil, io.Discard, &stderr); code != exitUsage || !strings.Contains(stderr.String(), test.want) {
			t.Errorf("exit code %d: %swant %s", code, &stderr, test.want)
		}
	}
}

const wordcount = `import sys
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WordCount")
ssc = StreamingContext(sc, 1)
lines = ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))
counts = lines.flatMap(lambda line: line.split(" ")).map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)
counts.pprint()
ssc.start()
ssc.awaitTermination()
`

// TestRunFeed is a newcomer's first try: counts of the built-in text appear, and Ctrl-C
// ends program and feed with 0.
func TestRunFeed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs signals")
	}
	script := filepath.Join(t.TempDir(), "wc.py")
	if err := os.WriteFile(script, []byte(wordcount), 0o666); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	l.Close() // free again, and nobody else's within the moment until it is used

	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "run", "--feed", "--feed-rate=50", script, "localhost", port)
	cmd.Args[0] = "dstreamc" // which makes the test binary the command
	cmd.Env = append(os.Environ(), "DSTREAMC_CACHE="+testCache(t))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stuck := time.AfterFunc(2*time.Minute, func() { cmd.Process.Kill() })
	defer stuck.Stop()
	counted := false
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "('") && !counted {
			counted = true
			cmd.Process.Signal(os.Interrupt)
		}
	}
	if err := cmd.Wait(); err != nil || !counted {
		t.Errorf("counted: %t, %v\n%s", counted, err, &stderr)
	}
	for _, want := range []string{"feed: listening on 127.0.0.1:" + port, "connected"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("stderr lacks %q:\n%s", want, &stderr)
		}
	}
}

func TestExitCodeOfSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs signals")
	}
	err := exitCode(exec.Command("sh", "-c", "kill -TERM $$").Run())
	if fmt.Sprint(err) != "exit status 143" {
		t.Errorf("got %v", err)
	}
	if err := exitCode(nil); err != nil {
		t.Errorf("got %v", err)
	}
}
