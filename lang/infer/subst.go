package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/types"
)

// subst fills the type parameters of a declaration.
type subst map[string]types.Type

func classParams(cls *api.Class, t types.Type) subst {
	sub := subst{}
	n, ok := t.(*types.Named)
	if !ok {
		return sub
	}
	for i, p := range cls.Params {
		if i < len(n.Args) {
			sub[p] = n.Args[i]
		}
	}
	for cls.Base != nil {
		base := cls.Base
		if cls = api.Load().Classes[base.Name]; cls == nil {
			break
		}
		for i, p := range cls.Params {
			if i < len(base.Args) {
				sub[p] = fill(base.Args[i], sub)
			}
		}
	}
	return sub
}

// fill puts what is known into a declared type; unknown parameters stay.
func fill(t types.Type, sub subst) types.Type {
	switch t := t.(type) {
	case *types.Param:
		if b, ok := sub[t.Name]; ok {
			return b
		}
	case *types.Named:
		if len(t.Args) == 0 {
			return t
		}
		args := make([]types.Type, len(t.Args))
		for i, a := range t.Args {
			args[i] = fill(a, sub)
		}
		switch t.Name {
		case "Join":
			return types.Join(args[0], args[1])
		case "Optional":
			if _, open := args[0].(*types.Param); !open {
				if _, fn := args[0].(*types.Callable); !fn {
					return types.Optional(args[0])
				}
			}
		}
		return types.Of(t.Name, args...)
	case *types.Callable:
		out := &types.Callable{Result: fill(t.Result, sub), Dots: t.Dots}
		for _, p := range t.Params {
			out.Params = append(out.Params, fill(p, sub))
		}
		return out
	}
	return t
}

// open reports whether a declared type still has unknown type parameters.
func open(t types.Type) bool {
	switch t := t.(type) {
	case *types.Param:
		return true
	case *types.Named:
		for _, a := range t.Args {
			if open(a) {
				return true
			}
		}
	case *types.Callable:
		for _, p := range t.Params {
			if open(p) {
				return true
			}
		}
		return open(t.Result)
	}
	return false
}

// match learns type parameters from an argument's type.
func (c *checker) match(want, t types.Type, sub subst) {
	t = types.Resolve(t)
	switch w := want.(type) {
	case *types.Param:
		if types.IsNever(t) || types.IsBad(t) {
			return
		}
		if old, ok := sub[w.Name]; ok {
			sub[w.Name] = joinParam(old, t)
		} else {
			sub[w.Name] = t
		}
	case *types.Named:
		c.matchNamed(w, t, sub)
	}
}

// joinParam joins what two arguments say of a type parameter. An element type that is still
// open takes the other.
func joinParam(old, t types.Type) types.Type {
	if types.Equal(old, t) {
		return old
	}
	return types.Join(old, t)
}

func (c *checker) matchNamed(w *types.Named, t types.Type, sub subst) {
	if w.Name == "Optional" {
		if !types.IsNone(t) {
			c.match(w.Args[0], types.Unwrap(t), sub)
		}
		return
	}
	t = types.Unwrap(t)
	if w.Name == "Iterable" {
		if e, ok := elementType(t); ok {
			c.match(w.Args[0], e, sub)
		}
		return
	}
	n, ok := t.(*types.Named)
	if !ok {
		return
	}
	if types.IsAny(n) {
		for _, a := range w.Args {
			c.match(a, types.Any, sub)
		}
		return
	}
	if n.Name == "tuple" && w.Name == "tuple..." {
		c.match(w.Args[0], joinAll(n.Args), sub)
		return
	}
	if n.Name != w.Name || len(n.Args) != len(w.Args) {
		return
	}
	for i := range w.Args {
		c.match(w.Args[i], n.Args[i], sub)
	}
}
