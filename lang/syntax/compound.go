package syntax

import "github.com/alecthomas/participle/v2/lexer"

// This file puts compound statements together. Each function gets the statement's header,
// parses its block and the clauses that follow, and returns nil where a header has an
// error. Errors inside a block take only their own statements away.

// after makes the place from a header to the last token consumed.
func (p *parser) after(h header) At {
	for i := p.cursor() - 1; i > 0; i-- {
		switch p.tokens[i].Type {
		case tokNewline, tokIndent, tokDedent, lexer.EOF:
			continue
		}
		return At{Span{h.at.Start, spanOf(&p.tokens[i]).End}}
	}
	return At{h.at}
}

// clause parses the header of a clause such as else if it comes next.
func (p *parser) clause(word string) (header, bool) {
	if p.at() != word {
		return header{}, false
	}
	return p.header(), true
}

// elseClause parses an else and its block if it comes next. It reports false after an error
// in either.
func (p *parser) elseClause(sc scope) ([]Stmt, bool) {
	h, ok := p.clause("else")
	if !ok {
		return nil, true
	}
	return p.suite(suiteOf(h.line), "'else' statement", h, sc)
}

func (p *parser) ifStmt(h header, sc scope, elif bool) Stmt {
	var test Expr
	switch l := h.line.(type) {
	case *ifLine:
		test = l.Test
	case *elifLine:
		test = l.Test
	}
	good := p.checkExpr(test, sc)
	what := "'if' statement"
	if elif {
		what = "'elif' statement"
	}
	body, ok := p.suite(suiteOf(h.line), what, h, sc)
	good = good && ok
	s := &If{Test: test, Body: body, Elif: elif}
	if next, found := p.clause("elif"); found {
		if inner := p.ifStmt(next, sc, true); inner != nil {
			s.Else = []Stmt{inner}
		} else {
			good = false
		}
	} else if s.Else, ok = p.elseClause(sc); !ok {
		good = false
	}
	s.At = p.after(h)
	if !good {
		return nil
	}
	return s
}

func (p *parser) whileStmt(h header, sc scope) Stmt {
	s := &While{}
	if l, ok := h.line.(*whileLine); ok {
		s.Test = l.Test
	}
	good := p.checkExpr(s.Test, sc)
	body, ok := p.suite(suiteOf(h.line), "'while' statement", h, sc.loop())
	orElse, ok2 := p.elseClause(sc)
	if !good || !ok || !ok2 {
		return nil
	}
	s.Body, s.Else, s.At = body, orElse, p.after(h)
	return s
}

func (p *parser) forStmt(h header, sc scope) Stmt {
	s := &For{}
	good := true
	if l, ok := h.line.(*forLine); ok {
		s.Target, s.Iter, s.Async = l.Target, l.Iter, l.Async
		good = p.checkTarget(s.Target, bound, sc) && p.checkValue(s.Iter, sc)
		good = p.checkAsync(l.Async, h, "'async for'", sc) && good
	}
	body, ok := p.suite(suiteOf(h.line), "'for' statement", h, sc.loop())
	orElse, ok2 := p.elseClause(sc)
	if !good || !ok || !ok2 {
		return nil
	}
	s.Body, s.Else, s.At = body, orElse, p.after(h)
	return s
}

func (p *parser) tryStmt(h header, sc scope) Stmt {
	s := &Try{}
	body, good := p.suite(suiteOf(h.line), "'try' statement", h, sc)
	s.Body = body
	clauses := 0
	for next, ok := p.clause("except"); ok; next, ok = p.clause("except") {
		clauses++
		if handler := p.handler(s, next, sc); handler != nil {
			s.Handlers = append(s.Handlers, handler)
		} else {
			good = false
		}
	}
	var ok bool
	if clauses > 0 {
		if s.Else, ok = p.elseClause(sc); !ok {
			good = false
		}
	}
	if next, found := p.clause("finally"); found {
		clauses++
		if s.Finally, ok = p.suite(suiteOf(next.line), "'finally' statement", next, sc); !ok {
			good = false
		}
	}
	if clauses == 0 && good {
		p.report(errorAt(spanOf(p.lex.Peek()), codeExpected, "expected 'except' or 'finally' block").
			note(h.at, "the 'try' is here"))
		good = false
	}
	s.At = p.after(h)
	if !good {
		return nil
	}
	return s
}

// handler parses the block of an except clause of s.
func (p *parser) handler(s *Try, h header, sc scope) *Handler {
	out := &Handler{}
	good := true
	if l, ok := h.line.(*exceptLine); ok {
		out.Type, out.Name = l.Type, l.Name.name()
		good = p.checkExpr(out.Type, sc)
		if n := len(s.Handlers); n > 0 && s.Handlers[n-1].Type == nil {
			p.report(errorAt(s.Handlers[n-1].Span, codeContext, "default 'except:' must be last"))
			good = false
		}
		if len(s.Handlers) > 0 && s.Star != l.Star {
			p.report(errorAt(h.at, codeSyntax, "cannot have both 'except' and 'except*' on the same 'try'"))
			good = false
		}
		if l.Star && l.Type == nil {
			p.report(errorAt(h.at, codeExpected, "expected one or more exception types"))
			good = false
		}
		s.Star = l.Star
	}
	what := "'except' statement"
	if s.Star {
		what = "'except*' statement"
	}
	body, ok := p.suite(suiteOf(h.line), what, h, sc)
	if !good || !ok {
		return nil
	}
	out.Body, out.At = body, p.after(h)
	return out
}

