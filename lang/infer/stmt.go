package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// module walks the script's top level.
func (c *checker) module(body []syntax.Stmt) []ir.Stmt {
	c.prog.Doc = docstring(body)
	return c.block(body)
}

// block walks statements until the end or until one that nothing follows.
func (c *checker) block(body []syntax.Stmt) []ir.Stmt {
	var out []ir.Stmt
	for _, s := range body {
		if c.frame.state == nil {
			break // cannot be reached
		}
		out = append(out, c.stmt(s)...)
	}
	return out
}

func (c *checker) stmt(s syntax.Stmt) []ir.Stmt {
	var out []ir.Stmt
	if len(c.catching) > 0 {
		out = c.excusingStmt(s)
	} else {
		out = c.statement(s)
	}
	return append(out, c.setFlags(s.Pos())...)
}

func (c *checker) statement(s syntax.Stmt) []ir.Stmt {
	at := ir.S{At: s.Pos()}
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return c.exprStmt(s)
	case *syntax.Assign:
		return c.assignStmt(s)
	case *syntax.AugAssign:
		return c.augAssign(s)
	case *syntax.AnnAssign:
		if s.Value == nil {
			return nil
		}
		return c.assignStmt(&syntax.Assign{At: s.At, Targets: []syntax.Expr{s.Target}, Value: s.Value})
	case *syntax.Return:
		return c.returnStatement(s)
	case *syntax.Pass, *syntax.Global, *syntax.Nonlocal:
		return nil
	case *syntax.Break:
		l := c.frame.loops[len(c.frame.loops)-1]
		l.breaks, l.broken = merge(l.breaks, c.frame.state), true
		c.frame.state = nil
		return []ir.Stmt{&ir.Break{S: at}}
	case *syntax.Continue:
		l := c.frame.loops[len(c.frame.loops)-1]
		l.continues = merge(l.continues, c.frame.state)
		c.frame.state = nil
		return []ir.Stmt{&ir.Continue{S: at}}
	case *syntax.Del:
		return c.del(s)
	case *syntax.Import:
		if name, at, missing := c.missingImport(s); missing {
			return c.raiseNoModule(name, at)
		}
		return c.importStmt(s)
	case *syntax.ImportFrom:
		if s.Level > 0 && c.root().module == nil {
			return c.fromNoPackage(s)
		}
		if m := c.users[c.absolute(s)]; m != nil {
			return c.importUserNames(m, s)
		}
		if !ignoredModules[s.Module] && c.ix.Modules[s.Module] == nil && c.caughtImports > 0 {
			return c.raiseNoModule(s.Module, s.Span)
		}
		return c.importFrom(s)
	case *syntax.Raise:
		return c.raise(s)
	case *syntax.Assert:
		return c.assert(s)
	}
	return c.compound(s)
}

func (c *checker) compound(s syntax.Stmt) []ir.Stmt {
	switch s := s.(type) {
	case *syntax.If:
		return c.ifStmt(s)
	case *syntax.While:
		return c.whileStmt(s)
	case *syntax.For:
		return c.forStmt(s)
	case *syntax.Try:
		return c.tryStmt(s)
	case *syntax.With:
		return c.withStmt(s)
	case *syntax.FuncDef:
		if k := c.frame.class; k != nil {
			return c.methodDef(k, s)
		}
		return c.funcDef(s)
	case *syntax.ClassDef:
		return c.classDef(s)
	case *syntax.Match:
		return c.matchStmt(s)
	}
	return nil
}

func (c *checker) exprStmt(s *syntax.ExprStmt) []ir.Stmt {
	switch x := s.X.(type) {
	case *syntax.StrLit, *syntax.Ellipsis:
		return nil // a docstring or a placeholder
	case *syntax.Yield:
		return c.yield(x, s)
	case *syntax.YieldFrom:
		return c.yieldFrom(x, s)
	case *syntax.Call:
		if c.runsDoctests(x) {
			return nil
		}
	case *syntax.Binary:
		if out := c.printsAsPython2(s, x); out != nil {
			return out
		}
	case *syntax.Tuple:
		if b, ok := first(x).(*syntax.Binary); ok {
			if out := c.printsAsPython2(s, b); out != nil {
				return out
			}
		}
	}
	v := c.expr(s.X)
	if call, ok := v.(*ir.Call); ok && types.IsNever(call.T) {
		c.frame.state = nil
	}
	c.notCalled(s, v)
	if types.IsBad(typeOf(v)) || !hasEffect(v) {
		return nil
	}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: s.Span}, V: v}}
}

