package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// The attributes of what parse_args() returns are declared by calls of add_argument. Where the calls of a
// script tell that an attribute is of one scalar type, reading it has that type; it has none otherwise.

// argparseCall types the methods of parsers that no declaration can express.
func (c *checker) argparseCall(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	switch className(typeOf(recv)) {
	case "ArgumentParser", "ArgumentGroup", "MutuallyExclusiveGroup":
	default:
		return nil, false
	}
	switch a.Name {
	case "add_argument":
		args := c.arguments(e.Args)
		c.declareArgument(args)
		if name := typeArgument(args); name != "" {
			args = append(args, argument{name: "_type_name", val: c.str(name, e.Span), at: e.Span})
		}
		return c.method(recv, a.Name, args, a.NameAt, e.Span), true
	case "set_defaults":
		values := &ir.Dict{X: ir.X{T: types.Dict(types.Str, types.Any), At: e.Span}}
		for _, arg := range c.arguments(e.Args) {
			if arg.name == "" {
				return nil, false
			}
			c.declareAttribute(arg.name, types.Any)
			values.Keys = append(values.Keys, c.str(arg.name, arg.at))
			values.Values = append(values.Values, c.convertLater(arg.val, types.Any))
		}
		return c.method(recv, a.Name, []argument{{val: values, at: e.Span}}, a.NameAt, e.Span), true
	}
	return nil, false
}

// keyword finds a keyword argument; nil if it is not there.
func keyword(args []argument, name string) ir.Expr {
	for _, a := range args {
		if a.name == name {
			return a.val
		}
	}
	return nil
}

// typeArgument is what messages call the function given as type=.
func typeArgument(args []argument) string {
	arg := keyword(args, "type")
	if arg == nil {
		return ""
	}
	if cls, ok := typeOf(arg).(*types.Class); ok {
		return cls.Name
	}
	return functionName(typeOf(arg))
}

// declareArgument notes the attribute that a call of add_argument makes.
func (c *checker) declareArgument(args []argument) {
	dest, positional, ok := argumentDest(args)
	if !ok {
		return // a name that is computed: reading it has no static type
	}
	c.declareAttribute(dest, c.argumentType(args, positional))
}

// literalText is the value of an expression that is a str known when compiling.
func literalText(e ir.Expr) (string, bool) {
	k, ok := e.(*ir.Const)
	if !ok {
		return "", false
	}
	s, ok := k.Value.(string)
	return s, ok
}

// argumentDest is the attribute's name.
func argumentDest(args []argument) (dest string, positional, ok bool) {
	short := ""
	for _, a := range args {
		if a.name != "" || a.star != "" {
			continue
		}
		s, isText := literalText(a.val)
		if !isText || s == "" {
			return "", false, false
		}
		switch {
		case s[0] != '-':
			return s, true, true
		case len(s) > 1 && s[1] == '-' && dest == "":
			dest = s
		case short == "":
			short = s
		}
	}
	if given := keyword(args, "dest"); given != nil {
		name, isText := literalText(given)
		return name, false, isText
	}
	if dest == "" {
		dest = short
	}
	name := []byte{}
	for i := 0; i < len(dest); i++ {
		switch {
		case dest[i] == '-' && len(name) == 0:
		case dest[i] == '-':
			name = append(name, '_')
		default:
			name = append(name, dest[i])
		}
	}
	return string(name), false, len(name) > 0
}

// argumentType is the type that an argument's attribute has, or Any.
func (c *checker) argumentType(args []argument, positional bool) types.Type {
	action := "store"
	if a := keyword(args, "action"); a != nil {
		s, ok := literalText(a)
		if !ok {
			return types.Any
		}
		action = s
	}
	def := keyword(args, "default")
	switch action {
	case "store":
	case "store_true", "store_false":
		return scalar(joinDefault(types.Bool, def, false))
	case "count":
		return scalar(joinDefault(types.Int, def, true))
	default:
		return types.Any
	}
	elem := types.Type(types.Str)
	if fn := keyword(args, "type"); fn != nil && !types.IsNone(typeOf(fn)) {
		elem = c.callbackResult(fn, []types.Type{types.Str})
	}
	nargs := keyword(args, "nargs")
	question := false
	if nargs != nil {
		if s, ok := literalText(nargs); !ok || s != "?" || keyword(args, "const") != nil {
			return types.Any
		}
		question = true
	}
	if def != nil && types.IsStr(typeOf(def)) {
		def = nil // it is converted like an argument
		return scalar(elem)
	}
	if k, ok := keyword(args, "required").(*ir.Const); ok && k.Value == true || positional && !question {
		return scalar(elem)
	}
	if question && !positional {
		return scalar(types.Optional(joinDefault(elem, def, true)))
	}
	return scalar(joinDefault(elem, def, true))
}

// joinDefault adds the type of a default; without one it is None if none is true.
func joinDefault(t types.Type, def ir.Expr, none bool) types.Type {
	switch {
	case def != nil:
		return types.Join(t, typeOf(def))
	case none:
		return types.Optional(t)
	}
	return t
}

// scalar is a type whose values can be taken from an Any, possibly None; others are Any.
func scalar(t types.Type) types.Type {
	switch u := types.Unwrap(types.Resolve(t)); {
	case types.IsInt(u), types.IsFloat(u), types.IsStr(u), types.IsBool(u), types.IsNever(u):
		return types.Resolve(t)
	}
	return types.Any
}

func (c *checker) declareAttribute(name string, t types.Type) {
	if c.attributes == nil {
		c.attributes = map[string]types.Type{}
	}
	old, ok := c.attributes[name]
	if ok {
		t = types.Join(old, t)
	}
	if !ok || !types.Equal(old, t) {
		c.attributes[name] = t
		c.changed = true
	}
}

// namespaceAttr reads an attribute of a parser's result.
func (c *checker) namespaceAttr(x ir.Expr, e *syntax.Attr) ir.Expr {
	field := &ir.Field{X: ir.X{T: types.Any, At: e.Span}, V: c.convertLater(x, types.Any), Name: e.Name}
	t, ok := c.attributes[e.Name]
	switch {
	case !ok && c.round == 1:
		c.changed = true
		return c.never(e.Span)
	case !ok, types.IsAny(t), types.IsNever(t):
		return field
	}
	return &ir.Convert{X: ir.X{T: t, At: e.Span}, V: field, Checked: true}
}
