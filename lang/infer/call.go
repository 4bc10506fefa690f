package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// call types a call of anything.
func (c *checker) call(e *syntax.Call) ir.Expr {
	if out, ok := c.specialCall(e); ok {
		return out
	}
	if out, ok := c.superCall(e); ok {
		return out
	}
	if out, ok := c.jsonCall(e); ok {
		return out
	}
	if out, ok := c.plainObject(e); ok {
		return out
	}
	if out, ok := c.setAnyway(e); ok {
		return out
	}
	if a, ok := e.Fn.(*syntax.Attr); ok {
		recv := c.expr(a.X)
		if _, static := recv.(*staticRef); !static {
			if out, ok := c.dictUpdate(recv, a, e); ok {
				return out
			}
			if out, ok := c.formatKeywords(recv, a, e); ok {
				return out
			}
			if out, ok := c.argparseCall(recv, a, e); ok {
				return out
			}
			if out, ok := c.loggingCall(recv, a, e); ok {
				return out
			}
			if k := c.classOf(types.Unwrap(typeOf(recv))); k != nil {
				return c.objectMethod(c.unwrapFor(recv, a.Name), k, a.X, a.Name, c.arguments(e.Args), a.NameAt, e.Span)
			}
			if out, ok := c.derivedArgument(recv, a, e); ok {
				return out
			}
			if _, function := typeOf(recv).(*types.Func); function { // an attribute that the script gave it
				return c.callValue(c.attrOf(recv, a), c.arguments(e.Args), e)
			}
			c.hintCallbacks(a.Name, e.Args)
			return c.method(recv, a.Name, c.arguments(e.Args), a.NameAt, e.Span)
		}
		return c.callValue(c.attrOf(recv, a), c.arguments(e.Args), e)
	}
	fn := c.expr(e.Fn)
	return c.callValue(fn, c.arguments(e.Args), e)
}

// callValue calls what an expression stands for.
func (c *checker) callValue(fn ir.Expr, args []argument, e *syntax.Call) ir.Expr {
	switch t := typeOf(fn).(type) {
	case *types.Func:
		return c.callFunction(t.Fn.(*function), fn, args, e.Span)
	case *types.Builtin:
		switch d := t.Decl.(type) {
		case *api.Overloads:
			if recv, ok := t.Recv.(ir.Expr); ok {
				return c.method(recv, t.Name, args, e.Fn.Pos(), e.Span)
			}
			if d == c.ix.Modules["builtins"].Members["print"] {
				args = withoutNone(args)
			}
			if out, ok := c.callKnown(d, args, e.Span); ok {
				return out
			}
			if d.Funcs[0].Module == "collections" {
				args = c.keywordsAsDict(d.Name, args, e)
			}
			return c.callOverloads(d, nil, nil, args, e.Fn.Pos(), e.Span)
		case specialName:
			pre := &prelude{}
			if known, ok := c.expandArgs(args, pre); ok {
				return pre.wrap(special[string(d)](c, known, e))
			}
			return special[string(d)](c, args, e)
		case unboundMethod:
			return c.callUnbound(t, d, args, e)
		case namedSpecial:
			return c.method(d.recv, t.Name, args, e.Fn.Pos(), e.Span)
		case memoizer:
			return c.memoize(d, args, e)
		case wrapsFunction:
			return c.callWraps(d, args, e)
		case classOfObject:
			if d.k.canBeDynamic() {
				c.makeClassDynamic(d.k, e.Span, "the class of an object is called, which may be one of several")
			}
		case boundMethod:
			return c.objectMethod(t.Recv.(ir.Expr), d.k, nil, t.Name, args, e.Fn.Pos(), e.Span)
		case unboundOf:
			return c.callUnboundOf(d.k, t.Name, args, e)
		}
	case *types.Class:
		return c.construct(t, args, e)
	case *types.Module:
		if p, ok := isJava(t); ok {
			return c.javaCall(p, e)
		}
		if out := c.knownCall(t, args, e); out != nil {
			return out
		}
		if ignored(t) {
			return c.typingCall(t, args, e)
		}
		return c.unsupportedCall(t, e)
	}
	t := typeOf(fn)
	if k := c.classOf(t); k != nil {
		if ts, _ := c.targets(k, "__call__"); len(ts) > 0 {
			return c.callTargets(k, "__call__", fn, nil, args, e.Span)
		}
	}
	switch {
	case types.IsBad(t):
		return fn
	case types.IsNever(t):
		return fn
	case isOpen(t):
		return c.neverAfter(e.Span, fn)
	case types.IsAny(t):
		return c.callAny(fn, "", args, e.Span)
	}
	if !c.unknown(t) {
		c.errorf(e.Fn.Pos(), "DS306", "'%s' object is not callable", t)
	}
	return c.bad(e.Span)
}

