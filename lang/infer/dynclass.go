package infer

import (
	"fmt"
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Most classes are known when compiling: their objects are structs, their methods are called directly. What
// a script may do with classes beyond that, such as deriving from dict, making a class in each call of a function,
// keeping classes in variables or finding attributes by __getattr__, needs classes that exist when the program runs. A class of
// which the script asks such a thing is a dynamic one, and so are all that it is related to by inheritance:
// the class and its objects are values of type Any, its methods take boxed arguments. That a class is dynamic
// comes out in the middle of inference, which then starts again with this knowledge.

// beginAgain is the panic that ends a check because of what it has learned, such as that a class is dynamic.
type beginAgain struct{}

// makeClassDynamic has the check begin again with a class, and those that it is related to, as dynamic ones.
func (c *checker) makeClassDynamic(k *class, at syntax.Span, why string, args ...any) {
	found := false
	for _, d := range k.family.classes {
		if _, known := c.dynamicClasses[d.node.Span]; !known {
			c.dynamicClasses[d.node.Span] = Dynamic{At: at, Why: fmt.Sprintf(why, args...)}
			found = true
		}
	}
	if found {
		panic(beginAgain{})
	}
}

// canBeDynamic reports a class that need not be one known when compiling.
func (k *class) canBeDynamic() bool {
	for _, d := range k.family.classes {
		if d.enum != nil || d.dynamic || d.record != nil && d.record.kind == namedTuple {
			return false
		}
	}
	return true
}

// dynamicClass types the statement of a dynamic class.
func (c *checker) dynamicClass(s *syntax.ClassDef) []ir.Stmt {
	k := c.dynamicRecord(s)
	def := &ir.MakeClass{X: ir.X{T: types.Any, At: s.Name.Span}, Name: s.Name.Id, Qualname: k.qualname(), Module: c.moduleName(), Doc: docstring(s.Body)}
	out, ok := c.dynamicBases(k, def)
	if !ok {
		c.bindStatic(s.Name.Id, s.Name.Pos(), types.Bad, nil)
		return nil
	}
	first, others := c.dynamicDecorators(k)
	out = append(first, out...)
	out = append(out, c.dynamicBody(k, def)...)
	cell := c.frame.lexical().hiddenSite(s.Name.Id+" class", s.Span)
	cell.store(types.Any)
	k.cell = cell
	target := &ir.VarTarget{}
	c.later = append(c.later, func() { target.Var = c.final(cell) })
	out = append(out, &ir.Assign{S: ir.S{At: s.Name.Span}, Target: target, Value: def})
	var v ir.Expr = c.readKept(cell, s.Name.Span)
	for i := len(others) - 1; i >= 0; i-- {
		v = c.callAny(others[i], "", []argument{{val: v, at: s.Name.Span}}, s.Name.Span)
	}
	return append(out, c.store(s.Name, v, s.Span)...)
}

// itemMethods get slices, too.
var itemMethods = map[string]bool{"__getitem__": true, "__setitem__": true, "__delitem__": true}

// dynamicRecord returns the record of a dynamic class in the current frame.
func (c *checker) dynamicRecord(s *syntax.ClassDef) *class {
	key := defKey{c.frame, s.Span}
	k := c.classAt[key]
	if k == nil {
		k = &class{node: s, name: s.Name.Id, dynamic: true, members: map[string]*member{}, factories: map[string]syntax.Expr{}}
		k.typ = &types.Class{Name: s.Name.Id, Decl: k}
		k.self = types.Any
		k.line = []*class{k}
		k.family = &family{classes: []*class{k}, attrs: map[string]*attribute{}}
		k.frame = &frame{inst: c.frame.inst, parent: c.frame, scope: c.frame.scope.children[s], vars: map[string]*variable{}, class: k}
		k.frame.scope.shared = map[string]bool{} // nothing inside of the class sees its names
		c.classAt[key] = k
		c.changed = true
		for _, st := range s.Body {
			if f, ok := st.(*syntax.FuncDef); ok && itemMethods[f.Name.Id] {
				c.makesSlices()
			}
		}
	}
	return k
}

// qualname is __qualname__ of a class: with the classes and functions around it.
func (k *class) qualname() string {
	return around(k.frame.parent, k.node.Name.Id) + k.node.Name.Id
}

// around is what stands before a name that a frame defines in its __qualname__.
func around(f *frame, name string) string {
	switch {
	case f == nil, f.scope.global[name]:
		return ""
	case f.class != nil:
		return f.class.qualname() + "."
	case f.inst != nil:
		return f.inst.fn.qualname() + ".<locals>."
	}
	return ""
}

// dynamicBases types the bases and the keywords of the statement of a dynamic class.
func (c *checker) dynamicBases(k *class, def *ir.MakeClass) (out []ir.Stmt, ok bool) {
	ok = true
	for _, a := range k.node.Args {
		switch {
		case a.Star != "":
			c.unsupported(a.Span, "%s in a class statement", a.Star).WithHint("name the bases")
			ok = false
			continue
		case a.Name == "metaclass" && c.isABCMeta(a.Value):
			def.Abstract = true
			continue
		case a.Name == "metaclass":
			c.unsupported(a.Span, "a metaclass").WithHint("use a decorator of the class, or __init_subclass__")
			ok = false
			continue
		case a.Name != "":
			def.Keywords = append(def.Keywords, ir.Keyword{Name: a.Name, V: c.evaluated(c.convertLater(c.value(a.Value), types.Any), &out)})
			continue
		}
		v := c.base(a.Value)
		switch t := typeOf(v).(type) {
		case *types.Module:
			if native := nativeGeneric(t); native != "" {
				v = &ir.FuncBox{X: ir.X{T: types.Any, At: a.Span}, Name: native, Qualname: native, Builtin: true, Class: true}
				break
			}
			ok = c.dynamicBaseOf(k, t, def, a) && ok
			continue
		case *types.Class:
			if d, user := t.Decl.(*class); user {
				if d == k {
					c.errorf(a.Span, "DS201", "name '%s' is not defined", t.Name)
					return nil, false
				}
				if !d.canBeDynamic() {
					c.unsupported(a.Span, "a class of this kind that derives from %s", t.Name).WithHint("write a class that has a %s", t.Name)
					ok = false
					continue
				}
				c.makeClassDynamic(d, a.Span, "%s derives from it", k.node.Name.Id)
			}
			if d, declared := t.Decl.(*api.Class); declared {
				if d.Name == "object" {
					continue
				}
				if !nativeBases[d.Name] {
					c.unsupported(a.Span, "a class that derives from %s", t.Name).
						WithHint("keep the %s in an attribute, and write the methods that are needed", t.Name)
					ok = false
					continue
				}
				v = &ir.FuncBox{X: ir.X{T: types.Any, At: a.Span}, Name: d.Name, Qualname: d.Name, Builtin: true, Class: true}
			}
		case *types.Builtin:
			if nativeBases[t.Name] {
				v = &ir.FuncBox{X: ir.X{T: types.Any, At: a.Span}, Name: t.Name, Qualname: t.Name, Builtin: true, Class: true}
			}
		}
		if types.IsBad(typeOf(v)) {
			return nil, false
		}
		if d := c.dynamicNamed(a.Value); d != nil {
			k.line = append(k.line, d.line...)
			if k.record == nil && d.record != nil {
				k.line = append([]*class{k}, d.line...)
			}
		}
		def.Bases = append(def.Bases, c.evaluated(c.convertLater(c.box(v), types.Any), &out))
	}
	return out, ok
}

// nativeBases are the built-in classes that the runtime lets classes derive from.
var nativeBases = map[string]bool{"list": true, "dict": true, "set": true, "frozenset": true, "str": true, "int": true, "float": true,
	"tuple": true, "OrderedDict": true, "defaultdict": true, "Counter": true, "deque": true}

// nativeGeneric is the built-in class that List[int] or list[int] stands for, or "".
func nativeGeneric(t *types.Module) string {
	name, ok := strings.CutPrefix(t.Name, "typing.")
	switch name {
	case "List", "Dict", "Set", "FrozenSet", "Tuple", "Deque", "DefaultDict":
		name = strings.ToLower(name)
	}
	if !ok || !nativeBases[name] {
		return ""
	}
	return name
}

func (c *checker) isABCMeta(e syntax.Expr) bool {
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
		t, ok := typeOf(c.expr(e)).(*types.Module)
		return ok && t.Name == "abc.ABCMeta"
	}
	return false
}

