package infer

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// arityError is what Python says of a call whose arguments do not fit a function's parameters: the text of the
// TypeError, or "" if they fit or are not all known.
func (c *checker) arityError(label string, fn *function, args []argument) string {
	sig := fn.paramList()
	given := map[string]bool{}
	positional, named := 0, 0
	for _, a := range args {
		switch {
		case a.star != "":
			return ""
		case a.name == "":
			if positional < len(sig.plain) {
				given[sig.plain[positional].Name] = true
			}
			positional++
			continue
		case !hasParam(fn, a.name) || sig.positions[a.name]:
			if sig.keywords == nil {
				return fmt.Sprintf("%s() got an unexpected keyword argument '%s'", label, a.name)
			}
			continue
		case given[a.name]:
			return fmt.Sprintf("%s() got multiple values for argument '%s'", label, a.name)
		}
		given[a.name] = true
		named++
	}
	if positional > len(sig.plain) && sig.star == nil {
		return tooManyText(label, fn, positional)
	}
	return missingText(label, fn, given)
}

// tooManyText is what Python says of a call with more positional arguments than there are parameters.
func tooManyText(label string, fn *function, n int) string {
	least, most := fn.arity()
	takes, were := fmt.Sprint(most), "were"
	if least < most {
		takes = fmt.Sprintf("from %d to %d", least, most)
	}
	s := "s"
	if most == 1 && least == most {
		s = ""
	}
	if n == 1 {
		were = "was"
	}
	return fmt.Sprintf("%s() takes %s positional argument%s but %d %s given", label, takes, s, n, were)
}

// missingText is what Python says of parameters that no argument is for.
func missingText(label string, fn *function, given map[string]bool) string {
	var plain, keyword []string
	named := false
	for _, p := range fn.params {
		switch {
		case p.Kind == syntax.BareStar || p.Kind == syntax.StarParam:
			named = true
		case p.Kind != syntax.PlainParam || p.Default != nil || given[p.Name]:
		case named:
			keyword = append(keyword, p.Name)
		default:
			plain = append(plain, p.Name)
		}
	}
	kind, names := "positional", plain
	if len(plain) == 0 {
		kind, names = "keyword-only", keyword
	}
	if len(names) == 0 {
		return ""
	}
	s := "s"
	if len(names) == 1 {
		s = ""
	}
	return fmt.Sprintf("%s() missing %d required %s argument%s: %s", label, len(names), kind, s, quotedList(names))
}

// quotedList is 'a', 'b', and 'c'.
func quotedList(names []string) string {
	var q []string
	for _, n := range names {
		q = append(q, "'"+n+"'")
	}
	switch last := len(q) - 1; len(q) {
	case 1:
		return q[0]
	case 2:
		return q[0] + " and " + q[1]
	default:
		return strings.Join(q[:last], ", ") + ", and " + q[last]
	}
}

// displayedKeywords takes **{'a': 1} among arguments apart; repeated is a name that is given as a keyword twice.
func displayedKeywords(args []argument) (out []argument, repeated string) {
	given := map[string]bool{}
	for _, a := range args {
		parts := []argument{a}
		if a.star == "**" {
			if taken, ok := displayKeywords(a); ok {
				parts = taken
			}
		}
		for _, p := range parts {
			if p.name != "" && given[p.name] && repeated == "" {
				repeated = p.name
			}
			given[p.name] = true
		}
		out = append(out, parts...)
	}
	return out, repeated
}

// raisesArity raises what Python raises where the arguments of a call of a class do not fit its __init__.
func (c *checker) raisesArity(k *class, args []argument, at syntax.Span) (ir.Expr, bool) {
	args, repeated := displayedKeywords(args)
	text := ""
	if repeated != "" {
		text = fmt.Sprintf("%s.%s() got multiple values for keyword argument '%s'", k.ir.Module, k.ir.Qualname, repeated)
	} else if init, owner := k.find("__init__"); init != nil {
		method := "__init__"
		if owner.record != nil && owner.record.kind == namedTuple || owner.newed {
			method = "__new__"
		}
		text = c.arityError(owner.node.Name.Id+"."+method, init.fn, append([]argument{{}}, args...))
	} else if len(args) > 0 {
		text = k.node.Name.Id + "() takes no arguments"
	}
	if text == "" {
		return nil, false
	}
	pre := &prelude{}
	for _, a := range args {
		pre.keep(c, a.val)
	}
	return pre.wrap(c.raising("TypeError", text, k.self, at)), true
}

// raisesMethodArity raises what Python raises where the arguments of a call of an object's method do not fit its parameters.
func (c *checker) raisesMethodArity(k *class, recv ir.Expr, name string, args []argument, at syntax.Span) (ir.Expr, bool) {
	ts, missing := c.targets(k, name)
	if len(ts) != 1 || len(missing) > 0 {
		return nil, false
	}
	text := c.methodArityError(ts[0], args)
	if text == "" {
		return nil, false
	}
	pre := &prelude{}
	pre.keep(c, recv)
	for _, a := range args {
		pre.keep(c, a.val)
	}
	return pre.wrap(c.raising("TypeError", text, types.Any, at)), true
}

// methodArityError is arityError of a method called on an object.
func (c *checker) methodArityError(t target, args []argument) string {
	if t.m.kind == property || t.m.fn == nil {
		return ""
	}
	if t.m.kind != staticMethod {
		args = append([]argument{{}}, args...)
	}
	return c.arityError(t.m.fn.qualname(), t.m.fn, args)
}
