package pygen

import "fmt"

// several is more than one method.
func several(methods ...*Node) *Node { return &Node{Kids: methods} }

// simpleMethod is a method of given lines.
func simpleMethod(head string, lines ...string) *Node {
	var body []*Node
	for _, l := range lines {
		body = append(body, line(l))
	}
	return block(line(head), body...)
}

// settable is a property that can be set.
func (g *generator) settable(c *class) *Node {
	name, f := g.fresh(), c.fields[0]
	g.rule("%s: {%s}.%s", f.typ, c.name, name)
	g.rule("stmt: {=%s}.%s = {%s}", c.name, name, f.typ)
	get := simpleMethod("@property\ndef "+name+"(self):", "return self."+f.name)
	set := simpleMethod("@"+name+".setter\ndef "+name+"(self, value):", `print("set", value)`, "self."+f.name+" = value")
	return several(get, set)
}

// hashed makes the objects of a class keys.
func (g *generator) hashed(c *class) *Node {
	f := c.fields[0]
	eq := simpleMethod("def __eq__(self, other):", fmt.Sprintf("return isinstance(other, %s) and self.%s == other.%s", c.name, f.name, f.name))
	if !fits("S", f.typ) {
		return eq
	}
	g.rule("str: str({{{%s}, {%s}, {%s}}})", c.name, c.name, c.name)
	g.rule("int: len({{{%s}, {%s}}})", c.name, c.name)
	g.rule("int: {{{%s}: 1, {%s}: 2}}.get({%s}, 0)", c.name, c.name, c.name)
	g.rule("list[%s]: list(dict.fromkeys({list[%s]}))", c.name, c.name)
	g.rule("bool: {%s} in {{{%s}, {%s}}}", c.name, c.name, c.name)
	return several(eq, simpleMethod("def __hash__(self):", "return hash(self."+f.name+")"))
}

// iterator makes the objects of a class iterators.
func (g *generator) iterator(c *class) *Node {
	f := c.fields[0]
	g.rule("iter[%s]: itertools.islice({%s}, {!small})", f.typ, c.name)
	g.rule("list[%s]: [{$x} for {$x}, {$y} in zip({%s}, {list[int]})]", f.typ, c.name)
	next := simpleMethod("def __next__(self):", "self.left = getattr(self, \"left\", 3) - 1", "if self.left < 0: raise StopIteration", "return self."+f.name)
	return several(simpleMethod("def __iter__(self):", "return self"), next)
}

// setitem lets items be set and deleted.
func (g *generator) setitem(c *class) *Node {
	f := c.fields[0]
	g.rule("stmt: {=%s}[{int}] = {%s}", c.name, f.typ)
	g.rule("stmt: del {=%s}[{!small}]", c.name)
	set := simpleMethod("def __setitem__(self, key, value):", `print("item", key, value)`, "self."+f.name+" = value")
	return several(set, simpleMethod("def __delitem__(self, key):", `raise KeyError(key)`))
}

// manager makes the objects of a class contexts, some of which swallow exceptions.
func (g *generator) manager(c *class) *Node {
	enter := simpleMethod("def __enter__(self):", `print("enter")`, "return self")
	test := pick(g, []string{"False", "kind is not None and issubclass(kind, ValueError)", "isinstance(value, LookupError)", "isinstance(value, (ValueError, KeyError))", "None"})
	exit := simpleMethod("def __exit__(self, kind, value, trace):", `print("exit", kind and kind.__name__, value)`, "return "+test)
	g.contexts = append(g.contexts, c)
	return several(enter, exit)
}

// text is what str() gives, of fields only: objects of the class would have it again.
func (g *generator) text(c *class) *Node {
	g.rule("str: f\"{{{~%s}}}|{{{~%s}!r}}|{{{~%s}!s:>9}}\"", c.name, c.name, c.name)
	return simpleMethod("def __str__(self):", `return f"{type(self).__name__}:{self.`+c.fields[0].name+`}"`)
}

// managed is a with statement of an object.
func (g *generator) managed() []*Node {
	if len(g.contexts) == 0 {
		return g.context()
	}
	c := pick(g, g.contexts)
	name := g.fresh()
	body := g.inner(variable{name, c.classType(), true})
	if g.one(2) {
		body = append(body, block(line("if \x00:", g.condition()), line("raise "+pick(g, []string{"ValueError", "KeyError", "TypeError"})+"(1)")))
	}
	return []*Node{attempt([]*Node{block(line("with \x00 as "+name+":", g.expr(c.classType(), 2)), body...)})}
}

// state is variables of the module that functions change.
func (g *generator) state(p *Program) {
	t := pick(g, append(scalars, g.palette...))
	name, f := g.fresh(), "f"+g.fresh()
	p.Body = append(p.Body, line(name+" = \x00", g.literal(t)))
	g.vars = append(g.vars, variable{name, t, true})
	change := line(name+" = \x00", g.expr(t, 2))
	p.Body = append(p.Body, block(line("def "+f+"():"), line("global "+name), change, line("return \x00", g.expr(t, 1))))
	g.vars[len(g.vars)-1].own = false
	g.funcs = append(g.funcs, function{name: f, result: t})
}