// dynamicBaseOf handles the bases that modules without a declaration give.
func (c *checker) dynamicBaseOf(k *class, t *types.Module, def *ir.MakeClass, a *syntax.Arg) bool {
	switch {
	case t.Name == "abc.ABC":
		def.Abstract = true
	case openGenerics[t.Name]:
		def.Generic = true
	default:
		c.unsupported(a.Span, "a class of this kind that derives from %s", t.Name).WithHint("%s", c.whyDynamic(k))
		return false
	}
	return true
}

// openGenerics are classes to derive from for the sake of type checkers.
var openGenerics = map[string]bool{}

func init() {
	for _, name := range []string{"Protocol", "Generic", "Hashable", "Iterable", "Iterator", "Sized", "Container", "Callable", "Awaitable", "Coroutine",
		"AsyncIterable", "AsyncIterator", "SupportsInt", "SupportsFloat", "SupportsIndex", "SupportsAbs", "SupportsRound"} {
		openGenerics["typing."+name] = true
		openGenerics["collections.abc."+name] = true
	}
}

// whyDynamic says what made a class dynamic.
func (c *checker) whyDynamic(k *class) string {
	d := c.dynamicClasses[k.node.Span]
	return fmt.Sprintf("%s is a class known when running only, since in line %d %s", k.node.Name.Id, c.src.Line(d.At.Start), d.Why)
}

