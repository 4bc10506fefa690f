package py

import (
	"errors"
	"io/fs"
	"syscall"
)

// errnoNames gives the class and text of the errors that scripts meet; the texts are those of C's strerror, which Python shows.
var errnoClasses = map[syscall.Errno]*ExcClass{
	syscall.ENOENT: FileNotFoundError, syscall.EEXIST: FileExistsError, syscall.EISDIR: IsADirectoryError,
	syscall.ENOTDIR: NotADirectoryError, syscall.EACCES: PermissionError, syscall.EPERM: PermissionError,
	syscall.EPIPE: BrokenPipeError, syscall.ECONNREFUSED: ConnectionRefusedError,
	syscall.ECONNRESET: ConnectionResetError, syscall.ECONNABORTED: ConnectionAbortedError,
	syscall.ETIMEDOUT: TimeoutError, syscall.EINTR: InterruptedError, syscall.EAGAIN: BlockingIOError,
}

var errnoTexts = map[syscall.Errno]string{
	syscall.ENOENT: "No such file or directory", syscall.EEXIST: "File exists", syscall.EISDIR: "Is a directory",
	syscall.ENOTDIR: "Not a directory", syscall.EACCES: "Permission denied", syscall.EPERM: "Operation not permitted",
	syscall.EPIPE: "Broken pipe", syscall.ECONNREFUSED: "Connection refused", syscall.ENOTEMPTY: "Directory not empty",
	syscall.ECONNRESET: "Connection reset by peer", syscall.ETIMEDOUT: "Connection timed out",
	syscall.ENOSPC: "No space left on device", syscall.EINVAL: "Invalid argument", syscall.EBADF: "Bad file descriptor",
	syscall.ENOTCONN: "Transport endpoint is not connected", syscall.EADDRINUSE: "Address already in use",
	syscall.EHOSTUNREACH: "No route to host", syscall.ENETUNREACH: "Network is unreachable",
	syscall.EAGAIN: "Resource temporarily unavailable", syscall.EADDRNOTAVAIL: "Cannot assign requested address",
}

// NewOSError turns an error of Go's library into Python's OSError or the subclass for its errno.
func NewOSError(err error) *Exception {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		return NewException(OSError, err.Error())
	}
	class, ok := errnoClasses[errno]
	if !ok {
		class = OSError
	}
	text, ok := errnoTexts[errno]
	if !ok {
		text = errno.Error()
	}
	e := NewException(class, int64(errno), text)
	var path *fs.PathError
	if errors.As(err, &path) && path.Path != "" {
		e.attrs = map[string]any{"filename": path.Path}
		e.text = e.PyStr() + ": " + Repr(path.Path)
	}
	return e
}

func throwOS(err error) {
	e := NewOSError(err)
	e.capture(1)
	panic(e)
}
