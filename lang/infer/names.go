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

// staticRef stands for a module, class or declared function in an expression: something that
// is resolved at compile time. None is left in a finished tree.
type staticRef struct{ ir.X }

func ref(t types.Type, at syntax.Span) ir.Expr { return &staticRef{ir.X{T: t, At: at}} }

// name reads a name.
func (c *checker) name(n *syntax.Name) ir.Expr {
	if v := c.compVar(n.Id); v != nil {
		return &ir.Local{X: ir.X{T: v.typ, At: n.Span}, Var: v.v}
	}
	owner := c.frame.scope.lookup(n.Id)
	if owner == nil {
		return c.builtinName(n)
	}
	if owner == c.frame.scope {
		return c.readLocal(n)
	}
	for f := c.frame.parent; f != nil; f = f.parent {
		if f.scope == owner {
			return c.readOuter(n, f)
		}
	}
	return c.undefined(n)
}

// compVar finds a variable of a comprehension, unless the function itself binds the name.
func (c *checker) compVar(name string) *compVar {
	for i := len(c.frame.comps) - 1; i >= 0; i-- {
		if v, ok := c.frame.comps[i][name]; ok {
			if i < c.frame.outerComps && c.frame.scope.bound[name] {
				return nil
			}
			return v
		}
	}
	return nil
}

// readLocal reads a name of the current frame where the flow tells its type.
func (c *checker) readLocal(n *syntax.Name) ir.Expr {
	f := c.frame
	fl, ok := f.state[n.Id]
	if !ok {
		if f.parent == nil {
			if b := c.lookupBuiltin(n); b != nil {
				return b
			}
		}
		if v := f.vars[n.Id]; f.parent == nil && v != nil && f.scope.shared[n.Id] && v.one != nil {
			return c.checked(n, v, ir.GlobalName, c.readShared(n, f, v.one)) // a global that a function has set
		}
		return c.unassigned(n)
	}
	s := fl.sites[0]
	for _, o := range fl.sites[1:] {
		if o.root() != s.root() {
			c.unite(s, o)
		}
	}
	out := c.readSite(n, s, fl.cur)
	if fl.maybe {
		return c.checked(n, s.v, c.nameKind(), out)
	}
	return out
}

// readOuter reads a name of an enclosing function or of the module.
func (c *checker) readOuter(n *syntax.Name, f *frame) ir.Expr {
	v := f.vars[n.Id]
	if v == nil || len(v.sites) == 0 {
		if f.parent == nil {
			if b := c.lookupBuiltin(n); b != nil && !f.scope.bound[n.Id] {
				return b
			}
		}
		if c.round == 1 {
			c.changed = true
			return c.never(n.Span) // it may be assigned further down
		}
		return c.undefined(n)
	}
	out := c.readShared(n, f, v.roots()[0])
	if c.surelySet(v) {
		return out
	}
	kind := ir.FreeName
	if f.parent == nil {
		kind = ir.GlobalName
	}
	return c.checked(n, v, kind, out)
}

func (c *checker) readShared(n *syntax.Name, f *frame, s *site) ir.Expr {
	s = s.root()
	for _, o := range f.vars[n.Id].sites {
		c.unite(s, o)
	}
	t := s.root().storage()
	if types.IsNever(t) {
		c.changed = c.changed || c.round <= 2
	}
	return c.readSite(n, s.root(), t)
}

// readSite makes the read of a variable that has type cur here.
func (c *checker) readSite(n *syntax.Name, s *site, cur types.Type) ir.Expr {
	c.markImport(s)
	cur = types.Resolve(cur)
	if c.exact && types.IsInt(cur) && types.IsBigInt(s.storage()) {
		cur = types.BigInt
	}
	switch t := cur.(type) {
	case *types.Func:
		fn := t.Fn.(*function)
		if c.inReach(fn) {
			return c.funcVal(fn, n.Span)
		}
	case *types.Builtin:
		if a, ok := t.Decl.(*api.Attr); ok {
			return c.member(a, n.Span)
		}
		return ref(cur, n.Span)
	case *types.Module:
		if c.unknownModule(t, n.Span) {
			return c.bad(n.Span)
		}
		return ref(cur, n.Span)
	case *types.Class:
		return ref(cur, n.Span)
	}
	if types.IsBad(cur) {
		return c.bad(n.Span)
	}
	local := &ir.Local{X: ir.X{T: cur, At: n.Span}}
	conv := &ir.Convert{X: ir.X{T: cur, At: n.Span}, V: local}
	c.later = append(c.later, func() {
		local.Var = c.final(s)
		local.T = local.Var.Type
		conv.T = types.Resolve(conv.T)
	})
	return conv
}