// dynamicNamed is the dynamic class that an expression names, if that is known when compiling.
func (c *checker) dynamicNamed(e syntax.Expr) *class {
	n, ok := e.(*syntax.Name)
	if !ok {
		return nil
	}
	owner := c.frame.scope.lookup(n.Id)
	for f := c.frame; f != nil; f = f.parent {
		if f.scope != owner {
			continue
		}
		v := f.vars[n.Id]
		if v == nil || len(v.sites) != 1 {
			return nil
		}
		for key, k := range c.classAt {
			if key.frame == f && k.dynamic && k.node.Name.Id == n.Id && v.sites[k.node.Name.Span.Start] != nil {
				return k
			}
		}
	}
	return nil
}

// dynamicDecorators reads the decorators of a dynamic class: those that write methods, and others, which are called.
func (c *checker) dynamicDecorators(k *class) (out []ir.Stmt, others []ir.Expr) {
	for _, d := range k.node.Decorators {
		if c.knownDecorator(k, d) {
			continue
		}
		v := c.expr(d)
		if !types.IsBad(typeOf(v)) {
			others = append(others, c.evaluated(c.convertLater(c.box(v), types.Any), &out))
		}
	}
	c.readFields(k)
	return out, others
}

// evaluated is a value of a class statement that is computed before the body.
func (c *checker) evaluated(v ir.Expr, before *[]ir.Stmt) ir.Expr {
	if !hasEffect(v) {
		return v
	}
	t := c.temp(v)
	*before = append(*before, t.set)
	return t.read()
}

