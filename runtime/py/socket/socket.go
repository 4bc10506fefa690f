package pysocket

import (
	"errors"
	"net"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// The constants of the module, with Linux's values.
const (
	AfInet      int64 = 2
	AfInet6     int64 = 10
	SockStream  int64 = 1
	SockDgram   int64 = 2
	SolSocket   int64 = 1
	SoReuseaddr int64 = 2
	SoKeepalive int64 = 9
	SoBroadcast int64 = 6
	IpprotoTcp  int64 = 6
	TcpNodelay  int64 = 1
	ShutRd      int64 = 0
	ShutWr      int64 = 1
	ShutRdwr    int64 = 2
)

// Address is a host and a port.
type Address = py.Tuple2[string, int64]

// Socket is socket.socket.
type Socket struct {
	family, kind int64
	timeout      py.Opt[float64]
	bound        py.Opt[Address]
	conn         net.Conn       // once connected
	listener     net.Listener   // once listening
	packets      net.PacketConn // of a datagram socket without a peer
	closed       bool
}

// NewSocket is socket.socket(family, type, proto).
func NewSocket(family, kind, _ int64) *Socket { return &Socket{family: family, kind: kind} }

// CreateConnection is socket.create_connection(address, timeout).
func CreateConnection(address Address, timeout py.Opt[float64]) *Socket {
	s := NewSocket(AfInet, SockStream, 0)
	s.timeout = timeout
	s.Connect(address)
	return s
}

func (s *Socket) network() string {
	name := "tcp"
	if s.kind == SockDgram {
		name = "udp"
	}
	if s.family == AfInet {
		return name + "4"
	}
	return name + "6"
}

func hostPort(a Address) string { return net.JoinHostPort(a.V0, strconv.FormatInt(a.V1, 10)) }

// deadline is when an operation that begins now must be done.
func (s *Socket) deadline() time.Time {
	if !s.timeout.Ok {
		return time.Time{}
	}
	return time.Now().Add(time.Duration(s.timeout.V * float64(time.Second)))
}

// raise turns an error of package net into Python's.
func (s *Socket) raise(err error) {
	var dns *net.DNSError
	switch {
	case err == nil:
	case errors.As(err, &dns) && !dns.IsTimeout:
		py.Raise(py.NewException(py.SocketGaierror, int64(-2), "Name or service not known"))
	case errors.Is(err, os.ErrDeadlineExceeded) || errors.As(err, &dns) || isTimeout(err):
		if s.timeout.Ok && s.timeout.V == 0 {
			py.Raise(py.NewOSError(syscall.EAGAIN))
		}
		py.Throw(py.TimeoutError, "timed out")
	case errors.Is(err, net.ErrClosed):
		py.Raise(py.NewOSError(syscall.EBADF))
	default:
		py.Raise(py.NewOSError(err))
	}
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout() && !errors.Is(err, syscall.ETIMEDOUT)
}

func (s *Socket) checkOpen() {
	if s.closed {
		py.Raise(py.NewOSError(syscall.EBADF))
	}
}

// connected is the connection; it raises OSError if there is none.
func (s *Socket) connected(otherwise syscall.Errno) net.Conn {
	s.checkOpen()
	if s.conn == nil {
		py.Raise(py.NewOSError(otherwise))
	}
	return s.conn
}

// Connect is s.connect(address).
func (s *Socket) Connect(address Address) {
	s.checkOpen()
	d := net.Dialer{Deadline: s.deadline()}
	if s.bound.Ok {
		d.LocalAddr = s.resolve(s.bound.V)
	}
	var err error
	py.Away(func() { s.conn, err = d.Dial(s.network(), hostPort(address)) })
	s.raise(err)
}

func (s *Socket) resolve(a Address) net.Addr {
	if s.kind == SockDgram {
		addr, err := net.ResolveUDPAddr(s.network(), hostPort(a))
		s.raise(err)
		return addr
	}
	addr, err := net.ResolveTCPAddr(s.network(), hostPort(a))
	s.raise(err)
	return addr
}

// ConnectEx is s.connect_ex(address): the number of the error, or 0.
func (s *Socket) ConnectEx(address Address) int64 {
	raised := py.Try(func() { s.Connect(address) })
	switch {
	case raised == nil:
		return 0
	case raised.IsA(py.SocketGaierror) || !raised.IsA(py.OSError) || len(raised.Args) < 2:
		panic(raised)
	}
	return py.AsInt(raised.Args[0])
}

// Sendall is s.sendall(data).
func (s *Socket) Sendall(data py.Bytes) {
	conn := s.connected(syscall.EPIPE)
	conn.SetWriteDeadline(s.deadline())
	var err error
	py.Away(func() { _, err = conn.Write([]byte(data)) })
	s.raise(err)
}

// Send is s.send(data): how many bytes were sent, which are all.
func (s *Socket) Send(data py.Bytes) int64 {
	s.Sendall(data)
	return int64(len(data))
}

// Recv is s.recv(bufsize): what has come, b"" at the end.
func (s *Socket) Recv(size int64) py.Bytes {
	conn := s.connected(syscall.ENOTCONN)
	if size < 0 {
		py.Throw(py.ValueError, "negative buffersize in recv")
	}
	buf := make([]byte, size)
	n, err := s.read(conn, buf)
	if n == 0 && !errors.Is(err, errEnd) {
		s.raise(err)
	}
	return py.Bytes(buf[:n])
}

// Close is s.close(), and the end of a with block.
func (s *Socket) Close() {
	s.closed = true
	if s.conn != nil {
		s.conn.Close()
	}
	if s.listener != nil {
		s.listener.Close()
	}
	if s.packets != nil {
		s.packets.Close()
	}
}

// Shutdown is s.shutdown(how).
func (s *Socket) Shutdown(how int64) {
	conn, ok := s.connected(syscall.ENOTCONN).(*net.TCPConn)
	if !ok {
		return
	}
	if how != ShutWr {
		s.raise(conn.CloseRead())
	}
	if how != ShutRd {
		s.raise(conn.CloseWrite())
	}
}

// Settimeout is s.settimeout(seconds), with None for no limit.
func (s *Socket) Settimeout(seconds py.Opt[float64]) {
	if seconds.Ok && seconds.V < 0 {
		py.Throw(py.ValueError, "Timeout value out of range")
	}
	s.timeout = seconds
}

// Gettimeout is s.gettimeout().
func (s *Socket) Gettimeout() py.Opt[float64] { return s.timeout }

// Setblocking is s.setblocking(flag).
func (s *Socket) Setblocking(flag bool) { s.timeout = py.Opt[float64]{Ok: !flag} }

// Setsockopt is s.setsockopt(level, name, value). Of the options only TCP_NODELAY has an effect: Go reuses addresses and keeps
// connections alive anyway.
func (s *Socket) Setsockopt(level, name, value int64) {
	s.checkOpen()
	if conn, ok := s.conn.(*net.TCPConn); ok && level == IpprotoTcp && name == TcpNodelay {
		s.raise(conn.SetNoDelay(value != 0))
	}
}

// Family is s.family.
func (s *Socket) Family() int64 { return s.family }

// Type is s.type.
func (s *Socket) Type() int64 { return s.kind }

// PyTypeName is "socket".
func (s *Socket) PyTypeName() string { return "socket" }

// PyEqual is identity.
func (s *Socket) PyEqual(other any) bool { return any(s) == other }

// Gethostname is socket.gethostname().
func Gethostname() string {
	name, err := os.Hostname()
	if err != nil {
		py.Raise(py.NewOSError(err))
	}
	return name
}

// Gethostbyname is socket.gethostbyname(hostname): an IPv4 address; it raises gaierror.
func Gethostbyname(name string) string {
	var addr *net.IPAddr
	var err error
	py.Away(func() { addr, err = net.ResolveIPAddr("ip4", name) })
	if err != nil {
		py.Raise(py.NewException(py.SocketGaierror, int64(-2), "Name or service not known"))
	}
	return addr.String()
}
