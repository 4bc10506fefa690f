package pygen

import (
	"fmt"
	"strings"
)

// plainClass is a class with methods of its own, or one derived from another of the program.
func (g *generator) plainClass(c *class) *Node {
	if base := g.plainBase(); base != nil && g.one(2) {
		return g.derived(c, base)
	}
	g.newFields(c, func(t *Type) bool { return t.Name != "any" && t.Name != "opt" })
	g.made(c, true)
	g.plain = append(g.plain, c)
	body := []*Node{line("made = 0"), g.constructor(c, nil), g.representation(c)}
	g.rule("int: {%s}.made", c.name)
	body = append(body, g.methods(c)...)
	return &Node{Blocks: []*Block{{line("class " + c.name + ":"), body}}}
}

// plainBase is a class that another may derive from, or nil.
func (g *generator) plainBase() *class {
	if len(g.plain) == 0 {
		return nil
	}
	return pick(g, g.plain)
}

// constructor is __init__, which keeps its parameters, those of the base class there.
func (g *generator) constructor(c, base *class) *Node {
	var names []string
	for _, f := range c.fields {
		names = append(names, f.name)
	}
	own := names
	var body []*Node
	if base != nil {
		own = names[:len(names)-len(base.fields)]
		body = append(body, line("super().__init__("+strings.Join(names[len(own):], ", ")+")"))
	}
	for _, name := range own {
		body = append(body, line("self."+name+" = "+name))
	}
	body = append(body, line(c.name+".made += 1"))
	return &Node{Blocks: []*Block{{line("def __init__(self, " + strings.Join(names, ", ") + "):"), body}}}
}

// representation is __repr__: without it there would be addresses.
func (g *generator) representation(c *class) *Node {
	var shown []string
	for _, f := range c.fields {
		shown = append(shown, "{self."+f.name+"!r}")
	}
	text := fmt.Sprintf(`return f"%s(%s)"`, c.name, strings.Join(shown, ", "))
	return &Node{Blocks: []*Block{{line("def __repr__(self):"), []*Node{line(text)}}}}
}

// derived is a class that derives from another.
func (g *generator) derived(c, base *class) *Node {
	g.newFields(c, func(t *Type) bool { return t.Name != "any" && t.Name != "opt" })
	c.fields = append(c.fields, base.fields...)
	body := []*Node{g.constructor(c, base), g.representation(c)}
	g.made(c, true)
	g.plain, c.method = append(g.plain, c), base.method
	if m := base.method; m != nil {
		args := ""
		head := "def " + m.name + "(self"
		for i := range m.params {
			args += fmt.Sprintf(", a%d", i)
		}
		super := &Node{Type: m.result, Parts: []string{"super()." + m.name + "(" + strings.TrimPrefix(args, ", ") + ")"}, Atom: true}
		value := super
		if g.one(2) {
			value = &Node{Type: m.result, Parts: []string{"", " if ", " else ", ""}, Kids: []*Node{super, g.literal(boolType), g.literal(m.result)}}
		}
		body = append(body, &Node{Blocks: []*Block{{line(head + args + "):"), []*Node{line("return \x00", value)}}}})
		g.ruleOfMethod(c, m)
	}
	g.rule("bool: isinstance({%s}, %s)", c.name, base.name)
	g.rule("list[%s]: [{%s}, {%s}]", base.name, base.name, c.name)
	return &Node{Blocks: []*Block{{line("class " + c.name + "(" + base.name + "):"), body}}}
}

// ruleOfMethod adds the rule for calls of a method.
func (g *generator) ruleOfMethod(c *class, m *function) {
	args := make([]string, len(m.params))
	for i, p := range m.params {
		args[i] = "{" + p.String() + "}"
	}
	g.rule("%s: {%s}.%s(%s)", m.result, c.name, m.name, strings.Join(args, ", "))
}

// methods are some methods of a class, with the rules for their use.
func (g *generator) methods(c *class) []*Node {
	m := &function{name: g.fresh(), result: g.randomType(1)}
	if m.result.Name == "any" {
		m.result = intType
	}
	for range g.IntN(3) {
		m.params = append(m.params, g.randomType(1))
	}
	out := []*Node{g.method(c, m.name, m.params, m.result)}
	c.method = m
	for _, make := range g.Perm(len(specialMethods))[:1+g.IntN(3)] {
		n := specialMethods[make](g, c)
		if n.Blocks == nil { // it stands for several
			out = append(out, n.Kids...)
			continue
		}
		out = append(out, n)
	}
	g.ruleOfMethod(c, m)
	return out
}

