package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// jsonCall writes a call of module json with a class of its own as what it does: dumps(x, cls=C, k=v) as C(k=v).encode(x), dump as
// the write of that, loads(s, cls=C) as C().decode(s), and load as that of what is read.
func (c *checker) jsonCall(e *syntax.Call) (ir.Expr, bool) {
	var class syntax.Expr
	var plain, named []*syntax.Arg
	for _, a := range e.Args {
		switch {
		case a.Name == "cls":
			class = a.Value
		case a.Name == "obj" || a.Name == "s" || a.Name == "fp" || a.Name == "":
			plain = append(plain, a)
		default:
			named = append(named, a)
		}
	}
	if class == nil {
		return nil, false
	}
	switch e.Fn.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return nil, false
	}
	b, ok := typeOf(c.expr(e.Fn)).(*types.Builtin)
	if !ok {
		return nil, false
	}
	o, ok := b.Decl.(*api.Overloads)
	if !ok || o.Funcs[0].Module != "json" {
		return nil, false
	}
	if _, none := class.(*syntax.NoneLit); none {
		return c.call(&syntax.Call{At: e.At, Fn: e.Fn, Args: append(plain, named...)}), true
	}
	method := func(x syntax.Expr, name string, args ...*syntax.Arg) *syntax.Call {
		return &syntax.Call{At: e.At, Fn: &syntax.Attr{At: e.At, X: x, Name: name, NameAt: e.Fn.Pos()}, Args: args}
	}
	value := func(x syntax.Expr) *syntax.Arg { return &syntax.Arg{At: e.At, Value: x} }
	coder := &syntax.Call{At: e.At, Fn: class, Args: named}
	switch {
	case o.Name == "dumps" && len(plain) == 1:
		return c.call(method(coder, "encode", value(plain[0].Value))), true
	case o.Name == "dump" && len(plain) == 2:
		written := c.call(method(plain[1].Value, "write", value(method(coder, "encode", value(plain[0].Value)))))
		if types.IsBad(typeOf(written)) {
			return written, true
		}
		return after([]*ir.Assign{c.temp(written).set.(*ir.Assign)}, c.none(e.Span)), true
	case o.Name == "loads" && len(plain) == 1:
		return c.call(method(coder, "decode", value(plain[0].Value))), true
	case o.Name == "load" && len(plain) == 1:
		return c.call(method(coder, "decode", value(method(plain[0].Value, "read")))), true
	}
	return nil, false
}
