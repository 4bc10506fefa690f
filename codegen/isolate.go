package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// isolated writes the function that gives each task its own copies of the variables that functions on workers may change,
// if there are any.
func (g *generator) isolated() {
	if len(g.prog.Isolated) == 0 {
		return
	}
	g.isolate = g.topTake("isolate")
	var names, olds, fresh []jen.Code
	keep := newScope(g.top)
	for _, v := range g.prog.Isolated {
		name := g.globals[v]
		names = append(names, jen.Id(name))
		olds = append(olds, jen.Id(keep.take(lowerCamel("old_"+v.Name))))
		if s := g.taskCopy(v, name); s != nil {
			fresh = append(fresh, s)
		}
	}
	snapshot := jen.Func().Params().Func().Params().Block(
		jen.List(olds...).Op(":=").List(names...),
		jen.Return(jen.Func().Params().Block(jen.List(names...).Op("=").List(olds...))),
	)
	*g.slot() = *doc([]jen.Code{
		commentLine(g.isolate + " gives every task its own copies of what functions on workers may change."),
	}, jen.Func().Id(g.isolate).Params().Block(
		jen.Qual(g.im.core, "Isolate").Call(snapshot, jen.Func().Params().Block(fresh...)),
	))
}

// taskCopy replaces the value of a variable by a deep copy; nil if the value cannot change.
func (g *generator) taskCopy(v *ir.Var, name string) *jen.Statement {
	n, ok := types.Resolve(v.Type).(*types.Named)
	if !ok {
		return nil
	}
	switch n.Name {
	case "int", "bigint", "float", "str", "bool", "bytes", "None", "File", "BinaryFile", "Iterator", "datetime", "date", "timedelta":
		return nil
	}
	set := jen.Id(name).Op("=").Qual(g.im.py, "CopyDeepcopy").Call(jen.Id(name), jen.Qual(g.im.py, "None"))
	switch n.Name {
	case "Optional", "tuple", "range", "complex":
		return set
	}
	return jen.If(jen.Id(name).Op("!=").Nil()).Block(set)
}
