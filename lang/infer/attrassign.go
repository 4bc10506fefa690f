package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// assignAttr makes x.name = v.
func (c *checker) assignAttr(t *syntax.Attr, v ir.Expr, at syntax.Span) []ir.Stmt {
	x := c.expr(t.X)
	if types.IsBad(typeOf(v)) {
		return nil
	}
	if cls, ok := typeOf(x).(*types.Class); ok {
		if k, ok := cls.Decl.(*class); ok {
			return c.assignClassVar(k, t, v, at)
		}
	}
	if out, ok := c.setDeclared(t, x, v, at); ok {
		return out
	}
	if types.IsOptional(typeOf(x)) {
		x = c.unwrapFor(x, t.Name)
	}
	if isFunction(typeOf(x)) {
		x = c.box(x)
	}
	xt := typeOf(x)
	k := c.classOf(xt)
	switch {
	case types.IsBad(xt):
		return nil
	case nothing(xt):
		return nil
	case types.IsAny(xt), className(xt) == "Exception":
		c.dynamicNames.set[t.Name] = true
		c.dynamicNames.get[t.Name] = true
		target := &ir.AttrTarget{V: c.convertLater(x, types.Any), Name: t.Name}
		return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: c.convertLater(c.asValue(v, v.Pos()), types.Any)}}
	case k == nil:
		c.noAttributeToSet(x, t)
		return nil
	}
	if m, _ := k.find(t.Name); m != nil && m.kind == property {
		return c.setProperty(k, m, x, t, v, at)
	}
	if k.record != nil && k.record.frozen && !c.inWritten() {
		return c.frozen(t, c.asValue(v, v.Pos()), x, at)
	}
	v = c.asValue(v, v.Pos())
	if types.IsBad(typeOf(v)) {
		return nil
	}
	a := c.storeAttr(k, t, typeOf(v))
	target := &ir.AttrTarget{V: x, Name: t.Name, Attr: a.ir}
	return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: c.convertLater(v, a.cell)}}
}

// storeAttr records that a value of type t is stored in x.name.
func (c *checker) storeAttr(k *class, e *syntax.Attr, t types.Type) *attribute {
	a := c.attribute(k, e.Name)
	if !a.stored {
		a.stored = true
		c.changed = true
	}
	c.put(a.cell, t)
	c.setsSelf(e.X, e.Name, t)
	return a
}

func (c *checker) noAttributeToSet(x ir.Expr, t *syntax.Attr) {
	switch typeOf(x).(type) {
	case *types.Func, *types.Builtin, *types.Module, *types.Class:
		c.unsupported(t.NameAt, "an attribute of a %s", describeStatic(typeOf(x))).WithHint("keep the value in a variable")
		return
	}
	cls, o, _ := c.lookup(typeOf(x), t.Name)
	if o != nil {
		c.errorf(t.NameAt, "DS306", "attribute '%s' of '%s' objects cannot be set", t.Name, cls.Name)
		return
	}
	c.noAttribute(x, t.Name, t.NameAt, cls)
}

func describeStatic(t types.Type) string {
	if _, ok := t.(*types.Func); ok {
		return "function"
	}
	return staticKind(t)
}

