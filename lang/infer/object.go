package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// boundMethod is a method read from an object; unboundOf is one read from its class.
type (
	boundMethod struct{ k *class }
	unboundOf   struct{ k *class }
)

// target is a method that a call may reach, and the classes of objects for which it does.
type target struct {
	m       *member
	owner   *class
	classes []*class
}

// targets are the methods of a name that an object of static type k may have; missing are the
// classes without one.
func (c *checker) targets(k *class, name string) (out []target, missing []*class) {
	for _, d := range k.possible() {
		m, owner := d.find(name)
		out, missing = addTarget(out, missing, d, m, owner)
	}
	return out, missing
}

func addTarget(out []target, missing []*class, d *class, m *member, owner *class) ([]target, []*class) {
	if m == nil {
		return out, append(missing, d)
	}
	for i := range out {
		if out[i].m == m && m.kind != classMethod { // which is given the object's class
			out[i].classes = append(out[i].classes, d)
			return out, missing
		}
	}
	return append(out, target{m, owner, []*class{d}}), missing
}

// superTargets are the methods that super().name reaches in a method of class k.
func (c *checker) superTargets(k *class, name string) (out []target, missing []*class) {
	for _, d := range k.possible() {
		var m *member
		var owner *class
		behind := false
		for _, b := range d.line {
			if behind && b.members[name] != nil {
				m, owner = b.members[name], b
				break
			}
			behind = behind || b == k
		}
		out, missing = addTarget(out, missing, d, m, owner)
	}
	return out, missing
}

// asObject gives an object the static type of a class of its family; it has the same form in all.
func (c *checker) asObject(x ir.Expr, k *class) ir.Expr {
	if n, ok := typeOf(x).(*types.Named); ok && n == k.self {
		return x
	}
	return &ir.Convert{X: ir.X{T: k.self, At: x.Pos()}, V: x}
}

// objectMethod calls a method of an object of a class of the script. xs is its expression in the text,
// nil where there is none.
func (c *checker) objectMethod(x ir.Expr, k *class, xs syntax.Expr, name string, args []argument, nameAt, at syntax.Span) ir.Expr {
	for _, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(at)
		}
	}
	if name == "_replace" && k.namedTuple() != nil {
		if init, owner := k.find("__init__"); init != nil && owner.record == nil {
			c.unsupported(nameAt, "_replace() of a named tuple whose class has a __new__ or __init__ of its own").WithHint("call the class")
			return c.bad(at)
		}
		return c.recordReplace(x, k, args, at)
	}
	if ts, _ := c.targets(k, name); len(ts) > 0 {
		if ts[0].m.kind == property {
			return c.callValue(c.objectAttr(x, k, xs, name, nameAt, at), args, callAt(at))
		}
		return c.callTargets(k, name, x, xs, args, at)
	}
	if k.exception != "" {
		if _, o, _ := c.lookup(exceptionType, name); o != nil {
			return c.method(c.convertLater(x, exceptionType), name, args, nameAt, at)
		}
	}
	if h := k.holder(name); h != nil && h.decorated[name] {
		return c.callValue(c.classVar(h, name, at), append([]argument{{val: x, at: at}}, args...), callAt(at))
	}
	if a := k.family.attrs[name]; k.exception == "" && (a != nil || c.stores[name]) || k.exception != "" || k.holder(name) != nil {
		fn := c.objectAttr(x, k, xs, name, nameAt, at)
		return c.callValue(fn, args, callAt(at))
	}
	if out, ok := c.inheritedMethod(x, k, name, args, at); ok {
		return out
	}
	if k.enum != nil && k.enum.mixin != "" {
		return c.method(c.plainValue(x), name, args, nameAt, at)
	}
	return c.noMember(k, name, nameAt, at)
}

// callAt stands for the text of a call that the compiler makes.
func callAt(at syntax.Span) *syntax.Call {
	return &syntax.Call{At: syntax.At{Span: at}, Fn: &syntax.Name{At: syntax.At{Span: at}, Id: "f"}}
}

