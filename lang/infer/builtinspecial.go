package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// specialOperators are the special methods that built-in values have for their operators.
var specialOperators = map[string]string{
	"__add__": "+", "__sub__": "-", "__mul__": "*", "__truediv__": "/", "__floordiv__": "//", "__mod__": "%", "__pow__": "**",
	"__and__": "&", "__or__": "|", "__xor__": "^", "__lshift__": "<<", "__rshift__": ">>",
	"__eq__": "==", "__ne__": "!=", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">=", "__contains__": "in",
	"__getitem__": "[]", "__neg__": "-x", "__invert__": "~x",
}

// specialFunctions are those that a function calls.
var specialFunctions = map[string]string{
	"__len__": "len", "__iter__": "iter", "__next__": "next", "__str__": "str", "__repr__": "repr", "__hash__": "hash", "__abs__": "abs",
	"__bool__": "bool", "__int__": "int", "__float__": "float", "__format__": "format", "__round__": "round", "__reversed__": "reversed",
	"__class__": "type",
}

// builtinSpecial calls a special method of a built-in value by its name: x.__len__() is len(x). It is nil for other
// names, and for operands that the method of the type answers with NotImplemented.
func (c *checker) builtinSpecial(recv ir.Expr, name string, args []argument, at syntax.Span) ir.Expr {
	hold := func(v ir.Expr, at syntax.Span) syntax.Expr { return c.held(v, at) }
	x := hold(recv, at)
	if fn := specialFunctions[name]; fn != "" {
		call := &syntax.Call{At: syntax.At{Span: at}, Fn: &heldExpr{&syntax.Name{At: syntax.At{Span: at}}, c.lookupBuiltin(&syntax.Name{At: syntax.At{Span: at}, Id: fn})}}
		call.Args = append(call.Args, &syntax.Arg{At: syntax.At{Span: at}, Value: x})
		for _, a := range args {
			call.Args = append(call.Args, &syntax.Arg{At: syntax.At{Span: a.at}, Name: a.name, Star: a.star, Value: hold(a.val, a.at)})
		}
		return c.call(call)
	}
	op := specialOperators[name]
	switch {
	case (op == "-x" || op == "~x") && len(args) == 0:
		return c.expr(&syntax.Unary{At: syntax.At{Span: at}, Op: op[:1], X: x})
	case op == "" || len(args) != 1 || args[0].name != "" || args[0].star != "":
		return nil
	case op == "[]":
		return c.index(&syntax.Index{At: syntax.At{Span: at}, X: x, I: hold(args[0].val, args[0].at)})
	case op == "in":
		return c.compareOp("in", args[0].val, recv, at)
	case !alike(typeOf(recv), typeOf(args[0].val)):
		return nil
	case len(op) == 2 && op != "**" && op != "//" && op != "<<" && op != ">>", op == "<", op == ">":
		return c.compareOp(op, recv, args[0].val, at)
	}
	return c.binary(op, recv, args[0].val, at)
}

// alike reports operands of which the left one's method knows the right one.
func alike(l, r types.Type) bool {
	if types.IsFloat(l) {
		return isNumeric(r)
	}
	if isNumeric(l) {
		return types.IsInt(r) || types.IsBool(r)
	}
	return className(l) == className(r) || className(r) == "int" || className(r) == "slice"
}

// namedSpecial is a special method of a built-in value as a value: d.__getitem__.
type namedSpecial struct{ recv ir.Expr }

// builtinSpecialAttr reads an attribute that all built-in values have: their class, or a special method.
func (c *checker) builtinSpecialAttr(x ir.Expr, name string, at syntax.Span) ir.Expr {
	if name == "__class__" {
		return c.builtinSpecial(x, name, nil, at)
	}
	if specialFunctions[name] == "" && specialOperators[name] == "" {
		return nil
	}
	return ref(&types.Builtin{Name: name, Decl: namedSpecial{x}, Recv: x}, at)
}
