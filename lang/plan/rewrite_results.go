package plan

import (
	"fmt"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// results are what functions of the script give for arguments of which is known what they can be.
type results struct {
	depth int
	known map[string]span // by function and arguments
}

const (
	maxFollowed  = 20 // statements of a function that is followed
	maxFollowing = 2  // how deep
)

// ofCallFunc is what a call of a small function can give.
func (g *ranges) ofCallFunc(e *ir.CallFunc) span {
	f := e.Func
	if !types.IsInt(f.Result) || f.Kind != ir.Plain || f.Class != nil || f.Yields != nil || f.Of != "" || f.Parent != nil ||
		len(e.Args) != len(f.Params) || g.results.depth >= maxFollowing || !isSmall(f) {
		return anyInt
	}
	args := map[*ir.Var]span{}
	key := fmt.Sprintf("%p %d", f, g.results.depth)
	for i, p := range f.Params {
		if !types.IsInt(p.Type) || p.Shared {
			continue
		}
		s := g.of(e.Args[i])
		if s == noInt {
			return noInt
		}
		args[p] = s
		key += fmt.Sprint(" ", s.lo, " ", s.hi)
	}
	s, ok := g.results.known[key]
	if !ok {
		s = g.called(f, args)
		g.results.known[key] = s
	}
	return s
}

// called is what a function gives, whose parameters can be what args says.
func (g *ranges) called(f *ir.Func, args map[*ir.Var]span) span {
	inner := newRanges(results{g.results.depth + 1, g.results.known})
	inner.collect(f.Body)
	inner.follow(f.Body)
	for p, s := range args {
		if !inner.open[p] {
			inner.vars[p] = s
		}
	}
	inner.solve(f.Body)
	given := noInt
	ir.EachStmt(f.Body, func(s ir.Stmt) {
		if r, ok := s.(*ir.Return); ok && r.V != nil {
			given = given.join(inner.at(r.V, ""))
		}
	})
	return given
}

// isSmall reports a function that is soon followed, and in which none is defined.
func isSmall(f *ir.Func) bool {
	n, ok := 0, true
	ir.EachStmt(f.Body, func(s ir.Stmt) {
		n++
		switch s.(type) {
		case *ir.DefFunc, *ir.DefClass:
			ok = false
		}
	})
	return ok && n <= maxFollowed
}
