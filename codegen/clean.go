package codegen

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// cleaner prepares the tree for printing: it takes out conversions that change nothing, which
// would hide the form of expressions, and finds out which functions use something of the
// function around them.
type cleaner struct {
	funcs map[*ir.Func]*usage
	stack []*usage
	// copies tells that the program may copy objects.
	copies bool
}

// usage is what a function's body mentions.
type usage struct {
	f    *ir.Func
	vars map[*ir.Var]bool
	defs map[*ir.Func]bool // functions it refers to
}

func clean(p *ir.Program) *cleaner {
	c := &cleaner{funcs: map[*ir.Func]*usage{}}
	c.stack = []*usage{{vars: map[*ir.Var]bool{}, defs: map[*ir.Func]bool{}}}
	c.copies = len(p.Isolated) > 0
	c.stmts(p.Body)
	for _, f := range p.Funcs {
		c.fn(f)
	}
	for _, k := range p.Classes {
		c.class(k)
	}
	return c
}

// class cleans the functions by which the runtime reaches objects.
func (c *cleaner) class(k *ir.Class) {
	lists := [][]*ir.Special{k.Protocol}
	if k.Dynamic != nil {
		lists = append(lists, k.Dynamic.Get, k.Dynamic.Set, k.Dynamic.Call)
	}
	for _, list := range lists {
		for _, s := range list {
			c.fn(s.Fn)
		}
	}
}

// needsOuter reports that a function cannot stand outside of the function it is written in.
func (c *cleaner) needsOuter(f *ir.Func) bool {
	if f == nil {
		return false
	}
	return c.reaches(f, map[*ir.Func]bool{}, map[*ir.Func]bool{f: true})
}

// reaches looks through a function and those nested in it. inside holds the functions that own the
// variables that are not captured.
func (c *cleaner) reaches(f *ir.Func, seen, inside map[*ir.Func]bool) bool {
	if seen[f] {
		return false
	}
	seen[f] = true
	u := c.funcs[f]
	if u == nil {
		return false
	}
	for v := range u.vars {
		if !v.Global && (v.Owner == nil || !inside[v.Owner]) {
			return true
		}
	}
	for d := range u.defs {
		if isTopLevel(d) {
			continue
		}
		if !d.Lambda && !d.Wrapper && !inside[d.Parent] {
			return true
		}
		inside[d] = true
		if c.reaches(d, seen, inside) {
			return true
		}
	}
	return false
}

func (c *cleaner) top() *usage { return c.stack[len(c.stack)-1] }

func (c *cleaner) fn(f *ir.Func) {
	if f == nil {
		return
	}
	c.top().defs[f] = true
	if c.funcs[f] != nil {
		return
	}
	u := &usage{f: f, vars: map[*ir.Var]bool{}, defs: map[*ir.Func]bool{}}
	c.funcs[f] = u
	c.stack = append(c.stack, u)
	c.stmts(f.Body)
	c.stack = c.stack[:len(c.stack)-1]
}

func (c *cleaner) stmts(list []ir.Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *cleaner) stmt(s ir.Stmt) {
	switch s := s.(type) {
	case *ir.Assign:
		c.target(s.Target)
		c.expr(&s.Value)
	case *ir.AugItem:
		c.target(s.Target)
		c.expr(&s.Value)
	case *ir.ExprStmt:
		c.expr(&s.V)
	case *ir.If:
		c.expr(&s.Test)
		c.stmts(s.Body)
		c.stmts(s.Else)
	case *ir.While:
		c.expr(&s.Test)
		c.stmts(s.Body)
		c.stmts(s.Else)
	case *ir.For:
		c.target(s.Target)
		c.expr(&s.Iter)
		c.stmts(s.Body)
		c.stmts(s.Else)
	case *ir.Return:
		c.expr(&s.V)
	case *ir.Emit:
		c.expr(&s.V)
	case *ir.EmitFrom:
		c.expr(&s.V)
	case *ir.Merge:
		c.expr(&s.Key)
		c.expr(&s.Value)
	case *ir.Raise:
		c.expr(&s.V)
		c.expr(&s.From)
	case *ir.Try:
		c.stmts(s.Body)
		for _, h := range s.Handlers {
			c.expr(&h.Class)
			c.stmts(h.Body)
		}
		c.stmts(s.Else)
		c.stmts(s.Finally)
	case *ir.With:
		for i := range s.Items {
			c.expr(&s.Items[i].Ctx)
			c.target(s.Items[i].Target)
		}
		c.stmts(s.Body)
	case *ir.Assert:
		c.expr(&s.Test)
		c.expr(&s.Msg)
	case *ir.Del:
		c.target(s.Target)
	case *ir.DefClass:
		c.fn(s.Str)
	case *ir.DefFunc:
		for _, f := range s.Funcs {
			c.fn(f)
		}
	}
}

func (c *cleaner) target(t ir.Target) {
	switch t := t.(type) {
	case *ir.VarTarget:
		c.top().vars[t.Var] = true
	case *ir.ItemTarget:
		c.expr(&t.V)
		c.expr(&t.I)
	case *ir.SliceTarget:
		c.expr(&t.V)
		c.expr(&t.Lo)
		c.expr(&t.Hi)
		c.expr(&t.Step)
	case *ir.AttrTarget:
		c.expr(&t.V)
	case *ir.TupleTarget:
		c.fn(t.As)
		for _, e := range t.Elts {
			c.target(e)
		}
	}
}

