package pygen

import (
	"fmt"
	"strings"
)

// form is some statements of a form that scripts often have: functions in functions, generators, contexts, exceptions, match.
func (g *generator) form() []*Node {
	if g.one(2) {
		if out := g.templated(); out != nil {
			return out
		}
	}
	return pick(g, []func() []*Node{
		g.closure, g.decorated, g.context, g.raising, g.generating, g.matching, g.matching, g.starred,
		g.leaving, g.leaving, g.recursive, g.sending, g.table, g.applied, g.shared, g.managed, g.records, g.records,
	})()
}

// within makes something with more variables, in the body of a function inside of this one.
func (g *generator) within(vars []variable, make func() []*Node) []*Node {
	saved := *g
	g.vars = append([]variable{}, g.vars...)
	for i := range g.vars {
		g.vars[i].own = false
	}
	g.vars = append(g.vars, vars...)
	g.final, g.frozen, g.loops, g.blocks = false, 0, 0, 2
	out := make()
	g.restore(&saved)
	return out
}

func block(head *Node, body ...*Node) *Node { return &Node{Blocks: []*Block{{head, body}}} }

// closure is a function that makes functions which share a variable.
func (g *generator) closure() []*Node {
	t, result := pick(g, []*Type{intType, strType, floatType}), g.randomType(1)
	maker, inner, shared, step, f := "f"+g.fresh(), g.fresh(), g.fresh(), g.fresh(), g.fresh()
	body := g.within([]variable{{shared, t, true}, {step, t, true}}, func() []*Node {
		g.result = result
		return append(append([]*Node{line("nonlocal " + shared), line(shared+" += \x00", g.expr(t, 2))}, g.block(g.IntN(2))...), line("return \x00", g.expr(result, 2)))
	})
	call := func() *Node {
		return &Node{Type: result, Parts: []string{f + "(", ")"}, Kids: []*Node{g.expr(t, 1)}, Atom: true}
	}
	return []*Node{
		block(line("def "+maker+"():"), line(shared+" = \x00", g.literal(t)), block(line("def "+inner+"("+step+"):"), body...), line("return "+inner)),
		line(f + " = " + maker + "()"),
		attempt([]*Node{head("print(", []*Node{call(), call()}, ")"), line("print(\x00)", call())}),
	}
}

// decorated is a function with a decorator.
func (g *generator) decorated() []*Node {
	t, result := pick(g, scalars), g.randomType(1)
	mark, f, p, q := g.fresh(), "f"+g.fresh(), g.fresh(), g.fresh()
	body := g.within([]variable{{p, t, true}, {q, t, true}}, func() []*Node {
		g.result = result
		return append(g.block(g.IntN(2)), line("return \x00", g.expr(result, 2)))
	})
	def := block(line("@"+mark+"\ndef "+f+"("+p+", "+q+"=\x00):", g.literal(t)), body...)
	out := []*Node{}
	switch g.IntN(3) {
	case 0:
		def.Blocks[0].Head.Parts[0] = strings.Replace(def.Blocks[0].Head.Parts[0], mark, "functools.lru_cache(maxsize=None)", 1)
	case 1:
		def.Blocks[0].Head.Parts[0] = strings.Replace(def.Blocks[0].Head.Parts[0], mark, mark+"(2)", 1)
		wrapper := block(line("def wrapper(*args, **kwargs):"), block(line("for _ in range(times - 1):"), line("f(*args, **kwargs)")), line("return f(*args, **kwargs)"))
		out = append(out, block(line("def "+mark+"(times):"), block(line("def wrap(f):"), wrapper, line("return wrapper")), line("return wrap")))
	default:
		wrapper := block(line("@functools.wraps(f)\ndef wrapper(*args, **kwargs):"), line(`print("call", f.__name__, args, kwargs)`), line("return f(*args, **kwargs)"))
		out = append(out, block(line("def "+mark+"(f):"), wrapper, line("return wrapper")))
	}
	first := &Node{Type: result, Parts: []string{f + "(", ")"}, Kids: []*Node{g.expr(t, 1)}, Atom: true}
	second := &Node{Type: result, Parts: []string{f + "(", ", " + q + "=", ")"}, Kids: []*Node{g.expr(t, 1), g.expr(t, 1)}, Atom: true}
	return append(out, def, attempt([]*Node{line("print(\x00)", first), line("print(\x00)", second), line("print(" + f + ".__name__)")}))
}

