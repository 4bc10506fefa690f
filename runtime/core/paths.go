package core

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// inputFile is a file to read.
type inputFile struct {
	path string
	size int64
}

// LocalPath strips the scheme that Hadoop allows for local paths.
func LocalPath(path string) string {
	if p, ok := strings.CutPrefix(path, "file:"); ok {
		if strings.HasPrefix(p, "//") {
			p = "/" + strings.TrimLeft(p, "/")
		}
		return p
	}
	return path
}

// hadoopPath is how Hadoop writes a local path in messages and file names.
func hadoopPath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	return "file:" + abs
}

// inputFiles lists the files that a path of textFile stands for, each directory in the order of names.
func inputFiles(path string) []inputFile {
	var out []inputFile
	for _, pattern := range splitPaths(path) {
		pattern = LocalPath(pattern)
		matches := []string{pattern}
		if strings.ContainsAny(pattern, "*?[{") {
			matches = globs(pattern)
			if len(matches) == 0 {
				raiseInput("Input Pattern " + hadoopPath(pattern) + " matches 0 files")
			}
		}
		for _, m := range matches {
			info, err := os.Stat(m)
			if err != nil {
				raiseInput("Input path does not exist: " + hadoopPath(m))
			}
			if !info.IsDir() {
				out = append(out, inputFile{m, info.Size()})
				continue
			}
			out = append(out, filesOf(m)...)
		}
	}
	return out
}

// filesOf lists the visible files of a directory.
func filesOf(dir string) []inputFile {
	entries, err := os.ReadDir(dir)
	if err != nil {
		raiseInput(err.Error())
	}
	var out []inputFile
	for _, e := range entries {
		if hidden(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path)
		switch {
		case err != nil:
			continue // removed meanwhile
		case info.IsDir():
			raiseJava("o0.partitions", "java.io.IOException: Path: "+strings.TrimPrefix(hadoopPath(path), "file:")+
				" is a directory, which is not supported by the record reader when `mapreduce.input.fileinputformat.input.dir.recursive` is false.")
		}
		out = append(out, inputFile{path, info.Size()})
	}
	return out
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") }

func raiseInput(message string) {
	raiseJava("o0.partitions", "org.apache.hadoop.mapred.InvalidInputException: "+message)
}

// splitPaths cuts at the commas outside braces.
func splitPaths(path string) []string {
	var out []string
	depth, start := 0, 0
	for i, c := range path {
		switch {
		case c == '{':
			depth++
		case c == '}' && depth > 0:
			depth--
		case c == ',' && depth == 0:
			out = append(out, path[start:i])
			start = i + 1
		}
	}
	return append(out, path[start:])
}

// globs matches Hadoop's glob: path/filepath's and alternatives in braces.
func globs(pattern string) []string {
	var out []string
	for _, p := range expandBraces(pattern) {
		found, _ := filepath.Glob(p)
		for _, f := range found {
			if !hidden(filepath.Base(f)) && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	slices.Sort(out)
	return out
}

func expandBraces(p string) []string {
	open := strings.IndexByte(p, '{')
	if open < 0 {
		return []string{p}
	}
	length := strings.IndexByte(p[open:], '}')
	if length < 0 {
		return []string{p}
	}
	var out []string
	for _, alternative := range strings.Split(p[open+1:open+length], ",") {
		out = append(out, expandBraces(p[:open]+alternative+p[open+length+1:])...)
	}
	return out
}
