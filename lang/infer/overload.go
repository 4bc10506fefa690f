package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// method calls a method of a value.
func (c *checker) method(recv ir.Expr, name string, args []argument, nameAt, at syntax.Span) ir.Expr {
	t := typeOf(recv)
	if k := c.classOf(types.Unwrap(t)); k != nil && className(t) != "Exception" {
		return c.objectMethod(c.unwrapFor(recv, name), k, nil, name, args, nameAt, at)
	}
	switch {
	case types.IsBad(t), types.IsNever(t):
		return c.withType(recv, t)
	case isOpen(t):
		return c.neverAfter(at, recv)
	case types.IsAny(t):
		return c.callAny(recv, name, args, at)
	case types.IsOptional(t):
		return c.method(c.unwrapFor(recv, name), name, args, nameAt, at)
	}
	if out, ok := c.loggingMethod(recv, args, nameAt, at); ok {
		return out
	}
	c.accumulated(t, name, args)
	cls, o, _ := c.lookup(t, name)
	if o == nil && types.IsBool(t) {
		if _, ofInt, _ := c.lookup(types.Int, name); ofInt != nil {
			return c.method(c.toInt(recv), name, args, nameAt, at)
		}
	}
	if o == nil || name == "__iter__" || name == "__next__" { // which say what iter and next make of an object
		if out := c.builtinSpecial(recv, name, args, at); out != nil {
			return out
		}
	}
	if o == nil {
		if className(t) == "Exception" { // its class, and so its methods, are known when running
			return c.callAny(c.convertLater(recv, types.Any), name, args, at)
		}
		c.noAttribute(recv, name, nameAt, cls)
		return c.bad(at)
	}
	if o.Funcs[0].Static && !o.Funcs[0].Property { // "".maketrans("a", "b")
		pre := &prelude{}
		pre.keep(c, recv)
		return pre.wrap(c.callOverloads(o, nil, nil, args, nameAt, at))
	}
	switch n, _ := t.(*types.Named); {
	case n != nil && n.Name == "tuple":
		seq := c.tupleOf(n)
		if len(args) > 0 && c.notAmong(args[0], seq.Args[0]) {
			return c.callAny(c.convertLater(recv, types.Any), name, args, at)
		}
		recv = c.convertLater(recv, seq)
		t = typeOf(recv)
	case n != nil && (n.Name == "dict" || n.Name == "Counter") && name == "update" && len(args) == 1 && types.IsAny(typeOf(args[0].val)):
		return c.updateUnknown(recv, n, args, at)
	case n != nil && n.Name == "dict" && name == "setdefault" && len(args) == 1 && args[0].star == "":
		args = append(args, argument{val: c.none(at), at: at})
	}
	if o.Funcs[0].Property {
		field := &ir.Field{X: ir.X{T: fill(o.Funcs[0].Result, classParams(cls, t)), At: nameAt}, V: recv, Name: name, Decl: o.Funcs[0]}
		c.errorf(nameAt, "DS306", "%s.%s is not a function but a %s", cls.Name, name, field.T).WithHint("leave out the parentheses")
		return c.bad(at)
	}
	return c.callOverloads(o, recv, cls, args, nameAt, at)
}

// notAmong reports a value that is looked for among elements of another type.
func (c *checker) notAmong(a argument, elem types.Type) bool {
	t := typeOf(a.val)
	return a.star == "" && !nothing(t) && !types.IsBad(t) && !c.assignable(t, types.Resolve(elem))
}

// updateUnknown is d.update(x) of x that turns out to be a dict, another mapping or pairs when running.
func (c *checker) updateUnknown(recv ir.Expr, d *types.Named, args []argument, at syntax.Span) ir.Expr {
	for _, cell := range d.Args {
		c.put(cell, types.Any)
	}
	return c.callDyn(c.convertLater(recv, types.Any), "update", args, at)
}

// isOpen reports the element type of a container that nothing is put into: there is no value of
// it.
func isOpen(t types.Type) bool {
	_, ok := t.(*types.Var)
	return ok
}

// nothing reports a type without values: one that is not known yet in this round, or isOpen.
func nothing(t types.Type) bool { return types.IsNever(t) || isOpen(t) }

func (c *checker) callBuiltin(m any, args []argument, at syntax.Span) ir.Expr {
	return c.callOverloads(m.(*api.Overloads), nil, nil, args, at, at)
}

