package codegen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// userClass is how a class of the script looks in Go. Classes related by inheritance share the struct
// of their root, so that an object has one Go type wherever it goes; its class is a field.
type userClass struct {
	ir     *ir.Class
	typ    string // the struct, of the root
	class  string // the variable with the class itself
	root   *userClass
	names  *scope // of a root: its fields and methods
	fields map[string]string
}

// reservedMembers are what py.Instance gives a struct, and the methods by which the runtime knows it.
var reservedMembers = []string{"Instance", "Class", "Is", "IsExactly", "class", "instance", "id"}

// userClassNamed returns the class of a type's objects, or nil. The struct and the class are written when
// they are first used.
func (g *generator) userClassNamed(name string) *userClass {
	k := g.userIR[name]
	if k == nil {
		return nil
	}
	return g.userClass(k)
}

func (g *generator) userClass(k *ir.Class) *userClass {
	if u := g.users[k]; u != nil {
		return u
	}
	u := &userClass{ir: k}
	g.users[k] = u
	u.root = u
	if k.Root != nil && k.Root != k {
		u.root = g.userClass(k.Root)
	}
	u.class = g.topTake(k.Word + "_class")
	if k.Exception == "" && u.root == u {
		g.writeStruct(u)
	}
	g.writeClassVar(u)
	return u
}

// writeClassVar writes the variable that is the class itself.
func (g *generator) writeClassVar(u *userClass) {
	slot := g.slot()
	args := []jen.Code{quoted(u.ir.Word)}
	maker := "DefineClass"
	if u.ir.Exception != "" {
		maker = "NewExcClass"
		for _, b := range u.ir.Raised {
			if b.Class != nil {
				args = append(args, jen.Id(g.userClass(b.Class).class))
				continue
			}
			args = append(args, jen.Qual(g.im.py, excGoName(b.Name)))
		}
	} else {
		for _, b := range u.ir.Bases {
			args = append(args, jen.Id(g.userClass(b).class))
		}
	}
	if u.ir.Qualname != u.ir.Word || u.ir.Module != "__main__" {
		maker += "In"
		args = append([]jen.Code{quoted(u.ir.Module), quoted(u.ir.Qualname)}, args...)
	}
	made := jen.Qual(g.im.py, maker).Call(args...)
	if u.ir.Enum != "" {
		made = made.Dot("AsEnum").Call(quoted(u.ir.Enum))
	}
	*slot = *doc([]jen.Code{commentLine(fmt.Sprintf("%s is class %s, %s.", u.class, u.ir.Word, g.place(u.ir.At)))},
		jen.Var().Id(u.class).Op("=").Add(made))
}

// writeStruct writes the type of a family's objects.
func (g *generator) writeStruct(u *userClass) {
	want := upperCamel(u.ir.Word)
	if g.prefix != "" {
		want = g.prefix + want
	}
	u.typ = g.top.take(want)
	u.names, u.fields = newScope(nil), map[string]string{}
	for _, n := range reservedMembers {
		u.names.taken[n] = true
	}
	for _, a := range u.ir.Fields {
		u.fields[a.Name] = u.names.take(lowerCamel(strings.TrimLeft(a.Name, "_")))
	}
	slot := g.slot()
	g.finishing = append(g.finishing, func() {
		members := []jen.Code{jen.Qual(g.im.py, "Instance")}
		for _, a := range u.ir.Fields {
			t := g.goType(a.Type)
			if a.Maybe {
				t = jen.Qual(g.im.py, "Attr").Types(t)
			}
			members = append(members, jen.Id(u.fields[a.Name]).Add(t))
		}
		what := fmt.Sprintf("%s is an object of class %s, %s.", u.typ, u.ir.Word, g.place(u.ir.At))
		if !u.ir.Single {
			what = fmt.Sprintf("%s is an object of class %s, %s, or of one that derives from it.", u.typ, u.ir.Word, g.place(u.ir.At))
		}
		*slot = *doc(paragraph(what), jen.Type().Id(u.typ).Struct(members...))
	})
	g.protocol(u)
}

// field is the Go field of an attribute.
func (u *userClass) field(a *ir.Attr) string {
	if name := u.fields[a.Name]; name != "" {
		return name
	}
	fail("class %s has no attribute %s", u.ir.Name, a.Name)
	return ""
}

// objectClass is the class of an expression's objects.
func (g *generator) objectClass(e ir.Expr) *userClass {
	u := g.userClassNamed(typeName(e.Type()))
	if u == nil {
		fail("%s is not an object", e.Type())
	}
	return u
}

// attr reads an attribute of an object.
func (w *fn) attr(e *ir.Field) ex {
	u := w.g.objectClass(e.V)
	x := w.expr(e.V).dot(u.root.field(e.Attr))
	if e.Attr.Maybe {
		return x.method("Get", w.classWord(e.V, u), prim(quoted(e.Name)))
	}
	return x
}

// classWord is the name of the class of an object that its expression has: that of its type, if reading it once more costs something.
func (w *fn) classWord(v ir.Expr, u *userClass) ex {
	if !u.root.ir.Single && w.simple(v) {
		return w.expr(v).dot("Class").dot("Name")
	}
	return prim(quoted(u.ir.Word))
}

