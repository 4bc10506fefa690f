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
	g := newRanges(results{known: map[string]span{}})
	g.collect(*r.body)
	g.follow(*r.body)
	g.solve(*r.body)
	ir.Visit(*r.body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Binary:
			if isInts(e) && !e.Exact && g.exact(e) {
				e.Exact = true
				r.remark(e.At, "a "+exactNames[e.Op]+" needs no check")
			}
			if isInts(e) && (e.Op == "+" || e.Op == "-") {
				right := g.of(e.R)
				e.Rises = right.lo >= 0 && right != noInt
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
	octet  = span{0, 255}
)

const (
	smallStep = 255
	// countable is how far a variable comes that starts at a small number and is changed by small steps: to pass that would take years.
	countable = 1 << 62
	// turns is how often a loop can turn: more would take years.
	turns = 1 << 56
)

func (s span) join(t span) span { return span{min(s.lo, t.lo), max(s.hi, t.hi)} }

func (s span) within(lo, hi int64) bool { return lo <= s.lo && s.hi <= hi }

// ranges knows what the int variables of a function can be.
type ranges struct {
	vars     map[*ir.Var]span
	sets     map[*ir.Var][]ir.Expr // what is assigned; loops over ranges assign their bounds
	order    []*ir.Var
	counters map[*ir.Var]bool
	open     map[*ir.Var]bool // set by something else
	contents
	results results
}

func newRanges(known results) *ranges {
	return &ranges{vars: map[*ir.Var]span{}, sets: map[*ir.Var][]ir.Expr{}, open: map[*ir.Var]bool{}, counters: map[*ir.Var]bool{},
		contents: newContents(), results: known}
}

// collect finds the assignments of variables.
func (g *ranges) collect(body []ir.Stmt) {
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s := s.(type) {
		case *ir.Assign:
			g.assign(s.Target, s.Value)
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
	if v.Global || v.Shared || v.Param || types.IsInt(v.Type) != types.IsInt(e.Type()) {
		g.open[v] = true
		return
	}
	if !types.IsInt(v.Type) {
		g.given[v] = append(g.given[v], e)
		return
	}
	if g.sets[v] == nil {
		g.order = append(g.order, v)
	}
	g.sets[v] = append(g.sets[v], e)
}

// assign notes an assignment; of a tuple display, one of each element.
func (g *ranges) assign(t ir.Target, value ir.Expr) {
	switch t := t.(type) {
	case *ir.VarTarget:
		g.set(t.Var, value)
		return
	case *ir.TupleTarget:
		if tuple, ok := ir.Strip(value).(*ir.Tuple); ok && t.Star < 0 && len(tuple.Elts) == len(t.Elts) {
			for i, e := range t.Elts {
				g.assign(e, tuple.Elts[i])
			}
			return
		}
	}
	g.assignPart(t, value, "")
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

// loop notes the variables of a loop: over range(…) one has the range's bounds, over another iterable they are what is in it.
func (g *ranges) loop(t ir.Target, iter ir.Expr) {
	iter = unconverted(iter)
	if call, ok := iter.(*ir.Call); ok && isRange(call) {
		if v, ok := t.(*ir.VarTarget); ok {
			g.set(v.Var, countingOf(call))
			return
		}
	}
	if v, ok := t.(*ir.VarTarget); ok && types.Equal(iter.Type(), types.Bytes) {
		g.set(v.Var, &between{X: ir.X{T: types.Int}, span: octet})
		return
	}
	g.assignPart(t, iter, eachElement)
}

func isRange(c *ir.Call) bool {
	return c.Fn.Class != nil && c.Fn.Class.Name == "range" && c.Fn.Name == "__init__"
}

// countingOf is the numbers of a range.
func countingOf(c *ir.Call) *counting {
	if len(c.Args) == 3 {
		return &counting{ir.X{T: types.Int}, c.Args[0], c.Args[1], c.Args[2]}
	}
	return &counting{ir.X{T: types.Int}, intExpr(0, c.At), c.Args[0], intExpr(1, c.At)}
}

// counting is an int that counts from one number to another, which it does not reach; to is nil if it is not known.
type counting struct {
	ir.X
	from, to, step ir.Expr
}

// between is an int of which the bounds are known.
type between struct {
	ir.X
	span
}

// solve finds what the variables can be.
func (g *ranges) solve(body []ir.Stmt) {
	for _, v := range g.order {
		g.vars[v] = noInt
		if g.open[v] {
			g.vars[v] = anyInt
		}
	}
	ir.Visit(body, func(e ir.Expr) {
		if types.IsInt(e.Type()) {
			g.of(e) // makes the slots of what it reads
		}
	})
	changes := map[*ir.Var]int{}
	for {
		changed := false
		for i := 0; i < len(g.order); i++ { // slots are added
			v := g.order[i]
			was := g.vars[v]
			now := was
			for _, e := range g.sets[v] {
				now = now.join(g.of(e))
			}
			if now == was || g.counters[v] {
				continue
			}
			if changes[v]++; changes[v] > 4 {
				now = g.widened(v, was, now)
			}
			g.vars[v], changed = now, true
		}
		if !changed {
			break
		}
	}
	g.solved = true
	for range 2 { // what was widened may have bounds that do not depend on that
		for _, v := range g.order {
			now := noInt
			for _, e := range g.sets[v] {
				now = now.join(g.of(e))
			}
			if was := g.vars[v]; !g.counters[v] && !g.open[v] && now.within(was.lo, was.hi) {
				g.vars[v] = now
			}
		}
	}
}

// widened is what a variable can be that changes round after round.
func (g *ranges) widened(v *ir.Var, was, now span) span {
	if s, ok := g.counted(v); ok {
		g.counters[v] = true
		return s
	}
	if now.lo < was.lo {
		now.lo = math.MinInt64
	}
	if now.hi > was.hi {
		now.hi = math.MaxInt64
	}
	return now
}

// counted is what a variable can be that starts at small numbers and is changed by small steps.
func (g *ranges) counted(v *ir.Var) (span, bool) {
	from, steps := noInt, noInt
	for _, e := range g.sets[v] {
		e = ir.Strip(e)
		if b, ok := e.(*ir.Binary); ok && (b.Op == "+" || b.Op == "-") {
			if g.slotOf(b.L) == v {
				step := g.of(b.R)
				if step == noInt || !step.within(-smallStep, smallStep) {
					return noInt, false
				}
				if b.Op == "-" {
					step = span{-step.hi, -step.lo}
				}
				steps = steps.join(step)
				continue
			}
		}
		from = from.join(g.of(e))
	}
	if from == noInt || steps == noInt || !from.within(-length.hi, length.hi) {
		return noInt, false
	}
	if steps.lo < 0 {
		from.lo = -countable
	}
	if steps.hi > 0 {
		from.hi = countable
	}
	return from, true
}

// of is what an expression can be.
func (g *ranges) of(e ir.Expr) span {
	if n, ok := intValue(e); ok {
		return span{n, n}
	}
	switch e := ir.Strip(e).(type) {
	case *counting:
		return g.counting(e)
	case *between:
		return e.span
	case *ir.Current:
		if old := g.olds[e]; old != nil {
			return g.of(old)
		}
	case *inside:
		return g.at(e.of, e.at)
	case *ir.TupleGet:
		return g.at(e.V, elementAt(e.N))
	case *ir.GetItem:
		switch {
		case isListType(e.V.Type()):
			return g.at(e.V, eachElement)
		case types.Equal(e.V.Type(), types.Bytes):
			return octet
		}
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
			s, _ := g.binary(e.Op, g.of(e.L), g.of(e.R))
			return s
		}
	case *ir.CallFunc:
		return g.ofCallFunc(e)
	case *ir.Call:
		if s := ofCall(e); s != anyInt {
			return s
		}
		return g.ofBuiltin(e)
	}
	return anyInt
}

// counting is what a loop counts. In small steps from a small number it does not come far.
func (g *ranges) counting(e *counting) span {
	from, to, step := g.of(e.from), anyInt, g.of(e.step)
	if e.to != nil {
		to = g.of(e.to)
	}
	small := step.within(-smallStep, smallStep)
	switch {
	case from == noInt || to == noInt || step == noInt:
		return noInt
	case step.lo > 0:
		last := max(to.hi, math.MinInt64+1) - 1
		if small && from.hi <= length.hi {
			last = min(last, turns)
		}
		return span{from.lo, max(from.lo, last)}
	case step.hi < 0:
		last := min(to.lo, math.MaxInt64-1) + 1
		if small && from.lo >= -length.hi {
			last = max(last, -turns)
		}
		return span{min(from.hi, last), from.hi}
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

// binary is what an operation gives; ok is false where that may not fit, which raises an exception.
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
	s := anyInt
	if lo.IsInt64() {
		s.lo = lo.Int64()
	}
	if hi.IsInt64() {
		s.hi = hi.Int64()
	}
	if lo.Sign() > 0 && !lo.IsInt64() || hi.Sign() < 0 && !hi.IsInt64() { // it always raises
		return anyInt, false
	}
	return s, lo.IsInt64() && hi.IsInt64()
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
