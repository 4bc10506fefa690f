package py

import (
	"iter"
	"strings"
)

// The values of whence.
const (
	IoSeekSet int64 = iota
	IoSeekCur
	IoSeekEnd
)

// memory is a file of characters or bytes with a place in it.
type memory[E rune | byte] struct {
	data   []E
	pos    int
	closed bool
	after  string // ends the message about a closed file
}

func (m *memory[E]) checkOpen() {
	if m.closed {
		throw(ValueError, "I/O operation on closed file"+m.after)
	}
}

// left is what follows the place.
func (m *memory[E]) left() []E {
	m.checkOpen()
	return m.data[min(m.pos, len(m.data)):]
}

// take moves on by at most size, or to the end for None and negative sizes.
func (m *memory[E]) take(size Opt[int64]) []E {
	rest := m.left()
	if size.Ok && size.V >= 0 && size.V < int64(len(rest)) {
		rest = rest[:size.V]
	}
	m.pos += len(rest)
	return rest
}

// line takes a line with its end.
func (m *memory[E]) line(size Opt[int64]) []E {
	for i, c := range m.left() {
		if c == '\n' {
			if !size.Ok || size.V < 0 || size.V > int64(i) {
				size = Some(int64(i + 1))
			}
			break
		}
	}
	return m.take(size)
}

// put writes at the place; what lies between the end and the place becomes zeros.
func (m *memory[E]) put(s []E) {
	m.checkOpen()
	if gap := m.pos - len(m.data); gap > 0 && len(s) > 0 {
		m.data = append(m.data, make([]E, gap)...)
	}
	n := 0
	if len(s) > 0 {
		n = copy(m.data[m.pos:], s)
	}
	m.data = append(m.data, s[n:]...)
	m.pos += len(s)
}

// Tell is f.tell().
func (m *memory[E]) Tell() int64 {
	m.checkOpen()
	return int64(m.pos)
}

// Truncate is f.truncate(pos): the size; it raises ValueError.
func (m *memory[E]) Truncate(pos Opt[int64]) int64 {
	m.checkOpen()
	size := pos.Or(int64(m.pos))
	if size < 0 {
		throwf(ValueError, "Negative size value %d", size)
	}
	m.data = m.data[:min(int(size), len(m.data))]
	return size
}

// Readable is f.readable(); so are Writable and Seekable.
func (m *memory[E]) Readable() bool {
	m.checkOpen()
	return true
}

// Writable is f.writable().
func (m *memory[E]) Writable() bool { return m.Readable() }

// Seekable is f.seekable().
func (m *memory[E]) Seekable() bool { return m.Readable() }

// Flush is f.flush().
func (m *memory[E]) Flush() { m.checkOpen() }

// Close is f.close(), and the end of a with block.
func (m *memory[E]) Close() { m.closed, m.data = true, nil }

// Closed is f.closed.
func (m *memory[E]) Closed() bool { return m.closed }

// StringIO is io.StringIO.
type StringIO struct {
	memory[rune]
	newline Opt[string]
}

// NewStringIO is StringIO(initial_value, newline).
func NewStringIO(initial, newline Opt[string]) *StringIO {
	f := &StringIO{newline: newline}
	f.Write(initial.V)
	f.pos = 0
	return f
}

// Read is f.read(size).
func (f *StringIO) Read(size Opt[int64]) string { return string(f.take(size)) }

// Readline is f.readline(size).
func (f *StringIO) Readline(size Opt[int64]) string { return string(f.line(size)) }

// Readlines is f.readlines().
func (f *StringIO) Readlines() *List[string] { return ListOf(f.All()) }

// All iterates over the lines from the place on.
func (f *StringIO) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := f.Readline(Nothing[int64]()); line != "" && yield(line); line = f.Readline(Nothing[int64]()) {
		}
	}
}

// Write is f.write(s): the number of characters. Line ends are translated as newline says.
func (f *StringIO) Write(s string) int64 {
	n := StrLen(s)
	switch {
	case !f.newline.Ok:
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	case f.newline.V == "\r" || f.newline.V == "\r\n":
		s = strings.ReplaceAll(s, "\n", f.newline.V)
	}
	f.put([]rune(s))
	return n
}

// Writelines is f.writelines(lines).
func (f *StringIO) Writelines(lines iter.Seq[string]) {
	for s := range lines {
		f.Write(s)
	}
}

// Getvalue is f.getvalue().
func (f *StringIO) Getvalue() string {
	f.checkOpen()
	return string(f.data)
}

