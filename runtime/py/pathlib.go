package py

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Path is pathlib.Path, as its normal text.
type Path string

// pathText is a path given as a str or a Path; it raises TypeError.
func pathText(v any) string {
	switch x := Box(v).(type) {
	case string:
		return x
	case Path:
		return string(x)
	}
	throwf(TypeError, "expected str, bytes or os.PathLike object, not %s", fullTypeName(v))
	return ""
}

// NewPath is Path(*args): without empty and single-dot parts.
func NewPath(args ...any) Path {
	text := ""
	for _, a := range args {
		part := pathText(a)
		switch {
		case text == "" || strings.HasPrefix(part, "/"):
			text = part
		case strings.HasSuffix(text, "/"):
			text += part
		default:
			text += "/" + part
		}
	}
	root := ""
	if strings.HasPrefix(text, "/") {
		root = "/"
		if strings.HasPrefix(text, "//") && !strings.HasPrefix(text, "///") {
			root = "//"
		}
	}
	var parts []string
	for _, part := range strings.Split(text, "/") {
		if part != "" && part != "." {
			parts = append(parts, part)
		}
	}
	if out := root + strings.Join(parts, "/"); out != "" {
		return Path(out)
	}
	return "."
}

// PathCwd is Path.cwd().
func PathCwd() Path { return NewPath(OsGetcwd()) }

// PathHome is Path.home().
func PathHome() Path { return NewPath(OsPathExpanduser("~")) }

// root is "/", "//" or "".
func (p Path) root() string {
	return string(p[:len(p)-len(strings.TrimLeft(string(p), "/"))])
}

func (p Path) segments() []string {
	if body := strings.TrimLeft(string(p), "/"); body != "" && body != "." {
		return strings.Split(body, "/")
	}
	return nil
}

// Parts is p.parts.
func (p Path) Parts() *TupleOf[string] {
	if p.root() != "" {
		return NewTupleOf(append([]string{p.root()}, p.segments()...)...)
	}
	return NewTupleOf(p.segments()...)
}

// Name is p.name.
func (p Path) Name() string {
	s := p.segments()
	if len(s) == 0 {
		return ""
	}
	return s[len(s)-1]
}

// Suffix is p.suffix.
func (p Path) Suffix() string {
	name := p.Name()
	if i := strings.LastIndexByte(name, '.'); i > 0 && i < len(name)-1 {
		return name[i:]
	}
	return ""
}

// Suffixes is p.suffixes.
func (p Path) Suffixes() *List[string] {
	out := NewList[string]()
	if strings.HasSuffix(p.Name(), ".") {
		return out
	}
	for i, part := range strings.Split(strings.TrimLeft(p.Name(), "."), ".") {
		if i > 0 {
			out.Append("." + part)
		}
	}
	return out
}

// Stem is p.stem.
func (p Path) Stem() string { return strings.TrimSuffix(p.Name(), p.Suffix()) }

// Parent is p.parent.
func (p Path) Parent() Path {
	s := p.segments()
	if len(s) == 0 {
		return p
	}
	return NewPath(p.root() + strings.Join(s[:len(s)-1], "/"))
}

// Parents is p.parents.
func (p Path) Parents() *List[Path] {
	out := NewList[Path]()
	for range p.segments() {
		p = p.Parent()
		out.Append(p)
	}
	return out
}

// Joinpath is p.joinpath(*args), and p / other.
func (p Path) Joinpath(args ...any) Path { return NewPath(append([]any{string(p)}, args...)...) }

// Under is base / p.
func (p Path) Under(base string) Path { return NewPath(base, string(p)) }

// WithName is p.with_name(name); it raises ValueError.
func (p Path) WithName(name string) Path {
	if p.Name() == "" {
		throwf(ValueError, "%s has an empty name", Repr(p))
	}
	if name == "" || name == "." || strings.Contains(name, "/") {
		throwf(ValueError, "Invalid name %s", Repr(name))
	}
	return p.Parent().Joinpath(name)
}

// WithStem is p.with_stem(stem).
func (p Path) WithStem(stem string) Path { return p.WithName(stem + p.Suffix()) }

