package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// directForm reports the declarations that have no Go function of their own because special
// writes every call of them.
func directForm(f *api.Func) bool {
	if (jsonMethods[f.Name] != "" || f.Name == patternSteps) && f.Module == rewritesModule {
		return true
	}
	if f.Class != nil {
		return f.Name == "__init__" && (f.Class.Name == "str" || f.Class.Name == "bool")
	}
	return f.Module == "builtins" && f.Name == "len"
}

// special writes the calls that have a more direct form by the type of an argument.
func (w *fn) special(e *ir.Call) (ex, bool) {
	if e.Fn.Class == nil && e.Fn.Module == "builtins" {
		switch e.Fn.Name {
		case "len":
			return w.length(e.Args[0]), true
		case "str", "repr", "ascii", "hash", "id":
			if len(e.Args) == 1 {
				return w.generic1(funcName(e.Fn), e.Args[0]), true
			}
		case "bool":
			return w.truth(e.Args[0]), true
		case "min", "max":
			return w.extreme(e)
		}
	}
	if e.Recv != nil && e.Fn.Name == "join" && bind(e.Fn).name == "StrJoinAny" {
		if c, ok := e.Args[0].(*ir.Convert); ok && types.IsAny(c.V.Type()) { // which has words of its own for what is not iterable
			sep := w.expr(e.Recv)
			return w.g.py("StrJoinAny").call(sep, w.g.py("Joinable").call(w.expr(c.V))), true
		}
	}
	if e.Recv != nil && typeName(e.Recv.Type()) == "list" && e.Fn.Name == "extend" {
		if x, ok := singleElement(e.Args[0]); ok {
			list := w.expr(e.Recv)
			return list.method("Append", w.expr(x)), true
		}
	}
	if e.Recv != nil && typeName(e.Recv.Type()) == "dict" && e.Fn.Name == "setdefault" && len(e.Args) == 2 && emptyDisplay(e.Args[1]) {
		dict := w.expr(e.Recv)
		args := w.args(e)
		empty := jen.Func().Params().Add(w.g.goType(e.Args[1].Type())).Block(jen.Return(args[1].Statement))
		pair := types.Resolve(e.Recv.Type()).(*types.Named).Args
		if types.Equal(e.Args[0].Type(), pair[0]) && types.Equal(e.Args[1].Type(), pair[1]) && !types.IsAny(pair[0]) {
			return w.g.py("DictSetdefaultBy").call(dict, args[0], prim(empty)), true
		}
		return w.g.py("DictSetdefault").call(append([]ex{dict}, args...)...), true
	}
	if e.Fn.Name == patternSteps && e.Fn.Module == rewritesModule {
		return prim(jen.Id(w.g.pattern(e))), true
	}
	if v, ok := w.setMethod(e); ok {
		return v, true
	}
	if name := jsonMethods[e.Fn.Name]; name != "" && e.Fn.Module == rewritesModule {
		return prim(jen.Id(w.g.jsonFields(e.Args[1].(*ir.List)))).method(name, w.expr(e.Args[0])), true
	}
	if e.Fn.Class != nil && e.Fn.Name == "__init__" && len(e.Args) == 1 {
		switch e.Fn.Class.Name {
		case "str":
			return w.generic1("Str", e.Args[0]), true
		case "bool":
			return w.truth(e.Args[0]), true
		case "set", "frozenset":
			return w.setOf(e.Fn.Class.Name, e.Args[0])
		}
	}
	return ex{}, false
}

// emptyDisplay reports [], {}, list(), dict() and set(): nobody can tell whether one was made that was not needed.
func emptyDisplay(e ir.Expr) bool {
	for {
		c, ok := e.(*ir.Convert)
		if !ok {
			break
		}
		e = c.V
	}
	switch e := e.(type) {
	case *ir.List:
		return len(e.Elts) == 0
	case *ir.Dict:
		return len(e.Keys) == 0
	case *ir.Call:
		if e.Fn.Class == nil || e.Fn.Name != "__init__" || len(e.Args)+len(e.Rest) > 0 {
			return false
		}
		return e.Fn.Class.Name == "list" || e.Fn.Class.Name == "dict" || e.Fn.Class.Name == "set"
	}
	return false
}

