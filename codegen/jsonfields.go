package codegen

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
)

// rewritesModule is the module of the functions that only lang/plan calls.
const rewritesModule = "plan-rewrites"

// jsonMethods are the methods of py.JsonFields by the functions of rewritesModule.
var jsonMethods = map[string]string{"json_read": "Read", "json_pick": "Pick"}

// jsonFields is the variable of the package that holds fields of JSON objects, given as a list of their paths.
func (g *generator) jsonFields(list *ir.List) string {
	var paths []jen.Code
	var words []string
	for _, path := range list.Elts {
		var keys []jen.Code
		word := ""
		for _, key := range path.(*ir.Tuple).Elts {
			text := quoted(key.(*ir.Const).Value.(string))
			keys = append(keys, text)
			word += "[" + text.GoString() + "]"
		}
		words = append(words, word)
		paths = append(paths, jen.Index().String().Values(keys...))
	}
	what := strings.Join(words, ", ")
	if name, ok := g.jsonVars[what]; ok {
		return name
	}
	name := g.topTake("json_fields")
	g.jsonVars[what] = name
	*g.slot() = *doc(paragraph(name+" are what is used of JSON objects: "+what+"."), jen.Var().Id(name).Op("=").Qual(g.im.py, "NewJsonFields").Call(paths...))
	return name
}
