package pygen

// table is a dict of functions that are called by their names.
func (g *generator) table() []*Node {
	t, result := g.randomType(1), g.randomType(1)
	name, key, f := g.fresh(), g.fresh(), g.fresh()
	lambda := func() *Node {
		x := g.fresh()
		saved := len(g.vars)
		g.vars = append(g.vars, variable{x, t, false})
		n := &Node{Type: nil, Parts: []string{"lambda " + x + ": ", ""}, Kids: []*Node{atom(g.expr(result, 2))}}
		g.vars = g.vars[:saved]
		return n
	}
	def := line(name+` = {"a": `+"\x00, \"b\": \x00}", lambda(), lambda())
	each := block(line("for "+key+", "+f+" in "+name+".items():"), attempt([]*Node{line("print("+key+", "+f+"(\x00))", g.expr(t, 2))}))
	one := attempt([]*Node{line("print("+name+"[\x00](\x00))", pick(g, []*Node{leaf(strType, `"a"`), leaf(strType, `"b"`), g.expr(strType, 1)}), g.expr(t, 1))})
	if g.one(2) {
		return []*Node{def, each, one}
	}
	return []*Node{def, one}
}

// applied is a function that is given a function.
func (g *generator) applied() []*Node {
	t, result := g.randomType(1), g.randomType(1)
	f, given, p, x := "f"+g.fresh(), g.fresh(), g.fresh(), g.fresh()
	list := &Type{Name: "list", Args: []*Type{t}}
	body := pick(g, [][]*Node{
		{line("return [" + given + "(" + x + ") for " + x + " in " + p + "]")},
		{line("return list(map(" + given + ", " + p + "))")},
		{block(line("for "+x+" in "+p+":"), line("yield "+given+"("+x+")"))},
		{line("out = {}"), block(line("for "+x+" in "+p+":"), line("out.setdefault(str("+given+"("+x+")), []).append("+x+")")), line("return out")},
		{line("return sorted(" + p + ", key=lambda " + x + ": repr(" + given + "(" + x + ")))")},
	})
	call := func() *Node {
		y := g.fresh()
		saved := len(g.vars)
		g.vars = append(g.vars, variable{y, t, false})
		lambda := &Node{Parts: []string{"lambda " + y + ": ", ""}, Kids: []*Node{atom(g.expr(result, 2))}}
		g.vars = g.vars[:saved]
		if g.one(4) {
			lambda = leaf(nil, pick(g, []string{"str", "repr", "bool"}))
		}
		return line("print(["+"*"+f+"(\x00, \x00)])", lambda, g.expr(list, 2))
	}
	return []*Node{block(line("def "+f+"("+given+", "+p+"):"), body...), attempt([]*Node{call()}), attempt([]*Node{call()})}
}

// shared is a function whose inner functions share variables of several levels.
func (g *generator) shared() []*Node {
	t, u := pick(g, scalars), pick(g, []*Type{intType, strType, parseType("list[int]")})
	outer, middle, inner, a, b, p := "f"+g.fresh(), g.fresh(), g.fresh(), g.fresh(), g.fresh(), g.fresh()
	vars := []variable{{a, t, true}, {b, u, true}, {p, intType, true}}
	deep := g.within(vars, func() []*Node {
		g.result = t
		out := []*Node{line("nonlocal " + a + ", " + b)}
		return append(append(out, g.block(1)...), line(a+" = \x00", g.expr(t, 2)), line("return \x00", g.expr(t, 1)))
	})
	between := g.within(vars, func() []*Node {
		g.vars[len(g.vars)-3].own, g.vars[len(g.vars)-2].own = false, false
		g.result = t
		call := line("print(\x00)", called(inner, t, g.expr(intType, 1)))
		return []*Node{block(line("def "+inner+"("+p+"):"), deep...), call, line("return \x00", called(inner, t, g.expr(intType, 1)))}
	})
	return []*Node{
		block(line("def "+outer+"("+a+"):"), line(b+" = \x00", g.literal(u)), block(line("def "+middle+"("+p+"):"), between...),
			line("print("+middle+"(1), "+a+", "+b+")"), line("return "+a+", "+b)),
		attempt([]*Node{line("print(\x00)", called(outer, nil, g.expr(t, 1)))}),
	}
}