// extreme is min or max of two or more numbers or texts without a key. Of equal ints and texts nobody can tell which one it is; floats
// have zeros and NaNs.
func (w *fn) extreme(e *ir.Call) (ex, bool) {
	if name := bind(e.Fn).name; name != "MinOf" && name != "MaxOf" || len(e.Rest) < 2 {
		return ex{}, false
	}
	for _, a := range e.Rest {
		if _, spread := a.(*ir.Spread); spread {
			return ex{}, false
		}
	}
	switch t := e.Type(); {
	case types.IsInt(t), types.IsStr(t):
		return prim(jen.Id(e.Fn.Name)).call(w.args(e)...), true
	case types.IsFloat(t) && len(e.Rest) == 2:
		return w.g.py(map[string]string{"min": "MinFloat", "max": "MaxFloat"}[e.Fn.Name]).call(w.args(e)...), true
	}
	return ex{}, false
}

// setsOf are the functions for set(v) and frozenset(v) by the type of v where its elements are not added one by one: the
// order of a set depends on that.
var setsOf = map[string]map[string]string{
	"set":       {"set": "SetThawed", "frozenset": "SetThawed", "dict": "SetOfDict", "Any": "SetOfAny"},
	"frozenset": {"set": "SetFrozen", "frozenset": "SetFrozen", "dict": "FrozenSetOfDict", "Any": "FrozenSetOfAny"},
}

func (w *fn) setOf(class string, arg ir.Expr) (ex, bool) {
	if c, ok := arg.(*ir.Convert); ok && types.Equal(iterElem(c.Type()), iterElem(c.V.Type())) {
		arg = c.V
	}
	name := setsOf[class][typeName(arg.Type())]
	if name == "" {
		return ex{}, false
	}
	return w.g.py(name).call(w.expr(arg)), true
}

// keepsPartitioning reports the operators whose last parameter, preservesPartitioning, chooses between
// two Go functions.
func keepsPartitioning(f *api.Func) bool {
	n := len(f.Params)
	return n > 0 && f.Params[n-1].Name == "preservesPartitioning" && !f.Narrow
}

// withoutKeep is the call without preservesPartitioning and the function's name for it.
func withoutKeep(e *ir.Call, name string) (*ir.Call, string) {
	n := len(e.Fn.Params) - 1
	call, fn := *e, *e.Fn
	fn.Params = fn.Params[:n]
	call.Fn = &fn
	if len(e.Args) > n {
		call.Args = e.Args[:n]
		if c, ok := e.Args[n].(*ir.Const); ok && c.Value == true {
			name += "Keep"
		}
	}
	return &call, name
}

// setMethods are the methods of set that take sets in Go and any iterables in Python.
var setMethods = map[string]bool{
	"union": true, "intersection": true, "difference": true, "symmetric_difference": true,
	"update": true,
}

// setMethod writes methods of sets; several arguments become a chain of calls.
func (w *fn) setMethod(e *ir.Call) (ex, bool) {
	if e.Recv == nil || e.Fn.Class == nil || e.Fn.Class.Name != "set" && e.Fn.Class.Name != "frozenset" || !isSetMethod(e.Fn) {
		return ex{}, false
	}
	out := w.expr(e.Recv)
	args := append(present(e.Args...), e.Rest...)
	if len(args) == 0 && e.Fn.Name != "update" {
		return w.g.py("SetCopy").call(out), true
	}
	for _, a := range args {
		if s, ok := a.(*ir.Spread); ok {
			out = w.setSteps(out, e, s)
			continue
		}
		out = w.setStep(out, e.Fn.Name, bind(e.Fn).name, a)
	}
	return out, true
}

