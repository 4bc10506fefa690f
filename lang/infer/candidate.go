package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

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
