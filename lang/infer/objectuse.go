package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// This file lets objects of the script's classes stand where Python's own values do: in operators, loops,
// with statements, tests of their class, and arguments of built-in functions.

// unaryObject types -x, +x and ~x of an object.
func (c *checker) unaryObject(e *syntax.Unary, v ir.Expr) ir.Expr {
	name := map[string]string{"-": "__neg__", "+": "__pos__", "~": "__invert__"}[e.Op]
	if c.classOf(typeOf(v)) == nil { // the value of an IntEnum
		return c.unaryOn(e, v)
	}
	if out := c.special(v, name, nil, e.Span); out != nil {
		return out
	}
	c.errorf(e.Span, "DS301", "bad operand type for unary %s: '%s'", e.Op, typeOf(v))
	return c.bad(e.Span)
}

// iterableValue types an expression that is iterated over.
func (c *checker) iterableValue(e syntax.Expr) ir.Expr {
	return c.iterable(c.asValue(c.enumMembers(c.expr(e)), e.Pos()))
}

// unpackable is what unpacking an object unpacks: the fields of a named tuple, or what it iterates over.
func (c *checker) unpackable(v ir.Expr) ir.Expr {
	if t := c.asTuple(v); t != v {
		return t
	}
	return c.iterable(v)
}

// unpacker is the call that makes something to unpack of an object of a type, or nil.
func (c *checker) unpacker(t types.Type, at syntax.Span) *ir.CallFunc {
	k := c.classOf(t)
	if k == nil {
		return nil
	}
	call, _ := c.unpackable(&ir.Const{X: ir.X{T: k.self, At: at}}).(*ir.CallFunc)
	return call
}

// indexObject types x[i] of an object, or of an Enum class.
func (c *checker) indexObject(x ir.Expr, e *syntax.Index) (ir.Expr, bool) {
	if cls, ok := typeOf(x).(*types.Class); ok {
		k, ok := cls.Decl.(*class)
		if !ok {
			return nil, false
		}
		if k.enum != nil {
			return c.enumItem(k, e), true
		}
		for _, b := range k.line {
			if b.generic {
				return x, true
			}
		}
		c.errorf(e.Span, "DS307", "type '%s' is not subscriptable", k.node.Name.Id)
		return c.bad(e.Span), true
	}
	t := types.Unwrap(typeOf(x))
	k := c.classOf(t)
	if k == nil {
		return nil, false
	}
	x = c.unwrapChecked(x)
	if k.record != nil && k.record.kind == namedTuple {
		if _, isSlice := e.I.(*syntax.Slice); isSlice {
			return c.index(&syntax.Index{At: e.At, X: c.held(c.asTuple(x), e.Span), I: e.I}), true
		}
		if i, ok := c.expr(e.I).(*ir.Const); ok {
			if n, ok := i.Value.(int64); ok {
				if n < 0 {
					n += int64(len(k.record.fields))
				}
				if n < 0 || n >= int64(len(k.record.fields)) {
					c.errorf(e.I.Pos(), "DS308", "tuple index out of range: %s has %d elements", k.name, len(k.record.fields))
					return c.bad(e.Span), true
				}
				return c.objectAttr(x, k, nil, k.record.fields[n].name, e.Span, e.Span), true
			}
		}
	}
	if _, isSlice := e.I.(*syntax.Slice); isSlice {
		c.unsupported(e.I.Pos(), "a slice of an object of a class").WithHint("write a method with two arguments")
		return c.bad(e.Span), true
	}
	if out := c.special(x, "__getitem__", []ir.Expr{c.value(e.I)}, e.Span); out != nil {
		return out, true
	}
	c.notSubscriptable(x, e)
	return c.bad(e.Span), true
}

// objectItem makes x[i] of an object a target: __setitem__ and __delitem__ are called by the runtime.
func (c *checker) objectItem(x ir.Expr, k *class, i ir.Expr, t types.Type, e *syntax.Index) ir.Target {
	name := "__setitem__"
	if t == nil {
		name = "__delitem__"
	}
	args := []ir.Expr{i}
	if t != nil {
		args = append(args, &ir.Const{X: ir.X{T: t, At: e.Span}})
	}
	if c.special(x, name, args, e.Span) == nil { // typed for its effect on the types of attributes
		what := "assignment"
		if t == nil {
			what = "deletion"
		}
		c.errorf(e.Span, "DS307", "'%s' object does not support item %s", k.name, what)
		return nil
	}
	c.uses(operatorNames[name])
	return &ir.ItemTarget{V: c.convertLater(x, types.Any), I: c.convertLater(i, types.Any)}
}