// fileName is __file__ of the file that has a place: absolute, as Python makes it when it starts.
func (c *checker) fileName(of int32, at syntax.Span) ir.Expr {
	file, _ := c.src.File(of)
	main, _ := c.src.File(0)
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_script_file"], []argument{{val: c.str(file.Name, at), at: at}, {val: c.str(main.Name, at), at: at}}, at)
}

// lookupBuiltin finds a built-in function, class or exception.
func (c *checker) lookupBuiltin(n *syntax.Name) ir.Expr {
	switch n.Id {
	case "__name__":
		return c.str(c.moduleName(), n.Span)
	case "__file__":
		return c.fileName(n.Span.Start, n.Span)
	case "__doc__":
		return c.moduleDoc(c.root().module, n.Span)
	case "__class__":
		if k, _, _ := c.methodSelf(); k != nil && k.dynamic {
			return c.readKept(k.cell, n.Span)
		} else if k != nil {
			return ref(k.typ, n.Span)
		}
	case "Ellipsis":
		return c.expr(&syntax.Ellipsis{At: n.At})
	case "_FrozenInstanceError": // of written methods
		return ref(&types.Class{Name: n.Id, Decl: excClass("FrozenInstanceError")}, n.Span)
	case "NotImplemented":
		return &ir.ModAttr{X: ir.X{T: types.Any, At: n.Span}, Module: "builtins", Name: "NotImplemented"}
	}
	if n.Id == "_dataclass_field" { // of written methods
		return c.member(c.ix.Modules["builtins"].Members[n.Id], n.Span)
	}
	if m, ok := c.ix.Modules["builtins"].Members[n.Id]; ok {
		if k, isClass := m.(*api.Class); !private(n.Id) && (!isClass || !strings.HasPrefix(k.Name, "Dict") && k.Name != "File" && k.Name != "BinaryFile" && k.Name != "Iterator") {
			return c.member(m, n.Span)
		}
	}
	if isException(n.Id) && !isModuleException(n.Id) {
		return ref(&types.Class{Name: n.Id, Decl: excClass(n.Id)}, n.Span)
	}
	return nil
}

// private reports names of the declarations that scripts do not see.
func private(name string) bool { return strings.HasPrefix(name, "_") && !strings.HasPrefix(name, "__") }

// specialName marks a built-in that the checker expands itself.
type specialName string

func (c *checker) builtinName(n *syntax.Name) ir.Expr {
	if sqlFunctions[n.Id] && c.fromStarOf("pyspark.sql.functions", n) {
		return c.bad(n.Span)
	}
	if e := c.lookupBuiltin(n); e != nil {
		return e
	}
	return c.undefined(n)
}

// member makes the reference to a declaration.
func (c *checker) member(m any, at syntax.Span) ir.Expr {
	switch m := m.(type) {
	case *api.Class:
		return ref(&types.Class{Name: m.Name, Decl: m}, at)
	case *api.Module:
		return ref(&types.Module{Name: m.Name, Decl: m}, at)
	case *api.Overloads:
		if f := m.Funcs[0]; f.Expanded {
			return ref(&types.Builtin{Name: m.Name, Decl: specialName(f.FullName())}, at)
		}
		return ref(&types.Builtin{Name: m.Name, Decl: m}, at)
	case *api.Attr:
		return &ir.ModAttr{X: ir.X{T: m.Type, At: at}, Module: m.Module, Name: m.Name}
	}
	return c.bad(at)
}

// undefined reports a name that nothing binds.
func (c *checker) undefined(n *syntax.Name) ir.Expr {
	if c.lost[n.Id] {
		return c.bad(n.Span)
	}
	if c.catchesNames() {
		return c.raisesUnset(n, ir.GlobalName)
	}
	if c.fromStar(n) {
		return c.bad(n.Span)
	}
	d := c.list.Add(diag.Name, "DS201", n.Span, "name '%s' is not defined", n.Id)
	d.WithHint("%s", c.undefinedHint(n))
	c.context(d)
	return c.bad(n.Span)
}

