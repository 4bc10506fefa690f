package py

import (
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
)

// OsName and the like are the names of module os.
const (
	OsName    = "posix"
	OsCurdir  = "."
	OsPardir  = ".."
	OsPathsep = ":"
	OsDevnull = "/dev/null"
)

// OsWalk is os.walk(top, topdown): each folder with its folders and files. Folders that cannot be read are left out.
func OsWalk(top string, topdown bool) *Iter[Tuple3[string, *List[string], *List[string]]] {
	return NewIter(func(yield func(Tuple3[string, *List[string], *List[string]]) bool) { walk(top, topdown, yield) })
}

func walk(top string, topdown bool, yield func(Tuple3[string, *List[string], *List[string]]) bool) bool {
	entries, err := os.ReadDir(top)
	if err != nil {
		return true
	}
	dirs, files := NewList[string](), NewList[string]()
	for _, e := range entries {
		if info, err := os.Stat(OsPathJoin(top, e.Name())); err == nil && info.IsDir() {
			dirs.Append(e.Name())
		} else {
			files.Append(e.Name())
		}
	}
	if topdown && !yield(T3(top, dirs, files)) {
		return false
	}
	for _, d := range dirs.Raw() { // as the caller has left them
		path := OsPathJoin(top, d)
		if info, err := os.Lstat(path); err == nil && info.Mode()&os.ModeSymlink == 0 && !walk(path, topdown, yield) {
			return false
		}
	}
	return topdown || yield(T3(top, dirs, files))
}

// StatResult is os.stat_result.
type StatResult struct{ info os.FileInfo }

// OsStat is os.stat(path); it raises OSError.
func OsStat(path string) *StatResult {
	info, err := os.Stat(path)
	checkOS(err)
	return &StatResult{info}
}

// StSize is st.st_size.
func (s *StatResult) StSize() int64 { return s.info.Size() }

// StMtime is st.st_mtime.
func (s *StatResult) StMtime() float64 { return float64(s.info.ModTime().UnixNano()) / 1e9 }

// StMode is st.st_mode.
func (s *StatResult) StMode() int64 {
	mode := int64(s.info.Mode().Perm()) | 0o100000
	if s.info.IsDir() {
		mode = int64(s.info.Mode().Perm()) | 0o040000
	}
	return mode
}

// PyTypeName is "os.stat_result".
func (s *StatResult) PyTypeName() string { return "os.stat_result" }

// PyEqual is identity.
func (s *StatResult) PyEqual(other any) bool { return any(s) == other }

// OsRemovedirs is os.removedirs(path): it removes the folder, and those above it that are empty then.
func OsRemovedirs(path string) {
	OsRmdir(path)
	for path = OsPathDirname(strings.TrimRight(path, "/")); path != "" && os.Remove(path) == nil; path = OsPathDirname(path) {
	}
}

// OsGetppid is os.getppid().
func OsGetppid() int64 { return int64(os.Getppid()) }

// OsChdir is os.chdir(path); it raises OSError.
func OsChdir(path string) { checkOS(os.Chdir(path)) }

// OsCpuCount is os.cpu_count().
func OsCpuCount() int64 { return int64(runtime.NumCPU()) }

// Setdefault is os.environ.setdefault(key, value).
func (e Environ) Setdefault(key, value string) string {
	if !e.Contains(key) {
		e.Set(key, value)
	}
	return e.At(key)
}

// Pop is os.environ.pop(key); it raises KeyError.
func (e Environ) Pop(key string) string {
	v := e.At(key)
	checkOS(os.Unsetenv(key))
	return v
}

// PopOr is os.environ.pop(key, otherwise).
func (e Environ) PopOr(key string, otherwise Opt[string]) Opt[string] {
	if !e.Contains(key) {
		return otherwise
	}
	return Some(e.Pop(key))
}

// Copy is os.environ.copy().
func (e Environ) Copy() *Dict[string, string] {
	d := NewDict[string, string]()
	for k := range e.All() {
		d.Set(k, e.At(k))
	}
	return d
}

// OsPathRelpath is os.path.relpath(path, start).
func OsPathRelpath(path, start string) string {
	if path == "" {
		throw(ValueError, "no path specified")
	}
	rel, err := filepath.Rel(OsPathAbspath(start), OsPathAbspath(path))
	checkOS(err)
	return rel
}

// OsPathRealpath is os.path.realpath(path): without links, as far as it exists.
func OsPathRealpath(path string) string {
	path = OsPathAbspath(path)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if dir := OsPathDirname(path); dir != path {
		return OsPathJoin(OsPathRealpath(dir), OsPathBasename(path))
	}
	return path
}

// OsPathIslink is os.path.islink(path).
func OsPathIslink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&os.ModeSymlink != 0
}

// OsPathExpandvars is os.path.expandvars(path): $name and ${name}; unknown ones stay.
func OsPathExpandvars(path string) string {
	return ReSubFunc(`\$(\w+|\{[^}]*\})`, func(m *Match) string {
		name := strings.Trim(m.GroupOf(int64(1)).V, "{}")
		return OsEnviron.GetOr(name, m.Group())
	}, path, 0, ReAscii)
}

// OsPathCommonprefix is os.path.commonprefix(list), by characters.
func OsPathCommonprefix(list *List[string]) string {
	if list.Len() == 0 {
		return ""
	}
	all := append([]string(nil), list.Raw()...)
	sort.Strings(all)
	first, last := []rune(all[0]), []rune(all[len(all)-1])
	n := 0
	for n < len(first) && n < len(last) && first[n] == last[n] {
		n++
	}
	return string(first[:n])
}