// storeAttr sets an attribute of an object.
func (w *fn) storeAttr(t *ir.AttrTarget, value ir.Expr) {
	u := w.g.objectClass(t.V)
	x := w.expr(t.V).dot(u.root.field(t.Attr))
	v := w.expr(w.converted(value, t.Attr.Type))
	if t.Attr.Maybe {
		w.raw(x.method("Set", v).Statement)
		return
	}
	w.raw(x.Statement.Op("=").Add(v.Statement))
}

// newObject allocates an object.
func (w *fn) newObject(e *ir.New) ex {
	u := w.g.userClass(e.Class)
	if e.Class.Exception != "" {
		class := func() ex { return prim(jen.Id(u.class)) }
		return w.variadic(w.g.py("NewException"), []ex{class()}, e.Args, class)
	}
	class := jen.Qual(w.g.im.py, "Instance").Values(jen.Dict{jen.Id("Class"): jen.Id(u.class)})
	return ex{Statement: jen.Op("&").Id(u.root.typ).Values(jen.Dict{jen.Id("Instance"): class}), prec: precUnary}
}

// classIs tests the class of an object.
func (w *fn) classIs(e *ir.ClassIs) ex {
	var classes, exceptions []ex
	for _, k := range e.Classes {
		if k.Exception != "" {
			exceptions = append(exceptions, prim(jen.Id(w.g.userClass(k).class)))
		} else {
			classes = append(classes, prim(jen.Id(w.g.userClass(k).class)))
		}
	}
	if !types.IsAny(e.V.Type()) {
		v := w.expr(e.V)
		switch {
		case len(exceptions) > 0 && e.Sub:
			return v.method("IsA", exceptions...)
		case len(exceptions) > 0:
			return v.method("IsExactly", exceptions...)
		case e.Sub:
			return v.method("Is", classes...)
		case len(classes) == 1:
			return binary("==", precCompare, v.dot("Class"), classes[0])
		}
		return v.method("IsExactly", classes...)
	}
	v := func() ex { return w.expr(e.V) }
	if len(exceptions) > 0 && len(e.Classes) > 1 {
		v = w.stable(e.V, "v")
	}
	var out ex
	if len(classes) > 0 {
		name := "IsObjectExactly"
		if e.Sub {
			name = "IsObject"
		}
		out = w.g.py(name).call(append([]ex{v()}, classes...)...)
	}
	for _, x := range exceptions {
		test := w.g.py("IsInstanceExc").call(v(), x)
		if out.Statement == nil {
			out = test
		} else {
			out = binary("||", precOr, out, test)
		}
	}
	return out
}

// inherited calls a special method that every object has.
func (w *fn) inherited(e *ir.Inherited) ex {
	v := w.expr(e.V)
	switch e.Name {
	case "__repr__":
		return w.g.py("ObjectRepr").call(v)
	case "__str__":
		return w.g.py("Repr").call(v)
	case "__hash__":
		return w.g.py("ObjectHash").call(v)
	case "__eq__":
		return w.g.py("Is").call(append([]ex{v}, w.exprs(e.Args)...)...)
	}
	return w.g.py("MissingSpecial").call(v, prim(quoted(e.Name)))
}

// nextIter is an iterator of what a method __next__ gives.
func (w *fn) nextIter(e *ir.NextIter) ex {
	next := w.methodExpr(e.Fn)
	if r := e.Fn.Result; types.IsNone(r) || types.IsNever(r) {
		elem := w.g.goType(iterElem(e.T))
		next = prim(jen.Func().Params(jen.Id("o").Add(w.g.goType(e.V.Type()))).Params(jen.Id("none").Add(elem)).
			Block(next.call(prim(jen.Id("o"))).Statement, jen.Return()))
	}
	return w.g.py("NextIter").call(w.expr(e.V), next)
}

// methodExpr is a method as a function of its object.
func (w *fn) methodExpr(f *ir.Func) ex {
	name := w.g.topName(f)
	if !isMethod(f) {
		return prim(jen.Id(name))
	}
	u := w.g.userClass(f.Class)
	return prim(jen.Parens(jen.Op("*").Id(u.root.typ)).Dot(name))
}

// isMethod reports a function that is a Go method: its first parameter is the object.
func isMethod(f *ir.Func) bool {
	return f.Class != nil && f.Class.Exception == "" && f.Kind != ir.Constructor && isTopLevel(f) && len(f.Params) > 0
}

// methodName is the name of a method of a struct: with the class's name if several classes share it.
func (g *generator) methodName(f *ir.Func) string {
	u := g.userClass(f.Class)
	name := strings.Trim(f.Name, "_")
	if !u.root.ir.Single && f.Kind != ir.Virtual {
		name = f.Class.Word + "_" + name
	}
	return u.root.names.take(lowerCamel(name + "_" + f.Suffix))
}

// constructorName is the name of a function that makes objects.
func (g *generator) constructorName(f *ir.Func) string {
	return g.topTake("new_" + f.Class.Word)
}

// defClass is the place of a class statement. Only an exception class with a __str__ has something to do.
func (w *fn) defClass(s *ir.DefClass) {
	if s.Str == nil {
		return
	}
	u := w.g.userClass(s.Class)
	w.raw(jen.Id(u.class).Dot("OnStr").Call(jen.Id(w.g.topName(s.Str))))
}

// excGoName is the Go variable of a built-in exception class.
func excGoName(name string) string {
	if name == "Exception" {
		return "ExceptionClass"
	}
	return name
}
