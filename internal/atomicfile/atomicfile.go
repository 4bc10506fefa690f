// Package atomicfile writes files that are never seen half written. It imports the
// standard library only.
package atomicfile

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write makes path hold text and reports whether it had to be written: a file that holds it
// already is left alone, with its time, so that builds that look at times see no change. A
// new file appears under its name only when complete. An existing file keeps its mode, and
// a link stays a link.
func Write(path string, text []byte) (changed bool, err error) {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		mode = info.Mode().Perm()
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, text) {
			return false, nil
		}
	}
	err = Copy(path, bytes.NewReader(text), mode)
	return err == nil, err
}

// Copy makes path hold what from gives. It replaces a file in one step, so that a program that is
// running goes on with what it was; a link stays a link. What is no file, such as /dev/null or a pipe, is written to.
func Copy(path string, from io.Reader, mode fs.FileMode) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return copyInto(path, from)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails once it was renamed
	_, err = io.Copy(tmp, from)
	if err == nil {
		err = tmp.Sync()
	}
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), mode)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	return err
}

func copyInto(path string, from io.Reader) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}
