package infer

import (
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// variable is a name of one frame. Its sites are the places that assign it.
type variable struct {
	name   string
	frame  *frame
	sites  map[int32]*site
	flag   *site              // holds whether it is set, if some read cannot be sure
	unsure bool               // some call of a function that reads it comes before it is set
	dels   bool               // a del may unset it
	gone   bool               // a del in another function may
	shown  string             // the name in generated code, if name is none
	one    *site              // the only root of a shared variable: all its sites are united
	vars   map[string]*ir.Var // by type, made when the tree is finished
}

// site is one assignment of a variable. United sites share one root, whose type is the join of
// what all of them store.
type site struct {
	v     *variable
	at    syntax.Span
	up    *site
	typ   types.Type // joined so far in this round
	prev  types.Type // the whole of the last round
	fn    *function  // the def or named lambda this site binds, if that is what it does
	param bool
}

func (s *site) root() *site {
	for s.up != nil {
		s = s.up
	}
	return s
}

// unite makes two sites one variable.
func (c *checker) unite(a, b *site) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	if b.at.Start < a.at.Start {
		a, b = b, a
	}
	b.up = a
	a.store(b.typ)
	if a.prev == nil {
		a.prev = b.prev
	} else if b.prev != nil {
		a.prev = types.Join(a.prev, b.prev)
	}
	c.changed = true
}

func (s *site) store(t types.Type) {
	if t == nil {
		return
	}
	s = s.root()
	if s.typ == nil {
		s.typ = t
	} else {
		s.typ = types.Join(s.typ, t)
	}
}

// storage is the type of the variable a site belongs to, as far as it is known.
func (s *site) storage() types.Type {
	r := s.root()
	switch {
	case r.typ == nil && r.prev == nil:
		return types.Never
	case r.typ == nil:
		return r.prev
	case r.prev == nil:
		return r.typ
	}
	return types.Join(r.prev, r.typ)
}

// flow is what is known of a variable at one point: which assignments may have set it, the type
// it has there, and whether some path leaves it unset.
type flow struct {
	sites []*site
	cur   types.Type
	maybe bool
	stale bool // a function inside may have set it since: it has any of the types that it is given anywhere
}

// state is the flow of every variable of a frame; nil means the point cannot be reached.
type state map[string]flow

func (st state) copy() state {
	if st == nil {
		return nil
	}
	out := make(state, len(st))
	for k, v := range st {
		out[k] = v
	}
	return out
}

// forgetWritten is what a call does: variables that functions inside set may have changed.
func (c *checker) forgetWritten() {
	for name := range c.frame.scope.written {
		if fl, ok := c.frame.state[name]; ok && !fl.stale {
			fl.stale = true
			c.frame.state[name] = fl
		}
	}
}

// merge joins the states of two paths that meet.
func merge(a, b state) state {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	out := make(state, len(a))
	for name, x := range a {
		y, ok := b[name]
		if !ok {
			x.maybe = true
			out[name] = x
			continue
		}
		out[name] = flow{mergeSites(x.sites, y.sites), joinKeep(x.cur, y.cur), x.maybe || y.maybe, x.stale || y.stale}
	}
	for name, y := range b {
		if _, ok := a[name]; !ok {
			y.maybe = true
			out[name] = y
		}
	}
	return out
}

// joinKeep joins without letting an unbound element type of one side leak to unrelated values.
func joinKeep(a, b types.Type) types.Type {
	if types.Equal(a, b) {
		return a
	}
	return types.Join(a, b)
}

func mergeSites(a, b []*site) []*site {
	out := append([]*site(nil), a...)
	for _, s := range b {
		found := false
		for _, o := range out {
			if o == s {
				found = true
			}
		}
		if !found {
			out = append(out, s)
		}
	}
	return out
}

// same reports whether two states say the same, so that a loop's head need not be seen again.
func same(a, b state) bool {
	if len(a) != len(b) || (a == nil) != (b == nil) {
		return false
	}
	for name, x := range a {
		y, ok := b[name]
		if !ok || x.maybe != y.maybe || x.stale != y.stale || len(x.sites) != len(y.sites) || !types.Equal(x.cur, y.cur) {
			return false
		}
		for i := range x.sites {
			if x.sites[i] != y.sites[i] {
				return false
			}
		}
	}
	return true
}

// variable returns the frame's variable of a name.
func (f *frame) variable(name string) *variable {
	v := f.vars[name]
	if v == nil {
		v = &variable{name: name, frame: f, sites: map[int32]*site{}}
		f.vars[name] = v
	}
	return v
}

// site returns the site of an assignment at a place.
func (f *frame) site(name string, at syntax.Span) *site {
	v := f.variable(name)
	s := v.sites[at.Start]
	if s == nil {
		s = &site{v: v, at: at}
		v.sites[at.Start] = s
		if f.scope != nil && f.scope.shared[name] {
			if v.one == nil {
				v.one = s
			} else {
				s.up = v.one.root()
			}
		}
	}
	return s
}

// roots lists the roots of a variable's sites in order of their places.
func (v *variable) roots() []*site {
	var out []*site
	for _, s := range v.sites {
		if s.up == nil {
			out = append(out, s)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].at.Start < out[j].at.Start })
	return out
}

// final returns the tree's variable of a site: one per name and type.
func (c *checker) final(s *site) *ir.Var {
	r := s.root()
	t := types.Resolve(r.storage())
	key := types.Key(t)
	if f, ok := t.(*types.Func); ok {
		key = c.funcKey(f)
	}
	v := r.v
	if v.vars == nil {
		v.vars = map[string]*ir.Var{}
	}
	out := v.vars[key]
	if out == nil {
		out = &ir.Var{Name: v.name, Type: t, Def: r.at}
		if v.shown != "" {
			out.Name = strings.ReplaceAll(v.shown, " ", "_")
		}
		if v.frame.inst != nil {
			out.Owner = v.frame.inst.ir
		}
		v.vars[key] = out
	}
	if v.frame.class != nil {
		out.Name, out.Owner, out.Global = v.frame.class.name+"_"+v.name, nil, true
	} else if v.frame.scope != nil && v.frame.scope.shared[v.name] {
		if v.frame.parent == nil {
			out.Global = true
		} else {
			out.Shared = true
		}
	}
	return out
}
