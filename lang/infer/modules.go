package infer

import (
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/library"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// userModule is a module that lies beside the script. Its statements are a function that runs once,
// at the first import; its names are variables of the whole program.
type userModule struct {
	name   string
	file   *syntax.File
	frame  *frame
	ir     *ir.Func
	round  int // in which it was walked last
	active bool
}

// Companion begins the names of the modules that are the part of a declared module written in Python.
const Companion = "_library."

// written is the part of a declared module that has a name, or nil if the script does not use it.
func (c *checker) written(module, name string) *userModule {
	for _, part := range library.Parts(module) {
		if m := c.users[Companion+part]; m != nil && m.frame.scope.bound[name] {
			return m
		}
	}
	return nil
}

// runCompanions runs the parts of a declared module that are written in Python, where the module is imported.
func (c *checker) runCompanions(module string, at syntax.Span) []ir.Stmt {
	var out []ir.Stmt
	switch module {
	case "os":
		out = c.runCompanions("os.path", at)
	case "typing":
		out = c.runCompanions("collections.abc", at)
	}
	for _, part := range library.Parts(module) {
		if m := c.users[Companion+part]; m != nil {
			out = append(out, c.run(m, at)...)
		}
	}
	return out
}

// plainObject writes object() as a call of the class that the library has for it.
func (c *checker) plainObject(e *syntax.Call) (ir.Expr, bool) {
	n, ok := e.Fn.(*syntax.Name)
	lib := c.written("builtins", "object")
	if !ok || n.Id != "object" || len(e.Args) > 0 || lib == nil || c.frame.scope.lookup("object") != nil {
		return nil, false
	}
	class := &syntax.Attr{At: n.At, X: c.held(ref(c.userRef(lib), n.Span), n.Span), Name: "object", NameAt: n.Span}
	return c.call(&syntax.Call{At: e.At, Fn: class}), true
}

// loadModules makes the frames of the modules of a program.
func (c *checker) loadModules(files map[string]*syntax.File) {
	c.users = map[string]*userModule{}
	for name, file := range files {
		scope := moduleScope(file, c.starsIn(name, file))
		for n := range scope.bound {
			scope.shared[n] = true
		}
		m := &userModule{name: name, file: file, frame: &frame{scope: scope, vars: map[string]*variable{}}}
		m.frame.module = m
		m.ir = &ir.Func{Name: "<module>", Suffix: strings.ReplaceAll(name, ".", "_"), Result: types.None, At: syntax.Span{}}
		if len(file.Body) > 0 {
			m.ir.At = file.Body[0].Pos()
		}
		c.users[name] = m
	}
}

// root is the frame of the module that the current place belongs to.
func (c *checker) root() *frame {
	f := c.frame
	for f.parent != nil {
		f = f.parent
	}
	return f
}

// moduleName is __name__ at the current place.
func (c *checker) moduleName() string {
	m := c.root().module
	if m == nil {
		return "__main__"
	}
	if declared, ok := strings.CutPrefix(m.name, Companion); ok {
		declared, _, _ = strings.Cut(declared, "._")
		return declared
	}
	return m.name
}

// moduleDoc is __doc__ of a module, nil for the script.
func (c *checker) moduleDoc(m *userModule, at syntax.Span) ir.Expr {
	file := c.file
	if m != nil {
		file = m.file
	}
	if doc := docstring(file.Body); doc != "" {
		return c.str(doc, at)
	}
	return c.none(at)
}

// run is the import of a module: its statements run if they have not.
func (c *checker) run(m *userModule, at syntax.Span) []ir.Stmt {
	if m.round != c.round && !m.active {
		c.walkModule(m)
	}
	if len(m.file.Body) == 0 {
		return nil
	}
	call := &ir.CallFunc{X: ir.X{T: types.None, At: at}, Func: m.ir}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}}
}

