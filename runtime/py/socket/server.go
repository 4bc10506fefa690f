package pysocket

import (
	"errors"
	"io"
	"net"
	"strconv"
	"syscall"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// errEnd is the end of what the peer sends.
var errEnd = io.EOF

func (s *Socket) read(conn net.Conn, buf []byte) (n int, err error) {
	conn.SetReadDeadline(s.deadline())
	py.Away(func() { n, err = conn.Read(buf) })
	return n, err
}

// Bind is s.bind(address).
func (s *Socket) Bind(address Address) {
	s.checkOpen()
	s.bound = py.Some(address)
	if s.kind == SockDgram {
		s.listenPackets()
		return
	}
	s.startListening() // a taken address is refused here, as in Python
}

func (s *Socket) startListening() {
	if s.listener == nil {
		var err error
		s.listener, err = net.Listen(s.network(), hostPort(s.bound.V))
		s.raise(err)
	}
}

// Listen is s.listen(backlog).
func (s *Socket) Listen(int64) {
	s.checkOpen()
	if !s.bound.Ok {
		s.bound = py.Some(py.T2("", int64(0)))
	}
	s.startListening()
}

// Accept is s.accept(): the connection and its peer's address.
func (s *Socket) Accept() py.Tuple2[*Socket, Address] {
	s.checkOpen()
	if s.listener == nil {
		py.Raise(py.NewOSError(syscall.EINVAL))
	}
	if l, ok := s.listener.(*net.TCPListener); ok {
		l.SetDeadline(s.deadline())
	}
	var conn net.Conn
	var err error
	py.Away(func() { conn, err = s.listener.Accept() })
	s.raise(err)
	return py.T2(&Socket{family: s.family, kind: s.kind, conn: conn}, addressOf(conn.RemoteAddr()))
}

func addressOf(a net.Addr) Address {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return py.T2(a.String(), int64(0))
	}
	n, _ := strconv.ParseInt(port, 10, 64)
	return py.T2(host, n)
}

// Getsockname is s.getsockname().
func (s *Socket) Getsockname() Address {
	s.checkOpen()
	switch {
	case s.conn != nil:
		return addressOf(s.conn.LocalAddr())
	case s.listener != nil:
		return addressOf(s.listener.Addr())
	case s.packets != nil:
		return addressOf(s.packets.LocalAddr())
	}
	return py.T2("0.0.0.0", int64(0))
}

// Getpeername is s.getpeername(); it raises OSError.
func (s *Socket) Getpeername() Address {
	return addressOf(s.connected(syscall.ENOTCONN).RemoteAddr())
}

func (s *Socket) listenPackets() net.PacketConn {
	s.checkOpen()
	if s.packets == nil {
		var err error
		s.packets, err = net.ListenPacket(s.network(), hostPort(s.bound.Or(py.T2("", int64(0)))))
		s.raise(err)
	}
	return s.packets
}

// Sendto is s.sendto(data, address): how many bytes were sent.
func (s *Socket) Sendto(data py.Bytes, address Address) int64 {
	conn := s.listenPackets()
	conn.SetWriteDeadline(s.deadline())
	var n int
	var err error
	to := s.resolve(address)
	py.Away(func() { n, err = conn.WriteTo([]byte(data), to) })
	s.raise(err)
	return int64(n)
}

// Recvfrom is s.recvfrom(bufsize): a datagram and where it came from.
func (s *Socket) Recvfrom(size int64) py.Tuple2[py.Bytes, Address] {
	conn := s.listenPackets()
	conn.SetReadDeadline(s.deadline())
	buf := make([]byte, size)
	var n int
	var from net.Addr
	var err error
	py.Away(func() { n, from, err = conn.ReadFrom(buf) })
	s.raise(err)
	return py.T2(py.Bytes(buf[:n]), addressOf(from))
}

// stream reads and writes a socket for a file made of it.
type stream struct{ s *Socket }

func (f stream) Read(buf []byte) (int, error) {
	n, err := f.s.read(f.s.connected(syscall.ENOTCONN), buf)
	if err != nil && !errors.Is(err, io.EOF) {
		f.s.raise(err)
	}
	return n, err
}

func (f stream) Write(data []byte) (int, error) {
	f.s.Sendall(py.Bytes(data))
	return len(data), nil
}

// Close leaves the socket open, as in Python.
func (stream) Close() error { return nil }

// Makefile is s.makefile(mode, encoding=encoding).
func (s *Socket) Makefile(mode string, encoding py.Opt[string]) *py.File {
	return py.FileOver(stream{s}, mode, encoding)
}
