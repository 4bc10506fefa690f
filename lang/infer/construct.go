package infer

import (
	"slices"
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// newObject calls a class of the script.
func (c *checker) newObject(k *class, args []argument, e *syntax.Call) ir.Expr {
	for _, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(e.Span)
		}
	}
	if k.enum != nil {
		return c.enumLookup(k, args, e)
	}
	pre := &prelude{}
	args, known := c.expandArgs(args, pre)
	if !known {
		if init, owner := k.find("__init__"); k.namedTuple() != nil && init != nil && owner.record != nil {
			return pre.wrap(c.namedTupleOf(k, args, e))
		}
		if k.canBeDynamic() {
			c.makeClassDynamic(k, e.Span, "it is called with * or ** of what is known when running only")
		} else if init, _ := k.find("__init__"); init != nil {
			args, known = c.spreadRest(init.fn, args)
		}
		if !known {
			c.unsupported(e.Span, "* or ** of what is known when running only, in a call of %s", k.node.Name.Id).
				WithHint("pass the arguments one by one")
			return c.bad(e.Span)
		}
	}
	return pre.wrap(c.objectOf(k, args, e))
}

// namedTupleOf calls a named tuple with arguments that are known when running only.
func (c *checker) namedTupleOf(k *class, args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 1 && args[0].star == "*" {
		return c.callUnboundOf(k, "_of_values", []argument{{val: args[0].val, at: args[0].at}}, e)
	}
	values := &syntax.List{At: e.At}
	var byName []argument
	for _, a := range args {
		switch v := c.held(a.val, a.at); {
		case a.star == "**" || a.name != "":
			byName = append(byName, a)
		case a.star == "*":
			values.Elts = append(values.Elts, &syntax.Star{At: e.At, X: v})
		default:
			values.Elts = append(values.Elts, v)
		}
	}
	named, _ := c.namedValues(byName, e.Span)
	return c.callUnboundOf(k, ofParts, []argument{{val: c.expr(values), at: e.Span}, {val: c.expr(named), at: e.Span}}, e)
}

// objectOf calls a class of the script with arguments that stand one by one.
func (c *checker) objectOf(k *class, args []argument, e *syntax.Call) ir.Expr {
	if names := c.abstractMethods(k); len(names) > 0 {
		return c.abstractObject(k, names, e)
	}
	if !k.created {
		k.created = true
		c.changed = true
	}
	init, owner := k.find("__init__")
	if init == nil {
		if k.exception != "" {
			vals, ok := c.exceptionArgs(k.name, args, e.Span)
			if !ok {
				return c.convertLater(vals[0], k.self)
			}
			return &ir.New{X: ir.X{T: k.self, At: e.Span}, Class: k.ir, Args: vals}
		}
		if len(args) > 0 {
			c.errorf(e.Fn.Pos(), "DS320", "%s() takes no arguments", k.node.Name.Id).
				WithHint("write def __init__(self, …) in class %s", k.node.Name.Id)
			return c.bad(e.Span)
		}
		k.gives = map[string]bool{}
		return c.construction(k, nil, nil, nil, e.Span)
	}
	self := &ir.Const{X: ir.X{T: owner.self, At: e.Span}}
	vals, ok := c.matchParams(init.fn, append([]argument{{val: self, at: e.Span}}, args...), e.Span)
	if !ok {
		return c.bad(e.Span)
	}
	ts, ok := c.passedTypes(init.fn, vals)
	if !ok {
		return c.bad(e.Span)
	}
	in := c.instance(init.fn, ts, e.Span)
	if in == nil {
		return c.bad(e.Span)
	}
	c.noteGives(k, in)
	return c.construction(k, in, vals[1:], args, e.Span)
}

// noteGives keeps the attributes that every way of making an object of a class sets.
func (c *checker) noteGives(k *class, in *instance) {
	gives := in.attrs.gives
	if in.active {
		return
	}
	if k.givesRound != c.round {
		k.givesRound, k.gives = c.round, map[string]bool{}
		for n := range gives {
			k.gives[n] = !in.attrs.needs[n]
		}
		return
	}
	for n := range k.gives {
		if !gives[n] || in.attrs.needs[n] {
			k.gives[n] = false
		}
	}
}

// construction calls the function that makes an object: it allocates and calls __init__.
func (c *checker) construction(k *class, in *instance, vals []ir.Expr, args []argument, at syntax.Span) ir.Expr {
	key := makerKey{k: k, in: in}
	for _, a := range args {
		if a.name == "" && k.exception != "" {
			key.args++
		}
	}
	f := c.makers[key]
	if f == nil {
		f = c.maker(key)
		c.makers[key] = f
	}
	return &ir.CallFunc{X: ir.X{T: k.self, At: at}, Func: f, Args: passed(vals)}
}

// makerKey tells the functions that make objects apart. An exception keeps the arguments it is made
// with, of which there are args without a name.
type makerKey struct {
	k    *class
	in   *instance
	args int
}

