package plan

import (
	"math"
	"math/big"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// findRanges marks the arithmetic of ints that cannot overflow: what is known of literals, lengths, loops over ranges,
// remainders and counters is followed through a function's variables.
func findRanges(r *rewriter) {
	g := &ranges{vars: map[*ir.Var]span{}, sets: map[*ir.Var][]ir.Expr{}, open: map[*ir.Var]bool{}}
	g.collect(*r.body)
	g.solve()
	ir.Visit(*r.body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Binary:
			if isInts(e) && !e.Exact && g.exact(e) {
				e.Exact = true
				r.remark(e.At, "a "+exactNames[e.Op]+" needs no check")
			}
		case *ir.Unary:
			if e.Op == "-" && types.IsInt(e.V.Type()) {
				e.Exact = g.of(e.V).lo > math.MinInt64
			}
		}
	})
}

// exactNames are the operations for notes.
var exactNames = map[string]string{"+": "sum", "-": "difference", "*": "product", "//": "quotient", "%": "remainder"}

func isInts(e *ir.Binary) bool { return types.IsInt(e.L.Type()) && types.IsInt(e.R.Type()) }

// span is the ints from lo to hi; none if lo > hi.
type span struct{ lo, hi int64 }

var (
	anyInt = span{math.MinInt64, math.MaxInt64}
	noInt  = span{math.MaxInt64, math.MinInt64}
	// length is what a length can be: memory has no more bytes.
	length = span{0, 1 << 48}
	// counted is what a variable can be that is only set to small numbers and changed by small steps: to pass these bounds
	// would take years.
	counted = span{-1 << 62, 1 << 62}
)

const (
	smallNumber = 1 << 40
	smallStep   = 16
)

func (s span) join(t span) span { return span{min(s.lo, t.lo), max(s.hi, t.hi)} }

func (s span) within(lo, hi int64) bool { return lo <= s.lo && s.hi <= hi }

// ranges knows what the int variables of a function can be.
type ranges struct {
	vars map[*ir.Var]span
	sets map[*ir.Var][]ir.Expr // what is assigned; loops over ranges assign their bounds
	open map[*ir.Var]bool      // set by something else
}

// collect finds the assignments of variables.
func (g *ranges) collect(body []ir.Stmt) {
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s := s.(type) {
		case *ir.Assign:
			if t, ok := s.Target.(*ir.VarTarget); ok {
				g.set(t.Var, s.Value)
			} else {
				g.opened(s.Target)
			}
		case *ir.For:
			g.loop(s.Target, s.Iter)
		case *ir.With:
			for _, it := range s.Items {
				g.opened(it.Target)
			}
		case *ir.Try:
			for _, h := range s.Handlers {
				g.open[h.Var] = true
			}
		}
	})
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Assigned:
			g.set(e.Var, e.V)
		case *ir.Let:
			for _, s := range e.Sets {
				g.opened(s.Target)
			}
		case *ir.Comp:
			for _, c := range e.Clauses {
				g.loop(c.Target, c.Iter)
			}
		case *ir.FuncVal:
			if e.Func != nil && e.Func.Lambda {
				for _, p := range e.Func.Params {
					g.open[p] = true
				}
			}
		}
	})
}

func (g *ranges) set(v *ir.Var, e ir.Expr) {
	if v.Global || v.Shared || v.Param || !types.IsInt(v.Type) || !types.IsInt(e.Type()) {
		g.open[v] = true
		return
	}
	g.sets[v] = append(g.sets[v], e)
}

func (g *ranges) opened(t ir.Target) {
	switch t := t.(type) {
	case *ir.VarTarget:
		g.open[t.Var] = true
	case *ir.TupleTarget:
		for _, e := range t.Elts {
			g.opened(e)
		}
	}
}

// loop notes the variable of a loop: over range(…) it has the range's bounds.
func (g *ranges) loop(t ir.Target, iter ir.Expr) {
	v, ok := t.(*ir.VarTarget)
	call, isCall := unconverted(iter).(*ir.Call)
	if !ok || !isCall || call.Fn.Class == nil || call.Fn.Class.Name != "range" || call.Fn.Name != "__init__" {
		g.opened(t)
		return
	}
	zero := intExpr(0, call.At)
	switch len(call.Args) {
	case 1:
		g.set(v.Var, zero)
		g.set(v.Var, &below{X: ir.X{T: types.Int}, V: call.Args[0]})
		return
	case 3:
		if step, ok := intValue(call.Args[2]); ok && step > 0 {
			g.set(v.Var, call.Args[0])
			g.set(v.Var, &below{X: ir.X{T: types.Int}, V: call.Args[1]})
			return
		}
	}
	g.opened(t)
}

// below is the greatest int below V, for the last round of a loop.
type below struct {
	ir.X
	V ir.Expr
}

// solve finds what the variables can be.
func (g *ranges) solve() {
	for v, exprs := range g.sets {
		switch {
		case g.open[v]:
			g.vars[v] = anyInt
		case g.counter(v, exprs):
			g.vars[v] = counted
		default:
			g.vars[v] = noInt
		}
	}
	for round := 0; ; round++ {
		changed := false
		for v, exprs := range g.sets {
			was := g.vars[v]
			now := was
			for _, e := range exprs {
				now = now.join(g.of(e))
			}
			if now == was || was == counted {
				continue
			}
			if round > 3 {
				now = anyInt
			}
			g.vars[v], changed = now, true
		}
		if !changed {
			return
		}
	}
}