// dynamicBody types the body of a dynamic class and collects what it binds.
func (c *checker) dynamicBody(k *class, def *ir.MakeClass) []ir.Stmt {
	outer := c.frame
	k.members = map[string]*member{}
	k.frame.begin()
	c.frame = k.frame
	body := c.classBody(k)
	var names []string
	for name, v := range k.frame.vars {
		if len(v.sites) > 0 && !strings.Contains(name, " ") {
			names = append(names, name)
		}
	}
	first := func(name string) int32 {
		at := int32(-1)
		for _, s := range k.frame.vars[name].sites {
			if at < 0 || s.at.Start < at {
				at = s.at.Start
			}
		}
		return at
	}
	sort.Slice(names, func(i, j int) bool { return first(names[i]) < first(names[j]) })
	for _, name := range names {
		fl, ok := k.frame.state[name]
		if !ok {
			continue
		}
		m := ir.ClassMember{Name: name}
		v := c.readLocal(&syntax.Name{At: syntax.At{Span: fl.sites[0].at}, Id: name})
		if conv, isConv := v.(*ir.Convert); isConv {
			if check, maybe := conv.V.(*ir.BoundCheck); maybe {
				m.Flag, conv.V = check.Flag, check.V
			}
		}
		m.V = c.convertLater(c.box(v), types.Any)
		def.Members = append(def.Members, m)
	}
	c.endFrame(k.frame)
	c.frame = outer
	return body
}

// dynamicSelf is the dynamic class of the method around the current place and the name of its first parameter.
func (c *checker) dynamicSelf() (*class, *syntax.Name) {
	for f := c.frame; f != nil; f = f.parent {
		if f.inst == nil || f.inst.fn.class == nil {
			continue
		}
		fn := f.inst.fn
		if !fn.class.dynamic {
			return nil, nil
		}
		if len(fn.params) == 0 {
			return fn.class, nil
		}
		first := c.frame.inst.fn.params // that of the innermost function, as in CPython
		if len(first) == 0 {
			first = fn.params
		}
		return fn.class, &syntax.Name{At: syntax.At{Span: first[0].Span}, Id: first[0].Name}
	}
	return nil, nil
}

// isSuperValue reports what superValue gives.
func isSuperValue(e ir.Expr) bool {
	call, ok := ir.Strip(e).(*ir.Call)
	return ok && call.Fn.Name == "_super" && call.Fn.Module == "builtins"
}

