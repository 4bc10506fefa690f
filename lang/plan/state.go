package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// States finds out what the functions of updateStateByKey and of windows do with states, for the runtime to ask no more keys than it
// has to, and to copy no states that nobody changes.
func States(p *ir.Program) {
	var calls []*ir.Call
	find := func(x ir.Expr) {
		call, ok := x.(*ir.Call)
		if ok && (call.Fn.Name == "updateStateByKey" || windowed[call.Fn.Name]) && call.Fn.Worker && len(call.Args) > 0 {
			calls = append(calls, call)
		}
	}
	ir.Visit(p.Body, find)
	for _, fn := range p.Funcs {
		ir.Visit(fn.Body, find)
	}
	if len(calls) == 0 {
		return
	}
	fixed, growing := constants(p), growingDicts(p)
	for _, call := range calls {
		if windowed[call.Fn.Name] {
			windowStates(call, fixed, growing)
			continue
		}
		fv, ok := unconverted(call.Args[0]).(*ir.FuncVal)
		if !ok || fv.Func == nil || len(fv.Func.Params) != 2 {
			continue
		}
		f := fv.Func
		call.Update.KeepsStates = !effectsOf([]*ir.Func{f}).changed[f.Params[1]]
		switch {
		case leavesUntouched(p, f):
			call.Update.AsksTouched = true
			note(p, call, "updateStateByKey asks only the keys that have new values: without, the state stays")
		case pure(f, growing) && readsOnly(f, fixed):
			call.Update.AsksUnstable = true
			note(p, call, "updateStateByKey asks a key without new values only until its state stays the same")
		}
	}
}

// windowStates finds out whether the functions of a window keep the values that they are given, and whether its filter depends on
// these alone.
func windowStates(call *ir.Call, fixed map[*ir.Var]bool, growing bool) {
	keeps := true
	for i, a := range call.Args {
		fv, ok := unconverted(a).(*ir.FuncVal)
		switch {
		case !ok || fv.Func == nil:
			_, isFunc := types.Resolve(call.Fn.Params[i].Type).(*types.Callable)
			keeps = keeps && (!isFunc || types.IsNone(a.Type()) || isNone(a))
		case call.Fn.Params[i].Name == "filterFunc":
			call.Update.AsksUnstable = pure(fv.Func, growing) && readsOnly(fv.Func, fixed)
		default:
			changed := effectsOf([]*ir.Func{fv.Func}).changed
			for _, v := range fv.Func.Params {
				keeps = keeps && !changed[v]
			}
		}
	}
	call.Update.KeepsStates = keeps
}

// isNone reports the literal None.
func isNone(x ir.Expr) bool {
	c, ok := unconverted(x).(*ir.Const)
	return ok && c.Value == nil
}

// note records what was made faster about a call.
func note(p *ir.Program, call *ir.Call, text string) {
	p.Rewrites = append(p.Rewrites, ir.Note{At: call.At, Text: text})
}

// readsOnly reports whether a function, with all that it calls, reads no variables of others but those given.
func readsOnly(f *ir.Func, given map[*ir.Var]bool) bool {
	e := effectsOf([]*ir.Func{f})
	ok := true
	for fn := range e.funcs {
		ir.Visit(fn.Body, func(x ir.Expr) {
			if l, isLocal := x.(*ir.Local); isLocal && !e.funcs[l.Var.Owner] {
				ok = ok && given[l.Var]
			}
		})
	}
	return ok
}
