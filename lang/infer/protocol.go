package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// operatorMethods are the methods by which declared classes have operators, without the
// underscores.
var operatorMethods = map[string]string{
	"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "|": "or", "&": "and", "^": "xor", "**": "pow",
	"<<": "lshift", ">>": "rshift", "@": "matmul",
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
	for _, f := range o.All(c.exact) {
		cand, bad := c.candidate(f, recv, cls, []argument{{val: arg, at: arg.Pos()}}, at)
		if bad == nil {
			return c.apply(cand, recv, at, at)
		}
	}
	return nil
}

// declaredMethod is the first declaration of a method of a type's class, or nil.
func (c *checker) declaredMethod(t types.Type, name string) *api.Func {
	_, o, _ := c.lookup(t, name)
	if o == nil {
		return nil
	}
	return o.Funcs[0]
}

// declaredElement is what iterating over a value of a declared class gives, if it has __iter__.
func declaredElement(t *types.Named) (types.Type, bool) {
	cls := api.Load().Classes[t.Name]
	if cls == nil {
		return nil, false
	}
	o, _ := api.Load().Lookup(cls, "__iter__")
	if o == nil {
		return nil, false
	}
	return elementType(fill(o.Funcs[0].Result, classParams(cls, t)))
}

// nextOfDeclared writes next(x) for a declared class that is an iterator as next(iter(x)).
func (c *checker) nextOfDeclared(d *api.Overloads, args []argument) {
	if d.Name != "next" || len(args) == 0 || d != c.ix.Modules["builtins"].Members["next"] {
		return
	}
	x := &args[0]
	if c.declaredMethod(typeOf(x.val), "__next__") != nil {
		x.val = c.callBuiltin(c.ix.Modules["builtins"].Members["iter"], []argument{{val: x.val, at: x.at}}, x.at)
	}
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

// declaredOrder reports a declared class that says with __lt__ what it can be compared with.
func (c *checker) declaredOrder(l, r types.Type) bool {
	ordered := func(t, other types.Type) bool {
		_, o, _ := c.lookup(t, "__lt__")
		if o == nil {
			return false
		}
		for _, f := range o.Funcs {
			if c.assignable(other, f.Params[0].Type) {
				return true
			}
		}
		return false
	}
	return ordered(l, r) || ordered(r, l)
}
