package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// keywordArgs are the arguments that **kwargs takes; its type is their keywordsType.
type keywordArgs struct {
	ir.X
	vals []ir.Expr
}

// passed leaves out the arguments that exist at compile time only: built-in functions, classes
// and modules, which the instance knows by the types of its parameters.
func passed(vals []ir.Expr) []ir.Expr {
	var out []ir.Expr
	for _, v := range vals {
		if k, ok := v.(*keywordArgs); ok {
			out = append(out, passed(k.vals)...)
		} else if !static(typeOf(v)) {
			out = append(out, v)
		}
	}
	return out
}

func static(t types.Type) bool {
	switch types.Resolve(t).(type) {
	case *types.Module, *types.Class, *types.Builtin:
		return true
	}
	return false
}

// paramList is what a call needs to know of a function's parameters.
type paramList struct {
	plain     []*syntax.Param // those that take arguments by position
	star      *syntax.Param
	keywords  *syntax.Param
	positions map[string]bool // positional-only
}

func (f *function) paramList() paramList {
	var s paramList
	s.positions = map[string]bool{}
	named := false
	for _, p := range f.params {
		switch p.Kind {
		case syntax.StarParam:
			s.star, named = p, true
		case syntax.BareStar:
			named = true
		case syntax.StarStarParam:
			s.keywords = p
		case syntax.BareSlash:
			for _, q := range s.plain {
				s.positions[q.Name] = true
			}
		case syntax.PlainParam:
			if !named {
				s.plain = append(s.plain, p)
			}
		}
	}
	return s
}

// matchParams puts the arguments of a call in the order of the parameters. Only *args may be spread.
func (c *checker) matchParams(fn *function, args []argument, at syntax.Span) ([]ir.Expr, bool) {
	sig := fn.paramList()
	given := map[string]ir.Expr{}
	var rest []ir.Expr
	var names []string
	extra := &keywordArgs{}
	var spread ir.Expr
	ok := true
	n := 0
	for _, a := range args {
		switch {
		case a.star == "*":
			spread = a.val
		case a.name != "":
			switch taken := hasParam(fn, a.name) && !sig.positions[a.name]; {
			case !taken && sig.keywords != nil && slices.Contains(names, a.name):
				c.repeatedArgument(fn, a)
				ok = false
			case !taken && sig.keywords != nil:
				names, extra.vals = append(names, a.name), append(extra.vals, c.keywordValue(a.val))
			case !taken:
				c.unexpectedKeyword(fn, a)
				ok = false
			case given[a.name] != nil:
				c.repeatedArgument(fn, a)
				ok = false
			default:
				given[a.name] = a.val
			}
		case n < len(sig.plain):
			given[sig.plain[n].Name] = a.val
			n++
		case sig.star != nil:
			rest = append(rest, a.val)
		default:
			n++
		}
	}
	if n > len(sig.plain) {
		c.tooManyArguments(fn, n, at)
		return nil, false
	}
	var vals []ir.Expr
	var missing []string
	for _, p := range fn.params {
		switch {
		case p.Name == "":
		case p.Kind == syntax.StarParam && spread != nil:
			vals = append(vals, spread)
		case p.Kind == syntax.StarParam:
			vals = append(vals, c.restTuple(rest, at))
		case p.Kind == syntax.StarStarParam:
			extra.X = ir.X{T: extra.typ(names), At: at}
			vals = append(vals, extra)
		case given[p.Name] != nil:
			vals = append(vals, given[p.Name])
		case fn.class != nil && fn.class.factories[p.Name] != nil && fn.name == "__init__":
			vals = append(vals, c.factoryDefault(fn.class, p.Name))
		case fn.defaults[p.Name] != nil:
			vals = append(vals, fn.defaults[p.Name])
		case fn.defaultSites[p.Name] != nil:
			vals = append(vals, ref(omitted, at))
		default:
			missing = append(missing, p.Name)
		}
	}
	if len(missing) > 0 && ok {
		c.missingArguments(fn, missing, at)
		ok = false
	}
	return vals, ok
}

// keywordValue is an argument for **kwargs: functions are boxed.
func (c *checker) keywordValue(v ir.Expr) ir.Expr {
	if isFunction(typeOf(v)) {
		return c.box(v)
	}
	return v
}

// restTuple is the tuple of the arguments that *args takes; functions among them are boxed.
func (c *checker) restTuple(rest []ir.Expr, at syntax.Span) ir.Expr {
	for i, v := range rest {
		if isFunction(typeOf(v)) {
			rest[i] = c.box(v)
		}
	}
	return c.tuple(rest, at)
}

func (k *keywordArgs) typ(names []string) types.Type {
	ts := make([]types.Type, len(k.vals))
	for i, v := range k.vals {
		ts[i] = typeOf(v)
		if types.IsBad(ts[i]) {
			return types.Bad
		}
	}
	return keywordsType(names, ts)
}

func hasParam(fn *function, name string) bool {
	for _, p := range fn.params {
		if p.Name == name && p.Kind == syntax.PlainParam {
			return true
		}
	}
	return false
}
