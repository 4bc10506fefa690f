package pygen

import (
	"fmt"
	"slices"
	"strings"
)

// class is a class of the program. What can be done with its objects is told by rules, as for all other types.
type class struct {
	name   string
	fields []variable // the parameters of its constructor
	method *function  // one that classes derived from it may override
}

// classType is the type of a class's objects.
func (c *class) classType() *Type { return &Type{Name: c.name} }

// class makes a class of some kind, with the rules for its use.
func (g *generator) class() *Node {
	g.names++
	c := &class{name: fmt.Sprintf("%s%d", pick(g, []string{"Point", "Item", "Node", "State", "Type"}), g.names)}
	switch g.IntN(6) {
	case 0:
		return g.enum(c)
	case 1:
		return g.namedTuple(c)
	case 2:
		return g.dataclass(c)
	}
	return g.plainClass(c)
}

// rule adds a rule, written as in rules.txt.
func (g *generator) rule(format string, args ...any) {
	result, template, _ := strings.Cut(fmt.Sprintf(format, args...), ": ")
	r := &rule{result: parseType(result)}
	r.parse(template)
	if result == "stmt" {
		g.stmts = append(g.stmts, r)
	} else {
		g.exprs = append(g.exprs, r)
	}
}

// newFields gives a class some fields of the types that are usual.
func (g *generator) newFields(c *class, usable func(*Type) bool) {
	for range 1 + g.IntN(3) {
		if t := g.randomType(1); usable(t) {
			c.fields = append(c.fields, variable{g.fresh(), t, true})
		}
	}
	if len(c.fields) == 0 {
		c.fields = append(c.fields, variable{g.fresh(), intType, true})
	}
}

// made adds the rules of a class that has a constructor and attributes.
func (g *generator) made(c *class, assignable bool) {
	args := make([]string, len(c.fields))
	for i, f := range c.fields {
		args[i] = "{" + f.typ.String() + "}"
		g.rule("%s: {%s}.%s", f.typ, c.name, f.name)
		if assignable {
			g.rule("stmt: {=%s}.%s = {%s}", c.name, f.name, f.typ)
		}
	}
	g.rule("%s: %s(%s)", c.name, c.name, strings.Join(args, ", "))
	g.rule("bool: {%s} == {%s}", c.name, c.name)
	g.rule("str: str({%s})", c.name)
	g.classes = append(g.classes, c)
}

// ordered reports that all fields of a class have an order.
func (c *class) ordered() bool {
	return !slices.ContainsFunc(c.fields, func(f variable) bool { return !fits("O", f.typ) })
}

// construct is an object of a class, or nil if the type is of none.
func (g *generator) construct(t *Type, argument func(*Type) *Node) *Node {
	i := slices.IndexFunc(g.classes, func(c *class) bool { return c.name == t.Name })
	if i < 0 {
		return nil
	}
	c := g.classes[i]
	if len(c.fields) == 0 { // an enum
		return &Node{Type: t, Parts: []string{c.name + ".ONE"}, Atom: true}
	}
	n := &Node{Type: t, Parts: []string{c.name + "("}, Atom: true}
	for _, f := range c.fields {
		n.Kids, n.Parts = append(n.Kids, argument(f.typ)), append(n.Parts, ", ")
	}
	n.Parts[len(n.Kids)] = ")"
	return n
}

// enum is a class of constants.
func (g *generator) enum(c *class) *Node {
	value := pick(g, []*Type{intType, strType})
	body := []*Node{line("ONE = \x00", g.literal(value)), line("TWO = \x00", g.literal(value))}
	if g.one(2) {
		body = append(body, g.method(c, "label", nil, strType))
		g.rule("str: {%s}.label()", c.name)
	}
	g.rule("%s: %s.ONE", c.name, c.name)
	g.rule("%s: %s.TWO", c.name, c.name)
	g.rule("%s: %s({%s})", c.name, c.name, value)
	g.rule("%s: %s[{str}]", c.name, c.name)
	g.rule("%s: {%s}.value", value, c.name)
	g.rule("str: {%s}.name", c.name)
	g.rule("str: str([{$x}.name for {$x} in %s])", c.name)
	g.rule("bool: {%s} is %s.ONE", c.name, c.name)
	g.rule("bool: {%s} == {%s}", c.name, c.name)
	g.classes = append(g.classes, c)
	base := "Enum"
	if value == intType && g.one(2) {
		base = "IntEnum"
		g.rule("int: {%s} + {int}", c.name)
		g.rule("bool: {%s} < {int}", c.name)
		g.rule("list[%s]: sorted({list[%s]})", c.name, c.name)
	}
	g.rule("dict[str, int]: {{{$x}.name: {int} for {$x} in %s}}", c.name)
	g.rule("int: {{%s.ONE: {int}, %s.TWO: {int}}}[{%s}]", c.name, c.name, c.name)
	g.rule("str: str(Counter({list[%s]}).most_common())", c.name)
	g.rule("bool: {%s} in (%s.ONE, %s.TWO)", c.name, c.name, c.name)
	return &Node{Blocks: []*Block{{line("class " + c.name + "(" + base + "):"), body}}}
}

