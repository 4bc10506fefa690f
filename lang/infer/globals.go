package infer

import (
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// The variables of a module are no dict here, and those of a function neither. globals()['x'] with a name that is written out is
// the variable itself, by which Spark's guide keeps what is to be made once:
//
//	if 'x' not in globals(): globals()['x'] = …
//	return globals()['x']
//
// Other uses of globals() and locals() get a dict with the values of the moment.

// globalsKey returns the name in globals()['name'].
func globalsKey(s *scope, e syntax.Expr) (*syntax.StrLit, bool) {
	ix, ok := e.(*syntax.Index)
	if !ok || !isGlobalsCall(s, ix.X) {
		return nil, false
	}
	key, ok := ix.I.(*syntax.StrLit)
	return key, ok
}

// isGlobalsCall recognises globals(), and locals() and vars() in the statements of a module.
func isGlobalsCall(s *scope, e syntax.Expr) bool {
	call, ok := e.(*syntax.Call)
	if !ok || len(call.Args) != 0 {
		return false
	}
	n, ok := call.Fn.(*syntax.Name)
	if !ok || s.lookup(n.Id) != nil {
		return false
	}
	return n.Id == "globals" || s.parent == nil && (n.Id == "locals" || n.Id == "vars")
}

// assignGlobalsItem is globals()['x'] = v.
func (c *checker) assignGlobalsItem(s *syntax.Assign) ([]ir.Stmt, bool) {
	if len(s.Targets) != 1 {
		return nil, false
	}
	key, ok := globalsKey(c.frame.scope, s.Targets[0])
	if !ok {
		return nil, false
	}
	return c.storeGlobal(key, c.value(s.Value), s.Span), true
}

// storeGlobal stores a value in a variable of the module.
func (c *checker) storeGlobal(key *syntax.StrLit, v ir.Expr, at syntax.Span) []ir.Stmt {
	if types.IsBad(typeOf(v)) {
		return nil
	}
	return c.inModule(func() []ir.Stmt { return c.store(&syntax.Name{At: key.At, Id: key.Value}, v, at) })
}

// inModule types something as if the current function declared all names global.
func (c *checker) inModule(do func() []ir.Stmt) []ir.Stmt {
	f := c.frame
	if f == c.root() {
		return do()
	}
	scope, outer := *f.scope, f.scope
	scope.global = everyName{}.in(c.root())
	f.scope = &scope
	defer func() { f.scope = outer }()
	return do()
}

// everyName makes a set of all names of a module.
type everyName struct{}

func (everyName) in(f *frame) map[string]bool {
	all := map[string]bool{}
	for name := range f.scope.bound {
		all[name] = true
	}
	return all
}

// augGlobalsItem is globals()['x'] op= v.
func (c *checker) augGlobalsItem(s *syntax.AugAssign) ([]ir.Stmt, bool) {
	key, ok := globalsKey(c.frame.scope, s.Target)
	if !ok {
		return nil, false
	}
	cur := c.globalsItem(key)
	val := c.expr(s.Value)
	if out, ok := c.inPlace(cur, s.Op, val, s.Span); ok {
		return out, true
	}
	return c.storeGlobal(key, c.inPlaceBinary(s.Op, cur, val, s.Span), s.Span), true
}

// globalVar is the variable of the module with a name, if something there binds it.
func (c *checker) globalVar(name string) *variable {
	v := c.root().vars[name]
	if v == nil || len(v.sites) == 0 {
		return nil
	}
	return v
}

// globalsItem reads globals()['x'].
func (c *checker) globalsItem(key *syntax.StrLit) ir.Expr {
	v := c.globalVar(key.Value)
	if v == nil {
		if c.root().scope.bound[key.Value] && c.round == 1 {
			c.changed = true
			return c.never(key.Span)
		}
		if d, ok := c.globalsDunder(key.Value, key.Span); ok {
			return d
		}
		if c.catching.catch("KeyError") {
			return c.raising("KeyError", key.Value, types.Any, key.Span)
		}
		c.errorf(key.Span, "DS201", "no global '%s' is ever assigned", key.Value)
		return c.bad(key.Span)
	}
	n := &syntax.Name{At: key.At, Id: key.Value}
	out := c.readShared(n, c.root(), v.roots()[0])
	if c.surelySet(v) {
		return out
	}
	return c.checked(n, v, ir.KeyName, out)
}

// globalsDunder is the value of a name that every module has.
func (c *checker) globalsDunder(name string, at syntax.Span) (ir.Expr, bool) {
	switch name {
	case "__name__", "__file__", "__doc__":
		return c.lookupBuiltin(&syntax.Name{At: syntax.At{Span: at}, Id: name}), true
	}
	return nil, false
}

// inGlobals is 'x' in globals().
func (c *checker) inGlobals(e *syntax.Compare) (ir.Expr, bool) {
	key, ok := e.X.(*syntax.StrLit)
	if !ok || !isGlobalsCall(c.frame.scope, e.Ys[0]) || e.Ops[0] != "in" && e.Ops[0] != "not in" {
		return nil, false
	}
	set := c.globalSet(key)
	if e.Ops[0] == "not in" {
		return &ir.Not{X: ir.X{T: types.Bool, At: e.Span}, V: set}, true
	}
	return set, true
}

// globalSet tells whether a variable of the module is set.
func (c *checker) globalSet(key *syntax.StrLit) ir.Expr {
	v := c.globalVar(key.Value)
	if v == nil {
		_, dunder := c.globalsDunder(key.Value, key.Span)
		if c.root().scope.bound[key.Value] && c.round == 1 {
			c.changed = true
		}
		return &ir.Truth{X: ir.X{T: types.Bool, At: key.Span}, V: c.boolean(dunder, key.Span)}
	}
	if c.surelySet(v) {
		return &ir.Truth{X: ir.X{T: types.Bool, At: key.Span}, V: c.boolean(true, key.Span)}
	}
	return c.flagOf(v, key.Span)
}

// globalsCall handles globals().get('x') and globals().get('x', default).
func (c *checker) globalsCall(e *syntax.Call) (ir.Expr, bool) {
	a, ok := e.Fn.(*syntax.Attr)
	if !ok || a.Name != "get" || !isGlobalsCall(c.frame.scope, a.X) || len(e.Args) < 1 || len(e.Args) > 2 {
		return nil, false
	}
	key, ok := e.Args[0].Value.(*syntax.StrLit)
	if !ok {
		return nil, false
	}
	otherwise := c.none(e.Span)
	if len(e.Args) == 2 {
		otherwise = c.value(e.Args[1].Value)
	}
	v := c.globalVar(key.Value)
	if v == nil {
		if d, ok := c.globalsDunder(key.Value, key.Span); ok {
			return d, true
		}
		return otherwise, true
	}
	read := c.box(c.readShared(&syntax.Name{At: key.At, Id: key.Value}, c.root(), v.roots()[0]))
	t := types.Join(typeOf(read), typeOf(otherwise))
	return &ir.Cond{X: ir.X{T: t, At: e.Span}, Test: c.globalSet(key), Then: c.convertLater(read, t), Else: c.convertLater(otherwise, t)}, true
}

// namespace is a dict with the variables of a frame that are set.
func (c *checker) namespace(f *frame, at syntax.Span) ir.Expr {
	var names []string
	for name, v := range f.vars {
		if len(v.sites) > 0 && !strings.Contains(name, " ") {
			names = append(names, name)
		}
	}
	first := func(name string) (at int32) {
		for _, s := range f.vars[name].sites {
			if at == 0 || s.at.Start < at {
				at = s.at.Start
			}
		}
		return at
	}
	inner := func(name string) bool { return f.parent != nil && f.scope.shared[name] } // CPython lists them last
	sort.Slice(names, func(i, j int) bool {
		if inner(names[i]) != inner(names[j]) {
			return inner(names[j])
		}
		return first(names[i]) < first(names[j])
	})
	var out ir.Expr = c.callBuiltin(c.ix.Modules["builtins"].Members["_namespace"], nil, at)
	if f.parent == nil {
		for _, d := range []string{"__name__", "__file__"} {
			v, _ := c.globalsDunder(d, at)
			out = c.withName(out, d, c.boolean(true, at), v, at)
		}
	}
	for _, name := range names {
		v := f.vars[name]
		n := &syntax.Name{At: syntax.At{Span: at}, Id: name}
		read := c.readShared(n, f, v.roots()[0])
		if m, module := typeOf(read).(*types.Module); module {
			args := []argument{{val: c.str(m.Name, at), at: at}}
			read = c.callBuiltin(c.ix.Modules["builtins"].Members["_module"], args, at)
		}
		if types.IsBad(typeOf(read)) || types.IsNever(typeOf(read)) || driverOnly[className(typeOf(read))] {
			continue
		}
		var set ir.Expr = c.boolean(true, at)
		if fl, ok := f.state[name]; (!ok || fl.maybe) && f == c.frame {
			set = c.flagOf(v, at)
		} else if f != c.frame && !c.surelySet(v) {
			set = c.flagOf(v, at)
		}
		out = c.withName(out, name, set, read, at)
	}
	return out
}

// withName adds a name to a namespace, if it is set.
func (c *checker) withName(ns ir.Expr, name string, set, v ir.Expr, at syntax.Span) ir.Expr {
	args := []argument{{val: ns, at: at}, {val: c.str(name, at), at: at}, {val: set, at: at}, {val: c.boxedValue(v), at: at}}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_namespace_with"], args, at)
}

// dirCall is dir(x) of an object of the script or a class, and dir().
func (c *checker) dirCall(args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 0 {
		ns := c.localsCall("locals", e.Span)
		return c.callBuiltin(c.ix.Modules["builtins"].Members["sorted"], []argument{{val: ns, at: e.Span}}, e.Span)
	}
	v := args[0].val
	if k := c.classOf(types.Unwrap(typeOf(v))); k != nil && k.canBeDynamic() {
		c.makeClassDynamic(k, e.Span, "dir() of an object is used")
	}
	if _, class := typeOf(v).(*types.Class); class || len(args) != 1 || !types.IsAny(typeOf(v)) && !isFunction(typeOf(v)) {
		c.unsupported(e.Fn.Pos(), "dir() of this").WithHint("name what you need")
		return c.bad(e.Span)
	}
	if types.IsAny(typeOf(v)) {
		c.makeAllDynamic(e.Span, "dir() of a value known when running only is used")
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_dir"], []argument{{val: c.boxedValue(v), at: args[0].at}}, e.Span)
}

// boxedValue is a value of type Any.
func (c *checker) boxedValue(v ir.Expr) ir.Expr {
	return c.convertLater(c.asValue(v, v.Pos()), types.Any)
}

// localsCall is globals(), locals() or vars() as a dict.
func (c *checker) localsCall(name string, at syntax.Span) ir.Expr {
	if name == "globals" {
		return c.namespace(c.root(), at)
	}
	return c.namespace(c.frame, at)
}
