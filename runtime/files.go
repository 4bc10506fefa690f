package ds

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// TextFileStream is ssc.textFileStream(directory): the lines of the files that are moved into the directory while the program
// runs. A file belongs to the first batch that finds it, if its modification time lies after the making of the stream, within
// the last minute and not after the batch time; names that begin with "." or "_" do not count.
func (ssc *StreamingContext) TextFileStream(directory string) *DStream[string] {
	ssc.checkOpen(javaContext + ".textFileStream")
	name := ssc.job.sourceName(directory)
	if in := ssc.replaced(name, false); in != nil {
		return replayLines(ssc, in, "FileInputDStream")
	}
	out := fileStream(ssc, directory, func(path string) *core.RDD[string] { return core.TextFile(ssc.sc, path, 1) })
	out.pickled = core.PickledText
	recordLines(out, ssc.tape(name))
	return out
}

// BinaryRecordsStream is ssc.binaryRecordsStream(directory, recordLength): the same for files of records of one length.
func BinaryRecordsStream(ssc *StreamingContext, directory string, recordLength int64) *DStream[py.Bytes] {
	ssc.checkOpen(javaContext + ".binaryRecordsStream")
	name := ssc.job.sourceName(directory)
	if in := ssc.replaced(name, false); in != nil {
		return replayBinary(ssc, in)
	}
	out := fileStream(ssc, directory, func(path string) *core.RDD[py.Bytes] { return core.BinaryRecords(ssc.sc, path, recordLength) })
	out.pickled = core.PickledBytes
	recordBinary(out, ssc.tape(name))
	return out
}

func fileStream[T any](ssc *StreamingContext, directory string, read func(path string) *core.RDD[T]) *DStream[T] {
	// Spark looks back over as many batches as make up a minute.
	const setting = "spark.streaming.fileStream.minRememberDuration"
	lookBack := ssc.sc.GetConf().Duration(setting, time.Second, time.Minute).Milliseconds()
	remember := (lookBack + ssc.batch - 1) / ssc.batch * ssc.batch
	f := &directorySource{id: ssc.nextInput(), job: ssc.job, pattern: directory, since: ssc.job.driver.now().UnixMilli(), batch: ssc.batch, remember: remember,
		byTime: map[int64][]string{}, selected: map[string]bool{}, done: map[string]bool{}, noted: map[string]bool{}}
	ssc.inputs = append(ssc.inputs, f)
	out := newStream(ssc, "FileInputDStream", func(t int64) *core.RDD[T] {
		var rdds []*core.RDD[T]
		for _, path := range f.take(t) {
			rdds = append(rdds, read(path))
		}
		return core.UnionOf(ssc.sc, rdds)
	})
	out.rememberFor = remember
	out.gave = func() bool { return f.any }
	return out
}

// directorySource finds the new files of a directory, or of the directories that a pattern matches.
type directorySource struct {
	id       int64
	job      *job
	pattern  string
	since    int64 // when the stream was made
	batch    int64 // the interval
	remember int64
	byTime   map[int64][]string
	selected map[string]bool // the files of byTime
	done     map[string]bool // files read longer ago, as far as they are still there
	noted    map[string]bool // what has been said
	there    map[string]bool // what the first look found and will not be read; nil before it
	hidden   map[string]bool // files in progress that the last look found
	any      bool            // a file has been read
}

// take selects the files of the batch of time t, in the order of their names.
func (f *directorySource) take(t int64) []string {
	files := f.find(t)
	f.byTime[t] = append(f.byTime[t], files...)
	for _, path := range files {
		f.any = true
		f.selected[path] = true
	}
	return files
}