// superValue is super() as a value in a method of a dynamic class.
func (c *checker) superValue(e *syntax.Call) (ir.Expr, bool) {
	if !c.isSuper(e) {
		return nil, false
	}
	k, self := c.dynamicSelf()
	if k == nil {
		return nil, false
	}
	args := []argument{{val: c.readKept(k.cell, e.Span), at: e.Span}}
	switch {
	case len(e.Args) == 2:
		args = c.arguments(e.Args)
	case len(e.Args) != 0 || self == nil:
		c.unsupported(e.Span, "super() with these arguments").WithHint("write super()")
		return c.bad(e.Span), true
	default:
		args = append(args, argument{val: c.expr(self), at: e.Span})
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_super"], args, e.Span), true
}

// descriptorCall notes property(…) and its like as calls in the body of a class, which only dynamic classes can have.
func (c *checker) descriptorCall(e *syntax.Call) {
	n, ok := e.Fn.(*syntax.Name)
	if !ok || c.frame.class == nil || c.frame.class.dynamic || c.frame.scope.lookup(n.Id) != nil {
		return
	}
	switch n.Id {
	case "property", "staticmethod", "classmethod":
		c.makeClassDynamic(c.frame.class, e.Span, "it calls %s", n.Id)
	}
}

// checkSlots makes a class dynamic whose __slots__ forbid an attribute that the script sets.
func (c *checker) checkSlots(k *class) {
	allowed := map[string]bool{}
	for _, b := range k.line {
		names, ok := slotNames(b.node)
		if !ok {
			return
		}
		for _, n := range names {
			allowed[n] = true
		}
	}
	for name, a := range k.family.attrs {
		if a.stored && a.users[k] && !allowed[name] && k.canBeDynamic() {
			c.makeClassDynamic(k, k.node.Name.Pos(), "an attribute that is not in __slots__ is set")
		}
	}
}

// slotNames are the names in the __slots__ of a class; ok is false if it has none that are written out.
func slotNames(node *syntax.ClassDef) (names []string, ok bool) {
	for _, s := range node.Body {
		a, isAssign := s.(*syntax.Assign)
		if !isAssign || len(a.Targets) != 1 {
			continue
		}
		if n, isName := a.Targets[0].(*syntax.Name); !isName || n.Id != "__slots__" {
			continue
		}
		var elts []syntax.Expr
		switch v := a.Value.(type) {
		case *syntax.Tuple:
			elts = v.Elts
		case *syntax.List:
			elts = v.Elts
		case *syntax.StrLit:
			elts = []syntax.Expr{v}
		}
		for _, e := range elts {
			if t, isStr := e.(*syntax.StrLit); isStr {
				names = append(names, syntax.MangledName(node.Name.Id, t.Value))
			}
		}
		return names, true
	}
	return nil, false
}

// makeAllDynamic makes all classes dynamic that can be: something is done to a value that may be an object of any of them.
func (c *checker) makeAllDynamic(at syntax.Span, why string) {
	found := false
	for _, k := range c.classes {
		if _, known := c.dynamicClasses[k.node.Span]; !known && k.canBeDynamic() {
			c.dynamicClasses[k.node.Span] = Dynamic{At: at, Why: why}
			found = true
		}
	}
	if found {
		panic(beginAgain{})
	}
}

// nativeMethod is a special method read from a built-in class, such as dict.__init__ or object.__setattr__: what it does with an object
// of a dynamic class is known when running.
func (c *checker) nativeMethod(class string, e *syntax.Attr) ir.Expr {
	if !nativeBases[class] && class != "object" || !strings.HasPrefix(e.Name, "__") {
		return nil
	}
	args := []argument{{val: c.str(class, e.Span), at: e.Span}, {val: c.str(e.Name, e.NameAt), at: e.NameAt}}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_native_method"], args, e.Span)
}

// excClassAttr reads an attribute of a built-in exception class.
func (c *checker) excClassAttr(name string, t *types.Class, e *syntax.Attr) ir.Expr {
	switch e.Name {
	case "__init__", "__str__", "__repr__", "__new__":
		args := []argument{{val: c.str(name, e.Span), at: e.Span}, {val: c.str(e.Name, e.NameAt), at: e.NameAt}}
		return c.callBuiltin(c.ix.Modules["builtins"].Members["_native_method"], args, e.Span)
	case "__mro__", "__bases__", "__doc__", "__module__", "__qualname__":
		return &ir.Field{X: ir.X{T: types.Any, At: e.Span}, V: c.box(ref(t, e.Span)), Name: e.Name}
	}
	return nil
}

// dynamicRecordCall calls a function of module dataclasses with an object that is known when running only.
func (c *checker) dynamicRecordCall(name string, args []argument, e *syntax.Call) ir.Expr {
	c.makeAllDynamic(e.Span, name+"() is called of a value known when running only")
	builtin := map[string]string{"asdict": "_asdict", "astuple": "_astuple", "replace": "_replace_fields", "fields": "_fields", "is_dataclass": "_is_dataclass"}[name]
	pre := &prelude{}
	all := []argument{{val: pre.keep(c, c.asValue(args[0].val, args[0].at)), at: args[0].at}}
	if name == "replace" {
		rest, _ := c.expandArgs(args[1:], pre)
		changes, ok := c.namedValues(rest, e.Span)
		if !ok {
			return c.bad(e.Span)
		}
		all = append(all, argument{val: c.convertLater(c.expr(changes), types.Dict(types.Str, types.Any)), at: e.Span})
	} else if len(args) != 1 {
		c.unsupported(e.Span, "%s() with these arguments", name).WithHint("give it the object alone")
		return c.bad(e.Span)
	}
	return pre.wrap(c.callBuiltin(c.ix.Modules["builtins"].Members[builtin], all, e.Span))
}
