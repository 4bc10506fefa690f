package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// inherit reads the bases of a class; false if they cannot be used.
func (c *checker) inherit(k *class) bool {
	var bases []*class
	exception := ""
	var raised []ir.ExcBase
	ok := true
	mixin := c.enumMixin(k)
	for _, a := range k.node.Args {
		if n, isName := a.Value.(*syntax.Name); isName && n.Id == mixin && mixin != "" {
			continue
		}
		if a.Name != "" || a.Star != "" {
			if a.Name != "" && a.Name != "metaclass" && k.canBeDynamic() {
				c.makeClassDynamic(k, a.Span, "its statement has the argument %s", a.Name)
			}
			ok = c.classKeyword(k, a) && ok
			continue
		}
		if n, isName := a.Value.(*syntax.Name); isName && n.Id == "object" && c.frame.scope.lookup("object") == nil {
			continue
		}
		switch t := typeOf(c.base(a.Value)).(type) {
		case *types.Class:
			switch d := t.Decl.(type) {
			case *class:
				if d == k {
					c.errorf(a.Span, "DS201", "name '%s' is not defined", t.Name)
					return false
				}
				bases = append(bases, d)
				if d.exception != "" {
					raised = append(raised, ir.ExcBase{Class: d.ir})
				}
				if exception == "" {
					exception = d.exception
				}
			case excClass:
				exception = string(d)
				raised = append(raised, ir.ExcBase{Name: string(d)})
			default:
				if isOpenBase(t) {
					break
				}
				if d, _ := t.Decl.(*api.Class); d != nil && nativeBases[d.Name] && k.canBeDynamic() {
					c.makeClassDynamic(k, a.Span, "it derives from %s", t.Name)
				}
				c.unsupported(a.Span, "a class that derives from %s", t.Name).
					WithHint("keep the %s in an attribute, and write the methods that are needed", t.Name)
				ok = false
			}
		case *types.Module:
			ok = c.knownBase(k, t, a) && ok
		default:
			b, isBuiltin := t.(*types.Builtin)
			if isBuiltin && b.Name == "type" {
				c.unsupported(a.Span, "a metaclass").WithHint("use a decorator of the class, or __init_subclass__")
				ok = false
				break
			}
			switch {
			case isBuiltin && nativeBases[b.Name] && k.canBeDynamic():
				c.makeClassDynamic(k, a.Span, "it derives from %s", b.Name)
			case types.IsAny(t) && k.canBeDynamic():
				c.makeClassDynamic(k, a.Span, "its base is known when running only")
			}
			if !types.IsBad(t) && !types.IsNever(t) {
				c.errorf(a.Span, "DS311", "expected a class, found %s", t)
			}
			ok = false
		}
	}
	for _, b := range bases {
		if b.enum != nil {
			k.enum = &enum{mixin: b.enum.mixin, flag: b.enum.flag, plain: b.enum.plain}
		}
		k.abstract = k.abstract || b.abstract
	}
	if mixin != "" && k.enum != nil {
		k.enum.mixin, k.enum.plain = mixin, true
	}
	k.ir.Raised = raised
	return ok && c.linearize(k, bases, exception)
}

func (c *checker) classKeyword(k *class, a *syntax.Arg) bool {
	if a.Name == "metaclass" && c.isABCMeta(a.Value) {
		k.abstract = true
		return true
	}
	if a.Name == "metaclass" {
		c.unsupported(a.Span, "a metaclass").WithHint("use a decorator of the class, or __init_subclass__")
	} else {
		c.unsupported(a.Span, "this argument of a class").WithHint("leave it out, or write a decorator's work in a function")
	}
	return false
}

// knownBase handles the bases that modules without a declaration give: abc.ABC, enum.Enum,
// typing.NamedTuple, and those that are there for type checkers.
func (c *checker) knownBase(k *class, t *types.Module, a *syntax.Arg) bool {
	switch native := nativeGeneric(t); {
	case openGenerics[t.Name]:
		k.generic = true
		return true
	case native != "" && k.canBeDynamic():
		c.makeClassDynamic(k, a.Span, "it derives from %s", native)
	}
	switch t.Name {
	case "abc.ABC":
		k.abstract = true
		return true
	case "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag":
		if k.enum == nil {
			k.enum = &enum{}
		}
		k.enum.mixin, k.enum.flag = enumBases[t.Name].mixin, enumBases[t.Name].flag
		return true
	case "typing.NamedTuple":
		if k.record == nil {
			k.record = &record{kind: namedTuple}
		}
		return true
	}
	if c.unknownModule(t, a.Span) {
		return false
	}
	c.unsupported(a.Span, "a class that derives from %s", t.Name).WithHint("derive from classes of the script or from exceptions")
	return false
}

// linearize computes the method resolution order (C3) and joins the families of the bases.
func (c *checker) linearize(k *class, bases []*class, exception string) bool {
	if k.line != nil && sameClasses(k.bases, bases) && k.exception == exception {
		return true
	}
	k.bases, k.exception = bases, exception
	lines := [][]*class{}
	for _, b := range bases {
		lines = append(lines, append([]*class(nil), b.line...))
	}
	lines = append(lines, append([]*class(nil), bases...))
	line := []*class{k}
	for {
		next, done := mergeLines(lines)
		if done {
			break
		}
		if next == nil {
			c.errorf(k.node.Name.Pos(), "DS311", "Cannot create a consistent method resolution order (MRO) for the bases of %s", k.name)
			return false
		}
		line = append(line, next)
	}
	k.line = line
	k.typ.Line = nil
	for _, b := range line {
		k.typ.Line = append(k.typ.Line, b.self)
	}
	if exception != "" {
		k.typ.Line = append(k.typ.Line, exceptionType)
	}
	k.ir.Bases = nil
	for _, b := range bases {
		k.ir.Bases = append(k.ir.Bases, b.ir)
		k.join(b.family)
	}
	c.changed = true
	return true
}

func sameClasses(a, b []*class) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// mergeLines takes the next class of a C3 linearization from lines: the first head that is in no tail.
func mergeLines(lines [][]*class) (next *class, done bool) {
	done = true
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		done = false
		if !inTail(l[0], lines) {
			next = l[0]
			break
		}
	}
	for i, l := range lines {
		if next != nil && len(l) > 0 && l[0] == next {
			lines[i] = l[1:]
		}
	}
	return next, done
}

func inTail(k *class, lines [][]*class) bool {
	for _, l := range lines {
		for i, x := range l {
			if i > 0 && x == k {
				return true
			}
		}
	}
	return false
}

// join makes k's family and another one.
func (k *class) join(f *family) {
	if k.family == f {
		return
	}
	old := k.family
	for _, o := range old.classes {
		o.family = f
	}
	f.classes = append(f.classes, old.classes...)
	for name, a := range old.attrs {
		if f.attrs[name] == nil {
			f.attrs[name] = a
		}
	}
}
