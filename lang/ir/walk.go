package ir

import "github.com/dstreamc/dstreamc/lang/types"

// Rewrite replaces every expression of statements, innermost first, by what f returns for it.
// Bodies of lambdas, nested defs and stages are rewritten where they stand; module-level functions are
// not entered.
func Rewrite(body []Stmt, f func(Expr) Expr) {
	r := &rewriter{f: f, seen: map[*Func]bool{}}
	r.stmts(body)
}

// Visit calls f for every expression of statements, outermost last.
func Visit(body []Stmt, f func(Expr)) {
	Rewrite(body, func(e Expr) Expr { f(e); return e })
}

// EachStmt calls f for statements in order, those of nested blocks and nested defs included.
func EachStmt(body []Stmt, f func(Stmt)) {
	for _, s := range body {
		f(s)
		for _, b := range Blocks(s) {
			EachStmt(b, f)
		}
	}
}

// Blocks are the bodies that are part of a statement.
func Blocks(s Stmt) [][]Stmt {
	switch s := s.(type) {
	case *If:
		return [][]Stmt{s.Body, s.Else}
	case *While:
		return [][]Stmt{s.Body, s.Else}
	case *For:
		return [][]Stmt{s.Body, s.Else}
	case *With:
		return [][]Stmt{s.Body}
	case *Try:
		out := [][]Stmt{s.Body, s.Else, s.Finally}
		for _, h := range s.Handlers {
			out = append(out, h.Body)
		}
		return out
	case *DefFunc:
		var out [][]Stmt
		for _, fn := range s.Funcs {
			out = append(out, fn.Body)
		}
		return out
	}
	return nil
}

// Strip removes conversions that change nothing.
func Strip(e Expr) Expr {
	for {
		c, ok := e.(*Convert)
		if !ok || !types.Equal(c.Type(), c.V.Type()) && types.Key(c.Type()) != types.Key(c.V.Type()) {
			return e
		}
		e = c.V
	}
}

// Expression is the body of a function of one parameter that is a single expression.
func (f *Func) Expression() (body Expr, ok bool) {
	if len(f.Body) != 1 || f.Yields != nil || len(f.Params) != 1 {
		return nil, false
	}
	r, ok := f.Body[0].(*Return)
	if !ok || r.V == nil || f.Result == nil {
		return nil, false
	}
	Visit(f.Body, func(e Expr) {
		if a, walrus := e.(*Assigned); walrus && a.Var == f.Params[0] {
			ok = false
		}
	})
	return r.V, ok
}

// Funcs are the functions of the script that a box calls.
func (b *FuncBox) Funcs() []*Func {
	out := append([]*Func(nil), b.Cases...)
	for _, n := range b.Named {
		out = append(out, n.Func)
	}
	if b.Func != nil {
		out = append(out, b.Func)
	}
	if b.Rest != nil {
		out = append(out, b.Rest)
	}
	return out
}

type rewriter struct {
	f    func(Expr) Expr
	seen map[*Func]bool
}

func (r *rewriter) stmts(body []Stmt) {
	for _, s := range body {
		r.stmt(s)
	}
}

func (r *rewriter) stmt(s Stmt) {
	switch s := s.(type) {
	case *Assign:
		r.at(&s.Value)
		r.target(s.Target)
	case *AugItem:
		r.target(s.Target)
		r.at(&s.Value)
	case *ExprStmt:
		r.at(&s.V)
	case *If:
		r.at(&s.Test)
		r.stmts(s.Body)
		r.stmts(s.Else)
	case *While:
		r.at(&s.Test)
		r.stmts(s.Body)
		r.stmts(s.Else)
	case *For:
		r.at(&s.Iter)
		r.target(s.Target)
		r.stmts(s.Body)
		r.stmts(s.Else)
	case *Return:
		r.at(&s.V)
	case *Emit:
		r.at(&s.V)
	case *EmitFrom:
		r.at(&s.V)
	case *Merge:
		r.at(&s.Key)
		r.at(&s.Value)
	case *Raise:
		r.at(&s.V)
		r.at(&s.From)
	case *Assert:
		r.at(&s.Test)
		r.at(&s.Msg)
	case *Del:
		r.target(s.Target)
	case *With:
		for i := range s.Items {
			r.at(&s.Items[i].Ctx)
			r.target(s.Items[i].Target)
		}
		r.stmts(s.Body)
	case *Try:
		r.stmts(s.Body)
		for _, h := range s.Handlers {
			r.at(&h.Class)
			r.stmts(h.Body)
		}
		r.stmts(s.Else)
		r.stmts(s.Finally)
	case *DefFunc:
		for _, fn := range s.Funcs {
			r.fn(fn)
		}
	}
}

func (r *rewriter) fn(fn *Func) {
	if !r.seen[fn] {
		r.seen[fn] = true
		r.stmts(fn.Body)
	}
}

