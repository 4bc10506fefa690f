package codegen

import (
	"sort"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Python evaluates operands and arguments from left to right. Go calls functions in that order, but reads variables when it
// likes: in f(total, add(1)) the first argument may be what add has made of total. So an operand that reads a variable, or
// an attribute, which a later operand may change is kept: passed through a call.

// orderer keeps the operands of a program that need it.
type orderer struct {
	effects map[*ir.Func]*effect
	all     *effect // of whatever a function that is known when running only may do
	objects bool    // operators may call methods of the script
}

// effect is what evaluating something may change.
type effect struct {
	vars    map[*ir.Var]bool
	attrs   map[string]bool
	unknown bool // it calls something that is known when running only
}

func newEffect() *effect { return &effect{vars: map[*ir.Var]bool{}, attrs: map[string]bool{}} }

func (f *effect) empty() bool { return len(f.vars) == 0 && len(f.attrs) == 0 && !f.unknown }

func (f *effect) add(o *effect) {
	for v := range o.vars {
		f.vars[v] = true
	}
	for a := range o.attrs {
		f.attrs[a] = true
	}
	f.unknown = f.unknown || o.unknown
}

// keepOrder wraps operands of a whole program.
func keepOrder(p *ir.Program) {
	o := &orderer{effects: map[*ir.Func]*effect{}, all: newEffect()}
	o.objects = len(p.Classes) > 0
	bodies := [][]ir.Stmt{p.Body}
	for _, f := range p.Funcs {
		bodies = append(bodies, f.Body)
	}
	for _, k := range p.Classes {
		for _, list := range specials(k) {
			for _, s := range list {
				if s.Fn != nil {
					bodies = append(bodies, s.Fn.Body)
				}
			}
		}
	}
	for _, b := range bodies {
		ir.Visit(b, func(e ir.Expr) {
			if _, dynamic := e.(*ir.MakeClass); dynamic {
				o.objects = true
			}
		})
		o.everything(b)
	}
	for _, b := range bodies {
		ir.Rewrite(b, func(e ir.Expr) ir.Expr { o.keep(e); return e })
	}
}

// specials are the lists of functions by which the runtime reaches objects.
func specials(k *ir.Class) [][]*ir.Special {
	lists := [][]*ir.Special{k.Protocol}
	if k.Dynamic != nil {
		lists = append(lists, k.Dynamic.Get, k.Dynamic.Set, k.Dynamic.Call)
	}
	return lists
}

// everything notes what functions change of what is not theirs alone.
func (o *orderer) everything(body []ir.Stmt) {
	f := newEffect()
	o.statements(body, f, map[*ir.Func]bool{}, false)
	for v := range f.vars {
		if v.Global || v.Shared {
			o.all.vars[v] = true
		}
	}
	for a := range f.attrs {
		o.all.attrs[a] = true
	}
}

// of is what a call of a function may change.
func (o *orderer) of(f *ir.Func) *effect {
	if e, ok := o.effects[f]; ok {
		return e
	}
	e := newEffect()
	o.function(f, e, map[*ir.Func]bool{})
	o.effects[f] = e
	return e
}

func (o *orderer) function(f *ir.Func, into *effect, seen map[*ir.Func]bool) {
	if f == nil || seen[f] {
		return
	}
	seen[f] = true
	o.statements(f.Body, into, seen, true)
}

// statements collects what statements change; with calls also what the functions do that they call.
func (o *orderer) statements(body []ir.Stmt, into *effect, seen map[*ir.Func]bool, calls bool) {
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s := s.(type) {
		case *ir.Assign:
			o.target(s.Target, into)
		case *ir.AugItem:
			o.target(s.Target, into)
		case *ir.For:
			o.target(s.Target, into)
		case *ir.With:
			for _, it := range s.Items {
				o.target(it.Target, into)
			}
		case *ir.Del:
			o.target(s.Target, into)
		case *ir.Try:
			for _, h := range s.Handlers {
				if h.Var != nil {
					into.vars[h.Var] = true
				}
			}
		}
	})
	ir.Visit(body, func(e ir.Expr) { o.expression(e, into, seen, calls) })
}

func (o *orderer) target(t ir.Target, into *effect) {
	switch t := t.(type) {
	case *ir.VarTarget:
		if t.Var != nil {
			into.vars[t.Var] = true
		}
	case *ir.AttrTarget:
		into.attrs[t.Name] = true
	case *ir.TupleTarget:
		for _, e := range t.Elts {
			o.target(e, into)
		}
	}
}

