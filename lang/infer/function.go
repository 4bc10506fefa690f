package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// function is a def or lambda as a value: its text and the frame it closes over.
type function struct {
	name   string
	node   syntax.Node
	params []*syntax.Param
	body   []syntax.Stmt
	expr   syntax.Expr // of a lambda
	frame  *frame
	comps  []map[string]*compVar
	scope  *scope
	typ    *types.Func
	insts  map[string]*instance
	order  []*instance
	named  bool // a def, or a lambda that a name was given to
	makes  bool // returns functions: every call is its own instance
	// partial is a functools.partial, which Python does not count among the functions.
	partial bool
	holds   bool // a function of the module's level that the compiler writes, with values that it keeps
	// defaults are the values of parameters with defaults that can be repeated at each call; the others
	// are evaluated once, where the def stands, by sets, and kept in the variables of defaultSites.
	defaults     map[string]ir.Expr
	defaultSites map[string]*site
	sets         []*ir.Assign

	context    bool      // contextlib.contextmanager decorates it
	wraps      string    // the name that functools.wraps gave it
	wrapsFunc  *function // the function of which it is, if that is known
	wrapped    ir.Expr   // the function that functools.wraps gets the name from at run time
	boxAt      *site     // the variable that holds its box, for a function with a name
	boxed      bool      // something reads that variable
	boxInst    *instance // for boxed arguments
	dynamic    bool      // boxed where it leaves its scope
	valueInst  *instance // the instance that is called through a value in round valueRound
	valueRound int
	class      *class // the class whose method it is, or nil
}

// instance is a function at one choice of argument types.
type instance struct {
	fn          *function
	args        []types.Type
	left        []types.Type // what the arguments are after the body, which may have put something into them
	result      types.Type
	last        types.Type // the result of the last round, which a call from inside the body gets
	yields      types.Type
	frame       *frame
	ir          *ir.Func
	round       int
	active      bool
	before      string // the result of the last round, to see whether it changed
	params      []*ir.Var
	returns     []*ir.Convert
	keywords    []string // the names of the arguments that **kwargs takes, if the call tells them
	known       bool
	catching    catches            // what is caught around all its calls
	outer       map[*variable]bool // of enclosing frames, taken to be set
	keywordVars []*ir.Var          // and the parameters they are passed in
	spread      spreadUse          // what the function does with its **kwargs
	want        types.Type         // what a lambda's result is converted to for the operator it is given to
	attrs       selfAttrs          // of a method: what it does with the attributes of its object
}

func (f *function) live(round int) []*instance {
	var out []*instance
	for _, in := range f.order {
		if in.round == round {
			out = append(out, in)
		}
	}
	return out
}

// unboxed are the live instances but the one for boxed arguments.
func (f *function) unboxed(round int) []*instance {
	var out []*instance
	for _, in := range f.live(round) {
		if in != f.boxInst {
			out = append(out, in)
		}
	}
	return out
}

// function returns the record of a def or lambda evaluated in the current frame.
func (c *checker) function(node syntax.Node, name string, params []*syntax.Param, body []syntax.Stmt, expr syntax.Expr) *function {
	key := defKey{c.frame, node.Pos()}
	fn := c.defs[key]
	if fn == nil {
		fn = &function{name: name, node: node, params: params, body: body, expr: expr, frame: c.frame.lexical(), insts: map[string]*instance{}}
		fn.scope = c.frame.scope.children[node]
		if _, isDef := node.(*syntax.FuncDef); isDef && c.frame.class != nil && c.frame.class.dynamic {
			fn.class = c.frame.class
		}
		fn.typ = &types.Func{Name: name, Fn: fn}
		c.defs[key] = fn
		c.order = append(c.order, fn)
	}
	fn.comps = append([]map[string]*compVar(nil), c.frame.comps...)
	c.evalDefaults(fn)
	return fn
}

func isConstant(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const:
		return true
	case *ir.Unary:
		return isConstant(e.V)
	case *ir.Tuple:
		for _, x := range e.Elts {
			if !isConstant(x) {
				return false
			}
		}
		return true
	}
	return false
}

// arity returns the fewest and most positional arguments the function takes; most is -1 with
// *args.
func (f *function) arity() (least, most int) {
	for _, p := range f.params {
		switch p.Kind {
		case syntax.PlainParam:
			most++
			if p.Default == nil {
				least++
			}
		case syntax.StarParam:
			return least, -1
		case syntax.BareStar:
			return least, most
		}
	}
	return least, most
}