// WithSuffix is p.with_suffix(suffix); it raises ValueError.
func (p Path) WithSuffix(suffix string) Path {
	if suffix != "" && (suffix[0] != '.' || suffix == "." || strings.Contains(suffix, "/")) {
		throwf(ValueError, "Invalid suffix %s", Repr(suffix))
	}
	if p.Name() == "" {
		throwf(ValueError, "%s has an empty name", Repr(p))
	}
	return p.Parent().Joinpath(p.Stem() + suffix)
}

// RelativeTo is p.relative_to(other); it raises ValueError.
func (p Path) RelativeTo(other any) Path {
	base := NewPath(other)
	have, want := p.Parts().v, base.Parts().v
	if len(want) > len(have) || !equalSlices(have[:len(want)], want) {
		throwf(ValueError, "%s is not in the subpath of %s OR one path is relative and the other is absolute.", Repr(string(p)), Repr(string(base)))
	}
	return NewPath(strings.Join(have[len(want):], "/"))
}

// IsAbsolute is p.is_absolute().
func (p Path) IsAbsolute() bool { return p.root() != "" }

// Absolute is p.absolute().
func (p Path) Absolute() Path {
	if p.IsAbsolute() {
		return p
	}
	return PathCwd().Joinpath(string(p))
}

// Resolve is p.resolve(): absolute, without links and double dots as far as it exists.
func (p Path) Resolve() Path {
	abs := filepath.Clean(string(p.Absolute()))
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return Path(real)
	}
	return Path(abs)
}

// Expanduser is p.expanduser().
func (p Path) Expanduser() Path { return NewPath(OsPathExpanduser(string(p))) }

// AsPosix is p.as_posix().
func (p Path) AsPosix() string { return string(p) }

// Exists is p.exists().
func (p Path) Exists() bool { return OsPathExists(string(p)) }

// IsFile is p.is_file().
func (p Path) IsFile() bool { return OsPathIsfile(string(p)) }

// IsDir is p.is_dir().
func (p Path) IsDir() bool { return OsPathIsdir(string(p)) }

// Open is p.open(mode, …).
func (p Path) Open(mode string, encoding, errors, newline Opt[string]) *File {
	return Open(string(p), mode, encoding, errors, newline)
}

// OpenPath is open(path, mode, …) of a Path.
func OpenPath(p Path, mode string, encoding, errors, newline Opt[string]) *File {
	return p.Open(mode, encoding, errors, newline)
}

// OpenBinaryPath is open(path, mode) for a mode with a "b".
func OpenBinaryPath(p Path, mode string) *BinaryFile { return OpenBinary(p.PyStr(), mode) }

// ReadText is p.read_text(encoding, errors).
func (p Path) ReadText(encoding, errors Opt[string]) string {
	f := p.Open("r", encoding, errors, Nothing[string]())
	defer f.Close()
	return f.Read(-1)
}

// WriteText is p.write_text(data, encoding, errors, newline): the number of characters.
func (p Path) WriteText(data string, encoding, errors, newline Opt[string]) int64 {
	f := p.Open("w", encoding, errors, newline)
	defer f.Close()
	return f.Write(data)
}

// ReadBytes is p.read_bytes().
func (p Path) ReadBytes() Bytes {
	data, err := os.ReadFile(string(p))
	checkOS(err)
	return Bytes(data)
}

// WriteBytes is p.write_bytes(data): the number of bytes.
func (p Path) WriteBytes(data Bytes) int64 {
	checkOS(os.WriteFile(string(p), []byte(data), 0o666))
	return int64(len(data))
}

// Mkdir is p.mkdir(mode, parents, exist_ok).
func (p Path) Mkdir(mode int64, parents, existOk bool) {
	if parents {
		OsMakedirs(string(p), mode, existOk)
		return
	}
	if !existOk || !p.IsDir() {
		OsMkdir(string(p), mode)
	}
}

// Rmdir is p.rmdir().
func (p Path) Rmdir() { OsRmdir(string(p)) }

