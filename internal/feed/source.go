package feed

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"strings"
)

// Source is a sequence of lines.
type Source interface {
	// Next returns a line without its line end, or io.EOF after the last.
	Next() (string, error)
	// Ready reports whether Next would return at once.
	Ready() bool
}

// Restarter is a Source that can be read again.
type Restarter interface{ Restart() error }

// reader is a Source over a stream that is read once. Lines may be of any length.
type reader struct{ in *bufio.Reader }

// NewReader returns the lines of a stream. A last line without a line end counts.
func NewReader(in io.Reader) Source { return &reader{bufio.NewReaderSize(in, blockSize)} }

func (r *reader) Next() (string, error) {
	line, err := r.in.ReadString('\n')
	if line == "" && err != nil {
		return "", err
	}
	return strings.TrimSuffix(line, "\n"), nil
}

func (r *reader) Ready() bool {
	buffered, _ := r.in.Peek(r.in.Buffered())
	return bytes.IndexByte(buffered, '\n') >= 0
}

// files is a Source over the lines of files, one after the other.
type files struct {
	names []string
	loop  bool
	next  int // index of the file to open
	open  *os.File
	lines Source
	some  bool // a line was read in this pass
}

// NewFiles returns the lines of files in turn; with loop, without end. The files are opened
// when they are needed, so that looping shows what they hold by then.
func NewFiles(names []string, loop bool) Source { return &files{names: names, loop: loop} }

func (f *files) Next() (string, error) {
	for {
		if f.open == nil {
			if f.next == len(f.names) {
				if !f.loop || !f.some {
					return "", io.EOF
				}
				f.next, f.some = 0, false
			}
			file, err := os.Open(f.names[f.next])
			if err != nil {
				return "", err
			}
			f.open, f.lines = file, NewReader(file)
			f.next++
		}
		line, err := f.lines.Next()
		if err == nil {
			f.some = true
			return line, nil
		}
		f.open.Close()
		f.open = nil
		if err != io.EOF {
			return "", err
		}
	}
}

func (f *files) Ready() bool { return f.open != nil && f.lines.Ready() }

func (f *files) Restart() error {
	if f.open != nil {
		f.open.Close()
	}
	f.open, f.next, f.some = nil, 0, false
	return nil
}

// text is a Source over lines in memory, without end.
type text struct {
	lines []string
	next  int
}

// NewSample returns the built-in text, over and over.
func NewSample() Source { return &text{lines: strings.Split(strings.TrimSpace(sample), "\n")} }

func (t *text) Next() (string, error) {
	line := t.lines[t.next]
	t.next = (t.next + 1) % len(t.lines)
	return line, nil
}

func (t *text) Ready() bool { return true }
