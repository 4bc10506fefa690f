package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// What is certain to fail with the types at hand is an error, unless the script waits for the exception: in a
// try statement whose handlers catch it, in this function or in all that call it. Then what fails is computed on
// values of type Any, which raises at run time what Python raises. It is a warning where the handlers take any
// exception, and nothing where they name this one.

// catches are the exception classes that try statements around a place catch. A set is never changed.
type catches map[string]bool

// anyException stands for handlers that catch all exceptions.
const anyException = "Exception"

// with adds the classes that handlers name.
func (s catches) with(handlers []*syntax.Handler) catches {
	out := catches{}
	for name := range s {
		out[name] = true
	}
	for _, h := range handlers {
		for _, name := range handlerClasses(h) {
			switch name {
			case "KeyboardInterrupt", "SystemExit", "GeneratorExit":
			case "BaseException":
				out[anyException] = true
			default:
				out[name] = true
			}
		}
	}
	return out
}

// handlerClasses are the names of classes that a handler is written with; what is no name counts as all.
func handlerClasses(h *syntax.Handler) []string {
	switch t := h.Type.(type) {
	case nil:
		return []string{anyException}
	case *syntax.Name:
		return []string{t.Id}
	case *syntax.Attr:
		return []string{t.Name}
	case *syntax.Tuple:
		var out []string
		for _, x := range t.Elts {
			out = append(out, handlerClasses(&syntax.Handler{Type: x})...)
		}
		return out
	}
	return []string{anyException}
}

// common are the classes that are in both sets.
func (s catches) common(o catches) catches {
	out := catches{}
	for name := range s {
		if o[name] {
			out[name] = true
		}
	}
	return out
}

// names reports that handlers name a class or one of its bases that is not the base of all.
func (s catches) names(class string) bool {
	for ; class != ""; class = raisedBases[class] {
		if s[class] {
			return true
		}
	}
	return false
}

// catch reports that an exception of a class is caught.
func (s catches) catch(class string) bool { return s[anyException] || s.names(class) }

// raisedBases are the bases of the exceptions that mistakes raise.
var raisedBases = map[string]string{"IndexError": "LookupError", "KeyError": "LookupError", "UnboundLocalError": "NameError"}

// raisedBy are the exceptions that Python raises for what the codes of messages stand for; where it may be one of
// two, that of the message's words is first.
var raisedBy = map[string][]string{
	"DS201": {"NameError"}, "DS202": {"UnboundLocalError"}, "DS204": {"AttributeError"}, "DS301": {"TypeError"}, "DS302": {"TypeError"},
	"DS303": {"TypeError"}, "DS304": {"TypeError"}, "DS305": {"TypeError"}, "DS306": {"AttributeError", "TypeError"}, "DS307": {"TypeError"},
	"DS308": {"IndexError"}, "DS315": {"TypeError"}, "DS310": {"ValueError", "TypeError"}, "DS313": {"TypeError"}, "DS314": {"TypeError"}, "DS320": {"TypeError"},
	"DS321": {"TypeError"}, "DS323": {"AttributeError"},
}

// raised is the class of the exception that a mistake raises, or "".
func raised(d *diag.Diagnostic) string {
	of := raisedBy[d.Code]
	switch {
	case len(of) == 0 || d.Kind == diag.Warning || d.Kind == diag.Unsupported:
		return ""
	case len(of) == 2 && (strings.Contains(d.Msg, "not callable") || strings.Contains(d.Msg, "non-iterable")):
		return of[1]
	}
	return of[0]
}

// settleRound is the round from which on mistakes are excused: before, types may still change.
const settleRound = 3

// excusing types an expression where exceptions are caught.
func (c *checker) excusing(e syntax.Expr) ir.Expr {
	before := c.beforeExcuse()
	out := c.plainExpr(e)
	if !c.mayExcuse(before, e.Pos()) {
		return out
	}
	if loose, ok := c.instead(before, func() (ir.Expr, bool) { return c.loosely(e) }); ok {
		return loose
	}
	return out
}

// excusingStmt types a simple statement or a loop where exceptions are caught.
func (c *checker) excusingStmt(s syntax.Stmt) []ir.Stmt {
	before := c.beforeExcuse()
	out := c.statement(s)
	if !c.mayExcuse(before, s.Pos()) {
		return out
	}
	if loose, ok := instead(c, before, func() ([]ir.Stmt, bool) { return c.looseStmt(s) }); ok {
		return loose
	}
	return out
}

