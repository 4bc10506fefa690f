package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// batchFunctions are the methods of streams that PySpark gives a function of so many RDDs or, if it has another number of parameters
// (func.__code__.co_argcount, which counts self and parameters with defaults), of the batch's time and the RDDs.
var batchFunctions = map[string]int{"foreachRDD": 1, "transform": 1, "transformWith": 2}

// batchOverloads leaves the declarations of such a method that call the function as PySpark does. It reports functions that
// PySpark does not take, or calls with what they do not take.
func (c *checker) batchOverloads(o *api.Overloads, cls *api.Class, args []argument) (left *api.Overloads, ok bool) {
	rdds, is := batchFunctions[o.Name]
	if !is || cls == nil || cls.Name != "DStream" {
		return o, true
	}
	fun := batchFunction(args)
	if fun == nil {
		return o, true
	}
	has, known, is := c.codeParams(fun)
	switch {
	case !known:
		return o, true
	case !is:
		c.errorf(fun.Pos(), "DS323", "DStream.%s needs a def or a lambda, for PySpark asks it for its __code__", o.Name).
			WithHint("write %s(lambda rdd: %s(rdd))", o.Name, c.src.Slice(fun.Pos()))
		return nil, false
	case o.Name != "foreachRDD" && has != rdds && has != rdds+1:
		c.errorf(fun.Pos(), "DS321", "DStream.%s needs a function of %d or %d parameters, and this one has %d", o.Name, rdds, rdds+1, has).
			WithHint("parameters with defaults count, too, unless they come after a *")
		return nil, false
	}
	want := rdds
	if has != rdds {
		want++
	}
	if t, ok := typeOf(fun).(*types.Func); ok {
		least, most := t.Fn.(*function).arity()
		switch {
		case want < least || most >= 0 && want > most:
			return o, true // no declaration fits
		case has > rdds && least <= rdds:
			c.list.Add(diag.Warning, "DS906", fun.Pos(), "DStream.%s calls this with the batch's time first, since parameters with defaults count, too", o.Name).
				WithHint("put a * before the parameter with a default")
		}
	}
	left = &api.Overloads{}
	*left = *o
	left.Funcs = nil
	for _, f := range o.Funcs {
		if sig, ok := callableType(f.Params[0].Type); ok && len(sig.Params) == want {
			left.Funcs = append(left.Funcs, f)
		}
	}
	return left, true
}

// raisesNoCode is the call of such a method with something that is no function of Python: PySpark asks it for its code.
func (c *checker) raisesNoCode(recv ir.Expr, name string, args []argument, at syntax.Span) (ir.Expr, bool) {
	if _, is := batchFunctions[name]; !is || className(typeOf(recv)) != "DStream" {
		return nil, false
	}
	fun := batchFunction(args)
	if fun == nil {
		return nil, false
	}
	if _, known, is := c.codeParams(fun); is || !known {
		return nil, false
	}
	what := "'builtin_function_or_method' object"
	switch t := typeOf(fun).(type) {
	case *types.Func:
		what = "'functools.partial' object"
	case *types.Class:
		what = "type object '" + t.Name + "'"
	}
	return c.raising("AttributeError", what+" has no attribute '__code__'", types.None, at), true
}

// batchFunction is the argument of such a method that is the function.
func batchFunction(args []argument) ir.Expr {
	for i, a := range args {
		if a.name == "func" || a.name == "" && i == 0 {
			return a.val
		}
	}
	return nil
}

// codeParams is co_argcount of a function's code, if it is known and the function has one.
func (c *checker) codeParams(v ir.Expr) (n int, known, ok bool) {
	var fn *function
	switch t := typeOf(v).(type) {
	case *types.Func:
		fn = t.Fn.(*function)
		if fn.partial {
			return 0, true, false
		}
	case *types.Builtin:
		var k *class
		switch of := t.Decl.(type) {
		case boundMethod:
			k = of.k
		case unboundOf:
			k = of.k
		default:
			return 0, true, false
		}
		m, _ := k.find(t.Name)
		if m == nil || m.fn == nil {
			return 0, false, false
		}
		fn = m.fn
	case *types.Class:
		return 0, true, false
	default:
		return 0, c.classOf(t) != nil, false
	}
	for _, p := range fn.params {
		if p.Kind != syntax.PlainParam && p.Kind != syntax.BareSlash {
			break
		}
		if p.Kind == syntax.PlainParam {
			n++
		}
	}
	return n, true, true
}
