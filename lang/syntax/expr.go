package syntax

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// Bounds on what a script may nest, so that no input exhausts the stack of this or a later
// phase.
const (
	maxExprDepth = 1000  // expressions inside expressions
	maxChain     = 20000 // a + b + …, or a.b().c()…
)

// exprParser parses expressions by precedence climbing from participle's token stream.
// Its methods panic with an *Error, which parseWith recovers.
type exprParser struct {
	lex   *lexer.PeekingLexer
	end   int32 // behind the last token consumed
	depth int
}

// Binding powers of Python's operators, weakest first.
const (
	precOr = iota
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precTerm
	precUnary
)

// binaryPrec returns the binding power of a binary operator, or -1. The power operator is
// not among them: it binds tighter than a unary operator on its left only.
func binaryPrec(t *lexer.Token) int {
	if t.Type != tokOp && t.Type != tokKeyword {
		return -1
	}
	switch t.Value {
	case "or":
		return precOr
	case "and":
		return precAnd
	case "<", ">", "==", ">=", "<=", "!=", "in", "is", "not":
		return precCompare
	case "|":
		return precBitOr
	case "^":
		return precBitXor
	case "&":
		return precBitAnd
	case "<<", ">>":
		return precShift
	case "+", "-":
		return precSum
	case "*", "/", "//", "%", "@":
		return precTerm
	}
	return -1
}

// parseWith makes a participle production of a method of exprParser. After an error at its
// first token it moves the stream on, so that participle sticks to this branch.
func parseWith[T any](starts func(*lexer.Token) bool, parse func(*exprParser) T) func(*lexer.PeekingLexer) (T, error) {
	return func(lex *lexer.PeekingLexer) (x T, err error) {
		if !starts(lex.Peek()) {
			return x, participle.NextMatch
		}
		defer func() {
			if r := recover(); r != nil {
				e, ok := r.(*Error)
				if !ok {
					panic(r)
				}
				err = e
				lex.Next()
			}
		}()
		p := &exprParser{lex: lex}
		return parse(p), nil
	}
}

// startsExpr reports whether a token can start an expression without a star.
func startsExpr(t *lexer.Token) bool {
	switch t.Type {
	case tokName, tokNumber, tokString:
		return true
	case tokKeyword:
		switch t.Value {
		case "None", "True", "False", "lambda", "not", "await":
			return true
		}
	case tokOp:
		switch t.Value {
		case "(", "[", "{", "+", "-", "~", "...":
			return true
		}
	}
	return false
}

// startsList reports whether a token can start a list of expressions, or a yield.
func startsList(t *lexer.Token) bool {
	return startsExpr(t) || t.Value == "*" && t.Type == tokOp || t.Value == "yield" && t.Type == tokKeyword
}

func (p *exprParser) fail(e *Error) { panic(e) }

// failAt reports what was found in place of what was expected.
func (p *exprParser) failAt(want string) {
	t := p.lex.Peek()
	p.fail(errorAt(spanOf(t), codeExpected, "expected %s, found %s", want, describe(t)))
}

// enter counts a level of nesting; leave ends it.
func (p *exprParser) enter() {
	if p.depth++; p.depth > maxExprDepth {
		p.fail(errorAt(spanOf(p.lex.Peek()), codeNesting, "the expression is nested too deeply"))
	}
}

func (p *exprParser) leave() { p.depth-- }

// chain counts a link of an expression that grows to the left.
func (p *exprParser) chain(n *int) {
	if *n++; *n > maxChain {
		p.fail(errorAt(spanOf(p.lex.Peek()), codeNesting, "the expression has too many operands"))
	}
}

// next consumes a token.
func (p *exprParser) next() *lexer.Token {
	t := p.lex.Next()
	p.end = int32(t.Pos.Offset + len(t.Value))
	return t
}

// is reports whether the next token is the given operator or keyword.
func (p *exprParser) is(v string) bool { return isToken(p.lex.Peek(), v) }

