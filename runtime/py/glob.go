package py

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// FnmatchFnmatch is fnmatch.fnmatch(name, pattern).
func FnmatchFnmatch(name, pattern string) bool {
	for i, c := range pattern {
		rest := pattern[i+len(string(c)):]
		switch c {
		case '*':
			for j := range name {
				if FnmatchFnmatch(name[j:], rest) {
					return true
				}
			}
			return FnmatchFnmatch("", rest)
		case '?':
			if name == "" {
				return false
			}
			_, size := firstRune(name)
			name = name[size:]
			continue
		case '[':
			if set, after, ok := globSet(rest); ok {
				r, size := firstRune(name)
				return size > 0 && set(r) && FnmatchFnmatch(name[size:], after)
			}
		}
		var ok bool
		if name, ok = strings.CutPrefix(name, string(c)); !ok {
			return false
		}
	}
	return name == ""
}

func firstRune(s string) (rune, int) {
	for i, r := range s {
		return r, i + len(string(r))
	}
	return 0, 0
}

// globSet reads the set after a [ of a pattern.
func globSet(pattern string) (set func(rune) bool, rest string, ok bool) {
	body, not := strings.CutPrefix(pattern, "!")
	end := strings.IndexByte(body[min(1, len(body)):], ']')
	if end < 0 {
		return nil, "", false
	}
	chars := []rune(body[:end+1])
	return func(r rune) bool {
		for i := 0; i < len(chars); i++ {
			if i+2 < len(chars) && chars[i+1] == '-' {
				if r >= chars[i] && r <= chars[i+2] {
					return !not
				}
				i += 2
			} else if chars[i] == r {
				return !not
			}
		}
		return not
	}, body[end+2:], true
}

// GlobGlob is glob.glob(pattern, recursive=recursive): the paths there are, sorted. (Python gives
// them in the file system's order.)
func GlobGlob(pattern string, recursive bool) *List[string] {
	prefix := ""
	if strings.HasPrefix(pattern, "/") {
		prefix, pattern = "/", strings.TrimLeft(pattern, "/")
	}
	found := []string{prefix}
	parts := strings.Split(pattern, "/")
	for i, part := range parts {
		found = globStep(found, part, recursive, i == len(parts)-1)
	}
	sort.Strings(found)
	return NewList(found...)
}

// globStep follows one part of a pattern from each of some folders.
func globStep(dirs []string, part string, recursive, last bool) []string {
	var out []string
	for _, dir := range dirs {
		switch {
		case part == "**" && recursive:
			out = append(out, below(dir, last)...)
		case part == "":
			if info, err := os.Stat(orDot(dir)); err == nil && info.IsDir() {
				out = append(out, dir+"/")
			}
		case !strings.ContainsAny(part, "*?["):
			path := inFolder(dir, part)
			if _, err := os.Lstat(path); err == nil {
				out = append(out, path)
			}
		default:
			out = append(out, matching(dir, part)...)
		}
	}
	return out
}

func orDot(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}

func inFolder(dir, name string) string {
	if dir == "" || strings.HasSuffix(dir, "/") {
		return dir + name
	}
	return dir + "/" + name
}

func matching(dir, pattern string) []string {
	entries, _ := os.ReadDir(orDot(dir))
	var out []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(pattern, ".") {
			continue
		}
		if FnmatchFnmatch(e.Name(), pattern) {
			out = append(out, inFolder(dir, e.Name()))
		}
	}
	return out
}

// below is dir and the folders below it, and with files all that is below it.
func below(dir string, files bool) []string {
	var out []string
	root := orDot(dir)
	filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error { // what cannot be read is left out, as in Python
		if err != nil {
			return nil
		}
		name := d.Name()
		if path != root && strings.HasPrefix(name, ".") {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		switch {
		case path == root:
			switch {
			case !files:
				out = append(out, dir)
			case dir != "":
				out = append(out, inFolder(dir, ""))
			}
		case files || d.IsDir():
			out = append(out, strings.TrimPrefix(inFolder(dir, strings.TrimPrefix(path, inFolder(root, ""))), "./"))
		}
		return nil
	})
	return out
}
