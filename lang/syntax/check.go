package syntax

// This file has the rules that CPython's compiler checks behind its grammar: what stands
// where (return, break, yield, await, nonlocal), and what a statement may hold.

// scope says what encloses a statement.
type scope struct {
	fn     bool // directly inside a function
	async  bool // which is async
	looped bool // inside a loop of the same function
	class  bool // directly inside a class
	nested bool // a class inside a function
	any    bool // the enclosing line was not understood: allow everything
	params []*Param
}

// anyScope is that of a block whose header was not understood.
var anyScope = scope{fn: true, async: true, looped: true, any: true}

// loop is the scope of a loop's body.
func (sc scope) loop() scope {
	sc.looped = true
	return sc
}

// checkSimple reports what is wrong with a simple statement.
func (p *parser) checkSimple(s Stmt, sc scope) {
	switch s := s.(type) {
	case *ExprStmt:
		p.checkValue(s.X, sc)
	case *Assign:
		for _, t := range s.Targets {
			p.checkTarget(t, assigned, sc)
		}
		p.checkValue(s.Value, sc)
	case *AugAssign:
		p.checkTarget(s.Target, augmented, sc)
		p.checkValue(s.Value, sc)
	case *AnnAssign:
		p.checkTarget(s.Target, annotated, sc)
		p.checkExpr(s.Type, sc)
		p.checkValue(s.Value, sc)
	case *Del:
		for _, t := range s.Targets {
			p.checkTarget(t, deleted, sc)
		}
	case *Return:
		if !sc.fn {
			p.report(errorAt(s.Span, codeContext, "'return' outside function"))
		}
		p.checkValue(s.Value, sc)
	case *Break:
		if !sc.looped {
			p.report(errorAt(s.Span, codeContext, "'break' outside loop"))
		}
	case *Continue:
		if !sc.looped {
			p.report(errorAt(s.Span, codeContext, "'continue' not properly in loop"))
		}
	case *Nonlocal:
		if !sc.fn && !sc.nested {
			p.report(errorAt(s.Span, codeContext, "nonlocal declaration not allowed at module level"))
		}
		p.checkNotParams(s.Names, "nonlocal", sc)
	case *Global:
		p.checkNotParams(s.Names, "global", sc)
	case *ImportFrom:
		if s.Module == "" && s.Level == 0 {
			p.report(errorAt(s.Span, codeExpected, "expected a module name after 'from'"))
		}
		if s.Names[0].Name == "*" && (sc.fn || sc.class) && !sc.any {
			p.report(errorAt(s.Span, codeContext, "import * only allowed at module level"))
		}
	case *Raise:
		p.checkExpr(s.X, sc)
		p.checkExpr(s.From, sc)
	case *Assert:
		p.checkExpr(s.Test, sc)
		p.checkExpr(s.Msg, sc)
	}
}

// checkNotParams reports names declared global or nonlocal that are parameters.
func (p *parser) checkNotParams(names []*Name, what string, sc scope) {
	for _, n := range names {
		for _, param := range sc.params {
			if param.Name == n.Id {
				p.report(errorAt(n.Span, codeContext, "name '%s' is parameter and %s", n.Id, what).
					note(param.Span, "the parameter is here"))
			}
		}
	}
}

// checkAsync reports an async statement outside an async function.
func (p *parser) checkAsync(async bool, h header, what string, sc scope) bool {
	if async && !sc.async {
		p.report(errorAt(h.at, codeContext, "%s outside async function", what))
		return false
	}
	return true
}

// checkValue is checkExpr for what stands right of '=' and the like, where a star needs a
// tuple around it.
func (p *parser) checkValue(x Expr, sc scope) bool {
	if star, ok := x.(*Star); ok {
		p.report(errorAt(star.Span, codeTarget, "can't use starred expression here").
			hint("write (%s,) for a tuple", ExprString(star)))
		return false
	}
	return p.checkExpr(x, sc)
}

// checkExpr reports what is wrong inside an expression, which may be nil.
func (p *parser) checkExpr(x Expr, sc scope) bool {
	n := len(p.errs)
	if x != nil {
		p.walkExpr(x, sc, "")
	}
	return len(p.errs) == n
}

// walkExpr is checkExpr; comp names the comprehension that x is evaluated in, if any.
func (p *parser) walkExpr(x Expr, sc scope, comp string) {
	Walk(x, func(n Node) bool {
		switch n := n.(type) {
		case *Yield, *YieldFrom:
			if comp != "" {
				p.report(errorAt(n.Pos(), codeContext, "'yield' inside %s", comp))
			} else if !sc.fn {
				p.report(errorAt(n.Pos(), codeContext, "'yield' outside function"))
			}
		case *Await:
			if !sc.fn {
				p.report(errorAt(n.Span, codeContext, "'await' outside function"))
			} else if !sc.async {
				p.report(errorAt(n.Span, codeContext, "'await' outside async function"))
			}
		case *Call:
			p.checkArgs(n.Args)
		case *NamedExpr:
			p.checkAssignable(n.Target)
		case *Lambda:
			p.checkParamExprs(n.Params, sc)
			p.walkExpr(n.Body, scope{fn: true}, "")
			return false
		case *Comp:
			p.checkComp(n, sc, comp)
			return false
		}
		return true
	})
}