// context is a with statement.
func (g *generator) context() []*Node {
	t := g.randomType(1)
	maker, given, name := g.fresh(), g.fresh(), g.fresh()
	try := &Node{Blocks: []*Block{{line("try:"), []*Node{line("yield " + given)}}}}
	if g.one(2) {
		try.Blocks = append(try.Blocks, &Block{line("except " + pick(g, []string{"ValueError", "TypeError", "LookupError"}) + " as e:"), []*Node{line(`print("caught", e)`)}})
	}
	try.Blocks = append(try.Blocks, &Block{line("finally:"), []*Node{line(`print("leave", ` + given + `)`)}})
	body := g.inner(variable{name, t, true})
	return []*Node{
		block(line("@contextmanager\ndef "+maker+"("+given+"):"), line(`print("enter", `+given+`)`), try),
		attempt([]*Node{block(line("with "+maker+"(\x00) as "+name+":", g.expr(t, 2)), body...)}),
	}
}

// raising raises and handles exceptions of a class of its own.
func (g *generator) raising() []*Node {
	g.names++
	class := fmt.Sprintf("Error%d", g.names)
	base := pick(g, []string{"Exception", "ValueError", "KeyError", "LookupError"})
	def := block(line("class "+class+"("+base+"):"), line("pass"))
	if g.one(2) {
		def = block(line("class "+class+"("+base+"):"), block(line("def __init__(self, what, code=1):"), line(`super().__init__(f"{what}!")`), line("self.code = code")))
	}
	raise := line("raise "+class+"(\x00)", g.expr(g.randomType(1), 2))
	if g.one(2) {
		raise = block(line("if \x00:", g.condition()), raise)
	}
	body := append(g.inner(), raise)
	again := line(pick(g, []string{"raise", "raise RuntimeError(str(e)) from e", `raise KeyError("k") from None`, "print(e.args)", "print(repr(e))", "print(isinstance(e, LookupError), isinstance(e, (ValueError, OSError)), isinstance(e, Exception))"}))
	try := &Node{Blocks: []*Block{{line("try:"), body}, {line("except " + pick(g, []string{class, base, "(" + class + ", TypeError)"}) + " as e:"), append(g.inner(), again)}}}
	if g.one(3) {
		try.Blocks = append(try.Blocks, &Block{line("else:"), g.inner()})
	}
	if g.one(2) {
		try.Blocks = append(try.Blocks, &Block{line("finally:"), g.finally()})
	}
	outer := &Node{Blocks: []*Block{{line("try:"), []*Node{try}}, {line("except Exception as e:"), []*Node{line("print(type(e).__name__, e, type(e.__cause__).__name__, isinstance(e, " + class + "))")}}}}
	return []*Node{def, outer}
}

// generating is a generator that is used step by step.
func (g *generator) generating() []*Node {
	t, result := g.randomType(1), g.randomType(1)
	gen, p, i, it := "f"+g.fresh(), g.fresh(), g.fresh(), g.fresh()
	body := g.within([]variable{{p, intType, true}}, func() []*Node {
		over := g.expr(&Type{Name: "iter", Args: []*Type{t}}, 2)
		g.vars = append(g.vars, variable{i, t, true})
		inner := []*Node{line("yield \x00", g.expr(result, 2))}
		if g.one(2) {
			inner = append(inner, block(line("if \x00:", g.condition()), line(pick(g, []string{"return", "continue", "break"}))))
		}
		out := []*Node{block(line("for "+i+" in \x00:", over), inner...)}
		g.vars = g.vars[:len(g.vars)-1]
		if g.one(2) {
			out = append(out, line("yield from \x00", g.expr(&Type{Name: "iter", Args: []*Type{result}}, 2)))
		}
		return out
	})
	use := []*Node{line("print(next(" + it + "))"), line("print(next(" + it + ", None))"), line("print(list(" + it + "))")}
	if g.one(2) {
		use = []*Node{line("print([*" + it + "])"), line("print(list(" + it + "))")}
	}
	return []*Node{block(line("def "+gen+"("+p+"):"), body...), line(it+" = "+gen+"(\x00)", g.expr(intType, 1)), attempt(use)}
}

