package infer

import (
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
	return out
}

// patternArg is the pattern before it was boxed.
func patternArg(e ir.Expr) ir.Expr {
	if conv, ok := e.(*ir.Convert); ok {
		return conv.V
	}
	return e
}

// regexpTypes are the elements of what findall and split give for a pattern.
func regexpTypes(pattern string) (found, split types.Type) {
	groups := 0
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			i++
		case '[':
			for i += 2; i < len(pattern) && pattern[i] != ']'; i++ {
				if pattern[i] == '\\' {
					i++
				}
			}
		case '(':
			if i+1 < len(pattern) && pattern[i+1] != '?' || i+3 < len(pattern) && pattern[i+1:i+4] == "?P<" {
				groups++
			}
		}
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