// callUnbound calls a method of a class with its object as the first argument: str.upper(s).
func (c *checker) callUnbound(t *types.Builtin, d unboundMethod, args []argument, e *syntax.Call) ir.Expr {
	if len(args) > 0 && args[0].star == "*" {
		return c.spreadUnbound(t, d, args, e)
	}
	if len(args) == 0 || args[0].name != "" || args[0].star != "" {
		c.errorf(e.Fn.Pos(), "DS320", "unbound method %s() needs an argument", d.o.Funcs[0].FullName())
		return c.bad(e.Span)
	}
	recv := args[0].val
	if cls, o, _ := c.lookup(typeOf(recv), t.Name); cls != nil && o != d.o {
		c.errorf(recv.Pos(), "DS305", "%s needs a %s, found %s", d.o.Funcs[0].FullName(), d.o.Funcs[0].Class.Name, typeOf(recv))
		return c.bad(e.Span)
	}
	return c.method(recv, t.Name, args[1:], e.Fn.Pos(), e.Span)
}

// spreadUnbound calls a method of a class with its object as the first one of several: set.union(*sets).
func (c *checker) spreadUnbound(t *types.Builtin, d unboundMethod, args []argument, e *syntax.Call) ir.Expr {
	text := &ir.Const{X: ir.X{T: types.Str, At: e.Span}, Value: "unbound method " + d.o.Funcs[0].FullName() + "() needs an argument"}
	taken := c.callBuiltin(c.ix.Modules["builtins"].Members["_first_and_rest"],
		[]argument{{val: args[0].val, at: args[0].at}, {val: text, at: e.Span}}, args[0].at)
	parts, ok := types.Resolve(typeOf(taken)).(*types.Named)
	if !ok || parts.Name != "tuple" {
		return c.bad(e.Span)
	}
	pre := &prelude{}
	both := pre.keep(c, taken)
	spread := []argument{
		{val: &ir.TupleGet{X: ir.X{T: parts.Args[0], At: args[0].at}, V: both, N: 0}, at: args[0].at},
		{val: &ir.TupleGet{X: ir.X{T: parts.Args[1], At: args[0].at}, V: both, N: 1}, at: args[0].at, star: "*"},
	}
	return pre.wrap(c.callUnbound(t, d, append(spread, args[1:]...), e))
}

// withoutNone leaves out the named arguments that are None, where that is the same.
func withoutNone(args []argument) []argument {
	return slices.DeleteFunc(slices.Clone(args), func(a argument) bool { return a.name != "" && types.IsNone(typeOf(a.val)) })
}

// irreversible are the types that can be iterated over, but not backwards.
var irreversible = map[string]bool{"set": true, "frozenset": true, "Iterator": true, "File": true, "BinaryFile": true}

// callKnown handles built-in functions of what is its own result.
func (c *checker) callKnown(d *api.Overloads, args []argument, at syntax.Span) (ir.Expr, bool) {
	if out, ok := c.builtinMethod(d, args); ok {
		return out, true
	}
	if d.Name == "round" && len(args) == 1 && d == c.ix.Modules["builtins"].Members["round"] {
		if t := typeOf(args[0].val); isIntegral(t) {
			return c.toInt(args[0].val), true
		}
	}
	if d.Name == "tuple" && len(args) == 0 && d == c.ix.Modules["builtins"].Members["tuple"] {
		return c.tuple(nil, at), true
	}
	if d.Name == "callable" && len(args) == 1 && d == c.ix.Modules["builtins"].Members["callable"] {
		switch typeOf(args[0].val).(type) {
		case *types.Func, *types.Builtin, *types.Class:
			return c.boolean(true, args[0].at), true
		}
		c.takesMethod(args[0].val, "__call__", args[0].at)
		if k := c.classOf(typeOf(args[0].val)); k != nil {
			if ts, missing := c.targets(k, "__call__"); len(ts) == 0 || len(missing) == 0 {
				return c.behind(args[0].val, c.boolean(len(ts) > 0, args[0].at)), true
			}
			c.makeClassDynamic(k, args[0].at, "only some of its objects can be called")
		}
	}
	if d.Name == "reversed" && len(args) == 1 && d == c.ix.Modules["builtins"].Members["reversed"] {
		if k := c.classOf(typeOf(args[0].val)); k != nil && k.canBeDynamic() {
			if items, _ := k.find("__getitem__"); items != nil {
				c.makeClassDynamic(k, args[0].at, "reversed() asks for its length and items")
			}
		}
		switch t := typeOf(args[0].val); {
		case types.IsAny(t):
			return c.callBuiltin(c.ix.Modules["builtins"].Members["_reversed_any"], args, at), true
		case irreversible[className(t)]:
			c.origin(c.errorf(args[0].at, "DS305", "'%s' object is not reversible", t), args[0].val)
			return c.bad(at), true
		}
	}
	if out := c.objectFunction(d, args); out != nil {
		return out, true
	}
	c.nextOfDeclared(d, args)
	if d.Name == "zip" && len(args) == 1 && args[0].star == "*" && d == c.ix.Modules["builtins"].Members["zip"] {
		return c.zipStar(args[0]), true
	}
	return nil, false
}

