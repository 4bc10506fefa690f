package py

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"syscall"
)

// BinaryFile is a file opened with a "b" in its mode.
type BinaryFile struct {
	name   string
	mode   string
	f      *os.File
	r      *bufio.Reader
	w      *bufio.Writer
	closed bool
}

// OpenBinary is open(path, mode) for a mode with a "b".
func OpenBinary(path, mode string) *BinaryFile {
	flags, reads := openFlags(mode)
	f, err := os.OpenFile(path, flags, 0o666)
	if err == nil {
		err = refuseDirectory(f, path)
	}
	if err == nil {
		err = startAt(f, mode)
	}
	if err != nil {
		throwOS(err)
	}
	b := &BinaryFile{name: path, mode: mode, f: f}
	both := strings.Contains(mode, "+")
	if !reads || both {
		b.w = bufio.NewWriter(f)
	}
	if reads || both {
		b.r = bufio.NewReader(f)
	}
	return b
}

// refuseDirectory closes the file and gives Python's error if it is a directory, which Go opens without complaint.
func refuseDirectory(f *os.File, path string) error {
	info, err := f.Stat()
	if err != nil || !info.IsDir() {
		return err
	}
	return errors.Join(&fs.PathError{Op: "open", Path: path, Err: syscall.EISDIR}, f.Close())
}

func (f *BinaryFile) reader() *bufio.Reader {
	if f.closed {
		throw(ValueError, "I/O operation on closed file.")
	}
	if f.r == nil {
		throwUnsupported("read")
	}
	f.disk().turn(false)
	return f.r
}

func (f *BinaryFile) readAll() Bytes {
	data, err := io.ReadAll(f.reader())
	checkWrite(err)
	return Bytes(data)
}

// Read is f.read(n), with -1 for f.read().
func (f *BinaryFile) Read(n int64) Bytes {
	if n < 0 {
		return f.readAll()
	}
	data, err := io.ReadAll(io.LimitReader(f.reader(), n))
	checkWrite(err)
	return Bytes(data)
}

// Readline is f.readline().
func (f *BinaryFile) Readline() Bytes {
	line, err := f.reader().ReadString('\n')
	if err != nil && err != io.EOF {
		throwOS(err)
	}
	return Bytes(line)
}

// All iterates over the lines with their ends.
func (f *BinaryFile) All() iter.Seq[Bytes] {
	return func(yield func(Bytes) bool) {
		for line := f.Readline(); line != "" && yield(line); line = f.Readline() {
		}
	}
}

// Write is f.write(b): the number of bytes.
func (f *BinaryFile) Write(b Bytes) int64 {
	if f.closed {
		throw(ValueError, "write to closed file")
	}
	if f.w == nil {
		throwUnsupported("write")
	}
	f.disk().turn(true)
	n, err := f.w.WriteString(string(b))
	checkWrite(err)
	return int64(n)
}

// Readlines is f.readlines().
func (f *BinaryFile) Readlines() *List[Bytes] { return ListOf(f.All()) }

// Writelines is f.writelines(seq).
func (f *BinaryFile) Writelines(seq iter.Seq[Bytes]) {
	for b := range seq {
		f.Write(b)
	}
}

// Name is f.name.
func (f *BinaryFile) Name() string { return f.name }

// Closed is f.closed.
func (f *BinaryFile) Closed() bool { return f.closed }

// PyEqual is identity.
func (f *BinaryFile) PyEqual(other any) bool { return any(f) == other }

// Flush is f.flush().
func (f *BinaryFile) Flush() {
	if f.w != nil {
		checkWrite(f.w.Flush())
	}
}

// Close is f.close(), and the end of a with block.
func (f *BinaryFile) Close() {
	if f.closed {
		return
	}
	f.Flush()
	f.closed = true
	checkWrite(f.f.Close())
}

// PyTypeName is "BufferedReader", "BufferedWriter" or "BufferedRandom".
func (f *BinaryFile) PyTypeName() string {
	switch {
	case f.w == nil:
		return "_io.BufferedReader"
	case f.r == nil:
		return "_io.BufferedWriter"
	}
	return "_io.BufferedRandom"
}

// PyIter iterates over the lines.
func (f *BinaryFile) PyIter() iter.Seq[any] { return boxAll(f.All()) }
