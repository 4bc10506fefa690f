package plan

import (
	"maps"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// effects is what functions do to variables: which they assign, and the objects of which they change. It follows
// assignments, items and calls without regard to their order, so it may say of a variable that it is changed where
// only another one of the same origin is; never the other way round, as far as the script's own functions go.
type effects struct {
	funcs    map[*ir.Func]bool
	assigned map[*ir.Var]bool
	changed  map[*ir.Var]bool
	from     map[*ir.Var][]*ir.Var // variables whose objects, or parts of them, a variable may hold
}

// mutators are the methods of Python's containers that change them.
var mutators = map[string]bool{
	"append": true, "extend": true, "insert": true, "pop": true, "remove": true, "clear": true, "sort": true, "reverse": true,
	"update": true, "setdefault": true, "popitem": true, "add": true, "discard": true, "difference_update": true,
	"intersection_update": true, "symmetric_difference_update": true, "appendleft": true, "extendleft": true, "popleft": true,
	"rotate": true, "subtract": true, "move_to_end": true,
}

// changers are functions of Python's library that change their first argument.
var changers = map[string]bool{
	"heappush": true, "heappop": true, "heapify": true, "heapreplace": true, "heappushpop": true,
	"insort": true, "insort_left": true, "insort_right": true, "shuffle": true,
}

// parts are the methods that give parts of their object.
var parts = map[string]bool{"get": true, "getOption": true, "setdefault": true, "pop": true, "popleft": true, "popitem": true, "values": true, "items": true}

// effectsOf follows everything that the given functions can reach.
func effectsOf(roots []*ir.Func) *effects {
	e := &effects{funcs: map[*ir.Func]bool{}, assigned: map[*ir.Var]bool{}, changed: map[*ir.Var]bool{}, from: map[*ir.Var][]*ir.Var{}}
	for _, f := range roots {
		e.reach(f)
	}
	e.propagate()
	return e
}

// propagate makes whatever a changed object may be part of changed too.
func (e *effects) propagate() {
	var todo []*ir.Var
	for v := range e.changed {
		todo = append(todo, v)
	}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, r := range e.from[v] {
			if !e.changed[r] {
				e.changed[r] = true
				todo = append(todo, r)
			}
		}
	}
}

// touched are the variables that are assigned or whose objects are changed.
func (e *effects) touched() map[*ir.Var]bool {
	out := maps.Clone(e.assigned)
	maps.Copy(out, e.changed)
	return out
}

func (e *effects) reach(f *ir.Func) {
	if f == nil || e.funcs[f] {
		return
	}
	e.funcs[f] = true
	ir.EachStmt(f.Body, e.stmt)
	ir.Visit(f.Body, e.expr)
}

func (e *effects) stmt(s ir.Stmt) {
	switch s := s.(type) {
	case *ir.Assign:
		e.bind(s.Target, e.roots(s.Value))
	case *ir.AugItem:
		e.bind(s.Target, nil)
	case *ir.For:
		e.bind(s.Target, e.roots(s.Iter))
	case *ir.With:
		for _, it := range s.Items {
			e.bind(it.Target, nil)
		}
	case *ir.Del:
		e.bind(s.Target, nil)
	case *ir.DefFunc:
		for _, f := range s.Funcs {
			e.reach(f)
		}
	}
}

// bind notes an assignment of an object that comes from the given variables.
func (e *effects) bind(t ir.Target, from []*ir.Var) {
	switch t := t.(type) {
	case *ir.VarTarget:
		e.assigned[t.Var] = true
		e.alias(t.Var, from)
	case *ir.TupleTarget:
		for _, x := range t.Elts {
			e.bind(x, from)
		}
	case *ir.ItemTarget:
		e.change(t.V)
	case *ir.SliceTarget:
		e.change(t.V)
	case *ir.AttrTarget:
		e.change(t.V)
	}
}

func (e *effects) alias(v *ir.Var, from []*ir.Var) {
	if len(from) > 0 && changeable(v.Type) {
		e.from[v] = append(e.from[v], from...)
	}
}

func (e *effects) change(x ir.Expr) {
	for _, v := range e.roots(x) {
		e.changed[v] = true
	}
}

