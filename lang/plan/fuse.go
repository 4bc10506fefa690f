package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Fuse rewrites the stream and RDD operators of a program into stages. A chain of narrow
// operators becomes one stage, also across variables that are used once; a combine takes the
// chain before it as its map side. A chain is cut where a stream has several consumers, where
// it is kept (cache, checkpoint) or where records move.
func Fuse(p *ir.Program) {
	f := &fuser{prog: p, sets: map[*ir.Var]int{}, reads: map[*ir.Var]int{}}
	bodies := [][]ir.Stmt{p.Body}
	for _, fn := range p.Funcs {
		bodies = append(bodies, fn.Body)
	}
	for _, b := range bodies {
		f.count(b)
	}
	for _, b := range bodies {
		ir.Rewrite(b, f.fuse)
	}
	p.Body = f.inline(p.Body)
	for _, fn := range p.Funcs {
		fn.Body = f.inline(fn.Body)
	}
	f.name()
}

type fuser struct {
	prog  *ir.Program
	sets  map[*ir.Var]int
	reads map[*ir.Var]int
	calls []*ir.StageCall
}

// count counts the assignments and reads of every variable.
func (f *fuser) count(body []ir.Stmt) {
	ir.Visit(body, func(e ir.Expr) {
		if l, ok := e.(*ir.Local); ok {
			f.reads[l.Var]++
		}
	})
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s := s.(type) {
		case *ir.Assign:
			f.countTarget(s.Target)
		case *ir.For:
			f.countTarget(s.Target)
		}
	})
}

func (f *fuser) countTarget(t ir.Target) {
	switch t := t.(type) {
	case *ir.VarTarget:
		f.sets[t.Var]++
	case *ir.TupleTarget:
		for _, e := range t.Elts {
			f.countTarget(e)
		}
	}
}

// fuse turns one operator call into a stage, or adds it to the stage of its receiver.
func (f *fuser) fuse(e ir.Expr) ir.Expr {
	call, ok := e.(*ir.Call)
	if !ok || !call.Fn.Narrow && !call.Fn.Combine {
		return e
	}
	recv := ir.Strip(call.Recv)
	sc, ok := recv.(*ir.StageCall)
	if !ok || sc.Call != nil {
		sc = f.stage(call, recv)
	}
	st := sc.Stage
	if call.Fn.Narrow {
		st.Ops = append(st.Ops, op(call))
		st.Keep = st.Keep && (call.Fn.Keep || keeps(call))
	} else {
		st.Combine = true
		st.Ops = append(st.Ops, op(call))
		sc.Call = call
		call.Recv = nil
	}
	st.Out = element(call.Type())
	sc.T = call.T
	sc.At = call.At
	return sc
}

// stage starts a stage over a receiver.
func (f *fuser) stage(call *ir.Call, recv ir.Expr) *ir.StageCall {
	in := element(recv.Type())
	sc := &ir.StageCall{Input: recv, Stage: &ir.Stage{In: in, Out: in, Keep: true, RDD: call.Fn.Class.Name == "RDD", At: call.At}}
	f.calls = append(f.calls, sc)
	return sc
}

// keeps reports whether map or flatMap was told that it preserves the partitioning.
func keeps(call *ir.Call) bool {
	for i, p := range call.Fn.Params {
		if p.Name == "preservesPartitioning" {
			k, ok := ir.Strip(call.Args[i]).(*ir.Const)
			return ok && k.Value == true
		}
	}
	return false
}

func op(call *ir.Call) ir.Op {
	in := element(call.Type())
	if call.Recv != nil {
		in = element(call.Recv.Type())
	}
	return ir.Op{Kind: call.Fn.Name, Fn: call.Args[0], In: in, Out: element(call.Type()), At: call.At}
}

// element is the element type of a stream or RDD.
func element(t types.Type) types.Type {
	if n, ok := types.Resolve(t).(*types.Named); ok && len(n.Args) == 1 {
		return types.Resolve(n.Args[0])
	}
	return types.Any
}

// inline moves stages into the stage that alone consumes them, through variables.
func (f *fuser) inline(body []ir.Stmt) []ir.Stmt {
	out := append([]ir.Stmt(nil), body...)
	for i := 0; i < len(out); i++ {
		a, ok := out[i].(*ir.Assign)
		if !ok {
			mapBlocks(out[i], f.inline)
			continue
		}
		t, ok := a.Target.(*ir.VarTarget)
		if !ok {
			continue
		}
		sc, ok := ir.Strip(a.Value).(*ir.StageCall)
		if !ok || sc.Call != nil || !f.once(t.Var) {
			continue
		}
		next := f.consumer(out[i+1:], t.Var)
		if next == nil {
			continue
		}
		if in, ok := sc.Input.(*ir.Local); ok && f.sets[in.Var] <= 1 || sameVar(sc.Input) && f.sets[sc.Input.(*ir.Local).Var] <= 1 {
			next.Input = sc.Input
			out = append(out[:i:i], out[i+1:]...)
			i--
		} else { // the source keeps its place; its variable takes over the name
			v := &ir.Var{Name: t.Var.Name, Type: sc.Input.Type(), Owner: t.Var.Owner, Def: t.Var.Def}
			f.sets[v], f.reads[v] = 1, 1
			out[i] = &ir.Assign{S: a.S, Target: &ir.VarTarget{Var: v}, Value: sc.Input}
			next.Input = &ir.Local{X: ir.X{T: v.Type, At: sc.At}, Var: v}
		}
		f.prepend(next, sc)
	}
	return out
}

func sameVar(e ir.Expr) bool { _, ok := ir.Strip(e).(*ir.Local); return ok }

// once reports whether a variable is set once, read once and seen by its own function alone.
func (f *fuser) once(v *ir.Var) bool {
	return f.sets[v] == 1 && f.reads[v] == 1 && !v.Global && !v.Shared
}

// consumer finds the stage that reads a variable as its input in the statements that follow.
func (f *fuser) consumer(rest []ir.Stmt, v *ir.Var) *ir.StageCall {
	var found *ir.StageCall
	for _, s := range rest {
		switch s.(type) {
		case *ir.Assign, *ir.ExprStmt, *ir.Return:
			ir.Visit([]ir.Stmt{s}, func(e ir.Expr) {
				if sc, ok := e.(*ir.StageCall); ok {
					if l, ok := ir.Strip(sc.Input).(*ir.Local); ok && l.Var == v {
						found = sc
					}
				}
			})
		}
	}
	return found
}

// prepend puts the operators of a stage before those of its consumer.
func (f *fuser) prepend(next, first *ir.StageCall) {
	next.Stage.Ops = append(append([]ir.Op(nil), first.Stage.Ops...), next.Stage.Ops...)
	next.Stage.In = first.Stage.In
	next.Stage.Keep = next.Stage.Keep && first.Stage.Keep
	for i, c := range f.calls {
		if c == first {
			f.calls = append(f.calls[:i:i], f.calls[i+1:]...)
			break
		}
	}
}
