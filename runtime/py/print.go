package py

import (
	"bufio"
	"io"
	"os"
	"sync"
)

// Stdout is where print and sys.stdout write. By default it is the process's standard output through a buffer, which Flush empties;
// on a terminal, each line goes out at once. Each call of Print is one Write.
var Stdout io.Writer = newStdout(os.Stdout)

// Stderr is where sys.stderr writes, unbuffered.
var Stderr io.Writer = os.Stderr

// bufferedOut is standard output. Output comes from the driver and from batches, hence the lock.
type bufferedOut struct {
	mu       sync.Mutex
	w        *bufio.Writer
	terminal bool
}

func newStdout(f *os.File) *bufferedOut {
	info, err := f.Stat()
	return &bufferedOut{
		w:        bufio.NewWriterSize(f, 64<<10),
		terminal: err == nil && info.Mode()&os.ModeCharDevice != 0,
	}
}

func (o *bufferedOut) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n, err := o.w.Write(p)
	if err == nil && o.terminal {
		err = o.w.Flush()
	}
	return n, err
}

func (o *bufferedOut) Flush() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.w.Flush()
}

// Flush empties the buffer of Stdout. The end of every batch and of the program must call it.
func Flush() error {
	if f, ok := Stdout.(interface{ Flush() error }); ok {
		return f.Flush()
	}
	return nil
}

// Print is print(args...).
func Print(args ...any) { printTo(Stdout, " ", "\n", args) }

// PrintWith is print(*args, sep=sep, end=end).
func PrintWith(sep, end string, args ...any) { printTo(Stdout, sep, end, args) }

// PrintTo is print(*args, file=file, sep=sep, end=end, flush=flush). File is a *File, another object with a method write, or None
// for standard output.
func PrintTo(file any, sep, end string, flush bool, args ...any) {
	f := SysStdout
	switch x := Box(file).(type) {
	case NoneType:
	case *File:
		f = x
	default:
		printToObject(textSink(x), sep, end, args)
		if flush {
			DynCallMethod(x, "flush")
		}
		return
	}
	printTo(fileWriter{f}, sep, end, args)
	if flush {
		f.Flush()
	}
}

// printToObject writes piece by piece, as CPython does.
func printToObject(write func(string) any, sep, end string, args []any) {
	for i, a := range args {
		if i > 0 {
			write(sep)
		}
		write(Str(a))
	}
	write(end)
}

// textSink is the method write of a file or of another object that has one.
func textSink(file any) func(string) any {
	switch f := file.(type) {
	case interface{ Write(string) int64 }:
		return func(s string) any { return f.Write(s) }
	case MethodCaller:
		return func(s string) any { return DynCallMethod(f, "write", s) }
	}
	throwf(AttributeError, "'%s' object has no attribute 'write'", fullTypeName(file))
	return nil
}

// objectWriter writes to an object of the script that has a method write.
type objectWriter struct {
	object any
	write  func(string) any
}

func (o objectWriter) Write(p []byte) (int, error) {
	o.write(string(p))
	return len(p), nil
}

func (o objectWriter) Flush() error {
	DynCallMethod(o.object, "flush")
	return nil
}

// ContextlibRedirect has Stdout or Stderr write to another file, by its method write, from now on, and gives what undoes that.
func ContextlibRedirect(stream string, file, write any) any {
	w := &Stdout
	if stream == "stderr" {
		w = &Stderr
	}
	old := *w
	switch x := Box(file).(type) {
	case NoneType:
		*w = io.Discard
	case *File:
		*w = fileWriter{x}
	default:
		*w = objectWriter{x, func(s string) any { return DynCall(write, s) }}
	}
	return NewBuiltin("restore", func([]any) any { *w = old; return None })
}

func printTo(w io.Writer, sep, end string, args []any) {
	if o, ok := w.(objectWriter); ok {
		printToObject(o.write, sep, end, args)
		return
	}
	buf := make([]byte, 0, 128)
	for i, a := range args {
		if i > 0 {
			buf = append(buf, sep...)
		}
		buf = AppendStr(buf, a)
	}
	buf = append(buf, end...)
	_, err := w.Write(buf)
	checkWrite(err)
}

func checkWrite(err error) {
	if err != nil {
		throwOS(err)
	}
}
