package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Reading a name that nothing has set yet raises NameError. Where the flow tells that it is set there
// is nothing to do; for the other reads the variable has a flag beside it, which every assignment
// sets and every del clears.

// checked reads a variable that may be unset.
func (c *checker) checked(n *syntax.Name, v *variable, kind ir.NameKind, read ir.Expr) ir.Expr {
	conv, ok := read.(*ir.Convert)
	if !ok {
		return read
	}
	flag := c.flagOf(v, n.Span)
	check := &ir.BoundCheck{X: ir.X{T: conv.V.Type(), At: n.Span}, V: conv.V, Flag: flag, Name: n.Id, Kind: kind}
	conv.V = check
	c.later = append(c.later, func() { check.T = check.V.Type() })
	return conv
}

// flagOf reads whether a variable is set.
func (c *checker) flagOf(v *variable, at syntax.Span) *ir.Local {
	if v.flag == nil {
		s := v.frame.hiddenSite(v.name+" set", syntax.Span{})
		s.store(types.Bool)
		v.flag, c.changed = s, true
	}
	v.frame.scope.shared[v.flag.v.name] = v.frame.scope.shared[v.name]
	v.flag.store(types.Bool)
	flag := &ir.Local{X: ir.X{T: types.Bool, At: at}}
	c.later = append(c.later, func() { flag.Var = c.final(v.flag) })
	return flag
}

// raisesUnset raises NameError for a name that is not set here, in a try statement that may want it.
func (c *checker) raisesUnset(n *syntax.Name, kind ir.NameKind) ir.Expr {
	return &ir.BoundCheck{X: ir.X{T: types.Any, At: n.Span}, Name: n.Id, Kind: kind}
}

// nameKind is what a variable of the current frame is where it is read: in a comprehension, which is
// a function of its own in Python, it is a free one.
func (c *checker) nameKind() ir.NameKind {
	switch {
	case c.frame.parent == nil, c.frame.scope.class: // a name of a class is looked for in the module, too
		return ir.GlobalName
	case len(c.frame.comps) > c.frame.outerComps:
		return ir.FreeName
	}
	return ir.LocalName
}

// setFlags notes at run time that the variables assigned so far by the current statement are set.
func (c *checker) setFlags(at syntax.Span) []ir.Stmt {
	var out []ir.Stmt
	for _, v := range c.bound {
		out = append(out, c.setFlag(v, true, at))
	}
	c.bound = nil
	return out
}

func (c *checker) setFlag(v *variable, set bool, at syntax.Span) ir.Stmt {
	target := &ir.VarTarget{}
	v.flag.store(types.Bool)
	c.later = append(c.later, func() { target.Var = c.final(v.flag) })
	return &ir.Assign{S: ir.S{At: at}, Target: target, Value: c.boolean(set, at)}
}

// unset is what del does to a variable.
func (c *checker) unset(n *syntax.Name) []ir.Stmt {
	owner := c.owner(n.Id)
	v := owner.variable(n.Id)
	if !v.dels {
		v.dels, c.changed = true, true
	}
	if owner != c.frame && !v.gone {
		v.gone, c.changed = true, true
	}
	if owner == c.frame {
		delete(c.frame.state, n.Id)
		for _, tr := range c.frame.traps {
			tr.state = merge(tr.state, c.frame.state.copy())
		}
	}
	if v.flag == nil {
		return nil
	}
	return []ir.Stmt{c.setFlag(v, false, n.Span)}
}

// surelySet reports that a variable of an enclosing frame is set where the current function is
// called. The calls on the way rely on it, so later ones are held to it.
func (c *checker) surelySet(v *variable) bool {
	if v.dels || v.unsure {
		return false
	}
	if !v.isSet() {
		v.unsure = true
		return false
	}
	for _, call := range c.calls {
		call.inst.needs(v)
	}
	return true
}

// isSet reports that a variable is set at the place its frame has come to.
func (v *variable) isSet() bool {
	if v.frame.state == nil {
		return true // that place is not reached
	}
	fl, ok := v.frame.state[v.name]
	return ok && !fl.maybe
}

// needs notes a variable of an enclosing frame that a function takes to be set.
func (in *instance) needs(v *variable) {
	if in == nil || v.frame == in.frame {
		return
	}
	if in.outer == nil {
		in.outer = map[*variable]bool{}
	}
	in.outer[v] = true
}

// recheck holds another call of an instance to what the first one relied on.
func (c *checker) recheck(in *instance) {
	for v := range in.outer {
		if v.unsure || v.dels {
			continue
		}
		if !v.isSet() {
			v.unsure, c.changed = true, true
			continue
		}
		for _, call := range c.calls {
			call.inst.needs(v)
		}
	}
}

// catchesNames reports a try statement around the current place, in this function or one that calls
// it, that names NameError among what it catches: a name that is not there is no mistake then.
func (c *checker) catchesNames() bool { return c.catching.names("UnboundLocalError") }

// catchesAny reports that handlers name one of some exception classes.
func catchesAny(handlers []*syntax.Handler, classes ...string) bool {
	found := false
	for _, h := range handlers {
		if h.Type == nil {
			continue
		}
		syntax.Walk(h.Type, func(n syntax.Node) bool {
			if name, ok := n.(*syntax.Name); ok && slices.Contains(classes, name.Id) {
				found = true
			}
			return true
		})
	}
	return found
}
