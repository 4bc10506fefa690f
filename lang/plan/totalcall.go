package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// totalMethods are the methods of Python's own types that give a value for any arguments of the declared types, if those are plain.
// The methods that cut at a separator do so for one that is not empty.
var totalMethods = map[string]map[string]bool{
	"str": {
		"split": true, "rsplit": true, "splitlines": true, "strip": true, "lstrip": true, "rstrip": true, "lower": true, "upper": true,
		"casefold": true, "title": true, "capitalize": true, "swapcase": true, "find": true, "rfind": true, "count": true, "replace": true,
		"startswith": true, "endswith": true, "join": true, "partition": true, "rpartition": true, "zfill": true, "expandtabs": true,
		"removeprefix": true, "removesuffix": true, "isalpha": true, "isdigit": true, "isdecimal": true, "isnumeric": true, "isalnum": true,
		"isspace": true, "isupper": true, "islower": true, "istitle": true, "isidentifier": true, "isprintable": true, "isascii": true,
	},
	"bytes": {
		"split": true, "rsplit": true, "splitlines": true, "strip": true, "lstrip": true, "rstrip": true, "lower": true, "upper": true,
		"replace": true, "startswith": true, "endswith": true, "hex": true, "isalpha": true, "isdigit": true, "isalnum": true, "isspace": true,
	},
	"int":       {"bit_length": true, "bit_count": true},
	"float":     {"is_integer": true},
	"list":      {"copy": true, "count": true},
	"dict":      {"get": true, "keys": true, "values": true, "items": true, "copy": true},
	"set":       {"copy": true, "union": true, "intersection": true, "difference": true, "isdisjoint": true, "issubset": true, "issuperset": true},
	"frozenset": {"union": true, "intersection": true, "difference": true, "isdisjoint": true, "issubset": true, "issuperset": true},
}

// separated are the methods whose first argument must not be empty.
var separated = map[string]bool{"split": true, "rsplit": true, "partition": true, "rpartition": true}

// call is a call of a declared function that always gives a value.
func (t *totality) call(c *ir.Call) bool {
	args := presentArgs(c)
	for _, a := range args {
		if !plain(unconverted(a).Type()) || !t.total(a) {
			return false
		}
	}
	switch {
	case c.Fn.Class != nil && c.Fn.Name == "__init__":
		return t.constructor(c, args)
	case c.Recv != nil && c.Fn.Class != nil:
		if !totalMethods[c.Fn.Class.Name][c.Fn.Name] || !plain(c.Recv.Type()) {
			return false
		}
		if separated[c.Fn.Name] && len(args) > 0 {
			if sep, ok := textValue(args[0]); !ok || sep == "" {
				return false
			}
		}
		if c.Fn.Name == "get" && !hashable(unconverted(args[0]).Type()) {
			return false
		}
		return t.total(c.Recv)
	case c.Recv == nil && c.Fn.Class == nil && c.Fn.Module == "builtins":
		return totalBuiltin(c, args)
	}
	return false
}

// presentArgs are the arguments that were given, those of a *args parameter too.
func presentArgs(c *ir.Call) []ir.Expr {
	var out []ir.Expr
	for _, a := range append(append([]ir.Expr(nil), c.Args...), c.Rest...) {
		if a != nil && !types.IsNone(a.Type()) {
			out = append(out, a)
		}
	}
	return out
}

// constructor is str(x), list(x) and the like of a value that they take.
func (t *totality) constructor(c *ir.Call, args []ir.Expr) bool {
	if len(args) == 0 {
		return plain(c.Type())
	}
	arg := unconverted(args[0]).Type()
	switch c.Fn.Class.Name {
	case "str":
		return len(args) == 1 && !types.Equal(arg, types.Bytes)
	case "bool":
		return true
	case "int":
		return types.IsInt(arg) || types.IsBool(arg)
	case "float":
		return plainNumber(arg)
	case "list", "tuple", "tuple...":
		return eager(arg)
	case "set", "frozenset":
		n, ok := types.Resolve(c.Type()).(*types.Named)
		return ok && eager(arg) && len(n.Args) == 1 && hashable(n.Args[0])
	}
	return false
}

// totalBuiltin is a call of a built-in function on values for which it gives one.
func totalBuiltin(c *ir.Call, args []ir.Expr) bool {
	if len(args) == 0 {
		return false
	}
	arg := unconverted(args[0]).Type()
	switch c.Fn.Name {
	case "len":
		return eager(arg)
	case "abs":
		return plainNumber(arg)
	case "repr":
		return true
	case "max", "min":
		return len(c.Rest) > 1 && len(args) == len(c.Rest) && (plainNumber(c.Type()) || types.IsStr(c.Type()))
	case "sorted":
		n, ok := types.Resolve(c.Type()).(*types.Named)
		return ok && len(n.Args) == 1 && eager(arg) && ordered(n.Args[0])
	case "sum":
		return eager(arg) && plainNumber(c.Type())
	}
	return false
}
