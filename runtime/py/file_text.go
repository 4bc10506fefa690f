package py

import (
	"bufio"
	"io"
	"iter"
	"os"
	"strings"
)

// File is a text file, as open() gives one: sys.stdin, sys.stdout and sys.stderr too.
type File struct {
	name string
	f    io.Closer // nil for the standard streams
	r    *bufio.Reader
	w    io.Writer
	buf  *bufio.Writer

	encoding, errors string
	universal        bool // \r\n and \r read as \n
	mode             string
	closed           bool
}

// Open is open(path, mode, encoding=encoding, errors=errors, newline=newline) of a text file. It raises
// OSError, and ValueError for an unknown mode; for a "b" in the mode there is OpenBinary.
func Open(path, mode string, encoding, errors, newline Opt[string]) *File {
	if strings.Contains(mode, "b") {
		throw(NotImplementedError, "a file of bytes needs open() with its mode as a constant")
	}
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
	file := &File{name: path, f: f, mode: mode, encoding: encoding.Or("utf-8"), errors: errors.Or("strict"), universal: !newline.Ok}
	codecName(file.encoding)
	if reads || strings.Contains(mode, "+") {
		file.r = bufio.NewReader(f)
	}
	if !reads || strings.Contains(mode, "+") {
		file.buf = bufio.NewWriter(f)
		file.w = file.buf
	}
	return file
}

// FileOver is a text file over something else that is read and written: a socket.
func FileOver(stream io.ReadWriteCloser, mode string, encoding Opt[string]) *File {
	file := &File{f: stream, mode: mode, encoding: encoding.Or("utf-8"), errors: "strict", universal: true}
	codecName(file.encoding)
	if strings.Contains(mode, "r") {
		file.r = bufio.NewReader(stream)
	}
	if strings.Contains(mode, "w") {
		file.buf = bufio.NewWriter(stream)
		file.w = file.buf
	}
	return file
}

// openFlags gives the flags of os.OpenFile and whether the mode reads.
func openFlags(mode string) (flags int, reads bool) {
	kinds := 0
	for _, c := range mode {
		switch c {
		case 'r', 'w', 'a', 'x':
			kinds++
		case '+', 'b', 't':
		default:
			throwf(ValueError, "invalid mode: '%s'", mode)
		}
	}
	if kinds != 1 {
		throw(ValueError, "must have exactly one of create/read/write/append mode")
	}
	access := os.O_WRONLY
	if strings.Contains(mode, "+") {
		access = os.O_RDWR
	}
	switch {
	case strings.Contains(mode, "w"):
		return access | os.O_CREATE | os.O_TRUNC, false
	case strings.Contains(mode, "a"):
		return access | os.O_CREATE | os.O_APPEND, false
	case strings.Contains(mode, "x"):
		return access | os.O_CREATE | os.O_EXCL, false
	case access == os.O_RDWR:
		return access, true
	}
	return os.O_RDONLY, true
}

func (f *File) reader() *bufio.Reader {
	f.checkOpen()
	if f.r == nil {
		throwUnsupported("not readable")
	}
	if d, ok := f.disk(); ok {
		d.turn(false)
	}
	return f.r
}

func (f *File) checkOpen() {
	if f.closed {
		throw(ValueError, "I/O operation on closed file.")
	}
}

// UnsupportedOperation is io.UnsupportedOperation.
var UnsupportedOperation = &ExcClass{Name: "UnsupportedOperation", Module: "io", Bases: []*ExcClass{OSError, ValueError}}

func throwUnsupported(message string) { throw(UnsupportedOperation, message) }

func (f *File) readAll() string {
	data, err := io.ReadAll(f.reader())
	checkWrite(err)
	return f.text(string(data))
}