// callOverloads calls the first declaration that the arguments fit.
func (c *checker) callOverloads(o *api.Overloads, recv ir.Expr, cls *api.Class, args []argument, nameAt, at syntax.Span) ir.Expr {
	for _, a := range args {
		if a.star != "" {
			return c.callSpread(o, recv, cls, args, nameAt, at)
		}
	}
	return c.callDeclared(o, recv, cls, c.pathArguments(o, args), nameAt, at)
}

// callSpread calls a declaration with *xs or **d: as if its parts were written out where they are
// known, as *args where the declaration has them, else by what is found at run time.
func (c *checker) callSpread(o *api.Overloads, recv ir.Expr, cls *api.Class, args []argument, nameAt, at syntax.Span) ir.Expr {
	pre := &prelude{}
	args, known := c.expandArgs(args, pre)
	if known {
		return pre.wrap(c.callDeclared(o, recv, cls, args, nameAt, at))
	}
	for _, f := range o.All(c.exact) {
		if _, bad := c.candidate(f, recv, cls, args, nameAt); bad == nil {
			return pre.wrap(c.callDeclared(o, recv, cls, args, nameAt, at))
		}
	}
	if c.trying {
		return c.callDeclared(o, recv, cls, args, nameAt, at)
	}
	if recv != nil {
		if n, ok := typeOf(recv).(*types.Named); ok && driverOnly[n.Name] {
			return c.callDeclared(o, recv, cls, args, nameAt, at)
		}
		return pre.wrap(c.callDyn(c.convertLater(recv, types.Any), o.Name, args, at))
	}
	var fn types.Type = &types.Builtin{Name: o.Name, Decl: o}
	name := o.Name
	if f := o.Funcs[0]; f.Name == "__init__" {
		name = f.Class.Name
		fn = &types.Class{Name: name, Decl: f.Class}
	}
	for _, a := range args {
		if a.star == "**" && !(c.frame.inst != nil && c.frame.inst.fn.partial) { // a partial is seldom called with names
			c.unsupported(a.at, "** of a dict whose keys are known when running only, in a call of %s", name).WithHint("write the arguments by name: %s(name=d[\"name\"])", name)
			return c.bad(at)
		}
	}
	return pre.wrap(c.callDyn(c.box(ref(fn, nameAt)), "", args, at))
}

// callDeclared calls the first declaration that arguments without stars fit.
func (c *checker) callDeclared(o *api.Overloads, recv ir.Expr, cls *api.Class, args []argument, nameAt, at syntax.Span) ir.Expr {
	for _, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(at)
		}
	}
	if c.rejected(o.Funcs[0], nameAt) {
		return c.recovered(o.Funcs[0], recv, cls, at)
	}
	o = c.openOverloads(o, args)
	fit, ok := c.batchOverloads(o, cls, args)
	if !ok {
		return c.recovered(o.Funcs[0], recv, cls, at)
	}
	o = fit
	args = c.enumArgs(o.Funcs[0], args)
	funcs := grown(o.All(c.exact), args)
	if len(funcs) > 1 { // first without the help of values of unknown type, which fit anywhere
		c.strict = true
		for _, f := range forUnknown(funcs, args) {
			cand, bad := c.candidate(f, recv, cls, args, nameAt)
			if bad == nil {
				c.strict = false
				if c.certainToFail(cand, at) {
					return c.recovered(f, recv, cls, at)
				}
				return c.namedParts(cand.fn, c.apply(cand, recv, nameAt, at))
			}
		}
		c.strict = false
	}
	var best mismatch
	for _, f := range funcs {
		cand, bad := c.candidate(f, recv, cls, args, nameAt)
		if bad == nil {
			if c.certainToFail(cand, at) {
				return c.recovered(f, recv, cls, at)
			}
			return c.namedParts(cand.fn, c.apply(cand, recv, nameAt, at))
		}
		best = best.or(bad)
	}
	best.report(best)
	return c.recovered(best.fn, recv, cls, at)
}

// forUnknown puts those declarations first that take a value of unknown type as one, if there are such values: Counter(v) counts what
// is in v unless that is a mapping.
func forUnknown(funcs []*api.Func, args []argument) []*api.Func {
	var unknown []int
	for i, a := range args {
		if types.IsAny(typeOf(a.val)) && a.name == "" {
			unknown = append(unknown, i)
		}
	}
	if len(unknown) == 0 {
		return funcs
	}
	first, others := []*api.Func{}, []*api.Func{}
	for _, f := range funcs {
		takes := func(i int) bool {
			for j, p := range f.Params[:min(i+1, len(f.Params))] {
				if j == i || p.Kind == api.Rest {
					return types.IsAny(p.Type)
				}
			}
			return false
		}
		if slices.ContainsFunc(unknown, func(i int) bool { return !takes(i) }) {
			others = append(others, f)
		} else {
			first = append(first, f)
		}
	}
	return append(first, others...)
}

