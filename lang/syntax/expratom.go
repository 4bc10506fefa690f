package syntax

import "strings"

// atom parses names, literals and everything in brackets.
func (p *exprParser) atom() Expr {
	t := p.lex.Peek()
	at := At{spanOf(t)}
	switch t.Type {
	case tokName:
		p.next()
		return &Name{at, normalName(t.Value)}
	case tokNumber:
		p.next()
		return numberLit(at, t.Value)
	case tokString:
		return p.stringConstant()
	case tokKeyword, tokOp:
		switch t.Value {
		case "None":
			p.next()
			return &NoneLit{at}
		case "True", "False":
			p.next()
			return &BoolLit{at, t.Value == "True"}
		case "...":
			p.next()
			return &Ellipsis{at}
		case "(", "[", "{":
			p.enter()
			defer p.leave()
			p.next()
			switch t.Value {
			case "(":
				return p.parens(at.Span.Start)
			case "[":
				return p.brackets(at.Span.Start)
			}
			return p.braces(at.Span.Start)
		}
	}
	p.failAt("an expression")
	return nil
}

// numberLit makes the node of a number as written.
func numberLit(at At, text string) Expr {
	hex := len(text) > 1 && (text[1] == 'x' || text[1] == 'X')
	switch {
	case !hex && strings.HasSuffix(strings.ToLower(text), "j"):
		return &ImagLit{at, text}
	case !hex && strings.ContainsAny(text, ".eE"):
		return &FloatLit{at, text}
	}
	return &IntLit{at, text}
}

// parens parses what follows '(': a tuple, a generator, a yield or one expression.
func (p *exprParser) parens(start int32) Expr {
	if p.got(")") {
		return &Tuple{p.since(start), nil, true}
	}
	if p.is("yield") {
		x := p.yield()
		p.closing(")", x)
		return x
	}
	first := p.starOrNamed()
	if p.startsComp() {
		p.noStar(first)
		clauses := p.clauses()
		p.closing(")", first)
		return &Comp{p.since(start), GenExp, nil, first, clauses}
	}
	if !p.is(",") {
		p.closing(")", first)
		if star, ok := first.(*Star); ok {
			p.fail(errorAt(star.Span, codeTarget, "cannot use starred expression here"))
		}
		return first
	}
	elts := p.rest(first, ")")
	return &Tuple{p.since(start), elts, true}
}

// rest parses the elements after the first, and the closing bracket.
func (p *exprParser) rest(first Expr, end string) []Expr {
	elts := []Expr{first}
	for p.got(",") && !p.is(end) {
		elts = append(elts, p.starOrNamed())
	}
	p.closing(end, elts[len(elts)-1])
	return elts
}

// closing consumes a closing bracket. Where an expression stands instead, a comma is
// missing behind last.
func (p *exprParser) closing(end string, last Expr) {
	if p.got(end) {
		return
	}
	t := p.lex.Peek()
	switch {
	case t.Type == tokName || t.Type == tokNumber || t.Type == tokString || startsExpr(t) && t.Type == tokOp:
		p.fail(errorAt(last.Pos().Join(spanOf(t)), codeSyntax, "invalid syntax; perhaps you forgot a comma before %s", describe(t)))
	case isToken(t, "=") && end != ")":
		p.fail(errorAt(spanOf(t), codeSyntax, "invalid syntax; maybe you meant '==' or ':=' instead of '='"))
	case isToken(t, "=") && t.Type == tokOp:
		p.fail(errorAt(last.Pos().Join(spanOf(t)), codeSyntax, "invalid syntax; maybe you meant '==' or ':=' instead of '='"))
	}
	p.failAt("',' or '" + end + "'")
}

// brackets parses what follows '[': a list or a list comprehension.
func (p *exprParser) brackets(start int32) Expr {
	if p.got("]") {
		return &List{p.since(start), nil}
	}
	first := p.starOrNamed()
	if p.startsComp() {
		p.noStar(first)
		clauses := p.clauses()
		p.closing("]", first)
		return &Comp{p.since(start), ListComp, nil, first, clauses}
	}
	elts := p.rest(first, "]")
	return &List{p.since(start), elts}
}

