package feed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"time"
)

const (
	// clientBuffer is how many blocks of lines wait for a client that is slower than others.
	clientBuffer = 16
	// blockSize is how many bytes are sent at once when no rate is set.
	blockSize = 64 << 10
)

// Config says what a Server sends.
type Config struct {
	// Lines are sent to every client that is connected when their turn comes. While nobody is
	// connected, nothing is read from it.
	Lines Source
	// Typed, if set, are lines to be sent besides, at once and without regard to Interval,
	// such as those that a user types. The first one ends Lines; a failure to read them does
	// no harm.
	Typed Source
	// Interval is the time from one of Lines to the next; 0 sends as fast as clients read.
	Interval time.Duration
	// Once ends the server when all lines are sent. Otherwise it keeps the connections open
	// and, if Lines can start over, does so for a client that comes after the end.
	Once bool
	// Log is told what happens, in lines without a line end. It may be called by several
	// goroutines at once.
	Log func(format string, args ...any)
	// After returns a channel that delivers after a time, as time.After does; tests set it.
	After func(time.Duration) <-chan time.Time
}

// Server sends lines to the clients of one listener.
type Server struct {
	cfg      Config
	listener net.Listener

	mu      sync.Mutex
	clients map[*client]bool
	arrival chan struct{} // closed and replaced when a client connects
}

// client is one connection. Blocks sent to out are written in order; gone is closed when
// the server has forgotten the client.
type client struct {
	conn net.Conn
	out  chan []byte
	gone chan struct{}
	done sync.WaitGroup
}

// NewServer returns a server for a listener, which Serve closes.
func NewServer(l net.Listener, cfg Config) *Server {
	if cfg.Log == nil {
		cfg.Log = func(string, ...any) {}
	}
	if cfg.After == nil {
		cfg.After = time.After
	}
	return &Server{cfg: cfg, listener: l, clients: map[*client]bool{}, arrival: make(chan struct{})}
}

// Serve accepts clients and sends lines until the context ends or, with Once, until all
// lines are sent. It returns nil in both cases, and an error if lines cannot be read.
func (s *Server) Serve(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer s.closeClients()
	defer stop()
	closed := context.AfterFunc(ctx, func() { s.listener.Close() })
	defer closed()
	go s.accept(ctx)

	// Reading may block for as long as nobody types, so it happens beside and is left alone
	// when the context ends.
	linesCtx, endLines := context.WithCancel(ctx)
	defer endLines()
	failed, sent := make(chan error, 1), make(chan struct{})
	go func() {
		if err := s.sendLines(linesCtx); err != nil {
			failed <- err
		} else if s.cfg.Once && linesCtx.Err() == nil {
			close(sent)
		}
	}()
	if s.cfg.Typed != nil {
		go s.sendTyped(ctx, endLines)
	}
	select {
	case err := <-failed:
		return err
	case <-sent:
	case <-ctx.Done():
	}
	return nil
}

// accept takes connections until the listener closes.
func (s *Server) accept(ctx context.Context) {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			if ctx.Err() == nil && !errors.Is(err, net.ErrClosed) {
				s.cfg.Log("cannot accept a connection: %v", err)
			}
			return
		}
		c := &client{conn: conn, out: make(chan []byte, clientBuffer), gone: make(chan struct{})}
		s.mu.Lock()
		if ctx.Err() != nil {
			s.mu.Unlock()
			conn.Close()
			return
		}
		s.clients[c] = true
		close(s.arrival)
		s.arrival = make(chan struct{})
		c.done.Add(1)
		s.mu.Unlock()
		s.cfg.Log("%s connected", conn.RemoteAddr())
		go s.write(c)
		go s.watch(c)
	}
}

// write sends a client its blocks until it is gone, then what still waits for it.
func (s *Server) write(c *client) {
	defer c.done.Done()
	defer c.conn.Close()
	for {
		var block []byte
		select {
		case block = <-c.out:
		case <-c.gone:
			select {
			case block = <-c.out:
			default:
				return
			}
		}
		if _, err := c.conn.Write(block); err != nil {
			s.drop(c)
			return
		}
	}
}