// Read is f.read(n): at most n characters, with -1 for f.read(), all that is left.
func (f *File) Read(n int64) string {
	if n < 0 {
		return f.readAll()
	}
	var b strings.Builder
	for ; n > 0; n-- {
		r, size, err := f.reader().ReadRune()
		if err != nil {
			break
		}
		if f.universal && r == '\r' {
			if next, _ := f.r.Peek(1); len(next) == 1 && next[0] == '\n' {
				f.r.Discard(1)
			}
			r = '\n'
		}
		if r == 0xfffd && size == 1 {
			f.r.UnreadRune()
			c, _ := f.r.ReadByte()
			b.WriteString(BytesDecode(Bytes([]byte{c}), f.encoding, f.errors))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (f *File) text(s string) string {
	s = BytesDecode(Bytes(s), f.encoding, f.errors)
	if f.universal && strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

// Readline is f.readline(): a line with its end, "" at the end of the file.
func (f *File) Readline() string {
	r := f.reader()
	line, err := r.ReadString('\n')
	if err != nil && err != io.EOF {
		throwOS(err)
	}
	if f.universal {
		if i := strings.IndexByte(line, '\r'); i >= 0 && i < len(line)-1 && line[i+1] != '\n' {
			// A lone \r ends the line: what follows goes back.
			f.r = bufio.NewReader(io.MultiReader(strings.NewReader(line[i+1:]), r))
			line = line[:i+1]
		}
	}
	return f.text(line)
}

// All iterates over the lines with their ends, as a for loop over the file does.
func (f *File) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := f.Readline(); line != "" && yield(line); line = f.Readline() {
		}
	}
}

// Readlines is f.readlines().
func (f *File) Readlines() *List[string] { return ListOf(f.All()) }

// fileWriter makes a File an io.Writer.
type fileWriter struct{ f *File }

func (w fileWriter) Write(p []byte) (int, error) {
	w.f.checkOpen()
	if w.f.w == nil {
		throwUnsupported("not writable")
	}
	if d, ok := w.f.disk(); ok {
		d.turn(true)
	}
	return w.f.w.Write(p)
}

// Write is f.write(s): the number of characters.
func (f *File) Write(s string) int64 {
	_, err := io.WriteString(fileWriter{f}, string(StrEncode(s, f.encoding, f.errors)))
	checkWrite(err)
	return StrLen(s)
}

// Writelines is f.writelines(iterable).
func (f *File) Writelines(seq iter.Seq[string]) {
	for s := range seq {
		f.Write(s)
	}
}

func (f *File) flush() error {
	if f.buf != nil {
		return f.buf.Flush()
	}
	if w, ok := f.w.(interface{ Flush() error }); ok {
		return w.Flush()
	}
	return nil
}

// Flush is f.flush().
func (f *File) Flush() { checkWrite(f.flush()) }

// Close is f.close(), and the end of a with block.
func (f *File) Close() {
	if f.closed || f.f == nil {
		return
	}
	err := f.flush()
	f.closed = true
	if closeErr := f.f.Close(); err == nil {
		err = closeErr
	}
	checkWrite(err)
}

// Name is f.name.
func (f *File) Name() string { return f.name }

// Closed is f.closed.
func (f *File) Closed() bool { return f.closed }

// PyTypeName is "_io.TextIOWrapper".
func (f *File) PyTypeName() string { return "_io.TextIOWrapper" }

// PyEqual is identity.
func (f *File) PyEqual(other any) bool { return any(f) == other }

// PyIter iterates over the lines.
func (f *File) PyIter() iter.Seq[any] { return boxAll(f.All()) }

// PyRepr is CPython's.
func (f *File) PyRepr() string {
	return "<_io.TextIOWrapper name=" + Repr(f.name) + " mode=" + Repr(f.mode) + " encoding=" + Repr(f.encoding) + ">"
}

// PyCallMethod calls the methods of a file by name.
func (f *File) PyCallMethod(name string, args []any) (any, bool) {
	arg := func(i int) any {
		if i < len(args) {
			return args[i]
		}
		return nil
	}
	switch name {
	case "read":
		return f.Read(argInt(arg(0), -1)), true
	case "readline":
		return f.Readline(), true
	case "readlines":
		return f.Readlines(), true
	case "write":
		return f.Write(argOnly("write", arg(0))), true
	case "writelines":
		for s := range Elems(arg(0)) {
			f.Write(argOnly("write", s))
		}
		return None, true
	case "flush":
		f.Flush()
		return None, true
	case "close":
		f.Close()
		return None, true
	}
	return nil, false
}
