package py

import (
	"iter"
	"os"
	"strings"
)

// OsSep and OsLinesep are os.sep and os.linesep.
const (
	OsSep     = "/"
	OsLinesep = "\n"
)

// Environ is the type of os.environ: it reads and changes the process's environment.
type Environ struct{}

// OsEnviron is os.environ.
var OsEnviron Environ

// Get is os.environ.get(key).
func (Environ) Get(key string) Opt[string] {
	v, ok := os.LookupEnv(key)
	return Opt[string]{v, ok}
}

// GetOr is os.environ.get(key, otherwise).
func (e Environ) GetOr(key, otherwise string) string { return e.Get(key).Or(otherwise) }

// At is os.environ[key]; it raises KeyError.
func (e Environ) At(key string) string {
	v := e.Get(key)
	if !v.Ok {
		throwKey(key)
	}
	return v.V
}

// Set is os.environ[key] = value.
func (Environ) Set(key, value string) { checkOS(os.Setenv(key, value)) }

// Contains is key in os.environ.
func (e Environ) Contains(key string) bool { return e.Get(key).Ok }

// All iterates over the names.
func (Environ) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, kv := range os.Environ() {
			name, _, _ := strings.Cut(kv, "=")
			if !yield(name) {
				return
			}
		}
	}
}

// PyTypeName is "_Environ".
func (Environ) PyTypeName() string { return "_Environ" }

// PyModule is "os".
func (Environ) PyModule() string { return "os" }

// PySetItem is os.environ[key] = value.
func (e Environ) PySetItem(key, value any) { e.Set(AsStr(key), AsStr(value)) }

// PyDelItem is del os.environ[key].
func (e Environ) PyDelItem(key any) {
	e.At(AsStr(key))
	checkOS(os.Unsetenv(AsStr(key)))
}

// PyContains is key in os.environ.
func (e Environ) PyContains(key any) bool { return e.Contains(AsStr(key)) }

// PyIter iterates over the names.
func (e Environ) PyIter() iter.Seq[any] { return boxAll(e.All()) }

// PyGetItem is os.environ[key].
func (e Environ) PyGetItem(key any) any { return e.At(AsStr(key)) }

func checkOS(err error) {
	if err != nil {
		throwOS(err)
	}
}

// OsGetenv is os.getenv(key).
func OsGetenv(key string) Opt[string] { return OsEnviron.Get(key) }

// OsGetenvOr is os.getenv(key, otherwise).
func OsGetenvOr(key, otherwise string) string { return OsEnviron.GetOr(key, otherwise) }

// OsGetcwd is os.getcwd().
func OsGetcwd() string {
	dir, err := os.Getwd()
	checkOS(err)
	return dir
}

// OsGetpid is os.getpid().
func OsGetpid() int64 { return int64(os.Getpid()) }

// OsListdir is os.listdir(path). Python's order is the file system's; this one is by name.
func OsListdir(path string) *List[string] {
	entries, err := os.ReadDir(path)
	checkOS(err)
	out := MakeList[string](len(entries))
	for _, e := range entries {
		out.Append(e.Name())
	}
	return out
}

// OsMkdir is os.mkdir(path, mode); it raises FileExistsError.
func OsMkdir(path string, mode int64) { checkOS(os.Mkdir(path, os.FileMode(mode))) }

// OsMakedirs is os.makedirs(path, mode, exist_ok); it raises FileExistsError if the directory is there and existOk is not set.
func OsMakedirs(path string, mode int64, existOk bool) {
	if !existOk {
		if parent := OsPathDirname(strings.TrimRight(path, "/")); parent != "" {
			checkOS(os.MkdirAll(parent, os.FileMode(mode)))
		}
		OsMkdir(path, mode)
		return
	}
	checkOS(os.MkdirAll(path, os.FileMode(mode)))
}

// OsRemove is os.remove(path) and os.unlink(path).
func OsRemove(path string) {
	info, err := os.Lstat(path)
	if err == nil && info.IsDir() {
		_, err = os.OpenFile(path, os.O_WRONLY, 0)
	} else if err == nil {
		err = os.Remove(path)
	}
	checkOS(err)
}

// OsRmdir is os.rmdir(path).
func OsRmdir(path string) { checkOS(os.Remove(path)) }

// OsRename is os.rename(from, to) and os.replace(from, to).
func OsRename(from, to string) { checkOS(os.Rename(from, to)) }

// OsReplace is os.replace(from, to).
func OsReplace(from, to string) { OsRename(from, to) }
