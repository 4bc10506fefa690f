package conformance

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// pipeListener hands out one end of a fresh in-memory connection for each Accept; dialled gets the other.
type pipeListener struct {
	dialled chan net.Conn
	closed  chan struct{}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case l.dialled <- there:
		return here, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	select {
	case <-l.closed:
	default:
		close(l.closed)
	}
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.TCPAddr{} }

// arrival is what came, and when: after the start of its batch, and in which batch.
type arrival struct {
	Batch  int64
	Offset time.Duration
	Text   string
}

func TestServeSocket(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		listener := &pipeListener{dialled: make(chan net.Conn), closed: make(chan struct{})}
		groups := []Group{{"a", "b"}, {"!skip"}, {"!hex", "63"}, {"!close"}, {"d"}}
		served := make(chan error, 1)
		go func() { served <- ServeSocket(ctx, listener, 2*time.Second, groups) }()
		start := time.Now().UnixNano() / int64(2*time.Second)
		var got []arrival
		peer := <-listener.dialled
		for len(got) < 4 {
			buf := make([]byte, 100)
			n, err := peer.Read(buf)
			now := time.Now().UnixNano()
			a := arrival{now/int64(2*time.Second) - start, time.Duration(now % int64(2*time.Second)), string(buf[:n])}
			if err != nil {
				a.Text = "closed"
				peer = <-listener.dialled
			}
			got = append(got, a)
		}
		cancel()
		<-served
		want := []arrival{
			{1, 500 * time.Millisecond, "a\nb\n"},
			{3, 500 * time.Millisecond, "c"},
			{4, 500 * time.Millisecond, "closed"},
			{5, 500 * time.Millisecond, "d\n"},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestDropFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "in")
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ready := func() bool { return time.Since(began) > 3*time.Second }
		groups := []Group{{"one"}, {"!name .two", "2", ""}, {"!skip"}}
		if err := DropFiles(context.Background(), dir, ready, time.Second, groups); err != nil {
			t.Fatal(err)
		}
		if since := time.Since(began); since < 6*time.Second || since > 7*time.Second {
			t.Errorf("three groups took %v", since)
		}
	})
	for name, want := range map[string]string{"part00.txt": "one\n", ".two": "2\n\n"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || string(data) != want {
			t.Errorf("%s: %q, %v, want %q", name, data, err, want)
		}
	}
}
