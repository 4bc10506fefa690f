package infer

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

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
	if m, ok := x.(*ir.ModAttr); ok && m.Module == "sys" && m.Name == "version_info" {
		if i := slices.Index([]string{"major", "minor", "micro", "releaselevel", "serial"}, e.Name); i >= 0 {
			return c.index(&syntax.Index{At: e.At, X: c.held(x, e.Span), I: c.held(intConst(i), e.Span)})
		}
	}
	if lib := c.derivedLogging(typeOf(x), e.Span); lib != nil { // a method of a class that others derive from
		x = c.expr(lib)
	}
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
		return c.neverAfter(e.Span, x)
	case types.IsAny(t):
		c.dynamicNames.get[e.Name] = true
		c.takesMethod(x, e.Name, e.NameAt)
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
	if exc, ok := moduleExceptions[t.Name+"."+e.Name]; ok {
		return ref(&types.Class{Name: exc, Decl: excClass(exc)}, e.Span)
	}
	m, _ := t.Decl.(*api.Module)
	if m == nil {
		if understood[t.Name] {
			return ref(&types.Module{Name: t.Name + "." + e.Name}, e.Span)
		}
		return c.unsupportedModuleUse(t, e)
	}
	mem, ok := m.Members[e.Name]
	if !ok && m.Name == "operator" {
		mem, ok = operatorMethod(m, e.Name)
	}
	if !ok {
		if sub := c.users[m.Name+"."+e.Name]; sub != nil {
			return ref(c.userRef(sub), e.Span)
		}
		if lib := c.written(m.Name, e.Name); lib != nil {
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

// operatorMethod is operator.lt by the name of the method, __lt__, or operator.and_ by that of __and__.
func operatorMethod(m *api.Module, name string) (any, bool) {
	plain, dunder := strings.CutPrefix(strings.TrimSuffix(name, "__"), "__")
	if !dunder {
		return nil, false
	}
	if mem, ok := m.Members[plain]; ok {
		return mem, true
	}
	mem, ok := m.Members[plain+"_"]
	return mem, ok
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
