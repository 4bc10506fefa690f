// Package atomicfile writes files that are never seen half written. It imports the
// standard library only.
package atomicfile

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
)

// Write makes path hold text and reports whether it had to be written: a file that holds it
// already is left alone, with its time, so that builds that look at times see no change. A
// new file appears under its name only when complete. An existing file keeps its mode, and
// a link stays a link.
func Write(path string, text []byte) (changed bool, err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, text) {
			return false, nil
		}
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return false, err
	}
	defer os.Remove(tmp.Name()) // fails once it was renamed
	_, err = tmp.Write(text)
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), mode)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	return err == nil, err
}
