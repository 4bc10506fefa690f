package infer

import (
	"strings"

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
	v = c.notNone(c.enumMembers(v), noneUnpacked)
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
	x = c.notNone(x, noneIndexed)
	if r := k.namedTuple(); r != nil {
		if _, isSlice := e.I.(*syntax.Slice); isSlice {
			return c.index(&syntax.Index{At: e.At, X: c.held(c.asTuple(x), e.Span), I: e.I}), true
		}
		if i, ok := c.expr(e.I).(*ir.Const); ok {
			if n, ok := i.Value.(int64); ok {
				if n < 0 {
					n += int64(len(r.fields))
				}
				if n < 0 || n >= int64(len(r.fields)) {
					c.errorf(e.I.Pos(), "DS308", "tuple index out of range: %s has %d elements", k.name, len(r.fields))
					return c.bad(e.Span), true
				}
				return c.objectAttr(x, k, nil, r.fields[n].name, e.Span, e.Span), true
			}
		}
	}
	if _, isSlice := e.I.(*syntax.Slice); isSlice {
		if k.canBeDynamic() {
			c.makeClassDynamic(k, e.I.Pos(), "a slice of an object is taken")
		}
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
	x = c.notNone(x, noneItemSet)
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
	object, i := c.temp(c.notNone(x, noneIndexed)), c.temp(c.value(t.I))
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
	call := c.special(c.notNone(x, noneItemGone), "__delitem__", []ir.Expr{c.value(t.I)}, at)
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
	out := c.special(x, name, rest, args[0].at)
	if k := c.classOf(typeOf(x)); out == nil && k.enum != nil && k.enum.mixin != "" {
		args = append([]argument{{val: c.plainValue(x), at: args[0].at}}, args[1:]...)
		return c.callBuiltin(d, args, args[0].at)
	}
	return out
}

// withObject types with ctx: for an object, as Python defines it by try and finally.
func (c *checker) withObject(ctx ir.Expr, k *class, it *syntax.WithItem, body []syntax.Stmt, at syntax.Span) []ir.Stmt {
	tmp := c.temp(ctx)
	enter := c.contextMethod(tmp, k, "__enter__", nil, at)
	if k != nil {
		if ts, _ := c.targets(k, "__exit__"); enter == nil || len(ts) == 0 {
			c.notContextManager(it.Ctx.Pos(), typeOf(ctx))
			return nil
		}
	}
	out := []ir.Stmt{tmp.set}
	if it.Target != nil {
		out = append(out, c.assign(it.Target, enter, at)...)
	} else {
		out = append(out, &ir.ExprStmt{S: ir.S{At: at}, V: enter})
	}
	passed := c.temp(c.boolean(true, at))
	passed.v.Name = "passed"
	leave := func(args ...ir.Expr) ir.Expr { return c.contextMethod(tmp, k, "__exit__", args, at) }

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
	traceback := c.attrOf(read, &syntax.Attr{At: syntax.At{Span: at}, X: it.Ctx, Name: "__traceback__", NameAt: at})
	stop := leave(class, read, traceback)
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

// contextMethod calls a method of a context manager; without a class it is known when running only.
func (c *checker) contextMethod(x *temporary, k *class, name string, args []ir.Expr, at syntax.Span) ir.Expr {
	if k != nil {
		return c.special(x.read(), name, args, at)
	}
	c.callsUnknown()
	c.dynamicNames.call[dynamicCall{name, len(args), ""}] = true
	all := []argument{{val: x.read(), at: at}}
	for _, a := range args {
		all = append(all, argument{val: c.convertLater(a, types.Any), at: at})
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_"+strings.Trim(name, "_")], all, at)
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
			if _, ok := types.Is(want, "dict"); ok {
				cand.args[i] = c.mapping(cand.args[i])
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
		arg := c.enumMembers(cand.args[i])
		if f := cand.fn; f.Class != nil && f.Class.Name == "str" && f.Name == "join" { // which has words of its own
			cand.args[i] = c.iterableIfAny(arg)
			return
		}
		cand.args[i] = c.iterable(arg)
	}
}

// mapping sees to it that an object with keys is asked for them and their items when running; other values stay.
func (c *checker) mapping(v ir.Expr) ir.Expr {
	k := c.classOf(typeOf(v))
	if k == nil || !k.canBeDynamic() {
		return v
	}
	if keys, _ := k.find("keys"); keys != nil {
		c.makeClassDynamic(k, v.Pos(), "it is read as a mapping, by keys and __getitem__")
	}
	return v
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
	case k.namedTuple() != nil:
		return w.Name == "tuple" && len(w.Args) == len(k.namedTuple().fields) || w.Name == "tuple..."
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
	case "abc.abstractmethod", "abc.abstractproperty":
		return c.callBuiltin(c.ix.Modules["builtins"].Members["_abstract_method"], args, e.Span)
	case "dataclasses.asdict", "dataclasses.astuple", "dataclasses.replace", "dataclasses.is_dataclass", "dataclasses.fields":
		return c.recordCall(t.Name[len("dataclasses."):], args, e)
	case "typing.NamedTuple":
		return c.namedTupleCall(args, e)
	case "typing.NewType":
		x := &syntax.Name{At: e.At, Id: "x"}
		return c.writtenLambda(&syntax.Lambda{At: e.At, Params: []*syntax.Param{{At: e.At, Name: "x"}}, Body: x}, &prelude{})
	case "typing.cast":
		if len(args) == 2 {
			return args[1].val
		}
	}
	return nil
}

// boolResult is what __bool__ gives, which must be a bool.
func (c *checker) boolResult(out ir.Expr) ir.Expr {
	if t := typeOf(out); types.IsBool(t) || types.IsBad(t) || nothing(t) {
		return out
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_bool_result"], []argument{{val: c.convertLater(out, types.Any), at: out.Pos()}}, out.Pos())
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
		if name == "__bool__" {
			return c.boolResult(out)
		}
		return &ir.Truth{X: ir.X{T: types.Bool, At: v.Pos()}, V: out}
	}
	return &ir.Truth{X: ir.X{T: types.Bool, At: v.Pos()}, V: c.plainValue(v)}
}