// namedParts makes of the tuple that d.isocalendar() gives the tuple with names that the library has for it.
func (c *checker) namedParts(f *api.Func, out ir.Expr) ir.Expr {
	n, ok := types.Is(typeOf(out), "tuple")
	if !ok || f.Name != "isocalendar" {
		return out
	}
	lib := c.written("datetime", f.Name)
	if lib == nil {
		return out
	}
	at := out.Pos()
	tmp := c.temp(out)
	var args []argument
	for i, t := range n.Args {
		args = append(args, argument{val: &ir.TupleGet{X: ir.X{T: t, At: at}, V: tmp.read(), N: i}, at: at})
	}
	fn := &syntax.Attr{At: syntax.At{Span: at}, X: c.held(ref(c.userRef(lib), at), at), Name: f.Name, NameAt: at}
	made := c.callValue(c.attr(fn), args, &syntax.Call{At: fn.At, Fn: fn})
	return &ir.Let{X: ir.X{T: made.Type(), At: at}, Sets: []*ir.Assign{tmp.set.(*ir.Assign)}, V: made}
}

// grown leaves the declarations out that only take bigints where no argument is one.
func grown(funcs []*api.Func, args []argument) []*api.Func {
	if !funcs[0].Grown || slices.ContainsFunc(args, func(a argument) bool { return types.IsBigInt(typeOf(a.val)) }) {
		return funcs
	}
	return slices.DeleteFunc(slices.Clone(funcs), func(f *api.Func) bool { return f.Grown })
}

// mismatch says why an overload does not fit. The one with the highest score is reported, and
// among equals the one with the highest rank; those that want other types of the same argument
// are reported as one.
type mismatch struct {
	score, rank int
	fn          *api.Func
	arg         ir.Expr      // the argument that does not fit, if one does not
	wants       []types.Type // what it should be
	report      func(mismatch)
}

// Scores of mismatches: how far the arguments of a call came with an overload.
const (
	failedResult = iota + 1 // only the function's result does not fit
	failedCount
	failedType
	failedName
	failedSelf
)

// or combines the mismatches of two overloads.
func (m mismatch) or(o *mismatch) mismatch {
	switch {
	case m.report == nil, o.score > m.score, o.score == m.score && o.rank > m.rank:
		return *o
	case o.score == m.score && o.arg != nil && o.arg == m.arg:
		for _, w := range o.wants {
			m.wants = append(m.wants, w)
		}
	}
	return m
}

// counts are the numbers of arguments that overloads call a function with.
func (m mismatch) counts() []string {
	var out []string
	for _, w := range m.wants {
		if fn, ok := callableType(w); ok {
			if n := itoa(len(fn.Params)); len(out) == 0 || out[len(out)-1] < n {
				out = append(out, n)
			}
		}
	}
	return out
}

// recovered stands for the result of a call that does not fit. Contexts, streams and RDDs keep
// their types, so that what follows is checked too.
func (c *checker) recovered(f *api.Func, recv ir.Expr, cls *api.Class, at syntax.Span) ir.Expr {
	sub := subst{}
	if recv != nil && cls != nil {
		sub = classParams(cls, typeOf(recv))
	}
	t := fill(f.Result, sub)
	switch n, _ := t.(*types.Named); {
	case n == nil || open(t) || types.HasVar(t):
	case n.Name == "DStream", n.Name == "RDD", n.Name == "StreamingContext", n.Name == "SparkContext":
		return &ir.Const{X: ir.X{T: t, At: at}}
	}
	return c.bad(at)
}

// givesReceiver reports a method of RDDs or streams that gives what it is called of, such as cache: its parameters say nothing of the
// elements, and neither does its receiver.
func givesReceiver(f *api.Func) bool {
	n, ok := f.Result.(*types.Named)
	if !ok || f.Self != nil || n.Name != f.Class.Name || len(n.Args) != 1 || n.Args[0].String() != f.Class.Params[0] {
		return false
	}
	names := map[string]bool{}
	for _, p := range f.Params {
		names = params(p.Type, names)
	}
	return len(names) == 0
}

// params adds the type parameters that a type mentions.
func params(t types.Type, names map[string]bool) map[string]bool {
	switch t := t.(type) {
	case *types.Param:
		names[t.Name] = true
	case *types.Named:
		for _, a := range t.Args {
			params(a, names)
		}
	case *types.Callable:
		for _, p := range t.Params {
			params(p, names)
		}
		if t.Result != nil {
			params(t.Result, names)
		}
	}
	return names
}
