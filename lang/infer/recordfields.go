package infer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
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
	c.laterDefaults(e, out)
	return out, true
}

// laterDefaults gives fields the defaults of P.__new__.__defaults__ = (…), which was the way before namedtuple took
// them; P is the variable that the call is assigned to.
func (c *checker) laterDefaults(call *syntax.Call, fields []recordField) {
	names := map[string]bool{}
	syntax.Walk(c.rootFile(), func(n syntax.Node) bool {
		a, ok := n.(*syntax.Assign)
		if !ok {
			return true
		}
		for _, t := range a.Targets {
			if x, isName := t.(*syntax.Name); isName && a.Value == syntax.Expr(call) {
				names[x.Id] = true
			}
			if x, ok := defaultsOf(t).(*syntax.Name); ok && names[x.Id] {
				defaults, _ := repeated(a.Value, len(fields))
				for i, d := range defaults {
					if at := len(fields) - len(defaults) + i; at >= 0 {
						fields[at].def = d
					}
				}
			}
		}
		return true
	})
}

// defaultsOf is P of P.__new__.__defaults__, or nil.
func defaultsOf(e syntax.Expr) syntax.Expr {
	if a, ok := e.(*syntax.Attr); ok && a.Name == "__defaults__" {
		if n, ok := a.X.(*syntax.Attr); ok && n.Name == "__new__" {
			return n.X
		}
	}
	return nil
}

// repeated are the elements of a tuple that is written out, or of (x,) * n and (x,) * len(…), which is the number of fields.
func repeated(e syntax.Expr, fields int) ([]syntax.Expr, bool) {
	b, ok := e.(*syntax.Binary)
	if !ok || b.Op != "*" {
		return displayed(e)
	}
	one, ok := displayed(b.X)
	n := fields
	switch times := b.Y.(type) {
	case *syntax.IntLit:
		v, err := strconv.Atoi(times.Text)
		n, ok = v, ok && err == nil && v >= 0
	case *syntax.Call:
		f, isName := times.Fn.(*syntax.Name)
		ok = ok && isName && f.Id == "len"
	default:
		ok = false
	}
	if !ok || len(one) != 1 {
		return nil, false
	}
	return slices.Repeat(one, min(n, fields)), true
}

// setNewDefaults types P.__new__.__defaults__ = (…) of a named tuple, whose fields have these defaults from the start.
func (c *checker) setNewDefaults(p syntax.Expr, s *syntax.Assign) bool {
	t, ok := typeOf(c.expr(p)).(*types.Class)
	if !ok {
		return false
	}
	k, ok := t.Decl.(*class)
	if !ok || k.record == nil || k.record.kind != namedTuple {
		return false
	}
	if _, ok := repeated(s.Value, len(k.record.fields)); !ok {
		c.unsupported(s.Value.Pos(), "defaults of a named tuple that are not written out").WithHint("write namedtuple(…, defaults=[…])")
	}
	return true
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

// rootFile is the module that is checked: the script, or one beside it.
func (c *checker) rootFile() *syntax.File {
	if root := c.root(); root.module != nil {
		return root.module.file
	}
	return c.file
}

// onlyValue is the one expression that the module ever assigns to a name which no function binds and no method
// is called of, or nil.
func (c *checker) onlyValue(name string) syntax.Expr {
	root, file := c.root(), c.rootFile()
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
