package core

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

const (
	localBlock = 32 << 20 // Hadoop's block size for local files
	splitSlop  = 1.1      // the last split of a file may be this much larger
	readSize   = 1 << 20  // bytes read at a time
)

// fileSplit is the part of a file that one partition reads: the lines that start after byte start (or with it, if
// it is 0) and not after byte end, as Hadoop's LineRecordReader has it.
type fileSplit struct {
	path       string
	start, end int64
}

// TextFile is sc.textFile(path, minPartitions): the lines of a file, or of all files of a directory, glob or
// comma-separated list; names that begin with . or _ do not count. Lines end with \n, \r\n or \r. The partitions
// are Hadoop's splits. A missing path is an error when the RDD is first used.
func (sc *SparkContext) TextFile(path string, n ...int64) *RDD[string] {
	sc.mustRun()
	least := sc.minPartitions(n)
	splits := sync.OnceValue(func() []fileSplit { return splitFiles(path, least) })
	out := newRDD(sc, "HadoopRDD", func() int { return len(splits()) }, func(i int) Lines { return Lines{text: splits()[i]} })
	out.batch.kind = batchNone
	return out
}

func (sc *SparkContext) minPartitions(n []int64) int {
	if len(n) > 0 && n[0] > 0 {
		return int(n[0])
	}
	return int(sc.DefaultMinPartitions())
}

// splitFiles is Hadoop's FileInputFormat.getSplits for local files.
func splitFiles(path string, n int) []fileSplit {
	files := inputFiles(path)
	total := int64(0)
	for _, f := range files {
		total += f.size
	}
	size := max(1, min(total/int64(max(n, 1)), localBlock))
	var out []fileSplit
	for _, f := range files {
		at, left := int64(0), f.size
		for float64(left)/float64(size) > splitSlop {
			out = append(out, fileSplit{f.path, at, at + size})
			at, left = at+size, left-size
		}
		if left > 0 || f.size == 0 {
			out = append(out, fileSplit{f.path, at, at + left})
		}
	}
	return out
}

// inputFile is a file to read.
type inputFile struct {
	path string
	size int64
}

// localPath strips the scheme that Hadoop allows for local paths.
func localPath(path string) string {
	if p, ok := strings.CutPrefix(path, "file:"); ok {
		if strings.HasPrefix(p, "//") {
			p = "/" + strings.TrimLeft(p, "/")
		}
		return p
	}
	return path
}

// hadoopPath is how Hadoop writes a local path in messages and file names.
func hadoopPath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	return "file:" + abs
}

// inputFiles lists the files that a path of textFile stands for, each directory in the order of names.
func inputFiles(path string) []inputFile {
	var out []inputFile
	for _, pattern := range splitPaths(path) {
		pattern = localPath(pattern)
		matches := []string{pattern}
		if strings.ContainsAny(pattern, "*?[{") {
			matches = globs(pattern)
			if len(matches) == 0 {
				raiseInput("Input Pattern " + hadoopPath(pattern) + " matches 0 files")
			}
		}
		for _, m := range matches {
			info, err := os.Stat(m)
			if err != nil {
				raiseInput("Input path does not exist: " + hadoopPath(m))
			}
			if !info.IsDir() {
				out = append(out, inputFile{m, info.Size()})
				continue
			}
			out = append(out, filesOf(m)...)
		}
	}
	return out
}