// setObjectItem is x[i] = v of an object, which calls its __setitem__.
func (c *checker) setObjectItem(t *syntax.Index, v ir.Expr, at syntax.Span) ([]ir.Stmt, bool) {
	x := c.expr(t.X)
	k := c.classOf(types.Unwrap(typeOf(x)))
	if k == nil {
		return nil, false
	}
	x = c.unwrapChecked(x)
	call := c.special(x, "__setitem__", []ir.Expr{c.value(t.I), c.asValue(v, v.Pos())}, at)
	if call == nil {
		c.errorf(t.Span, "DS307", "'%s' object does not support item assignment", k.name)
		return nil, true
	}
	if types.IsBad(typeOf(call)) {
		return nil, true
	}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}}, true
}

// augObjectItem is x[i] op= v of an object: x and i are evaluated once.
func (c *checker) augObjectItem(t *syntax.Index, s *syntax.AugAssign) ([]ir.Stmt, bool) {
	x := c.expr(t.X)
	if c.classOf(types.Unwrap(typeOf(x))) == nil {
		return nil, false
	}
	object, i := c.temp(c.unwrapChecked(x)), c.temp(c.value(t.I))
	at := &syntax.Index{At: t.At, X: c.held(object.read(), t.X.Pos()), I: c.held(i.read(), t.I.Pos())}
	v := c.inPlaceBinary(s.Op, c.index(at), c.expr(s.Value), s.Span)
	if types.IsBad(typeOf(v)) {
		return nil, true
	}
	out, _ := c.setObjectItem(at, v, s.Span)
	return append([]ir.Stmt{object.set, i.set}, out...), true
}

// delObjectItem is del x[i] of an object.
func (c *checker) delObjectItem(t *syntax.Index, at syntax.Span) ([]ir.Stmt, bool) {
	x := c.expr(t.X)
	k := c.classOf(types.Unwrap(typeOf(x)))
	if k == nil {
		return nil, false
	}
	call := c.special(c.unwrapChecked(x), "__delitem__", []ir.Expr{c.value(t.I)}, at)
	if call == nil {
		c.errorf(t.Span, "DS307", "'%s' object doesn't support item deletion", k.name)
		return nil, true
	}
	if types.IsBad(typeOf(call)) {
		return nil, true
	}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}}, true
}

// objectFunction calls a built-in function that is a special method of its argument: len(x), next(x). nil
// if it is none, or the object does not have it.
func (c *checker) objectFunction(d *api.Overloads, args []argument) ir.Expr {
	if len(args) == 0 || args[0].name != "" || args[0].star != "" || d != c.ix.Modules["builtins"].Members[d.Name] {
		return nil
	}
	if d.Name == "sum" {
		if t, ok := elementType(typeOf(args[0].val)); ok && c.classOf(t) != nil {
			c.uses("+")
		}
		return nil
	}
	x := args[0].val
	if c.classOf(typeOf(x)) == nil {
		return nil
	}
	name := map[string]string{"len": "__len__", "next": "__next__", "abs": "__abs__", "round": "__round__", "hash": "__hash__",
		"repr": "__repr__", "reversed": "__reversed__"}[d.Name]
	if d.Name == "next" && len(args) == 2 {
		k := c.classOf(typeOf(x))
		if ts, _ := c.targets(k, "__next__"); len(ts) > 0 {
			return c.callBuiltin(d, []argument{{val: c.nextIter(x, k), at: args[0].at}, args[1]}, args[0].at)
		}
	}
	if name == "" || len(args) > 1 && d.Name != "round" {
		return nil
	}
	var rest []ir.Expr
	for _, a := range args[1:] {
		rest = append(rest, a.val)
	}
	return c.special(x, name, rest, args[0].at)
}