// instance finds or makes the instance for argument types and infers it in this round.
func (c *checker) instance(fn *function, args []types.Type, at syntax.Span) *instance {
	key := c.instanceKey(fn, args, at)
	in := fn.insts[key]
	if in == nil {
		if len(fn.order) >= 2*maxInstances {
			c.tooManyInstances(fn, at)
			return nil
		}
		in = &instance{fn: fn, args: args, result: types.Never}
		in.frame = &frame{inst: in, parent: fn.frame, scope: fn.scope, vars: map[string]*variable{}}
		in.ir = &ir.Func{Name: fn.name, Lambda: fn.expr != nil && !fn.named, At: fn.node.Pos()}
		if len(args) > 0 && c.classOf(args[0]) != nil { // its box takes any object
			in.ir.Class = fn.irClass()
		}
		if fn.class != nil && fn.class.dynamic {
			in.ir.Of = fn.class.node.Name.Id
		}
		if fn.frame.inst != nil {
			in.ir.Parent = fn.frame.inst.ir
		}
		fn.insts[key] = in
		c.byFunc[in.ir] = in
		fn.order = append(fn.order, in)
		c.changed = true
	}
	c.meet(in)
	if in.active || in.round == c.round {
		c.recheck(in)
		if !in.active {
			for i, a := range args {
				c.holdsToo(a, in.left[i])
			}
		}
		return in
	}
	in.args = args
	c.inferBody(in, at)
	in.left = make([]types.Type, len(args))
	for i, a := range args {
		in.left[i] = types.Snapshot(a)
	}
	return in
}

// holdsToo puts into the containers of an argument what the body has put into those of the argument that it was walked with: without
// it, one call of many would see to that in each round.
func (c *checker) holdsToo(t, left types.Type) {
	n, ok := types.Resolve(t).(*types.Named)
	l, same := types.Resolve(left).(*types.Named)
	if !ok || !same || n.Name != l.Name || len(n.Args) != len(l.Args) {
		return
	}
	for i, a := range n.Args {
		c.holdsToo(a, l.Args[i])
		c.put(a, l.Args[i])
	}
}

// instanceKey is what tells an instance of a function from the others.
func (c *checker) instanceKey(fn *function, args []types.Type, at syntax.Span) string {
	var b strings.Builder
	for _, a := range args {
		b.WriteString(c.typeKey(a))
		b.WriteByte(';')
	}
	if fn.makes {
		b.WriteString(c.src.Name)
		b.WriteString(spanKey(at))
	}
	return b.String()
}

// boxesCall reports a call that is made with boxed arguments, as there are instances enough: a function that many call with other types, or
// one that calls itself with ever new ones, such as a lambda around the one that it was given.
func (c *checker) boxesCall(fn *function, args []types.Type, at syntax.Span) bool {
	active := 0
	for _, in := range fn.order {
		if in.active {
			active++
		}
	}
	return (active >= maxActive || len(fn.order) >= maxInstances) && fn.insts[c.instanceKey(fn, args, at)] == nil
}

// irClass is the tree's class of a method.
func (f *function) irClass() *ir.Class {
	if f.class == nil || f.class.dynamic || len(f.params) == 0 {
		return nil
	}
	if m := f.class.members[f.name]; m != nil && (m.kind == staticMethod || m.kind == classMethod) {
		return nil
	}
	return f.class.ir
}

// inferBody walks a function's body with the types of its arguments.
func (c *checker) inferBody(in *instance, at syntax.Span) {
	fn := in.fn
	in.active, in.round, in.before = true, c.round, types.Key(in.result)
	in.outer = nil
	outer, strict, catching, trying, messages := c.frame, c.strict, c.catching, c.trying, len(c.list.Items)
	c.frame, c.strict, c.catching, c.trying = in.frame, false, in.catching, false
	c.calls = append(c.calls, callSite{fn, at, in.args, in})
	in.frame.begin()
	in.frame.comps = append([]map[string]*compVar(nil), fn.comps...)
	in.frame.outerComps = len(fn.comps)
	in.last, in.result, in.returns = in.result, types.Never, nil
	if fn.scope.yields {
		in.yields = types.Never
		in.ir.Takes = c.takes(fn)
	}
	in.ir.Stops = fn.scope.stops
	in.attrs.exit, in.attrs.exits, in.attrs.needs = nil, false, map[string]bool{}
	c.bindParams(in)
	if fn.expr != nil && fn.scope.yields {
		in.ir.Body = c.returnStatement(&syntax.Return{At: syntax.At{Span: fn.expr.Pos()}, Value: fn.expr})
	} else if fn.expr != nil {
		in.ir.Body = []ir.Stmt{c.returnStmt(in, c.operand(fn.expr), fn.expr.Pos())}
	} else {
		in.ir.Doc = docstring(fn.body)
		in.ir.Body = c.block(fn.body)
		if in.frame.state != nil && !fn.scope.yields {
			c.fallOff(in)
		}
	}
	if fn.scope.yields {
		in.result = types.Iterator(in.yields)
		in.ir.Yields = in.yields
	}
	in.leaveMethod(c.frame.state)
	in.finishMethod()
	in.active = false
	c.endFrame(in.frame)
	c.calls = c.calls[:len(c.calls)-1]
	c.frame, c.strict, c.catching, c.trying = outer, strict, catching, trying
	c.settleMessages(messages)
	if types.Key(in.result) != in.before {
		c.changed = true
	}
	if _, ok := types.Resolve(in.result).(*types.Func); ok && !fn.makes {
		fn.makes = true
		c.newMakers, c.changed = true, true
	}
	c.finishInstance(in)
}

