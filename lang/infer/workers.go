package infer

import (
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// driverOnly are the types whose values exist on the driver alone: Spark cannot send them to the
// workers that run the functions given to map and its kin.
var driverOnly = map[string]bool{"SparkContext": true, "StreamingContext": true, "RDD": true, "DStream": true}

// notPickled are further types whose values Spark cannot send.
var notPickled = map[string]bool{"Thread": true, "Timer": true, "Lock": true, "RLock": true, "Semaphore": true, "Event": true, "Condition": true, "local": true}

// checkWorkers reports functions for workers that use what only the driver has.
func (c *checker) checkWorkers() {
	seen := map[*ir.Func]bool{}
	check := func(e ir.Expr) {
		call, ok := e.(*ir.Call)
		if !ok || !call.Fn.Worker {
			return
		}
		for _, a := range call.Args {
			if let, ok := a.(*ir.Let); ok {
				a = let.V
			}
			if f, ok := ir.Strip(a).(*ir.FuncVal); ok && f.Func != nil {
				c.checkWorker(f.Func, call, seen)
			}
		}
	}
	ir.Visit(c.prog.Body, check)
	for _, f := range c.prog.Funcs {
		ir.Visit(f.Body, check)
	}
}

func (c *checker) checkWorker(f *ir.Func, call *ir.Call, seen map[*ir.Func]bool) {
	if f == nil || seen[f] {
		return
	}
	seen[f] = true
	params := map[*ir.Var]bool{}
	for _, p := range f.Params {
		params[p] = true
	}
	ir.Visit(f.Body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.CallFunc:
			c.checkWorker(e.Func, call, seen)
		case *ir.Local:
			if n, ok := e.Type().(*types.Named); ok && (driverOnly[n.Name] || notPickled[n.Name]) && !params[e.Var] && e.Var.Owner != f {
				c.driverOnlyUse(e, call)
			}
		}
	})
}

func (c *checker) driverOnlyUse(e *ir.Local, call *ir.Call) {
	d := c.list.Add(diag.Usage, "DS506", e.Pos(), "'%s' is a %s, which exists on the driver only, but %s runs its function on the workers",
		e.Var.Name, e.Type().(*types.Named).Name, call.Fn.Name)
	end := call.Pos().End
	d.Note(syntax.Span{Start: call.Args[0].Pos().Start, End: end}, "the function is given to %s here", call.Fn.Name)
	d.WithHint("compute the value first, and use it in the function; a lookup table can be shared with sc.broadcast()")
}
