package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// flow is how return, break and continue get out of the function literal that a try body is in Go:
// they set a variable and return from the literal, and the code behind it goes on with them.
type flow struct {
	outer     *fn // the writer around the literal
	loops     int // loops around the literal
	result    string
	returned  string
	breaks    string
	continues string
	always    bool // the body can end only by returning: the flag is not needed
	read      bool // the result is used
	unused    bool // what the body left with is forgotten: a finally branch leaves in another way
}

// leaveWith sets a flow's variable and leaves the literal.
func (w *fn) leaveWith(name, want string) string {
	if name == "" {
		name = w.names.take(want)
	}
	f := w.flow
	w.raw()
	w.blk.items[len(w.blk.items)-1].render = func() []jen.Code {
		if f.always && name == f.returned {
			return nil
		}
		return []jen.Code{jen.Id(name).Op("=").True()}
	}
	w.add(&item{ends: true, terminates: true, flowReturn: true, render: func() []jen.Code { return []jen.Code{jen.Return()} }})
	return name
}

// leave returns from the function of the script, with a value or without. Inside of try bodies
// the value goes to a variable of the outermost one.
func (w *fn) leave(v *ex) {
	if w.flow == nil {
		code := jen.Return()
		if v != nil {
			code = jen.Return(v.Statement)
		}
		w.add(&item{ends: true, terminates: true, plainReturn: v == nil, render: func() []jen.Code { return []jen.Code{code} }})
		return
	}
	if v != nil {
		root := w.flow
		for root.outer.flow != nil {
			root = root.outer.flow
		}
		if root.result == "" {
			root.result = w.names.take("result")
		}
		w.raw(jen.Id(root.result).Op("=").Add(v.Statement))
	}
	w.flow.returned = w.leaveWith(w.flow.returned, "returned")
}

// protect writes py.Try(func() { body }), which is part of the block's last statement, and returns the call, the flow that body uses and whether
// control can reach the end of body.
func (w *fn) protect(body func(in *fn)) (call func() *jen.Statement, f *flow, passes bool) {
	lit, f, passes := w.literalBody(body)
	return func() *jen.Statement { return jen.Qual(w.g.im.py, "Try").Call(lit()) }, f, passes
}

// literalBody writes func() { body }, which is part of the block's last statement.
func (w *fn) literalBody(body func(in *fn)) (lit func() *jen.Statement, f *flow, passes bool) {
	in := *w
	in.flow = &flow{outer: w, loops: len(w.loops)}
	at := len(w.blk.items) - 1 // the statement that the literal is part of
	b := in.inBlock(nil, func() { body(&in) })
	b.at = at
	return func() *jen.Statement { return jen.Func().Params().Block(w.codes(b.withoutReturn())...) }, in.flow, !b.ended()
}

// withoutReturn drops the return at the very end of a literal.
func (b *block) withoutReturn() *block {
	if n := len(b.items); n > 0 && b.items[n-1].flowReturn {
		b.items = b.items[:n-1]
	}
	return b
}

// flowVars declares the variables of a flow in front of its literal.
func (w *fn) flowVars(f *flow) []jen.Code {
	var out []jen.Code
	if f.result != "" {
		out = append(out, jen.Var().Id(f.result).Add(w.g.goType(w.result)))
		if !f.read && !f.unused { // something else always leaves in place of the return
			out = append(out, jen.Id("_").Op("=").Id(f.result))
		}
	}
	for _, flag := range []string{f.returned, f.breaks, f.continues} {
		if flag != "" && !(f.always && flag == f.returned) {
			out = append(out, jen.Var().Id(flag).Bool())
		}
	}
	if f.unused {
		for _, v := range []string{f.result, f.returned, f.breaks, f.continues} {
			if v != "" {
				out = append(out, jen.Id("_").Op("=").Id(v))
			}
		}
	}
	return out
}

// left is the condition that the body reached its end, or nil if it cannot leave in another way.
func (f *flow) left() *jen.Statement {
	var out *jen.Statement
	for _, flag := range []string{f.returned, f.breaks, f.continues} {
		switch {
		case flag == "":
		case out == nil:
			out = jen.Op("!").Id(flag)
		default:
			out.Op("&&").Op("!").Id(flag)
		}
	}
	return out
}

// resume goes on with what left the literal. With always set the body can end only by returning.
func (w *fn) resume(f *flow, always bool) {
	if f.returned != "" {
		leave := func() {
			if f.result == "" { // none, or it is kept for the outermost try body
				w.leave(nil)
				return
			}
			v := prim(jen.Id(f.result))
			f.read = true
			w.leave(&v)
		}
		if always && f.breaks == "" && f.continues == "" {
			f.always = true
			leave()
			return
		}
		w.when(f.returned, leave)
	}
	if f.breaks != "" {
		w.when(f.breaks, func() {
			// The flag of the loop's else branch was set inside the literal.
			l := w.loops[len(w.loops)-1]
			flag := l.flag
			l.flag = ""
			w.breakLoop()
			l.flag = flag
		})
	}
	if f.continues != "" {
		w.when(f.continues, w.continueLoop)
	}
}