// expr cleans an expression in its place.
func (c *cleaner) expr(p *ir.Expr) {
	if *p == nil {
		return
	}
	for {
		conv, ok := (*p).(*ir.Convert)
		if !ok || conv.V == nil || !types.Equal(conv.Type(), conv.V.Type()) {
			break
		}
		*p = conv.V
	}
	switch e := (*p).(type) {
	case *ir.Local:
		c.top().vars[e.Var] = true
	case *ir.Assigned:
		c.top().vars[e.Var] = true
	case *ir.FuncVal:
		c.fn(e.Func)
	case *ir.CallFunc:
		c.fn(e.Func)
	case *ir.Call:
		c.copies = c.copies || e.Fn.Module == "copy" || e.Fn.Name == "_copied"
	case *ir.FuncBox:
		for _, f := range e.Funcs() {
			c.fn(f)
		}
	case *ir.Let:
		for _, s := range e.Sets {
			c.target(s.Target)
		}
	case *ir.NextIter:
		c.fn(e.Fn)
	case *ir.StageCall:
		c.fn(e.Stage.Func)
	case *ir.Comp:
		for i := range e.Clauses {
			c.target(e.Clauses[i].Target)
		}
	}
	for _, k := range slots(*p) {
		c.expr(k)
	}
}

// slots are the places of an expression's parts.
func slots(e ir.Expr) []*ir.Expr {
	switch e := e.(type) {
	case *ir.Binary:
		return []*ir.Expr{&e.L, &e.R}
	case *ir.Unary:
		return []*ir.Expr{&e.V}
	case *ir.Not:
		return []*ir.Expr{&e.V}
	case *ir.Truth:
		return []*ir.Expr{&e.V}
	case *ir.Logic:
		return []*ir.Expr{&e.L, &e.R}
	case *ir.Compare:
		return []*ir.Expr{&e.L, &e.R}
	case *ir.Chain:
		var out []*ir.Expr
		for _, l := range e.Links {
			out = append(out, &l.L, &l.R)
		}
		return out
	case *ir.Cond:
		return []*ir.Expr{&e.Test, &e.Then, &e.Else}
	case *ir.Convert:
		return []*ir.Expr{&e.V}
	case *ir.Tuple:
		return all(e.Elts)
	case *ir.List:
		return all(e.Elts)
	case *ir.Set:
		return all(e.Elts)
	case *ir.Dict:
		return append(all(e.Keys), all(e.Values)...)
	case *ir.Spread:
		return []*ir.Expr{&e.V}
	case *ir.TupleGet:
		return []*ir.Expr{&e.V}
	case *ir.GetItem:
		return []*ir.Expr{&e.V, &e.I}
	case *ir.GetSlice:
		return []*ir.Expr{&e.V, &e.Lo, &e.Hi, &e.Step}
	case *ir.Field:
		return []*ir.Expr{&e.V}
	case *ir.Call:
		return append(append([]*ir.Expr{&e.Recv}, all(e.Args)...), all(e.Rest)...)
	case *ir.CallFunc:
		return all(e.Args)
	case *ir.CallValue:
		return append([]*ir.Expr{&e.Fn}, all(e.Args)...)
	case *ir.CallMethod:
		return append([]*ir.Expr{&e.Recv}, all(e.Args)...)
	case *ir.CallDyn:
		out := append([]*ir.Expr{&e.Fn}, all(e.Args)...)
		for i := range e.Keywords {
			out = append(out, &e.Keywords[i].V)
		}
		return out
	case *ir.FuncBox:
		var out []*ir.Expr
		for i := range e.Params {
			out = append(out, &e.Params[i].Default)
		}
		for i := range e.Annotations {
			out = append(out, &e.Annotations[i].V)
		}
		out = append(out, &e.Wraps, &e.Recv)
		return out
	case *ir.BoundCheck:
		return []*ir.Expr{&e.V, &e.Flag}
	case *ir.Let:
		var out []*ir.Expr
		for _, s := range e.Sets {
			out = append(out, &s.Value)
		}
		return append(out, &e.V)
	case *ir.Comp:
		out := []*ir.Expr{&e.Key, &e.Elt}
		for i := range e.Clauses {
			out = append(append(out, &e.Clauses[i].Iter), all(e.Clauses[i].Conds)...)
		}
		return out
	case *ir.FString:
		var out []*ir.Expr
		for i := range e.Parts {
			out = append(out, &e.Parts[i].V, &e.Parts[i].Spec)
		}
		return out
	case *ir.Assigned:
		return []*ir.Expr{&e.V}
	case *ir.IsInstance:
		return []*ir.Expr{&e.V}
	case *ir.TypeName:
		return []*ir.Expr{&e.V}
	case *ir.ExcNew:
		return all(e.Args)
	case *ir.New:
		return all(e.Args)
	case *ir.ClassIs:
		return []*ir.Expr{&e.V}
	case *ir.NextIter:
		return []*ir.Expr{&e.V}
	case *ir.Kept:
		return []*ir.Expr{&e.V}
	case *ir.YieldValue:
		return []*ir.Expr{&e.V}
	case *ir.YieldAll:
		return []*ir.Expr{&e.V}
	case *ir.Inherited:
		return append([]*ir.Expr{&e.V}, all(e.Args)...)
	case *ir.MakeClass:
		out := all(e.Bases)
		for i := range e.Keywords {
			out = append(out, &e.Keywords[i].V)
		}
		for i := range e.Members {
			out = append(out, &e.Members[i].V, &e.Members[i].Flag)
		}
		return out
	case *ir.StageCall:
		out := []*ir.Expr{&e.Input}
		if e.Call != nil {
			out = append(out, slots(e.Call)...)
		}
		return out
	}
	return nil
}

func all(list []ir.Expr) []*ir.Expr {
	out := make([]*ir.Expr, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
