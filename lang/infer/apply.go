package infer

import (
	"sort"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// apply builds the call of a declaration that was chosen. Functions among the arguments are
// called with the types the declaration gives them; what they return may fix further type
// parameters, also of their own arguments (the state of updateStateByKey): that settles over
// the rounds.
func (c *checker) apply(cand *candidate, recv ir.Expr, nameAt, at syntax.Span) ir.Expr {
	f, sub := cand.fn, cand.sub
	catching := c.catching
	if f.Class != nil && (f.Class.Name == "DStream" || f.Class.Name == "StreamingContext") {
		c.catching = nil // it is around this call, not around the batches in which its functions run
	}
	defer func() { c.catching = catching }()
	if recv != nil && driverOnly[className(typeOf(recv))] && takesFunction(f) {
		c.openElements(typeOf(recv), sub)
	}
	key := defKey{c.frame, syntax.Span{Start: nameAt.Start, End: at.End}}
	last := c.fixed[key]
	for p, t := range last {
		if old, ok := sub[p]; !ok {
			sub[p] = t
		} else {
			sub[p] = joinParam(old, t)
		}
	}
	c.growHeld(f, sub, cand.fixed)
	c.openState(f, sub, at)
	for i, p := range f.Params {
		fn, ok := callableType(p.Type)
		if !ok || cand.args[i] == nil || types.IsNone(typeOf(cand.args[i])) {
			continue
		}
		r := c.callbackResult(cand.args[i], c.known(fn.Params, sub))
		if types.IsBad(r) {
			return c.recovered(f, recv, f.Class, at)
		}
		if _, joins := fn.Result.(*types.Param); !joins && !c.resultFits(fill(fn.Result, sub), r) {
			c.badResult(f, fn.Result, r, cand.args[i])
			return c.recovered(f, recv, f.Class, at)
		}
		c.match(fn.Result, r, sub)
	}
	c.growHeld(f, sub, cand.fixed)
	c.settle(key, last, sub)
	c.openResult(f, sub, at)
	call := &ir.Call{X: ir.X{At: at}, Fn: f, Recv: recv}
	if recv != nil {
		call.Recv = c.receiver(f, recv, sub, nameAt)
	}
	for i, p := range f.Params {
		call.Args = append(call.Args, c.parameter(cand, p, i, sub, at))
	}
	for i := len(f.Params) - 1; i >= 0 && cand.args[i] == nil && f.Params[i].Kind != api.Rest; i-- {
		call.Omitted++
	}
	for _, p := range f.Params {
		if p.Kind == api.Rest {
			call.Rest = c.restArgs(cand.rest, fill(p.Type, sub))
		}
	}
	call.T = fill(f.Result, sub)
	c.catching = catching
	c.noteCall(call, nameAt)
	return c.grownResult(call)
}

// openState makes the type of the states of mapWithState one that the function's calls of update() widen.
func (c *checker) openState(f *api.Func, sub subst, at syntax.Span) {
	if f.Name != "_mapWithState" {
		return
	}
	cell := c.cell(at, 1, "the state")
	if t := sub["S"]; t != nil {
		c.put(cell, t)
	}
	sub["S"] = cell
}

// takesFunction reports a declaration with a parameter for a function.
func takesFunction(f *api.Func) bool {
	for _, p := range f.Params {
		if _, ok := callableType(p.Type); ok {
			return true
		}
	}
	return false
}

// openElements takes the records of a stream or RDD into which nothing was put yet, for a function that gets them. If later lines
// do not say of which type they are, they are of any.
func (c *checker) openElements(t types.Type, sub subst) {
	n, ok := t.(*types.Named)
	if !ok || len(n.Args) != 1 {
		return
	}
	elem := n.Args[0]
	if !isOpen(types.Resolve(elem)) {
		return
	}
	c.changed = true
	if c.round > 3 {
		c.put(elem, types.Any)
		for p, have := range sub {
			if have == elem {
				sub[p] = types.Any
			}
		}
	}
}

// resultFits reports whether what a function returns can be what its caller needs.
func (c *checker) resultFits(want, r types.Type) bool {
	w, ok := want.(*types.Named)
	if !ok || types.IsBad(r) || types.IsNone(w) {
		return true
	}
	switch w.Name {
	case "Iterable", "RDD", "StreamingContext":
		return c.shapeFits(r, w)
	}
	return open(w) || c.assignable(r, w)
}

// receiver converts the receiver of a stream operator to the element type that its arguments
// and functions ask for, and widens the elements of a container by what is put in.
func (c *checker) receiver(f *api.Func, recv ir.Expr, sub subst, at syntax.Span) ir.Expr {
	n, ok := typeOf(recv).(*types.Named)
	if !ok || f.Class == nil {
		return recv
	}
	if f.Class.Name == "int" {
		return c.intReceiver(f, recv)
	}
	if n.Name == "RDD" || n.Name == "DStream" {
		for _, p := range []string{"K", "T"} {
			if t := sub[p]; t != nil && (p == "K" && hashesKeys[f.Name] || p == "T" && hashes[f.Name]) {
				c.hashable(t, at)
			}
		}
		if f.Self != nil {
			return c.convertStream(recv, c.knownType(f.Self, sub))
		}
		return c.convertStream(recv, types.Of(n.Name, sub[f.Class.Params[0]]))
	}
	for i, p := range f.Class.Params {
		if i < len(n.Args) && sub[p] != nil {
			c.put(n.Args[i], sub[p])
		}
	}
	return recv
}

// hashesKeys are the operators that hash the keys of pairs. (partitionBy may have a function of
// its own for that.)
var hashesKeys = map[string]bool{
	"reduceByKey": true, "groupByKey": true, "combineByKey": true, "aggregateByKey": true, "foldByKey": true, "groupBy": true,
	"join": true, "leftOuterJoin": true, "rightOuterJoin": true, "fullOuterJoin": true, "cogroup": true, "groupWith": true,
	"subtractByKey": true, "countByKey": true, "collectAsMap": true, "reduceByKeyLocally": true, "updateStateByKey": true, "_mapWithState": true,
	"reduceByKeyAndWindow": true, "groupByKeyAndWindow": true,
}

// hashes are the operators that use whole elements as keys.
var hashes = map[string]bool{"countByValue": true, "distinct": true, "subtract": true, "intersection": true, "countByValueAndWindow": true}

// settle keeps the type parameters for the next round.
func (c *checker) settle(key defKey, last, sub subst) {
	same := len(last) == len(sub)
	for p, t := range sub {
		if old, ok := last[p]; !ok || types.Key(old) != types.Key(t) {
			same = false
		}
	}
	if !same {
		c.changed = true
		keep := subst{}
		for p, t := range sub {
			keep[p] = t
		}
		c.fixed[key] = keep
	}
}

// known fills declared types; what is not known yet is Never, which joins with anything.
func (c *checker) known(ts []types.Type, sub subst) []types.Type {
	out := make([]types.Type, len(ts))
	for i, t := range ts {
		out[i] = c.knownType(t, sub)
	}
	return out
}

func (c *checker) knownType(t types.Type, sub subst) types.Type {
	if !open(fill(t, sub)) {
		return fill(t, sub)
	}
	all := subst{}
	for p, b := range sub {
		all[p] = b
	}
	names(t, all)
	return fill(t, all)
}

// names gives Never to the type parameters that are not known.
func names(t types.Type, sub subst) {
	switch t := t.(type) {
	case *types.Param:
		if _, ok := sub[t.Name]; !ok {
			sub[t.Name] = types.Never
		}
	case *types.Named:
		for _, a := range t.Args {
			names(a, sub)
		}
	case *types.Callable:
		for _, p := range t.Params {
			names(p, sub)
		}
		names(t.Result, sub)
	}
}

// parameter makes the argument of one parameter: the given one converted, or the default.
func (c *checker) parameter(cand *candidate, p *api.Param, i int, sub subst, at syntax.Span) ir.Expr {
	arg := cand.args[i]
	want := c.knownType(p.Type, sub)
	if p.Kind == api.Rest {
		return nil
	}
	if fn, ok := callableType(want); ok {
		if arg == nil || types.IsNone(typeOf(arg)) {
			return c.none(at)
		}
		key := p.Name == "key" && len(fn.Params) == 1
		if key && (types.IsNever(fn.Result) || types.IsNone(fn.Result)) { // one that always raises: Go wants a type of keys
			fn = &types.Callable{Params: fn.Params, Result: types.Any}
		}
		if types.IsAny(typeOf(arg)) && (key || types.IsOptional(want)) {
			return c.callbackOrNone(arg, fn, key)
		}
		return c.callback(arg, fn)
	}
	if arg == nil {
		return c.defaultArg(p, want, at)
	}
	if types.IsNever(want) {
		want = typeOf(arg)
	}
	if n, ok := want.(*types.Named); ok && (n.Name == "DStream" || n.Name == "RDD") {
		return c.convertStream(arg, want)
	}
	c.bindOpen(typeOf(arg), want)
	arg = c.notNoneFor(cand.fn, arg, want)
	if numericTo(typeOf(arg), want) {
		return c.toFloat(c.toInt(arg))
	}
	return c.convertTo(arg, want)
}

// notNoneFor is an argument that a function does not take None for, with Python's text of the error.
func (c *checker) notNoneFor(f *api.Func, arg ir.Expr, want types.Type) ir.Expr {
	if types.IsOptional(want) || !types.IsOptional(typeOf(arg)) {
		return arg
	}
	switch name := className(want); {
	case f.Name == "__init__" && f.Class.Name == "int":
		return c.notNone(arg, "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
	case f.Name == "__init__" && f.Class.Name == "float":
		return c.notNone(arg, "float() argument must be a string or a real number, not 'NoneType'")
	case f.Module == "json" && f.Name == "loads" && name == "str":
		return c.notNone(arg, "the JSON object must be str, bytes or bytearray, not NoneType")
	case f.Module == "re" && name == "str", f.Class != nil && f.Class.Name == "Pattern" && name == "str":
		return c.notNone(arg, "expected string or bytes-like object, got 'NoneType'")
	case f.Module == "builtins" && f.Class == nil && f.Name == "round":
		return c.notNone(arg, "type NoneType doesn't define __round__ method")
	case name == "int":
		return c.notNone(arg, "'NoneType' object cannot be interpreted as an integer")
	case name == "float":
		return c.notNone(arg, "must be real number, not NoneType")
	}
	return arg
}

func numericTo(t, want types.Type) bool {
	return types.IsFloat(want) && isNumeric(t)
}

// bindOpen gives the open element types of an argument what the declaration says.
func (c *checker) bindOpen(t, want types.Type) {
	n, ok1 := types.Resolve(t).(*types.Named)
	w, ok2 := types.Unwrap(types.Resolve(want)).(*types.Named)
	if ok1 && ok2 && w.Name == "Iterable" && len(n.Args) == 1 && (n.Name == "list" || n.Name == "set" || n.Name == "Iterator") {
		w = types.Of(n.Name, w.Args...)
	}
	if !ok1 || !ok2 || n.Name != w.Name || len(n.Args) != len(w.Args) {
		return
	}
	for i, a := range n.Args {
		if v, isVar := a.(*types.Var); isVar && v.Bound != nil && n.Name != w.Name {
			continue
		}
		if _, isVar := a.(*types.Var); isVar {
			c.put(a, w.Args[i])
		} else {
			c.bindOpen(a, w.Args[i])
		}
	}
}

func (c *checker) defaultArg(p *api.Param, want types.Type, at syntax.Span) ir.Expr {
	var e ir.Expr
	switch v := p.Default.(type) {
	case nil:
		e = c.none(at)
	case int64:
		e = &ir.Const{X: ir.X{T: types.Int, At: at}, Value: v}
	case float64:
		e = &ir.Const{X: ir.X{T: types.Float, At: at}, Value: v}
	case bool:
		e = c.boolean(v, at)
	case string:
		e = c.str(v, at)
	case []byte:
		e = &ir.Const{X: ir.X{T: types.Bytes, At: at}, Value: string(v)}
	}
	if types.IsNever(want) {
		return e
	}
	return c.convertTo(e, want)
}

func (c *checker) restArgs(rest []ir.Expr, want types.Type) []ir.Expr {
	var out []ir.Expr
	for _, r := range rest {
		if s, ok := r.(*ir.Spread); ok {
			s.V = c.convertLater(s.V, types.Iterable(want))
			s.T = types.Iterable(want)
			out = append(out, s)
			continue
		}
		if n, ok := want.(*types.Named); ok && n.Name == "DStream" {
			out = append(out, c.convertStream(r, want))
			continue
		}
		out = append(out, c.convertTo(r, want))
	}
	return out
}

// openResult makes cells of the type parameters of a result that no argument tells: what is
// done with the result does. The arguments share them.
func (c *checker) openResult(f *api.Func, sub subst, at syntax.Span) {
	unknown := subst{}
	names(f.Result, unknown)
	var order []string
	for p := range unknown {
		if _, ok := sub[p]; !ok {
			order = append(order, p)
		}
	}
	sort.Strings(order)
	for i, p := range order {
		sub[p] = c.cell(at, 10+int32(i), "the result of "+f.Name)
	}
}

// callbackResult is what a function gives when it is called with arguments of these types.
func (c *checker) callbackResult(arg ir.Expr, params []types.Type) types.Type {
	switch t := typeOf(arg).(type) {
	case *types.Func:
		fn := t.Fn.(*function)
		args, ok := c.defaultsFor(fn, params)
		if !ok {
			return types.Bad
		}
		in := c.instance(fn, args, arg.Pos())
		if in == nil {
			return types.Bad
		}
		return in.value()
	case *types.Builtin, *types.Class:
		return typeOf(c.eta(arg, params).call)
	}
	return types.Any
}

// value is what a call of the instance gives.
func (in *instance) value() types.Type {
	if in.yields != nil {
		return types.Iterator(in.yields)
	}
	if in.active {
		return types.Join(in.last, in.result)
	}
	return in.result
}

// defaultsFor completes the arguments of a callback with the types of its defaults.
func (c *checker) defaultsFor(fn *function, params []types.Type) ([]types.Type, bool) {
	var out []types.Type
	n, named := 0, false
	for _, p := range fn.params {
		switch {
		case p.Kind == syntax.BareStar:
			named = true
		case p.Name == "":
		case p.Kind == syntax.StarParam:
			out = append(out, types.Tuple(params[min(n, len(params)):]...))
			n, named = len(params), true
		case p.Kind == syntax.StarStarParam:
			out = append(out, keywordsType(nil, nil))
		case n < len(params) && !named:
			out = append(out, params[n])
			n++
		case fn.defaults[p.Name] != nil:
			out = append(out, typeOf(fn.defaults[p.Name]))
		case fn.defaultSites[p.Name] != nil && c.inRound():
			out = append(out, fn.defaultSites[p.Name].storage())
		case fn.defaultSites[p.Name] != nil:
			out = append(out, omitted)
		default:
			return nil, false
		}
	}
	return out, true
}

// callback makes the function value of a declared function parameter.
func (c *checker) callback(arg ir.Expr, want *types.Callable) ir.Expr {
	if sets, v, ok := c.callbackOnce(arg); ok {
		out := c.callback(v, want)
		return &ir.Let{X: ir.X{T: out.Type(), At: arg.Pos()}, Sets: sets, V: out}
	}
	t, ok := typeOf(arg).(*types.Func)
	if !ok {
		e := c.eta(arg, want.Params)
		return c.wrapper(e, want, arg)
	}
	fn := t.Fn.(*function)
	args, ok := c.defaultsFor(fn, want.Params)
	if !ok {
		return c.bad(arg.Pos())
	}
	if c.inRound() && len(fn.defaultSites) > 0 {
		return c.callbackOfRound(fn, arg, want)
	}
	in := c.instance(fn, args, arg.Pos())
	if in == nil {
		return c.bad(arg.Pos())
	}
	if !isFuncVal(arg) {
		c.noteValueCall(fn, in)
	}
	same := passedCount(args) == len(want.Params) && !hasStar(fn)
	result := in.value()
	if _, isLocal := arg.(*ir.FuncVal); isLocal && same {
		if !fn.named && !fn.scope.yields {
			in.want = want.Result
			return &ir.FuncVal{X: ir.X{T: want, At: arg.Pos()}, Func: in.ir}
		}
		if types.Equal(result, want.Result) {
			return &ir.FuncVal{X: ir.X{T: want, At: arg.Pos()}, Func: in.ir}
		}
	}
	if !isFuncVal(arg) && same && types.Equal(result, want.Result) {
		return arg
	}
	var sets []*ir.Assign
	if !isFuncVal(arg) && hasEffect(arg) {
		tmp := c.temp(arg)
		tmp.v.Name = "function"
		tmp.v.Fresh, tmp.v.Shared = true, true
		sets, arg = []*ir.Assign{tmp.set.(*ir.Assign)}, tmp.read()
	}
	e := &expansion{}
	var vals []argument
	for i, p := range want.Params {
		vals = append(vals, argument{val: e.param(c, p, paramName(fn, i), arg.Pos()), at: arg.Pos()})
	}
	e.call = c.callFunction(fn, arg, vals, arg.Pos())
	out := c.wrapper(e, want, arg)
	if len(sets) > 0 {
		return &ir.Let{X: ir.X{T: out.Type(), At: arg.Pos()}, Sets: sets, V: out}
	}
	return out
}

// callbackOrNone makes the function value of a parameter of a value that may be None when running: then it is none, or, of a key
// of elements, the function that gives the element.
func (c *checker) callbackOrNone(arg ir.Expr, want *types.Callable, key bool) ir.Expr {
	at := arg.Pos()
	tmp := c.temp(arg)
	tmp.v.Name = "function"
	tmp.v.Fresh, tmp.v.Shared = true, true
	given := &ir.Compare{X: ir.X{T: types.Bool, At: at}, Op: "is not", L: tmp.read(), R: c.none(at)}
	let := &ir.Let{Sets: []*ir.Assign{tmp.set.(*ir.Assign)}}
	if key {
		e := c.eta(tmp.read(), want.Params)
		element := &ir.Local{X: ir.X{T: want.Params[0], At: at}, Var: e.params[0]}
		e.call = &ir.Cond{X: ir.X{T: types.Any, At: at}, Test: given, Then: e.call, Else: c.convertLater(element, types.Any)}
		let.V = c.wrapper(e, want, arg)
	} else {
		made := c.callback(tmp.read(), want)
		none := &ir.FuncVal{X: ir.X{T: made.Type(), At: at}}
		let.V = &ir.Cond{X: ir.X{T: made.Type(), At: at}, Test: given, Then: made, Else: none}
	}
	let.X = ir.X{T: let.V.Type(), At: at}
	return let
}

// inRound reports a place in a loop or comprehension.
func (c *checker) inRound() bool { return len(c.frame.loops)+len(c.frame.comps) > 0 }

// callbackOfRound is a callback made in a loop of a function with defaults that are kept in variables: the next round changes
// these, so the function is passed what they are now.
func (c *checker) callbackOfRound(fn *function, arg ir.Expr, want *types.Callable) ir.Expr {
	e := &expansion{}
	var vals []argument
	for i, p := range want.Params {
		vals = append(vals, argument{val: e.param(c, p, paramName(fn, i), arg.Pos()), at: arg.Pos()})
	}
	var sets []*ir.Assign
	n, named := 0, false
	for _, p := range fn.params {
		named = named || p.Kind != syntax.PlainParam && p.Kind != syntax.BareSlash
		if !named && p.Name != "" && n < len(want.Params) {
			n++
			continue
		}
		if fn.defaultSites[p.Name] == nil {
			continue
		}
		tmp := c.temp(c.readDefault(fn.defaultSites[p.Name], arg.Pos()))
		tmp.v.Name = p.Name
		tmp.v.Fresh, tmp.v.Shared = true, true
		sets = append(sets, tmp.set.(*ir.Assign))
		vals = append(vals, argument{name: p.Name, val: tmp.read(), at: arg.Pos()})
	}
	e.call = c.callFunction(fn, arg, vals, arg.Pos())
	out := c.wrapper(e, want, arg)
	return &ir.Let{X: ir.X{T: out.Type(), At: arg.Pos()}, Sets: sets, V: out}
}

// callbackOnce takes apart what must be evaluated once, before the function is called for the first
// time: defaults of a lambda, the object of a method, and whatever gives an Any.
func (c *checker) callbackOnce(arg ir.Expr) ([]*ir.Assign, ir.Expr, bool) {
	if let, ok := arg.(*ir.Let); ok {
		return let.Sets, let.V, true
	}
	b, method := typeOf(arg).(*types.Builtin)
	if method {
		recv, ok := b.Recv.(ir.Expr)
		if !ok || !hasEffect(recv) {
			return nil, nil, false
		}
		tmp := c.temp(recv)
		tmp.v.Fresh, tmp.v.Shared = true, true
		return []*ir.Assign{tmp.set.(*ir.Assign)}, ref(&types.Builtin{Name: b.Name, Decl: b.Decl, Recv: tmp.read()}, arg.Pos()), true
	}
	if !types.IsAny(typeOf(arg)) {
		return nil, nil, false
	}
	if l, ok := arg.(*ir.Local); ok && l.Var != nil && l.Var.Fresh {
		return nil, nil, false
	}
	tmp := c.temp(arg)
	tmp.v.Name = "function"
	tmp.v.Fresh, tmp.v.Shared = true, true
	return []*ir.Assign{tmp.set.(*ir.Assign)}, tmp.read(), true
}

// passedCount counts the arguments that a call of an instance has in Go, if **kwargs takes none.
func passedCount(args []types.Type) int {
	n := 0
	for _, a := range args {
		if _, keywords := keywordNames(a); !keywords && !static(a) {
			n++
		}
	}
	return n
}

func hasStar(fn *function) bool {
	for _, p := range fn.params {
		if p.Kind == syntax.StarParam {
			return true
		}
	}
	return false
}

func paramName(fn *function, i int) string {
	for _, p := range fn.params {
		if p.Name == "" {
			continue
		}
		if i == 0 {
			return p.Name
		}
		i--
	}
	return "x"
}

// expansion is a call of a function with fresh parameters: lambda x: f(x).
type expansion struct {
	params []*ir.Var
	call   ir.Expr
}

func (e *expansion) param(c *checker, t types.Type, name string, at syntax.Span) ir.Expr {
	v := &ir.Var{Name: name, Type: t, Param: true, Def: at}
	c.later = append(c.later, func() { v.Type = types.Resolve(t) })
	e.params = append(e.params, v)
	return &ir.Local{X: ir.X{T: t, At: at}, Var: v}
}

// eta writes a declared function that is used as a value as a call of it.
func (c *checker) eta(arg ir.Expr, params []types.Type) *expansion {
	e := &expansion{}
	at := arg.Pos()
	var args []argument
	for i, p := range params {
		args = append(args, argument{val: e.param(c, p, string(rune('a'+i)), at), at: at})
	}
	call := &syntax.Call{At: syntax.At{Span: at}, Fn: &syntax.Name{At: syntax.At{Span: at}, Id: "f"}}
	switch t := typeOf(arg).(type) {
	case *types.Builtin:
		switch t.Decl.(type) {
		case unboundOf:
			e.call = c.callUnboundOf(t.Decl.(unboundOf).k, t.Name, args, call)
			return e
		case unboundMethod:
			e.call = c.method(args[0].val, t.Name, args[1:], at, at)
			return e
		case *api.Overloads:
			if recv, ok := t.Recv.(ir.Expr); ok {
				e.call = c.method(recv, t.Name, args, at, at)
				return e
			}
		}
	}
	e.call = c.callValue(arg, args, call)
	return e
}

// wrapper makes a function of an expansion, converting its result.
func (c *checker) wrapper(e *expansion, want *types.Callable, arg ir.Expr) ir.Expr {
	if types.IsBad(typeOf(e.call)) {
		return c.bad(arg.Pos())
	}
	f := &ir.Func{Name: "<lambda>", Lambda: true, Wrapper: true, Params: e.params, At: arg.Pos(), Result: want.Result}
	if c.frame.inst != nil {
		f.Parent = c.frame.inst.ir
	}
	if want.Result == types.Type(types.Truth) {
		f.Result = types.Bool
	}
	c.later = append(c.later, func() { f.Result = types.Resolve(f.Result) })
	for _, p := range e.params {
		p.Owner = f
	}
	if types.IsNone(f.Result) {
		f.Body = []ir.Stmt{&ir.ExprStmt{S: ir.S{At: arg.Pos()}, V: e.call}}
	} else {
		f.Body = []ir.Stmt{&ir.Return{S: ir.S{At: arg.Pos()}, V: c.convertTo(e.call, want.Result)}}
	}
	return &ir.FuncVal{X: ir.X{T: want, At: arg.Pos()}, Func: f}
}

// convertStream gives a stream or RDD elements of another type, by a map where they differ:
// elements of unknown type become pairs, ints among floats become Any.
func (c *checker) convertStream(e ir.Expr, want types.Type) ir.Expr {
	t, ok1 := typeOf(e).(*types.Named)
	w, ok2 := want.(*types.Named)
	if !ok1 || !ok2 || t.Name != w.Name || len(t.Args) != 1 {
		return c.convertTo(e, want)
	}
	if types.Equal(t.Args[0], w.Args[0]) || types.IsNever(w.Args[0]) || types.HasVar(w.Args[0]) && !types.IsAny(t.Args[0]) {
		return e
	}
	if _, ok := c.ix.Classes[t.Name].Members["map"]; !ok {
		return e
	}
	exp := &expansion{}
	in := exp.param(c, t.Args[0], "x", e.Pos())
	exp.call = &ir.Convert{X: ir.X{T: w.Args[0], At: e.Pos()}, V: in, Checked: true}
	fn := c.wrapper(exp, &types.Callable{Params: []types.Type{t.Args[0]}, Result: w.Args[0]}, e)
	m := c.ix.Classes[t.Name].Members["map"].Funcs[0]
	return &ir.Call{X: ir.X{T: want, At: e.Pos()}, Fn: m, Recv: e, Args: []ir.Expr{fn, c.boolean(true, e.Pos())}}
}
