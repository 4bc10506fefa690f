package infer

import (
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// attribute is an attribute of the objects of a family: one type for all that is stored in it.
type attribute struct {
	cell   *types.Var
	ir     *ir.Attr
	stored bool
	users  map[*class]bool // the classes through which it is stored or read
}

// attribute returns the attribute of a name, which is made at first use.
func (c *checker) attribute(k *class, name string) *attribute {
	a := k.family.attrs[name]
	if a == nil {
		a = &attribute{cell: &types.Var{Why: "attribute " + name}, ir: &ir.Attr{Name: name}, users: map[*class]bool{}}
		k.family.attrs[name] = a
		n := int32(len(k.family.attrs))
		c.cells[defKey{k.frame, syntax.Span{Start: -n, End: -n}}] = a.cell
		c.changed = true
	}
	a.users[k] = true
	return a
}

// finishAttrs gives the attributes of a family their types, and tells which may be unset.
func (c *checker) finishAttrs(f *family) {
	root := f.classes[0].ir
	root.Fields = nil
	for _, a := range f.attrs {
		a.ir.Type = types.Resolve(a.cell)
		if _, open := a.ir.Type.(*types.Var); open {
			a.ir.Type = types.Any
		}
		a.ir.Maybe = false
		for _, k := range f.classes {
			if k.created && !k.gives[a.ir.Name] && (a.used(k) || c.dynamicNames.get[a.ir.Name]) {
				a.ir.Maybe = true
			}
		}
		root.Fields = append(root.Fields, a.ir)
	}
	sort.Slice(root.Fields, func(i, j int) bool { return root.Fields[i].Name < root.Fields[j].Name })
}

// used reports whether the attribute is stored or read through k or a class that k derives from.
func (a *attribute) used(k *class) bool {
	for u := range a.users {
		if k.derives(u) {
			return true
		}
	}
	return false
}

// storedNames are the names of all attributes that statements assign.
func storedNames(body []syntax.Stmt, into map[string]bool) {
	target := func(e syntax.Expr) {
		if e == nil {
			return
		}
		syntax.Walk(e, func(n syntax.Node) bool {
			if a, ok := n.(*syntax.Attr); ok {
				into[a.Name] = true
			}
			return true
		})
	}
	for _, s := range body {
		syntax.Walk(s, func(n syntax.Node) bool {
			switch n := n.(type) {
			case *syntax.Assign:
				for _, t := range n.Targets {
					target(t)
				}
			case *syntax.AugAssign:
				target(n.Target)
			case *syntax.AnnAssign:
				target(n.Target)
			case *syntax.For:
				target(n.Target)
			case *syntax.With:
				for _, it := range n.Items {
					target(it.Target)
				}
			case *syntax.Call:
				if f, ok := n.Fn.(*syntax.Attr); ok && f.Name == "__setattr__" && len(n.Args) == 3 {
					if s, ok := n.Args[1].Value.(*syntax.StrLit); ok {
						into[s.Value] = true
					}
				}
				if f, ok := n.Fn.(*syntax.Name); ok && f.Id == "setattr" && len(n.Args) == 3 {
					if s, ok := n.Args[1].Value.(*syntax.StrLit); ok {
						into[s.Value] = true
					}
				}
			}
			return true
		})
	}
}

// objectAttr reads x.name of an object of a class of the script.
func (c *checker) objectAttr(x ir.Expr, k *class, xs syntax.Expr, name string, nameAt, at syntax.Span) ir.Expr {
	if k.enum != nil && (name == "_value_" || name == "_name_") {
		name = strings.Trim(name, "_")
	}
	m, _ := k.find(name)
	if m != nil && m.kind == property {
		return c.callTargets(k, name, x, xs, nil, at)
	}
	if k.exception == "" && c.stores[name] {
		if out := c.readAttr(x, k, xs, name, at); out != nil {
			return out
		}
	}
	if m != nil {
		return ref(&types.Builtin{Name: name, Decl: boundMethod{k}, Recv: x}, at)
	}
	if h := k.holder(name); h != nil {
		return c.classVarOf(x, k, h, name, at)
	}
	if out := c.objectSpecial(x, k, name, at); out != nil {
		return out
	}
	if ts, _ := c.targets(k, name); len(ts) > 0 { // subclasses have it
		if ts[0].m.kind == property {
			return c.callTargets(k, name, x, xs, nil, at)
		}
		return ref(&types.Builtin{Name: name, Decl: boundMethod{k}, Recv: x}, at)
	}
	if k.exception != "" {
		if _, o, _ := c.lookup(exceptionType, name); o == nil && !c.stores[name] && !exceptionAttrs[name] {
			return c.noMember(k, name, nameAt, at)
		}
		return c.attrOf(c.convertLater(x, exceptionType), &syntax.Attr{At: syntax.At{Span: at}, X: xs, Name: name, NameAt: nameAt})
	}
	for _, d := range k.possible() {
		if h := d.holder(name); h != nil {
			return c.behind(x, c.classVar(h, name, at))
		}
	}
	return c.noMember(k, name, nameAt, at)
}

// exceptionAttrs are the attributes that exceptions have without anybody setting them.
var exceptionAttrs = map[string]bool{"args": true, "add_note": true, "with_traceback": true, "code": true, "value": true, "errno": true, "strerror": true, "filename": true,
	"__cause__": true, "__context__": true, "__traceback__": true, "__notes__": true}

// readAttr reads an attribute that objects hold; nil if no object of the family has it.
func (c *checker) readAttr(x ir.Expr, k *class, xs syntax.Expr, name string, at syntax.Span) ir.Expr {
	known := k.family.attrs[name]
	if (known == nil || !known.stored) && (c.round >= 3 || k.holder(name) != nil) {
		return nil
	}
	if m, _ := k.find(name); m != nil && (known == nil || !known.stored) {
		return nil
	}
	a := c.attribute(k, name)
	if !a.stored {
		c.changed = true
		return c.never(at)
	}
	c.readsSelf(xs, name)
	return &ir.Field{X: ir.X{T: a.cell, At: at}, V: x, Name: name, Attr: a.ir}
}

func (c *checker) noMember(k *class, name string, nameAt, at syntax.Span) ir.Expr {
	if c.stores[name] && c.list.HasErrors() { // what is stored there may be what had the error
		return c.bad(at)
	}
	d := c.list.Add(diag.Type, "DS306", nameAt, "'%s' object has no attribute '%s'", k.node.Name.Id, name)
	if near := diag.Nearest(name, c.memberNames(k)); near != "" {
		d.WithHint("did you mean '%s'?", near)
	}
	d.Note(k.node.Name.Pos(), "%s is defined here", k.node.Name.Id)
	c.context(d)
	return c.bad(at)
}

// memberNames are the names that objects of a class have.
func (c *checker) memberNames(k *class) []string {
	var names []string
	for _, b := range k.line {
		for n := range b.members {
			names = append(names, n)
		}
		for n := range b.frame.vars {
			names = append(names, n)
		}
	}
	for n, a := range k.family.attrs {
		if a.stored {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	return names
}

// classVar reads a class attribute.
func (c *checker) classVar(k *class, name string, at syntax.Span) ir.Expr {
	n := &syntax.Name{At: syntax.At{Span: at}, Id: name}
	return c.readShared(n, k.frame, k.frame.vars[name].roots()[0])
}

// behind is v, which an object is asked for but does not give: the object is evaluated all the same.
func (c *checker) behind(x, v ir.Expr) ir.Expr {
	object := x
	for {
		f, ok := object.(*ir.Field)
		if !ok || f.Attr == nil {
			break
		}
		object = f.V
	}
	if !hasEffect(object) {
		return v
	}
	return after([]*ir.Assign{c.temp(x).set.(*ir.Assign)}, v)
}

// classVarOf reads a class attribute through an object: that of the object's class, which may hide one of
// the class that its static type is.
func (c *checker) classVarOf(x ir.Expr, k, h *class, name string, at syntax.Span) ir.Expr {
	type choice struct {
		holder  *class
		classes []*class
	}
	var choices []choice
	for _, d := range k.possible() {
		dh := d.holder(name)
		if dh == nil {
			dh = h
		}
		found := false
		for i := range choices {
			if choices[i].holder == dh {
				choices[i].classes = append(choices[i].classes, d)
				found = true
			}
		}
		if !found {
			choices = append(choices, choice{dh, []*class{d}})
		}
	}
	if len(choices) == 1 {
		return c.behind(x, c.classVar(choices[0].holder, name, at))
	}
	exp := &expansion{}
	object := exp.param(c, k.self, "o", at)
	var t types.Type = types.Never
	for _, ch := range choices {
		t = types.Join(t, typeOf(c.classVar(ch.holder, name, at)))
	}
	last := len(choices) - 1
	exp.call = c.convertLater(c.classVar(choices[last].holder, name, at), t)
	for i := last - 1; i >= 0; i-- {
		test := &ir.ClassIs{X: ir.X{T: types.Bool, At: at}, V: object, Classes: irClasses(choices[i].classes)}
		exp.call = &ir.Cond{X: ir.X{T: t, At: at}, Test: test, Then: c.convertLater(c.classVar(choices[i].holder, name, at), t), Else: exp.call}
	}
	fn := c.wrapper(exp, &types.Callable{Result: t}, x).(*ir.FuncVal)
	return &ir.CallFunc{X: ir.X{T: t, At: at}, Func: fn.Func, Args: []ir.Expr{c.asObject(x, k)}}
}

// objectSpecial reads the attributes that every object has.
func (c *checker) objectSpecial(x ir.Expr, k *class, name string, at syntax.Span) ir.Expr {
	switch name {
	case "__class__":
		if ks := k.possible(); len(ks) == 1 {
			return ref(ks[0].typ, at)
		}
		return ref(&types.Builtin{Name: "__class__", Decl: classOfObject{k}, Recv: x}, at)
	case "__doc__":
		if k.ir.Doc == "" {
			return c.behind(x, c.none(at))
		}
		return c.behind(x, c.str(k.ir.Doc, at))
	case "__module__":
		return c.behind(x, c.str(k.ir.Module, at))
	case "__dict__":
		return c.objectDict(x, k, at)
	case "_fields", "__match_args__":
		if out := c.recordMember(k, name, at); out != nil {
			return c.behind(x, out)
		}
	case "__reduce__", "__reduce_ex__", "__sizeof__", "__getattribute__", "__setattr__", "__delattr__", "__dir__":
		if k.canBeDynamic() {
			c.makeClassDynamic(k, at, "%s of an object is used", name)
		}
	}
	return nil
}

// classOfObject is the class of an object of static type k that may be of several.
type classOfObject struct{ k *class }

// objectDict is vars(x): the attributes in order of their names is not Python's order, so that of the
// assignments in the text is used.
func (c *checker) objectDict(x ir.Expr, k *class, at syntax.Span) ir.Expr {
	if k.canBeDynamic() && k.record == nil {
		c.makeClassDynamic(k, at, "the __dict__ of an object is used")
	}
	out := &ir.Dict{X: ir.X{T: types.Dict(types.Str, types.Any), At: at}}
	for _, name := range c.attrOrder(k) {
		a := c.attribute(k, name)
		if !a.stored {
			continue
		}
		read := &ir.Field{X: ir.X{T: a.cell, At: at}, V: x, Name: name, Attr: a.ir}
		out.Keys = append(out.Keys, c.str(name, at))
		out.Values = append(out.Values, c.convertLater(read, types.Any))
	}
	return out
}

// attrOrder lists the attributes that the methods of a class set, in the order of the text, those of
// its bases first.
func (c *checker) attrOrder(k *class) []string {
	var names []string
	seen := map[string]bool{}
	for i := len(k.line) - 1; i >= 0; i-- {
		body := append(append([]syntax.Stmt(nil), k.line[i].node.Body...), k.line[i].made...)
		for _, s := range body {
			syntax.Walk(s, func(n syntax.Node) bool {
				if a, ok := n.(*syntax.Attr); ok && k.family.attrs[a.Name] != nil && !seen[a.Name] {
					if x, ok := a.X.(*syntax.Name); ok && x.Id == "self" {
						seen[a.Name] = true
						names = append(names, a.Name)
					}
				}
				return true
			})
		}
	}
	return names
}

// classMember reads an attribute of a class itself.
func (c *checker) classMember(k *class, e *syntax.Attr) ir.Expr {
	switch e.Name {
	case "__name__":
		return c.str(k.node.Name.Id, e.Span)
	case "__qualname__":
		return c.str(k.qualname(), e.Span)
	case "__doc__":
		return c.str(k.ir.Doc, e.Span)
	case "__module__":
		return c.str(k.ir.Module, e.Span)
	case "__mro__", "mro", "__bases__", "__subclasses__", "__dict__", "__class__", "__new__":
		if k.canBeDynamic() {
			c.makeClassDynamic(k, e.Span, "its %s is used", e.Name)
		}
	}
	if m, _ := k.find(e.Name); m != nil {
		return ref(&types.Builtin{Name: e.Name, Decl: unboundOf{k}}, e.Span)
	}
	if k.enum != nil {
		if out := c.enumAttr(k, e); out != nil {
			return out
		}
	}
	if h := k.holder(e.Name); h != nil {
		return c.classVar(h, e.Name, e.Span)
	}
	if e.Name == "__init__" || e.Name == "__repr__" || e.Name == "__str__" || e.Name == "__eq__" || e.Name == "__hash__" {
		return ref(&types.Builtin{Name: e.Name, Decl: unboundOf{k}}, e.Span)
	}
	if out := c.recordMember(k, e.Name, e.Span); out != nil {
		return out
	}
	if c.round == 1 && c.stores[e.Name] {
		c.changed = true
		return c.never(e.Span)
	}
	d := c.list.Add(diag.Type, "DS306", e.NameAt, "type object '%s' has no attribute '%s'", k.node.Name.Id, e.Name)
	if near := diag.Nearest(e.Name, c.memberNames(k)); near != "" {
		d.WithHint("did you mean '%s'?", near)
	}
	c.context(d)
	return c.bad(e.Span)
}