// starred is a function that takes whatever it is given.
func (g *generator) starred() []*Node {
	t := pick(g, scalars)
	f, p, q := "f"+g.fresh(), g.fresh(), g.fresh()
	def := block(line("def "+f+"("+p+", *args, "+q+"=\x00, **kwargs):", g.literal(t)), line("print("+p+", args, "+q+", kwargs)"), line("return len(args)"))
	list := g.expr(&Type{Name: "list", Args: []*Type{t}}, 2)
	calls := []*Node{
		line("print("+f+"(\x00))", g.expr(t, 1)),
		line("print("+f+"(*\x00, "+q+"=\x00))", atom(list), atom(g.expr(t, 1))),
		line("print("+f+"(\x00, *\x00, k=\x00))", atom(g.expr(t, 1)), atom(g.expr(&Type{Name: "iter", Args: []*Type{t}}, 1)), atom(g.expr(t, 1))),
	}
	return []*Node{def, attempt(calls)}
}

// atom is an expression in parentheses, if it needs any.
func atom(n *Node) *Node {
	if n.Atom {
		return n
	}
	return &Node{Type: n.Type, Parts: []string{"(", ")"}, Kids: []*Node{n}, Atom: true}
}

// matching is a match statement.
func (g *generator) matching() []*Node {
	t := pick(g, []*Type{intType, strType, anyType, anyType, g.randomType(2), parseType("list[int]"), parseType("tuple[int, str]"), parseType("dict[str, int]"), parseType("opt[int]")})
	value := g.expr(t, g.depth())
	n := &Node{Blocks: []*Block{{line("match \x00:", value), nil}}}
	var cases []*Node
	for range 1 + g.IntN(4) {
		pattern, shown := g.pattern(t)
		guard := ""
		if g.one(4) {
			guard = " if \x00"
		}
		h := line("case " + pattern + guard + ":")
		if guard != "" {
			h.Kids = []*Node{g.expr(boolType, 2)}
		}
		cases = append(cases, block(h, append([]*Node{line("print(" + shown + ")")}, g.inner()...)...))
	}
	if g.one(2) {
		cases = append(cases, block(line("case _:"), g.inner()...))
	}
	n.Blocks[0].Stmts = cases
	return []*Node{attempt([]*Node{n})}
}

// pattern is a pattern for values of a type, or of others, and what to print if it matches. It does not match everything.
func (g *generator) pattern(t *Type) (string, string) {
	a, b := g.fresh(), g.fresh()
	for _, c := range g.classes {
		if c.name == t.Name && len(c.fields) > 0 && g.one(2) {
			return fmt.Sprintf("%s(%s=%s)", c.name, c.fields[0].name, a), a
		}
	}
	switch k := g.IntN(12); {
	case k == 0 || t.Name == "int" && k < 6:
		return pick(g, []string{"0", "1 | 2 | 3", "-1", "42 | 65"}), `"number"`
	case k == 1 || t.Name == "str" && k < 6:
		return pick(g, []string{`"a"`, `"abc" | "b"`, `""`, `"12"`}), `"text"`
	case k == 2 || t.Name == "list" && k < 6:
		p := pick(g, []string{"[%s, *%s]", "[%s, %s]", "[*%s, %s]"})
		return fmt.Sprintf(p, a, b), a + ", " + b
	case k == 3 || t.Name == "tuple" && k < 6:
		return fmt.Sprintf("(%s, %s)", a, b), a + ", " + b
	case k == 4 || t.Name == "dict" && k < 6:
		if g.one(2) {
			return fmt.Sprintf(`{"a": %s}`, a), a
		}
		return fmt.Sprintf(`{"b": %s, **%s}`, a, b), a + ", " + b
	case k == 5 || t.Name == "opt" && k < 9:
		return "None", `"none"`
	case k < 8:
		return "int(" + a + ")", a
	case k == 8:
		return "str() as " + a, a
	case k == 9:
		return "[]", `"empty"`
	case k == 10:
		return "float() | bool()", `"flag"`
	}
	return "[1, _]", `"one"`
}
