package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// builtinMethods are the functions that ask their first argument's class for a method, as
// abs(x) asks for __abs__.
var builtinMethods = map[string]string{
	"builtins.abs": "__abs__", "builtins.round": "__round__", "builtins.divmod": "__divmod__", "builtins.pow": "__pow__",
	"math.floor": "__floor__", "math.ceil": "__ceil__", "math.trunc": "__trunc__",
}

// builtinMethod calls such a function of a value whose declared class has the method.
func (c *checker) builtinMethod(d *api.Overloads, args []argument) (ir.Expr, bool) {
	name := builtinMethods[d.Funcs[0].Module+"."+d.Name]
	if name == "" || len(args) == 0 {
		return nil, false
	}
	return c.declaredCall(name, args)
}

func (c *checker) declaredCall(name string, args []argument) (ir.Expr, bool) {
	recv := args[0].val
	cls, o, _ := c.lookup(typeOf(recv), name)
	if o == nil {
		return nil, false
	}
	return c.callOverloads(o, recv, cls, args[1:], args[0].at, args[0].at), true
}

// unaryMethods are the methods of the unary operators.
var unaryMethods = map[string]string{"-": "__neg__", "+": "__pos__", "~": "__invert__"}

// declaredUnary types a unary operator on a value whose declared class has it.
func (c *checker) declaredUnary(e *syntax.Unary, v ir.Expr) (ir.Expr, bool) {
	return c.declaredCall(unaryMethods[e.Op], []argument{{val: v, at: e.Span}})
}

// setDeclared assigns to an attribute of a declared class: by __set_name__ if it has that, or by
// __setattr__ if it takes any name.
func (c *checker) setDeclared(t *syntax.Attr, recv, v ir.Expr, at syntax.Span) ([]ir.Stmt, bool) {
	args := []argument{{val: v, at: v.Pos()}}
	cls, o, _ := c.lookup(typeOf(recv), "__set_"+t.Name+"__")
	if o == nil {
		if cls, o, _ = c.lookup(typeOf(recv), "__setattr__"); o == nil {
			return nil, false
		}
		args = append([]argument{{val: c.str(t.Name, t.NameAt), at: t.NameAt}}, args...)
		if cls.Name == "Namespace" {
			c.declareAttribute(t.Name, scalar(typeOf(v)))
		}
	}
	call := c.callOverloads(o, recv, cls, args, t.NameAt, at)
	if types.IsBad(typeOf(call)) {
		return nil, true
	}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}}, true
}
