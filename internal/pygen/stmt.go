package pygen

import (
	"slices"
	"strings"
)

// Generate makes the program of a seed.
func Generate(seed uint64) *Program {
	g := newGenerator(seed)
	g.special = g.one(8)
	p := &Program{Seed: seed}
	for range g.IntN(5) / 2 {
		p.Body = append(p.Body, g.class())
	}
	if g.one(4) {
		g.state(p)
	}
	for range g.IntN(6) / 4 {
		p.Body = append(p.Body, g.def(false))
	}
	if g.one(3) {
		p.Body = append(p.Body, g.templated()...)
	}
	main := g.def(true)
	p.Body = append(p.Body, main)
	f := g.funcs[len(g.funcs)-1]
	for range 1 + g.IntN(4)/3 {
		call := g.callWith(f, func(t *Type) *Node { return g.literal(t) })
		p.Body = append(p.Body, attempt([]*Node{line("print(\x00)", call)}))
	}
	return p
}

// attempt is a try that prints what is raised.
func attempt(stmts []*Node) *Node {
	return &Node{Blocks: []*Block{{line("try:"), stmts}, caught("Exception")}}
}

// caught is an except clause that prints.
func caught(class string) *Block {
	return &Block{line("except " + class + " as e:"), []*Node{line("print(type(e).__name__, e)")}}
}

// def makes a function. The main one prints all it has at its end.
func (g *generator) def(main bool) *Node {
	f := function{name: "f" + g.fresh(), result: g.randomType(2)}
	saved := *g
	g.final, g.result, g.frozen, g.loops, g.blocks = false, f.result, 0, 0, 1
	if main {
		g.blocks = 0
	}
	g.vars = slices.Clone(g.vars)
	for i := range g.vars {
		g.vars[i].own = false
	}
	params := []*Node{}
	for range g.IntN(4) {
		t := g.randomType(2)
		name := g.fresh()
		f.params = append(f.params, t)
		f.names = append(f.names, name)
		param := leaf(nil, name)
		if f.defaults > 0 || g.one(5) {
			t = pick(g, []*Type{intType, floatType, strType, boolType})
			f.params[len(f.params)-1] = t
			f.defaults++
			param = &Node{Parts: []string{name + "=", ""}, Kids: []*Node{g.literal(t)}, Atom: true}
		}
		params = append(params, param)
		g.vars = append(g.vars, variable{name, t, true})
	}
	size := 1 + g.IntN(2)
	if main {
		size = 2 + g.IntN(4)
	}
	body := g.block(size)
	if main {
		for _, v := range g.vars {
			body = append(body, line("print(\x00)", leaf(v.typ, v.name)))
		}
	}
	if g.one(3) && !main {
		body = g.yields(&f, body)
	} else {
		body = append(body, line("return \x00", g.expr(f.result, 2)))
	}
	g.restore(&saved)
	g.funcs = append(g.funcs, f)
	return &Node{Blocks: []*Block{{head("def "+f.name+"(", params, "):"), body}}}
}

// yields makes a generator of a function.
func (g *generator) yields(f *function, body []*Node) []*Node {
	var out []*Node
	for _, s := range body {
		if !s.returns() {
			out = append(out, s)
		}
	}
	element := f.result
	f.result = &Type{Name: "iter", Args: []*Type{element}}
	if g.one(2) {
		out = append(out, line("yield from \x00", g.expr(f.result, 2)))
	}
	return append(out, line("yield \x00", g.expr(element, 2)))
}

// returns reports whether there is a return in a statement, and not only in a function that it defines.
func (n *Node) returns() bool {
	if strings.HasPrefix(n.firstPart(), "return") {
		return true
	}
	for _, b := range n.Blocks {
		if text := b.Head.firstPart(); strings.HasPrefix(text, "def ") || strings.HasPrefix(text, "@") {
			continue
		}
		for _, s := range b.Stmts {
			if s.returns() {
				return true
			}
		}
	}
	return false
}

// firstPart is a statement's first text.
func (n *Node) firstPart() string {
	if len(n.Parts) == 0 {
		return ""
	}
	return n.Parts[0]
}

// head is a line with a list in it.
func head(open string, list []*Node, close string) *Node {
	if len(list) == 0 {
		return line(open + close)
	}
	n := &Node{Parts: []string{open}, Kids: list}
	for range list {
		n.Parts = append(n.Parts, ", ")
	}
	n.Parts[len(list)] = close
	return n
}

// restore goes back to what was known before a block, all names used since being taken.
func (g *generator) restore(saved *generator) {
	names := g.names
	*g = *saved
	g.names = names
}

// block makes statements of a block; what they define is visible in all that follow.
func (g *generator) block(size int) []*Node {
	var out []*Node
	for range size {
		out = append(out, g.stmt()...)
	}
	return out
}

