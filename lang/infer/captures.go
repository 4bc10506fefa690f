package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// The names of a pattern are bound when all of it matched. Where a part that comes later may still fail, and the name may
// have a value that somebody reads then, what is captured is kept in a variable that the script does not have until then.

// capture is a name whose value is known before the pattern has matched.
type capture struct {
	name *syntax.Name
	held syntax.Expr // stands for the value
}

// capture binds a name to a part of the subject: at once, or when the pattern has matched.
func (m *matcher) capture(name *syntax.Name, v ir.Expr, at syntax.Span) ir.Expr {
	c := m.c
	_, bound := m.start[name.Id]
	if ours := c.frame.scope.lookup(name.Id) == c.frame.scope; !m.mayFail || ours && !bound {
		return c.sets(assigns(c.store(name, v, name.Span)), at)
	}
	held, sets := c.keepSubject(&ir.Convert{X: ir.X{T: typeOf(v), At: name.Span}, V: v})
	m.captures = append(m.captures, capture{name, held})
	return c.sets(sets, at)
}

// bindCaptures is a test that binds the names whose values were kept.
func (m *matcher) bindCaptures(at syntax.Span) ir.Expr {
	var test ir.Expr
	for _, k := range m.captures {
		test = m.c.both(test, m.c.sets(assigns(m.c.store(k.name, m.c.expr(k.held), k.name.Span)), at), at)
	}
	m.captures = nil
	return test
}

// noteBound notes at run time that the names of a pattern that matched are set.
func (m *matcher) noteBound(test ir.Expr, at syntax.Span) ir.Expr {
	if flags := assigns(m.c.setFlags(at)); len(flags) > 0 {
		return m.c.both(test, m.c.sets(flags, at), at)
	}
	return test
}

// sharedCaptures keeps what an alternative of a pattern captured where the other alternatives keep it: each binds the same names.
func (m *matcher) sharedCaptures(since int, at syntax.Span) ir.Expr {
	var test ir.Expr
	for i := since; i < len(m.captures); i++ {
		k := &m.captures[i]
		key := "capture " + k.name.Id + spanKey(at)
		m.c.frame.scope.bound[key] = true
		shared := &syntax.Name{At: k.name.At, Id: key}
		test = m.c.both(test, m.c.sets(assigns(m.c.store(shared, m.c.expr(k.held), k.name.Span)), at), at)
		k.held = &syntax.Name{At: syntax.At{Span: at}, Id: key}
	}
	return test
}

// failing types a part of a pattern behind which others may fail.
func (m *matcher) failing(more bool, part func() ir.Expr) ir.Expr {
	defer func(saved bool) { m.mayFail = saved }(m.mayFail)
	m.mayFail = m.mayFail || more
	return part()
}

// refutable reports that one of some patterns may fail.
func refutable(patterns []syntax.Pattern) bool {
	for _, p := range patterns {
		switch p := p.(type) {
		case *syntax.MatchStar:
		case *syntax.MatchCapture:
			if p.Pattern != nil && refutable([]syntax.Pattern{p.Pattern}) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// boundBy are the names that a pattern or an expression binds.
func boundBy(n syntax.Node) map[string]bool {
	names := map[string]bool{}
	add := func(n *syntax.Name) {
		if n != nil {
			names[n.Id] = true
		}
	}
	syntax.Walk(n, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.MatchCapture:
			add(n.Name)
		case *syntax.MatchStar:
			add(n.Name)
		case *syntax.MatchMapping:
			add(n.Rest)
		case *syntax.NamedExpr:
			add(n.Target)
		}
		return true
	})
	return names
}

// rebinds reports that cases bind a name: the subject that it stands for must be kept.
func rebinds(cases []*syntax.Case, name string) bool {
	for _, k := range cases {
		if boundBy(k.Pattern)[name] || k.Guard != nil && boundBy(k.Guard)[name] {
			return true
		}
	}
	return false
}

// unmatched is the state where a pattern does not match: its tests tell nothing, and it binds no names.
func unmatched(p syntax.Pattern, before, after state) state {
	out, names := before.copy(), boundBy(p)
	for name, f := range after {
		if _, ok := before[name]; !ok && !names[name] {
			f.maybe = true
			out[name] = f
		}
	}
	return out
}