func (e *effects) expr(x ir.Expr) {
	switch x := x.(type) {
	case *ir.Call:
		switch {
		case x.Recv != nil && mutators[x.Fn.Name]:
			e.change(x.Recv)
		case x.Recv == nil && changers[x.Fn.Name] && len(x.Args) > 0:
			e.change(x.Args[0])
		}
	case *ir.CallMethod:
		if mutators[x.Name] {
			e.change(x.Recv)
		}
	case *ir.CallFunc:
		for i, p := range x.Func.Params {
			if i < len(x.Args) {
				e.alias(p, e.roots(x.Args[i]))
			}
		}
		e.reach(x.Func)
	case *ir.FuncVal:
		e.reach(x.Func)
	case *ir.FuncBox:
		for _, f := range x.Funcs() {
			e.reach(f)
		}
	case *ir.Assigned:
		e.assigned[x.Var] = true
		e.alias(x.Var, e.roots(x.V))
	case *ir.Comp:
		for _, cl := range x.Clauses {
			e.bind(cl.Target, e.roots(cl.Iter))
		}
	}
}

// roots are the variables whose objects the value of an expression may be, be part of, or hold.
func (e *effects) roots(x ir.Expr) []*ir.Var {
	if x == nil || !changeable(x.Type()) {
		return nil
	}
	switch x := x.(type) {
	case *ir.Local:
		return []*ir.Var{x.Var}
	case *ir.Convert:
		return e.roots(x.V)
	case *ir.GetItem:
		return e.roots(x.V)
	case *ir.GetSlice:
		return e.roots(x.V)
	case *ir.TupleGet:
		return e.roots(x.V)
	case *ir.Field:
		return e.roots(x.V)
	case *ir.Spread:
		return e.roots(x.V)
	case *ir.Assigned:
		return append(e.roots(x.V), x.Var)
	case *ir.Cond:
		return append(e.roots(x.Then), e.roots(x.Else)...)
	case *ir.Logic:
		return append(e.roots(x.L), e.roots(x.R)...)
	case *ir.Tuple:
		return e.rootsOf(x.Elts)
	case *ir.List:
		return e.rootsOf(x.Elts)
	case *ir.Dict:
		return e.rootsOf(x.Values)
	case *ir.Comp:
		if x.Kind != syntax.GenExp {
			return e.roots(x.Elt)
		}
		return e.rootsOf([]ir.Expr{x.Elt})
	case *ir.CallFunc:
		return e.rootsOf(x.Args)
	case *ir.CallMethod:
		if parts[x.Name] {
			return e.roots(x.Recv)
		}
	case *ir.Call:
		if x.Recv != nil && parts[x.Fn.Name] {
			return e.roots(x.Recv)
		}
		if x.Recv == nil { // enumerate, zip, reversed, sorted: containers of the same objects
			return e.rootsOf(x.Args)
		}
	}
	return nil
}

func (e *effects) rootsOf(xs []ir.Expr) []*ir.Var {
	var out []*ir.Var
	for _, x := range xs {
		out = append(out, e.roots(x)...)
	}
	return out
}

// fixedTypes are the types whose objects never change.
var fixedTypes = map[string]bool{
	"int": true, "bigint": true, "float": true, "str": true, "bool": true, "bytes": true, "None": true, "range": true, "complex": true, "truth": true,
	"datetime": true, "date": true, "timedelta": true, "Accumulator": true, "Broadcast": true, "RDD": true, "DStream": true,
	"SparkContext": true, "StreamingContext": true, "File": true, "BinaryFile": true, "Pattern": true, "Match": true, "Never": true, "Exception": true, "SplitFields": true,
}

// changeable reports whether objects of a type, or parts of them, can be changed.
func changeable(t types.Type) bool {
	switch t := types.Resolve(t).(type) {
	case *types.Named:
		switch t.Name {
		case "tuple", "tuple...", "Optional", "Iterable", "Iterator", "ResultIterable", "frozenset":
			for _, a := range t.Args {
				if changeable(a) {
					return true
				}
			}
			return false
		}
		return !fixedTypes[t.Name]
	case *types.Func, *types.Callable:
		return false
	}
	return true
}