// Touch is p.touch(mode, exist_ok).
func (p Path) Touch(mode int64, existOk bool) {
	flags := os.O_CREATE | os.O_WRONLY
	if !existOk {
		flags |= os.O_EXCL
	}
	f, err := os.OpenFile(string(p), flags, fs.FileMode(mode))
	checkOS(err)
	checkOS(f.Close())
	now := clock().Now()
	checkOS(os.Chtimes(string(p), now, now))
}

// Unlink is p.unlink(missing_ok).
func (p Path) Unlink(missingOk bool) {
	if e := Try(func() { OsRemove(string(p)) }); e != nil && !(missingOk && e.IsA(FileNotFoundError)) {
		panic(e)
	}
}

// Rename is p.rename(target): the target.
func (p Path) Rename(target any) Path {
	OsRename(string(p), pathText(target))
	return NewPath(target)
}

// Iterdir is p.iterdir().
func (p Path) Iterdir() *Iter[Path] {
	names := OsListdir(string(p))
	return NewIter(MapSeq(func(name string) Path { return p.Joinpath(name) }, names.All()))
}

// Glob is p.glob(pattern); it raises ValueError and NotImplementedError.
func (p Path) Glob(pattern string) *Iter[Path] {
	q := NewPath(pattern)
	switch {
	case pattern == "":
		throwf(ValueError, "Unacceptable pattern: %s", Repr(pattern))
	case q.IsAbsolute():
		throw(NotImplementedError, "Non-relative patterns are unsupported")
	}
	return NewIter(p.matching(q.segments(), strings.HasSuffix(pattern, "/")))
}

// Rglob is p.rglob(pattern).
func (p Path) Rglob(pattern string) *Iter[Path] {
	return NewIter(p.matching(append([]string{"**"}, NewPath(pattern).segments()...), false))
}

// matching gives the paths below p whose parts match.
func (p Path) matching(parts []string, dirs bool) iter.Seq[Path] {
	return func(yield func(Path) bool) { p.match(parts, dirs, yield) }
}

func (p Path) match(parts []string, dirs bool, yield func(Path) bool) bool {
	switch {
	case len(parts) == 0:
		return dirs && !p.IsDir() || yield(p)
	case parts[0] == "**":
		if !p.IsDir() {
			return true
		}
		if len(parts) == 1 {
			dirs = true
		}
		if !p.match(parts[1:], dirs, yield) {
			return false
		}
		for _, e := range p.entries() {
			if e.IsDir() && !p.Joinpath(e.Name()).match(parts, dirs, yield) {
				return false
			}
		}
		return true
	case !strings.ContainsAny(parts[0], "*?["):
		next := p.Joinpath(parts[0])
		return !next.Exists() || next.match(parts[1:], dirs, yield)
	}
	for _, e := range p.entries() {
		if FnmatchFnmatch(e.Name(), parts[0]) && (len(parts) == 1 || p.Joinpath(e.Name()).IsDir()) && !p.Joinpath(e.Name()).match(parts[1:], dirs, yield) {
			return false
		}
	}
	return true
}

// entries are what is in a folder that can be read.
func (p Path) entries() []fs.DirEntry {
	list, err := os.ReadDir(string(p))
	if err != nil {
		return nil
	}
	return list
}

// PyTypeName is "PosixPath".
func (p Path) PyTypeName() string { return "PosixPath" }

// PyModule is "pathlib".
func (Path) PyModule() string { return "pathlib" }

// PyStr is the path.
func (p Path) PyStr() string { return string(p) }

// PyRepr is PosixPath('…').
func (p Path) PyRepr() string { return "PosixPath(" + Repr(string(p)) + ")" }

// PyEqual is p == other.
func (p Path) PyEqual(other any) bool { return any(p) == other }

// PyCompare orders by the parts.
func (p Path) PyCompare(other any) (int, bool) {
	o, ok := other.(Path)
	if !ok {
		return 0, false
	}
	return compareSlices(p.Parts().v, o.Parts().v), true
}

// PyHash is by the text.
func (p Path) PyHash() int64 { return hashString(string(p)) }
