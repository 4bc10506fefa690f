package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// getAttr is getattr(x, name) and getattr(x, name, default).
func (c *checker) getAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) < 2 || len(args) > 3 {
		c.errorf(e.Fn.Pos(), "DS320", "getattr expected 2 or 3 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	x := args[0].val
	if name, ok := literalText(args[1].val); ok {
		has, known := c.hasMember(x, name)
		if known && (has || len(args) == 2) {
			return c.attrOf(x, &syntax.Attr{At: e.At, X: e.Args[0].Value, Name: name, NameAt: args[1].at})
		}
		if known {
			return args[2].val
		}
		c.dynamicNames.get[name] = true
	} else {
		c.namedWhenRunning(x, args[1].at)
	}
	fn := "_getattr"
	all := []argument{{val: c.convertLater(c.asValue(x, args[0].at), types.Any), at: args[0].at}, args[1]}
	if len(args) == 3 {
		fn = "_getattr_or"
		all = append(all, argument{val: c.convertLater(c.asValue(args[2].val, args[2].at), types.Any), at: args[2].at})
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members[fn], all, e.Span)
}

// hasMember tells whether an object has an attribute, if its type decides it.
func (c *checker) hasMember(x ir.Expr, name string) (has, known bool) {
	switch t := typeOf(x).(type) {
	case *types.Module:
		m, ok := t.Decl.(*api.Module)
		if !ok {
			return false, false
		}
		return m.Members[name] != nil, true
	case *types.Class:
		if k, ok := t.Decl.(*class); ok {
			m, _ := k.find(name)
			return m != nil || k.holder(name) != nil || k.enum != nil && k.enum.alias[name] != "", true
		}
	}
	k := c.classOf(typeOf(x))
	if k == nil {
		if n, ok := typeOf(x).(*types.Named); ok && !types.IsAny(n) && !types.IsOptional(n) && className(n) != "Exception" {
			cls, o, _ := c.lookup(n, name)
			return o != nil, cls != nil
		}
		return false, false
	}
	if k.exception != "" {
		return false, false
	}
	if k.record != nil && k.record.kind == namedTuple && namedTupleMembers[name] {
		return true, true
	}
	has, lacks := false, false
	for _, d := range k.possible() {
		m, _ := d.find(name)
		switch a := k.family.attrs[name]; {
		case m != nil || d.holder(name) != nil:
			has = true
		case a != nil && a.stored && d.gives[name]:
			has = true
		case a != nil && a.stored || c.stores[name] && c.round < 3:
			return false, false
		default:
			lacks = true
		}
	}
	return has, has != lacks
}

// namedTupleMembers are what objects of all named tuples have, as is often asked to tell them from tuples.
var namedTupleMembers = map[string]bool{"_fields": true, "_asdict": true, "_replace": true, "_make": true, "_field_defaults": true}

// hasAttr is hasattr(x, name).
func (c *checker) hasAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 2 {
		c.errorf(e.Fn.Pos(), "DS320", "hasattr expected 2 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	if name, ok := literalText(args[1].val); ok {
		if has, known := c.hasMember(args[0].val, name); known {
			return c.boolean(has, e.Span)
		}
		c.dynamicNames.get[name] = true
		c.dynamicNames.has[name] = true
	} else {
		c.namedWhenRunning(args[0].val, args[1].at)
	}
	all := []argument{{val: c.convertLater(c.asValue(args[0].val, args[0].at), types.Any), at: args[0].at}, args[1]}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_hasattr"], all, e.Span)
}

// setAttr is setattr(x, name, value).
func (c *checker) setAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 3 {
		c.errorf(e.Fn.Pos(), "DS320", "setattr expected 3 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	if name, ok := literalText(args[1].val); ok {
		c.dynamicNames.set[name] = true
		if k := c.classOf(typeOf(args[0].val)); k != nil && k.exception == "" {
			a := c.attribute(k, name)
			a.stored = true
			c.put(a.cell, types.Any)
		}
	} else {
		c.namedWhenRunning(args[0].val, args[1].at)
	}
	all := []argument{{val: c.convertLater(c.asValue(args[0].val, args[0].at), types.Any), at: args[0].at}, args[1],
		{val: c.convertLater(c.asValue(args[2].val, args[2].at), types.Any), at: args[2].at}}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_setattr"], all, e.Span)
}

// namedWhenRunning notes an attribute of x whose name is computed: objects of the script must be found it when running, so that
// their classes are dynamic ones.
func (c *checker) namedWhenRunning(x ir.Expr, at syntax.Span) {
	if k := c.classOf(types.Unwrap(typeOf(x))); k != nil && k.canBeDynamic() {
		c.makeClassDynamic(k, at, "an attribute with a computed name is used")
	}
	if types.IsAny(typeOf(x)) {
		c.makeAllDynamic(at, "an attribute with a computed name of a value known when running only is used")
	}
	c.dynamicNames.all = true
}

// delAttr is delattr(x, name).
func (c *checker) delAttr(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 2 {
		c.errorf(e.Fn.Pos(), "DS320", "delattr expected 2 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	if k := c.classOf(types.Unwrap(typeOf(args[0].val))); k != nil && k.canBeDynamic() {
		c.makeClassDynamic(k, e.Span, "an attribute is deleted")
	}
	all := []argument{{val: c.convertLater(c.asValue(args[0].val, args[0].at), types.Any), at: args[0].at}, args[1]}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_delattr"], all, e.Span)
}
