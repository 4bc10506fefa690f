package infer

import (
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
		if f.scope.class {
			return c.readPastClass(n)
		}
		return c.unassigned(n)
	}
	s := fl.sites[0]
	for _, o := range fl.sites[1:] {
		if o.root() != s.root() {
			c.unite(s, o)
		}
	}
	var out ir.Expr
	if fl.stale {
		out = c.readShared(n, f, s)
	} else {
		out = c.readSite(n, s, fl.cur)
	}
	if fl.maybe || s.v.gone {
		return c.checked(n, s.v, c.nameKind(), out)
	}
	return out
}

// readPastClass reads a name that the body of a class has not bound yet: it is the module's, or built in.
func (c *checker) readPastClass(n *syntax.Name) ir.Expr {
	mod := c.frame
	for mod.parent != nil {
		mod = mod.parent
	}
	if v := mod.vars[n.Id]; mod.scope.bound[n.Id] && v != nil {
		return c.readOuter(n, mod)
	}
	if b := c.lookupBuiltin(n); b != nil {
		return b
	}
	return c.unassigned(n)
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
	case "slice":
		c.makesSlices()
	case "__name__":
		return c.str(c.moduleName(), n.Span)
	case "__file__":
		return c.fileName(n.Span.Start, n.Span)
	case "__doc__":
		return c.moduleDoc(c.root().module, n.Span)
	case "__class__":
		for f := c.frame; f != nil; f = f.parent {
			if f.inst == nil || f.inst.fn.class == nil {
				continue
			}
			if k := f.inst.fn.class; !k.dynamic {
				return ref(k.typ, n.Span)
			} else if len(f.inst.fn.params) > 0 {
				return c.readKept(k.cell, n.Span)
			}
		}
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
