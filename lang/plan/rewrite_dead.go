package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// dropDead computes nothing that nobody asks for: the value of a variable that is never read, as an element is of a tuple that is only
// taken apart for the others, is evaluated as far as that may raise something or have an effect.
func dropDead(r *rewriter) {
	splitTuples(r)
	dropCopies(r)
	u, sets := usesOf(*r.body), assignments(*r.body)
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		var out []ir.Stmt
		for _, s := range list {
			mapBlocks(s, block)
			a, ok := s.(*ir.Assign)
			if v, set := targetVar(a, ok); !set || !private(v) || u.reads[v] > 0 || u.sets[v] != sets[v] {
				out = append(out, s)
				continue
			}
			kept := remains(a.Value)
			if len(kept) == 1 && ir.Strip(kept[0]) == ir.Strip(a.Value) {
				out = append(out, s)
				continue
			}
			for _, e := range kept {
				out = append(out, &ir.ExprStmt{S: a.S, V: e})
			}
			if !simple(unconverted(a.Value)) {
				r.note(a.Value.Pos(), "a value that nobody uses is not computed")
			}
			r.did = true
		}
		return out
	}
	*r.body = block(*r.body)
}

// dropCopies reads a variable itself where another is only a second name of it.
func dropCopies(r *rewriter) {
	u := usesOf(*r.body)
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		for i := len(list) - 1; i >= 0; i-- {
			a, ok := list[i].(*ir.Assign)
			v, set := targetVar(a, ok)
			if !set || !private(v) || u.sets[v] != 1 || u.reads[v] == 0 {
				continue
			}
			of, ok := ir.Strip(a.Value).(*ir.Local)
			rest := usesOf(list[i+1:])
			if ok && private(of.Var) && of.Var != v && types.Equal(of.Var.Type, v.Type) && rest.reads[v] == u.reads[v] && rest.sets[of.Var] == 0 {
				renamed(list[i+1:], v, of.Var)
				list = append(list[:i:i], list[i+1:]...)
				r.did = true
			}
		}
		for _, s := range list {
			mapBlocks(s, block)
		}
		return list
	}
	*r.body = block(*r.body)
}

// renamed reads another variable instead of one.
func renamed(list []ir.Stmt, v, of *ir.Var) {
	ir.Rewrite(list, func(e ir.Expr) ir.Expr {
		if l, ok := e.(*ir.Local); ok && l.Var == v {
			return &ir.Local{X: l.X, Var: of}
		}
		return e
	})
}

// assignments counts how often statements set variables by an assignment.
func assignments(body []ir.Stmt) map[*ir.Var]int {
	sets := map[*ir.Var]int{}
	ir.EachStmt(body, func(s ir.Stmt) {
		a, ok := s.(*ir.Assign)
		if v, set := targetVar(a, ok); set {
			sets[v]++
		}
	})
	return sets
}

// remains are the parts of an expression that have to be evaluated where its value is not needed.
func remains(e ir.Expr) []ir.Expr {
	if (&totality{}).total(e) {
		return nil
	}
	parts, ok := alwaysGives(e)
	if !ok {
		return []ir.Expr{e}
	}
	var out []ir.Expr
	for _, p := range parts {
		out = append(out, remains(p)...)
	}
	return out
}