// find lists the files that the batch of time t may have.
func (f *directorySource) find(t int64) (out []string) {
	dirs := []string{strings.TrimPrefix(f.pattern, "file://")}
	if strings.ContainsAny(f.pattern, "*?[") {
		dirs, _ = filepath.Glob(dirs[0]) // a bad pattern matches nothing
	}
	first := f.there == nil
	if first {
		f.there = map[string]bool{}
	}
	before := f.hidden
	f.hidden = map[string]bool{}
	for _, dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err != nil {
			f.note("scan", fmt.Sprintf("No directory to scan: %v", err))
			continue
		}
		for _, e := range entries {
			path := filepath.Join(dir, e.Name())
			info, err := os.Stat(path)
			if err != nil {
				continue // gone already
			}
			if strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "_") {
				if before[path] { // for longer than it takes to rename it
					f.note("hidden", path+" is ignored: names that begin with . or _ are those of files in progress; rename it when it is whole")
				}
				f.hidden[path] = true
				continue
			}
			if first && info.ModTime().UnixMilli() <= f.since {
				f.there[path] = true
			}
			if f.isNew(path, info, t) {
				out = append(out, path)
			}
		}
	}
	return out
}

// isNew is Spark's rule.
func (f *directorySource) isNew(path string, info os.FileInfo, t int64) bool {
	modified := info.ModTime().UnixMilli()
	switch {
	case f.selected[path]:
		return false
	case modified > t:
		if modified > t+2*f.batch {
			f.note("future", fmt.Sprintf("%s waits: it will have been modified only at %s", path, info.ModTime().Format(time.DateTime)))
		}
		return false
	case modified <= f.since && f.there[path]:
		f.note("before", fmt.Sprintf("%s is ignored: it was last modified before the program started; only files that come later are read", path))
		return false
	case modified <= f.since: // mv and cp -p keep the time
		f.note("moved", fmt.Sprintf("%s is ignored: it came later, but was last modified before the program started, and that is what counts; touch files before moving them in", path))
		return false
	case modified <= t-f.remember:
		if f.done[path] {
			return false
		}
		f.note("old", fmt.Sprintf("%s is ignored: it was last modified more than %d s before the batch; touch files before moving them in", path, f.remember/1000))
		return false
	case info.Size() == 0 || info.IsDir() && !hasFiles(path):
		f.note("empty", fmt.Sprintf("File %s has no data in it. Spark Streaming can only ingest files that have been \"moved\" to the directory assigned to the file stream.", path))
		f.selected[path] = true
		f.byTime[t] = append(f.byTime[t], path)
		return false
	}
	return true
}

// hasFiles reports whether there is something to read in a directory that has come.
func hasFiles(dir string) bool {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if info, err := os.Stat(filepath.Join(dir, e.Name())); err == nil && info.Size() > 0 && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "_") {
			return true
		}
	}
	return false
}

// note says something once.
func (f *directorySource) note(kind, message string) {
	if !f.noted[kind] {
		f.noted[kind] = true
		f.job.log.warn("FileInputDStream", message)
	}
}

func (f *directorySource) start()          {}
func (f *directorySource) cut(int64) int64 { return 0 }

func (f *directorySource) report(t, _ int64) *StreamInputInfo {
	files, asked := f.byTime[t]
	if !asked {
		return nil
	}
	out := &StreamInputInfo{id: f.id, files: javaList{}}
	for _, path := range files {
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		out.files = append(out.files, "file:"+path)
	}
	return out
}

func (f *directorySource) stop()          {}
func (f *directorySource) finished() bool { return false }

func (f *directorySource) pending() bool {
	return len(f.find(f.job.driver.clock.Now().UnixMilli())) > 0
}

// release forgets which files were read in batches that lie further back than a file may be old.
func (f *directorySource) release(done, _ int64) {
	for path := range f.done {
		if _, err := os.Stat(path); err != nil {
			delete(f.done, path)
		}
		break // one at a time is enough to keep up with files that are removed
	}
	for t, files := range f.byTime {
		if t < done-f.remember {
			for _, path := range files {
				delete(f.selected, path)
				if _, err := os.Stat(path); err == nil {
					f.done[path] = true
				}
			}
			delete(f.byTime, t)
		}
	}
}