// namedTuple is a namedtuple.
func (g *generator) namedTuple(c *class) *Node {
	g.newFields(c, func(t *Type) bool { return annotation(t) != "" })
	g.made(c, false)
	f := pick(g, c.fields)
	g.rule("%s: {%s}._replace(%s={%s})", c.name, c.name, f.name, f.typ)
	g.rule("%s: {%s}[0]", c.fields[0].typ, c.name)
	g.rule("str: str({%s}._asdict())", c.name)
	g.rule("str: str(tuple({%s}))", c.name)
	if c.ordered() {
		g.rule("bool: {%s} {!cmp} {%s}", c.name, c.name)
		g.rule("list[%s]: sorted({list[%s]})", c.name, c.name)
	}
	if g.one(2) {
		var names []string
		for _, f := range c.fields {
			names = append(names, f.name)
		}
		return line(fmt.Sprintf("%s = namedtuple(%q, %q)", c.name, c.name, strings.Join(names, " ")))
	}
	body := []*Node{}
	for _, f := range c.fields {
		body = append(body, line(f.name+annotation(f.typ)))
	}
	body = append(body, g.method(c, "size", nil, intType))
	g.rule("int: {%s}.size()", c.name)
	return &Node{Blocks: []*Block{{line("class " + c.name + "(NamedTuple):"), body}}}
}

// dataclass is a dataclass.
func (g *generator) dataclass(c *class) *Node {
	g.newFields(c, func(t *Type) bool { return annotation(t) != "" })
	order, frozen := c.ordered() && g.one(2), g.one(4)
	var body []*Node
	defaults := false
	for _, f := range c.fields {
		switch defaults = defaults || g.one(3); {
		case !defaults:
			body = append(body, line(f.name+annotation(f.typ)))
		case f.typ.mutable():
			body = append(body, line(f.name+annotation(f.typ)+" = field(default_factory=lambda: \x00)", g.literal(f.typ)))
		default:
			body = append(body, line(f.name+annotation(f.typ)+" = \x00", g.literal(f.typ)))
		}
	}
	g.made(c, !frozen)
	g.rule("str: str(asdict({%s}))", c.name)
	f := pick(g, c.fields)
	g.rule("%s: replace({%s}, %s={%s})", c.name, c.name, f.name, f.typ)
	if order {
		g.rule("bool: {%s} {!cmp} {%s}", c.name, c.name)
		g.rule("list[%s]: sorted({list[%s]})", c.name, c.name)
	}
	result := g.randomType(1)
	body = append(body, g.method(c, "merge", []*Type{g.randomType(1)}, result))
	mark := map[bool]string{false: "@dataclass", true: "@dataclass(order=True)"}[order]
	if frozen {
		mark = fmt.Sprintf("@dataclass(order=%s, frozen=True)", map[bool]string{false: "False", true: "True"}[order])
	}
	return &Node{Blocks: []*Block{{line(mark + "\nclass " + c.name + ":"), body}}}
}

// method is a method that computes something of the object's fields, which rules call by its name.
func (g *generator) method(c *class, name string, params []*Type, result *Type) *Node {
	return g.methodWith(c, "", name, params, result)
}

// methodWith is a method with a decorator.
func (g *generator) methodWith(c *class, mark, name string, params []*Type, result *Type) *Node {
	saved := *g
	g.vars = nil
	g.final, g.result, g.frozen, g.loops, g.blocks = false, result, 0, 0, 1
	text := mark + "def " + name + "(self"
	for _, f := range c.fields {
		g.vars = append(g.vars, variable{"self." + f.name, f.typ, false})
	}
	for _, t := range params {
		p := g.fresh()
		g.vars = append(g.vars, variable{p, t, true})
		text += ", " + p
	}
	body := g.block(g.IntN(2))
	body = append(body, line("return \x00", g.expr(result, 2)))
	g.restore(&saved)
	return &Node{Blocks: []*Block{{line(text + "):"), body}}}
}
