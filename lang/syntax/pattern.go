package syntax

// patterns parses what stands behind case: a pattern, or several with commas between them,
// which make a sequence.
func (p *exprParser) patterns() Pattern {
	start := p.start()
	first := p.patternOrStar()
	if !p.is(",") {
		if star, ok := first.(*MatchStar); ok {
			p.fail(errorAt(star.Span, codeTarget, "cannot use a starred pattern here"))
		}
		return first
	}
	all := []Pattern{first}
	for p.got(",") && !p.is(":") && !p.is("if") {
		all = append(all, p.patternOrStar())
	}
	return &MatchSequence{p.since(start), all}
}

func (p *exprParser) patternOrStar() Pattern {
	if !p.is("*") {
		return p.pattern()
	}
	start := p.start()
	p.next()
	name := p.captureName()
	return &MatchStar{p.since(start), name}
}

// captureName parses a name to bind: nil for _.
func (p *exprParser) captureName() *Name {
	t := p.lex.Peek()
	if t.Type != tokName {
		p.failAt("a name")
	}
	p.next()
	if t.Value == "_" {
		return nil
	}
	return &Name{At{spanOf(t)}, normalName(t.Value)}
}

// pattern parses alternatives and an optional as.
func (p *exprParser) pattern() Pattern {
	p.enter()
	defer p.leave()
	start := p.start()
	x := p.closedPattern()
	if p.is("|") {
		or := &MatchOr{Patterns: []Pattern{x}}
		for n := 0; p.got("|"); p.chain(&n) {
			or.Patterns = append(or.Patterns, p.closedPattern())
		}
		or.At = p.since(start)
		x = or
	}
	if !p.got("as") {
		return x
	}
	t := p.lex.Peek()
	name := p.captureName()
	if name == nil {
		p.fail(errorAt(spanOf(t), codeTarget, "cannot use '_' as a target"))
	}
	return &MatchCapture{p.since(start), x, name}
}

// closedPattern parses a pattern that needs no parentheses beside others.
func (p *exprParser) closedPattern() Pattern {
	t := p.lex.Peek()
	start := p.start()
	switch {
	case t.Type == tokName && !isToken(p.second(), ".") && !isToken(p.second(), "("):
		name := p.captureName()
		return &MatchCapture{p.since(start), nil, name}
	case t.Type == tokName:
		return p.dottedPattern(start)
	case p.is("["):
		p.next()
		return &MatchSequence{Patterns: p.patternList("]"), At: p.since(start)}
	case p.is("("):
		return p.groupPattern(start)
	case p.is("{"):
		return p.mappingPattern(start)
	}
	return &MatchValue{X: p.literalPattern(), At: p.since(start)}
}

// dottedPattern parses a.b, a constant, or C(…), a class.
func (p *exprParser) dottedPattern(start int32) Pattern {
	t := p.next()
	var x Expr = &Name{At{spanOf(t)}, normalName(t.Value)}
	for p.got(".") {
		t := p.lex.Peek()
		if t.Type != tokName {
			p.failAt("an attribute name after '.'")
		}
		p.next()
		x = &Attr{p.since(start), x, normalName(t.Value), spanOf(t)}
	}
	if !p.got("(") {
		return &MatchValue{p.since(start), x}
	}
	c := &MatchClass{Class: x}
	for !p.is(")") {
		if t := p.lex.Peek(); t.Type == tokName && isToken(p.second(), "=") {
			p.next()
			p.next()
			c.Keywords = append(c.Keywords, normalName(t.Value))
			c.KwPats = append(c.KwPats, p.pattern())
		} else {
			x := p.pattern()
			if len(c.Keywords) > 0 {
				p.fail(errorAt(x.Pos(), codeArgs, "positional patterns follow keyword patterns"))
			}
			c.Patterns = append(c.Patterns, x)
		}
		if !p.got(",") {
			break
		}
	}
	p.want(")")
	c.At = p.since(start)
	return c
}

// patternList parses patterns up to and including a closing bracket.
func (p *exprParser) patternList(end string) []Pattern {
	var all []Pattern
	for !p.is(end) {
		all = append(all, p.patternOrStar())
		if !p.got(",") {
			break
		}
	}
	if !p.got(end) {
		p.failAt("',' or '" + end + "'")
	}
	return all
}

// groupPattern parses (p), a group, or (p, q), a sequence.
func (p *exprParser) groupPattern(start int32) Pattern {
	p.next()
	if p.got(")") {
		return &MatchSequence{p.since(start), nil}
	}
	first := p.patternOrStar()
	if _, star := first.(*MatchStar); !star && p.got(")") {
		return first
	}
	all := []Pattern{first}
	if p.got(",") {
		all = append(all, p.patternList(")")...)
	} else {
		p.failAt("',' or ')'")
	}
	return &MatchSequence{p.since(start), all}
}

// mappingPattern parses {key: p, **rest}.
func (p *exprParser) mappingPattern(start int32) Pattern {
	p.next()
	m := &MatchMapping{}
	for !p.is("}") {
		if p.got("**") {
			if m.Rest = p.captureName(); m.Rest == nil {
				p.failAt("a name other than '_' after '**'")
			}
			p.got(",")
			break
		}
		m.Keys = append(m.Keys, p.mappingKey())
		p.want(":")
		m.Patterns = append(m.Patterns, p.pattern())
		if !p.got(",") {
			break
		}
	}
	if !p.got("}") {
		p.failAt("',' or '}'")
	}
	m.At = p.since(start)
	return m
}

// mappingKey parses a literal or a dotted name.
func (p *exprParser) mappingKey() Expr {
	if t := p.lex.Peek(); t.Type == tokName && isToken(p.second(), ".") {
		if v, ok := p.dottedPattern(p.start()).(*MatchValue); ok {
			return v.X
		}
		p.failAt("a literal or a dotted name as the key")
	}
	return p.literalPattern()
}

// literalPattern parses a number, also signed or complex, a string, None, True or False.
func (p *exprParser) literalPattern() Expr {
	start := p.start()
	t := p.lex.Peek()
	switch {
	case t.Type == tokString, p.is("None"), p.is("True"), p.is("False"):
		x := p.atom()
		if f, ok := x.(*FString); ok {
			p.fail(errorAt(f.Span, codeTarget, "patterns may only match literals and attribute lookups"))
		}
		return x
	case t.Type == tokNumber, p.is("-") && p.second().Type == tokNumber:
		x := p.signedNumber()
		if p.is("+") || p.is("-") {
			op := p.next().Value
			y := p.signedNumber()
			if _, ok := y.(*ImagLit); !ok {
				p.fail(errorAt(y.Pos(), codeNumber, "imaginary number required in complex literal"))
			}
			x = &Binary{p.since(start), op, x, y}
		}
		return x
	}
	p.failAt("a pattern")
	return nil
}

func (p *exprParser) signedNumber() Expr {
	start := p.start()
	if p.got("-") {
		x := p.signedNumber()
		return &Unary{p.since(start), "-", x}
	}
	if p.lex.Peek().Type != tokNumber {
		p.failAt("a number")
	}
	return p.atom()
}