// notCalled warns of a statement that only names a function: its parentheses were forgotten.
func (c *checker) notCalled(s *syntax.ExprStmt, v ir.Expr) {
	switch s.X.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return
	}
	switch t := typeOf(v).(type) {
	case *types.Func:
	case *types.Builtin:
		if _, attr := t.Decl.(*api.Attr); attr {
			return
		}
	default:
		return
	}
	c.use.uncalled = true
	text := c.src.Slice(s.X.Pos())
	c.list.Add(diag.Warning, "DS904", s.Span, "%s is not called, so this does nothing", text).WithHint("write %s()", text)
}

// hasEffect reports whether evaluating an expression can do anything; a bare name cannot.
func hasEffect(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const, *ir.Local, *ir.FuncVal, *ir.ModAttr, *staticRef:
		return false
	case *ir.Convert:
		return e.Checked || hasEffect(e.V)
	}
	return true
}

func (c *checker) ifStmt(s *syntax.If) []ir.Stmt {
	test, yes, no := c.cond(s.Test)
	if value, before, ok := outcome(test); ok {
		var out []ir.Stmt
		for _, set := range before {
			out = append(out, set)
		}
		chosen := s.Else
		c.frame.state = no
		if value {
			chosen, c.frame.state = s.Body, yes
		}
		return append(out, c.block(chosen)...)
	}
	c.frame.state = yes
	set := c.setFlags(s.Span)
	body := append(set, c.block(s.Body)...)
	after := c.frame.state
	c.frame.state = no
	orelse := append(append([]ir.Stmt(nil), set...), c.block(s.Else)...)
	c.frame.state = merge(after, c.frame.state)
	return []ir.Stmt{&ir.If{S: ir.S{At: s.Span}, Test: test, Body: body, Else: orelse}}
}

// loopHead returns the state at the head of a loop: what enters it joined with what came round
// in the last round of inference.
func (c *checker) loopHead(at syntax.Span) defKey {
	key := defKey{c.frame, at}
	c.frame.state = c.withoutBad(merge(c.frame.state.copy(), c.heads[key]), c.frame.state)
	c.frame.loops = append(c.frame.loops, &loop{})
	return key
}

// withoutBad is the state at the head of a loop where mistakes are excused: what a mistake in the loop made of a variable
// would hide the mistake, and nothing would take its place.
func (c *checker) withoutBad(head, entry state) state {
	if len(c.catching) == 0 || c.round < settleRound {
		return head
	}
	for name, f := range head {
		if was, ok := entry[name]; ok && types.IsBad(f.cur) {
			f.cur = was.cur
			head[name] = f
		}
	}
	return head
}

// loopBack records what reaches the head of a loop again.
func (c *checker) loopBack(key defKey) *loop {
	l := c.frame.loops[len(c.frame.loops)-1]
	c.frame.loops = c.frame.loops[:len(c.frame.loops)-1]
	back := merge(c.frame.state.copy(), l.continues)
	if !same(back, c.heads[key]) {
		c.heads[key] = back
		c.changed = true
	}
	return l
}

func (c *checker) whileStmt(s *syntax.While) []ir.Stmt {
	key := c.loopHead(s.Span)
	test, yes, no := c.cond(s.Test)
	if k, ok := test.(*ir.Const); ok && k.Value == true {
		no = nil
	}
	c.frame.state = yes
	body := append(c.setFlags(s.Span), c.block(s.Body)...)
	l := c.loopBack(key)
	c.frame.state = no
	orelse := c.block(s.Else)
	c.frame.state = merge(c.frame.state, l.breaks)
	return []ir.Stmt{&ir.While{S: ir.S{At: s.Span}, Test: test, Body: body, Else: orelse}}
}

func (c *checker) forStmt(s *syntax.For) []ir.Stmt {
	if s.Async {
		c.unsupported(syntax.Span{Start: s.Span.Start, End: s.Span.Start + 5}, "async").WithHint("write an ordinary for loop")
	}
	iter := c.iterable(c.enumMembers(c.expr(s.Iter)))
	elem, ok := c.elem(iter)
	if !ok {
		elem = types.Bad
	}
	if t, ok := types.Is(typeOf(iter), "tuple"); ok && len(t.Args) == 0 {
		return c.block(s.Else)
	}
	key := c.loopHead(s.Span)
	head := c.frame.state.copy()
	if name := className(typeOf(iter)); name == "Iterator" || name == "Any" { // code of the script may make the next element
		c.forgetWritten()
	}
	target := c.rowTarget(iter, s.Target, elem)
	body := append(c.setFlags(s.Span), c.block(s.Body)...)
	l := c.loopBack(key)
	c.frame.state = merge(head, c.heads[key])
	orelse := c.block(s.Else)
	c.frame.state = merge(c.frame.state, l.breaks)
	return []ir.Stmt{&ir.For{S: ir.S{At: s.Span}, Target: target, Iter: iter, Body: body, Else: orelse}}
}