// SeekTo is f.seek(pos, whence): the new place; it raises ValueError and OSError.
func (f *StringIO) SeekTo(pos, whence int64) int64 {
	f.checkOpen()
	switch {
	case whence < 0 || whence > 2:
		throwf(ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
	case whence == 0 && pos < 0:
		throwf(ValueError, "Negative seek position %d", pos)
	case whence != 0 && pos != 0:
		throw(OSError, "Can't do nonzero cur-relative seeks")
	case whence == 0:
		f.pos = int(pos)
	case whence == 2:
		f.pos = len(f.data)
	}
	return int64(f.pos)
}

// PyTypeName is "_io.StringIO".
func (f *StringIO) PyTypeName() string { return "_io.StringIO" }

// PyEqual is identity.
func (f *StringIO) PyEqual(other any) bool { return any(f) == other }

// PyIter iterates over the lines.
func (f *StringIO) PyIter() iter.Seq[any] { return boxAll(f.All()) }

// PyCallMethod calls the methods by name that functions use of a file.
func (f *StringIO) PyCallMethod(name string, args []any) (any, bool) {
	switch {
	case name == "getvalue" && len(args) == 0:
		return f.Getvalue(), true
	case name == "write" && len(args) == 1:
		return f.Write(textArgument(args[0])), true
	case name == "read" && len(args) <= 1:
		return f.Read(sizeArgument(args)), true
	case name == "readline" && len(args) <= 1:
		return f.Readline(sizeArgument(args)), true
	case name == "close" && len(args) == 0:
		f.Close()
		return None, true
	}
	return nil, false
}

func textArgument(v any) string {
	s, ok := v.(string)
	if !ok {
		throwf(TypeError, "string argument expected, got '%s'", fullTypeName(v))
	}
	return s
}

func sizeArgument(args []any) Opt[int64] {
	if len(args) == 0 {
		return Nothing[int64]()
	}
	return argBound(args[0])
}

// BytesIO is io.BytesIO.
type BytesIO struct{ memory[byte] }

// NewBytesIO is BytesIO(initial_bytes).
func NewBytesIO(initial Opt[Bytes]) *BytesIO {
	return &BytesIO{memory[byte]{data: []byte(initial.V), after: "."}}
}

// Read is f.read(size).
func (f *BytesIO) Read(size Opt[int64]) Bytes { return Bytes(f.take(size)) }

// Readline is f.readline(size).
func (f *BytesIO) Readline(size Opt[int64]) Bytes { return Bytes(f.line(size)) }

// Readlines is f.readlines().
func (f *BytesIO) Readlines() *List[Bytes] { return ListOf(f.All()) }

// All iterates over the lines from the place on.
func (f *BytesIO) All() iter.Seq[Bytes] {
	return func(yield func(Bytes) bool) {
		for line := f.Readline(Nothing[int64]()); line != "" && yield(line); line = f.Readline(Nothing[int64]()) {
		}
	}
}

// Write is f.write(b): the number of bytes.
func (f *BytesIO) Write(b Bytes) int64 {
	f.put([]byte(b))
	return int64(len(b))
}

// Writelines is f.writelines(lines).
func (f *BytesIO) Writelines(lines iter.Seq[Bytes]) {
	for b := range lines {
		f.Write(b)
	}
}

// Getvalue is f.getvalue().
func (f *BytesIO) Getvalue() Bytes {
	f.checkOpen()
	return Bytes(f.data)
}

// SeekTo is f.seek(pos, whence): the new place; it raises ValueError.
func (f *BytesIO) SeekTo(pos, whence int64) int64 {
	f.checkOpen()
	if pos < 0 && whence == 0 {
		throwf(ValueError, "negative seek value %d", pos)
	}
	switch whence {
	case 0:
	case 1:
		pos += int64(f.pos)
	case 2:
		pos += int64(len(f.data))
	default:
		throwf(ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	f.pos = int(max(pos, 0))
	return int64(f.pos)
}

// PyTypeName is "BytesIO".
func (f *BytesIO) PyTypeName() string { return "_io.BytesIO" }

// PyEqual is identity.
func (f *BytesIO) PyEqual(other any) bool { return any(f) == other }

// PyIter iterates over the lines.
func (f *BytesIO) PyIter() iter.Seq[any] { return boxAll(f.All()) }

// PyCallMethod calls the methods by name that functions use of a file.
func (f *BytesIO) PyCallMethod(name string, args []any) (any, bool) {
	switch {
	case name == "getvalue" && len(args) == 0:
		return f.Getvalue(), true
	case name == "write" && len(args) == 1:
		b, ok := args[0].(Bytes)
		if !ok {
			throwf(TypeError, "a bytes-like object is required, not '%s'", fullTypeName(args[0]))
		}
		return f.Write(b), true
	case name == "read" && len(args) <= 1:
		return f.Read(sizeArgument(args)), true
	case name == "close" && len(args) == 0:
		f.Close()
		return None, true
	}
	return nil, false
}