// inner makes the block of a compound statement, with variables of its own.
func (g *generator) inner(vars ...variable) []*Node {
	saved, funcs := len(g.vars), len(g.funcs)
	g.vars = append(g.vars, vars...)
	g.blocks++
	out := g.block(1 + g.IntN(2))
	g.blocks--
	g.vars, g.funcs = g.vars[:saved], g.funcs[:funcs]
	return out
}

// stmt makes a statement, sometimes with another that it needs.
func (g *generator) stmt() []*Node {
	nested := g.blocks < 2
	switch k := g.IntN(32); {
	case k < 7:
		return g.define()
	case k < 13:
		return g.change()
	case k < 16:
		return []*Node{g.show()}
	case k < 18 && nested:
		return []*Node{g.branch()}
	case k < 20 && nested && g.loops < 2:
		return []*Node{g.loop()}
	case k < 21 && nested && g.loops < 2:
		return g.while()
	case k < 23 && nested:
		return []*Node{g.tries()}
	case k < 24 && g.loops == 0 && len(g.funcs) < 4 && g.one(2):
		return []*Node{g.def(false)}
	case k < 25 && nested:
		return g.narrow()
	case k < 26 && nested:
		return g.varying()
	case k < 27 && g.loops > 0 && !g.final:
		return []*Node{{Blocks: []*Block{{line("if \x00:", g.expr(boolType, g.depth())), []*Node{line(pick(g, []string{"break", "continue"}))}}}}}
	case k < 28 && !g.final && g.one(3):
		return []*Node{{Blocks: []*Block{{line("if \x00:", g.expr(boolType, g.depth())), []*Node{line("return \x00", g.expr(g.result, 2))}}}}}
	case k == 28 && nested && g.loops < 2:
		return g.idiom()
	case k > 28 && nested && g.loops == 0:
		return g.form()
	}
	return []*Node{g.show()}
}

// depth is how deep an expression of a statement is.
func (g *generator) depth() int { return pick(g, []int{1, 1, 2, 2, 3}) }

// define gives a new variable a value.
func (g *generator) define() []*Node {
	t := g.randomType(2)
	value := g.expr(t, g.depth())
	name := g.fresh()
	g.vars = append(g.vars, variable{name, t, true})
	note := annotation(t)
	if empty := map[string]string{"list": "[]", "dict": "{}", "set": "set()"}[t.Name]; empty != "" && note != "" && g.one(5) {
		value = leaf(t, empty)
	} else if t.Name != "opt" && g.IntN(8) > 0 {
		note = ""
	}
	return []*Node{line(name+note+" = \x00", value)}
}

// annotation is how a variable of a type is annotated, or nothing.
func annotation(t *Type) string {
	switch t.Name {
	case "int", "str", "float", "bool", "bytes":
		return ": " + t.Name
	case "list", "set", "frozenset":
		if a := annotation(t.Args[0]); a != "" {
			return ": " + t.Name + "[" + a[2:] + "]"
		}
	case "opt":
		if a := annotation(t.Args[0]); a != "" {
			return ": " + a[2:] + " | None"
		}
	case "dict", "tuple":
		var args []string
		for _, x := range t.Args {
			a := annotation(x)
			if a == "" {
				return ""
			}
			args = append(args, a[2:])
		}
		return ": " + t.Name + "[" + strings.Join(args, ", ") + "]"
	}
	return ""
}

// change changes a variable.
func (g *generator) change() []*Node {
	for range 8 {
		if g.one(4) {
			if v := g.own(); v != nil {
				return []*Node{line(v.name+" = \x00", g.expr(v.typ, g.depth()))}
			}
		}
		r := pick(g, rules.stmts)
		if len(g.stmts) > 0 && g.one(5) {
			r = pick(g, g.stmts)
		}
		if n := g.apply(r, nil, 1+g.depth()); n != nil {
			if text := n.Text(); strings.HasPrefix(text, "raise") || strings.HasPrefix(text, "assert") {
				return []*Node{attempt([]*Node{n})}
			}
			return []*Node{n}
		}
	}
	return g.define()
}