func (c *checker) unassigned(n *syntax.Name) ir.Expr {
	if c.lost[n.Id] {
		return c.bad(n.Span)
	}
	if c.catchesNames() {
		return c.raisesUnset(n, c.nameKind())
	}
	d := c.list.Add(diag.Name, "DS202", n.Span, "'%s' is used before anything is assigned to it", n.Id)
	if v := c.frame.vars[n.Id]; v != nil {
		if r := v.roots(); len(r) > 0 && r[0].at.Start != n.Span.Start {
			d.Note(r[0].at, "it is assigned here")
		}
	}
	d.WithHint("%s", c.unassignedHint(n.Id))
	c.context(d)
	return c.bad(n.Span)
}

// unassignedHint is for functions that assign to a name which is also one outside of them.
func (c *checker) unassignedHint(name string) string {
	for f := c.frame.parent; f != nil && c.frame.scope.bound[name]; f = f.parent {
		switch {
		case f.class != nil || !f.scope.bound[name]:
		case f.parent == nil:
			return "the assignment makes it a variable of the function: write global " + name + " in the function's first line"
		default:
			return "the assignment makes it a variable of the inner function: write nonlocal " + name + " in its first line"
		}
	}
	return "assign it first, or define it above this line"
}

func (c *checker) visibleNames() []string {
	var names []string
	for s := c.frame.scope; s != nil; s = s.parent {
		for n := range s.bound {
			names = append(names, n)
		}
	}
	for n, m := range c.ix.Modules["builtins"].Members {
		if o, isFunc := m.(*api.Overloads); !isFunc || o.Funcs[0].Rejected == "" {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	return names
}

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
	"abc": true, "enum": true, "dataclasses": true}

// understood are those of them whose members the checker knows: what classes derive from, and their
// decorators.
var understood = map[string]bool{"typing": true, "typing_extensions": true, "collections.abc": true, "abc": true, "enum": true, "dataclasses": true}

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

// typeAlias recognises what stands for a type, such as List[str], and is of no use but in
// annotations.
func (c *checker) typeAlias(x ir.Expr, at syntax.Span) (ir.Expr, bool) {
	if _, ok := x.(*staticRef); !ok {
		return nil, false
	}
	switch t := typeOf(x).(type) {
	case *types.Module:
		return ref(t, at), ignored(t)
	case *types.Class:
		return ref(&types.Module{Name: "typing." + t.Name}, at), true
	case *types.Builtin:
		return ref(&types.Module{Name: "typing." + t.Name}, at), classFunctions[t.Name]
	}
	return nil, false
}

// classFunctions are the classes whose calls are declared, or known, as those of functions.
var classFunctions = map[string]bool{"tuple": true, "type": true, "deque": true, "defaultdict": true, "OrderedDict": true, "Counter": true, "ChainMap": true}

// isUnion reports a type written as int | None, which is of no use but in annotations.
func (c *checker) isUnion(e *syntax.Binary, l, r ir.Expr) bool {
	isType := func(e syntax.Expr, v ir.Expr) bool {
		switch e.(type) {
		case *syntax.NoneLit, *syntax.StrLit:
			return true
		}
		_, ok := c.typeAlias(v, e.Pos())
		return ok
	}
	_, static1 := l.(*staticRef)
	_, static2 := r.(*staticRef)
	return (static1 || static2) && isType(e.X, l) && isType(e.Y, r)
}

func (c *checker) importFrom(s *syntax.ImportFrom) []ir.Stmt {
	if ignoredModules[s.Module] {
		for _, a := range s.Names {
			var t types.Type = &types.Module{Name: s.Module + "." + a.Name}
			if exc, ok := moduleExceptions[s.Module+"."+a.Name]; ok {
				t = &types.Class{Name: exc, Decl: excClass(exc)}
			}
			c.bindStatic(asName(a), a.Span, t, nil)
		}
		return nil
	}
	m := c.ix.Modules[s.Module]
	c.modules[s.Module] = true
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
