package pygen

import "strings"

// called is a call of a function by its name.
func called(name string, result *Type, args ...*Node) *Node {
	n := &Node{Type: result, Parts: []string{name + "("}, Kids: args, Atom: true}
	for range args {
		n.Parts = append(n.Parts, ", ")
	}
	n.Parts[len(args)] = strings.TrimSuffix(n.Parts[len(args)], ", ") + ")"
	return n
}

// leaving is a function that leaves a loop out of the middle of a try, whose finally runs all the same.
func (g *generator) leaving() []*Node {
	t, result := g.randomType(1), g.randomType(1)
	f, p, i := "f"+g.fresh(), g.fresh(), g.fresh()
	body := g.within([]variable{{p, intType, true}}, func() []*Node {
		g.result = result
		over := g.expr(&Type{Name: "iter", Args: []*Type{t}}, 2)
		g.vars = append(g.vars, variable{i, t, true})
		g.loops, g.frozen = 1, 1
		try := &Node{Blocks: []*Block{{line("try:"), append(g.block(g.IntN(2)), block(line("if \x00:", g.condition()), g.leave(result, i)))}}}
		if g.one(2) {
			try.Blocks = append(try.Blocks, &Block{line("except " + pick(g, []string{"ValueError", "LookupError", "Exception"}) + " as e:"), []*Node{line("print(repr(e))"), g.leave(result, i)}})
		}
		if len(try.Blocks) > 1 && g.one(3) {
			try.Blocks = append(try.Blocks, &Block{line("else:"), []*Node{g.leave(result, i)}})
		}
		finally := append([]*Node{line(`print("finally", ` + i + ")")}, g.finally()...)
		if g.one(6) {
			finally = append(finally, block(line("if \x00:", g.condition()), g.leave(result, i)))
		}
		try.Blocks = append(try.Blocks, &Block{line("finally:"), finally})
		loop := block(line("for "+i+" in \x00:", over), try)
		if g.one(3) {
			loop.Blocks = append(loop.Blocks, &Block{line("else:"), []*Node{line(`print("all")`)}})
		}
		g.vars = g.vars[:len(g.vars)-1]
		g.loops, g.frozen = 0, 0
		return []*Node{loop, line("return \x00", g.expr(result, 2))}
	})
	call := line("print(\x00)", called(f, result, g.expr(intType, 1)))
	return []*Node{block(line("def "+f+"("+p+"):"), body...), attempt([]*Node{call})}
}

// leave leaves a loop in some way.
func (g *generator) leave(result *Type, i string) *Node {
	switch g.IntN(5) {
	case 0:
		return line("break")
	case 1:
		return line("continue")
	case 2:
		return line("raise " + pick(g, []string{"ValueError", "KeyError", "RuntimeError"}) + "(" + i + ")")
	}
	return line("return \x00", g.expr(result, 2))
}

// recursive is a function that calls itself.
func (g *generator) recursive() []*Node {
	t, result := g.randomType(1), g.randomType(1)
	f, n, p, r := "f"+g.fresh(), g.fresh(), g.fresh(), g.fresh()
	body := g.within([]variable{{n, intType, false}, {p, t, true}}, func() []*Node {
		g.result = result
		out := append([]*Node{block(line("if "+n+" <= 0:"), line("return \x00", g.expr(result, 1)))}, g.block(g.IntN(2))...)
		out = append(out, line(r+" = \x00", called(f, result, leaf(nil, n+" - 1"), g.expr(t, 2))))
		g.vars = append(g.vars, variable{r, result, true})
		return append(out, line("return \x00", g.expr(result, 2)))
	})
	call := line("print(\x00)", called(f, result, leaf(nil, pick(g, []string{"0", "2", "3"})), g.expr(t, 1)))
	return []*Node{block(line("def "+f+"("+n+", "+p+"):"), body...), attempt([]*Node{call})}
}

// sending is a generator that is sent values.
func (g *generator) sending() []*Node {
	t, result := g.randomType(1), g.randomType(1)
	gen, got, kept, it := "f"+g.fresh(), g.fresh(), g.fresh(), g.fresh()
	start := g.literal(result)
	body := g.within([]variable{{kept, result, true}}, func() []*Node {
		g.final = true // no return of the loop's own
		round := []*Node{line(got + " = yield " + kept), block(line("if "+got+" is None:"), line("break"))}
		g.vars = append(g.vars, variable{got, t, true})
		round = append(append(round, g.block(g.IntN(2))...), line(kept+" = \x00", g.expr(result, 2)))
		g.vars = g.vars[:len(g.vars)-1]
		loop := block(line("while True:"), round...)
		if g.one(2) {
			loop = &Node{Blocks: []*Block{{line("try:"), []*Node{loop}}, {line("except ValueError as e:"), []*Node{line(`print("thrown", e)`)}}, {line("finally:"), []*Node{line(`print("closed")`)}}}}
		}
		return []*Node{line(kept+" = \x00", start), loop, line("return \x00", g.expr(result, 1))}
	})
	use := []*Node{line("print(next(" + it + "))"), line("print("+it+".send(\x00))", g.expr(t, 2)), line("print("+it+".send(\x00))", g.expr(t, 1))}
	use = append(use, pick(g, []*Node{
		line(it + ".close()"),
		line(it + `.throw(ValueError("v"))`),
		{Blocks: []*Block{{line("try:"), []*Node{line("next(" + it + ")")}}, {line("except StopIteration as e:"), []*Node{line("print(e.value)")}}}},
	}))
	return []*Node{block(line("def "+gen+"():"), body...), line(it + " = " + gen + "()"), attempt(use), line(it + ".close()")}
}