// setSteps applies a method of sets to each of several arguments, s.union(*sets), in the way of their type.
func (w *fn) setSteps(set ex, e *ir.Call, spread *ir.Spread) ex {
	defer func(saved bool) { w.canHoist = saved }(w.canHoist)
	w.canHoist = false
	all, want := spread.V, iterElem(spread.V.Type())
	if c, ok := all.(*ir.Convert); ok {
		all = c.V
	}
	elem := iterElem(all.Type())
	given, name := w.names.take("s"), w.names.take("other")
	var other ir.Expr = &written{ir.X{T: elem}, func() ex { return prim(jen.Id(name)) }}
	if !types.Equal(iterElem(elem), iterElem(want)) {
		other = &ir.Convert{X: ir.X{T: want}, V: other}
	}
	setType := func() *jen.Statement { return w.g.goType(e.Recv.Type()) }
	step := jen.Func().Params(jen.Id(given).Add(setType()), jen.Id(name).Add(w.g.goType(elem))).Add(setType()).
		Block(jen.Return(w.setStep(prim(jen.Id(given)), e.Fn.Name, bind(e.Fn).name, other).Statement))
	if e.Fn.Name != "update" {
		set = w.g.py("SetCopy").call(set)
	}
	return w.g.py("SetEach").call(set, w.seqOf(all, elem), prim(step))
}

// setStep applies a method of sets to one argument. What is no set is taken in its own order, on
// which the order of the result depends.
func (w *fn) setStep(set ex, method, name string, arg ir.Expr) ex {
	if c, ok := arg.(*ir.Convert); ok && types.Equal(elemType(c.Type()), iterElem(c.V.Type())) {
		arg = c.V
	}
	update := method == "update"
	switch n := typeName(arg.Type()); {
	case n == "dict" && update:
		return w.g.py("SetUpdateDict").call(set, w.expr(arg))
	case n == "dict" && method == "union":
		return w.g.py("SetUpdateDict").call(w.g.py("SetCopy").call(set), w.expr(arg))
	case n == "dict" && method == "difference":
		return w.g.py("SetDifferenceDict").call(set, w.expr(arg))
	case (n == "set" || n == "frozenset") && update:
		return w.g.py("SetUpdateSet").call(set, w.expr(arg))
	case n == "set" || n == "frozenset":
		return w.g.py(name).call(set, w.expr(arg))
	case update:
		return w.g.py("SetUpdate").call(set, w.seq(arg))
	}
	return w.g.py(name+"Seq").call(set, w.seq(arg))
}

func isSetMethod(f *api.Func) bool {
	return f.Class != nil && (f.Class.Name == "set" || f.Class.Name == "frozenset") && setMethods[f.Name]
}

// singleElement is the element of a list display with one: xs += [x] appends.
func singleElement(e ir.Expr) (ir.Expr, bool) {
	if c, ok := e.(*ir.Convert); ok && types.Equal(elemType(c.Type()), elemType(c.V.Type())) {
		e = c.V
	}
	l, ok := e.(*ir.List)
	if !ok || len(l.Elts) != 1 {
		return nil, false
	}
	_, spread := l.Elts[0].(*ir.Spread)
	return l.Elts[0], !spread
}

// generic1 calls a function of one value of any type without boxing it.
func (w *fn) generic1(name string, arg ir.Expr) ex {
	if c, ok := arg.(*ir.Convert); ok && types.IsAny(c.Type()) {
		arg = c.V
	}
	if name == "Str" && types.IsStr(arg.Type()) {
		return w.expr(arg)
	}
	return w.g.py(name).call(w.typed(arg))
}

// length is len(v).
func (w *fn) length(v ir.Expr) ex {
	if c, ok := v.(*ir.Convert); ok {
		v = c.V
	}
	switch n := typeName(v.Type()); n {
	case "str":
		return w.g.py("StrLen").call(w.expr(v))
	case "tuple":
		if w.pure(v) {
			return w.g.literal(int64(len(types.Resolve(v.Type()).(*types.Named).Args)), types.Int)
		}
	case "list", "dict", "set", "frozenset", "tuple...", "bytes", "range", "DictKeys", "DictValues", "DictItems", "ResultIterable":
		if isArgv(v) {
			return w.g.py("SysArgvLen").call()
		}
		return w.expr(v).method("Len")
	}
	return w.g.py("Len").call(w.boxed(v))
}