func (c *checker) tryStmt(s *syntax.Try) []ir.Stmt {
	if s.Star {
		c.unsupported(s.Handlers[0].Span, "except*").WithHint("write except")
	}
	if c.onlyImports(s) {
		return append(append(c.block(s.Body), c.block(s.Else)...), c.block(s.Finally)...)
	}
	imports := catchesAny(s.Handlers, "ImportError", "ModuleNotFoundError", "Exception")
	if imports {
		c.caughtImports++
	}
	t := &ir.Try{S: ir.S{At: s.Span}}
	trap := &trap{state: c.frame.state.copy()}
	c.frame.traps = append(c.frame.traps, trap)
	around := c.catching
	c.catching = around.with(s.Handlers)
	t.Body = c.block(s.Body)
	c.catching = around
	if imports {
		c.caughtImports--
	}
	c.frame.traps = c.frame.traps[:len(c.frame.traps)-1]
	t.Else = c.block(s.Else)
	after := c.frame.state
	for _, h := range s.Handlers {
		c.frame.state = trap.state.copy()
		t.Handlers = append(t.Handlers, c.handler(h))
		after = merge(after, c.frame.state)
	}
	if len(s.Finally) > 0 {
		reach := after
		c.frame.state = merge(after.copy(), trap.state.copy())
		t.Finally = c.block(s.Finally)
		if reach != nil && c.frame.state != nil {
			after = c.frame.state
		}
	}
	c.frame.state = after
	return []ir.Stmt{t}
}

// trap collects the states from which a handler may be entered.
type trap struct{ state state }

func (c *checker) handler(h *syntax.Handler) *ir.Handler {
	out := &ir.Handler{At: h.Span}
	around := &handling{frame: c.frame, h: out}
	if h.Type != nil && c.classesWhenRunning(h.Type) {
		out.Class = c.convertLater(c.value(h.Type), types.Any)
	} else if h.Type != nil {
		out.Classes = c.exceptionClasses(h.Type)
	}
	if h.Name != nil {
		s := c.bind(h.Name.Id, h.Name.Pos(), c.caughtType(h))
		c.later = append(c.later, func() { out.Var = c.final(s) })
		around.name = s
	}
	c.handlers = append(c.handlers, around)
	out.Body = append(c.setFlags(h.Span), c.block(h.Body)...)
	c.handlers = c.handlers[:len(c.handlers)-1]
	if h.Name != nil && c.frame.state != nil { // the name ends with the handler
		out.Body = append(out.Body, c.unset(h.Name)...)
	}
	return out
}

func (c *checker) withStmt(s *syntax.With) []ir.Stmt {
	if try := c.withAsTry(s); try != nil {
		return c.stmt(try)
	}
	w := &ir.With{S: ir.S{At: s.Span}}
	for i, it := range s.Items {
		ctx := c.expr(it.Ctx)
		if k := c.classOf(typeOf(ctx)); k != nil || types.IsAny(typeOf(ctx)) {
			inner := s.Body
			if i+1 < len(s.Items) {
				inner = []syntax.Stmt{&syntax.With{At: s.At, Items: s.Items[i+1:], Body: s.Body}}
			}
			w.Body = c.withObject(ctx, k, it, inner, s.Span)
			if len(w.Items) == 0 {
				return w.Body
			}
			return []ir.Stmt{w}
		}
		t := typeOf(ctx)
		item := ir.WithItem{Ctx: ctx, Enter: c.declaredMethod(t, "__enter__"), Exit: c.declaredMethod(t, "__exit__")}
		generator := c.contextGenerator(it.Ctx, t)
		if item.Exit == nil && generator == nil && !types.IsBad(t) {
			c.notContextManager(it.Ctx.Pos(), t)
		}
		switch {
		case generator != nil:
			item.Enter, item.Exit, item.Swallows = nil, nil, generator.scope.swallows
			t, _ = elementType(t)
		case item.Enter != nil:
			t = item.Enter.Result
		}
		if it.Target != nil {
			item.Target = c.target(it.Target, t)
		}
		w.Items = append(w.Items, item)
	}
	if !slices.ContainsFunc(w.Items, func(it ir.WithItem) bool { return it.Swallows }) {
		w.Body = append(c.setFlags(s.Span), c.block(s.Body)...)
		return []ir.Stmt{w}
	}
	trap := &trap{state: c.frame.state.copy()}
	c.frame.traps = append(c.frame.traps, trap)
	w.Body = append(c.setFlags(s.Span), c.block(s.Body)...)
	c.frame.traps = c.frame.traps[:len(c.frame.traps)-1]
	c.frame.state = merge(c.frame.state, trap.state)
	return []ir.Stmt{w}
}

