package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// absentSides are the operators whose results have None where one of the sides, the receiver or the argument, has nothing.
var absentSides = map[string][2]bool{"leftOuterJoin": {false, true}, "rightOuterJoin": {true, false}, "fullOuterJoin": {true, true}}

// absences are what an outer join is told of its sides where values of one may be None themselves: Python has one None for that and
// for no value.
func (w *fn) absences(e *ir.Call) []ex {
	absent, ok := absentSides[e.Fn.Name]
	if !ok || e.Recv == nil {
		return nil
	}
	var out []ex
	special := false
	for i, side := range []ir.Expr{e.Recv, e.Args[0]} {
		if !absent[i] {
			continue
		}
		pair, ok := recordType(side.Type()).(*types.Named)
		if !ok || len(pair.Args) != 2 {
			return nil
		}
		value := pair.Args[1]
		call := jen.Qual(w.g.im.core, "OrNone").Index(w.g.goType(value)).Call()
		if orNone(value) != "" {
			special = true
			none := w.g.none()
			if types.IsOptional(value) {
				none = prim(w.g.zero(value))
			}
			call = jen.Qual(w.g.im.core, "Itself").Index(w.g.goType(value)).Call(none.Statement)
		}
		out = append(out, called(call))
	}
	if !special {
		return nil
	}
	return out
}
