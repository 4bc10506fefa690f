package plan

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// builtin is the result of a built-in function or method of values that are known well enough.
func (u *untouched) builtin(c *ir.Call) fact {
	if c.Recv != nil {
		return u.method(c)
	}
	args := map[string]fact{}
	for i, a := range c.Args {
		if a != nil {
			args[c.Fn.Params[i].Name] = u.expr(a)
		}
	}
	if u.failed || len(c.Args) == 0 {
		return u.fail()
	}
	first := args[c.Fn.Params[0].Name]
	if c.Fn.Class != nil {
		if c.Fn.Name != "__init__" {
			return u.fail()
		}
		return u.copied(c, first)
	}
	switch c.Fn.Module + "." + c.Fn.Name {
	case "builtins.sum":
		if start := args["start"]; args["iterable"].isEmpty() {
			return start
		}
	case "functools.reduce":
		if args["iterable"].isEmpty() && hasParameter(c, "initial") {
			return args["initial"]
		}
	case "builtins.len":
		if first.kind == listFact || first.kind == tupleFact {
			return constant(int64(len(first.elts)))
		}
	case "builtins.max", "builtins.min":
		switch {
		case args["iterable"].isEmpty() && hasParameter(c, "default"):
			return args["default"]
		case args["iterable"].kind == listFact && len(args["iterable"].elts) == 1 && (!hasParameter(c, "key") || args["key"].is(nil)):
			return args["iterable"].elts[0]
		}
	case "builtins.any", "builtins.all":
		if first.isEmpty() {
			return constant(c.Fn.Name == "all")
		}
	case "builtins.sorted", "builtins.reversed", "builtins.enumerate", "builtins.tuple", "builtins.list", "builtins.set", "builtins.frozenset",
		"collections.Counter":
		if first.isEmpty() {
			return fact{kind: listFact}
		}
	case "builtins.map", "builtins.filter":
		if args["iterable"].isEmpty() || args["a"].isEmpty() {
			return fact{kind: listFact}
		}
	case "copy.copy", "copy.deepcopy":
		return u.copied(c, first)
	}
	return u.fail()
}

func hasParameter(c *ir.Call, name string) bool {
	for i, p := range c.Fn.Params {
		if p.Name == name {
			return i < len(c.Args) && c.Args[i] != nil
		}
	}
	return false
}

// copied is a new object with what is in another one.
func (u *untouched) copied(c *ir.Call, a fact) fact {
	switch {
	case a.isEmpty():
		return a
	case a.kind == partFact && types.Equal(c.Type(), u.partType(a.path)) && copies(c.Type()):
		return a
	}
	return u.fail()
}

// copies reports the types of which list(x), dict(x) and x.copy() make an equal one.
func copies(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	return ok && (n.Name == "list" || n.Name == "dict" || n.Name == "int" || n.Name == "float" || n.Name == "str" || n.Name == "bool")
}

// growing are the methods that change nothing if what they are given is empty.
var growing = []string{"extend", "update", "extendleft", "difference_update", "subtract"}

func (u *untouched) method(c *ir.Call) fact {
	recv := u.expr(c.Recv)
	switch name := c.Fn.Name; {
	case recv.kind != partFact && !recv.isEmpty(), u.hasMethods(c.Recv.Type()):
	case slices.Contains(growing, name):
		for _, a := range slices.Concat(c.Args, c.Rest) {
			if a != nil && !u.expr(a).isEmpty() {
				return u.fail()
			}
		}
		return constant(nil)
	case name == "copy":
		return u.copied(c, recv)
	case recv.isEmpty() && (name == "items" || name == "keys" || name == "values" || name == "most_common"):
		return recv
	case recv.isEmpty() && (name == "sort" || name == "reverse" || name == "clear"):
		return constant(nil)
	}
	return u.fail()
}
