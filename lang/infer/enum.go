package infer

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// enum is what a class that derives from Enum has besides methods: its members are class attributes, each
// made once where the class statement stands.
type enum struct {
	mixin   string // "int" of an IntEnum, "str" of a StrEnum
	members []string
	alias   map[string]string
}

// membersVar is the class attribute with the list of all members.
const membersVar = "_members"

// enumBody types the body of an Enum: its assignments make members, in order.
func (c *checker) enumBody(k *class) []ir.Stmt {
	var out []ir.Stmt
	if k.made == nil {
		for _, s := range k.node.Body { // methods first: the written ones depend on them
			if d, ok := s.(*syntax.FuncDef); ok {
				c.methodDef(k, d)
			}
		}
		c.makeMethods(k)
	}
	c.block(k.made)
	for _, s := range k.node.Body {
		if d, ok := s.(*syntax.FuncDef); ok {
			out = append(out, c.methodDef(k, d)...)
		}
	}
	k.enum.members, k.enum.alias = nil, map[string]string{}
	seen := map[string]string{}
	last := int64(0)
	for _, s := range k.node.Body {
		if _, ok := s.(*syntax.FuncDef); ok {
			continue
		}
		a, ok := s.(*syntax.Assign)
		if !ok {
			out = append(out, c.stmt(s)...)
			continue
		}
		n, isName := a.Targets[0].(*syntax.Name)
		if !isName || len(a.Targets) > 1 || strings.HasPrefix(n.Id, "_") {
			out = append(out, c.stmt(s)...)
			continue
		}
		value, text := c.enumValue(k, n, a.Value, &last)
		if first := seen[text]; first != "" && text != "" {
			k.enum.alias[n.Id] = first
			continue
		}
		seen[text] = n.Id
		out = append(out, c.enumMember(k, n, a, value)...)
	}
	return append(out, c.enumList(k)...)
}

// enumValue is the value of a member; text tells equal constants.
func (c *checker) enumValue(k *class, n *syntax.Name, e syntax.Expr, last *int64) (v ir.Expr, text string) {
	if call, ok := e.(*syntax.Call); ok {
		if t, isModule := typeOf(c.expr(call.Fn)).(*types.Module); isModule && t.Name == "enum.auto" {
			if k.enum.mixin == "str" {
				return c.str(strings.ToLower(n.Id), e.Pos()), ""
			}
			*last++
			v = &ir.Const{X: ir.X{T: types.Int, At: e.Pos()}, Value: *last}
			return v, fmt.Sprint(*last)
		}
	}
	v = c.value(e)
	if kst, ok := v.(*ir.Const); ok && !types.IsBad(kst.T) {
		if i, ok := kst.Value.(int64); ok {
			*last = i
		}
		return v, fmt.Sprintf("%T %v", kst.Value, kst.Value)
	}
	return v, ""
}

// enumMember makes a member and stores it in its class attribute.
func (c *checker) enumMember(k *class, n *syntax.Name, a *syntax.Assign, value ir.Expr) []ir.Stmt {
	if types.IsBad(typeOf(value)) {
		return nil
	}
	k.enum.members = append(k.enum.members, n.Id)
	k.created = true
	m := k.members["__member__"]
	at := a.Span
	in := c.instance(m.fn, []types.Type{k.self, types.Str, typeOf(value)}, at)
	if in == nil {
		return nil
	}
	c.noteGives(k, in)
	object := c.construction(k, in, []ir.Expr{c.str(n.Id, n.Span), value}, nil, at)
	out := c.store(n, object, at)
	init, owner := k.find("__init__")
	if init == nil {
		return out
	}
	args := []argument{{val: c.asObject(c.classVar(k, n.Id, at), owner), at: at}}
	if t, ok := a.Value.(*syntax.Tuple); ok {
		for _, x := range t.Elts {
			args = append(args, argument{val: c.value(x), at: x.Pos()})
		}
	} else {
		args = append(args, argument{val: value, at: at})
	}
	call := c.callFunction(init.fn, c.funcVal(init.fn, at), args, at)
	if f, ok := call.(*ir.CallFunc); ok {
		out = append(out, &ir.ExprStmt{S: ir.S{At: at}, V: call})
		if ins := c.instancesOf(f.Func); len(ins) == 1 {
			for name := range ins[0].attrs.gives {
				k.gives[name] = true
			}
		}
	}
	return out
}

// enumList stores the list of the members.
func (c *checker) enumList(k *class) []ir.Stmt {
	if len(k.enum.members) == 0 {
		return nil
	}
	at := k.node.Name.Span
	list := &ir.List{X: ir.X{T: types.List(k.self), At: at}}
	for _, name := range k.enum.members {
		list.Elts = append(list.Elts, c.classVar(k, name, at))
	}
	k.frame.scope.bound[membersVar], k.frame.scope.shared[membersVar] = true, true
	return c.store(&syntax.Name{At: syntax.At{Span: at}, Id: membersVar}, list, at)
}

