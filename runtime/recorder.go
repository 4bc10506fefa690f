package ds

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// recorder writes what the sources of a job give to the files of a folder, which appear when the job ends.
type recorder struct {
	dir    string
	start  time.Time
	mu     sync.Mutex // a signal may end the job at any time
	tapes  []*tape
	failed bool // nothing is written any more
}

// tape is the recording of a source.
type tape struct {
	r     *recorder
	name  string         // of the source
	path  string         // of the file until it is complete
	file  io.WriteCloser // not an *os.File: programs compile what that consists of
	batch []byte         // the lines of the batch that runs
	parts int            // its partitions so far
	begun bool           // the file has its head
}

// partEnding is the end of the names of files that are being written.
const partEnding = ".part"

// newRecorder prepares a folder.
func newRecorder(dir string, start time.Time) (*recorder, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("cannot record: %w", err)
	}
	old, err := recordingFiles(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot record: %w", err)
	}
	if len(old) > 0 {
		return nil, fmt.Errorf("%s holds a recording, which would be mixed with the new one: choose another folder, or delete that", dir)
	}
	return &recorder{dir: dir, start: start}, nil
}

// tape makes the recording of a source; nil if the job is not recorded.
func (ssc *StreamingContext) tape(name string) *tape {
	r := ssc.job.recorder
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	path := filepath.Join(r.dir, fileName(name)+".txt")
	for n := 2; r.has(path); n++ {
		path = filepath.Join(r.dir, fmt.Sprintf("%s-%d.txt", fileName(name), n))
	}
	file, err := os.Create(path + partEnding)
	if err != nil {
		panic(jobError{fmt.Errorf("cannot record: %w", err)})
	}
	t := &tape{r: r, name: name, path: file.Name(), file: file}
	r.tapes = append(r.tapes, t)
	ssc.tapes = append(ssc.tapes, t)
	return t
}

func (r *recorder) has(path string) bool {
	for _, t := range r.tapes {
		if t.path == path+partEnding {
			return true
		}
	}
	return false
}

// fileName makes a name that every file system takes.
func fileName(source string) string {
	safe := func(c rune) rune {
		if c < 0x80 && (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-') {
			return c
		}
		return '_'
	}
	return "source_" + strings.Trim(strings.Map(safe, source), "_.")
}

// part adds a partition to the batch that runs.
func (t *tape) part(lines iter.Seq[string]) {
	before := len(t.batch)
	for line := range lines {
		t.batch = append(append(t.batch, escapeRecord(line)...), '\n')
	}
	if t.parts++; t.parts > 1 || len(t.batch) == before {
		t.batch = slices.Insert(t.batch, before, []byte(mark+" part\n")...)
	}
}

// end ends the batch of time at.
func (t *tape) end(at int64) error {
	if !t.begun {
		head := fmt.Sprintf(mark+" start %s\n"+mark+" first %s\n"+mark+" from %s\n", timeText(t.r.start), timeText(atMillis(at)), t.name)
		t.batch = append([]byte(head), t.batch...)
		t.begun = true
	}
	_, err := t.file.Write(append(t.batch, mark+"\n"...))
	t.batch, t.parts = t.batch[:0], 0
	return err
}

// timeText is a time in the zone of the machine, whose clock the script shows.
func timeText(at time.Time) string { return at.Local().Format(time.RFC3339Nano) }

// endBatch writes the batch of time at of a context's sources. If that fails there is no recording, and the program goes on.
func (ssc *StreamingContext) endBatch(at int64) {
	r := ssc.job.recorder
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, t := range ssc.tapes {
		if r.failed {
			return
		}
		if err := t.end(at); err != nil {
			r.failed = true
			ssc.job.log.error("Recorder", "The recording ends here: "+err.Error(), "")
		}
	}
}

// endRecording gives the files of a recording their names. That of a job which a signal stopped says so.
func (j *job) endRecording() error {
	r, drained := j.recorder, j.drain.Load()
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs []error
	for _, t := range r.tapes {
		if drained && t.begun {
			_, err := io.WriteString(t.file, mark+" stop\n")
			errs = append(errs, err)
		}
		errs = append(errs, t.file.Close())
		if !r.failed {
			errs = append(errs, os.Rename(t.path, strings.TrimSuffix(t.path, partEnding)))
		}
	}
	r.tapes = nil
	return errors.Join(errs...)
}

// recordLines makes the tape of a stream of lines, whose records are read for it when the stream is computed.
func recordLines(d *DStream[string], t *tape) {
	record(d, t, slices.Values[[]string])
}

// recordBinary does so for binary records.
func recordBinary(d *DStream[py.Bytes], t *tape) {
	record(d, t, func(records []py.Bytes) iter.Seq[string] {
		return func(yield func(string) bool) {
			for _, r := range records {
				if !yield(hex.EncodeToString([]byte(r))) {
					return
				}
			}
		}
	})
}

func record[T any](d *DStream[T], t *tape, lines func([]T) iter.Seq[string]) {
	if t == nil {
		return
	}
	compute := d.compute
	d.compute = func(at int64) *core.RDD[T] {
		r := compute(at)
		for _, part := range core.CollectPartitions(r) {
			t.part(lines(part))
		}
		return r
	}
}
