package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// argument is one argument of a call with its expression typed.
type argument struct {
	name string
	star string
	val  ir.Expr
	at   syntax.Span
	src  syntax.Expr // as written; nil for what the checker makes
}

// arguments types the arguments of a call. Lambdas are typed when they are called.
func (c *checker) arguments(args []*syntax.Arg) []argument {
	out := make([]argument, len(args))
	for i, a := range args {
		out[i] = argument{name: a.Name, star: a.Star, at: a.Span, src: a.Value}
		if a.Star == "**" && c.spreadsKeywords(a.Value) {
			out[i].val = c.none(a.Span)
			continue
		}
		out[i].val = c.recordFunction(c.expr(a.Value), a.Value.Pos())
		switch a.Star {
		case "*":
			out[i].val = c.spreadable(c.notNone(c.enumMembers(out[i].val), "argument after * must be an iterable, not NoneType"))
		case "**":
			out[i].val = c.mapping(c.notNone(out[i].val, "argument after ** must be a mapping, not NoneType"))
		}
	}
	return out
}

// spreadable is what stands behind a * in a call: something to iterate over.
func (c *checker) spreadable(v ir.Expr) ir.Expr {
	if k := c.classOf(typeOf(v)); k != nil {
		if parts, _ := c.targets(k, "_as_tuple"); len(parts) > 0 {
			return v // a named tuple, whose parts are known one by one
		}
		v = c.iterable(v)
	}
	t := types.Unwrap(typeOf(v))
	if _, ok := elementType(t); ok || c.unknown(t) {
		return v
	}
	c.errorf(v.Pos(), "DS302", "argument after * must be an iterable, not %s", t)
	return c.bad(v.Pos())
}

// spreadsKeywords reports **kwargs where kwargs is the parameter of the current function, whose
// arguments the call of the function tells.
func (c *checker) spreadsKeywords(e syntax.Expr) bool {
	n, ok := e.(*syntax.Name)
	in := c.frame.inst
	if !ok || in == nil || !in.known || in.spread == anyUse {
		return false
	}
	for _, p := range in.fn.params {
		if p.Kind == syntax.StarStarParam && p.Name == n.Id {
			return c.compVar(n.Id) == nil
		}
	}
	return false
}

// prelude collects what is evaluated in front of a call: spread values, and with them all
// arguments before, so that the order stays.
type prelude struct {
	sets  []*ir.Assign
	holds bool // the text that they are for has values of where it is written
}

func (p *prelude) keep(c *checker, v ir.Expr) ir.Expr {
	if !hasEffect(v) {
		return v
	}
	tmp := c.temp(v)
	p.sets = append(p.sets, tmp.set.(*ir.Assign))
	return tmp.read()
}

func (p *prelude) wrap(e ir.Expr) ir.Expr {
	if len(p.sets) == 0 {
		return e
	}
	return &ir.Let{X: ir.X{T: e.Type(), At: e.Pos()}, Sets: p.sets, V: e}
}

// expandArgs writes the spread arguments whose parts are known one by one: *tuple, **{'a': 1} and the
// function's own **kwargs. ok is false if some are known at run time only.
func (c *checker) expandArgs(args []argument, pre *prelude) (out []argument, ok bool) {
	ok = true
	for _, a := range args {
		switch {
		case a.star == "*":
			a.val = c.asTuple(a.val)
			t, known := types.Is(typeOf(a.val), "tuple")
			if !known {
				ok = ok && types.IsBad(typeOf(a.val))
				out = append(out, a)
				continue
			}
			out = append(out, c.expandTuple(a, t, out, pre)...)
		case a.star == "**" && a.src != nil && c.spreadsKeywords(a.src):
			in := c.frame.inst
			for i, name := range in.keywords {
				v := in.keywordVars[i]
				out = append(out, argument{name: name, val: c.readParam(v, a.at), at: a.at})
			}
		case a.star == "**":
			named, known := displayKeywords(a)
			if !known {
				ok = ok && types.IsBad(typeOf(a.val))
				named = []argument{a}
			}
			out = append(out, named...)
		default:
			out = append(out, a)
		}
	}
	return out, ok
}

// readParam reads a parameter that the script does not name; a function is known by its type.
func (c *checker) readParam(v *ir.Var, at syntax.Span) ir.Expr {
	switch t := types.Resolve(v.Type).(type) {
	case *types.Func:
		if fn := t.Fn.(*function); c.inReach(fn) {
			return c.funcVal(fn, at)
		}
	case *types.Builtin, *types.Class, *types.Module:
		return ref(t, at)
	}
	return &ir.Local{X: ir.X{T: v.Type, At: at}, Var: v}
}

func (c *checker) expandTuple(a argument, t *types.Named, before []argument, pre *prelude) []argument {
	var out []argument
	if d, ok := a.val.(*ir.Tuple); ok {
		for _, e := range d.Elts {
			out = append(out, argument{val: e, at: a.at})
		}
		return out
	}
	if hasEffect(a.val) {
		for i := range before {
			if before[i].star == "" && !static(typeOf(before[i].val)) {
				before[i].val = pre.keep(c, before[i].val)
			}
		}
	}
	v := pre.keep(c, a.val)
	for i, elt := range t.Args {
		out = append(out, argument{val: &ir.TupleGet{X: ir.X{T: elt, At: a.at}, V: v, N: i}, at: a.at})
	}
	return out
}