// alwaysGives reports an operation that gives a value, without effects, whatever the values of its operands are, which it lists in the order
// of their evaluation.
func alwaysGives(e ir.Expr) (operands []ir.Expr, ok bool) {
	given := func(p *ir.Expr) {
		if *p == nil {
			return
		}
		if _, literal := unconverted(*p).(*ir.Const); literal {
			return
		}
		operands = append(operands, *p)
		x := ir.X{T: (*p).Type(), At: (*p).Pos()}
		*p = &ir.Local{X: x, Var: &ir.Var{Type: x.T}}
	}
	var probe ir.Expr
	switch x := e.(type) {
	case *ir.Call:
		c := *x
		c.Args, c.Rest = append([]ir.Expr(nil), x.Args...), append([]ir.Expr(nil), x.Rest...)
		given(&c.Recv)
		for i := range c.Args {
			given(&c.Args[i])
		}
		for i := range c.Rest {
			given(&c.Rest[i])
		}
		probe = &c
	case *ir.Convert:
		c := *x
		given(&c.V)
		probe = &c
	case *ir.Binary:
		c := *x
		given(&c.L)
		given(&c.R)
		probe = &c
	case *ir.Compare:
		c := *x
		given(&c.L)
		given(&c.R)
		probe = &c
	case *ir.Unary:
		c := *x
		given(&c.V)
		probe = &c
	case *ir.Not:
		c := *x
		given(&c.V)
		probe = &c
	case *ir.Truth:
		c := *x
		given(&c.V)
		probe = &c
	case *ir.TupleGet:
		c := *x
		given(&c.V)
		probe = &c
	case *ir.Tuple:
		c := *x
		c.Elts = append([]ir.Expr(nil), x.Elts...)
		for i := range c.Elts {
			given(&c.Elts[i])
		}
		probe = &c
	default:
		return nil, false
	}
	return operands, (&totality{stable: true}).total(probe)
}

// splitTuples makes a variable of each element of a tuple that is made here and only taken apart.
func splitTuples(r *rewriter) {
	u, whole, made := usesOf(*r.body), map[*ir.Var]int{}, map[*ir.Var]int{}
	ir.Visit(*r.body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Local:
			whole[e.Var]++
		case *ir.TupleGet:
			if l, ok := ir.Strip(e.V).(*ir.Local); ok {
				whole[l.Var]--
			}
		}
	})
	var order []*ir.Var
	caught := catches(*r.body)
	ir.EachStmt(*r.body, func(s ir.Stmt) {
		a, ok := s.(*ir.Assign)
		v, set := targetVar(a, ok)
		if !set || !private(v) || v.Fresh || whole[v] != 0 || u.reads[v] == 0 {
			return
		}
		t, ok := ir.Strip(a.Value).(*ir.Tuple)
		if ok && usesOf([]ir.Stmt{&ir.ExprStmt{V: t}}).reads[v] == 0 && (!caught || allSet(t)) {
			if made[v]++; made[v] == u.sets[v] {
				order = append(order, v)
			}
		}
	})
	for _, v := range order {
		if n, ok := types.Is(v.Type, "tuple"); ok {
			r.splitTuple(v, n.Args)
		}
	}
}

// catches reports statements that go on after an exception.
func catches(body []ir.Stmt) (found bool) {
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s.(type) {
		case *ir.Try, *ir.With:
			found = true
		}
	})
	return found
}

// allSet reports a tuple of which, when its first element is there, the others are.
func allSet(t *ir.Tuple) bool {
	for _, e := range t.Elts[min(1, len(t.Elts)):] {
		if !undisturbed(e) {
			return false
		}
	}
	return true
}

// splitTuple replaces a variable that holds a tuple by one for each element.
func (r *rewriter) splitTuple(v *ir.Var, elements []types.Type) {
	fields := make([]*ir.Var, len(elements))
	for i, t := range elements {
		fields[i] = &ir.Var{Name: v.Name + "_" + string(rune('1'+i%9)), Type: t, Owner: v.Owner, Def: v.Def}
	}
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		var out []ir.Stmt
		for _, s := range list {
			mapBlocks(s, block)
			a, ok := s.(*ir.Assign)
			if of, set := targetVar(a, ok); !set || of != v {
				out = append(out, s)
				continue
			}
			for i, e := range ir.Strip(a.Value).(*ir.Tuple).Elts {
				out = append(out, &ir.Assign{S: a.S, Target: &ir.VarTarget{Var: fields[i]}, Value: converted(e, elements[i])})
			}
		}
		return out
	}
	*r.body = block(*r.body)
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		if get, ok := e.(*ir.TupleGet); ok {
			if l, ok := ir.Strip(get.V).(*ir.Local); ok && l.Var == v {
				return &ir.Local{X: get.X, Var: fields[get.N]}
			}
		}
		return e
	})
	r.note(v.Def, v.Name+" is no tuple but a variable for each element that is used")
}
