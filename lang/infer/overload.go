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
		recv = c.convertLater(recv, c.tupleOf(n))
		t = typeOf(recv)
	case n != nil && (n.Name == "dict" || n.Name == "Counter") && name == "update" && len(args) == 1 && types.IsAny(typeOf(args[0].val)):
		return c.updateUnknown(recv, n, args, at)
	}
	if o.Funcs[0].Property {
		field := &ir.Field{X: ir.X{T: fill(o.Funcs[0].Result, classParams(cls, t)), At: nameAt}, V: recv, Name: name, Decl: o.Funcs[0]}
		c.errorf(nameAt, "DS306", "%s.%s is not a function but a %s", cls.Name, name, field.T).WithHint("leave out the parentheses")
		return c.bad(at)
	}
	return c.callOverloads(o, recv, cls, args, nameAt, at)
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

// candidate is one overload with its arguments in the order of its parameters.
type candidate struct {
	fn   *api.Func
	args []ir.Expr // one per parameter; nil where the default stands
	rest []ir.Expr
	sub  subst
	// fixed are the parameters of a receiver whose elements are settled: a list that a declared
	// function returned cannot take elements of another type.
	fixed map[string]bool
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
		for _, f := range funcs {
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

// candidate puts the arguments to the parameters of one declaration and checks their types.
func (c *checker) candidate(f *api.Func, recv ir.Expr, cls *api.Class, args []argument, nameAt syntax.Span) (*candidate, *mismatch) {
	cand := &candidate{fn: f, sub: subst{}, args: make([]ir.Expr, len(f.Params)), fixed: map[string]bool{}}
	if recv != nil && cls != nil {
		for p, t := range classParams(cls, typeOf(recv)) {
			cand.sub[p] = t
			if _, open := t.(*types.Var); !open && (cls.Name != "RDD" && cls.Name != "DStream" || givesReceiver(f)) {
				cand.fixed[p] = true
			}
		}
		if f.Self != nil {
			if bad := c.matchSelf(f, recv, cand, nameAt); bad != nil {
				return nil, bad
			}
		}
	}
	if bad := c.place(cand, args, nameAt); bad != nil {
		return nil, bad
	}
	for i, p := range f.Params {
		c.takeObject(cand, p, i)
		if cand.args[i] != nil {
			c.matchArg(cand, p, cand.args[i])
		}
		if p.Kind == api.Rest {
			for _, r := range cand.rest {
				c.matchArg(cand, p, r)
			}
		}
	}
	for i, p := range f.Params {
		if bad := c.fits(cand, p, cand.args[i], i); bad != nil {
			return nil, bad
		}
	}
	return cand, nil
}

// matchArg learns type parameters from an argument, but not those that the receiver fixes.
func (c *checker) matchArg(cand *candidate, p *api.Param, arg ir.Expr) {
	keep := subst{}
	for name := range cand.fixed {
		keep[name] = cand.sub[name]
	}
	c.match(p.Type, typeOf(arg), cand.sub)
	for name, t := range keep {
		cand.sub[name] = t
	}
}

// fits checks one argument against its parameter.
func (c *checker) fits(cand *candidate, p *api.Param, arg ir.Expr, i int) *mismatch {
	if p.Kind == api.Rest {
		for _, r := range cand.rest {
			if bad := c.fitsType(cand, p, r); bad != nil {
				return bad
			}
		}
		return nil
	}
	if arg == nil {
		return nil
	}
	return c.fitsType(cand, p, arg)
}

func (c *checker) fitsType(cand *candidate, p *api.Param, arg ir.Expr) *mismatch {
	want := fill(p.Type, cand.sub)
	t := typeOf(arg)
	if fn, ok := callableType(want); ok {
		if c.strict && types.IsAny(t) && takesAny(cand.fn, p.Name) {
			return &mismatch{score: failedType, fn: cand.fn, report: func(mismatch) {}}
		}
		if types.IsNone(t) && want != types.Type(fn) {
			return nil
		}
		if c.assignableFunc(t, fn) {
			return c.fitsResult(cand, fn, arg)
		}
		return &mismatch{score: failedType, fn: cand.fn, arg: arg, wants: []types.Type{want},
			report: func(m mismatch) { c.notCallableWith(cand.fn, p, fn, m.counts(), arg) }}
	}
	if open(want) && c.shapeFits(t, want) || !open(want) && c.assignable(t, want) {
		return nil
	}
	return &mismatch{score: failedType, fn: cand.fn, arg: arg, wants: []types.Type{want},
		report: func(m mismatch) { c.badArgument(cand.fn, p, m.wants, arg) }}
}

// takesAny reports that another overload of a function takes any value for a parameter.
func takesAny(f *api.Func, param string) bool {
	var o *api.Overloads
	if f.Class != nil {
		o = f.Class.Members[f.Name]
	} else {
		o, _ = api.Load().Modules[f.Module].Members[f.Name].(*api.Overloads)
	}
	return o != nil && slices.ContainsFunc(o.Funcs, func(f *api.Func) bool {
		return slices.ContainsFunc(f.Params, func(p *api.Param) bool { return p.Name == param && types.IsAny(p.Type) })
	})
}

// fitsResult refuses a function with a result where the declaration has one without, so that
// the next overload is tried. Its parameter types are known by now.
func (c *checker) fitsResult(cand *candidate, want *types.Callable, arg ir.Expr) *mismatch {
	if !types.IsNone(want.Result) || cand.fn.Class == nil || cand.fn.Name == "__init__" || len(cand.fn.Class.Members[cand.fn.Name].Funcs) < 2 {
		return nil
	}
	r := c.callbackResult(arg, want.Params)
	if types.IsNone(r) || types.IsBad(r) || types.IsNever(r) {
		return nil
	}
	return &mismatch{score: failedResult, fn: cand.fn, report: func(mismatch) {}}
}

// shapeFits compares the outer shape of a type with a declared one that is not known in full.
func (c *checker) shapeFits(t, want types.Type) bool {
	w, ok := want.(*types.Named)
	t = types.Unwrap(t)
	if !ok || types.IsAny(t) || types.IsNever(t) {
		return true
	}
	n, ok := t.(*types.Named)
	if !ok {
		return false
	}
	switch w.Name {
	case "Optional":
		return types.IsNone(t) || c.shapeFits(t, w.Args[0])
	case "Iterable":
		e, ok := elementType(t)
		return ok && (nothing(types.Resolve(e)) || c.shapeFits(types.Resolve(e), w.Args[0]))
	case "tuple...":
		return n.Name == "tuple" || n.Name == "tuple..."
	}
	if n.Name == "int" && w.Name == "bigint" { // as ranges and bytes have them, which grow when they are read
		return true
	}
	if n.Name != w.Name || len(n.Args) != len(w.Args) {
		return false
	}
	for i, a := range n.Args {
		if _, isVar := types.Resolve(a).(*types.Var); !isVar && !c.shapeFits(types.Resolve(a), w.Args[i]) {
			return false
		}
	}
	return true
}

// callableType returns the function type a parameter declares, if it declares one.
func callableType(t types.Type) (*types.Callable, bool) {
	if n, ok := t.(*types.Named); ok && n.Name == "Optional" {
		t = n.Args[0]
	}
	fn, ok := t.(*types.Callable)
	return fn, ok
}

// place puts arguments to parameters by position and name.
func (c *checker) place(cand *candidate, args []argument, nameAt syntax.Span) *mismatch {
	f := cand.fn
	n := 0
	fail := func(score, rank int, report func()) *mismatch {
		return &mismatch{score: score, rank: rank, fn: f, report: func(mismatch) { report() }}
	}
	keywords := cand.takeKeywords(nameAt)
	for _, a := range args {
		switch {
		case a.star == "**" && keywords != nil:
			keywords.Keys = append(keywords.Keys, nil)
			keywords.Values = append(keywords.Values, c.convertLater(a.val, keywords.T))
		case a.star == "**":
			return fail(failedName, len(f.Params), func() { c.unsupported(a.at, "** in this call").WithHint("write the arguments one by one") })
		case a.name != "":
			i := paramIndex(f, a.name)
			if i < 0 && keywords != nil {
				keywords.Keys = append(keywords.Keys, c.str(a.name, a.at))
				keywords.Values = append(keywords.Values, c.convertLater(a.val, keywords.T.(*types.Named).Args[1]))
				continue
			}
			if i < 0 {
				return fail(failedName, len(f.Params), func() { c.unexpectedArgument(f, a) })
			}
			if cand.args[i] != nil {
				return fail(failedName, len(f.Params), func() { c.errorf(a.at, "DS320", "%s() got multiple values for argument '%s'", callee(f), a.name) })
			}
			cand.args[i] = c.boxedFor(f.Params[i], a.val)
		default:
			if n < len(f.Params) && (f.Params[n].Kind == api.KeywordOnly || f.Params[n].Kind == api.RestKeywords) {
				n = len(f.Params)
			}
			if n >= len(f.Params) {
				return fail(failedCount, len(f.Params), func() { c.tooMany(f, len(args), nameAt) })
			}
			if f.Params[n].Kind == api.Rest {
				v := c.boxedFor(f.Params[n], a.val)
				if a.star == "*" {
					v = &ir.Spread{X: ir.X{T: spreadType(a.val), At: a.at}, V: a.val}
				}
				cand.rest = append(cand.rest, v)
				continue
			}
			if a.star == "*" {
				return fail(failedName, len(f.Params), func() { c.unsupported(a.at, "* in this call").WithHint("write the arguments one by one") })
			}
			cand.args[n] = c.boxedFor(f.Params[n], a.val)
			n++
		}
	}
	if len(cand.rest) == 1 && f.Class == nil && f.Module == "builtins" && (f.Name == "max" || f.Name == "min") {
		if _, spread := cand.rest[0].(*ir.Spread); !spread { // one argument is an iterable
			return fail(failedType, 1, func() { c.elem(cand.rest[0]) })
		}
	}
	for i, p := range f.Params {
		if cand.args[i] == nil && !p.HasDefault && p.Kind != api.Rest {
			return fail(failedCount, -required(f), func() { c.missingArgument(f, p, nameAt) })
		}
	}
	return nil
}

// takeKeywords is the dict for a declared **kwargs, or nil.
func (cand *candidate) takeKeywords(at syntax.Span) *ir.Dict {
	last := len(cand.fn.Params) - 1
	if last < 0 || cand.fn.Params[last].Kind != api.RestKeywords {
		return nil
	}
	d := &ir.Dict{X: ir.X{T: cand.fn.Params[last].Type, At: at}}
	cand.args[last] = d
	return d
}

// boxedFor boxes a function that is given where no function is declared.
func (c *checker) boxedFor(p *api.Param, v ir.Expr) ir.Expr {
	if !isFunction(typeOf(v)) {
		return v
	}
	if _, ok := callableType(p.Type); ok || types.IsNone(p.Type) {
		return v
	}
	return c.box(v)
}

// required counts the parameters without defaults.
func required(f *api.Func) int {
	n := 0
	for _, p := range f.Params {
		if !p.HasDefault && p.Kind != api.Rest && p.Kind != api.RestKeywords {
			n++
		}
	}
	return n
}

func spreadType(v ir.Expr) types.Type {
	if t, ok := elementType(typeOf(v)); ok {
		return t
	}
	return types.Any
}

func paramIndex(f *api.Func, name string) int {
	for i, p := range f.Params {
		if p.Name == name && p.Kind != api.Rest && p.Kind != api.RestKeywords && p.Kind != api.PositionalOnly {
			return i
		}
	}
	return -1
}

// matchSelf learns from a constrained self, such as a stream of pairs.
func (c *checker) matchSelf(f *api.Func, recv ir.Expr, cand *candidate, nameAt syntax.Span) *mismatch {
	t := typeOf(recv)
	c.match(f.Self, t, cand.sub)
	if n, ok := t.(*types.Named); ok && len(n.Args) == 1 {
		if pair, ok := types.Is(types.Resolve(n.Args[0]), "tuple"); ok && len(pair.Args) == 2 {
			names(f.Self, cand.sub) // parts that are not known yet
		}
	}
	self := fill(f.Self, cand.sub)
	if !open(self) && c.assignable(t, self) && !otherElements(t, self) {
		return nil
	}
	if n, ok := t.(*types.Named); ok && (n.Name == "DStream" || n.Name == "RDD") && (types.IsAny(n.Args[0]) || pairLike(n.Args[0])) {
		part := types.Type(types.Any) // of elements of unknown type: unpacked at run time
		if e, ok := elementType(n.Args[0]); ok && !nothing(e) {
			part = e
		}
		for _, p := range f.TypeParams {
			if _, ok := cand.sub[p]; !ok && (p == "K" || p == "V") {
				cand.sub[p] = part
			}
		}
		return nil
	}
	if n, ok := t.(*types.Named); ok && len(n.Args) == 1 && isOpen(types.Resolve(n.Args[0])) {
		c.openPairs(f, n.Args[0], cand)
		return nil
	}
	return &mismatch{score: failedSelf, fn: f, report: func(mismatch) { c.needsPairs(f, recv, nameAt) }}
}

// otherElements reports a container whose elements are not those that a constrained self asks
// for; streams alone can be mapped to others.
func otherElements(t, self types.Type) bool {
	n, ok1 := t.(*types.Named)
	want, ok2 := self.(*types.Named)
	if !ok1 || !ok2 || n.Name == "DStream" || n.Name == "RDD" {
		return false
	}
	for i, a := range n.Args {
		if _, open := types.Resolve(a).(*types.Var); !open && i < len(want.Args) && !types.Equal(a, want.Args[i]) {
			return true
		}
	}
	return false
}

// openPairs takes the elements of a stream that nothing was put into yet for pairs. What later
// lines put there says of which types; if nothing does, of any.
func (c *checker) openPairs(f *api.Func, elem types.Type, cand *candidate) {
	var t types.Type = types.Never
	c.changed = true
	if c.round > 3 {
		t = types.Any
		c.put(elem, types.Tuple(types.Any, types.Any))
	}
	for _, p := range f.TypeParams {
		if _, ok := cand.sub[p]; !ok && (p == "K" || p == "V") {
			cand.sub[p] = t
		}
	}
}

// pairLike are element types that may turn out to be pairs at run time.
func pairLike(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && (n.Name == "list" || n.Name == "tuple...")
}