// withObject types with ctx: for an object, as Python defines it by try and finally.
func (c *checker) withObject(ctx ir.Expr, k *class, it *syntax.WithItem, body []syntax.Stmt, at syntax.Span) []ir.Stmt {
	tmp := c.temp(ctx)
	enter := c.special(tmp.read(), "__enter__", nil, at)
	if ts, _ := c.targets(k, "__exit__"); enter == nil || len(ts) == 0 {
		c.notContextManager(it.Ctx.Pos(), typeOf(ctx))
		return nil
	}
	out := []ir.Stmt{tmp.set}
	if it.Target != nil {
		out = append(out, c.assign(it.Target, enter, at)...)
	} else {
		out = append(out, &ir.ExprStmt{S: ir.S{At: at}, V: enter})
	}
	passed := c.temp(c.boolean(true, at))
	passed.v.Name = "passed"
	leave := func(args ...ir.Expr) ir.Expr { return c.special(tmp.read(), "__exit__", args, at) }

	trap := &trap{state: c.frame.state.copy()}
	c.frame.traps = append(c.frame.traps, trap)
	inner := &ir.Try{S: ir.S{At: at}, Body: c.block(body)}
	c.frame.traps = c.frame.traps[:len(c.frame.traps)-1]
	after := c.frame.state

	c.frame.state = trap.state.copy()
	exc := &ir.Var{Name: "exc", Type: exceptionType, Def: at}
	if c.frame.inst != nil {
		exc.Owner = c.frame.inst.ir
	}
	read := &ir.Local{X: ir.X{T: exceptionType, At: at}, Var: exc}
	class := c.callBuiltin(c.ix.Modules["builtins"].Members["_type_of"], []argument{{val: c.convertLater(read, types.Any), at: at}}, at)
	stop := leave(class, read, c.none(at))
	handler := &ir.Handler{Var: exc, At: at, Body: []ir.Stmt{
		&ir.Assign{S: ir.S{At: at}, Target: &ir.VarTarget{Var: passed.v}, Value: c.boolean(false, at)}}}
	if types.IsNone(typeOf(stop)) {
		handler.Body = append(handler.Body, &ir.ExprStmt{S: ir.S{At: at}, V: stop}, &ir.Raise{S: ir.S{At: at}})
	} else {
		handler.Body = append(handler.Body, &ir.If{S: ir.S{At: at}, Test: &ir.Not{X: ir.X{T: types.Bool, At: at}, V: c.truth(stop)},
			Body: []ir.Stmt{&ir.Raise{S: ir.S{At: at}}}})
		after = merge(after, c.frame.state)
	}
	inner.Handlers = []*ir.Handler{handler}
	c.frame.state = merge(after.copy(), trap.state.copy())
	done := leave(c.none(at), c.none(at), c.none(at))
	c.frame.state = after
	outer := &ir.Try{S: ir.S{At: at}, Body: []ir.Stmt{inner}, Finally: []ir.Stmt{
		&ir.If{S: ir.S{At: at}, Test: passed.read(), Body: []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: done}}}}}
	return append(out, passed.set, outer)
}

// caughtType is the static type of what an except clause binds.
func (c *checker) caughtType(h *syntax.Handler) types.Type {
	if h.Type == nil {
		return exceptionType
	}
	if k, ok := c.namedClass(h.Type); ok && k.exception != "" {
		return k.self
	}
	return exceptionType
}

// namedClass is the class of the script that an expression names.
func (c *checker) namedClass(e syntax.Expr) (*class, bool) {
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return nil, false
	}
	cls, ok := typeOf(c.expr(e)).(*types.Class)
	if !ok {
		return nil, false
	}
	k, ok := cls.Decl.(*class)
	return k, ok
}

// isExceptionClass reports the unique name of an exception class of the script.
func (c *checker) isExceptionClass(name string) bool {
	for _, k := range c.classes {
		if k.name == name && k.exception != "" {
			return true
		}
	}
	return false
}

