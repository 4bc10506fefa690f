package infer

import (
	"slices"
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// importStmt binds modules.
func (c *checker) importStmt(s *syntax.Import) []ir.Stmt {
	var out []ir.Stmt
	for _, a := range s.Names {
		name := a.Name
		if m := c.users[name]; m != nil {
			out = append(out, c.importUser(name, a.Span)...)
			if a.AsName == "" {
				m = c.users[importedAs(a)]
			}
			if m == nil { // a module of the library in a declared one
				c.bindModule(importedAs(a), importedAs(a), a.Span)
			} else {
				c.bindStatic(importedAs(a), a.Span, c.userRef(m), nil)
			}
			continue
		}
		if a.AsName == "" {
			name = importedAs(a)
		}
		out = append(out, c.runCompanions(a.Name, a.Span)...)
		if a.AsName != "" || name == a.Name {
			c.bindModule(importedAs(a), a.Name, a.Span)
			continue
		}
		if c.ix.Modules[a.Name] == nil && c.ix.Modules[name] != nil && !ignoredModules[a.Name] {
			if c.importedAt[a.Name] = a.Span; !api.InCPython(a.Name) && later(a.Name) == "" {
				c.unsupportedModule(a.Name, a.Span)
			}
		}
		c.bindModule(name, name, a.Span)
	}
	return out
}

func (c *checker) bindModule(as, module string, at syntax.Span) {
	m := c.ix.Modules[module]
	var decl any = m
	if m == nil {
		decl = nil
	}
	c.bindStatic(as, at, &types.Module{Name: module, Decl: decl}, nil)
	c.importedAt[module] = at
	c.modules[module] = true
	c.imports(module, at, m == nil && !ignoredModules[module])
}

// ignoredModules are imported for the sake of annotations or older Pythons; what is taken from
// them has no effect at run time.
var ignoredModules = map[string]bool{"__future__": true, "typing": true, "typing_extensions": true, "collections.abc": true, "findspark": true,
	"abc": true, "enum": true, "dataclasses": true, "numbers": true, "doctest": true}

// understood are those of them whose members the checker knows: what classes derive from, and their
// decorators.
var understood = map[string]bool{"typing": true, "typing_extensions": true, "collections.abc": true, "abc": true, "enum": true, "dataclasses": true, "numbers": true}

// ignored reports a module that is there for annotations, or what is taken from one.
func ignored(m *types.Module) bool {
	for name := m.Name; ; {
		if ignoredModules[name] {
			return true
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return false
		}
		name = name[:i]
	}
}

func (c *checker) importFrom(s *syntax.ImportFrom) []ir.Stmt {
	c.modules[s.Module] = true
	if ignoredModules[s.Module] {
		for _, a := range s.Names {
			var t types.Type = &types.Module{Name: s.Module + "." + a.Name}
			if exc, ok := moduleExceptions[s.Module+"."+a.Name]; ok {
				t = &types.Class{Name: exc, Decl: excClass(exc)}
			}
			c.bindStatic(asName(a), a.Span, t, nil)
		}
		return c.runCompanions(s.Module, s.Span)
	}
	m := c.ix.Modules[s.Module]
	out := c.runCompanions(s.Module, s.Span)
	for _, a := range s.Names {
		if a.Name != "*" {
			c.hideImported(s, asName(a), a.Span)
		}
		if stmts, ok := c.importWritten(m, s, a); ok {
			out = append(out, stmts...)
			continue
		}
		switch {
		case a.Name == "*":
			out = append(out, c.importStar(s, m, a)...)
		case m == nil:
			c.bindStatic(asName(a), a.Span, &types.Module{Name: s.Module + "." + a.Name}, nil)
			c.importedAt[s.Module+"."+a.Name] = a.Span
			c.imports(s.Module+"."+a.Name, a.Span, true)
		default:
			c.importMember(m, s, a)
		}
	}
	return out
}

// importWritten binds a name of a declared module that is written in Python: of its companion, or a module in it.
func (c *checker) importWritten(m *api.Module, s *syntax.ImportFrom, a *syntax.Alias) ([]ir.Stmt, bool) {
	if m == nil {
		return nil, false
	}
	if sub := c.users[s.Module+"."+a.Name]; sub != nil {
		out := c.run(sub, a.Span)
		c.bindStatic(asName(a), a.Span, c.userRef(sub), nil)
		return out, true
	}
	lib := c.written(s.Module, a.Name)
	if lib == nil || m.Members[a.Name] != nil {
		return nil, false
	}
	return c.importUserName(lib, a.Name, asName(a), a.Span), true
}

func asName(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	return a.Name
}

func (c *checker) importMember(m *api.Module, s *syntax.ImportFrom, a *syntax.Alias) {
	mem, ok := m.Members[a.Name]
	if exc, isExc := moduleExceptions[m.Name+"."+a.Name]; isExc {
		c.bindStatic(asName(a), a.Span, &types.Class{Name: exc, Decl: excClass(exc)}, nil)
		return
	}
	if !ok {
		if later(m.Name+"."+a.Name) != "" { // known to Spark: an error only if it is used
			c.bindStatic(asName(a), a.Span, &types.Module{Name: m.Name + "." + a.Name}, nil)
			c.importedAt[m.Name+"."+a.Name] = a.Span
			return
		}
		if full := m.Name + "." + a.Name; api.InCPython(full) { // likewise
			c.bindModule(asName(a), full, a.Span)
			return
		}
		d := c.list.Add(diag.Name, "DS203", a.Span, "cannot import name '%s' from '%s'", a.Name, s.Module)
		if home := c.home(a.Name, m); home != "" {
			d.WithHint("write from %s import %s", home, a.Name)
		} else if near := diag.Nearest(a.Name, memberNames(m)); near != "" {
			d.WithHint("did you mean '%s'?", near)
		}
		c.bindStatic(asName(a), a.Span, types.Bad, nil)
		return
	}
	if at, ok := mem.(*api.Attr); ok {
		c.bindStatic(asName(a), a.Span, &types.Builtin{Name: a.Name, Decl: at}, nil)
		return
	}
	c.bindStatic(asName(a), a.Span, typeOf(c.member(mem, a.Span)), nil)
}

// home is the module of Spark that a name is in which is not in the one it is imported from.
func (c *checker) home(name string, m *api.Module) string {
	if m.Name != "pyspark" && !strings.HasPrefix(m.Name, "pyspark.") {
		return ""
	}
	for _, home := range []string{"pyspark", "pyspark.streaming", "pyspark.sql"} {
		if _, ok := c.ix.Modules[home].Members[name]; ok && home != m.Name {
			return home
		}
	}
	return ""
}

// importStar binds all public names of a module. What is not known of it may be what an undefined name stands
// for.
func (c *checker) importStar(s *syntax.ImportFrom, m *api.Module, a *syntax.Alias) []ir.Stmt {
	module := s.Module
	if m == nil || later(module) != "" {
		c.unknownImports = append(c.unknownImports, unknownImport{module, a.Span, true})
	}
	if m == nil {
		return nil
	}
	var out []ir.Stmt
	for _, name := range c.starNames(module) {
		one, full := &syntax.Alias{At: a.At, Name: name}, module+"."+name
		c.hideImported(s, name, a.Span)
		if stmts, ok := c.importWritten(m, s, one); ok {
			out = append(out, stmts...)
		} else if m.Members[name] != nil || moduleExceptions[full] != "" {
			c.importMember(m, s, one)
		} else {
			c.bindStatic(name, a.Span, &types.Module{Name: full}, nil)
			c.importedAt[full] = a.Span
		}
	}
	return out
}

// hideImported forgets what a name of the module stood for, if that was imported and a statement that surely runs imports another:
// functions that are called from now on see that alone.
func (c *checker) hideImported(s *syntax.ImportFrom, name string, at syntax.Span) {
	v, body := c.frame.vars[name], c.file.Body
	if m := c.root().module; m != nil {
		body = m.file.Body
	}
	if v == nil || len(v.sites) == 1 && v.sites[at.Start] != nil || c.frame.parent != nil || !slices.Contains(body, syntax.Stmt(s)) {
		return
	}
	for _, s := range v.roots() {
		switch types.Resolve(s.storage()).(type) {
		case *types.Builtin, *types.Class, *types.Module:
		default:
			return
		}
	}
	delete(c.frame.vars, name)
}

// starsIn finds what imports of everything bind in a file that is the module of that name.
func (c *checker) starsIn(module string, file *syntax.File) func(*syntax.ImportFrom) []string {
	pkg := module == "" || len(file.Body) > 0 && isPackageAt(c.src, file.Body[0].Pos())
	return func(s *syntax.ImportFrom) []string { return c.starNames(absolute(module, pkg, s)) }
}

// starNames is what `from module import *` binds. Of what a module of CPython has and dstreamc lacks it is what hides a built-in
// name; other names are unknown all the same.
func (c *checker) starNames(module string) []string {
	if file := c.files[module]; file != nil {
		if c.starring[module] { // modules that import all of each other
			return nil
		}
		c.starring[module] = true
		defer delete(c.starring, module)
		return exported(file, moduleScope(file, c.starsIn(module, file)))
	}
	names := map[string]bool{}
	m := c.ix.Modules[module]
	if m == nil {
		return nil
	}
	all := api.CPythonNames(module)
	for _, name := range all {
		if m.Members[name] != nil || moduleExceptions[module+"."+name] != "" || c.ix.Modules["builtins"].Members[name] != nil {
			names[name] = true
		}
	}
	if len(all) == 0 {
		for _, name := range memberNames(m) {
			names[name] = !strings.HasPrefix(name, "_")
		}
	}
	if lib := c.files[Companion+module]; lib != nil {
		for name := range moduleScope(lib, c.starsIn(module, lib)).bound {
			names[name] = names[name] || slices.Contains(all, name)
		}
	}
	var out []string
	for name, given := range names {
		if given {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

func memberNames(m *api.Module) []string {
	var names []string
	for n := range m.Members {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// imports notes an import, to warn of those nobody uses that would not be supported.
func (c *checker) imports(name string, at syntax.Span, unknown bool) {
	if unknown {
		c.unknownImports = append(c.unknownImports, unknownImport{name, at, false})
	}
}

type unknownImport struct {
	name string
	at   syntax.Span
	star bool // everything in it
}

func (c *checker) markImport(s *site) { c.usedImports[s.root().at.Start] = true }

// unusedImports warns of imports of unknown modules that nothing uses: they are dropped.
func (c *checker) unusedImports() {
	for _, u := range c.unknownImports {
		if !c.usedImports[u.at.Start] && c.ix.Modules[u.name] == nil {
			c.list.Add(diag.Warning, "DS901", u.at, "dstreamc does not know '%s'; nothing uses it, so the import is dropped", u.name)
		}
	}
}