// displayKeywords takes **{'a': 1} apart.
func displayKeywords(a argument) ([]argument, bool) {
	d, ok := a.val.(*ir.Dict)
	if !ok {
		return nil, false
	}
	var out []argument
	for i, k := range d.Keys {
		name, ok := constString(k)
		if !ok {
			return nil, false
		}
		v := d.Values[i]
		if conv, ok := v.(*ir.Convert); ok {
			v = conv.V
		}
		out = append(out, argument{name: name, val: v, at: a.at})
	}
	return out, true
}

func constString(e ir.Expr) (string, bool) {
	if conv, ok := e.(*ir.Convert); ok {
		e = conv.V
	}
	k, ok := e.(*ir.Const)
	if !ok {
		return "", false
	}
	s, ok := k.Value.(string)
	return s, ok && types.IsStr(k.T)
}

// callFunction calls a function of the script.
func (c *checker) callFunction(fn *function, fnVal ir.Expr, args []argument, at syntax.Span) ir.Expr {
	pre := &prelude{}
	args, known := c.expandArgs(args, pre)
	if !known {
		rest, ok := c.spreadRest(fn, args)
		if !ok {
			return pre.wrap(c.callBoxed(fn, fnVal, args, at))
		}
		args = rest
	}
	c.keepArguments(args, pre)
	vals, ok := c.matchParams(fn, args, at)
	if !ok {
		return c.bad(at)
	}
	ts, ok := c.passedTypes(fn, vals)
	if !ok {
		return c.bad(at)
	}
	if c.boxesCall(fn, ts, at) {
		return pre.wrap(c.callBoxed(fn, fnVal, args, at))
	}
	in := c.instance(fn, ts, at)
	if in == nil {
		return c.bad(at)
	}
	result := in.value()
	vals = passed(vals)
	if !isFuncVal(fnVal) {
		c.noteValueCall(fn, in)
		return pre.wrap(&ir.CallValue{X: ir.X{T: result, At: at}, Fn: fnVal, Args: vals})
	}
	if let, ok := fnVal.(*ir.Let); ok {
		pre.sets = append(let.Sets, pre.sets...)
	}
	call := &ir.CallFunc{X: ir.X{T: result, At: at}, Func: in.ir, Args: vals}
	c.later = append(c.later, func() {
		if in.ir.Result != nil && !types.IsNever(in.result) {
			call.T = in.ir.Result
		}
	})
	return pre.wrap(call)
}

// passedTypes are the types of the arguments of a call of a function of the script. Functions among them are boxed
// where they must have a box outside of the scope they are defined in.
func (c *checker) passedTypes(fn *function, vals []ir.Expr) ([]types.Type, bool) {
	c.growArgs(vals)
	ts := make([]types.Type, len(vals))
	for i, v := range vals {
		if b, ok := typeOf(v).(*types.Builtin); ok && b.Recv != nil {
			v = c.box(v)
		}
		vals[i] = c.escaping(v, fn)
		ts[i] = typeOf(vals[i])
		if k, ok := vals[i].(*keywordArgs); ok {
			for j, x := range k.vals {
				k.vals[j] = c.escaping(x, fn)
			}
		}
		if types.IsBad(ts[i]) {
			return nil, false
		}
	}
	return ts, true
}

// keepArguments evaluates arguments in front of a call where their names put them in another order than that of the parameters.
func (c *checker) keepArguments(args []argument, pre *prelude) {
	effects, named := 0, false
	for _, a := range args {
		if a.star == "" && hasEffect(a.val) && !isFunction(typeOf(a.val)) {
			effects++
			named = named || a.name != ""
		}
	}
	if effects < 2 || !named {
		return
	}
	for i, a := range args {
		if a.star == "" && hasEffect(a.val) && !isFunction(typeOf(a.val)) && !types.IsBad(typeOf(a.val)) {
			args[i].val = pre.keep(c, a.val)
		}
	}
}

// isFuncVal reports a function named where it stands, in contrast to a variable that holds one.
func isFuncVal(e ir.Expr) bool {
	if let, ok := e.(*ir.Let); ok {
		e = let.V
	}
	_, ok := e.(*ir.FuncVal)
	return ok
}

