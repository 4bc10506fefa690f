package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// certainToFail reports calls that a declaration allows, as it takes values of any type, but
// that fail with the types at hand.
func (c *checker) certainToFail(cand *candidate, at syntax.Span) bool {
	f := cand.fn
	switch {
	case f.Class == nil && f.Module == "statistics":
		return c.decimalStatistics(cand)
	case f.Class == nil:
		return f.Module == "builtins" && c.builtinFails(cand, at)
	case f.Class.Name == "str" && f.Name == "join":
		return c.joinFails(cand)
	case f.Name == "__init__" && (f.Class.Name == "int" || f.Class.Name == "float"):
		arg := cand.args[0]
		if len(cand.args) == 2 {
			return c.baseFails(arg)
		}
		if !neverNumber(typeOf(arg)) || types.IsStr(typeOf(arg)) || className(typeOf(arg)) == "bytes" {
			return false
		}
		d := c.errorf(arg.Pos(), "DS305", "%s() argument must be a string or a number, not '%s'", f.Class.Name, typeOf(arg))
		c.origin(d, arg)
		return true
	}
	return false
}

// baseFails reports int(arg, base) of what is no text.
func (c *checker) baseFails(arg ir.Expr) bool {
	switch t := typeOf(arg); className(t) {
	case "int", "float", "bool":
		c.errorf(arg.Pos(), "DS305", "int() can't convert non-string with explicit base").
			WithHint("a base is for the digits of a text: int(\"ff\", 16); this is %s, so leave the base out", t)
	case "None", "list", "dict", "set", "frozenset", "tuple", "range", "RDD", "DStream", "Exception":
		c.errorf(arg.Pos(), "DS305", "int() can't convert non-string with explicit base").
			WithHint("a base is for the digits of a text: int(\"ff\", 16); this is %s", t)
	default:
		return false
	}
	return true
}

// decimalStatistics reports a function that calculates with int and float only, given Decimals. The
// functions that choose among their values take any.
func (c *checker) decimalStatistics(cand *candidate) bool {
	switch cand.fn.Name {
	case "median", "median_low", "median_high", "mode", "multimode":
		return false
	}
	if len(cand.args) == 0 || cand.args[0] == nil {
		return false
	}
	arg := cand.args[0]
	t, ok := elementType(typeOf(arg))
	if !ok || className(t) != "Decimal" {
		return false
	}
	c.unsupported(arg.Pos(), "statistics.%s of Decimals", cand.fn.Name).WithHint("turn them into floats: float(x) for x in …")
	return true
}

func (c *checker) builtinFails(cand *candidate, at syntax.Span) bool {
	f := cand.fn
	var arg ir.Expr
	if len(cand.args) > 0 {
		arg = cand.args[0]
	}
	switch f.Name {
	case "max", "min":
		if len(f.Params) == 0 || f.Params[0].Kind != api.Rest || len(cand.rest) > 0 {
			return false
		}
		c.errorf(at, "DS302", "%s expected at least 1 argument, got 0", f.Name)
		return true
	case "abs", "round":
		if !neverNumber(typeOf(arg)) {
			return false
		}
		c.origin(c.errorf(arg.Pos(), "DS305", "%s() needs a number, found %s", f.Name, typeOf(arg)), arg)
		return true
	case "ord":
		if t := className(typeOf(arg)); t == "str" || t == "bytes" || !neverNumber(typeOf(arg)) && !isNumeric(typeOf(arg)) {
			return false
		}
		c.origin(c.errorf(arg.Pos(), "DS305", "ord: argument 'c' must be str, found %s", typeOf(arg)), arg)
		return true
	case "hash":
		bad := unhashable(typeOf(arg))
		if in := c.frame.inst; in != nil && in.fn.written() { // a tuple's __hash__, which it has whatever its fields are
			return false
		}
		c.hashable(typeOf(arg), arg.Pos())
		return bad != ""
	case "sum":
		t, ok := elementType(typeOf(arg))
		if !ok || cand.args[1] != nil || !neverNumber(t) {
			return false
		}
		d := c.errorf(arg.Pos(), "DS305", "sum() adds numbers, but these are %s", t)
		if types.IsStr(t) {
			d.WithHint(`to join strings write "".join(%s)`, c.src.Slice(arg.Pos()))
		}
		return true
	}
	return false
}

// neverNumber reports types whose values are no numbers, whatever they are.
func neverNumber(t types.Type) bool {
	switch className(t) {
	case "str", "bytes", "None", "list", "dict", "set", "frozenset", "tuple", "range", "RDD", "DStream", "Exception":
		return true
	}
	return false
}

func (c *checker) joinFails(cand *candidate) bool {
	arg := cand.args[0]
	t, ok := elementType(types.Unwrap(typeOf(arg)))
	if !ok {
		return false
	}
	switch className(t) {
	case "int", "float", "bool", "None", "list", "tuple", "dict", "set", "bytes":
		c.errorf(arg.Pos(), "DS305", "str.join: expected strings to join, found %s", t).
			WithHint("convert each: str(x) for x in …")
		return true
	}
	return false
}
