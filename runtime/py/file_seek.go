package py

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// onDisk is a file with a position: what was read ahead and what is not written yet stand between that and the disk's.
type onDisk struct {
	f *os.File
	r *bufio.Reader // nil if the file is not read
	w *bufio.Writer // nil if it is not written
}

// seek moves the position, as f.seek does, and gives it.
func (d onDisk) seek(pos, whence int64) int64 {
	if whence < io.SeekStart || whence > io.SeekEnd {
		throwf(ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if whence == io.SeekCurrent {
		pos, whence = d.tell()+pos, io.SeekStart
	}
	if d.w != nil {
		checkWrite(d.w.Flush())
	}
	at, err := d.f.Seek(pos, int(whence))
	if err != nil {
		throwOS(err)
	}
	if d.r != nil {
		d.r.Reset(d.f)
	}
	return at
}

// tell is the position.
func (d onDisk) tell() int64 {
	at, err := d.f.Seek(0, io.SeekCurrent)
	if err != nil {
		throwOS(err)
	}
	if d.r != nil {
		at -= int64(d.r.Buffered())
	}
	if d.w != nil {
		at += int64(d.w.Buffered())
	}
	return at
}

// truncate cuts the file, at the position if no size is given, and gives its size. The position stays.
func (d onDisk) truncate(size Opt[int64]) int64 {
	n := size.V
	if !size.Ok {
		n = d.tell()
	}
	if d.w == nil {
		throwUnsupported("truncate")
	}
	checkWrite(d.w.Flush())
	checkWrite(d.f.Truncate(n))
	return n
}

// turn makes a file that is read and written ready for the other of the two.
func (d onDisk) turn(write bool) {
	if d.r == nil || d.w == nil {
		return
	}
	if write && d.r.Buffered() > 0 || !write && d.w.Buffered() > 0 {
		d.seek(0, io.SeekCurrent)
	}
}

// startAt moves a file that is appended to to its end, where CPython begins.
func startAt(f *os.File, mode string) error {
	if !strings.Contains(mode, "a") {
		return nil
	}
	_, err := f.Seek(0, io.SeekEnd)
	return err
}

// disk is the file as one with a position; ok is false for a standard stream or a socket.
func (f *File) disk() (d onDisk, ok bool) {
	file, ok := f.f.(*os.File)
	return onDisk{file, f.r, f.buf}, ok
}

func (f *File) seekable() onDisk {
	f.checkOpen()
	d, ok := f.disk()
	if !ok {
		throwUnsupported("underlying stream is not seekable")
	}
	return d
}

// SeekTo is f.seek(pos, whence): positions of a text file are counted in bytes, and only its own ones make sense.
func (f *File) SeekTo(pos, whence int64) int64 {
	d := f.seekable()
	switch {
	case whence == io.SeekCurrent && pos != 0:
		throwUnsupported("can't do nonzero cur-relative seeks")
	case whence == io.SeekEnd && pos != 0:
		throwUnsupported("can't do nonzero end-relative seeks")
	case pos < 0:
		throwf(ValueError, "negative seek position %d", pos)
	}
	return d.seek(pos, whence)
}

// Tell is f.tell().
func (f *File) Tell() int64 { return f.seekable().tell() }

// Truncate is f.truncate(size).
func (f *File) Truncate(size Opt[int64]) int64 { return f.seekable().truncate(size) }

// Readable, Writable and Seekable are the methods of these names.
func (f *File) Readable() bool {
	f.checkOpen()
	return f.r != nil
}

// Writable is f.writable().
func (f *File) Writable() bool {
	f.checkOpen()
	return f.w != nil
}

// Seekable is f.seekable().
func (f *File) Seekable() bool {
	f.checkOpen()
	_, ok := f.disk()
	return ok
}

// Mode is f.mode.
func (f *File) Mode() string { return f.mode }

func (f *BinaryFile) disk() onDisk {
	if f.closed {
		throw(ValueError, "I/O operation on closed file.")
	}
	return onDisk{f.f, f.r, f.w}
}

// SeekTo is f.seek(pos, whence).
func (f *BinaryFile) SeekTo(pos, whence int64) int64 { return f.disk().seek(pos, whence) }

// Tell is f.tell().
func (f *BinaryFile) Tell() int64 { return f.disk().tell() }

// Truncate is f.truncate(size).
func (f *BinaryFile) Truncate(size Opt[int64]) int64 { return f.disk().truncate(size) }

// Readable, Writable and Seekable are the methods of these names.
func (f *BinaryFile) Readable() bool { return f.disk().r != nil }

// Writable is f.writable().
func (f *BinaryFile) Writable() bool { return f.disk().w != nil }

// Seekable is f.seekable().
func (f *BinaryFile) Seekable() bool {
	f.disk()
	return true
}

// Mode is f.mode.
func (f *BinaryFile) Mode() string { return f.mode }
