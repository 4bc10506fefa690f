package syntax

// Walk calls visit for a node and, as long as visit returns true for it, for the nodes below
// it in the order of the source. Arguments, parameters, handlers, cases and the like are
// nodes too; absent parts are not visited.
func Walk(node Node, visit func(Node) bool) {
	if visit(node) {
		children(node, func(n Node) { Walk(n, visit) })
	}
}

// each calls f for the elements of a list of nodes.
func each[N Node](list []N, f func(Node)) {
	for _, n := range list {
		f(n)
	}
}

// some calls f for the expressions that are there.
func some(f func(Node), list ...Expr) {
	for _, x := range list {
		if x != nil {
			f(x)
		}
	}
}

// someName calls f for a name that is there.
func someName(f func(Node), n *Name) {
	if n != nil {
		f(n)
	}
}

// children calls f for the nodes directly below a node.
func children(node Node, f func(Node)) {
	switch n := node.(type) {
	case Expr:
		exprChildren(n, f)
	case Stmt:
		stmtChildren(n, f)
	case Pattern:
		patternChildren(n, f)
	case *File:
		each(n.Body, f)
	case *CompFor:
		some(f, n.Target, n.Iter)
		each(n.Ifs, f)
	case *Arg:
		f(n.Value)
	case *Param:
		some(f, n.Type, n.Default)
	case *Handler:
		some(f, n.Type)
		someName(f, n.Name)
		each(n.Body, f)
	case *WithItem:
		some(f, n.Ctx, n.Target)
	case *Case:
		f(n.Pattern)
		some(f, n.Guard)
		each(n.Body, f)
	}
}

func exprChildren(x Expr, f func(Node)) {
	switch n := x.(type) {
	case *FString:
		each(n.Parts, f)
	case *FValue:
		f(n.X)
		if n.Spec != nil {
			f(n.Spec)
		}
	case *Unary:
		f(n.X)
	case *Binary:
		some(f, n.X, n.Y)
	case *BoolOp:
		each(n.Xs, f)
	case *Compare:
		f(n.X)
		each(n.Ys, f)
	case *IfExp:
		some(f, n.Then, n.Cond, n.Else)
	case *Lambda:
		each(n.Params, f)
		f(n.Body)
	case *Call:
		f(n.Fn)
		each(n.Args, f)
	case *Attr:
		f(n.X)
	case *Index:
		some(f, n.X, n.I)
	case *Slice:
		some(f, n.Lo, n.Hi, n.Step)
	case *Tuple:
		each(n.Elts, f)
	case *List:
		each(n.Elts, f)
	case *Set:
		each(n.Elts, f)
	case *Dict:
		for i := range n.Values {
			some(f, n.Keys[i], n.Values[i])
		}
	case *Comp:
		some(f, n.Key, n.Elt)
		each(n.Clauses, f)
	case *Star:
		f(n.X)
	case *NamedExpr:
		some(f, n.Target, n.Value)
	case *Yield:
		some(f, n.Value)
	case *YieldFrom:
		f(n.Value)
	case *Await:
		f(n.X)
	}
}

func stmtChildren(s Stmt, f func(Node)) {
	switch n := s.(type) {
	case *ExprStmt:
		f(n.X)
	case *Assign:
		each(n.Targets, f)
		f(n.Value)
	case *AugAssign:
		some(f, n.Target, n.Value)
	case *AnnAssign:
		some(f, n.Target, n.Type, n.Value)
	case *Return:
		some(f, n.Value)
	case *Del:
		each(n.Targets, f)
	case *Import:
		each(n.Names, f)
	case *ImportFrom:
		each(n.Names, f)
	case *Global:
		each(n.Names, f)
	case *Nonlocal:
		each(n.Names, f)
	case *Raise:
		some(f, n.X, n.From)
	case *Assert:
		some(f, n.Test, n.Msg)
	case *If:
		f(n.Test)
		each(n.Body, f)
		each(n.Else, f)
	case *While:
		f(n.Test)
		each(n.Body, f)
		each(n.Else, f)
	case *For:
		some(f, n.Target, n.Iter)
		each(n.Body, f)
		each(n.Else, f)
	case *Try:
		each(n.Body, f)
		each(n.Handlers, f)
		each(n.Else, f)
		each(n.Finally, f)
	case *With:
		each(n.Items, f)
		each(n.Body, f)
	case *FuncDef:
		each(n.Decorators, f)
		f(n.Name)
		each(n.TypeParams, f)
		each(n.Params, f)
		some(f, n.Result)
		each(n.Body, f)
	case *ClassDef:
		each(n.Decorators, f)
		f(n.Name)
		each(n.TypeParams, f)
		each(n.Args, f)
		each(n.Body, f)
	case *Match:
		f(n.Subject)
		each(n.Cases, f)
	}
}

func patternChildren(p Pattern, f func(Node)) {
	switch n := p.(type) {
	case *MatchValue:
		f(n.X)
	case *MatchCapture:
		if n.Pattern != nil {
			f(n.Pattern)
		}
		someName(f, n.Name)
	case *MatchSequence:
		each(n.Patterns, f)
	case *MatchStar:
		someName(f, n.Name)
	case *MatchMapping:
		for i := range n.Keys {
			f(n.Keys[i])
			f(n.Patterns[i])
		}
		someName(f, n.Rest)
	case *MatchClass:
		f(n.Class)
		each(n.Patterns, f)
		each(n.KwPats, f)
	case *MatchOr:
		each(n.Patterns, f)
	}
}
