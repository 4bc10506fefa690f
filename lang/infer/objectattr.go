package infer

import (
	"strings"

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
		pre := &prelude{}
		var otherwise ir.Expr
		if known && len(args) == 3 && (hasEffect(args[2].val) || !has) { // it is evaluated, needed or not
			x = pre.keep(c, x)
			otherwise = pre.keep(c, args[2].val)
		}
		if known && (has || len(args) == 2) {
			return pre.wrap(c.attrOf(x, &syntax.Attr{At: e.At, X: e.Args[0].Value, Name: name, NameAt: args[1].at}))
		}
		if known {
			return pre.wrap(otherwise)
		}
		c.dynamicNames.get[name] = true
		c.takesMethod(x, name, e.Span)
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
			if has, known := hasSpecial(className(n), name); known {
				return has, true
			}
			cls, o, _ := c.lookup(n, name)
			return o != nil, cls != nil
		}
		return false, false
	}
	if k.exception != "" {
		return false, false
	}
	if k.namedTuple() != nil && namedTupleMembers[name] {
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

// specialOf are, by the names of special methods that scripts ask for to tell kinds of values apart, the built-in types that have it …
var specialOf = map[string]string{
	"__len__":      " str bytes list tuple dict set frozenset range deque ",
	"__contains__": " str bytes list tuple dict set frozenset range deque ",
	"__iter__":     " str bytes list tuple dict set frozenset range deque Iterator ",
	"__getitem__":  " str bytes list tuple dict range deque ",
	"__setitem__":  " list dict deque ",
	"__next__":     " Iterator ",
	"__int__":      " int float bool ",
	"__float__":    " int float bool ",
	"__index__":    " int bool ",
	"__call__":     "",
}

// … of these.
const specialTypes = " int float bool None str bytes list tuple dict set frozenset range deque Iterator "

// hasSpecial tells whether values of a built-in type have a special method, if that is known.
func hasSpecial(class, name string) (has, known bool) {
	of, named := specialOf[name]
	word := " " + class + " "
	return strings.Contains(of, word), named && strings.Contains(specialTypes, word)
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
		c.takesMethod(args[0].val, name, e.Span)
	} else {
		c.namedWhenRunning(args[0].val, args[1].at)
	}
	all := []argument{{val: c.convertLater(c.asValue(args[0].val, args[0].at), types.Any), at: args[0].at}, args[1]}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_hasattr"], all, e.Span)
}

// takesMethod notes that a value known when running only is asked for an attribute that is a method of some class: such a class
// is a dynamic one, whose objects find their methods by name.
func (c *checker) takesMethod(x ir.Expr, name string, at syntax.Span) {
	special := strings.HasPrefix(name, "__") && name != "__call__" // has its own ways of being asked for
	if special || !types.IsAny(typeOf(x)) {
		return
	}
	for _, k := range c.classes {
		if m, _ := k.find(name); m != nil && m.kind != property && k.canBeDynamic() {
			c.makeClassDynamic(k, at, "method %s of a value known when running only is taken", name)
		}
	}
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