// inheritedMethod calls a special method that every object has.
func (c *checker) inheritedMethod(x ir.Expr, k *class, name string, args []argument, at syntax.Span) (ir.Expr, bool) {
	result := map[string]types.Type{"__repr__": types.Str, "__str__": types.Str, "__hash__": types.Int, "__eq__": types.Any, "__init__": types.None}[name]
	if result == nil {
		return nil, false
	}
	if k.exception != "" {
		vals, ok := c.exceptionArgs(k.name, args, at)
		if !ok {
			return vals[0], true
		}
		return &ir.CallMethod{X: ir.X{T: types.Any, At: at}, Recv: c.convertLater(x, types.Any), Name: name, Args: vals}, true
	}
	if name == "__init__" {
		return c.none(at), true
	}
	return &ir.Inherited{X: ir.X{T: result, At: at}, V: x, Name: name, Args: c.anyArgs(args)}, true
}

// callTargets calls the method that an object has: directly where all objects of its static type have the
// same one, else through a function that tells by the object's class.
func (c *checker) callTargets(k *class, name string, x ir.Expr, xs syntax.Expr, args []argument, at syntax.Span) ir.Expr {
	ts, missing := c.targets(k, name)
	return c.callEither(k, name, "", ts, missing, x, xs, args, at)
}

func (c *checker) callEither(k *class, name, how string, ts []target, missing []*class, x ir.Expr, xs syntax.Expr, args []argument, at syntax.Span) ir.Expr {
	var out ir.Expr
	if len(ts) == 1 && len(missing) == 0 {
		out = c.callMember(ts[0].m, ts[0].owner, k, x, args, at)
	} else {
		out = c.callVirtual(k, name, how, ts, missing, x, args, at)
	}
	c.usesSelf(xs, out)
	return out
}

// callMember calls one method with an object.
func (c *checker) callMember(m *member, owner, k *class, x ir.Expr, args []argument, at syntax.Span) ir.Expr {
	switch m.kind {
	case staticMethod:
		return c.behind(x, c.callFunction(m.fn, c.funcVal(m.fn, at), args, at))
	case classMethod:
		of := k
		if ks := k.possible(); len(ks) == 1 {
			of = ks[0]
		}
		args = append([]argument{{val: ref(of.typ, at), at: at}}, args...)
		return c.behind(x, c.callFunction(m.fn, c.funcVal(m.fn, at), args, at))
	}
	args = append([]argument{{val: c.asObject(x, owner), at: at}}, args...)
	return c.callFunction(m.fn, c.funcVal(m.fn, at), args, at)
}

// virtual is a function that calls the method which the class of its object has.
type virtual struct {
	f            *ir.Func
	round        int
	result, last types.Type
}

// callVirtual calls one of several methods by the class of the object.
func (c *checker) callVirtual(k *class, name, how string, ts []target, missing []*class, x ir.Expr, args []argument, at syntax.Span) ir.Expr {
	var b strings.Builder
	b.WriteString(k.name + "." + name + how)
	for _, a := range args {
		if a.star != "" && k.canBeDynamic() {
			c.makeClassDynamic(k, a.at, "a method that several classes have is called with %s", a.star)
		}
		if a.star != "" {
			c.unsupported(a.at, "%s in a call of a method that several classes have", a.star).WithHint("pass the arguments one by one")
			return c.bad(at)
		}
		b.WriteString(";" + a.name + "=" + c.typeKey(typeOf(a.val)))
	}
	v := c.virtuals[b.String()]
	if v == nil {
		v = &virtual{result: types.Never}
		c.virtuals[b.String()] = v
	}
	if v.round != c.round {
		c.makeVirtual(v, k, name, ts, missing, args, at)
	}
	result := v.result
	if v.last != nil {
		result = types.Join(v.last, v.result)
	}
	vals := []ir.Expr{c.asObject(x, k)}
	for _, a := range args {
		if !static(typeOf(a.val)) {
			vals = append(vals, a.val)
		}
	}
	call := &ir.CallFunc{X: ir.X{T: result, At: at}, Func: v.f, Args: vals}
	c.later = append(c.later, func() { // behind the function's own, which gives it its result
		c.later = append(c.later, func() { call.T = call.Func.Result })
	})
	return call
}

