package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// operatorMethods are the methods by which declared classes have operators, without the
// underscores.
var operatorMethods = map[string]string{
	"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "|": "or", "&": "and", "^": "xor",
}

// declaredOp types an operator whose operand is of a declared class with a method for it, such
// as date + timedelta; nil if no method fits.
func (c *checker) declaredOp(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	name, ok := operatorMethods[op]
	if !ok {
		return nil
	}
	if out := c.tryMethod(l, "__"+name+"__", r, at); out != nil {
		return out
	}
	return c.tryMethod(r, "__r"+name+"__", l, at)
}

// tryMethod calls a method of one argument if the class declares it and the argument fits.
func (c *checker) tryMethod(recv ir.Expr, name string, arg ir.Expr, at syntax.Span) ir.Expr {
	cls, o, _ := c.lookup(typeOf(recv), name)
	if o == nil {
		return nil
	}
	for _, f := range o.Funcs {
		cand, bad := c.candidate(f, recv, cls, []argument{{val: arg, at: arg.Pos()}}, at)
		if bad == nil {
			return c.apply(cand, recv, at, at)
		}
	}
	return nil
}

// declaredItem is the key and value type of x[key] = value for a declared class that has it.
func (c *checker) declaredItem(t types.Type) (key, value types.Type, ok bool) {
	cls, o, _ := c.lookup(t, "__setitem__")
	if o == nil {
		return nil, nil, false
	}
	f, sub := o.Funcs[0], classParams(cls, t)
	return fill(f.Params[0].Type, sub), fill(f.Params[1].Type, sub), true
}
