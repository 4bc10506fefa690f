package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// args parses the arguments of a call or class behind '(', and the ')'. Only a call may have
// a generator without parentheses, as its one argument.
func (p *exprParser) args(call bool) []*Arg {
	p.enter()
	defer p.leave()
	var args []*Arg
	for !p.is(")") {
		a := p.arg()
		if a.Star == "" && a.Name == "" && p.startsComp() {
			p.noStar(a.Value)
			start := a.Span.Start
			clauses := p.clauses()
			a.Value = &Comp{p.since(start), GenExp, nil, a.Value, clauses}
			a.At = p.since(start)
			if !call || len(args) > 0 || p.is(",") && !isToken(p.second(), ")") {
				p.fail(errorAt(a.Span, codeArgs, "generator expression must be parenthesized"))
			}
		}
		args = append(args, a)
		if !p.got(",") {
			break
		}
	}
	if len(args) == 0 {
		p.want(")")
		return nil
	}
	if p.is(":") {
		p.forgottenLambda(args)
	}
	p.closing(")", args[len(args)-1].Value)
	return args
}

// forgottenLambda reports f(x: x + 1), if that is what the arguments before the colon look like.
func (p *exprParser) forgottenLambda(args []*Arg) {
	var names []string
	for _, a := range args {
		n, ok := a.Value.(*Name)
		if !ok || a.Star != "" || a.Name != "" {
			return
		}
		names = append(names, n.Id)
	}
	p.fail(errorAt(spanOf(p.lex.Peek()), codeExpected, "expected ',' or ')', found ':'").hint("a function without a name is written lambda %s: …", strings.Join(names, ", ")))
}

// arg parses one argument.
func (p *exprParser) arg() *Arg {
	t := p.lex.Peek()
	a := &Arg{}
	switch {
	case p.is("*") || p.is("**"):
		a.Star = t.Value
		p.next()
		a.Value = p.test()
	case t.Type == tokName && isToken(p.second(), "="):
		p.next()
		p.next()
		a.Name, a.NameAt = normalName(t.Value), spanOf(t)
		if p.is(",") || p.is(")") {
			p.fail(errorAt(a.NameAt, codeExpected, "expected argument value expression after '%s='", t.Value))
		}
		a.Value = p.test()
	default:
		a.Value = p.named()
		if p.is("=") {
			p.badKeyword(a.Value)
		}
	}
	a.At = p.since(int32(t.Pos.Offset))
	return a
}

// badKeyword reports f(x.y=1) and the like.
func (p *exprParser) badKeyword(x Expr) {
	at := x.Pos().Join(spanOf(p.lex.Peek()))
	switch x := x.(type) {
	case *BoolLit, *NoneLit:
		p.fail(errorAt(at, codeTarget, "cannot assign to %s", exprKind(x)))
	}
	p.fail(errorAt(at, codeArgs, "expression cannot contain assignment, perhaps you meant \"==\"?"))
}

// params parses parameters up to the given closing token, which stays. Only a def's
// parameters may have annotations.
func (p *exprParser) params(end string, annotations bool) []*Param {
	var params []*Param
	for !p.is(end) {
		params = append(params, p.param(end, annotations))
		if !p.got(",") {
			break
		}
	}
	if !p.is(end) {
		if t := p.lex.Peek(); t.Type == lexer.EOF && t.Value == ":" {
			p.fail(errorAt(spanOf(t), codeFString, "f-string: lambda expressions need parentheses"))
		}
		if p.lex.Peek().Type == lexer.EOF || p.lex.Peek().Type == tokNewline || len(params) == 0 {
			p.failAt("'" + end + "'")
		}
		p.failAt("',' or '" + end + "'")
	}
	if e := checkParams(params); e != nil {
		p.fail(e)
	}
	return params
}

// param parses one parameter or a bare * or /.
func (p *exprParser) param(end string, annotations bool) *Param {
	start := p.start()
	param := &Param{}
	switch {
	case p.got("/"):
		param.Kind, param.At = BareSlash, p.since(start)
		return param
	case p.got("**"):
		param.Kind = StarStarParam
	case p.got("*"):
		param.Kind = StarParam
		if p.is(",") || p.is(end) {
			param.Kind, param.At = BareStar, p.since(start)
			return param
		}
	case p.is("("):
		p.parenthesizedParam(annotations)
	}
	t := p.lex.Peek()
	if t.Type != tokName {
		p.failAt("a parameter name")
	}
	p.next()
	param.Name = normalName(t.Value)
	if annotations && p.got(":") {
		if param.Kind == StarParam {
			param.Type = p.starOrTest()
		} else {
			param.Type = p.test()
		}
	}
	if p.is("=") {
		if param.Kind != PlainParam {
			p.fail(errorAt(spanOf(p.lex.Peek()), codeParams, "var-%s argument cannot have default value",
				map[ParamKind]string{StarParam: "positional", StarStarParam: "keyword"}[param.Kind]))
		}
		p.next()
		if p.is(",") || p.is(end) {
			p.failAt("a default value expression")
		}
		param.Default = p.test()
	}
	param.At = p.since(start)
	return param
}

// parenthesizedParam reports Python 2's def f(a, (b, c)).
func (p *exprParser) parenthesizedParam(def bool) {
	start := p.start()
	for p.lex.Peek().Type != tokNewline && p.lex.Peek().Type != lexer.EOF && !p.is(")") {
		p.next()
	}
	p.got(")")
	e := errorAt(p.since(start).Span, codePython2, "parameters cannot be parenthesized")
	if def {
		e.hint("take one parameter and unpack it in the body: a, b = pair")
	} else {
		e.hint("take one parameter and index it: lambda pair: pair[0] + pair[1]")
	}
	p.fail(e)
}

// withItems parses a as b, c. Parentheses around all of them are the statement's if a ':'
// follows them, and an expression's otherwise.
func (p *exprParser) withItems() []*WithItem {
	if p.is("(") {
		here, end := p.lex.MakeCheckpoint(), p.end
		items, err := p.parenthesizedItems()
		if items != nil {
			return items
		}
		p.lex.LoadCheckpoint(here)
		p.end = end
		defer p.preferDeeper(err)
	}
	items := []*WithItem{p.withItem()}
	for p.got(",") {
		items = append(items, p.withItem())
	}
	return items
}

// preferDeeper replaces the error under way, if any, by an earlier one further behind.
func (p *exprParser) preferDeeper(earlier *Error) {
	if r := recover(); r != nil {
		if e, ok := r.(*Error); ok && earlier != nil && earlier.Span.Start > e.Span.Start {
			panic(earlier)
		}
		panic(r)
	}
}

// parenthesizedItems parses (a as b, c) before a ':', or returns nil and the error if it was
// one.
func (p *exprParser) parenthesizedItems() (items []*WithItem, err *Error) {
	depth := p.depth
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			items, err, p.depth = nil, e, depth
		}
	}()
	p.next()
	for !p.is(")") {
		items = append(items, p.withItem())
		if !p.got(",") {
			break
		}
	}
	if len(items) == 0 {
		return nil, nil // an empty tuple
	}
	p.closing(")", items[len(items)-1].Ctx)
	if !p.is(":") {
		return nil, nil
	}
	return items, nil
}

func (p *exprParser) withItem() *WithItem {
	start := p.start()
	item := &WithItem{Ctx: p.test()}
	if p.got("as") {
		item.Target = p.target()
	}
	item.At = p.since(start)
	return item
}
