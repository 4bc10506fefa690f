package core

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

const (
	localBlock = 32 << 20  // Hadoop's block size for local files
	splitSlop  = 1.1       // the last split of a file may be this much larger
	readSize   = 256 << 10 // bytes read at a time: what fits into a processor's cache
)

// fileSplit is the part of a file that one partition reads: the lines that start after byte start (or with it, if
// it is 0) and not after byte end, as Hadoop's LineRecordReader has it.
type fileSplit struct {
	path       string
	start, end int64
}

// TextFile is sc.textFile(path, minPartitions): the lines of a file, or of all files of a directory, glob or
// comma-separated list; names that begin with . or _ do not count, and files
// are decompressed as their names say. Lines end with \n, \r\n or \r. The partitions
// are Hadoop's splits. A missing path is an error when the RDD is first used.
func TextFile(sc *SparkContext, path string, n ...int64) *RDD[string] {
	sc.mustRun()
	least := sc.minPartitions(n)
	splits := sync.OnceValue(func() []fileSplit { return splitFiles(path, least) })
	out := newRDD(sc, "HadoopRDD", func() int { return len(splits()) }, func(i int) Lines { return Lines{text: splits()[i]} })
	out.batch.kind = batchText
	return out
}

// TextFileUnicode is sc.textFile(path, minPartitions, use_unicode) where the last is known when running only.
func TextFileUnicode(sc *SparkContext, path string, n py.Opt[int64], unicode bool) *RDD[string] {
	mustBeUnicode(unicode)
	return TextFile(sc, path, n.V)
}

// mustBeUnicode raises NotImplementedError for use_unicode=False that is not written down: records then have another type.
func mustBeUnicode(unicode bool) {
	if !unicode {
		raise(py.NotImplementedError, "use_unicode=False must be written down where the function is called")
	}
}

// TextFileBytes is sc.textFile(path, minPartitions, use_unicode=False).
func TextFileBytes(sc *SparkContext, path string, n py.Opt[int64], _ bool) *RDD[py.Bytes] {
	r := TextFile(sc, path, n.V)
	out := newRDD(sc, r.kind, r.parts, func(i int) Part[py.Bytes] {
		return PartSeq(func(yield func(py.Bytes) bool) {
			for line := range r.Compute(i).All() {
				if !yield(py.Bytes(line)) {
					return
				}
			}
		})
	})
	out.batch.kind = batchText
	return out
}

func (sc *SparkContext) minPartitions(n []int64) int {
	if len(n) > 0 && n[0] != 0 {
		return int(n[0])
	}
	return int(sc.DefaultMinPartitions())
}

// splitFiles is Hadoop's FileInputFormat.getSplits for local files.
func splitFiles(path string, n int) []fileSplit {
	files := inputFiles(path)
	if n < 0 {
		raiseJava("z:org.apache.spark.api.python.PythonRDD.collectAndServe", fmt.Sprintf("java.lang.IllegalArgumentException: Illegal Capacity: %d", n))
	}
	total := int64(0)
	for _, f := range files {
		total += f.size
	}
	size := max(1, min(total/int64(max(n, 1)), localBlock))
	var out []fileSplit
	for _, f := range files {
		if zipped(f.path) {
			out = append(out, fileSplit{f.path, 0, math.MaxInt64})
			continue
		}
		at, left := int64(0), f.size
		for float64(left)/float64(size) > splitSlop {
			out = append(out, fileSplit{f.path, at, at + size})
			at, left = at+size, left-size
		}
		if left > 0 { // Spark leaves out empty splits
			out = append(out, fileSplit{f.path, at, at + left})
		}
	}
	return out
}

func (s fileSplit) pieces(size int) []textSource {
	if zipped(s.path) {
		return []textSource{s}
	}
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

func (s fileSplit) blocks(memory *[]byte, yield func(Block) bool) {
	f, err := os.Open(s.path)
	if err != nil {
		raiseRead(err)
	}
	defer f.Close()
	var src io.Reader = io.NewSectionReader(f, s.start, 1<<62-s.start)
	if zipped(s.path) {
		src = unzip(s.path, src)
	}
	r := splitReader{src: src, at: s.start, end: s.end, memory: memory}
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
	src    io.Reader
	memory *[]byte // to read into; nil: blocks stay in use after they were given out, so there is new memory for each
	buf    []byte  // read but not given out; buf[0] is byte at of the file
	at     int64
	end    int64
	eof    bool
	done   bool
}

// fill reads more.
func (r *splitReader) fill() {
	left := r.end - r.at - int64(len(r.buf)) // and a line that goes on after that
	buf := r.space(len(r.buf) + int(min(max(left, 0), readSize)+readSize/64))
	n := copy(buf, r.buf)
	k, err := io.ReadFull(r.src, buf[n:])
	r.buf = buf[:n+k]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		r.eof = true
	} else if err != nil {
		raiseRead(err)
	}
}

// space is memory for n bytes; what is in r.buf may lie in it.
func (r *splitReader) space(n int) []byte {
	if r.memory == nil {
		return make([]byte, n)
	}
	if cap(*r.memory) < n {
		*r.memory = make([]byte, max(n, readSize+readSize/4))
	}
	return (*r.memory)[:n]
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
