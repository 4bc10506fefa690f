package infer

import (
	"fmt"
	"math/bits"
	"slices"
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
	plain   bool   // members print as those of an Enum whatever they are mixed with: class Kind(str, Enum)
	flag    bool   // members combine to others
	members []string
	alias   map[string]string
	names   []string // of members and aliases, in order
}

// kind is what repr of the class begins with.
func (e *enum) kind() string {
	if e.flag {
		return "flag"
	}
	return "enum"
}

// The class attributes with the list of the members that a loop over the class gives, and with that of all: those of a Flag that are
// combinations of others are in the second alone.
const (
	membersVar = "_members"
	allVar     = "_all_members"
)

// enumMixin finds the type of the values where a class derives from that and from an Enum: class Kind(str, Enum).
func (c *checker) enumMixin(k *class) string {
	if len(k.node.Args) < 2 {
		return ""
	}
	mixin, enum := "", false
	for _, a := range k.node.Args {
		if a.Name != "" || a.Star != "" {
			continue
		}
		switch t := typeOf(c.base(a.Value)).(type) {
		case *types.Module:
			enum = enum || enumBases[t.Name] != nil
		case *types.Class:
			if d, ok := t.Decl.(*class); ok {
				enum = enum || d.enum != nil
			}
			if mixinTypes[t.Name] && t.Decl != nil && mixin == "" {
				mixin = t.Name
			}
		case *types.Builtin:
			if mixinTypes[t.Name] && mixin == "" {
				mixin = t.Name
			}
		}
	}
	if !enum {
		return ""
	}
	return mixin
}

var mixinTypes = map[string]bool{"int": true, "str": true, "float": true}

// enumBases are the classes of module enum to derive from.
var enumBases = map[string]*enum{"enum.Enum": {}, "enum.IntEnum": {mixin: "int"}, "enum.StrEnum": {mixin: "str"},
	"enum.Flag": {flag: true}, "enum.IntFlag": {mixin: "int", flag: true}}

// enumBody types the body of an Enum: its assignments make members, in order.
func (c *checker) enumBody(k *class) []ir.Stmt {
	var out []ir.Stmt
	if k.made == nil {
		for _, s := range k.node.Body { // methods first: the written ones depend on them
			if d, ok := s.(*syntax.FuncDef); ok {
				newAsInit(d)
				c.enumMethod(k, d)
			}
		}
		c.makeMethods(k)
	}
	if k.enum.flag { // the combinations that have no name, by value
		out = append(out, c.generated(k, "_combined = {}\n")...)
	}
	c.block(k.made)
	for _, s := range k.node.Body {
		if d, ok := s.(*syntax.FuncDef); ok {
			out = append(out, c.enumMethod(k, d)...)
		}
	}
	k.enum.members, k.enum.names, k.enum.alias = nil, nil, map[string]string{}
	m := &memberMaker{k: k, seen: map[string]string{}}
	for _, s := range k.node.Body {
		if _, ok := s.(*syntax.FuncDef); ok {
			continue
		}
		members := memberAssigns(s)
		if members == nil {
			if a, ok := s.(*syntax.Assign); ok && makesUnknownMembers(a) {
				c.unsupported(a.Span, "unpacking of this into members").WithHint("give each member its value")
				continue
			}
			out = append(out, c.stmt(s)...)
		}
		for _, a := range members {
			out = append(out, c.makeMember(m, a.Targets[0].(*syntax.Name), a)...)
		}
	}
	return append(out, c.enumList(k)...)
}

// memberAssigns are the members that a statement of the body makes, an assignment to each; nil if it makes none.
func memberAssigns(s syntax.Stmt) []*syntax.Assign {
	switch s := s.(type) {
	case *syntax.AnnAssign: // what is annotated only is no member
		if s.Value != nil {
			return memberAssign(s.At, s.Target, s.Value)
		}
	case *syntax.Assign:
		var out []*syntax.Assign
		for _, target := range s.Targets {
			members := memberAssign(s.At, target, s.Value)
			if members == nil {
				return nil
			}
			out = append(out, members...)
		}
		return out
	}
	return nil
}

// makesUnknownMembers reports whether values that are known when running only are unpacked into members.
func makesUnknownMembers(a *syntax.Assign) bool {
	return slices.ContainsFunc(a.Targets, func(t syntax.Expr) bool {
		switch t.(type) {
		case *syntax.Tuple, *syntax.List:
			return true
		}
		return false
	})
}

// memberAssign are the members that one target makes: a name, or as many as there are values.
func memberAssign(at syntax.At, target, value syntax.Expr) []*syntax.Assign {
	var targets, values []syntax.Expr
	switch t := target.(type) {
	case *syntax.Name:
		if !strings.HasPrefix(t.Id, "_") {
			return []*syntax.Assign{{At: at, Targets: []syntax.Expr{t}, Value: value}}
		}
	case *syntax.Tuple:
		targets = t.Elts
	case *syntax.List:
		targets = t.Elts
	}
	switch v := value.(type) {
	case *syntax.Tuple:
		values = v.Elts
	case *syntax.List:
		values = v.Elts
	}
	if len(targets) != len(values) {
		return nil
	}
	var out []*syntax.Assign
	for i, t := range targets {
		out = append(out, memberAssign(at, t, values[i])...)
	}
	return out
}