// counter reports a variable that starts at small numbers and is changed by small literals.
func (g *ranges) counter(v *ir.Var, exprs []ir.Expr) bool {
	for _, e := range exprs {
		e = ir.Strip(e)
		if b, ok := e.(*ir.Binary); ok && (b.Op == "+" || b.Op == "-") {
			if l, ok := ir.Strip(b.L).(*ir.Local); ok && l.Var == v {
				if n, ok := intValue(b.R); ok && -smallStep <= n && n <= smallStep {
					continue
				}
			}
		}
		if n, ok := intValue(e); !ok || n < -smallNumber || n > smallNumber {
			if s, ok := builtin(e, "len"); !ok || s == nil {
				return false
			}
		}
	}
	return true
}

// of is what an expression can be.
func (g *ranges) of(e ir.Expr) span {
	if n, ok := intValue(e); ok {
		return span{n, n}
	}
	switch e := ir.Strip(e).(type) {
	case *below:
		s := g.of(e.V)
		if s != noInt {
			s.hi = max(s.hi, math.MinInt64+1) - 1
			s.lo = s.hi
		}
		return s
	case *ir.Local:
		if s, ok := g.vars[e.Var]; ok {
			return s
		}
	case *ir.Assigned:
		return g.of(e.V)
	case *ir.Convert:
		if types.IsInt(e.Type()) && types.IsBool(e.V.Type()) {
			return span{0, 1}
		}
	case *ir.Cond:
		return g.of(e.Then).join(g.of(e.Else))
	case *ir.Unary:
		if v := g.of(e.V); e.Op == "-" && v.lo > math.MinInt64 && types.IsInt(e.Type()) {
			return span{-v.hi, -v.lo}
		}
	case *ir.Binary:
		if isInts(e) && types.IsInt(e.Type()) {
			if s, ok := g.binary(e.Op, g.of(e.L), g.of(e.R)); ok {
				return s
			}
		}
	case *ir.Call:
		return ofCall(e)
	}
	return anyInt
}

// sized are the types whose lengths, and places in them, are no greater than memory.
var sized = map[string]bool{"str": true, "bytes": true, "list": true, "dict": true, "set": true, "frozenset": true, "tuple...": true, "SplitFields": true}

// places are the methods that give a place or number in a sized object, or -1.
var places = map[string]bool{"find": true, "rfind": true, "index": true, "rindex": true, "count": true, "__len__": true}

func isSized(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && sized[n.Name] && n.Class == nil
}

func ofCall(c *ir.Call) span {
	if v, ok := builtin(c, "len"); ok && isSized(v.Type()) {
		return length
	}
	switch {
	case c.Fn.Name == "ord" && c.Fn.Module == "builtins":
		return span{0, 0x10ffff}
	case c.Recv != nil && places[c.Fn.Name] && isSized(c.Recv.Type()):
		return span{-1, length.hi}
	case c.Fn == replacement("split_len") || c.Fn == replacement("word_len"):
		return length
	}
	return anyInt
}

// binary is what an operation gives; ok is false where that may not fit.
func (g *ranges) binary(op string, l, r span) (s span, ok bool) {
	if l == noInt || r == noInt {
		return noInt, true
	}
	switch op {
	case "+", "-", "*":
		return arithmetic(op, l, r)
	case "%":
		if r.lo > 0 {
			if l.lo >= 0 && l.hi < r.lo {
				return l, true
			}
			return span{0, r.hi - 1}, true
		}
	case "//":
		if r.lo > 0 {
			return span{min(floorDiv(l.lo, r.lo), floorDiv(l.lo, r.hi)), max(floorDiv(l.hi, r.lo), floorDiv(l.hi, r.hi))}, true
		}
	case "&":
		switch {
		case r.lo >= 0 && l.lo >= 0:
			return span{0, min(l.hi, r.hi)}, true
		case r.lo >= 0:
			return span{0, r.hi}, true
		case l.lo >= 0:
			return span{0, l.hi}, true
		}
	case ">>":
		if r.lo >= 0 && l.lo >= 0 {
			return span{0, l.hi}, true
		}
	}
	return anyInt, false
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// arithmetic is the sum, difference or product of two spans.
func arithmetic(op string, l, r span) (span, bool) {
	var lo, hi *big.Int
	for _, a := range []int64{l.lo, l.hi} {
		for _, b := range []int64{r.lo, r.hi} {
			n := new(big.Int)
			switch op {
			case "+":
				n.Add(big.NewInt(a), big.NewInt(b))
			case "-":
				n.Sub(big.NewInt(a), big.NewInt(b))
			default:
				n.Mul(big.NewInt(a), big.NewInt(b))
			}
			if lo == nil || n.Cmp(lo) < 0 {
				lo = n
			}
			if hi == nil || n.Cmp(hi) > 0 {
				hi = n
			}
		}
	}
	if !lo.IsInt64() || !hi.IsInt64() {
		return anyInt, false
	}
	return span{lo.Int64(), hi.Int64()}, true
}

// exact reports an operation that Go's operator does as Python's, whatever the operands are.
func (g *ranges) exact(e *ir.Binary) bool {
	l, r := g.of(e.L), g.of(e.R)
	switch e.Op {
	case "+", "-", "*":
		_, ok := arithmetic(e.Op, l, r)
		return ok && l != noInt && r != noInt
	case "//", "%":
		return l.lo >= 0 && r.lo > 0 && l != noInt && r != noInt
	}
	return false
}