// makeVirtual writes the function of a virtual call: a chain of tests.
func (c *checker) makeVirtual(v *virtual, k *class, name string, ts []target, missing []*class, args []argument, at syntax.Span) {
	v.round, v.last, v.result = c.round, v.result, types.Never
	f := &ir.Func{Name: name, Kind: ir.Virtual, Class: k.ir, At: ts[0].m.fn.node.Pos()}
	v.f = f
	self := &ir.Var{Name: "self", Type: k.self, Param: true, Owner: f, Def: f.At}
	f.Params = append(f.Params, self)
	inner := make([]argument, len(args))
	for i, a := range args {
		inner[i] = argument{name: a.name, at: a.at, val: a.val}
		if static(typeOf(a.val)) {
			continue
		}
		p := &ir.Var{Name: orName(a.name, string(rune('a'+i))), Type: typeOf(a.val), Param: true, Owner: f, Def: a.at}
		c.later = append(c.later, func() { p.Type = types.Resolve(p.Type) })
		f.Params = append(f.Params, p)
		inner[i].val = &ir.Local{X: ir.X{T: p.Type, At: a.at}, Var: p}
	}
	var results []*ir.Convert
	for i, t := range ts {
		read := func() ir.Expr { return &ir.Local{X: ir.X{T: k.self, At: at}, Var: self} }
		of := k
		if t.m.kind == classMethod {
			of = t.classes[0]
		}
		call := c.callMember(t.m, t.owner, of, read(), inner, at)
		if types.IsBad(typeOf(call)) {
			continue
		}
		v.result = types.Join(v.result, typeOf(call))
		conv := &ir.Convert{X: ir.X{T: typeOf(call), At: at}, V: call}
		results = append(results, conv)
		ret := ir.Stmt(&ir.Return{S: ir.S{At: f.At}, V: conv})
		if i == len(ts)-1 && len(missing) == 0 {
			f.Body = append(f.Body, ret)
			break
		}
		test := &ir.ClassIs{X: ir.X{T: types.Bool, At: at}, V: read(), Classes: irClasses(t.classes)}
		f.Body = append(f.Body, &ir.If{S: ir.S{At: f.At}, Test: test, Body: []ir.Stmt{ret}})
	}
	if len(missing) > 0 {
		f.Body = append(f.Body, c.raiseMissing(self, k, name, f.At))
	}
	if v.last == nil || types.Key(v.result) != types.Key(v.last) {
		c.changed = true
	}
	c.later = append(c.later, func() {
		f.Result = types.Resolve(v.result)
		if types.IsNever(f.Result) {
			f.Result = types.None
		}
		for _, r := range results {
			r.T = f.Result
		}
	})
}

func orName(name, otherwise string) string {
	if name != "" {
		return name
	}
	return otherwise
}

func irClasses(ks []*class) []*ir.Class {
	out := make([]*ir.Class, len(ks))
	for i, k := range ks {
		out[i] = k.ir
	}
	return out
}

// raiseMissing raises the error of an object whose class lacks a method.
func (c *checker) raiseMissing(self *ir.Var, k *class, name string, at syntax.Span) ir.Stmt {
	x := &ir.Local{X: ir.X{T: k.self, At: at}, Var: self}
	if strings.HasPrefix(name, "__") {
		return &ir.ExprStmt{S: ir.S{At: at}, V: &ir.Inherited{X: ir.X{T: types.Never, At: at}, V: x, Name: name}}
	}
	text := &ir.FString{X: ir.X{T: types.Str, At: at}, Parts: []ir.FPart{
		{Text: "'"}, {V: &ir.TypeName{X: ir.X{T: types.Str, At: at}, V: x}}, {Text: "' object has no attribute '" + name + "'"}}}
	exc := &ir.ExcNew{X: ir.X{T: exceptionType, At: at}, Class: "AttributeError", Args: []ir.Expr{c.convertLater(text, types.Any)}}
	return &ir.Raise{S: ir.S{At: at}, V: exc}
}

