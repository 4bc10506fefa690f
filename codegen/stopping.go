package codegen

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
)

// stopping knows which functions may raise StopIteration. One that map or filter calls ends the iteration by that, which only their
// iterators see to, and not the loops that are written in their place. A generator that raises it raises RuntimeError instead.
type stopping struct {
	some bool // functions of the program that do
	of   map[*ir.Func]bool
}

func newStopping(p *ir.Program) *stopping {
	s := &stopping{of: map[*ir.Func]bool{}}
	bodies := [][]ir.Stmt{p.Body}
	for _, f := range p.Funcs {
		s.some = s.some || f.Stops
		bodies = append(bodies, f.Body)
	}
	for _, b := range bodies {
		ir.Visit(b, func(e ir.Expr) {
			if f, ok := e.(*ir.FuncVal); ok && f.Func != nil {
				s.some = s.some || f.Func.Stops
			}
		})
	}
	return s
}

// may reports that the function which is the value of an expression may raise StopIteration.
func (s *stopping) may(e ir.Expr) bool {
	if !s.some {
		return false
	}
	switch e := e.(type) {
	case *ir.FuncVal:
		return e.Func == nil || s.function(e.Func)
	case *ir.Convert:
		return s.may(e.V)
	}
	return true
}

// function reports that a function, or one that it calls, may raise StopIteration.
func (s *stopping) function(f *ir.Func) bool {
	if does, ok := s.of[f]; ok {
		return does
	}
	s.of[f] = f.Stops
	does := f.Stops || s.calls(f.Body)
	s.of[f] = does
	return does
}

// calls reports that something is called that may raise StopIteration.
func (s *stopping) calls(body []ir.Stmt) bool {
	does := false
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.CallDyn, *ir.CallMethod, *ir.CallValue:
			does = does || s.some
		case *ir.Call:
			does = does || slices.Contains(stoppingNames, e.Fn.Name)
		case *ir.CallFunc:
			does = does || s.function(e.Func)
		case *ir.FuncVal:
			does = does || e.Func != nil && s.function(e.Func)
		}
	})
	return does
}

// stoppingNames are the declared functions and methods that raise StopIteration.
var stoppingNames = []string{"next", "__next__", "send", "throw"}

// expression reports that a generator expression may raise StopIteration: the first of what it iterates over is evaluated outside.
func (s *stopping) expression(e *ir.Comp) bool {
	inside := *e
	inside.Clauses = slices.Clone(e.Clauses)
	inside.Clauses[0].Iter = &ir.Tuple{X: ir.X{T: e.Clauses[0].Iter.Type(), At: e.At}}
	return s.calls([]ir.Stmt{&ir.ExprStmt{V: &inside}})
}
