package infer

import (
	"slices"
	"strings"

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
			return c.regexpCall(d, c.callOverloads(d, nil, nil, args, e.Fn.Pos(), e.Span))
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
		return c.never(e.Span)
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
		if k := c.classOf(typeOf(args[0].val)); k != nil {
			if ts, missing := c.targets(k, "__call__"); len(ts) == 0 || len(missing) == 0 {
				return c.boolean(len(ts) > 0, args[0].at), true
			}
			c.makeClassDynamic(k, args[0].at, "only some of its objects can be called")
		}
	}
	if d.Name == "reversed" && len(args) == 1 && d == c.ix.Modules["builtins"].Members["reversed"] {
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
		out := &ir.ExcNew{X: ir.X{T: exceptionType, At: e.Span}, Class: string(d)}
		for _, a := range args {
			if types.IsBad(typeOf(a.val)) {
				return c.bad(e.Span)
			}
			out.Args = append(out.Args, c.convertLater(a.val, types.Any))
		}
		return out
	case *api.Class:
		if d.New == nil {
			c.errorf(e.Fn.Pos(), "DS306", "%s cannot be constructed by a script", d.Name)
			return c.bad(e.Span)
		}
		if out, ok := c.constructSpecial(d, args, e); ok {
			return out
		}
		return c.callOverloads(d.New, nil, nil, args, e.Fn.Pos(), e.Span)
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

// dictUpdate writes d.update(m, k=v) with keywords as d.update({**m, 'k': v}).
func (c *checker) dictUpdate(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	d, ok := types.Is(typeOf(recv), "dict")
	if !ok || a.Name != "update" || len(e.Args) == 0 || e.Args[len(e.Args)-1].Name == "" {
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
	return c.method(recv, "update", []argument{{val: other, at: e.Span}}, a.NameAt, e.Span), true
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

// attr types x.name without a call.
func (c *checker) attr(e *syntax.Attr) ir.Expr {
	if out, ok := c.typeName(e); ok {
		return out
	}
	if out, ok := c.superAttr(e); ok {
		return out
	}
	return c.attrOf(c.expr(e.X), e)
}

// attrOf reads an attribute of a value, module or class.
func (c *checker) attrOf(x ir.Expr, e *syntax.Attr) ir.Expr {
	switch t := typeOf(x).(type) {
	case *types.Module:
		return c.moduleAttr(t, e)
	case *types.Class:
		return c.classAttr(t, e)
	case *types.Func, *types.Builtin:
		if out, ok := c.functionAttr(x, e); ok {
			return out
		}
		if functionName(t) == "tuple" {
			if out := c.nativeMethod("tuple", e); out != nil {
				return out
			}
		}
		if e.Name == "from_iterable" && functionName(t) == "chain" {
			return c.member(c.ix.Modules["itertools"].Members["_chain_lists"], e.Span)
		}
		c.noAttribute(x, e.Name, e.NameAt, nil)
		return c.bad(e.Span)
	}
	t := typeOf(x)
	if k := c.classOf(types.Unwrap(t)); k != nil {
		return c.objectAttr(c.unwrapFor(x, e.Name), k, e.X, e.Name, e.NameAt, e.Span)
	}
	if out, ok := c.javaObject(x, e); ok {
		return out
	}
	switch {
	case types.IsBad(t), types.IsNever(t):
		return c.withType(x, t)
	case isOpen(t):
		return c.never(e.Span)
	case types.IsAny(t):
		c.dynamicNames.get[e.Name] = true
		if e.Name == "__dict__" {
			c.makeAllDynamic(e.Span, "the __dict__ of a value known when running only is used")
		}
		return &ir.Field{X: ir.X{T: types.Any, At: e.Span}, V: x, Name: e.Name}
	case types.IsOptional(t):
		x = c.unwrapFor(x, e.Name)
		t = typeOf(x)
	}
	cls, o, _ := c.lookup(t, e.Name)
	if o == nil && types.IsBool(t) {
		if _, ofInt, _ := c.lookup(types.Int, e.Name); ofInt != nil {
			return c.attrOf(c.toInt(x), e)
		}
	}
	if o == nil && className(t) == "Namespace" {
		return c.namespaceAttr(x, e)
	}
	if _, dynamic, _ := c.lookup(t, "__getattr__"); o == nil && dynamic != nil { // its attributes are known at run time
		return &ir.Field{X: ir.X{T: types.Any, At: e.Span}, V: c.convertLater(x, types.Any), Name: e.Name}
	}
	if o == nil && className(t) == "Exception" { // its class, and so its attributes, are known at run time
		return &ir.Field{X: ir.X{T: types.Any, At: e.Span}, V: c.convertLater(x, types.Any), Name: e.Name}
	}
	if o == nil {
		if out := c.builtinSpecialAttr(x, e.Name, e.Span); out != nil {
			return out
		}
		c.noAttribute(x, e.Name, e.NameAt, cls)
		return c.bad(e.Span)
	}
	f := o.All(c.exact)[0]
	if !f.Property {
		return ref(&types.Builtin{Name: e.Name, Decl: o, Recv: x}, e.Span)
	}
	if f.Class.Name == "int" {
		x = c.intReceiver(f, x)
	}
	if c.rejected(f, e.NameAt) {
		return c.bad(e.Span)
	}
	sub := classParams(cls, t)
	return &ir.Field{X: ir.X{T: fill(f.Result, sub), At: e.Span}, V: x, Name: e.Name, Decl: f}
}

func functionName(t types.Type) string {
	switch t := t.(type) {
	case *types.Func:
		return t.Name
	case *types.Builtin:
		return t.Name
	}
	return ""
}

// className is the class that declares the methods of a type.
func className(t types.Type) string {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return ""
	}
	if n.Class != nil {
		for _, base := range n.Class.Line {
			if base.Class == nil {
				return base.Name
			}
		}
	}
	switch n.Name {
	case "bigint":
		return "int"
	case "tuple...":
		return "tuple"
	case "Iterator", "Iterable":
		return "Iterator"
	}
	return n.Name
}

// lookup finds a member of a type's class.
func (c *checker) lookup(t types.Type, name string) (*api.Class, *api.Overloads, *api.Class) {
	cls := c.ix.Classes[className(t)]
	if cls == nil {
		return nil, nil, nil
	}
	o, owner := c.ix.Lookup(cls, name)
	return cls, o, owner
}

func (c *checker) moduleAttr(t *types.Module, e *syntax.Attr) ir.Expr {
	if m, ok := t.Decl.(*userModule); ok {
		return c.userAttr(m, e)
	}
	if p, ok := isJava(t); ok {
		return c.javaAttr(p, e)
	}
	m, _ := t.Decl.(*api.Module)
	if m == nil {
		if understood[t.Name] {
			return ref(&types.Module{Name: t.Name + "." + e.Name}, e.Span)
		}
		return c.unsupportedModuleUse(t, e)
	}
	if exc, ok := moduleExceptions[m.Name+"."+e.Name]; ok {
		return ref(&types.Class{Name: exc, Decl: excClass(exc)}, e.Span)
	}
	mem, ok := m.Members[e.Name]
	if !ok {
		if sub := c.users[m.Name+"."+e.Name]; sub != nil {
			return ref(c.userRef(sub), e.Span)
		}
		if lib := c.companion(m.Name); lib != nil {
			if v, found := c.userMember(lib, e.Name, e.Span); found {
				return v
			}
		}
	}
	if !ok && ignoredModules[m.Name+"."+e.Name] {
		return ref(&types.Module{Name: m.Name + "." + e.Name}, e.Span)
	}
	if !ok {
		c.noModuleMember(m, e)
		return c.bad(e.Span)
	}
	return c.member(mem, e.Span)
}

// classAttr is a static method, or a method used as a function: str.upper.
func (c *checker) classAttr(t *types.Class, e *syntax.Attr) ir.Expr {
	if e.Name == "__name__" {
		return c.str(t.Name, e.Span)
	}
	if k, ok := t.Decl.(*class); ok {
		return c.classMember(k, e)
	}
	if name, ok := t.Decl.(excClass); ok {
		if out := c.excClassAttr(string(name), t, e); out != nil {
			return out
		}
	}
	cls, ok := t.Decl.(*api.Class)
	if !ok {
		c.noAttribute(ref(t, e.Span), e.Name, e.NameAt, nil)
		return c.bad(e.Span)
	}
	o, _ := c.ix.Lookup(cls, e.Name)
	if o == nil || e.Name == "__init__" {
		if out := c.nativeMethod(cls.Name, e); out != nil {
			return out
		}
		c.noAttribute(ref(t, e.Span), e.Name, e.NameAt, cls)
		return c.bad(e.Span)
	}
	if o.Funcs[0].Static {
		if o.Funcs[0].Property {
			return c.callOverloads(o, nil, nil, nil, e.NameAt, e.Span)
		}
		return ref(&types.Builtin{Name: e.Name, Decl: o}, e.Span)
	}
	if o.Funcs[0].Property {
		if f := o.Funcs[0]; f.Constant() {
			return &ir.ModAttr{X: ir.X{T: f.Result, At: e.Span}, Module: cls.Module, Name: cls.Name + "_" + strings.ToLower(e.Name)}
		}
		c.unsupported(e.NameAt, "the property %s.%s without an object", t.Name, e.Name)
		return c.bad(e.Span)
	}
	return ref(&types.Builtin{Name: e.Name, Decl: unboundMethod{o}}, e.Span)
}

// unboundMethod is a method read from its class: its first argument is the receiver.
type unboundMethod struct{ o *api.Overloads }

// index types x[i].
func (c *checker) index(e *syntax.Index) ir.Expr {
	if key, ok := globalsKey(c.frame.scope, e); ok {
		return c.globalsItem(key)
	}
	x := c.expr(e.X)
	if types.IsBad(typeOf(x)) { // it may take what no other does: frame.iloc[i, :]
		return c.bad(e.Span)
	}
	if out, ok := c.indexObject(x, e); ok {
		return out
	}
	if alias, ok := c.typeAlias(x, e.Span); ok {
		return alias
	}
	x = c.asValue(x, e.X.Pos())
	t := typeOf(x)
	if types.IsOptional(t) {
		x = c.notNone(x, noneIndexed)
		t = typeOf(x)
	}
	if sl, ok := e.I.(*syntax.Slice); ok {
		return c.slice(x, sl, e)
	}
	i := c.value(e.I)
	if types.IsBad(t) || types.IsBad(typeOf(i)) {
		return c.bad(e.Span)
	}
	if nothing(t) {
		return c.never(e.Span)
	}
	get := &ir.GetItem{X: ir.X{At: e.Span}, V: x}
	n, _ := t.(*types.Named)
	switch {
	case className(typeOf(i)) == "slice" && c.classOf(t) == nil:
		return c.sliceBy(x, i, e)
	case n == nil:
	case n.Name == "tuple":
		return c.tupleIndex(x, n, i, e)
	case n.Name == "list" || n.Name == "tuple..." || n.Name == "ResultIterable":
		get.T, get.I = n.Args[0], c.convertIndex(n.Name, i)
		return get
	case n.Name == "str" || n.Name == "bytes" || n.Name == "range":
		get.T, get.I = types.Int, c.convertIndex(n.Name, i)
		if n.Name == "str" {
			get.T = types.Str
		}
		return get
	case n.Name == "dict":
		return c.dictIndex(get, n, i)
	case n.Name == "Environ":
		get.T, get.I = types.Str, c.convertArg(i, types.Str)
		return get
	case n.Name == "Any":
		c.uses("[]")
		get.T, get.I = types.Any, c.convertLater(i, types.Any)
		return get
	}
	if out := c.tryMethod(x, "__getitem__", i, e.Span); out != nil {
		return out
	}
	c.notSubscriptable(x, e)
	return c.bad(e.Span)
}

func (c *checker) notSubscriptable(x ir.Expr, e *syntax.Index) {
	d := c.errorf(e.Span, "DS307", "'%s' object is not subscriptable", typeOf(x))
	c.hintNone(d, x)
	c.origin(d, x)
}

func (c *checker) dictIndex(get *ir.GetItem, n *types.Named, i ir.Expr) ir.Expr {
	get.T = n.Args[1]
	kt := types.Resolve(n.Args[0])
	if !types.Equal(typeOf(i), kt) && !types.IsAny(kt) && (types.IsNone(typeOf(i)) || types.Equal(types.Join(typeOf(i), kt), types.Any)) {
		// a key of another type: compared as Python does
		get.V, get.I = c.convertLater(get.V, types.Any), c.convertLater(i, types.Any)
		value := get.T
		get.T = types.Any
		return &ir.Convert{X: ir.X{T: value, At: get.At}, V: get, Checked: true}
	}
	get.I = c.convertLater(i, n.Args[0])
	return get
}

func (c *checker) convertIndex(name string, i ir.Expr) ir.Expr {
	t := typeOf(i)
	if !c.assignable(t, types.Int) {
		c.errorf(i.Pos(), "DS307", "%s indices must be integers or slices, not %s", name, t)
		return c.bad(i.Pos())
	}
	return c.convertTo(c.toInt(c.notNone(i, "%s indices must be integers or slices, not NoneType", name)), types.Int)
}

// tupleIndex reads an element of a tuple of known length: by a constant its type is known.
func (c *checker) tupleIndex(x ir.Expr, n *types.Named, i ir.Expr, e *syntax.Index) ir.Expr {
	if k, ok := i.(*ir.Const); ok && types.IsInt(k.T) {
		at := k.Value.(int64)
		if at < 0 {
			at += int64(len(n.Args))
		}
		if at < 0 || at >= int64(len(n.Args)) {
			if x, ok := c.ofAnyLength(x); ok {
				t, _ := types.Is(typeOf(x), "tuple...")
				return &ir.GetItem{X: ir.X{T: t.Args[0], At: e.Span}, V: x, I: i}
			}
			c.errorf(e.I.Pos(), "DS308", "tuple index out of range: %s has %d elements", n, len(n.Args))
			return c.bad(e.Span)
		}
		return &ir.TupleGet{X: ir.X{T: n.Args[at], At: e.Span}, V: x, N: int(at)}
	}
	t := c.tupleOf(n)
	return &ir.GetItem{X: ir.X{T: t.Args[0], At: e.Span}, V: c.convertLater(x, t), I: c.convertIndex("tuple", i)}
}

func (c *checker) sliceBound(e syntax.Expr) ir.Expr {
	if e == nil {
		return nil
	}
	v := c.value(e)
	return c.sliceBoundOf(v)
}

// sliceBoundOf is a part of a slice: nil for None.
func (c *checker) sliceBoundOf(v ir.Expr) ir.Expr {
	switch t := typeOf(v); {
	case types.IsNone(t):
		return nil
	case types.IsAny(t):
		return c.callBuiltin(c.ix.Modules["builtins"].Members["_slice_bound"], []argument{{val: v, at: v.Pos()}}, v.Pos())
	case types.IsOptional(t) && c.assignable(types.Unwrap(t), types.Int):
		return c.convertTo(v, types.Optional(types.Int))
	case !c.assignable(t, types.Int):
		c.errorf(v.Pos(), "DS307", "slice indices must be integers or None, not %s", t)
		return c.bad(v.Pos())
	}
	return c.convertTo(c.toInt(v), types.Int)
}

// sliceBy is x[s] of a slice object.
func (c *checker) sliceBy(x, s ir.Expr, e *syntax.Index) ir.Expr {
	pre := &prelude{}
	if hasParts(s) {
		tmp := c.temp(s)
		pre.sets = append(pre.sets, tmp.set.(*ir.Assign))
		s = tmp.read()
	}
	part := func(name string) ir.Expr {
		f := c.ix.Classes["slice"].Members[name].Funcs[0]
		return &ir.Field{X: ir.X{T: f.Result, At: e.Span}, V: s, Name: name, Decl: f}
	}
	return pre.wrap(c.sliced(x, part("start"), part("stop"), part("step"), e))
}

func (c *checker) slice(x ir.Expr, sl *syntax.Slice, e *syntax.Index) ir.Expr {
	return c.sliced(x, c.sliceBound(sl.Lo), c.sliceBound(sl.Hi), c.sliceBound(sl.Step), e)
}

func (c *checker) sliced(x, lo, hi, step ir.Expr, e *syntax.Index) ir.Expr {
	out := &ir.GetSlice{X: ir.X{T: typeOf(x), At: e.Span}, V: x, Lo: lo, Hi: hi, Step: step}
	n, _ := typeOf(x).(*types.Named)
	switch {
	case n == nil:
	case n.Name == "list" || n.Name == "str" || n.Name == "bytes" || n.Name == "tuple..." || n.Name == "Any" || n.Name == "range":
		return out
	case n.Name == "tuple":
		return c.tupleSlice(x, n, out)
	case types.IsBad(n), types.IsNever(n):
		return x
	}
	c.notSubscriptable(x, e)
	return c.bad(e.Span)
}

// tupleSlice makes a tuple of the elements where the bounds are constants.
func (c *checker) tupleSlice(x ir.Expr, n *types.Named, out *ir.GetSlice) ir.Expr {
	places, ok := constSlice(out, len(n.Args))
	if ok && !hasParts(x) {
		var elts []ir.Expr
		for _, i := range places {
			elts = append(elts, &ir.TupleGet{X: ir.X{T: n.Args[i], At: out.At}, V: x, N: i})
		}
		return c.tuple(elts, out.At)
	}
	t := c.tupleOf(n)
	out.V, out.T = c.convertLater(x, t), t
	return out
}

// constSlice lists the places of a slice of a tuple of n elements, if its bounds and its step are constants.
func constSlice(e *ir.GetSlice, n int) (places []int, ok bool) {
	step, ok1 := constBound(e.Step, 1)
	first, last := 0, n
	if step < 0 {
		first, last = n-1, -1
	}
	lo, ok2 := constBound(e.Lo, first)
	hi, ok3 := constBound(e.Hi, last)
	if !ok1 || !ok2 || !ok3 || step == 0 {
		return nil, false
	}
	clip := func(i int, absent bool) int {
		switch {
		case absent:
			return i
		case i < 0:
			i += n
		}
		if step < 0 {
			return max(-1, min(i, n-1))
		}
		return max(0, min(i, n))
	}
	hi = clip(hi, e.Hi == nil)
	for i := clip(lo, e.Lo == nil); step > 0 && i < hi || step < 0 && i > hi; i += step {
		places = append(places, i)
	}
	return places, true
}

// constBound is a part of a slice that is a constant, or absent.
func constBound(e ir.Expr, absent int) (int, bool) {
	if e == nil {
		return absent, true
	}
	if conv, ok := e.(*ir.Convert); ok {
		e = conv.V
	}
	k, ok := e.(*ir.Const)
	if !ok {
		return 0, false
	}
	i, ok := k.Value.(int64)
	return int(max(-1<<30, min(i, 1<<30))), ok
}