// checkComp checks a comprehension: its first iterable is evaluated outside of it.
func (p *parser) checkComp(c *Comp, sc scope, outer string) {
	kind := map[CompKind]string{ListComp: "list comprehension", SetComp: "set comprehension",
		DictComp: "dict comprehension", GenExp: "generator expression"}[c.Kind]
	vars := map[string]bool{}
	inner := sc
	if c.Kind == GenExp && sc.fn {
		inner.async = true // an async generator may stand anywhere in a function
	}
	for i, clause := range c.Clauses {
		if clause.Async && !inner.async {
			p.report(errorAt(clause.Span, codeContext, "asynchronous comprehension outside of an asynchronous function"))
		}
		p.checkTarget(clause.Target, bound, inner)
		Walk(clause.Target, func(n Node) bool {
			if name, ok := n.(*Name); ok {
				vars[name.Id] = true
			}
			return true
		})
		if i == 0 {
			p.walkExpr(clause.Iter, sc, outer)
		} else {
			p.walkExpr(clause.Iter, inner, kind)
		}
		p.noNamedExpr(clause.Iter)
		for _, cond := range clause.Ifs {
			p.walkExpr(cond, inner, kind)
			p.noRebinding(cond, vars)
		}
	}
	for _, x := range []Expr{c.Key, c.Elt} {
		if x != nil {
			p.walkExpr(x, inner, kind)
			p.noRebinding(x, vars)
		}
	}
}

// noNamedExpr reports name := x in an iterable of a comprehension.
func (p *parser) noNamedExpr(x Expr) {
	Walk(x, func(n Node) bool {
		switch n := n.(type) {
		case *NamedExpr:
			p.report(errorAt(n.Span, codeContext, "assignment expression cannot be used in a comprehension iterable expression"))
		case *Lambda, *Comp:
			return false
		}
		return true
	})
}

// noRebinding reports name := x where name is a variable of the comprehension.
func (p *parser) noRebinding(x Expr, vars map[string]bool) {
	Walk(x, func(n Node) bool {
		switch n := n.(type) {
		case *NamedExpr:
			if vars[n.Target.Id] {
				p.report(errorAt(n.Span, codeContext, "assignment expression cannot rebind comprehension iteration variable '%s'", n.Target.Id))
			}
		case *Lambda:
			return false
		}
		return true
	})
}

// checkParamExprs checks the annotations and defaults of parameters.
func (p *parser) checkParamExprs(params []*Param, sc scope) bool {
	good := true
	for _, param := range params {
		if star, ok := param.Type.(*Star); ok {
			good = p.checkExpr(star.X, sc) && good
		} else {
			good = p.checkExpr(param.Type, sc) && good
		}
		good = p.checkExpr(param.Default, sc) && good
	}
	return good
}

// checkArgExprs checks the arguments of a class.
func (p *parser) checkArgExprs(args []*Arg, sc scope) bool {
	good := p.checkArgs(args)
	for _, a := range args {
		good = p.checkExpr(a.Value, sc) && good
	}
	return good
}

// checkArgs reports arguments out of order and repeated.
func (p *parser) checkArgs(args []*Arg) bool {
	n := len(p.errs)
	var named, unpacked *Arg // the last name=value and the last **mapping so far
	seen := map[string]*Arg{}
	for _, a := range args {
		switch {
		case a.Name != "":
			named = a
			if first := seen[a.Name]; first != nil {
				p.report(errorAt(a.Span, codeArgs, "keyword argument repeated: %s", a.Name).
					note(first.Span, "it was given here first"))
			}
			seen[a.Name] = a
			if a.Name == "__debug__" {
				p.report(errorAt(a.Span, codeTarget, "cannot assign to __debug__"))
			}
		case a.Star == "**":
			unpacked = a
		case a.Star == "*" && unpacked != nil:
			p.report(errorAt(a.Span, codeArgs, "iterable argument unpacking follows keyword argument unpacking"))
		case a.Star == "" && unpacked != nil:
			p.report(errorAt(a.Span, codeArgs, "positional argument follows keyword argument unpacking"))
		case a.Star == "" && named != nil:
			p.report(errorAt(a.Span, codeArgs, "positional argument follows keyword argument").
				note(named.Span, "the keyword argument is here"))
		}
	}
	return len(p.errs) == n
}

// checkParams returns the first error of a parameter list.
func checkParams(params []*Param) *Error {
	seen := map[string]*Param{}
	var star, starStar, slash, bare, optional *Param
	for i, param := range params {
		if starStar != nil {
			return errorAt(param.Span, codeParams, "arguments cannot follow var-keyword argument")
		}
		if bare != nil && param.Kind == StarStarParam && params[i-1] == bare {
			return errorAt(bare.Span, codeParams, "named arguments must follow bare *")
		}
		switch param.Kind {
		case BareSlash:
			switch {
			case slash != nil:
				return errorAt(param.Span, codeParams, "/ may appear only once")
			case star != nil:
				return errorAt(param.Span, codeParams, "/ must be ahead of *")
			case i == 0:
				return errorAt(param.Span, codeParams, "at least one argument must precede /")
			}
			slash = param
			continue
		case StarParam, BareStar:
			if star != nil {
				return errorAt(param.Span, codeParams, "* argument may appear only once")
			}
			star = param
			if param.Kind == BareStar {
				bare = param
				if i == len(params)-1 {
					return errorAt(param.Span, codeParams, "named arguments must follow bare *")
				}
				continue
			}
		case StarStarParam:
			starStar = param
		case PlainParam:
			if param.Default == nil && optional != nil && star == nil {
				return errorAt(param.Span, codeParams, "non-default argument follows default argument").
					note(optional.Span, "the default is here").
					hint("give %s a default too, or put it in front", param.Name)
			}
			if param.Default != nil {
				optional = param
			}
		}
		if first := seen[param.Name]; first != nil {
			return errorAt(param.Span, codeParams, "duplicate argument '%s' in function definition", param.Name).
				note(first.Span, "the first is here")
		}
		seen[param.Name] = param
		if param.Name == "__debug__" {
			return errorAt(param.Span, codeTarget, "cannot assign to __debug__")
		}
	}
	return nil
}
