package plan

import "github.com/dstreamc/dstreamc/lang/ir"

// States finds out what the functions of updateStateByKey do with states, for the runtime to ask no more keys than it has to, and
// to copy no states that nobody changes.
func States(p *ir.Program) {
	mark := func(x ir.Expr) {
		call, ok := x.(*ir.Call)
		if !ok || call.Fn.Name != "updateStateByKey" || !call.Fn.Worker || len(call.Args) == 0 {
			return
		}
		fv, ok := unconverted(call.Args[0]).(*ir.FuncVal)
		if !ok || fv.Func == nil || len(fv.Func.Params) != 2 {
			return
		}
		call.Update.KeepsStates = !effectsOf([]*ir.Func{fv.Func}).changed[fv.Func.Params[1]]
		if leavesUntouched(p, fv.Func) {
			call.Update.AsksTouched = true
			p.Rewrites = append(p.Rewrites, ir.Note{At: call.At, Text: "updateStateByKey asks only the keys that have new values: without, the state stays"})
		}
	}
	ir.Visit(p.Body, mark)
	for _, fn := range p.Funcs {
		ir.Visit(fn.Body, mark)
	}
}