// zipStar is zip(*rows): the columns of a list of rows.
func (c *checker) zipStar(rows argument) ir.Expr {
	name := "_zip_any"
	if elem, ok := elementType(typeOf(rows.val)); ok {
		if _, ok := types.Is(elem, "list"); ok {
			name = "_zip_lists"
		}
	}
	rows.star = ""
	return c.callBuiltin(c.ix.Modules["builtins"].Members[name], []argument{rows}, rows.at)
}

// callAny calls an Any, or a method of it.
func (c *checker) callAny(fn ir.Expr, method string, args []argument, at syntax.Span) ir.Expr {
	c.callsUnknown()
	var vals []ir.Expr
	for _, a := range args {
		if a.star != "" || a.name != "" {
			return c.callDyn(fn, method, args, at)
		}
		v := c.boxedArg(a.val)
		if types.IsBad(typeOf(v)) {
			return c.bad(at)
		}
		vals = append(vals, v)
	}
	if method == "" {
		c.dynamicNames.call[dynamicCall{"__call__", len(args), ""}] = true
	}
	if method != "" {
		c.putsBoxed(method, args)
		c.dynamicNames.call[dynamicCall{method, len(args), ""}] = true
		return &ir.CallMethod{X: ir.X{T: types.Any, At: at}, Recv: fn, Name: method, Args: vals}
	}
	return &ir.CallValue{X: ir.X{T: types.Any, At: at}, Fn: fn, Args: vals}
}

// construct calls a class.
func (c *checker) construct(t *types.Class, args []argument, e *syntax.Call) ir.Expr {
	switch d := t.Decl.(type) {
	case *class:
		return c.newObject(d, args, e)
	case excClass:
		vals, ok := c.exceptionArgs(string(d), args, e.Span)
		if !ok {
			return c.convertLater(vals[0], exceptionType)
		}
		return &ir.ExcNew{X: ir.X{T: exceptionType, At: e.Span}, Class: string(d), Args: vals}
	case *api.Class:
		if d.New == nil {
			c.errorf(e.Fn.Pos(), "DS306", "%s cannot be constructed by a script", d.Name)
			return c.bad(e.Span)
		}
		if out, ok := c.constructSpecial(d, args, e); ok {
			return out
		}
		return c.callOverloads(d.New, nil, nil, c.keywordsAsDict(d.Name, args, e), e.Fn.Pos(), e.Span)
	}
	return c.bad(e.Span)
}

// constructSpecial handles constructors whose result depends on more than a declaration says.
func (c *checker) constructSpecial(d *api.Class, args []argument, e *syntax.Call) (ir.Expr, bool) {
	if out, ok := c.constructThread(d, e); ok {
		return out, true
	}
	switch d.Name {
	case "list", "set", "dict", "frozenset":
		if len(args) == 0 {
			return c.emptyContainer(d, e), true
		}
		if d.Name == "dict" && (len(args) > 1 || args[0].name != "" || args[0].star == "**") {
			return c.dictOfKeywords(args, e), true
		}
	case "bool":
		if len(args) == 1 {
			return c.truth(args[0].val), true
		}
	case "int", "float", "str":
		return c.constructNumber(d.Name, args, e)
	}
	return nil, false
}

// dictUpdate writes d.update(m, k=v) with keywords as d.update({**m, 'k': v}); a Counter's subtract, too.
func (c *checker) dictUpdate(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	d, ok := types.Is(typeOf(recv), "dict")
	if !ok {
		d, ok = types.Is(typeOf(recv), "Counter")
	}
	if !ok || a.Name != "update" && (a.Name != "subtract" || d.Name == "dict") || len(e.Args) == 0 || e.Args[len(e.Args)-1].Name == "" {
		return nil, false
	}
	lit := &syntax.Dict{At: e.At}
	for _, arg := range e.Args {
		if arg.Name == "" {
			lit.Keys = append(lit.Keys, nil)
		} else {
			lit.Keys = append(lit.Keys, &syntax.StrLit{At: syntax.At{Span: arg.NameAt}, Value: arg.Name})
		}
		lit.Values = append(lit.Values, arg.Value)
	}
	other := c.dict(lit)
	if o, ok := types.Is(typeOf(other), "dict"); ok {
		for i := range d.Args {
			c.put(d.Args[i], types.Resolve(o.Args[i]))
		}
	}
	return c.method(recv, a.Name, []argument{{val: other, at: e.Span}}, a.NameAt, e.Span), true
}