func (w *fn) when(flag string, then func()) {
	body := w.inBlock(nil, then)
	w.add(&item{render: func() []jen.Code { return []jen.Code{jen.If(jen.Id(flag)).Block(w.codes(body)...)} }})
}

// try writes try/except/else, inside another literal if there is a finally branch.
func (w *fn) try(s *ir.Try) {
	if len(s.Finally) > 0 {
		inner := *s
		inner.Finally = nil
		w.finally(func(in *fn) {
			if len(inner.Handlers) == 0 {
				in.stmts(inner.Body)
				return
			}
			in.try(&inner)
		}, func(in *fn) { in.stmts(s.Finally) }, calm(s.Finally))
		return
	}
	w.except(s)
}

// finally runs body, then after, then goes on with whatever body did. What after raises has the exception that body
// raised as its context, unless after is known to be calm.
func (w *fn) finally(body, after func(*fn), isCalm bool) {
	var call func() *jen.Statement
	var f *flow
	head := &item{local: true}
	w.blk.items = append(w.blk.items, head)
	call, f, passes := w.protect(body)
	name := w.names.take("exc")
	head.render = func() []jen.Code {
		return append(w.flowVars(f), jen.Id(name).Op(":=").Add(call()))
	}
	if isCalm {
		after(w)
	} else {
		w.within(jen.Id(name), after)
	}
	if w.blk.ended() {
		f.unused = true
		w.raw(jen.Id("_").Op("=").Id(name))
		return
	}
	w.raw(jen.If(jen.Id(name).Op("!=").Nil()).Block(jen.Panic(jen.Id(name))))
	w.resume(f, !passes)
}

// within writes statements what raises in which gets an exception as its context.
func (w *fn) within(exc *jen.Statement, body func(in *fn)) {
	head := &item{local: true}
	w.blk.items = append(w.blk.items, head)
	lit, f, passes := w.literalBody(func(in *fn) {
		in.handling = true
		body(in)
	})
	head.render = func() []jen.Code {
		return append(w.flowVars(f), exc.Clone().Dot("Handling").Call(lit()))
	}
	head.ends = !passes && f.returned == "" && f.breaks == "" && f.continues == ""
	w.resume(f, !passes)
}

// except writes a try statement without finally.
func (w *fn) except(s *ir.Try) {
	head := &item{}
	w.add(head)
	at := len(w.blk.items) - 1
	call, f, passes := w.protect(func(in *fn) { in.stmts(s.Body) })
	exc := w.newVariable(excName(s.Handlers), nil)
	exc.placed = true
	handled := w.inBlock(nil, func() {
		exc.home = []*block{w.blk}
		w.handlers(s.Handlers, exc)
	})
	handled.at = at
	otherwise := w.inBlock(nil, func() {
		if passes {
			w.stmts(s.Else)
		}
	})
	otherwise.at = at
	always := !passes && handled.ended()
	head.render = func() []jen.Code {
		code := jen.If(exc.id().Op(":=").Add(call()), exc.id().Op("!=").Nil()).Block(w.codes(handled)...)
		if rest := w.codes(otherwise); len(rest) > 0 {
			if left := f.left(); left != nil {
				code.Else().If(left).Block(rest...)
			} else {
				code.Else().Block(rest...)
			}
		}
		return append(w.flowVars(f), code)
	}
	head.local = true
	flows := f.returned != "" || f.breaks != "" || f.continues != ""
	head.ends = handled.ended() && !flows && (!passes || otherwise.ended())
	w.resume(f, always)
}

// excName is the name of the exception's variable: that of the first handler which has one.
func excName(list []*ir.Handler) string {
	for _, h := range list {
		if h.Var != nil {
			return lowerCamel(h.Var.Name)
		}
	}
	return "exc"
}

// handlers writes the except clauses, tried in order; an exception that fits none goes on.
func (w *fn) handlers(list []*ir.Handler, exc *variable) {
	saved := w.exc
	w.exc = exc
	defer func() { w.exc = saved }()
	w.handler(list, exc)
}