// enumMethod types a method of an Enum. The one that makes values for auto() has no self.
func (c *checker) enumMethod(k *class, d *syntax.FuncDef) []ir.Stmt {
	out := c.methodDef(k, d)
	if m := k.members[d.Name.Id]; m != nil && d.Name.Id == "_generate_next_value_" {
		m.kind = staticMethod
	}
	return out
}

// memberMaker is how far the body of an Enum has been read.
type memberMaker struct {
	k    *class
	seen map[string]string // the first member of a constant value
	last int64             // the value that auto() goes on from
}

// makeMember is one assignment of the body: a member, or another name of one.
func (c *checker) makeMember(m *memberMaker, n *syntax.Name, a *syntax.Assign) []ir.Stmt {
	k := m.k
	if slices.Contains(k.enum.names, n.Id) {
		c.errorf(n.Span, "DS305", "'%s' is a member of %s already", n.Id, k.node.Name.Id)
		return nil
	}
	k.enum.names = append(k.enum.names, n.Id)
	value, text := c.enumValue(m, n, a.Value)
	if other, ok := a.Value.(*syntax.Name); ok && slices.Contains(k.enum.members, other.Id) {
		k.enum.alias[n.Id] = other.Id
		return nil
	}
	if first := m.seen[text]; first != "" && text != "" {
		k.enum.alias[n.Id] = first
		return nil
	}
	m.seen[text] = n.Id
	return c.enumMember(k, n, a, value)
}

// enumValue is the value of a member; text tells equal constants.
func (c *checker) enumValue(m *memberMaker, n *syntax.Name, e syntax.Expr) (v ir.Expr, text string) {
	if call, ok := e.(*syntax.Call); ok {
		if t, isModule := typeOf(c.expr(call.Fn)).(*types.Module); isModule && t.Name == "enum.auto" {
			return c.autoValue(m, n, e.Pos())
		}
	}
	v = c.value(valuesOf(e, m.k.enum.members))
	if kst, ok := v.(*ir.Const); ok && !types.IsBad(kst.T) {
		if i, ok := kst.Value.(int64); ok {
			m.last = i
		}
		return v, fmt.Sprintf("%T %v", kst.Value, kst.Value)
	}
	return v, ""
}

// autoValue is the value of auto().
func (c *checker) autoValue(m *memberMaker, n *syntax.Name, at syntax.Span) (v ir.Expr, text string) {
	k := m.k
	if next, _ := k.find("_generate_next_value_"); next != nil {
		before := &syntax.List{At: syntax.At{Span: at}}
		for _, name := range k.enum.members {
			before.Elts = append(before.Elts, memberValue(name, at))
		}
		args := []argument{{val: c.str(n.Id, at), at: at}, {val: intConst(1), at: at}, {val: intConst(len(k.enum.members)), at: at}, {val: c.value(before), at: at}}
		return c.callFunction(next.fn, c.funcVal(next.fn, at), args, at), ""
	}
	switch {
	case k.enum.mixin == "str" && !k.enum.plain:
		return c.str(strings.ToLower(n.Id), at), ""
	case k.enum.flag:
		m.last = 1 << bits.Len64(uint64(m.last))
	default:
		m.last++
	}
	return &ir.Const{X: ir.X{T: types.Int, At: at}, Value: m.last}, fmt.Sprintf("int64 %d", m.last)
}

func memberValue(name string, at syntax.Span) syntax.Expr {
	return &syntax.Attr{At: syntax.At{Span: at}, X: &syntax.Name{At: syntax.At{Span: at}, Id: name}, Name: "value", NameAt: at}
}

// valuesOf is an expression of the body of an Enum, where the names of members stand for their values.
func valuesOf(e syntax.Expr, members []string) syntax.Expr {
	switch x := e.(type) {
	case *syntax.Name:
		if slices.Contains(members, x.Id) {
			return memberValue(x.Id, x.Span)
		}
	case *syntax.Binary:
		y := *x
		y.X, y.Y = valuesOf(x.X, members), valuesOf(x.Y, members)
		return &y
	case *syntax.Unary:
		y := *x
		y.X = valuesOf(x.X, members)
		return &y
	case *syntax.Tuple:
		y := *x
		y.Elts = nil
		for _, elt := range x.Elts {
			y.Elts = append(y.Elts, valuesOf(elt, members))
		}
		return &y
	}
	return e
}