// formatKeywords writes '{x}'.format(x=v) as '{x}'.format_map({'x': v}).
func (c *checker) formatKeywords(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	if !types.IsStr(typeOf(recv)) || a.Name != "format" || len(e.Args) == 0 {
		return nil, false
	}
	values := &ir.Dict{X: ir.X{T: types.Dict(types.Str, types.Any), At: e.Span}}
	named := 0
	for _, arg := range e.Args {
		if arg.Name != "" || arg.Star == "**" {
			named++
		}
	}
	switch {
	case named == 0:
		return nil, false
	case named < len(e.Args):
		return c.callDyn(c.convertLater(recv, types.Any), a.Name, c.arguments(e.Args), e.Span), true
	}
	for _, arg := range e.Args {
		if arg.Name == "" {
			return c.callDyn(c.convertLater(recv, types.Any), a.Name, c.arguments(e.Args), e.Span), true
		}
		values.Keys = append(values.Keys, c.str(arg.Name, arg.NameAt))
		values.Values = append(values.Values, c.convertLater(c.value(arg.Value), types.Any))
	}
	return c.method(recv, "format_map", []argument{{val: values, at: e.Span}}, a.NameAt, e.Span), true
}

// constructNumber handles int, float and str of what they are already, and of nothing.
func (c *checker) constructNumber(name string, args []argument, e *syntax.Call) (ir.Expr, bool) {
	zero := map[string]ir.Expr{
		"int":   &ir.Const{X: ir.X{T: types.Int, At: e.Span}, Value: int64(0)},
		"float": &ir.Const{X: ir.X{T: types.Float, At: e.Span}, Value: 0.0},
		"str":   c.str("", e.Span),
	}
	if len(args) == 0 {
		return zero[name], true
	}
	if len(args) != 1 || args[0].name != "" || args[0].star != "" {
		return nil, false
	}
	v := c.plainValue(args[0].val)
	if c.classOf(typeOf(v)) != nil && name != "str" {
		if out := c.special(v, "__"+name+"__", nil, e.Span); out != nil {
			return out, true
		}
	}
	switch t := typeOf(v); {
	case name == "int" && isIntegral(t):
		return c.toInt(v), true
	case name == "float" && isNumeric(t):
		return c.toFloat(c.toInt(v)), true
	}
	return nil, false
}

func (c *checker) emptyContainer(d *api.Class, e *syntax.Call) ir.Expr {
	cell := c.cell(e.Span, 0, "the elements of this "+d.Name)
	x := ir.X{At: e.Span}
	switch d.Name {
	case "frozenset":
		x.T = types.Of("frozenset", cell)
		return &ir.Call{X: x, Fn: d.New.Funcs[0]}
	case "list":
		x.T = types.List(cell)
		return &ir.List{X: x}
	case "set":
		x.T = types.Set(cell)
		return &ir.Set{X: x}
	}
	x.T = types.Dict(cell, c.cell(e.Span, 1, "the values of this dict"))
	return &ir.Dict{X: x}
}

// dictOfKeywords writes dict(d, k=v) as {**d, 'k': v}.
func (c *checker) dictOfKeywords(args []argument, e *syntax.Call) ir.Expr {
	if slices.ContainsFunc(args, func(a argument) bool { return a.star == "*" }) {
		return c.dictOfSpread(args, e)
	}
	lit := &syntax.Dict{At: e.At}
	for i, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(e.Span)
		}
		v := c.held(a.val, a.at)
		switch {
		case a.name != "":
			lit.Keys = append(lit.Keys, &syntax.StrLit{At: syntax.At{Span: a.at}, Value: a.name})
		case a.star == "**":
			lit.Keys = append(lit.Keys, nil)
		case a.star == "" && i == 0:
			v = c.held(c.callBuiltinClass("dict", a.val, a.at), a.at)
			lit.Keys = append(lit.Keys, nil)
		default:
			c.unsupported(a.at, "this argument of dict()").WithHint("write {**d, 'key': value}")
			return c.bad(e.Span)
		}
		lit.Values = append(lit.Values, v)
	}
	return c.dict(lit)
}

// dictOfSpread is dict(*args, k=v): the arguments are known one by one, or when running only.
func (c *checker) dictOfSpread(args []argument, e *syntax.Call) ir.Expr {
	pre := &prelude{}
	parts, known := c.expandArgs(args, pre)
	switch {
	case !known || slices.ContainsFunc(parts, func(a argument) bool { return a.star == "*" }):
		return c.callDyn(nativeClass("dict", e.Fn.Pos()), "", args, e.Span)
	case len(parts) == 0:
		return pre.wrap(c.emptyContainer(c.ix.Classes["dict"], e))
	}
	return pre.wrap(c.dictOfKeywords(parts, e))
}
