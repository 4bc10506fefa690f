package pygen

// idiom is some statements of a form that the planner rewrites, with other statements in between.
func (g *generator) idiom() []*Node {
	switch g.IntN(4) {
	case 0:
		return g.characters()
	case 1:
		return g.grown()
	case 2:
		return g.counting()
	}
	return g.parsing()
}

// given defines a variable that other statements may read and, if it is to be theirs, assign to.
func (g *generator) given(t *Type, own bool) (string, *Node) {
	value := g.expr(t, g.depth())
	name := g.fresh()
	g.vars = append(g.vars, variable{name, t, own})
	return name, line(name+" = \x00", value)
}

// characters is a loop over the numbers of a text's characters.
func (g *generator) characters() []*Node {
	text, start := g.given(strType, g.one(2))
	i := g.fresh()
	g.loops++
	body := g.inner(variable{i, intType, false})
	g.loops--
	show := line("print(" + text + "[" + i + "], " + text + "[" + i + ":" + i + " + 2], " + text + "[-" + i + ":], len(" + text + "))")
	body = append(body, attempt([]*Node{show}))
	return []*Node{start, {Blocks: []*Block{{line("for " + i + " in range(len(" + text + ")):"), body}}}}
}

// grown is a loop that adds to a text.
func (g *generator) grown() []*Node {
	text, start := g.given(strType, false)
	piece := g.fresh()
	over := g.expr(&Type{Name: "iter", Args: []*Type{strType}}, g.depth())
	g.frozen++
	g.loops++
	body := g.inner(variable{piece, strType, true})
	g.loops--
	g.frozen--
	add := line(text+" += \x00", g.expr(strType, 2))
	if g.one(2) {
		add = line(text + " = " + text + " + " + piece + " + " + text + "[:1]")
	} else {
		add = attempt([]*Node{add})
	}
	body = append(body, add)
	return []*Node{start, {Blocks: []*Block{{line("for "+piece+" in \x00:", over), body}}}, line("print(" + text + ")")}
}

// counting reads a dict's value and stores it.
func (g *generator) counting() []*Node {
	value := pick(g, []*Type{intType, strType})
	dict, start := g.given(&Type{Name: "dict", Args: []*Type{strType, value}}, false)
	key, of := g.given(strType, false)
	place := dict + "[" + key + "]"
	there := &Block{line("if " + key + " in " + dict + ":"), []*Node{line(place+" += \x00", g.literal(value))}}
	missing := &Block{line("else:"), []*Node{line(place+" = \x00", g.literal(value))}}
	again := line(place+" = "+dict+".get("+key+", \x00) + \x00", g.literal(value), g.literal(value))
	return []*Node{start, of, {Blocks: []*Block{there, missing}}, again, line("print(" + dict + ")")}
}

// parsing makes a number of a text that may be none.
func (g *generator) parsing() []*Node {
	text, start := g.given(strType, false)
	n := g.fresh()
	class := pick(g, []string{"int", "float"})
	try := &Block{line("try:"), []*Node{line(n + " = " + class + "(" + text + ")")}}
	except := &Block{line(pick(g, []string{"except ValueError:", "except Exception:", "except:"})), []*Node{line(n + " = " + map[string]string{"int": "-1", "float": "-1.0"}[class])}}
	g.vars = append(g.vars, variable{n, map[string]*Type{"int": intType, "float": floatType}[class], true})
	return []*Node{start, {Blocks: []*Block{try, except}}, line("print(" + n + ")")}
}
