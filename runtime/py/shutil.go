package py

import (
	"io"
	"os"
	"path/filepath"
	"strings"
)

// ShutilError is shutil.Error.
var ShutilError = &ExcClass{Name: "Error", Module: "shutil", Bases: []*ExcClass{OSError}}

// SameFileError is shutil.SameFileError.
var SameFileError = &ExcClass{Name: "SameFileError", Module: "shutil", Bases: []*ExcClass{ShutilError}}

// ShutilCopyfile is shutil.copyfile(src, dst): dst.
func ShutilCopyfile(src, dst any) string {
	from, to := pathText(src), pathText(dst)
	copyFile(from, to)
	return to
}

func copyFile(from, to string) os.FileInfo {
	in, err := os.Open(from)
	checkOS(err)
	defer in.Close()
	info, err := in.Stat()
	checkOS(err)
	checkOS(refuseDirectory(in, from))
	if there, err := os.Stat(to); err == nil && os.SameFile(info, there) {
		throwf(SameFileError, "%s and %s are the same file", Repr(from), Repr(to))
	}
	out, err := os.Create(to)
	checkOS(err)
	_, err = io.Copy(out, in)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	checkOS(err)
	return info
}

// ShutilCopy is shutil.copy(src, dst): the new file, which is in dst if that is a folder. It keeps the mode.
func ShutilCopy(src, dst any) string {
	from, to := pathText(src), into(pathText(src), pathText(dst))
	checkOS(os.Chmod(to, copyFile(from, to).Mode()))
	return to
}

// into is the place of a file in a folder.
func into(from, to string) string {
	if OsPathIsdir(to) {
		return OsPathJoin(to, OsPathBasename(strings.TrimRight(from, "/")))
	}
	return to
}

// ShutilCopytree is shutil.copytree(src, dst, dirs_exist_ok=dirs_exist_ok): dst.
func ShutilCopytree(src, dst any, existOk bool) string {
	from, to := pathText(src), pathText(dst)
	names := OsListdir(from)
	OsMakedirs(to, 0o777, existOk)
	for _, name := range names.v {
		a, b := OsPathJoin(from, name), OsPathJoin(to, name)
		if OsPathIsdir(a) {
			ShutilCopytree(a, b, existOk)
		} else {
			ShutilCopy(a, b)
		}
	}
	return to
}

// ShutilMove is shutil.move(src, dst): where it is now.
func ShutilMove(src, dst any) string {
	from, to := pathText(src), pathText(dst)
	if target := into(from, to); target != to {
		if OsPathExists(target) {
			throwf(ShutilError, "Destination path '%s' already exists", target)
		}
		to = target
	}
	if os.Rename(from, to) == nil {
		return to
	}
	if OsPathIsdir(from) { // another file system
		ShutilCopytree(from, to, false)
		ShutilRmtree(from, false)
		return to
	}
	ShutilCopy(from, to)
	OsRemove(from)
	return to
}

// ShutilRmtree is shutil.rmtree(path, ignore_errors).
func ShutilRmtree(path any, ignoreErrors bool) {
	dir := pathText(path)
	e := Try(func() {
		OsListdir(dir) // a missing folder, or one that is none, is an error here
		checkOS(os.RemoveAll(dir))
	})
	if e != nil && !ignoreErrors {
		panic(e)
	}
}

// ShutilWhich is shutil.which(cmd).
func ShutilWhich(cmd string) Opt[string] {
	runs := func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && !info.IsDir() && info.Mode()&0o111 != 0
	}
	if strings.Contains(cmd, "/") {
		return Opt[string]{cmd, runs(cmd)}
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if path := OsPathJoin(dir, cmd); runs(path) {
			return Some(path)
		}
	}
	return Nothing[string]()
}