// spreadRest makes the arguments behind the plain parameters one tuple for *args, if the spread
// ones among them all go there.
func (c *checker) spreadRest(fn *function, args []argument) ([]argument, bool) {
	plain, star := 0, false
	for _, p := range fn.params {
		switch p.Kind {
		case syntax.StarParam:
			star = true
		case syntax.PlainParam:
			if !star {
				plain++
			}
		}
	}
	if !star {
		return nil, false
	}
	var out []argument
	var rest []ir.Expr
	n := 0
	at := syntax.Span{}
	for _, a := range args {
		switch {
		case a.star == "**", a.star == "*" && n < plain:
			return nil, false
		case a.name != "":
			out = append(out, a)
		case n < plain:
			n++
			out = append(out, a)
		default:
			v := a.val
			if a.star == "*" {
				v = &ir.Spread{X: ir.X{T: spreadType(a.val), At: a.at}, V: a.val}
			}
			rest, at = append(rest, v), a.at
		}
	}
	elem := c.cell(at, 20, "the elements of *args")
	list := &ir.List{X: ir.X{T: types.TupleOf(elem), At: at}}
	for _, v := range rest {
		if s, ok := v.(*ir.Spread); ok {
			t, ok := c.elem(s.V)
			if !ok {
				return nil, false
			}
			c.put(elem, t)
			list.Elts = append(list.Elts, &ir.Spread{X: ir.X{T: types.Iterable(elem), At: s.At}, V: c.convertLater(s.V, types.Iterable(elem))})
			continue
		}
		v = c.box(v)
		c.put(elem, typeOf(v))
		list.Elts = append(list.Elts, c.convertLater(v, elem))
	}
	return append(out, argument{star: "*", val: list, at: at}), true
}

// callBoxed calls a function through its box: what goes to which parameter is known at run time.
func (c *checker) callBoxed(fn *function, fnVal ir.Expr, args []argument, at syntax.Span) ir.Expr {
	call := c.callDyn(c.box(fnVal), "", args, at)
	in := fn.boxInst
	if in == nil || types.IsBad(typeOf(call)) {
		return call
	}
	switch t := types.Resolve(in.value()).(type) {
	case *types.Named:
		if !types.IsNever(t) && !types.IsNone(t) && !types.IsAny(t) {
			return &ir.Convert{X: ir.X{T: t, At: at}, V: call, Checked: true}
		}
	}
	return call
}

// callDyn calls an Any, or a method of it, with any arguments.
func (c *checker) callDyn(fn ir.Expr, method string, args []argument, at syntax.Span) ir.Expr {
	c.callsUnknown()
	c.putsBoxed(method, args)
	out := &ir.CallDyn{X: ir.X{T: types.Any, At: at}, Fn: fn, Method: method}
	if !c.dynamicCallable(fn, method, args, at) {
		return c.bad(at)
	}
	for _, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(at)
		}
		if a.star == "**" && a.src != nil && c.spreadsKeywords(a.src) {
			in := c.frame.inst
			for i, name := range in.keywords {
				out.Keywords = append(out.Keywords, ir.Keyword{Name: name, V: c.boxedArg(c.readParam(in.keywordVars[i], a.at))})
			}
			continue
		}
		v := c.boxedArg(a.val)
		switch {
		case a.star == "**":
			out.Keywords = append(out.Keywords, ir.Keyword{V: v})
		case a.name != "":
			out.Keywords = append(out.Keywords, ir.Keyword{Name: a.name, V: v})
		case a.star == "*":
			out.Args = append(out.Args, &ir.Spread{X: ir.X{T: types.Any, At: a.at}, V: v})
		default:
			out.Args = append(out.Args, v)
		}
	}
	return out
}

// dynamicCallable notes a call by name of what may be an object of the script. Such objects take
// arguments by position, as many as the call says.
func (c *checker) dynamicCallable(fn ir.Expr, method string, args []argument, at syntax.Span) bool {
	name := method
	if name == "" {
		name = "__call__"
	}
	n, stars := 0, false
	var keywords []string
	for _, a := range args {
		if method == "" && (a.star == "**" || a.name != "") && !c.dynamicNames.named {
			c.dynamicNames.named, c.changed = true, true
		}
		switch {
		case a.star != "":
			stars = true
		case a.name != "":
			keywords = append(keywords, a.name)
		default:
			n++
		}
	}
	if !stars {
		c.dynamicNames.call[dynamicCall{name, n, strings.Join(keywords, " ")}] = true
		if len(keywords) == 0 {
			return true
		}
	}
	if isSuperValue(fn) { // the classes above a dynamic one are dynamic
		return true
	}
	for _, k := range c.classes {
		if m, _ := k.find(name); m != nil {
			if k.canBeDynamic() {
				c.makeClassDynamic(k, at, "%s is called with arguments by name or * of a value that is known when running only", name)
			}
			c.unsupported(at, "arguments by name or * in the call of %s of an object whose class is not known", name).
				WithHint("pass the arguments by position")
			return false
		}
	}
	return true
}

// boxedArg is an argument for a function that is known at run time only. What Spark runs there must be
// known when compiling.
func (c *checker) boxedArg(v ir.Expr) ir.Expr {
	if n, ok := typeOf(v).(*types.Named); ok && driverOnly[n.Name] {
		c.unsupported(v.Pos(), "a %s as the argument of a function that is known at run time only", n.Name).
			WithHint("call the function by its name")
		return c.bad(v.Pos())
	}
	return c.convertLater(v, types.Any)
}