// enumMethods writes the methods of an Enum.
func (c *checker) enumMethods(k *class, b *strings.Builder) {
	if len(k.bases) > 0 && k.bases[0].enum != nil && len(k.bases[0].enum.members) == 0 && k.bases[0].enum.mixin == k.enum.mixin && k.bases[0].has("__member__") {
		fmt.Fprintf(b, "")
	}
	name := k.node.Name.Id
	b.WriteString("def __member__(self, name, value):\n    self.name = name\n    self.value = value\n")
	if !k.has("__repr__") {
		fmt.Fprintf(b, "def __repr__(self):\n    return f\"<%s.{self.name}: {self.value!r}>\"\n", name)
	}
	switch {
	case inherited(k, "__str__"):
	case k.enum.mixin != "":
		b.WriteString("def __str__(self):\n    return str(self.value)\n")
	default:
		fmt.Fprintf(b, "def __str__(self):\n    return f\"%s.{self.name}\"\n", name)
	}
	if k.enum.mixin != "" {
		b.WriteString("def __eq__(self, other):\n    if isinstance(other, __class__):\n        return self is other\n    return self.value == other\n")
		b.WriteString("def __hash__(self):\n    return hash(self.value)\n")
		for _, op := range [][2]string{{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}} {
			fmt.Fprintf(b, "def %s(self, other):\n    if isinstance(other, __class__):\n        return self.value %s other.value\n    return self.value %s other\n", op[0], op[1], op[1])
		}
	} else if !k.has("__hash__") {
		b.WriteString("def __hash__(self):\n    return hash(self.name)\n")
	}
	fmt.Fprintf(b, "@staticmethod\ndef _of_value(value):\n    for m in __class__._members:\n        if m.value == value:\n            return m\n    raise ValueError(f\"{value!r} is not a valid %s\")\n", name)
	b.WriteString("@staticmethod\ndef _of_name(name):\n    for m in __class__._members:\n        if m.name == name:\n            return m\n    raise KeyError(name)\n")
}

// inherited reports a method that the script wrote for the class or one of its bases.
func inherited(k *class, name string) bool {
	for _, b := range k.line {
		for _, s := range b.node.Body {
			if d, ok := s.(*syntax.FuncDef); ok && d.Name.Id == name {
				return true
			}
		}
	}
	return false
}

// enumAttr reads a member or the dict of all.
func (c *checker) enumAttr(k *class, e *syntax.Attr) ir.Expr {
	if first := k.enum.alias[e.Name]; first != "" {
		return c.classVar(k, first, e.Span)
	}
	if e.Name == "__members__" {
		lit := &ir.Dict{X: ir.X{T: types.Dict(types.Str, k.self), At: e.Span}}
		for _, n := range k.enum.members {
			lit.Keys = append(lit.Keys, c.str(n, e.Span))
			lit.Values = append(lit.Values, c.classVar(k, n, e.Span))
		}
		return lit
	}
	return nil
}

// enumLookup is K(value).
func (c *checker) enumLookup(k *class, args []argument, e *syntax.Call) ir.Expr {
	m := k.members["_of_value"]
	if m == nil || len(args) != 1 || len(k.enum.members) == 0 {
		c.unsupported(e.Fn.Pos(), "making an Enum by a call").WithHint("write class %s(Enum): with a member on each line", k.node.Name.Id)
		return c.bad(e.Span)
	}
	return c.callFunction(m.fn, c.funcVal(m.fn, e.Span), args, e.Span)
}

// enumItem is K[name].
func (c *checker) enumItem(k *class, e *syntax.Index) ir.Expr {
	m := k.members["_of_name"]
	if s, ok := e.I.(*syntax.StrLit); ok {
		for _, n := range k.enum.members {
			if n == s.Value {
				return c.classVar(k, n, e.Span)
			}
		}
	}
	if m == nil {
		c.list.Add(diag.Type, "DS307", e.Span, "type '%s' is not subscriptable", k.node.Name.Id)
		return c.bad(e.Span)
	}
	return c.callFunction(m.fn, c.funcVal(m.fn, e.Span), []argument{{val: c.value(e.I), at: e.I.Pos()}}, e.Span)
}

// enumMembers is the list of the members of an Enum that stands as a value; other values stay.
func (c *checker) enumMembers(v ir.Expr) ir.Expr {
	if cls, ok := typeOf(v).(*types.Class); ok {
		if k, ok := cls.Decl.(*class); ok && k.enum != nil && k.frame.vars[membersVar] != nil {
			return c.classVar(k, membersVar, v.Pos())
		}
	}
	return v
}

// plainValue is the value of a member of an IntEnum or StrEnum, which stands for it in operators; other
// values stay.
func (c *checker) plainValue(v ir.Expr) ir.Expr {
	k := c.classOf(typeOf(v))
	if k == nil || k.enum == nil || k.enum.mixin == "" {
		return v
	}
	return c.objectAttr(v, k, nil, "value", v.Pos(), v.Pos())
}

// enumArgs gives the built-in functions and classes that take an iterable the list of the members for an
// Enum class.
func (c *checker) enumArgs(f *api.Func, args []argument) []argument {
	if f.Module != "builtins" && (f.Class == nil || f.Class.Module != "builtins" || f.Name != "__init__") {
		return args
	}
	for i, a := range args {
		if cls, ok := typeOf(a.val).(*types.Class); ok {
			if k, ok := cls.Decl.(*class); ok && k.enum != nil && f.Name != "print" && f.Name != "isinstance" && f.Name != "_type_of" {
				args = append([]argument(nil), args...)
				args[i].val = c.enumMembers(a.val)
			}
		}
	}
	return args
}