func (c *checker) walkModule(m *userModule) {
	m.round, m.active = c.round, true
	frame, calls, strict, bound := c.frame, c.calls, c.strict, c.bound
	catching, imports, messages := c.catching, c.caughtImports, len(c.list.Items)
	c.frame, c.calls, c.strict, c.bound = m.frame, nil, false, nil
	c.catching, c.caughtImports = nil, 0
	m.frame.begin()
	loaded := m.frame.hiddenSite(m.ir.Suffix+" loaded", syntax.Span{})
	loaded.store(types.Bool)
	body := c.block(m.file.Body)
	c.endFrame(m.frame)
	c.frame, c.calls, c.strict, c.bound = frame, calls, strict, bound
	c.catching, c.caughtImports = catching, imports
	c.settleMessages(messages)
	m.active = false
	flag := &ir.Local{X: ir.X{T: types.Bool, At: m.ir.At}}
	target := &ir.VarTarget{}
	set := &ir.Assign{S: ir.S{At: m.ir.At}, Target: target, Value: c.boolean(true, m.ir.At)}
	not := &ir.Not{X: ir.X{T: types.Bool, At: m.ir.At}, V: flag}
	c.later = append(c.later, func() { flag.Var = c.final(loaded); target.Var = flag.Var })
	m.ir.Body = []ir.Stmt{&ir.If{S: ir.S{At: m.ir.At}, Test: not, Body: append([]ir.Stmt{set}, body...)}}
}

// importUser imports a module beside the script by its dotted name: the packages around it run first.
func (c *checker) importUser(name string, at syntax.Span) []ir.Stmt {
	var out []ir.Stmt
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '.' {
			continue
		}
		if m := c.users[name[:i]]; m != nil {
			out = append(out, c.run(m, at)...)
		}
	}
	return out
}

func (c *checker) userRef(m *userModule) *types.Module { return &types.Module{Name: m.name, Decl: m} }

// importUserNames binds what `from module import a, b` names.
func (c *checker) importUserNames(m *userModule, s *syntax.ImportFrom) []ir.Stmt {
	out := c.importUser(m.name, s.Span)
	for _, a := range s.Names {
		if a.Name == "*" {
			for _, name := range m.exported() {
				out = append(out, c.importUserName(m, name, name, a.Span)...)
			}
			continue
		}
		if sub := c.users[m.name+"."+a.Name]; sub != nil && !m.frame.scope.bound[a.Name] {
			out = append(out, c.run(sub, a.Span)...)
			c.bindStatic(asName(a), a.Span, c.userRef(sub), nil)
			continue
		}
		out = append(out, c.importUserName(m, a.Name, asName(a), a.Span)...)
	}
	return out
}

func (c *checker) importUserName(m *userModule, name, as string, at syntax.Span) []ir.Stmt {
	v, ok := c.userMember(m, name, at)
	if !ok {
		if !c.lacksMember(m, name, at) {
			c.noUserMember(c.list.Add(diag.Name, "DS203", at, "cannot import name '%s' from '%s'", name, m.name), m, name)
		}
		c.bindStatic(as, at, types.Bad, nil)
		return nil
	}
	n := &syntax.Name{At: syntax.At{Span: at}, Id: as}
	return c.store(n, v, at)
}

// exported are the names that `from module import *` binds.
func (m *userModule) exported() []string { return exported(m.file, m.frame.scope) }

// exported are the names that the module's __all__ lists, or all that have no underscore before them.
func exported(f *syntax.File, s *scope) []string {
	if all, ok := listedNames(f); ok {
		return all
	}
	var out []string
	for n := range s.bound {
		if !strings.HasPrefix(n, "_") && !strings.Contains(n, " ") {
			out = append(out, n)
		}
	}
	sort.Strings(out)
	return out
}

