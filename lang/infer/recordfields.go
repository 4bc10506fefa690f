package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// namedTupleFields reads the fields of namedtuple("P", "x y", defaults=[…]) or
// NamedTuple("P", [("x", int), …]).
func (c *checker) namedTupleFields(e *syntax.Call) ([]recordField, bool) {
	if len(e.Args) < 2 {
		return nil, false
	}
	if _, ok := e.Args[0].Value.(*syntax.StrLit); !ok {
		return nil, false
	}
	names, ok := c.fieldNames(e.Args[1].Value)
	if !ok {
		return nil, false
	}
	out := make([]recordField, len(names))
	for i, n := range names {
		out[i].name = n
	}
	for _, a := range e.Args[2:] {
		if a.Name != "defaults" {
			continue
		}
		defaults, ok := displayed(a.Value)
		if !ok {
			return nil, false
		}
		for i, d := range defaults {
			if at := len(out) - len(defaults) + i; at >= 0 {
				out[at].def = d
			}
		}
	}
	return out, true
}

// fieldNames are the names that an expression gives which is written out: "x y", ["x", "y"], "x,y".split(","),
// [("x", int)], or a variable that only ever holds one of these.
func (c *checker) fieldNames(e syntax.Expr) ([]string, bool) {
	switch e := e.(type) {
	case *syntax.StrLit:
		return strings.Fields(strings.ReplaceAll(e.Value, ",", " ")), true
	case *syntax.Name:
		if v := c.onlyValue(e.Id); v != nil {
			return c.fieldNames(v)
		}
		return nil, false
	case *syntax.Call:
		return splitText(e)
	}
	elts, ok := displayed(e)
	if !ok {
		return nil, false
	}
	var out []string
	for _, x := range elts {
		if t, ok := x.(*syntax.Tuple); ok && len(t.Elts) == 2 {
			x = t.Elts[0]
		}
		s, ok := x.(*syntax.StrLit)
		if !ok {
			return nil, false
		}
		out = append(out, s.Value)
	}
	return out, true
}

// displayed are the elements of a list or tuple that is written out.
func displayed(e syntax.Expr) ([]syntax.Expr, bool) {
	switch e := e.(type) {
	case *syntax.List:
		return e.Elts, true
	case *syntax.Tuple:
		return e.Elts, true
	}
	return nil, false
}

// splitText is "x y".split() or "x,y".split(","), with constants.
func splitText(e *syntax.Call) ([]string, bool) {
	a, ok := e.Fn.(*syntax.Attr)
	if !ok || a.Name != "split" {
		return nil, false
	}
	text, ok := a.X.(*syntax.StrLit)
	if !ok {
		return nil, false
	}
	switch len(e.Args) {
	case 0:
		return strings.Fields(text.Value), true
	case 1:
		if sep, ok := e.Args[0].Value.(*syntax.StrLit); ok && sep.Value != "" {
			return strings.Split(text.Value, sep.Value), true
		}
	}
	return nil, false
}

// onlyValue is the one expression that the module ever assigns to a name which no function binds and no method
// is called of, or nil.
func (c *checker) onlyValue(name string) syntax.Expr {
	root := c.root()
	file := c.file
	if root.module != nil {
		file = root.module.file
	}
	for s := c.frame.scope; s != nil && s != root.scope; s = s.parent {
		if s.bound[name] {
			return nil
		}
	}
	var value syntax.Expr
	bound := 0
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Assign:
			for _, t := range n.Targets {
				if x, ok := t.(*syntax.Name); ok && x.Id == name && len(n.Targets) == 1 {
					value = n.Value
				}
				bound += mentions(t, name)
			}
			return true
		case *syntax.AugAssign:
			bound += mentions(n.Target, name)
		case *syntax.For:
			bound += mentions(n.Target, name)
		case *syntax.NamedExpr:
			bound += mentions(n.Target, name)
		case *syntax.Attr:
			bound += mentions(n.X, name)
		}
		return true
	})
	if bound != 1 {
		return nil
	}
	return value
}

// mentions counts the uses of a name in an expression.
func mentions(e syntax.Expr, name string) int {
	n := 0
	syntax.Walk(e, func(x syntax.Node) bool {
		if x, ok := x.(*syntax.Name); ok && x.Id == name {
			n++
		}
		return true
	})
	return n
}
