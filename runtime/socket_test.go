package ds

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestLineBuffer(t *testing.T) {
	for _, c := range []struct {
		name   string
		writes []string // "|" cuts a block, "$" is the end of the connection
		want   []string // blocks as their lines
	}{
		{"ends", []string{"a\nb\r\nc\rd\n", "|"}, []string{"[a b c d]"}},
		{"partial", []string{"a\nb", "|", "c\n", "|"}, []string{"[a]", "[bc]"}},
		{"nothing whole", []string{"a", "|", "\n", "|"}, []string{"[a]"}},
		{"empty lines", []string{"\n\n", "|"}, []string{"[ ]"}},
		{"crlf over two reads", []string{"a\r", "\nb\n", "|"}, []string{"[a b]"}},
		{"crlf over two blocks", []string{"a\r", "|", "\nb\n", "|"}, []string{"[a]", "[b]"}},
		{"cr cr over two blocks", []string{"a\r", "|", "\r\n", "|"}, []string{"[a]", "[]"}},
		{"end", []string{"a\nb", "$", "|"}, []string{"[a b]"}},
		{"character over two reads", []string{"\xc3", "\xa9\n", "|"}, []string{"[é]"}},
		{"not UTF-8", []string{"\xff\xfe\xed\xa0\x80\xc3(\n", "|"}, []string{"[\ufffd\ufffd\ufffd\ufffd(]"}},
		{"too long", []string{"a\n0123456789", "xx", "yy\nb\n", "|"}, []string{"[a b]", "dropped 14"}},
		{"too long, crlf", []string{"0123456789\r", "|", "\nb\n", "|"}, []string{"[0123456789]", "[b]"}},
		{"too long, then crlf", []string{"0123456789", "\r", "\nb\n", "|"}, []string{"[b]", "dropped 10"}},
		{"too long to the end", []string{"0123456789", "$", "|"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			buf := lineBuffer{maxLine: 8}
			var got []string
			var dropped int64
			for _, w := range c.writes {
				switch w {
				case "|":
					if b, ok := buf.cut(); ok {
						var lines []string
						for line := range b.Lines() {
							lines = append(lines, line)
						}
						got = append(got, fmt.Sprint(lines))
					}
				case "$":
					buf.end()
				default:
					dropped += buf.write([]byte(w))
				}
			}
			if dropped > 0 {
				got = append(got, fmt.Sprintf("dropped %d", dropped))
			}
			equal(t, got, c.want...)
		})
	}
}

// peer plays the server of a socket source: each connection is one function. When they are used up, connecting fails, and the
// virtual clock may run.
type peer struct {
	mu      sync.Mutex
	talks   []func(net.Conn)
	dialled []time.Duration
	d       func() *driver
}

// dial holds the virtual clock until the connection has been played and what was sent has been read.
func (p *peer) dial(ctx context.Context, address string) (net.Conn, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	d := p.d()
	p.dialled = append(p.dialled, d.now().Sub(VirtualStart))
	if len(p.talks) == 0 {
		return nil, errors.New("connection refused")
	}
	talk := p.talks[0]
	p.talks = p.talks[1:]
	client, server := net.Pipe()
	go func() {
		talk(server)
		server.Close()
	}()
	return client, nil
}

// Connections that end are made anew after two seconds; the last line of one that was closed counts, that of a broken one
// does not.
func TestSocketReconnects(t *testing.T) {
	var got []string
	var log bytes.Buffer
	p := &peer{d: func() *driver { return currentJob().driver }}
	send := func(text string) func(net.Conn) {
		return func(c net.Conn) { io.WriteString(c, text) }
	}
	p.talks = []func(net.Conn){send("a\nb\nhalf"), send("c\n"), nil, send("d\n")}
	fail := errors.New("connection reset by peer")
	dial := func(ctx context.Context, address string) (net.Conn, error) {
		p.mu.Lock()
		reset := len(p.talks) == 2
		p.mu.Unlock()
		if reset {
			p.mu.Lock()
			p.talks = p.talks[1:]
			p.mu.Unlock()
			return &brokenConn{text: "lost\nhalf", err: fail}, nil
		}
		return p.dial(ctx, address)
	}
	_, err := runProgram(t, Job{Dial: dial, Stderr: &log}, func() {
		ssc := testContext(t)
		s := ssc.SocketTextStream("host", 9, core.StorageLevelNone)
		d := ssc.job.driver
		d.pause()
		ForeachRDDTime(s, func(at py.DateTime, r *core.RDD[string]) {
			if r.NumPartitions() > 0 {
				got = append(got, py.Str(core.Collect(r)))
			}
		})
		ssc.Start()
		for i := range 5 {
			waitFor(t, func() bool { return strings.Count(logText(ssc, &log), "Deregistered") > i })
			d.resume()
			sleep(2)
			d.pause()
		}
		d.resume()
		ssc.Stop(true, false)
	})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, "['a', 'b', 'half']", "['c']", "['lost']", "['d']")
	for _, part := range []string{
		"WARN ReceiverSupervisorImpl: Restarting receiver with delay 2000 ms: Socket data stream had no more data\n",
		"ERROR ReceiverTracker: Deregistered receiver for stream 0: Restarting receiver with delay 2000ms: Error receiving data - connection reset by peer\n",
		"Restarting receiver with delay 2000 ms: Error connecting to host:9 - connection refused\n",
	} {
		if !strings.Contains(log.String(), part) {
			t.Errorf("%q is not in\n%s", part, log.String())
		}
	}
}