// excuse is what to go back to when something is typed again.
type excuse struct {
	messages  int
	state     state
	swallowed bool
}

func (c *checker) beforeExcuse() excuse {
	return excuse{len(c.list.Items), c.frame.state.copy(), c.swallowed}
}

// mayExcuse reports that something was just found to be wrong at a place, and all of it is caught.
func (c *checker) mayExcuse(before excuse, at syntax.Span) bool {
	found := false
	for _, d := range c.list.Items[before.messages:] {
		if d.Kind == diag.Warning || c.settled[d] {
			continue
		}
		class := raised(d)
		if class == "" || !c.catching.catch(class) || d.Span.Start < at.Start || d.Span.End > at.End {
			return false
		}
		found = true
	}
	if found && c.round < settleRound {
		c.changed = true
		return false
	}
	return found
}

// instead does again what was found to be wrong. If that is not possible everything stays as it was.
func instead[T any](c *checker, before excuse, again func() (T, bool)) (T, bool) {
	failed, after, swallowed := c.list.Take(before.messages), c.frame.state, c.swallowed
	c.frame.state, c.swallowed = before.state, before.swallowed
	out, ok := again()
	for _, d := range c.list.Items[before.messages:] {
		ok = ok && (d.Kind == diag.Warning || c.settled[d])
	}
	if !ok {
		c.list.Take(before.messages)
		for _, d := range failed {
			c.list.Put(d)
			c.settled[d] = true
		}
		c.frame.state, c.swallowed = after, swallowed
		return out, false
	}
	for _, d := range failed {
		if class := raised(d); d.Kind != diag.Warning && !c.settled[d] {
			if c.catching.names(class) {
				continue
			}
			d.Kind = diag.Warning
			d.Note(syntax.Span{}, "an except clause around it catches the %s that this raises", class)
		}
		c.list.Put(d)
	}
	return out, true
}

func (c *checker) instead(before excuse, again func() (ir.Expr, bool)) (ir.Expr, bool) {
	return instead(c, before, again)
}

// settle notes that nothing more is to be done about the messages since a place in the list.
func (c *checker) settleMessages(since int) {
	for _, d := range c.list.Items[min(since, len(c.list.Items)):] {
		c.settled[d] = true
	}
}

// meet notes a call of an instance: its mistakes are excused for what is caught around all calls of it.
func (c *checker) meet(in *instance) {
	if in.catching == nil {
		in.catching = c.catching.with(nil)
		return
	}
	if both := in.catching.common(c.catching); len(both) < len(in.catching) {
		in.catching, c.changed = both, true
	}
}

// anyValue types an expression as Any. What exists at compile time or on the driver only cannot be.
func (c *checker) anyValue(e syntax.Expr) (ir.Expr, bool) {
	return c.asAny(c.value(e))
}

func (c *checker) asAny(v ir.Expr) (ir.Expr, bool) {
	t := typeOf(v)
	if types.IsBad(t) || driverOnly[className(types.Unwrap(t))] {
		return v, false
	}
	if _, static := v.(*staticRef); static {
		return v, false
	}
	return c.convertLater(v, types.Any), true
}

// loosely types an expression with operands of type Any.
func (c *checker) loosely(e syntax.Expr) (ir.Expr, bool) {
	switch e := e.(type) {
	case *syntax.Name:
		kind := ir.GlobalName
		if owner := c.frame.scope.lookup(e.Id); owner == c.frame.scope {
			kind = c.nameKind()
		} else if owner != nil && owner.parent != nil {
			kind = ir.FreeName
		}
		return c.raisesUnset(e, kind), true
	case *syntax.Unary:
		v, ok := c.anyValue(e.X)
		if !ok {
			return nil, false
		}
		return c.unaryOn(e, v), true
	case *syntax.Binary:
		l, ok1 := c.anyValue(e.X)
		r, ok2 := c.anyValue(e.Y)
		return c.binary(e.Op, l, r, e.Span), ok1 && ok2
	case *syntax.Compare:
		fits := true
		out := c.compareChain(e, func(x syntax.Expr) ir.Expr {
			v, ok := c.anyValue(x)
			fits = fits && ok
			return v
		})
		return out, fits
	case *syntax.Index:
		return c.looseIndex(e)
	case *syntax.Attr:
		x, ok := c.asAny(c.expr(e.X))
		if !ok {
			return nil, false
		}
		return c.attrOf(x, e), true
	case *syntax.Call:
		return c.looseCall(e)
	case *syntax.Set:
		return c.unhashed(e.Elts, nil, types.Set(types.Any), e.Span)
	case *syntax.Dict:
		return c.unhashed(e.Keys, e.Values, types.Dict(types.Any, types.Any), e.Span)
	}
	return nil, false
}

