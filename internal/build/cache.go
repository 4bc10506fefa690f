package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Cache is the folder that holds unpacked runtimes and built programs:
//
//	src-<hash>/            a runtime, as a module
//	bin/<key>/<name>       a program
//	work-*/                builds in progress
//
// Entries are made elsewhere and renamed into place, so that several dstreamc at once do no
// harm, and any of it may be deleted at any time.
type Cache struct{ Dir string }

const (
	// keepUnused is how long an entry stays after its last use.
	keepUnused = 30 * 24 * time.Hour
	// keepWork is how long a build may take before its folder counts as left behind.
	keepWork = 24 * time.Hour
	// keepBinaries is how many programs stay at most.
	keepBinaries = 200
	// touchAfter is how old the time of last use may get before it is written again.
	touchAfter = time.Hour
)

// DefaultCache is $DSTREAMC_CACHE, or dstreamc in the user's cache folder.
func DefaultCache() (*Cache, error) {
	if dir := os.Getenv("DSTREAMC_CACHE"); dir != "" {
		abs, err := filepath.Abs(dir)
		return &Cache{abs}, err
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil, fmt.Errorf("no place for built programs: %v; set DSTREAMC_CACHE to a folder", err)
	}
	return &Cache{filepath.Join(dir, "dstreamc")}, nil
}

// Key hashes the parts that a program depends on. Parts are told apart: ("ab", "c") and
// ("a", "bc") have different keys.
func Key(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d\n%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// Lookup returns the path of a program in the cache and marks it as used.
func (c *Cache) Lookup(key, name string) (path string, ok bool) {
	path = c.binary(key, name)
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "", false
	}
	touch(filepath.Dir(path))
	return path, true
}

func (c *Cache) binary(key, name string) string { return filepath.Join(c.Dir, "bin", key, name) }

// Store moves a built program, a file in the cache's folder, to its place and returns that.
func (c *Cache) Store(built, key, name string) (string, error) {
	dir := filepath.Join(c.Dir, "bin", key)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	return path, os.Rename(built, path)
}

// workDir makes a folder for one build.
func (c *Cache) workDir() (string, error) {
	if err := os.MkdirAll(c.Dir, 0o777); err != nil {
		return "", fmt.Errorf("cannot make a place for built programs: %w", err)
	}
	return os.MkdirTemp(c.Dir, "work-")
}

// Temp returns the name for a program in a new folder of the cache, from where Store can
// move it, and a function that deletes the folder.
func (c *Cache) Temp() (path string, remove func(), err error) {
	dir, err := c.workDir()
	return filepath.Join(dir, "program"), func() { os.RemoveAll(dir) }, err
}

// Trim deletes what has not been used for long, and the least recently used programs above
// a number. It never fails: what cannot be deleted stays.
func (c *Cache) Trim(now time.Time) {
	entries, err := os.ReadDir(c.Dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		limit := keepUnused
		switch {
		case strings.HasPrefix(e.Name(), "work-"):
			limit = keepWork
		case !strings.HasPrefix(e.Name(), "src-"):
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > limit {
			os.RemoveAll(filepath.Join(c.Dir, e.Name()))
		}
	}
	c.trimBinaries(now)
}

func (c *Cache) trimBinaries(now time.Time) {
	dir := filepath.Join(c.Dir, "bin")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	type entry struct {
		name string
		used time.Time
	}
	var kept []entry
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue
		}
		if now.Sub(info.ModTime()) > keepUnused {
			os.RemoveAll(filepath.Join(dir, e.Name()))
			continue
		}
		kept = append(kept, entry{e.Name(), info.ModTime()})
	}
	if len(kept) <= keepBinaries {
		return
	}
	slices.SortFunc(kept, func(a, b entry) int { return a.used.Compare(b.used) })
	for _, e := range kept[:len(kept)-keepBinaries] {
		os.RemoveAll(filepath.Join(dir, e.name))
	}
}

// touch records the use of an entry in its modification time, not more often than needed.
func touch(path string) {
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > touchAfter {
		now := time.Now()
		os.Chtimes(path, now, now) // a cache on a read-only disk still serves
	}
}

// Compiler identifies the running executable by content, for cache keys: its Go build ID,
// which stands near the start of the file, or a hash of the file if it was linked without.
var Compiler = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if id := buildID(f); id != "" {
		return id, nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
})

// buildIDs are what stands before the ID in the forms in which Go's linker puts it near the
// start of a file: a comment at the start of the code or, in ELF files, a note. (A regular
// expression for them would take a millisecond to compile, in each run of dstreamc.)
var buildIDs = []struct{ before, after string }{{"Go build ID: \"", "\"\n"}, {"Go\x00\x00", ""}}

// buildID reads the ID from the start of an executable; "" without one.
func buildID(r io.Reader) string {
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return ""
	}
	for _, form := range buildIDs {
		for rest := string(head[:n]); ; {
			_, after, found := strings.Cut(rest, form.before)
			if !found {
				break
			}
			end := strings.IndexFunc(after, notInBuildID)
			if end >= 20 && strings.HasPrefix(after[end:], form.after) {
				return after[:end]
			}
			rest = after
		}
	}
	return ""
}

func notInBuildID(c rune) bool {
	return !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-' || c == '/')
}