// logText reads what has been logged while others may be logging.
func logText(ssc *StreamingContext, log *bytes.Buffer) string {
	ssc.job.log.mu.Lock()
	defer ssc.job.log.mu.Unlock()
	return log.String()
}

// waitFor waits for what a goroutine outside of the clock is about to do.
func waitFor(t *testing.T, done func() bool) {
	t.Helper()
	for range 20000 {
		if done() {
			return
		}
		time.Sleep(100 * time.Microsecond)
	}
	t.Fatal("waited in vain")
}

// brokenConn is a connection that breaks after some text.
type brokenConn struct {
	net.Conn
	text string
	err  error
}

func (c *brokenConn) Read(p []byte) (int, error) {
	if c.text == "" {
		return 0, c.err
	}
	n := copy(p, c.text)
	c.text = c.text[n:]
	return n, nil
}

func (c *brokenConn) Close() error { return nil }

// A partition is what came within 200 ms; an empty batch has none.
func TestSocketBlocks(t *testing.T) {
	var got []string
	more := make(chan string)
	talk := func(c net.Conn) {
		for text := range more {
			io.WriteString(c, text)
		}
	}
	p := &peer{d: func() *driver { return currentJob().driver }, talks: []func(net.Conn){talk}}
	runProgram(t, Job{Dial: p.dial}, func() {
		ssc := testContext(t)
		s := ssc.SocketTextStream("host", 9, core.StorageLevelNone)
		ForeachRDD(s, func(r *core.RDD[string]) {
			got = append(got, fmt.Sprint(r.NumPartitions(), " ", py.Str(core.Collect(core.Glom(r)))))
		})
		d := ssc.job.driver
		d.pause()
		ssc.Start()
		r := ssc.receivers()[0]
		all := func() (n int64) {
			r.mu.Lock()
			defer r.mu.Unlock()
			return r.held + int64(len(r.buf.buf))
		}
		put := func(text string) {
			want := all() + int64(len(text))
			more <- text
			waitFor(t, func() bool { return all() == want })
		}
		step := func(ms int) {
			d.resume()
			sleep(float64(ms) / 1000)
			d.pause()
		}
		put("a\n")
		step(100)
		put("b\n")
		step(150)
		put("c\n")
		step(1000)
		step(1000)
		put("d\n")
		close(more)
		waitFor(t, func() bool { return r.pending() })
		d.resume()
		ssc.Stop(true, true)
	})
	equal(t, got, "2 [['a', 'b'], ['c']]", "0 []", "1 [['d']]", "0 []", "0 []")
}

// A receiver that holds as much as it may does not read on before a batch is done.
func TestSocketBackPressure(t *testing.T) {
	const lines = 400
	sent := make(chan int, lines)
	stay := make(chan bool)
	defer close(stay)
	talk := func(c net.Conn) {
		line := append(bytes.Repeat([]byte("x"), 999), '\n')
		for i := range lines {
			if _, err := c.Write(line); err != nil {
				return
			}
			sent <- i
		}
		<-stay
	}
	p := &peer{d: func() *driver { return currentJob().driver }, talks: []func(net.Conn){talk}}
	total, most := 0, 0
	runProgram(t, Job{Dial: p.dial, ReceiverBuffer: 50000}, func() {
		ssc := testContext(t)
		s := ssc.SocketTextStream("host", 9, core.StorageLevelNone)
		ForeachRDD(s, func(r *core.RDD[string]) {
			n := int(core.Count(r))
			total += n
			most = max(most, n)
		})
		ssc.Start()
		d := ssc.job.driver
		for total < lines {
			d.pause()
			want := min(total+50, lines)
			waitFor(t, func() bool { return len(sent) >= want })
			d.resume()
			sleep(1)
		}
		ssc.Stop(true, false)
	})
	if total != lines || most > 60 {
		t.Errorf("%d lines, at most %d in a batch", total, most)
	}
}

// A word count over a real connection and in real time, drained as by a signal.
func TestSocketForReal(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("no loopback: ", err)
	}
	defer listener.Close()
	go func() {
		c, err := listener.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		io.WriteString(c, "to be or\nnot to be\n")
		io.Copy(io.Discard, c)
	}()
	words := map[string]int64{}
	_, err = runProgram(t, Job{Clock: RealClock()}, func() {
		sc := core.NewSparkContext(py.Some("local[2]"), py.Some("test"), nil)
		ssc := NewStreamingContext(sc, py.Some(0.02))
		address := listener.Addr().(*net.TCPAddr)
		lines := ssc.SocketTextStream("127.0.0.1", int64(address.Port), core.StorageLevelNone)
		ForeachRDD(ReduceByKey(wordPairs(lines), PairStage[string](py.AddInt), py.AddInt), func(r *core.RDD[py.Tuple2[string, int64]]) {
			for kv := range core.Collect(r).All() {
				words[kv.V0] += kv.V1
			}
			if len(words) == 4 {
				ssc.job.drain.Store(true)
			}
		})
		ssc.Start()
		ssc.AwaitTermination(none)
	})
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(words) != "map[be:2 not:1 or:1 to:2]" {
		t.Error(words)
	}
}

// A socket that gives nothing is explained once.
func TestHint(t *testing.T) {
	var log bytes.Buffer
	p := &peer{d: func() *driver { return currentJob().driver }}
	runProgram(t, Job{Dial: p.dial, Stderr: &log}, func() {
		ssc := testContext(t)
		Pprint(ssc.SocketTextStream("host", 9, core.StorageLevelNone), 10)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(20)
	})
	if n := strings.Count(log.String(), "nothing accepts connections at host:9"); n != 1 {
		t.Errorf("said %d times\n%s", n, log.String())
	}
}