// own is some variable that may be assigned to.
func (g *generator) own() *variable {
	var found []*variable
	for i := range g.vars {
		if v := &g.vars[i]; v.own && (g.frozen == 0 || !v.typ.mutable()) {
			found = append(found, v)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return pick(g, found)
}

// show prints values.
func (g *generator) show() *Node {
	var values []*Node
	for range 1 + g.IntN(2) {
		values = append(values, g.expr(g.randomType(2), g.depth()))
	}
	n := head("print(", values, ")")
	if g.IntN(3) > 0 {
		return attempt([]*Node{n})
	}
	return n
}

// branch is an if.
func (g *generator) branch() *Node {
	n := &Node{Blocks: []*Block{{line("if \x00:", g.condition()), g.inner()}}}
	if g.one(3) {
		n.Blocks = append(n.Blocks, &Block{line("elif \x00:", g.condition()), g.inner()})
	}
	if g.one(2) {
		n.Blocks = append(n.Blocks, &Block{line("else:"), g.inner()})
	}
	return n
}

// condition is a value whose truth is asked for.
func (g *generator) condition() *Node {
	if g.one(4) {
		return g.expr(g.randomType(2), 2)
	}
	return g.expr(boolType, g.depth())
}

// loop is a for. Containers do not change in it.
func (g *generator) loop() *Node {
	t := g.randomType(2)
	name := g.fresh()
	vars := []variable{{name, t, true}}
	if g.one(4) {
		u := g.randomType(1)
		second := g.fresh()
		vars = append(vars, variable{second, u, true})
		t = &Type{Name: "tuple", Args: []*Type{t, u}}
		name += ", " + second
	}
	over := g.expr(&Type{Name: "iter", Args: []*Type{t}}, g.depth())
	g.frozen++
	g.loops++
	body := g.inner(vars...)
	g.frozen--
	g.loops--
	n := &Node{Blocks: []*Block{{line("for "+name+" in \x00:", over), body}}}
	if g.one(4) {
		n.Blocks = append(n.Blocks, &Block{line("else:"), g.inner()})
	}
	return n
}

// while is a loop that ends after a few rounds.
func (g *generator) while() []*Node {
	name := g.fresh()
	start := line(name + " = 0")
	start.Fixed = true
	head := line("while " + name + " < " + pick(g, []string{"2", "3", "5"}) + ":")
	if g.one(2) {
		head = line("while "+name+" < 4 and (\x00):", g.expr(boolType, g.depth()))
	}
	step := line(name + " += 1")
	step.Fixed = true
	g.loops++
	body := append([]*Node{step}, g.inner(variable{name, intType, false})...)
	g.loops--
	n := &Node{Blocks: []*Block{{head, body}}}
	if g.one(4) {
		n.Blocks = append(n.Blocks, &Block{line("else:"), g.inner()})
	}
	return []*Node{start, n}
}

// tries is a try of some form.
func (g *generator) tries() *Node {
	n := &Node{Blocks: []*Block{{line("try:"), g.inner()}}}
	if g.one(2) {
		class := pick(g, []string{"ValueError", "(IndexError, KeyError)", "ZeroDivisionError", "TypeError", "LookupError", "ArithmeticError"})
		n.Blocks = append(n.Blocks, caught(class))
	}
	if len(n.Blocks) == 1 || g.one(2) {
		n.Blocks = append(n.Blocks, caught("Exception"))
	}
	if g.one(4) {
		n.Blocks = append(n.Blocks, &Block{line("else:"), g.inner()})
	}
	if g.one(4) {
		n.Blocks = append(n.Blocks, &Block{line("finally:"), g.finally()})
	}
	return n
}

// finally is the block of a finally, which leaves no loop and no function.
func (g *generator) finally() []*Node {
	saved := g.final
	g.final = true
	out := g.inner()
	g.final = saved
	return out
}

// narrow is a test of what a value is, with a block where that is known.
func (g *generator) narrow() []*Node {
	value := g.randomType(1)
	name := g.fresh()
	if g.one(2) && fits("Z", value) {
		opt := &Type{Name: "opt", Args: []*Type{value}}
		set := line(name+" = \x00", g.expr(opt, g.depth()))
		test := pick(g, []string{"if " + name + " is not None:", "if " + name + ":"})
		n := &Node{Blocks: []*Block{{line(test), g.inner(variable{name, value, true})}}}
		g.vars = append(g.vars, variable{name, opt, false})
		if g.one(2) {
			n.Blocks = append(n.Blocks, &Block{line("else:"), g.inner()})
		}
		return []*Node{set, n}
	}
	set := line(name+" = \x00", g.expr(anyType, g.depth()))
	t := pick(g, scalars)
	n := &Node{Blocks: []*Block{{line("if isinstance(" + name + ", " + t.Name + "):"), g.inner(variable{name, t, false})}}}
	g.vars = append(g.vars, variable{name, anyType, false})
	return []*Node{set, n}
}

// varying gives a variable values of different types.
func (g *generator) varying() []*Node {
	name := g.fresh()
	n := &Node{Blocks: []*Block{
		{line("if \x00:", g.expr(boolType, g.depth())), []*Node{line(name+" = \x00", g.expr(g.randomType(1), 2))}},
		{line("else:"), []*Node{line(name+" = \x00", g.expr(g.randomType(1), 2))}},
	}}
	g.vars = append(g.vars, variable{name, anyType, false})
	return []*Node{n}
}
