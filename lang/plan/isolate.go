package plan

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Isolate keeps what worker functions change from everyone else. Under PySpark they work on pickled copies, for each task anew:
// of the module's variables that they use, and of the records. Here they share the driver's memory. So the
// variables that they may change are collected in p.Isolated, for codegen to give every task its own; and an operator whose
// function may change its records gets copies of them. Scripts whose functions change nothing, that is nearly all, pay nothing.
func Isolate(p *ir.Program) {
	iso := &isolator{copied: map[*ir.Call]bool{}}
	bodies := [][]ir.Stmt{p.Body}
	for _, fn := range p.Funcs {
		bodies = append(bodies, fn.Body)
	}
	for _, b := range bodies {
		ir.Visit(b, iso.collect)
	}
	all := effectsOf(iso.roots)
	for v := range all.touched() {
		if v.Owner == nil && !v.Global && !v.Fresh && isolable(v.Type) { // only lambdas use it
			v.Global = true
			p.Globals = append(p.Globals, v)
		}
	}
	slices.SortFunc(p.Globals, func(a, b *ir.Var) int { return int(a.Def.Start) - int(b.Def.Start) })
	for _, v := range p.Globals {
		if (all.assigned[v] || all.changed[v]) && isolable(v.Type) {
			p.Isolated = append(p.Isolated, v)
		}
	}
	for _, call := range iso.calls {
		iso.copyRecords(call)
	}
}

type isolator struct {
	roots  []*ir.Func
	calls  []*ir.Call
	copied map[*ir.Call]bool
}

// collect notes the calls of operators whose functions run on workers, and these functions.
func (iso *isolator) collect(x ir.Expr) {
	call, ok := x.(*ir.Call)
	if !ok || !call.Fn.Worker || iso.copied[call] {
		return
	}
	iso.copied[call] = true
	iso.calls = append(iso.calls, call)
	iso.roots = append(iso.roots, functions(call)...)
}

// functions are the functions among the arguments of a call, as far as they are known.
func functions(call *ir.Call) []*ir.Func {
	var out []*ir.Func
	for _, a := range call.Args {
		a = unconverted(a)
		switch a := a.(type) {
		case *ir.FuncVal:
			if a.Func != nil {
				out = append(out, a.Func)
			}
		case *ir.FuncBox:
			out = append(out, a.Funcs()...)
		}
	}
	return out
}

func unconverted(x ir.Expr) ir.Expr {
	for {
		c, ok := x.(*ir.Convert)
		if !ok {
			return x
		}
		x = c.V
	}
}

// isolable are the types of variables that a task can have copies of. What stands for something outside, an accumulator or
// a stream, is the same for all.
func isolable(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return false
	}
	switch n.Name {
	case "Accumulator", "Broadcast", "RDD", "DStream", "SparkContext", "StreamingContext":
		return false
	}
	return true
}

// copyRecords makes an operator work on copies if a function of it may change its records.
func (iso *isolator) copyRecords(call *ir.Call) {
	if call.Recv == nil || call.Fn.Class == nil || call.Fn.Name == "updateStateByKey" {
		return
	}
	class := call.Fn.Class.Name
	n, ok := types.Resolve(call.Recv.Type()).(*types.Named)
	if !ok || n.Name != class || class != "RDD" && class != "DStream" || !changeable(n.Args[0]) {
		return
	}
	changes := false
	for _, f := range functions(call) {
		e := effectsOf([]*ir.Func{f})
		for _, p := range f.Params {
			changes = changes || e.changed[p] && changeable(p.Type)
		}
	}
	if !changes {
		return
	}
	decl := api.Load().Classes[class].Members["_copied"].Funcs[0]
	call.Recv = &ir.Call{X: ir.X{T: call.Recv.Type(), At: call.Recv.Pos()}, Fn: decl, Recv: call.Recv}
}