// fallOff ends a body whose end can be reached: it returns None.
func (c *checker) fallOff(in *instance) {
	if types.IsNever(in.result) {
		in.result = types.None
		return
	}
	if types.IsNone(in.result) {
		return
	}
	end := syntax.Span{Start: in.fn.node.Pos().End, End: in.fn.node.Pos().End}
	in.ir.Body = append(in.ir.Body, c.returnStmt(in, c.none(end), end))
}

// returnStmt records a result and converts it to the join of all results once that is known.
func (c *checker) returnStmt(in *instance, v ir.Expr, at syntax.Span) ir.Stmt {
	v = c.escaping(v, in.fn)
	if _, several := types.Resolve(in.last).(*types.Func); !several && types.IsAny(in.last) && isFunction(typeOf(v)) {
		v = c.box(v)
	}
	in.result = types.Join(in.result, typeOf(v))
	c.returnsFromComparison(in.fn, v)
	conv := &ir.Convert{X: ir.X{T: typeOf(v), At: v.Pos()}, V: v}
	in.returns = append(in.returns, conv)
	return &ir.Return{S: ir.S{At: at}, V: conv}
}

// finishInstance sets what is known only when all types are final.
func (c *checker) finishInstance(in *instance) {
	c.later = append(c.later, func() {
		f := in.ir
		f.Result = types.Resolve(in.result)
		if types.IsNever(f.Result) {
			f.Result = types.None
		}
		if in.want != nil {
			f.Result = types.Resolve(in.want)
		}
		for _, r := range in.returns {
			r.T = f.Result
			if n, ok := r.T.(*types.Named); ok && n.Name == "Iterable" {
				r.V = c.unwrapChecked(r.V)
			}
			if in.want == types.Type(types.Truth) {
				r.V, r.T = c.truth(r.V), types.Bool
			}
		}
		if in.want == types.Type(types.Truth) {
			f.Result = types.Bool
		}
		if in.fn.expr != nil && types.IsNone(f.Result) && len(in.returns) == 1 {
			f.Body[len(f.Body)-1] = &ir.ExprStmt{S: ir.S{At: in.fn.expr.Pos()}, V: in.returns[0].V}
		}
		f.Params = in.params
		fn := in.fn
		value := fn.valueInst == in && fn.valueRound == c.round
		if fn.typ.Sig == nil && in != fn.boxInst || len(fn.unboxed(c.round)) == 1 && in != fn.boxInst || value {
			sig := &types.Callable{Result: f.Result}
			for _, p := range in.params {
				sig.Params = append(sig.Params, types.Resolve(p.Type))
			}
			fn.typ.Sig = sig
		}
	})
}

// bindParams assigns the argument types to the parameters.
func (c *checker) bindParams(in *instance) {
	in.params = nil
	i := 0
	var moves []*paramMove
	for _, p := range in.fn.params {
		if p.Name == "" {
			continue
		}
		t := in.args[i]
		i++
		s := in.frame.site(p.Name, p.Span)
		s.param = true
		if d := c.paramFromCall(in, p, s, t); d != nil {
			moves = append(moves, d)
			continue
		}
		s.store(t)
		in.frame.state[p.Name] = flow{sites: []*site{s}, cur: t}
		if static(t) {
			continue
		}
		v := &ir.Var{Name: p.Name, Type: t, Owner: in.ir, Param: true, Def: p.Span}
		in.params = append(in.params, v)
		moves = append(moves, &paramMove{passed: v, site: s, typ: t, param: len(in.params) - 1})
	}
	c.later = append(c.later, func() { c.moveParams(in, moves) })
}

// typeKey tells argument types apart. Functions count by identity.
func (c *checker) typeKey(t types.Type) string {
	switch t := types.Resolve(t).(type) {
	case *types.Func:
		return c.funcKey(t)
	case *types.Named:
		if len(t.Args) == 0 {
			return t.Name
		}
		var b strings.Builder
		b.WriteString(t.Name)
		b.WriteByte('[')
		for _, a := range t.Args {
			b.WriteString(c.typeKey(a))
			b.WriteByte(',')
		}
		b.WriteByte(']')
		return b.String()
	case *types.Builtin:
		return "builtin " + t.Name
	}
	return types.Key(t)
}

func (c *checker) funcKey(t *types.Func) string {
	fn, ok := t.Fn.(*function)
	if !ok {
		return t.Name
	}
	for i, f := range c.order {
		if f == fn {
			return "func " + fn.name + spanKey(fn.node.Pos()) + "#" + itoa(i)
		}
	}
	return "func " + fn.name
}

func docstring(body []syntax.Stmt) string {
	if len(body) > 0 {
		if x, ok := body[0].(*syntax.ExprStmt); ok {
			if s, ok := x.X.(*syntax.StrLit); ok {
				return s.Value
			}
		}
	}
	return ""
}
