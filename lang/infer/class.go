package infer

import (
	"fmt"
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// class is a class of the script. Its body is a frame of its own, whose variables are the class
// attributes; they are variables of the module in the finished tree.
type class struct {
	name       string // unique; how types print it
	node       *syntax.ClassDef
	frame      *frame
	typ        *types.Class // of the class itself
	self       *types.Named // of its objects
	bases      []*class
	line       []*class // the method resolution order, itself first
	family     *family
	members    map[string]*member       // its own methods and properties, as of this round
	exception  string                   // the built-in exception class it derives from, or ""
	record     *record                  // what a dataclass or named tuple is made of, or nil
	enum       *enum                    // of an Enum, or nil
	made       []syntax.Stmt            // methods that the compiler wrote for it
	lists      map[string][]syntax.Stmt // other statements that it wrote, by their text
	ir         *ir.Class
	created    bool            // an object of exactly this class is made somewhere
	gives      map[string]bool // the attributes that every way of making an object sets
	givesRound int
	abstract   bool                   // has ABC among its bases
	decorated  map[string]bool        // methods that decorators of the script made: class attributes with functions
	generic    bool                   // K[T] is K
	ordered    bool                   // decorated with total_ordering
	factories  map[string]syntax.Expr // of a dataclass: what makes the default of a parameter, at each call
	newed      bool                   // derives from a named tuple, and its __init__ was a __new__
	dynamic    bool                   // known when running only: it is a value of type Any
	cell       *site                  // of a dynamic class: the variable by which its methods know it
}

// family is all classes that are related by inheritance. Their objects have one representation, with
// the attributes of all.
type family struct {
	classes []*class
	attrs   map[string]*attribute
}

// member is a method or property.
type member struct {
	name     string
	kind     memberKind
	fn       *function
	setter   *function // of a property, or nil
	abstract bool
}

type memberKind uint8

const (
	plainMethod memberKind = iota
	staticMethod
	classMethod
	property
)

// classState is what the checker knows of the script's classes.
type classState struct {
	classes      []*class // in order of definition
	classAt      map[defKey]*class
	madeClasses  map[defKey]*class           // of calls such as namedtuple(…)
	enumDefs     map[defKey]*syntax.ClassDef // the statements that calls of Enum stand for
	virtuals     map[string]*virtual
	makers       map[makerKey]*ir.Func // of the current round
	byFunc       map[*ir.Func]*instance
	stores       map[string]bool // the names of all attributes that the script assigns
	dynamicNames dynamicNames
	exceptionStr map[*class]*ir.Func // the __str__ of exception classes, in the current round
}

func newClassState(file *syntax.File, modules map[string]*syntax.File) classState {
	st := classState{classAt: map[defKey]*class{}, madeClasses: map[defKey]*class{}, enumDefs: map[defKey]*syntax.ClassDef{}, virtuals: map[string]*virtual{},
		byFunc: map[*ir.Func]*instance{}, stores: map[string]bool{}, dynamicNames: newDynamicNames()}
	storedNames(file.Body, st.stores)
	for _, m := range modules {
		storedNames(m.Body, st.stores)
	}
	return st
}

func (st *classState) beginRound() {
	st.makers = map[makerKey]*ir.Func{}
	st.exceptionStr = map[*class]*ir.Func{}
}

// find returns the member of a name and the class that defines it.
func (k *class) find(name string) (*member, *class) {
	for _, b := range k.line {
		if m := b.members[name]; m != nil {
			return m, b
		}
	}
	return nil, nil
}

// holder is the class in k's line that has a class attribute.
func (k *class) holder(name string) *class {
	for _, b := range k.line {
		if b.members[name] != nil {
			return nil
		}
		if v := b.frame.vars[name]; v != nil && len(v.sites) > 0 {
			return b
		}
	}
	return nil
}

func (k *class) derives(of *class) bool {
	for _, b := range k.line {
		if b == of {
			return true
		}
	}
	return false
}

// descendants are k and the classes that derive from it.
func (k *class) descendants() []*class {
	var out []*class
	for _, d := range k.family.classes {
		if d.derives(k) {
			out = append(out, d)
		}
	}
	return out
}

// possible are the classes that an object of static type k may have.
func (k *class) possible() []*class {
	var out []*class
	for _, d := range k.descendants() {
		if d.created {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		out = []*class{k}
	}
	return out
}

// classOf returns the class of a type's objects, or nil.
func (c *checker) classOf(t types.Type) *class {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || n.Class == nil {
		return nil
	}
	k, _ := n.Class.Decl.(*class)
	return k
}

// lexical is the frame whose names a function defined here sees: a class body's are not seen.
func (f *frame) lexical() *frame {
	for f.class != nil {
		if f.class.dynamic {
			f = f.parent
			continue
		}
		for f.parent != nil { // a class in a function uses none of its variables
			f = f.parent
		}
	}
	return f
}

// classRecord returns the record of a class statement in the current frame.
func (c *checker) classRecord(s *syntax.ClassDef) *class {
	key := defKey{c.frame, s.Span}
	if k := c.classAt[key]; k != nil {
		return k
	}
	k := &class{node: s, name: c.uniqueName(s.Name.Id), members: map[string]*member{}, factories: map[string]syntax.Expr{}, decorated: map[string]bool{}, gives: map[string]bool{}}
	k.typ = &types.Class{Name: s.Name.Id, Decl: k}
	k.self = &types.Named{Name: k.name, Class: k.typ}
	k.frame = &frame{inst: c.frame.inst, parent: c.frame, scope: c.frame.scope.children[s], vars: map[string]*variable{}, class: k}
	k.family = &family{classes: []*class{k}, attrs: map[string]*attribute{}}
	k.ir = &ir.Class{Name: k.name, Word: s.Name.Id, Qualname: k.qualname(), Module: c.moduleName(), Doc: docstring(s.Body), At: s.Name.Span}
	c.classAt[key] = k
	c.classes = append(c.classes, k)
	c.changed = true
	return k
}

// uniqueName is a name for the class that no other type has.
func (c *checker) uniqueName(word string) string {
	name := word
	taken := func() bool {
		if c.ix.Classes[name] != nil || exceptions[name] || types.Undeclared(name) {
			return true
		}
		for _, k := range c.classes {
			if k.name == name {
				return true
			}
		}
		return false
	}
	for n := 1; taken(); n++ {
		name = "__main__." + word
		if n > 1 {
			name = fmt.Sprintf("__main__.%s%d", word, n)
		}
	}
	return name
}

// classDef types a class statement: its body as statements, its methods when they are called.
func (c *checker) classDef(s *syntax.ClassDef) []ir.Stmt {
	if t := c.typedDict(s); t != nil {
		c.bindStatic(s.Name.Id, s.Name.Pos(), t, nil)
		return nil
	}
	if _, ok := c.dynamicClasses[s.Span]; ok {
		return c.dynamicClass(s)
	}
	k := c.classRecord(s)
	if c.lexicalInstance() {
		if name := capturedBy(c.frame.scope.children[s], c.frame.scope); name != "" {
			c.makeClassDynamic(k, s.Name.Pos(), "it uses '%s' of the function around it", name)
		}
	}
	if !c.inherit(k) {
		c.bindStatic(s.Name.Id, s.Name.Pos(), types.Bad, nil)
		return nil
	}
	c.classDecorators(k)
	c.newsAsInit(k)
	body := c.classStatement(k)
	c.bindStatic(s.Name.Id, s.Name.Pos(), k.typ, nil)
	if site := c.owner(s.Name.Id).site(s.Name.Id, s.Name.Pos()); types.IsAny(site.storage()) {
		if !k.canBeDynamic() {
			c.unsupported(s.Name.Pos(), "a class of this kind whose name is given to something else, too,").WithHint("give it a name of its own")
			return body
		}
		c.makeClassDynamic(k, s.Name.Pos(), "its name is given to something else, too")
	}
	return body
}

// classStatement types the body of a class.
func (c *checker) classStatement(k *class) []ir.Stmt {
	if k.line == nil {
		c.linearize(k, nil, "")
	}
	k.members = map[string]*member{}
	outer := c.frame
	k.frame.begin()
	c.frame = k.frame
	body := c.classBody(k)
	for name, fl := range k.frame.state { // name = method
		if t, ok := types.Resolve(fl.cur).(*types.Func); ok && k.members[name] == nil {
			if fn := t.Fn.(*function); fn.class != nil {
				k.members[name] = &member{name: name, fn: fn}
			} else if !k.decorated[name] && len(fl.sites) > 0 && k.canBeDynamic() {
				c.makeClassDynamic(k, fl.sites[0].at, "'%s' is a function from elsewhere", name)
			}
		}
	}
	c.endFrame(k.frame)
	c.frame = outer
	def := &ir.DefClass{S: ir.S{At: k.node.Name.Span}, Class: k.ir}
	k.ir.Exception = k.exception
	c.later = append(c.later, func() { c.finishClass(k, def) })
	return append(body, def)
}

// lexicalInstance reports a class statement inside a function.
func (c *checker) lexicalInstance() bool {
	f := c.frame
	for f.class != nil {
		f = f.parent
	}
	return f.parent != nil
}

// capturedBy returns a name of the scopes around a class up to the module that something in it uses.
func capturedBy(class, around *scope) string {
	for s := around; s != nil && s.parent != nil; s = s.parent {
		if s.class {
			continue
		}
		for name := range s.bound {
			if class.uses(name) {
				return name
			}
		}
	}
	return ""
}

// uses reports whether a scope or one inside it uses a name that none of them binds.
func (s *scope) uses(name string) bool {
	if s.nonlocal[name] {
		return true
	}
	if s.bound[name] && !s.class {
		return false
	}
	if s.used[name] && !s.bound[name] {
		return true
	}
	for _, child := range s.children {
		if child.uses(name) {
			return true
		}
	}
	return false
}

// classBody types the statements of a class body and the methods written for it.
func (c *checker) classBody(k *class) []ir.Stmt {
	if k.enum != nil {
		return c.enumBody(k)
	}
	var body []ir.Stmt
	for _, s := range k.node.Body {
		if !c.isRecordField(k, s) {
			body = append(body, c.stmt(s)...)
		}
	}
	if k.made == nil {
		c.makeMethods(k)
	}
	if k.enum == nil && !k.dynamic {
		c.checkSlots(k)
	}
	return append(body, c.block(k.made)...)
}

// methodDef records a def in a class body by its decorators.
func (c *checker) methodDef(k *class, s *syntax.FuncDef) []ir.Stmt {
	m := &member{name: s.Name.Id}
	if k.dynamic {
		out := c.funcDef(s)
		m.fn = c.defs[defKey{c.frame, s.Pos()}]
		k.members[m.name] = m
		return out
	}
	fn := c.function(s, s.Name.Id, s.Params, s.Body, nil)
	fn.named, fn.class, m.fn = true, k, fn
	for i := len(s.Decorators) - 1; i >= 0; i-- {
		if !c.methodDecorator(k, m, s.Decorators[i]) {
			if m.kind != plainMethod || slices.ContainsFunc(s.Decorators[:i], c.isDescriptor) {
				c.makeClassDynamic(k, s.Decorators[i].Pos(), "a method has this decorator and another one")
			}
			k.decorated[s.Name.Id] = true
			return c.decorated(s)
		}
	}
	delete(k.decorated, s.Name.Id)
	if dynamicMethods[m.name] && k.canBeDynamic() {
		c.makeClassDynamic(k, s.Name.Pos(), "it defines %s", m.name)
	}
	if hint := refusedMethods[m.name]; hint != "" {
		c.unsupported(s.Name.Pos(), "%s", m.name).WithHint("%s", hint)
	}
	k.members[m.name] = m
	c.bindStatic(m.name, s.Name.Pos(), fn.typ, fn)
	var out []ir.Stmt
	for _, set := range fn.sets {
		out = append(out, set)
	}
	return out
}

// refusedMethods are special methods that need an interpreter, with what to write instead.
var refusedMethods = map[string]string{
	"__del__": "use with, or call a method",
}

// dynamicMethods are special methods that only dynamic classes can have.
var dynamicMethods = map[string]bool{
	"__new__": true, "__getattr__": true, "__getattribute__": true, "__setattr__": true, "__delattr__": true, "__init_subclass__": true,
	"__set_name__": true, "__get__": true, "__set__": true, "__delete__": true, "__class_getitem__": true, "__copy__": true, "__deepcopy__": true,
	"__instancecheck__": true, "__subclasshook__": true, "__index__": true, "__dir__": true, "__reversed__": true, "__missing__": true,
	"__divmod__": true, "__rdivmod__": true, "__complex__": true, "__trunc__": true, "__floor__": true, "__ceil__": true, "__bytes__": true,
	"__aenter__": true, "__aexit__": true, "__await__": true, "__prepare__": true, "__length_hint__": true,
}

// isDescriptor reports property, staticmethod and classmethod.
func (c *checker) isDescriptor(d syntax.Expr) bool {
	n, ok := d.(*syntax.Name)
	return ok && (n.Id == "property" || n.Id == "staticmethod" || n.Id == "classmethod") && c.frame.scope.lookup(n.Id) == nil
}

// methodDecorator applies one decorator of a method.
func (c *checker) methodDecorator(k *class, m *member, d syntax.Expr) bool {
	if c.isDescriptor(d) {
		switch d.(*syntax.Name).Id {
		case "property":
			m.kind = property
			return true
		case "staticmethod":
			m.kind = staticMethod
			return true
		case "classmethod":
			m.kind = classMethod
			return true
		}
	}
	if a, ok := d.(*syntax.Attr); ok && (a.Name == "setter" || a.Name == "getter") {
		if n, ok := a.X.(*syntax.Name); ok {
			if old, _ := k.find(n.Id); old != nil && old.kind == property {
				fn := m.fn
				*m = *old
				if a.Name == "setter" {
					m.setter = fn
				} else {
					m.fn = fn
				}
				return true
			}
		}
	}
	if m.fn.scope.yields && c.contextDecorator(d) {
		m.fn.context = true
		return true
	}
	t, ok := typeOf(c.expr(d)).(*types.Module)
	if !ok {
		return false
	}
	switch t.Name {
	case "abc.abstractmethod":
		m.abstract = true
	case "abc.abstractproperty":
		m.abstract, m.kind = true, property
	case "typing.override", "typing.final", "typing.overload", "typing_extensions.override":
	default:
		return false
	}
	return true
}

// finishClass gives the tree's class what is known when all types are final.
func (c *checker) finishClass(k *class, def *ir.DefClass) {
	root := k.family.classes[0]
	k.ir.Root = root.ir
	if k.enum != nil {
		k.ir.Enum = k.enum.kind()
	}
	root.ir.Single = len(k.family.classes) == 1
	c.prog.Classes = append(c.prog.Classes, k.ir)
	if k == root {
		c.finishAttrs(k.family)
	}
	if k.exception != "" {
		def.Str = c.exceptionStr[k]
	}
}