// condClass handles isinstance(x, K) where K, or one of several, is a class of the script.
func (c *checker) condClass(v ir.Expr, e *syntax.Call) (test ir.Expr, yes, no state, ok bool) {
	classes := []syntax.Expr{e.Args[1].Value}
	if t, isTuple := e.Args[1].Value.(*syntax.Tuple); isTuple {
		classes = t.Elts
	}
	var ks []*class
	var rest []syntax.Expr
	for _, x := range classes {
		if k, ok := c.namedClass(x); ok {
			ks = append(ks, k)
		} else {
			rest = append(rest, x)
		}
	}
	vk := c.classOf(types.Unwrap(typeOf(v)))
	if len(ks) == 0 && vk == nil || types.IsBad(typeOf(v)) || nothing(typeOf(v)) {
		return nil, nil, nil, false
	}
	yes, no = c.frame.state.copy(), c.frame.state
	name := condName(e.Args[0].Value)
	if vk != nil && !types.IsOptional(typeOf(v)) {
		return c.condObject(v, vk, ks, rest, name, yes, no, e.Span)
	}
	t := types.Unwrap(typeOf(v))
	if len(ks) == 0 || vk == nil && !types.IsAny(t) && className(t) != "Exception" {
		return nil, nil, nil, false
	}
	x := v
	if !types.IsAny(typeOf(v)) {
		x = c.convertLater(v, types.Any)
	}
	test = &ir.ClassIs{X: ir.X{T: types.Bool, At: e.Span}, V: x, Classes: irClasses(ks), Sub: true}
	if name != "" && len(ks) == 1 && len(rest) == 0 {
		yes.narrow(name, ks[0].self)
	}
	if len(rest) > 0 {
		names, ok := c.classNames(&syntax.Tuple{At: syntax.At{Span: e.Args[1].Value.Pos()}, Elts: rest})
		if !ok {
			return c.bad(e.Span), yes, no, true
		}
		test = &ir.Logic{X: ir.X{T: types.Bool, At: e.Span}, Op: "or", L: test, R: c.isInstanceCall(x, names, e.Span)}
	}
	return test, yes, no, true
}

// condObject decides isinstance for an object whose class is known but for its subclasses.
func (c *checker) condObject(v ir.Expr, vk *class, ks []*class, rest []syntax.Expr, name string, yes, no state, at syntax.Span) (ir.Expr, state, state, bool) {
	for _, x := range rest {
		n, ok := x.(*syntax.Name)
		switch {
		case ok && n.Id == "object",
			ok && n.Id == "tuple" && vk.record != nil && vk.record.kind == namedTuple,
			ok && vk.exception != "" && isException(n.Id),
			ok && vk.enum != nil && n.Id == vk.enum.mixin && n.Id != "":
			if vk.exception != "" && isException(n.Id) {
				return c.isInstanceCall(c.convertLater(v, types.Any), []string{n.Id}, at), yes, no, true
			}
			test, y, n, _ := c.decidedAfter(v, true, yes, no, at)
			return test, y, n, true
		}
	}
	var hits, misses int
	for _, d := range vk.possible() {
		hit := false
		for _, k := range ks {
			hit = hit || d.derives(k)
		}
		if hit {
			hits++
		} else {
			misses++
		}
	}
	switch {
	case misses == 0 && vk.settled():
		test, y, n, _ := c.decidedAfter(v, true, yes, no, at)
		return test, y, n, true
	case hits == 0 && vk.settled():
		test, y, n, _ := c.decidedAfter(v, false, yes, no, at)
		return test, y, n, true
	}
	if name != "" && len(ks) == 1 && ks[0].derives(vk) {
		yes.narrow(name, ks[0].self)
	}
	return &ir.ClassIs{X: ir.X{T: types.Bool, At: at}, V: v, Classes: irClasses(ks), Sub: true}, yes, no, true
}

// settled reports that some object of the static type is made, so that its possible classes are known.
func (k *class) settled() bool {
	for _, d := range k.descendants() {
		if d.created {
			return true
		}
	}
	return len(k.descendants()) == 1
}

// classTest is a test for a class where it is not decided by the static type.
func (c *checker) classTest(test *ir.ClassIs, k *class) ir.Expr {
	vk := c.classOf(typeOf(test.V))
	if vk == nil {
		test.V = c.convertLater(test.V, types.Any)
		return test
	}
	if ps := vk.possible(); len(ps) == 1 && vk.settled() {
		return c.boolean(ps[0] == k, test.At)
	}
	return test
}

// takeObject lets an object stand for an Iterable parameter, and an Enum for the list of its members.
func (c *checker) takeObject(cand *candidate, p *api.Param, i int) {
	if _, ok := callableType(p.Type); ok && cand.args[i] != nil {
		cand.args[i] = c.callableObject(cand.args[i])
		return
	}
	want := p.Type
	if o, ok := types.Is(want, "Optional"); ok {
		want = o.Args[0]
	}
	if _, ok := types.Is(want, "Iterable"); !ok {
		if cand.args[i] != nil && p.Kind != api.Rest {
			if w, ok := want.(*types.Named); ok && (w.Name == "tuple" || w.Name == "Sized") {
				cand.args[i] = c.enumMembers(cand.args[i])
			}
		}
		return
	}
	if p.Kind == api.Rest {
		for j, r := range cand.rest {
			cand.rest[j] = c.iterable(c.enumMembers(r))
		}
		return
	}
	if cand.args[i] != nil {
		cand.args[i] = c.iterable(c.enumMembers(cand.args[i]))
	}
}