// filesOf lists the visible files of a directory.
func filesOf(dir string) []inputFile {
	entries, err := os.ReadDir(dir)
	if err != nil {
		raiseInput(err.Error())
	}
	var out []inputFile
	for _, e := range entries {
		if hidden(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path)
		switch {
		case err != nil:
			continue // removed meanwhile
		case info.IsDir():
			raiseJava("o0.partitions", "java.io.IOException: Not a file: "+hadoopPath(path))
		}
		out = append(out, inputFile{path, info.Size()})
	}
	return out
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") }

func raiseInput(message string) {
	raiseJava("o0.partitions", "org.apache.hadoop.mapred.InvalidInputException: "+message)
}

// splitPaths cuts at the commas outside braces.
func splitPaths(path string) []string {
	var out []string
	depth, start := 0, 0
	for i, c := range path {
		switch {
		case c == '{':
			depth++
		case c == '}' && depth > 0:
			depth--
		case c == ',' && depth == 0:
			out = append(out, path[start:i])
			start = i + 1
		}
	}
	return append(out, path[start:])
}

// globs matches Hadoop's glob: path/filepath's and alternatives in braces.
func globs(pattern string) []string {
	var out []string
	for _, p := range expandBraces(pattern) {
		found, _ := filepath.Glob(p)
		for _, f := range found {
			if !hidden(filepath.Base(f)) && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	slices.Sort(out)
	return out
}

func expandBraces(p string) []string {
	open := strings.IndexByte(p, '{')
	if open < 0 {
		return []string{p}
	}
	length := strings.IndexByte(p[open:], '}')
	if length < 0 {
		return []string{p}
	}
	var out []string
	for _, alternative := range strings.Split(p[open+1:open+length], ",") {
		out = append(out, expandBraces(p[:open]+alternative+p[open+length+1:])...)
	}
	return out
}

func (s fileSplit) pieces(size int) []textSource {
	var out []textSource
	for at := s.start; at < s.end; {
		end := at + int64(size)
		if end+int64(size)/2 > s.end {
			end = s.end
		}
		out = append(out, fileSplit{s.path, at, end})
		at = end
	}
	if len(out) == 0 {
		return []textSource{s}
	}
	return out
}

func (s fileSplit) blocks(yield func(Block) bool) {
	f, err := os.Open(s.path)
	if err != nil {
		raiseRead(err)
	}
	defer f.Close()
	r := splitReader{src: io.NewSectionReader(f, s.start, 1<<62-s.start), at: s.start, end: s.end}
	if s.start > 0 {
		r.skipLine()
	} else {
		r.skipMark()
	}
	for {
		b, ok := r.next()
		if !ok || !yield(NewBlock(b)) {
			return
		}
	}
}

func raiseRead(err error) {
	raiseJava("z:org.apache.spark.api.python.PythonRDD.collectAndServe", "java.io.IOException: "+err.Error())
}

// splitReader reads whole lines block by block.
type splitReader struct {
	src  io.Reader
	buf  []byte // read but not given out; buf[0] is byte at of the file
	at   int64
	end  int64
	eof  bool
	done bool
}

// fill reads more into a new buffer, since lines of the old one may be in use.
func (r *splitReader) fill() {
	buf := make([]byte, len(r.buf)+readSize)
	n := copy(buf, r.buf)
	k, err := io.ReadFull(r.src, buf[n:])
	r.buf = buf[:n+k]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		r.eof = true
	} else if err != nil {
		raiseRead(err)
	}
}

func (r *splitReader) drop(n int) {
	r.buf = r.buf[n:]
	r.at += int64(n)
}

// skipLine drops what the split before this one reads.
func (r *splitReader) skipLine() {
	n := r.lineFrom(0)
	r.drop(n)
	r.done = r.at > r.end || r.eof && len(r.buf) == 0
}

// skipMark drops a byte order mark.
func (r *splitReader) skipMark() {
	r.fill()
	if bytes.HasPrefix(r.buf, []byte("\xEF\xBB\xBF")) {
		r.drop(3)
	}
}

// lineFrom is the offset in buf after the line which goes on at offset from, reading as far as needed.
func (r *splitReader) lineFrom(from int) int {
	for {
		end, next := lineEnd(r.buf[min(from, len(r.buf)):])
		// A \r that ends the buffer may belong to a \r\n.
		found := end < next && from+next < len(r.buf) || end < next && r.buf[from+end] == '\n'
		if found || r.eof {
			return min(from+next, len(r.buf))
		}
		r.fill()
	}
}

// next is the next block of whole lines.
func (r *splitReader) next() ([]byte, bool) {
	if r.done {
		return nil, false
	}
	for {
		if last := r.end - r.at; last < int64(len(r.buf)) || r.eof {
			// The line at byte end is the last one.
			n := len(r.buf)
			if last < int64(n) {
				n = r.lineFrom(int(max(last, 0)))
			}
			out := r.buf[:n:n]
			r.done = true
			return out, len(out) > 0
		}
		if n := wholeLines(r.buf); n > 0 {
			out := r.buf[:n:n]
			r.drop(n)
			return out, true
		}
		r.fill()
	}
}

// wholeLines is how much of b is whole lines.
func wholeLines(b []byte) int {
	if i := bytes.LastIndexByte(b, '\n'); i >= 0 {
		return i + 1
	}
	if len(b) > 1 {
		return bytes.LastIndexByte(b[:len(b)-1], '\r') + 1
	}
	return 0
}
