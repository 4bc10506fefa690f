package core

import (
	"compress/bzip2"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"path/filepath"
	"strings"
)

// unzips are the compressed files that Hadoop knows by the ends of their names; nil where this program has no such reader.
var unzips = map[string]func(io.Reader) (io.Reader, error){
	".gz":      func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	".bz2":     func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil },
	".deflate": func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) },
	".lz4":     nil,
	".snappy":  nil,
	".zst":     nil,
}

func codec(path string) string { return strings.ToLower(filepath.Ext(path)) }

// zipped reports whether Hadoop would decompress a file; such a file is one split.
func zipped(path string) bool {
	_, ok := unzips[codec(path)]
	return ok
}

// unzip reads a compressed file.
func unzip(path string, src io.Reader) io.Reader {
	open := unzips[codec(path)]
	if open == nil {
		raiseRead(errors.New(path + ": files " + codec(path) + " are not supported; compress it with gzip"))
	}
	out, err := open(src)
	if err != nil {
		raiseRead(err)
	}
	return out
}
