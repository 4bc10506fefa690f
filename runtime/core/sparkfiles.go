package core

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// userFiles are the files given to sc.addFile: copies in a folder of their own, which goes when the context stops.
type userFiles struct {
	mu    sync.Mutex
	root  string
	added []string // as Spark lists them: file:/…
}

// AddFile is sc.addFile(path, recursive): the file, or the folder if recursive, is copied to where SparkFiles.get finds it.
func (sc *SparkContext) AddFile(path string, recursive bool) {
	sc.mustRun()
	path = LocalPath(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		raiseJava("o0.addFile", "java.io.FileNotFoundException: File "+hadoopPath(path)+" does not exist")
	case info.IsDir() && !recursive:
		raiseJava("o0.addFile", "org.apache.spark.SparkException: Added file "+hadoopPath(path)+" is a directory and recursive is not turned on.")
	}
	to := filepath.Join(sc.files.folder(), filepath.Base(path))
	if info.IsDir() {
		err = os.CopyFS(to, os.DirFS(path))
	} else {
		err = copyFile(to, path, info.Mode())
	}
	if err != nil {
		raiseJava("o0.addFile", "java.io.IOException: "+err.Error())
	}
	sc.files.mu.Lock()
	defer sc.files.mu.Unlock()
	sc.files.added = append(sc.files.added, hadoopPath(path))
}

func copyFile(to, from string, mode os.FileMode) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, mode.Perm())
}

// ListFiles is sc.listFiles.
func ListFiles(sc *SparkContext) *py.List[string] {
	sc.files.mu.Lock()
	defer sc.files.mu.Unlock()
	return py.NewList(sc.files.added...)
}

// folder is where the files are; it is made when first needed.
func (u *userFiles) folder() string {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.root == "" {
		root, err := os.MkdirTemp("", "spark-files-")
		if err != nil {
			raiseJava("o0.addFile", "java.io.IOException: "+err.Error())
		}
		u.root = root
	}
	return u.root
}

// remove drops the folder.
func (u *userFiles) remove() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.root != "" {
		os.RemoveAll(u.root) // nothing depends on whether it worked
		u.root = ""
	}
}

// SparkFilesGetRootDirectory is SparkFiles.getRootDirectory().
func SparkFilesGetRootDirectory() string {
	active.Lock()
	sc := active.sc
	active.Unlock()
	if sc == nil {
		raise(py.AssertionError, "")
	}
	return sc.files.folder()
}

// SparkFilesGet is SparkFiles.get(filename): where the file is, or would be.
func SparkFilesGet(name string) string { return filepath.Join(SparkFilesGetRootDirectory(), name) }