// listedNames are the names of the list or tuple that a file assigns to __all__; ok is false if it has none that is written out.
func listedNames(f *syntax.File) (names []string, ok bool) {
	for _, st := range f.Body {
		a, isAssign := st.(*syntax.Assign)
		if !isAssign || len(a.Targets) != 1 {
			continue
		}
		if n, isName := a.Targets[0].(*syntax.Name); !isName || n.Id != "__all__" {
			continue
		}
		var elts []syntax.Expr
		switch v := a.Value.(type) {
		case *syntax.List:
			elts, ok = v.Elts, true
		case *syntax.Tuple:
			elts, ok = v.Elts, true
		}
		for _, e := range elts {
			if lit, isText := e.(*syntax.StrLit); isText {
				names = append(names, lit.Value)
			}
		}
	}
	return names, ok
}

// userMember reads a name of a module. ok is false if nothing there binds it.
func (c *checker) userMember(m *userModule, name string, at syntax.Span) (ir.Expr, bool) {
	switch name {
	case "__name__":
		return c.str(m.name, at), true
	case "__file__":
		return c.fileName(m.ir.At.Start, at), true
	case "__doc__":
		return c.moduleDoc(m, at), true
	}
	v := m.frame.vars[name]
	if v != nil && len(v.sites) > 0 {
		n := &syntax.Name{At: syntax.At{Span: at}, Id: name}
		return c.readShared(n, m.frame, v.roots()[0]), true
	}
	if sub := c.users[m.name+"."+name]; sub != nil {
		return ref(c.userRef(sub), at), true
	}
	if m.name == "types" && typesOfCode[name] {
		return ref(&types.Module{Name: "types." + name}, at), true
	}
	if m.frame.scope.bound[name] && c.round == 1 {
		c.changed = true
		return c.never(at), true
	}
	return nil, false
}

// userAttr is module.name.
func (c *checker) userAttr(m *userModule, e *syntax.Attr) ir.Expr {
	v, ok := c.userMember(m, e.Name, e.Span)
	if !ok {
		if !c.lacksMember(m, e.Name, e.NameAt) {
			c.noUserMember(c.list.Add(diag.Name, "DS205", e.NameAt, "module '%s' has no attribute '%s'", m.name, e.Name), m, e.Name)
		}
		return c.bad(e.Span)
	}
	return v
}

// lacksMember reports what a module of the library has in CPython alone.
func (c *checker) lacksMember(m *userModule, name string, at syntax.Span) bool {
	full := m.name + "." + name
	if library.Find(m.name) == nil || !api.InCPython(full) {
		return false
	}
	c.unsupportedModule(full, at)
	return true
}

func (c *checker) noUserMember(d *diag.Diagnostic, m *userModule, name string) {
	if near := diag.Nearest(name, m.exported()); near != "" {
		d.WithHint("did you mean '%s'?", near)
	}
}

// absolute is the name of the module that an import statement means: dots count packages upward from
// the module it stands in.
func (c *checker) absolute(s *syntax.ImportFrom) string {
	m := c.root().module
	return absolute(c.moduleName(), m == nil || m.isPackage(c.src), s)
}

// absolute is the module that an import statement means in a module, or in the __init__.py of a package, of that name.
func absolute(base string, pkg bool, s *syntax.ImportFrom) string {
	if s.Level == 0 {
		return s.Module
	}
	if !pkg {
		base = parent(base)
	}
	for i := 1; i < s.Level; i++ {
		base = parent(base)
	}
	if s.Module == "" {
		return base
	}
	if base == "" {
		return s.Module
	}
	return base + "." + s.Module
}

func parent(name string) string {
	i := strings.LastIndexByte(name, '.')
	return name[:max(i, 0)]
}

// isPackage reports a module that is the __init__.py of a folder.
func (m *userModule) isPackage(src *syntax.Source) bool {
	return isPackageAt(src, m.ir.At)
}

// isPackageAt reports a place in the __init__.py of a folder.
func isPackageAt(src *syntax.Source, at syntax.Span) bool {
	file, _ := src.File(at.Start)
	return strings.HasSuffix(file.Name, "__init__.py")
}