// braces parses what follows '{': a dict, a set or a comprehension of either.
func (p *exprParser) braces(start int32) Expr {
	if p.got("}") {
		return &Dict{At: p.since(start)}
	}
	if p.is("**") {
		return p.dict(start, nil, p.doubleStar())
	}
	first := p.starOrNamed()
	if p.is(":") {
		if star, ok := first.(*Star); ok {
			p.fail(errorAt(star.Span, codeTarget, "cannot use a starred expression in a dictionary key"))
		}
		return p.dict(start, first, p.dictValue())
	}
	if p.startsComp() {
		p.noStar(first)
		clauses := p.clauses()
		p.closing("}", first)
		return &Comp{p.since(start), SetComp, nil, first, clauses}
	}
	elts := p.rest(first, "}")
	return &Set{p.since(start), elts}
}

// dict parses a dict or its comprehension behind the first item. A nil key stands for **.
func (p *exprParser) dict(start int32, key, value Expr) Expr {
	if p.startsComp() {
		if key == nil {
			p.fail(errorAt(value.Pos(), codeSyntax, "dict unpacking cannot be used in dict comprehension"))
		}
		clauses := p.clauses()
		p.closing("}", value)
		return &Comp{p.since(start), DictComp, key, value, clauses}
	}
	d := &Dict{Keys: []Expr{key}, Values: []Expr{value}}
	for p.got(",") && !p.is("}") {
		key = nil
		if p.is("**") {
			value = p.doubleStar()
		} else {
			key = p.test()
			if !p.is(":") {
				p.fail(errorAt(key.Pos(), codeExpected, "':' expected after dictionary key"))
			}
			value = p.dictValue()
		}
		d.Keys, d.Values = append(d.Keys, key), append(d.Values, value)
	}
	p.closing("}", value)
	d.At = p.since(start)
	return d
}

// doubleStar parses **x in a dict.
func (p *exprParser) doubleStar() Expr {
	p.next()
	return p.binary(precBitOr)
}

// dictValue parses the ':' and the value of a dict's item.
func (p *exprParser) dictValue() Expr {
	p.next()
	if t := p.lex.Peek(); !startsExpr(t) {
		if p.is("*") {
			p.fail(errorAt(spanOf(t), codeTarget, "cannot use a starred expression in a dictionary value"))
		}
		p.fail(errorAt(spanOf(t), codeExpected, "expression expected after dictionary key and ':'"))
	}
	return p.test()
}

// startsComp reports whether a comprehension's clauses follow.
func (p *exprParser) startsComp() bool {
	return p.is("for") || p.is("async") && isToken(p.second(), "for")
}

// noStar rejects [*x for …].
func (p *exprParser) noStar(x Expr) {
	if star, ok := x.(*Star); ok {
		p.fail(errorAt(star.Span, codeTarget, "iterable unpacking cannot be used in comprehension"))
	}
}

// clauses parses for … in … if …, at least one.
func (p *exprParser) clauses() []*CompFor {
	var out []*CompFor
	for p.startsComp() {
		start := p.start()
		c := &CompFor{Async: p.got("async")}
		p.want("for")
		c.Target = p.targets()
		if !p.got("in") {
			p.failAt("'in' after the for-loop's variables")
		}
		c.Iter = p.binary(precOr)
		for p.got("if") {
			c.Ifs = append(c.Ifs, p.binary(precOr))
		}
		c.At = p.since(start)
		out = append(out, c)
	}
	return out
}

// subscript parses what stands between the brackets of x[…].
func (p *exprParser) subscript() Expr {
	p.enter()
	defer p.leave()
	start := p.start()
	if p.is("]") {
		p.failAt("an expression")
	}
	first := p.slice()
	if !p.is(",") {
		p.closing("]", first)
		if star, ok := first.(*Star); ok {
			return &Tuple{At: star.At, Elts: []Expr{star}}
		}
		return first
	}
	elts := []Expr{first}
	for p.got(",") && !p.is("]") {
		elts = append(elts, p.slice())
	}
	at := p.since(start)
	p.closing("]", elts[len(elts)-1])
	return &Tuple{At: at, Elts: elts}
}

// slice parses one subscript: an expression or lo:hi:step.
func (p *exprParser) slice() Expr {
	start := p.start()
	s := &Slice{}
	if !p.is(":") {
		s.Lo = p.starOrNamed()
		if !p.is(":") {
			return s.Lo
		}
	}
	p.next()
	if !p.is(":") && !p.is(",") && !p.is("]") {
		s.Hi = p.test()
	}
	if p.got(":") && !p.is(",") && !p.is("]") {
		s.Step = p.test()
	}
	s.At = p.since(start)
	return s
}