func isToken(t *lexer.Token, v string) bool {
	return t.Value == v && (t.Type == tokOp || t.Type == tokKeyword)
}

// got consumes the next token if it is the given operator or keyword.
func (p *exprParser) got(v string) bool {
	if !p.is(v) {
		return false
	}
	p.next()
	return true
}

// want consumes the given operator or keyword.
func (p *exprParser) want(v string) {
	if !p.got(v) {
		p.failAt("'" + v + "'")
	}
}

// second returns the token after the next.
func (p *exprParser) second() *lexer.Token {
	here := p.lex.MakeCheckpoint()
	p.lex.Next()
	t := p.lex.Peek()
	p.lex.LoadCheckpoint(here)
	return t
}

// start is the offset of the next token.
func (p *exprParser) start() int32 { return int32(p.lex.Peek().Pos.Offset) }

// since makes the place from an offset to the last token consumed.
func (p *exprParser) since(start int32) At { return At{Span{start, p.end}} }

// yieldOrList parses what may stand alone or right of '=': a yield, or expressions.
func (p *exprParser) yieldOrList() Expr {
	if p.is("yield") {
		return p.yield()
	}
	return p.list()
}

// yield parses yield, yield x, yield from x.
func (p *exprParser) yield() Expr {
	start := p.start()
	p.next()
	if p.got("from") {
		x := p.test()
		return &YieldFrom{p.since(start), x}
	}
	var value Expr
	if t := p.lex.Peek(); startsList(t) && t.Value != "yield" {
		value = p.list()
	}
	return &Yield{p.since(start), value}
}

// list parses expressions with commas between them: one is itself, several are a Tuple.
func (p *exprParser) list() Expr { return p.listOf((*exprParser).starOrTest) }

// listOf parses a list of the given elements. A comma at its end makes a Tuple of one.
func (p *exprParser) listOf(element func(*exprParser) Expr) Expr {
	start := p.start()
	first := element(p)
	if !p.is(",") {
		return first
	}
	elts := []Expr{first}
	for p.got(",") && startsList(p.lex.Peek()) && !p.is("yield") {
		elts = append(elts, element(p))
	}
	return &Tuple{At: p.since(start), Elts: elts}
}

// starOrTest parses *x or an expression.
func (p *exprParser) starOrTest() Expr {
	if p.is("*") {
		return p.star()
	}
	return p.test()
}

// starOrNamed parses *x, an expression or name := x.
func (p *exprParser) starOrNamed() Expr {
	if p.is("*") {
		return p.star()
	}
	return p.named()
}

func (p *exprParser) star() Expr {
	start := p.start()
	p.next()
	x := p.binary(precBitOr)
	return &Star{p.since(start), x}
}

// targets parses the targets of a for: what stands left of in.
func (p *exprParser) targets() Expr { return p.listOf((*exprParser).target) }

func (p *exprParser) target() Expr {
	if p.is("*") {
		return p.star()
	}
	return p.binary(precBitOr)
}

// named parses an expression that may be name := x.
func (p *exprParser) named() Expr {
	start := p.start()
	x := p.test()
	if !p.is(":=") {
		return x
	}
	name, ok := x.(*Name)
	if !ok || x.Pos().Start != start {
		p.fail(errorAt(x.Pos(), codeTarget, "cannot use assignment expressions with %s", exprKind(x)))
	}
	p.next()
	value := p.test()
	return &NamedExpr{p.since(start), name, value}
}

// test parses a conditional expression or a lambda.
func (p *exprParser) test() Expr {
	p.enter()
	defer p.leave()
	if p.is("lambda") {
		return p.lambda()
	}
	start := p.start()
	x := p.binary(precOr)
	if !p.is("if") {
		return x
	}
	p.next()
	cond := p.binary(precOr)
	if !p.is("else") {
		p.fail(errorAt(Span{start, p.end}, codeExpected, "expected 'else' after 'if' expression"))
	}
	p.next()
	other := p.test()
	return &IfExp{At: p.since(start), Cond: cond, Then: x, Else: other}
}

