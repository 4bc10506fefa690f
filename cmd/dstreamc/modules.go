package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// modulesOf finds the modules that lie in the folder of a script, as Python does: a package before a
// module of the same name, and a folder without __init__.py last. Their sources are named as in
// Python's tracebacks, by the script's folder.
func modulesOf(script string) lang.Loader {
	dir := "."
	if script != "-" {
		dir = filepath.Dir(script)
	}
	return func(module string) *syntax.Source {
		path := filepath.Join(dir, filepath.FromSlash(strings.ReplaceAll(module, ".", "/")))
		for _, name := range []string{filepath.Join(path, "__init__.py"), path + ".py"} {
			if text, err := os.ReadFile(name); err == nil {
				return syntax.NewSource(filepath.ToSlash(name), string(text))
			}
		}
		if files, _ := filepath.Glob(filepath.Join(path, "*.py")); len(files) > 0 {
			return syntax.NewSource(filepath.ToSlash(filepath.Join(path, "__init__.py")), "")
		}
		return nil
	}
}

// moduleTexts are the texts of all modules beside a script that it imports, in a fixed order, for the
// key of its program.
func moduleTexts(name, text string) []string {
	file, _ := syntax.Parse(syntax.NewSource(name, text))
	names, sources := lang.Modules(file, modulesOf(name))
	var out []string
	for _, n := range names {
		out = append(out, n, sources[n].Name, sources[n].Text)
	}
	return out
}
