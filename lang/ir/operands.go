package ir

// Operands are the parts of an expression that are evaluated, each once and in this order, whenever it is. Of a logical or conditional
// expression, a chain of comparisons and a comprehension those are the first ones; functions have none.
func Operands(e Expr) []Expr {
	var out []Expr
	add := func(es ...Expr) {
		for _, x := range es {
			if x != nil {
				out = append(out, x)
			}
		}
	}
	switch e := e.(type) {
	case *Binary:
		add(e.L, e.R)
	case *Compare:
		add(e.L, e.R)
	case *Chain:
		add(e.Links[0].L, e.Links[0].R)
	case *Unary:
		add(e.V)
	case *Not:
		add(e.V)
	case *Truth:
		add(e.V)
	case *Logic:
		add(e.L)
	case *Cond:
		add(e.Test)
	case *Convert:
		add(e.V)
	case *Assigned:
		add(e.V)
	case *Comp:
		add(e.Clauses[0].Iter)
	case *Tuple:
		add(e.Elts...)
	case *List:
		add(e.Elts...)
	case *Set:
		add(e.Elts...)
	case *Dict:
		for i := range e.Keys {
			add(e.Keys[i], e.Values[i])
		}
	case *TupleGet:
		add(e.V)
	case *GetItem:
		add(e.V, e.I)
	case *GetSlice:
		add(e.V, e.Lo, e.Hi, e.Step)
	case *Field:
		add(e.V)
	case *Call:
		add(e.Recv)
		add(e.Args...)
		add(e.Rest...)
	case *CallFunc:
		add(e.Args...)
	case *CallValue:
		add(e.Fn)
		add(e.Args...)
	case *CallMethod:
		add(e.Recv)
		add(e.Args...)
	case *Spread:
		add(e.V)
	case *IsInstance:
		add(e.V)
	case *TypeName:
		add(e.V)
	case *FString:
		for _, p := range e.Parts {
			add(p.V, p.Spec)
		}
	}
	return out
}
