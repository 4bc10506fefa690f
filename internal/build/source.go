package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc"
)

// A sourceFile is a file of the embedded runtime.
type sourceFile struct {
	name string // slash-separated, "runtime/py/list.go"
	text []byte
}

// runtimeSource returns the files of the embedded runtime that a program is built from, in
// order of their names: Go files without tests, and what Go may link with them.
func runtimeSource() ([]sourceFile, error) {
	var files []sourceFile
	err := fs.WalkDir(dstreamc.Source, "runtime", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".md") {
			return nil
		}
		text, err := dstreamc.Source.ReadFile(name)
		files = append(files, sourceFile{name, text})
		return err
	})
	slices.SortFunc(files, func(a, b sourceFile) int { return strings.Compare(a.name, b.name) })
	return files, err
}

// Runtime unpacks the embedded runtime as a module of its own, unless the cache has it, and
// returns its folder. The folder's name is a hash of its content: the path is the same for
// every build, so Go's build cache keeps the compiled runtime.
func (c *Cache) Runtime() (dir string, err error) {
	files, err := runtimeSource()
	if err != nil {
		return "", err
	}
	mod, err := dstreamc.Source.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	files = append(files, sourceFile{"go.mod", mod})
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s %d\n%s", f.name, len(f.text), f.text)
	}
	dir = filepath.Join(c.Dir, "src-"+hex.EncodeToString(h.Sum(nil))[:16])
	if _, err := os.Stat(dir); err == nil {
		touch(dir)
		return dir, nil
	}
	return dir, c.unpack(files, dir)
}

// unpack writes files below a new folder and renames that to dir when all are there.
func (c *Cache) unpack(files []sourceFile, dir string) error {
	tmp, err := c.workDir()
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	for _, f := range files {
		path := filepath.Join(tmp, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.text, 0o666); err != nil {
			return err
		}
	}
	if err := os.Chmod(tmp, 0o755); err != nil { // MkdirTemp's folders are private
		return err
	}
	err = os.Rename(tmp, dir)
	if _, statErr := os.Stat(dir); err != nil && statErr == nil {
		return nil // another dstreamc was faster
	}
	if err != nil {
		return fmt.Errorf("cannot unpack the runtime: %w", err)
	}
	return nil
}