func (r *rewriter) target(t Target) {
	switch t := t.(type) {
	case *ItemTarget:
		r.at(&t.V)
		r.at(&t.I)
	case *SliceTarget:
		r.at(&t.V)
		r.at(&t.Lo)
		r.at(&t.Hi)
		r.at(&t.Step)
	case *AttrTarget:
		r.at(&t.V)
	case *TupleTarget:
		for _, e := range t.Elts {
			r.target(e)
		}
	}
}

func (r *rewriter) all(es []Expr) {
	for i := range es {
		r.at(&es[i])
	}
}

// at rewrites one expression in place; nil stays nil.
func (r *rewriter) at(p *Expr) {
	if *p == nil {
		return
	}
	r.parts(*p)
	*p = r.f(*p)
}

func (r *rewriter) parts(e Expr) {
	switch e := e.(type) {
	case *FuncVal:
		if e.Func != nil && e.Func.Lambda {
			r.fn(e.Func)
		}
	case *Binary:
		r.at(&e.L)
		r.at(&e.R)
	case *Unary:
		r.at(&e.V)
	case *Not:
		r.at(&e.V)
	case *Truth:
		r.at(&e.V)
	case *Logic:
		r.at(&e.L)
		r.at(&e.R)
	case *Compare:
		r.at(&e.L)
		r.at(&e.R)
	case *Chain:
		for _, l := range e.Links {
			r.at(&l.L)
			r.at(&l.R)
		}
	case *Cond:
		r.at(&e.Test)
		r.at(&e.Then)
		r.at(&e.Else)
	case *Convert:
		r.at(&e.V)
	case *Assigned:
		r.at(&e.V)
	case *IsInstance:
		r.at(&e.V)
	case *TypeName:
		r.at(&e.V)
	case *Field:
		r.at(&e.V)
	case *ClassIs:
		r.at(&e.V)
	case *NextIter:
		r.at(&e.V)
	case *Kept:
		r.at(&e.V)
	case *YieldValue:
		r.at(&e.V)
	case *YieldAll:
		r.at(&e.V)
	default:
		r.compound(e)
	}
}

func (r *rewriter) compound(e Expr) {
	switch e := e.(type) {
	case *Tuple:
		r.all(e.Elts)
	case *List:
		r.all(e.Elts)
	case *Set:
		r.all(e.Elts)
	case *Dict:
		r.all(e.Keys)
		r.all(e.Values)
	case *Spread:
		r.at(&e.V)
	case *TupleGet:
		r.at(&e.V)
	case *GetItem:
		r.at(&e.V)
		r.at(&e.I)
	case *GetSlice:
		r.at(&e.V)
		r.at(&e.Lo)
		r.at(&e.Hi)
		r.at(&e.Step)
	case *Call:
		r.at(&e.Recv)
		r.all(e.Args)
		r.all(e.Rest)
	case *CallFunc:
		r.all(e.Args)
	case *CallValue:
		r.at(&e.Fn)
		r.all(e.Args)
	case *CallMethod:
		r.at(&e.Recv)
		r.all(e.Args)
	case *CallDyn:
		r.at(&e.Fn)
		r.all(e.Args)
		for i := range e.Keywords {
			r.at(&e.Keywords[i].V)
		}
	case *FuncBox:
		for i := range e.Params {
			r.at(&e.Params[i].Default)
		}
		for i := range e.Annotations {
			r.at(&e.Annotations[i].V)
		}
		r.at(&e.Wraps)
		r.at(&e.Recv)
		for _, fn := range e.Funcs() {
			if fn.Lambda {
				r.fn(fn)
			}
		}
	case *BoundCheck:
		r.at(&e.V)
		r.at(&e.Flag)
	case *Let:
		for _, s := range e.Sets {
			r.stmt(s)
		}
		r.at(&e.V)
	case *Comp:
		for i := range e.Clauses {
			r.at(&e.Clauses[i].Iter)
			r.target(e.Clauses[i].Target)
			r.all(e.Clauses[i].Conds)
		}
		r.at(&e.Key)
		r.at(&e.Elt)
	case *FString:
		for i := range e.Parts {
			r.at(&e.Parts[i].V)
			r.at(&e.Parts[i].Spec)
		}
	case *ExcNew:
		r.all(e.Args)
	case *New:
		r.all(e.Args)
	case *Inherited:
		r.at(&e.V)
		r.all(e.Args)
	case *MakeClass:
		r.all(e.Bases)
		for i := range e.Keywords {
			r.at(&e.Keywords[i].V)
		}
		for i := range e.Members {
			r.at(&e.Members[i].V)
			r.at(&e.Members[i].Flag)
		}
	case *StageCall:
		r.at(&e.Input)
		if e.Stage.Func != nil {
			r.fn(e.Stage.Func)
		} else {
			for i := range e.Stage.Ops {
				r.at(&e.Stage.Ops[i].Fn)
			}
		}
		if e.Call != nil {
			r.all(e.Call.Args)
		}
	}
}
