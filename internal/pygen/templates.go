package pygen

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed forms.txt
var formsText string

// template is a form of several lines, as forms.txt writes it.
type template struct {
	lines []templateLine
}

// templateLine is a line of a template with its indentation.
type templateLine struct {
	indent int
	try    bool // in a try of its own, which prints what is raised
	block  bool // any statements, which may use the hole's variables
	rule   *rule
}

var templates = parseTemplates(formsText)

func parseTemplates(text string) []*template {
	var out []*template
	t := &template{}
	for line := range strings.Lines(text + "\n\n") {
		line = strings.TrimRight(line, "\n")
		body := strings.TrimLeft(line, " ")
		switch {
		case strings.HasPrefix(line, "#"):
			continue
		case body == "":
			if len(t.lines) > 0 {
				out = append(out, t)
				t = &template{}
			}
			continue
		}
		l := templateLine{indent: len(line) - len(body), rule: &rule{result: &Type{Name: "stmt"}}}
		if rest, ok := strings.CutPrefix(body, "? "); ok {
			l.try, body = true, rest
		}
		if strings.HasPrefix(body, "{*") {
			l.block, body = true, "{none"+strings.TrimPrefix(body, "{*")
		}
		l.rule.parse(body)
		t.lines = append(t.lines, l)
	}
	return out
}

// templated is the statements of a template, or nil where it asks for types that are rarely made.
func (g *generator) templated() []*Node {
	for range 10 {
		if out := g.filled(pick(g, templates)); out != nil {
			return out
		}
	}
	return nil
}

// filled is the statements of a template, with expressions in its holes.
func (g *generator) filled(t *template) []*Node {
	f := &filling{g: g, binding: binding{}, names: map[string]string{}, lines: t.lines}
	saved := *g
	g.vars = slices.Clone(g.vars)
	for i := range g.vars {
		g.vars[i].own = false
	}
	g.final, g.frozen, g.loops, g.blocks = true, 0, 0, 2
	out := f.stmts(0)
	g.restore(&saved)
	if f.failed {
		return nil
	}
	return out
}

// filling is a template that is being filled.
type filling struct {
	g       *generator
	binding binding
	names   map[string]string
	lines   []templateLine
	failed  bool
}

// continues reports a line that goes on with the statement before it.
func continues(text string) bool {
	for _, word := range []string{"else:", "elif ", "except", "finally:"} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// stmts makes the statements of the next lines that are indented so far.
func (f *filling) stmts(indent int) []*Node {
	var out []*Node
	marks := ""
	for len(f.lines) > 0 && f.lines[0].indent == indent {
		l := f.lines[0]
		f.lines = f.lines[1:]
		if l.block {
			out = append(out, f.any(&l.rule.holes[0])...)
			continue
		}
		n := f.line(l.rule)
		if strings.HasPrefix(n.Parts[0], "@") {
			marks += n.Text() + "\n"
			continue
		}
		n.Parts[0], marks = marks+n.Parts[0], ""
		if len(f.lines) == 0 || f.lines[0].indent <= indent {
			if l.try {
				n = attempt([]*Node{n})
			}
			out = append(out, n)
			continue
		}
		b := &Block{n, f.stmts(f.lines[0].indent)}
		if continues(n.Parts[0]) {
			last := out[len(out)-1]
			last.Blocks = append(last.Blocks, b)
			continue
		}
		out = append(out, &Node{Blocks: []*Block{b}})
	}
	return out
}

// line fills one line.
func (f *filling) line(r *rule) *Node {
	n := &Node{Parts: append([]string{}, r.parts...)}
	for i := range r.holes {
		kid := f.g.fill(&r.holes[i], f.binding, f.names, f.free, f.g.depth()-1)
		if kid == nil {
			f.failed = true
			kid = leaf(nil, "None")
		}
		n.Kids = append(n.Kids, kid)
	}
	return n
}

func (f *filling) free(letter string) *Type { return f.g.constrained(letter, 1) }

// any makes statements that may use a hole's variables, and assign to them.
func (f *filling) any(h *hole) []*Node {
	saved, funcs := len(f.g.vars), len(f.g.funcs)
	for i, name := range h.bound {
		f.g.vars = append(f.g.vars, variable{f.g.named(f.names, name), f.binding.resolve(h.types[i], f.free), true})
	}
	out := f.g.block(1 + f.g.IntN(2))
	f.g.vars, f.g.funcs = f.g.vars[:saved], f.g.funcs[:funcs]
	return out
}