// unhashed raises what Python raises where a set or dict is made with elements or keys that have no hash.
func (c *checker) unhashed(keys, values []syntax.Expr, t types.Type, at syntax.Span) (ir.Expr, bool) {
	pre := &prelude{}
	for i, k := range keys {
		if k == nil {
			return nil, false
		}
		v := c.value(k)
		pre.keep(c, v)
		if len(values) > 0 {
			pre.keep(c, c.value(values[i]))
		}
		if bad := unhashable(typeOf(v)); bad != "" {
			return pre.wrap(c.raising("TypeError", "unhashable type: '"+bad+"'", t, at)), true
		}
	}
	return nil, false
}

func (c *checker) looseIndex(e *syntax.Index) (ir.Expr, bool) {
	x, ok := c.anyValue(e.X)
	if !ok {
		return nil, false
	}
	if sl, ok := e.I.(*syntax.Slice); ok {
		out := &ir.GetSlice{X: ir.X{T: types.Any, At: e.Span}, V: x}
		for _, b := range []struct {
			to *ir.Expr
			e  syntax.Expr
		}{{&out.Lo, sl.Lo}, {&out.Hi, sl.Hi}, {&out.Step, sl.Step}} {
			if b.e == nil {
				continue
			}
			v, ok := c.anyValue(b.e)
			if !ok {
				return nil, false
			}
			*b.to = c.sliceBoundOf(v)
		}
		return out, true
	}
	i, ok := c.anyValue(e.I)
	c.uses("[]")
	return &ir.GetItem{X: ir.X{T: types.Any, At: e.Span}, V: x, I: i}, ok
}

// looseCall calls a function as a value of type Any.
func (c *checker) looseCall(e *syntax.Call) (ir.Expr, bool) {
	if a, ok := e.Fn.(*syntax.Attr); ok {
		recv := c.expr(a.X)
		if out, ok := c.raisesNoCode(recv, a.Name, c.arguments(e.Args), e.Span); ok {
			return out, true
		}
		if k := c.classOf(typeOf(recv)); k != nil {
			if out, ok := c.raisesMethodArity(k, recv, a.Name, c.arguments(e.Args), e.Span); ok {
				return out, true
			}
		}
		if _, static := recv.(*staticRef); !static {
			x, ok := c.asAny(recv)
			if !ok {
				return nil, false
			}
			return c.callAny(x, a.Name, c.arguments(e.Args), e.Span), true
		}
	}
	fn := c.expr(e.Fn)
	if k, ok := typeOf(fn).(*types.Class); ok {
		if k, ok := k.Decl.(*class); ok {
			return c.raisesArity(k, c.arguments(e.Args), e.Span)
		}
	}
	switch typeOf(fn).(type) {
	case *types.Module:
		return nil, false
	case *types.Func, *types.Builtin, *types.Class:
		return c.callDyn(c.box(fn), "", c.looseArguments(e.Args), e.Span), true
	}
	x, ok := c.asAny(fn)
	if !ok {
		return nil, false
	}
	return c.callDyn(x, "", c.looseArguments(e.Args), e.Span), true
}

// looseArguments are arguments with what stands behind a * as it is.
func (c *checker) looseArguments(args []*syntax.Arg) []argument {
	out := make([]argument, len(args))
	for i, a := range args {
		if a.Star == "*" {
			out[i] = argument{star: a.Star, at: a.Span, src: a.Value, val: c.value(a.Value)}
			continue
		}
		out[i] = c.arguments(args[i : i+1])[0]
	}
	return out
}

// looseStmt types what a statement does, but for the expressions in it, with values of type Any.
func (c *checker) looseStmt(s syntax.Stmt) ([]ir.Stmt, bool) {
	switch s := s.(type) {
	case *syntax.Assign:
		if len(s.Targets) != 1 {
			return nil, false
		}
		return c.looseAssign(s)
	case *syntax.AugAssign:
		return c.looseAugAssign(s)
	case *syntax.Raise:
		pre := &prelude{}
		pre.keep(c, c.value(s.X))
		raise := c.raising("TypeError", "exceptions must derive from BaseException", types.Never, s.Span)
		c.frame.state = nil
		return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: s.Span}, V: pre.wrap(raise)}}, true
	case *syntax.Del:
		t, ok := s.Targets[0].(*syntax.Index)
		if !ok || len(s.Targets) > 1 {
			return nil, false
		}
		target, ok := c.looseItem(t)
		c.uses("del")
		return []ir.Stmt{&ir.Del{S: ir.S{At: s.Span}, Target: target}}, ok
	}
	return nil, false
}

