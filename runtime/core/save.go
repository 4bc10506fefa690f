package core

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// SaveAsTextFile is rdd.saveAsTextFile(path): a directory with one file per partition, part-00000 and so on, and _SUCCESS,
// each with Hadoop's hidden checksum file. A line is a str as it is, bytes decoded as UTF-8, or str(record). It is
// written under a temporary name and renamed when complete. An existing path is an error. Compression is not supported.
func SaveAsTextFile[T any](r *RDD[T], path string, codec py.Opt[string]) {
	dir := LocalPath(path)
	if codec.Ok {
		raiseJava(r.call("saveAsTextFile"), "java.lang.ClassNotFoundException: "+codec.V)
	}
	if _, err := os.Lstat(dir); err == nil {
		raiseJava(r.call("saveAsTextFile"), "org.apache.hadoop.mapred.FileAlreadyExistsException: "+
			"Output directory "+hadoopPath(dir)+" already exists")
	}
	parts := r.allParts()
	temp := filepath.Join(filepath.Dir(dir), fmt.Sprintf("._temporary-%s-%d", filepath.Base(dir), os.Getpid()))
	r.io(os.MkdirAll(temp, 0o755))
	defer os.RemoveAll(temp)
	runJob(r, parts, func(i int, p Part[T]) struct{} {
		r.io(writeSummed(filepath.Join(temp, fmt.Sprintf("part-%05d", i)), func(w *bufio.Writer) error {
			return writeLines(w, p)
		}))
		return struct{}{}
	})
	r.io(writeSummed(filepath.Join(temp, "_SUCCESS"), func(*bufio.Writer) error { return nil }))
	r.io(os.Rename(temp, dir))
}

func (r *dataset) call(method string) string { return fmt.Sprintf("o%d.%s", r.id, method) }

// io raises what a failed file operation is in PySpark.
func (r *dataset) io(err error) {
	if err != nil {
		raiseJava(r.call("saveAsTextFile"), "java.io.IOException: "+err.Error())
	}
}

func writeLines[T any](w *bufio.Writer, p Part[T]) error {
	var line []byte
	for t := range p.All() {
		switch x := any(t).(type) {
		case string:
			line = append(line[:0], x...)
		case py.Bytes:
			line = append(line[:0], DecodeJava([]byte(x))...)
		default:
			line = py.AppendStr(line[:0], t)
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// writeSummed writes a file and its checksum file .name.crc.
func writeSummed(path string, write func(w *bufio.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sums := checksums{}
	w := bufio.NewWriterSize(io.MultiWriter(f, &sums), 1<<16)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".crc"), sums.file(), 0o644)
}

const sumEvery = 512 // bytes per checksum

// checksums is the CRC-32 of each 512 bytes written to it.
type checksums struct {
	sums []byte
	n    int // bytes in the current sum
	crc  uint32
}

func (c *checksums) Write(p []byte) (int, error) {
	total := len(p)
	for len(p) > 0 {
		k := min(sumEvery-c.n, len(p))
		c.crc = crc32.Update(c.crc, crc32.IEEETable, p[:k])
		p = p[k:]
		if c.n += k; c.n == sumEvery {
			c.end()
		}
	}
	return total, nil
}

func (c *checksums) end() {
	c.sums = binary.BigEndian.AppendUint32(c.sums, c.crc)
	c.n, c.crc = 0, 0
}

// file is the checksum file: its magic, the bytes per checksum and the checksums.
func (c *checksums) file() []byte {
	if c.n > 0 {
		c.end()
	}
	out := binary.BigEndian.AppendUint32([]byte("crc\x00"), sumEvery)
	return append(out, c.sums...)
}
