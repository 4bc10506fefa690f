package library

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

//go:embed *.py
var files embed.FS

// Module is a module of the library, or the rest of one.
type Module struct {
	Source *syntax.Source
	// Names gives what it defines for scripts. The text is parsed when that is first asked for: a script needs few modules.
	Names func() []string
}

var load = sync.OnceValue(func() map[string]*Module {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	out := map[string]*Module{}
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		src := syntax.NewSource(e.Name(), string(text))
		src.Library = true
		out[strings.TrimSuffix(e.Name(), ".py")] = &Module{src, sync.OnceValue(func() []string { return defined(src) })}
	}
	return out
})

// Find is the module of a dotted name, or nil.
func Find(name string) *Module { return load()[name] }

// Parts are the names under which Find has what there is of a declared module: files of their own for what a script pays for, such
// as classes that change any object.
func Parts(module string) []string {
	var out []string
	for name := range load() {
		if name == module || strings.HasPrefix(name, module+part) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// part follows the name of a module in those of its further files.
const part = "._"

// Names lists the modules.
func Names() []string {
	var out []string
	for name := range load() {
		if !strings.Contains(name, part) {
			out = append(out, name)
		}
	}
	return out
}

// defined are the names that a module's statements bind for others: not those it imports, nor those with an underscore.
func defined(src *syntax.Source) []string {
	file, errs := syntax.Parse(src)
	if len(errs) > 0 {
		panic("library: " + src.Name + ": " + errs[0].Msg)
	}
	var out []string
	add := func(name string) {
		if !strings.HasPrefix(name, "_") {
			out = append(out, name)
		}
	}
	for _, s := range file.Body {
		switch s := s.(type) {
		case *syntax.FuncDef:
			add(s.Name.Id)
		case *syntax.ClassDef:
			add(s.Name.Id)
		case *syntax.Assign:
			for _, t := range s.Targets {
				if n, ok := t.(*syntax.Name); ok {
					add(n.Id)
				}
			}
		}
	}
	return out
}

// Mentioned reports whether a text may use a name that the module defines: by the module's name, or, where names are taken from the
// module or it is given another one, by that alone.
func (m *Module) Mentioned(text, module string) bool {
	prefix := module[strings.LastIndexByte(module, '.')+1:] + "."
	if strings.Contains(text, "from "+module+" ") || strings.Contains(text, module+" as ") {
		prefix = ""
	}
	for _, name := range m.Names() {
		if strings.Contains(text, prefix+name) {
			return true
		}
	}
	return false
}
