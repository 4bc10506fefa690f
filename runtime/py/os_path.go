package py

import (
	"os"
	"path/filepath"
	"strings"
)

// OsPathJoin is os.path.join(first, parts...): an absolute part drops what is before it.
func OsPathJoin(first string, parts ...string) string {
	path := first
	for _, p := range parts {
		switch {
		case strings.HasPrefix(p, "/"):
			path = p
		case path == "" || strings.HasSuffix(path, "/"):
			path += p
		default:
			path += "/" + p
		}
	}
	return path
}

// OsPathSplit is os.path.split(path).
func OsPathSplit(path string) Tuple2[string, string] {
	i := strings.LastIndexByte(path, '/') + 1
	head := path[:i]
	if trimmed := strings.TrimRight(head, "/"); trimmed != "" {
		head = trimmed
	}
	return T2(head, path[i:])
}

// OsPathBasename is os.path.basename(path).
func OsPathBasename(path string) string { return OsPathSplit(path).V1 }

// OsPathDirname is os.path.dirname(path).
func OsPathDirname(path string) string { return OsPathSplit(path).V0 }

// OsPathSplitext is os.path.splitext(path): dots at the start of the name are part of it.
func OsPathSplitext(path string) Tuple2[string, string] {
	name := strings.LastIndexByte(path, '/') + 1
	dot := strings.LastIndexByte(path, '.')
	if dot < name || strings.Trim(path[name:dot], ".") == "" {
		return T2(path, "")
	}
	return T2(path[:dot], path[dot:])
}

// OsPathExists is os.path.exists(path).
func OsPathExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// OsPathIsdir is os.path.isdir(path).
func OsPathIsdir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// OsPathIsfile is os.path.isfile(path).
func OsPathIsfile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// OsPathIsabs is os.path.isabs(path).
func OsPathIsabs(path string) bool { return strings.HasPrefix(path, "/") }

// OsPathAbspath is os.path.abspath(path).
func OsPathAbspath(path string) string {
	if !OsPathIsabs(path) {
		path = OsPathJoin(OsGetcwd(), path)
	}
	return filepath.Clean(path)
}

// OsPathNormpath is os.path.normpath(path).
func OsPathNormpath(path string) string {
	clean := filepath.Clean(path)
	if strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "///") {
		return "/" + clean // POSIX leaves the meaning of two slashes open, so Python keeps them
	}
	return clean
}

// OsPathExpanduser is os.path.expanduser(path) for the user's own home.
func OsPathExpanduser(path string) string {
	home := os.Getenv("HOME")
	if path == "~" || strings.HasPrefix(path, "~/") {
		return strings.TrimRight(home, "/") + path[1:]
	}
	return path
}

// OsPathGetsize is os.path.getsize(path).
func OsPathGetsize(path string) int64 {
	info, err := os.Stat(path)
	checkOS(err)
	return info.Size()
}

// OsPathGetmtime is os.path.getmtime(path).
func OsPathGetmtime(path string) float64 {
	info, err := os.Stat(path)
	checkOS(err)
	return float64(info.ModTime().UnixNano()) / 1e9
}
