package pyast

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// LiteralEval is ast.literal_eval(text): the value of a Python literal. It raises ValueError for other expressions and SyntaxError
// for what is none. Ints beyond 64 bits raise OverflowError.
func LiteralEval(text string) any {
	text = strings.TrimLeft(text, " \t")
	p := &parser{newLexer(text)}
	if p.skipNewlines(); p.tok.kind == end {
		p.tok.line = 0
		p.fail()
	}
	n := p.tuple()
	p.skipNewlines()
	if p.tok.kind != end {
		p.fail()
	}
	return n.value()
}

// node is an expression: a literal's value, or what kind of expression it is instead.
type node struct {
	kind  string // "": a literal
	line  int
	value func() any
}

func (p *parser) literal(v any) node { return node{line: p.tok.line, value: func() any { return v }} }

// other is an expression that is no literal.
func other(kind string, line int) node {
	return node{kind, line, func() any {
		py.Throw(py.ValueError, fmt.Sprintf("malformed node or string on line %d: <ast.%s object at 0x%x>", line, kind, py.Id(kind)))
		return nil
	}}
}

type parser struct {
	*lexer
}

// fail raises SyntaxError where the parser stands.
func (p *parser) fail() { p.syntaxError("invalid syntax") }

func (p *parser) is(s string) bool { return p.tok.kind == operator && p.tok.text == s }

func (p *parser) word(s string) bool { return p.tok.kind == name && p.tok.text == s }

func (p *parser) eat(s string) bool {
	if p.is(s) {
		p.next()
		return true
	}
	return false
}

func (p *parser) skipNewlines() {
	for p.tok.kind == newline {
		p.next()
	}
}

// tuple is an expression, or several with commas between.
func (p *parser) tuple() node {
	line := p.tok.line
	first := p.expr()
	if !p.is(",") {
		return first
	}
	items := []node{first}
	for p.eat(",") {
		if p.tok.kind == end || p.tok.kind == newline || p.is(")") {
			break
		}
		items = append(items, p.expr())
	}
	return node{line: line, value: func() any { return py.TupleFrom(values(items)) }}
}

func values(items []node) []any {
	out := make([]any, len(items))
	for i, n := range items {
		out[i] = n.value()
	}
	return out
}

// expr is an expression with operators; one that has any but a sign before a number is no literal.
func (p *parser) expr() node {
	if p.word("lambda") {
		line := p.tok.line
		for !p.is(":") && p.tok.kind != end {
			p.next()
		}
		p.eat(":")
		p.expr()
		return other("Lambda", line)
	}
	n := p.unary()
	for {
		line := p.tok.line
		switch {
		case p.tok.kind == operator && strings.Contains(" + - * / // % ** @ << >> & | ^ ", " "+p.tok.text+" "):
			p.next()
			p.unary()
			n = other("BinOp", line)
		case p.tok.kind == operator && strings.Contains(" < > <= >= == != ", " "+p.tok.text+" "), p.word("in"), p.word("is"):
			p.next()
			if p.word("not") {
				p.next()
			}
			p.unary()
			n = other("Compare", line)
		case p.word("and") || p.word("or"):
			p.next()
			p.unary()
			n = other("BoolOp", line)
		case p.word("if"):
			p.next()
			p.expr()
			if !p.word("else") {
				p.fail()
			}
			p.next()
			p.expr()
			n = other("IfExp", line)
		default:
			return n
		}
	}
}

func (p *parser) unary() node {
	line := p.tok.line
	switch {
	case p.is("-"), p.is("+"):
		neg := p.is("-")
		p.next()
		inner := p.unary()
		if inner.kind != "" {
			return inner
		}
		return node{line: line, value: func() any { return signed(inner.value(), neg, line) }}
	case p.is("~"), p.word("not"):
		p.next()
		p.unary()
		return other("UnaryOp", line)
	}
	n := p.atom()
	for {
		switch {
		case p.eat("."):
			if p.tok.kind != name {
				p.fail()
			}
			p.next()
			n = other("Attribute", line)
		case p.is("("):
			p.next()
			p.items(")")
			n = other("Call", line)
		case p.is("["):
			p.next()
			p.items("]")
			n = other("Subscript", line)
		default:
			return n
		}
	}
}

func signed(v any, neg bool, line int) any {
	switch v := v.(type) {
	case int64:
		if neg {
			return py.NegInt(v)
		}
		return v
	case float64:
		if neg {
			return -v
		}
		return v
	}
	return other("UnaryOp", line).value()
}

// items are expressions up to a closing bracket.
func (p *parser) items(closing string) []node {
	var out []node
	for !p.eat(closing) {
		if p.tok.kind == end {
			p.unclosed()
		}
		out = append(out, p.expr())
		if p.eat("=") || p.eat(":") { // an argument's name; a slice
			p.expr()
		}
		if !p.is(closing) && !p.eat(",") {
			if p.tok.kind == end {
				p.unclosed()
			}
			if p.word("for") {
				for !p.is(closing) && p.tok.kind != end {
					p.next()
				}
				continue
			}
			p.syntaxError(p.between(closing))
		}
	}
	return out
}