// callableObject replaces an object with a method __call__ by that method; other values stay.
func (c *checker) callableObject(v ir.Expr) ir.Expr {
	k := c.classOf(typeOf(v))
	if k == nil {
		return v
	}
	if ts, _ := c.targets(k, "__call__"); len(ts) == 0 {
		return v
	}
	return ref(&types.Builtin{Name: "__call__", Decl: boundMethod{k}, Recv: v}, v.Pos())
}

// standsFor reports what an object can be converted to: a named tuple to a tuple, a member of an IntEnum
// to an int.
func (c *checker) standsFor(k *class, w *types.Named) bool {
	switch {
	case k.enum != nil && k.enum.mixin != "":
		return w.Name == k.enum.mixin
	case k.record != nil && k.record.kind == namedTuple:
		return w.Name == "tuple" && len(w.Args) == len(k.record.fields) || w.Name == "tuple..."
	}
	return false
}

// objectAs converts an object to what it stands for; other objects stay.
func (c *checker) objectAs(e ir.Expr, w *types.Named) ir.Expr {
	k := c.classOf(typeOf(e))
	switch {
	case w.Name == "tuple" || w.Name == "tuple...":
		return c.asTuple(e)
	case k.enum != nil && k.enum.mixin == w.Name:
		return c.plainValue(e)
	case w.Name == "Iterable":
		return c.iterable(e)
	}
	return e
}

// knownCall calls what modules without declarations give: dataclasses.asdict(x), typing.NamedTuple(…).
func (c *checker) knownCall(t *types.Module, args []argument, e *syntax.Call) ir.Expr {
	switch t.Name {
	case "dataclasses.asdict", "dataclasses.astuple", "dataclasses.replace", "dataclasses.is_dataclass", "dataclasses.fields":
		return c.recordCall(t.Name[len("dataclasses."):], args, e)
	case "typing.NamedTuple":
		return c.namedTupleCall(args, e)
	case "typing.cast":
		if len(args) == 2 {
			return args[1].val
		}
	}
	return nil
}

