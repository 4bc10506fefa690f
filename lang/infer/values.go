package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// checkValues reports what exists at compile time only but is left in a finished tree as a value:
// built-in functions, classes, functions that no call gave types, and functions as elements of
// streams.
func (c *checker) checkValues() {
	if c.list.HasErrors() {
		return
	}
	check := func(e ir.Expr) {
		switch e := e.(type) {
		case *staticRef:
			c.unsupported(e.At, "a %s as a value", staticKind(e.T)).WithHint("use it where it stands, or wrap it in a lambda")
		case *ir.Convert:
			if f, ok := e.V.(*ir.FuncVal); ok && f.Func == nil && types.IsAny(e.Type()) {
				c.functionValue(f)
			}
		case *ir.Call:
			if holdsFunction(typeOf(e)) {
				c.unsupported(e.At, "a function as an element").WithHint("call it, and keep what it returns")
			}
		}
	}
	ir.Visit(c.prog.Body, check)
	for _, f := range c.prog.Funcs {
		ir.Visit(f.Body, check)
	}
}

func (c *checker) functionValue(f *ir.FuncVal) {
	c.unsupported(f.At, "a function as a value that nothing calls").WithHint("give it to what calls it")
}

// holdsFunction reports a container or stream with functions in it.
func holdsFunction(t types.Type) bool {
	n, ok := t.(*types.Named)
	if !ok {
		return false
	}
	for _, a := range n.Args {
		a = types.Resolve(a)
		if _, fn := a.(*types.Func); fn || holdsFunction(a) {
			return true
		}
	}
	return false
}