// assignClassVar makes K.name = v.
func (c *checker) assignClassVar(k *class, t *syntax.Attr, v ir.Expr, at syntax.Span) []ir.Stmt {
	v = c.asValue(v, v.Pos())
	if types.IsBad(typeOf(v)) {
		return nil
	}
	if m := k.members[t.Name]; m != nil && k.canBeDynamic() {
		c.makeClassDynamic(k, t.NameAt, "its method '%s' is replaced", t.Name)
	}
	if strings.HasPrefix(t.Name, "__") && strings.HasSuffix(t.Name, "__") && t.Name != "__doc__" && k.canBeDynamic() {
		c.makeClassDynamic(k, t.NameAt, "its method '%s' is set behind the class statement", t.Name)
	}
	if m := k.members[t.Name]; m != nil || k.enum != nil {
		c.unsupported(t.NameAt, "replacing the method or member '%s' of a class", t.Name).WithHint("write another class")
		return nil
	}
	if a := k.family.attrs[t.Name]; a != nil && a.stored && k.canBeDynamic() {
		c.makeClassDynamic(k, t.NameAt, "its attribute '%s' changes, which objects replace with their own", t.Name)
	}
	if a := k.family.attrs[t.Name]; a != nil && a.stored {
		c.unsupported(t.NameAt, "changing the class attribute '%s', which objects replace with their own", t.Name).
			WithHint("give them different names")
		return nil
	}
	k.frame.scope.shared[t.Name] = true
	s := k.frame.site(t.Name, t.NameAt)
	s.store(typeOf(v))
	target := &ir.VarTarget{}
	conv := &ir.Convert{X: ir.X{T: typeOf(v), At: v.Pos()}, V: v}
	c.later = append(c.later, func() {
		target.Var = c.final(s)
		conv.T = target.Var.Type
	})
	return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: conv}}
}

// setProperty calls a property's setter.
func (c *checker) setProperty(k *class, m *member, x ir.Expr, t *syntax.Attr, v ir.Expr, at syntax.Span) []ir.Stmt {
	if m.setter == nil {
		c.errorf(t.NameAt, "DS306", "property '%s' of '%s' object has no setter", t.Name, k.node.Name.Id)
		return nil
	}
	call := c.callFunction(m.setter, c.funcVal(m.setter, at), []argument{{val: c.asObject(x, m.setter.class), at: t.X.Pos()}, {val: v, at: v.Pos()}}, at)
	c.usesSelf(t.X, call)
	if types.IsBad(typeOf(call)) {
		return nil
	}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}}
}

// inWritten reports that the current function was written by the compiler.
func (c *checker) inWritten() bool {
	if c.frame.inst == nil {
		return false
	}
	at := c.frame.inst.fn.node.Pos()
	return c.src.Origin(at) != at
}

// setAnyway is object.__setattr__(x, "name", v), by which frozen dataclasses set their fields.
func (c *checker) setAnyway(e *syntax.Call) (ir.Expr, bool) {
	a, ok := e.Fn.(*syntax.Attr)
	if !ok || a.Name != "__setattr__" || len(e.Args) != 3 {
		return nil, false
	}
	n, ok := a.X.(*syntax.Name)
	name, lit := e.Args[1].Value.(*syntax.StrLit)
	if !ok || !lit || n.Id != "object" && !c.isSuper(a.X) || c.frame.scope.lookup("object") != nil {
		return nil, false
	}
	x := c.expr(e.Args[0].Value)
	k := c.classOf(typeOf(x))
	if k == nil || k.exception != "" {
		return nil, false
	}
	v := c.value(e.Args[2].Value)
	t := &syntax.Attr{At: e.At, X: e.Args[0].Value, Name: name.Value, NameAt: name.Span}
	attr := c.storeAttr(k, t, typeOf(v))
	f := &ir.Func{Name: "<lambda>", Lambda: true, Wrapper: true, Result: types.None, At: e.Span}
	exp := &expansion{}
	object, value := exp.param(c, k.self, "o", e.Span), exp.param(c, attr.cell, "v", e.Span)
	f.Params = exp.params
	for _, p := range f.Params {
		p.Owner = f
	}
	f.Body = []ir.Stmt{&ir.Assign{S: ir.S{At: e.Span}, Target: &ir.AttrTarget{V: object, Name: name.Value, Attr: attr.ir}, Value: value}}
	return &ir.CallFunc{X: ir.X{T: types.None, At: e.Span}, Func: f, Args: []ir.Expr{x, c.convertLater(v, attr.cell)}}, true
}