// getAttr is getattr(x, name) and getattr(x, name, default).
func (c *checker) getAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) < 2 || len(args) > 3 {
		c.errorf(e.Fn.Pos(), "DS320", "getattr expected 2 or 3 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	x := args[0].val
	if name, ok := literalText(args[1].val); ok {
		has, known := c.hasMember(x, name)
		if known && (has || len(args) == 2) {
			return c.attrOf(x, &syntax.Attr{At: e.At, X: e.Args[0].Value, Name: name, NameAt: args[1].at})
		}
		if known {
			return args[2].val
		}
		c.dynamicNames.get[name] = true
	} else {
		c.dynamicNames.all = true
	}
	fn := "_getattr"
	all := []argument{{val: c.convertLater(c.asValue(x, args[0].at), types.Any), at: args[0].at}, args[1]}
	if len(args) == 3 {
		fn = "_getattr_or"
		all = append(all, argument{val: c.convertLater(c.asValue(args[2].val, args[2].at), types.Any), at: args[2].at})
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members[fn], all, e.Span)
}

// hasMember tells whether an object has an attribute, if its type decides it.
func (c *checker) hasMember(x ir.Expr, name string) (has, known bool) {
	switch t := typeOf(x).(type) {
	case *types.Module:
		m, ok := t.Decl.(*api.Module)
		if !ok {
			return false, false
		}
		return m.Members[name] != nil, true
	case *types.Class:
		if k, ok := t.Decl.(*class); ok {
			m, _ := k.find(name)
			return m != nil || k.holder(name) != nil || k.enum != nil && k.enum.alias[name] != "", true
		}
	}
	k := c.classOf(typeOf(x))
	if k == nil {
		if n, ok := typeOf(x).(*types.Named); ok && !types.IsAny(n) && !types.IsOptional(n) && className(n) != "Exception" {
			cls, o, _ := c.lookup(n, name)
			return o != nil, cls != nil
		}
		return false, false
	}
	if k.exception != "" {
		return false, false
	}
	has, lacks := false, false
	for _, d := range k.possible() {
		m, _ := d.find(name)
		switch a := k.family.attrs[name]; {
		case m != nil || d.holder(name) != nil:
			has = true
		case a != nil && a.stored && d.gives[name]:
			has = true
		case a != nil && a.stored || c.stores[name] && c.round < 3:
			return false, false
		default:
			lacks = true
		}
	}
	return has, has != lacks
}

// hasAttr is hasattr(x, name).
func (c *checker) hasAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 2 {
		c.errorf(e.Fn.Pos(), "DS320", "hasattr expected 2 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	if name, ok := literalText(args[1].val); ok {
		if has, known := c.hasMember(args[0].val, name); known {
			return c.boolean(has, e.Span)
		}
		c.dynamicNames.get[name] = true
		c.dynamicNames.has[name] = true
	} else {
		c.dynamicNames.all = true
	}
	all := []argument{{val: c.convertLater(c.asValue(args[0].val, args[0].at), types.Any), at: args[0].at}, args[1]}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_hasattr"], all, e.Span)
}

// setAttr is setattr(x, name, value).
func (c *checker) setAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 3 {
		c.errorf(e.Fn.Pos(), "DS320", "setattr expected 3 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	if name, ok := literalText(args[1].val); ok {
		c.dynamicNames.set[name] = true
		if k := c.classOf(typeOf(args[0].val)); k != nil && k.exception == "" {
			a := c.attribute(k, name)
			a.stored = true
			c.put(a.cell, types.Any)
		}
	} else {
		c.unsupported(args[1].at, "setattr() with a name that is computed").WithHint("keep the values in a dict")
		return c.bad(e.Span)
	}
	all := []argument{{val: c.convertLater(c.asValue(args[0].val, args[0].at), types.Any), at: args[0].at}, args[1],
		{val: c.convertLater(c.asValue(args[2].val, args[2].at), types.Any), at: args[2].at}}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_setattr"], all, e.Span)
}

// isSubclass is issubclass(K, L) of classes that are named.
func (c *checker) isSubclass(args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 2 {
		a, ok1 := typeOf(args[0].val).(*types.Class)
		b, ok2 := typeOf(args[1].val).(*types.Class)
		if ok1 && ok2 {
			k, user := a.Decl.(*class)
			l, ofUser := b.Decl.(*class)
			switch {
			case user && ofUser:
				return c.boolean(k.derives(l), e.Span)
			case a == b || a.Name == b.Name && !user && !ofUser:
				return c.boolean(true, e.Span)
			}
		}
	}
	c.unsupported(e.Fn.Pos(), "issubclass() of these").WithHint("name two classes of the script")
	return c.bad(e.Span)
}

// typeCall is type(x) as a value.
func (c *checker) typeCall(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 1 {
		c.unsupported(e.Fn.Pos(), "type() with %d arguments", len(args)).WithHint("write a class statement")
		return c.bad(e.Span)
	}
	v := c.asValue(args[0].val, args[0].at)
	if k := c.classOf(typeOf(v)); k != nil {
		if ps := k.possible(); len(ps) == 1 {
			return ref(ps[0].typ, e.Span)
		}
	}
	if types.IsBad(typeOf(v)) || nothing(typeOf(v)) {
		return c.withType(v, typeOf(v))
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_type_of"], []argument{{val: v, at: args[0].at}}, e.Span)
}

// truthOfObject is bool(x): by __bool__, by __len__, or true.
func (c *checker) truthOfObject(v ir.Expr) ir.Expr {
	k := c.classOf(typeOf(v))
	for _, name := range []string{"__bool__", "__len__"} {
		ts, missing := c.targets(k, name)
		if len(ts) == 0 {
			continue
		}
		if len(missing) > 0 || len(ts) > 1 {
			return &ir.Truth{X: ir.X{T: types.Bool, At: v.Pos()}, V: v}
		}
		out := c.special(v, name, nil, v.Pos())
		if types.IsBool(typeOf(out)) || types.IsBad(typeOf(out)) {
			return out
		}
		return &ir.Truth{X: ir.X{T: types.Bool, At: v.Pos()}, V: out}
	}
	return &ir.Truth{X: ir.X{T: types.Bool, At: v.Pos()}, V: v}
}
