package ds

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Recording is what the text sources of a script gave, batch by batch. As a file it is text, one line for each record,
// in which lines that begin with three hyphens and a blank, or are nothing else, say how the records belong together:
//
//	to be or not to be
//	---
//	---
//	that is the question
//
// is three batches, of which the second is empty. All there is:
//
//	---             ends a batch; the last batch needs none
//	--- from NAME   what follows is from that source: HOST:PORT of a socketTextStream, the folder of a textFileStream or
//	                binaryRecordsStream; HOST:PORT#2 is the second one with the same name. With one source it can be left out.
//	--- part        what follows is another partition of the batch
//	--- start TIME  the time at which the program starts, before all records
//	--- first TIME  the time of the first batch, before all records; without it, the first multiple of the interval
//	--- stop        ends the last batch, and then the program is stopped as SIGTERM does
//
// A record that would read as one of these has a backslash in front of it, which is taken away, as is one of several. Records of
// binaryRecordsStream are written in hexadecimal. A time is 2026-01-02T15:04:05Z, with fractions and another zone if wanted; a
// time without zone is in UTC, and one without clock time at midnight.
//
// A folder of such files is one recording, in which batches run side by side.
type Recording struct {
	Name   string    // of the file or folder, for messages
	Start  time.Time // zero: VirtualStart
	Stop   bool      // the program is to be stopped after the last batch, as by SIGTERM
	Inputs []Input
}

// VirtualStart is when virtual time starts, if nothing else is said.
var VirtualStart = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

// mark is what lines of a recording begin with that are not records.
const mark = "---"

// ReadRecording reads a recording: a file, or all files of a folder whose names end in .txt.
func ReadRecording(path string) (*Recording, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the recording: %w", err)
	}
	if !info.IsDir() {
		return readRecordingFile(path)
	}
	files, err := recordingFiles(path)
	if err == nil && len(files) == 0 {
		err = errors.New("no file in it ends in .txt")
	}
	if err != nil {
		return nil, fmt.Errorf("%s holds no recording: %w", path, err)
	}
	all := &Recording{Name: path}
	for _, file := range files {
		r, err := readRecordingFile(file)
		if err != nil {
			return nil, err
		}
		if err := all.add(r); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func readRecordingFile(path string) (*Recording, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the recording: %w", err)
	}
	return ParseRecording(path, string(text))
}

// add joins the recording of another file.
func (r *Recording) add(o *Recording) error {
	if !r.Start.IsZero() && !o.Start.IsZero() && !r.Start.Equal(o.Start) {
		return fmt.Errorf("%s starts at another time than the other files of %s", o.Name, r.Name)
	}
	if r.Start.IsZero() {
		r.Start = o.Start
	}
	r.Stop = r.Stop || o.Stop
	for _, in := range o.Inputs {
		same := func(have Input) bool { return have.Source == in.Source }
		switch i := slices.IndexFunc(r.Inputs, same); {
		case i >= 0:
			return fmt.Errorf("%s: %s is recorded in %s, too", in.origin, sourceText(in.Source), r.Inputs[i].origin)
		case in.Source == "" && len(r.Inputs) > 0 || len(r.Inputs) == 1 && r.Inputs[0].Source == "":
			return errors.New(in.origin + ": in a folder with several recordings, each must name its source: --- from NAME")
		}
		r.Inputs = append(r.Inputs, in)
	}
	return nil
}

func sourceText(name string) string {
	if name == "" {
		return "the source without a name"
	}
	return name
}

// ParseRecording reads the text of a recording. The error names the line, as in "name:7: …".
func ParseRecording(name, text string) (*Recording, error) {
	p := &recordingParser{rec: &Recording{Name: name}, inputs: map[string]*Input{}}
	text = strings.TrimPrefix(text, "\ufeff")
	for line := range strings.Lines(text) {
		p.line++
		if err := p.take(strings.TrimRight(line, "\r\n")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, p.line, err)
		}
	}
	if p.open {
		p.endBatch()
	}
	p.finish()
	return p.rec, nil
}

// recordingParser is where the reading of a recording is.
type recordingParser struct {
	rec    *Recording
	inputs map[string]*Input
	order  []*Input
	source string
	first  time.Time

	line    int
	batches int  // ended so far
	open    bool // something of the next batch has been read
	began   bool // a record, or the end of a batch, has been read
}

