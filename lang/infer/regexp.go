package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// regexpCall gives a call of module re the types that depend on the groups of its pattern: what
// findall and split find.
func (c *checker) regexpCall(d *api.Overloads, call ir.Expr) ir.Expr {
	out, ok := call.(*ir.Call)
	if !ok || len(out.Args) == 0 || out.Fn.Module != "re" || out.Fn.Class != nil || len(out.Fn.TypeParams) == 0 {
		return call
	}
	found, split := types.Type(types.Any), types.Type(types.Any)
	if p, ok := typeOf(patternArg(out.Args[0])).(*types.Named); ok && p.Name == "Pattern" {
		found, split = types.Resolve(p.Args[0]), types.Resolve(p.Args[1])
	} else if k, ok := patternArg(out.Args[0]).(*ir.Const); ok && types.IsStr(k.T) {
		found, split = regexpTypes(k.Value.(string))
	}
	switch d.Name {
	case "compile":
		out.T = types.Of("Pattern", found, split)
	case "findall":
		out.T = types.List(found)
	case "split":
		out.T = types.List(split)
	}
	return c.opened(out.Fn, out)
}

// patternArg is the pattern before it was boxed.
func patternArg(e ir.Expr) ir.Expr {
	if conv, ok := e.(*ir.Convert); ok {
		return conv.V
	}
	return e
}

// regexpTypes are the elements of what findall and split give for a pattern. One whose groups depend on whether its flags have
// VERBOSE gives Any.
func regexpTypes(pattern string) (found, split types.Type) {
	groups := regexpGroups(pattern, strings.HasPrefix(pattern, "(?x"))
	if groups != regexpGroups(pattern, true) && strings.ContainsAny(pattern, "#") {
		return types.Any, types.Any
	}
	switch {
	case groups == 0:
		return types.Str, types.Str
	case groups == 1:
		return types.Str, types.Any
	case groups > maxTuple:
		return types.Any, types.Any
	}
	elts := make([]types.Type, groups)
	for i := range elts {
		elts[i] = types.Str
	}
	return types.Tuple(elts...), types.Any
}

// regexpGroups counts the groups of a pattern.
func regexpGroups(pattern string, verbose bool) int {
	groups := 0
	for i := 0; i < len(pattern); i++ {
		rest := pattern[i:]
		switch {
		case rest[0] == '\\':
			i++
		case rest[0] == '#' && verbose:
			i += skipTo(rest, "\n")
		case strings.HasPrefix(rest, "(?#"):
			i += skipTo(rest, ")")
		case rest[0] == '[':
			i += classEnd(rest)
		case strings.HasPrefix(rest, "(?P<"), rest[0] == '(' && !strings.HasPrefix(rest, "(?"):
			groups++
		}
	}
	return groups
}

// skipTo is where an end stands, or the last byte.
func skipTo(text, end string) int {
	if i := strings.Index(text, end); i >= 0 {
		return i
	}
	return len(text) - 1
}

// classEnd is where the set that begins a text ends. A bracket that comes first is one of its characters.
func classEnd(text string) int {
	i := 1
	if strings.HasPrefix(text, "[^") {
		i = 2
	}
	for first := i; i < len(text) && (text[i] != ']' || i == first); i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return i
}