// enumMember makes a member and stores it in its class attribute.
func (c *checker) enumMember(k *class, n *syntax.Name, a *syntax.Assign, value ir.Expr) []ir.Stmt {
	if types.IsBad(typeOf(value)) {
		return nil
	}
	k.enum.members = append(k.enum.members, n.Id)
	k.created = true
	at := a.Span
	object := c.newMember(k, c.str(n.Id, n.Span), value, at)
	if object == nil {
		return nil
	}
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

// enumList stores the lists of the members.
func (c *checker) enumList(k *class) []ir.Stmt {
	if len(k.enum.members) == 0 {
		return nil
	}
	if k.enum.flag {
		return c.generated(k, fmt.Sprintf("%s = [%s]\n%s = [m for m in %s if m.value > 0 and m.value & (m.value - 1) == 0]\n",
			allVar, strings.Join(k.enum.members, ", "), membersVar, allVar))
	}
	return c.generated(k, fmt.Sprintf("%s = [%s]\n", membersVar, strings.Join(k.enum.members, ", ")))
}

// generated types statements that the compiler writes into the body of a class.
func (c *checker) generated(k *class, text string) []ir.Stmt {
	body := k.lists[text]
	if body == nil {
		body = c.writtenIn(k, text)
		if k.lists == nil {
			k.lists = map[string][]syntax.Stmt{}
		}
		k.lists[text] = body
		for _, s := range body {
			name := s.(*syntax.Assign).Targets[0].(*syntax.Name).Id
			k.frame.scope.bound[name], k.frame.scope.shared[name] = true, true
		}
	}
	return c.block(body)
}

// newMember makes an object of an Enum; nil where its method cannot be typed yet.
func (c *checker) newMember(k *class, name, value ir.Expr, at syntax.Span) ir.Expr {
	in := c.instance(k.members["__member__"].fn, []types.Type{k.self, typeOf(name), typeOf(value)}, at)
	if in == nil {
		return nil
	}
	c.noteGives(k, in)
	return c.construction(k, in, []ir.Expr{name, value}, nil, at)
}

// enumAttr reads a member or the dict of all.
func (c *checker) enumAttr(k *class, e *syntax.Attr) ir.Expr {
	if first := k.enum.alias[e.Name]; first != "" {
		return c.classVar(k, first, e.Span)
	}
	switch e.Name {
	case "__members__", "_member_map_":
		lit := &ir.Dict{X: ir.X{T: types.Dict(types.Str, k.self), At: e.Span}}
		for _, n := range k.enum.names {
			lit.Keys = append(lit.Keys, c.str(n, e.Span))
			if first := k.enum.alias[n]; first != "" {
				n = first
			}
			lit.Values = append(lit.Values, c.classVar(k, n, e.Span))
		}
		return lit
	case "_value2member_map_":
		lit := &syntax.Dict{At: e.At}
		for _, n := range k.enum.members {
			member := c.classVar(k, n, e.Span)
			lit.Keys = append(lit.Keys, c.held(c.objectAttr(member, k, nil, "value", e.Span, e.Span), e.Span))
			lit.Values = append(lit.Values, c.held(member, e.Span))
		}
		return c.expr(lit)
	}
	return nil
}

// enumLookup is K(value).
func (c *checker) enumLookup(k *class, args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 2 && args[0].name == "_name" { // in the methods that are written for a Flag
		return c.newMember(k, args[0].val, args[1].val, e.Span)
	}
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
		if first := k.enum.alias[s.Value]; first != "" {
			return c.classVar(k, first, e.Span)
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

// flagOperator is an operator that combines members of a Flag; nil for others.
func (c *checker) flagOperator(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	for _, v := range []ir.Expr{l, r} {
		if k := c.classOf(typeOf(v)); k != nil && k.enum != nil && k.enum.flag && (op == "|" || op == "&" || op == "^") {
			return c.binaryObjects(op, l, r, at)
		}
	}
	return nil
}

// enumClasses are the classes of the script that derive from a class of module enum; nil for another expression.
func (c *checker) enumClasses(e syntax.Expr) []*class {
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return nil
	}
	m, ok := typeOf(c.expr(e)).(*types.Module)
	if !ok || enumBases[m.Name] == nil {
		return nil
	}
	want := enumBases[m.Name]
	var out []*class
	for _, k := range c.classes {
		if k.enum != nil && (!want.flag || k.enum.flag) && (want.mixin == "" || want.mixin == k.enum.mixin && !k.enum.plain) {
			out = append(out, k)
		}
	}
	return out
}

// takesMembers are the modules whose functions take iterables.
var takesMembers = map[string]bool{"builtins": true, "functools": true, "itertools": true, "random": true, "heapq": true, "statistics": true, "collections": true}

// enumArgs gives the built-in functions and classes that take an iterable the list of the members for an
// Enum class.
func (c *checker) enumArgs(f *api.Func, args []argument) []argument {
	if !takesMembers[f.Module] && (f.Class == nil || f.Class.Module != "builtins" || f.Name != "__init__") {
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