// maker writes the function that makes an object of a class with an instance of __init__.
func (c *checker) maker(key makerKey) *ir.Func {
	k, in := key.k, key.in
	f := &ir.Func{Name: k.node.Name.Id, Kind: ir.Constructor, Class: k.ir, Result: k.self, At: k.node.Name.Span}
	at := k.node.Name.Span
	obj := &ir.Var{Name: "self", Type: k.self, Owner: f, Def: at}
	read := func(t types.Type) ir.Expr {
		return &ir.Convert{X: ir.X{T: t, At: at}, V: &ir.Local{X: ir.X{T: k.self, At: at}, Var: obj}}
	}
	made := &ir.New{X: ir.X{T: k.self, At: at}, Class: k.ir}
	f.Body = append(f.Body, &ir.Assign{S: ir.S{At: at}, Target: &ir.VarTarget{Var: obj}, Value: made})
	c.later = append(c.later, func() {
		f.Body = append(f.Body, c.classDefaults(k, read, at)...)
		if in != nil {
			call := &ir.CallFunc{X: ir.X{T: types.None, At: at}, Func: in.ir, Args: []ir.Expr{read(in.fn.class.self)}}
			for _, p := range in.params[1:] {
				v := &ir.Var{Name: p.Name, Type: p.Type, Owner: f, Param: true, Def: p.Def}
				f.Params = append(f.Params, v)
				call.Args = append(call.Args, &ir.Local{X: ir.X{T: v.Type, At: at}, Var: v})
				value := &ir.Convert{X: ir.X{T: types.Any, At: at}, V: &ir.Local{X: ir.X{T: v.Type, At: at}, Var: v}}
				switch {
				case k.exception == "" || len(made.Args) >= key.args:
				case in.fn.isStar(p.Name): // which has all the others
					made.Args = append(made.Args, &ir.Spread{X: ir.X{T: types.Any, At: at}, V: value})
					key.args = 0
				default:
					made.Args = append(made.Args, value)
				}
			}
			f.Body = append(f.Body, &ir.ExprStmt{S: ir.S{At: at}, V: call})
		}
		f.Body = append(f.Body, &ir.Return{S: ir.S{At: at}, V: &ir.Local{X: ir.X{T: k.self, At: at}, Var: obj}})
	})
	return f
}

// isStar reports the name of the parameter *args.
func (f *function) isStar(name string) bool {
	return slices.ContainsFunc(f.params, func(p *syntax.Param) bool { return p.Kind == syntax.StarParam && p.Name == name })
}

// classDefaultTypes lets attributes have the types of what objects read from their class until they set their own.
func (c *checker) classDefaultTypes() {
	for _, k := range c.classes {
		for name, a := range k.family.attrs {
			h := k.holder(name)
			if !a.stored || !k.created || k.gives[name] || h == nil || h.frame.vars[name] == nil {
				continue
			}
			if t := types.Resolve(h.frame.vars[name].roots()[0].storage()); t != nil && c.isValue(t) && !types.IsBad(t) {
				c.put(a.cell, t)
			}
		}
	}
}

// classDefaults sets the attributes that objects have from their class until they set their own.
func (c *checker) classDefaults(k *class, self func(types.Type) ir.Expr, at syntax.Span) []ir.Stmt {
	var out []ir.Stmt
	var names []string
	for name := range k.family.attrs {
		names = append(names, name)
	}
	for _, name := range sorted(names) {
		a := k.family.attrs[name]
		h := k.holder(name)
		if !a.stored || k.gives[name] || h == nil || h.frame.vars[name] == nil {
			continue // what __init__ sets before anybody reads it needs no default, which may be of another type
		}
		s := h.frame.vars[name].roots()[0]
		v := c.final(s)
		read := &ir.Local{X: ir.X{T: v.Type, At: at}, Var: v}
		out = append(out, &ir.Assign{S: ir.S{At: at}, Target: &ir.AttrTarget{V: self(k.self), Name: name, Attr: a.ir},
			Value: &ir.Convert{X: ir.X{T: types.Resolve(a.cell), At: at}, V: read}})
	}
	return out
}

func sorted(names []string) []string {
	sort.Strings(names)
	return names
}

// abstractMethods are the abstract methods that a class has not got an implementation of.
func (c *checker) abstractMethods(k *class) []string {
	if !k.abstract {
		return nil
	}
	var names []string
	for _, b := range k.line {
		for name, m := range b.members {
			if found, _ := k.find(name); found == m && m.abstract {
				names = append(names, name)
			}
		}
	}
	return sorted(names)
}

func (c *checker) abstractObject(k *class, names []string, e *syntax.Call) ir.Expr {
	word := "method"
	if len(names) > 1 {
		word = "methods"
	}
	text := "Can't instantiate abstract class " + k.node.Name.Id + " with abstract " + word + " " + strings.Join(names, ", ")
	if len(c.catching) == 0 {
		c.errorf(e.Fn.Pos(), "DS321", "%s", text).WithHint("write the %s in a class that derives from %s", word, k.node.Name.Id)
		return c.bad(e.Span)
	}
	return c.raising("TypeError", text, k.self, e.Span)
}

// raising is an expression of a type that raises instead of having a value.
func (c *checker) raising(class, text string, t types.Type, at syntax.Span) ir.Expr {
	f := &ir.Func{Name: "<lambda>", Lambda: true, Wrapper: true, Result: t, At: at}
	if c.frame.inst != nil {
		f.Parent = c.frame.inst.ir
	}
	exc := &ir.ExcNew{X: ir.X{T: exceptionType, At: at}, Class: class, Args: []ir.Expr{c.convertLater(c.str(text, at), types.Any)}}
	f.Body = []ir.Stmt{&ir.Raise{S: ir.S{At: at}, V: exc}}
	return &ir.CallFunc{X: ir.X{T: t, At: at}, Func: f}
}