func (p *exprParser) lambda() Expr {
	start := p.start()
	p.next()
	params := p.params(":", false)
	p.want(":")
	body := p.test()
	return &Lambda{p.since(start), params, body}
}

// binary parses operators that bind at least as tight as min.
func (p *exprParser) binary(min int) Expr {
	start := p.start()
	var x Expr
	if p.is("not") && min <= precNot {
		p.enter()
		p.next()
		operand := p.binary(precNot)
		p.leave()
		x = &Unary{p.since(start), "not", operand}
	} else {
		x = p.unary()
	}
	for n := 0; ; p.chain(&n) {
		t := p.lex.Peek()
		prec := binaryPrec(t)
		if prec < min {
			if t.Value == "<>" && t.Type == tokOp {
				p.fail(errorAt(spanOf(t), codePython2, "the operator <> is Python 2").hint("write !="))
			}
			return x
		}
		switch prec {
		case precOr, precAnd:
			x = p.boolOp(start, x, t.Value, prec)
		case precCompare:
			if t.Value == "not" && !isToken(p.second(), "in") {
				return x
			}
			x = p.compare(start, x)
		default:
			op := p.next().Value
			y := p.binary(prec + 1)
			x = &Binary{p.since(start), op, x, y}
		}
	}
}

// boolOp parses the rest of x and y and …
func (p *exprParser) boolOp(start int32, x Expr, op string, prec int) Expr {
	b := &BoolOp{Op: op, Xs: []Expr{x}}
	for n := 0; p.got(op); p.chain(&n) {
		b.Xs = append(b.Xs, p.binary(prec+1))
	}
	b.At = p.since(start)
	return b
}

// compare parses the rest of x < y <= …
func (p *exprParser) compare(start int32, x Expr) Expr {
	c := &Compare{X: x}
	for n := 0; ; p.chain(&n) {
		t := p.lex.Peek()
		if binaryPrec(t) != precCompare || t.Value == "not" && !isToken(p.second(), "in") {
			c.At = p.since(start)
			return c
		}
		op := p.next().Value
		switch {
		case op == "not":
			p.want("in")
			op = "not in"
		case op == "is" && p.got("not"):
			op = "is not"
		}
		c.Ops = append(c.Ops, op)
		c.Ys = append(c.Ys, p.binary(precBitOr))
	}
}

// unary parses - + ~ and what binds tighter.
func (p *exprParser) unary() Expr {
	t := p.lex.Peek()
	if t.Type != tokOp || t.Value != "-" && t.Value != "+" && t.Value != "~" {
		return p.power()
	}
	p.enter()
	defer p.leave()
	start := p.start()
	op := p.next().Value
	x := p.unary()
	return &Unary{p.since(start), op, x}
}

// power parses x ** y, which binds tighter than a unary operator on its left and looser
// than one on its right.
func (p *exprParser) power() Expr {
	start := p.start()
	x := p.await()
	if !p.is("**") {
		return x
	}
	p.enter()
	defer p.leave()
	p.next()
	y := p.unary()
	return &Binary{p.since(start), "**", x, y}
}

func (p *exprParser) await() Expr {
	if !p.is("await") {
		return p.primary()
	}
	start := p.start()
	p.next()
	x := p.primary()
	return &Await{p.since(start), x}
}

// primary parses an atom and the attributes, calls and subscripts behind it.
func (p *exprParser) primary() Expr {
	start := p.start()
	x := p.atom()
	for n := 0; ; p.chain(&n) {
		switch {
		case p.is("."):
			p.next()
			t := p.lex.Peek()
			if t.Type != tokName {
				p.failAt("an attribute name after '.'")
			}
			p.next()
			x = &Attr{p.since(start), x, normalName(t.Value), spanOf(t)}
		case p.is("("):
			p.next()
			args := p.args(true)
			x = &Call{p.since(start), x, args}
		case p.is("["):
			p.next()
			i := p.subscript()
			x = &Index{p.since(start), x, i}
		default:
			return x
		}
	}
}