func (p *parser) withStmt(h header, sc scope) Stmt {
	s := &With{}
	good := true
	if l, ok := h.line.(*withLine); ok {
		s.Items, s.Async = l.Items.withItems(), l.Async
		for _, item := range s.Items {
			good = p.checkExpr(item.Ctx, sc) && good
			if item.Target != nil {
				good = p.checkTarget(item.Target, bound, sc) && good
			}
		}
		good = p.checkAsync(l.Async, h, "'async with'", sc) && good
	}
	body, ok := p.suite(suiteOf(h.line), "'with' statement", h, sc)
	if !good || !ok {
		return nil
	}
	s.Body, s.At = body, p.after(h)
	return s
}

// decorated parses the decorators behind the first and what they decorate.
func (p *parser) decorated(h header, sc scope) Stmt {
	var decorators []Expr
	good := true
	for {
		if l, ok := h.line.(*decoratorLine); ok {
			decorators = append(decorators, l.X)
			good = p.checkExpr(l.X, sc) && good
		} else {
			good = false
		}
		next := p.at()
		if next != "@" && next != "def" && next != "class" {
			if good {
				p.report(errorAt(spanOf(p.lex.Peek()), codeExpected, "expected a function or class definition after the decorator, found %s", describe(p.lex.Peek())))
			}
			return nil
		}
		h = p.header()
		var s Stmt
		switch next {
		case "@":
			continue
		case "def":
			s = p.funcDef(h, sc, decorators)
		case "class":
			s = p.classDef(h, sc, decorators)
		}
		if !good {
			return nil
		}
		return s
	}
}

func (p *parser) funcDef(h header, sc scope, decorators []Expr) Stmt {
	s := &FuncDef{Decorators: decorators}
	good := true
	if l, ok := h.line.(*defLine); ok {
		s.Name, s.TypeParams, s.Async = l.Name.name(), names(l.TypeParams), l.Async
		if l.Params != nil {
			s.Params = l.Params.params()
		}
		s.Result = l.Result
		good = p.checkParamExprs(s.Params, sc)
		good = p.checkExpr(s.Result, sc) && good
	}
	body, ok := p.suite(suiteOf(h.line), "function definition", h, scope{fn: true, async: p.isAsync(h), params: s.Params})
	if !good || !ok {
		return nil
	}
	s.Body, s.At = body, p.after(h)
	return s
}

// isAsync reports whether a def's header starts with async.
func (p *parser) isAsync(h header) bool {
	text := p.src.Slice(h.at)
	return len(text) > 5 && text[:5] == "async"
}

func (p *parser) classDef(h header, sc scope, decorators []Expr) Stmt {
	s := &ClassDef{Decorators: decorators}
	good := true
	if l, ok := h.line.(*classLine); ok {
		s.Name, s.TypeParams = l.Name.name(), names(l.TypeParams)
		if l.Args != nil {
			s.Args = l.Args.args()
		}
		good = p.checkArgExprs(s.Args, sc)
	}
	body, ok := p.suite(suiteOf(h.line), "class definition", h, scope{class: true, nested: sc.fn || sc.nested})
	if !good || !ok {
		return nil
	}
	s.Body, s.At = body, p.after(h)
	return s
}

func (p *parser) matchStmt(h header, sc scope) Stmt {
	s := &Match{}
	good := false
	if l, ok := h.line.(*matchLine); ok {
		s.Subject = l.Subject
		good = p.checkExpr(s.Subject, sc)
	}
	if p.lex.Peek().Type != tokIndent { // markSoftKeywords has seen one
		return nil
	}
	p.lex.Next()
	for p.lex.Peek().Type != tokDedent && p.lex.Peek().Type != lexer.EOF {
		next, ok := p.clause("case")
		if !ok {
			p.report(errorAt(spanOf(p.lex.Peek()), codeExpected, "expected 'case', found %s", describe(p.lex.Peek())))
			good = false
			p.statements(sc)
			break
		}
		if c := p.caseClause(next, sc); c != nil {
			s.Cases = append(s.Cases, c)
		} else {
			good = false
		}
	}
	if p.lex.Peek().Type == tokDedent {
		p.lex.Next()
	}
	s.At = p.after(h)
	if !good || !p.checkCases(s) {
		return nil
	}
	return s
}

func (p *parser) caseClause(h header, sc scope) *Case {
	c := &Case{}
	good := true
	if l, ok := h.line.(*caseLine); ok {
		c.Pattern, c.Guard = l.Pattern, l.Guard
		good = p.checkExpr(c.Guard, sc)
		good = p.checkPattern(c.Pattern) && good
	}
	body, ok := p.suite(suiteOf(h.line), "'case' statement", h, sc)
	if !good || !ok {
		return nil
	}
	c.Body, c.At = body, p.after(h)
	return c
}
