package lang

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/infer"
	"github.com/dstreamc/dstreamc/lang/library"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// companion is the name of the part of a declared module that is written in Python: no script can import it.
func companion(module string) string { return infer.Companion + module }

// Loader finds a module that lies beside the script by its dotted name. A package is the text of
// its __init__.py, or empty. It gives nil for a module that is not there.
type Loader func(module string) *syntax.Source

// Modules are the sources of all modules beside the script that it imports, directly or through others,
// by their dotted names and in the order they are found.
func Modules(file *syntax.File, load Loader) (names []string, sources map[string]*syntax.Source) {
	f := &finder{load: load, found: map[string]*syntax.Source{}, seen: map[string]bool{}}
	if strings.Contains(file.Source.Text, "object()") {
		f.add(companion("builtins"), library.Find("builtins"))
	}
	f.imports(file, "", false)
	return f.order, f.found
}

type finder struct {
	load  Loader // nil for none
	order []string
	found map[string]*syntax.Source
	seen  map[string]bool
}

// imports finds what the import statements of a file name. The file is the module called in, a package
// or not.
func (f *finder) imports(file *syntax.File, in string, pkg bool) {
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Import:
			for _, a := range n.Names {
				f.module(a.Name)
				f.library(a.Name, file)
			}
		case *syntax.ImportFrom:
			base := n.Module
			if n.Level > 0 {
				base = relative(in, pkg, n.Level, n.Module)
			}
			f.module(base)
			f.library(base, file)
			if n.Level == 0 {
				for _, a := range n.Names {
					f.library(base+"."+a.Name, file)
				}
			}
			if f.found[base] != nil {
				for _, a := range n.Names {
					f.module(base + "." + a.Name)
				}
			}
		}
		return true
	})
}

// library loads a module of the library, unless one beside the script has its name; of a declared module its companion, where
// the file seems to use it.
func (f *finder) library(name string, file *syntax.File) {
	switch name {
	case "os": // which has it as an attribute
		f.library("os.path", file)
	case "collections.abc", "typing":
		f.abstract(file)
		return
	}
	if api.Load().Modules[name] != nil {
		for _, part := range library.Parts(name) {
			m := library.Find(part)
			uses := m.Mentioned(file.Source.Text, name)
			if strings.HasSuffix(part, "._derived") { // classes that are declared, too
				uses = uses && derives(file, m)
			}
			if uses && f.found[companion(part)] == nil {
				f.add(companion(part), m)
			}
		}
		return
	}
	if m := library.Find(name); m != nil && f.found[name] == nil {
		f.add(name, m)
	}
}

// abstract loads the abstract classes of containers, where a class of the file derives from one that has methods to inherit.
func (f *finder) abstract(file *syntax.File) {
	m := library.Find("collections.abc")
	if f.found[companion("collections.abc")] == nil && derives(file, m) {
		f.add(companion("collections.abc"), m)
	}
}

// derives reports a class of the file that derives from one with the name of one of a module.
func derives(file *syntax.File, m *library.Module) bool {
	found := false
	syntax.Walk(file, func(n syntax.Node) bool {
		if k, ok := n.(*syntax.ClassDef); ok {
			for _, a := range k.Args {
				found = found || slices.Contains(m.Names(), baseName(a.Value))
			}
		}
		return !found
	})
	return found
}

// baseName is the last name of a base: Mapping of collections.abc.Mapping[str, int].
func baseName(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Name:
		return e.Id
	case *syntax.Attr:
		return e.Name
	case *syntax.Index:
		return baseName(e.X)
	}
	return ""
}

func (f *finder) add(name string, m *library.Module) {
	f.found[name] = m.Source
	f.order = append(f.order, name)
	parsed, _ := syntax.Parse(m.Source)
	f.imports(parsed, name, false)
}

func relative(in string, pkg bool, level int, module string) string {
	if !pkg {
		level++
	}
	for ; level > 1; level-- {
		in = in[:max(strings.LastIndexByte(in, '.'), 0)]
	}
	switch {
	case module == "":
		return in
	case in == "":
		return module
	}
	return in + "." + module
}

// alwaysPython are the modules that Python has loaded before the script starts, or that are part of it:
// a file of that name does not hide them. (That of dstreamc is there for Spark itself.)
var alwaysPython = map[string]bool{
	"": true, "sys": true, "os": true, "io": true, "time": true, "builtins": true, "itertools": true, "__future__": true,
	"pyspark": true, "py4j": true, "dstreamc": true,
}

// module loads a module and the packages around it.
func (f *finder) module(name string) {
	top, _, _ := strings.Cut(name, ".")
	if alwaysPython[top] || f.load == nil {
		return
	}
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '.' {
			continue
		}
		m := name[:i]
		if f.seen[m] {
			if f.found[m] == nil {
				return
			}
			continue
		}
		f.seen[m] = true
		src := f.load(m)
		if src == nil {
			return
		}
		f.found[m] = src
		f.order = append(f.order, m)
		file, _ := syntax.Parse(src)
		f.imports(file, m, strings.HasSuffix(src.Name, "__init__.py"))
	}
}