// between is what CPython says of two things side by side.
func (p *parser) between(closing string) string {
	switch p.tok.kind {
	case name, number, text:
		return "invalid syntax. Perhaps you forgot a comma?"
	}
	if strings.Contains(")]}", p.tok.text) && p.tok.text != closing {
		open := map[string]string{")": "(", "]": "[", "}": "{"}[closing]
		return fmt.Sprintf("closing parenthesis '%s' does not match opening parenthesis '%s'", p.tok.text, open)
	}
	return "invalid syntax"
}

func (p *parser) atom() node {
	line := p.tok.line
	switch {
	case p.tok.kind == number:
		return p.number()
	case p.tok.kind == text:
		return p.strings()
	case p.tok.kind == name:
		word := p.tok.text
		p.next()
		switch word {
		case "None":
			return p.literal(py.None)
		case "True", "False":
			return p.literal(word == "True")
		}
		if keywords[word] {
			p.fail()
		}
		return other("Name", line)
	case p.eat("("):
		return p.parens(line)
	case p.eat("["):
		items := p.items("]")
		return node{line: line, value: func() any { return py.NewList(values(items)...) }}
	case p.eat("{"):
		return p.braces(line)
	case p.tok.kind == end && len(p.open) > 0:
		p.unclosed()
	}
	p.fail()
	return node{}
}

var keywords = map[string]bool{"def": true, "class": true, "for": true, "while": true, "return": true, "import": true, "from": true, "with": true, "try": true,
	"except": true, "raise": true, "assert": true, "del": true, "pass": true, "break": true, "continue": true, "global": true, "nonlocal": true, "elif": true,
	"else": true, "finally": true, "as": true, "if": true, "in": true, "is": true, "and": true, "or": true}

func (p *parser) parens(line int) node {
	if p.eat(")") {
		return node{line: line, value: func() any { return py.TupleFrom(nil) }}
	}
	first := p.expr()
	if p.eat(")") {
		return first
	}
	if !p.eat(",") {
		if p.tok.kind == end {
			p.unclosed()
		}
		p.syntaxError(p.between(")"))
	}
	items := append([]node{first}, p.items(")")...)
	return node{line: line, value: func() any { return py.TupleFrom(values(items)) }}
}

// braces is a dict or a set.
func (p *parser) braces(line int) node {
	if p.eat("}") {
		return node{line: line, value: func() any { return py.NewDict[any, any]() }}
	}
	var keys, vals []node
	dict := false
	for i := 0; ; i++ {
		keys = append(keys, p.expr())
		if i == 0 {
			dict = p.is(":")
		}
		if dict {
			if !p.eat(":") {
				p.fail()
			}
			if p.is("}") || p.is(",") {
				p.syntaxError("expression expected after dictionary key and ':'")
			}
			vals = append(vals, p.expr())
		}
		if p.eat(",") && !p.is("}") {
			if p.tok.kind == end {
				p.unclosed()
			}
			continue
		}
		if p.eat("}") {
			break
		}
		if p.tok.kind == end {
			p.unclosed()
		}
		p.syntaxError(p.between("}"))
	}
	if !dict {
		return node{line: line, value: func() any { return py.NewSet(values(keys)...) }}
	}
	return node{line: line, value: func() any {
		d := py.NewDict[any, any]()
		for i, k := range keys {
			d.Set(k.value(), vals[i].value())
		}
		return d
	}}
}

func (p *parser) number() node {
	t, line := strings.ReplaceAll(p.tok.text, "_", ""), p.tok.line
	p.next()
	lower := strings.ToLower(t)
	switch {
	case strings.HasSuffix(lower, "j"):
		return other("Constant", line)
	case strings.HasPrefix(lower, "0x"), strings.HasPrefix(lower, "0o"), strings.HasPrefix(lower, "0b"):
		return node{line: line, value: func() any { return py.IntOfStr(t, 0) }}
	case strings.ContainsAny(lower, ".e"):
		f, _ := strconv.ParseFloat(t, 64)
		return node{line: line, value: func() any { return f }}
	case len(t) > 1 && t[0] == '0' && strings.Trim(t, "0") != "":
		p.syntaxError("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	}
	return node{line: line, value: func() any { return py.IntOfStr(t, 10) }}
}

// strings are one or several str literals side by side, or bytes.
func (p *parser) strings() node {
	line := p.tok.line
	var b strings.Builder
	bytes := p.tok.bytes
	formatted := false
	for p.tok.kind == text {
		if p.tok.bytes != bytes {
			p.syntaxError("cannot mix bytes and nonbytes literals")
		}
		b.WriteString(p.tok.text)
		formatted = formatted || p.tok.formatted
		p.next()
	}
	switch {
	case formatted:
		return other("JoinedStr", line)
	case bytes:
		return node{line: line, value: func() any { return py.Bytes(b.String()) }}
	}
	return node{line: line, value: func() any { return b.String() }}
}