func (p *recordingParser) take(line string) error {
	word, rest, isMark := strings.Cut(line, " ")
	if p.rec.Stop {
		if line == "" {
			return nil
		}
		return errors.New("nothing can come after --- stop")
	}
	if word != mark {
		return p.record(unescapeRecord(line))
	}
	if !isMark {
		p.endBatch()
		return nil
	}
	verb, value, _ := strings.Cut(strings.TrimSpace(rest), " ")
	value = strings.TrimSpace(value)
	switch verb {
	case "from":
		return p.from(value)
	case "part":
		p.open = true
		in, err := p.input()
		if err == nil {
			in.part(p.batches)
		}
		return err
	case "start", "first":
		return p.time(verb, value)
	case "stop":
		if p.open {
			p.endBatch()
		}
		p.rec.Stop = true
		return nil
	}
	return fmt.Errorf("a line that begins with %q must be one of: %[1]s, %[1]s from NAME, %[1]s part, %[1]s start TIME, "+
		"%[1]s first TIME, %[1]s stop; a record that begins so needs a backslash: \\%s", mark, line)
}

func (p *recordingParser) record(line string) error {
	in, err := p.input()
	if err != nil {
		return err
	}
	p.open, p.began = true, true
	in.pad(p.batches + 1)
	in.Batches[p.batches] = append(in.Batches[p.batches], line)
	return nil
}

func (p *recordingParser) from(name string) error {
	if name == "" {
		return errors.New("--- from needs the name of a source")
	}
	p.source = name
	_, err := p.input()
	return err
}

func (p *recordingParser) time(verb, value string) error {
	t, err := ParseTime(value)
	switch {
	case err != nil:
		return err
	case p.began:
		return fmt.Errorf("--- %s must stand before all records", verb)
	case verb == "start":
		p.rec.Start = t
	default:
		p.first = t
	}
	return nil
}

// input is that of the source whose records are being read.
func (p *recordingParser) input() (*Input, error) {
	in := p.inputs[p.source]
	if in == nil {
		if len(p.order) > 0 && p.order[0].Source == "" {
			return nil, fmt.Errorf("%s has records before this line that are from no source: with several sources, each record follows a line --- from NAME", p.rec.Name)
		}
		in = &Input{Source: p.source, origin: fmt.Sprintf("%s:%d", p.rec.Name, p.line)}
		p.inputs[p.source] = in
		p.order = append(p.order, in)
	}
	return in, nil
}

func (p *recordingParser) endBatch() {
	p.batches++
	p.open, p.began = false, true
}

// finish makes all inputs equally long.
func (p *recordingParser) finish() {
	if len(p.order) == 0 && p.batches > 0 {
		p.order = []*Input{{origin: p.rec.Name + ":1"}}
	}
	for _, in := range p.order {
		in.pad(p.batches)
		in.First = p.first
		p.rec.Inputs = append(p.rec.Inputs, *in)
	}
}

// pad gives the input at least n batches.
func (in *Input) pad(n int) {
	for len(in.Batches) < n {
		in.Batches = append(in.Batches, nil)
	}
}

// part begins a partition of a batch.
func (in *Input) part(batch int) {
	in.pad(batch + 1)
	if in.Cuts == nil {
		in.Cuts = map[int][]int{}
	}
	cuts, begun := in.Cuts[batch]
	if n := len(in.Batches[batch]); n > 0 || begun {
		cuts = append(cuts, n)
	}
	in.Cuts[batch] = cuts
}

// isMarkLine reports whether a line of a recording would not be a record.
func isMarkLine(line string) bool { return line == mark || strings.HasPrefix(line, mark+" ") }

// escapeRecord makes a line of a record.
func escapeRecord(record string) string {
	if isMarkLine(strings.TrimLeft(record, `\`)) {
		return `\` + record
	}
	return record
}

func unescapeRecord(line string) string {
	if strings.HasPrefix(line, `\`) && isMarkLine(strings.TrimLeft(line, `\`)) {
		return line[1:]
	}
	return line
}

// ParseTime reads a time as recordings have it: 2026-01-02T15:04:05Z; without a zone it is in UTC.
func ParseTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no time as in 2026-01-02T15:04:05Z", s)
}

// recordingFiles lists the recordings in a folder, which need not be there.
func recordingFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".txt") {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out, err
}