// callUnboundOf calls a method through its class: Base.method(obj, …), K.make(…).
func (c *checker) callUnboundOf(k *class, name string, args []argument, e *syntax.Call) ir.Expr {
	m, owner := k.find(name)
	if m != nil {
		switch m.kind {
		case staticMethod:
			return c.callFunction(m.fn, c.funcVal(m.fn, e.Span), args, e.Span)
		case classMethod:
			return c.callFunction(m.fn, c.funcVal(m.fn, e.Span), append([]argument{{val: ref(k.typ, e.Span), at: e.Span}}, args...), e.Span)
		}
	}
	if len(args) == 0 || args[0].star != "" || args[0].name != "" {
		c.errorf(e.Fn.Pos(), "DS320", "%s.%s() missing 1 required positional argument: 'self'", k.node.Name.Id, name).
			WithHint("call it on an object: x.%s()", name)
		return c.bad(e.Span)
	}
	self := args[0].val
	if m != nil && m.kind == plainMethod && c.maybeNone(typeOf(self), k) {
		args[0].val = c.convertTo(self, types.Optional(k.self)) // the method looks at it
		return c.callFunction(m.fn, c.funcVal(m.fn, e.Span), args, e.Span)
	}
	if d := c.classOf(typeOf(self)); d == nil || d.family != k.family {
		if types.IsAny(typeOf(self)) {
			return c.method(self, name, args[1:], e.Fn.Pos(), e.Span)
		}
		c.errorf(args[0].at, "DS305", "%s.%s needs a %s, found %s", k.node.Name.Id, name, k.node.Name.Id, typeOf(self))
		return c.bad(e.Span)
	}
	if m == nil {
		out, _ := c.inheritedMethod(self, k, name, args[1:], e.Span)
		return out
	}
	out := c.callMember(m, owner, k, self, args[1:], e.Span)
	if len(e.Args) > 0 {
		c.usesSelf(e.Args[0].Value, out)
	}
	return out
}

// maybeNone reports a type that is None, or an object of the family of k or None.
func (c *checker) maybeNone(t types.Type, k *class) bool {
	d := c.classOf(types.Unwrap(t))
	return types.IsNone(t) || types.IsOptional(t) && d != nil && d.family == k.family
}

// superCall handles super().name(args) and super(K, self).name(args).
func (c *checker) superCall(e *syntax.Call) (ir.Expr, bool) {
	a, ok := e.Fn.(*syntax.Attr)
	if !ok || !c.isSuper(a.X) {
		return nil, false
	}
	k, self, isClass := c.methodSelf()
	if k != nil && k.dynamic {
		return nil, false
	}
	if k == nil {
		d := c.list.Add(diag.Type, "DS322", a.X.Pos(), "super(): no arguments")
		d.WithHint("use it inside a method")
		return c.bad(e.Span), true
	}
	args := c.arguments(e.Args)
	if isClass {
		return c.superClassCall(k, a, args, e), true
	}
	x := c.expr(self)
	ts, missing := c.superTargets(k, a.Name)
	if len(ts) == 0 {
		out, ok := c.inheritedMethod(x, k, a.Name, args, e.Span)
		if !ok {
			d := c.list.Add(diag.Type, "DS306", a.NameAt, "'super' object has no attribute '%s'", a.Name)
			c.context(d)
			return c.bad(e.Span), true
		}
		return out, true
	}
	if a.Name == "__init__" { // object has one that does nothing
		missing = nil
	}
	return c.callEither(k, a.Name, " above "+k.name, ts, missing, x, self, args, e.Span), true
}