func (w *fn) handler(list []*ir.Handler, exc *variable) {
	if len(list) == 0 {
		w.panicWith(exc)
		return
	}
	h := list[0]
	body := func() {
		if h.Var != nil {
			outer, within := w.caught[h.Var] // of a clause around this one, with the same name
			w.caught[h.Var] = exc
			defer func() {
				delete(w.caught, h.Var)
				if within {
					w.caught[h.Var] = outer
				}
			}()
		}
		w.handle(exc, h.Body)
	}
	if len(h.Classes) == 0 && h.Class == nil {
		body()
		return
	}
	var classes []ex
	for _, c := range h.Classes {
		classes = append(classes, w.excClass(c))
	}
	isA := prim(w.use(exc)).method("IsA", classes...)
	if h.Class != nil {
		isA = prim(w.use(exc)).method("Catches", w.boxed(h.Class))
	}
	if len(list) == 1 {
		w.raw(jen.If(jen.Op("!").Add(isA.Statement)).Block(jen.Panic(exc.id())))
		body()
		return
	}
	then := w.inBlock(nil, body)
	rest := w.inBlock(nil, func() { w.handler(list[1:], exc) })
	w.add(&item{ends: then.ended() && rest.ended(), terminates: then.terminates() && rest.terminates(), isIf: true, render: func() []jen.Code {
		return []jen.Code{jen.If(isA.Statement).Block(w.codes(then)...).Else().Block(w.codes(rest)...)}
	}})
}

// handle writes the body of an except clause: what is raised in it gets the exception being handled as its context.
func (w *fn) handle(exc *variable, body []ir.Stmt) {
	if calm(body) || isRaise(body) {
		w.stmts(body)
		return
	}
	w.within(w.use(exc), func(in *fn) { in.stmts(body) })
}

// isRaise reports a body that only raises: the statement itself sees to the context.
func isRaise(body []ir.Stmt) bool {
	if len(body) != 1 {
		return false
	}
	_, ok := body[0].(*ir.Raise)
	return ok
}

// terminates reports whether Go sees that control never reaches the end of the block.
func (b *block) terminates() bool {
	return len(b.items) > 0 && b.items[len(b.items)-1].terminates
}

// with enters context managers and leaves them however the body ends.
func (w *fn) with(items []ir.WithItem, body []ir.Stmt) {
	if len(items) == 0 {
		w.stmts(body)
		return
	}
	it := items[0]
	w.canHoist = true
	if it.Exit == nil {
		w.inGenerator(it, func(in *fn) { in.with(items[1:], body) })
		return
	}
	exit := bind(it.Exit).name
	if v, ok := it.Target.(*ir.VarTarget); ok && it.Enter == nil && !w.isGlobal(v.Var) && !assigns(body, v.Var) &&
		types.Equal(v.Var.Type, it.Ctx.Type()) {
		w.assignVar(v.Var, it.Ctx)
		w.finally(func(in *fn) { in.with(items[1:], body) }, func(in *fn) { in.raw(in.local(v.Var).method(exit).Statement) }, true)
		return
	}
	name := w.declare("ctx", w.typed(it.Ctx))
	value := &written{ir.X{T: it.Ctx.Type(), At: it.Ctx.Pos()}, func() ex { return prim(jen.Id(name)) }}
	switch {
	case it.Enter != nil && it.Target == nil:
		w.raw(jen.Id(name).Dot(bind(it.Enter).name).Call())
	case it.Enter != nil:
		entered := w.declare("entered", prim(jen.Id(name)).method(bind(it.Enter).name))
		value = &written{ir.X{T: it.Enter.Result, At: it.Ctx.Pos()}, func() ex { return prim(jen.Id(entered)) }}
	}
	if it.Target != nil && !types.IsNone(it.Ctx.Type()) {
		w.canHoist = true
		w.assign(it.Target, value)
	}
	w.finally(func(in *fn) { in.with(items[1:], body) }, func(in *fn) { in.raw(jen.Id(name).Dot(exit).Call()) }, true)
}

// inGenerator runs body in place of the yield of a generator that is a context manager: what body raises goes through the
// generator, which may catch it.
func (w *fn) inGenerator(it ir.WithItem, body func(in *fn)) {
	ctx := w.typed(it.Ctx)
	entered := w.names.take("entered")
	elem := iterElem(it.Ctx.Type())
	head := &item{local: true}
	w.blk.items = append(w.blk.items, head)
	in := *w
	in.flow = &flow{outer: w, loops: len(w.loops)}
	at := len(w.blk.items) - 1
	b := in.inBlock(nil, func() {
		if it.Target != nil {
			in.assign(it.Target, &written{ir.X{T: elem, At: it.Ctx.Pos()}, func() ex { return prim(jen.Id(entered)) }})
		}
		body(&in)
	})
	b.at = at
	param := jen.Id(entered)
	if it.Target == nil {
		param = jen.Id("_")
	}
	head.render = func() []jen.Code {
		lit := jen.Func().Params(param.Add(w.g.goType(elem))).Block(w.codes(b.withoutReturn())...)
		return append(w.flowVars(in.flow), ctx.method("With", prim(lit)).Statement)
	}
	w.resume(in.flow, b.ended() && !it.Swallows)
}