// specialMethods make one each, and the rules for its use.
var specialMethods = []func(g *generator, c *class) *Node{
	func(g *generator, c *class) *Node {
		defer g.rule("int: len({%s})", c.name)
		return g.method(c, "__len__", nil, intType)
	},
	func(g *generator, c *class) *Node {
		defer g.rule("bool: {%s} == {%s}", c.name, c.name)
		f := c.fields[0].name
		return &Node{Blocks: []*Block{{line("def __eq__(self, other):"), []*Node{line(fmt.Sprintf("return isinstance(other, %s) and self.%s == other.%s", c.name, f, f))}}}}
	},
	func(g *generator, c *class) *Node {
		f := c.fields[0]
		if fits("O", f.typ) {
			g.rule("bool: {%s} < {%s}", c.name, c.name)
			g.rule("list[%s]: sorted({list[%s]})", c.name, c.name)
			g.rule("%s: max({list[%s]})", c.name, c.name)
		}
		return &Node{Blocks: []*Block{{line("def __lt__(self, other):"), []*Node{line(fmt.Sprintf("return self.%s < other.%s", f.name, f.name))}}}}
	},
	func(g *generator, c *class) *Node {
		defer g.rule("bool: bool({%s})", c.name)
		return g.method(c, "__bool__", nil, boolType)
	},
	func(g *generator, c *class) *Node {
		t := g.randomType(1)
		defer g.rule("%s: {%s}[{%s}]", t, c.name, intType)
		return g.method(c, "__getitem__", []*Type{intType}, t)
	},
	func(g *generator, c *class) *Node {
		t := pick(g, scalars)
		defer g.rule("bool: {%s} in {%s}", t, c.name)
		return g.method(c, "__contains__", []*Type{t}, boolType)
	},
	func(g *generator, c *class) *Node {
		t, result := pick(g, scalars), g.randomType(1)
		defer g.rule("%s: {%s}({%s})", result, c.name, t)
		return g.method(c, "__call__", []*Type{t}, result)
	},
	func(g *generator, c *class) *Node {
		t := pick(g, scalars)
		defer g.rule("%s: {%s} + {%s}", c.name, c.name, t)
		return g.method(c, "__add__", []*Type{t}, c.classType())
	},
	func(g *generator, c *class) *Node {
		t := pick(g, scalars)
		defer g.rule("iter[%s]: {%s}", t, c.name)
		n := g.method(c, "__iter__", nil, &Type{Name: "iter", Args: []*Type{t}})
		body := n.Blocks[0].Stmts
		body[len(body)-1].Parts[0] = "yield from "
		return n
	},
	func(g *generator, c *class) *Node {
		t, name := g.randomType(1), g.fresh()
		defer g.rule("%s: {%s}.%s", t, c.name, name)
		return g.methodWith(c, "@property\n", name, nil, t)
	},
	(*generator).settable, (*generator).hashed, (*generator).iterator, (*generator).setitem, (*generator).manager, (*generator).text,
	func(g *generator, c *class) *Node {
		name, t := g.fresh(), g.randomType(1)
		defer g.rule("%s: %s.%s({int})", t, c.name, name)
		saved := *g
		p := g.fresh()
		g.vars, g.blocks, g.loops, g.frozen, g.result = []variable{{p, intType, true}}, 1, 0, 0, t
		value := line("return \x00", g.expr(t, 2))
		g.restore(&saved)
		return &Node{Blocks: []*Block{{line("@staticmethod\ndef " + name + "(" + p + "):"), []*Node{value}}}}
	},
	func(g *generator, c *class) *Node {
		name := g.fresh()
		defer g.rule("%s: %s.%s()", c.name, c.name, name)
		made := g.construct(c.classType(), g.literal)
		made.Parts[0] = "cls("
		return &Node{Blocks: []*Block{{line("@classmethod\ndef " + name + "(cls):"), []*Node{line("return \x00", made)}}}}
	},
}
