package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
)

// makeClass makes a class that is known when running only.
func (w *fn) makeClass(e *ir.MakeClass) ex {
	def := jen.Dict{jen.Id("Name"): quoted(e.Name), jen.Id("Qualname"): quoted(e.Qualname)}
	if e.Module != "__main__" {
		def[jen.Id("Module")] = quoted(e.Module)
	}
	if e.Doc != "" {
		def[jen.Id("Doc")] = quoted(e.Doc)
	}
	if len(e.Bases) > 0 {
		var bases []jen.Code
		for _, b := range e.Bases {
			bases = append(bases, w.boxed(b).Statement)
		}
		def[jen.Id("Bases")] = jen.Index().Any().Values(bases...)
	}
	if e.Abstract {
		def[jen.Id("Abstract")] = jen.True()
	}
	if e.Generic {
		def[jen.Id("Generic")] = jen.True()
	}
	args := []jen.Code{jen.Qual(w.g.im.py, "ClassDef").Values(def), jen.Nil()}
	if len(e.Keywords) > 0 {
		kw := w.g.py("NewKeywords").call()
		for _, k := range e.Keywords {
			kw = kw.method("Set", prim(jen.Nil()), prim(quoted(k.Name)), w.boxed(k.V))
		}
		args[1] = kw.Statement
	}
	for _, m := range e.Members {
		v := w.boxed(m.V)
		code := jen.Qual(w.g.im.py, "Member").Values(jen.Dict{jen.Id("Name"): quoted(m.Name), jen.Id("Value"): v.Statement})
		if m.Flag != nil {
			code = w.g.py("MemberIf").call(w.expr(m.Flag), prim(quoted(m.Name)), v).Statement
		}
		args = append(args, jen.Line().Add(code))
	}
	if len(e.Members) > 0 {
		args = append(args, jen.Line())
	}
	out := called(jen.Qual(w.g.im.py, "MakeClass").Call(args...))
	out.wrap = "any"
	return out
}