// watch notices that a client hangs up although nothing is being sent. What clients say is
// ignored.
func (s *Server) watch(c *client) {
	io.Copy(io.Discard, c.conn)
	s.drop(c)
}

// drop forgets a client that hung up.
func (s *Server) drop(c *client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.clients[c] {
		return
	}
	delete(s.clients, c)
	close(c.gone)
	c.conn.Close()
	s.cfg.Log("%s disconnected", c.conn.RemoteAddr())
}

// closeClients lets every client have what is on its way, then hangs up.
func (s *Server) closeClients() {
	s.mu.Lock()
	var open []*client
	for c := range s.clients {
		open = append(open, c)
		delete(s.clients, c)
		close(c.gone)
	}
	s.mu.Unlock()
	for _, c := range open {
		c.conn.SetWriteDeadline(time.Now().Add(time.Second))
		c.done.Wait()
	}
}

// connected returns the clients, waiting for the first if there is none; nil when the
// context ends.
func (s *Server) connected(ctx context.Context) []*client {
	for {
		s.mu.Lock()
		arrival := s.arrival
		clients := make([]*client, 0, len(s.clients))
		for c := range s.clients {
			clients = append(clients, c)
		}
		s.mu.Unlock()
		if len(clients) > 0 && ctx.Err() == nil {
			return clients
		}
		select {
		case <-arrival:
		case <-ctx.Done():
			return nil
		}
	}
}

// send gives a block to every client. It waits for the slowest.
func (s *Server) send(ctx context.Context, block []byte) {
	for _, c := range s.connected(ctx) {
		select {
		case c.out <- block:
		case <-c.gone:
		case <-ctx.Done():
			return
		}
	}
}

// sendLines sends Lines, from the start again for whoever comes after the end.
func (s *Server) sendLines(ctx context.Context) error {
	for {
		n, err := s.sendAll(ctx)
		if err != nil || ctx.Err() != nil {
			return err
		}
		if s.cfg.Once {
			return nil
		}
		s.cfg.Log("sent all %d lines", n)
		again, ok := s.cfg.Lines.(Restarter)
		if !ok || !s.nextClient(ctx) {
			return nil
		}
		if err := again.Restart(); err != nil {
			return err
		}
	}
}

// nextClient waits until everybody has left and somebody new has come.
func (s *Server) nextClient(ctx context.Context) bool {
	for {
		s.mu.Lock()
		arrival, n := s.arrival, len(s.clients)
		s.mu.Unlock()
		select {
		case <-ctx.Done():
			return false
		case <-arrival:
			if n == 0 {
				return true
			}
			s.mu.Lock()
			alone := len(s.clients) == 1
			s.mu.Unlock()
			if alone {
				return true
			}
		}
	}
}

// sendAll sends the lines of one pass and returns their number.
func (s *Server) sendAll(ctx context.Context) (n int, err error) {
	for s.connected(ctx) != nil {
		block, lines, err := s.nextBlock()
		if len(block) > 0 {
			s.send(ctx, block)
			n += lines
		}
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, fmt.Errorf("cannot read what to send: %w", err)
		}
		if s.cfg.Interval > 0 {
			select {
			case <-s.cfg.After(s.cfg.Interval):
			case <-ctx.Done():
			}
		}
	}
	return n, nil
}

// nextBlock returns one line, or without an interval as many as are there, up to a block.
func (s *Server) nextBlock() (block []byte, lines int, err error) {
	for {
		line, err := s.cfg.Lines.Next()
		if err != nil {
			return block, lines, err
		}
		block = append(append(block, line...), '\n')
		lines++
		if s.cfg.Interval > 0 || len(block) >= blockSize || !s.cfg.Lines.Ready() {
			return block, lines, nil
		}
	}
}

// sendTyped sends what a user types, until that ends in whatever way. The first line ends
// the others.
func (s *Server) sendTyped(ctx context.Context, endLines func()) {
	for first := true; ; first = false {
		line, err := s.cfg.Typed.Next()
		if err != nil {
			return
		}
		if first {
			s.cfg.Log("from here on, only what you type is sent")
			endLines()
		}
		s.send(ctx, append([]byte(line), '\n'))
	}
}