func (c *checker) looseAssign(s *syntax.Assign) ([]ir.Stmt, bool) {
	v, ok := c.anyValue(s.Value)
	if !ok {
		return nil, false
	}
	if _, name := s.Targets[0].(*syntax.Name); name {
		return nil, false
	}
	fits := true
	target := c.looseTarget(s.Targets[0], &fits)
	return []ir.Stmt{&ir.Assign{S: ir.S{At: s.Span}, Target: target, Value: v}}, fits
}

// looseTarget is a target for a value of type Any; what cannot be one says so.
func (c *checker) looseTarget(e syntax.Expr, fits *bool) ir.Target {
	part := func(e syntax.Expr, _ types.Type) ir.Target { return c.looseTarget(e, fits) }
	switch e := e.(type) {
	case *syntax.Tuple:
		return c.unpackTo(e.Elts, types.Any, e.Span, part)
	case *syntax.List:
		return c.unpackTo(e.Elts, types.Any, e.Span, part)
	case *syntax.Index:
		item, ok := c.looseItem(e)
		*fits = *fits && ok
		return item
	}
	return c.target(e, types.Any)
}

func (c *checker) looseItem(t *syntax.Index) (ir.Target, bool) {
	if _, slice := t.I.(*syntax.Slice); slice {
		return nil, false
	}
	x, ok1 := c.anyValue(t.X)
	i, ok2 := c.anyValue(t.I)
	c.uses("[]=")
	return &ir.ItemTarget{V: x, I: i}, ok1 && ok2
}

func (c *checker) looseAugAssign(s *syntax.AugAssign) ([]ir.Stmt, bool) {
	switch t := s.Target.(type) {
	case *syntax.Name:
		cur, ok1 := c.anyValue(t)
		val, ok2 := c.anyValue(s.Value)
		if !ok1 || !ok2 {
			return nil, false
		}
		return c.store(t, c.inPlaceBinary(s.Op, cur, val, s.Span), s.Span), true
	case *syntax.Index:
		target, ok1 := c.looseItem(t)
		val, ok2 := c.anyValue(s.Value)
		if !ok1 || !ok2 {
			return nil, false
		}
		cur := &ir.Current{X: ir.X{T: types.Any, At: t.Span}}
		v := c.inPlaceBinary(s.Op, cur, val, s.Span)
		return []ir.Stmt{&ir.AugItem{S: ir.S{At: s.Span}, Target: target.(*ir.ItemTarget), Value: v}}, true
	}
	return nil, false
}

// looseIterable is what is iterated over: an Any where it cannot be and that is caught.
func (c *checker) looseIterable(v ir.Expr) ir.Expr {
	t := types.Unwrap(typeOf(v))
	if len(c.catching) == 0 || !c.catching.catch("TypeError") || c.unknown(t) {
		return v
	}
	if _, ok := elementType(t); ok {
		return v
	}
	if c.round < settleRound {
		c.changed = true
		return v
	}
	before := c.beforeExcuse()
	c.notIterable(t, v.Pos(), "")
	if loose, ok := c.instead(before, func() (ir.Expr, bool) { return c.asAny(v) }); ok {
		return loose
	}
	c.list.Take(before.messages)
	return v
}

// callsUnknown notes that a function is called here that is known when running only: what is a mistake in such functions
// may be caught here.
func (c *checker) callsUnknown() {
	grows := false
	for class := range c.catching {
		if !c.unknownCalls[class] {
			c.unknownCalls[class], grows = true, true
		}
	}
	if !grows {
		return
	}
	c.changed = true
	for _, fn := range c.order {
		if fn.boxInst != nil {
			fn.boxInst.catching = nil
		}
	}
}

// instanceAnywhere is an instance that is called from places that are known when running only.
func (c *checker) instanceAnywhere(fn *function, args []types.Type, at syntax.Span) *instance {
	catching := c.catching
	c.catching = catching.with(nil)
	for class := range c.unknownCalls {
		c.catching[class] = true
	}
	in := c.instance(fn, args, at)
	c.catching = catching
	return in
}
