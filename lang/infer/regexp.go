package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// fillPattern sets the type parameters of a function of module re by its pattern: E and S, what findall and split find, and G, what is
// known of the groups.
func fillPattern(cand *candidate) {
	if cand.fn.Module != "re" || cand.fn.Class != nil || len(cand.fn.TypeParams) == 0 || cand.args[0] == nil {
		return
	}
	known := patternTypes{types.Any, types.Any, types.Any}
	pattern := unconverted(cand.args[0])
	if p, ok := typeOf(pattern).(*types.Named); ok && p.Name == "Pattern" {
		known = patternTypes{types.Resolve(p.Args[0]), types.Resolve(p.Args[1]), types.Resolve(p.Args[2])}
	} else if k, ok := pattern.(*ir.Const); ok && types.IsStr(k.T) {
		known = typesOfPattern(k.Value.(string))
	}
	cand.sub["E"], cand.sub["S"], cand.sub["G"] = known.found, known.split, known.groups
}

// unconverted is a value before it was boxed.
func unconverted(e ir.Expr) ir.Expr {
	if conv, ok := e.(*ir.Convert); ok {
		return conv.V
	}
	return e
}

// patternTypes are the elements of what findall and split give for a pattern, and its groups.
type patternTypes struct{ found, split, groups types.Type }

// typesOfPattern are those of a pattern whose text is known. One whose groups depend on whether its flags have VERBOSE gives Any.
func typesOfPattern(pattern string) patternTypes {
	groups := groupsOf(pattern, strings.HasPrefix(pattern, "(?x"))
	other := groupsOf(pattern, true)
	if len(groups) != len(other) {
		return patternTypes{types.Any, types.Any, types.Any}
	}
	for i := range groups {
		groups[i].certain = groups[i].certain && other[i].certain
	}
	out := patternTypes{types.Str, types.Any, groupsType(groups)}
	switch {
	case len(groups) == 0:
		out.split = types.Str
	case len(groups) > maxTuple:
		out.found = types.Any
	case len(groups) > 1:
		elts := make([]types.Type, len(groups))
		for i := range elts {
			elts[i] = types.Str
		}
		out.found = types.Tuple(elts...)
	}
	return out
}

// groupsPrefix begins the names of the types that say what is known of a pattern's groups. No value has such a type: it is an argument of
// Pattern and Match, and its name lists the groups.
const groupsPrefix = "groups "

// groupsType is the type of groups, which is the same for patterns that have the same ones.
func groupsType(groups []patternGroup) types.Type {
	name := groupsPrefix
	for _, g := range groups {
		if g.certain {
			name += g.name + " "
		} else {
			name += g.name + "? "
		}
	}
	return types.Of(name)
}

// groupsOfType are the groups of a pattern, if they are known.
func groupsOfType(t types.Type) ([]patternGroup, bool) {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || !strings.HasPrefix(n.Name, groupsPrefix) {
		return nil, false
	}
	var groups []patternGroup
	for _, g := range strings.SplitAfter(n.Name[len(groupsPrefix):], " ") {
		if g != "" {
			name, uncertain := strings.CutSuffix(strings.TrimSuffix(g, " "), "?")
			groups = append(groups, patternGroup{name, !uncertain})
		}
	}
	return groups, true
}

// certainGroups gives a call of a match's method the type that it has where groups take part in every match.
func (c *checker) certainGroups(call *ir.Call) ir.Expr {
	match, _ := typeOf(call.Recv).(*types.Named)
	if match == nil || len(match.Args) == 0 {
		return call
	}
	groups, ok := groupsOfType(match.Args[0])
	if !ok {
		return call
	}
	switch call.Fn.Name {
	case "group", "__getitem__":
		if len(call.Args) == 1 && types.IsOptional(call.T) && takesPart(groups, unconverted(call.Args[0])) {
			return &ir.Convert{X: ir.X{T: types.Str, At: call.At}, V: call}
		}
	case "groups", "groupdict":
		// With a default for groups that took no part, these give texts.
		for _, g := range groups {
			if !g.certain {
				return call
			}
		}
		if call.Omitted == 1 {
			_, o, _ := c.lookup(match, call.Fn.Name)
			call.Fn, call.Omitted = o.Funcs[1], 0
			call.Args = []ir.Expr{&ir.Const{X: ir.X{T: types.Str, At: call.At}, Value: ""}}
			call.T = call.Fn.Result
		}
	}
	return call
}

// takesPart reports whether the group that is asked for takes part in every match.
func takesPart(groups []patternGroup, which ir.Expr) bool {
	k, ok := which.(*ir.Const)
	if !ok {
		return false
	}
	for i, g := range groups {
		if k.Value == any(int64(i+1)) || g.name != "" && k.Value == any(g.name) {
			return g.certain
		}
	}
	return k.Value == any(int64(0))
}