// frozen raises what assigning v to a field of x, a frozen dataclass or named tuple, raises.
func (c *checker) frozen(t *syntax.Attr, v, x ir.Expr, at syntax.Span) []ir.Stmt {
	exc := &ir.ExcNew{X: ir.X{T: exceptionType, At: at}, Class: "FrozenInstanceError", Args: []ir.Expr{c.convertLater(c.str("cannot assign to field '"+t.Name+"'", at), types.Any)}}
	c.frame.state = nil
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: v}, &ir.ExprStmt{S: ir.S{At: at}, V: x}, &ir.Raise{S: ir.S{At: at}, V: exc}}
}

// attrTarget makes x.name a target of unpacking or a loop.
func (c *checker) attrTarget(e *syntax.Attr, t types.Type) ir.Target {
	x := c.expr(e.X)
	if types.IsAny(typeOf(x)) || className(typeOf(x)) == "Exception" {
		c.dynamicNames.set[e.Name], c.dynamicNames.get[e.Name] = true, true
		return &ir.AttrTarget{V: c.convertLater(x, types.Any), Name: e.Name, From: t}
	}
	k := c.classOf(typeOf(x))
	if m := (*member)(nil); k != nil {
		m, _ = k.find(e.Name)
		if m == nil && (k.record == nil || !k.record.frozen) {
			a := c.storeAttr(k, e, t)
			out := &ir.AttrTarget{V: x, Name: e.Name, Attr: a.ir, From: t}
			c.later = append(c.later, func() { out.From = types.Resolve(t) })
			return out
		}
	}
	if !types.IsBad(typeOf(x)) {
		c.unsupported(e.Pos(), "this target").WithHint("assign to a name, and then to the attribute")
	}
	return nil
}

// augAttr types x.name op= value; x is evaluated once.
func (c *checker) augAttr(t *syntax.Attr, s *syntax.AugAssign) []ir.Stmt {
	var out []ir.Stmt
	x := t.X
	if _, ok := x.(*syntax.Name); !ok {
		if v := c.expr(x); hasParts(v) {
			if _, static := v.(*staticRef); !static && !types.IsBad(typeOf(v)) {
				tmp := c.temp(v)
				out = append(out, tmp.set)
				x = c.held(tmp.read(), x.Pos())
			}
		}
	}
	attr := &syntax.Attr{At: t.At, X: x, Name: t.Name, NameAt: t.NameAt}
	cur := c.attr(attr)
	val := c.expr(s.Value)
	if types.IsBad(typeOf(cur)) {
		return nil
	}
	if types.IsAny(typeOf(c.attrObject(x))) {
		return append(out, c.augDynamic(attr, s)...)
	}
	if stmts, ok := c.inPlace(cur, s.Op, val, s.Span); ok {
		return append(out, stmts...)
	}
	v := c.inPlaceBinary(s.Op, cur, val, s.Span)
	return append(out, c.assignAttr(attr, v, s.Span)...)
}

// attrObject is the object of an attribute that is assigned; a function is boxed.
func (c *checker) attrObject(x syntax.Expr) ir.Expr {
	v := c.expr(x)
	if cls, ok := typeOf(v).(*types.Class); ok {
		if _, ok := cls.Decl.(*class); ok {
			return v
		}
	}
	if isFunction(typeOf(v)) {
		return c.box(v)
	}
	return v
}

// augDynamic is x.name op= value of an object that is known at run time.
func (c *checker) augDynamic(t *syntax.Attr, s *syntax.AugAssign) []ir.Stmt {
	c.dynamicNames.get[t.Name], c.dynamicNames.set[t.Name] = true, true
	x := c.attrObject(t.X)
	cur := &ir.Current{X: ir.X{T: types.Any, At: t.Span}}
	v := c.inPlaceBinary(s.Op, cur, c.expr(s.Value), s.Span)
	return []ir.Stmt{&ir.AugItem{S: ir.S{At: s.Span}, Target: &ir.AttrTarget{V: x, Name: t.Name}, Value: c.convertLater(v, types.Any)}}
}