// expression collects what evaluating one node changes, without its parts.
func (o *orderer) expression(e ir.Expr, into *effect, seen map[*ir.Func]bool, calls bool) {
	switch e := e.(type) {
	case *ir.Assigned:
		into.vars[e.Var] = true
	case *ir.Let:
		for _, s := range e.Sets {
			o.target(s.Target, into)
		}
	case *ir.CallDyn, *ir.CallMethod, *ir.YieldValue, *ir.YieldAll:
		into.unknown = true
	case *ir.CallValue:
		into.unknown = true
	case *ir.CallFunc:
		if calls {
			o.function(e.Func, into, seen)
		}
	case *ir.FuncVal:
		if calls {
			o.function(e.Func, into, seen)
		}
	case *ir.FuncBox:
		if calls {
			for _, f := range e.Funcs() {
				o.function(f, into, seen)
			}
		}
	case *ir.NextIter:
		if calls {
			o.function(e.Fn, into, seen)
		}
	case *ir.Call:
		if e.Recv != nil && types.IsAny(e.Recv.Type()) || e.Fn.Name == "next" || e.Fn.Name == "send" {
			into.unknown = true
		}
	case *ir.Binary:
		into.unknown = into.unknown || o.objects && types.IsAny(e.Type())
	case *ir.Field:
		into.unknown = into.unknown || o.objects && e.Attr == nil && types.IsAny(e.V.Type())
	case *ir.GetItem:
		into.unknown = into.unknown || o.objects && types.IsAny(e.V.Type())
	}
}

// changes is what evaluating an expression may change.
func (o *orderer) changes(e ir.Expr) *effect {
	f := newEffect()
	s := &ir.ExprStmt{V: e}
	ir.Visit([]ir.Stmt{s}, func(x ir.Expr) {
		switch x := x.(type) {
		case *ir.CallFunc:
			f.add(o.of(x.Func))
		case *ir.FuncVal:
			if x.Func != nil {
				f.add(o.of(x.Func))
			}
		default:
			o.expression(x, f, map[*ir.Func]bool{}, true)
		}
	})
	if f.unknown {
		f.add(o.all)
	}
	return f
}

// keep wraps the operands of an expression that later ones may change.
func (o *orderer) keep(e ir.Expr) {
	if c, ok := e.(*ir.Chain); ok {
		for _, l := range c.Links {
			o.keep(l)
		}
		return
	}
	list := operands(e)
	if len(list) < 2 {
		return
	}
	behind := newEffect()
	for i := len(list) - 1; i >= 0; i-- {
		p := list[i]
		if *p == nil {
			continue
		}
		if !behind.empty() && reads(*p, behind) {
			*p = &ir.Kept{X: ir.X{T: (*p).Type(), At: (*p).Pos()}, V: *p}
		}
		if i > 0 {
			behind.add(o.changes(*p))
		}
	}
}

// operands are the places of the operands of an expression, in the order of their evaluation.
func operands(e ir.Expr) []*ir.Expr {
	switch e := e.(type) {
	case *ir.Dict:
		var out []*ir.Expr
		for i := range e.Keys {
			out = append(out, &e.Keys[i], &e.Values[i])
		}
		return out
	case *ir.Call:
		rest := append(all(e.Args), all(e.Rest)...)
		sort.SliceStable(rest, func(i, j int) bool { return at(*rest[i]) < at(*rest[j]) })
		return append([]*ir.Expr{&e.Recv}, rest...)
	case *ir.Comp:
		if e.Key == nil {
			return nil
		}
		return []*ir.Expr{&e.Key, &e.Elt}
	case *ir.Cond, *ir.Logic, *ir.Let, *ir.FuncBox, *ir.MakeClass, *ir.StageCall, *ir.BoundCheck:
		return nil
	}
	return slots(e)
}

func at(e ir.Expr) int32 {
	if e == nil {
		return 0
	}
	return e.Pos().Start
}

// reads reports that the value of e is read from a variable or attribute that is among what may change, and not by a call.
func reads(e ir.Expr, f *effect) bool {
	switch e := e.(type) {
	case *ir.Local:
		return f.vars[e.Var]
	case *ir.Assigned:
		return f.vars[e.Var]
	case *ir.Field:
		return e.Attr != nil && (f.attrs[e.Name] || reads(e.V, f))
	case *ir.Convert:
		return reads(e.V, f)
	case *ir.Binary:
		return reads(e.L, f) || reads(e.R, f)
	case *ir.Compare:
		return reads(e.L, f) || reads(e.R, f)
	case *ir.Unary:
		return reads(e.V, f)
	case *ir.Not:
		return reads(e.V, f)
	case *ir.Truth:
		return reads(e.V, f)
	case *ir.Logic:
		return reads(e.L, f) || reads(e.R, f)
	case *ir.Cond:
		return reads(e.Test, f) || reads(e.Then, f) || reads(e.Else, f)
	case *ir.TupleGet:
		return reads(e.V, f)
	case *ir.Let:
		return reads(e.V, f)
	case *ir.Chain:
		for _, l := range e.Links {
			if reads(l, f) {
				return true
			}
		}
	case *ir.FString:
		for _, p := range e.Parts {
			if p.V != nil && reads(p.V, f) {
				return true
			}
		}
	}
	return false
}