// superClassCall is super().make() in a class method.
func (c *checker) superClassCall(k *class, a *syntax.Attr, args []argument, e *syntax.Call) ir.Expr {
	for _, b := range k.line[1:] {
		m := b.members[a.Name]
		if m == nil {
			continue
		}
		if m.kind == classMethod {
			args = append([]argument{{val: ref(k.typ, e.Span), at: e.Span}}, args...)
		}
		return c.callFunction(m.fn, c.funcVal(m.fn, e.Span), args, e.Span)
	}
	c.list.Add(diag.Type, "DS306", a.NameAt, "'super' object has no attribute '%s'", a.Name)
	return c.bad(e.Span)
}

func (c *checker) isSuper(e syntax.Expr) bool {
	call, ok := e.(*syntax.Call)
	if !ok {
		return false
	}
	n, ok := call.Fn.(*syntax.Name)
	return ok && n.Id == "super" && c.frame.scope.lookup("super") == nil
}

// methodSelf finds the class of the method around the current place and the name of its object.
func (c *checker) methodSelf() (k *class, self *syntax.Name, isClass bool) {
	for f := c.frame; f != nil; f = f.parent {
		if f.inst == nil || f.inst.fn.class == nil || len(f.inst.fn.params) == 0 {
			continue
		}
		fn := f.inst.fn
		p := fn.params[0]
		m := fn.class.members[fn.name]
		isClass = m != nil && m.fn == fn && m.kind == classMethod
		return fn.class, &syntax.Name{At: syntax.At{Span: p.Span}, Id: p.Name}, isClass
	}
	return nil, nil, false
}

// superAttr reads super().name of a property.
func (c *checker) superAttr(e *syntax.Attr) (ir.Expr, bool) {
	if !c.isSuper(e.X) {
		return nil, false
	}
	k, self, isClass := c.methodSelf()
	if k == nil || isClass || k.dynamic {
		return nil, false
	}
	ts, missing := c.superTargets(k, e.Name)
	if len(ts) == 0 || ts[0].m.kind != property {
		return nil, false
	}
	return c.callEither(k, e.Name, " above "+k.name, ts, missing, c.expr(self), self, nil, e.Span), true
}

// exceptionArgs boxes the arguments of an exception, which takes none by name. If there are some, or one has no value, it gives
// what stands for the call instead.
func (c *checker) exceptionArgs(class string, args []argument, at syntax.Span) (vals []ir.Expr, ok bool) {
	for _, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return []ir.Expr{c.bad(at)}, false
		}
		switch {
		case a.star == "**" && c.spreadsKeywords(a.src) && len(c.frame.inst.keywords) == 0:
		case a.star == "**" && !c.spreadsKeywords(a.src):
			c.unsupported(a.at, "** in the arguments of an exception").WithHint("leave it out: exceptions take no arguments by name")
			return []ir.Expr{c.bad(at)}, false
		case a.name != "" && isModuleException(class): // whose constructors have parameters with names
			vals = append(vals, c.boxedArg(a.val))
		case a.name != "" && (class == "ImportError" || class == "ModuleNotFoundError" || class == "NameError" || class == "AttributeError"):
			c.unsupported(a.at, "%s= of an exception", a.name).WithHint("set it afterwards")
			return []ir.Expr{c.bad(at)}, false
		case a.name != "" && len(c.catching) == 0:
			c.errorf(a.at, "DS320", "%s() takes no keyword arguments", class).WithHint("leave out the %s=", a.name)
			return []ir.Expr{c.bad(at)}, false
		case a.star == "**" || a.name != "":
			return []ir.Expr{c.raising("TypeError", class+"() takes no keyword arguments", types.Any, at)}, false
		case a.star == "*":
			vals = append(vals, &ir.Spread{X: ir.X{T: types.Any, At: a.at}, V: c.boxedArg(a.val)})
		default:
			vals = append(vals, c.boxedArg(a.val))
		}
	}
	return vals, true
}

// anyArgs boxes arguments.
func (c *checker) anyArgs(args []argument) []ir.Expr {
	out := make([]ir.Expr, len(args))
	for i, a := range args {
		out[i] = c.boxedArg(a.val)
	}
	return out
}