func (c *checker) del(s *syntax.Del) []ir.Stmt {
	var out []ir.Stmt
	for _, t := range s.Targets {
		switch t := t.(type) {
		case *syntax.Tuple:
			out = append(out, c.del(&syntax.Del{At: s.At, Targets: t.Elts})...)
		case *syntax.List:
			out = append(out, c.del(&syntax.Del{At: s.At, Targets: t.Elts})...)
		case *syntax.Index:
			if stmts, ok := c.delObjectItem(t, s.Span); ok {
				out = append(out, stmts...)
				continue
			}
			out = append(out, &ir.Del{S: ir.S{At: s.Span}, Target: c.itemTarget(t, nil)})
		case *syntax.Name:
			_, ok := c.frame.state[t.Id]
			if !ok && c.owner(t.Id) == c.frame && !c.frame.scope.nonlocal[t.Id] {
				out = append(out, &ir.ExprStmt{S: ir.S{At: t.Span}, V: c.name(t)})
			} else if ok && c.frame.state[t.Id].maybe {
				out = append(out, &ir.ExprStmt{S: ir.S{At: t.Span}, V: c.name(t)})
			}
			out = append(out, c.unset(t)...)
		case *syntax.Attr:
			x := c.expr(t.X)
			if k := c.classOf(types.Unwrap(typeOf(x))); k != nil && k.canBeDynamic() {
				c.makeClassDynamic(k, t.Span, "an attribute is deleted")
			}
			if !types.IsBad(typeOf(x)) {
				out = append(out, &ir.Del{S: ir.S{At: s.Span}, Target: &ir.AttrTarget{V: c.convertLater(c.asValue(x, t.X.Pos()), types.Any), Name: t.Name}})
			}
		default:
			c.unsupported(t.Pos(), "del of this").WithHint("delete names and items")
		}
	}
	return out
}

func (c *checker) raise(s *syntax.Raise) []ir.Stmt {
	out := &ir.Raise{S: ir.S{At: s.Span}}
	if s.X != nil {
		out.V = c.exception(c.expr(s.X))
	} else if len(c.handlers) == 0 || c.handlers[len(c.handlers)-1].frame != c.frame {
		c.asksHandled = true
	}
	if s.From != nil {
		out.From = c.expr(s.From)
		if !types.IsNone(typeOf(out.From)) {
			out.From = c.exception(out.From)
		}
	}
	c.frame.state = nil
	return []ir.Stmt{out}
}

// exception makes the operand of raise an exception object: a class is called.
func (c *checker) exception(e ir.Expr) ir.Expr {
	if k, ok := typeOf(e).(*types.Class); ok {
		if u, ok := k.Decl.(*class); ok && u.exception != "" {
			return c.newObject(u, nil, &syntax.Call{At: syntax.At{Span: e.Pos()}, Fn: c.held(e, e.Pos())})
		}
		if name, ok := k.Decl.(excClass); ok {
			return &ir.ExcNew{X: ir.X{T: exceptionType, At: e.Pos()}, Class: string(name)}
		}
	}
	t := typeOf(e)
	if types.IsOptional(t) || isFunction(t) {
		return c.convertLater(e, types.Any)
	}
	if className(t) != "Exception" && !types.IsBad(t) && !nothing(t) && !types.IsAny(t) {
		c.notException(e.Pos(), t)
	}
	return e
}

func (c *checker) assert(s *syntax.Assert) []ir.Stmt {
	test, yes, no := c.cond(s.Test)
	out := &ir.Assert{S: ir.S{At: s.Span}, Test: test}
	if s.Msg != nil && no != nil { // without a state the test never fails, and nothing is known of the message
		c.frame.state = no
		out.Msg = c.expr(s.Msg)
		if _, ok := typeOf(out.Msg).(*types.Func); ok {
			out.Msg = c.box(out.Msg)
		}
	}
	c.frame.state = yes
	return []ir.Stmt{out}
}
