package infer

import (
	"maps"
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
	fillPattern(cand)
	key := defKey{c.frame, syntax.Span{Start: nameAt.Start, End: at.End}}
	last, given := c.fixed[key], maps.Clone(sub)
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
		if inner, ok := types.Resolve(r).(*types.Func); ok { // who calls it is known when running only
			c.makeDynamic(inner.Fn.(*function))
		}
		if types.IsBad(r) {
			return c.recovered(f, recv, f.Class, at)
		}
		if _, joins := types.Unwrap(fn.Result).(*types.Param); !joins && !c.resultFits(fill(fn.Result, given), r) { // whatever it was in the last round
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
		c.callsFile(p, cand.args[i])
	}
	for i := len(f.Params) - 1; i >= 0 && cand.args[i] == nil && f.Params[i].Kind != api.Rest; i-- {
		call.Omitted++
	}
	for _, p := range f.Params {
		if p.Kind == api.Rest {
			call.Rest = c.restArgs(cand.rest, p.Type, sub)
		}
	}
	call.T = fill(f.Result, sub)
	c.factoryMade(f.Name)
	c.catching = catching
	c.noteCall(call, nameAt)
	before := c.unpassed(call)
	if f.Class != nil && f.Class.Name == "Match" {
		return after(before, c.opened(f, c.certainGroups(call)))
	}
	return after(before, c.opened(f, c.grownResult(call)))
}

// fileParams are the names of parameters at which an object of the script may stand for a file.
var fileParams = map[string]bool{"file": true, "fp": true, "csvfile": true, "stream": true}

// callsFile notes the methods that the runtime calls of an object that stands for a file.
func (c *checker) callsFile(p *api.Param, arg ir.Expr) {
	if arg == nil || !fileParams[p.Name] || !types.IsAny(p.Type) || types.IsNone(typeOf(arg)) || className(typeOf(arg)) == "File" {
		return
	}
	for name, n := range map[string]int{"write": 1, "flush": 0, "read": 0} {
		c.dynamicNames.call[dynamicCall{name, n, ""}] = true
	}
}

// unpassed is what is evaluated before a call with an argument that does something and is None, which is not passed: that
// argument, and those in front of it.
func (c *checker) unpassed(call *ir.Call) []*ir.Assign {
	last := -1
	for i, p := range call.Fn.Params {
		if a := call.Args[i]; types.IsNone(p.Type) && a != nil && hasEffect(a) {
			last = i
		}
	}
	if last < 0 {
		return nil
	}
	var before []*ir.Assign
	keep := func(e *ir.Expr) {
		if *e != nil && hasEffect(*e) {
			t := c.temp(*e)
			before = append(before, t.set.(*ir.Assign))
			*e = t.read()
		}
	}
	keep(&call.Recv)
	for i := range last + 1 {
		keep(&call.Args[i])
	}
	return before
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
	if types.IsAny(p.Type) {
		c.lending++
		defer func() { c.lending-- }()
	}
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
		if key && (types.IsNever(fn.Result) || types.IsNone(fn.Result) && !givesKeys(cand.fn, p)) { // one that always raises: Go wants a type of keys
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
	if cand.fn.Module == "builtins" && cand.fn.Name == "divmod" && cand.args[1-i] != nil {
		arg = c.notNone(arg, noneOperand, "divmod()", operandsWithNone(typeOf(cand.args[1-i]), i == 0, "and"))
	}
	arg = c.notNoneFor(cand.fn, arg, want)
	if numericTo(typeOf(arg), want) {
		return c.toFloat(c.toInt(arg))
	}
	return c.convertTo(arg, want)
}

// givesKeys reports a function whose result has the keys in it that its parameter gives, as groupby's.
func givesKeys(f *api.Func, p *api.Param) bool {
	fn, ok := callableType(p.Type)
	if !ok {
		return false
	}
	key, ok := fn.Result.(*types.Param)
	if !ok {
		return false
	}
	given := subst{}
	names(f.Result, given)
	_, ok = given[key.Name]
	return ok
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
	case f.Module == "builtins" && f.Class == nil && f.Name == "abs":
		return c.notNone(arg, "bad operand type for abs(): 'NoneType'")
	case f.Module == "math" && f.Name == "trunc":
		return c.notNone(arg, "type NoneType doesn't define __trunc__ method")
	case f.Module == "math" && (f.Name == "floor" || f.Name == "ceil"):
		return c.notNone(arg, "must be real number, not NoneType")
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

func (c *checker) restArgs(rest []ir.Expr, declared types.Type, sub subst) []ir.Expr {
	want := fill(declared, sub)
	if types.IsAny(declared) {
		c.lending++
		defer func() { c.lending-- }()
	}
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
